# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""What always holds between amounts, on any day since 2015 and for any household of this kind: the second working-out in
:mod:`support.reference` agrees to the fraction, more income never gives more toeslag, and the account adds up.
"""

from __future__ import annotations

import datetime as dt
from fractions import Fraction

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from samenloop.domain import Household
from samenloop.evaluation import Assessment
from support.people import has, household, link, monthly, person, says, worked
from support.reference import CARE, CHILDREN, POINTS, RENT, huurtoeslag, kindgebonden_budget, zorgtoeslag

YEARS = tuple(range(2015, 2027))
RENTED = tuple(y for y in RENT if (y, "een") in POINTS or y == 2026)
TOGETHER = tuple(y for y in RENT if (y, "meer") in POINTS or y == 2026)


def some(examples: int) -> settings:
    return settings(max_examples=examples, deadline=None, suppress_health_check=[HealthCheck.too_slow])


incomes = st.integers(0, 60000)
rents = st.integers(15000, 95000).map(lambda cents: cents / 100)


def married(one: str, other: str) -> dict[str, object]:
    return link("gehuwd", one, other, duurzaam_gescheiden=False)


def single(day: str, income: float, rent: float = 600, **more: object) -> Household:
    return household(day, [person("ik", 40, year=int(day[:4]), income=income)], rent=rent, **more)


def pair(day: str, first: float, second: float, rent: float = 600, **more: object) -> Household:
    year = int(day[:4])
    people = [person("een", 40, year=year, income=first), person("ander", 41, year=year, income=second)]
    return household(day, people, relations=[married("een", "ander")], rent=rent, **more)


def family(day: str, ages: tuple[int, ...], *incomes: float) -> Household:
    year = int(day[:4])
    adults = [person(f"ouder{i}", 38, year=year, income=income) for i, income in enumerate(incomes)]
    young = [person(f"kind{i}", age) for i, age in enumerate(ages)]
    relations = [link("ouder_van", str(a["id"]), str(k["id"])) for a in adults for k in young]
    if len(adults) == 2:
        relations.append(married("ouder0", "ouder1"))
    return household(day, adults + young, relations=relations)


def day_of(year: int) -> st.SearchStrategy[str]:
    return st.dates(dt.date(year, 1, 1), dt.date(year, 12, 31)).map(dt.date.isoformat)


# ---- the second working-out agrees


@some(25)
@given(st.sampled_from(sorted(CARE)), incomes, st.booleans(), st.data())
def test_zorgtoeslag_is_the_difference_of_two_premiums(
    year: int, income: int, together: bool, data: st.DataObject
) -> None:
    day = data.draw(day_of(year))
    found = worked(pair(day, income, 0) if together else single(day, income))
    due = zorgtoeslag(year, income, partners=together)
    got = monthly(found, "zorgtoeslag")
    assert got == (due if has(found, "zorgtoeslag") else 0)
    assert has(found, "zorgtoeslag") is (12 * due >= Fraction(47, 2))  # 24 euros after rounding (Awir 14)


@some(30)
@given(st.sampled_from(RENTED), incomes, rents, st.data())
def test_huurtoeslag_of_one_person(year: int, income: int, rent: float, data: st.DataObject) -> None:
    day = data.draw(day_of(year))
    limits = RENT[year]
    most = limits.most
    assume(year == 2026 or Fraction(str(rent)) <= most)
    found = worked(single(day, income, rent))
    due = huurtoeslag(year, str(rent), income)
    value = says(found, "ht.bedrag", "ik")
    assert value.is_known
    assert value.exact == due


@some(20)
@given(st.sampled_from(TOGETHER), incomes, incomes, rents, st.data())
def test_huurtoeslag_of_partners(year: int, first: int, second: int, rent: float, data: st.DataObject) -> None:
    day = data.draw(day_of(year))
    assume(year == 2026 or Fraction(str(rent)) <= RENT[year].most)
    value = says(worked(pair(day, first, second, rent)), "ht.bedrag", "een")
    assert value.is_known
    assert value.exact == huurtoeslag(year, str(rent), first + second, people=2)


@some(20)
@given(
    st.sampled_from(sorted(CHILDREN)),
    st.lists(st.integers(0, 17), min_size=1, max_size=5).map(tuple),
    incomes,
    st.booleans(),
    st.data(),
)
def test_kindgebonden_budget_by_children_and_income(
    year: int, ages: tuple[int, ...], income: int, together: bool, data: st.DataObject
) -> None:
    day = data.draw(day_of(year))
    assume(day >= "2015-08-01")
    found = worked(family(day, ages, income, 0) if together else family(day, ages, income))
    due = kindgebonden_budget(year, ages, income, partners=together)
    assert monthly(found, "kindgebonden_budget") == (due if has(found, "kindgebonden_budget") else 0)
    assert has(found, "kindgebonden_budget") is (12 * due >= Fraction(47, 2))


# ---- more income never gives more


def amount(found: Assessment, concept: str, who: str) -> Fraction | None:
    value = says(found, concept, who)
    return value.exact if value.is_known else None


@some(20)
@given(st.sampled_from(YEARS), incomes, st.integers(1, 12000), rents, st.data())
def test_more_income_never_gives_more(year: int, income: int, extra: int, rent: float, data: st.DataObject) -> None:
    """Neither huurtoeslag nor zorgtoeslag rises with income, and neither is ever negative."""
    day = data.draw(day_of(year))
    less, more = worked(single(day, income, rent)), worked(single(day, income + extra, rent))
    for concept in ("ht.bedrag", "zt.jaarbedrag"):
        first, second = amount(less, concept, "ik"), amount(more, concept, "ik")
        if first is not None and second is not None:
            assert 0 <= second <= first, concept


@some(15)
@given(st.sampled_from(YEARS), incomes, st.integers(1, 12000), st.lists(st.integers(0, 17), min_size=1, max_size=4))
def test_the_budget_falls_with_income_and_rises_with_children(
    year: int, income: int, extra: int, ages: list[int]
) -> None:
    day = f"{year}-10-01"
    base = monthly(worked(family(day, tuple(ages), income)), "kindgebonden_budget")
    assert monthly(worked(family(day, tuple(ages), income + extra)), "kindgebonden_budget") <= base
    assert monthly(worked(family(day, (*ages, 5), income)), "kindgebonden_budget") >= base


@some(15)
@given(st.sampled_from(YEARS), rents, st.integers(1, 5000), incomes)
def test_a_higher_rent_never_gives_less_within_the_limit(year: int, rent: float, cents: int, income: int) -> None:
    day = f"{year}-05-01"
    low, high = worked(single(day, income, rent)), worked(single(day, income, round(rent + cents / 100, 2)))
    first, second = amount(low, "ht.bedrag", "ik"), amount(high, "ht.bedrag", "ik")
    if first is not None and second is not None:
        assert first <= second <= first + Fraction(cents, 100)


@some(15)
@given(st.sampled_from(YEARS), incomes, incomes)
def test_partners_never_get_more_care_allowance_than_two_who_live_alone(year: int, first: int, second: int) -> None:
    """Together two standard premiums, and an own share that is at least that of the two of them."""
    day = f"{year}-04-01"
    together = monthly(worked(pair(day, first, second)), "zorgtoeslag")
    apart = [monthly(worked(single(day, income)), "zorgtoeslag") for income in (first, second)]
    assert together <= sum(apart) + Fraction(47, 24)  # what is too small to be granted


# ---- the account


@some(15)
@given(st.sampled_from(YEARS), incomes, rents, st.booleans())
def test_d_is_the_sum_of_the_rights_and_the_private_income(year: int, income: int, rent: float, together: bool) -> None:
    day = f"{year}-06-01"
    found = worked(pair(day, income, 0, rent) if together else single(day, income, rent))
    assume(all(c.right.is_known and (c.amount is None or c.monthly.is_known) for c in found.claims))
    rights = sum((c.monthly.exact for c in found.claims if c.amount is not None), Fraction(0))
    assert found.d.exact == rights
    if year >= 2017:  # the rules of rent and premium begin in October 2016
        premiums = 240 if together else 120
        assert found.free.exact == rights - Fraction(str(rent)) - premiums


# ---- the day before and the day after


@pytest.mark.parametrize(
    ("last", "concept", "income", "before", "after"),
    [
        ("2015-12-31", "zt.jaarbedrag", 15000, "941.86115", "997.7596"),
        ("2016-12-31", "zt.jaarbedrag", 15000, "997.7596", "1066.48755"),
        ("2017-12-31", "zt.jaarbedrag", 15000, "1066.48755", "1139.0251"),
        ("2018-12-31", "zt.jaarbedrag", 15000, "1139.0251", "1189.13295"),
        ("2019-12-31", "zt.jaarbedrag", 15000, "1189.13295", "1249.8127"),
        ("2020-12-31", "zt.jaarbedrag", 15000, "1249.8127", "1286.85975"),
        ("2016-12-31", "ht.basishuur", 15000, "231.87", "223.42"),
        ("2015-12-31", "ht.basishuur", 15000, "229.64", "231.87"),
        ("2023-12-31", "ht.basishuur", 15000, "225.54", "188.95"),
    ],
)
def test_the_first_of_january(last: str, concept: str, income: int, before: str, after: str) -> None:
    """The published lowest basishuur and the highest zorgtoeslag of the years, on both sides of New Year."""
    day = dt.date.fromisoformat(last)
    for when, figure in ((day, before), (day + dt.timedelta(days=1), after)):
        value = says(worked(single(when.isoformat(), income)), concept, "ik")
        assert value.is_known
        assert value.exact == Fraction(figure)


@pytest.mark.parametrize("year", [2015, 2016, 2017, 2018, 2019])
def test_the_hard_income_limit_until_2020(year: int) -> None:
    """Wht 14: over the norm income nothing at all; since 2020 the amount only fades away."""
    limit = {2015: 21950, 2016: 22100, 2017: 22200, 2018: 22400, 2019: 22700}[year]
    assert has(worked(single(f"{year}-12-31", limit, 700)), "huurtoeslag")
    assert not has(worked(single(f"{year}-12-31", limit + 1, 700)), "huurtoeslag")
    assert has(worked(single("2020-01-01", limit + 1, 700)), "huurtoeslag")
