# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""An earlier report checked again: the same, or what differs and why."""

from __future__ import annotations

from pathlib import Path

import pytest

from samenloop.app import replay
from samenloop.app.receipts import read_report
from samenloop.errors import InputError
from support.mini_base import mini_book, mini_case, mini_report


def test_the_same_household_and_rules_give_the_same_report() -> None:
    again = replay(mini_report().to_json(), mini_case(), mini_book())
    assert again.same
    assert again.differences == again.reasons == ()


def test_a_report_made_without_looking_ahead_is_checked_without_looking_ahead() -> None:
    assert replay(mini_report(projection=False), mini_case(), mini_book()).same


def test_another_fact_shows_where_the_outcome_differs() -> None:
    again = replay(mini_report(), mini_case(("andere_lasten: 141.00", "andere_lasten: 142.00")), mini_book())
    assert not again.same
    assert again.reasons == ("de gegevens van het huishouden zijn anders",)
    found = {d.path: (d.was, d.now) for d in again.differences}
    (key,) = [path for path in found if path.endswith("bewijs.afstand.gemeten")]
    assert found[key] == ("141.00", "142.00")


def test_a_conflict_that_is_gone_is_a_difference_by_its_id() -> None:
    before = mini_report()
    again = replay(before, mini_case(("andere_lasten: 141.00", "andere_lasten: 10.00")), mini_book())
    gone = [d for d in again.differences if d.path == f"botsingen[{before.botsingen[0].id}]"]
    assert len(gone) == 1
    assert gone[0].now is None


def test_other_rules_are_named_as_the_reason() -> None:
    local = mini_book().with_overlays("gm9999_extra")
    again = replay(mini_report(), mini_case(), local)
    assert "de regels zijn anders" in again.reasons
    assert "de gegevens van het huishouden zijn anders" not in again.reasons


def test_another_version_is_named_as_the_reason() -> None:
    report = mini_report()
    older = report.model_copy(update={"ontvangstbewijs": report.ontvangstbewijs.model_copy(update={"versie": "0.0.1"})})
    again = replay(older, mini_case(), mini_book())
    assert again.reasons == ("de versie van het programma is anders",)
    assert [d.path for d in again.differences] == ["ontvangstbewijs.versie"]


@pytest.mark.parametrize("text", ["", "{}", '{"peildatum": "2026-04-01"}', "[1, 2", "schema: 1"])
def test_what_is_no_report_is_an_input_error_without_its_contents(tmp_path: Path, text: str) -> None:
    path = tmp_path / "rapport.json"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(InputError) as error:
        read_report(path)
    assert [p.code for p in error.value.problems] == ["A012"]
    assert "2026-04-01" not in str(error.value)


def test_a_report_that_is_not_there_is_an_input_error(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="A010"):
        read_report(tmp_path / "weg.json")
    with pytest.raises(InputError, match="A011"):
        read_report(tmp_path)
