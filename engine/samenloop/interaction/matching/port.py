# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""The port: patterns and norms in, matches out, whoever does the work."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from samenloop.interaction.matching.facts import NormFact
from samenloop.rulebook.patterns import Pattern


@dataclass(frozen=True, slots=True)
class Match:
    """One way in which norms satisfy a pattern: a norm for each alias, in the order of the pattern."""

    pattern: str
    norms: tuple[tuple[str, NormFact], ...]

    def norm(self, alias: str) -> NormFact:
        """The norm an alias stands for."""
        return dict(self.norms)[alias]

    @property
    def certain(self) -> bool:
        """Whether every norm of it certainly holds."""
        return all(norm.certain for _, norm in self.norms)


class Matcher(Protocol):
    """Finds every match of every pattern in a set of norms. Each alias stands for a norm of its own."""

    @property
    def ran(self) -> str:
        """Which matcher did the work, for the receipt."""

    def match(self, patterns: Sequence[Pattern], norms: Sequence[NormFact]) -> frozenset[Match]:
        """All matches. ``als`` of a pattern is not looked at here: that needs the household."""

    def close(self) -> None:
        """Let go of what it holds on to."""
