# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""Why a right is not there: which condition blocks it, and how far this household is from the limit."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar

from samenloop.evaluation import Assessment, Claim, Condition
from samenloop.interaction.limits import Limit, limits
from samenloop.interaction.threshold import MOST_EXCESS
from samenloop.language import Expression, Type
from samenloop.language import nodes as n
from samenloop.language.explain import Explain
from samenloop.language.values import Thing
from samenloop.report import money
from samenloop.report.model_rights import ClaimCondition
from samenloop.report.parts import Distance
from samenloop.report.trace import Tracer
from samenloop.report.words import Words, truth, upper_first
from samenloop.rulebook import Rule


@dataclass(frozen=True)
class Reasons:
    """Explains the conditions of the claims of one assessment."""

    assessment: Assessment
    words: Words
    tracer: Tracer

    month: ClassVar[Type] = Type("bedrag", "eur/maand")
    """The type of what a right is worth."""

    @cached_property
    def _limits(self) -> tuple[Limit, ...]:
        return tuple(limits(self.assessment))

    # ---- conditions ----
    def conditions(self, claim: Claim) -> tuple[ClaimCondition, ...]:
        """Every condition of a claim, in words."""
        return tuple(self.condition(claim, c) for c in claim.conditions)

    def condition(self, claim: Claim, condition: Condition) -> ClaimCondition:
        """One condition: whether it is met, on which basis, with which comparisons, and how far off."""
        rule = self.assessment.evaluator.live.rules[condition.rule]
        limit = self.limit(claim, condition) if condition.met.is_false else None
        title = rule.titel
        if condition.kind == "vereist":
            title = upper_first(self.words.fact(condition.id))
        kind = condition.kind
        assert kind in ("voorwaarde", "vereist", "sluit_uit")
        return ClaimCondition(
            id=condition.id,
            voldaan=truth(condition.met),
            grondslag=self.words.bases(rule),
            waarden=self.words.comparisons(self.assessment.evaluator, condition.notes),
            soort=kind,  # type: ignore[arg-type]  # one of the three, see above
            titel=title,
            klasse=condition.clas,
            afstand=None if limit is None else distance(limit),
            regel=rule.regel,
        )

    # ---- limits ----
    def limit(self, claim: Claim, condition: Condition) -> Limit | None:
        """The money limit that decides a condition that is not met, the nearest one when there are more."""
        rules = self._rules_behind(claim, condition)
        found = [x for x in self._limits if x.rule in rules and self._concerns(x, claim) and x.limit]
        fires = condition.kind == "sluit_uit"
        own = [x for x in found if x.rule == condition.rule and x.holds == fires]
        deeper = [x for x in found if x.rule != condition.rule and rules[x.rule] == x.holds]
        candidates = own or deeper
        return min(candidates, key=lambda x: (x.distance, x.rule)) if candidates else None

    def _rules_behind(self, claim: Claim, condition: Condition) -> dict[str, bool]:
        """The rule of a condition, and the rules of the ja/nee concepts it reads with their outcome."""
        rule = self.assessment.evaluator.live.rules[condition.rule]
        found = {rule.regel: condition.kind == "sluit_uit"}
        queue = [
            key for e, thing in self._expressions(rule, claim, condition) for key in self.tracer.expression(e, thing)
        ]
        seen = set(queue)
        while queue:
            node = self.tracer.nodes.get(queue.pop())
            if node is None or node.waarde not in ("ja", "nee"):
                continue
            if node.regel is not None:
                found.setdefault(node.regel, node.waarde == "ja")
            fresh = [key for key in node.uit if key not in seen]
            seen.update(fresh)
            queue += fresh
        return found

    def _expressions(self, rule: Rule, claim: Claim, condition: Condition) -> Iterator[tuple[Expression, Thing]]:
        things = self.assessment.evaluator.counterparts(rule, claim.bearer) or [claim.bearer]
        if condition.kind == "vereist":
            norm = next(x for x in rule.norms if getattr(x, "vereist", None) == condition.id)
            yield from ((way.als, thing) for way in getattr(norm, "wegen", ()) for thing in things)
        elif rule.wanneer is not None:
            yield from ((rule.wanneer, thing) for thing in things)

    @staticmethod
    def _concerns(limit: Limit, claim: Claim) -> bool:
        """Whether a limit was tested for the people of a claim, or for a thing of their home."""
        return limit.thing.unit in ("woning", "huishouden") or bool(
            set(limit.thing.id.split(">")) & {claim.bearer.id, *claim.bearer.id.split(">"), *claim.members}
        )

    # ---- sentences ----
    def refused(self, claim: Claim) -> str:
        """Why there is no right, in one or more sentences; empty when no condition is known to block it."""
        blocking = [c for c in claim.conditions if c.met.is_false]
        return " ".join(self.blocks(claim, c) for c in blocking)

    def blocks(self, claim: Claim, condition: Condition) -> str:
        """Why one condition blocks a right."""
        rule = self.assessment.evaluator.live.rules[condition.rule]
        article = self.words.article(rule)
        limit = self.limit(claim, condition)
        if limit is not None:
            return f"{self.over(limit)} ({article})."
        if condition.kind == "sluit_uit":
            return f"{rule.titel} ({article})."
        if condition.kind == "vereist":
            return f"Niet voldaan aan de eis: {self.words.fact(condition.id).removeprefix('eis ')} ({article})."
        failing = [
            node
            for expression, thing in self._expressions(rule, claim, condition)
            for node in self.failing(expression, thing)
        ]
        if not failing:
            return f"{rule.titel}: niet aan de orde ({article})."
        named = [self.words.node(node) for node in failing if isinstance(node, n.Name)]
        said = [f"dat {self.words.node(node)}" for node in failing if not isinstance(node, n.Name)]
        start = "Nodig is:" if named else "Nodig is"
        return f"{start} {', en '.join(dict.fromkeys([*named, *said]))}. Dat is hier niet zo ({article})."

    def failing(self, expression: Expression, thing: Thing) -> list[n.Node]:
        """The parts of a conjunction that are false, else the whole."""
        here = Explain(self.assessment.evaluator, self.assessment.evaluator.frame(thing), expression.text)

        def parts(node: n.Node) -> list[n.Node]:
            if isinstance(node, n.Conjunction):
                return [x for operand in node.operands for x in parts(operand)]
            return [node] if here.value(node).is_false else []

        return parts(expression.root)

    def over(self, limit: Limit) -> str:
        """Where this household stands against a limit, as a clause with a capital."""
        away, share = distance(limit), limit.distance / abs(limit.limit)
        side = "boven" if limit.measured > limit.limit else "onder"
        per = money.per(away.per)
        measured = upper_first(self.words.node(limit.measured_node))
        subject = measured if len(measured) <= 60 else "Het bedrag dat telt"
        if not limit.distance:
            return f"{subject} is {money.euro(away.gemeten)} {per}, precies op de grens".replace("  ", " ")
        sentence = (
            f"{subject} is {money.euro(away.gemeten)} {per}. Dat is {money.euro(away.bedrag)} ({money.percent(share)}) "
            f"{side} de grens van {money.euro(away.grens)}"
        ).replace(" .", ".")
        if away.boven_drempelmarge:
            sentence += f", en meer dan {money.percent(MOST_EXCESS)}: dit is geen kleine overschrijding (geen drempel)"
        return sentence


def distance(limit: Limit) -> Distance:
    """How far a measured amount is from its limit."""
    share = limit.distance / abs(limit.limit)
    return Distance(
        bedrag=money.money(limit.distance),
        grens=money.money(limit.limit),
        gemeten=money.money(limit.measured),
        per=limit.unit.removeprefix("eur").removeprefix("/") or "stand",
        procent=money.hundredths(share),
        boven_drempelmarge=share > MOST_EXCESS,
    )
