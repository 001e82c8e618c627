# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""Days, terms and ages. The holidays are checked against a table made by hand from the almanac."""

from __future__ import annotations

import datetime as dt
from calendar import isleap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samenloop.language import calendar, parse_duration

day = dt.date.fromisoformat

# New year, Good Friday, Easter Monday, the monarch's birthday, 5 May, Ascension Day, Whit Monday, Christmas twice.
HOLIDAYS = {
    2013: "01-01 03-29 04-01 04-30 05-05 05-09 05-20 12-25 12-26",
    2014: "01-01 04-18 04-21 04-26 05-05 05-29 06-09 12-25 12-26",  # 27 April is a Sunday
    2018: "01-01 03-30 04-02 04-27 05-05 05-10 05-21 12-25 12-26",
    2024: "01-01 03-29 04-01 04-27 05-05 05-09 05-20 12-25 12-26",
    2025: "01-01 04-18 04-21 04-26 05-05 05-29 06-09 12-25 12-26",  # 27 April is a Sunday
    2026: "01-01 04-03 04-06 04-27 05-05 05-14 05-25 12-25 12-26",
}


@pytest.mark.parametrize("year", HOLIDAYS)
def test_holidays(year: int) -> None:
    assert calendar.holidays(year) == {day(f"{year}-{rest}") for rest in HOLIDAYS[year].split()}


def test_two_holidays_can_fall_on_one_day() -> None:
    assert calendar.holidays(2016) >= {day("2016-05-05")}  # Ascension Day and 5 May
    assert len(calendar.holidays(2016)) == 8


def test_easter_itself_and_days_people_only_think_free_are_no_holidays_of_the_law() -> None:
    for text in ("2018-04-01", "2018-05-11", "2018-12-24", "2018-12-31", "2018-05-04"):
        assert day(text) not in calendar.holidays(2018)


@pytest.mark.parametrize(
    ("start", "term", "end"),
    [
        ("2018-03-28", "1 werkdag", "2018-03-29"),
        ("2018-03-29", "1 werkdag", "2018-04-03"),  # over Good Friday, the weekend and Easter Monday
        ("2018-03-29", "2 werkdagen", "2018-04-04"),
        ("2018-03-31", "1 werkdag", "2018-04-03"),
        ("2018-04-26", "1 werkdag", "2018-04-30"),
        ("2018-05-04", "3 werkdagen", "2018-05-09"),  # 5 May is a Saturday
        ("2018-05-09", "1 werkdag", "2018-05-11"),
        ("2018-12-24", "2 werkdagen", "2018-12-28"),
        ("2018-12-31", "1 werkdag", "2019-01-02"),
        ("2025-04-25", "1 werkdag", "2025-04-28"),  # the monarch's birthday on Saturday the 26th
        ("2025-05-02", "1 werkdag", "2025-05-06"),
        ("2026-04-24", "1 werkdag", "2026-04-28"),
        ("2018-04-03", "0 werkdagen", "2018-04-03"),
    ],
)
def test_working_days(start: str, term: str, end: str) -> None:
    assert calendar.shift(day(start), parse_duration(term)) == day(end)


@pytest.mark.parametrize(
    ("start", "term", "end"),
    [
        ("2018-04-03", "1 werkdag", "2018-03-29"),
        ("2018-04-01", "1 werkdag", "2018-03-29"),
        ("2019-01-02", "1 werkdag", "2018-12-31"),
        ("2018-03-31", "1 maand", "2018-02-28"),
        ("2024-03-31", "1 maand", "2024-02-29"),
        ("2024-02-29", "1 jaar", "2023-02-28"),
        ("2018-01-10", "2 weken", "2017-12-27"),
        ("2018-01-10", "25 uur", "2018-01-08"),
        ("2018-05-31", "1 kwartaal", "2018-02-28"),
    ],
)
def test_backwards(start: str, term: str, end: str) -> None:
    assert calendar.shift(day(start), parse_duration(term), -1) == day(end)


@pytest.mark.parametrize(
    ("start", "term", "end"),
    [
        ("2018-01-31", "1 maand", "2018-02-28"),
        ("2024-01-31", "1 maand", "2024-02-29"),
        ("2018-01-31", "2 maanden", "2018-03-31"),
        ("2018-03-31", "1 maand", "2018-04-30"),
        ("2018-01-30", "1 maand", "2018-02-28"),
        ("2018-11-30", "1 kwartaal", "2019-02-28"),
        ("2024-02-29", "1 jaar", "2025-02-28"),
        ("2024-02-29", "4 jaar", "2028-02-29"),
        ("2018-12-31", "1 dag", "2019-01-01"),
        ("2018-02-27", "4 weken", "2018-03-27"),
        ("2018-02-27", "24 uur", "2018-02-28"),
        ("2018-02-27", "25 uur", "2018-03-01"),
        ("2018-02-27", "0 dagen", "2018-02-27"),
    ],
)
def test_terms(start: str, term: str, end: str) -> None:
    assert calendar.shift(day(start), parse_duration(term)) == day(end)


@pytest.mark.parametrize("unit", ["werkdagen", "dagen", "weken", "maanden", "kwartalen", "jaren", "uren"])
def test_the_calendar_has_an_end_and_says_so_without_failing(unit: str) -> None:
    far = parse_duration(f"99999 {unit}")
    assert calendar.shift(day("9999-12-30"), far) == dt.date.max
    assert calendar.shift(day("0001-01-02"), far, -1) == dt.date.min
    assert dt.date.min < calendar.shift(day("2018-04-01"), parse_duration(f"9 {unit}"), -1) < day("2018-04-01")


@pytest.mark.parametrize("period", ["week", "maand", "kwartaal", "jaar"])
@pytest.mark.parametrize("edge", [dt.date.min, dt.date.max])
def test_periods_at_the_ends_of_the_calendar(period: str, edge: dt.date) -> None:
    assert calendar.first_day(edge, period) <= edge <= calendar.last_day(edge, period)


@pytest.mark.parametrize(
    ("text", "period", "first", "last"),
    [
        ("2018-04-01", "week", "2018-03-26", "2018-04-01"),
        ("2018-04-02", "week", "2018-04-02", "2018-04-08"),
        ("2018-02-14", "maand", "2018-02-01", "2018-02-28"),
        ("2024-02-29", "maand", "2024-02-01", "2024-02-29"),
        ("2018-12-31", "maand", "2018-12-01", "2018-12-31"),
        ("2018-03-31", "kwartaal", "2018-01-01", "2018-03-31"),
        ("2018-04-01", "kwartaal", "2018-04-01", "2018-06-30"),
        ("2018-11-05", "kwartaal", "2018-10-01", "2018-12-31"),
        ("2018-07-05", "jaar", "2018-01-01", "2018-12-31"),
        ("2018-07-05", "dag", "2018-07-05", "2018-07-05"),
    ],
)
def test_first_and_last_days(text: str, period: str, first: str, last: str) -> None:
    assert calendar.first_day(day(text), period) == day(first)
    assert calendar.last_day(day(text), period) == day(last)


@pytest.mark.parametrize(
    ("start", "end", "years", "months"),
    [
        ("2000-04-01", "2018-03-31", 17, 215),
        ("2000-04-01", "2018-04-01", 18, 216),
        ("2000-04-01", "2018-04-02", 18, 216),
        ("2000-04-01", "2000-04-01", 0, 0),
        ("2000-02-29", "2018-02-28", 17, 216),  # an age on 1 March, a term on the last day
        ("2000-02-29", "2018-03-01", 18, 216),
        ("2000-02-29", "2020-02-28", 19, 239),
        ("2000-02-29", "2020-02-29", 20, 240),
        ("2017-12-31", "2018-01-01", 0, 0),
        ("2018-01-31", "2018-02-27", 0, 0),
        ("2018-01-31", "2018-02-28", 0, 1),
        ("2018-01-31", "2018-03-30", 0, 1),
        ("2018-03-31", "2018-04-30", 0, 1),
        ("2018-04-01", "2017-04-01", -1, -12),
        ("2018-04-01", "2017-04-02", 0, -11),
        ("2018-04-01", "2000-05-01", -17, -215),
    ],
)
def test_whole_years_and_months(start: str, end: str, years: int, months: int) -> None:
    assert calendar.whole_years(day(start), day(end)) == years
    assert calendar.whole_months(day(start), day(end)) == months


days = st.dates(dt.date(1900, 1, 1), dt.date(2100, 12, 31))
terms = st.builds(
    lambda count, unit: parse_duration(f"{count} {unit}"),
    st.integers(0, 60),
    st.sampled_from(["werkdagen", "dagen", "weken", "maanden", "kwartalen", "jaren", "uren"]),
)


@given(days, days, terms, st.sampled_from([1, -1]))
def test_a_later_day_plus_a_term_is_never_earlier(one: dt.date, other: dt.date, term: object, sign: int) -> None:
    early, late = sorted((one, other))
    assert calendar.shift(early, term, sign) <= calendar.shift(late, term, sign)  # type: ignore[arg-type]


@given(days, days, days)
def test_counting_keeps_the_order_of_days(one: dt.date, other: dt.date, third: dt.date) -> None:
    early, late = sorted((one, other))
    for count in (calendar.whole_years, calendar.whole_months):
        assert count(third, early) <= count(third, late)
        assert count(early, third) >= count(late, third)
        assert count(one, other) == -count(other, one)


@given(days, st.integers(0, 400))
def test_so_many_months_later_it_is_so_many_months(start: dt.date, months: int) -> None:
    assert calendar.whole_months(start, calendar.shift(start, parse_duration(f"{months} maanden"))) == months


@given(days, st.integers(1, 80))
def test_a_birthday_is_the_first_day_of_a_new_age(born: dt.date, years: int) -> None:
    leapling = (born.month, born.day) == (2, 29) and not isleap(born.year + years)
    birthday = dt.date(born.year + years, 3, 1) if leapling else born.replace(born.year + years)
    assert calendar.whole_years(born, birthday) == years
    assert calendar.whole_years(born, birthday - dt.timedelta(days=1)) == years - 1


@given(days, st.integers(1, 15))
def test_working_days_there_and_back(start: dt.date, count: int) -> None:
    term = parse_duration(f"{count} werkdagen")
    later = calendar.shift(start, term)
    assert calendar.is_working_day(later)
    between = [start + dt.timedelta(days=n) for n in range(1, (later - start).days + 1)]
    assert sum(map(calendar.is_working_day, between)) == count
    if calendar.is_working_day(start):
        assert calendar.shift(later, term, -1) == start
