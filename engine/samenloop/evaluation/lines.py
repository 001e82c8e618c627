# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""The lines of an account, and what they come to."""

from __future__ import annotations

from dataclasses import dataclass

from samenloop.evaluation.results import Read
from samenloop.language import values
from samenloop.language.values import Value


@dataclass(frozen=True)
class Line:
    """One line of the account: ``kind`` is ``recht``, ``inkomen``, ``omleiding``, ``last`` (rent, premium) or
    ``inhouding``. ``amount`` is EUR per month, negative when it goes out. ``running`` tells whether it is money of
    today (a claim that runs)."""

    kind: str
    id: str
    who: tuple[str, ...]
    amount: Value
    running: Value
    reads: frozenset[Read]
    basis: str = ""
    """the norm behind it, empty for private income"""

    @property
    def key(self) -> tuple[str, str, tuple[str, ...]]:
        """What makes two lines of two evaluations the same line."""
        return self.kind, self.basis or self.id, self.who


@dataclass(frozen=True)
class Account:
    """All lines of one evaluation."""

    lines: tuple[Line, ...]

    def total(self, *, fixed_costs: bool, only_running: bool = False) -> Value:
        """D (``fixed_costs=False``) or vrij (``True``). ``only_running`` leaves out rights that are not claimed."""
        total = values.ZERO
        for line in self.lines:
            if line.kind == "last" and not fixed_costs:
                continue
            amount = line.amount
            if only_running and not line.running.is_true:
                amount = values.ZERO if line.running.is_false else values.hull(amount, values.ZERO, line.running)
            total = values.add(total, amount)
        return total
