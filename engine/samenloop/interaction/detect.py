# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""Runs every detector on an assessment and merges what they find. A new kind is a module and a line here."""

from __future__ import annotations

from dataclasses import dataclass

from samenloop.evaluation import Assessment
from samenloop.interaction import behaviour_penalty, double_charge, double_obligation, threshold
from samenloop.interaction.conflict import Conflict, NearLimit
from samenloop.interaction.merging import merge


@dataclass(frozen=True)
class Detected:
    """The conflicts of a household, merged and in order of gravity, and the limits it is only just on the right side
    of."""

    conflicts: tuple[Conflict, ...]
    near: tuple[NearLimit, ...]


def detect(assessment: Assessment) -> Detected:
    """All kinds of conflict for one assessment."""
    limits = threshold.detect(assessment)
    conflicts = (
        *limits.conflicts,
        *behaviour_penalty.detect(assessment),
        *double_obligation.detect(assessment),
        *double_charge.detect(assessment),
    )
    return Detected(merge(conflicts), limits.near)
