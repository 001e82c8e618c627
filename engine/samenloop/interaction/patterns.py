# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""What patterns find, as conflicts: the norms that a pattern binds, with the loss when they are set aside together.

A pattern adds a mechanism that structure cannot express; its proof is the same as that of every other conflict. The
rights among the bound norms stay: only what takes is set aside.
"""

from __future__ import annotations

from samenloop.evaluation import Assessment, gain, without_norms
from samenloop.interaction import chain, severity
from samenloop.interaction.comparing import compare
from samenloop.interaction.completions import from_nothing, highest_loss
from samenloop.interaction.conflict import Conflict
from samenloop.interaction.matching import JoinMatcher, Matcher, PatternMatch, found

_JOINS = JoinMatcher()
"""for evaluations that are made by the dozen"""


def detect(assessment: Assessment, matcher: Matcher | None = None) -> tuple[tuple[Conflict, ...], str]:
    """The conflicts that patterns find, and which matcher did the work."""
    if not assessment.book.patterns:
        return (), "geen patronen"
    outcome = found(assessment, matcher or _JOINS)
    made = (_conflict(assessment, match) for match in outcome.matches)
    return tuple(conflict for conflict in made if conflict is not None), outcome.matcher


def _conflict(assessment: Assessment, match: PatternMatch) -> Conflict | None:
    taking = tuple(norm for norm in match.norms if not norm.partition("/")[2].startswith("geeft:"))
    off = without_norms(taking)
    other = assessment.varied(off)
    loss = gain(assessment, other)
    settled = loss.bounds[0] is not None and loss.bounds[0] >= severity.MATERIAL_MONTHLY
    if not settled:
        high = None if loss.is_known else highest_loss(assessment, off)
        if high is None or (high.bounds[1] or 0) < severity.MATERIAL_MONTHLY:
            return None
        loss = from_nothing(high, loss)
    certain = settled and match.certain
    titles = " en ".join(assessment.evaluator.live.rules[norm.partition("/")[0]].titel.lower() for norm in taking)
    comparison = compare(assessment, other, f"dit geldt niet: {titles}", loss)
    who = comparison.members or match.persons
    degree, why = severity.severity(assessment, loss, who, comparison.needs)
    if not certain:
        degree, why = severity.at_most_middling(degree, why)
    rules = (*match.rules, *(claim.rule for claim in comparison.lost))
    return Conflict(
        kind=match.kind,
        cause=frozenset({f"patroon:{match.pattern}:{match.subject}", *_atoms(match, taking)}),
        regimes=match.regimes,
        who=who,
        needs=comparison.needs,
        comparison=comparison,
        certain=certain,
        missing=() if certain else tuple(sorted(match.missing | loss.missing)),
        severity=degree,
        why_severe=why,
        chain=chain.of_rules(assessment, rules),
        subject=match.subject,
        pattern=match.pattern,
        name=match.title,
        told=match.explanation,
        without=off,
    )


def _atoms(match: PatternMatch, norms: tuple[str, ...]) -> frozenset[str]:
    """The bound norms about each two people of the match: other detectors name the same cause so."""
    pairs = [(a, b) for a in match.persons for b in match.persons if a != b]
    return frozenset(f"norm:{norm}:paar:{a}>{b}" for norm in norms for a, b in pairs)
