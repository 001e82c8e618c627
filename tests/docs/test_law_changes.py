# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""Every day on which the law in the rule base changes is in the log of the law, for the law it changes."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path

import pytest

from samenloop.rulebook import Rulebook, load_rulebook

LOG = Path(__file__).resolve().parents[2] / "docs" / "wijzigingen-in-het-recht.md"
FIRST_READ = dt.date(2018, 2, 1)
"""Up to this day a beginning may be the first day for which somebody read the text."""
KINDS = {"nieuw", "wetswijziging", "bedragen", "herstel", "grens"}
ROW = re.compile(r"^\| (\d{4}-\d{2}-\d{2}) \| (\w+) \| ([^|]+) \|", re.MULTILINE)


@pytest.fixture(scope="module")
def book() -> Rulebook:
    return load_rulebook()


def logged() -> list[tuple[dt.date, str, str]]:
    return [(dt.date.fromisoformat(d), kind, what) for d, kind, what in ROW.findall(LOG.read_text(encoding="utf-8"))]


def changed(book: Rulebook) -> set[dt.date]:
    """The days on which a rule or an article begins or has ended."""
    validities = [rule.geldig for rule in book.all_rules]
    validities += [article.geldig for articles in book.articles.values() for article in articles]
    ends = {v.tot + dt.timedelta(days=1) for v in validities if v.tot is not None}
    return ends | {v.van for v in validities if v.van > FIRST_READ}


def test_every_change_of_the_rules_is_logged(book: Rulebook) -> None:
    assert sorted(changed(book) - {day for day, _, _ in logged()}) == []


def test_nothing_is_logged_on_a_day_on_which_nothing_changes(book: Rulebook) -> None:
    amounts = {value.van for parameter in book.parameters.values() for value in parameter.waarden}
    assert [row for row in logged() if row[0] not in changed(book) | amounts] == []


def test_the_log_has_its_own_words_and_the_newest_first() -> None:
    rows = logged()
    assert len(rows) > 30
    assert {kind for _, kind, _ in rows} <= KINDS
    days = [day for day, _, _ in rows]
    assert days == sorted(days, reverse=True)
