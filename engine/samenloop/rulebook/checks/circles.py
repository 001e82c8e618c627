# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""Legal circles: what a concept, role, right or means test reads may not come back to itself on one day.

``vorige_periode`` is the one way out, because it reads another period.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import networkx as nx

from samenloop.language import Expression, nodes
from samenloop.language.infer import names_in
from samenloop.rulebook.book import Rulebook
from samenloop.rulebook.checks.report import Report
from samenloop.rulebook.norms import (
    CountsAsAssets,
    CountsAsIncome,
    Excludes,
    FillsIn,
    Gives,
    LeavesOpen,
    Lifts,
    Norm,
    Qualifies,
    Requires,
)
from samenloop.rulebook.reading import Place
from samenloop.rulebook.rules import Rule

Knot = tuple[str, str]
"""Kind and id: ``("begrip", "pw.norm")``; the other kinds are ``rol``, ``recht``, ``term`` and ``middelen``."""


@dataclass(frozen=True)
class _Edge:
    """``source`` cannot be known before ``target``, because of a rule."""

    source: Knot
    target: Knot
    rule: Rule
    place: Place


def legal_circle(report: Report) -> None:
    """R135 a circle, with all its links; R136 a concept that reads its own last period says its unit."""
    edges = list(_edges(report))
    graph: nx.DiGraph[Knot] = nx.DiGraph([(e.source, e.target) for e in edges])
    for component in nx.strongly_connected_components(graph):
        inside = [e for e in edges if e.source in component and e.target in component]
        if len(component) > 1 or any(e.source == e.target for e in inside):
            _report_first(report, inside)
    for item in report.items.rules:
        rule = item.model
        if rule.bepaalt is None or rule.waarde is None or not _reads_own_past(rule):
            continue
        if all(r.eenheid is None for r in report.book.concepts.get(rule.bepaalt, ())):
            message = "een begrip dat zichzelf leest met vorige_periode noemt zijn eenheid."
            report.say(item.place, "R136", message, at=("bepaalt",))


def _report_first(report: Report, edges: list[_Edge]) -> None:
    """The circle on the first day on which all its rules hold; rules of different times make none."""
    for day in sorted({e.rule.geldig.van for e in edges}):
        live = [e for e in edges if e.rule.geldig.covers(day)]
        graph: nx.DiGraph[Knot] = nx.DiGraph([(e.source, e.target) for e in live])
        try:
            found = nx.find_cycle(graph)
        except nx.NetworkXNoCycle:
            continue
        names = [f"{kind} {name}" for (kind, name), _ in found]
        start = names.index(min(names))
        names = names[start:] + names[:start]
        by_pair = {(e.source, e.target): e for e in live}
        first = min((by_pair[a, b] for a, b in found), key=lambda e: (e.place.document.file, e.place.line))
        message = f"een kring: {' -> '.join((*names, names[0]))} (op {day.isoformat()})."
        hint = "Lees de waarde van de periode ervoor met vorige_periode(...), of haal een schakel weg."
        report.say(first.place, "R135", message, hint)
        return


def _reads_own_past(rule: Rule) -> bool:
    assert rule.waarde is not None
    return any(
        isinstance(node, nodes.Call)
        and node.function == "vorige_periode"
        and isinstance(node.arguments[0], nodes.Name)
        and node.arguments[0].dotted == rule.bepaalt
        for node in nodes.walk(rule.waarde.root)
    )


def _edges(report: Report) -> Iterator[_Edge]:
    outputs: dict[str, set[Knot]] = {}
    for item in report.items.rules:
        outputs.setdefault(item.model.regel, set()).update(_outputs(item.model))
    for item in report.items.rules:
        rule = item.model
        own = _reads(report.book, rule, rule.wanneer, rule.waarde)
        if rule.bepaalt is not None:
            yield from (_Edge(("begrip", rule.bepaalt), target, rule, item.place) for target in own)
        for norm in rule.norms:
            targets = own | _reads(report.book, rule, norm.mits, *_parts(norm))
            sources = outputs.get(norm.heft_op, set()) if isinstance(norm, Lifts) else set(_output(norm))
            yield from (_Edge(s, t, rule, item.place) for s in sources for t in targets)


def _outputs(rule: Rule) -> Iterator[Knot]:
    if rule.bepaalt is not None:
        yield "begrip", rule.bepaalt
    for norm in rule.norms:
        yield from _output(norm)


def _output(norm: Norm) -> Iterator[Knot]:
    match norm:
        case Gives() | Excludes():
            yield "recht", norm.value
        case Requires():
            yield "recht", norm.voor
        case Qualifies():
            yield "rol", norm.value
        case LeavesOpen() | FillsIn():
            yield "term", norm.value
        case CountsAsIncome():
            yield "middelen", f"inkomen {norm.in_}"
        case CountsAsAssets():
            yield "middelen", f"vermogen {norm.in_}"


def _parts(norm: Norm) -> tuple[Expression | str | None, ...]:
    match norm:
        case Gives():
            return norm.bedrag, norm.dekt.omvang if norm.dekt else None
        case Requires():
            return tuple(way.als for way in norm.wegen)
        case Excludes() | Lifts():
            return (norm.deel,)
        case CountsAsIncome() | CountsAsAssets():
            return norm.bedrag, norm.vrij, norm.deel
        case LeavesOpen():
            return (norm.anders,)
        case FillsIn():
            return (norm.waarde,)
    return ()


def _reads(book: Rulebook, rule: Rule, *expressions: Expression | str | None) -> set[Knot]:
    out: set[Knot] = set()
    for expression in expressions:
        if isinstance(expression, Expression):
            out |= _names(book, rule, expression)
            for node in nodes.walk(expression.root):
                if isinstance(node, nodes.HasRole):
                    out.add(("rol", node.role.dotted))
                elif isinstance(node, nodes.Call) and node.function in ("recht", "betaald", "hoogte", "meegeteld"):
                    word = node.arguments[0]
                    if isinstance(word, nodes.Name):
                        counted = node.function == "meegeteld"
                        out.add(("middelen", f"{word.dotted} {rule.regime}") if counted else ("recht", word.dotted))
    return out


def _names(book: Rulebook, rule: Rule, expression: Expression) -> set[Knot]:
    out: set[Knot] = set()
    groups = book.vocabulary.lists["eenheidnamen"]
    for _name, found, _scope in names_in(expression.root, book.scope(rule.over)):
        if found.what == "concept":
            out.add(("begrip", found.id))
        elif found.what == "open":
            out.add(("term", found.id))
        elif found.what == "fact":
            second = book.facts[found.id].of_uit
            out |= {("begrip", second.begrip)} if second is not None and second.begrip is not None else set()
        steps = {found.unit, *(book.symbols.links[link].source for link in found.links)}
        for unit in steps:
            formed = groups[unit].get("gevormd_door", ()) if unit in groups else ()
            out |= {("rol", str(role)) for role in formed}
    return out
