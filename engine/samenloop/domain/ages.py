# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""How old a person is on a day, from what the file says about age: never more exact than that.

A person reaches an age at the start of the birthday; who was born on 29 February does so on 1 March in a year without
that day. The answers are found by going over every birthday that fits what is known.
"""

from __future__ import annotations

from datetime import date, timedelta
from functools import lru_cache

from samenloop.domain.people import Person
from samenloop.domain.values import UNKNOWN, Day, Range, Unknown

_LEAP_YEAR = tuple(date(2000, 1, 1) + timedelta(days) for days in range(366))
"""Every birthday there is, as a day of a year that has all of them."""
_ANY = (0, 366)


def age_on(person: Person, peildatum: date, day: date) -> int | Range[int] | Unknown | None:
    """The age of a person on ``day``; ``leeftijd`` and ``dagen_tot_verjaardag`` count on ``peildatum``.

    A number when it is certain, a range when the birthday matters and is not known, :data:`UNKNOWN` when somebody asked
    and nobody knows, ``None`` when nobody asked. Never below 0.
    """
    left = _left_of(person)
    if isinstance(person.geboortemaand, Day):
        ages = [full_years(born, day) for born in _births(person.geboortemaand, left, peildatum)]
        return _span(min(ages), max(ages))
    known = _known_age(person)
    if not isinstance(known, Range):
        return known
    fewest, most = _birthdays_between(left, peildatum, day)
    return _span(
        None if known.low is None else known.low + fewest,
        None if known.high is None else known.high + most,
    )


def day_of_age(person: Person, peildatum: date, age: int) -> Day | Unknown | None:
    """The day on which a person reaches an age, in the past or to come; a span of days when it is not known exactly.

    :data:`UNKNOWN` when the file knows too little for a first and a last day, ``None`` when nobody asked.
    """
    left = _left_of(person)
    if isinstance(person.geboortemaand, Day):
        days = [anniversary(born, born.year + age) for born in _births(person.geboortemaand, left, peildatum)]
        return Day(min(days), max(days))
    known = _known_age(person)
    if not isinstance(known, Range):
        return known
    if known.low is None or known.high is None:
        return UNKNOWN
    days = [
        anniversary(birthday, last_birthday_year + age - now)
        for birthday in _birthdays(left, peildatum)
        for last_birthday_year in (peildatum.year - (anniversary(birthday, peildatum.year) > peildatum),)
        for now in (known.low, known.high)
    ]
    return Day(min(days), max(days))


def birthday_fits(birthday: date, left: tuple[int, int], peildatum: date) -> bool:
    """Whether a birthday comes within so many days (both included) after ``peildatum``; 0 is that day itself."""
    coming = anniversary(birthday, peildatum.year)
    if coming < peildatum:
        coming = anniversary(birthday, peildatum.year + 1)
    return left[0] <= (coming - peildatum).days <= left[1]


def full_years(born: date, day: date) -> int:
    """Full years from a birth to a day."""
    return day.year - born.year - (day < anniversary(born, day.year))


def anniversary(day: date, year: int) -> date:
    """The same day in another year; 1 March for 29 February."""
    try:
        return day.replace(year=year)
    except ValueError:
        return date(year, 3, 1)


def _known_age(person: Person) -> Range[int] | Unknown | None:
    age = person.leeftijd
    if isinstance(age, int):
        return Range(age, age)
    if age is None and person.geboortemaand is UNKNOWN:
        return UNKNOWN
    return age


def _left_of(person: Person) -> tuple[int, int]:
    """The fewest and the most days until the birthday."""
    left = person.dagen_tot_verjaardag
    if isinstance(left, int):
        return left, left
    if isinstance(left, Range):
        return (_ANY[0] if left.low is None else left.low), (_ANY[1] if left.high is None else left.high)
    return _ANY


@lru_cache(maxsize=1024)
def _birthdays(left: tuple[int, int], peildatum: date) -> tuple[date, ...]:
    """Every birthday that fits; all of them when none does."""
    return tuple(birthday for birthday in _LEAP_YEAR if birthday_fits(birthday, left, peildatum)) or _LEAP_YEAR


def _births(month: Day, left: tuple[int, int], peildatum: date) -> list[date]:
    """Every day of birth in the month that fits."""
    days = [month.first + timedelta(days) for days in range((month.last - month.first).days + 1)]
    return [day for day in days if birthday_fits(day, left, peildatum)] or days


@lru_cache(maxsize=4096)
def _birthdays_between(left: tuple[int, int], peildatum: date, day: date) -> tuple[int, int]:
    """The fewest and the most birthdays from ``peildatum`` (not counted) to ``day``; negative for an earlier day."""
    counts = [full_years(one, day) - full_years(one, peildatum) for one in _birthdays(left, peildatum)]
    return min(counts), max(counts)


def _span(low: int | None, high: int | None) -> int | Range[int]:
    """One number, or a range; never below 0."""
    low, high = (None if low is None else max(low, 0)), (None if high is None else max(high, 0))
    return low if low is not None and low == high else Range(low, high)
