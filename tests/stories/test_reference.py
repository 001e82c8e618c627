# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""The second working-out of the toeslagen (:mod:`support.reference`) gives the figures that were published."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

import pytest

from support.reference import (
    eur,
    factors,
    half_up,
    huurtoeslag,
    kinderbijslag,
    kindgebonden_budget,
    paid,
    shared,
    zorgtoeslag,
)


@pytest.mark.parametrize(
    ("year", "kind", "published"),
    [  # Regeling huurtoeslagparameters 2017 and 2018, Regeling huurtoeslaggrenzen 2023 (BWBR0047483) and 2025
        (2017, "een", ("0.000000702729", "0.002157297539")),
        (2018, "een", ("0.000000684366", "0.002171483654")),
        (2023, "een", ("0.000000474433", "0.002448638402")),
        (2023, "meer", ("0.000000279402", "0.001893212113")),
        (2025, "een", ("0.000000438698", "0.000446392665")),
        (2025, "meer", ("0.000000298184", "-0.001382497146")),
    ],
)
def test_the_reference_gives_the_published_factors(year: int, kind: str, published: tuple[str, str]) -> None:
    assert factors(year, kind) == (eur(published[0]), eur(published[1]))


@pytest.mark.parametrize(
    ("income", "amount"),
    [(22000, 498), (23500, 482), (25000, 449), (28000, 378), (31000, 299), (34000, 215), (37000, 153), (45000, 11)],
)
def test_the_reference_gives_the_published_housing_benefit_of_2025(income: int, amount: int) -> None:
    """metronieuws.nl, January 2025: trial calculations for one person with a rent of 900."""
    assert paid("huurtoeslag", huurtoeslag(2025, "900", income)) == amount


@pytest.mark.parametrize(
    ("people", "income", "amount"),
    [
        (1, 10000, 340), (1, 15000, 340), (1, 20000, 205), (1, 21950, 149), (2, 10000, 286), (2, 15000, 286),
        (2, 20000, 279), (2, 25000, 175), (2, 29800, 75),
    ],
)  # fmt: skip
def test_the_reference_gives_the_published_housing_benefit_of_2015(people: int, income: int, amount: int) -> None:
    """allesovertoeslagen.nl: the table of 2015 for the highest rent of 710.68, in whole euros."""
    assert abs(huurtoeslag(2015, "710.68", income, people=people) - amount) < 1


@pytest.mark.parametrize(
    ("rent", "income", "amount"),
    [
        ("879.66", 29293, 485),
        ("679.66", 29775, 396),
        ("479.66", 33775, 193),
        ("579.66", 40775, 90),
        ("879.66", 53775, 10),
    ],
)
def test_the_reference_gives_the_published_housing_benefit_of_2024(rent: str, income: int, amount: int) -> None:
    """boggouda.nl, two people with AOW, as computed in January 2024, when 34.67 and not yet 37.72 was taken off."""
    january = huurtoeslag(2024, rent, income, people=2, old=True) - (eur("37.72") - eur("34.67"))
    assert abs(january - amount) < 2, january


@pytest.mark.parametrize(
    ("year", "single", "partners"),
    [(2015, 26316, 32655), (2016, 27012, 33764), (2017, 27857, 35116), (2019, 29562, 37885), (2020, 30481, 38945),
     (2021, 31138, 39979), (2022, 31998, 40944), (2023, 38520, 48224), (2024, 37496, 47368), (2025, 39719, 50206), (2026, 40857, 51142)],
)  # fmt: skip
def test_the_reference_gives_the_published_income_limits_of_the_zorgtoeslag(
    year: int, single: int, partners: int
) -> None:
    """Dienst Toeslagen, highest income for zorgtoeslag: one euro more and the year's amount drops below 24."""
    for income, together in ((single, False), (partners, True)):
        assert paid("zorgtoeslag", zorgtoeslag(year, income, partners=together)) > 0
        assert paid("zorgtoeslag", zorgtoeslag(year, income + 1, partners=together)) == 0


@pytest.mark.parametrize(
    ("year", "income", "amount"),
    [  # consumentenbond.nl (2015), homero.com (2016), zorgwijzer.nl (2017); metronieuws.nl for 2024, 2025 and 2026
        (2015, 10000, 78), (2016, 19758, 83), (2017, 20109, 88),
        (2024, 20000, 123), (2025, 28000, 131), (2025, 29000, 124), (2025, 33000, 78), (2026, 29500, 129),
        (2026, 30000, 126), (2026, 34500, 74), (2026, 40500, 6),
    ],
)  # fmt: skip
def test_the_reference_gives_the_published_zorgtoeslag(year: int, income: int, amount: int) -> None:
    assert paid("zorgtoeslag", zorgtoeslag(year, income)) == amount


PUBLISHED: list[tuple[Callable[[], Fraction], str]] = [
    (lambda: 3 * kinderbijslag("2018-1", (5,)), "201.05"),  # hr-kiosk.nl
    (lambda: 3 * kinderbijslag("2018-1", (11,)), "244.13"),
    (lambda: 3 * kinderbijslag("2026-1", (5,)), "295.07"),  # slimgeldbeheer.nl
    (lambda: 3 * kinderbijslag("2026-1", (11,)), "358.30"),
    (lambda: 12 * kindgebonden_budget(2018, (4, 3, 2, 1), 0, partners=True), "2705"),  # riegman-klaverdijk.nl
    (lambda: 12 * kindgebonden_budget(2022, (4, 3, 2), 0, partners=True), "3327"),  # salarisxpert.nl
    (lambda: shared(eur("1834.04"), 3), "794.75"),  # velsen.nl, January 2024
    (lambda: shared(eur("1834.04"), 6), "672.48"),
]


@pytest.mark.parametrize(("worked", "published"), PUBLISHED)
def test_the_reference_gives_other_published_amounts(worked: Callable[[], Fraction], published: str) -> None:
    assert half_up(worked(), 2) == eur(published)
