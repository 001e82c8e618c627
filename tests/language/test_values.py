# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""Three-valued logic, ranges, and amounts that are never nearly right."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from fractions import Fraction
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from samenloop.language import values
from samenloop.language.explain import round_to
from samenloop.language.values import FALSE, TRUE, FactRef, Thing, Value

F = Fraction
A, B, C = (FactRef("persoon", name, "feit") for name in "abc")
UNKNOWN = values.unknown({A})
LETTER = {"W": TRUE, "O": FALSE, "?": UNKNOWN}


def letter(value: Value) -> str:
    return "W" if value.is_true else "O" if value.is_false else "?"


# left, right, and, or
KLEENE = """
W W W W
W O O W
W ? ? W
O W O W
O O O O
O ? O ?
? W ? W
? O O ?
? ? ? ?
"""


@pytest.mark.parametrize("row", KLEENE.strip().splitlines())
def test_the_tables_of_kleene(row: str) -> None:
    left, right, both, either = row.split()
    assert letter(values.conjunction([LETTER[left], LETTER[right]])) == both
    assert letter(values.disjunction([LETTER[left], LETTER[right]])) == either


def test_not_keeps_what_is_missing() -> None:
    assert values.negate(TRUE) is FALSE
    assert values.negate(FALSE) is TRUE
    assert values.negate(UNKNOWN) == UNKNOWN


def test_nothing_to_test_is_true_for_all_and_false_for_one() -> None:
    assert values.conjunction([]) is TRUE
    assert values.disjunction([]) is FALSE


@given(st.lists(st.sampled_from([True, False, None]), max_size=6))
def test_and_or_and_not_agree_with_every_way_to_fill_in_the_unknown(parts: list[bool | None]) -> None:
    given_values = [UNKNOWN if part is None else values.known(part) for part in parts]
    completions = list(product(*((True, False) if part is None else (part,) for part in parts)))
    for combine, decide in ((values.conjunction, all), (values.disjunction, any)):
        outcomes = {decide(one) for one in completions}
        said = combine(given_values)
        assert letter(said) == ("?" if len(outcomes) == 2 else "W" if outcomes == {True} else "O")
        negated = values.disjunction if combine is values.conjunction else values.conjunction
        assert letter(values.negate(said)) == letter(negated(map(values.negate, given_values)))


def test_what_is_missing_is_collected_from_what_is_not_known_only() -> None:
    one, other = values.unknown({A}, {"gat"}), values.unknown({B})
    for said in (values.conjunction([one, TRUE, other]), values.disjunction([one, FALSE, other])):
        assert said.missing == {A, B}
        assert said.outside == {"gat"}
    assert values.conjunction([one, FALSE]) == FALSE
    assert values.both(Value(exact=F(1), missing=frozenset({C})), one) == ({A}, {"gat"})


@pytest.mark.parametrize(
    ("op", "left", "right", "outcome"),
    [
        ("<", (1, 3), (4, 9), "W"), ("<", (1, 3), (3, 9), "?"), ("<", (3, 5), (1, 3), "O"), ("<", (1, 5), (2, 3), "?"),
        ("<=", (1, 3), (3, 9), "W"), ("<=", (4, 5), (1, 3), "O"), ("<=", (3, 5), (1, 3), "?"),
        (">", (4, 9), (1, 3), "W"), (">", (1, 3), (3, 9), "O"), (">", (3, 9), (1, 3), "?"),
        (">=", (3, 9), (1, 3), "W"), (">=", (1, 3), (4, 9), "O"), (">=", (1, 3), (3, 9), "?"),
        ("=", (1, 3), (4, 9), "O"), ("=", (1, 3), (3, 9), "?"), ("=", (1, 3), (1, 3), "?"),
        ("!=", (1, 3), (4, 9), "W"), ("!=", (1, 3), (3, 9), "?"),
        ("<", (None, 3), (4, None), "W"), ("<", (4, None), (None, 3), "O"), ("<", (None, 3), (None, 4), "?"),
        ("=", (None, 3), (4, None), "O"), (">=", (4, None), (None, 4), "W"),
    ],
)  # fmt: skip
def test_ranges_decide_a_comparison_where_they_can(
    op: str, left: tuple[int | None, int | None], right: tuple[int | None, int | None], outcome: str
) -> None:
    one, other = (values.between(*(None if x is None else F(x) for x in side), {A}) for side in (left, right))
    said = values.compare(op, one, other)
    assert letter(said) == outcome
    assert said.missing == (frozenset() if outcome != "?" else {A})


def test_days_and_words_compare_too() -> None:
    early, late = dt.date(2018, 1, 1), dt.date(2018, 2, 1)
    assert values.compare("<", values.between(None, early), Value(exact=late)).is_true
    assert values.compare("=", Value(exact="huur"), Value(exact="huur")).is_true
    assert values.compare("!=", Value(exact="huur"), Value(exact="koop")).is_true
    assert not values.compare("=", Value(exact="huur"), UNKNOWN).is_known
    assert not values.compare("=", UNKNOWN, Value(exact=Thing("woning", "a"))).is_known
    assert values.compare("=", Value(exact=Thing("woning", "a")), Value(exact=Thing("woning", "b"))).is_false
    assert not values.compare("=", TRUE, UNKNOWN).is_known


def test_making_values() -> None:
    assert values.known(3).exact == F(3)
    assert type(values.known(3).exact) is F
    assert values.known(True) is TRUE
    assert values.known(False) is FALSE
    assert values.known("huur").exact == "huur"
    assert values.between(F(2), F(2), {A}) == values.known(2)
    assert values.between(None, None, {A}) == values.unknown({A})
    assert values.between(F(1), F(2)).has_range
    assert values.between(None, F(2)).has_range
    assert not values.unknown({A}).has_range
    assert not values.known(0).has_range
    assert values.known(0).is_known
    assert not values.known(0).is_false
    assert values.known(4).bounds == (4, 4)
    assert values.gap("a", "b").outside == {"a", "b"}


def test_names_of_facts_and_things() -> None:
    assert str(FactRef("persoon", "moeder", "leeftijd")) == "moeder.leeftijd"
    assert str(FactRef("huishouden", "huishouden", "personen")) == "personen"
    assert str(Thing("woning", "thuis")) == "woning:thuis"


@st.composite
def around(draw: st.DrawFn) -> tuple[F, Value]:
    """A number, and a value that leaves it possible: itself, a range, a half-open range, or unknown."""
    number = draw(st.fractions(-20, 20, max_denominator=6))
    low = draw(st.none() | st.fractions(0, 20, max_denominator=3).map(lambda x: number - x))
    high = draw(st.none() | st.fractions(0, 20, max_denominator=3).map(lambda x: number + x))
    return number, draw(st.sampled_from([values.known(number), values.between(low, high, {A})]))


def inside(number: object, said: Value) -> bool:
    low, high = said.bounds
    return (low is None or low <= number) and (high is None or number <= high)


OPERATORS: dict[str, tuple[Callable[[Value, Value], Value], Callable[[F, F], object]]] = {
    "+": (values.add, lambda a, b: a + b),
    "-": (lambda a, b: values.add(a, b, -1), lambda a, b: a - b),
    "*": (values.multiply, lambda a, b: a * b),
    "min": (lambda a, b: values.extreme([a, b], highest=False), min),
    "max": (lambda a, b: values.extreme([a, b], highest=True), max),
    "omhoog": (lambda a, b: values.monotone(lambda x: round_to(x, F(1, 2), "omhoog"), a), lambda a, b: _up(a)),
}


def _up(number: F) -> F:
    return F(-((-number * 2) // 1), 2)


@pytest.mark.parametrize("name", OPERATORS)
@given(around(), around())
def test_ranges_include_every_outcome(name: str, one: tuple[F, Value], other: tuple[F, Value]) -> None:
    of_values, of_numbers = OPERATORS[name]
    said = of_values(one[1], other[1])
    actual = of_numbers(one[0], other[0])
    assert inside(actual, said)
    assert not said.is_known or said.exact == actual
    if one[1].is_known and other[1].is_known:
        assert said.is_known


@given(around(), around())
def test_division_includes_every_outcome_or_is_not_known(one: tuple[F, Value], other: tuple[F, Value]) -> None:
    said = values.divide(one[1], other[1])
    if other[0] != 0:
        assert inside(one[0] / other[0], said)
    elif other[1].is_known:
        assert said.outside == {"delen door nul"}


@pytest.mark.parametrize(
    ("function", "left", "right", "expected"),
    [
        (values.add, (1, 2), (10, 20), (11, 22)),
        (values.add, (1, None), (10, 20), (11, None)),
        (values.multiply, (1, 2), (10, 20), (10, 40)),
        (values.multiply, (-1, 2), (10, 20), (-20, 40)),
        (values.multiply, (-2, -1), (-4, -3), (3, 8)),
        (values.multiply, (1, None), (3, 3), (3, None)),
        (values.multiply, (1, None), (-3, -3), (None, -3)),
        (values.multiply, (None, 1), (3, 3), (None, 3)),
        (values.multiply, (1, None), (2, 3), (2, None)),
        (values.multiply, (None, None), (0, 0), (0, 0)),
        (values.divide, (10, 20), (2, 5), (2, 10)),
        (values.divide, (10, 20), (2, None), (0, 10)),
        (values.divide, (10, 20), (-5, -2), (-10, -2)),
        (values.divide, (10, 20), (None, -2), (-10, 0)),
        (values.divide, (10, 20), (-1, 2), (None, None)),
        (values.divide, (10, None), (2, 2), (5, None)),
    ],
)
def test_ranges_are_as_narrow_as_they_can_be(
    function: Callable[[Value, Value], Value],
    left: tuple[int | None, int | None],
    right: tuple[int | None, int | None],
    expected: tuple[int | None, int | None],
) -> None:
    one, other = (values.between(*(None if x is None else F(x) for x in side), {A}) for side in (left, right))
    assert function(one, other).bounds == expected


def test_extremes_use_what_they_know() -> None:
    some, more = values.between(F(5), None, {A}), values.known(7)
    assert values.extreme([some, more], highest=True).bounds == (7, None)
    assert values.extreme([some, more], highest=False).bounds == (5, 7)
    assert values.extreme([values.between(F(1), F(3), {A}), more], highest=True) == more
    assert values.extreme([values.between(F(8), F(9), {A}), more], highest=False) == more
    assert values.extreme([UNKNOWN, more], highest=False).bounds == (None, 7)


def test_a_choice_looks_at_a_branch_only_when_it_can_matter() -> None:
    def never() -> Value:
        raise AssertionError("looked at")

    assert values.choose(TRUE, lambda: values.known(1), never) == values.known(1)
    assert values.choose(FALSE, never, lambda: values.known(2)) == values.known(2)
    said = values.choose(UNKNOWN, lambda: values.known(1), lambda: values.known(2))
    assert said.bounds == (1, 2)
    assert said.missing == {A}
    assert values.choose(UNKNOWN, lambda: values.known(1), lambda: values.known(1)) == values.known(1)
    assert values.choose(UNKNOWN, lambda: TRUE, lambda: TRUE) is TRUE
    assert not values.choose(UNKNOWN, lambda: TRUE, lambda: FALSE).is_known
    words = values.choose(UNKNOWN, lambda: values.known("a"), lambda: values.unknown({B}))
    assert words == values.unknown({A, B})


def test_the_hull_of_two_ranges_names_all_that_is_missing() -> None:
    said = values.hull(values.between(F(1), F(2), {A}), values.between(None, F(9), {B}), values.unknown({C}, {"gat"}))
    assert said == values.between(None, F(9), {A, B, C}, {"gat"})
    days = values.hull(values.known(dt.date(2018, 1, 1)), values.known(dt.date(2019, 1, 1)), UNKNOWN)
    assert days.bounds == (dt.date(2018, 1, 1), dt.date(2019, 1, 1))


@pytest.mark.parametrize(
    ("amount", "step", "up", "down", "near"),
    [
        ("1.234", "0.01", "1.24", "1.23", "1.23"),
        ("1.235", "0.01", "1.24", "1.23", "1.24"),
        ("1.2349999", "0.01", "1.24", "1.23", "1.23"),
        ("1.24", "0.01", "1.24", "1.24", "1.24"),
        ("0", "1", "0", "0", "0"),
        ("0.5", "1", "1", "0", "1"),
        ("1.5", "1", "2", "1", "2"),
        ("2.5", "1", "3", "2", "3"),
        ("-0.5", "1", "0", "-1", "0"),
        ("-1.5", "1", "-1", "-2", "-1"),
        ("-1.51", "1", "-1", "-2", "-2"),
        ("-1.235", "0.01", "-1.23", "-1.24", "-1.23"),
        ("12.5", "5", "15", "10", "15"),
        ("12.4", "5", "15", "10", "10"),
        ("1/3", "0.01", "0.34", "0.33", "0.33"),
        ("2/3", "1", "1", "0", "1"),
    ],
)
def test_rounding_three_ways(amount: str, step: str, up: str, down: str, near: str) -> None:
    for way, expected in (("omhoog", up), ("omlaag", down), ("rekenkundig", near)):
        made = round_to(F(amount), F(step), way)
        assert made == F(expected)
        assert type(made) is F


@settings(max_examples=60)
@given(st.fractions(), st.fractions(), st.sampled_from([F(1), F(1, 100), F(5)]))
def test_rounding_keeps_the_order_and_stays_within_a_step(one: F, other: F, step: F) -> None:
    for way in ("omhoog", "omlaag", "rekenkundig"):
        made = round_to(one, step, way)
        assert (made / step).denominator == 1
        assert abs(made - one) < step
        assert (made <= round_to(other, step, way)) or one > other
    assert round_to(one, step, "omlaag") <= one <= round_to(one, step, "omhoog")
    assert abs(round_to(one, step, "rekenkundig") - one) * 2 <= step


def test_a_third_three_times_is_one() -> None:
    third = values.divide(values.known(100), values.known(3))
    assert values.add(values.add(third, third), third) == values.known(100)
    tenth = Value(exact=F("0.1"))
    assert values.add(tenth, values.multiply(tenth, values.known(2))).exact == F("0.3")
