# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""Where every value comes from, in HTML: one folded part per value, linked to what it was made of."""

from __future__ import annotations

from collections.abc import Iterable

from samenloop.report.markup import Child, Html, bullets, details, el, fields, section, table
from samenloop.report.model import Report
from samenloop.report.model_rights import TraceNode
from samenloop.report.parts import Basis, Comparison

_KINDS = {
    "aanspraak": "aanspraak", "begrip": "berekend", "feit": "gegeven uit het bestand", "parameter": "bedrag uit de wet",
    "open_term": "lokale keuze", "rol": "rol",
}  # fmt: skip


def anchor(report: Report, key: str | None) -> str:
    """The id on the page of a node of the trace."""
    order = {node.id: i for i, node in enumerate(report.herleiding, 1)}
    return f"h{order[key]}" if key in order else "herleiding"


def bases(found: Iterable[Basis]) -> Html | None:
    """Legal bases in words with their Juriconnect reference."""
    items: list[Child] = [
        [b.tekst, [" ", el("code", b.jci)] if b.jci else None] for b in dict.fromkeys(found) if b.tekst
    ]
    if len(items) == 1:
        return el("span", items[0])
    return bullets(items)


def comparisons(found: Iterable[Comparison], caption: str) -> Html | None:
    """Comparisons that were made, as a table."""
    rows = [[c.tekst, c.links, c.rechts, c.klopt] for c in found]
    return table(caption, ["Vergelijking", "Links", "Rechts", "Klopt"], rows, numbers=(1, 2)) if rows else None


def trace(report: Report) -> Html:
    """Every value with its rule, articles, comparisons, exceptions that did not hold, and what it was made of."""
    order = {node.id: i for i, node in enumerate(report.herleiding, 1)}
    names = {node.id: node for node in report.herleiding}
    return el(
        "div",
        section(
            "herleiding",
            "Herleiding: waar elk bedrag vandaan komt",
            el("p", "Vouw een regel open. Elke uitkomst verwijst naar het artikel en naar waar zij uit is opgebouwd."),
            [_node(node, order, names) for node in report.herleiding],
        ),
        class_="herleiding",
    )


def _title(node: TraceNode) -> str:
    whose = f" ({node.wie})" if node.wie else ""
    return f"{node.naam}{whose}: {node.waarde}"


def _node(node: TraceNode, order: dict[str, int], names: dict[str, TraceNode]) -> Html:
    valid = ""
    if node.geldig_van is not None:
        valid = f"vanaf {node.geldig_van:%d-%m-%Y}"
        if node.geldig_tot is not None:
            valid += f" tot en met {node.geldig_tot:%d-%m-%Y}"
    return details(
        _title(node),
        fields(
            [
                ("Soort", _KINDS[node.soort]),
                ("Regel", [node.titel, " ", el("code", node.regel)] if node.titel and node.regel else None),
                ("Berekening", node.zin),
                ("Grondslag", bases(node.grondslag)),
                ("Geldig", valid),
                ("Bron", node.bron),
            ]
        ),
        comparisons(node.vergelijkingen, f"Vergelijkingen bij {node.naam}"),
        [
            el(
                "div",
                el("p", f"Niet toegepast: {x.titel} (gold: {x.gold})", " ", bases(x.grondslag)),
                comparisons(x.vergelijkingen, f"Waarom niet: {x.titel}"),
            )
            for x in node.niet_toegepast
        ],
        el("p", "Opgebouwd uit:") if node.uit else None,
        bullets(el("a", _title(names[key]), href=f"#h{order[key]}") for key in node.uit if key in order),
        id_=f"h{order[node.id]}",
    )


def graph(report: Report) -> Html | None:
    """How regimes, rights, norms and facts touch each other, as a table."""
    if not report.graaf.lijnen:
        return None
    labels = {node.id: f"{node.label} ({node.soort.replace('_', ' ')})" for node in report.graaf.knopen}
    rows = [
        [labels.get(x.van, x.van), x.soort.replace("_", " "), labels.get(x.naar, x.naar)] for x in report.graaf.lijnen
    ]
    return section(
        "graaf",
        "Hoe de regelingen elkaar raken",
        details(f"{len(rows)} verbindingen", table("Verbindingen", ["Van", "Hoe", "Naar"], rows)),
    )
