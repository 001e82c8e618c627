# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""What a proposal is: an exception for which the law has a hook, applied and evaluated again. Amounts: EUR per month,
a gain is positive."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from fractions import Fraction

from samenloop.language.values import FactRef, Value
from samenloop.rulebook import Hook

STRENGTHS = ("stevig", "redelijk", "smal")
"""From strong to narrow."""


@dataclass(frozen=True, slots=True)
class Turn:
    """A knob turned: the fact, from where to where. ``unit`` as the fact's (EUR per month for a rent)."""

    knob: str
    title: str
    fact: FactRef
    start: Fraction
    to: Fraction


@dataclass(frozen=True, slots=True)
class ChangeDay:
    """A day within a year on which something known changes: ``what`` in Dutch; ``lasts`` whether the repair holds."""

    day: dt.date
    what: str
    lasts: bool
    projected: bool


@dataclass(frozen=True, slots=True)
class Holding:
    """Until when a repair holds. ``until`` is its last day (``None``: at least a year). ``whole_year`` is the value the
    knob needs to hold a year; ``None`` when no lawful value does."""

    until: dt.date | None
    days: tuple[ChangeDay, ...]
    whole_year: Fraction | None


@dataclass(frozen=True, slots=True)
class Met:
    """A condition of a hook: its text, and whether it is met (computed) or open (asked of the decider)."""

    text: str
    met: Value
    open: bool


@dataclass(frozen=True)
class Proposal:
    """A checked proposal. ``repairs`` are ids of conflicts whose norm no longer hurts, ``replaces`` those where only
    the money comes from elsewhere. ``effect`` is the gain on D, ``effect_free`` on vrij."""

    hooks: tuple[Hook, ...]
    repairs: tuple[str, ...]
    replaces: tuple[str, ...]
    conditions: tuple[Met, ...]
    effect: Value
    effect_free: Value
    left: tuple[str, ...]
    new: tuple[str, ...]
    turn: Turn | None
    holding: Holding | None
    eases: tuple[str, ...] = ()
    """conflicts that stay, with a smaller loss"""
    regains: tuple[str, ...] = ()
    """entitlements that are there with it and were not before"""

    @property
    def id(self) -> str:
        """The ids of its hooks."""
        return "+".join(h.uitzondering for h in self.hooks)

    @property
    def hook(self) -> Hook:
        """The first (usually only) hook."""
        return self.hooks[0]

    @property
    def rung(self) -> int:
        """The highest rung it needs."""
        return max(h.trede for h in self.hooks)

    @property
    def strength(self) -> str:
        """The strength of its weakest hook."""
        return max((h.sterkte for h in self.hooks), key=STRENGTHS.index)

    @property
    def deciders(self) -> tuple[str, ...]:
        """Who must decide."""
        return tuple(dict.fromkeys(h.beslisser for h in self.hooks))

    @property
    def open_conditions(self) -> tuple[Met, ...]:
        """What the decider must find to be so."""
        return tuple(c for c in self.conditions if c.open)


@dataclass(frozen=True, slots=True)
class Dropped:
    """A hook that was tried and did not make it, with the reason in Dutch."""

    hook: Hook
    reason: str
    acute: bool = False
    """it repairs no conflict but does hold off a threat: a first step of a plan"""


@dataclass(frozen=True)
class Proposals:
    """Everything that was tried for a household, in the printed order."""

    kept: tuple[Proposal, ...]
    dropped: tuple[Dropped, ...]
