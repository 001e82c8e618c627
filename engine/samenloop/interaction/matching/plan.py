# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""A pattern as a plan: which norm each alias can be, and how the aliases hang together. Both matchers are made from it.

The aliases are put in an order in which each, where the pattern allows it, is joined to one before it. A plan has no
more than two sides per join, so that a longer pattern is a chain of joins of two.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from samenloop.rulebook.patterns import Join, Pattern

Column = tuple[str, str]
"""(alias, column)."""


@dataclass(frozen=True, slots=True)
class Step:
    """One alias joins those before it. ``same`` and ``differ``: (own column, column of an alias before it)."""

    alias: str
    asks: tuple[tuple[str, str], ...]
    present: tuple[str, ...]
    """own columns that must be filled in: the ones that are compared"""
    same: tuple[tuple[str, Column], ...]
    differ: tuple[tuple[str, Column], ...]


@dataclass(frozen=True, slots=True)
class Plan:
    """A pattern, ready to be matched."""

    pattern: str
    aliases: tuple[str, ...]
    """in the order of the file"""
    steps: tuple[Step, ...]


def plan(pattern: Pattern) -> Plan:
    """The plan of one pattern."""
    left = list(pattern.normen)
    order = [left.pop(0)]
    while left:
        found = next((a for a in left if any(_meets(join, a, order) for join in pattern.koppelt)), left[0])
        left.remove(found)
        order.append(found)
    steps = []
    for place, alias in enumerate(order):
        before = order[:place]
        asks = tuple(sorted(pattern.normen[alias].asks().items()))
        compared = sorted({c for j in (*pattern.koppelt, *pattern.verschilt) for a, c in j.sides if a == alias})
        same, differ = _turned(pattern.koppelt, alias, before), _turned(pattern.verschilt, alias, before)
        steps.append(Step(alias, asks, tuple(compared), same, differ))
    return Plan(pattern.patroon, tuple(pattern.normen), tuple(steps))


def plans(patterns: Iterable[Pattern]) -> tuple[Plan, ...]:
    """The plans of several patterns."""
    return tuple(plan(pattern) for pattern in patterns)


def are_same(one: Sequence[Pattern], other: Sequence[Pattern]) -> bool:
    """Whether two lists hold the very same patterns, so that plans made for one serve the other."""
    return len(one) == len(other) and all(a is b for a, b in zip(one, other, strict=True))


def _meets(join: Join, alias: str, before: list[str]) -> bool:
    (a, _), (b, _) = join.sides
    return (a == alias and b in before) or (b == alias and a in before)


def _turned(joins: Iterable[Join], alias: str, before: list[str]) -> tuple[tuple[str, Column], ...]:
    """The joins of an alias with one before it, its own column first."""
    out = []
    for join in joins:
        for (own, column), other in (join.sides, join.sides[::-1]):
            if own == alias and other[0] in before:
                out.append((column, other))
    return tuple(out)
