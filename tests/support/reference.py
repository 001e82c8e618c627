# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""The toeslagen, kinderbijslag and bijstand worked out a second time, in Python, apart from the rule files.

Only for tests. The formulas follow the articles named at each function; the figures stand here with their own source,
as read in the consolidated law of that year or in a published table. Amounts are EUR per month, exact, before the
rounding of Awir 14. A year or kind of household that no test needs is left out.
"""

from __future__ import annotations

from fractions import Fraction
from math import ceil, floor
from typing import NamedTuple

LEAST = 24
"""Awir 14: a year's amount below 24 euros is not granted"""


def eur(text: str | int) -> Fraction:
    """An amount or percentage as printed: ``710.68``, ``13.49%``."""
    raw = str(text)
    return Fraction(raw[:-1]) / 100 if raw.endswith("%") else Fraction(raw)


def half_up(value: Fraction, digits: int = 0) -> Fraction:
    """Rounded arithmetically."""
    step = 10**digits
    return Fraction(floor(value * step + Fraction(1, 2)), step)


# ---- zorgtoeslag: Wzt 2


class Care(NamedTuple):
    """Figures of one year."""

    premium: Fraction
    threshold: Fraction
    single: Fraction
    partners: Fraction
    above: Fraction


# Threshold income: 108 % of twelve times the minimum wage of January (2018: 1,578.00; 2022: 1,725.00), from 2023 as
# published by Dienst Toeslagen. Percentages: Wzt 2 lid 3 as in force on 1 January of the year; 2023: Stcrt. 2022,
# one-off lowering; 2025: Stb. 2024, 351. Standaardpremie: 2024 Stcrt. 2023, 32413; 2025 Stcrt. 2024, 38887; 2026 Stcrt.
# 2025, 40022; 2018, 2022 and 2023 follow from the published income limits. 2015: zorgcijfers.nl, percentages; 2016 and
# 2017: a twelfth of the standaardpremie is the published premium of who would not insure himself (122.33 and 127.50);
# 2019 to 2021: staatvenz.nl, Stb. 2017, 436. What no source gives follows from the published maxima and income limits.
CARE = {
    2015: Care(eur(1408), eur(19463), eur("2.395%"), eur("5.265%"), eur("13.40%")),
    2016: Care(eur(1468), eur(19758), eur("2.38%"), eur("5.22%"), eur("13.43%")),
    2017: Care(eur(1530), eur(20109), eur("2.305%"), eur("5.055%"), eur("13.46%")),
    2018: Care(eur(1546), eur(20451), eur("1.99%"), eur("4.75%"), eur("13.49%")),
    2019: Care(eur(1609), eur(20941), eur("2.005%"), eur("4.315%"), eur("13.52%")),
    2020: Care(eur(1642), eur(21431), eur("1.83%"), eur("4.14%"), eur("13.55%")),
    2021: Care(eur(1705), eur(21835), eur("1.915%"), eur("4.225%"), eur("13.58%")),
    2022: Care(eur(1749), eur(22356), eur("1.848%"), eur("4.225%"), eur("13.61%")),
    2023: Care(eur(1889), eur(25070), eur("0.123%"), eur("2.378%"), eur("13.64%")),
    2024: Care(eur(1987), eur(26819), eur("1.879%"), eur("4.256%"), eur("13.67%")),
    2025: Care(eur(2112), eur(28406), eur("1.896%"), eur("4.273%"), eur("13.70%")),
    2026: Care(eur(2119), eur(29736), eur("1.912%"), eur("4.289%"), eur("13.73%")),
}


def zorgtoeslag(year: int, income: int, *, partners: bool = False) -> Fraction:
    """The standard premium less what an income is deemed to pay itself."""
    care = CARE[year]
    share = care.partners if partners else care.single
    own = share * care.threshold + care.above * max(0, income - care.threshold)
    return max(Fraction(0), care.premium * (2 if partners else 1) - own) / 12


# ---- huurtoeslag: Wht 13, 16-21


class Rent(NamedTuple):
    """Limits and base of one year; ``added`` is what comes on the normhuur (or goes off) to get the basishuur."""

    most: Fraction
    quality: Fraction
    small: Fraction
    large: Fraction
    base: Fraction
    added: Fraction


# Wht 13, 17 lid 2 and 20 as in force on 1 January of the year (wetten.overheid.nl, BWBR0008659). Added: 27.44 in 2015 and
# 2016 (lowest basishuur 229.64 and 231.87), 16.94 until
# 2022 (lowest basishuur 2018 of 225.08); nothing in 2023; less 37.72 in 2024 and 37.14 in 2025 (BWBR0049106); less
# 48.15 in 2026, which gives the published lowest basishuur of 202.52 and 200.71.
RENT = {
    2015: Rent(eur("710.68"), eur("403.06"), eur("576.87"), eur("618.24"), eur("202.20"), eur("27.44")),
    2016: Rent(eur("710.68"), eur("409.92"), eur("586.68"), eur("628.76"), eur("204.43"), eur("27.44")),
    2017: Rent(eur("710.68"), eur("414.02"), eur("592.55"), eur("635.05"), eur("206.48"), eur("16.94")),
    2018: Rent(eur("710.68"), eur("417.34"), eur("597.30"), eur("640.14"), eur("208.14"), eur("16.94")),
    2020: Rent(eur("737.14"), eur("432.51"), eur("619.01"), eur("663.40"), eur("215.71"), eur("16.94")),
    2022: Rent(eur("763.47"), eur("442.46"), eur("633.25"), eur("678.66"), eur("220.68"), eur("16.94")),
    2023: Rent(eur("808.06"), eur("452.20"), eur("647.19"), eur("693.60"), eur("225.54"), eur(0)),
    2024: Rent(eur("879.66"), eur("454.47"), eur("650.43"), eur("697.07"), eur("226.67"), eur("-37.72")),
    2025: Rent(eur("900.07"), eur("477.20"), eur("682.96"), eur("731.93"), eur("238.01"), eur("-37.14")),
    2026: Rent(eur("932.93"), eur("498.20"), eur("713.02"), eur("764.14"), eur("252.49"), eur("-48.15")),
}
# Wht 17 lid 3: taken off the lowest normhuur. Until 2024 only for households with somebody of pension age on 1 January.
LOWERED = {"een": eur("1.82"), "meer": eur("3.63")}


class Points(NamedTuple):
    """The two points that fix the line of the normhuur quote: lowest income, reference income, and the normhuur that
    belongs to the last one (Wht 18, after its lowering)."""

    low: Fraction
    high: Fraction
    rent: Fraction


# Lowest incomes: 2018, 2022 and 2024 from the minimum wage of January (Wht 17 lid 1: 81 % of twelve months + 572, or
# 108 % + 144, up to the next 25 euros: 1,578.00 / 1,725.00 / 2,069.40); 2023 Regeling huurtoeslaggrenzen 2023
# (BWBR0047483); 2025 and 2026 published by Dienst Toeslagen; 2020 with pension age: published overview of the ministry.
# Reference incomes and their normhuur: Wht 18 of the year.
POINTS = {
    (2015, "een"): Points(eur(15175), eur(22175), eur("411.05") - eur("1.82")),
    (2015, "meer"): Points(eur(19625), eur(28800), eur("411.05") - eur("3.63")),
    (2016, "een"): Points(eur(15400), eur(22500), eur("415.58") - eur("1.82")),
    (2016, "meer"): Points(eur(19925), eur(29250), eur("415.58") - eur("3.63")),
    (2017, "een"): Points(eur(15675), eur(22900), eur("419.74") - eur("1.82")),
    (2017, "meer"): Points(eur(20275), eur(29775), eur("419.74") - eur("3.63")),
    (2018, "een"): Points(eur(15925), eur(23275), eur("423.10") - eur("1.82")),
    (2018, "meer"): Points(eur(20600), eur(30275), eur("423.10") - eur("3.63")),
    (2020, "meer_ouder"): Points(eur(24475), eur(32925), eur("438.48") - eur("4.54")),
    (2022, "meer"): Points(eur(22500), eur(33100), eur("448.57") - eur("3.63")),
    (2023, "een"): Points(eur(19375), eur(28550), eur("458.44") - eur("1.82")),
    (2023, "meer"): Points(eur(25225), eur(37100), eur("458.44") - eur("3.63")),
    (2024, "een"): Points(eur(20700), eur(30550), eur("460.74") - eur("1.82")),
    (2024, "meer"): Points(eur(26975), eur(39700), eur("460.74") - eur("3.63")),
    (2024, "een_ouder"): Points(eur(22025), eur(30575), eur("460.74") - eur("2.27")),
    (2024, "meer_ouder"): Points(eur(29325), eur(39875), eur("460.74") - eur("4.54")),
    (2025, "een"): Points(eur(22700), eur(32625), eur("483.78") - eur("2.27")),
    (2025, "meer"): Points(eur(30450), eur(42475), eur("483.78") - eur("4.54")),
}
# 2015 to 2018 with pension age: incomes of the tests lie under the lowest point, of which only a lower bound was read.
LOWEST_UNREAD = {
    (2015, "een_ouder"): eur(16525), (2015, "meer_ouder"): eur(22125), (2016, "een_ouder"): eur(16850),
    (2016, "meer_ouder"): eur(22575), (2017, "een_ouder"): eur(17025), (2017, "meer_ouder"): eur(22825),
    (2018, "een_ouder"): eur(17300),
}  # fmt: skip
FADING = {"een": (eur(23425), eur("27%")), "meer": (eur(31500), eur("22%"))}  # 2026: Wht 21 lid 2
FULL, PART, REST = eur(1), eur("65%"), eur("40%")  # Wht 21 lid 1 and Besluit op de huurtoeslag 7


def factors(year: int, kind: str) -> tuple[Fraction, Fraction]:
    """Factors a and b of Wht 19: the straight line of the quote normhuur / income through both points, to twelve
    decimals. Gives the factors that were published for 2018, 2023 and 2025."""
    low, high, rent = POINTS[year, kind]
    first = normhuur_lowest(year, kind) / low
    slope = (rent / high - first) / (high - low)
    return half_up(slope, 12), half_up(first - slope * low, 12)


def normhuur_lowest(year: int, kind: str) -> Fraction:
    """Wht 17 lid 2 and 3."""
    lowered = year >= 2025 or kind.endswith("ouder")
    return RENT[year].base - (LOWERED[kind.split("_")[0]] if lowered else 0)


def normhuur(year: int, kind: str, income: int) -> Fraction:
    """Wht 19: the lowest up to the first point, above it a x Y2 + b x Y, up to whole cents; from 2026 the lowest."""
    if year == 2026:
        return normhuur_lowest(year, kind)
    lowest = POINTS[year, kind].low if (year, kind) in POINTS else LOWEST_UNREAD[year, kind]
    if income <= lowest:
        return normhuur_lowest(year, kind)
    a, b = factors(year, kind)
    return Fraction(ceil((a * income * income + b * income) * 100), 100)


def huurtoeslag(
    year: int, rent: str, income: int, *, people: int = 1, old: bool = False, above: bool | None = None
) -> Fraction:
    """Housing benefit for a rent (with the service costs that count) within the limit.

    ``old``: somebody had the pension age on 1 January. ``above``: whether the rent above the aftoppingsgrens counts;
    until 2024 for one person, pension age or an adapted home, from 2025 for everybody (Wht 21 lid 1 c).
    """
    limits = RENT[year]
    size = "een" if people == 1 else "meer"
    kind = f"{size}_ouder" if old else size
    base = normhuur(year, kind, income) + limits.added
    counted = min(eur(rent), limits.most)
    top = limits.small if people < 3 else limits.large
    if above is None:
        above = year >= 2025 or people == 1 or old
    first = max(Fraction(0), min(counted, limits.quality) - base)
    second = max(Fraction(0), min(counted, top) - max(base, limits.quality))
    third = max(Fraction(0), counted - max(base, top)) if above else Fraction(0)
    amount = FULL * first + PART * second + REST * third
    if year == 2026:
        start, share = FADING[size]
        amount -= share * max(0, income - start) / 12
    return max(Fraction(0), amount)


def huurtoeslag_young(year: int, rent: str, income: int) -> Fraction:
    """The same under the lower limit for young people, which is the kwaliteitskortingsgrens (Wht 13 lid 1 b): all the
    rent that counts lies in the first part."""
    limits = RENT[year]
    base = normhuur(year, "een", income) + limits.added
    amount = max(Fraction(0), min(eur(rent), limits.quality) - base)
    if year == 2026:
        start, share = FADING["een"]
        amount -= share * max(0, income - start) / 12
    return max(Fraction(0), amount)


# ---- kindgebonden budget: Wkb 1 and 2


class Children(NamedTuple):
    """Figures of one year, EUR a year. ``first`` holds the amounts for the first, second ... child; the last one goes
    for every further child."""

    first: tuple[int, ...]
    twelve: int
    sixteen: int
    alone: int
    threshold: int
    partners: int
    fade: Fraction


# 2015: consumentenbond.nl; 2016 and 2017: nextens.nl (toeslagenkaart 2017) and Wkb 2 of the year;
# 2018: riegman-klaverdijk.nl, "Bedragen kindregelingen 2018"; 2022: salarisxpert.nl; 2023: sra.nl and balance-bv.com;
# 2025: wierdavannes.nl; 2026: Wkb 2 as in force in 2026. The rises for 12 and 16 years of 2022 and 2023 and the higher
# threshold for partners (Wkb 2 lid 8): the law of the year. Threshold income: as for the zorgtoeslag (2018: 20,451).
CHILDREN = {
    2015: Children((1032, 791, 183, 106), 231, 412, 3050, 19463, 0, eur("6.75%")),  # 16 and 17 years from August
    2016: Children((1038, 828, 284), 233, 415, 3066, 19758, 0, eur("6.75%")),
    2017: Children((1142, 898, 285), 234, 417, 3076, 20109, 0, eur("6.75%")),
    2018: Children((1152, 977, 288), 236, 421, 3101, 20451, 0, eur("6.75%")),
    2022: Children((1220, 1106, 1001), 251, 447, 3285, 22356, 17240, eur("6.75%")),
    2023: Children((1653, 1532), 267, 476, 3848, 25070, 18327, eur("6.75%")),
    2025: Children((2511, 2511), 703, 936, 3389, 28406, 9139, eur("7.10%")),
    2026: Children((2580, 2580), 724, 964, 3416, 29736, 9405, eur("7.60%")),
}


def kindgebonden_budget(year: int, ages: tuple[int, ...], income: int, *, partners: bool = False) -> Fraction:
    """The amounts for the children and, without a partner, the single parent's; less a share of the income above the
    threshold."""
    figures = CHILDREN[year]
    total = Fraction(sum(figures.first[min(i, len(figures.first) - 1)] for i in range(len(ages))))
    total += figures.twelve * sum(12 <= age < 16 for age in ages) + figures.sixteen * sum(age >= 16 for age in ages)
    total += 0 if partners else figures.alone
    threshold = figures.threshold + (figures.partners if partners else 0)
    return max(Fraction(0), total - figures.fade * max(0, income - threshold)) / 12


# ---- kinderbijslag: AKW 12


# The amount for 12 to 17 years a quarter, on the day of the test. hr-kiosk.nl (2018), AKW 12 as in force (2022, 2023,
# 2025), slimgeldbeheer.nl (2026).
FULL_CHILD = {
    "2018-1": eur("287.21"), "2022-1": eur("329.56"), "2023-1": eur("385.37"), "2025-1": eur("409.21"),
    "2025-2": eur("416.41"), "2026-1": eur("421.53"),
}  # fmt: skip


def kinderbijslag(half: str, ages: tuple[int, ...]) -> Fraction:
    """70, 85 or 100 percent of the amount per child, to the cent, per month."""
    full = FULL_CHILD[half]
    parts = [(eur("70%") if age < 6 else eur("85%") if age < 12 else eur("100%")) * full for age in ages]
    return sum((half_up(part, 2) for part in parts), Fraction(0)) / 3


# ---- bijstand: Pw 19-22a and 31-33


# Norms with holiday allowance. 2018: st-ab.nl, norms of 1 January 2018; 2024: velsen.nl, 1 January 2024; 2025-1:
# gemeentewestland.nl; 2025-2: hofvantwente.nl (1,621.69 without the 5 percent of holiday allowance); 2026-1: Pw 20-22
# as in force on 2026-01-01.
NORM = {
    ("2018-1", "alleen"): eur("992.12"),
    ("2018-1", "aow_alleen"): eur("1115.48"),
    ("2024-1", "aow_alleen"): eur("1425.76"),
    ("2025-1", "alleen"): eur("1345.45"),
    ("2025-1", "paar"): eur("1922.07"),
    ("2025-1", "aow_alleen"): eur("1501.07"),
    ("2025-2", "een_jong_met_kind"): eur("1707.04"),
    ("2026-1", "paar"): eur("2002.13"),
    ("2026-1", "aow_alleen"): eur("1564.69"),
}
# Pw 33 lid 5: the part of an own pension that is left alone, single person. Published normenoverzichten of the year.
PENSION_FREE = {"2018-1": eur("19.95"), "2025-1": eur("25.70")}


def bijstand(norm: Fraction, net: str | int = 0, *, pension: str | int = 0, free: Fraction = Fraction(0)) -> Fraction:
    """The norm less net income. Income with later holiday allowance counts with the same five percent that is in the
    norm; a small own pension counts without its free part."""
    counted = eur(net) / eur("95%") + max(Fraction(0), eur(pension) - free)
    return max(Fraction(0), norm - counted)


def shared(norm_pair: Fraction, heads: int) -> Fraction:
    """Pw 22a: the norm of one of several who share the costs."""
    return half_up((eur("40%") + heads * eur("30%")) / heads * norm_pair, 2)


# ---- what is paid: Awir 14


def paid(entitlement: str, amount: Fraction) -> Fraction:
    """What reaches the account a month. Of the huurtoeslag the unrounded month, of the others a twelfth of the year in
    whole euros, both down to whole euros; kinderbijslag and bijstand are not rounded so. Of bijstand and AIO a twentieth
    is holiday allowance, which comes later."""
    if entitlement in ("algemene_bijstand", "aio_aanvulling"):
        return amount * Fraction(95, 100)
    if entitlement not in ("huurtoeslag", "zorgtoeslag", "kindgebonden_budget"):
        return amount
    year = half_up(amount * 12)
    if year < LEAST:
        return Fraction(0)
    return Fraction(floor(amount if entitlement == "huurtoeslag" else year / 12))
