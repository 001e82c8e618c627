# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""The one evaluator: concepts, rules, roles and rights of a household on a day, lazily and once each.

Exceptions are default logic: they are tried before the rule they except, and every one that did not hold stays in the
trace. What a result has read is recorded while it is computed (:mod:`memory`), never declared.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from fractions import Fraction
from typing import Any

from samenloop.domain import Household
from samenloop.errors import EvaluationError, Problem
from samenloop.evaluation import joint, rights, things, units
from samenloop.evaluation.facts import Estimate, Facts
from samenloop.evaluation.live import Bound, Live, rules_in_force
from samenloop.evaluation.memory import Memory
from samenloop.evaluation.results import Read, Result, Tried
from samenloop.evaluation.variation import AS_IT_IS, Variation
from samenloop.language import Expression, Resolution, Scope, Type, infer, values
from samenloop.language import nodes as n
from samenloop.language.explain import Frame, Members, Note, evaluate
from samenloop.language.values import FactRef, Thing, Value
from samenloop.rulebook import Rule, Rulebook


class Evaluator(Memory):
    """Evaluates one household under one variation. Not shared between threads."""

    def __init__(
        self, household: Household, book: Rulebook, variation: Variation = AS_IT_IS, facts: Facts | None = None
    ) -> None:
        super().__init__()
        self.household = variation.household or household
        self.day: dt.date = variation.as_of or self.household.peildatum
        self.book, self.variation = book, variation
        self.live: Live = rules_in_force(book, self.day)
        facts_day = self.household.peildatum if variation.projected else self.day
        self.facts = facts or Facts(self.household, book, facts_day, variation)
        self._scopes: dict[tuple[str, bool], Scope] = {}
        self._names: dict[tuple[Any, ...], Resolution] = {}
        self._types: dict[int, Type] = {}
        self._params: dict[str, Value] = {}
        self._days: Mapping[str, Value] = {}
        self._compared: dict[tuple[Any, ...], Note] = {}
        self._settled = False
        self._whole: Callable[[], Evaluator] | None = None
        self.groups = {
            str(link.get("van")): (
                link.id,
                tuple(book.vocabulary.word("eenheidnamen", str(link.get("van"))).get("gevormd_door") or ()),
            )
            for link in book.vocabulary.lists["koppelingen"].values()
            if book.vocabulary.word("eenheidnamen", str(link.get("van"))).get("gevormd_door")
        }

    def reuse(self, base: Evaluator, changed: frozenset[Read], whole: Callable[[], Evaluator]) -> None:
        """Take over what another evaluation of the same household, rules and day found without reading any of
        ``changed``. ``whole`` makes the same evaluation with nothing taken over: it knows every comparison."""
        self.take_over(base, changed)
        self._scopes, self._names, self._types = base._scopes, base._names, base._types
        self.facts.estimates.update(base.facts.estimates)
        self._whole = whole

    # ---- expressions
    def scope(self, unit: str, access: bool = False) -> Scope:
        """The scope of a rule over a unit."""
        key = (unit, access)
        if key not in self._scopes:
            self._scopes[key] = Scope(self.book.symbols, unit, access)
        return self._scopes[key]

    def frame(self, thing: Thing, regime: str = "", access: bool = False) -> Frame:
        """The frame of a rule about a thing."""
        names = {thing.unit: thing}
        if thing.unit == "paar":
            one, other = things.ends(thing)
            names = {"persoon": Thing("persoon", one), "ander": Thing("persoon", other), "paar": thing}
        return Frame(self.scope(thing.unit, access), thing, names, regime)

    def say(
        self, expression: Expression, thing: Thing, rule: Rule | None = None, access: bool = False
    ) -> tuple[Value, tuple[Note, ...]]:
        """The value of an expression about a thing, with the comparisons made."""
        frame = self.frame(thing, self.book.regime_of(rule.regel) if rule else "", access)
        value = evaluate(expression, self, frame)
        if rule is not None and not self._settled:
            for note in frame.notes:
                where = (note.text, note.node.start, tuple(note.frame.names.items()))
                self._compared.setdefault((rule.regel, thing, *where), note)
        return value, tuple(frame.notes)

    def comparisons(self) -> list[tuple[str, Thing, Note]]:
        """Every comparison made so far: the rule, the thing it was about, and the comparison."""
        if self._whole is not None:
            return self._whole().comparisons()
        return [(key[0], key[1], note) for key, note in self._compared.items()]

    def settle(self) -> None:
        """From here on only questions are answered: they add nothing to :meth:`comparisons`."""
        self._settled = True

    def everything_read(self) -> frozenset[str]:
        """Every rule and parameter that any result so far has read, as ``kind:id`` (for coverage and ablation)."""
        found = {f"{read.kind}:{read.id}" for result in self.results.values() for read in result.reads}
        return frozenset(found | {f"parameter:{name}" for name in self._params})

    def fired_and_not(self) -> set[tuple[str, bool]]:
        """Every rule that so far certainly held for something, or certainly did not (for coverage)."""
        return {
            (result.rule, result.value.is_true)
            for key, result in self.results.items()
            if isinstance(key, tuple) and key[0] == "regel" and result.value.is_known
        }

    def again(self, note: Note, node: n.Node) -> Value:
        """A side of a comparison that another evaluator made, evaluated here in the same frame."""
        frame = Frame(note.frame.scope, note.frame.here, note.frame.names, note.frame.regime)
        return evaluate(Expression(note.text, node), self, frame)

    # ---- World: where names get their values
    def resolve(self, parts: tuple[str, ...], scope: Scope) -> Resolution:
        key = (parts, scope.unit, scope.access, tuple(scope.bound.items()))
        found = self._names.get(key)
        if found is None:
            made = scope.resolve(parts)
            assert isinstance(made, Resolution), made
            found = self._names[key] = made
        return found

    def money_unit(self, node: n.Node, scope: Scope) -> Type:
        if id(node) not in self._types:
            self._types[id(node)] = infer(Expression("", node), scope)[0]
        return self._types[id(node)]

    def factor(self, source: str, target: str, named: str | None) -> Fraction:
        found = self.book.vocabulary.factor(source, target, named)
        assert found is not None
        return found

    def fact(self, fact: str, thing: Thing) -> Value:
        return self.once(("feit", fact, thing), lambda: self._fact(fact, thing)).value

    def _fact(self, fact: str, thing: Thing) -> Result:
        """What the case file says; else what the rules compute for a fact that can be computed (``of_uit: begrip``)."""
        self.note_read("feit", fact, str(thing))
        declared = self.book.facts[fact]
        made = self.facts.value(declared, thing)
        if made.is_known or declared.of_uit is None or declared.of_uit.begrip is None or thing.id == things.SOMETHING:
            return Result(made)
        computed = self.concept(declared.of_uit.begrip, thing)
        if not computed.is_known:
            return Result(made)
        ref = FactRef(thing.unit, thing.id, fact)
        self.facts.estimates[ref] = Estimate(ref, declared.of_uit.source)
        return Result(computed)

    def parameter(self, parameter: str) -> Value:
        self.note_read("parameter", parameter)
        found = self._params.get(parameter)
        if found is None:
            if parameter in self.variation.parameters:
                other = self.variation.parameters[parameter]
                found = values.gap(parameter) if other is None else Value(exact=other)
            else:
                given = self.book.parameter(parameter, self.day)
                if given is None and self.variation.projected:
                    given = self.book.parameters[parameter].last_before(self.day)
                found = values.gap(parameter) if given is None else values.known(given.waarde)
            self._params[parameter] = found
        return found

    def date(self, name: str, thing: Thing) -> Value:
        self.note_read("datum", name)
        return self._days.get(name, Value(exact=self.day))

    @contextmanager
    def access_days(self, days: Mapping[str, Value]) -> Iterator[None]:
        """The days of application, report, decision and origin while an access rule is read."""
        before, self._days = self._days, days
        try:
            yield
        finally:
            self._days = before

    def group(self, unit: str, thing: Thing) -> Thing:
        if unit == "huishouden":
            return Thing("huishouden", "huishouden")
        return Thing(unit, things.ends(thing)[0] if thing.unit == "paar" else thing.id)

    def follow(self, link: str, thing: Thing) -> Value:
        self._note_link(link, thing)
        return self.facts.link(link, thing)

    def _note_link(self, link: str, thing: Thing | None) -> None:
        """Record that a link was followed; who lives in a home, or rents it, depends on where everybody stays."""
        self.note_read("koppeling", link, str(thing or ""))
        own = {"bewoners": "verblijfswoning", "huurder": "verblijfswoning", "ingeschrevenen": "brp_woning"}.get(link)
        if own is not None:
            for person in self.facts.things("persoon"):
                self.note_read("koppeling", own, str(person))

    def members(self, link: str, thing: Thing | None) -> Members:
        if thing is not None and thing.unit in self.groups and self.groups[thing.unit][0] == link:
            return self.group_members(thing)
        self._note_link(link, thing)
        return self.facts.members(link, thing)

    def group_members(self, group: Thing) -> Members:
        """Who belongs to a unit that roles form: the person in the middle and whoever holds one of the roles."""
        roles = self.groups[group.unit][1]
        middle = Thing("persoon", group.id)
        rows: list[tuple[Thing, Value]] = [(middle, values.TRUE)]
        everybody = self.facts.members("personen", None)
        for person, _ in everybody.things:
            if person != middle:
                rows.append((person, values.disjunction(self.role(role, person, middle) for role in roles)))
        return Members(tuple(rows), everybody.open_end)

    def open_term(self, term: str, thing: Thing) -> Value:
        self.note_read("open", term)
        for bound in self.live.by_target.get(("vult_in", term), ()):
            if self.norm_holds(bound, thing).is_true:
                return self.say(bound.norm.waarde, thing, bound.rule)[0]
        given = self.facts.open_term(term)
        if given is not None:
            return given
        for bound in self.live.by_target.get(("laat_over", term), ()):
            self.note_read("regel", bound.rule.regel)
            off = bound.rule.regel in self.variation.rules_off or bound.norm.id in self.variation.norms_off
            if isinstance(bound.norm.anders, Expression) and not off:
                return self.say(bound.norm.anders, thing, bound.rule)[0]
        return values.unknown({FactRef("huishouden", "huishouden", term)})

    def previous(self, concept: str, thing: Thing) -> Value:
        """The household file has no history of derived values: what a concept was a period ago is a fact to ask."""
        return values.unknown({FactRef(thing.unit, thing.id, f"vorige_periode({concept})")})

    # ---- concepts
    def concept(self, concept: str, thing: Thing) -> Value:
        return self.concept_result(concept, thing).value

    def concept_result(self, concept: str, thing: Thing) -> Result:
        """A concept with its trace."""
        return self.once(("begrip", concept, thing), lambda: self._concept(concept, thing))

    def _concept(self, concept: str, thing: Thing) -> Result:
        self.note_read("begrip", concept, str(thing))
        given = self.variation.concepts.get(FactRef(thing.unit, thing.id, concept))
        if given is not None:
            return Result(given)
        roots = self.live.roots.get(concept, ())
        if not roots:
            return Result(values.gap(f"{concept} op {self.day:%d-%m-%Y}"))
        root = roots[0]
        tried: list[Tried] = []
        held = self.rule_holds(root, thing)
        if held.value.is_false:
            return Result(values.gap(f"{concept}: {root.titel}"), tried=(Tried(root.regel, held.value, held.notes),))
        made = self._with_exceptions(root, thing, tried)
        if not held.value.is_known:
            made = Result(
                values.hull(made.value, values.unknown(*values.both(held.value)), held.value),
                made.rule,
                notes=made.notes,
            )
        return Result(made.value, made.rule, tuple(tried), made.notes)

    def _with_exceptions(self, rule: Rule, thing: Thing, tried: list[Tried]) -> Result:
        firing: list[tuple[Rule, Result]] = []
        perhaps: list[tuple[Rule, Value]] = []
        for exception in self.live.exceptions.get(rule.regel, ()):
            held = self.rule_holds(exception, thing)
            if held.value.is_false:
                tried.append(Tried(exception.regel, held.value, held.notes))
            elif held.value.is_true:
                firing.append((exception, self._with_exceptions(exception, thing, tried)))
            else:
                tried.append(Tried(exception.regel, held.value, held.notes))
                perhaps.append((exception, held.value))
        if firing:
            return _agreed(firing)
        assert rule.waarde is not None
        value, notes = self.say(rule.waarde, thing, rule)
        for exception, why in perhaps:
            value = values.hull(value, self._with_exceptions(exception, thing, tried).value, why)
        self.note_read("regel", rule.regel)
        return Result(value, rule.regel, notes=notes)

    # ---- rules and norms
    def rule_holds(self, rule: Rule, thing: Thing) -> Result:
        """Whether a rule fires for a thing: its ``wanneer``, not lifted by another rule, not set aside."""
        return self.once(("regel", rule.regel, thing), lambda: self._rule_holds(rule, thing))

    def _rule_holds(self, rule: Rule, thing: Thing) -> Result:
        self.note_read("regel", rule.regel)
        if rule.regel in self.variation.rules_off:
            return Result(values.FALSE, rule.regel)
        value: Value = values.TRUE
        notes: tuple[Note, ...] = ()
        if rule.wanneer is not None:
            value, notes = self.say(rule.wanneer, thing, rule)
        tried: list[Tried] = []
        for bound in self.live.by_target.get(("heft_op", rule.regel), ()):
            if value.is_false:
                break
            lifted = self.holds_for(bound, thing)
            tried.append(Tried(bound.rule.regel, lifted))
            if bound.norm.deel is None:
                value = values.conjunction((value, values.negate(lifted)))
            elif not lifted.is_false:  # what half a rule does is not modelled
                value = values.conjunction((value, values.gap(f"{bound.rule.regel}: een deel van {rule.regel}")))
        return Result(value, rule.regel, tuple(tried), notes)

    def norm_holds(self, bound: Bound, thing: Thing) -> Value:
        """Whether a norm holds for a thing: its rule fires, and its own ``mits``."""
        if bound.norm.id in self.variation.norms_off:
            self.note_read("norm", bound.norm.id)
            return values.FALSE
        held = self.rule_holds(bound.rule, thing).value
        if held.is_false or bound.norm.mits is None:
            return held
        return values.conjunction((held, self.say(bound.norm.mits, thing, bound.rule)[0]))

    def holds_for(self, bound: Bound, thing: Thing) -> Value:
        """Whether a norm holds for anything of its unit that has to do with a thing."""
        concerned = units.concerned(self, bound.rule, thing, bound.norm.wie)
        return values.disjunction(values.conjunction((why, self.norm_holds(bound, one))) for one, why in concerned)

    def counterparts(self, rule: Rule, thing: Thing) -> list[Thing]:
        """The things of the unit of a rule that certainly concern another thing (:mod:`units` also tells which perhaps
        do)."""
        return [one for one, concerns in units.concerned(self, rule, thing) if concerns.is_true]

    # ---- roles
    def role(self, role: str, who: Thing, of: Thing | None) -> Value:
        return self.once(("rol", role, who, of), lambda: self._role(role, who, of)).value

    def _role(self, role: str, who: Thing, of: Thing | None) -> Result:
        self.note_read("rol", role)
        imposed = self.variation.roles.get((role, who.id, of.id if of else ""))
        if imposed is not None:
            return Result(values.known(imposed), role)
        if who == of:
            return Result(values.FALSE, role)
        held: list[Value] = []
        tried: list[Tried] = []
        for bound in self.live.by_target.get(("kwalificeert", role), ()):
            thing = who
            if self.book.unit_of(bound.rule) == "paar" and of is not None:
                seen_by_first = (bound.norm.wie or "ander") == "ander"
                thing = things.pair(of.id, who.id) if seen_by_first else things.pair(who.id, of.id)
            held.append(self.norm_holds(bound, thing))
            tried.append(Tried(bound.rule.regel, held[-1]))
            if held[-1].is_true:
                break
        return Result(values.disjunction(held), role, tuple(tried))

    # ---- rights (the detail is in samenloop.evaluation.rights)
    def right(self, entitlement: str, thing: Thing) -> Value:
        return rights.right(self, entitlement, thing)

    def paid(self, entitlement: str, thing: Thing) -> Value:
        return rights.paid(self, entitlement, thing)

    def height(self, entitlement: str, thing: Thing) -> Value:
        return joint.height(self, entitlement, thing)

    def counted(self, kind: str, regime: str, thing: Thing) -> Value:
        """Sum of what the means test of a regime reads of a person (EUR per month, or EUR for assets)."""
        verb = f"telt_als_{kind}"
        total = values.ZERO
        for bound in self.live.by_verb.get(verb, ()):
            norm = bound.norm
            if norm.in_ != regime:
                continue
            self.note_read("lezing", norm.value)
            if norm.value in self.variation.readings_off:
                continue
            for other, concerns in units.concerned(self, bound.rule, thing, norm.wie):
                held = values.conjunction((concerns, self.norm_holds(bound, other)))
                if held.is_false:
                    continue
                amount = self.say(norm.bedrag, other, bound.rule)[0]
                if norm.vrij is not None:
                    amount = values.add(amount, self.say(norm.vrij, other, bound.rule)[0], -1)
                    amount = values.extreme([amount, values.ZERO], highest=True)
                if norm.deel is not None:
                    amount = values.multiply(amount, self.say(norm.deel, other, bound.rule)[0])
                total = values.add(total, amount if held.is_true else values.hull(amount, values.ZERO, held))
        return total


def _agreed(firing: list[tuple[Rule, Result]]) -> Result:
    """What exceptions that hold together say. It is an error when they certainly differ; while it is not known whether
    they do, the value is not known either."""
    first = firing[0][1]
    for exception, result in firing[1:]:
        if values.compare("=", first.value, result.value).is_false:
            names = f"{firing[0][0].regel} en {exception.regel}"
            raise EvaluationError(
                Problem("regels", 0, 0, "E002", f"twee uitzonderingen gelden tegelijk en verschillen: {names}.")
            )
    value = first.value
    for _, result in firing[1:]:
        if result.value != value:
            value = values.hull(value, result.value, value)
    return Result(value, first.rule, notes=first.notes)
