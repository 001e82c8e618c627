# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""From gross to what can be spent, against published figures.

* **Monthly tax tables** (Belastingdienst, witte maandtabellen, with credits), every year from 2015. They take the wage
  down to a step of 4.50, the tax of a year down to whole euros and every credit of a pensioner up to whole euros, part
  by part; the law does not. Together that is less than 0.75 a month. The tables of 2016 up to April used 40.15 %
  instead of 40.40 % in the second and third bracket: of that year only the first bracket is compared.
* **State pension** (SVB, gross and net): the engine is within two cents.
* **Pay slips** (ADP): what the same gross wage brings more than a year before. Two tables are subtracted: 1.00.
* **Wage, rent allowance and what is left** (nosnews.nl, January 2025, single tenant of 27, rent 900): to the euro.
"""

from __future__ import annotations

import datetime as dt
from fractions import Fraction
from itertools import pairwise

import pytest

from samenloop.evaluation import Assessment
from samenloop.language.values import Thing
from support.cases import look
from support.taxed import gross, taxed

TABLES: dict[tuple[int, str], list[tuple[str, str]]] = {
    # 2015
    (2015, "jong"): [
        ("1201.50", "152.58"),
        ("1800.00", "299.92"),
        ("2398.50", "565.17"),
        ("3199.50", "920.17"),
        ("4801.50", "1655.25"),
        ("7002.00", "2887.58"),
    ],
    (2015, "aow"): [("1800.00", "69.83"), ("3001.50", "483.92"), ("4801.50", "1274.00")],
    (2015, "voor_1946"): [("4401.00", "1089.42")],
    # 2016
    (2016, "jong"): [("801.00", "81.50"), ("1201.50", "116.92"), ("1602.00", "152.33")],
    (2016, "aow"): [("1602.00", "0.00")],
    (2016, "voor_1946"): [("1498.50", "0.00")],
    # 2017
    (2017, "jong"): [
        ("1201.50", "116.92"),
        ("1800.00", "213.58"),
        ("2398.50", "486.42"),
        ("3199.50", "869.42"),
        ("4801.50", "1657.33"),
        ("7002.00", "2830.25"),
    ],
    (2017, "aow"): [("1800.00", "3.92"), ("3001.50", "347.00"), ("4801.50", "1260.25")],
    (2017, "voor_1946"): [("4401.00", "1074.67")],
    # 2018
    (2018, "jong"): [
        ("1201.50", "120.58"),
        ("1800.00", "209.17"),
        ("2398.50", "481.67"),
        ("3199.50", "862.17"),
        ("4801.50", "1649.33"),
        ("7002.00", "2813.42"),
    ],
    (2018, "aow"): [("1800.00", "0.00"), ("3001.50", "329.92"), ("4801.50", "1253.50")],
    (2018, "voor_1946"): [("4401.00", "1066.75")],
    # 2019
    (2019, "jong"): [
        ("1201.50", "106.67"),
        ("1800.00", "176.58"),
        ("2398.50", "435.42"),
        ("3199.50", "803.33"),
        ("4801.50", "1592.33"),
        ("7002.00", "2785.92"),
    ],
    (2019, "aow"): [("1800.00", "0.00"), ("3001.50", "262.83"), ("4801.50", "1184.25")],
    (2019, "voor_1946"): [("4401.00", "1001.08")],
    # 2020
    (2020, "jong"): [
        ("1201.50", "91.58"),
        ("1800.00", "150.67"),
        ("2398.50", "398.17"),
        ("3199.50", "751.42"),
        ("4801.50", "1536.75"),
        ("7002.00", "2699.25"),
    ],
    (2020, "aow"): [("1800.00", "0.00"), ("3001.50", "224.92"), ("4801.50", "1141.83")],
    (2020, "voor_1946"): [("4401.00", "957.92")],
    # 2021
    (2021, "jong"): [
        ("1201.50", "67.33"),
        ("1800.00", "119.92"),
        ("2398.50", "356.75"),
        ("3199.50", "700.17"),
        ("4801.50", "1486.33"),
        ("7002.00", "2649.33"),
    ],
    (2021, "aow"): [("1800.00", "0.00"), ("3001.50", "183.08"), ("4801.50", "1104.42")],
    (2021, "voor_1946"): [("4401.00", "918.83")],
    # 2022
    (2022, "jong"): [
        ("1201.50", "69.00"),
        ("1800.00", "121.92"),
        ("2398.50", "347.83"),
        ("3199.50", "684.25"),
        ("4801.50", "1468.17"),
        ("7002.00", "2623.33"),
    ],
    (2022, "aow"): [("1800.00", "0.00"), ("3001.50", "170.08"), ("4801.50", "1089.33")],
    (2022, "voor_1946"): [("4401.00", "902.33")],
    # 2023
    (2023, "jong"): [
        ("1201.50", "22.58"),
        ("1800.00", "64.92"),
        ("2398.50", "262.83"),
        ("3199.50", "588.25"),
        ("4801.50", "1381.92"),
        ("7002.00", "2531.25"),
    ],
    (2023, "aow"): [("1800.00", "0.00"), ("3001.50", "106.42"), ("4801.50", "1017.25")],
    (2023, "voor_1946"): [("4401.00", "816.25")],
    # 2024
    (2024, "jong"): [
        ("1201.50", "6.58"),
        ("1800.00", "39.75"),
        ("2398.50", "190.42"),
        ("3199.50", "519.75"),
        ("4801.50", "1310.83"),
        ("7002.00", "2455.33"),
    ],
    (2024, "aow"): [("1800.00", "0.00"), ("3001.50", "58.42"), ("4801.50", "960.25")],
    (2024, "voor_1946"): [("4401.00", "696.25")],
    # 2025
    (2025, "jong"): [
        ("1201.50", "36.67"),
        ("1800.00", "71.33"),
        ("2398.50", "165.58"),
        ("3199.50", "485.17"),
        ("4801.50", "1257.25"),
        ("7002.00", "2398.83"),
    ],
    (2025, "aow"): [("1800.00", "0.00"), ("3001.50", "33.50"), ("4801.50", "912.25")],
    (2025, "voor_1946"): [("4401.00", "642.67")],
    # 2026
    (2026, "jong"): [
        ("1201.50", "23.50"),
        ("1800.00", "51.92"),
        ("2398.50", "151.33"),
        ("3199.50", "468.17"),
        ("4801.50", "1225.08"),
        ("7002.00", "2361.58"),
    ],
    (2026, "aow"): [("1800.00", "0.00"), ("3001.50", "21.58"), ("4801.50", "877.92")],
    (2026, "voor_1946"): [("4401.00", "604.92")],
}
ROWS = [(year, who, wage, tax) for (year, who), pairs in TABLES.items() for wage, tax in pairs]


def concept(assessment: Assessment, name: str) -> Fraction:
    value = assessment.evaluator.concept(name, Thing("persoon", "hij"))
    assert isinstance(value.exact, Fraction), value
    return value.exact


def computed(assessment: Assessment) -> list[str]:
    """The facts that are told as computed from the net income of the rules."""
    return [one.ref.fact for one in assessment.estimates if one.path == "ib.netto_van_bruto"]


@pytest.mark.parametrize(("year", "who", "wage", "tax"), ROWS)
def test_the_monthly_table_of_the_year(year: int, who: str, wage: str, tax: str) -> None:
    """The white tables are about wages of work, also above pension age. A pensioner has a partner here: the column
    without the credit for single pensioners."""
    age = {"jong": 40, "aow": year - 1946, "voor_1946": year - 1945}[who]
    partner = None if who == "jong" else (year - 1950, "0")
    assessment, _ = look(taxed(f"{year}-06-15", gross("loon", wage), age=age, partner=partner))
    withheld = concept(assessment, "ib.loonheffing") / 12
    assert abs(withheld - Fraction(tax)) < Fraction("0.75"), (float(withheld), tax)


SVB = [
    ("2024-07-01", True, "1569.75", "1486.24", "plusonline.nl, AOW-bedragen juli 2024"),
    ("2024-07-01", False, "1067.47", "1010.69", "plusonline.nl, AOW-bedragen juli 2024"),
    ("2025-01-01", True, "1580.92", "1497.77", "hartvannederland.nl en plusonline.nl, AOW-bedragen januari 2025"),
    ("2025-01-01", False, "1081.50", "1024.62", "hartvannederland.nl en plusonline.nl, AOW-bedragen januari 2025"),
    ("2025-07-01", True, "1612.44", "1527.63", "bijnametpensioen.nl, AOW-bedragen per 1 juli 2025"),
    ("2025-07-01", False, "1103.97", "1045.91", "bijnametpensioen.nl, AOW-bedragen per 1 juli 2025"),
    ("2026-01-01", False, "1122.12", "1067.70", "bijnametpensioen.nl, AOW 2026"),
]


@pytest.mark.parametrize(("day", "alone", "amount", "net", "source"), SVB)
def test_state_pension_from_gross_to_net(day: str, alone: bool, amount: str, net: str, source: str) -> None:
    """The file has the gross amount only: what comes in is the published net amount."""
    house = taxed(day, gross("aow", amount), age=72, partner=None if alone else (71, "0"))
    assessment, _ = look(house)
    (claim,) = [c for c in assessment.claims if c.entitlement == "ouderdomspensioen" and c.bearer.id == "hij"]
    assert abs(claim.monthly.exact - Fraction(net)) <= Fraction("0.02"), source
    assert {one.path for one in assessment.estimates} >= {"ib.netto_aow", "ib.netto_van_bruto"}


ADP_2026 = {
    1000: "7.84", 1250: "13.67", 1500: "16.34", 1750: "18.92", 2000: "21.58", 2250: "12.66", 2500: "19.17",
    2750: "18.34", 3000: "17.59", 3500: "16.50", 4000: "33.08", 5000: "31.75", 6000: "30.50", 7000: "37.17",
}  # fmt: skip
"""hartvannederland.nl, 16 December 2025: net change from December 2025 to January 2026 at the same gross wage."""
ADP_2024 = {1000: "8.33", 1250: "16.75", 1500: "20.58", 1750: "24.41", 2000: "52.25", 2250: "74.17"}
"""metronieuws.nl, 11 January 2024: the same from 2023 to 2024."""
CHANGES = [(2026, wage, more) for wage, more in ADP_2026.items()] + [(2024, w, more) for w, more in ADP_2024.items()]


@pytest.mark.parametrize(("year", "wage", "more"), CHANGES)
def test_what_a_pay_slip_brings_more_than_a_year_before(year: int, wage: int, more: str) -> None:
    now, before = (
        concept(look(taxed(day, gross("loon", f"{wage}.00")))[0], "ib.netto_van_bruto")
        for day in (f"{year}-01-15", f"{year - 1}-12-15")
    )
    assert abs((now - before) - Fraction(more)) < 1, (float(now - before), more)


RENT_ALLOWANCE_2025 = {
    22000: 498, 23500: 482, 25000: 449, 26500: 414, 28000: 378, 29500: 339, 31000: 299, 32500: 257, 34000: 215,
    35500: 185, 37000: 153, 39500: 98, 41000: 72, 43500: 35, 45000: 11, 46500: 0,
}  # fmt: skip
"""nosnews.nl, huurtoeslag 2025 per inkomen: 27 years, alone, rent 900.00, no service costs."""


@pytest.mark.parametrize(("yearly", "allowance"), RENT_ALLOWANCE_2025.items())
def test_from_gross_wage_to_disposable_income(yearly: int, allowance: int) -> None:
    """The whole chain of a published household: wage, tax, rent allowance, and D as their sum with the care allowance.

    The wage of a month is a twelfth of the yearly income; its tax is within 0.75 of the monthly table of 2025."""
    wage = Fraction(yearly, 12)
    assessment, found = look(taxed("2025-01-15", gross("loon", wage), age=27, yearly=f"{yearly}.00", rent="900.00"))
    claims = {claim.entitlement: claim for claim in assessment.claims}
    assert claims["huurtoeslag"].as_paid.exact == allowance
    net = concept(assessment, "ib.netto_inkomen")
    money = sum(claims[name].monthly.exact for name in ("huurtoeslag", "zorgtoeslag"))
    assert assessment.d.is_known
    assert abs(assessment.d.exact - (net + money)) < Fraction("0.01")
    assert found.conflicts == ()


def test_half_the_wage_is_known_net() -> None:
    """What the file says is left of an entry goes before the computation; the rest of the computed net is shared out."""
    told = gross("loon", "1000.00", more=", netto: 900.00")
    assessment, _ = look(taxed("2025-06-15", told, gross("ww", "800.00")))
    total = concept(assessment, "ib.netto_van_bruto")
    lines = {line.id: line.amount.exact for line in assessment.account.lines if line.kind == "inkomen"}
    assert lines == {"loon": Fraction(900), "ww": total - 900}


@pytest.mark.parametrize("other", [
    "{soort: loon, bedrag: 500.00, per: maand, bruto: false}",
    "{soort: winst, bedrag: 500.00, per: maand, bruto: true}",
])  # fmt: skip
def test_without_all_taxed_income_there_is_no_net(other: str) -> None:
    """Then a gross amount still lies between 0 and itself."""
    assessment, _ = look(taxed("2025-06-15", gross("ww", "800.00"), other))
    (line,) = [line for line in assessment.account.lines if line.kind == "inkomen" and line.id == "ww"]
    assert line.amount.bounds == (0, 800)
    assert computed(assessment) == []


def test_out_of_the_years_there_is_no_net() -> None:
    assessment, _ = look(taxed("2014-06-15", gross("ww", "800.00")))
    (line,) = [line for line in assessment.account.lines if line.kind == "inkomen"]
    assert line.amount.bounds == (0, 800)


@pytest.mark.parametrize("year", range(2015, 2027))
def test_more_gross_is_never_less_net(year: int) -> None:
    """Marginal tax lies between 0 and 100 % for everybody under pension age, at every step of 500 a month."""
    day = dt.date(year, 6, 15).isoformat()
    nets = [concept(look_net(day, wage), "ib.netto_van_bruto") for wage in range(0, 8001, 500)]
    steps = [after - before for before, after in pairwise(nets)]
    assert all(0 < step <= 500 for step in steps), steps


def look_net(day: str, wage: int) -> Assessment:
    return look(taxed(day, gross("loon", f"{wage}.00")))[0]


@pytest.mark.parametrize(("day", "age", "paid_out"), [
    ("2018-06-15", 60, "2265"), ("2018-06-15", 50, "755"), ("2022-06-15", 65, "2888"), ("2022-06-15", 50, "192.53"),
    ("2023-06-15", 61, "3070"), ("2023-06-15", 60, "0"), ("2026-06-15", 64, "3115"), ("2026-06-15", 63, "0"),
])  # fmt: skip
def test_the_credit_of_a_partner_without_income(day: str, age: int, paid_out: str) -> None:
    """Born before 1963 all of it, later a share that falls to nothing in 2023 (art. 8.9 and its yearly percentages).

    Her birthday has been: age and year give the year of birth."""
    house = taxed(day, gross("loon", "3500.00"), age=45, partner=(age, "0"))
    assessment, _ = look(house)
    value = assessment.evaluator.concept("ib.aanvulling", Thing("persoon", "zij"))
    assert abs(value.exact - Fraction(paid_out)) < Fraction("0.01")
    given = sum(c.monthly.exact for c in assessment.claims if c.entitlement == "uitbetaling_heffingskorting")
    assert abs(12 * given - Fraction(paid_out)) < Fraction("0.01")
