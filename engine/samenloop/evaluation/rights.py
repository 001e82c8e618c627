# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""Rights: what a regime gives, under which conditions, taken away by which norm, for whom, and whether it is paid.

A right (``recht``) exists when the rule that gives it fires, every requirement is met and no exclusion takes it away.
It is paid (``betaald``) when it also runs according to the case file. One claim per set of people: partners share one
toeslag, a family has one bijstand.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from samenloop.domain import Day
from samenloop.evaluation import things
from samenloop.evaluation.live import Bound
from samenloop.language import Duration, Expression, calendar, values
from samenloop.language.explain import Note
from samenloop.language.values import FactRef, Thing, Value

if TYPE_CHECKING:
    from samenloop.evaluation.evaluator import Evaluator, Read

RUNNING = frozenset({"loopt", "toegekend"})


@dataclass(frozen=True, slots=True)
class Condition:
    """One condition of a right: the rule or requirement, whether it is met, and the comparisons behind it.

    ``kind`` is ``voorwaarde`` (of the rule itself), ``vereist`` (a requirement) or ``sluit_uit`` (an exclusion; met
    means: it does not take the right away).
    """

    kind: str
    id: str
    rule: str
    met: Value
    notes: tuple[Note, ...]
    clas: str = ""
    needs: tuple[str, ...] = ()
    """behoeften the exclusion is limited to; empty: all"""


@dataclass(frozen=True)
class Claim:
    """An entitlement of a set of people.

    ``amount`` is EUR per month, exact (fractions of cents) and before ``deel`` of exclusions was 100 %; ``None`` for
    services. ``paid`` says whether the claim runs. ``reads`` is everything the right depends on.
    """

    entitlement: str
    regime: str
    rule: str
    norm: str
    bearer: Thing
    members: tuple[str, ...]
    right: Value
    amount: Value | None
    given_per: str
    conditions: tuple[Condition, ...]
    running: Value
    paid_from: Value
    residual: bool
    purpose: str
    needs: tuple[str, ...]
    """the behoeften it serves"""
    test_moment: str
    form: str
    reads: frozenset[Read]
    as_paid: Value = values.ZERO
    """EUR per month as it is paid, after statutory rounding; 0 without right"""
    covers: Value | None = None
    cover_unit: str = ""

    @property
    def monthly(self) -> Value:
        """EUR per month that the right is worth: the amount, or 0 without right; 0 for services."""
        if self.amount is None:
            return values.ZERO
        if self.right.is_false:
            return values.ZERO
        return self.amount if self.right.is_true else values.hull(self.amount, values.ZERO, self.right)

    @property
    def paid(self) -> Value:
        """Right and running."""
        return values.conjunction((self.right, self.running))


def claims(ev: Evaluator) -> list[Claim]:
    """Every entitlement that a rule in force can give to somebody of this household, one per set of people."""
    best: dict[tuple[str, tuple[str, ...]], Claim] = {}
    for bound in ev.live.by_verb.get("geeft", ()):
        for thing in ev.facts.things(ev.book.unit_of(bound.rule)):
            claim = claim_of(ev, bound, thing)
            key = (bound.norm.id, claim.members)
            held = best.get(key)
            if held is None or _rank(claim.right) > _rank(held.right):
                best[key] = claim
    found = list(best.values())
    return [claim for claim in found if not _served_with_others(claim, found)]


def _served_with_others(claim: Claim, claims: list[Claim]) -> bool:
    """Whether somebody without an own right belongs to a larger set that is looked at as a whole (a child)."""
    return claim.right.is_false and any(
        other.norm == claim.norm and set(claim.members) < set(other.members) for other in claims
    )


def _rank(right: Value) -> int:
    return 2 if right.is_true else 0 if right.is_false else 1


def claim_of(ev: Evaluator, bound: Bound, thing: Thing) -> Claim:
    """The claim that one giving norm makes for one thing."""
    with ev.recording(("aanspraak", bound.norm.id, thing)) as reads:
        right, conditions = right_of(ev, bound, thing)
        norm = bound.norm
        amount = None if norm.bedrag is None or right.is_false else monthly(ev, bound, thing)
        if norm.bedrag is not None and amount is None:
            amount = values.ZERO
        as_paid = _as_paid(ev, bound, thing, right, amount)
        members = receivers(ev, bound, thing)
        running = is_running(ev, norm.geeft, members)
        covers = None
        if norm.dekt is not None and isinstance(norm.dekt.omvang, Expression) and not right.is_false:
            covers = ev.say(norm.dekt.omvang, thing, bound.rule)[0]
        paid_from = values.unknown() if right.is_false else _from(ev, bound, thing, members)
        found = frozenset(reads)
    return Claim(
        entitlement=norm.geeft,
        regime=ev.book.regime_of(bound.rule.regel),
        rule=bound.rule.regel,
        norm=norm.id,
        bearer=thing,
        members=members,
        right=right,
        amount=amount,
        given_per=norm.per or "",
        conditions=conditions,
        running=running,
        paid_from=paid_from,
        residual=bool(norm.vangnet),
        purpose=norm.doel,
        needs=(norm.behoefte,) if isinstance(norm.behoefte, str) else tuple(norm.behoefte),
        test_moment=norm.toetsmoment,
        form=norm.form,
        reads=found,
        as_paid=as_paid,
        covers=covers,
        cover_unit="" if norm.dekt is None else norm.dekt.eenheid,
    )


def right_of(ev: Evaluator, bound: Bound, thing: Thing) -> tuple[Value, tuple[Condition, ...]]:
    """Whether the right exists, and every condition of it."""
    entitlement = bound.norm.geeft
    result = ev.rule_holds(bound.rule, thing)
    conditions = [
        Condition("voorwaarde", bound.rule.regel, bound.rule.regel, ev.norm_holds(bound, thing), result.notes)
    ]
    if entitlement in ev.variation.claims_off:
        return values.FALSE, tuple(conditions)
    for requirement in ev.live.by_target.get(("vereist", entitlement), ()):
        conditions += [_requirement(ev, requirement, other) for other in ev.counterparts(requirement.rule, thing)]
    for exclusion in ev.live.by_target.get(("sluit_uit", entitlement), ()):
        if exclusion.norm.deel is not None:
            continue
        for other in ev.counterparts(exclusion.rule, thing):
            notes = ev.rule_holds(exclusion.rule, other).notes
            met = values.negate(ev.norm_holds(exclusion, other))
            needs = exclusion.norm.behoefte
            conditions.append(
                Condition(
                    "sluit_uit", exclusion.norm.id, exclusion.rule.regel, met, notes,
                    needs=() if needs is None else (needs,) if isinstance(needs, str) else tuple(needs),
                )
            )  # fmt: skip
    return values.conjunction(c.met for c in conditions), tuple(conditions)


def _requirement(ev: Evaluator, bound: Bound, thing: Thing) -> Condition:
    asked = ev.norm_holds(bound, thing)
    notes: list[Note] = []
    ways: list[Value] = [values.negate(asked)]
    if not asked.is_false:
        for way in bound.norm.wegen:
            met, found = ev.say(way.als, thing, bound.rule)
            ways.append(met)
            notes.extend(found)
    return Condition(
        "vereist", bound.norm.vereist, bound.rule.regel, values.disjunction(ways), tuple(notes), bound.norm.klasse
    )


def monthly(ev: Evaluator, bound: Bound, thing: Thing) -> Value:
    """The amount a norm gives, in EUR per month, after exclusions that take a share. One-off amounts give 0."""
    norm = bound.norm
    amount, _ = ev.say(norm.bedrag, thing, bound.rule)
    if norm.per == "eenmalig":
        return values.ZERO
    factor = ev.book.vocabulary.factor(norm.per, "maand", _CONVERSIONS.get(norm.per))
    amount = values.multiply(amount, values.unknown() if factor is None else Value(exact=factor))
    for exclusion in ev.live.by_target.get(("sluit_uit", norm.geeft), ()):
        if exclusion.norm.deel is None:
            continue
        for other in ev.counterparts(exclusion.rule, thing):
            held = ev.norm_holds(exclusion, other)
            if not held.is_false:
                rest = values.add(Value(exact=1), ev.say(exclusion.norm.deel, other, exclusion.rule)[0], -1)
                less = values.multiply(amount, rest)
                amount = less if held.is_true else values.hull(less, amount, held)
    return amount


def _as_paid(ev: Evaluator, bound: Bound, thing: Thing, right: Value, amount: Value | None) -> Value:
    """What is paid per month where the law rounds; otherwise the amount itself."""
    if amount is None or right.is_false:
        return values.ZERO
    payment = bound.norm.toegang.betaling
    if payment is not None and payment.bedrag is not None:
        factor = ev.book.vocabulary.factor(payment.per, "maand", _CONVERSIONS.get(payment.per))
        paid_amount = ev.say(payment.bedrag, thing, bound.rule)[0]
        amount = values.multiply(paid_amount, values.unknown() if factor is None else Value(exact=factor))
    return amount if right.is_true else values.hull(amount, values.ZERO, right)


_CONVERSIONS = {"week": "week_52", "vier_weken": "vier_weken_13", "dag": "dagen_261"}


def receivers(ev: Evaluator, bound: Bound, thing: Thing) -> tuple[str, ...]:
    """Who receives: the persons of the unit in ``aan``. Someone of whom it is not known counts in."""
    unit = bound.norm.receiver
    if thing.unit == "paar":
        one, other = things.ends(thing)
        return (other,) if unit == "ander" else (one,)
    if unit == "huishouden":
        return tuple(p.id for p in ev.household.personen)
    if unit in ev.groups and thing.unit in ("persoon", unit):
        members = ev.group_members(Thing(unit, thing.id))
        order = [p.id for p in ev.household.personen]
        return tuple(sorted((t.id for t, belongs in members.things if not belongs.is_false), key=order.index))
    if thing.unit == "woning":
        who = things.tenant(ev.household, thing)
        return (who.exact.id,) if who.is_known else ()
    return (thing.id,)


def is_running(ev: Evaluator, entitlement: str, members: tuple[str, ...]) -> Value:
    """Whether the case file says that the claim runs. A complete list that does not name it says: it does not."""
    if entitlement in ev.variation.claims_on:
        return values.TRUE
    missing = FactRef("persoon", members[0] if members else "", f"loopt_{entitlement}")
    listed = ev.household.regelingen
    if not isinstance(listed, tuple):
        return values.unknown({missing})
    ev.note_read("regeling", entitlement)
    regime = ev.book.vocabulary.regime_of(entitlement)
    found: list[Value] = []
    for entry in listed:
        if entry.regeling not in (entitlement, regime) or not _names(entry.wie, members):
            continue
        if not isinstance(entry.status, str) or entry.status == "onbekend":
            found.append(values.unknown({missing}))
        else:
            found.append(values.known(entry.status in RUNNING))
    if not found and ev.facts.is_open("regelingen", Thing("huishouden", "huishouden")):
        return values.unknown({missing})
    return values.disjunction(found)


def _names(who: Any, members: tuple[str, ...]) -> bool:
    return not isinstance(who, tuple) or bool(set(members) & set(who))


def _from(ev: Evaluator, bound: Bound, thing: Thing, members: tuple[str, ...]) -> Value:
    """First day of the right. Days the case file does not name: applied for on the day of the check."""
    today = Value(exact=ev.day)
    applied = decided = today
    for entry in ev.household.regelingen if isinstance(ev.household.regelingen, tuple) else ():
        if entry.regeling in (bound.norm.geeft, ev.book.vocabulary.regime_of(bound.norm.geeft)):
            if _names(entry.wie, members) and isinstance(entry.aangevraagd_op, Day):
                applied = values.between(entry.aangevraagd_op.first, entry.aangevraagd_op.last)
            if _names(entry.wie, members) and isinstance(entry.besluit_op, Day):
                decided = values.between(entry.besluit_op.first, entry.besluit_op.last)
    term = bound.norm.toegang.beslistermijn
    if decided is today:
        late = isinstance(term, Duration)
        decided = values.monotone(lambda day: calendar.shift(day, term), applied) if late else values.unknown()
    days = {"aanvraagdatum": applied, "meldingsdatum": applied, "besluitdatum": decided, "ontstaansdatum": today}
    with ev.access_days(days):
        return ev.say(bound.norm.toegang.vanaf, thing, bound.rule, access=True)[0]


def right(ev: Evaluator, entitlement: str, thing: Thing) -> Value:
    """``recht(...)``: whether a person has the right, alone or together with the others of the claim."""
    return ev.result_of(("recht", entitlement, thing), lambda: _any(ev, entitlement, thing, lambda c: c.right))


def paid(ev: Evaluator, entitlement: str, thing: Thing) -> Value:
    """``betaald(...)``: whether the right runs."""
    return ev.result_of(("betaald", entitlement, thing), lambda: _any(ev, entitlement, thing, lambda c: c.paid))


def _any(ev: Evaluator, entitlement: str, thing: Thing, part: Any) -> Value:
    found: list[Value] = []
    for bound in ev.live.by_target.get(("geeft", entitlement), ()):
        for other in _sharers(ev, bound, thing):
            found.append(part(claim_of(ev, bound, other)))
            if found[-1].is_true:
                return values.TRUE
    return values.disjunction(found)


def height(ev: Evaluator, entitlement: str, thing: Thing) -> Value:
    """``hoogte(...)``: EUR per month of a person's right (once, for the one who claims); 0 without right."""

    def total() -> Value:
        amount = values.ZERO
        for bound in ev.live.by_target.get(("geeft", entitlement), ()):
            for other in ev.counterparts(bound.rule, thing):
                amount = values.add(amount, claim_of(ev, bound, other).monthly)
        return amount

    return ev.result_of(("hoogte", entitlement, thing), total)


def _sharers(ev: Evaluator, bound: Bound, thing: Thing) -> list[Thing]:
    own = ev.counterparts(bound.rule, thing)
    if bound.norm.receiver not in ev.groups or thing.unit != "persoon":
        return own
    members = ev.group_members(Thing(bound.norm.receiver, thing.id))
    people = [t for t, belongs in members.things if not belongs.is_false]
    return [other for person in people for other in ev.counterparts(bound.rule, person)]
