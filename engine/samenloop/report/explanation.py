# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""Why an outcome is what it is, and why not: a value with the rules behind it, as data and as text."""

from __future__ import annotations

from io import StringIO

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from samenloop.report import money
from samenloop.report.model_rights import TraceNode
from samenloop.report.parts import Comparison, Part
from samenloop.report.text_parts import KEEP, articles

_KINDS = {
    "aanspraak": "aanspraak", "begrip": "berekend", "feit": "gegeven uit het bestand", "parameter": "bedrag uit de wet",
    "open_term": "lokale keuze", "rol": "rol",
}  # fmt: skip
_DEPTH = 8


class Answer(Part):
    """One answer: for whom, what came out, why (the id of a node in ``herleiding``), why not, and what is missing."""

    wie: str
    uitkomst: str
    waarom_niet: tuple[str, ...]
    ontbreekt: tuple[str, ...]
    herleiding: tuple[str, ...]
    vervallen: tuple[str, ...] = ()


class Explanation(Part):
    """What was asked, for everybody it concerns."""

    begrip: str
    soort: str
    naam: str
    omschrijving: tuple[str, ...]
    antwoorden: tuple[Answer, ...]
    herleiding: tuple[TraceNode, ...]
    vrijwaring: tuple[str, ...]


def render(found: Explanation, width: int = 80, *, colour: bool = False) -> str:
    """The explanation as text."""
    out = StringIO()
    console = Console(
        file=out, width=width, color_system="standard" if colour else None, force_terminal=colour, highlight=False,
        markup=False, emoji=False, legacy_windows=False, no_color=not colour,
    )  # fmt: skip
    _Writer(found, console).write()
    text = out.getvalue().replace(KEEP, "\u00a0")
    return "".join(f"{line.rstrip()}\n" for line in text.splitlines())


class _Writer:
    def __init__(self, found: Explanation, console: Console) -> None:
        self.found, self.console = found, console
        self.nodes = {node.id: node for node in found.herleiding}

    def write(self) -> None:
        found = self.found
        self.say(f"{found.naam} ({found.soort} {found.begrip})", style="bold")
        for line in found.omschrijving:
            self.say(line)
        for answer in found.antwoorden:
            self.console.print()
            whose = f"{answer.wie}: " if answer.wie else ""
            self.say(f"{whose}{answer.uitkomst}", style="bold")
            for line in answer.waarom_niet:
                self.item(line)
            for line in answer.vervallen:
                self.item(line)
            if answer.ontbreekt:
                self.say(f"Ontbreekt: {', '.join(answer.ontbreekt)}", indent=2)
            shown: set[str] = set()
            for key in answer.herleiding:
                self.node(key, 1, shown)
        self.console.print()
        for line in found.vrijwaring:
            self.say(line, style="dim")

    def say(self, text: str, *, indent: int = 0, style: str = "") -> None:
        self.console.print(Padding(Text(text.replace("\u00a0", KEEP), style=style), (0, 0, 0, indent)))

    def item(self, text: str) -> None:
        grid = Table.grid(padding=(0, 1, 0, 0))
        grid.add_row(Text("-"), Text(text.replace("\u00a0", KEEP)))
        self.console.print(Padding(grid, (0, 0, 0, 2)))

    def node(self, key: str, depth: int, shown: set[str]) -> None:
        node = self.nodes.get(key)
        if node is None:
            return
        indent = 2 * depth
        whose = f" ({node.wie})" if node.wie else ""
        line = f"{node.naam}{whose}: {node.waarde}"
        if key in shown:
            self.say(f"{line} (zie hierboven)", indent=indent)
            return
        shown.add(key)
        self.say(f"{line}{_source(node)}", indent=indent)
        if node.titel and node.soort in ("begrip", "aanspraak"):
            self.say(f"regel: {node.titel} ({node.regel}); {articles(node.grondslag)}", indent=indent + 4, style="dim")
        if node.zin:
            self.say(f"berekening: {node.zin}", indent=indent + 4, style="dim")
        for comparison in node.vergelijkingen:
            self.say(_compared(comparison), indent=indent + 4, style="dim")
        for tried in node.niet_toegepast:
            met = {"ja": "gold wel", "nee": "gold niet", "onbekend": "niet bekend of zij gold"}[tried.gold]
            bases = articles(tried.grondslag)
            self.say(f"niet toegepast: {tried.titel}: {met}; {bases}", indent=indent + 4, style="dim")
            for comparison in tried.vergelijkingen:
                self.say(_compared(comparison), indent=indent + 8, style="dim")
        if depth < _DEPTH:
            for child in node.uit:
                self.node(child, depth + 1, shown)


def _source(node: TraceNode) -> str:
    if node.soort == "parameter":
        until = f" tot en met {money.short_day(node.geldig_tot)}" if node.geldig_tot is not None else ""
        since = f", vanaf {money.short_day(node.geldig_van)}{until}" if node.geldig_van is not None else ""
        return f"  [{_KINDS[node.soort]}: {articles(node.grondslag)}{since}]"
    if node.soort == "feit":
        return f"  [{_KINDS[node.soort]}: {node.bron}]"
    if node.soort in ("rol", "open_term"):
        return f"  [{_KINDS[node.soort]}]"
    return ""


def _compared(found: Comparison) -> str:
    return f"{found.tekst}: {found.links} en {found.rechts}: {found.klopt}"
