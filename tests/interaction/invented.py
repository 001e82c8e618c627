# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""Invented laws for tests, on their own or beside the law that ships with the package.

On their own means: the shipped words, the shipped facts of several regimes, an invented norm of EUR 1000 a month to
measure severity with, and the invented law. Nothing else, so that every euro comes from the planted norms. A twin is
the same law after replacing a text that must stand in its files once.
"""

from __future__ import annotations

import atexit
import shutil
import tempfile
from functools import cache
from pathlib import Path

from samenloop.domain import Household, load_household
from samenloop.interaction import Conflict
from samenloop.resources import data_root
from samenloop.rulebook import Rulebook, load_rulebook
from support.cases import book_with, look

INVENTED = Path(__file__).parent / "verzonnen"
_YARDSTICK = "begrip: pw.norm"

Change = tuple[str, str]


@cache
def rules(name: str, *changes: Change) -> Rulebook:
    """An invented law on its own, after replacing each (old, new); ``een+ander`` are two laws together."""
    root = Path(tempfile.mkdtemp(prefix="samenloop-verzonnen-"))
    atexit.register(shutil.rmtree, root, ignore_errors=True)
    for folder in ("grond", *name.split("+")):
        shutil.copytree(INVENTED / folder, root, dirs_exist_ok=True)
    for old, new in changes:
        _replace(root, old, new)
    shipped = data_root() / "rules"
    words = (shipped / "woordenlijst.yaml").read_text(encoding="utf-8")
    assert words.count(_YARDSTICK) == 1
    (root / "rules" / "woordenlijst.yaml").write_text(words.replace(_YARDSTICK, "begrip: tw.norm"), encoding="utf-8")
    (root / "rules" / "algemeen").mkdir()
    shutil.copy(shipped / "algemeen" / "feiten.yaml", root / "rules" / "algemeen")
    return load_rulebook(root)


def beside_the_law(name: str) -> Rulebook:
    """The same beside everything that ships with the package."""
    if "+" not in name:
        return book_with(INVENTED / name)
    return _beside(name)


@cache
def _beside(name: str) -> Rulebook:
    return load_rulebook(extra_roots=tuple(INVENTED / one for one in name.split("+")))


def _replace(root: Path, old: str, new: str) -> None:
    found = [path for path in sorted(root.rglob("*.yaml")) if old in path.read_text(encoding="utf-8")]
    assert len(found) == 1, f"{old!r} staat in {len(found)} bestanden"
    text = found[0].read_text(encoding="utf-8")
    assert text.count(old) == 1, f"{old!r} staat {text.count(old)} keer in {found[0].name}"
    found[0].write_text(text.replace(old, new), encoding="utf-8")


def family(text: str, book: Rulebook, *changes: Change) -> Household:
    """A household from its text, after replacing each (old, new) that must stand in it once."""
    for old, new in changes:
        assert text.count(old) == 1, f"{old!r} staat {text.count(old)} keer in het huishouden"
        text = text.replace(old, new)
    return load_household(text, "proef.yaml", book.vocabulary).household


def conflicts(text: str, book: Rulebook, *changes: Change) -> list[Conflict]:
    """What is found in a household."""
    return list(look(family(text, book, *changes), book)[1].conflicts)


def one(found: list[Conflict]) -> Conflict:
    """The one conflict there is."""
    (conflict,) = found
    return conflict
