# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""Every small mistake that could be made in the rules, one at a time.

=====================  ==================================================================
``vergelijking``       ``<`` and ``<=`` change places, ``>`` and ``>=``, ``=`` and ``!=``
``niet``               ``niet``, or the ``geen`` of ``is geen ROL``, falls out
``en_of``              ``en`` becomes ``of``, and the reverse
``uitzondering``       an exception falls out
``bedrag``             a dated value becomes one unit higher
``datum``              a rule begins or ends a day later; a day in an expression moves a day
``ingang``             a dated value begins a day later
=====================  ==================================================================

A mutant is applied to the loaded rule base itself and taken back (:meth:`Mutant.applied`): nothing is loaded again.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, fields, replace
from fractions import Fraction
from typing import Any

from samenloop.app.example_coverage import place_of
from samenloop.app.example_coverage import readable as readable_expression
from samenloop.evaluation import AS_IT_IS, Variation
from samenloop.language import Expression
from samenloop.language import nodes as n
from samenloop.rulebook import Parameter, ParameterValue, Rule, Rulebook, Validity
from samenloop.rulebook.walk import Marked, marked

KINDS = ("vergelijking", "niet", "en_of", "uitzondering", "bedrag", "datum", "ingang")
DAY = dt.timedelta(days=1)
_FLIPPED = {"<": "<=", "<=": "<", ">": ">=", ">=": ">", "=": "!=", "!=": "="}


@dataclass(frozen=True)
class Mutant:
    """One mistake. ``place`` is the file and line; ``days``: the only days on which it makes a difference."""

    kind: str
    owner: str
    """``regel:<id>`` or ``parameter:<id>``: who does not read it cannot notice"""
    what: str
    place: str
    spot: str = ""
    """the keys of the rule file it stands under"""
    path: str = ""
    """the same with numbers, so that two norms of one rule differ"""
    days: tuple[dt.date, dt.date] | None = None
    variation: Variation = AS_IT_IS
    swap: tuple[Any, str, Any] | None = field(default=None, repr=False, compare=False)
    """(model, attribute, other value)"""

    @property
    def id(self) -> str:
        """Its name in a list of results; it stays the same when lines move."""
        return f"{self.kind} {self.owner} {self.path} {self.what}"

    @contextmanager
    def applied(self) -> Iterator[Variation]:
        """The rule base with the mistake in it, and the variation to evaluate with."""
        if self.swap is None:
            yield self.variation
            return
        model, attribute, other = self.swap
        before = model.__dict__[attribute]
        model.__dict__[attribute] = other
        try:
            yield self.variation
        finally:
            model.__dict__[attribute] = before


def every(book: Rulebook, items: Any = None) -> Iterator[Mutant]:
    """Every mutant of a rule base that was read from its files."""
    places = _Places(items if items is not None else getattr(book.base, "items", None))
    for rule in book.all_rules:
        yield from of_rule(rule, places)
    reached = reach(book)
    for parameter in book.parameters.values():
        yield from of_parameter(parameter, reached.get(parameter.parameter, ()), places)


class _Places:
    """File and line of a rule's expression, or of a dated value."""

    def __init__(self, items: Any) -> None:
        self._rules = {id(i.model): i.place for i in items.rules} if items is not None else {}
        self._parameters = {i.model.parameter: i.place for _, i in items.parameters} if items is not None else {}

    def rule(self, rule: Rule, path: Sequence[Any] = (), offset: int | None = None) -> str:
        return self._at(self._rules.get(id(rule)), path, offset)

    def parameter(self, parameter: str, index: int) -> str:
        return self._at(self._parameters.get(parameter), ("waarden", index), None)

    def _at(self, place: Any, path: Sequence[Any], offset: int | None) -> str:
        if place is None:
            return "?"
        problem = place.problem("", "", at=tuple(path), offset=offset)
        return f"{problem.file}:{problem.line}"


# ---- rules


def of_rule(rule: Rule, places: _Places) -> Iterator[Mutant]:
    """Every mutant of one rule."""
    owner = f"regel:{rule.regel}"
    for found in marked(rule):
        if isinstance(found.value, Expression):
            yield from _of_expression(rule, found, places)
    if rule.uitzondering_op is not None:
        off = Variation(rules_off=frozenset({rule.regel}))
        yield Mutant("uitzondering", owner, "valt weg", places.rule(rule), "uitzondering_op", variation=off)
    first, last = rule.geldig.van, rule.geldig.tot
    for what, day, other in (
        ("begint een dag later", first, {"van": first + DAY}),
        ("houdt een dag later op", None if last is None else last + DAY, {"tot": None if last is None else last + DAY}),
    ):
        if day is not None:
            moved = Validity.model_construct(**{"van": first, "tot": last, **other})
            at = places.rule(rule, ("geldig",))
            yield Mutant("datum", owner, what, at, "geldig", days=(day, day), swap=(rule, "geldig", moved))


def _of_expression(rule: Rule, found: Marked, places: _Places) -> Iterator[Mutant]:
    expression: Expression = found.value
    attribute = next(a for a, value in found.owner.__dict__.items() if value is expression)
    spot = place_of(found)
    for kind, what, node, root in mutations(expression):
        mutant = Expression(expression.text, root)
        at = places.rule(rule, found.path, node.start)
        path = ".".join(map(str, found.path))
        where = f"{what} in {spot} op {node.start}"
        yield Mutant(kind, f"regel:{rule.regel}", where, at, spot, path, swap=(found.owner, attribute, mutant))


def readable(spot: str) -> bool:
    """Whether an expectation of an example can read what stands here; the rest only shows in whole households."""
    return spot.split(".")[0] in ("", "geldig", "uitzondering_op") or readable_expression(spot)


def mutations(expression: Expression) -> Iterator[tuple[str, str, n.Node, n.Node]]:
    """Every mutation of an expression: kind, in words, the node that changed, and the root of the changed tree."""
    for node in n.walk(expression.root):
        for kind, what, other in _changes(node):
            yield kind, what, node, _with(expression.root, node, other)


def _changes(node: n.Node) -> Iterator[tuple[str, str, n.Node]]:
    match node:
        case n.Compare():
            yield "vergelijking", f"{node.op} wordt {_FLIPPED[node.op]}", replace(node, op=_FLIPPED[node.op])
        case n.Negation():
            yield "niet", "niet valt weg", node.operand
        case n.HasRole(negated=True):
            yield "niet", "geen valt weg", replace(node, negated=False)
        case n.Conjunction():
            yield "en_of", "en wordt of", n.Disjunction(node.start, node.end, node.operands)
        case n.Disjunction():
            yield "en_of", "of wordt en", n.Conjunction(node.start, node.end, node.operands)
        case n.DateLiteral():
            yield "datum", "een dag later", replace(node, value=node.value + DAY)


def _with(root: n.Node, old: n.Node, new: n.Node) -> n.Node:
    """The tree with one node replaced."""
    if root is old:
        return new
    changed: dict[str, Any] = {}
    for item in fields(root):
        value = getattr(root, item.name)
        if isinstance(value, n.Node):
            made: Any = _with(value, old, new)
        elif isinstance(value, tuple):
            made = tuple(_with(part, old, new) if isinstance(part, n.Node) else part for part in value)
            made = value if all(a is b for a, b in zip(made, value, strict=True)) else made
        else:
            continue
        if made is not value:
            changed[item.name] = made
    return replace(root, **changed) if changed else root


# ---- amounts


def reach(book: Rulebook) -> dict[str, list[tuple[dt.date, dt.date]]]:
    """For each parameter the days of the rules that read it."""
    found: dict[str, list[tuple[dt.date, dt.date]]] = {}
    for rule in book.all_rules:
        names = {
            ".".join(node.parts[1:])
            for one in marked(rule)
            if isinstance(one.value, Expression)
            for node in n.walk(one.value.root)
            if isinstance(node, n.Name) and node.parts[0] == "parameters"
        }
        for name in names:
            found.setdefault(name, []).append((rule.geldig.van, rule.geldig.last))
    return found


def of_parameter(parameter: Parameter, reached: Sequence[tuple[dt.date, dt.date]], places: _Places) -> Iterator[Mutant]:
    """Every mutant of the dated values that a rule in force can read."""
    owner = f"parameter:{parameter.parameter}"
    name = parameter.parameter
    for i, value in enumerate(parameter.waarden):
        last = min(value.tot or parameter.bekend_tot, parameter.bekend_tot)
        if value.waarde is None or not any(first <= last and value.van <= end for first, end in reached):
            continue
        at = places.parameter(name, i)
        other = higher(parameter, value)
        what = f"{value.van}: een eenheid hoger"
        yield Mutant("bedrag", owner, what, at, days=(value.van, last), variation=Variation(parameters={name: other}))
        before = parameter.on(value.van - DAY)
        if before is not None and before.waarde != value.waarde and any(f <= value.van <= e for f, e in reached):
            late = Variation(parameters={name: before.waarde})  # type: ignore[dict-item]  # a value of the same kind
            what = f"{value.van}: een dag later"
            yield Mutant("ingang", owner, what, at, days=(value.van, value.van), variation=late)


def higher(parameter: Parameter, value: ParameterValue) -> Any:
    """The value one unit higher: a cent, a euro for whole euros, the last decimal of a share, a day."""
    raw = value.waarde
    if isinstance(raw, Fraction):
        return raw + unit_of(parameter, raw)
    if isinstance(raw, n.Duration):
        return replace(raw, count=raw.count + 1)
    assert isinstance(raw, dt.date)
    return raw + DAY


def unit_of(parameter: Parameter, value: Fraction) -> Fraction:
    """The smallest step of a value as printed."""
    if parameter.soort == "bedrag":
        return Fraction(1) if value.denominator == 1 else Fraction(1, 100)
    digits = 0
    while (value * 10**digits).denominator != 1:
        digits += 1
    return Fraction(1, 10 ** (max(digits, 2) if parameter.soort == "percentage" else digits))
