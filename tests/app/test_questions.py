# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""The next best questions: every one that is asked changes an outcome, and is asked in Dutch."""

from __future__ import annotations

import pytest

from samenloop.app.checking import losses
from samenloop.evaluation import evaluate_household
from samenloop.evaluation.questions import Question, answers, missing_facts, questions, wording
from samenloop.interaction import detect
from samenloop.language.values import FactRef
from support.mini_base import mini_book, mini_case

CALM = ("andere_lasten: 141.00", "andere_lasten: 10.00")


def asked(*changes: tuple[str, str]) -> tuple[Question, ...]:
    assessment = evaluate_household(mini_case(*changes).household, mini_book())
    detected = detect(assessment)
    waiting = [ref for conflict in detected.conflicts for ref in conflict.missing]
    return questions(assessment, losses(detected), waiting)


def test_when_everything_is_known_nothing_is_asked() -> None:
    runs = "  - {regeling: kwijtschelding_lokaal, wie: bewoner, status: loopt}\n"
    assert asked(CALM, ("status: loopt}\n", "status: loopt}\n" + runs)) == ()


def test_a_fact_that_changes_nothing_is_not_asked() -> None:
    """The age only matters for the yearly amount; with the right already gone for another reason it would not."""
    assert [str(q.ref) for q in asked(CALM, ("leeftijd: 40", "leeftijd: onbekend"))] == ["bewoner.leeftijd"]
    assert [str(q.ref) for q in asked(CALM, ("leeftijd: 40", "leeftijd: {van: 21, tot: 60}"))] == []
    assert [str(q.ref) for q in asked(CALM, ("leeftijd: 40", "leeftijd: {van: 20, tot: 60}"))] == ["bewoner.leeftijd"]


def test_a_number_is_tried_on_both_sides_of_every_limit() -> None:
    (question,) = asked(CALM, ("leeftijd: 40", "leeftijd: onbekend"))
    assert question.answers == ("0", "20", "21", "120")
    assert question.rights == ("individuele_inkomenstoeslag",)
    assert question.swing == 40


def test_what_changes_more_is_asked_first() -> None:
    found = asked(("andere_lasten: 141.00", "andere_lasten: onbekend"), ("leeftijd: 40", "leeftijd: onbekend"))
    assert [str(q.ref) for q in found] == ["huis.kwijt.lasten", "bewoner.leeftijd"]
    assert found[0].swing > found[1].swing


def test_a_link_that_is_not_known_is_asked_in_words() -> None:
    (question,) = asked(("brp: {inschrijving: woonadres, woning: huis}", "brp: {inschrijving: woonadres}"))
    assert question.ref == FactRef("persoon", "bewoner", "brp_woning")
    assert question.text == "In welke woning staat deze persoon ingeschreven? (bewoner)"
    assert question.answers == ("huis", "geen van deze woningen")


def test_whether_a_right_runs_is_asked_when_the_file_does_not_say() -> None:
    regelingen = "regelingen:\n  - {regeling: individuele_inkomenstoeslag, wie: bewoner, status: loopt}\n"
    found = asked(CALM, (regelingen, ""))
    assert {str(q.ref) for q in found} == {
        "bewoner.loopt_kwijtschelding_lokaal", "bewoner.loopt_individuele_inkomenstoeslag",
    }  # fmt: skip
    assert found[0].text.startswith("Wordt dit al ontvangen: ")
    assert found[0].answers == ("ja", "nee")


def test_a_conflict_that_hangs_on_a_fact_asks_for_it() -> None:
    found = asked(("inschrijving: woonadres", "inschrijving: onbekend"))
    assert found[0].ref == FactRef("persoon", "bewoner", "inschrijving")
    assert len(found[0].others) == 1


def test_every_question_that_is_asked_changes_an_outcome_when_it_is_answered() -> None:
    changes = [("leeftijd: 40", "leeftijd: onbekend"), ("inschrijving: woonadres", "inschrijving: onbekend")]
    assessment = evaluate_household(mini_case(CALM, *changes).household, mini_book())
    for question in questions(assessment):
        outcomes = set()
        for _, variation in answers(assessment, question.ref):
            after = evaluate_household(assessment.household, assessment.book, variation)
            outcomes.add(tuple((c.entitlement, c.right.exact, c.monthly.bounds) for c in after.claims))
        assert len(outcomes) > 1, question.ref


def test_facts_that_more_rights_wait_for_are_tried_first() -> None:
    changes = [("leeftijd: 40", "leeftijd: onbekend"), ("inschrijving: woonadres", "inschrijving: onbekend")]
    assessment = evaluate_household(mini_case(CALM, *changes).household, mini_book())
    extra = FactRef("persoon", "bewoner", "inschrijving")
    assert missing_facts(assessment, [extra])[0] == extra


@pytest.mark.parametrize(
    ("fact", "start"),
    [
        ("personen", "Horen er nog meer mensen bij dit huishouden"),
        ("woningen", "Om welke woning"),
        ("bezittingen", "Is er spaargeld"),
        ("schulden", "Zijn er schulden"),
        ("kwijt.extra", "Hoe is dit plaatselijk geregeld: De gemeente mag er iets bij doen?"),
    ],
)
def test_what_is_no_fact_of_a_rule_file_has_a_question_too(fact: str, start: str) -> None:
    assessment = evaluate_household(mini_case().household, mini_book())
    text, why, judgement = wording(assessment, FactRef("huishouden", "huishouden", fact))
    assert text.startswith(start)
    assert why.endswith(".")
    assert not judgement


def test_lists_and_people_can_be_answered() -> None:
    assessment = evaluate_household(mini_case().household, mini_book())

    def labels(fact: str) -> list[str]:
        return [label for label, _ in answers(assessment, FactRef("huishouden", "huishouden", fact))]

    assert labels("personen") == ["nee", "ja"]
    assert labels("schulden") == ["geen", "onbekend"]
    assert labels("kwijt.extra") == ["0", "10"]
    assert labels("vorige_periode(kwijt.hoogte)") == []
