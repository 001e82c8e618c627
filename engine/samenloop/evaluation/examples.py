# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""Runs the worked examples (``voorbeelden``) that stand beside the rules.

An example gives facts, links and concepts of a few things directly; everything else is unknown. The unit under test is
called ``ik``. A failure says what was given, expected and found, and which rules were tried.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from samenloop.domain import Household, Person
from samenloop.evaluation import things
from samenloop.evaluation.evaluator import Evaluator
from samenloop.evaluation.facts import Facts
from samenloop.evaluation.results import Result
from samenloop.evaluation.rights import claim_of
from samenloop.evaluation.variation import AS_IT_IS, Variation
from samenloop.language import Type, values
from samenloop.language.explain import Members
from samenloop.language.values import FactRef, Thing, Value
from samenloop.rulebook import Example, Fact, Rulebook, read_value

ME = "ik"


@dataclass(frozen=True)
class Failure:
    """One expectation that was not met, in Dutch, with the trace that led to what was found."""

    about: str
    expected: str
    found: str
    trace: str


class ExampleFacts(Facts):
    """Facts that stand in an example."""

    def __init__(self, book: Rulebook, example: Example, unit: str) -> None:
        self._unit = unit
        self._units: dict[str, list[Thing]] = {"huishouden": [Thing("huishouden", "huishouden")]}
        self._given: dict[FactRef, Any] = {}
        self._names: dict[str, Thing] = {}
        me = things.pair("ik_een", "ik_ander") if unit == "paar" else Thing(unit, ME)
        self._place(ME, me, example.gegeven)
        for other in example.ook or ():
            if other.eenheid == "paar":
                thing = things.pair(str(other.persoon), str(other.ander))
            else:
                thing = Thing(other.eenheid, other.id)
            self._place(other.id, thing, other.gegeven or {})
        people = [t.id for t in self._units.get("persoon", [])]
        if unit == "paar":
            people = ["ik_een", "ik_ander", *people]
        household = Household.model_construct(
            version=1,
            huishouden="voorbeeld",
            peildatum=example.peildatum,
            personen=tuple(Person.model_construct(id=p) for p in people),
        )
        concepts = {ref: _typed(book, ref, raw) for ref, raw in self._given.items() if ref.fact in book.concepts}
        super().__init__(household, book, example.peildatum, Variation(concepts=concepts))

    def _place(self, name: str, thing: Thing, given: Mapping[str, Any]) -> None:
        self._names[name] = thing
        self._units.setdefault(thing.unit, []).append(thing)
        for key, raw in given.items():
            self._given[FactRef(thing.unit, thing.id, key)] = raw

    def me(self) -> Thing:
        """The unit under test."""
        return self._names[ME]

    def thing(self, name: str) -> Thing:
        """A thing of the example by its id."""
        return self._names[name]

    def things(self, unit: str) -> list[Thing]:
        if unit in ("persoon", "paar"):
            return things.things_of(self.household, unit)
        if unit in ("woning", "schuld", "bezit", "huishouden"):
            return self._units.get(unit, [])
        return [Thing(unit, p.id) for p in self.household.personen]

    def value(self, fact: Fact, thing: Thing) -> Value:
        ref = FactRef(thing.unit, thing.id, fact.feit)
        if ref not in self._given:
            return values.unknown({ref})
        return _typed(self.book, ref, self._given[ref])

    def open_term(self, term: str) -> Value | None:
        """An open term that the example gives."""
        for ref, raw in self._given.items():
            if ref.fact == term:
                return _typed(self.book, ref, raw)
        return None

    def link(self, link: str, thing: Thing) -> Value:
        ref = FactRef(thing.unit, thing.id, link)
        name = self._given.get(ref)
        if name is None or name == "onbekend":
            return values.unknown({ref})
        return Value(exact=self._names.get(str(name), Thing("woning", str(name))))

    def members(self, link: str, thing: Thing | None) -> Members:
        unit = {"personen": "persoon", "woningen": "woning", "schulden": "schuld", "bezittingen": "bezit"}.get(link)
        if unit is not None:
            return Members(tuple((t, values.TRUE) for t in self.things(unit)))
        assert thing is not None
        if link in ("bewoners", "ingeschrevenen"):
            own = "verblijfswoning" if link == "bewoners" else "brp_woning"
            here = Value(exact=thing)
            return Members(tuple((p, values.compare("=", self.link(own, p), here)) for p in self.things("persoon")))
        owned = "schuld" if link == "schulden_van" else "bezit"
        return Members(tuple((t, values.TRUE) for t in self.things(owned)))

    def is_open(self, key: str, thing: Thing) -> bool:
        return False


def _typed(book: Rulebook, ref: FactRef, raw: Any) -> Value:
    kind = type_of(book, ref.fact)
    found = read_value(kind, raw)
    return values.unknown({ref}) if found is None else values.known(found)


def type_of(book: Rulebook, name: str) -> Type:
    """The type of a fact, concept or open term."""
    symbols = book.symbols
    if name in symbols.facts:
        return symbols.facts[name][1]
    return symbols.concept_type(name) if name in symbols.concepts else symbols.open_terms[name][1]


def run_example(book: Rulebook, example: Example, unit: str, variation: Variation = AS_IT_IS) -> list[Failure]:
    """Evaluate one example; the failures, none when it is as expected. Overlays it names are applied.

    ``variation`` changes the rules under the example (mutation and ablation of the rule base).
    """
    return evaluate_example(book, example, unit, variation)[0]


def evaluate_example(
    book: Rulebook, example: Example, unit: str, variation: Variation = AS_IT_IS
) -> tuple[list[Failure], Evaluator]:
    """:func:`run_example`, with the evaluator that did it (for coverage: what was read and compared)."""
    if example.overlay:
        book = book.with_overlays(*example.overlay)
    facts = ExampleFacts(book, example, unit)
    ev = Evaluator(facts.household, book, variation.also(facts.variation), facts)
    return list(_failures(book, example, facts, ev)), ev


def _failures(book: Rulebook, example: Example, facts: ExampleFacts, ev: Evaluator) -> Iterator[Failure]:
    me = facts.me()
    for concept, raw in (example.verwacht or {}).items():
        wanted = read_value(type_of(book, concept), raw)
        result = ev.concept_result(concept, me)
        if result.value.exact != wanted:
            yield Failure(concept, str(raw), show(result.value), trace(result))
    for name, missing in (example.ontbreekt or {}).items():
        result = ev.concept_result(name, me) if name in book.concepts else Result(ev.right(name, me))
        found = sorted({ref.fact for ref in result.value.missing})
        if result.value.is_known or found != sorted(missing):
            yield Failure(name, f"onbekend door {', '.join(sorted(missing))}", show(result.value), trace(result))
    for entitlement in example.recht or ():
        right = ev.right(entitlement, me)
        if not right.is_true:
            yield Failure(entitlement, "recht", show(right), _why(ev, entitlement, me))
    for entitlement in example.uitgesloten or ():
        right = ev.right(entitlement, me)
        if not right.is_false:
            yield Failure(entitlement, "geen recht", show(right), _why(ev, entitlement, me))
    for role in example.rollen or ():
        of = None if role.van is None else facts.thing(role.van)
        held = ev.role(role.is_, facts.thing(role.wie), of)
        wanted_role = {"ja": True, "nee": False, True: True, False: False}.get(role.klopt)
        if held.exact is not wanted_role:
            yield Failure(f"{role.wie} is {role.is_}", str(role.klopt), show(held), "")
    for names, wanted_fire in ((example.vuurt or (), True), (example.vuurt_niet or (), False)):
        for name in names:
            held = fires(ev, name, me)
            if held.exact is not wanted_fire:
                yield Failure(name, "vuurt" if wanted_fire else "vuurt niet", show(held), _rule_trace(ev, name, me))


def fires(ev: Evaluator, rule: str, me: Thing) -> Value:
    """Whether a rule fires for the unit under test (or, over another unit, for anything that concerns it)."""
    live = ev.live.rules.get(rule)
    if live is None:
        return values.FALSE
    found = ev.counterparts(live, me) or ev.facts.things(ev.book.unit_of(live))
    return values.disjunction(ev.rule_holds(live, thing).value for thing in found)


def show(value: Value) -> str:
    """A value in a few words."""
    if value.is_known:
        exact = value.exact
        if isinstance(exact, bool):
            return "ja" if exact else "nee"
        if isinstance(exact, Fraction):
            return str(exact.numerator) if exact.denominator == 1 else f"{float(exact):.6f}".rstrip("0")
        return str(exact)
    why = [f"feiten {', '.join(sorted(map(str, value.missing)))}"] if value.missing else []
    why += [f"geen dekking: {', '.join(sorted(value.outside))}"] if value.outside else []
    return "onbekend (" + "; ".join(why) + ")"


def trace(result: Result) -> str:
    """Which rule gave the value, what it compared, and which exceptions did not hold."""
    lines = [f"gegeven door {result.rule or 'geen regel'}"]
    lines += [f"  {n.text}: {show(n.left)} {n.op} {show(n.right)} is {show(n.outcome)}" for n in result.notes]
    for tried in result.tried:
        lines.append(f"  niet toegepast: {tried.rule} ({show(tried.held)})")
        lines += [f"    {n.text}: {show(n.left)} {n.op} {show(n.right)}" for n in tried.notes]
    return "\n".join(lines)


def _rule_trace(ev: Evaluator, rule: str, me: Thing) -> str:
    live = ev.live.rules.get(rule)
    if live is None:
        return "deze regel geldt niet op deze dag"
    found = ev.counterparts(live, me)
    return "\n".join(trace(ev.rule_holds(live, thing)) for thing in found)


def _why(ev: Evaluator, entitlement: str, me: Thing) -> str:
    lines = []
    for bound in ev.live.by_target.get(("geeft", entitlement), ()):
        for thing in ev.counterparts(bound.rule, me):
            for condition in claim_of(ev, bound, thing).conditions:
                lines.append(f"{condition.kind} {condition.id}: {show(condition.met)}")
                lines += [f"    {n.text}: {show(n.left)} {n.op} {show(n.right)}" for n in condition.notes]
    return "\n".join(lines) or "geen regel geeft dit op deze dag"
