# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""``ook_op``: one case of a rule file on several days, each an example of its own."""

from __future__ import annotations

import datetime as dt

import pytest

from rulebook.world import OVERLAY_FILE, RULE_FILE, World
from samenloop.evaluation.examples import run_example

BEFORE = "    verwacht: {pr.norm: 50}\n"
DAYS = """    verwacht: {pr.norm: 50}
    ook_op:
      - {dag: 2018-06-30}
      - {dag: 2018-07-01, verwacht: {pr.norm: 55.25}}
      - {dag: 2025-01-01, verwacht: {pr.norm: onbekend}}
"""


@pytest.fixture
def days(world: World) -> World:
    world.swap(RULE_FILE, BEFORE, DAYS)
    return world


def test_each_day_is_an_example_with_its_own_place(days: World) -> None:
    found = [w for w in days.load().examples if w.example.naam.startswith("samen")]
    assert [w.example.peildatum for w in found] == [
        dt.date(2018, 4, 1), dt.date(2018, 6, 30), dt.date(2018, 7, 1), dt.date(2025, 1, 1)
    ]  # fmt: skip
    assert [w.example.naam for w in found][1] == "samen (ook op 30-06-2018)"
    lines = days.text(RULE_FILE).splitlines()
    assert [lines[w.spot.line - 1].strip()[:20] for w in found[1:]] == [
        "- {dag: 2018-06-30}", "- {dag: 2018-07-01, ", "- {dag: 2025-01-01, "
    ]  # fmt: skip


def test_what_a_day_says_takes_the_place_of_that_key_and_the_rest_holds(days: World) -> None:
    found = {w.example.peildatum: w.example for w in days.load().examples if w.example.naam.startswith("samen")}
    assert found[dt.date(2018, 6, 30)].verwacht == found[dt.date(2018, 4, 1)].verwacht
    assert found[dt.date(2018, 7, 1)].verwacht == {"pr.norm": "55.25"}
    assert found[dt.date(2018, 7, 1)].rollen == found[dt.date(2018, 4, 1)].rollen
    assert found[dt.date(2018, 7, 1)].ook == found[dt.date(2018, 4, 1)].ook


def test_each_day_is_evaluated_on_that_day(days: World) -> None:
    book = days.load()
    for worked in book.examples:
        if worked.example.naam.startswith("samen"):
            about = [failure.about for failure in run_example(book, worked.example, worked.unit)]
            assert "pr.norm" not in about


def test_a_wrong_value_on_another_day_fails_on_that_day_only(days: World) -> None:
    days.swap(RULE_FILE, "pr.norm: 55.25", "pr.norm: 55.26")
    book = days.load()
    failing = [
        worked.example.peildatum
        for worked in book.examples
        if worked.example.naam.startswith("samen")
        and any(f.about == "pr.norm" for f in run_example(book, worked.example, worked.unit))
    ]
    assert failing == [dt.date(2018, 7, 1)]


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("{dag: 2018-07-01, verwacht: {pr.norm: 55.25}}", "{dag: 2018-07-01, verwacht: {§pr.nrm: 55.25}}", "R194"),
        ("{dag: 2018-07-01, verwacht: {pr.norm: 55.25}}", "{dag: 2018-07-01, verwacht: {pr.norm: §ja}}", "R192"),
        ("{dag: 2018-06-30}", "{dag: 2018-06-30, vuurt: [§pr.rech]}", "R106"),
        ("{dag: 2018-06-30}", "{dag: §2018-06-31}", "R005"),
        ("{dag: 2018-06-30}", "{dag: 2018-06-30, recht: [§proefgel]}", "R001"),
    ],
)
def test_a_mistake_is_told_once_at_its_place(days: World, old: str, new: str, code: str) -> None:
    place = days.swap(RULE_FILE, old, new)
    assert [(p.code, (p.line, p.col)) for p in days.problems()] == [(code, place)]


def test_a_mistake_in_what_is_given_is_told_once(days: World) -> None:
    place = days.swap(RULE_FILE, "gegeven: {leeftijd: 31, studie: geen}", "gegeven: {leeftijd: 31, studie: §hbo}")
    assert [(p.code, (p.line, p.col)) for p in days.problems()] == [("R192", place)]


def test_an_overlay_has_other_days_too(world: World) -> None:
    text = world.text(OVERLAY_FILE) + (
        "voorbeelden:\n  - naam: soepel\n    peildatum: 2020-04-01\n    gegeven: {leeftijd: 30}\n    vuurt: [pr.open]\n"
        "    ook_op: [{dag: 2021-04-01}]\n"
    )
    world.write({OVERLAY_FILE: text})
    book = world.load()
    laid = book.with_overlays("gm0344_proef")
    assert [w.example.peildatum.year for w in laid.examples[len(book.examples) :]] == [2020, 2021]
