# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""Computes each result once, and records while it is computed what it reads: facts, parameters, rules, links."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field

from samenloop.errors import EvaluationError, Problem
from samenloop.evaluation.results import Read, Result
from samenloop.language.values import Value


@dataclass
class _Pending:
    key: Hashable
    reads: set[Read] = field(default_factory=set)


class Memory:
    """The results so far. A result that asks for itself is an error (E001): rules that turn in a circle."""

    def __init__(self) -> None:
        self._done: dict[Hashable, Result] = {}
        self._stack: list[_Pending] = []

    @property
    def results(self) -> Mapping[Hashable, Result]:
        """Every result so far under its key."""
        return self._done

    def take_over(self, base: Memory, changed: frozenset[Read]) -> None:
        """Start from what another found without reading any of ``changed``."""
        self._done = {key: found for key, found in base._done.items() if not found.reads & changed}

    def once(self, key: Hashable, make: Callable[[], Result]) -> Result:
        """Compute a result once; what it read is added to whoever asked."""
        found = self._done.get(key)
        if found is None:
            if any(pending.key == key for pending in self._stack):
                circle = " -> ".join(_name(p.key) for p in self._stack) + f" -> {_name(key)}"
                raise EvaluationError(Problem("regels", 0, 0, "E001", f"deze regels draaien in een kring: {circle}."))
            with self.recording(key) as reads:
                made = make()
            found = Result(made.value, made.rule, made.tried, made.notes, frozenset(reads))
            self._done[key] = found
        if self._stack:
            self._stack[-1].reads |= found.reads
        return found

    def result_of(self, key: Hashable, make: Callable[[], Value]) -> Value:
        """:meth:`once` for a bare value."""
        return self.once(key, lambda: Result(make())).value

    @contextmanager
    def recording(self, key: Hashable) -> Iterator[set[Read]]:
        """Collect what is read inside the block; whoever asked has read it too."""
        pending = _Pending(key)
        self._stack.append(pending)
        try:
            yield pending.reads
        finally:
            self._stack.pop()
            if self._stack:
                self._stack[-1].reads |= pending.reads

    def note_read(self, kind: str, name: str, thing: str = "") -> None:
        """Record that the result in hand depends on something."""
        if self._stack:
            self._stack[-1].reads.add(Read(kind, name, thing))


def _name(key: Hashable) -> str:
    return str(key[1]) if isinstance(key, tuple) else str(key)
