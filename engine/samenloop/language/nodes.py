# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""The abstract syntax of an expression: small frozen nodes, each with the piece of text it came from.

An *algebra* gives every node a meaning (a value, a type, a Dutch sentence). It has one method per node class, named
after the class in lower case, and :func:`fold` finds it; the method decides itself which children it folds, so that an
algebra can leave a branch alone.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, fields
from fractions import Fraction
from typing import Any


@dataclass(frozen=True, slots=True)
class Duration:
    """A term: a count of one calendar unit (``werkdag, dag, week, maand, kwartaal, jaar, uur``)."""

    count: int
    unit: str


@dataclass(frozen=True, slots=True)
class Node:
    """Base of all nodes. ``start`` and ``end`` are offsets in the text of the expression."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Number(Node):
    """A whole number, or a decimal one as the step of ``afronden``."""

    value: Fraction


@dataclass(frozen=True, slots=True)
class Percent(Node):
    """A percentage; ``value`` is the fraction: 1/2 for ``50%``."""

    value: Fraction


@dataclass(frozen=True, slots=True)
class DateLiteral(Node):
    """A day: ``2026-01-01``."""

    value: dt.date


@dataclass(frozen=True, slots=True)
class Term(Node):
    """A term: ``4 weken``."""

    value: Duration


@dataclass(frozen=True, slots=True)
class Text(Node):
    """A word between quotes: ``'huur'``."""

    value: str


@dataclass(frozen=True, slots=True)
class Truth(Node):
    """``waar`` or ``onwaar``."""

    value: bool


@dataclass(frozen=True, slots=True)
class Name(Node):
    """A name with its steps: ``persoon.brp_woning.kale_huur``; also a word that a function asks for."""

    parts: tuple[str, ...]

    @property
    def dotted(self) -> str:
        return ".".join(self.parts)


@dataclass(frozen=True, slots=True)
class Negation(Node):
    """``niet``."""

    operand: Node


@dataclass(frozen=True, slots=True)
class Conjunction(Node):
    """Two or more operands joined by ``en``."""

    operands: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Disjunction(Node):
    """Two or more operands joined by ``of``."""

    operands: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Compare(Node):
    """One comparison: ``= != < <= > >=``."""

    op: str
    left: Node
    right: Node


@dataclass(frozen=True, slots=True)
class Membership(Node):
    """``in [..]``."""

    left: Node
    options: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class HasRole(Node):
    """``is ROL van`` or, negated, ``is geen ROL van``; ``of`` is left out for a thing."""

    who: Node
    role: Name
    of: Node | None
    negated: bool


@dataclass(frozen=True, slots=True)
class Arithmetic(Node):
    """``+ - * /`` with two operands."""

    op: str
    left: Node
    right: Node


@dataclass(frozen=True, slots=True)
class Negative(Node):
    """A minus before one operand."""

    operand: Node


@dataclass(frozen=True, slots=True)
class Choice(Node):
    """``als .. dan .. anders ..``."""

    condition: Node
    then: Node
    otherwise: Node


@dataclass(frozen=True, slots=True)
class Call(Node):
    """A function with its arguments."""

    function: str
    arguments: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Count(Node):
    """``aantal``, ``bestaat`` or ``elk`` over a collection."""

    kind: str
    variable: str
    collection: Name
    where: Node | None


@dataclass(frozen=True, slots=True)
class Total(Node):
    """``som``, ``hoogste`` or ``laagste`` over a collection."""

    kind: str
    variable: str
    collection: Name
    where: Node | None
    value: Node


def fold(node: Node, algebra: Any) -> Any:
    """Apply the algebra's method for this node class."""
    return getattr(algebra, type(node).__name__.lower())(node)


def children(node: Node) -> Iterator[Node]:
    """The direct children, in the order of the text."""
    for item in fields(node):
        value = getattr(node, item.name)
        if isinstance(value, Node):
            yield value
        elif isinstance(value, tuple):
            yield from (child for child in value if isinstance(child, Node))


def walk(node: Node) -> Iterator[Node]:
    """The node and everything below it, depth first."""
    yield node
    for child in children(node):
        yield from walk(child)
