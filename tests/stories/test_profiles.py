# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""Ordinary households of many kinds (fixtures/profielen): no conflict, none with one fact worse, and every right and
amount as the law of that year gives it.

The expected amounts come from :mod:`support.reference`, which works the formulas out a second time with figures of its
own, and from incomes and rents written here again; nothing is taken over from what the engine says.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from fractions import Fraction
from functools import cache

import pytest

from samenloop.domain import Household, load_household
from samenloop.evaluation import Assessment, Claim
from support.cases import TESTS, book, look
from support.reference import (
    NORM,
    PENSION_FREE,
    bijstand,
    eur,
    half_up,
    huurtoeslag,
    huurtoeslag_young,
    kinderbijslag,
    kindgebonden_budget,
    paid,
    shared,
    zorgtoeslag,
)

FOLDER = TESTS.parent / "fixtures" / "profielen"
PROFILES = sorted(path.stem for path in FOLDER.glob("*.yaml"))


def profile(name: str, *changes: tuple[str, str]) -> Household:
    """A profile, after replacing each (old text, new text); every old text must stand in the file once."""
    text = (FOLDER / f"{name}.yaml").read_text(encoding="utf-8")
    for old, new in changes:
        assert len(re.findall(re.escape(old), text)) == 1, f"{old!r} staat niet één keer in {name}"
        text = text.replace(old, new)
    return load_household(text, f"{name}.yaml", book().vocabulary).household


@cache
def assessed(name: str) -> Assessment:
    return look(profile(name))[0]


# ---- silence


@pytest.mark.parametrize("name", PROFILES)
def test_no_conflict(name: str) -> None:
    _, found = look(profile(name))
    assert found.conflicts == ()


ONE_FACT_WORSE = {
    "alleenstaande-werkt-2018": ("bedrag: 18600.00, status", "bedrag: 24100.00, status"),  # above the norm income
    "paar-zonder-kinderen-2018": ("kale_huur: 580.00", "kale_huur: 755.00"),  # far over the rent limit
    "alleenstaande-ouder-bijstand-2018": ("kale_huur: 610.00", "kale_huur: 690.00"),  # dearer, within the limit
    "partner-zonder-verblijfsrecht-2018": ("{soort: loon, bedrag: 1500.00", "{soort: loon, bedrag: 690.00"),
    "kind-zonder-verblijfsrecht-2018": ("waarde: 600.00", "waarde: 45000.00"),
    "partner-niet-verzekerd-2018": ("bedrag: 19800.00, status", "bedrag: 33000.00, status"),
    "aow-alleen-ruim-inkomen-2018": ("waarde: 14000.00", "waarde: 160000.00"),  # care allowance gone as well
    "aow-paar-ruim-inkomen-2018": ("bedrag: 20500.00, status", "bedrag: 26000.00, status"),
    "aow-net-bereikt-2018": ("waarde: 2100.00", "waarde: 9000.00"),  # too much for the bijstand
    "groot-gezin-2018": ("kale_huur: 745.00", "kale_huur: 790.00"),  # dearer; without the exception: see the case below
    "vermogen-alleen-2018": ("kale_huur: 560.00", "kale_huur: 705.00"),
    "aow-met-werkende-partner-2020": ("kale_huur: 600.00", "kale_huur: 790.00"),
    "gezin-drie-kinderen-2022": ("bedrag: 33000.00, status", "bedrag: 43000.00, status"),
    "vermogen-paar-2022": ("waarde: 195000.00", "waarde: 400000.00"),
    "alleenstaande-ouder-werkt-2023": ("waarde: 3000.00", "waarde: 42000.00"),  # housing benefit gone, the rest stays
    "aow-net-bereikt-2024": ("{soort: aow, bedrag: 1130.00", "{soort: aow, bedrag: 1420.00"),  # nothing to fill up
    "inwonend-kind-werkt-2024": ("bedrag: 16000.00, status", "bedrag: 27000.00, status"),
    "ww-met-bijstand-2025": ("{soort: ww, bedrag: 820.00", "{soort: ww, bedrag: 1290.00"),  # a little over the norm
    "twee-huisgenoten-2025": ("bedrag: 24500.00, status", "bedrag: 46000.00, status"),
    "samenwonend-stel-2025": ("oordeel: nee", "oordeel: ja"),  # a contract as well: partners either way
    "huurder-van-22-2025": ("kale_huur: 455.00", "kale_huur: 560.00"),  # far over the limit for under 23
    "kamerhuurder-2025": ("bedrag: 20500.00, status", "bedrag: 40500.00, status"),
    "kostwinner-paar-2025": ("kale_huur: 780.00", "kale_huur: 960.00"),
    "vermogen-alleen-2025": ("waarde: 165000.00", "waarde: 300000.00"),
    "aow-alleen-klein-pensioen-2025": ("{soort: pensioen, bedrag: 110.00", "{soort: pensioen, bedrag: 240.00"),
    "jong-paar-2025": ("waarde: 500.00", "waarde: 17500.00"),  # too much for the bijstand
    "gezin-koophuis-2026": ("bedrag: 33500.00, status", "bedrag: 62000.00, status"),
    "student-op-kamer-2026": ("kale_huur: 480.00", "kale_huur: 700.00"),
    "zw-met-bijstand-2026": ("kale_huur: 735.00", "kale_huur: 985.00"),  # over the limit is no refusal any more
    "aow-alleen-aio-2026": ("waarde: 3900.00", "waarde: 8600.00"),
    "aow-paar-klein-pensioen-2026": ("bedrag: 19600.00, status", "bedrag: 31000.00, status"),
    "huurt-van-particulier-2026": ("kale_huur: 1050.00", "kale_huur: 1400.00"),
    "huurder-van-19-2026": ("{soort: loon, bedrag: 1350.00", "{soort: loon, bedrag: 330.00"),  # just over the low norm
    "alleenstaande-ouder-werkt-2026": ("waarde: 3300.00", "waarde: 41000.00"),
    "spaargeld-paar-2026": ("bedrag: 22000.00, status", "bedrag: 47000.00, status"),
    "ruim-inkomen-2026": ("kale_huur: 800.00", "kale_huur: 1200.00"),
}


@pytest.mark.parametrize("name", PROFILES)
def test_one_fact_worse_stays_silent(name: str) -> None:
    _, found = look(profile(name, ONE_FACT_WORSE[name]))
    assert found.conflicts == ()


# ---- outcomes


@dataclass(frozen=True)
class Outcome:
    """What a profile gets: each right by (entitlement, people) with EUR per month; every other right in money is
    certainly refused. ``net``: private income besides rights; ``fixed``: rent with service costs, and premiums."""

    rights: dict[tuple[str, str], Fraction]
    net: str
    fixed: str
    outside: tuple[str, ...] = field(default=())
    """rights without figures for that year: buiten dekking"""


def H(who: str) -> tuple[str, str]:
    return "huurtoeslag", who


def Z(who: str) -> tuple[str, str]:
    return "zorgtoeslag", who


def K(who: str) -> tuple[str, str]:
    return "kindgebonden_budget", who


def A(who: str) -> tuple[str, str]:
    return "kinderbijslag", who


def P(who: str) -> tuple[str, str]:
    return "ouderdomspensioen", who


def B(who: str) -> tuple[str, str]:
    return "algemene_bijstand", who


def AIO(who: str) -> tuple[str, str]:
    return "aio_aanvulling", who


EXPECTED = {
    "alleenstaande-werkt-2018": Outcome(
        {H("huurder"): huurtoeslag(2018, "570", 18600), Z("huurder"): zorgtoeslag(2018, 18600)}, "1390", "683"
    ),
    "paar-zonder-kinderen-2018": Outcome(
        {
            H("een+ander"): huurtoeslag(2018, "580", 14500 + 8300, people=2),
            Z("een+ander"): zorgtoeslag(2018, 14500 + 8300, partners=True),
        },
        "1830",
        "796",
    ),
    "alleenstaande-ouder-bijstand-2018": Outcome(
        {
            B("ouder+kind1+kind2"): bijstand(NORM["2018-1", "alleen"]),
            H("ouder+kind1+kind2"): huurtoeslag(2018, "610", 14300, people=3),
            Z("ouder"): zorgtoeslag(2018, 14300),
            K("ouder"): kindgebonden_budget(2018, (13, 4), 14300),
            A("ouder"): kinderbijslag("2018-1", (13, 4)),
        },
        "0",
        "718",
    ),
    # Awir 9 lid 2 (2018): a partner without lawful residence takes the toeslagen away; the kinderbijslag stays
    "partner-zonder-verblijfsrecht-2018": Outcome({A("een+ander"): kinderbijslag("2018-1", (6,))}, "1500", "698"),
    # Awir 9 lid 3 (2018): the housing benefit also falls for a child of the household without lawful residence
    "kind-zonder-verblijfsrecht-2018": Outcome(
        {
            Z("ouder"): zorgtoeslag(2018, 14000),
            K("ouder"): kindgebonden_budget(2018, (9,), 14000),
            A("ouder"): kinderbijslag("2018-1", (9,)),
        },
        "1120",
        "668",
    ),
    # Wzt 2 lid 5 (2018): a partner who should have taken insurance and did not; the housing benefit does not ask
    "partner-niet-verzekerd-2018": Outcome({H("een+ander"): huurtoeslag(2018, "575", 19800, people=2)}, "1480", "683"),
    # Wht 14 (2018): norm income of 22,375 (one person) and 30,400 (more), pension age
    "aow-alleen-ruim-inkomen-2018": Outcome(
        {P("oudere"): eur("1090"), Z("oudere"): zorgtoeslag(2018, 26000)}, "820", "708"
    ),
    "aow-paar-ruim-inkomen-2018": Outcome(
        {
            P("een"): eur("755"),
            P("ander"): eur("755"),
            Z("een+ander"): zorgtoeslag(2018, 20500 + 13500, partners=True),
        },
        "1100",
        "856",
    ),
    # reached the pension age of 65 years and 9 months in 2017, so had it on 1 January 2018
    "aow-net-bereikt-2018": Outcome(
        {
            P("oudere"): eur("850"),
            AIO("oudere"): bijstand(NORM["2018-1", "aow_alleen"], 850, pension=60, free=PENSION_FREE["2018-1"]),
            H("oudere"): huurtoeslag(2018, "540", 12800, old=True),
            Z("oudere"): zorgtoeslag(2018, 12800),
        },
        "60",
        "648",
    ),
    # Wht 13 lid 2 b and lid 3: eight people in a home meant for eight; the rent above 710.68 does not count
    "groot-gezin-2018": Outcome(
        {
            H("ouder1+ouder2+kind1+kind2+kind3+kind4+kind5+kind6"): huurtoeslag(2018, "710.68", 26000, people=8),
            Z("ouder1+ouder2"): zorgtoeslag(2018, 26000, partners=True),
            K("ouder1+ouder2"): kindgebonden_budget(2018, (16, 12, 9, 7, 4, 2), 26000, partners=True),
            A("ouder1+ouder2"): kinderbijslag("2018-1", (16, 12, 9, 7, 4, 2)),
        },
        "1870",
        "961",
    ),
    # 150,000 is above 30,000 (Awir 7) and above 113,415 (Wzt 2a)
    "vermogen-alleen-2018": Outcome({}, "1080", "668"),
    # AOW for one of them on 1 January: a household with pension age
    "aow-met-werkende-partner-2020": Outcome(
        {
            P("oudere"): eur("840"),
            H("oudere+partner"): huurtoeslag(2020, "600", 11500 + 15000, people=2, old=True),
            Z("oudere+partner"): zorgtoeslag(2020, 11500 + 15000, partners=True),
        },
        "1160",
        "836",
    ),
    "gezin-drie-kinderen-2022": Outcome(
        {
            H("ouder1+ouder2+kind1+kind2+kind3"): huurtoeslag(2022, "690", 33000, people=5),
            Z("ouder1+ouder2"): zorgtoeslag(2022, 33000, partners=True),
            K("ouder1+ouder2"): kindgebonden_budget(2022, (14, 8, 3), 33000, partners=True),
            A("ouder1+ouder2"): kinderbijslag("2022-1", (14, 8, 3)),
        },
        "2250",
        "946",
    ),
    # 195,000 is above 63,494 (Awir 7) and above 151,767 (Wzt 2a)
    "vermogen-paar-2022": Outcome({}, "1810", "876"),
    "alleenstaande-ouder-werkt-2023": Outcome(
        {
            H("ouder+kind1+kind2"): huurtoeslag(2023, "678", 27500, people=3),
            Z("ouder"): zorgtoeslag(2023, 27500),
            K("ouder"): kindgebonden_budget(2023, (16, 10), 27500),
            A("ouder"): kinderbijslag("2023-1", (16, 10)),
        },
        "1920",
        "815",
    ),
    # reached the pension age of 66 years and 10 months in 2023, so had it on 1 January 2024
    "aow-net-bereikt-2024": Outcome(
        {
            P("oudere"): eur("1130"),
            AIO("oudere"): bijstand(NORM["2024-1", "aow_alleen"], 1130),
            H("oudere"): huurtoeslag(2024, "600", 16900, old=True),
            Z("oudere"): zorgtoeslag(2024, 16900),
        },
        "0",
        "745",
    ),
    # Awir 7 lid 6: of a child under 23 at home 5,970 does not count; no partner of the parent, so two times zorgtoeslag
    "inwonend-kind-werkt-2024": Outcome(
        {
            H("ouder+kind"): huurtoeslag(2024, "640", 19500 + 16000 - 5970, people=2),
            Z("ouder"): zorgtoeslag(2024, 19500),
            Z("kind"): zorgtoeslag(2024, 16000),
        },
        "2690",
        "930",
    ),
    "ww-met-bijstand-2025": Outcome(
        {
            B("huurder"): bijstand(NORM["2025-1", "alleen"], 820),
            H("huurder"): huurtoeslag(2025, "662", 18200),
            Z("huurder"): zorgtoeslag(2025, 18200),
        },
        "820",
        "818",
    ),
    # Pw 22a: two heads of 27 or older; Wht: one household of two; Wzt: each alone
    "twee-huisgenoten-2025": Outcome(
        {
            B("huurder"): bijstand(shared(NORM["2025-1", "paar"], 2)),
            H("huurder+huisgenoot"): huurtoeslag(2025, "700", 14500 + 24500, people=2),
            Z("huurder"): zorgtoeslag(2025, 14500),
            Z("huisgenoot"): zorgtoeslag(2025, 24500),
        },
        "1830",
        "1012",
    ),
    # Awir 3 lid 2: each other's pension partner on one address
    "samenwonend-stel-2025": Outcome(
        {
            H("een+ander"): huurtoeslag(2025, "710", 22500 + 13800, people=2),
            Z("een+ander"): zorgtoeslag(2025, 22500 + 13800, partners=True),
        },
        "2820",
        "1022",
    ),
    "huurder-van-22-2025": Outcome(
        {H("huurder"): huurtoeslag_young(2025, "455", 18500), Z("huurder"): zorgtoeslag(2025, 18500)}, "1480", "611"
    ),
    # Wht 11: a room is no self-contained home
    "kamerhuurder-2025": Outcome({Z("huurder"): zorgtoeslag(2025, 20500)}, "1620", "676"),
    "kostwinner-paar-2025": Outcome(
        {
            H("ouder1+ouder2+kind1+kind2"): huurtoeslag(2025, "780", 39500, people=4),
            Z("ouder1+ouder2"): zorgtoeslag(2025, 39500, partners=True),
            K("ouder1+ouder2"): kindgebonden_budget(2025, (5, 2), 39500, partners=True),
            A("ouder1+ouder2"): kinderbijslag("2025-1", (5, 2)),
        },
        "2640",
        "1092",
    ),
    # 165,000 is above 37,395 (Awir 7) and above 141,896 (Wzt 3)
    "vermogen-alleen-2025": Outcome({}, "1500", "836"),
    "aow-alleen-klein-pensioen-2025": Outcome(
        {
            P("oudere"): eur("1240"),
            AIO("oudere"): bijstand(NORM["2025-1", "aow_alleen"], 1240, pension=110, free=PENSION_FREE["2025-1"]),
            H("oudere"): huurtoeslag(2025, "652", 20900),
            Z("oudere"): zorgtoeslag(2025, 20900),
        },
        "110",
        "808",
    ),
    # Pw 20 lid 2: one of the couple is twenty, with a child
    "jong-paar-2025": Outcome(
        {
            B("een+ander+kind"): bijstand(NORM["2025-2", "een_jong_met_kind"], 760),
            H("een+ander+kind"): huurtoeslag(2025, "630", 13500, people=3),
            Z("een+ander"): zorgtoeslag(2025, 13500, partners=True),
            K("een+ander"): kindgebonden_budget(2025, (1,), 13500, partners=True),
            A("een+ander"): kinderbijslag("2025-2", (1,)),
        },
        "760",
        "942",
    ),
    # Wht 1: no rented home; the costs of an own home are no rent
    "gezin-koophuis-2026": Outcome(
        {
            Z("ouder1+ouder2"): zorgtoeslag(2026, 33500 + 11500, partners=True),
            K("ouder1+ouder2"): kindgebonden_budget(2026, (11, 8), 33500 + 11500, partners=True),
            A("ouder1+ouder2"): kinderbijslag("2026-1", (11, 8)),
        },
        "3370",
        "316",
    ),
    # Pw 13 lid 2 c: can study with studiefinanciering; Wht 11: a room
    "student-op-kamer-2026": Outcome({Z("student"): zorgtoeslag(2026, 5600)}, "1050", "638"),
    "zw-met-bijstand-2026": Outcome(
        {
            B("een+ander"): bijstand(NORM["2026-1", "paar"], 1240),
            H("een+ander"): huurtoeslag(2026, "735", 18900, people=2),
            Z("een+ander"): zorgtoeslag(2026, 18900, partners=True),
        },
        "1240",
        "1051",
    ),
    "aow-alleen-aio-2026": Outcome(
        {
            P("oudere"): eur("1150"),
            AIO("oudere"): bijstand(NORM["2026-1", "aow_alleen"], 1150),
            H("oudere"): huurtoeslag(2026, "690", 17900),
            Z("oudere"): zorgtoeslag(2026, 17900),
        },
        "0",
        "848",
    ),
    "aow-paar-klein-pensioen-2026": Outcome(
        {
            P("een"): eur("1045"),
            P("ander"): eur("1045"),
            H("een+ander"): huurtoeslag(2026, "760", 19600 + 14600, people=2),
            Z("een+ander"): zorgtoeslag(2026, 19600 + 14600, partners=True),
        },
        "330",
        "1076",
    ),
    # 2026: a rent above the limit counts up to it; service costs do not count, and are paid all the same
    "huurt-van-particulier-2026": Outcome(
        {H("huurder"): huurtoeslag(2026, "1050", 28600), Z("huurder"): zorgtoeslag(2026, 28600)}, "2130", "1248"
    ),
    "huurder-van-19-2026": Outcome(
        {H("huurder"): huurtoeslag_young(2026, "560", 16200), Z("huurder"): zorgtoeslag(2026, 16200)}, "1350", "718"
    ),
    "alleenstaande-ouder-werkt-2026": Outcome(
        {
            H("ouder+kind1+kind2+kind3"): huurtoeslag(2026, "790", 31000, people=4),
            Z("ouder"): zorgtoeslag(2026, 31000),
            K("ouder"): kindgebonden_budget(2026, (16, 12, 7), 31000),
            A("ouder"): kinderbijslag("2026-1", (16, 12, 7)),
        },
        "2310",
        "948",
    ),
    # 92,000 is above 76,958 (Awir 7), under 184,633 (Wzt 3)
    "spaargeld-paar-2026": Outcome({Z("een+ander"): zorgtoeslag(2026, 22000 + 8200, partners=True)}, "2410", "1016"),
    # fades to nothing in both
    "ruim-inkomen-2026": Outcome({}, "3180", "958"),
}

RIGHTS = [pytest.param(name, key, id=f"{name}-{'-'.join(key)}") for name in PROFILES for key in EXPECTED[name].rights]


def key_of(claim: Claim) -> tuple[str, str]:
    return claim.entitlement, "+".join(claim.members)


def test_every_profile_has_its_outcome_and_its_near_miss() -> None:
    assert set(EXPECTED) == set(PROFILES) == set(ONE_FACT_WORSE)


@pytest.mark.parametrize(("name", "key"), RIGHTS)
def test_the_amount_is_what_the_law_gives(name: str, key: tuple[str, str]) -> None:
    """The exact amount, so to the cent as well, and what is paid of it."""
    claim = next(c for c in assessed(name).claims if key_of(c) == key)
    due = EXPECTED[name].rights[key]
    assert claim.right.is_true
    assert half_up(claim.monthly.exact, 2) == half_up(due, 2)
    assert claim.monthly.exact == due
    assert claim.as_paid.exact == paid(key[0], due)


@pytest.mark.parametrize("name", PROFILES)
def test_nothing_else_is_given(name: str) -> None:
    """Every other right in money is refused for certain; only a year without figures leaves one open."""
    expected = EXPECTED[name]
    for claim in assessed(name).claims:
        if claim.entitlement in expected.outside:
            assert not claim.right.is_known
            assert claim.right.outside
            assert not claim.right.missing
        elif key_of(claim) not in expected.rights:
            assert claim.right.is_false, key_of(claim)


@pytest.mark.parametrize("name", PROFILES)
def test_every_fact_that_is_read_is_known(name: str) -> None:
    assert assessed(name).missing() == frozenset()
    assert bool(assessed(name).outside()) is bool(EXPECTED[name].outside)


@pytest.mark.parametrize("name", [n for n in PROFILES if not EXPECTED[n].outside])
def test_the_account_adds_up(name: str) -> None:
    """D is the rights and the private income; vrij is D less rent and premiums."""
    assessment, expected = assessed(name), EXPECTED[name]
    rights = sum((c.monthly.exact for c in assessment.claims), Fraction(0))
    assert assessment.d.exact == rights + eur(expected.net)
    assert assessment.free.exact == rights + eur(expected.net) - eur(expected.fixed)


# ---- a case at the limit, true by the definition


def test_the_large_family_without_the_exception_is_a_threshold() -> None:
    """The same family in a home not meant for eight: 745.00 is 34.32 (4.8 %) over the limit and costs the whole housing
    benefit. That is a threshold by its definition, so the fact that makes the difference is in the profile."""
    first_time = ("huurtoeslag, wie: ouder1, status: loopt", "huurtoeslag, wie: ouder1, status: niet_aangevraagd")
    _, found = look(profile("groot-gezin-2018", ("oordeel: ja", "oordeel: nee"), first_time))
    (conflict,) = found.conflicts
    assert conflict.kind == "drempel"
    assert conflict.threshold is not None
    assert conflict.threshold.excess == eur("745.00") - eur("710.68")
    assert conflict.loss.exact == huurtoeslag(2018, "710.68", 26000, people=8)


# ---- which limit is named, for a profile put just over one


def test_over_the_norm_income_the_norm_of_this_household_is_named() -> None:
    """A person of 35 with 22,450 is 50 over the norm income of 22,400. The 22,375 is for people of pension age."""
    _, found = look(profile("alleenstaande-werkt-2018", ("bedrag: 18600.00, status", "bedrag: 22450.00, status")))
    (conflict,) = found.conflicts
    assert conflict.threshold is not None
    assert (conflict.threshold.rule, conflict.threshold.limit) == ("ht.te_hoog_inkomen_een", 22400)
    at_the_limit = huurtoeslag(2018, "570", 22400) + zorgtoeslag(2018, 22400)
    assert conflict.loss.exact == at_the_limit - zorgtoeslag(2018, 22450)


def test_over_the_savings_limit_the_norm_that_refuses_is_named() -> None:
    """8,050 is 50 over the limit of the bijstand. The rule that skips questions under the limit refuses nobody."""
    _, found = look(profile("aow-alleen-aio-2026", ("waarde: 3900.00", "waarde: 8050.00")))
    (conflict,) = found.conflicts
    assert conflict.threshold is not None
    assert conflict.threshold.rule == "pw.te_veel_vermogen.alleenstaande_vanaf_2026"
