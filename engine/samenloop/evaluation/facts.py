# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""Facts of one household on one day: which value a declared fact has for a thing, and how it came by it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from itertools import permutations
from typing import Any

from samenloop.domain import UNKNOWN, Household
from samenloop.evaluation import paths, things
from samenloop.evaluation.variation import Variation
from samenloop.language import values
from samenloop.language.explain import Members
from samenloop.language.values import FactRef, Thing, Value
from samenloop.rulebook import Fact, FactPath, Rulebook
from samenloop.rulebook.facts import SHARED_LISTS


@dataclass(frozen=True, slots=True)
class Estimate:
    """A fact that was not given but read second-hand (``of_uit``): the path or the concept it came from."""

    ref: FactRef
    path: str


class Facts:
    """See the module. ``estimates`` fills while facts are read."""

    def __init__(self, household: Household, book: Rulebook, day: dt.date, variation: Variation) -> None:
        self.household, self.book, self.day, self.variation = household, book, day, variation
        self.estimates: dict[FactRef, Estimate] = {}

    def things(self, unit: str) -> list[Thing]:
        """Every thing of a unit."""
        return things.things_of(self.household, unit)

    def value(self, fact: Fact, thing: Thing) -> Value:
        """The value of a fact for a thing; unknown when the household does not say."""
        ref = FactRef(thing.unit, thing.id, fact.feit)
        changed = self.variation.facts.get(ref)
        if changed is not None:
            return changed
        if thing.id == things.SOMETHING:
            return self._within_bounds(fact, values.unknown({things.listed_in(thing)}))
        made = self._judgement(fact, ref) if fact.open_norm else values.unknown({ref})
        if not made.is_known and not fact.is_judgement:
            made = self._read(fact, thing, ref)
        if not made.is_known and not made.has_range and fact.of_uit is not None and fact.of_uit.pad is not None:
            second = self._second_hand(fact, fact.of_uit.pad, thing, ref)
            if second.is_known or second.has_range:
                self.estimates[ref] = Estimate(ref, fact.of_uit.source)
                return second
        return made if made.is_known else self._within_bounds(fact, made)

    def _within_bounds(self, fact: Fact, made: Value) -> Value:
        """A number that is not known lies in the declared range of its fact; no number in the file is below 0."""
        if fact.soort not in ("geheel", "getal", "bedrag", "percentage"):
            return made
        low, high = (None, None) if fact.bereik is None else (fact.bereik.van, fact.bereik.tot)
        least = low if isinstance(low, Fraction) else Fraction(0)
        lows = [least, *([] if made.low is None else [made.low])]
        highs = [end for end in (high, made.high) if isinstance(end, Fraction)]
        if highs and max(lows) > min(highs):
            return made  # what the file says goes before the declared range
        return values.between(max(lows), min(highs) if highs else None, made.missing, made.outside)

    def _judgement(self, fact: Fact, ref: FactRef) -> Value:
        answers = self.household.oordelen if isinstance(self.household.oordelen, Mapping) else {}
        whose = [ref.id] if ref.unit != "paar" else [".".join(pair) for pair in permutations(ref.id.split(">"))]
        for key in (*(f"{who}.{fact.feit}" for who in whose), fact.feit):
            found = answers.get(key)
            if found is not None:
                word = str(found.oordeel)
                return {"ja": values.TRUE, "nee": values.FALSE}.get(word, values.unknown({ref}))
        return values.unknown({ref})

    def _read(self, fact: Fact, thing: Thing, ref: FactRef) -> Value:
        if thing.unit == "persoon" and fact.uit.text == "leeftijd":
            return things.age(self.household, thing.id, self.day, ref)
        return self._path(fact.uit.steps, fact.samen, fact, thing, ref, None)

    def _second_hand(self, fact: Fact, path: FactPath, thing: Thing, ref: FactRef) -> Value:
        assert fact.of_uit is not None
        return self._path(path.steps, fact.of_uit.samen, fact, thing, ref, fact.of_uit)

    def _path(self, steps: Any, combine: str | None, fact: Fact, thing: Thing, ref: FactRef, second: Any) -> Value:
        root, names = self._root(thing, steps[0].key)
        if root is None:
            return values.unknown({ref})
        about = self.book.list_facts.get((thing.unit, steps[0].key))
        if about is not None and getattr(root, steps[0].key, None) in (None, UNKNOWN):
            return values.unknown({FactRef(thing.unit, thing.id, about)})  # one question for the whole list
        shared = thing.unit == "persoon" and steps[0].key in SHARED_LISTS
        return paths.read(
            steps,
            combine,
            fact.eenheid if fact.soort == "bedrag" else None,
            paths.Place(
                root=root,
                names=names,
                day=self.day,
                incomplete=lambda key: self.is_open(key, thing),
                ref=ref,
                factor=self.book.vocabulary.factor,
                allowed=None if second is None or second.alleen_als is None else dict(second.alleen_als),
                skipped=None if second is None or second.behalve is None else dict(second.behalve),
                owned=lambda entry: things.owned(self.household, entry, thing.id, ref) if shared else values.TRUE,
            ),
        )

    def _root(self, thing: Thing, key: str) -> tuple[Any, dict[str, str]]:
        """Where a path starts: the thing's own entry, or the entries of a shared list that are this person's."""
        house = self.household
        if thing.unit == "paar":
            one, other = things.ends(thing)
            if not isinstance(house.relaties, tuple):
                return {"relatie": None}, {}
            mine = tuple(r for r in house.relaties if {r.van, r.naar} == {one, other})
            return {"relatie": mine}, {"persoon": one, "ander": other}
        if thing.unit == "persoon" and key in SHARED_LISTS:
            return {key: getattr(house, key)}, {"persoon": thing.id}
        return things.model_of(house, thing), {"persoon": thing.id}

    def is_open(self, key: str, thing: Thing) -> bool:
        """Whether a list of the household may have more entries than it shows."""
        name = {"relatie": "relaties"}.get(key, key)
        paths = (path.split(".") for path in self.household.onvolledig)
        whole = thing.unit == "huishouden"
        return any(parts[-1] == name and (whole or len(parts) == 1 or thing.id in parts) for parts in paths)

    def open_term(self, term: str) -> Value | None:
        """The value of an open local choice, where the case itself gives it."""
        return self.variation.facts.get(FactRef("huishouden", "huishouden", term))

    def link(self, link: str, thing: Thing) -> Value:
        """The end of a link with one end."""
        changed = self.variation.facts.get(FactRef(thing.unit, thing.id, link))
        if changed is not None:
            return changed
        if link in ("verblijfswoning", "brp_woning"):
            return things.home_of(self.household, link, thing)
        if thing.id == things.SOMETHING:
            return values.unknown({things.listed_in(thing)})
        if link == "huurder":
            return things.tenant(self.household, thing, lambda person: self.link("verblijfswoning", person))
        return values.unknown({FactRef(thing.unit, thing.id, link)})

    def members(self, link: str, thing: Thing | None) -> Members:
        """The ends of a link with many ends, or everything of a collection (``personen`` ...)."""
        house = self.household
        unit = {"personen": "persoon", "woningen": "woning", "schulden": "schuld", "bezittingen": "bezit"}.get(link)
        anybody = frozenset({FactRef("huishouden", "huishouden", "personen")}) if self._more_people() else frozenset()
        if unit is not None:
            complete = house.is_complete({"bezittingen": "vermogen"}.get(link, link))
            more = frozenset() if complete else frozenset({FactRef("huishouden", "huishouden", link)})
            rows = tuple((t, values.TRUE) for t in self.things(unit))
            return Members(rows, anybody if unit == "persoon" else more)
        assert thing is not None
        if link in ("bewoners", "ingeschrevenen"):
            return self._with_changes(things.occupants(house, link, thing, anybody), link, thing)
        complete = house.is_complete({"schulden_van": "schulden"}.get(link, "vermogen"))
        more = frozenset() if complete else frozenset({FactRef(thing.unit, thing.id, link)})
        return things.belongings(house, link, thing, more)

    def _with_changes(self, members: Members, link: str, home: Thing) -> Members:
        own = "verblijfswoning" if link == "bewoners" else "brp_woning"
        rows = []
        for person, inside in members.things:
            changed = self.variation.facts.get(FactRef("persoon", person.id, own))
            rows.append((person, inside if changed is None else values.compare("=", changed, Value(exact=home))))
        return Members(tuple(rows), members.open_end)

    def _more_people(self) -> bool:
        return "personen" in self.household.onvolledig


def money(amount: Any) -> Value:
    """A money value of the case file as EUR; unknown without a name when it is not given."""
    if amount is None or amount is UNKNOWN:
        return values.unknown()
    low, high = getattr(amount, "low", amount), getattr(amount, "high", amount)
    return values.between(None if low is None else Fraction(low), None if high is None else Fraction(high))
