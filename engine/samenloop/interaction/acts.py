# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""Acts that a norm wants (``bevordert``): who does or plans them, and the household with and without the act.

The baseline is that the act does not take place, never that it is not reported.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from samenloop.domain import Event
from samenloop.evaluation import AS_IT_IS, Assessment, Evaluator, Variation
from samenloop.evaluation.events import happened
from samenloop.evaluation.live import Bound
from samenloop.interaction.conflict import Act
from samenloop.language import values
from samenloop.language.values import FactRef, Thing, Value
from samenloop.rulebook.common import FactValue
from samenloop.rulebook.values import fact_type, read_value

_COMING = frozenset({"overwogen", "zeker"})
_DONE = "gebeurd"
HOME = "verblijfswoning"
"""the link that tells where somebody lives"""


@dataclass(frozen=True)
class Doing:
    """An act with its two worlds, both as changes of the household as it is. ``sure`` is unknown when it is not certain
    that the act is why the two live together."""

    act: Act
    bound: Bound
    thing: Thing
    world: Variation
    without: Variation
    sure: Value


def acts(assessment: Assessment) -> Iterator[Doing]:
    """Every act that some norm promotes and that is present, begun or in the plan."""
    ev = assessment.evaluator
    for bound in ev.live.by_verb.get("bevordert", ()):
        for thing in ev.facts.things(assessment.book.unit_of(bound.rule)):
            by, whom = person(thing, bound.norm.wie), person(thing, bound.norm.voor or "ander")
            coming = list(_signs(assessment, bound.norm, by, whom, _COMING))
            if coming:
                yield from _planned(assessment, bound, thing, coming[0])
            else:
                yield from _present(assessment, bound, thing)


def person(thing: Thing, unit: str | None) -> str:
    """Whom a unit name means for a thing: ``persoon`` and ``ander`` are the ends of a pair."""
    if thing.unit != "paar":
        return thing.id if unit != "ander" else ""
    one, _, other = thing.id.partition(">")
    return other if unit == "ander" else one


def _planned(assessment: Assessment, bound: Bound, thing: Thing, event: Event) -> Iterator[Doing]:
    moved = happened(assessment.household, event)
    if moved is None:
        return
    begun = {ref: values.negate(value) for ref, value in _undone(assessment, bound, thing).items() if _yes_no(value)}
    world = moved.also(Variation(facts=begun))
    there = Evaluator(assessment.household, assessment.book, assessment.variation.also(world))
    held = _holds(there, bound, thing)
    if held.is_false:
        return
    without = Variation(facts=_undone(assessment, bound, thing))
    yield Doing(_act(bound, thing, planned=True, together=True), bound, thing, world, without, held)


def _present(assessment: Assessment, bound: Bound, thing: Thing) -> Iterator[Doing]:
    ev, norm = assessment.evaluator, bound.norm
    if not _holds(ev, bound, thing).is_true:
        return
    by, whom = person(thing, norm.wie), person(thing, norm.voor or "ander")
    together = values.FALSE
    if norm.woont_samen_hierom is not None:
        together = ev.say(norm.woont_samen_hierom, thing, bound.rule)[0]
    if any(True for _ in _signs(assessment, norm, by, whom, frozenset({_DONE}))):
        together = values.TRUE
    together = values.conjunction((together, _one_home(assessment, by, whom)))
    without = Variation(facts=_undone(assessment, bound, thing))
    along = () if together.is_false else _children(assessment, by, whom)
    if not together.is_false:
        without = without.also(elsewhere(by, along))
    sure = values.TRUE if together.is_known else together
    act = _act(bound, thing, planned=False, together=not together.is_false, along=along)
    yield Doing(act, bound, thing, AS_IT_IS, without, sure)


def elsewhere(who: str, along: tuple[str, ...] = ()) -> Variation:
    """Somebody lives in a home of which nothing is known, with nobody but those who go along."""
    there = Value(exact=Thing("woning", f"elders:{who}"))
    return Variation(facts={FactRef("persoon", name, HOME): there for name in (who, *along)})


def _children(assessment: Assessment, by: str, whom: str) -> tuple[str, ...]:
    """The children below 18 who live with a parent and go where he or she goes: there is no other parent at home."""
    household, ev = assessment.household, assessment.evaluator
    links = household.relaties if isinstance(household.relaties, tuple) else ()
    parents: dict[str, set[str]] = {}
    for link in links:
        if link.soort == "ouder_van":
            parents.setdefault(link.naar, set()).add(link.van)
    minors = [person.id for person in household.personen if person.is_minor()]
    home = ev.follow(HOME, Thing("persoon", by))

    def lives_here(name: str) -> bool:
        return values.compare("=", ev.follow(HOME, Thing("persoon", name)), home).is_true

    return tuple(
        name
        for name in minors
        if name != whom and by in parents.get(name, ()) and lives_here(name)
        if not any(lives_here(other) for other in parents[name] - {by})
    )


def _one_home(assessment: Assessment, by: str, whom: str) -> Value:
    if not whom:
        return values.FALSE
    one, other = (assessment.evaluator.follow(HOME, Thing("persoon", who)) for who in (by, whom))
    return values.compare("=", one, other)


def _holds(ev: Evaluator, bound: Bound, thing: Thing) -> Value:
    return values.conjunction((ev.norm_holds(bound, thing), ev.say(bound.norm.blijkt_uit, thing, bound.rule)[0]))


def _yes_no(value: Value) -> bool:
    return value.is_true or value.is_false


def _undone(assessment: Assessment, bound: Bound, thing: Thing) -> Mapping[FactRef, Value]:
    """The facts of ``zonder``, for the thing of the norm or for who bears it."""
    out: dict[FactRef, Value] = {}
    for stated in bound.norm.zonder:
        ref = place_of(assessment, stated, thing, bound.norm.wie)
        fact = assessment.book.facts[stated.feit]
        exact = read_value(fact_type(fact), stated.waarde, whole=fact.soort == "geheel")
        out[ref] = values.unknown({ref}) if exact is None else Value(exact=exact)
    return out


def place_of(assessment: Assessment, stated: FactValue, thing: Thing, bearer: str | None) -> FactRef:
    """Of which thing a stated fact is meant: the thing of the norm, or the person who bears it."""
    unit = assessment.book.facts[stated.feit].over
    name = person(thing, bearer) if unit == "persoon" else thing.id
    return FactRef(unit, name if unit != "huishouden" else "huishouden", stated.feit)


def _act(bound: Bound, thing: Thing, *, planned: bool, together: bool, along: tuple[str, ...] = ()) -> Act:
    norm = bound.norm
    return Act(
        deed=norm.bevordert,
        rule=bound.rule.regel,
        saves=norm.bespaart,
        by=person(thing, norm.wie),
        for_whom=person(thing, norm.voor or "ander"),
        planned=planned,
        together=together,
        along=along,
    )


def _signs(assessment: Assessment, norm: Any, by: str, whom: str, statuses: frozenset[str]) -> Iterator[Event]:
    """The events of the case file by which this act is begun or planned, by this person and (where it says so) with
    this other person."""
    events = assessment.household.gebeurtenissen
    for event in events if isinstance(events, tuple) else ():
        details = event.details if isinstance(event.details, Mapping) else {}
        about = isinstance(event.wie, tuple) and by in event.wie
        if not about or event.status not in statuses or details.get("bij", whom) != whom:
            continue
        for sign in norm.ook_uit or ():
            if sign.gebeurtenis == event.soort and sign.om in (None, details.get("om")):
                yield event
                break
