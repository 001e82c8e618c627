# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""Severity is measured against the household's own norm; a roof under threat is grave whatever the amount."""

from __future__ import annotations

from fractions import Fraction

import pytest

from samenloop.evaluation import Assessment
from samenloop.interaction.severity import severity, yardstick
from samenloop.language import values
from samenloop.language.values import Value
from support.cases import household, look

NORM_2018 = Fraction("992.12")


def calm() -> Assessment:
    return look(household("gewone-alleenstaande-bijstand-2018"))[0]


def test_the_yardstick_is_the_norm_of_these_people() -> None:
    assert yardstick(calm(), ("inwoner",)) == NORM_2018


@pytest.mark.parametrize(
    ("loss", "expected"),
    [
        (NORM_2018 * Fraction(1, 10), "hoog"),
        (NORM_2018 * Fraction(1, 10) - Fraction(1, 100), "midden"),
        (NORM_2018 * Fraction(1, 20), "midden"),
        (NORM_2018 * Fraction(1, 20) - Fraction(1, 100), "laag"),
    ],
)
def test_both_sides_of_ten_and_five_percent(loss: Fraction, expected: str) -> None:
    assert severity(calm(), Value(exact=loss), ("inwoner",), ("woonlasten",))[0] == expected


def test_a_threatened_roof_is_grave_when_the_lost_right_pays_for_it() -> None:
    assessment, _ = look(household("ondiep-huurgrens"))
    small = Value(exact=Fraction(30))
    assert severity(assessment, small, ("mevrouw",), ("woonlasten",))[0] == "hoog"
    assert severity(assessment, small, ("mevrouw",), ("zorgverzekering",))[0] == "laag"


def test_without_a_known_norm_it_is_middling() -> None:
    assessment, _ = look(household("half-onbekend"))
    assert severity(assessment, Value(exact=Fraction(500)), ("meneer",), ("woonlasten",))[0] == "midden"


def test_a_range_counts_at_its_low_end() -> None:
    loss = values.between(Fraction(0), Fraction(500))
    assert severity(calm(), loss, ("inwoner",), ())[0] == "laag"
