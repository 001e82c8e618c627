# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""What a report is made from: one check of one household, with everything that was found."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property

from samenloop.domain import Event, Household
from samenloop.errors import Problem
from samenloop.evaluation import Assessment
from samenloop.evaluation.questions import Question
from samenloop.interaction import Detected
from samenloop.language.values import Value
from samenloop.proposals import Proposals
from samenloop.report.model import Report
from samenloop.rulebook import Rulebook


@dataclass(frozen=True)
class Idea:
    """An event the household or a helper considers, evaluated. ``gain`` on D and ``gain_free`` on vrij are EUR per
    month; ``None``: this event cannot be imitated with what the file says. ``solved`` and ``caused`` are conflicts."""

    event: Event
    gain: Value | None
    gain_free: Value | None
    solved: tuple[str, ...]
    caused: tuple[str, ...]


@dataclass(frozen=True)
class Check:
    """One household checked against one rule book. ``local`` tells whether the rules of its gemeente were applied;
    ``projection`` whether looking ahead was allowed. ``near`` limits stand in ``detected``."""

    household: Household
    book: Rulebook = field(repr=False)
    assessment: Assessment = field(repr=False)
    detected: Detected
    proposals: Proposals
    questions: tuple[Question, ...]
    ideas: tuple[Idea, ...]
    notices: tuple[Problem, ...]
    local: bool
    projection: bool
    input_hash: str
    version: str

    @cached_property
    def report(self) -> Report:
        """The same as a report: frozen data with stable Dutch keys."""
        from samenloop.report.build import build

        return build(self)
