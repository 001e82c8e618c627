# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""Facts to an assessment, and the same household with one thing changed."""

from samenloop.evaluation.assessment import Assessment, changed_by, evaluate_household, fired, gain, gain_by_people
from samenloop.evaluation.evaluator import Evaluator
from samenloop.evaluation.lines import Account, Line
from samenloop.evaluation.results import Read, Result, Tried
from samenloop.evaluation.rights import Claim, Condition
from samenloop.evaluation.variation import (
    AS_IT_IS,
    Variation,
    on_safety_net,
    with_fact,
    with_role,
    without_norms,
    without_reading,
    without_rules,
)

__all__ = [
    "AS_IT_IS", "Account", "Assessment", "Claim", "Condition", "Evaluator", "Line", "Read", "Result", "Tried",
    "Variation", "changed_by", "evaluate_household", "fired", "gain", "gain_by_people", "on_safety_net", "with_fact",
    "with_role", "without_norms", "without_reading", "without_rules",
]  # fmt: skip
