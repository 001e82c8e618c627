# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""Rights: what a regime gives, under which conditions, taken away by which norm, for whom, and whether it is paid.

A right (``recht``) exists when the rule that gives it fires, every requirement is met and no exclusion takes it away.
It is paid (``betaald``) when it also runs according to the case file. One claim per set of people: partners share one
toeslag, a family has one bijstand.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from samenloop.evaluation import running, sharing, units
from samenloop.evaluation.live import Bound
from samenloop.evaluation.results import Read, Result
from samenloop.language import Expression, values
from samenloop.language.explain import Note
from samenloop.language.values import Thing, Value

if TYPE_CHECKING:
    from samenloop.evaluation.evaluator import Evaluator


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
    belonging: tuple[Value, ...]
    """of each member whether he or she belongs (true or unknown)"""
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
    rounded: Value = values.ZERO
    """as ``amount``, after the rounding of what is paid"""
    covers: Value | None = None
    cover_unit: str = ""
    cover_per: str = ""

    @property
    def monthly(self) -> Value:
        """EUR per month that the right is worth: the amount, or 0 without right; 0 for services."""
        if self.amount is None or self.right.is_false:
            return values.ZERO
        return self.amount if self.right.is_true else values.hull(self.amount, values.ZERO, self.right)

    @property
    def as_paid(self) -> Value:
        """EUR per month as it is paid, after statutory rounding; 0 without right."""
        if self.amount is None or self.right.is_false:
            return values.ZERO
        return self.rounded if self.right.is_true else values.hull(self.rounded, values.ZERO, self.right)

    @property
    def paid(self) -> Value:
        """Right and running."""
        return values.conjunction((self.right, self.running))


def worth_reads(claim: Claim) -> frozenset[Read]:
    """What the worth of a claim depends on: everything it has read but whether it runs."""
    return claim.reads - {Read("loopt", claim.entitlement)}


def claim_of(ev: Evaluator, bound: Bound, thing: Thing) -> Claim:
    """The claim that one giving norm makes for one thing."""
    key = ("aanspraak", bound.norm.id, thing)
    made = ev.once(key, lambda: Result(Value(exact=_claim(ev, bound, thing)), bound.rule.regel))
    claim: Claim = made.value.exact
    return replace(claim, reads=made.reads)


def _claim(ev: Evaluator, bound: Bound, thing: Thing) -> Claim:
    norm = bound.norm
    right, conditions = right_of(ev, bound, thing)
    right = values.conjunction((right, units.is_here(ev, thing)))
    amount = as_paid = None if norm.bedrag is None else values.ZERO
    if norm.bedrag is not None and not right.is_false:
        left = _share_left(ev, bound, thing)
        amount = values.multiply(monthly(ev, bound, thing), left)
        as_paid = values.multiply(_as_paid(ev, bound, thing), left)
    members = sharing.belonging(ev, bound, thing)
    covers = None
    if norm.dekt is not None and isinstance(norm.dekt.omvang, Expression) and not right.is_false:
        covers = ev.say(norm.dekt.omvang, thing, bound.rule)[0]
    return Claim(
        entitlement=norm.geeft,
        regime=ev.book.regime_of(bound.rule.regel),
        rule=bound.rule.regel,
        norm=norm.id,
        bearer=thing,
        members=tuple(members),
        belonging=tuple(members.values()),
        right=right,
        amount=amount,
        given_per=norm.per or "",
        conditions=conditions,
        running=running.is_running(ev, norm.geeft, members),
        paid_from=values.unknown() if right.is_false else running.first_day(ev, bound, thing, members),
        residual=bool(norm.vangnet),
        purpose=norm.doel,
        needs=_needs(norm) if right.is_false else tuple(n for n in _needs(norm) if not _served(n, conditions).is_false),
        test_moment=norm.toetsmoment,
        form=norm.form,
        reads=frozenset(),
        rounded=values.ZERO if as_paid is None else as_paid,
        covers=covers,
        cover_unit="" if norm.dekt is None else norm.dekt.eenheid,
        cover_per="" if norm.dekt is None else norm.dekt.per,
    )


def right_of(ev: Evaluator, bound: Bound, thing: Thing) -> tuple[Value, tuple[Condition, ...]]:
    """Whether the right exists, and every condition of it.

    An exclusion for some needs takes only those away; the right ends when none is left.
    """
    entitlement, serves = bound.norm.geeft, _needs(bound.norm)
    result = ev.rule_holds(bound.rule, thing)
    met = ev.norm_holds(bound, thing)
    conditions = [Condition("voorwaarde", bound.rule.regel, bound.rule.regel, met, result.notes)]
    ev.note_read("regeling", entitlement)
    if entitlement in ev.variation.claims_off:
        return values.FALSE, tuple(conditions)
    for requirement in ev.live.by_target.get(("vereist", entitlement), ()):
        for other, concerns in units.concerned(ev, requirement.rule, thing, requirement.norm.wie):
            conditions.append(_requirement(ev, requirement, other, concerns))
    for exclusion in ev.live.by_target.get(("sluit_uit", entitlement), ()):
        about = _needs(exclusion.norm) or serves
        if exclusion.norm.deel is not None or not set(about) & set(serves):
            continue
        for other, concerns in units.concerned(ev, exclusion.rule, thing, exclusion.norm.wie):
            met = values.negate(values.conjunction((concerns, ev.norm_holds(exclusion, other))))
            notes = ev.rule_holds(exclusion.rule, other).notes
            limited = () if exclusion.norm.behoefte is None else about
            conditions.append(
                Condition("sluit_uit", exclusion.norm.id, exclusion.rule.regel, met, notes, needs=limited)
            )
    general = [condition.met for condition in conditions if condition.kind != "sluit_uit"]
    anything_left = values.disjunction(_served(need, conditions) for need in serves)
    return values.conjunction((*general, anything_left)), tuple(conditions)


def _served(need: str, conditions: Iterable[Condition]) -> Value:
    """Whether no exclusion takes a need away."""
    about = (c for c in conditions if c.kind == "sluit_uit" and (not c.needs or need in c.needs))
    return values.conjunction(c.met for c in about)


def _needs(norm: Any) -> tuple[str, ...]:
    found = norm.behoefte
    return () if found is None else (found,) if isinstance(found, str) else tuple(found)


def _requirement(ev: Evaluator, bound: Bound, thing: Thing, concerns: Value) -> Condition:
    asked = values.conjunction((concerns, ev.norm_holds(bound, thing)))
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
    """The amount a norm gives, in EUR per month. One-off amounts give 0."""
    return _per_month(ev, bound.norm.bedrag, bound.norm.per, bound, thing)


def _per_month(ev: Evaluator, amount: Expression, per: str, bound: Bound, thing: Thing) -> Value:
    if per == "eenmalig":
        return values.ZERO
    factor = ev.book.vocabulary.factor(per, "maand", _CONVERSIONS.get(per))
    conversion = values.gap(f"{per} naar maand") if factor is None else Value(exact=factor)
    return values.multiply(ev.say(amount, thing, bound.rule)[0], conversion)


def _share_left(ev: Evaluator, bound: Bound, thing: Thing) -> Value:
    """The share that exclusions of a part (``deel``) leave; each takes its part of what the others leave."""
    left = _WHOLE
    for exclusion in ev.live.by_target.get(("sluit_uit", bound.norm.geeft), ()):
        about = _needs(exclusion.norm)
        if exclusion.norm.deel is None or (about and not set(about) & set(_needs(bound.norm))):
            continue
        for other, concerns in units.concerned(ev, exclusion.rule, thing, exclusion.norm.wie):
            held = values.conjunction((concerns, ev.norm_holds(exclusion, other)))
            if not held.is_false:
                taken = ev.say(exclusion.norm.deel, other, exclusion.rule)[0]
                rest = values.add(_WHOLE, taken, -1)
                left = values.multiply(left, rest if held.is_true else values.hull(rest, _WHOLE, held))
    return left


def _as_paid(ev: Evaluator, bound: Bound, thing: Thing) -> Value:
    """What is paid per month where the law rounds; otherwise the amount itself."""
    payment = bound.norm.toegang.betaling
    if payment is None or payment.bedrag is None:
        return monthly(ev, bound, thing)
    return _per_month(ev, payment.bedrag, payment.per, bound, thing)


_WHOLE = Value(exact=Fraction(1))
_CONVERSIONS = {"week": "week_52", "vier_weken": "vier_weken_13", "dag": "dagen_261"}


def right(ev: Evaluator, entitlement: str, thing: Thing) -> Value:
    """``recht(...)``: whether a person has the right, alone or together with the others of the claim."""
    return ev.result_of(("recht", entitlement, thing), lambda: _any(ev, entitlement, thing, lambda c: c.right))


def paid(ev: Evaluator, entitlement: str, thing: Thing) -> Value:
    """``betaald(...)``: whether the right runs."""
    return ev.result_of(("betaald", entitlement, thing), lambda: _any(ev, entitlement, thing, lambda c: c.paid))


def _any(ev: Evaluator, entitlement: str, thing: Thing, part: Callable[[Claim], Value]) -> Value:
    found: list[Value] = []
    for bound in ev.live.by_target.get(("geeft", entitlement), ()):
        for other in units.everything(ev, ev.book.unit_of(bound.rule)):
            shares = sharing.share_of(ev, bound, other, thing)
            if not shares.is_false:
                found.append(values.conjunction((shares, part(claim_of(ev, bound, other)))))
            if found and found[-1].is_true:
                return values.TRUE
    return values.disjunction(found)
