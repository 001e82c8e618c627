# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""The values a household file can hold besides text and whole numbers: unknown, range, day.

A key that is left out is ``None`` (nobody asked), ``onbekend`` is :data:`UNKNOWN` (asked, nobody knows). Neither is
ever read as 0, false or "there is none".
"""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import Final, Generic, Literal, TypeVar

N = TypeVar("N", int, Decimal)


class Unknown(Enum):
    """The type of :data:`UNKNOWN`, the answer "asked, not known"."""

    UNKNOWN = "onbekend"

    def __repr__(self) -> str:
        return "UNKNOWN"

    def __bool__(self) -> Literal[False]:
        """Falsy, as ``None`` is, so that ``entries or ()`` can be walked. Never decide on it: test ``is True``."""
        return False


UNKNOWN: Final[Literal[Unknown.UNKNOWN]] = Unknown.UNKNOWN


@dataclass(frozen=True, slots=True)
class Range(Generic[N]):
    """A number that lies somewhere from ``low`` to ``high``, both included; ``None`` is an open end."""

    low: N | None
    high: N | None


@dataclass(frozen=True, slots=True)
class Day:
    """A day of which sometimes only the month or the year is known: any day from ``first`` to ``last``."""

    first: date
    last: date

    @property
    def exact(self) -> bool:
        """Whether the day itself is known."""
        return self.first == self.last


_DAY = re.compile(r"((?:18|19|20|21)\d\d)(?:-(\d\d)(?:-(\d\d))?)?\Z")


def read_day(value: object) -> Day | None:
    """``2018-04-01``, ``2018-04`` or ``2018`` as a day; ``None`` when it has another form.

    Raises ``ValueError`` when it has the form of a day but no calendar has it (``2018-02-30``).
    """
    if isinstance(value, bool) or not isinstance(value, (str, int)):
        return None
    match = _DAY.match(str(value))
    if not match:
        return None
    year, month, day = int(match[1]), match[2], match[3]
    if month is None:
        return Day(date(year, 1, 1), date(year, 12, 31))
    if day is None:
        first = date(year, int(month), 1)
        return Day(first, first.replace(day=calendar.monthrange(year, first.month)[1]))
    only = date(year, int(month), int(day))
    return Day(only, only)
