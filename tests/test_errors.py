# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""What a mistake looks like to a reader, and to a program that calls this one."""

from __future__ import annotations

import pickle

import pytest

from samenloop import errors
from samenloop.errors import (
    EvaluationError,
    ExpressionError,
    InputError,
    MissingPartError,
    Problem,
    RulebookError,
    SamenloopError,
    did_you_mean,
)


@pytest.mark.parametrize(
    ("problem", "line"),
    [
        (Problem("f.yaml", 3, 5, "R001", "dit hoort niet."), "f.yaml:3:5: R001 dit hoort niet."),
        (Problem("f.yaml", 0, 0, "R001", "dit hoort niet."), "f.yaml: R001 dit hoort niet."),
        (Problem("f", 3, 5, "R001", "fout.", "Bedoelt u 'x'?"), "f:3:5: R001 fout. Bedoelt u 'x'?"),
        (Problem("f", 3, 5, "R001", "fout.", path="a.0.b"), "f:3:5: R001 [a.0.b] fout."),
        (Problem("f", 3, 5, "R001", "fout.", "Zo.", "a.0.b"), "f:3:5: R001 [a.0.b] fout. Zo."),
    ],
)
def test_a_problem_is_one_line(problem: Problem, line: str) -> None:
    assert problem.render() == line


def test_a_problem_can_move_and_stays_the_same() -> None:
    problem = Problem("f", 3, 5, "R001", "fout.", "Zo.", "a")
    assert problem.moved(4, 6) == Problem("f", 4, 6, "R001", "fout.", "Zo.", "a")
    assert problem.line == 3


def test_problems_stand_in_the_order_of_the_files() -> None:
    problems = [
        Problem("b", 1, 1, "R001", "een."),
        Problem("a", 10, 1, "R001", "een."),
        Problem("a", 9, 8, "R001", "een."),
        Problem("a", 9, 2, "R002", "een."),
        Problem("a", 9, 2, "R001", "een."),
    ]
    error = RulebookError(iter(problems))
    assert error.problems == tuple(reversed(problems))
    assert str(error).splitlines() == [problem.render() for problem in error.problems]
    assert str(error).startswith("a:9:2: R001 ")


def test_one_problem_is_enough() -> None:
    problem = Problem("f", 1, 1, "H001", "fout.")
    assert InputError(problem).problems == InputError([problem]).problems == (problem,)


@pytest.mark.parametrize(
    ("kind", "base", "exit_code"),
    [
        (InputError, SamenloopError, 2),
        (RulebookError, SamenloopError, 2),
        (ExpressionError, RulebookError, 2),
        (EvaluationError, SamenloopError, 3),
        (MissingPartError, SamenloopError, 3),
    ],
)
def test_the_tree_of_errors(kind: type[SamenloopError], base: type[SamenloopError], exit_code: int) -> None:
    assert kind.__bases__ == (base,)
    assert kind(Problem("f", 0, 0, "X001", "fout.")).exit_code == exit_code


def test_the_tree_is_complete() -> None:
    kinds = {x for x in vars(errors).values() if isinstance(x, type) and issubclass(x, Exception)}
    named = set(filter(None, (errors.__doc__ or "").replace("─", " ").split()))
    assert {kind.__name__ for kind in kinds} <= named


def test_errors_travel_between_processes() -> None:
    error = InputError(Problem("f", 1, 2, "H001", "fout."))
    again = pickle.loads(pickle.dumps(error.problems))  # noqa: S301
    assert again == error.problems


@pytest.mark.parametrize(
    ("word", "known", "hint"),
    [
        ("leeftyd", ["leeftijd", "lengte"], "Bedoelt u 'leeftijd'?"),
        ("huurtoeslg", ["zorgtoeslag", "huurtoeslag"], "Bedoelt u 'huurtoeslag'?"),
        ("helemaal_niets", ["leeftijd"], ""),
        ("", ["leeftijd"], ""),
        ("leeftijd", [], ""),
        ("leeftijd", ["leeftijd"], "Bedoelt u 'leeftijd'?"),
    ],
)
def test_did_you_mean(word: str, known: list[str], hint: str) -> None:
    assert did_you_mean(word, known) == hint
    assert did_you_mean(word, iter(known)) == hint
