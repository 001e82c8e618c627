# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""Numbers as people and programs read them."""

from __future__ import annotations

import datetime as dt
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samenloop.report import money

AMOUNTS = st.fractions(min_value=-(10**7), max_value=10**7, max_denominator=10**4)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (Fraction(1250), "1250.00"),
        (Fraction(35459, 100), "354.59"),
        (Fraction(5, 1000), "0.01"),
        (Fraction(4999, 10**6), "0.00"),
        (Fraction(-5, 1000), "-0.01"),
        (Fraction(-1, 1000), "0.00"),
        (Fraction(2, 3), "0.67"),
    ],
)
def test_an_amount_has_two_decimals_and_half_a_cent_goes_up(value: Fraction, text: str) -> None:
    assert money.money(value) == text


@given(AMOUNTS)
def test_rounding_agrees_with_the_decimal_library(value: Fraction) -> None:
    exact = Decimal(value.numerator) / Decimal(value.denominator)
    wanted = exact.quantize(Decimal("0.01"), ROUND_HALF_UP)
    assert Decimal(money.money(value)) == wanted
    assert not money.money(value).startswith("-0.00")


@pytest.mark.parametrize(
    ("text", "dutch"),
    [
        ("1250.00", "€\u00a01.250,00"),
        ("-12.30", "-€\u00a012,30"),
        ("0.05", "€\u00a00,05"),
        ("1234567.89", "€\u00a01.234.567,89"),
    ],
)
def test_money_is_written_the_dutch_way(text: str, dutch: str) -> None:
    assert money.euro(text) == dutch


@given(AMOUNTS)
def test_the_dutch_way_says_the_same_number(value: Fraction) -> None:
    shown = money.euros(value).replace("€\u00a0", "").replace(".", "").replace(",", ".")
    assert shown == money.money(value)


@pytest.mark.parametrize(
    ("value", "text"),
    [(Fraction(1, 2), "0,5"), (Fraction(12345), "12.345"), (Fraction(1, 3), "0,33"), (Fraction(-7, 4), "-1,75")],
)
def test_a_number_has_no_needless_zeros(value: Fraction, text: str) -> None:
    assert money.number(value) == text


@pytest.mark.parametrize(
    ("share", "text"),
    [
        (Fraction(69, 1000), "6,9\u00a0%"),
        (Fraction(5, 100), "5\u00a0%"),
        (Fraction(1, 71068), "0,001\u00a0%"),
        (Fraction(0), "0\u00a0%"),
    ],
)
def test_a_share_is_a_percentage_and_a_small_one_is_not_nothing(share: Fraction, text: str) -> None:
    assert money.percent(share) == text


def test_a_percentage_of_the_report_that_rounds_to_nothing_is_not_called_nothing() -> None:
    assert money.percent_text("0.19") == "0,19\u00a0%"
    assert money.percent_text("0.00") == "minder dan 0,01\u00a0%"


def test_days_are_written_out_and_short() -> None:
    day = dt.date(2018, 4, 1)
    assert money.day(day) == "1 april 2018"
    assert money.short_day(day) == "01-04-2018"


@pytest.mark.parametrize(
    ("unit", "text"),
    [("eur/maand", "per maand"), ("eur", ""), ("eur/vier_weken", "per vier weken"), ("jaar", "per jaar")],
)
def test_a_money_unit_is_a_period(unit: str, text: str) -> None:
    assert money.per(unit) == text
