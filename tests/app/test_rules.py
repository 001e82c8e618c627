# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""The rules read back in Dutch and tried on their examples."""

from __future__ import annotations

import datetime as dt
from fractions import Fraction
from pathlib import Path

import pytest

from rulebook.world import BASE, RULE_FILE, World
from samenloop.app.rule_history import written
from samenloop.app.rules import list_rules, run_examples, show_rule
from samenloop.errors import InputError
from samenloop.rulebook import Parameter, ParameterValue, Rulebook, load_rulebook
from support.mini_base import mini_book, mini_root


def test_rules_are_listed_with_place_and_validity() -> None:
    lines = {line.id: line for line in list_rules(mini_book())}
    assert lines["kwijt.te_jong"].until == dt.date(2025, 12, 31)
    assert lines["kwijt.te_jong"].basis == "art. 3 Verzonnen verordening"
    assert lines["kwijt.te_jong"].spot.startswith("rules/kwijtschelding/kwijtschelding.yaml:")


def test_the_list_can_be_of_one_regime_or_one_day() -> None:
    assert {line.regime for line in list_rules(mini_book(), "energie")} == {"energie"}
    now = {line.id for line in list_rules(mini_book(), day=dt.date(2026, 4, 1))}
    then = {line.id for line in list_rules(mini_book(), day=dt.date(2025, 4, 1))}
    assert then - now == {"kwijt.te_jong"}


def test_a_rule_reads_as_dutch_with_articles_and_readers() -> None:
    shown = show_rule(mini_book(), "kwijt.te_hoge_lasten")
    assert shown.about[0] == "Deze regel geldt als lasten hoger is dan grens van de lasten."
    assert shown.about[1] == "Neemt een recht weg: Kwijtschelding lokale belastingen."
    assert shown.articles == (
        ("art. 2 Verzonnen verordening", "Verzonnen: boven de grens van de lasten is er geen recht."),
    )
    assert shown.reads == ("grens van de lasten", "lasten")
    assert any("een cent erboven" in example for example in shown.examples)


def test_a_rule_that_defines_something_says_what_and_who_reads_it() -> None:
    shown = show_rule(mini_book(), "kwijt.hoogte.som")
    assert shown.about[0] == "Dit is hoogte (één mens): bedrag van de kwijtschelding plus extra."
    assert shown.read_by == ("Verzonnen kwijtschelding (kwijt.recht)",)


def test_a_rule_tells_its_amounts_with_their_days() -> None:
    (amount,) = show_rule(mini_book(), "kwijt.te_hoge_lasten").amounts
    assert amount.id == "kwijt.grens"
    assert all(" t/m " in days and "€" in value for days, value in amount.values)


def test_a_rule_that_was_always_the_only_one_has_no_history() -> None:
    assert show_rule(mini_book(), "kwijt.hoogte.som").history == ()


def test_history_names_the_rules_and_the_articles_of_other_days(tmp_path: Path) -> None:
    made = World(tmp_path / "basis")
    made.write(BASE)
    made.swap(RULE_FILE, "geldig: {van: 2018-01-01}\n    bepaalt: pr.norm\n    waarde: parameters.pr.bedrag\n", OLDER)
    made.swap(RULE_FILE, "geldig: {van: 2018-01-01}\n    bepaalt: pr.norm\n    uitz", ENDED)
    history = show_rule(made.load(), "pr.norm.gewoon").history
    assert history[:2] == (
        "01-01-2018 t/m 31-12-2019: De norm (pr.norm.gewoon).",
        "vanaf 01-01-2020: De norm, later (pr.norm.later).",
    )
    assert history[2:] == (
        "Art. 2 lid 1 Proefwet, 01-01-2015 t/m 31-12-2019: Hoeveel geld het is.",
        "Art. 2 lid 1 Proefwet, vanaf 01-01-2020: Hoeveel geld het sinds 2020 is.",
    )
    assert show_rule(made.load(), "pr.norm.later").history == history
    assert not any("pr.norm" in said for said in show_rule(made.load(), "pr.norm.samen").history)


ENDED = "geldig: {van: 2018-01-01, tot: 2019-12-31}\n    bepaalt: pr.norm\n    uitz"
OLDER = """geldig: {van: 2018-01-01, tot: 2019-12-31}
    bepaalt: pr.norm
    waarde: parameters.pr.bedrag
    eenheid: eur/maand
  - regel: pr.norm.later
    titel: De norm, later
    grondslag: [{wet: proefwet, artikel: "2", lid: "1"}]
    geldig: {van: 2020-01-01}
    bepaalt: pr.norm
    waarde: parameters.pr.bedrag
"""


@pytest.mark.parametrize(
    ("kind", "unit", "value", "text"),
    [
        ("bedrag", "eur/maand", Fraction("1234.5"), "€\u00a01.234,50 per maand"),
        ("bedrag", "eur", Fraction("0.1234"), "€\u00a00,1234"),
        ("percentage", None, Fraction("0.0134"), "1,34\u00a0%"),
        ("getal", None, Fraction("0.000001234567"), "0,000001234567"),
        ("geheel", None, Fraction(27), "27"),
        ("datum", None, dt.date(2026, 1, 1), "01-01-2026"),
        ("bedrag", "eur", None, "niet gevonden"),
    ],
)
def test_a_value_is_written_with_its_unit(kind: str, unit: str | None, value: object, text: str) -> None:
    parameter = Parameter.model_construct(soort=kind, eenheid=unit)
    assert written(parameter, ParameterValue.model_construct(waarde=value)) == text


def test_a_rule_that_does_not_exist_gets_a_hint() -> None:
    with pytest.raises(InputError) as error:
        show_rule(mini_book(), "kwijt.te_hoge_last")
    assert error.value.problems[0].hint == "Bedoelt u 'kwijt.te_hoge_lasten'?"


def test_the_examples_hold_also_those_of_an_overlay() -> None:
    runs = run_examples(mini_book())
    assert [run for run in runs if run.failures] == []
    assert [run.example.example.naam for run in runs][-1] == "met vijf euro erbij"
    assert len(runs) == len(mini_book().examples) + 1
    assert {run.example.regime for run in run_examples(mini_book(), "energie")} == {"energie"}


def broken() -> Rulebook:
    path = mini_root() / "rules" / "energie" / "lasten.yaml"
    text = path.read_text(encoding="utf-8")
    try:
        path.write_text(text.replace("kwijt.lasten: 10.00}", "kwijt.lasten: 0}"), encoding="utf-8")
        return load_rulebook(mini_root())
    finally:
        path.write_text(text, encoding="utf-8")


def test_an_example_that_does_not_hold_says_what_was_expected_and_found() -> None:
    (run,) = [run for run in run_examples(broken()) if run.failures]
    (failure,) = run.failures
    assert (failure.about, failure.expected, failure.found) == ("ene.lasten", "vuurt", "nee")
    assert run.place.startswith("rules/energie/lasten.yaml:")
