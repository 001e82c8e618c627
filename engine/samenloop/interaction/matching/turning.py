# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""On whom a condition turns: the people that its loops find.

``bestaat(p in bewoners waar p.leeftijd >= 18)`` turns on whoever is 18 or older there; ``elk(..)`` on whoever is not
what each must be. A condition that names a concept turns on whom the rule of that concept turns on.
"""

from __future__ import annotations

from samenloop.evaluation import Evaluator
from samenloop.evaluation.units import Concerned
from samenloop.language import Expression, values
from samenloop.language import nodes as n
from samenloop.language.explain import Explain
from samenloop.language.values import Thing, Value
from samenloop.rulebook import Rule


def turns_on(ev: Evaluator, condition: Expression | None, thing: Thing, rule: Rule) -> Concerned:
    """The people a condition about a thing turns on, each with whether it certainly does."""
    found: dict[Thing, Value] = {}
    if condition is not None:
        _Search(ev, found).look(condition, thing, rule)
    return tuple((person, why) for person, why in found.items() if not why.is_false)


class _Search:
    def __init__(self, ev: Evaluator, found: dict[Thing, Value]) -> None:
        self.ev, self.found = ev, found
        self.seen: set[tuple[str, Thing]] = set()

    def look(self, expression: Expression, thing: Thing, rule: Rule) -> None:
        """In one expression of one rule."""
        frame = self.ev.frame(thing, self.ev.book.regime_of(rule.regel))
        self.inside(expression.root, Explain(self.ev, frame, expression.text))

    def inside(self, node: n.Node, explain: Explain) -> None:
        """In a piece of it. What is false in an ``of`` decides nothing."""
        match node:
            case n.Count() | n.Total():
                self.loop(node, explain)
            case n.Name():
                self.name(node, explain)
            case n.Call() | n.HasRole():
                pass  # rights and roles have norms of their own
            case n.Disjunction():
                for operand in node.operands:
                    if not explain.value(operand).is_false:
                        self.inside(operand, explain)
            case _:
                for child in n.children(node):
                    self.inside(child, explain)

    def loop(self, node: n.Count | n.Total, explain: Explain) -> None:
        looped = explain.loop(node)
        if isinstance(looped, Value):
            return
        for row in looped[0]:
            member = row.inner.frame.names[node.variable]
            counts = row.counts
            if isinstance(node, n.Count) and node.kind == "elk":
                counts = values.conjunction((row.belongs, values.negate(row.holds)))
            if member.unit == "persoon":
                self.found[member] = values.disjunction((self.found.get(member, values.FALSE), counts))

    def name(self, node: n.Name, explain: Explain) -> None:
        found = self.ev.resolve(node.parts, explain.frame.scope)
        if found.what != "concept":
            return
        where = explain.thing(found)
        if not where.is_known or (found.id, where.exact) in self.seen:
            return
        self.seen.add((found.id, where.exact))
        rule = self.ev.live.rules.get(self.ev.concept_result(found.id, where.exact).rule)
        if rule is not None and rule.waarde is not None:
            self.look(rule.waarde, where.exact, rule)
