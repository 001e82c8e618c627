# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""Ordinary households on the first day of every month since 2015: a rule stands for every day, and what has no number
misses an amount that ``rules coverage --amounts`` calls open.

``make test`` takes a few months of each household, ``make test-lang`` (``SAMENLOOP_LANG=1``) all of them.
"""

from __future__ import annotations

import datetime as dt
import os
import random
from functools import cache
from pathlib import Path

import pytest

from samenloop.app.amounts import amounts
from samenloop.evaluation import evaluate_household
from support.cases import FIXTURES, TESTS, book
from support.moving import TODAY, months, moved

ALL = os.environ.get("SAMENLOOP_LANG") == "1"
SOME = 5
PROFILES = sorted((TESTS.parent / "fixtures" / "profielen").glob("*.yaml"))
HOUSEHOLDS = [*PROFILES, *sorted(FIXTURES.glob("gewo*.yaml"))]


def days(path: Path) -> list[dt.date]:
    """All months, or some that are always the same for a household and others for the next."""
    every = list(months())
    return every if ALL else sorted(random.Random(path.stem).sample(every, SOME))


@cache
def open_amounts() -> dict[str, set[str]]:
    """Per amount the months without a value."""
    found: dict[str, set[str]] = {}
    for amount in amounts(book(), TODAY):
        for stretch in amount.stretches:
            if stretch.status == "open":
                names = {f"{day:%Y-%m}" for day in months()}
                found.setdefault(amount.id, set()).update(n for n in names if stretch.first <= n <= stretch.last)
    return found


@pytest.mark.parametrize("path", HOUSEHOLDS, ids=lambda path: path.stem)
def test_only_open_amounts_are_missing(path: Path) -> None:
    for day in days(path):
        outside = evaluate_household(moved(path, day), book()).outside()
        unexplained = {name for name in outside if f"{day:%Y-%m}" not in open_amounts().get(name, set())}
        assert not unexplained, f"{path.stem} op {day}: {sorted(unexplained)}"


def test_the_households_of_every_year_have_rights() -> None:
    for day in months():
        path = FIXTURES / "gewone-alleenstaande-bijstand.yaml"
        if ALL or day.month == 7:
            claims = evaluate_household(moved(path, day), book()).claims
            there = {claim.entitlement for claim in claims if claim.right.is_true}
            assert "algemene_bijstand" in there, f"{day}: {sorted(there)}"
