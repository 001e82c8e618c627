# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""Household and rulebook in, :class:`Assessment` out: every right, condition, obligation and the account."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from samenloop.domain import Household
from samenloop.evaluation import income, joint, things
from samenloop.evaluation.evaluator import Evaluator
from samenloop.evaluation.facts import Estimate
from samenloop.evaluation.lines import Account
from samenloop.evaluation.results import Read, Result
from samenloop.evaluation.rights import Claim
from samenloop.evaluation.variation import AS_IT_IS, Variation
from samenloop.language import values
from samenloop.language.values import FactRef, Thing, Value
from samenloop.rulebook import Rulebook


@dataclass(frozen=True)
class Assessment:
    """One evaluation of one household. ``evaluator`` answers further questions about the same evaluation (a concept's
    trace, a role); it holds no state that changes an answer."""

    household: Household
    book: Rulebook
    day: dt.date
    variation: Variation
    claims: tuple[Claim, ...]
    account: Account
    estimates: tuple[Estimate, ...]
    evaluator: Evaluator = field(repr=False, compare=False)

    @property
    def d(self) -> Value:
        """D in EUR per month, with every right claimed (``D_recht``)."""
        return self.account.total(fixed_costs=False)

    @property
    def d_running(self) -> Value:
        """D in EUR per month of the claims that run (``D_feitelijk``)."""
        return self.account.total(fixed_costs=False, only_running=True)

    @property
    def free(self) -> Value:
        """vrij: D less rent and premium, EUR per month."""
        return self.account.total(fixed_costs=True)

    def claims_for(self, entitlement: str) -> tuple[Claim, ...]:
        """The claims of one entitlement."""
        return tuple(c for c in self.claims if c.entitlement == entitlement)

    def concept(self, concept: str, person: str) -> Result:
        """A concept of a person (or other thing) with its trace."""
        unit = self.book.symbols.concepts[concept]
        return self.evaluator.concept_result(concept, Thing(unit, person))

    def varied(self, change: Variation) -> Assessment:
        """The same household with a change on top of what already differs: what the change cannot touch is taken over,
        so that only the rest is evaluated again."""
        return _evaluated(self.household, self.book, self.variation.also(change), self)

    def missing(self) -> frozenset[FactRef]:
        """The facts that would settle a right that is not certain."""
        found: frozenset[FactRef] = frozenset()
        for claim in self.claims:
            found |= values.both(claim.right, claim.amount or values.ZERO)[0]
        return found

    def outside(self) -> frozenset[str]:
        """Parameters and concepts without coverage on this day that a right would need."""
        found: frozenset[str] = frozenset()
        for claim in self.claims:
            found |= values.both(claim.right, claim.amount or values.ZERO)[1]
        return found


def evaluate_household(household: Household, book: Rulebook, variation: Variation = AS_IT_IS) -> Assessment:
    """Evaluate a household on its ``peildatum`` (or the variation's day) under the rules in force on that day."""
    return _evaluated(household, book, variation, None)


def _evaluated(household: Household, book: Rulebook, variation: Variation, base: Assessment | None) -> Assessment:
    ev = Evaluator(household, book, variation)
    if base is not None and _comparable(base.variation, variation):
        changed = changed_between(base.variation, variation)
        if not any(read.kind == "koppeling" and read.id in book.symbols.links for read in changed):
            ev.reuse(base.evaluator, changed, lambda: evaluate_household(household, book, variation).evaluator)
    claims = tuple(joint.claims(ev))
    account = income.account(ev, claims)
    ev.settle()
    return Assessment(ev.household, book, ev.day, variation, claims, account, tuple(ev.facts.estimates.values()), ev)


def _comparable(one: Variation, other: Variation) -> bool:
    """Whether two variations are about the same household, day and terms."""
    same = one.household is other.household and one.as_of == other.as_of and one.projected == other.projected
    return same and one.terms == other.terms


def changed_by(variation: Variation) -> frozenset[Read]:
    """What a variation changes, in the terms of recorded reads."""
    out: set[Read] = set()
    for ref in variation.facts:
        out.add(Read("feit", ref.fact, f"{ref.unit}:{ref.id}"))
        out.add(Read("koppeling", ref.fact, f"{ref.unit}:{ref.id}"))
        if ref.unit == "huishouden":
            out.add(Read("open", ref.fact))
    out |= {Read("begrip", ref.fact, f"{ref.unit}:{ref.id}") for ref in variation.concepts}
    out |= {Read("regel", rule) for rule in variation.rules_off}
    out |= {Read("norm", norm) for norm in variation.norms_off}
    out |= {Read("regel", norm.partition("/")[0]) for norm in variation.norms_off}
    out |= {Read("rol", role) for role, _, _ in variation.roles}
    out |= {Read("parameter", name) for name in variation.parameters}
    out |= {Read("regeling", name) for name in variation.claims_off}
    out |= {Read("loopt", name) for name in variation.claims_on}
    out |= {Read("lezing", item) for item in variation.readings_off}
    return frozenset(out)


def gain(base: Assessment, other: Assessment, *, fixed_costs: bool = False) -> Value:
    """What the variation of ``other`` brings against ``base``: D (or vrij) more, in EUR per month."""
    changed = changed_between(base.variation, other.variation) | differing_reads(base, other)
    return income.difference(base.account, other.account, changed, fixed_costs=fixed_costs)


def gain_by_people(
    base: Assessment, other: Assessment, *, fixed_costs: bool = False
) -> Mapping[tuple[str, ...], Value]:
    """As :func:`gain`, per person, and per set of people for what they have together."""
    changed = changed_between(base.variation, other.variation) | differing_reads(base, other)
    return income.difference_by_people(base.account, other.account, changed, fixed_costs=fixed_costs)


def changed_between(one: Variation, other: Variation) -> frozenset[Read]:
    """What is different between two variations of the same household, in the terms of recorded reads."""
    both = changed_by(one) & changed_by(other)
    same = {r for r in both if _setting(one, r) == _setting(other, r)}
    return (changed_by(one) | changed_by(other)) - same


def _setting(variation: Variation, read: Read) -> object:
    """What a variation sets a read thing to."""
    unit, _, name = read.thing.partition(":")
    if read.kind in ("feit", "koppeling"):
        return variation.facts.get(FactRef(unit, name, read.id))
    if read.kind == "open":
        return variation.facts.get(FactRef("huishouden", "huishouden", read.id))
    if read.kind == "begrip":
        return variation.concepts.get(FactRef(unit, name, read.id))
    if read.kind == "parameter":
        return variation.parameters.get(read.id)
    if read.kind == "rol":
        return tuple(sorted(item for item in variation.roles.items() if item[0][0] == read.id))
    if read.kind == "regel":
        return read.id in variation.rules_off, tuple(
            sorted(n for n in variation.norms_off if n.startswith(f"{read.id}/"))
        )
    if read.kind == "lezing":
        return read.id in variation.readings_off
    return read.id in variation.norms_off, read.id in variation.claims_on, read.id in variation.claims_off


def differing_reads(base: Assessment, other: Assessment) -> frozenset[Read]:
    """What the accounts of two evaluations have read and found different, where the household, the day or the rule
    base is another one (an event, a later month, a reform)."""
    if base.household is other.household and base.day == other.day and base.book is other.book:
        return frozenset()
    reads = frozenset(read for one in (base, other) for line in one.account.lines for read in line.reads)
    return frozenset(read for read in reads if _found(base, read) != _found(other, read))


def _found(assessment: Assessment, read: Read) -> object:
    """What an evaluation finds where a read points."""
    ev = assessment.evaluator
    unit, _, name = read.thing.partition(":")
    thing = Thing(unit, name) if unit else None
    match read.kind:
        case "feit" if thing is not None and read.id in ev.book.facts:
            return ev.fact(read.id, thing)
        case "koppeling" if thing is None or ev.book.symbols.links[read.id].many:
            return ev.facts.members(read.id, thing)
        case "koppeling" if thing is not None:
            return ev.facts.link(read.id, thing)
        case "parameter":
            return ev.parameter(read.id)
        case "regel":
            return ev.live.rules.get(read.id)
        case "loopt":
            return _decisions(assessment, read.id)
        case "inkomen" if thing is not None and things.model_of(assessment.household, thing) is not None:
            return assessment.household.person(thing.id).inkomen
        case "datum":
            return assessment.day
        case "open":
            return ev.facts.open_term(read.id)
    return None


def _decisions(assessment: Assessment, entitlement: str) -> object:
    """What the case file says about an entitlement or its regime."""
    listed = assessment.household.regelingen
    if not isinstance(listed, tuple):
        return listed
    names = (entitlement, assessment.book.vocabulary.regime_of(entitlement))
    about = tuple(entry for entry in listed if entry.regeling in names or not isinstance(entry.regeling, str))
    return about, "regelingen" in assessment.household.onvolledig


def fired(assessment: Assessment, rules: Iterable[str]) -> Mapping[str, Value]:
    """For each rule whether it fires for anybody, for examples and coverage."""
    ev = assessment.evaluator
    out: dict[str, Value] = {}
    for name in rules:
        rule = ev.live.rules.get(name)
        found = [values.FALSE]
        if rule is not None:
            found = [ev.rule_holds(rule, t).value for t in ev.facts.things(ev.book.unit_of(rule))]
        out[name] = values.disjunction(found)
    return out
