# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""How old a person is on a day, from what the file says about age: never more exact than that.

A person reaches an age at the start of the birthday; who was born on 29 February does so on 1 March in a year without
that day.
"""

from __future__ import annotations

import calendar
from datetime import date, timedelta

from samenloop.domain.people import Person
from samenloop.domain.values import UNKNOWN, Day, Range, Unknown


def age_on(person: Person, peildatum: date, day: date) -> int | Range[int] | Unknown | None:
    """The age of a person on ``day``; ``leeftijd`` and ``dagen_tot_verjaardag`` count on ``peildatum``.

    A number when it is certain, a range when the birthday matters and is not known, :data:`UNKNOWN` when somebody asked
    and nobody knows, ``None`` when nobody asked. Never below 0.
    """
    if isinstance(person.geboortemaand, Day):
        births = _births(person, person.geboortemaand, peildatum)
        return _span(_years(births.last, day), _years(births.first, day))
    age = person.leeftijd
    if isinstance(age, int):
        age = Range(age, age)
    if not isinstance(age, Range):
        return UNKNOWN if UNKNOWN in (age, person.geboortemaand) else None
    low, high = _birthdays_between(person, peildatum, day)
    return _span(None if age.low is None else age.low + low, None if age.high is None else age.high + high)


def day_of_age(person: Person, peildatum: date, age: int) -> Day | Unknown | None:
    """The day on which a person reaches an age, in the past or to come; a span of days when it is not known exactly.

    :data:`UNKNOWN` when the file knows too little for a first and a last day, ``None`` when nobody asked.
    """
    if isinstance(person.geboortemaand, Day):
        births = _births(person, person.geboortemaand, peildatum)
        return Day(*(_anniversary(born, born.year + age) for born in (births.first, births.last)))
    now = person.leeftijd
    if isinstance(now, int):
        now = Range(now, now)
    if not isinstance(now, Range):
        return UNKNOWN if UNKNOWN in (now, person.geboortemaand) else None
    if now.low is None or now.high is None:
        return UNKNOWN
    coming = _next_birthday(person, peildatum)
    first = _anniversary(coming.first, coming.first.year + age - now.high - 1)
    if _perhaps_leap(coming.first) and calendar.isleap(first.year):
        first = date(first.year, 2, 29)
    return Day(first, _anniversary(coming.last, coming.last.year + age - now.low - 1))


def _next_birthday(person: Person, peildatum: date) -> Day:
    """The first birthday after ``peildatum``; any day of the coming year when ``dagen_tot_verjaardag`` says nothing."""
    left = person.dagen_tot_verjaardag
    if isinstance(left, int):
        left = Range(left, left)
    again = _anniversary(peildatum, peildatum.year + 1)
    if isinstance(left, Range) and left.high == 0:  # today is the birthday
        return Day(again, again)
    if isinstance(left, Range) and left.low:
        return Day(*(min(peildatum + timedelta(days), again) for days in (left.low, left.high or 365)))
    return Day(peildatum + timedelta(1), again)


def _births(person: Person, month: Day, peildatum: date) -> Day:
    """The days on which this person can be born."""
    if not isinstance(person.dagen_tot_verjaardag, int):
        return month
    birthday = peildatum + timedelta(person.dagen_tot_verjaardag)
    if (birthday.month, birthday.day) == (3, 1) and month.last.day == 29:
        return Day(month.last, month.last)
    if birthday.month != month.first.month or birthday.day > month.last.day:
        return month
    born = month.first.replace(day=birthday.day)
    return Day(born, born)


def _birthdays_between(person: Person, peildatum: date, day: date) -> tuple[int, int]:
    """The fewest and the most birthdays from ``peildatum`` (not counted) to ``day``; negative for an earlier day."""
    coming = _next_birthday(person, peildatum)
    birthdays = [coming.first, coming.last]
    if _perhaps_leap(coming.first):
        birthdays.append(date(2000, 2, 29))
    counts = [_years(birthday, day) - _years(birthday, peildatum) for birthday in birthdays]
    return min(counts), max(counts)


def _perhaps_leap(birthday: date) -> bool:
    """Whether who has this birthday may be born on 29 February."""
    return (birthday.month, birthday.day) == (3, 1) and not calendar.isleap(birthday.year)


def _years(born: date, day: date) -> int:
    """Full years from a birth to a day."""
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))


def _anniversary(day: date, year: int) -> date:
    """The same day in another year; 1 March for 29 February."""
    try:
        return day.replace(year=year)
    except ValueError:
        return date(year, 3, 1)


def _span(low: int | None, high: int | None) -> int | Range[int]:
    """One number, or a range; never below 0."""
    low, high = (None if low is None else max(low, 0)), (None if high is None else max(high, 0))
    return low if low is not None and low == high else Range(low, high)
