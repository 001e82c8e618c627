# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""The norms of the Participatiewet for whole households, to the cent, against published tables of ten dates.

The tables print the norm per month with holiday allowance. Who shares a home is not in the tables: there the formula of
article 22a (40 % plus 30 % per head, divided by the heads) is applied to the printed norm of a couple.
"""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

import pytest

from samenloop.domain import load_household
from samenloop.evaluation import evaluate_household
from support.cases import book

KINDS = {
    "alleen": (40, None, False, "woning"),
    "stel": (40, 40, False, "woning"),
    "jong": (20, None, False, "woning"),
    "jong_stel": (20, 20, False, "woning"),
    "een_jong": (20, 40, False, "woning"),
    "jong_stel_kind": (20, 20, True, "woning"),
    "een_jong_kind": (20, 40, True, "woning"),
    "pensioen": (70, None, False, "woning"),
    "pensioen_stel": (70, 70, False, "woning"),
    "inrichting": (40, None, False, "instelling"),
    "inrichting_stel": (40, 40, False, "instelling"),
}
"""age, age of the spouse, a child, where they stay"""

TABLES = {
    # st-ab.nl/bijstandsnorm.htm as of January 2015
    "2015-01-01": "alleen 960.83, stel 1372.62, jong 237.16, jong_stel 474.32, een_jong 923.47, jong_stel_kind 748.84, "
    "een_jong_kind 1197.99, pensioen 1077.63, pensioen_stel 1471.68, inrichting 343.18, inrichting_stel 558.13",
    # Participatiewet 22b, in the text of 2016-01-01
    "2015-07-01": "pensioen 1079.78",
    # Participatiewet 20 to 23, text of 2016-01-01
    "2016-01-01": "alleen 972.70, stel 1389.57, jong 240.10, jong_stel 480.20, een_jong 934.89, jong_stel_kind 758.11, "
    "een_jong_kind 1212.80, pensioen 1092.87, pensioen_stel 1492.96, inrichting 346.96, inrichting_stel 565.01",
    # allewetten.nl/content/abwnorm44.htm; Stcrt. 2017, 36285
    "2017-07-01": "alleen 986.52, stel 1409.31, jong 243.52, jong_stel 487.04, een_jong 948.18, jong_stel_kind 768.90, "
    "een_jong_kind 1230.04, pensioen 1108.48, pensioen_stel 1514.74, inrichting 351.35, inrichting_stel 570.84",
    # st-ab.nl/abwnorm45.htm; Stcrt. 2017, 68641
    "2018-01-01": "alleen 992.12, stel 1417.32, jong 244.91, jong_stel 489.82, een_jong 953.57, jong_stel_kind 773.28, "
    "een_jong_kind 1237.03, pensioen 1115.48, pensioen_stel 1525.44, inrichting 348.13, inrichting_stel 569.61",
    # baanbrekers.org, uitkeringsbedragen
    "2018-07-01": "alleen 996.56, stel 1423.66, jong 246.01, jong_stel 492.02, een_jong 957.84, jong_stel_kind 776.75, "
    "een_jong_kind 1242.57, inrichting 349.54, inrichting_stel 571.81",
    # st-ab.nl/bijstandsnorm.htm as of July 2021; socialedienstoostachterhoek.nl
    "2021-07-01": "alleen 1078.70, stel 1541.00, jong 266.29, jong_stel 532.58, een_jong 1036.79, "
    "jong_stel_kind 840.78, een_jong_kind 1344.99, pensioen 1199.98, pensioen_stel 1627.08, inrichting 375.55, "
    "inrichting_stel 607.26",  # st-ab.nl prints 612.26 (a rise of 81); article 23 of that day says 76
    # gemeentewestland.nl; laborijn.nl; hattem.nl and veendam.nl for a couple of pension age, where gemeentewestland.nl
    # prints 1933.98: article 22 of that day says 1932.32
    "2024-01-01": "alleen 1283.83, stel 1834.04, jong 316.94, jong_stel 633.88, een_jong 1233.96, "
    "jong_stel_kind 1000.69, een_jong_kind 1600.77, pensioen 1425.76, pensioen_stel 1932.32",
    # gemeentewestland.nl
    "2025-01-01": "alleen 1345.45, stel 1922.07, jong 332.17, jong_stel 664.34, een_jong 1293.21, "
    "jong_stel_kind 1048.75, een_jong_kind 1677.62, pensioen 1501.07, pensioen_stel 2053.48",
    # Participatiewet 20 to 23, text of 2026-01-01
    "2026-01-01": "alleen 1401.50, stel 2002.13, jong 345.99, jong_stel 691.98, een_jong 1347.06, "
    "jong_stel_kind 1092.41, een_jong_kind 1747.49, pensioen 1564.69, pensioen_stel 2144.16, inrichting 490.76, "
    "inrichting_stel 796.27",
}
ROWS = [(day, *row.split()) for day, table in TABLES.items() for row in table.split(", ")]


def person(who: str, age: int, where: str) -> str:
    stay = "{waar: instelling, soort: inrichting}" if where == "instelling" else "{waar: woning, woning: huis}"
    return (
        f"  - {{id: {who}, leeftijd: {age}, verblijf: {stay}, studie: geen, verblijfsrecht: nederlander, "
        "inkomen: [{soort: geen}]}\n"
    )


def norm(day: str, kind: str, sharers: int = 0, sharer_age: int = 40) -> Fraction:
    age, spouse, child, where = KINDS[kind]
    people = person("ik", age, where).replace("id: ik,", "id: ik, aanvrager: true,")
    ties = []
    if spouse is not None:
        people += person("zij", spouse, where)
        ties.append("  - {soort: gehuwd, van: ik, naar: zij, duurzaam_gescheiden: false}\n")
    if child:
        people += person("kind", 1, where)
        ties += [f"  - {{soort: ouder_van, van: {who}, naar: kind}}\n" for who in ("ik", "zij")]
    for number in range(sharers):
        people += person(f"huisgenoot{number}", sharer_age, where)
    judgements = "".join(
        f"  {who}.pw.ouders_helpen_niet: {{oordeel: nee, door: college, waarom: de ouders betalen}}\n"
        for who in ("ik", "zij")
        if who == "ik" or spouse is not None
    )
    text = (
        f"schema: 1\nhuishouden: normtabel\npeildatum: {day}\npersonen:\n{people}"
        f"relaties:{' []' if not ties else ''}\n{''.join(ties)}"
        "woningen:\n  - {id: huis, soort: huur_sociaal, zelfstandig: true, verhuurder: corporatie, kale_huur: 500.00}\n"
        f"vermogen: []\nschulden: []\nregelingen: []\noordelen:\n{judgements}"
    )
    house = load_household(text, "normtabel.yaml", book().vocabulary).household
    value = evaluate_household(house, book()).concept("pw.norm", "ik").value
    assert value.is_known, value
    assert isinstance(value.exact, Fraction)
    return value.exact


@pytest.mark.parametrize(("day", "kind", "amount"), ROWS)
def test_the_norm_is_the_published_one(day: str, kind: str, amount: str) -> None:
    assert norm(day, kind) == Fraction(amount)


@pytest.mark.parametrize("day", [day for day, table in TABLES.items() if "alleen" in table])
@pytest.mark.parametrize(("sharers", "share"), [(1, Fraction(1, 2)), (2, Fraction(13, 30)), (3, Fraction(2, 5))])
def test_who_shares_a_home_has_a_share_of_the_norm_of_a_couple(day: str, sharers: int, share: Fraction) -> None:
    for kind, couple in (("alleen", "stel"), ("pensioen", "pensioen_stel")):
        printed = {row[1]: Fraction(row[2]) for row in ROWS if row[0] == day}
        if couple in printed:
            assert norm(day, kind, sharers) == in_cents(share * printed[couple])


@pytest.mark.parametrize(
    ("day", "age", "shares"),
    [
        ("2022-12-31", 21, True),
        ("2022-12-31", 20, False),
        ("2023-01-01", 26, False),
        ("2023-01-01", 27, True),
        ("2015-01-01", 21, True),
        ("2026-11-23", 26, False),
    ],
)
def test_from_which_age_a_housemate_counts(day: str, age: int, shares: bool) -> None:
    assert (norm(day, "alleen", 1, age) < norm(day, "alleen")) is shares


def in_cents(amount: Fraction) -> Fraction:
    exact = Decimal(amount.numerator) / Decimal(amount.denominator)
    return Fraction(exact.quantize(Decimal("0.01"), ROUND_HALF_UP))
