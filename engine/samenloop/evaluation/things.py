# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""Who and what there is in a household, and how it hangs together: the links (``koppelingen``) of the vocabulary.

Where someone stays, is registered and is related are separate facts; a link that is not known gives an unknown value
that names it. Someone who is nowhere (homeless, no address) is linked to a home of their own, of which only the kind
is known.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

from samenloop.domain import UNKNOWN, Home, Household
from samenloop.language import values
from samenloop.language.explain import Members
from samenloop.language.values import FactRef, Thing, Value

NOWHERE = "geen:"
SOMETHING = "?"
"""Id of a home, debt or possession that is perhaps there and does not stand in the file."""
LISTS = {"woning": "woningen", "schuld": "schulden", "bezit": "bezittingen"}
"""The collection of a unit that the household file lists."""
_UNREGISTERED = "brp:"
_ELSEWHERE = frozenset({"dakloos", "azc", "detentie", "buitenland", "opvang", "instelling"})
_KIND_OF_PLACE = {"dakloos": "geen", "azc": "azc", "opvang": "opvang", "instelling": "instelling"}


def things_of(household: Household, unit: str) -> list[Thing]:
    """Every thing of a unit, in the order of the file."""
    people = [p.id for p in household.personen]
    if unit == "paar":
        return [pair(a, b) for a in people for b in people if a != b]
    if unit == "woning":
        return [Thing("woning", w.id) for w in _listed(household.woningen) if isinstance(w.id, str)]
    if unit == "schuld":
        return [Thing("schuld", _debt_id(s, i)) for i, s in enumerate(_listed(household.schulden))]
    if unit == "bezit":
        return [Thing("bezit", f"bezit{i + 1}") for i in range(len(_listed(household.vermogen)))]
    if unit == "huishouden":
        return [Thing("huishouden", "huishouden")]
    return [Thing(unit, p) for p in people]


def listed_in(thing: Thing) -> FactRef:
    """The list to complete before it is known whether something that is not in the file is there."""
    return FactRef("huishouden", "huishouden", LISTS[thing.unit])


def pair(one: str, other: str) -> Thing:
    """The ordered pair: in the eyes of ``one``, looking at ``other``."""
    return Thing("paar", f"{one}>{other}")


def ends(thing: Thing) -> tuple[str, str]:
    """The two persons of a pair."""
    one, _, other = thing.id.partition(">")
    return one, other


def model_of(household: Household, thing: Thing) -> Any:
    """The entry of the file behind a thing, or ``None``."""
    if thing.unit == "persoon":
        return next((p for p in household.personen if p.id == thing.id), None)
    if thing.unit == "woning" and thing.id.startswith(NOWHERE):
        return _no_home(household, thing)
    if thing.unit == "woning":
        return next((w for w in _listed(household.woningen) if w.id == thing.id), None)
    if thing.unit == "schuld":
        return next((s for i, s in enumerate(_listed(household.schulden)) if _debt_id(s, i) == thing.id), None)
    if thing.unit == "bezit":
        return dict(zip(things_of(household, "bezit"), _listed(household.vermogen), strict=True)).get(thing)
    return household if thing.unit == "huishouden" else None


def _no_home(household: Household, thing: Thing) -> Home | None:
    """What is known of the home of someone who has none: its kind."""
    name = thing.id.removeprefix(NOWHERE)
    if name.startswith(_UNREGISTERED):
        return Home.model_construct(id=thing.id, soort="geen")
    person = model_of(household, Thing("persoon", name))
    where = getattr(person.verblijf, "waar", None) if person is not None and person.verblijf else None
    kind = _KIND_OF_PLACE.get(where) if isinstance(where, str) else None
    return None if kind is None else Home.model_construct(id=thing.id, soort=kind)


def _listed(items: Any) -> tuple[Any, ...]:
    return items if isinstance(items, tuple) else ()


def _debt_id(debt: Any, index: int) -> str:
    return debt.id if isinstance(debt.id, str) else f"schuld{index + 1}"


def home_of(household: Household, link: str, thing: Thing) -> Value:
    """``verblijfswoning`` or ``brp_woning`` of a person.

    Two people who are both in a shelter, institution or abroad may be there together: then it is not known.
    """
    person = model_of(household, thing)
    part = None if person is None else (person.verblijf if link == "verblijfswoning" else person.brp)
    missing = values.unknown({FactRef("persoon", thing.id, link)})
    if part is None or part is UNKNOWN:
        return missing
    if isinstance(part.woning, str):
        return Value(exact=Thing("woning", part.woning))
    if part.woning is not None:
        return missing
    if link == "brp_woning":
        unregistered = part.inschrijving in ("geen", "briefadres")
        return Value(exact=Thing("woning", NOWHERE + _UNREGISTERED + thing.id)) if unregistered else missing
    if part.waar not in _ELSEWHERE:
        return missing
    doubt = frozenset[FactRef]() if part.waar == "detentie" else _perhaps_together(household, thing, part.waar)
    return values.unknown(doubt) if doubt else Value(exact=Thing("woning", NOWHERE + thing.id))


def _perhaps_together(household: Household, thing: Thing, where: str) -> frozenset[FactRef]:
    """What would tell whether others who are in the same kind of place, or may be, are there together."""
    out = set()
    for other in household.personen:
        stay = other.verblijf or None
        if other.id != thing.id and (stay is None or not isinstance(stay.woning, str)):
            place = None if stay is None else stay.waar
            if place == where:
                out.add(FactRef("persoon", thing.id, "verblijfswoning"))
            elif place is None or place is UNKNOWN:
                out.add(FactRef("persoon", other.id, "verblijfswoning"))
    return frozenset(out)


def occupants(household: Household, link: str, home: Thing, open_end: frozenset[FactRef]) -> Members:
    """Who really stays in a home (``bewoners``) or is registered there (``ingeschrevenen``)."""
    own = "verblijfswoning" if link == "bewoners" else "brp_woning"
    rows = []
    for person in things_of(household, "persoon"):
        at = home_of(household, own, person)
        rows.append((person, values.compare("=", at, Value(exact=home))))
    return Members(tuple(rows), open_end)


def tenant(household: Household, home: Thing, stays_at: Callable[[Thing], Value]) -> Value:
    """Who rents or is the main occupant: as the file says, else the one applicant (or only person) who stays there."""
    model = model_of(household, home)
    missing = values.unknown({FactRef("woning", home.id, "huurder")})
    if model is None:
        return missing
    if isinstance(model.hoofdbewoner, str):
        return Value(exact=Thing("persoon", model.hoofdbewoner))
    if model.hoofdbewoner is UNKNOWN:
        return missing
    here = Value(exact=home)
    inside = [(p, values.compare("=", stays_at(Thing("persoon", p.id)), here)) for p in household.personen]
    inside = [(person, stays) for person, stays in inside if not stays.is_false]
    likely = [(person, stays) for person, stays in inside if person.aanvrager is True]
    if not likely and household.is_complete("personen"):
        likely = inside
    return Value(exact=Thing("persoon", likely[0][0].id)) if len(likely) == 1 and likely[0][1].is_true else missing


def belongings(household: Household, link: str, thing: Thing, open_end: frozenset[FactRef]) -> Members:
    """``schulden_van`` or ``bezittingen_van`` a person: entries whose ``wie`` names the person."""
    unit, items = ("schuld", household.schulden) if link == "schulden_van" else ("bezit", household.vermogen)
    if not isinstance(items, tuple):
        return Members((), frozenset({FactRef("persoon", thing.id, link)}))
    rows = []
    for entry, item in zip(items, things_of(household, unit), strict=True):
        rows.append((item, owned(household, entry, thing.id, FactRef(unit, item.id, "wie"))))
    return Members(tuple(rows), open_end)


def owned(household: Household, entry: Any, person: str, ref: FactRef) -> Value:
    """Whether an entry with ``wie`` is this person's. Without ``wie`` it is, when there can be nobody else."""
    if isinstance(entry.wie, tuple):
        return values.known(person in entry.wie)
    alone = len(household.personen) == 1 and household.is_complete("personen")
    return values.TRUE if alone else values.unknown({ref})


def age(household: Household, person: str, day: dt.date, ref: FactRef) -> Value:
    """Age in completed years on a day."""
    here = any(one.id == person for one in household.personen)
    found = household.age_on(person, day) if here else None
    if found is None or found is UNKNOWN:
        return values.unknown({ref})
    if isinstance(found, int):
        return values.known(found)
    low = None if found.low is None else values.known(int(found.low)).exact
    return values.between(low, None if found.high is None else values.known(int(found.high)).exact, {ref})
