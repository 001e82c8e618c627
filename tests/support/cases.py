# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""Households and rule bases for tests: the fixtures, with one value changed, and the rule base loaded once."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from samenloop.app.checking import check
from samenloop.domain import Household, load_household
from samenloop.evaluation import Assessment, evaluate_household
from samenloop.interaction import Detected, detect
from samenloop.report import Report
from samenloop.rulebook import Rulebook, load_rulebook

TESTS = Path(__file__).resolve().parent.parent
FIXTURES = TESTS.parent / "fixtures" / "huishoudens"


@cache
def book() -> Rulebook:
    """The rule base that ships with the package."""
    return load_rulebook()


@cache
def book_with(folder: Path) -> Rulebook:
    """The same, with the rules and laws of another folder laid beside it."""
    return load_rulebook(extra_roots=(folder,))


def household(name: str, /, *changes: tuple[str, str], rules: Rulebook | None = None) -> Household:
    """A fixture by name, after replacing each (old text, new text); every old text must stand in the file once."""
    text = (FIXTURES / f"{name}.yaml").read_text(encoding="utf-8")
    for old, new in changes:
        assert len(re.findall(re.escape(old), text)) == 1, f"{old!r} staat niet één keer in {name}"
        text = text.replace(old, new)
    return load_household(text, f"{name}.yaml", (rules or book()).vocabulary).household


def look(house: Household, rules: Rulebook | None = None) -> tuple[Assessment, Detected]:
    """Evaluate and detect."""
    assessment = evaluate_household(house, rules or book())
    return assessment, detect(assessment)


def report_of(house: Household, rules: Rulebook | None = None) -> Report:
    """The whole report of a household."""
    return check(house, rules or book()).report
