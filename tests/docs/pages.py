# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""Runs a page of the documentation: its blocks in order, in an empty folder, as a reader would.

* ``yaml`` after a line that ends in a path between backticks and a colon: the reader saves it there. With ``erbij``
  between the two, the reader adds it to the end of that file. There is no other ``yaml``.
* ``python``: runs; what it prints must stand in the ``text`` block that follows.
* ``sh``: every line that starts with ``samenloop`` runs; what it writes must stand in the ``text`` block that follows.
  A line that ends in ``# code 2`` must end with that exit code, every other line with 0. Other lines are not run.
  After ``# antwoorden: 46 | stop`` stands what is typed, one reply after the other.
* ``text``: the expected output. A line with only ``…`` stands for any number of lines, ``…`` within a line for the rest
  of it, so that nothing has to be quoted in full. Every ``text`` follows a block that writes it.
"""

from __future__ import annotations

import contextlib
import io
import re
import shlex
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any
from unittest import mock

from samenloop.cli.running import run
from samenloop.rulebook import Rulebook, load_rulebook

ROOT = Path(__file__).resolve().parents[2]
DOCS = ROOT / "docs"
_FENCE = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_SAVED = re.compile(r"`([\w./-]+\.yaml)`( erbij)?:\s*\Z")
_CODE = re.compile(r"#\s*code (\d+)\s*$")
_TYPED = re.compile(r"#\s*antwoorden: (.*)$")
_COMMAND = "samenloop"
LANGUAGES = {"yaml", "python", "sh", "text"}


@dataclass(frozen=True)
class Fenced:
    """A fenced block: its language, its text, the line it starts on, and the words just before it."""

    language: str
    text: str
    line: int
    before: str

    @property
    def saved_as(self) -> tuple[str, bool] | None:
        """The path under which a reader saves this block, and whether it is added to what stands there."""
        found = _SAVED.search(self.before.rstrip()) if self.language == "yaml" else None
        return (found[1], found[2] is not None) if found else None


def blocks(page: Path) -> list[Fenced]:
    """Every fenced block of a page."""
    text = page.read_text(encoding="utf-8")
    found = []
    end = 0
    for match in _FENCE.finditer(text):
        line = text.count("\n", 0, match.start()) + 1
        found.append(Fenced(match[1], match[2], line, text[end : match.start()]))
        end = match.end()
    return found


@cache
def _rules() -> Rulebook:
    return load_rulebook()


def _loaded(root: Path | None = None, **more: Any) -> Rulebook:
    """As ``load_rulebook``, with the rules that ship with the package read once: a page asks for them again and again."""
    return _rules() if root is None and not any(more.values()) else load_rulebook(root, **more)


def run_page(page: Path, folder: Path) -> int:
    """Run a page in ``folder``, which is the working directory; the number of outputs that were compared."""
    with mock.patch("samenloop.app.load_rulebook", _loaded), mock.patch("samenloop.cli.inputs.load_rulebook", _loaded):
        return _run(page, folder)


def _run(page: Path, folder: Path) -> int:
    names: dict[str, Any] = {"__name__": "__main__"}
    fenced = blocks(page)
    compared = 0
    for number, block in enumerate(fenced):
        following = fenced[number + 1] if number + 1 < len(fenced) else None
        expected = following.text if following is not None and following.language == "text" else None
        where = f"{page.relative_to(ROOT)}:{block.line}"
        if block.language == "yaml":
            _save(block, folder, where)
            continue
        if block.language == "python":
            found = _python(block, names, where)
        elif block.language == "sh":
            found = _shell(block, where)
        else:
            continue
        if found or expected is not None:
            assert expected is not None, f"{where}: dit blok schrijft iets en er volgt geen tekst:\n{found}"
            assert matches(expected, found), f"{where}: verwacht\n{expected}\ngevonden\n{found}"
            compared += 1
    shown = [block.line for block in fenced if block.language == "text"]
    assert compared == len(shown), (
        f"{page.relative_to(ROOT)}: niet elke getoonde uitvoer volgt op een opdracht: {shown}"
    )
    return compared


def _save(block: Fenced, folder: Path, where: str) -> None:
    assert block.saved_as is not None, f"{where}: de lezer weet niet waar dit te bewaren"
    name, added = block.saved_as
    path = folder / name
    assert path.exists() == added, f"{where}: {name} {'bestaat nog niet' if added else 'bestaat al'}"
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a", encoding="utf-8") as file:
        file.write(block.text)


def _python(block: Fenced, names: dict[str, Any], where: str) -> str:
    out = io.StringIO()
    code = compile("\n" * block.line + block.text, where, "exec")
    with contextlib.redirect_stdout(out):
        exec(code, names)  # noqa: S102  # the page is part of this repository: running it is what is tested
    return out.getvalue()


def _shell(block: Fenced, where: str) -> str:
    out = io.StringIO()
    for line in commands(block):
        found = _CODE.search(line)
        wanted = int(found[1]) if found else 0
        typed = _TYPED.search(line)
        replies = "".join(f"{reply.strip()}\n" for reply in typed[1].split("|")) if typed else ""
        redirected = contextlib.redirect_stdout(out), contextlib.redirect_stderr(out)
        with redirected[0], redirected[1], mock.patch("sys.stdin", io.StringIO(replies)):
            code = run(shlex.split(line, comments=True)[1:])
        assert code == wanted, f"{where}: {line!r} gaf code {code}\n{out.getvalue()}"
    return out.getvalue()


def commands(block: Fenced) -> Iterator[str]:
    """The lines of a block that call the program."""
    return (line for line in block.text.splitlines() if line.split(" ")[0] == _COMMAND)


def matches(expected: str, found: str) -> bool:
    """Whether an output is the expected one; hard spaces and spaces at the end of a line do not count."""
    pattern = [
        r"(?:[^\n]*\n)*?" if line.strip() == "…" else re.escape(line).replace("…", r"[^\n]*") + r"\n"
        for line in _plain(expected)
    ]
    return re.fullmatch("".join(pattern), "".join(f"{line}\n" for line in _plain(found))) is not None


def _plain(text: str) -> list[str]:
    return [line.replace("\u00a0", " ").rstrip() for line in text.strip("\n").splitlines()]


def workplace(folder: Path) -> Path:
    """An empty folder with the fixtures in it, as at the top of the repository."""
    shutil.copytree(ROOT / "fixtures", folder / "fixtures")
    return folder
