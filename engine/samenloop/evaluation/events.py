# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""``gebeurtenis``: the household after an event, as a variation.

An event changes only the facts it is about: someone who moves in stays somewhere else, and is registered there only
when the event is a registration. Events that change nothing the case file can express give ``None``: the caller says
so instead of guessing.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any

from samenloop.domain import Event, Household, Income, Person, Range, Registration, Relation, Stay
from samenloop.evaluation.variation import Variation

_Change = Callable[[Household, str, Mapping[str, Any]], Household | None]


def happened(household: Household, event: Event) -> Variation | None:
    """The household after an event; ``None`` when this event cannot be imitated with what the file says."""
    details = event.details if isinstance(event.details, Mapping) else {}
    change = _CHANGES.get(str(event.soort))
    if change is None or not isinstance(event.wie, tuple):
        return None
    after: Household | None = household
    for who in event.wie:
        after = change(after, who, details) if after is not None else None
    if after is None or after == household:
        return None
    events = household.gebeurtenissen
    if isinstance(events, tuple):
        told = tuple(e.model_copy(update={"status": "gebeurd"}) if e is event else e for e in events)
        after = after.model_copy(update={"gebeurtenissen": told})
    return Variation(household=after)


def _with_person(house: Household, who: str, change: Callable[[Person], Person]) -> Household:
    people = tuple(change(p) if p.id == who else p for p in house.personen)
    return house.model_copy(update={"personen": people})


def _stay(house: Household, who: str, home: str | None, where: str = "woning", sort: Any = None) -> Household:
    new = Stay.model_construct(waar=where, woning=home, soort=sort)
    return _with_person(house, who, lambda p: p.model_copy(update={"verblijf": new}))


def _moves_in(house: Household, who: str, details: Mapping[str, Any]) -> Household | None:
    home = details.get("woning")
    host = details.get("bij")
    if not isinstance(home, str) and isinstance(host, str):
        stay = house.person(host).verblijf
        home = stay.woning if isinstance(stay, Stay) else None
    if not isinstance(home, str):
        return None
    before = house.person(who).verblijf
    after = _stay(house, who, home)
    if details.get("oude_woning") == "opgezegd" and isinstance(before, Stay) and isinstance(before.woning, str):
        after = _given_up(after, before.woning)
    return after


def _given_up(house: Household, home: str) -> Household:
    """Nothing is due any more for a home that was given up, unless somebody else still stays there. Who is registered
    there stays so: registration is an event of its own."""
    stays = (person.verblijf for person in house.personen)
    if not isinstance(house.woningen, tuple) or any(isinstance(s, Stay) and s.woning == home for s in stays):
        return house
    free = {key: Decimal(0) for key in ("kale_huur", "servicekosten", "subsidiabele_servicekosten", "andere_lasten")}
    homes = tuple(w.model_copy(update=free) if w.id == home else w for w in house.woningen)
    return house.model_copy(update={"woningen": homes})


def _leaves(house: Household, who: str, details: Mapping[str, Any]) -> Household | None:
    home = details.get("naar")
    return _stay(house, who, home) if isinstance(home, str) else None


def _admitted(house: Household, who: str, details: Mapping[str, Any]) -> Household | None:
    home, sort = details.get("woning"), details.get("soort")
    return _stay(house, who, home if isinstance(home, str) else None, "instelling", sort)


def _detained(house: Household, who: str, details: Mapping[str, Any]) -> Household | None:
    return _stay(house, who, None, "detentie")


def _registers(house: Household, who: str, details: Mapping[str, Any]) -> Household | None:
    how, home = details.get("inschrijving"), details.get("woning")
    if not isinstance(how, str):
        return None
    new = Registration.model_construct(inschrijving=how, woning=home if isinstance(home, str) else None)
    return _with_person(house, who, lambda p: p.model_copy(update={"brp": new}))


def _marries(house: Household, who: str, details: Mapping[str, Any]) -> Household | None:
    other = details.get("met")
    if not isinstance(other, str) or not isinstance(house.relaties, tuple):
        return None
    new = Relation.model_construct(soort="gehuwd", van=who, naar=other)
    return house.model_copy(update={"relaties": (*house.relaties, new)})


def _parts(house: Household, who: str, details: Mapping[str, Any]) -> Household | None:
    other = details.get("van")
    if not isinstance(other, str) or not isinstance(house.relaties, tuple):
        return None
    together = {"gehuwd", "geregistreerd_partner", "samenwonend"}
    kept = tuple(r for r in house.relaties if not ({r.van, r.naar} == {who, other} and r.soort in together))
    new = Relation.model_construct(soort="ex_partner", van=who, naar=other)
    return house.model_copy(update={"relaties": (*kept, new)})


def _dies(house: Household, who: str, details: Mapping[str, Any]) -> Household | None:
    people = tuple(p for p in house.personen if p.id != who)
    if not people:
        return None
    kept = house.relaties
    if isinstance(kept, tuple):
        kept = tuple(r for r in kept if who not in (r.van, r.naar))
    homes = house.woningen
    if isinstance(homes, tuple):
        homes = tuple(w.model_copy(update={"hoofdbewoner": None}) if w.hoofdbewoner == who else w for w in homes)
    return house.model_copy(update={"personen": people, "relaties": kept, "woningen": homes})


def _income(house: Household, who: str, details: Mapping[str, Any], kind: str, amount: Any) -> Household | None:
    per = details.get("per", "maand")
    listed = next((p.inkomen for p in house.personen if p.id == who), None)
    if not isinstance(amount, (Decimal, Range)) or not isinstance(per, str) or not isinstance(listed, tuple):
        return None
    before = {entry.bruto for entry in listed if entry.soort == kind}
    gross = before.pop() if len(before) == 1 else None  # another amount of the same income is told the same way
    hours = details.get("uren_per_week")
    new = Income.model_construct(soort=kind, bedrag=amount, per=per, bruto=gross, uren_per_week=hours)
    others = tuple(entry for entry in listed if entry.soort not in (kind, "geen"))
    return _with_person(house, who, lambda person: person.model_copy(update={"inkomen": (*others, new)}))


def _income_changes(house: Household, who: str, details: Mapping[str, Any]) -> Household | None:
    kind = details.get("soort")
    return _income(house, who, details, kind, details.get("bedrag")) if isinstance(kind, str) else None


def _starts_work(house: Household, who: str, details: Mapping[str, Any]) -> Household | None:
    return _income(house, who, details, "loon", details.get("loon"))


def _without_income(*kinds: str) -> _Change:
    def change(house: Household, who: str, details: Mapping[str, Any]) -> Household | None:
        def drop(person: Person) -> Person:
            if not isinstance(person.inkomen, tuple):
                return person
            return person.model_copy(update={"inkomen": tuple(i for i in person.inkomen if i.soort not in kinds)})

        return _with_person(house, who, drop)

    return change


def _rent_changes(house: Household, home: str, details: Mapping[str, Any]) -> Household | None:
    rent = details.get("kale_huur")
    if not isinstance(house.woningen, tuple) or not isinstance(rent, (Decimal, Range)):
        return None
    homes = tuple(w.model_copy(update={"kale_huur": rent}) if w.id == home else w for w in house.woningen)
    return house.model_copy(update={"woningen": homes})


def _turns(house: Household, who: str, details: Mapping[str, Any]) -> Household | None:
    age = details.get("leeftijd")
    if not isinstance(age, int):
        return None
    return _with_person(
        house,
        who,
        lambda p: p.model_copy(update={"leeftijd": age, "geboortemaand": None, "dagen_tot_verjaardag": None}),
    )


def _stops_studying(house: Household, who: str, details: Mapping[str, Any]) -> Household | None:
    return _with_person(house, who, lambda p: p.model_copy(update={"studie": "geen"}))


_CHANGES: Mapping[str, _Change] = {
    "trekt_in": _moves_in,
    "gaat_weg": _leaves,
    "verhuizing": _leaves,
    "uitstroom_azc": _leaves,
    "opname": _admitted,
    "detentie": _detained,
    "registratie": _registers,
    "huwelijk": _marries,
    "scheiding": _parts,
    "overlijden": _dies,
    "inkomen_verandert": _income_changes,
    "baan": _starts_work,
    "baan_kwijt": _without_income("loon"),
    "huurwijziging": _rent_changes,
    "wordt_leeftijd": _turns,
    "studie_stop": _stops_studying,
}

IMITATED = frozenset(_CHANGES)
"""The events of the vocabulary that can be evaluated."""


def planned(household: Household) -> tuple[Event, ...]:
    """The events the case file calls considered (``overwogen``): the family's own idea, or a helper's."""
    found = household.gebeurtenissen
    return tuple(e for e in found if e.status == "overwogen") if isinstance(found, tuple) else ()
