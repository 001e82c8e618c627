# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""The use cases as plain functions."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from samenloop.app import check, read_household, render
from samenloop.app.inputs import input_hash
from samenloop.domain import load_household
from samenloop.errors import InputError
from support.mini_base import mini_book, mini_case, mini_check, mini_report, mini_text


def test_a_household_can_be_given_with_or_without_its_file() -> None:
    loaded = mini_case()
    assert check(loaded, mini_book()).report == check(loaded.household, mini_book()).report


def test_reading_takes_a_path_or_the_text_itself(tmp_path: Path) -> None:
    path = tmp_path / "huishouden.yaml"
    path.write_text(mini_text(), encoding="utf-8")
    assert read_household(path, mini_book()).household == read_household(mini_text(), mini_book()).household
    assert read_household(str(path), mini_book()).household.huishouden == "proef"


def test_a_missing_file_is_an_input_error() -> None:
    with pytest.raises(InputError, match="H001"):
        read_household("bestaat-niet.yaml", mini_book())


def test_every_form_of_the_report_is_text() -> None:
    report = mini_report()
    assert render(report, "json").startswith("{")
    assert render(report, "html").startswith("<!DOCTYPE html>")
    assert render(report).startswith("Samenloop")


def test_the_report_of_a_check_is_made_once() -> None:
    found = mini_check()
    assert found.report is found.report


def test_a_check_changes_nothing_it_was_given() -> None:
    loaded = mini_case()
    before = input_hash(loaded.household)
    check(loaded, mini_book())
    assert input_hash(loaded.household) == before


# The fingerprint of the input


def hash_of(text: str) -> str:
    return input_hash(load_household(text, "x.yaml", mini_book().vocabulary).household)


def test_the_fingerprint_is_of_the_facts_and_not_of_the_layout() -> None:
    text = mini_text()
    other = text.replace("bedrag: 1000.00", "bedrag: 1000.0").replace("relaties: []\n", "relaties:  []   # niemand\n")
    assert other != text
    assert hash_of(other) == hash_of(text)
    head, tail = text.split("personen:\n")
    moved = "personen:\n" + tail + head
    assert hash_of(moved) == hash_of(text)


@pytest.mark.parametrize(
    "change",
    [
        ("leeftijd: 40", "leeftijd: 41"),
        ("leeftijd: 40", "leeftijd: onbekend"),
        ("    leeftijd: 40\n", ""),
        ("leeftijd: 40", "leeftijd: {van: 39, tot: 40}"),
        ("bedrag: 1000.00", "bedrag: 1000.01"),
        ("vermogen: []\n", ""),
        ("vermogen: []", "vermogen: onbekend"),
        ("bruto: false", "bruto: true"),
        ("relaties: []\n", "relaties: []\nonvolledig: [vermogen]\n"),
    ],
)
def test_every_change_of_a_fact_changes_the_fingerprint(change: tuple[str, str]) -> None:
    assert hash_of(mini_text(change)) != hash_of(mini_text())


@settings(max_examples=25, deadline=None)
@given(st.integers(0, 20000))
def test_the_outcome_agrees_with_the_definition_around_the_limit(cents: int) -> None:
    """No right over 140.00; a threshold only when at most 5 % over it and five times more is lost than the excess."""
    costs = f"{cents // 100}.{cents % 100:02d}"
    report = mini_report(("andere_lasten: 141.00", f"andere_lasten: {costs}"))
    over = cents - 14000
    found = {c.id: c.status for c in report.aanspraken}["kwijtschelding_lokaal"]
    assert (found == "recht") == (over <= 0)
    assert bool(report.botsingen) == (0 < over <= 700)
    refused = [x for x in report.ongebruikte_rechten if x.soort == "geweigerd"]
    assert bool(refused) == (0 < over <= 1400)  # further away, and never refused, it is no news
    if refused:
        assert refused[0].afstand is not None
        assert refused[0].afstand.boven_drempelmarge == (over > 700)
