# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""Hooks and knobs: what they change exists, and no knob turns what people do with their lives."""

from __future__ import annotations

import networkx as nx

from samenloop.documents import Path
from samenloop.rulebook.checks.report import Report
from samenloop.rulebook.facts import Fact
from samenloop.rulebook.hooks import Hook, Knob, SetsAside, Shifts
from samenloop.rulebook.norms import Costs, Gives, Norm, Obliges, Punishes, Requires, SetsOff
from samenloop.rulebook.reading import Place

FORBIDDEN = frozenset(
    {
        "verblijf", "relatie", "brp", "inkomen", "jaarinkomen", "uren_per_week", "vermogen", "gemeld_op",
        "verblijfsrecht", "studie", "arbeidsvermogen", "leeftijd",
    }
)  # fmt: skip
"""Keys of the household file that no knob may turn: residence, relations, registration, income, hours, assets,
reporting, and who someone is."""


def check(report: Report) -> None:
    """R170 knob on a life, R171 knob on a rule that is no power, R172 norm, R173 term, R174 open norm, R175 circle,
    R176 never in force together."""
    for knob in report.items.knobs:
        _knob(report, knob.model, knob.place)
    for hook in report.items.hooks:
        _hook(report, hook.model, hook.place)
    _escalation(report)


def _knob(report: Report, knob: Knob, place: Place) -> None:
    fact = report.book.facts.get(knob.draait_aan)
    if fact is not None and _personal(fact):
        message = "een knop draait niet aan wonen, relaties, inschrijving, inkomen, uren, bezit of melden."
        report.say(place, "R170", message, at=("draait_aan",))
    rule = report.book.rules.get(knob.draait_aan)
    if rule is not None and rule.modaliteit == "moet":
        message = "een knop draait alleen aan een regel die mag (modaliteit kan of vrijwillig)."
        report.say(place, "R171", message, at=("draait_aan",))


def _personal(fact: Fact) -> bool:
    if fact.over in ("paar", "bezit"):
        return True
    steps = {step.key for step in fact.uit.steps}
    if fact.of_uit is not None and fact.of_uit.pad is not None:
        steps |= {step.key for step in fact.of_uit.pad.steps}
    return not FORBIDDEN.isdisjoint(steps)


def _hook(report: Report, hook: Hook, place: Place) -> None:
    facts, rules = report.book.facts, report.book.rules
    for i, condition in enumerate(hook.voorwaarden):
        fact = facts.get(condition.open) if condition.open is not None else None
        if fact is not None and not fact.open_norm:
            message = "een open voorwaarde vraagt om een open norm (open_norm: ja)."
            report.say(place, "R174", message, at=("voorwaarden", i, "open"))
    for i, change in enumerate(hook.doet):
        at: Path = ("doet", i)
        if not isinstance(change, (SetsAside, Shifts)) or change.target not in rules:
            continue
        rule = rules[change.target]
        versions = [r for r in report.book.all_rules if r.regel == change.target]
        if not any(r.geldig.overlaps(hook.geldig) for r in versions):
            message = "deze regel geldt op geen enkele dag van de uitzondering."
            report.say(place, "R176", message, at=(*at, change.verb))
        if isinstance(change, SetsAside) and change.norm is not None:
            names = [norm.name for norm in rule.norms]
            if change.norm not in names:
                report.unknown(place, "R172", "deze norm van de regel", change.norm, names, at=(*at, "norm"))
        if isinstance(change, Shifts) and not any(_has_term(n, change.termijn) for n in rule.norms):
            report.say(place, "R173", "deze regel heeft deze termijn niet.", at=(*at, "termijn"))


def _has_term(norm: Norm, term: str) -> bool:
    match term:
        case "binnen":
            return isinstance(norm, (Requires, Obliges)) and norm.binnen is not None
        case "duur":
            return isinstance(norm, Punishes) and norm.duur is not None
        case "klok":
            return isinstance(norm, (Costs, Punishes, SetsOff)) and norm.klok is not None
    return isinstance(norm, Gives) and getattr(norm.toegang, term) is not None


def _escalation(report: Report) -> None:
    places = {h.model.uitzondering: h.place for h in report.items.hooks}
    graph: nx.DiGraph[str] = nx.DiGraph()
    graph.add_edges_from(
        (hook.model.uitzondering, hook.model.volgende_trede)
        for hook in report.items.hooks
        if hook.model.volgende_trede is not None
    )
    for component in nx.strongly_connected_components(graph):
        circle = sorted(component)
        if len(circle) > 1 or graph.has_edge(circle[0], circle[0]):
            message = f"volgende_trede loopt in een kring: {', '.join(circle)}."
            report.say(places[circle[0]], "R175", message, at=("volgende_trede",))
