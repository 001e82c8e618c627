# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""The loaded rule base, frozen: everything that was declared, indexed, and what is in force on a day."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from types import MappingProxyType
from typing import Protocol, TypeVar

from samenloop.language import Scope, Symbols
from samenloop.rulebook import citation
from samenloop.rulebook.common import LegalBasis, Validity
from samenloop.rulebook.facts import SHARED_LISTS, Fact
from samenloop.rulebook.hooks import Hook, Knob
from samenloop.rulebook.laws import Article, Law, Parameter, ParameterValue, Provision
from samenloop.rulebook.norms import Excludes, FillsIn, Gives, LeavesOpen, Norm, Qualifies, Requires
from samenloop.rulebook.overlays import LocalRegulation, Overlay
from samenloop.rulebook.patterns import Pattern
from samenloop.rulebook.rules import Always, Example, NotModelled, Rule
from samenloop.vocabulary import Vocabulary

N = TypeVar("N", bound=Norm)
Stated = tuple[Rule, N]
"""A norm with the rule it stands in."""


@dataclass(frozen=True, slots=True)
class Spot:
    """Where something stands: file and line (from 1)."""

    file: str
    line: int


@dataclass(frozen=True)
class WorkedExample:
    """An example of a rule file: a small case in one unit, with the overlays it names."""

    example: Example
    unit: str
    regime: str
    spot: Spot


@dataclass(frozen=True)
class Replacement:
    """A rule that another takes the place of, on some days."""

    old: str
    new: str
    during: Validity


class Base(Protocol):
    """What a rule book is built from; it can build it again with other overlays."""

    def with_overlays(self, ids: tuple[str, ...]) -> Rulebook: ...


@dataclass(frozen=True)
class ConceptRules:
    """The rules of one concept in force on a day: the root, and per rule the exceptions to it."""

    concept: str
    root: Rule
    exceptions: Mapping[str, tuple[Rule, ...]]

    def exceptions_to(self, rule: Rule) -> tuple[Rule, ...]:
        """Exceptions tried before this rule counts; each may have exceptions of its own."""
        return self.exceptions.get(rule.regel, ())


@dataclass(frozen=True, eq=False)
class LiveRules:
    """What is in force on a day. A concept without an entry in ``concepts`` is outside coverage on that day."""

    rules: Mapping[str, Rule]
    concepts: Mapping[str, ConceptRules]
    norms: Mapping[str, tuple[Stated[Norm], ...]]
    """By verb."""
    roles: Mapping[str, tuple[Stated[Qualifies], ...]]
    grants: Mapping[str, tuple[Stated[Gives], ...]]
    requirements: Mapping[str, tuple[Stated[Requires], ...]]
    exclusions: Mapping[str, tuple[Stated[Excludes], ...]]
    open_terms: Mapping[str, tuple[Stated[LeavesOpen], ...]]
    fillings: Mapping[str, tuple[Stated[FillsIn], ...]]
    stands_in: Mapping[str, str]
    """Id of a replaced rule to the id of the rule that takes its place on this day."""

    def rule(self, rule_id: str) -> Rule | None:
        """The rule in force under this id, or the one that took its place; ``None``: not in force."""
        return self.rules.get(rule_id) or self.rules.get(self.stands_in.get(rule_id, ""))


@dataclass(frozen=True)
class Rulebook:
    """The rule base. Mappings cannot be changed; days are inclusive; amounts are exact fractions."""

    vocabulary: Vocabulary = field(repr=False)
    facts: Mapping[str, Fact] = field(repr=False)
    rules: Mapping[str, Rule] = field(repr=False)
    """By id. Where an overlay cut a rule into versions with one id: the latest; see ``all_rules``."""
    all_rules: tuple[Rule, ...] = field(repr=False)
    """Every rule and version, by file and order."""
    concepts: Mapping[str, tuple[Rule, ...]] = field(repr=False)
    roles: Mapping[str, tuple[Stated[Qualifies], ...]] = field(repr=False)
    open_terms: Mapping[str, tuple[Stated[LeavesOpen], ...]] = field(repr=False)
    fillings: Mapping[str, tuple[Stated[FillsIn], ...]] = field(repr=False)
    norms: Mapping[str, Stated[Norm]] = field(repr=False)
    """By norm id, ``<rule>/<verb>:<value>``."""
    grants: Mapping[str, tuple[Stated[Gives], ...]] = field(repr=False)
    """By entitlement."""
    requirements: Mapping[str, tuple[Stated[Requires], ...]] = field(repr=False)
    exclusions: Mapping[str, tuple[Stated[Excludes], ...]] = field(repr=False)
    parameters: Mapping[str, Parameter] = field(repr=False)
    laws: Mapping[str, Law] = field(repr=False)
    regulations: Mapping[str, LocalRegulation] = field(repr=False)
    """Regulations that applied overlays bring along."""
    articles: Mapping[str, tuple[Article, ...]] = field(repr=False)
    """By law or regulation."""
    hooks: Mapping[str, Hook] = field(repr=False)
    knobs: Mapping[str, Knob] = field(repr=False)
    patterns: Mapping[str, Pattern] = field(repr=False)
    overlays: Mapping[str, Overlay] = field(repr=False)
    """Every loaded overlay, applied or not."""
    applied: tuple[str, ...]
    """Ids of the overlays that are applied."""
    replacements: tuple[Replacement, ...] = field(repr=False)
    always: tuple[tuple[Always, str], ...] = field(repr=False)
    """Each with the unit it is about."""
    examples: tuple[WorkedExample, ...] = field(repr=False)
    not_modelled: tuple[NotModelled, ...] = field(repr=False)
    provisions: tuple[Provision, ...] = field(repr=False)
    """What the laws say, in short, to hold the rules against."""
    files: tuple[str, ...] = field(repr=False)
    content_hash: str
    """sha256 over the canonical content of every file of rules/ and laws/ and of the applied overlays."""
    symbols: Symbols = field(repr=False, compare=False)
    spots: Mapping[tuple[str, str], Spot] = field(repr=False)
    """Where something stands, by kind (``regel``, ``feit``, ``parameter`` ...) and id."""
    base: Base = field(repr=False, compare=False)

    def at(self, day: dt.date) -> LiveRules:
        """What is in force on a day: one and the same for all days on which nothing begins or ends."""
        period = bisect_right(self._turns, day)
        found = self._periods.get(period)
        if found is None:
            found = self._periods[period] = _live(self, day)
        return found

    @cached_property
    def _turns(self) -> tuple[dt.date, ...]:
        """Every first day, and every day after a last one."""
        spans = [rule.geldig for rule in self.all_rules] + [r.during for r in self.replacements]
        ends = (span.tot + dt.timedelta(days=1) for span in spans if span.tot is not None)
        return tuple(sorted({*(span.van for span in spans), *ends}))

    @cached_property
    def _periods(self) -> dict[int, LiveRules]:
        return {}

    def forget(self) -> None:
        """Forget what was in force when: for a test that changes the days of a rule in place."""
        for name in ("_turns", "_periods"):
            self.__dict__.pop(name, None)

    def with_overlays(self, *ids: str, gemeente: str | None = None) -> Rulebook:
        """The same base with these overlays, and those of a gemeente (GM code), applied as well.

        Raises ``RulebookError`` when an overlay is not loaded or two of them touch the same thing on the same day.
        """
        local = [o.id for o in self.overlays.values() if gemeente is not None and o.gemeente == gemeente]
        wanted = tuple(dict.fromkeys((*self.applied, *ids, *sorted(local))))
        return self if wanted == self.applied else self.base.with_overlays(wanted)

    @cached_property
    def list_facts(self) -> Mapping[tuple[str, str], str]:
        """By unit and list: the fact that says whether there is anything in it (``uit: inkomen``, ``samen: bestaat``).

        While nothing is known of the list, it is asked instead of every fact that is read from the list. Lists that the
        household shares are not among them: whose an entry is may be open as well."""
        return MappingProxyType(
            {
                (fact.over, fact.uit.steps[0].key): fact.feit
                for fact in self.facts.values()
                if fact.samen == "bestaat" and len(fact.uit.steps) == 1 and not fact.uit.steps[0].filters
                if fact.uit.steps[0].key not in SHARED_LISTS
            }
        )

    def regime_of(self, rule_id: str) -> str:
        """The regime of a rule. KeyError when there is no such rule."""
        return self.rules[rule_id].regime

    def unit_of(self, rule: Rule) -> str:
        """The unit a rule is about."""
        return rule.over

    def scope(self, unit: str, *, access: bool = False) -> Scope:
        """The names an expression over ``unit`` sees; ``access``: inside a ``toegang`` block."""
        return Scope(self.symbols, unit, access)

    def decider(self, rule: Rule) -> str:
        """The role that takes the decision: ``beslisser``, else the body that carries out the rule's first law."""
        law = self.laws.get(rule.grondslag[0].wet)
        return rule.beslisser or (law.uitvoerder if law else "onbekend")

    def parameter(self, parameter_id: str, day: dt.date) -> ParameterValue | None:
        """The value on a day; ``None`` outside coverage. KeyError when there is no such parameter."""
        return self.parameters[parameter_id].on(day)

    def article_for(self, basis: LegalBasis, day: dt.date) -> Article | None:
        """The most specific article entry in force on a day that contains the basis."""
        return citation.article_for(self.articles.get(basis.wet, ()), basis, day)

    def basis_text(self, basis: LegalBasis, day: dt.date) -> str:
        """The basis in Dutch: ``art. 13 lid 1 Wet op de huurtoeslag``."""
        known = self.laws.get(basis.wet) or self.regulations.get(basis.wet)
        return citation.text(basis, known.naam if known else basis.wet, self.article_for(basis, day))

    def jci(self, basis: LegalBasis, day: dt.date) -> str | None:
        """The Juriconnect reference; ``None`` when the regulation is not in the Basiswettenbestand."""
        law = self.laws.get(basis.wet)
        return citation.jci(basis, law.bwb if law else "geen", self.article_for(basis, day), day)

    def spot(self, kind: str, thing: str) -> Spot | None:
        """File and line of a rule, fact, parameter, knob, hook, pattern, law or overlay."""
        return self.spots.get((kind, thing))


def _live(book: Rulebook, day: dt.date) -> LiveRules:
    rules = {r.regel: r for r in book.all_rules if r.geldig.covers(day)}
    stands_in = {r.old: r.new for r in book.replacements if r.during.covers(day)}
    norms: dict[str, list[Stated[Norm]]] = {}
    by_concept: dict[str, list[Rule]] = {}
    for rule in rules.values():
        if rule.bepaalt is not None:
            by_concept.setdefault(rule.bepaalt, []).append(rule)
        for norm in rule.norms:
            norms.setdefault(norm.verb, []).append((rule, norm))
    concepts = {}
    for concept, members in by_concept.items():
        root = next((r for r in members if r.uitzondering_op is None), None)
        if root is not None:
            concepts[concept] = ConceptRules(concept, root, MappingProxyType(_exceptions(members, rules, stands_in)))
    frozen = MappingProxyType({verb: tuple(found) for verb, found in norms.items()})

    def pick(kind: type[N]) -> Mapping[str, tuple[Stated[N], ...]]:
        out: dict[str, list[Stated[N]]] = {}
        for rule, norm in frozen.get(kind.verb, ()):
            if isinstance(norm, kind):
                out.setdefault(norm.voor if isinstance(norm, Requires) else norm.value, []).append((rule, norm))
        return MappingProxyType({key: tuple(found) for key, found in out.items()})

    return LiveRules(
        MappingProxyType(rules), MappingProxyType(concepts), frozen, pick(Qualifies), pick(Gives), pick(Requires),
        pick(Excludes), pick(LeavesOpen), pick(FillsIn), MappingProxyType(stands_in),
    )  # fmt: skip


def _exceptions(
    members: list[Rule], rules: Mapping[str, Rule], stands_in: Mapping[str, str]
) -> dict[str, tuple[Rule, ...]]:
    out: dict[str, list[Rule]] = {}
    for rule in members:
        if rule.uitzondering_op is not None:
            parent = rule.uitzondering_op
            out.setdefault(parent if parent in rules else stands_in.get(parent, parent), []).append(rule)
    return {parent: tuple(found) for parent, found in out.items()}
