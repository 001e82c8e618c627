# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""Why, and why not."""

from __future__ import annotations

import pytest

from samenloop.app import explain
from samenloop.errors import InputError
from samenloop.report.explanation import Explanation, render
from support.mini_base import mini_book, mini_case


def asked(name: str, *changes: tuple[str, str], person: str | None = None) -> Explanation:
    return explain(mini_case(*changes), mini_book(), name, person)


def test_a_refused_right_says_why_not_with_article_and_distance() -> None:
    found = asked("kwijtschelding_lokaal")
    (answer,) = found.antwoorden
    assert (found.soort, answer.wie, answer.uitkomst) == ("aanspraak", "bewoner", "geen recht")
    assert answer.waarom_niet == (
        "Lasten is €\u00a0141,00 per maand. Dat is €\u00a01,00 (0,7\u00a0%) boven de grens van €\u00a0140,00 "
        "(art. 2 Verzonnen verordening).",
    )
    assert answer.vervallen[0].startswith("Tot en met 31-12-2025 gold")


def test_a_right_says_how_its_amount_came_about() -> None:
    shown = render(asked("kwijtschelding_lokaal", ("andere_lasten: 141.00", "andere_lasten: 10.00")))
    assert "recht: €\u00a060,50 per maand (uitbetaald €\u00a060,00 per maand)" in shown
    assert "Bedrag van de kwijtschelding: €\u00a060,50 per maand" in shown
    assert "bedrag uit de wet: art. 1 Verzonnen verordening, vanaf 01-01-2018" in " ".join(shown.split())
    assert "Geldt hier niet: geen kwijtschelding boven de grens" in shown


def test_a_concept_names_its_rule_and_an_exception_that_did_not_hold() -> None:
    found = asked("kwijt.hoogte")
    assert found.soort == "begrip"
    assert found.antwoorden[0].uitkomst == "€\u00a060,50 per maand"
    assert "kwijt.hoogte.som" in render(found)


def test_a_fact_says_where_it_stands_in_the_file() -> None:
    found = asked("kwijt.lasten")
    assert found.antwoorden[0].wie == "huis"
    assert "In het bestand: andere_lasten." in found.omschrijving


def test_a_rule_says_whether_it_holds_and_what_is_not_so() -> None:
    holds = asked("kwijt.te_hoge_lasten").antwoorden[0]
    assert holds.uitkomst == "deze regel geldt"
    fails = asked("kwijt.te_hoge_lasten", ("andere_lasten: 141.00", "andere_lasten: 1.00")).antwoorden[0]
    assert fails.uitkomst == "deze regel geldt niet"
    assert fails.waarom_niet == ("Niet waar: lasten hoger is dan grens van de lasten.",)


def test_a_rule_out_of_force_says_so() -> None:
    found = asked("kwijt.te_jong")
    assert found.antwoorden == ()
    assert "Deze regel geldt niet op deze dag." in found.omschrijving


def test_an_amount_of_the_law_can_be_asked_for() -> None:
    found = asked("kwijt.grens")
    assert found.antwoorden[0].uitkomst == "€\u00a0140,00 per maand"
    assert "Bekend tot en met 31-12-2026." in found.omschrijving


def test_what_is_missing_is_named() -> None:
    found = asked("individuele_inkomenstoeslag", ("leeftijd: 40", "leeftijd: onbekend"))
    assert found.antwoorden[0].uitkomst == "onbekend: tussen €\u00a00,00 en €\u00a040,00 per maand"
    assert found.antwoorden[0].ontbreekt == ("bewoner.leeftijd",)


def test_outside_coverage_is_no_number() -> None:
    found = asked("kwijtschelding_lokaal", ("peildatum: 2026", "peildatum: 2030"))
    assert found.antwoorden[0].uitkomst == "buiten dekking"
    assert "€" not in found.antwoorden[0].uitkomst


def test_one_person_can_be_asked_about() -> None:
    assert len(asked("leeftijd", person="bewoner").antwoorden) == 1
    with pytest.raises(InputError) as error:
        asked("leeftijd", person="bewonner")
    (problem,) = error.value.problems
    assert (problem.code, problem.hint) == ("A002", "Bedoelt u 'bewoner'?")


def test_a_name_that_does_not_exist_gets_a_hint() -> None:
    with pytest.raises(InputError) as error:
        asked("kwijtschelding_lokal")
    (problem,) = error.value.problems
    assert (problem.code, problem.hint) == ("A001", "Bedoelt u 'kwijtschelding_lokaal'?")


def test_the_text_says_it_is_a_tool_and_keeps_to_its_width() -> None:
    shown = render(asked("kwijtschelding_lokaal"), 80)
    assert "hulpmiddel, geen besluit" in shown
    assert max(map(len, shown.splitlines())) <= 80
