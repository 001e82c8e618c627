# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""The text algebra: an expression read back as a Dutch clause, for people who know the law and not the notation."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction

from samenloop.language import nodes as n
from samenloop.language.parse import Expression
from samenloop.language.types import ACCESS_DATES

_COMPARE = {
    "=": "gelijk is aan", "!=": "niet gelijk is aan", "<": "lager is dan", "<=": "hoogstens gelijk is aan",
    ">": "hoger is dan", ">=": "ten minste gelijk is aan",
}  # fmt: skip
_COMPARE_DAYS = {"<": "vóór {} ligt", "<=": "op of vóór {} ligt", ">": "na {} ligt", ">=": "op of na {} ligt"}
_OPPOSITE = {"=": "!=", "!=": "=", "<": ">=", "<=": ">", ">": "<=", ">=": "<"}
_ROUND = {"omhoog": "naar boven", "omlaag": "naar beneden", "rekenkundig": "op de gewone manier"}
_PLURAL = {
    "dag": "dagen", "werkdag": "werkdagen", "week": "weken", "maand": "maanden", "kwartaal": "kwartalen",
    "jaar": "jaar", "uur": "uur",
}  # fmt: skip
_COMPOUND = (n.Conjunction, n.Disjunction, n.Choice, n.Arithmetic, n.Count, n.Total)
_THE = {"week": "de week", "maand": "de maand", "kwartaal": "het kwartaal", "jaar": "het jaar"}


def clause(expression: Expression, label: Callable[[str], str]) -> str:
    """The expression as a Dutch clause. ``label`` gives the words for a dotted name."""
    return _Text(label).say(expression.root)


class _Text:
    def __init__(self, label: Callable[[str], str]) -> None:
        self.label = label

    def say(self, node: n.Node) -> str:
        said = n.fold(node, self)
        assert isinstance(said, str)
        return said

    def wrap(self, node: n.Node) -> str:
        """For a place where what follows could be read as part of it: between brackets when it has parts."""
        said = self.say(node)
        listed = isinstance(node, n.Call) and node.function in ("min", "max", "afronden", "naar")
        return f"({said})" if listed or isinstance(node, _COMPOUND) else said

    def number(self, node: n.Number) -> str:
        return dutch_number(node.value)

    def percent(self, node: n.Percent) -> str:
        return f"{dutch_number(node.value * 100)} %"

    def dateliteral(self, node: n.DateLiteral) -> str:
        return f"{node.value:%d-%m-%Y}"

    def term(self, node: n.Term) -> str:
        count, unit = node.value.count, node.value.unit
        return f"{count} {unit if count == 1 else _PLURAL[unit]}"

    def text(self, node: n.Text) -> str:
        return f"‘{node.value.replace('_', ' ')}’"

    def truth(self, node: n.Truth) -> str:
        return "altijd" if node.value else "nooit"

    def name(self, node: n.Name) -> str:
        return self.label(node.dotted)

    def negation(self, node: n.Negation) -> str:
        inner = node.operand
        if isinstance(inner, n.Negation):
            return self.say(inner.operand)
        if isinstance(inner, n.Compare):
            return self.say(replace(inner, op=_OPPOSITE[inner.op]))
        if isinstance(inner, n.HasRole):
            return self.say(replace(inner, negated=not inner.negated))
        if isinstance(inner, n.Membership):
            return self.options(inner, "niet gelijk is aan", "of aan")
        if isinstance(inner, n.Name):
            return f"niet {self.say(inner)}"
        if isinstance(inner, n.Count) and inner.kind == "bestaat":
            where = "" if inner.where is None else _which(self.say(inner.where))
            return f"er onder {self.label(inner.collection.dotted)} niet één is{where}"
        return f"niet geldt: {self.wrap(inner)}"

    def conjunction(self, node: n.Conjunction) -> str:
        return " en ".join(self.part(x, n.Disjunction) for x in node.operands)

    def disjunction(self, node: n.Disjunction) -> str:
        return " of ".join(self.part(x, n.Conjunction) for x in node.operands)

    def part(self, node: n.Node, other: type[n.Node]) -> str:
        """An operand of ``en`` or ``of``: between brackets where a reader could lose where it ends."""
        said = self.say(node)
        return f"({said})" if isinstance(node, (other, n.Choice)) or "geldt: " in said else said

    def compare(self, node: n.Compare) -> str:
        left, right, op = self.whole(node.left), self.whole(node.right), node.op
        if isinstance(node.right, n.Truth):
            return f"{left} {'wel' if node.right.value == (op == '=') else 'niet'} klopt"
        if op in _COMPARE_DAYS and (_is_day(node.left) or _is_day(node.right)):
            return f"{left} {_COMPARE_DAYS[op].format(right)}"
        return f"{left} {_COMPARE[op]} {right}"

    def whole(self, node: n.Node) -> str:
        """A side of a comparison: a choice or a condition between brackets."""
        said = self.say(node)
        return f"({said})" if isinstance(node, (n.Choice, n.Conjunction, n.Disjunction)) or "geldt: " in said else said

    def membership(self, node: n.Membership) -> str:
        return self.options(node, "gelijk is aan", "of")

    def options(self, node: n.Membership, verb: str, last: str) -> str:
        said = [self.say(x) for x in node.options]
        listed = said[0] if len(said) == 1 else f"{', '.join(said[:-1])} {last} {said[-1]}"
        return f"{self.whole(node.left)} {verb} {listed}"

    def hasrole(self, node: n.HasRole) -> str:
        of = "" if node.of is None else f" van {self.say(node.of)}"
        return f"{self.say(node.who)} {'geen ' if node.negated else ''}{self.label(node.role.dotted)}{of} is"

    def arithmetic(self, node: n.Arithmetic) -> str:
        sign = {"+": "plus", "-": "min", "*": "maal", "/": "gedeeld door"}[node.op]
        chain = isinstance(node.left, n.Arithmetic) and node.op in "+-" and node.left.op in "+-"
        left = self.say(node.left) if chain else self.wrap(node.left)
        return f"{left} {sign} {self.wrap(node.right)}"

    def negative(self, node: n.Negative) -> str:
        return f"min {self.wrap(node.operand)}"

    def choice(self, node: n.Choice) -> str:
        return f"als {self.say(node.condition)}: {self.say(node.then)}, en anders {self.say(node.otherwise)}"

    def count(self, node: n.Count) -> str:
        whom = self.label(node.collection.dotted)
        said = "" if node.where is None else self.say(node.where)
        if node.kind == "aantal":
            return f"het aantal {whom}{_which(said)}"
        if node.kind == "elk":
            return f"voor elk van {whom} geldt: {said}" if said else f"elk van {whom} er is"
        return f"er onder {whom} ten minste één is{_which(said)}"

    def total(self, node: n.Total) -> str:
        start = {"som": "de som van", "hoogste": "het hoogste van", "laagste": "het laagste van"}[node.kind]
        where = "" if node.where is None else _which(self.say(node.where))
        return f"{start} {self.say(node.value)} over {self.label(node.collection.dotted)}{where}"

    def call(self, node: n.Call) -> str:
        a = node.arguments
        if node.function in ("min", "max"):
            start = "het laagste van" if node.function == "min" else "het hoogste van"
            said = [self.wrap(x) for x in a]
            return f"{start} {', '.join(said[:-1])} en {said[-1]}"
        if node.function == "afronden":
            return f"{self.wrap(a[0])}, afgerond {_ROUND[_word(a[2])]} op {self.say(a[1])}"
        if node.function == "naar":
            how = f" ({self.label(_word(a[2]))})" if len(a) > 2 else ""
            return f"{self.wrap(a[0])}, omgerekend per {_word(a[1]).replace('_', ' ')}{how}"
        if node.function in ("jaren_tussen", "maanden_tussen", "dagen_tussen"):
            return f"het aantal hele {node.function.split('_')[0]} van {self.say(a[0])} tot {self.say(a[1])}"
        if node.function in ("eerste_dag", "laatste_dag"):
            return f"de {node.function.replace('_', ' ')} van {_THE[_word(a[1])]} van {self.wrap(a[0])}"
        if node.function == "jaar_van":
            return f"het jaar van {self.say(a[0])}"
        whose = f" van {self.say(a[1])}" if len(a) > 1 else ""
        if node.function == "meegeteld":
            return f"het {_word(a[0])}{whose} dat meetelt"
        what = self.label(_word(a[0]))
        return {
            "recht": f"er recht is op {what}{whose}",
            "betaald": f"{what}{whose} loopt",
            "hoogte": f"de hoogte van {what}{whose}",
            "vorige_periode": f"{what} in de vorige periode",
        }[node.function]


def _word(node: n.Node) -> str:
    assert isinstance(node, n.Name)
    return node.dotted


def _which(said: str) -> str:
    return f" waarvoor geldt: {said}" if said else ""


def _is_day(node: n.Node) -> bool:
    """Whether a node is a day by its shape alone."""
    if isinstance(node, n.Arithmetic):
        return isinstance(node.right, n.Term)
    if isinstance(node, n.Call):
        return node.function in ("eerste_dag", "laatste_dag")
    return isinstance(node, n.DateLiteral) or (isinstance(node, n.Name) and node.dotted in (*ACCESS_DATES, "peildatum"))


def dutch_number(value: Fraction) -> str:
    """A number the Dutch way: 1.234,5. Whole numbers without decimals; six decimals at most."""
    millionths = round(abs(value) * 10**6)
    whole, rest = divmod(millionths, 10**6)
    sign = "-" if value < 0 and millionths else ""
    decimals = f"{rest:06}".rstrip("0")
    return f"{sign}{whole:,}".replace(",", ".") + (f",{decimals}" if decimals else "")
