# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""Runs every check. Each module adds problems to a :class:`Report`.

A check never raises and never stops at its first problem. What could not be read (``Items.broken``) is not reported a
second time as missing.
"""

from __future__ import annotations

from collections.abc import Sequence

from samenloop.errors import Problem
from samenloop.rulebook.checks import (
    bases,
    concepts,
    examples,
    expressions,
    facts,
    hooks,
    ids,
    laws,
    norms,
    overlays,
    parameters,
    patterns,
    references,
    vocabulary,
)
from samenloop.rulebook.checks.report import Report
from samenloop.rulebook.reading import ReadFile

_SHARED = (
    references.check, bases.check, expressions.check, concepts.check, facts.check, parameters.check, norms.check,
    hooks.check, patterns.check, examples.check,
)  # fmt: skip


def base(report: Report, files: Sequence[ReadFile]) -> set[Problem]:
    """Every problem of the base without overlays."""
    ids.check(report)
    laws.check(report, files)
    vocabulary.check(report)
    for one in _SHARED:
        one(report)
    return set(report.problems)


def overlay(report: Report) -> set[Problem]:
    """Every problem of the base with the report's overlays applied (those of the base itself come along)."""
    overlays.check(report)
    for one in _SHARED:
        one(report)
    return set(report.problems)
