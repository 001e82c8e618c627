# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""Concepts and their exceptions: one root alive on a day, exceptions on rules that hold, no circles."""

from __future__ import annotations

import networkx as nx

from samenloop.rulebook.applying import remaining
from samenloop.rulebook.checks.circles import legal_circle
from samenloop.rulebook.checks.report import Report
from samenloop.rulebook.reading import Place
from samenloop.rulebook.rules import Rule


def check(report: Report) -> None:
    """R130 two roots, R131 exception on another concept, R132 exception on days its rule does not hold,
    R133 circle of exceptions, R134 concept of two units, R135 legal circle, R136 unit needed."""
    placed = [(i.model, i.place) for i in report.items.rules if i.model.bepaalt is not None]
    _roots(report, placed)
    for rule, place in placed:
        _exception(report, rule, place)
    _exception_circles(report, placed)
    _units(report, placed)
    legal_circle(report)


def _roots(report: Report, placed: list[tuple[Rule, Place]]) -> None:
    roots: dict[str, list[Rule]] = {}
    for rule, place in placed:
        if rule.uitzondering_op is not None or rule.bepaalt is None:
            continue
        for other in roots.get(rule.bepaalt, ()):
            if other.geldig.overlaps(rule.geldig) and other.regel != rule.regel:
                day = max(other.geldig.van, rule.geldig.van)
                message = f"op {day.isoformat()} bepaalt ook regel {other.regel} dit begrip."
                hint = "Eén regel is de wortel; maak van de andere een uitzondering_op, of laat de dagen aansluiten."
                report.say(place, "R130", message, hint, at=("geldig",))
        roots.setdefault(rule.bepaalt, []).append(rule)


def _exception(report: Report, rule: Rule, place: Place) -> None:
    parent = rule.uitzondering_op
    if parent is None:
        return
    if parent == rule.regel:
        report.say(place, "R133", "een regel is geen uitzondering op zichzelf.", at=("uitzondering_op",))
        return
    names = {parent, *(r.new for r in report.book.replacements if r.old == parent)}
    parents = [r for r in report.book.all_rules if r.regel in names]
    if not parents:
        return  # told by ``references``
    if any(r.bepaalt != rule.bepaalt for r in parents):
        message = "een uitzondering is een uitzondering op een regel van hetzelfde begrip."
        report.say(place, "R131", message, at=("uitzondering_op",))
        return
    left = [rule.geldig]
    for other in parents:
        left = [piece for one in left for piece in remaining(one, other.geldig)]
    if left:
        message = f"op {left[0].van.isoformat()} geldt de regel niet waarop dit een uitzondering is."
        hint = "Splits de uitzondering, zodat elk deel bij een geldende regel hoort."
        report.say(place, "R132", message, hint, at=("geldig",))


def _exception_circles(report: Report, placed: list[tuple[Rule, Place]]) -> None:
    graph: nx.DiGraph[str] = nx.DiGraph()
    places: dict[str, Place] = {}
    for rule, place in placed:
        if rule.uitzondering_op is not None and rule.uitzondering_op != rule.regel:
            graph.add_edge(rule.regel, rule.uitzondering_op)
            places[rule.regel] = place
    for component in nx.strongly_connected_components(graph):
        if len(component) > 1:
            circle = sorted(component)
            message = f"deze uitzonderingen verwijzen in een kring naar elkaar: {', '.join(circle)}."
            report.say(places[circle[0]], "R133", message, at=("uitzondering_op",))


def _units(report: Report, placed: list[tuple[Rule, Place]]) -> None:
    first: dict[str, Rule] = {}
    for rule, place in placed:
        other = first.setdefault(str(rule.bepaalt), rule)
        if other.over != rule.over:
            message = f"volgens regel {other.regel} hoort dit begrip bij {other.over}, hier bij {rule.over}."
            report.say(place, "R134", message, at=("bepaalt",))
