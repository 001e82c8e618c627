# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""Who a right is for, and when the rights of two people are one: partners share one toeslag, a family one bijstand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from samenloop.evaluation import things, units
from samenloop.evaluation.live import Bound
from samenloop.language import values
from samenloop.language.values import Thing, Value

if TYPE_CHECKING:
    from samenloop.evaluation.evaluator import Evaluator

People = Mapping[str, Value]
"""Ids of persons in the order of the file, each with whether he or she belongs (true or unknown)."""


def belonging(ev: Evaluator, bound: Bound, thing: Thing) -> People:
    """The people who receive what a norm gives for a thing: those of the unit in ``aan``."""
    unit = bound.norm.receiver
    if unit == "huishouden":
        return {person.id: values.TRUE for person in ev.facts.things("persoon")}
    if thing.unit == "paar" and unit == "ander":
        return {things.ends(thing)[1]: values.TRUE}
    found: dict[str, Value] = {}
    for person, belongs in units.people_of(ev, thing):
        members = ev.group_members(Thing(unit, person.id)).things if unit in ev.groups else ((person, values.TRUE),)
        for member, inside in members:
            mine = values.conjunction((belongs, inside))
            found[member.id] = values.disjunction((found.get(member.id, values.FALSE), mine))
    order = {person.id: place for place, person in enumerate(ev.facts.things("persoon"))}
    names = sorted(found, key=lambda name: order.get(name, len(order)))
    return {name: found[name] for name in names if not found[name].is_false}


def members(ev: Evaluator, group: Thing) -> People:
    """The members of a group (a unit that roles form)."""
    return {person.id: inside for person, inside in ev.group_members(group).things if not inside.is_false}


def share_of(ev: Evaluator, bound: Bound, thing: Thing, who: Thing) -> Value:
    """Whether somebody (or what a thing is about) has part in the right that a norm gives for a thing."""
    if thing == who:
        return values.TRUE
    people = belonging(ev, bound, thing)
    about = units.people_of(ev, who)
    return values.disjunction(values.conjunction((why, people.get(person.id, values.FALSE))) for person, why in about)


def claimant(ev: Evaluator, thing: Thing) -> str:
    """The person who makes the claim for a thing."""
    people = units.people_of(ev, thing)
    return people[0][0].id if people else ""


def same_set(one: str, people: People, other: str, others: People) -> Value:
    """Whether two people claim for one and the same set: each belongs to the set of the other, and the rest agrees.

    Of somebody who is uncertain in both sets it is the same uncertainty.
    """
    tests = [people.get(other, values.FALSE), others.get(one, values.FALSE)]
    for name in (people.keys() | others.keys()) - {one, other}:
        a, b = people.get(name, values.FALSE), others.get(name, values.FALSE)
        if a.is_known and b.is_known:
            tests.append(values.known(a.is_true == b.is_true))
        elif a.is_known or b.is_known:
            tests.append(values.unknown(*values.both(a, b)))
    return values.conjunction(tests)


def repeats(rows: Sequence[tuple[str, People]]) -> list[tuple[Value, int | None]]:
    """Of each (claimant, set of people) whether it is one with a set before it; when that is certain, also which."""
    kept: list[int] = []
    out: list[tuple[Value, int | None]] = []
    for place, (name, people) in enumerate(rows):
        same = [same_set(*rows[other], name, people) for other in kept]
        first = next((other for other, one in zip(kept, same, strict=True) if one.is_true), None)
        out.append((values.disjunction(same), first))
        if first is None:
            kept.append(place)
    return out
