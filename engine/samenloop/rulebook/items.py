# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""Everything that was read, as flat lists of models with their places: the input of assembly and of the checks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from samenloop.rulebook import reading as r
from samenloop.rulebook.book import Replacement
from samenloop.rulebook.common import Mandator
from samenloop.rulebook.facts import Fact
from samenloop.rulebook.hooks import Hook, Knob
from samenloop.rulebook.laws import Article, Law, Parameter, Provision
from samenloop.rulebook.overlays import LocalRegulation, Overlay, OverlayChange, OverlayFile
from samenloop.rulebook.patterns import Pattern
from samenloop.rulebook.reading import Item, Place, ReadFile
from samenloop.rulebook.rules import Always, Example, NotModelled, Rule


@dataclass(frozen=True)
class UnitItem:
    """An ``altijd`` or an example with the unit and regime of its file."""

    always: Always | None
    example: Example | None
    unit: str
    regime: str
    place: Place
    other_day: bool = False
    """It stands under ``ook_op`` of an example that is there as well; ``place`` is that of its own block."""


@dataclass(frozen=True)
class LoadedOverlay:
    """An overlay with the places of its parts."""

    overlay: Overlay
    read: ReadFile
    regulations: tuple[Item[LocalRegulation], ...]
    facts: tuple[Item[Fact], ...]
    changes: tuple[Item[OverlayChange], ...]
    examples: tuple[Item[Example], ...]

    @property
    def place(self) -> Place:
        """The whole file."""
        return self.read.place


@dataclass(frozen=True)
class Items:
    """The parts of the rule base, with places. ``broken``: ids that a wrong entry would have declared."""

    facts: tuple[Item[Fact], ...] = ()
    rules: tuple[Item[Rule], ...] = ()
    laws: tuple[Item[Law], ...] = ()
    regulations: tuple[Item[LocalRegulation], ...] = ()
    articles: tuple[tuple[str, Item[Article]], ...] = ()
    """Each with its law."""
    parameters: tuple[tuple[str, Item[Parameter]], ...] = ()
    """Each with the law of its file."""
    knobs: tuple[Item[Knob], ...] = ()
    hooks: tuple[Item[Hook], ...] = ()
    patterns: tuple[Item[Pattern], ...] = ()
    cases: tuple[UnitItem, ...] = ()
    not_modelled: tuple[Item[NotModelled], ...] = ()
    provisions: tuple[Item[Provision], ...] = ()
    replacements: tuple[Replacement, ...] = ()
    broken: frozenset[str] = frozenset()

    def with_(self, **changes: object) -> Items:
        """The same with other parts."""
        return replace(self, **changes)  # type: ignore[arg-type]  # names and types are those of the fields


def collect(files: Iterable[ReadFile]) -> Items:
    """The parts of the base (overlays are left out)."""
    facts: list[Item[Fact]] = []
    rules: list[Item[Rule]] = []
    laws: list[Item[Law]] = []
    articles: list[tuple[str, Item[Article]]] = []
    parameters: list[tuple[str, Item[Parameter]]] = []
    knobs: list[Item[Knob]] = []
    hooks: list[Item[Hook]] = []
    patterns: list[Item[Pattern]] = []
    cases: list[UnitItem] = []
    missing: list[Item[NotModelled]] = []
    provisions: list[Item[Provision]] = []
    broken: set[str] = set()
    for file in files:
        broken |= file.broken
        if file.kind is r.OVERLAY:
            continue
        facts += file.of("feiten", Fact)
        for rule in file.of("regels", Rule):
            rule.model.placed(_regime(file))
            rules.append(rule)
        cases += _cases(file)
        missing += file.of("niet_gemodelleerd", NotModelled)
        if isinstance(file.top, Law):
            laws.append(Item(file.top.model_copy(update={"wet": _law(file)}), file.place))
        provisions += file.of("bepalingen", Provision)
        articles += [(_law(file), a) for a in file.of("artikelen", Article)]
        parameters += [(_law(file), p) for p in file.of("parameters", Parameter)]
        knobs += file.of("knoppen", Knob)
        hooks += file.of("uitzonderingen", Hook)
        patterns += file.of("patronen", Pattern)
    return Items(
        tuple(facts), tuple(rules), tuple(laws), (), tuple(articles), tuple(parameters), tuple(knobs), tuple(hooks),
        tuple(patterns), tuple(cases), tuple(missing), tuple(provisions), (), frozenset(broken),
    )  # fmt: skip


def collect_overlays(files: Iterable[ReadFile]) -> list[LoadedOverlay]:
    """The overlays whose top could be read."""
    out = []
    for file in files:
        if file.kind is not r.OVERLAY or not isinstance(file.top, OverlayFile):
            continue
        regulations = file.of("regelgeving", LocalRegulation)
        facts, examples = file.of("feiten", Fact), file.of("voorbeelden", Example)
        changes = file.of("wijzigt", OverlayChange)
        overlay = Overlay(
            file.top, file.name, tuple(i.model for i in regulations),
            tuple(i.model for i in file.of("mandaten", Mandator)), tuple(i.model for i in facts),
            tuple(i.model for i in changes), tuple(i.model for i in examples),
        )  # fmt: skip
        out.append(LoadedOverlay(overlay, file, regulations, facts, changes, examples))
    return out


def _cases(file: ReadFile) -> list[UnitItem]:
    unit, regime = _text(file, "over"), _regime(file)
    always = [UnitItem(i.model, None, unit, regime, i.place) for i in file.of("altijd", Always)]
    return always + list(on_every_day(file.of("voorbeelden", Example), unit, regime))


def on_every_day(examples: Iterable[Item[Example]], unit: str, regime: str) -> Iterator[UnitItem]:
    """Each example on its own day, and on the days of ``ook_op``."""
    for item in examples:
        yield UnitItem(None, item.model, unit, regime, item.place)
        for i, other in enumerate(item.model.on_other_days()):
            place = Place(item.place.document, (*item.place.path, "ook_op", i))
            yield UnitItem(None, other, unit, regime, place, other_day=True)


def _law(file: ReadFile) -> str:
    """The law a file of ``laws/`` is about: that of its folder (the checks hold that the file says the same)."""
    return file.name.split("/")[-3 if file.kind is r.PARAMETERS else -2]


def _regime(file: ReadFile) -> str:
    """The regime of a rule file; empty when the file and its folder disagree."""
    regime, folder = _text(file, "regeling"), file.name.split("/")[-2]
    return regime if folder in ("algemeen", regime) else ""


def _text(file: ReadFile, key: str) -> str:
    value = file.raw.get(key, "")
    return value if isinstance(value, str) else ""
