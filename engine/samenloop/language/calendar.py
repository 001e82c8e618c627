# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""Dates of the rule language: terms, first and last days, working days of the Algemene termijnenwet (art. 3).

Working days know the days of the law itself; days that a royal decree equates with them for some years (lid 3) are
not among them. A day before the year 1 or after 9999 becomes the first or last day there is: every function here has
an answer.
"""

from __future__ import annotations

import datetime as dt
from calendar import monthrange
from functools import cache

from dateutil.easter import easter
from dateutil.relativedelta import relativedelta

from samenloop.language.nodes import Duration


def shift(day: dt.date, term: Duration, sign: int = 1) -> dt.date:
    """A day plus or minus a term. A month added to the 31st gives the last day of that month."""
    count = sign * term.count
    try:
        if term.unit == "werkdag":
            return _shift_working_days(day, count)
        if term.unit in ("dag", "week"):
            return day + dt.timedelta(days=count * (7 if term.unit == "week" else 1))
        if term.unit == "uur":
            return day + dt.timedelta(days=sign * -(-term.count // 24))
        months = {"maand": 1, "kwartaal": 3, "jaar": 12}[term.unit]
        return day + relativedelta(months=count * months)
    except (OverflowError, ValueError):
        return dt.date.max if sign > 0 else dt.date.min


@cache  # a pure function of the year
def holidays(year: int) -> frozenset[dt.date]:
    """The generally recognised holidays of art. 3 lid 1 Algemene termijnenwet, and Good Friday (lid 2).

    The monarch's birthday is celebrated on 27 April, until 2013 on 30 April, and a day earlier when that is a Sunday.
    """
    sunday = easter(year)
    birthday = dt.date(year, 4, 27 if year >= 2014 else 30)
    moving = {sunday + dt.timedelta(days=n) for n in (-2, 1, 39, 50)}
    birthday -= dt.timedelta(days=1 if birthday.weekday() == 6 else 0)
    fixed = {dt.date(year, 1, 1), dt.date(year, 5, 5), dt.date(year, 12, 25), dt.date(year, 12, 26)}
    return frozenset(moving | fixed | {birthday})


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
    """First day of the week, month, quarter or year that holds the day; the day itself for any other period."""
    if period == "week":
        return shift(day, Duration(day.weekday(), "dag"), -1)
    if period == "maand":
        return day.replace(day=1)
    if period == "kwartaal":
        return dt.date(day.year, 3 * ((day.month - 1) // 3) + 1, 1)
    return dt.date(day.year, 1, 1) if period == "jaar" else day


def last_day(day: dt.date, period: str) -> dt.date:
    """Last day of the week, month, quarter or year that holds the day; the day itself for any other period."""
    if period == "week":
        return shift(day, Duration(6 - day.weekday(), "dag"))
    month = {"maand": day.month, "kwartaal": 3 * ((day.month + 2) // 3), "jaar": 12}.get(period)
    return day if month is None else dt.date(day.year, month, monthrange(day.year, month)[1])


def whole_months(start: dt.date, end: dt.date) -> int:
    """Completed months between two days, negative when the second comes first.

    The month that began on a 31st is complete on the last day of a shorter month, as when a month is added.
    """
    if end < start:
        return -whole_months(end, start)
    gone = relativedelta(end, start)
    return gone.years * 12 + gone.months


def whole_years(start: dt.date, end: dt.date) -> int:
    """Completed years between two days, as an age is counted: who was born on 29 February turns a year older on
    1 March in a year without that day. Negative when the second comes first."""
    if end < start:
        return -whole_years(end, start)
    return end.year - start.year - ((end.month, end.day) < (start.month, start.day))
