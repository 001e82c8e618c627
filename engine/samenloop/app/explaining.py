# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""Why an outcome is what it is: for a concept, an entitlement, a fact, an amount of the law or a rule."""

from __future__ import annotations

from collections.abc import Iterable

from samenloop.app.checking import with_local_rules
from samenloop.app.rules import about_rule
from samenloop.app.version import version
from samenloop.domain import Household, Loaded
from samenloop.errors import InputError, Problem, did_you_mean
from samenloop.evaluation import Assessment, Claim, evaluate_household
from samenloop.language import values
from samenloop.language.values import Thing, Value
from samenloop.report import money
from samenloop.report.build_rights import STATUS_WORDS, status
from samenloop.report.ended import ended_requirements
from samenloop.report.explanation import Answer, Explanation
from samenloop.report.reasons import Reasons
from samenloop.report.trace import Tracer
from samenloop.report.words import Words, listed, lower_first, truth
from samenloop.rulebook import Rule, Rulebook


def explain(household: Household | Loaded, book: Rulebook, name: str, person: str | None = None) -> Explanation:
    """Why, and why not. ``person`` limits the answers to one person (or home, or debt) by id.

    Raises :class:`samenloop.errors.InputError` when there is nothing of that name, or nobody of that id.
    """
    house = household.household if isinstance(household, Loaded) else household
    local = with_local_rules(house, book)
    assessment = evaluate_household(house, local)
    return _Explainer(assessment, name, person).explain()


class _Explainer:
    def __init__(self, assessment: Assessment, name: str, person: str | None) -> None:
        self.assessment, self.name, self.person = assessment, name, person
        self.book, self.ev = assessment.book, assessment.evaluator
        self.words = Words(assessment.book, assessment.day)
        self.tracer = Tracer(assessment, self.words)
        self.reasons = Reasons(assessment, self.words, self.tracer)

    def explain(self) -> Explanation:
        book = self.book
        if self.name in book.concepts:
            return self._concept()
        if self.name in book.grants:
            return self._entitlement()
        if self.name in book.facts:
            return self._fact()
        if self.name in book.rules:
            return self._rule(book.rules[self.name])
        if self.name in book.parameters:
            return self._parameter()
        known = (*book.concepts, *book.grants, *book.facts, *book.rules, *book.parameters)
        message = "dit is geen begrip, aanspraak, feit, regel of bedrag van deze regels."
        raise InputError(Problem("BEGRIP", 0, 0, "A001", message, did_you_mean(self.name, known)))

    # ---- kinds ----
    def _concept(self) -> Explanation:
        unit = self.book.symbols.concepts[self.name]
        kind = self.book.symbols.concept_type(self.name)
        answers = []
        for thing in self._things(unit):
            result = self.ev.concept_result(self.name, thing)
            answers.append(
                self._answer(
                    thing, self.words.value(result.value, kind), (self.tracer.concept(self.name, thing),), result.value
                )
            )
        rules = self.book.concepts[self.name]
        live = [r for r in rules if r.regel in self.ev.live.rules]
        about = (
            [f"Bepaald door {len(live)} regels op deze dag: {listed(r.titel for r in live)}."]
            if live
            else ["Op deze dag is er geen regel die dit bepaalt: buiten dekking."]
        )
        return self._made("begrip", self.words.fact(self.name), about, answers)

    def _entitlement(self) -> Explanation:
        claims = self.assessment.claims_for(self.name)
        chosen = [c for c in claims if self.person is None or self.person in (*c.members, c.bearer.id)]
        if self.person is not None and not chosen:
            self._things("persoon")
        answers = [self._claim(claim) for claim in chosen]
        about = [] if claims else ["Op deze dag is er geen regel die dit geeft: buiten dekking."]
        if not answers:
            about += ended_requirements(self.book, self.name, self.assessment.day)
        return self._made("aanspraak", self.words.label("aanspraken", self.name), about, answers)

    def _claim(self, claim: Claim) -> Answer:
        found = status(claim, self.book)
        outcome = STATUS_WORDS[found]
        if found in ("recht", "onbekend", "oordeel_nodig") and claim.amount is not None:
            kind = self.reasons.month
            outcome += f": {self.words.value(claim.monthly, kind)}"
            if claim.as_paid.is_known and claim.as_paid != claim.monthly:
                outcome += f" (uitbetaald {self.words.value(claim.as_paid, kind)})"
        why_not = []
        for condition in claim.conditions:
            if condition.met.is_false:
                why_not.append(self.reasons.blocks(claim, condition))
            elif condition.kind == "sluit_uit" and condition.met.is_true:
                rule = self.ev.live.rules[condition.rule]
                why_not.append(f"Geldt hier niet: {lower_first(rule.titel)} ({self.words.article(rule)}).")
        missing = values.both(claim.right, values.ZERO if claim.amount is None else claim.amount)
        return Answer(
            wie=", ".join(claim.members),
            uitkomst=outcome,
            waarom_niet=tuple(why_not),
            ontbreekt=(*self.words.refs(missing[0]), *sorted(missing[1])),
            herleiding=(self.tracer.claim(claim),),
            vervallen=ended_requirements(self.book, self.name, self.assessment.day),
        )

    def _fact(self) -> Explanation:
        fact = self.book.facts[self.name]
        kind = self.book.symbols.facts[self.name][1]
        answers = []
        for thing in self._things(fact.over):
            value = self.ev.fact(self.name, thing)
            answers.append(
                self._answer(thing, self.words.value(value, kind), (self.tracer.fact(self.name, thing),), value)
            )
        about = [fact.vraag, fact.waarom, f"In het bestand: {fact.uit}."]
        return self._made("feit", self.words.fact(self.name), about, answers)

    def _parameter(self) -> Explanation:
        parameter = self.book.parameters[self.name]
        key = self.tracer.parameter(self.name)
        answer = Answer(wie="", uitkomst=self.tracer.nodes[key].waarde, waarom_niet=(), ontbreekt=(), herleiding=(key,))
        about = [f"Bekend tot en met {money.short_day(parameter.bekend_tot)}."]
        return self._made("bedrag", parameter.titel, about, [answer])

    def _rule(self, rule: Rule) -> Explanation:
        live = self.ev.live.rules.get(rule.regel)
        if live is None:
            about = [*about_rule(self.book, rule, self.assessment.day), "Deze regel geldt niet op deze dag."]
            return self._made("regel", rule.titel, about, [])
        answers = []
        for thing in self._things(live.over):
            result = self.ev.rule_holds(live, thing)
            failing = (
                []
                if live.wanneer is None or not result.value.is_false
                else [f"Niet waar: {self.words.node(node)}." for node in self.reasons.failing(live.wanneer, thing)]
            )
            lifted = [f"Opzij gezet door: {self.book.rules[x.rule].titel}." for x in result.tried if x.held.is_true]
            outcome = {"ja": "deze regel geldt", "nee": "deze regel geldt niet", "onbekend": "niet bekend"}
            made = self._answer(thing, outcome[truth(result.value)], self.tracer.rule(live, thing), result.value)
            answers.append(made.model_copy(update={"waarom_niet": (*failing, *lifted)}))
        return self._made("regel", rule.titel, about_rule(self.book, live, self.assessment.day), answers)

    # ---- parts ----
    def _things(self, unit: str) -> list[Thing]:
        found = self.ev.facts.things(unit)
        if self.person is None:
            return found
        chosen = [t for t in found if self.person in (t.id, *t.id.split(">"))]
        if not chosen:
            ids = [t.id for t in found]
            message = f"in dit bestand is dit geen {unit} waarvoor dit begrip geldt."
            raise InputError(Problem("--persoon", 0, 0, "A002", message, did_you_mean(self.person, ids)))
        return chosen

    def _answer(self, thing: Thing, outcome: str, trace: tuple[str, ...], value: Value) -> Answer:
        missing, outside = values.both(value)
        return Answer(
            wie=self.words.whose(thing.unit, thing.id).strip(" ()"),
            uitkomst=outcome,
            waarom_niet=(),
            ontbreekt=(*self.words.refs(missing), *sorted(outside)),
            herleiding=trace,
        )

    def _made(self, kind: str, name: str, about: Iterable[str], answers: list[Answer]) -> Explanation:
        day = money.day(self.assessment.day)
        return Explanation(
            begrip=self.name,
            soort=kind,
            naam=name,
            omschrijving=tuple(about),
            antwoorden=tuple(answers),
            herleiding=tuple(self.tracer.nodes[key] for key in sorted(self.tracer.nodes)),
            vrijwaring=(
                "Dit is een hulpmiddel, geen besluit: de genoemde instantie beslist.",
                f"Peildatum: {day}. Samenloop {version()}, regelset {self.book.content_hash[:12]}.",
            ),
        )
