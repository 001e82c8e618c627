# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""Words for values, lists and amounts."""

from __future__ import annotations

import datetime as dt
from fractions import Fraction

import pytest

from samenloop.language import Type, values
from samenloop.language.values import FactRef, Thing, Value
from samenloop.report.parts import MoneyRange, MoneyUnknown
from samenloop.report.words import Words, amount_text, harmless, listed, lower_first, truth, upper_first
from support.mini_base import mini_book

WORDS = Words(mini_book(), dt.date(2026, 4, 1))
EURO = Type("bedrag", "eur/maand")
AGE = FactRef("persoon", "bewoner", "leeftijd")


@pytest.mark.parametrize(
    ("one", "other"), [("Huurtoeslag", "huurtoeslag"), ("AOW-pensioen", "AOW-pensioen"), ("WW", "WW"), ("", "")]
)
def test_a_label_inside_a_sentence_keeps_its_abbreviation(one: str, other: str) -> None:
    assert lower_first(one) == other


def test_lists_read_as_dutch() -> None:
    assert listed([]) == ""
    assert listed(["a"]) == "a"
    assert listed(["a", "b", "c"]) == "a, b en c"
    assert listed(["a", "b"], "of") == "a of b"
    assert upper_first("één") == "Één"


def test_an_amount_is_known_a_range_or_says_why_not() -> None:
    assert WORDS.amount(values.known(12)) == "12.00"
    assert WORDS.amount(values.between(Fraction(0), Fraction(5), {AGE})) == MoneyRange(van="0.00", tot="5.00")
    assert WORDS.amount(Value(low=Fraction(3))) == MoneyRange(van="3.00", tot=None)
    unknown = WORDS.amount(values.unknown({AGE}))
    assert unknown == MoneyUnknown(onbekend_door=("bewoner.leeftijd",))
    assert WORDS.amount(values.gap("kwijt.grens")) == MoneyUnknown(onbekend_door=(), buiten_dekking=("kwijt.grens",))


def test_amounts_in_words() -> None:
    assert amount_text("354.59", "per maand") == "€\u00a0354,59 per maand"
    assert amount_text(MoneyRange(van="0.00", tot="5.00")) == "€\u00a00,00 tot €\u00a05,00"
    assert amount_text(MoneyRange(van="1.00", tot=None)) == "minstens €\u00a01,00"
    assert amount_text(MoneyRange(van=None, tot="1.00")) == "hoogstens €\u00a01,00"
    assert amount_text(MoneyUnknown(onbekend_door=("x",))) == "onbekend"
    assert amount_text(MoneyUnknown(onbekend_door=(), buiten_dekking=("x",))) == "buiten dekking"
    assert amount_text(None) == "–"


def test_values_in_words() -> None:
    assert WORDS.value(values.TRUE, Type("ja_nee")) == "ja"
    assert WORDS.value(values.known(46), Type("getal")) == "46"
    assert WORDS.value(Value(exact=Fraction(71068, 100)), EURO) == "€\u00a0710,68 per maand"
    between = values.between(Fraction(1), Fraction(2), {AGE})
    assert WORDS.value(between, EURO) == "tussen €\u00a01,00 en €\u00a02,00 per maand"
    assert WORDS.value(Value(exact=dt.date(2018, 4, 1)), Type("datum")) == "01-04-2018"
    assert WORDS.value(Value(exact=Thing("woning", "huis")), Type("ding")) == "huis"
    assert WORDS.value(values.unknown({AGE}), EURO) == "onbekend"
    assert WORDS.value(values.gap("x"), EURO) == "buiten dekking"
    assert (truth(values.TRUE), truth(values.FALSE), truth(values.unknown())) == ("ja", "nee", "onbekend")


def test_names_are_words_for_people() -> None:
    assert WORDS.name("parameters.kwijt.grens") == "grens van de lasten"
    assert WORDS.name("persoon.brp_woning.kwijt.lasten") == "lasten"
    assert WORDS.ref(AGE) == "leeftijd (bewoner)"
    assert WORDS.ref(FactRef("paar", "vader>moeder", "gehuwd")) == "gehuwd (vader en moeder)"
    assert WORDS.fact_subject(FactRef("woning", "huis", "kwijt.lasten")) == "de maandprijs"
    assert WORDS.role("college") == "college van burgemeester en wethouders"


def test_free_text_loses_what_a_terminal_would_obey() -> None:
    assert harmless("rood\x1b[31m en\x07 klaar\nnieuwe regel") == "rood [31m en  klaar\nnieuwe regel"
