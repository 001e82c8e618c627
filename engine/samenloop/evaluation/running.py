# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""Whether a right is also paid: what the case file says about applications, decisions and running payments."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samenloop.domain import Day, Decision
from samenloop.evaluation import paths
from samenloop.evaluation.live import Bound
from samenloop.evaluation.sharing import People
from samenloop.language import Duration, calendar, values
from samenloop.language.values import FactRef, Thing, Value

if TYPE_CHECKING:
    from samenloop.evaluation.evaluator import Evaluator

RUNNING = frozenset({"loopt", "toegekend"})
OVER = frozenset({"afgewezen", "beeindigd", "niet_aangevraagd"})
"""Who asks again applies anew: the days of the old application say nothing about it."""


def is_running(ev: Evaluator, entitlement: str, members: People) -> Value:
    """Whether the case file says that the claim runs. A complete list that does not name it says: it does not.

    An entry of the entitlement itself goes before one of its whole regime. What comes in as the income that stands for
    the entitlement runs, whatever the entries say.
    """
    ev.note_read("loopt", entitlement)
    if entitlement in ev.variation.claims_on:
        return values.TRUE
    missing = FactRef("persoon", next(iter(members), ""), f"loopt_{entitlement}")
    named = _is_named(ev, entitlement, members, missing)
    return values.disjunction((_comes_in(ev, entitlement, members, missing), named))


def _is_named(ev: Evaluator, entitlement: str, members: People, missing: FactRef) -> Value:
    """Whether an entry among the decisions says that it runs."""
    listed = ev.household.regelingen
    if not isinstance(listed, tuple):
        return values.unknown({missing})
    own = _entries(ev, listed, entitlement, members, missing)
    regime = _entries(ev, listed, ev.book.vocabulary.regime_of(entitlement), members, missing)
    unnamed = _entries(ev, listed, None, members, missing)
    if not own and not regime:
        perhaps = ev.facts.is_open("regelingen", Thing("huishouden", "huishouden"))
        perhaps = perhaps or any(not runs.is_false for _, runs in unnamed)
        return values.unknown({missing}) if perhaps else values.FALSE
    by_regime = values.disjunction(values.conjunction(entry) for entry in regime)
    if not own:
        return by_regime
    if any(concerns.is_true for concerns, _ in own):
        return values.disjunction(values.conjunction(entry) for entry in own)
    return values.hull(values.disjunction(runs for _, runs in own), by_regime, values.unknown({missing}))


def _comes_in(ev: Evaluator, entitlement: str, members: People, ref: FactRef) -> Value:
    """Whether one of these people has, on this day, an income of a kind that stands for the entitlement."""
    words = ev.book.vocabulary.lists["inkomen_soorten"]
    kinds = {kind for kind, word in words.items() if word.get("aanspraak") == entitlement}
    out = []
    for person in ev.household.personen if kinds else ():
        if person.id not in members:
            continue
        belongs = members[person.id]
        listed = person.income_entries()
        if not isinstance(listed, tuple) or ev.facts.is_open("inkomen", Thing("persoon", person.id)):
            out.append(values.unknown({ref}))
        for entry in listed if isinstance(listed, tuple) else ():
            kind = values.known(entry.soort in kinds) if isinstance(entry.soort, str) else values.unknown({ref})
            in_force = paths.in_force(entry.van, entry.tot, ev.day, ev.day, ref)
            out.append(values.conjunction((belongs, kind, in_force)))
    return values.disjunction(out)


_Entries = list[tuple[Value, Value]]
"""Of each entry whether it is about these people, and whether what it is about runs."""


def _entries(ev: Evaluator, listed: tuple[Decision, ...], name: str | None, members: People, ref: FactRef) -> _Entries:
    """The entries of an entitlement or regime (``None``: of something that is not named) that can be about them."""
    out = []
    for entry in listed:
        if (entry.regeling if isinstance(entry.regeling, str) else None) != name:
            continue
        concerns = _concerns(ev, entry, members, ref)
        status = values.known(entry.status in RUNNING) if isinstance(entry.status, str) else values.unknown({ref})
        day = paths.in_force(entry.van, entry.tot, ev.day, ev.day, ref)
        if not concerns.is_false:
            out.append((concerns, values.conjunction((status, day))))
    return out


def _concerns(ev: Evaluator, entry: Decision, members: People, ref: FactRef) -> Value:
    """Whether an entry is about (one of) these people. Without ``wie`` it is, when there can be nobody else."""
    if isinstance(entry.wie, tuple):
        return values.disjunction(members[name] for name in entry.wie if name in members)
    everybody = {person.id for person in ev.household.personen}
    ours = {name for name, belongs in members.items() if belongs.is_true}
    alone = everybody <= ours and ev.household.is_complete("personen")
    return values.TRUE if alone else values.unknown({ref})


def first_day(ev: Evaluator, bound: Bound, thing: Thing, members: People) -> Value:
    """First day of the right. Days the case file does not name: applied for on the day of the check.

    ``verschuift`` of a hook (:attr:`Variation.terms`) moves the day or the term for the decision.
    """
    entitlement = bound.norm.geeft
    ref = FactRef("persoon", next(iter(members), ""), f"loopt_{entitlement}")
    today = Value(exact=ev.day)
    applied, decided = today, None
    regime = ev.book.vocabulary.regime_of(entitlement)
    listed = ev.household.regelingen
    for entry in listed if isinstance(listed, tuple) else ():
        ours = entry.regeling in (entitlement, regime) and entry.status not in OVER
        if ours and not _concerns(ev, entry, members, ref).is_false:
            applied = _day(entry.aangevraagd_op, ref) or applied
            decided = _day(entry.besluit_op, ref) or decided
    terms, access = ev.variation.terms, bound.norm.toegang
    if decided is None:
        decided = values.unknown()
        if isinstance(access.beslistermijn, Duration):
            decided = _later(applied, access.beslistermijn)
            if (bound.rule.regel, "beslistermijn") in terms:
                decided = _later(decided, *terms[bound.rule.regel, "beslistermijn"])
    days = {"aanvraagdatum": applied, "meldingsdatum": applied, "besluitdatum": decided, "ontstaansdatum": today}
    with ev.access_days(days):
        first = ev.say(access.vanaf, thing, bound.rule, access=True)[0]
    if (bound.rule.regel, "vanaf") in terms:
        first = _later(first, *terms[bound.rule.regel, "vanaf"])
    return first


def _day(given: object, ref: FactRef) -> Value | None:
    return values.between(given.first, given.last, {ref}) if isinstance(given, Day) else None


def _later(day: Value, term: Duration, sign: int = 1) -> Value:
    return values.monotone(lambda known: calendar.shift(known, term, sign), day)
