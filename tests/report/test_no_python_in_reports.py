# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""A report is for people: no Python value ever stands in it, for any household of fixtures/."""

from __future__ import annotations

import re

import pytest

from samenloop.app import check
from samenloop.domain import read_household
from support.cases import FIXTURES, book

FILES = sorted([*FIXTURES.glob("*.yaml"), *(FIXTURES.parent / "profielen").glob("*.yaml")])
PYTHON = re.compile(
    r"\b(?:Judgement|Range|Day|Value|Fraction|Decimal|FactRef|Thing|Unknown|datetime)\(|\bNone\b|<[A-Za-z_.]+ object"
)


@pytest.mark.parametrize("path", FILES, ids=lambda p: p.stem)
def test_no_python_value_is_printed(path: object) -> None:
    found = check(read_household(path, book().vocabulary), book())  # type: ignore[arg-type]  # a Path
    assert PYTHON.findall(found.report.model_dump_json()) == []
