# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""The explain algebra: one household, three-valued, exact, with every comparison noted.

Where names get their values is the business of a :class:`World` (the evaluation). Unknown facts spread as unknown
values that name them; ``en`` and ``of`` follow Kleene; branches and loops are only looked at when they can matter.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from math import ceil, floor
from typing import NamedTuple, Protocol

from samenloop.language import calendar, values
from samenloop.language import nodes as n
from samenloop.language.parse import Expression
from samenloop.language.types import Resolution, Scope, Type
from samenloop.language.values import FactRef, Thing, Value


@dataclass(frozen=True)
class Members:
    """The ends of a link or a collection: each thing with whether it belongs; ``open_end`` names what is missing when
    there may be more than these."""

    things: tuple[tuple[Thing, Value], ...]
    open_end: frozenset[FactRef] = frozenset()


class World(Protocol):
    """Where the values of names come from."""

    def resolve(self, parts: tuple[str, ...], scope: Scope) -> Resolution: ...
    def money_unit(self, node: n.Node, scope: Scope) -> Type: ...
    def factor(self, source: str, target: str, named: str | None) -> Fraction: ...
    def fact(self, fact: str, thing: Thing) -> Value: ...
    def concept(self, concept: str, thing: Thing) -> Value: ...
    def open_term(self, term: str, thing: Thing) -> Value: ...
    def parameter(self, parameter: str) -> Value: ...
    def date(self, name: str, thing: Thing) -> Value: ...
    def group(self, unit: str, thing: Thing) -> Thing: ...
    def follow(self, link: str, thing: Thing) -> Value: ...
    def members(self, link: str, thing: Thing | None) -> Members: ...
    def role(self, role: str, who: Thing, of: Thing | None) -> Value: ...
    def right(self, entitlement: str, thing: Thing) -> Value: ...
    def paid(self, entitlement: str, thing: Thing) -> Value: ...
    def height(self, entitlement: str, thing: Thing) -> Value: ...
    def counted(self, kind: str, regime: str, thing: Thing) -> Value: ...
    def previous(self, concept: str, thing: Thing) -> Value: ...


@dataclass(frozen=True)
class Frame:
    """From where an expression is read: its scope, the thing in hand, names for things, and the regime of the rule."""

    scope: Scope
    here: Thing
    names: Mapping[str, Thing]
    regime: str = ""
    notes: list[Note] = field(default_factory=list, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Note:
    """One comparison that was made: its text, the values of both sides, the outcome, and where it was made (so that
    the same comparison can be made again in another evaluation)."""

    text: str
    left: Value
    op: str
    right: Value
    outcome: Value
    node: n.Compare = field(compare=False, repr=False)
    frame: Frame = field(compare=False, repr=False)


def evaluate(expression: Expression, world: World, frame: Frame) -> Value:
    """The value of an expression in a frame; comparisons are added to ``frame.notes``."""
    return Explain(world, frame, expression.text).value(expression.root)


class Explain:
    """The algebra itself, one instance per frame."""

    def __init__(self, world: World, frame: Frame, text: str) -> None:
        self.world, self.frame, self.text_of = world, frame, text

    def value(self, node: n.Node) -> Value:
        """The value of a node."""
        made = n.fold(node, self)
        assert isinstance(made, Value)
        return made

    def inside(self, variable: str, thing: Thing) -> Explain:
        frame = self.frame
        scope = frame.scope.binding(variable, thing.unit)
        inner = Frame(scope, frame.here, {**frame.names, variable: thing}, frame.regime, frame.notes)
        return Explain(self.world, inner, self.text_of)

    # literals
    def number(self, node: n.Number) -> Value:
        return Value(exact=node.value)

    def percent(self, node: n.Percent) -> Value:
        return Value(exact=node.value)

    def dateliteral(self, node: n.DateLiteral) -> Value:
        return Value(exact=node.value)

    def term(self, node: n.Term) -> Value:
        return Value(exact=node.value)

    def text(self, node: n.Text) -> Value:
        return Value(exact=node.value)

    def truth(self, node: n.Truth) -> Value:
        return values.known(node.value)

    # names
    def name(self, node: n.Name) -> Value:
        found = self.world.resolve(node.parts, self.frame.scope)
        if found.what == "parameter":
            return self.world.parameter(found.id)
        if found.what == "date":
            return self.world.date(found.id, self.frame.here)
        thing = self.thing(found)
        if not thing.is_known or found.what == "start":
            return thing
        here: Thing = thing.exact
        if found.what == "fact":
            return self.world.fact(found.id, here)
        if found.what == "open":
            return self.world.open_term(found.id, here)
        return self.world.concept(found.id, here)

    def thing(self, found: Resolution) -> Value:
        """Where a name starts, and where its links lead."""
        start = self.frame.names.get(found.start)
        if start is None:
            own = not found.start or found.start == self.frame.here.unit
            start = self.frame.here if own else self.world.group(found.start, self.frame.here)
        here = Value(exact=start)
        links = found.links[:-1] if found.what == "collection" else found.links
        for link in links:
            if not here.is_known:
                return here
            here = self.world.follow(link, here.exact)
        return here

    # truth
    def negation(self, node: n.Negation) -> Value:
        return values.negate(self.value(node.operand))

    def conjunction(self, node: n.Conjunction) -> Value:
        found: list[Value] = []
        for operand in node.operands:
            found.append(self.value(operand))
            if found[-1].is_false:
                break
        return values.conjunction(found)

    def disjunction(self, node: n.Disjunction) -> Value:
        found: list[Value] = []
        for operand in node.operands:
            found.append(self.value(operand))
            if found[-1].is_true:
                break
        return values.disjunction(found)

    def compare(self, node: n.Compare) -> Value:
        left, right = self.value(node.left), self.value(node.right)
        outcome = values.compare(node.op, left, right)
        said = self.text_of[node.start : node.end]
        self.frame.notes.append(Note(said, left, node.op, right, outcome, node, self.frame))
        return outcome

    def membership(self, node: n.Membership) -> Value:
        left = self.value(node.left)
        return values.disjunction(values.compare("=", left, self.value(option)) for option in node.options)

    def hasrole(self, node: n.HasRole) -> Value:
        who = self.value(node.who)
        of = None if node.of is None else self.value(node.of)
        if not who.is_known or (of is not None and not of.is_known):
            return values.unknown(*values.both(*(x for x in (who, of) if x is not None)))
        held = self.world.role(node.role.dotted, who.exact, None if of is None else of.exact)
        return values.negate(held) if node.negated else held

    def choice(self, node: n.Choice) -> Value:
        condition = self.value(node.condition)
        return values.choose(condition, lambda: self.value(node.then), lambda: self.value(node.otherwise))

    # numbers
    def arithmetic(self, node: n.Arithmetic) -> Value:
        left, right = self.value(node.left), self.value(node.right)
        if node.op in "+-":
            sign = 1 if node.op == "+" else -1
            if isinstance(right.exact, n.Duration):
                return values.monotone(lambda day: calendar.shift(day, right.exact, sign), left)
            if any(isinstance(end, dt.date) for end in left.bounds):  # a day and a term that is not known
                return values.unknown(*values.both(left, right))
            return values.add(left, right, sign)
        return values.multiply(left, right) if node.op == "*" else values.divide(left, right)

    def negative(self, node: n.Negative) -> Value:
        return values.add(values.ZERO, self.value(node.operand), -1)

    # loops
    def loop(self, node: n.Count | n.Total) -> tuple[list[Row], frozenset[FactRef]] | Value:
        found = self.world.resolve(node.collection.parts, self.frame.scope)
        if found.start or found.links:
            thing = self.thing(found)
            if not thing.is_known:
                return thing
            members = self.world.members(found.id, thing.exact)
        else:
            members = self.world.members(found.id, None)
        rows: list[Row] = []
        for member, belongs in members.things:
            inner = self.inside(node.variable, member)
            holds = values.TRUE
            if node.where is not None and not belongs.is_false:
                holds = inner.value(node.where)
            rows.append(Row(inner, belongs, holds))
        return rows, members.open_end

    def count(self, node: n.Count) -> Value:
        looped = self.loop(node)
        if isinstance(looped, Value):
            return values.unknown(looped.missing, looped.outside)
        rows, open_end = looped
        more = [values.unknown(open_end)] if open_end else []
        if node.kind == "bestaat":
            return values.disjunction([row.counts for row in rows] + more)
        if node.kind == "elk":  # who does not belong is no counterexample
            return values.conjunction([values.disjunction((values.negate(r.belongs), r.holds)) for r in rows] + more)
        counted = [row.counts for row in rows]
        sure = sum(counts.is_true for counts in counted)
        maybe = [counts for counts in counted if not counts.is_known]
        missing, outside = values.both(*maybe)
        high = None if open_end else Fraction(sure + len(maybe))
        return values.between(Fraction(sure), high, missing | open_end, outside)

    def total(self, node: n.Total) -> Value:
        looped = self.loop(node)
        if isinstance(looped, Value):
            return values.unknown(looped.missing, looped.outside)
        rows, open_end = looped
        found: list[Value] = []
        for row in rows:
            counts = row.counts
            if counts.is_false:
                continue
            amount = row.inner.value(node.value)
            if not counts.is_true and node.kind == "som":
                amount = values.hull(amount, values.ZERO, counts)
            elif not counts.is_true:
                amount = values.unknown(*values.both(amount, counts))
            found.append(amount)
        if node.kind == "som":
            total = values.ZERO
            for amount in found:
                total = values.add(total, amount)
            if open_end:  # what is not listed cannot lower the sum of things that are never negative
                low = total.bounds[0] if self.row_type(node).never_negative else None
                missing, outside = values.both(total)
                total = values.between(low, None, missing | open_end, outside)
            return total
        if open_end:
            found.append(values.unknown(open_end))
        if not found:
            return values.gap("een dag van niets") if self.row_type(node).kind == "datum" else values.ZERO
        return values.extreme(found, highest=node.kind == "hoogste")

    def row_type(self, node: n.Total) -> Type:
        """The type of what is added up or compared."""
        scope = self.frame.scope
        unit = self.world.resolve(node.collection.parts, scope).unit
        return self.world.money_unit(node.value, scope.binding(node.variable, unit))

    # functions
    def call(self, node: n.Call) -> Value:
        made = getattr(self, f"call_{node.function}")(node)
        assert isinstance(made, Value)
        return made

    def call_min(self, node: n.Call) -> Value:
        return values.extreme([self.value(x) for x in node.arguments], highest=False)

    def call_max(self, node: n.Call) -> Value:
        return values.extreme([self.value(x) for x in node.arguments], highest=True)

    def call_afronden(self, node: n.Call) -> Value:
        step, way = self.value(node.arguments[1]).exact, _word(node.arguments[2])
        return values.monotone(lambda x: round_to(x, step, way), self.value(node.arguments[0]))

    def call_naar(self, node: n.Call) -> Value:
        source = self.world.money_unit(node.arguments[0], self.frame.scope).unit.removeprefix("eur/")
        named = _word(node.arguments[2]) if len(node.arguments) > 2 else None
        factor = self.world.factor(source, _word(node.arguments[1]), named)
        return values.multiply(self.value(node.arguments[0]), Value(exact=factor))

    def call_jaren_tussen(self, node: n.Call) -> Value:
        return self.span(node, calendar.whole_years)

    def call_maanden_tussen(self, node: n.Call) -> Value:
        return self.span(node, calendar.whole_months)

    def call_dagen_tussen(self, node: n.Call) -> Value:
        return self.span(node, lambda a, b: (b - a).days)

    def span(self, node: n.Call, count: Callable[[dt.date, dt.date], int]) -> Value:
        start, end = (self.value(x) for x in node.arguments)
        (a, b), (c, d) = start.bounds, end.bounds
        low = None if b is None or c is None else Fraction(count(b, c))
        high = None if a is None or d is None else Fraction(count(a, d))
        return values.between(low, high, *values.both(start, end))

    def call_eerste_dag(self, node: n.Call) -> Value:
        period = _word(node.arguments[1])
        return values.monotone(lambda day: calendar.first_day(day, period), self.value(node.arguments[0]))

    def call_laatste_dag(self, node: n.Call) -> Value:
        period = _word(node.arguments[1])
        return values.monotone(lambda day: calendar.last_day(day, period), self.value(node.arguments[0]))

    def call_jaar_van(self, node: n.Call) -> Value:
        def year(day: dt.date) -> Fraction:
            return Fraction(day.year)

        return values.monotone(year, self.value(node.arguments[0]))

    def person(self, node: n.Call) -> Value:
        if len(node.arguments) > 1:
            return self.value(node.arguments[1])
        own = self.frame.names.get("persoon", self.frame.here)
        return Value(exact=own)

    def call_recht(self, node: n.Call) -> Value:
        who = self.person(node)
        return self.world.right(_word(node.arguments[0]), who.exact) if who.is_known else who

    def call_betaald(self, node: n.Call) -> Value:
        who = self.person(node)
        return self.world.paid(_word(node.arguments[0]), who.exact) if who.is_known else who

    def call_hoogte(self, node: n.Call) -> Value:
        who = self.person(node)
        return self.world.height(_word(node.arguments[0]), who.exact) if who.is_known else who

    def call_meegeteld(self, node: n.Call) -> Value:
        who = self.person(node)
        kind = _word(node.arguments[0])
        return self.world.counted(kind, self.frame.regime, who.exact) if who.is_known else who

    def call_vorige_periode(self, node: n.Call) -> Value:
        return self.world.previous(_word(node.arguments[0]), self.frame.here)


class Row(NamedTuple):
    """One member in a loop: its algebra, whether it belongs, and whether it meets the ``waar``."""

    inner: Explain
    belongs: Value
    holds: Value

    @property
    def counts(self) -> Value:
        """Whether it belongs and meets the ``waar``."""
        return values.conjunction((self.belongs, self.holds))


def _word(node: n.Node) -> str:
    assert isinstance(node, n.Name)
    return node.dotted


def round_to(amount: Fraction, step: Fraction, way: str) -> Fraction:
    """Round to a step: ``omhoog``, ``omlaag`` or ``rekenkundig`` (half goes up)."""
    steps = amount / step
    if way == "omhoog":
        return ceil(steps) * step
    return (floor(steps) if way == "omlaag" else floor(steps + Fraction(1, 2))) * step
