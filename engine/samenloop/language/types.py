# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""Types, and what a name in an expression means.

``Symbols`` is everything the rule base declares (facts, concepts, parameters, roles, links, units). ``Scope`` is that
seen from one rule: the unit it is about, and whether it stands inside ``toegang``. Name resolution, in this order:
loop variable, unit, ``peildatum`` (and the dates of ``toegang``), then fact, concept or open term of the rule's unit;
``parameters.<id>``; dotted: unit or variable, links, fact or concept.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Literal

from samenloop.errors import did_you_mean

Kind = Literal["ja_nee", "getal", "bedrag", "datum", "duur", "keuze", "tekst", "ding", "verzameling", "nul", "fout"]


@dataclass(frozen=True, slots=True)
class Type:
    """A type. ``unit`` is the money unit of a ``bedrag`` or the unit of a ``ding`` or ``verzameling``; ``choices``
    are the words of a ``keuze``. What is known of a number beyond that is no part of its identity: ``never_zero``
    and ``never_negative`` tell that its declared range keeps it from 0, or from going below 0."""

    kind: Kind
    unit: str = ""
    choices: tuple[str, ...] = ()
    never_zero: bool = field(default=False, compare=False)
    never_negative: bool = field(default=False, compare=False)

    def __str__(self) -> str:
        names = {
            "ja_nee": "ja of nee", "getal": "een getal", "bedrag": "een bedrag", "datum": "een datum",
            "duur": "een termijn", "keuze": "een keuze", "tekst": "een tekst", "ding": f"een {self.unit or 'eenheid'}",
            "verzameling": f"meer dan één {self.unit}", "nul": "nul", "fout": "onbekend",
        }  # fmt: skip
        return f"een bedrag ({self.unit})" if self.kind == "bedrag" and self.unit else names[self.kind]


JA_NEE, NUMBER, DATE, TERM, TEXT = Type("ja_nee"), Type("getal"), Type("datum"), Type("duur"), Type("tekst")
ZERO_TYPE, BROKEN = Type("nul", never_negative=True), Type("fout")


def fits(one: Type, other: Type) -> bool:
    """Whether two types can be compared or added."""
    kinds = {one.kind, other.kind}
    if "fout" in kinds:
        return True
    if "nul" in kinds:
        return kinds <= {"nul", "getal", "bedrag"}
    if kinds == {"keuze", "tekst"}:
        return True
    if one.kind != other.kind:
        return False
    return one.unit == other.unit if one.kind in ("bedrag", "ding") else True


@dataclass(frozen=True, slots=True)
class Link:
    """A step from one unit to another: ``brp_woning`` from persoon to woning; ``many`` when it has several ends."""

    id: str
    source: str
    target: str
    many: bool


@dataclass(frozen=True)
class Symbols:
    """What the rule base declares. ``concept_type`` gives the type of a concept (it may infer it)."""

    facts: Mapping[str, tuple[str, Type]]
    """fact id to (unit, type)"""
    concepts: Mapping[str, str]
    """concept id to its unit"""
    open_terms: Mapping[str, tuple[str, Type]]
    parameters: Mapping[str, Type]
    roles: Mapping[str, str]
    """role id to the unit of the one who holds it: ``persoon`` for roles of pairs, else the thing's unit"""
    links: Mapping[str, Link]
    units: frozenset[str]
    words: Mapping[str, frozenset[str]]
    """vocabulary lists that functions name: perioden, omrekening, aanspraken"""
    concept_type: Callable[[str], Type]
    factor: Callable[[str, str, str | None], object | None]
    """``Vocabulary.factor``: ``None`` when the law must name the conversion"""


COLLECTIONS = {"personen": "persoon", "woningen": "woning", "schulden": "schuld", "bezittingen": "bezit"}
ACCESS_DATES = frozenset({"aanvraagdatum", "meldingsdatum", "besluitdatum", "ontstaansdatum"})
GROUPS = {"persoon", "ander", "paar"}

What = Literal["start", "date", "fact", "concept", "open", "parameter", "collection"]


@dataclass(frozen=True, slots=True)
class Resolution:
    """What a name means. From ``start`` (a loop variable or unit name; empty: the rule's own unit) follow ``links``,
    then read ``id`` as ``what``. ``unit`` is where the links end."""

    what: What
    start: str
    links: tuple[str, ...]
    id: str
    unit: str
    type: Type


@dataclass(frozen=True)
class Scope:
    """The symbols seen from one rule over ``unit``; ``access`` inside a ``toegang`` block."""

    symbols: Symbols
    unit: str
    access: bool = False
    bound: Mapping[str, str] = field(default_factory=dict)
    """loop variables in force, with the unit each ranges over"""

    def binding(self, variable: str, unit: str) -> Scope:
        """The scope inside a loop."""
        return Scope(self.symbols, self.unit, self.access, {**self.bound, variable: unit})

    def units(self) -> dict[str, str]:
        """Names that stand for one thing here, with the unit each stands for."""
        own = {"huishouden": "huishouden"}
        if self.unit == "paar":
            own |= {"persoon": "persoon", "ander": "persoon", "paar": "paar"}
        else:
            own[self.unit] = self.unit
        if self.unit in ("persoon", "paar"):
            own |= {u: u for u in self.symbols.units if u not in GROUPS and self._is_group(u)}
        return {**own, **self.bound}

    def _is_group(self, unit: str) -> bool:
        return any(
            link.source == unit and link.target == "persoon" and link.many for link in self.symbols.links.values()
        ) and (unit not in ("woning", "huishouden", "schuld", "bezit"))

    def resolve(self, parts: tuple[str, ...]) -> Resolution | tuple[str, str]:
        """The meaning of a name, or (message, hint) when it has none."""
        dotted, s = ".".join(parts), self.symbols
        if parts[0] == "parameters":
            name = ".".join(parts[1:])
            if name in s.parameters:
                return Resolution("parameter", "", (), name, "", s.parameters[name])
            return "deze parameter bestaat niet.", did_you_mean(name, s.parameters)
        if len(parts) == 1 and parts[0] in self.bound:
            unit = self.bound[parts[0]]
            return Resolution("start", parts[0], (), "", unit, Type("ding", unit))
        if dotted == "peildatum" or (self.access and dotted in ACCESS_DATES):
            return Resolution("date", "", (), dotted, "", DATE)
        if dotted in ACCESS_DATES:
            return "deze datum bestaat alleen binnen toegang.", ""
        if parts[0] not in self.bound:
            found = self._leaf(dotted, self.unit, "", ())
            if found:
                return found
        if len(parts) == 1 and dotted in COLLECTIONS:
            unit = COLLECTIONS[dotted]
            return Resolution("collection", "", (), dotted, unit, Type("verzameling", unit))
        return self._dotted(parts)

    def _dotted(self, parts: tuple[str, ...]) -> Resolution | tuple[str, str]:
        here = self.units()
        rest = list(parts)
        start, unit = "", self.unit
        if rest[0] in here:
            start = rest.pop(0)
            unit = here[start]
        links: list[str] = []
        while rest and rest[0] in self.symbols.links:
            link = self.symbols.links[rest[0]]
            if link.source != unit:
                return f"de koppeling '{link.id}' gaat uit van {link.source}, niet van {unit}.", ""
            if link.many and len(rest) > 1:
                return f"'{link.id}' heeft meer dan één einde; tel of loop erover.", ""
            links.append(rest.pop(0))
            unit = link.target
            if link.many:
                return Resolution("collection", start, tuple(links), link.id, unit, Type("verzameling", unit))
        if not rest:
            return Resolution("start", start, tuple(links), "", unit, Type("ding", unit))
        leaf = ".".join(rest)
        found = self._leaf(leaf, unit, start, tuple(links))
        if found:
            return found
        s = self.symbols
        owner = s.facts[leaf][0] if leaf in s.facts else s.concepts.get(leaf)
        if owner:
            return f"dit hoort bij {owner}, niet bij {unit}; noem eerst de koppeling of persoon.", ""
        known = (*s.facts, *s.concepts, *s.open_terms, *here, *s.links, *COLLECTIONS)
        return "deze naam bestaat niet.", did_you_mean(leaf, known)

    def _leaf(self, name: str, unit: str, start: str, links: tuple[str, ...]) -> Resolution | None:
        s = self.symbols
        if name in s.facts and s.facts[name][0] == unit:
            return Resolution("fact", start, links, name, unit, s.facts[name][1])
        if name in s.concepts and s.concepts[name] == unit:
            return Resolution("concept", start, links, name, unit, s.concept_type(name))
        if name in s.open_terms and (s.open_terms[name][0] == unit or not (start or links)):
            return Resolution("open", start, links, name, unit, s.open_terms[name][1])
        return None
