# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""What can go wrong, as one tree.

::

    SamenloopError
    ├── InputError          the household file (or an argument) is wrong; exit code 2
    ├── RulebookError       the rules, laws or an overlay are wrong; exit code 2
    │   └── ExpressionError one expression cannot be read or does not type
    ├── EvaluationError     two rules contradict each other for this household
    └── MissingPartError    an optional part (matcher, export) is not installed

Every error carries :class:`Problem` values: a stable code, a place, what was expected and a hint. A problem never
holds a value from a household file: the reader sees where it stands and looks it up.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from dataclasses import dataclass, replace


@dataclass(frozen=True, order=True)
class Problem:
    """One mistake that a reader can mend.

    ``line`` and ``col`` count from 1; 0 means: no place in a text. ``path`` is the key path, for example
    ``personen.0.inkomen.1.bedrag``. ``message`` says in Dutch what was expected, never the value that was found.
    """

    file: str
    line: int
    col: int
    code: str
    message: str
    hint: str = ""
    path: str = ""

    def render(self) -> str:
        """One line of text: ``file:line:col: code message (hint)``."""
        place = f"{self.file}:{self.line}:{self.col}" if self.line else self.file
        where = f" [{self.path}]" if self.path else ""
        hint = f" {self.hint}" if self.hint else ""
        return f"{place}: {self.code}{where} {self.message}{hint}"

    def moved(self, line: int, col: int) -> Problem:
        """The same problem at another place."""
        return replace(self, line=line, col=col)


class SamenloopError(Exception):
    """Base of everything this package raises on purpose."""

    exit_code = 3

    def __init__(self, problems: Iterable[Problem] | Problem) -> None:
        self.problems: tuple[Problem, ...] = (problems,) if isinstance(problems, Problem) else tuple(sorted(problems))
        super().__init__("\n".join(p.render() for p in self.problems))


class InputError(SamenloopError):
    """The household file, or an argument of a call, is wrong."""

    exit_code = 2


class RulebookError(SamenloopError):
    """A rule file, law file or overlay is wrong."""

    exit_code = 2


class ExpressionError(RulebookError):
    """An expression cannot be read, or its parts do not fit together."""


class EvaluationError(SamenloopError):
    """The rules contradict each other for this household (two exceptions at once, a legal circle)."""


class MissingPartError(SamenloopError):
    """An optional part is asked for that is not installed."""


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """A Dutch hint with the nearest known word, or an empty text."""
    near = difflib.get_close_matches(word, list(known), n=1, cutoff=0.6)
    return f"Bedoelt u '{near[0]}'?" if near else ""
