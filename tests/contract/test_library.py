# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""``import samenloop``: about a dozen names, documented, typed, light, and everything about a case in five lines."""

from __future__ import annotations

import importlib.resources
import inspect
import subprocess
import sys
from pathlib import Path

import pytest

import samenloop
from support.mini_base import mini_book, mini_text

FIXTURE = Path(__file__).resolve().parents[2] / "fixtures" / "huishoudens" / "gewoon-gezin.yaml"
NAMES = [
    "Check", "Household", "Replay", "Report", "Rulebook", "SamenloopError", "check", "explain", "load_rulebook",
    "read_household", "render", "replay", "schema",
]  # fmt: skip


def test_the_names_are_these() -> None:
    assert sorted(samenloop.__all__) == sorted(NAMES)
    assert set(NAMES) <= set(dir(samenloop))
    with pytest.raises(AttributeError):
        _ = samenloop.bestaat_niet  # type: ignore[attr-defined]  # that is the point


@pytest.mark.parametrize("name", NAMES)
def test_every_name_is_documented_and_typed(name: str) -> None:
    found = getattr(samenloop, name)
    assert inspect.getdoc(found)
    if inspect.isfunction(found):
        assert "return" in found.__annotations__
        assert set(inspect.signature(found).parameters) <= found.__annotations__.keys()


def test_the_package_says_that_it_is_typed() -> None:
    assert importlib.resources.files("samenloop").joinpath("py.typed").is_file()


def test_importing_it_is_light() -> None:
    code = "import sys, samenloop; sys.exit(len([m for m in sys.modules if m.split('.')[0] in ('pydantic', 'lark')]))"
    assert subprocess.run([sys.executable, "-c", code], check=False, timeout=60).returncode == 0


def test_a_case_in_five_lines() -> None:
    rules = samenloop.load_rulebook()
    case = samenloop.read_household(FIXTURE, rules)
    found = samenloop.check(case, rules)
    assert found.report.kern.zin.startswith("Er is geen botsing")
    assert samenloop.replay(found.report.to_json(), case, rules).same


def test_wrong_input_raises_one_error_with_every_problem() -> None:
    text = mini_text(("leeftijd: 40", "leeftijd: oud"), ("relaties: []", "relatie: []"))
    with pytest.raises(samenloop.SamenloopError) as error:
        samenloop.read_household(text, mini_book())
    assert len(error.value.problems) == 2
    assert all(problem.line and problem.code for problem in error.value.problems)


def test_the_version_is_that_of_the_package() -> None:
    from importlib.metadata import version

    assert samenloop.__version__ == version("samenloop")
