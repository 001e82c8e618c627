# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""From arguments to a rule book and a household; a wrong argument is an input error like any other."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from samenloop.app.inputs import read_household
from samenloop.domain import Loaded, load_household
from samenloop.errors import InputError, Problem
from samenloop.rulebook import Rulebook, load_rulebook

STDIN = "-"


def rulebook(folders: Sequence[str], overlays: Sequence[str] = ()) -> Rulebook:
    """The rule base that ships with the package, with other folders beside it and overlays over it."""
    problems = [
        Problem(folder, 0, 0, "A020", "verwacht een map met daarin rules of laws.")
        for folder in folders
        if not any((Path(folder) / name).is_dir() for name in ("rules", "laws"))
    ]
    problems += [
        Problem(overlay, 0, 0, "A021", "dit overlaybestand bestaat niet.")
        for overlay in overlays
        if overlay.endswith(".yaml") and not Path(overlay).is_file()
    ]
    if problems:
        raise InputError(problems)
    named: list[Path | str] = [Path(x) if x.endswith(".yaml") else x for x in overlays]
    return load_rulebook(overlays=named, extra_roots=[Path(x) for x in folders])


def household(file: str, book: Rulebook) -> Loaded:
    """The household of a file, or of the input for ``-``."""
    if file == STDIN:
        return load_household(sys.stdin.read(), "invoer", book.vocabulary)
    return read_household(Path(file), book)


def write(path: str, text: str) -> None:
    """Write a result to a file. Raises :class:`InputError` when that is not possible."""
    try:
        Path(path).write_text(text, encoding="utf-8")
    except OSError:
        raise InputError(Problem(path, 0, 0, "A022", "naar dit bestand kan niet worden geschreven.")) from None
