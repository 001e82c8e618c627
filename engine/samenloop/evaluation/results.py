# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""What one step of the evaluation gives: a value with its trace, and everything it has read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from samenloop.language.explain import Note
from samenloop.language.values import Value


class Read(NamedTuple):
    """One thing that a result depends on: a fact, link, parameter, rule, or an entry of a variation."""

    kind: str
    id: str
    thing: str = ""


@dataclass(frozen=True, slots=True)
class Tried:
    """A rule that was looked at: whether it held, and the comparisons that decided it."""

    rule: str
    held: Value
    notes: tuple[Note, ...] = ()


@dataclass(frozen=True, slots=True)
class Result:
    """An evaluated concept, rule or right with its trace: ``rule`` gave the value, ``tried`` did not (and why)."""

    value: Value
    rule: str = ""
    tried: tuple[Tried, ...] = ()
    notes: tuple[Note, ...] = ()
    reads: frozenset[Read] = frozenset()
