# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""A fact that the rules can compute (``of_uit: {begrip: ...}``): when it is, and what the account makes of it."""

from __future__ import annotations

from typing import Any

import pytest

from evaluation.invented import concept, evaluator, house, land, look, money, person
from samenloop.evaluation.variation import with_fact
from samenloop.language import values
from samenloop.language.values import FactRef, Thing
from samenloop.rulebook import Rulebook

ME = Thing("persoon", "ik")
GROSS = {"soort": "loon", "bedrag": "1000.00", "per": "maand", "bruto": True}


@pytest.fixture(scope="module")
def book() -> Rulebook:
    """Nine tenths of gross income is left; not computed for who is 99."""
    return land(
        concept("fo.over", "bruto * 90%", wanneer="fo.leeftijd < 99"), concept("fo.leest", "over / 2"),
        facts=[
            money("netto", uit="inkomen[bruto=false].bedrag", samen="som"),
            money("bruto", uit="inkomen[bruto=true].bedrag", samen="som"),
            money(
                "over", uit="inkomen[bruto=true].netto", samen="som", bereik={"van": 0, "tot": 20000},
                of_uit={"begrip": "fo.over"},
            ),
        ],
    )  # fmt: skip


def case(book: Rulebook, *entries: Any, age: int = 30) -> Any:
    return house(book, [person(age=age, inkomen=list(entries))])


def test_computed_when_the_file_says_nothing_and_told_as_an_estimate(book: Rulebook) -> None:
    ev = evaluator(book, case(book, GROSS))
    assert ev.concept("fo.leest", ME).exact == 450
    assert [(ref.fact, one.path) for ref, one in ev.facts.estimates.items()] == [("over", "fo.over")]


def test_what_the_file_says_goes_first(book: Rulebook) -> None:
    ev = evaluator(book, case(book, {**GROSS, "netto": "800.00"}))
    assert ev.concept("fo.leest", ME).exact == 400
    assert ev.facts.estimates == {}


def test_what_cannot_be_computed_stays_asked_for(book: Rulebook) -> None:
    """Outside coverage, or with a gross amount that is not known: the fact itself is what is missing."""
    for house_ in (case(book, GROSS, age=99), case(book, {**GROSS, "bedrag": "onbekend"})):
        found = evaluator(book, house_).fact("over", ME)
        assert not found.is_known
        assert {ref.fact for ref in found.missing} == {"over"}
        assert found.bounds == (0, 20000)


def test_a_change_goes_before_the_computation(book: Rulebook) -> None:
    changed = with_fact(FactRef("persoon", "ik", "over"), values.known(700))
    assert evaluator(book, case(book, GROSS), changed).concept("fo.leest", ME).exact == 350


def test_the_reader_has_read_what_it_was_computed_from(book: Rulebook) -> None:
    reads = {read.id for read in evaluator(book, case(book, GROSS)).concept_result("fo.leest", ME).reads}
    assert {"over", "fo.over.regel", "bruto"} <= reads


def lines(book: Rulebook, *entries: Any, age: int = 30) -> dict[str, Any]:
    account = look(book, case(book, *entries, age=age)).account
    return {line.id: line.amount.bounds for line in account.lines if line.kind == "inkomen"}


def test_the_account_shares_out_what_is_left(book: Rulebook) -> None:
    other = {**GROSS, "soort": "ww", "bedrag": "500.00"}
    assert lines(book, GROSS, other) == {"loon": (900, 900), "ww": (450, 450)}
    assert lines(book, {**GROSS, "netto": "850.00"}, other) == {"loon": (850, 850), "ww": (500, 500)}
    assert lines(book, {**GROSS, "netto": "870.00"}, other) == {"loon": (870, 870), "ww": (480, 480)}


def test_more_told_than_computed_leaves_the_rest_open(book: Rulebook) -> None:
    other = {**GROSS, "soort": "ww", "bedrag": "10.00"}
    assert lines(book, {**GROSS, "netto": "950.00"}, other) == {"loon": (950, 950), "ww": (0, 10)}


def test_without_a_computation_gross_lies_between_nothing_and_itself(book: Rulebook) -> None:
    assert lines(book, GROSS, age=99) == {"loon": (0, 1000)}
    assert lines(book, {**GROSS, "bruto": "onbekend"}) == {"loon": (0, 1000)}
