# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""Where every value comes from: the rules, articles, facts and amounts behind it, as a flat list of linked nodes.

Follows each expression the way it was evaluated: of a choice only the branch that was taken, of a loop only who counts.
A node lists what it was made of by id, so that a value that is used often stands there once.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from samenloop.domain import Household
from samenloop.errors import EvaluationError
from samenloop.evaluation import Assessment, Claim, Result, Tried
from samenloop.evaluation.live import Bound
from samenloop.language import Expression, Resolution, Type
from samenloop.language import nodes as n
from samenloop.language.explain import Explain
from samenloop.language.values import FactRef, Thing, Value
from samenloop.report.model_rights import TraceNode, TriedRule
from samenloop.report.parts import Basis, Comparison
from samenloop.report.words import Words, truth
from samenloop.rulebook import Rule

Kind = Literal["begrip", "feit", "parameter", "aanspraak", "open_term", "rol"]


class Tracer:
    """Collects the nodes of one assessment. ``nodes`` grows while values are asked for."""

    def __init__(self, assessment: Assessment, words: Words) -> None:
        self.assessment, self.words = assessment, words
        self.ev, self.book = assessment.evaluator, assessment.book
        self.nodes: dict[str, TraceNode] = {}
        self._busy: set[str] = set()
        self._assumed = _assumed(assessment.household)

    # ---- entry points ----
    def claim(self, claim: Claim) -> str:
        """The node of a right with its amount."""
        key = f"aanspraak:{claim.norm}:{claim.bearer}"
        if key in self.nodes or key in self._busy:
            return key
        self._busy.add(key)
        rule = self.ev.live.rules[claim.rule]
        norm = next(x for x in rule.norms if x.id == claim.norm)
        amount = getattr(norm, "bedrag", None)
        payment = getattr(getattr(norm, "toegang", None), "betaling", None)
        rounded = None if payment is None else payment.bedrag
        expressions: list[tuple[Expression, Thing]] = []
        if amount is not None and not claim.right.is_false:
            expressions += [(x, claim.bearer) for x in (amount, rounded) if x is not None]
        if rule.wanneer is not None:
            expressions.append((rule.wanneer, claim.bearer))
        for condition in claim.conditions:
            other = self.ev.live.rules[condition.rule]
            if other.regel != rule.regel and other.wanneer is not None:
                expressions += [(other.wanneer, t) for t in self.ev.counterparts(other, claim.bearer)]
        made_of = self._made_of(expressions)
        unit = Type("bedrag", "eur/maand")
        shown = "recht" if claim.amount is None else self.words.value(claim.amount, unit)
        self.nodes[key] = TraceNode(
            id=key,
            soort="aanspraak",
            naam=self.words.label("aanspraken", claim.entitlement),
            wie=", ".join(claim.members),
            waarde="geen recht" if claim.right.is_false else shown,
            regel=rule.regel,
            titel=rule.titel,
            zin=self._reckoned(amount, rounded),
            grondslag=self.words.bases(rule),
            geldig_van=rule.geldig.van,
            geldig_tot=rule.geldig.tot,
            bron=None,
            vergelijkingen=(),
            niet_toegepast=(),
            uit=made_of,
        )
        self._busy.discard(key)
        return key

    def _reckoned(self, amount: Expression | None, rounded: Expression | None) -> str | None:
        if amount is None:
            return None
        said = self.words.clause(amount)
        return said if rounded is None else f"{said}; uitbetaald wordt {self.words.clause(rounded)}"

    def concept(self, concept: str, thing: Thing) -> str:
        """The node of a concept."""
        key = f"begrip:{concept}:{thing}"
        if key not in self.nodes and key not in self._busy:
            self._busy.add(key)
            result = self.ev.concept_result(concept, thing)
            self.nodes[key] = self._concept(key, concept, thing, result)
            self._busy.discard(key)
        return key

    def fact(self, fact: str, thing: Thing) -> str:
        """The node of a fact."""
        key = f"feit:{fact}:{thing}"
        if key not in self.nodes:
            declared = self.book.facts[fact]
            ref = FactRef(thing.unit, thing.id, fact)
            value = self.ev.fact(fact, thing)
            estimate = self.ev.facts.estimates.get(ref)
            source = str(declared.uit) if estimate is None else f"geschat uit {estimate.path}"
            if any(_covers(path, thing.id, str(declared.uit)) for path in self._assumed):
                source += " (aangenomen)"
            kind = self.book.symbols.facts[fact][1]
            self.nodes[key] = self._plain(
                "feit", key, self.words.fact(fact), thing, self.words.value(value, kind), source
            )
        return key

    def parameter(self, parameter: str) -> str:
        """The node of an amount of the law."""
        key = f"parameter:{parameter}"
        if key not in self.nodes:
            declared = self.book.parameters[parameter]
            given = self.book.parameter(parameter, self.ev.day)
            value = self.ev.parameter(parameter)
            kind = self.book.symbols.parameters[parameter]
            shown = self.words.value(value, kind)
            if declared.soort == "percentage" and value.is_known:
                shown = self.words.node(n.Percent(0, 0, value.exact))
            made = self._plain("parameter", key, declared.titel, None, shown, None if given is None else given.bron)
            self.nodes[key] = made.model_copy(
                update={
                    "grondslag": (self.words.basis(declared.grondslag),),
                    "geldig_van": None if given is None else given.van,
                    "geldig_tot": None if given is None else given.tot,
                }
            )
        return key

    def rule(self, rule: Rule, thing: Thing) -> tuple[str, ...]:
        """What the condition of a rule was made of."""
        return self._made_of([(rule.wanneer, thing)] if rule.wanneer is not None else [])

    def expression(self, expression: Expression, thing: Thing) -> tuple[str, ...]:
        """What an expression about a thing was made of."""
        return self._made_of([(expression, thing)])

    def tried(self, found: Tried) -> TriedRule:
        """A rule that did not give the value, and why."""
        rule = self.book.rules[found.rule]
        return TriedRule(
            regel=rule.regel,
            titel=rule.titel,
            grondslag=self.words.bases(rule),
            gold=truth(found.held),
            vergelijkingen=self.words.comparisons(self.ev, found.notes),
        )

    # ---- nodes ----
    def _concept(self, key: str, concept: str, thing: Thing, result: Result) -> TraceNode:
        rule = self.ev.live.rules.get(result.rule)
        expressions = []
        comparisons: tuple[Comparison, ...] = ()
        bases: tuple[Basis, ...] = ()
        sentence = None
        if rule is not None and rule.waarde is not None:
            expressions = [(x, thing) for x in (rule.waarde, rule.wanneer) if x is not None]
            sentence, bases = self.words.clause(rule.waarde), self.words.bases(rule)
            comparisons = self.words.comparisons(self.ev, result.notes)
        return TraceNode(
            id=key,
            soort="begrip",
            naam=self.words.fact(concept),
            wie=self.words.whose(thing.unit, thing.id).strip(" ()"),
            waarde=self.words.value(result.value, self.book.symbols.concept_type(concept)),
            regel=None if rule is None else rule.regel,
            titel=None if rule is None else rule.titel,
            zin=sentence,
            grondslag=bases,
            geldig_van=None if rule is None else rule.geldig.van,
            geldig_tot=None if rule is None else rule.geldig.tot,
            bron=None,
            vergelijkingen=comparisons,
            niet_toegepast=tuple(self.tried(x) for x in result.tried),
            uit=self._made_of(expressions),
        )

    def _open(self, term: str, thing: Thing) -> str:
        key = f"open_term:{term}"
        if key not in self.nodes:
            value = self.ev.open_term(term, thing)
            kind = self.book.symbols.open_terms[term][1]
            left_open = self.book.open_terms.get(term, ())
            made = self._plain("open_term", key, self.words.fact(term), None, self.words.value(value, kind), None)
            if left_open:
                rule = left_open[0][0]
                made = made.model_copy(
                    update={"regel": rule.regel, "titel": rule.titel, "grondslag": self.words.bases(rule)}
                )
            self.nodes[key] = made
        return key

    def _role(self, role: str, who: Thing, of: Thing | None) -> str:
        key = f"rol:{role}:{who}:{of or ''}"
        if key not in self.nodes:
            held = truth(self.ev.role(role, who, of))
            towards = "" if of is None else f" van {of.id}"
            name = self.words.fact(role)
            self.nodes[key] = self._plain("rol", key, f"{name}{towards}", who, held, None)
        return key

    def _plain(self, kind: Kind, key: str, name: str, thing: Thing | None, value: str, source: str | None) -> TraceNode:
        return TraceNode(
            id=key,
            soort=kind,
            naam=name,
            wie="" if thing is None else self.words.whose(thing.unit, thing.id).strip(" ()"),
            waarde=value,
            regel=None,
            titel=None,
            zin=None,
            grondslag=(),
            geldig_van=None,
            geldig_tot=None,
            bron=source,
            vergelijkingen=(),
            niet_toegepast=(),
            uit=(),
        )

    # ---- from an expression to what it read ----
    def _made_of(self, expressions: list[tuple[Expression, Thing]]) -> tuple[str, ...]:
        found: dict[str, None] = {}
        for expression, thing in expressions:
            start = Explain(self.ev, self.ev.frame(thing), expression.text)
            try:
                for key in self._read(expression.root, start):
                    found.setdefault(key)
            except EvaluationError:
                continue
        return tuple(found)

    def _read(self, node: n.Node, here: Explain) -> Iterator[str]:
        if isinstance(node, n.Name):
            yield from self._name(node, here)
        elif isinstance(node, n.Choice):
            yield from self._read(node.condition, here)
            held = here.value(node.condition)
            if not held.is_false:
                yield from self._read(node.then, here)
            if not held.is_true:
                yield from self._read(node.otherwise, here)
        elif isinstance(node, (n.Conjunction, n.Disjunction)):
            for operand in node.operands:
                yield from self._read(operand, here)
                held = here.value(operand)
                if held.is_false if isinstance(node, n.Conjunction) else held.is_true:
                    break
        elif isinstance(node, n.HasRole):
            yield from self._has_role(node, here)
        elif isinstance(node, (n.Count, n.Total)):
            yield from self._loop(node, here)
        elif isinstance(node, n.Call) and node.function in ("recht", "betaald", "hoogte"):
            yield from self._claims_named(node, here)
        else:
            for child in n.children(node):
                yield from self._read(child, here)

    def _name(self, node: n.Name, here: Explain) -> Iterator[str]:
        found = here.frame.scope.resolve(node.parts)
        if not isinstance(found, Resolution):
            return
        if found.what == "parameter":
            yield self.parameter(found.id)
            return
        if found.what not in ("fact", "concept", "open"):
            return
        thing = here.thing(found)
        if not isinstance(thing.exact, Thing):
            return
        if found.what == "fact":
            yield self.fact(found.id, thing.exact)
        elif found.what == "open":
            yield self._open(found.id, thing.exact)
        else:
            yield self.concept(found.id, thing.exact)

    def _has_role(self, node: n.HasRole, here: Explain) -> Iterator[str]:
        who = here.value(node.who)
        of = None if node.of is None else here.value(node.of)
        if isinstance(who.exact, Thing) and (of is None or isinstance(of.exact, Thing)):
            yield self._role(node.role.dotted, who.exact, None if of is None else of.exact)

    def _loop(self, node: n.Count | n.Total, here: Explain) -> Iterator[str]:
        rows = here.loop(node)
        if isinstance(rows, Value):
            return
        for row in rows[0]:
            if row.belongs.is_false:
                continue
            if node.where is not None:
                yield from self._read(node.where, row.inner)
            if isinstance(node, n.Total) and not row.counts.is_false:
                yield from self._read(node.value, row.inner)

    def _claims_named(self, node: n.Call, here: Explain) -> Iterator[str]:
        name, person = node.arguments[0], here.person(node)
        if not isinstance(name, n.Name) or not isinstance(person.exact, Thing):
            return
        for claim in self.assessment.claims_for(name.dotted):
            if person.exact.id in claim.members:
                yield self.claim(claim)


def requirement_ways(bound: Bound) -> tuple[Expression, ...]:
    """The conditions of the ways to meet a requirement."""
    return tuple(way.als for way in getattr(bound.norm, "wegen", ()))


def _assumed(household: Household) -> tuple[str, ...]:
    """The paths the file calls assumed."""
    origin = household.herkomst
    found = getattr(origin, "aannames", None)
    return tuple(a.pad for a in found) if isinstance(found, tuple) else ()


def _covers(path: str, thing: str, source: str) -> bool:
    """Whether an assumed path of the file (``woningen.huis.kale_huur``) covers a fact's own path of a thing."""
    parts = path.split(".")
    if len(parts) < 2 or parts[1] != thing:
        return False
    own = source.partition("[")[0].split(".")
    return len(parts) == 2 or parts[2] == own[0]
