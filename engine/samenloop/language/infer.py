# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""The type algebra: what an expression yields, and everything in it that does not fit."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from samenloop.errors import did_you_mean
from samenloop.language import nodes as n
from samenloop.language import types as t
from samenloop.language.parse import Expression
from samenloop.language.types import Resolution, Scope, Type


@dataclass(frozen=True, slots=True)
class TypeProblem:
    """A part of an expression that does not fit. ``offset`` is its place in the text, from 0."""

    code: str
    message: str
    offset: int
    hint: str = ""


def infer(expression: Expression, scope: Scope, wanted: str | None = None) -> tuple[Type, list[TypeProblem]]:
    """The type of an expression and every problem in it.

    ``wanted`` is the kind it should have (``ja_nee``, ``bedrag``, ``getal``, ``datum``); ``None``: any kind.
    """
    typer = _Typer(scope)
    found = typer.type_of(expression.root)
    if wanted and found.kind not in _ACCEPTS[wanted] and found.kind != "fout":
        typer.say("T001", f"dit is {found}; verwacht {Type(wanted)}.", expression.root)  # type: ignore[arg-type]  # a Kind
    return found, typer.problems


def names_in(root: n.Node, scope: Scope) -> Iterable[tuple[n.Name, Resolution, Scope]]:
    """Every name that is read, with what it means there (names that do not resolve are left out)."""
    stack: list[tuple[n.Node, Scope]] = [(root, scope)]
    while stack:
        node, here = stack.pop()
        if isinstance(node, n.Name):
            found = here.resolve(node.parts)
            if isinstance(found, Resolution):
                yield node, found, here
            continue
        if isinstance(node, n.HasRole):
            stack += [(x, here) for x in (node.who, node.of) if x is not None]
            continue
        if isinstance(node, (n.Count, n.Total)):
            stack.append((node.collection, here))
            found = here.resolve(node.collection.parts)
            inner = here.binding(node.variable, found.unit) if isinstance(found, Resolution) else here
            parts = (node.where, node.value) if isinstance(node, n.Total) else (node.where,)
            stack += [(x, inner) for x in parts if x is not None]
            continue
        if isinstance(node, n.Call):
            words = _WORD_POSITIONS.get(node.function, ())
            stack += [(x, here) for i, x in enumerate(node.arguments) if i not in words]
            continue
        stack += [(x, here) for x in n.children(node)]


_ACCEPTS = {
    "ja_nee": {"ja_nee"},
    "bedrag": {"bedrag", "nul"},
    "getal": {"getal", "nul"},
    "datum": {"datum"},
}
_WORD_POSITIONS = {
    "afronden": (2,), "naar": (1, 2), "eerste_dag": (1,), "laatste_dag": (1,), "recht": (0,), "betaald": (0,),
    "hoogte": (0,), "meegeteld": (0,), "vorige_periode": (0,),
}  # fmt: skip
_ARITY = {
    "min": (2, 9), "max": (2, 9), "afronden": (3, 3), "naar": (2, 3), "jaren_tussen": (2, 2), "maanden_tussen": (2, 2),
    "dagen_tussen": (2, 2), "eerste_dag": (2, 2), "laatste_dag": (2, 2), "jaar_van": (1, 1), "recht": (1, 2),
    "betaald": (1, 2), "hoogte": (1, 2), "meegeteld": (1, 2), "vorige_periode": (1, 1),
}  # fmt: skip


class _Typer:
    def __init__(self, scope: Scope) -> None:
        self.scope = scope
        self.problems: list[TypeProblem] = []

    def say(self, code: str, message: str, node: n.Node, hint: str = "") -> Type:
        self.problems.append(TypeProblem(code, message, node.start, hint))
        return t.BROKEN

    def type_of(self, node: n.Node) -> Type:
        result = n.fold(node, self)
        assert isinstance(result, Type)
        return result

    def want(self, node: n.Node, *kinds: str) -> Type:
        found = self.type_of(node)
        if found.kind not in (*kinds, "fout"):
            return self.say("T001", f"dit is {found}; verwacht {Type(kinds[0])}.", node)  # type: ignore[arg-type]  # a Kind
        return found

    def number(self, node: n.Number) -> Type:
        if node.value.denominator != 1:
            return self.say(
                "T002",
                "een getal met een komma staat niet in een regel.",
                node,
                "Zet het in laws/ als parameter.",
            )
        return t.ZERO_TYPE if node.value == 0 else Type("getal", never_zero=True, never_negative=True)

    def percent(self, node: n.Percent) -> Type:
        return Type("getal", never_zero=node.value != 0, never_negative=True)

    def dateliteral(self, node: n.DateLiteral) -> Type:
        return t.DATE

    def term(self, node: n.Term) -> Type:
        return t.TERM

    def text(self, node: n.Text) -> Type:
        return t.TEXT

    def truth(self, node: n.Truth) -> Type:
        return t.JA_NEE

    def name(self, node: n.Name) -> Type:
        found = self.scope.resolve(node.parts)
        if isinstance(found, tuple):
            return self.say("T003", found[0], node, found[1])
        if found.what == "collection":
            return self.say("T004", "dit zijn er meer; gebruik aantal, bestaat, elk, som, hoogste of laagste.", node)
        return found.type

    def negation(self, node: n.Negation) -> Type:
        self.want(node.operand, "ja_nee")
        return t.JA_NEE

    def conjunction(self, node: n.Conjunction) -> Type:
        for operand in node.operands:
            self.want(operand, "ja_nee")
        return t.JA_NEE

    def disjunction(self, node: n.Disjunction) -> Type:
        for operand in node.operands:
            self.want(operand, "ja_nee")
        return t.JA_NEE

    def compare(self, node: n.Compare) -> Type:
        left, right = self.type_of(node.left), self.type_of(node.right)
        self.comparable(left, right, node)
        unordered = {"ja_nee", "keuze", "tekst", "ding", "duur"}
        if node.op not in ("=", "!=") and {left.kind, right.kind} & unordered:
            self.say("T005", "hier past alleen = of !=.", node)
        for side, choice in ((node.left, right), (node.right, left)):
            self.fits_choice(side, choice)
        return t.JA_NEE

    def comparable(self, left: Type, right: Type, node: n.Node) -> None:
        if t.fits(left, right):
            return
        if left.kind == right.kind == "bedrag":
            self.say(
                "T006",
                f"hier staan {left.unit} en {right.unit} bij elkaar.",
                node,
                "Reken eerst om met naar(...).",
            )
        else:
            self.say("T006", f"dit past niet bij elkaar: {left} en {right}.", node)

    def fits_choice(self, node: n.Node, choice: Type) -> None:
        if isinstance(node, n.Text) and choice.kind == "keuze" and node.value not in choice.choices:
            self.say(
                "T007",
                "dit woord is geen keuze van dit feit.",
                node,
                did_you_mean(node.value, choice.choices),
            )

    def membership(self, node: n.Membership) -> Type:
        left = self.type_of(node.left)
        for option in node.options:
            self.comparable(left, self.type_of(option), option)
            self.fits_choice(option, left)
        return t.JA_NEE

    def hasrole(self, node: n.HasRole) -> Type:
        role = node.role.dotted
        if role not in self.scope.symbols.roles:
            return self.say("T008", "deze rol bestaat niet.", node.role, did_you_mean(role, self.scope.symbols.roles))
        who = self.want(node.who, "ding")
        holder = self.scope.symbols.roles[role]
        if who.kind == "ding" and who.unit != holder:
            self.say("T008", f"deze rol hoort bij een {holder}.", node.who)
        if node.of is not None:
            of = self.want(node.of, "ding")
            if of.kind == "ding" and of.unit != "persoon":
                self.say("T008", "na 'van' hoort een persoon.", node.of)
        elif holder == "persoon":
            self.say("T008", "noem ook in wiens ogen: 'is ROL van ...'.", node)
        return t.JA_NEE

    def arithmetic(self, node: n.Arithmetic) -> Type:
        left, right = self.type_of(node.left), self.type_of(node.right)
        if "fout" in (left.kind, right.kind):
            return t.BROKEN
        if node.op in "+-":
            if left.kind == "datum" and right.kind == "duur":
                return t.DATE
            for side, found in ((node.left, left), (node.right, right)):
                if found.kind not in ("getal", "bedrag", "nul"):
                    return self.say("T009", f"met {found} kan niet gerekend worden.", side)
            self.comparable(left, right, node)
            main = right if left.kind == "nul" else left
            return Type(main.kind, main.unit, never_negative=node.op == "+" and _never_negative(left, right))
        made = self.product(node, left, right)
        never_zero = left.never_zero and (node.op == "/" or right.never_zero)
        return Type(made.kind, made.unit, (), never_zero, _never_negative(left, right))

    def product(self, node: n.Arithmetic, left: Type, right: Type) -> Type:
        for side, found in ((node.left, left), (node.right, right)):
            if found.kind not in ("getal", "bedrag", "nul"):
                return self.say("T009", f"met {found} kan niet gerekend worden.", side)
        if node.op == "/":
            if not right.never_zero and not self.guarded(node.right):
                self.say(
                    "T010",
                    "deze deler kan nul zijn.",
                    node.right,
                    "Geef een bereik, of deel door een vast getal.",
                )
            if left.kind == right.kind == "bedrag":
                self.comparable(left, right, node)
                return t.NUMBER
            if right.kind == "bedrag":
                return self.say("T009", "een getal delen door een bedrag kan niet.", node)
            return left if left.kind == "bedrag" else t.NUMBER
        if left.kind == right.kind == "bedrag":
            return self.say("T009", "een bedrag maal een bedrag kan niet.", node)
        return next((Type("bedrag", x.unit) for x in (left, right) if x.kind == "bedrag"), t.NUMBER)

    def guarded(self, node: n.Node) -> bool:
        """A sum of a positive literal and things that are never negative, or max(.., positive literal)."""
        if isinstance(node, n.Arithmetic) and node.op == "+":
            sides = (node.left, node.right)
            return any(_positive(x) for x in sides) and all(_positive(x) or self.counts(x) for x in sides)
        return isinstance(node, n.Call) and node.function == "max" and any(_positive(x) for x in node.arguments)

    def counts(self, node: n.Node) -> bool:
        if isinstance(node, n.Count):
            return node.kind == "aantal"
        found = self.scope.resolve(node.parts) if isinstance(node, n.Name) else None
        return isinstance(found, Resolution) and found.what in ("concept", "fact") and found.type.kind == "getal"

    def negative(self, node: n.Negative) -> Type:
        found = self.want(node.operand, "getal", "bedrag", "nul")
        return Type(found.kind, found.unit, never_zero=found.never_zero, never_negative=found.kind == "nul")

    def choice(self, node: n.Choice) -> Type:
        self.want(node.condition, "ja_nee")
        then, otherwise = self.type_of(node.then), self.type_of(node.otherwise)
        self.comparable(then, otherwise, node)
        found = otherwise if then.kind in ("nul", "fout") else then
        never_zero = then.never_zero and otherwise.never_zero
        return Type(found.kind, found.unit, found.choices, never_zero, _never_negative(then, otherwise))

    def count(self, node: n.Count) -> Type:
        self.loop(node)
        return Type("getal", never_negative=True) if node.kind == "aantal" else t.JA_NEE

    def total(self, node: n.Total) -> Type:
        inner = self.loop(node)
        outer, self.scope = self.scope, inner
        found = self.want(node.value, "bedrag", "getal", "nul", *(() if node.kind == "som" else ("datum",)))
        self.scope = outer
        return Type(found.kind, found.unit, never_negative=found.never_negative)

    def loop(self, node: n.Count | n.Total) -> Scope:
        found = self.scope.resolve(node.collection.parts)
        if isinstance(found, tuple):
            self.say("T003", found[0], node.collection, found[1])
            inner = self.scope.binding(node.variable, "persoon")
        elif found.what != "collection":
            self.say("T004", f"hier hoort een verzameling, dit is {found.type}.", node.collection)
            inner = self.scope.binding(node.variable, "persoon")
        else:
            inner = self.scope.binding(node.variable, found.unit)
        if node.where is not None:
            outer, self.scope = self.scope, inner
            self.want(node.where, "ja_nee")
            self.scope = outer
        return inner

    def call(self, node: n.Call) -> Type:
        low, high = _ARITY[node.function]
        if not low <= len(node.arguments) <= high:
            return self.say("T011", f"{node.function} heeft {low} tot {high} onderdelen.", node)
        result = getattr(self, f"call_{node.function}", self.call_default)(node)
        assert isinstance(result, Type)
        return result

    def word(self, node: n.Node, known: Iterable[str], what: str) -> str:
        text = node.dotted if isinstance(node, n.Name) else ""
        options = list(known)
        if text not in options:
            self.say("T012", f"hier hoort {what}.", node, did_you_mean(text, options))
            return ""
        return text

    def call_min(self, node: n.Call) -> Type:
        found = [self.want(x, "bedrag", "getal", "nul", "datum") for x in node.arguments]
        main = next((x for x in found if x.kind not in ("nul", "fout")), None)
        if main is None:
            return next((x for x in found if x.kind == "fout"), found[0])
        for x, argument in zip(found, node.arguments, strict=True):
            self.comparable(main, x, argument)
        sure = [x.never_negative for x in found]
        return Type(main.kind, main.unit, never_negative=any(sure) if node.function == "max" else all(sure))

    call_max = call_min

    def call_afronden(self, node: n.Call) -> Type:
        self.word(node.arguments[2], ("omhoog", "omlaag", "rekenkundig"), "omhoog, omlaag of rekenkundig")
        step = node.arguments[1]
        if not isinstance(step, n.Number) or step.value <= 0:
            self.say("T012", "de stap is een getal boven nul, zoals 0.01 of 1.", step)
        found = self.want(node.arguments[0], "bedrag", "getal", "nul")
        return Type(found.kind, found.unit, never_negative=found.never_negative)

    def call_naar(self, node: n.Call) -> Type:
        words, found = self.scope.symbols.words, self.want(node.arguments[0], "bedrag")
        target = self.word(node.arguments[1], words["perioden"], "een periode")
        named = self.word(node.arguments[2], words["omrekening"], "een omrekening") if len(node.arguments) > 2 else None
        if not target or found.kind != "bedrag" or named == "":
            return t.BROKEN
        source = found.unit.removeprefix("eur/")
        if source == "eur":
            return self.say("T013", "een bedrag zonder periode rekent niet om.", node)
        if self.scope.symbols.factor(source, target, named) is None:
            return self.say("T013", f"van {source} naar {target} kiest de wet hoe: noem de omrekening.", node)
        return Type("bedrag", f"eur/{target}", never_negative=found.never_negative)

    def call_jaren_tussen(self, node: n.Call) -> Type:
        for argument in node.arguments:
            self.want(argument, "datum")
        return t.NUMBER

    call_maanden_tussen = call_dagen_tussen = call_jaar_van = call_jaren_tussen

    def call_eerste_dag(self, node: n.Call) -> Type:
        self.want(node.arguments[0], "datum")
        self.word(node.arguments[1], ("week", "maand", "kwartaal", "jaar"), "week, maand, kwartaal of jaar")
        return t.DATE

    call_laatste_dag = call_eerste_dag

    def person(self, node: n.Call) -> None:
        if len(node.arguments) > 1:
            found = self.want(node.arguments[1], "ding")
            if found.kind == "ding" and found.unit != "persoon":
                self.say("T012", "hier hoort een persoon.", node.arguments[1])

    def call_recht(self, node: n.Call) -> Type:
        self.word(node.arguments[0], self.scope.symbols.words["aanspraken"], "een aanspraak")
        self.person(node)
        return t.JA_NEE

    call_betaald = call_recht

    def call_hoogte(self, node: n.Call) -> Type:
        self.call_recht(node)
        return Type("bedrag", "eur/maand")

    def call_meegeteld(self, node: n.Call) -> Type:
        word = self.word(node.arguments[0], ("inkomen", "vermogen"), "inkomen of vermogen")
        self.person(node)
        return Type("bedrag", "eur" if word == "vermogen" else "eur/maand")

    def call_vorige_periode(self, node: n.Call) -> Type:
        name = self.word(node.arguments[0], self.scope.symbols.concepts, "een begrip")
        return self.scope.symbols.concept_type(name) if name else t.BROKEN

    def call_default(self, node: n.Call) -> Type:
        raise AssertionError(node.function)


def _positive(node: n.Node) -> bool:
    return isinstance(node, (n.Number, n.Percent)) and node.value > 0


def _never_negative(*found: Type) -> bool:
    return all(x.never_negative for x in found)
