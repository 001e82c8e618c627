# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""Worked examples: every name exists, belongs to the unit it is given for, and has a value of its type."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from samenloop.documents import Path
from samenloop.errors import did_you_mean
from samenloop.language import Type
from samenloop.rulebook.checks.facts import UNITS as FACT_UNITS
from samenloop.rulebook.checks.report import Report
from samenloop.rulebook.items import UnitItem
from samenloop.rulebook.rules import AlsoOn, Example
from samenloop.rulebook.values import expected, read_value

_SELF = "ik"


def check(report: Report) -> None:
    """R190 name, R191 unit, R192 value, R193 link, R194 no concept, R195 missing what, R196 id, R197 who."""
    applied = set(report.book.applied)
    for case in report.items.cases:
        if case.example is not None and not case.other_day and set(case.example.overlay or ()) <= applied:
            _Example(report, case, case.example).check()


class _Example:
    def __init__(self, report: Report, case: UnitItem, example: Example) -> None:
        self.report, self.place, self.example = report, case.place, example
        self.unit = case.unit or "persoon"
        self.units: dict[str, str] = {_SELF: self.unit}

    def check(self) -> None:
        also = self.example.ook or ()
        for i, one in enumerate(also):
            if one.id in self.units:
                self.say("R196", "deze id staat er al; de eenheid zelf heet ik.", ("ook", i, "id"))
            self.units[one.id] = one.eenheid
        for i, one in enumerate(also):
            for key, person in (("persoon", one.persoon), ("ander", one.ander)):
                if person is not None and self.units.get(person) != "persoon":
                    self.say("R197", "deze id is geen persoon in dit voorbeeld.", ("ook", i, key))
            self.given(one.gegeven or {}, one.eenheid, ("ook", i, "gegeven"))
        self.given(self.example.gegeven, self.unit, ("gegeven",))
        self.expects(self.example, ())
        for i, other in enumerate(self.example.ook_op or ()):
            self.expects(other, ("ook_op", i))

    def given(self, values: Mapping[str, int | str], unit: str, at: Path) -> None:
        symbols = self.report.book.symbols
        for name, raw in values.items():
            where = (*at, name)
            if name in symbols.links:
                self.link(name, raw, unit, where)
            elif name in symbols.facts:
                whole = self.report.book.facts[name].soort == "geheel"
                self.value(name, symbols.facts[name], raw, unit, where, whole=whole)
            elif name in symbols.concepts:
                self.value(name, (symbols.concepts[name], symbols.concept_type(name)), raw, unit, where)
            elif name in symbols.open_terms:
                self.value(name, symbols.open_terms[name], raw, unit, where)
            else:
                known = (*symbols.facts, *symbols.concepts, *symbols.open_terms, *symbols.links)
                self.unknown("R190", "dit feit, begrip of deze koppeling", name, known, where)

    def link(self, name: str, raw: int | str, unit: str, at: Path) -> None:
        link = self.report.book.symbols.links[name]
        if link.source != unit:
            self.say("R191", f"de koppeling '{name}' gaat uit van {link.source}, niet van {unit}.", at, key=True)
        elif raw != "onbekend" and self.units.get(str(raw)) != link.target:
            ids = [i for i, u in self.units.items() if u == link.target]
            message = f"verwacht de id van een {link.target} in dit voorbeeld."
            self.report.say(self.place, "R193", message, did_you_mean(str(raw), ids), at=at)

    def value(
        self, name: str, known: tuple[str, Type], raw: int | str, unit: str, at: Path, *, whole: bool = False
    ) -> None:
        owner, kind = known
        if name in self.report.book.facts and owner not in FACT_UNITS:
            return  # told by ``facts``
        if owner != unit and not self.same(owner, unit):
            self.say("R191", f"'{name}' hoort bij {owner}, niet bij {unit}.", at, key=True)
            return
        try:
            read_value(kind, raw, whole=whole)
        except ValueError:
            self.say("R192", f"verwacht {expected(kind, whole=whole)}.", at)

    def same(self, owner: str, unit: str) -> bool:
        """A group is that of the person under test."""
        scope = self.report.book.scope(unit)
        return unit == "persoon" and owner in scope.units()

    def expects(self, wanted: Example | AlsoOn, at: Path) -> None:
        symbols = self.report.book.symbols
        for name, raw in (wanted.verwacht or {}).items():
            if name in symbols.concepts:
                known = (symbols.concepts[name], symbols.concept_type(name))
                self.value(name, known, raw, self.unit, (*at, "verwacht", name))
            else:
                self.unknown("R194", "dit begrip", name, symbols.concepts, (*at, "verwacht", name))
        outcomes = {*symbols.concepts, *self.report.book.vocabulary.ids("aanspraken")}
        for name, missing in (wanted.ontbreekt or {}).items():
            if name not in outcomes:
                self.unknown("R195", "dit begrip of deze aanspraak", name, outcomes, (*at, "ontbreekt", name))
            for i, fact in enumerate(missing):
                known_facts = (*symbols.facts, *symbols.open_terms)
                if fact not in known_facts:
                    self.unknown("R195", "dit feit of deze open term", fact, known_facts, (*at, "ontbreekt", name, i))
        for i, role in enumerate(wanted.rollen or ()):
            for key, who in (("wie", role.wie), ("van", role.van)):
                if who is not None and who not in self.units:
                    hint = did_you_mean(who, self.units)
                    message = "deze id staat niet in dit voorbeeld; de eenheid zelf heet ik."
                    self.report.say(self.place, "R197", message, hint, at=(*at, "rollen", i, key))

    def say(self, code: str, message: str, at: Path, *, key: bool = False) -> None:
        self.report.say(self.place, code, message, at=at, key=key)

    def unknown(self, code: str, what: str, name: str, known: Collection[str], at: Path) -> None:
        if name not in self.report.items.broken:
            hint = did_you_mean(name, known)
            key = isinstance(at[-1], str)
            self.report.say(self.place, code, f"{what} bestaat niet.", hint, at=at, key=key)
