# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""Dates of the rule language: terms, first and last days, working days of the Algemene termijnenwet (art. 3)."""

from __future__ import annotations

import datetime as dt

from dateutil.easter import easter
from dateutil.relativedelta import relativedelta

from samenloop.language.nodes import Duration


def shift(day: dt.date, term: Duration, sign: int = 1) -> dt.date:
    """A day plus or minus a term. A month added to the 31st gives the last day of that month."""
    count = sign * term.count
    if term.unit == "werkdag":
        return _shift_working_days(day, count)
    if term.unit in ("dag", "week"):
        return day + dt.timedelta(days=count * (7 if term.unit == "week" else 1))
    if term.unit == "uur":
        return day + dt.timedelta(days=sign * -(-term.count // 24))
    months = {"maand": 1, "kwartaal": 3, "jaar": 12}[term.unit]
    return day + relativedelta(months=count * months)


def holidays(year: int) -> frozenset[dt.date]:
    """The generally recognised holidays of art. 3 lid 1 Algemene termijnenwet, and Good Friday (lid 2)."""
    sunday = easter(year)
    king = dt.date(year, 4, 27)
    moving = {sunday + dt.timedelta(days=n) for n in (-2, 1, 39, 50)}
    king -= dt.timedelta(days=1 if king.weekday() == 6 else 0)
    fixed = {dt.date(year, 1, 1), dt.date(year, 5, 5), dt.date(year, 12, 25), dt.date(year, 12, 26)}
    return frozenset(moving | fixed | {king})


def is_working_day(day: dt.date) -> bool:
    """No Saturday, Sunday or recognised holiday."""
    return day.weekday() < 5 and day not in holidays(day.year)


def _shift_working_days(day: dt.date, count: int) -> dt.date:
    step = dt.timedelta(days=1 if count >= 0 else -1)
    for _ in range(abs(count)):
        day += step
        while not is_working_day(day):
            day += step
    return day


def first_day(day: dt.date, period: str) -> dt.date:
    """First day of the week, month, quarter or year that holds the day."""
    if period == "week":
        return day - dt.timedelta(days=day.weekday())
    if period == "maand":
        return day.replace(day=1)
    if period == "kwartaal":
        return dt.date(day.year, 3 * ((day.month - 1) // 3) + 1, 1)
    if period == "jaar":
        return dt.date(day.year, 1, 1)
    return day


def last_day(day: dt.date, period: str) -> dt.date:
    """Last day of the week, month, quarter or year that holds the day."""
    if period == "week":
        return first_day(day, "week") + dt.timedelta(days=6)
    months = {"maand": 1, "kwartaal": 3, "jaar": 12}.get(period)
    if months is None:
        return day
    return first_day(day, period) + relativedelta(months=months) - dt.timedelta(days=1)


def whole_months(start: dt.date, end: dt.date) -> int:
    """Completed months between two days, negative when the second comes first."""
    if end < start:
        return -whole_months(end, start)
    gone = relativedelta(end, start)
    return gone.years * 12 + gone.months
