# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""The rules and laws that travel with the package are found, from anywhere."""

from __future__ import annotations

from pathlib import Path

import pytest

from samenloop import resources
from samenloop.errors import RulebookError


def test_rules_and_laws_are_found_whatever_the_working_directory(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    at_home = resources.data_root()
    (tmp_path / "rules").mkdir()
    (tmp_path / "rules" / "woordenlijst.yaml").write_text("schema: 1\n", encoding="utf-8")
    (tmp_path / "laws").mkdir()
    monkeypatch.chdir(tmp_path)
    assert resources.data_root() == at_home
    assert at_home.is_absolute()
    assert at_home != tmp_path


def test_every_yaml_file_is_listed_once_and_in_a_fixed_order() -> None:
    root = resources.data_root()
    listed = resources.rule_files(root)
    expected = {p for top in ("rules", "laws") for p in (root / top).rglob("*.yaml")}
    assert set(listed) == expected
    assert len(listed) == len(expected)
    assert listed == resources.rule_files(root)


def test_rules_and_laws_hold_yaml_and_nothing_that_would_be_passed_over() -> None:
    root = resources.data_root()
    others = [
        path.relative_to(root).as_posix()
        for top in ("rules", "laws")
        for path in (root / top).rglob("*")
        if path.is_file() and path.suffix != ".yaml"
    ]
    assert others == []


def test_a_package_without_its_rules_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    package = tmp_path / "plek" / "engine" / "samenloop"
    package.mkdir(parents=True)
    monkeypatch.setattr(resources, "PACKAGE", package)
    with pytest.raises(RulebookError) as caught:
        resources.data_root()
    assert [problem.code for problem in caught.value.problems] == ["B001"]
