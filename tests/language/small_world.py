# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""A rule base and a world of a few facts, just large enough for every construct of the language.

Nothing here is law. ``SYMBOLS`` declares; :class:`SmallWorld` gives the values, cell by cell; what has no cell is
unknown and names itself.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any

from samenloop.language import Expression, Link, Resolution, Scope, Symbols, Type, infer, parse_expression, values
from samenloop.language import nodes as n
from samenloop.language.explain import Frame, Members, evaluate
from samenloop.language.values import FactRef, Thing, Value

TODAY = dt.date(2018, 4, 1)
IK, ANDER, DERDE, VIERDE = (Thing("persoon", name) for name in ("ik", "ander", "derde", "vierde"))
PEOPLE = (IK, ANDER, DERDE, VIERDE)
HOME, ELSEWHERE = Thing("woning", "thuis"), Thing("woning", "elders")
DEBTS = tuple(Thing("schuld", f"schuld{i}") for i in (1, 2, 3))
PAIR = Thing("paar", "ik>ander")

MONTHLY, YEARLY, STOCK = Type("bedrag", "eur/maand"), Type("bedrag", "eur/jaar"), Type("bedrag", "eur")
WORDS = ("loon", "uitkering", "geen")

FACTS: dict[str, tuple[str, Type]] = {
    "leeftijd": ("persoon", Type("getal", never_negative=True)),
    "saldo": ("persoon", Type("getal")),
    "uitslag": ("persoon", Type("getal")),
    "deler": ("persoon", Type("getal", never_zero=True, never_negative=True)),
    "inkomen": ("persoon", MONTHLY),
    "jaarloon": ("persoon", YEARLY),
    "spaargeld": ("persoon", STOCK),
    "toelage": ("persoon", Type("bedrag", "eur/maand", never_negative=True)),
    "werkt": ("persoon", Type("ja_nee")),
    "ziek": ("persoon", Type("ja_nee")),
    "bron": ("persoon", Type("keuze", choices=WORDS)),
    "geboren": ("persoon", Type("datum")),
    "wachttijd": ("persoon", Type("duur")),
    "samenwonend": ("paar", Type("ja_nee")),
    "huur": ("woning", MONTHLY),
    "restschuld": ("schuld", Type("bedrag", "eur", never_negative=True)),
    "winst": ("schuld", STOCK),
}
CONCEPT_TYPES = {"zelf.draagkracht": MONTHLY, "zelf.kostendelers": Type("getal", never_negative=True)}
PARAMETERS = {
    "zelf.grens": Type("bedrag", "eur/maand", never_zero=True, never_negative=True),
    "zelf.deel": Type("getal", never_zero=True, never_negative=True),
    "zelf.ingang": Type("datum"),
    "zelf.termijn": Type("duur"),
}
LINKS = (
    Link("thuis", "persoon", "woning", False),
    Link("huurder", "woning", "persoon", False),
    Link("bewoners", "woning", "persoon", True),
    Link("schulden_van", "persoon", "schuld", True),
    Link("leden", "gezin", "persoon", True),
)
_FACTORS = {("jaar", "maand"): Fraction(1, 12), ("maand", "jaar"): Fraction(12)}


def factor(source: str, target: str, named: str | None) -> Fraction | None:
    """Months and years convert by themselves, a week to a month only with the name of the conversion."""
    if source == target:
        return Fraction(1)
    if named == "week_52":
        return {("week", "maand"): Fraction(52, 12), ("maand", "week"): Fraction(12, 52)}.get((source, target))
    return _FACTORS.get((source, target))


SYMBOLS = Symbols(
    facts=FACTS,
    concepts={"zelf.draagkracht": "persoon", "zelf.kostendelers": "persoon"},
    open_terms={"zelf.plaatselijk": ("persoon", MONTHLY)},
    parameters=PARAMETERS,
    roles={"zelf.partner": "persoon", "zelf.kostendeler": "persoon", "zelf.sociaal": "woning"},
    links={link.id: link for link in LINKS},
    units=frozenset({"persoon", "ander", "paar", "gezin", "huishouden", "woning", "schuld", "bezit"}),
    words={
        "perioden": frozenset({"week", "vier_weken", "maand", "kwartaal", "jaar"}),
        "omrekening": frozenset({"week_52", "maand_jaar"}),
        "aanspraken": frozenset({"hulp", "toeslag"}),
    },
    concept_type=CONCEPT_TYPES.__getitem__,
    factor=factor,
)


def scope(unit: str = "persoon", *, access: bool = False) -> Scope:
    """The names as a rule over this unit sees them."""
    return Scope(SYMBOLS, unit, access)


def problems(text: str, unit: str = "persoon", wanted: str | None = None, *, access: bool = False) -> list[str]:
    """``code@offset`` of every type problem."""
    found = infer(parse_expression(text), scope(unit, access=access), wanted)[1]
    return [f"{problem.code}@{problem.offset}" for problem in found]


def type_of(text: str, unit: str = "persoon") -> Type:
    """The type of an expression without problems."""
    found, wrong = infer(parse_expression(text), scope(unit))
    assert wrong == []
    return found


Cell = tuple[Any, ...]


@dataclass
class SmallWorld:
    """``cells`` gives values by what is asked: ``("inkomen", IK)``, ``("zelf.partner", ANDER, IK)``. A collection is
    the tuple of its members under ``(link, owner)``; whether each belongs is asked under ``(link, owner, member)`` and
    true when that has no cell. ``open_ends`` holds the collections that may have more members. ``asked`` remembers
    every cell that was read."""

    cells: Mapping[Cell, Any] = field(default_factory=dict)
    open_ends: frozenset[Cell] = frozenset()
    asked: list[Cell] = field(default_factory=list)

    def cell(self, *key: Any) -> Value:
        self.asked.append(key)
        made = self.cells.get(key)
        if made is None:
            thing = key[1] if len(key) > 1 and isinstance(key[1], Thing) else Thing("huishouden", "huishouden")
            return values.unknown({FactRef(thing.unit, thing.id, str(key[0]))})
        return made if isinstance(made, Value) else values.known(made)

    def resolve(self, parts: tuple[str, ...], scope: Scope) -> Resolution:
        found = scope.resolve(parts)
        assert isinstance(found, Resolution), found
        return found

    def money_unit(self, node: n.Node, scope: Scope) -> Type:
        return infer(Expression("", node), scope)[0]

    def factor(self, source: str, target: str, named: str | None) -> Fraction:
        found = factor(source, target, named)
        assert found is not None
        return found

    def fact(self, fact: str, thing: Thing) -> Value:
        return self.cell(fact, thing)

    def concept(self, concept: str, thing: Thing) -> Value:
        return self.cell(concept, thing)

    def open_term(self, term: str, thing: Thing) -> Value:
        return self.cell(term, thing)

    def parameter(self, parameter: str) -> Value:
        return self.cell(parameter)

    def date(self, name: str, thing: Thing) -> Value:
        return self.cells.get((name,)) or values.known(TODAY)

    def group(self, unit: str, thing: Thing) -> Thing:
        return Thing(unit, thing.id.split(">")[0])

    def follow(self, link: str, thing: Thing) -> Value:
        return self.cell(link, thing)

    def members(self, link: str, thing: Thing | None) -> Members:
        self.asked.append((link, thing))
        everything = {"personen": PEOPLE, "schulden": DEBTS}.get(link, ())
        listed = self.cells.get((link, thing), everything)
        rows = [
            (one, self.cell(link, thing, one) if (link, thing, one) in self.cells else values.TRUE) for one in listed
        ]
        more = (
            frozenset({FactRef("huishouden", "huishouden", link)}) if (link, thing) in self.open_ends else frozenset()
        )
        return Members(tuple(rows), more)

    def role(self, role: str, who: Thing, of: Thing | None) -> Value:
        return self.cell(role, who, of)

    def right(self, entitlement: str, thing: Thing) -> Value:
        return self.cell("recht", thing, entitlement)

    def paid(self, entitlement: str, thing: Thing) -> Value:
        return self.cell("betaald", thing, entitlement)

    def height(self, entitlement: str, thing: Thing) -> Value:
        return self.cell("hoogte", thing, entitlement)

    def counted(self, kind: str, regime: str, thing: Thing) -> Value:
        return self.cell("meegeteld", thing, kind, regime)

    def previous(self, concept: str, thing: Thing) -> Value:
        return self.cell("vorige_periode", thing, concept)


def frame(thing: Thing = IK, *, access: bool = False) -> Frame:
    """The frame of a rule about a thing, of the regime ``zelf``."""
    names = {thing.unit: thing}
    if thing.unit == "paar":
        names = {"persoon": IK, "ander": ANDER, "paar": thing}
    return Frame(Scope(SYMBOLS, thing.unit, access), thing, names, "zelf")


def value(text: str, cells: Mapping[Cell, Any] | SmallWorld | None = None, thing: Thing = IK, **options: Any) -> Value:
    """The value of an expression that types, in a world of these cells."""
    expression, here = parse_expression(text), frame(thing, **options)
    assert infer(expression, here.scope)[1] == []
    world = cells if isinstance(cells, SmallWorld) else SmallWorld(cells or {})
    return evaluate(expression, world, here)
