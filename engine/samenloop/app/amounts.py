# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""The amounts by month: known, open, or not there. A month counts as known when every day of it is."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import Literal

from samenloop.rulebook import Parameter, Rulebook

Status = Literal["bekend", "open", "niet_van_toepassing"]
FIRST = dt.date(2015, 1, 1)
"""The first month of the table: before it everything is outside coverage."""
_DAY = dt.timedelta(days=1)


@dataclass(frozen=True)
class Stretch:
    """Months in a row with one status, as ``2018-07``; both included."""

    first: str
    last: str
    status: Status


@dataclass(frozen=True)
class Amount:
    """One amount by month. ``applicable`` months are those in which the law has it."""

    id: str
    law: str
    title: str
    stretches: tuple[Stretch, ...]
    known: int
    applicable: int


def amounts(book: Rulebook, until: dt.date) -> tuple[Amount, ...]:
    """Every amount from 2015 up to and including a month, by law."""
    months = list(_months(until))
    found = [_amount(book, parameter, months) for parameter in book.parameters.values()]
    return tuple(sorted(found, key=lambda a: a.law))


def _amount(book: Rulebook, parameter: Parameter, months: list[tuple[dt.date, dt.date]]) -> Amount:
    law = parameter.grondslag.wet
    statuses: list[tuple[str, Status]] = []
    for first, last in months:
        statuses.append((f"{first:%Y-%m}", _status(book, parameter, first, last)))
    stretches = []
    for status, group in groupby(statuses, key=lambda pair: pair[1]):
        names = [name for name, _ in group]
        stretches.append(Stretch(names[0], names[-1], status))
    applicable = sum(status != "niet_van_toepassing" for _, status in statuses)
    known = sum(status == "bekend" for _, status in statuses)
    return Amount(parameter.parameter, law, parameter.titel, tuple(stretches), known, applicable)


def _status(book: Rulebook, parameter: Parameter, first: dt.date, last: dt.date) -> Status:
    """Not there: the file says so (``geldig``), or the law itself was not in force. Else it should be known."""
    spans = [parameter.geldig] if parameter.geldig is not None else []
    law = book.laws.get(parameter.grondslag.wet)
    spans += [law.geldig] if law is not None else []
    for span in spans:
        first, last = max(first, span.van), min(last, span.last)
    if first > last:
        return "niet_van_toepassing"
    return "bekend" if _known(parameter, first, last) else "open"


def _known(parameter: Parameter, first: dt.date, last: dt.date) -> bool:
    """Whether there is a value on every day."""
    day = first
    while day <= last:
        found = parameter.on(day)
        if found is None:
            return False
        day = min(found.tot or parameter.bekend_tot, parameter.bekend_tot) + _DAY
    return True


def _months(until: dt.date) -> Iterator[tuple[dt.date, dt.date]]:
    """First and last day of each month."""
    first = FIRST
    while first <= until:
        following = (first.replace(day=28) + 4 * _DAY).replace(day=1)
        yield first, following - _DAY
        first = following


def totals(found: tuple[Amount, ...]) -> Mapping[str, tuple[int, int]]:
    """Per law how many months are known, and how many there are."""
    out: dict[str, tuple[int, int]] = {}
    for one in found:
        known, applicable = out.get(one.law, (0, 0))
        out[one.law] = (known + one.known, applicable + one.applicable)
    return out
