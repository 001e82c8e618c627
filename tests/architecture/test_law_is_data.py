# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""The engine knows no law, no amount and no case.

Adding a law needs no Python, and a conflict is found by definition, not because somebody wrote it down.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from samenloop.vocabulary import load_vocabulary

ROOT = Path(__file__).resolve().parents[2]
ENGINE = ROOT / "engine" / "samenloop"
MODULES = sorted(ENGINE.rglob("*.py"))
VOCABULARY = load_vocabulary(ROOT)

# Words that name a regime and are also, with the same spelling, a key of the household file.
KEYS_OF_THE_HOUSEHOLD_FILE = {"bewind", "brp", "inschrijving", "verblijfsrecht", "zorgverzekering"}


def string_literals(path: Path) -> Iterator[tuple[int, str]]:
    """The texts of a module with their line; docstrings left out."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    prose = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in prose:
            yield node.lineno, node.value


def places(pattern: re.Pattern[str]) -> list[str]:
    """Where a text of the engine matches as a whole."""
    return [
        f"{path.relative_to(ROOT)}:{line} {text!r}"
        for path in MODULES
        for line, text in string_literals(path)
        if pattern.fullmatch(text)
    ]


def test_no_regime_law_or_entitlement_is_named_in_the_engine() -> None:
    names = set(VOCABULARY.ids("regelingen", "wetten", "aanspraken")) - KEYS_OF_THE_HOUSEHOLD_FILE
    names -= set(VOCABULARY.ids("verblijfplaatsen", "inschrijvingen"))  # a place where people stay, too
    assert len(names) > 50
    assert places(re.compile("|".join(map(re.escape, sorted(names))))) == []


def test_no_concept_rule_or_parameter_of_a_law_is_named_in_the_engine() -> None:
    prefixes = {str(word.get("prefix")) for word in VOCABULARY.lists["regelingen"].values()}
    prefixes -= KEYS_OF_THE_HOUSEHOLD_FILE
    assert {"ht", "pw", "awir"} <= prefixes
    assert places(re.compile(rf"(?:{'|'.join(sorted(prefixes))})(?:\.[a-z][a-z0-9_]*)+")) == []


def test_no_case_is_named_in_the_engine() -> None:
    cases = {path.stem for path in (ROOT / "fixtures" / "huishoudens").rglob("*.yaml")}
    assert cases
    text = {path: path.read_text(encoding="utf-8") for path in MODULES}
    assert [f"{p.relative_to(ROOT)}: {case}" for p in MODULES for case in sorted(cases) if case in text[p]] == []


def test_the_engine_counts_no_money_in_floating_point() -> None:
    """Amounts are exact; a share is written as a fraction or as decimal text."""
    floats = []
    for path in MODULES:
        tree = ast.parse(path.read_text(encoding="utf-8"))
        spelling = {id(n.value) for n in ast.walk(tree) if isinstance(n, ast.keyword) and n.arg == "cutoff"}
        floats += [
            f"{path.relative_to(ROOT)}:{node.lineno} {node.value}"
            for node in ast.walk(tree)
            if isinstance(node, ast.Constant) and isinstance(node.value, float) and id(node) not in spelling
        ]
    assert floats == []


def test_no_file_names_a_folder_of_somebodys_own_machine() -> None:
    own = re.compile(r"(?<![\w.~])/(?:home|root|Users|work|mnt)/\w")
    suffixes = {".py", ".md", ".yaml", ".yml", ".toml", ".lark", ".html", ".css"}
    tops = ["engine", "rules", "laws", "fixtures", "tests", "docs"]
    files = [p for top in tops for p in (ROOT / top).rglob("*") if p.suffix in suffixes]
    files += [p for p in ROOT.iterdir() if p.suffix in suffixes] + [ROOT / "Makefile", ROOT / ".ci" / "run"]
    assert len(files) > 20
    assert [str(p.relative_to(ROOT)) for p in files if own.search(p.read_text(encoding="utf-8"))] == []
