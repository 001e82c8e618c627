# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""Numbers, amounts, days, ranges and unknowns are read exactly as written."""

from __future__ import annotations

import copy
import pickle
from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samenloop.domain import UNKNOWN, Day, Loaded, Range, Unknown, read_day
from samenloop.errors import Problem

Load = Callable[[str], Loaded]
HEAD = "schema: 1\nhuishouden: proef\npeildatum: 2018-04-01\npersonen: [{id: a}]\n"


def amount(load: Load, text: str) -> object:
    (debt,) = load(HEAD + f"schulden: [{{id: s, soort: huur, bedrag: {text}}}]\n").household.schulden or ()
    return debt.bedrag


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("0", Decimal(0)),
        ("0.10", Decimal("0.10")),
        ("712", Decimal(712)),
        ("712.5", Decimal("712.5")),
        ("'712.50'", Decimal("712.50")),
        ("4781.30", Decimal("4781.30")),
        ("{van: 0.10}", Range(Decimal("0.10"), None)),
        ("{tot: 3000}", Range(None, Decimal(3000))),
        ("{van: 1, tot: 1.00}", Range(Decimal(1), Decimal(1))),
        ("onbekend", UNKNOWN),
    ],
)
def test_amounts(load: Load, text: str, value: object) -> None:
    assert amount(load, text) == value


@given(st.decimals(0, Decimal("99999999.99"), places=2, allow_nan=False))
def test_an_amount_is_exact(load: Load, value: Decimal) -> None:
    assert amount(load, str(value)) == value


@pytest.mark.parametrize(
    "text",
    ["1e3", "1_000", "0x10", "012.50", ".50", "12.", "+5", "1.250.00", "€ 5", "5 euro", "true", "[5]", "NaN", "٣"],
)
def test_what_is_no_amount(problems: Callable[[str], list[Problem]], text: str) -> None:
    (one,) = problems(HEAD + f"schulden: [{{id: s, soort: huur, bedrag: {text}}}]\n")
    assert one.code == "H018"


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2018-04-01", date(2018, 4, 1), date(2018, 4, 1)),
        ("2018-02", date(2018, 2, 1), date(2018, 2, 28)),
        ("2016-02", date(2016, 2, 1), date(2016, 2, 29)),
        ("2018-12", date(2018, 12, 1), date(2018, 12, 31)),
        ("2018", date(2018, 1, 1), date(2018, 12, 31)),
        ("'2018'", date(2018, 1, 1), date(2018, 12, 31)),
    ],
)
def test_days(load: Load, text: str, first: date, last: date) -> None:
    (debt,) = load(HEAD + f"schulden: [{{id: s, soort: huur, ontstaan: {text}}}]\n").household.schulden or ()
    assert debt.ontstaan == Day(first, last)
    assert debt.ontstaan.exact == (first == last)


@given(st.dates(date(1800, 1, 1), date(2199, 12, 31)))
def test_every_day_is_read_back(day: date) -> None:
    assert read_day(day.isoformat()) == Day(day, day)
    month, year = read_day(f"{day:%Y-%m}"), read_day(day.year)
    assert month and year and year.first <= month.first <= day <= month.last <= year.last
    assert (month.first.day, (month.last.toordinal() - month.first.toordinal())) >= (1, 27)


@pytest.mark.parametrize(
    "text", ["2018-4-1", "01-04-2018", "2018-04-01T00:00", "18", "20180401", 12, True, None, 3.5, "２０１８"]
)
def test_what_is_no_day(text: object) -> None:
    assert read_day(text) is None


@pytest.mark.parametrize("text", ["2018-13", "2018-00", "2017-02-29", "2018-04-31"])
def test_days_of_no_calendar(text: str) -> None:
    with pytest.raises(ValueError):
        read_day(text)


def test_unknown_is_one_thing_and_decides_nothing() -> None:
    assert not UNKNOWN and UNKNOWN is not None and UNKNOWN != False  # noqa: E712
    assert Unknown("onbekend") is UNKNOWN and repr(UNKNOWN) == "UNKNOWN"
    assert copy.deepcopy(UNKNOWN) is UNKNOWN and pickle.loads(pickle.dumps(UNKNOWN)) is UNKNOWN  # noqa: S301


def test_a_household_survives_a_pickle(load: Load) -> None:
    house = load(
        HEAD + "schulden: [{id: s, soort: huur, bedrag: {van: 1}}]\noordelen: {pw.x: {oordeel: ja}}\n"
    ).household
    assert pickle.loads(pickle.dumps(house)) == house  # noqa: S301


def test_other_words_with_a_description(load: Load) -> None:
    house = load(HEAD + "kosten: [{soort: anders, omschrijving: een hekje}, {soort: school}]\n").household
    other, school = house.kosten or ()
    assert (other.soort, other.omschrijving, school.omschrijving) == ("anders", "een hekje", None)


def test_income_that_ends_may_be_followed_by_none(load: Load) -> None:
    text = HEAD.replace("{id: a}", "{id: a, inkomen: [{soort: loon, tot: 2018-03}, {soort: geen, van: 2018-04}]}")
    (one,) = load(text).household.personen
    assert [entry.soort for entry in one.income_entries() or ()] == ["loon"] and not one.says_no_income()
