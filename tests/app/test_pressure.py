# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""Marginal pressure: what is left of more wage.

The published lists of `tests/stories/test_household_chain.py` are about one household at several wages: the difference
of two rows is what an allowance takes. The first bracket of 2025 is 35.82 %, the general credit falls by 6.337 % and
the credit for work rises by 2.258 % of the wage at these incomes (Belastingdienst, tarieven en heffingskortingen 2025).
"""

from __future__ import annotations

from fractions import Fraction

import pytest

from samenloop.app.pressure import pressure
from samenloop.domain import Household
from samenloop.errors import InputError
from samenloop.report.pressure import Pressure, render
from support.cases import book
from support.taxed import gross, taxed

DAY = "2025-01-15"


def single(*income: str, yearly: int) -> Household:
    return taxed(DAY, *income, age=27, yearly=f"{yearly}.00", rent="900.00")


def part(found: Pressure, name: str) -> Fraction:
    (one,) = [part.change.exact for part in found.parts if part.name.lower() == name]
    assert isinstance(one, Fraction)
    return one


@pytest.mark.parametrize(("yearly", "rent", "care"), [(28000, 378 - 299, 131 - 101), (31000, 299 - 215, 101 - 67),
                                                      (34000, 215 - 153, 67 - 33)])  # fmt: skip
def test_what_the_published_allowances_take_of_250_more(yearly: int, rent: int, care: int) -> None:
    """Payments are whole euros: each difference is known within one."""
    found = pressure(single(gross("loon", Fraction(yearly, 12)), yearly=yearly), book(), Fraction(250))
    assert abs(part(found, "huurtoeslag") + rent) <= 1
    assert abs(part(found, "zorgtoeslag") + care) <= 1


def test_what_tax_takes() -> None:
    found = pressure(single(gross("loon", Fraction(31000, 12)), yearly=31000), book(), Fraction(100))
    kept = part(found, "loon uit werk in loondienst")
    assert abs(kept - 100 * (1 - Fraction("0.3582") - Fraction("0.06337") + Fraction("0.02258"))) < Fraction("0.05")


def test_the_parts_are_all_of_it_and_are_told() -> None:
    found = pressure(single(gross("loon", Fraction(31000, 12)), yearly=31000), book(), Fraction(100))
    assert found.kept.exact == sum((p.change.exact for p in found.parts), Fraction(0))
    assert found.share is not None
    assert Fraction(80, 100) < found.share < Fraction(90, 100)
    text = render(found)
    assert "houdt over" in text
    assert "Marginale druk: 8" in text


def test_what_the_file_says_is_left_does_not_blur_it() -> None:
    told = gross("loon", Fraction(31000, 12), more=", netto: 2000.00")
    one, other = (
        pressure(single(entry, yearly=31000), book(), Fraction(100)).kept.exact
        for entry in (told, gross("loon", Fraction(31000, 12)))
    )
    assert one == other


def test_somebody_without_income_starts_to_work() -> None:
    """Below the assistance norm every euro of wage that counts is taken off assistance."""
    found = pressure(single(yearly=16000), book(), Fraction(500), "hij")
    assert part(found, "algemene bijstand") < -400
    assert found.share is not None
    assert found.share > Fraction(9, 10)


def test_what_cannot_be_asked() -> None:
    for household, who in ((single(yearly=0), None), (single(yearly=0), "niemand")):
        with pytest.raises(InputError) as wrong:
            pressure(household, book(), Fraction(100), who)
        assert wrong.value.problems[0].code == "A060"
    person = single(yearly=0).personen[0].model_copy(update={"inkomen": None})
    with pytest.raises(InputError):
        pressure(single(yearly=0).model_copy(update={"personen": (person,)}), book(), Fraction(100), "hij")


def test_what_is_not_known_is_told_as_not_known() -> None:
    house = single(gross("loon", "2000.00"), "{soort: winst, bedrag: 100.00, per: maand, bruto: true}", yearly=24000)
    found = pressure(house, book(), Fraction(100))
    assert found.share is None
    assert "niet bekend" in render(found)
