# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""What a rule over one unit has to do with a thing of another: the debts of a person, the tenant of a home, the groups
someone is the middle of.

A right over persons can depend on a norm over homes. Where it is not certain which home that is, the norm still takes
part, as "perhaps": a condition never falls away because a link is not known.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from samenloop.evaluation import things
from samenloop.language import values
from samenloop.language.values import FactRef, Thing, Value
from samenloop.rulebook import Rule

if TYPE_CHECKING:
    from samenloop.evaluation.evaluator import Evaluator

Concerned = tuple[tuple[Thing, Value], ...]
"""Things, each with whether it is concerned (true or unknown)."""

_BELONGINGS = {"schuld": "schulden_van", "bezit": "bezittingen_van"}


def concerned(ev: Evaluator, rule: Rule, thing: Thing, bearer: str | None = None) -> Concerned:
    """The things of a rule's unit that have to do with a thing. ``bearer``: who of a pair bears the norm."""
    unit = ev.book.unit_of(rule)
    if unit == thing.unit:
        return ((thing, values.TRUE),)
    if unit == "huishouden":
        return ((Thing("huishouden", "huishouden"), values.TRUE),)
    if thing.unit == "huishouden":
        return tuple((one, values.TRUE) for one in ev.facts.things(unit))
    found: dict[Thing, list[Value]] = {}
    for person, belongs in people_of(ev, thing):
        for one, concerns in _of_person(ev, unit, person, bearer):
            found.setdefault(one, []).append(values.conjunction((belongs, concerns)))
    joined = ((one, values.disjunction(why)) for one, why in found.items())
    return tuple((one, why) for one, why in joined if not why.is_false)


def people_of(ev: Evaluator, thing: Thing) -> Concerned:
    """Whom a thing is about: the first of a pair, the middle of a group, the tenant of a home, who has a debt."""
    if thing.unit == "persoon":
        return ((thing, values.TRUE),)
    if thing.unit == "paar":
        return ((Thing("persoon", things.ends(thing)[0]), values.TRUE),)
    if thing.unit in ev.groups:
        return ((Thing("persoon", thing.id), values.TRUE),)
    everybody = ev.facts.things("persoon")
    if thing.unit == "woning":
        who = ev.follow("huurder", thing)
        if who.is_known:
            return ((who.exact, values.TRUE),)
        return tuple((person, values.unknown(*values.both(who))) for person in everybody)
    if thing.unit in _BELONGINGS:
        rows = [(person, _owns(ev, person, thing)) for person in everybody]
        return tuple((person, mine) for person, mine in rows if not mine.is_false)
    return tuple((person, values.TRUE) for person in everybody)


def everything(ev: Evaluator, unit: str) -> list[Thing]:
    """Every thing of a unit, and one that stands for what may be missing in a list of which not all is known."""
    found = ev.facts.things(unit)
    if unit in things.LISTS and ev.members(things.LISTS[unit], None).open_end:
        found = [*found, Thing(unit, things.SOMETHING)]
    return found


def is_here(ev: Evaluator, thing: Thing) -> Value:
    """Whether what is owed or given for a thing is there, and about these people: they rent the home or stay there."""
    if thing.id == things.SOMETHING:
        return values.unknown({things.listed_in(thing)})
    if thing.unit != "woning":
        return values.TRUE
    tenant = ev.follow("huurder", thing)
    if tenant.is_known or any(stays.is_true for _, stays in ev.members("bewoners", thing).things):
        return values.TRUE
    return values.unknown(*values.both(tenant))


def _owns(ev: Evaluator, person: Thing, thing: Thing) -> Value:
    asked = FactRef(thing.unit, thing.id, "wie")
    if thing.id == things.SOMETHING:
        asked = things.listed_in(thing)
    entry: Any = things.model_of(ev.household, thing)
    return values.unknown({asked}) if entry is None else things.owned(ev.household, entry, person.id, asked)


def _of_person(ev: Evaluator, unit: str, person: Thing, bearer: str | None) -> Concerned:
    if unit == "persoon":
        return ((person, values.TRUE),)
    if unit == "paar":
        end = 1 if bearer == "ander" else 0
        return tuple((p, values.TRUE) for p in ev.facts.things("paar") if things.ends(p)[end] == person.id)
    if unit in ev.groups:
        return ((Thing(unit, person.id), values.TRUE),)
    if unit == "woning":
        home = ev.follow("verblijfswoning", person)
        if home.is_known:
            return ((home.exact, values.TRUE),)
        homes = [*ev.facts.things("woning"), Thing("woning", things.NOWHERE + person.id)]
        return tuple((one, values.unknown(*values.both(home))) for one in homes)
    members = ev.members(_BELONGINGS[unit], person)
    rows = [(one, mine) for one, mine in members.things if not mine.is_false]
    if members.open_end:
        rows.append((Thing(unit, things.SOMETHING), values.unknown(members.open_end)))
    return tuple(rows)
