# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""``dubbele_plicht`` b: somebody is counted as sharing costs who cannot share them.

Definition: a role lowers what a person gets (``kwalificeert`` with ``werking: verlaagt``); what it takes for granted of
the other is certainly not the case; the other has no safety net of their own; and without the role D is at least the
materiality limit higher. Somebody with an unused right of their own is advised to ask for it: then there is no
conflict. When the assumption fails by a fact that another regime decides, that is certain; when it fails by what the
other earns, it is possible, and never graver than ``midden``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from samenloop.evaluation import Assessment, Read, gain, things, units, with_role
from samenloop.evaluation.live import Bound
from samenloop.interaction import chain, severity
from samenloop.interaction.comparing import compare
from samenloop.interaction.conflict import Conflict
from samenloop.language.values import Thing
from samenloop.rulebook import Rule
from samenloop.rulebook.norms import Excludes, Requires


def detect(assessment: Assessment) -> tuple[Conflict, ...]:
    """Every lowering role that counts on somebody in vain."""
    return tuple(_conflicts(assessment))


def _conflicts(assessment: Assessment) -> Iterator[Conflict]:
    ev = assessment.evaluator
    for bound in ev.live.by_verb.get("kwalificeert", ()):
        assumption = bound.norm.veronderstelt
        if bound.norm.werking != "verlaagt" or assumption is None:
            continue
        for thing in ev.facts.things("paar") if assessment.book.unit_of(bound.rule) == "paar" else ():
            if not ev.norm_holds(bound, thing).is_true:
                continue
            if not ev.say(assumption.als, thing, bound.rule)[0].is_false:
                continue
            found = _conflict(assessment, bound, thing)
            if found is not None:
                yield found


def _conflict(assessment: Assessment, bound: Bound, thing: Thing) -> Conflict | None:
    book, norm = assessment.book, bound.norm
    first, second = things.ends(thing)
    counted, eyes = (second, first) if (norm.wie or "ander") == "ander" else (first, second)
    if _has_safety_net(assessment, counted):
        return None
    off = with_role(norm.kwalificeert, counted, eyes, False)
    other = assessment.varied(off)
    loss = gain(assessment, other)
    low = loss.bounds[0]
    if low is None or low < severity.MATERIAL_MONTHLY:
        return None
    own = book.regime_of(bound.rule.regel)
    owners = _other_owners(assessment, bound, thing, own)
    others = owners or _refusing(assessment, counted, own)
    if not others:
        return None  # one regime only: no interference
    comparison = compare(assessment, other, f"{counted} telt niet mee voor {eyes}: {bound.rule.titel}")
    who = comparison.members or (eyes,)
    degree, why = severity.severity(assessment, loss, who, comparison.needs)
    if not owners or norm.veronderstelt.niveau == "feitelijk":
        degree, why = severity.at_most_middling(degree, why)
    regimes = (own, *others)
    return Conflict(
        kind="dubbele_plicht",
        cause=frozenset({f"norm:{norm.id}:{thing}"}),
        regimes=tuple(dict.fromkeys(regimes)),
        who=who,
        needs=comparison.needs,
        comparison=comparison,
        certain=bool(owners),
        missing=(),
        severity=degree,
        why_severe=why,
        chain=chain.of_rules(assessment, (bound.rule.regel, *(c.rule for c in comparison.lost))),
        subject=thing,
        assumes=norm.veronderstelt.tekst,
        without=off,
    )


def _has_safety_net(assessment: Assessment, person: str) -> bool:
    """Whether somebody has, or may have, a residual right: used or not, it is what they can share from."""
    return any(c.residual and person in c.members and not c.right.is_false for c in assessment.claims)


def _other_owners(assessment: Assessment, bound: Bound, thing: Thing, regime: str) -> tuple[str, ...]:
    """The other regimes that decide a fact the assumption reads, also behind a concept."""
    ev = assessment.evaluator
    with ev.recording(("veronderstelt", bound.norm.id, thing)) as reads:
        ev.say(bound.norm.veronderstelt.als, thing, bound.rule)
    return _owners(assessment, reads, regime)


def _owners(assessment: Assessment, reads: Iterable[Read], regime: str) -> tuple[str, ...]:
    """The regimes that decide what was read, but this one."""
    facts = assessment.book.facts
    owners = (facts[read.id].eigenaar for read in sorted(reads) if read.kind == "feit" and read.id in facts)
    return tuple(dict.fromkeys(owner for owner in owners if owner not in ("geen", regime)))


def _refusing(assessment: Assessment, person: str, regime: str) -> tuple[str, ...]:
    """The other regimes that decide why somebody has no safety net: who owns what an unmet requirement asks for, and by
    whose decision an exclusion takes it away."""
    live = assessment.evaluator.live
    owners: list[str] = []
    for claim in assessment.claims:
        if not claim.residual or person not in claim.members:
            continue
        for condition in claim.conditions:
            if condition.met.is_true:
                continue
            for norm in live.rules[condition.rule].norms:
                if isinstance(norm, Requires) and norm.vereist == condition.id:
                    owners += _asked(assessment, norm, live.rules[condition.rule], Thing("persoon", person))
                elif isinstance(norm, Excludes) and norm.id == condition.id and norm.door is not None:
                    owners.append(norm.door)
    return tuple(dict.fromkeys(owner for owner in owners if owner not in ("geen", regime)))


def _asked(assessment: Assessment, norm: Requires, rule: Rule, person: Thing) -> Iterator[str]:
    """Who decides what the ways of a requirement ask for: the owner of a fact, also behind a concept; the regime of a
    right."""
    book, ev = assessment.book, assessment.evaluator
    for way in norm.wegen:
        if way.wat in book.facts:
            yield book.facts[way.wat].eigenaar
        if book.vocabulary.has("aanspraken", way.wat):
            yield book.vocabulary.regime_of(way.wat) or "geen"
        for thing, concerns in units.concerned(ev, rule, person, norm.wie):
            if concerns.is_false:
                continue
            with ev.recording(("eis", norm.id, way.wat, thing)) as reads:
                met = ev.say(way.als, thing, rule)[0]
            concepts = not any(read.id == way.wat for read in reads if read.kind == "feit")
            if not met.is_true and concepts:
                yield from _owners(assessment, reads, "")
