# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""durable-rules behind the port: in a worker process with a time limit, with the joins to take over.

See docs/adr/0012 for what was measured and why it never works alone.
"""

from __future__ import annotations

import importlib.util
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from samenloop.interaction.matching.facts import NormFact
from samenloop.interaction.matching.joins import JoinMatcher
from samenloop.interaction.matching.plan import Plan, are_same, plans
from samenloop.interaction.matching.port import Match
from samenloop.interaction.matching.process import Worker, WorkerGoneError
from samenloop.rulebook.patterns import Pattern

WORKER = Path(__file__).with_name("worker.py")
SECONDS = 10
"""How long the worker may take for the rules, and for one set of norms, before the joins take over."""


def is_installed() -> bool:
    """Whether durable-rules can be found, without importing it here."""
    return importlib.util.find_spec("durable") is not None


class DurableMatcher:
    """durable-rules in a worker; once that has gone, the joins for as long as this matcher lives."""

    def __init__(self, *, script: Path = WORKER, seconds: float = SECONDS) -> None:
        self._script, self._seconds = script, seconds
        self._worker: Worker | None = None
        self._joins: JoinMatcher | None = None
        self._patterns: Sequence[Pattern] = ()
        self._plans: tuple[Plan, ...] = ()
        self._columns: tuple[str, ...] = ()

    @property
    def ran(self) -> str:
        """Which matcher did the work."""
        return "durable-rules" if self._joins is None else "joins (werker gestopt)"

    @property
    def pid(self) -> int | None:
        """Process id of the worker, while there is one."""
        return None if self._worker is None else self._worker.pid

    def match(self, patterns: Sequence[Pattern], norms: Sequence[NormFact]) -> frozenset[Match]:
        """All matches."""
        if self._joins is None:
            try:
                return self._ask(patterns, tuple(dict.fromkeys(norms)))
            except WorkerGoneError:
                self._worker, self._joins = None, JoinMatcher()
        return self._joins.match(patterns, norms)

    def _ask(self, patterns: Sequence[Pattern], norms: tuple[NormFact, ...]) -> frozenset[Match]:
        if self._worker is None or not are_same(patterns, self._patterns):
            self._begin(patterns)
        assert self._worker is not None
        rows = [{c: norm.column(c) or "" for c in self._columns} for norm in norms]
        answer = self._worker.ask({"norms": rows}, self._seconds)["matches"]
        return frozenset(_read(self._plans[number], places, norms) for number, places in answer)

    def _begin(self, patterns: Sequence[Pattern]) -> None:
        """A new worker for other patterns: durable-rules cannot forget a rule set."""
        self.close()
        self._patterns, self._plans = patterns, plans(patterns)
        steps = [step for plan in self._plans for step in plan.steps]
        self._columns = tuple(sorted({c for s in steps for c in (*s.present, *dict(s.asks))}))
        self._worker = Worker(self._script)
        self._worker.ask({"plans": [_written(plan) for plan in self._plans]}, self._seconds)

    def close(self) -> None:
        """Stop the worker."""
        if self._worker is not None:
            self._worker.close()
            self._worker = None


def _written(plan: Plan) -> dict[str, Any]:
    """A plan as the worker reads it."""
    steps = [
        {"alias": s.alias, "asks": s.asks, "present": s.present, "same": s.same, "differ": s.differ} for s in plan.steps
    ]
    return {"steps": steps}


def _read(plan: Plan, places: list[int], norms: tuple[NormFact, ...]) -> Match:
    """A match as the worker answers it: the place of the norm for each step."""
    bound = {step.alias: norms[place] for step, place in zip(plan.steps, places, strict=True)}
    return Match(plan.pattern, tuple((alias, bound[alias]) for alias in plan.aliases))
