# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""The building blocks of the text report: headings, fields, tables. Text is never read as markup."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from rich import box
from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from samenloop.report.model import Report
from samenloop.report.parts import Basis

Align = Literal["left", "right"]
KEEP = "\ue000"
"""Stands for a hard space while lines are broken: the console would break at a real one."""

_LEAST = 16
"""Least width of the first column of a table."""


def _kept(text: str) -> str:
    return text.replace("\u00a0", KEEP)


@dataclass(frozen=True)
class Page:
    """Where the report is written to."""

    report: Report
    console: Console

    def blank(self) -> None:
        """An empty line."""
        self.console.print()

    def title(self, text: str) -> None:
        """The title of the whole report."""
        self.console.print(Text(_kept(text), style="bold"))

    def heading(self, text: str) -> None:
        """A heading with a line under it."""
        self.console.print()
        self.console.print(Text(_kept(text), style="bold"))
        ruler = "─" if self.console.encoding.lower().startswith("utf") else "-"
        self.console.print(Text(ruler * min(len(text), self.console.width), style="dim"))

    def sub(self, text: str) -> None:
        """A smaller heading."""
        self.console.print()
        self.console.print(Text(_kept(text), style="bold"))

    def line(self, text: str, *, style: str = "", indent: int = 0) -> None:
        """A paragraph."""
        self.console.print(Padding(Text(_kept(text), style=style), (0, 0, 0, indent)))

    def small(self, text: str) -> None:
        """A paragraph that stands back."""
        self.console.print(Text(_kept(text), style="dim"))

    def item(self, text: str, mark: str = "-", *, indent: int = 0, style: str = "") -> None:
        """A list item with a hanging indent."""
        grid = Table.grid(padding=(0, 1, 0, 0))
        grid.add_column(width=max(len(mark), 1), no_wrap=True)
        grid.add_column()
        grid.add_row(Text(_kept(mark)), Text(_kept(text), style=style))
        self.console.print(Padding(grid, (0, 0, 0, indent)))

    def fields(self, rows: Iterable[tuple[str, str]], *, indent: int = 0) -> None:
        """Names with values, in two columns."""
        found = [(name, value) for name, value in rows if value]
        if not found:
            return
        grid = Table.grid(padding=(0, 2, 0, 0))
        grid.add_column(style="dim", no_wrap=True)
        grid.add_column()
        for name, value in found:
            grid.add_row(Text(_kept(name)), Text(_kept(value)))
        self.console.print(Padding(grid, (0, 0, 0, indent)))

    def table(self, heads: Sequence[str], rows: Iterable[Sequence[str]], align: Sequence[Align] = ()) -> None:
        """A table with a header row."""
        made = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False, header_style="bold", expand=False)
        for i, head in enumerate(heads):
            side: Align = align[i] if i < len(align) else "left"
            made.add_column(Text(_kept(head)), justify=side, overflow="fold", min_width=_LEAST if i == 0 else None)
        for row in rows:
            made.add_row(*(Text(_kept(cell)) for cell in row))
        self.console.print(made)

    def word(self, list_: str, id_: str) -> str:
        """A label of the report."""
        return self.report.word(list_, id_)


def articles(bases: Iterable[Basis]) -> str:
    """Legal bases in words, each once."""
    return "; ".join(dict.fromkeys(b.tekst for b in bases if b.tekst))
