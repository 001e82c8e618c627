# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""Age on a day, held against the age of somebody whose day of birth is known."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from samenloop.domain import UNKNOWN, Day, Loaded, Person, Range, age_on, day_of_age

DAYS = st.dates(date(2010, 1, 1), date(2030, 12, 31))
BIRTHS = st.dates(date(1930, 1, 1), date(2029, 12, 31))


def birthday(born: date, year: int) -> date:
    try:
        return date(year, born.month, born.day)
    except ValueError:
        return date(year, 3, 1)


def age(born: date, day: date) -> int:
    return day.year - born.year - (day < birthday(born, day.year))


def days_left(born: date, peildatum: date) -> int:
    this, coming = birthday(born, peildatum.year), birthday(born, peildatum.year + 1)
    return ((this if this >= peildatum else coming) - peildatum).days


def month_of(day: date) -> Day:
    first = day.replace(day=1)
    return Day(first, (first + timedelta(31)).replace(day=1) - timedelta(1))


def person(**known: object) -> Person:
    return Person.model_construct(id="a", **known)


def contains(found: object, value: int) -> bool:
    if isinstance(found, Range):
        return (found.low is None or found.low <= value) and (found.high is None or value <= found.high)
    return found == value


LEAP = date(2000, 2, 29)


@given(BIRTHS, DAYS, DAYS)
@example(LEAP, date(2018, 2, 28), date(2020, 2, 29))
@example(LEAP, date(2018, 2, 1), date(2020, 2, 29))
@example(LEAP, date(2020, 2, 29), date(2021, 2, 28))
@example(date(2000, 3, 1), date(2018, 2, 28), date(2020, 2, 29))
def test_never_more_exact_than_what_is_known(born: date, peildatum: date, day: date) -> None:
    assume(born <= peildatum and born <= day)
    now, left, true = age(born, peildatum), days_left(born, peildatum), age(born, day)
    assume(left <= 365)
    by_age = age_on(person(leeftijd=now), peildatum, day)
    by_birthday = age_on(person(leeftijd=now, dagen_tot_verjaardag=left), peildatum, day)
    by_month = age_on(person(geboortemaand=month_of(born)), peildatum, day)
    by_both = age_on(person(geboortemaand=month_of(born), dagen_tot_verjaardag=left), peildatum, day)
    by_range = age_on(person(leeftijd=Range(now - 1, now + 2)), peildatum, day)
    for found in (by_age, by_birthday, by_month, by_both, by_range):
        assert contains(found, true)
    assert isinstance(by_both, int)
    turns = peildatum + timedelta(left)
    if (turns.month, turns.day) != (3, 1):
        assert isinstance(by_birthday, int)
    for found in (by_age, by_month):
        assert isinstance(found, int) or (
            isinstance(found, Range) and found.low is not None and found.high == found.low + 1
        )


@given(BIRTHS, DAYS, st.integers(0, 90))
@example(LEAP, date(2018, 2, 28), 20)
@example(LEAP, date(2018, 2, 1), 24)
def test_the_day_of_an_age(born: date, peildatum: date, wanted: int) -> None:
    assume(born <= peildatum)
    now, left = age(born, peildatum), days_left(born, peildatum)
    assume(left <= 365)
    true = birthday(born, born.year + wanted)
    for known in (
        {"leeftijd": now},
        {"leeftijd": now, "dagen_tot_verjaardag": left},
        {"leeftijd": now, "dagen_tot_verjaardag": Range(max(left - 3, 0), min(left + 3, 365))},
        {"leeftijd": Range(now - 1, now + 1)},
        {"geboortemaand": month_of(born)},
        {"geboortemaand": month_of(born), "dagen_tot_verjaardag": left},
    ):
        found = day_of_age(person(**known), peildatum, wanted)
        assert isinstance(found, Day) and found.first <= true <= found.last
        if "dagen_tot_verjaardag" in known and isinstance(left, int) and "geboortemaand" in known:
            assert found.exact


def test_a_number_of_days_that_no_birthday_has_says_nothing() -> None:
    one = person(leeftijd=30, dagen_tot_verjaardag=365)
    assert age_on(one, date(2019, 3, 1), date(2019, 9, 1)) == Range(30, 31)


def test_three_days_before_the_eighteenth(person: Callable[[str], Loaded]) -> None:  # the fixture
    house = person("leeftijd: 17, dagen_tot_verjaardag: 3").household
    assert house.age_on("a", date(2018, 4, 1)) == 17
    assert house.age_on("a", date(2018, 4, 3)) == 17
    assert house.age_on("a", date(2018, 4, 4)) == 18
    assert day_of_age(house.person("a"), house.peildatum, 18) == Day(date(2018, 4, 4), date(2018, 4, 4))


def test_a_birthday_today_counts(person: Callable[[str], Loaded]) -> None:
    house = person("leeftijd: 18, dagen_tot_verjaardag: 0").household
    assert [house.age_on("a", date(2018, 4, d)) for d in (1, 2)] == [18, 18]
    assert house.age_on("a", date(2018, 3, 31)) == 17 and house.age_on("a", date(2019, 4, 1)) == 19


def test_an_unknown_birthday_lies_within_a_year(person: Callable[[str], Loaded]) -> None:
    house = person("leeftijd: 17").household
    assert house.age_on("a", date(2018, 4, 1)) == 17
    assert house.age_on("a", date(2018, 4, 2)) == Range(17, 18)
    assert house.age_on("a", date(2019, 4, 1)) == 18
    assert day_of_age(house.person("a"), house.peildatum, 18) == Day(date(2018, 4, 2), date(2019, 4, 1))


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        ("aanvrager: true", None),
        ("leeftijd: onbekend", UNKNOWN),
        ("geboortemaand: onbekend", UNKNOWN),
        ("leeftijd: {tot: 17}", Range(None, 17)),
        ("leeftijd: {van: 68}", Range(68, None)),
        ("geboortemaand: 2018-03", 0),
        ("geboortemaand: 2017-04", Range(0, 1)),
    ],
)
def test_what_is_open_stays_open(more: str, expected: object, person: Callable[[str], Loaded]) -> None:
    house = person(more).household
    assert house.age_on("a", house.peildatum) == expected
    if not isinstance(expected, int | Range):
        assert day_of_age(house.person("a"), house.peildatum, 18) is expected
    elif isinstance(expected, Range) and None in (expected.low, expected.high):
        assert day_of_age(house.person("a"), house.peildatum, 18) is UNKNOWN
