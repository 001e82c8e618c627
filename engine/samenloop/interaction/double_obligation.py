# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""``dubbele_plicht`` a: two norms of two regimes want one fact with two values.

Definition: a duty in force (``verplicht`` with ``eist``) wants a fact with one value, and a norm in force of another
regime wants or protects the same fact of the same person or thing with another value (``verplicht``, ``heft_op`` with
``eist``, or a rule with ``beschermt``); and what the duty takes for granted (``veronderstelt``) is not the case. Where
it is the case, the law works as meant. The proof names both norms and what it costs to break each.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from samenloop.evaluation import Assessment, things, units, without_rules
from samenloop.evaluation.live import Bound
from samenloop.interaction import chain, severity
from samenloop.interaction.comparing import compare
from samenloop.interaction.conflict import Conflict, Duties, Side
from samenloop.language import names_in, values
from samenloop.language.values import FactRef, Thing, Value
from samenloop.rulebook import Rule
from samenloop.rulebook.common import Duty
from samenloop.rulebook.norms import Excludes, Requires


@dataclass(frozen=True)
class _Wants:
    """A norm that wants a fact with a value, for a thing: ``held`` whether it is in force there."""

    rule: Rule
    thing: Thing
    wanted: Duty
    held: Value
    norm: Bound | None
    """the duty; ``None`` for an exemption"""


def detect(assessment: Assessment) -> tuple[Conflict, ...]:
    """Every pair of norms that cannot both be followed."""
    everything = tuple(_wanting(assessment))
    found: dict[str, Conflict] = {}
    for one in everything:
        for other in everything:
            if one.norm is None or (other.norm is not None and other.rule.regel < one.rule.regel):
                continue
            if not _opposed(assessment, one, other):
                continue
            conflict = _conflict(assessment, one, other)
            if conflict is not None:
                found.setdefault(conflict.id, conflict)
    return tuple(found.values())


def _wanting(assessment: Assessment) -> Iterator[_Wants]:
    """Every norm that may be in force and wants a fact with a value."""
    ev, live = assessment.evaluator, assessment.evaluator.live
    for verb in ("verplicht", "heft_op"):
        for bound in live.by_verb.get(verb, ()):
            if bound.norm.eist is None:
                continue
            for thing in ev.facts.things(assessment.book.unit_of(bound.rule)):
                held = ev.norm_holds(bound, thing)
                if not held.is_false:
                    yield _Wants(bound.rule, thing, bound.norm.eist, held, bound if verb == "verplicht" else None)
    for rule in live.rules.values():
        if rule.beschermt is not None:
            for thing in ev.facts.things(assessment.book.unit_of(rule)):
                held = ev.rule_holds(rule, thing).value
                if not held.is_false:
                    yield _Wants(rule, thing, rule.beschermt, held, None)


def _opposed(assessment: Assessment, one: _Wants, other: _Wants) -> bool:
    """Whether two norms of two regimes want the same fact of the same person or thing with two values."""
    book = assessment.book
    return (
        one.wanted.feit == other.wanted.feit
        and str(one.wanted.waarde) != str(other.wanted.waarde)
        and book.regime_of(one.rule.regel) != book.regime_of(other.rule.regel)
        and bool(_about(assessment, one).keys() & _about(assessment, other).keys())
    )


def _about(assessment: Assessment, wants: _Wants) -> Mapping[FactRef, Value]:
    """Of whom or what the fact is meant: the thing of the norm, or the persons it is about, each with whether it is
    (a possession of which the owner is not known is perhaps theirs)."""
    fact = assessment.book.facts[wants.wanted.feit]
    if fact.over == wants.thing.unit or fact.over != "persoon":
        return {FactRef(wants.thing.unit, wants.thing.id, fact.feit): values.TRUE}
    bearer = None if wants.norm is None else wants.norm.norm.wie
    if wants.thing.unit == "paar" and bearer == "ander":
        return {FactRef("persoon", things.ends(wants.thing)[1], fact.feit): values.TRUE}
    people = units.people_of(assessment.evaluator, wants.thing)
    return {FactRef("persoon", person.id, fact.feit): belongs for person, belongs in people if not belongs.is_false}


def _broken(assessment: Assessment, wants: _Wants) -> Value:
    """Whether what a duty takes for granted is not the case; a duty that takes nothing for granted stands."""
    assumption = None if wants.norm is None else wants.norm.norm.veronderstelt
    if assumption is None:
        return values.TRUE
    return values.negate(assessment.evaluator.say(assumption.als, wants.thing, wants.rule)[0])


def _conflict(assessment: Assessment, one: _Wants, other: _Wants) -> Conflict | None:
    about, also = _about(assessment, one), _about(assessment, other)
    ref = min(about.keys() & also.keys(), key=lambda r: (not values.conjunction((about[r], also[r])).is_true, r))
    broken = values.conjunction((_broken(assessment, one), _broken(assessment, other)))
    of_one = values.conjunction((about[ref], also[ref]))
    duties = [wants for wants in (one, other) if wants.norm is not None]
    shown = any(wants.held.is_true for wants in duties) or values.conjunction((other.held, broken)).is_true
    if broken.is_false or not shown:
        return None  # with neither side known there is nothing to show
    sure = values.conjunction((one.held, other.held, broken, of_one))
    ev = assessment.evaluator
    others = _other_refusals(assessment, [wants.rule for wants in duties])
    world = without_rules(others)
    off = without_rules({*(wants.rule.regel for wants in duties), *others})
    here, without = (assessment.varied(change) for change in (world, off))
    titles = " en ".join(wants.rule.titel for wants in duties)
    stands = "deze plicht geldt niet" if len(duties) == 1 else "deze plichten gelden niet"
    comparison = compare(here, without, f"{stands}: {titles}{_set_aside(assessment, others)}")
    had = {(c.norm, c.members) for c in assessment.claims if c.right.is_true}
    refused = tuple(claim for claim in comparison.lost if (claim.norm, claim.members) not in had)
    who = tuple(dict.fromkeys(person.id for person, _ in units.people_of(ev, Thing(ref.unit, ref.id))))
    factual = {w.norm.norm.veronderstelt.niveau for w in (one, other) if w.norm and w.norm.norm.veronderstelt}
    degree, why = severity.uncovered(assessment, comparison.loss, who, comparison.needs)
    if not sure.is_true or "feitelijk" in factual:
        degree, why = severity.at_most_middling(degree, why)
    assumed = " en ".join(w.norm.norm.veronderstelt.tekst for w in duties if w.norm and w.norm.norm.veronderstelt)
    lost = tuple(claim.rule for claim in comparison.lost)
    links = chain.of_rules(assessment, (one.rule.regel, other.rule.regel, *sorted(others), *lost))
    sides = (_side(assessment, one, ref), _side(assessment, other, ref))
    return Conflict(
        kind="dubbele_plicht",
        cause=frozenset({f"regel:{one.rule.regel}:{ref}", f"regel:{other.rule.regel}:{ref}"}),
        regimes=tuple(dict.fromkeys(side.regime for side in sides)),
        who=who,
        needs=comparison.needs,
        comparison=comparison,
        certain=sure.is_true,
        missing=() if sure.is_true else tuple(sorted(sure.missing)),
        severity=degree,
        why_severe=why,
        chain=links,
        subject=one.thing,
        assumes=assumed,
        duties=Duties(*sides, refused),
        world=world,
        without=off,
    )


def _grounds(assessment: Assessment, wants: _Wants) -> Iterator[FactRef]:
    """The facts that are certainly so and by which a norm holds, as its rule reads them."""
    if wants.rule.wanneer is None:
        return
    ev = assessment.evaluator
    for _, found, _ in names_in(wants.rule.wanneer.root, assessment.book.scope(wants.rule.over)):
        plain = found.what == "fact" and not found.links and not found.start and found.type.kind == "ja_nee"
        if plain and ev.fact(found.id, wants.thing).is_true:
            yield FactRef(wants.thing.unit, wants.thing.id, found.id)


def _other_refusals(assessment: Assessment, duties: list[Rule]) -> frozenset[str]:
    """The other discretionary refusals of what the rules of the duties refuse. A refusal on two grounds would hide each
    of them: both worlds of the proof set the others aside."""
    norms = [norm for duty in duties for norm in duty.norms]
    wanted = {norm.voor for norm in norms if isinstance(norm, Requires)}
    wanted |= {norm.sluit_uit for norm in norms if isinstance(norm, Excludes)}
    live = assessment.evaluator.live.rules
    found = set()
    for claim in assessment.claims:
        if claim.entitlement not in wanted or claim.right.is_true:
            continue
        for condition in claim.conditions:
            rule = live[condition.rule]
            refuses = condition.kind != "voorwaarde" and not condition.met.is_true and rule.modaliteit == "kan"
            if refuses and rule not in duties:
                found.add(rule.regel)
    return frozenset(found)


def _set_aside(assessment: Assessment, rules: frozenset[str]) -> str:
    titles = [assessment.evaluator.live.rules[rule].titel.lower() for rule in sorted(rules)]
    return f"; aan beide kanten buiten beschouwing: {' en '.join(titles)}" if titles else ""


def _side(assessment: Assessment, wants: _Wants, ref: FactRef) -> Side:
    return Side(
        rule=wants.rule.regel,
        title=wants.rule.titel,
        regime=assessment.book.regime_of(wants.rule.regel),
        fact=ref,
        wants=str(wants.wanted.waarde),
        protects=wants.norm is None,
        because=tuple(_grounds(assessment, wants)),
        breach="" if wants.norm is None else wants.norm.norm.bij_breuk or "",
    )
