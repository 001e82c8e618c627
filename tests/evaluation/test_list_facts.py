# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""A fact that says whether there is anything in a list: while nothing is known, it is asked instead of every other."""

from __future__ import annotations

from typing import Any

import pytest

from evaluation.invented import concept, evaluator, fact, house, land, look, money, person
from samenloop.evaluation.questions import answers
from samenloop.language.values import FactRef, Thing
from samenloop.rulebook import Rulebook

ME = Thing("persoon", "ik")
ANY = FactRef("persoon", "ik", "heeft_inkomen")
WAGE = {"soort": "loon", "bedrag": "1000.00", "per": "maand", "bruto": False}


@pytest.fixture(scope="module")
def book() -> Rulebook:
    return land(
        concept("fo.som", "loon + ww"),
        facts=[
            fact("heeft_inkomen", uit="inkomen", samen="bestaat"),
            fact("heeft_schuld", uit="schulden", samen="bestaat"),
            fact("huurschuld", uit="schulden[soort=huur]", samen="bestaat"),
            money("loon", uit="inkomen[soort=loon, bruto=false].bedrag", samen="som"),
            money("ww", uit="inkomen[soort=ww, bruto=false].bedrag", samen="som", bereik={"van": 0, "tot": 500}),
        ],
    )


SILENT = {key: value for key, value in person().items() if key != "inkomen"}
"""Somebody of whom the file says nothing about income."""


def waits_for(book: Rulebook, who: dict[str, Any], **more: Any) -> set[str]:
    found = evaluator(book, house(book, [who], **more)).concept("fo.som", ME)
    return {ref.fact for ref in found.missing}


def test_the_fact_is_found(book: Rulebook) -> None:
    assert dict(book.list_facts) == {("persoon", "inkomen"): "heeft_inkomen"}


def test_a_list_that_the_household_shares_is_read_as_before(book: Rulebook) -> None:
    debt = {"id": "s1", "soort": "huur", "wie": "ik"}
    assert evaluator(book, house(book, [SILENT], schulden=[debt])).fact("huurschuld", ME).is_true
    assert {
        r.fact for r in evaluator(book, house(book, [SILENT], schulden="onbekend")).fact("huurschuld", ME).missing
    } == {"huurschuld"}


@pytest.mark.parametrize("who", [SILENT, person(inkomen="onbekend")])
def test_one_question_while_nothing_is_known(book: Rulebook, who: dict[str, Any]) -> None:
    assert waits_for(book, who) == {"heeft_inkomen"}


def test_bounds_stay(book: Rulebook) -> None:
    assert evaluator(book, house(book, [SILENT])).fact("ww", ME).bounds == (0, 500)


def test_a_list_that_is_there_is_read(book: Rulebook) -> None:
    assert evaluator(book, house(book, [person(inkomen=[WAGE])])).concept("fo.som", ME).exact == 1000
    assert evaluator(book, house(book, [person(inkomen=[])])).concept("fo.som", ME).exact == 0


def test_a_list_that_may_have_more_is_asked_for_each_kind(book: Rulebook) -> None:
    assert waits_for(book, person(inkomen=[WAGE]), onvolledig=["personen.ik.inkomen"]) == {"loon", "ww"}


def test_the_answers_are_nothing_and_something(book: Rulebook) -> None:
    assessment = look(book, house(book, [SILENT]))
    tried = dict(answers(assessment, ANY))
    assert list(tried) == ["nee", "ja"]
    none, some = (assessment.varied(tried[word]).evaluator.concept("fo.som", ME) for word in tried)
    assert none.exact == 0
    assert {ref.fact for ref in some.missing} == {"loon", "ww"}
