# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""The pages under docs/reference are what the program says now, and leave nothing unexplained."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from docs.generate import REFERENCE
from docs.made import commands, error_codes, report_keys, rule_keys
from docs.made.every import PAGES
from docs.made.markdown import REGENERATE
from docs.made.report_texts import TEXTS as REPORT_TEXTS
from docs.made.rule_texts import EVERYWHERE, FUNCTIONS
from docs.made.rule_texts import TEXTS as RULE_TEXTS
from samenloop.cli.running import DONE, FAILED, STOPPED, WRONG_INPUT
from samenloop.language.parse import FUNCTIONS as KNOWN_FUNCTIONS
from samenloop.report.model import Report, report_schema
from samenloop.report.parts import Part
from samenloop.rulebook.norms import NORMS


@pytest.mark.parametrize(("name", "made"), PAGES.items(), ids=list(PAGES))
def test_a_page_is_up_to_date(name: str, made: Callable[[], str]) -> None:
    found = (REFERENCE / name).read_text(encoding="utf-8")
    assert found == made(), f"docs/reference/{name} loopt achter: {REGENERATE}"


def test_there_is_no_page_beside_the_made_ones() -> None:
    assert {path.name for path in REFERENCE.iterdir()} == set(PAGES)


# The report


def test_every_key_of_the_report_is_explained_and_no_other() -> None:
    schema = report_schema()
    found = {name: set(part["properties"]) for name, part in report_keys.reached(schema)}
    assert {name: {*keys, ""} for name, keys in found.items()} == {
        name: set(text) for name, text in REPORT_TEXTS.items()
    }


def test_every_part_of_the_report_is_reached() -> None:
    parts = {"Report", *report_schema()["$defs"]}
    assert {name for name, _ in report_keys.reached(report_schema())} == parts
    assert issubclass(Report, Part)


# The rule files


def test_every_key_of_the_rule_files_is_explained_and_no_other() -> None:
    models = {model for kind in rule_keys.KINDS for model in rule_keys.reached(kind)}
    assert {model.__name__ for model in models} == set(RULE_TEXTS)
    used = set()
    for model in models:
        keys = {info.alias or name for name, info in model.model_fields.items()}
        own = set(RULE_TEXTS[model.__name__]) - {""}
        assert own <= keys, model.__name__
        assert keys - own <= set(EVERYWHERE), model.__name__
        used |= keys - own
    assert used == set(EVERYWHERE)


def test_every_verb_and_every_function_is_in_the_glossary() -> None:
    page = (REFERENCE / "rule-files.md").read_text(encoding="utf-8")
    assert [verb for verb in NORMS if f"\n### {verb}\n" not in page] == []
    assert set(FUNCTIONS) == set(KNOWN_FUNCTIONS)


# Error codes and exit codes


def test_every_code_has_a_sentence() -> None:
    found = error_codes.messages()
    assert [code for code, said in found.items() if not said] == []
    assert {code[0] for code in found} == set(error_codes.FAMILIES)
    assert set(error_codes.SAID) <= set(found)
    assert len(found) > 150


def test_the_exit_codes_are_those_of_the_program() -> None:
    assert {DONE, WRONG_INPUT, FAILED, STOPPED} < set(commands.EXIT_CODES)
    assert set(commands.EXIT_CODES) - {DONE, WRONG_INPUT, FAILED, STOPPED} == {1}
