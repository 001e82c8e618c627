# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""An invented law with a planted threshold is found, with the right pair, by an engine that has never heard of it; its
twin, which tapers instead of cutting off, stays silent."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import pytest

from samenloop.interaction import Conflict
from support.cases import book_with, household, look

INVENTED = Path(__file__).parent / "verzonnen"
HOME = "kale_huur: 600.00"


def conflicts(law: str, burden: str) -> list[Conflict]:
    rules = book_with(INVENTED / law)
    house = household(
        "ondiep-huurgrens", ("kale_huur: 712.00", f"kale_huur: 600.00, andere_lasten: {burden}"), rules=rules
    )
    _, found = look(house, rules)
    return list(found.conflicts)


def test_the_planted_threshold_is_found_with_its_pair() -> None:
    (conflict,) = conflicts("drempel", "141.00")
    assert conflict.kind == "drempel"
    assert set(conflict.regimes) == {"kwijtschelding", "energie"}
    assert conflict.loss.exact == Fraction(60)
    assert conflict.threshold is not None
    assert conflict.threshold.excess == Fraction(1)
    assert conflict.threshold.fact_at_limit == Fraction(140)
    assert conflict.certain


def test_one_cent_over_is_found_and_the_limit_itself_is_not() -> None:
    (conflict,) = conflicts("drempel", "140.01")
    assert conflict.threshold is not None
    assert conflict.threshold.excess == Fraction(1, 100)
    assert conflicts("drempel", "140.00") == []


def test_excess_over_five_percent_is_no_threshold() -> None:
    assert len(conflicts("drempel", "147.00")) == 1
    assert conflicts("drempel", "147.01") == []


@pytest.mark.parametrize("burden", ["139.99", "140.00", "140.01", "141.00", "146.00"])
def test_the_harmless_twin_stays_silent(burden: str) -> None:
    assert conflicts("tweeling", burden) == []
