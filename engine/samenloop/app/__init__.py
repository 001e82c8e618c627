# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""The use cases: load the rules, read a household, check it, explain an outcome, check a report again.

``import samenloop`` offers these names.
"""

from __future__ import annotations

from typing import Literal

from samenloop.app.checking import check
from samenloop.app.explaining import explain
from samenloop.app.inputs import read_household
from samenloop.app.receipts import Replay, replay
from samenloop.app.schemas import schema
from samenloop.app.version import version
from samenloop.domain import Household
from samenloop.errors import SamenloopError
from samenloop.report import Check, Report
from samenloop.rulebook import Rulebook, load_rulebook

Format = Literal["text", "json", "html"]


def render(made: Report, format: Format = "text", *, width: int = 80) -> str:
    """A report as text for people, as JSON for programs, or as one HTML file."""
    if format == "json":
        return made.to_json()
    if format == "html":
        from samenloop.report import html

        return html.render(made)
    from samenloop.report import text

    return text.render(made, width)


__all__ = [
    "Check", "Format", "Household", "Replay", "Report", "Rulebook", "SamenloopError", "check", "explain",
    "load_rulebook", "read_household", "render", "replay", "schema", "version",
]  # fmt: skip
