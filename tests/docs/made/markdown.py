# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""Small pieces of Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

REGENERATE = "python tests/docs/generate.py"


def page(title: str, *parts: str, source: str, english: bool = False) -> str:
    """A page that says where it comes from."""
    said = (
        f"Made from {source} by `{REGENERATE}`; a test fails when it is out of date. Do not edit it by hand."
        if english
        else f"Gemaakt uit {source} met `{REGENERATE}`; een test merkt het als deze bladzijde achterloopt. Pas haar "
        "niet met de hand aan."
    )
    return "\n\n".join([f"# {title}", said, *(part.strip("\n") for part in parts if part.strip())]) + "\n"


def table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table; a bar or line break inside a cell is written so that the table survives."""
    lines = [f"| {' | '.join(heads)} |", f"|{'---|' * len(heads)}"]
    for row in rows:
        cells = (re.sub(r"\s*\n\s*", " ", cell).replace("|", "\\|") for cell in row)
        lines.append(f"| {' | '.join(cells)} |")
    return "\n".join(lines)


def bullets(lines: Iterable[str]) -> str:
    """A list."""
    return "\n".join(f"- {line}" for line in lines)


def code(text: str) -> str:
    """Text as code."""
    return f"`{text}`"


def codes(texts: Iterable[str]) -> str:
    """Texts as code, with commas."""
    return ", ".join(map(code, texts))


def anchor(heading: str) -> str:
    """The anchor that a heading gets."""
    return re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-")
