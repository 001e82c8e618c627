# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""What an entitlement rests on, and on which days of a year that is all known: read off the rules, not declared."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, field

from samenloop.language import Expression, names_in
from samenloop.language import nodes as n
from samenloop.rulebook import Rule, Rulebook
from samenloop.rulebook.book import LiveRules
from samenloop.rulebook.walk import marked

_DAY = dt.timedelta(days=1)


@dataclass
class Reached:
    """Everything that rules in force on a day lead to from one entitlement."""

    rules: set[str] = field(default_factory=set)
    parameters: set[str] = field(default_factory=set)
    homeless: set[str] = field(default_factory=set)
    """Concepts that are read and that no rule in force defines."""
    entitlements: set[str] = field(default_factory=set)


def reached(book: Rulebook, live: LiveRules, entitlement: str) -> Reached:
    """Follow the rules from an entitlement to everything they can read on a day."""
    out = Reached()
    todo: list[Rule] = [*_about(live, entitlement)]
    out.entitlements.add(entitlement)
    while todo:
        rule = todo.pop()
        if rule.regel in out.rules:
            continue
        out.rules.add(rule.regel)
        todo += _lifting(live, rule)
        for found in marked(rule):
            if isinstance(found.value, Expression) and "veronderstelt" not in found.path:  # never decides a right
                todo += _read(book, live, rule, found.value, out)
    return out


def _about(live: LiveRules, entitlement: str) -> Iterator[Rule]:
    for stated in (live.grants, live.requirements, live.exclusions):
        yield from (rule for rule, _ in stated.get(entitlement, ()))


def _lifting(live: LiveRules, rule: Rule) -> Iterator[Rule]:
    yield from (other for other, norm in live.norms.get("heft_op", ()) if norm.value == rule.regel)


def _read(book: Rulebook, live: LiveRules, rule: Rule, expression: Expression, out: Reached) -> Iterator[Rule]:
    for _, name, _ in names_in(expression.root, book.scope(rule.over, access=True)):
        if name.what == "parameter":
            out.parameters.add(name.id)
        elif name.what == "concept":
            concept = live.concepts.get(name.id)
            if concept is None:
                out.homeless.add(name.id)
            else:
                yield concept.root
                for exceptions in concept.exceptions.values():
                    yield from exceptions
    for node in n.walk(expression.root):
        if isinstance(node, n.HasRole):
            yield from (other for other, _ in live.roles.get(node.role.dotted, ()))
        elif isinstance(node, n.Call) and isinstance(node.arguments[0], n.Name):
            word = node.arguments[0].dotted
            if node.function in ("recht", "betaald", "hoogte"):
                out.entitlements.add(word)
                yield from _about(live, word)
            elif node.function == "meegeteld":
                for other, norm in live.norms.get(f"telt_als_{word}", ()):
                    if getattr(norm, "in_", None) == rule.regime:
                        yield other


def segments(book: Rulebook, year: int) -> Iterator[tuple[dt.date, dt.date]]:
    """The stretches of a year within which no rule and no amount changes."""
    first, last = dt.date(year, 1, 1), dt.date(year, 12, 31)
    starts = {first}
    for rule in book.all_rules:
        starts |= {rule.geldig.van} | ({rule.geldig.tot + _DAY} if rule.geldig.tot else set())
    for parameter in book.parameters.values():
        starts |= {v.van for v in parameter.waarden} | {v.tot + _DAY for v in parameter.waarden if v.tot}
        starts.add(parameter.bekend_tot + _DAY)
    inside = sorted(day for day in starts if first <= day <= last)
    yield from zip(inside, [*(day - _DAY for day in inside[1:]), last], strict=True)


@dataclass(frozen=True)
class YearOfRight:
    """One entitlement in one year. ``missing``: what is not known, with the days on which it is not."""

    granted: bool
    missing: dict[str, list[tuple[dt.date, dt.date]]]


def year_of(book: Rulebook, entitlement: str, year: int) -> YearOfRight:
    """Whether rules give an entitlement in a year, and what is missing from what they rest on."""
    granted = False
    missing: dict[str, list[tuple[dt.date, dt.date]]] = {}
    for first, last in segments(book, year):
        live = book.at(first)
        if entitlement not in live.grants:
            continue
        granted = True
        found = reached(book, live, entitlement)
        gone = {f"bedrag {x}" for x in found.parameters if book.parameter(x, first) is None}
        gone |= {f"begrip {x}" for x in found.homeless}
        for one in gone:
            stretches = missing.setdefault(one, [])
            if stretches and stretches[-1][1] + _DAY == first:
                stretches[-1] = (stretches[-1][0], last)
            else:
                stretches.append((first, last))
    return YearOfRight(granted, missing)
