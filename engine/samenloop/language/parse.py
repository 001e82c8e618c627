# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""Text of an expression to its syntax tree. The grammar is ``uitdrukking.lark`` beside this file."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from samenloop.errors import did_you_mean
from samenloop.language import nodes as n

if TYPE_CHECKING:
    import lark

MAX_LENGTH = 4000
MAX_DEPTH = 60
"""Levels of a tree: deeper is no rule anybody can read, and would exhaust the stack of an algebra."""
RESERVED = frozenset("als dan anders en of niet in is geen van waar onwaar".split())
FUNCTIONS = (
    "min max afronden naar jaren_tussen maanden_tussen dagen_tussen eerste_dag laatste_dag jaar_van recht betaald "
    "hoogte meegeteld vorige_periode aantal bestaat elk som hoogste laagste"
).split()
_SINGULAR = {
    "werkdagen": "werkdag", "dagen": "dag", "weken": "week", "maanden": "maand",
    "kwartalen": "kwartaal", "jaren": "jaar", "uren": "uur",
}  # fmt: skip


class ExpressionSyntaxError(Exception):
    """The text is no expression. ``offset`` is the place of the mistake in the text, from 0."""

    def __init__(self, code: str, message: str, offset: int, hint: str = "") -> None:
        super().__init__(message)
        self.code, self.message, self.offset, self.hint = code, message, offset, hint


@dataclass(frozen=True, slots=True)
class Expression:
    """A parsed expression: its text as written and the root of its tree."""

    text: str
    root: n.Node

    def __str__(self) -> str:
        return self.text


def parse_duration(text: str) -> n.Duration:
    """``4 weken`` to a term. Raises ValueError when it is none, or longer than 99999 units."""
    match = re.fullmatch(r"([0-9]{1,5})\s+([a-z]+)", text.strip())
    unit = _SINGULAR.get(match[2], match[2]) if match else ""
    if not match or unit not in _SINGULAR.values():
        raise ValueError(text)
    return n.Duration(int(match[1]), unit)


def parse_expression(text: str) -> Expression:
    """Parse an expression. Raises :class:`ExpressionSyntaxError` at the first mistake."""
    if len(text) > MAX_LENGTH:
        raise ExpressionSyntaxError("X001", f"een uitdrukking is hoogstens {MAX_LENGTH} tekens lang.", MAX_LENGTH)
    from lark.exceptions import UnexpectedInput

    try:
        tree = _parser().parse(text)
    except UnexpectedInput as error:
        raise _explain(text, error) from None
    return Expression(text, _Builder().build(tree))


@cache  # the grammar is a constant of the package
def _parser() -> lark.Lark:
    import lark  # here, because a compiled rule book has nothing to parse

    grammar = (Path(__file__).parent / "uitdrukking.lark").read_text(encoding="utf-8")
    return lark.Lark(grammar, parser="lalr", propagate_positions=True, maybe_placeholders=True)


class _Builder:
    """Lark's tree to our nodes."""

    def __init__(self) -> None:
        self.depth = 0

    def build(self, item: lark.Tree[Any]) -> n.Node:
        start, end = item.meta.start_pos, item.meta.end_pos
        if self.depth == MAX_DEPTH:
            raise ExpressionSyntaxError("X001", f"een uitdrukking is hoogstens {MAX_DEPTH} lagen diep.", start)
        self.depth += 1
        made = getattr(self, str(item.data))(item.children, start, end)
        self.depth -= 1
        assert isinstance(made, n.Node)
        return made

    def several(self, items: list[Any]) -> tuple[n.Node, ...]:
        return tuple(self.build(item) for item in items)

    def keuze(self, c: list[Any], s: int, e: int) -> n.Node:
        return n.Choice(s, e, *self.several(c))

    def of(self, c: list[Any], s: int, e: int) -> n.Node:
        return n.Disjunction(s, e, self.several(c))

    def en(self, c: list[Any], s: int, e: int) -> n.Node:
        return n.Conjunction(s, e, self.several(c))

    def ontkenning(self, c: list[Any], s: int, e: int) -> n.Node:
        return n.Negation(s, e, self.build(c[0]))

    def vergelijking(self, c: list[Any], s: int, e: int) -> n.Node:
        return n.Compare(s, e, str(c[1]), self.build(c[0]), self.build(c[2]))

    def lid_van(self, c: list[Any], s: int, e: int) -> n.Node:
        return n.Membership(s, e, self.build(c[0]), self.several(c[1:]))

    def heeft_rol(self, c: list[Any], s: int, e: int, negated: bool = False) -> n.Node:
        of = None if c[2] is None else self.build(c[2])
        role = self.build(c[1])
        assert isinstance(role, n.Name)
        return n.HasRole(s, e, self.build(c[0]), role, of, negated)

    def heeft_rol_niet(self, c: list[Any], s: int, e: int) -> n.Node:
        return self.heeft_rol(c, s, e, negated=True)

    def plus(self, c: list[Any], s: int, e: int) -> n.Node:
        return n.Arithmetic(s, e, "+", self.build(c[0]), self.build(c[1]))

    def min(self, c: list[Any], s: int, e: int) -> n.Node:
        return n.Arithmetic(s, e, "-", self.build(c[0]), self.build(c[1]))

    def maal(self, c: list[Any], s: int, e: int) -> n.Node:
        return n.Arithmetic(s, e, "*", self.build(c[0]), self.build(c[1]))

    def gedeeld(self, c: list[Any], s: int, e: int) -> n.Node:
        return n.Arithmetic(s, e, "/", self.build(c[0]), self.build(c[1]))

    def negatief(self, c: list[Any], s: int, e: int) -> n.Node:
        return n.Negative(s, e, self.build(c[0]))

    def getal(self, c: list[Any], s: int, e: int) -> n.Node:
        return n.Number(s, e, Fraction(str(c[0])))

    def procent(self, c: list[Any], s: int, e: int) -> n.Node:
        return n.Percent(s, e, Fraction(str(c[0]).rstrip("% ")) / 100)

    def datum(self, c: list[Any], s: int, e: int) -> n.Node:
        try:
            return n.DateLiteral(s, e, dt.date.fromisoformat(str(c[0])))
        except ValueError:
            raise ExpressionSyntaxError("X004", "deze datum bestaat niet.", s) from None

    def duur(self, c: list[Any], s: int, e: int) -> n.Node:
        try:
            return n.Term(s, e, parse_duration(str(c[0])))
        except ValueError:
            raise ExpressionSyntaxError("X001", "een termijn is hoogstens 99999 dagen, weken of jaren.", s) from None

    def tekst(self, c: list[Any], s: int, e: int) -> n.Node:
        return n.Text(s, e, str(c[0])[1:-1])

    def waar(self, c: list[Any], s: int, e: int) -> n.Node:
        return n.Truth(s, e, True)

    def onwaar(self, c: list[Any], s: int, e: int) -> n.Node:
        return n.Truth(s, e, False)

    def naam(self, c: list[Any], s: int, e: int) -> n.Node:
        return n.Name(s, e, tuple(map(str, c)))

    def aanroep(self, c: list[Any], s: int, e: int) -> n.Node:
        return n.Call(s, e, str(c[0]), self.several(c[1:]))

    def telling(self, c: list[Any], s: int, e: int) -> n.Node:
        collection = self.build(c[2])
        assert isinstance(collection, n.Name)
        return n.Count(s, e, str(c[0]), str(c[1]), collection, None if c[3] is None else self.build(c[3]))

    def optelling(self, c: list[Any], s: int, e: int) -> n.Node:
        collection = self.build(c[2])
        assert isinstance(collection, n.Name)
        where = None if c[3] is None else self.build(c[3])
        return n.Total(s, e, str(c[0]), str(c[1]), collection, where, self.build(c[4]))


_QUOTES = "Zet tekst tussen enkele rechte aanhalingstekens."
_WRITTEN_OTHERWISE = {
    "==": "Schrijf = voor 'is gelijk aan'.", "<>": "Schrijf != voor 'is niet gelijk aan'.", "=<": "Schrijf <=.",
    "=>": "Schrijf >=.", "≤": "Schrijf <=.", "≥": "Schrijf >=.", "≠": "Schrijf !=.", "&": "Schrijf 'en'.",
    "|": "Schrijf 'of'.", "!": "Schrijf 'niet'.", "×": "Schrijf *.", "–": "Schrijf - voor min.",
    '"': _QUOTES, "‘": _QUOTES, "’": _QUOTES, "“": _QUOTES, "”": _QUOTES, ";": "",
    "\N{NO-BREAK SPACE}": "Dit is een vaste spatie; typ een gewone.",
    "^": "Machtsverheffen bestaat niet; vermenigvuldig.", "**": "Machtsverheffen bestaat niet; vermenigvuldig.",
    "€": "Bedragen staan in laws/, lees ze met parameters.",
}  # fmt: skip


def _explain(text: str, error: lark.exceptions.UnexpectedInput) -> ExpressionSyntaxError:
    offset, token = getattr(error, "pos_in_stream", None), getattr(error, "token", None)
    if offset is None or not 0 <= offset < len(text) or (token is not None and token.type == "$END"):
        return ExpressionSyntaxError("X002", "de uitdrukking houdt te vroeg op.", len(text.rstrip()))
    rest, before = text[offset:], text[:offset]
    for sign, hint in _WRITTEN_OTHERWISE.items():
        for start in (offset, max(0, offset - len(sign) + 1)):  # of two signs the first may have been read already
            if text.startswith(sign, start) and not text.startswith("!=", start):
                return ExpressionSyntaxError("X003", "dit teken kent de regeltaal niet.", start, hint)
    if token is not None and token.type == "VERGELIJKER":
        return ExpressionSyntaxError(
            "X003",
            "een tweede vergelijking achter elkaar kan niet.",
            offset,
            "Verbind twee vergelijkingen met 'en'.",
        )
    word = re.match(r"[A-Za-z_][A-Za-z0-9_]*", rest)
    if word and word[0] != word[0].lower():
        return ExpressionSyntaxError("X003", "namen zijn in kleine letters.", offset)
    called = re.search(r"([a-z_][a-z0-9_]*)\s*\Z", before)
    if rest.startswith("(") and called and called[1] not in RESERVED:
        return ExpressionSyntaxError(
            "X005", "deze functie bestaat niet.", called.start(1), did_you_mean(called[1], FUNCTIONS)
        )
    if re.match(r",\s*[0-9]", rest) and re.search(r"[0-9]\Z", before):
        return ExpressionSyntaxError("X003", "hier past geen komma.", offset, "Zet het getal in laws/ als parameter.")
    return ExpressionSyntaxError("X003", "hier past dit woord of teken niet.", offset)
