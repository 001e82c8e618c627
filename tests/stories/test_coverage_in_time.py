# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""Time: a day outside coverage gets no number, and the day before a change of law is another day than the day after."""

from __future__ import annotations

import datetime as dt
from fractions import Fraction

import pytest

from samenloop.evaluation import AS_IT_IS, Assessment, evaluate_household
from support.cases import book, household


def on(day: str, name: str = "gewone-alleenstaande-bijstand") -> Assessment:
    house = household(name)
    return evaluate_household(house.model_copy(update={"peildatum": dt.date.fromisoformat(day)}), book())


@pytest.mark.parametrize("day", ["2027-01-01", "2027-06-01", "2035-01-01"])
def test_past_what_is_known_there_is_no_number(day: str) -> None:
    assessment = on(day)
    for entitlement in ("huurtoeslag", "zorgtoeslag", "algemene_bijstand"):
        for claim in assessment.claims_for(entitlement):
            assert not claim.right.is_true
            assert claim.amount is None or not claim.amount.is_known
    assert assessment.outside()


def test_before_the_first_rule_there_is_no_right_at_all() -> None:
    assert on("2014-12-31").claims == ()


def test_only_a_look_ahead_holds_the_last_amounts() -> None:
    house = household("gewone-alleenstaande-bijstand")
    ahead = evaluate_household(house, book(), AS_IT_IS.ahead(dt.date(2027, 2, 1)))
    (claim,) = ahead.claims_for("algemene_bijstand")
    assert claim.amount is not None
    assert claim.amount.exact == Fraction("1419.46")  # the norm from 2026-07-01, held


@pytest.mark.parametrize(
    ("before", "after", "entitlement"),
    [
        ("2018-06-30", "2018-07-01", "algemene_bijstand"),  # half-yearly norm
        ("2025-12-31", "2026-01-01", "huurtoeslag"),  # new system, new amounts
        ("2025-12-31", "2026-01-01", "zorgtoeslag"),
        ("2026-06-30", "2026-07-01", "algemene_bijstand"),
    ],
)
def test_the_day_before_differs_from_the_day_after(before: str, after: str, entitlement: str) -> None:
    (one,), (other,) = on(before).claims_for(entitlement), on(after).claims_for(entitlement)
    assert (one.right, one.amount) != (other.right, other.amount)


def test_the_rent_limit_is_an_entry_condition_until_the_last_day_of_2025() -> None:
    def right(day: str, rent: str) -> bool:
        house = household("gewone-alleenstaande-bijstand-2025", ("kale_huur: 615.00", f"kale_huur: {rent}"))
        moved = house.model_copy(update={"peildatum": dt.date.fromisoformat(day)})
        income = moved.personen[0].jaarinkomen
        assert isinstance(income, tuple)
        year = income[0].model_copy(update={"jaar": moved.peildatum.year})
        person = moved.personen[0].model_copy(update={"jaarinkomen": (year,)})
        moved = moved.model_copy(update={"personen": (person,)})
        (claim,) = evaluate_household(moved, book()).claims_for("huurtoeslag")
        return bool(claim.right.exact)

    assert not right("2025-12-31", "940.00")  # 940 plus 12 service costs, limit 900.07
    assert right("2026-01-01", "940.00")
    assert right("2025-12-31", "880.00")
