# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""Runs every detector on an assessment and merges what they find. A new kind is a module and a line here."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from samenloop.evaluation import Assessment, Variation
from samenloop.interaction import behaviour_penalty, double_charge, double_obligation, patterns, threshold
from samenloop.interaction.comparing import compare
from samenloop.interaction.conflict import Comparison, Conflict, NearLimit
from samenloop.interaction.matching import Matcher
from samenloop.interaction.merging import merge


@dataclass(frozen=True)
class Detected:
    """The conflicts of a household, merged and in order of gravity, and the limits it is only just on the right side
    of."""

    conflicts: tuple[Conflict, ...]
    near: tuple[NearLimit, ...]
    matcher: str = ""
    """which matcher looked for patterns"""


def detect(assessment: Assessment, matcher: Matcher | None = None) -> Detected:
    """All kinds of conflict for one assessment. Without a matcher patterns are joined here, quick enough for the many
    evaluations behind a proposal; hand one over for the check itself."""
    limits = threshold.detect(assessment)
    matched, ran = patterns.detect(assessment, matcher)
    conflicts = (
        *limits.conflicts,
        *behaviour_penalty.detect(assessment),
        *double_obligation.detect(assessment),
        *double_charge.detect(assessment),
        *matched,
    )
    return Detected(merge(conflicts, partial(_joint, assessment)), limits.near, ran)


def _joint(assessment: Assessment, conflict: Conflict, without: Variation) -> Comparison:
    """A conflict's two worlds, with more set aside in the second."""
    one, other = (assessment.varied(change) for change in (conflict.world, without))
    return compare(one, other, conflict.comparison.what)
