# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""What users install holds every rule, every law and every file of the package, byte for byte.

In a checkout the wheel is built here. Against an installed wheel the environment variable ``SAMENLOOP_TREE``
names the source tree to compare with.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import zipfile
from collections.abc import Mapping
from pathlib import Path

import pytest

import samenloop
from samenloop.rulebook import load_rulebook

TREE = Path(os.environ.get("SAMENLOOP_TREE") or Path(__file__).resolve().parents[2])
PACKAGE = Path(samenloop.__file__).resolve().parent
COMPILED = "_data/regelset.json"
LOADED = """
import sys, samenloop
from samenloop.rulebook import load_rulebook
print(samenloop.__file__, load_rulebook().content_hash, "samenloop.rulebook.loader" in sys.modules)
"""
SOURCES = {"_data/rules/": TREE / "rules", "_data/laws/": TREE / "laws", "": TREE / "engine" / "samenloop"}


def files_below(folder: Path) -> dict[str, bytes]:
    """Every file of a folder by its relative path, without what Python itself leaves behind."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and "__pycache__" not in path.parts
    }


def files_in_wheel(wheel: Path) -> dict[str, bytes]:
    """The files of the package in a wheel, by their path below ``samenloop/``."""
    with zipfile.ZipFile(wheel) as archive:
        names = [name for name in archive.namelist() if name.startswith("samenloop/")]
        return {name.removeprefix("samenloop/"): archive.read(name) for name in names}


@pytest.fixture(scope="module")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, bytes]:
    """The files of the installed package, or of a wheel built from this checkout."""
    if (PACKAGE / "_data").is_dir():
        return files_below(PACKAGE)
    from hatchling.builders.wheel import WheelBuilder  # not installed beside a wheel under test

    built = WheelBuilder(str(TREE)).build(directory=str(tmp_path_factory.mktemp("dist")), versions=["standard"])
    return files_in_wheel(Path(next(iter(built))))


@pytest.fixture(scope="module")
def source() -> Mapping[str, bytes]:
    """The same files in the source tree, under the names they have in the package."""
    return {prefix + name: data for prefix, folder in SOURCES.items() for name, data in files_below(folder).items()}


def test_every_file_of_rules_laws_and_engine_is_shipped(
    shipped: Mapping[str, bytes], source: Mapping[str, bytes]
) -> None:
    assert sorted(source.keys() - shipped.keys()) == []


def test_nothing_else_is_shipped_but_the_compiled_rules(
    shipped: Mapping[str, bytes], source: Mapping[str, bytes]
) -> None:
    assert sorted(shipped.keys() - source.keys()) == [COMPILED]


def test_the_compiled_rules_are_those_of_the_tree(shipped: Mapping[str, bytes], tmp_path: Path) -> None:
    """Under the key that the files in the wheel have when they are installed, and saying the same."""
    for name, data in shipped.items():
        path = tmp_path / "samenloop" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    found = subprocess.run(
        [sys.executable, "-c", LOADED],
        env={"PATH": os.environ["PATH"], "PYTHONPATH": str(tmp_path), "XDG_CACHE_HOME": str(tmp_path / "kas")},
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=True,
    )
    package, content_hash, read = found.stdout.split()
    assert Path(package).is_relative_to(tmp_path)
    assert content_hash == load_rulebook(TREE).content_hash
    assert read == "False"
    assert not (tmp_path / "kas").exists()


def test_what_is_shipped_is_what_stands_in_the_tree(shipped: Mapping[str, bytes], source: Mapping[str, bytes]) -> None:
    assert [name for name in sorted(source) if shipped.get(name) != source[name]] == []


def test_the_comparison_is_about_something(source: Mapping[str, bytes]) -> None:
    for needed in (r"_data/rules/woordenlijst\.yaml", r"_data/laws/[a-z0-9_]+/wet\.yaml", r"cli(/__init__)?\.py"):
        assert [name for name in source if re.fullmatch(needed, name)], needed


def test_the_package_tells_type_checkers_that_it_is_typed(shipped: Mapping[str, bytes]) -> None:
    assert "py.typed" in sorted(shipped)
