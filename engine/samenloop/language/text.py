# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""The text algebra: an expression read back as a Dutch clause, for people who know the law and not the notation."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

from samenloop.language import nodes as n
from samenloop.language.parse import Expression

_COMPARE = {
    "=": "gelijk is aan", "!=": "niet gelijk is aan", "<": "lager is dan", "<=": "hoogstens gelijk is aan",
    ">": "hoger is dan", ">=": "ten minste gelijk is aan",
}  # fmt: skip
_ROUND = {"omhoog": "naar boven", "omlaag": "naar beneden", "rekenkundig": "op de gewone manier"}
_PLURAL = {
    "dag": "dagen", "werkdag": "werkdagen", "week": "weken", "maand": "maanden", "kwartaal": "kwartalen",
    "jaar": "jaar", "uur": "uur",
}  # fmt: skip


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
        said = self.say(node)
        compound = (n.Conjunction, n.Disjunction, n.Choice, n.Arithmetic)
        return f"({said})" if isinstance(node, compound) else said

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
        return f"niet {self.wrap(node.operand)}"

    def conjunction(self, node: n.Conjunction) -> str:
        return " en ".join(self.wrap(x) if isinstance(x, n.Disjunction) else self.say(x) for x in node.operands)

    def disjunction(self, node: n.Disjunction) -> str:
        return " of ".join(self.wrap(x) if isinstance(x, n.Conjunction) else self.say(x) for x in node.operands)

    def compare(self, node: n.Compare) -> str:
        return f"{self.say(node.left)} {_COMPARE[node.op]} {self.say(node.right)}"

    def membership(self, node: n.Membership) -> str:
        options = [self.say(x) for x in node.options]
        listed = options[0] if len(options) == 1 else ", ".join(options[:-1]) + " of " + options[-1]
        return f"{self.say(node.left)} gelijk is aan {listed}"

    def hasrole(self, node: n.HasRole) -> str:
        of = "" if node.of is None else f" van {self.say(node.of)}"
        return f"{self.say(node.who)} {'geen ' if node.negated else ''}{self.label(node.role.dotted)} is{of}"

    def arithmetic(self, node: n.Arithmetic) -> str:
        sign = {"+": "plus", "-": "min", "*": "maal", "/": "gedeeld door"}[node.op]
        tight = node.op in "*/"
        left = self.wrap(node.left) if tight else self.say(node.left)
        right = self.wrap(node.right) if tight or isinstance(node.right, n.Arithmetic) else self.say(node.right)
        return f"{left} {sign} {right}"

    def negative(self, node: n.Negative) -> str:
        return f"min {self.wrap(node.operand)}"

    def choice(self, node: n.Choice) -> str:
        return f"als {self.say(node.condition)}: {self.say(node.then)}, en anders {self.say(node.otherwise)}"

    def count(self, node: n.Count) -> str:
        whom = self.label(node.collection.dotted)
        where = "" if node.where is None else f" voor wie geldt: {self.say(node.where)}"
        start = {"aantal": "het aantal", "bestaat": "er is iemand onder", "elk": "elk van"}[node.kind]
        return f"{start} {whom}{where}"

    def total(self, node: n.Total) -> str:
        start = {"som": "de som van", "hoogste": "het hoogste van", "laagste": "het laagste van"}[node.kind]
        where = "" if node.where is None else f" voor wie geldt: {self.say(node.where)}"
        return f"{start} {self.say(node.value)} over {self.label(node.collection.dotted)}{where}"

    def call(self, node: n.Call) -> str:
        a = node.arguments
        if node.function in ("min", "max"):
            start = "het laagste van" if node.function == "min" else "het hoogste van"
            said = [self.say(x) for x in a]
            return f"{start} {', '.join(said[:-1])} en {said[-1]}"
        if node.function == "afronden":
            return f"{self.wrap(a[0])}, afgerond {_ROUND[_word(a[2])]} op {self.say(a[1])}"
        if node.function == "naar":
            return f"{self.wrap(a[0])} per {_word(a[1]).replace('_', ' ')}"
        if node.function in ("jaren_tussen", "maanden_tussen", "dagen_tussen"):
            return f"het aantal hele {node.function.split('_')[0]} van {self.say(a[0])} tot {self.say(a[1])}"
        if node.function in ("eerste_dag", "laatste_dag"):
            return f"de {node.function.replace('_', ' ')} van het {_word(a[1])} van {self.say(a[0])}"
        if node.function == "jaar_van":
            return f"het jaar van {self.say(a[0])}"
        whose = f" van {self.say(a[1])}" if len(a) > 1 else ""
        what = self.label(_word(a[0]))
        return {
            "recht": f"er recht is op {what}{whose}",
            "betaald": f"{what}{whose} loopt",
            "hoogte": f"de hoogte van {what}{whose}",
            "meegeteld": f"het {_word(a[0])}{whose} dat meetelt",
            "vorige_periode": f"{what} in de vorige periode",
        }[node.function]


def _word(node: n.Node) -> str:
    assert isinstance(node, n.Name)
    return node.dotted


def dutch_number(value: Fraction) -> str:
    """A number the Dutch way: 1.234,5. Whole numbers without decimals."""
    if value.denominator == 1:
        return f"{value.numerator:,}".replace(",", ".")
    text = f"{float(value):,.6f}".rstrip("0")
    return text.replace(",", "\0").replace(".", ",").replace("\0", ".")
