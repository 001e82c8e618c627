# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""``drempel``: a little over a limit, and much is lost until the limit is tested again.

Definition: the household is on the losing side of a money limit read from a rule; the excess is at most 5 % of the
limit; what is lost on the whole of D until the next test is more than five times the excess over the same time. The
proof is two evaluations: as it is, and with the one fact at the limit. The good side of a limit is a warning.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from samenloop.evaluation import Assessment, gain, with_fact
from samenloop.interaction import chain, limits, severity
from samenloop.interaction.comparing import compare, higher
from samenloop.interaction.completions import from_nothing, highest_loss
from samenloop.interaction.conflict import Conflict, NearLimit, Threshold
from samenloop.interaction.limits import Limit
from samenloop.language import values
from samenloop.language.values import Value

MOST_EXCESS = Fraction(5, 100)
LEAST_RATIO = 5


@dataclass(frozen=True)
class Findings:
    """What the detector found: conflicts, and limits from the good side."""

    conflicts: tuple[Conflict, ...]
    near: tuple[NearLimit, ...]


def detect(assessment: Assessment) -> Findings:
    """Every threshold of this assessment."""
    conflicts: list[Conflict] = []
    near: list[NearLimit] = []
    seen: set[tuple[object, ...]] = set()
    variants = limits.changed_fact(assessment)
    for limit in list(limits.limits(assessment)):
        if not limit.limit or limit.distance > abs(limit.limit) * MOST_EXCESS:
            continue
        threshold = limits.other_side(assessment, limit, variants)
        if threshold is None:
            continue
        key = (limit.rule, limit.note.node.start, threshold.fact, threshold.fact_at_limit)
        if key in seen:
            continue
        seen.add(key)
        other = assessment.varied(with_fact(threshold.fact, Value(exact=threshold.fact_at_limit)))
        if not limits.turns(assessment, other, limit):
            continue
        loss = gain(assessment, other)
        found = _conflict(assessment, other, limit, threshold, loss)
        if found is not None:
            conflicts.append(found)
            continue
        warning = _good_side(assessment, other, limit, threshold, loss)
        if warning is not None:
            near.append(warning)
    return Findings(tuple(conflicts), tuple(near))


def _conflict(
    assessment: Assessment, other: Assessment, limit: Limit, threshold: Threshold, loss: Value
) -> Conflict | None:
    moment = chain.test_moment(assessment, limit.rule)
    day, months = limits.next_test(moment, assessment.day)
    if not loss.is_known:
        loss = _could_be(assessment, threshold, months, loss)
    if not _is_threshold(loss, threshold, months):
        return None
    certain = loss.is_known
    change = with_fact(threshold.fact, Value(exact=threshold.fact_at_limit))
    comparison = compare(assessment, other, chain.counterfactual(assessment, threshold), loss)
    lost = comparison.lost
    everybody = tuple(p.id for p in assessment.household.personen)
    who = comparison.members or everybody
    links = chain.of_threshold(assessment, limit, threshold, lost)
    degree, why = severity.severity(assessment, loss, who, comparison.needs)
    if not certain:
        degree, why = severity.at_most_middling(degree, why)
    return Conflict(
        kind="drempel",
        cause=frozenset({f"norm:{limit.rule}", f"feit aan grens:{threshold.fact}"}),
        regimes=tuple(dict.fromkeys(link.regime for link in links)),
        who=who,
        needs=comparison.needs,
        comparison=comparison,
        certain=certain,
        missing=tuple(sorted(loss.missing)),
        severity=degree,
        why_severe=why,
        chain=links,
        subject=limit.thing,
        direct=assessment.evaluator.live.rules[limit.rule].bepaalt is None,
        threshold=threshold,
        test_moment=moment,
        next_test=day,
        without=change,
    )


def _is_threshold(loss: Value, threshold: Threshold, months: Fraction) -> bool:
    """Whether a loss (its highest value, when it is a range) makes a threshold."""
    high = loss.bounds[1]
    if high is None or high < severity.MATERIAL_MONTHLY:
        return False
    excess = abs(threshold.excess) * _times(threshold.unit, months)
    return bool(high * months > LEAST_RATIO * excess)


def _could_be(assessment: Assessment, threshold: Threshold, months: Fraction, loss: Value) -> Value:
    """From nothing to the highest loss under plausible answers; nothing when even that is no threshold."""
    high = highest_loss(assessment, with_fact(threshold.fact, Value(exact=threshold.fact_at_limit)))
    if high is None or not _is_threshold(high, threshold, months):
        return values.ZERO
    return from_nothing(high, loss)


def _times(unit: str, months: Fraction) -> Fraction:
    """How often an amount in this unit counts within a number of months; a stock counts once."""
    per_month = {
        "eur/maand": Fraction(1), "eur/jaar": Fraction(1, 12), "eur/kwartaal": Fraction(1, 3),
        "eur/week": Fraction(52, 12), "eur/vier_weken": Fraction(13, 12), "eur/dag": Fraction(365, 12),
    }  # fmt: skip
    return per_month[unit] * months if unit in per_month else Fraction(1)


def _good_side(
    assessment: Assessment, other: Assessment, limit: Limit, threshold: Threshold, loss: Value
) -> NearLimit | None:
    """At or under a limit: what one step over it would cost."""
    if not loss.is_known or loss.exact > -severity.MATERIAL_MONTHLY:
        return None
    moment = chain.test_moment(assessment, limit.rule)
    _, months = limits.next_test(moment, assessment.day)
    excess = max(abs(threshold.excess), limits.CENT) * _times(threshold.unit, months)
    if -loss.exact * months <= LEAST_RATIO * excess:
        return None
    links = chain.of_threshold(assessment, limit, threshold, higher(other, assessment))
    return NearLimit(
        threshold, tuple(dict.fromkeys(link.regime for link in links)), values.add(values.ZERO, loss, -1), limit.rule
    )
