# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""The report as text for a terminal or a plain file: the knot first, then the proof, then what can be done."""

from __future__ import annotations

from io import StringIO

from rich.console import Console

from samenloop.report import text_advice, text_proof, text_rights
from samenloop.report.model import Report
from samenloop.report.text_parts import KEEP, Page

WIDTH = 80


def render(report: Report, width: int = WIDTH, *, colour: bool = False) -> str:
    """The report as text; ``colour`` adds the codes a terminal reads as bold and dim."""
    out = StringIO()
    console = Console(
        file=out, width=width, color_system="standard" if colour else None, force_terminal=colour, highlight=False,
        markup=False, emoji=False, legacy_windows=False, no_color=not colour,
    )  # fmt: skip
    show(report, console)
    text = out.getvalue().replace(KEEP, "\u00a0")
    return "".join(f"{line.rstrip()}\n" for line in text.splitlines())


def show(report: Report, console: Console) -> None:
    """Write the report to a console."""
    page = Page(report, console)
    _head(page)
    text_proof.core(page)
    text_advice.order(page)
    for number, conflict in enumerate(report.botsingen, 1):
        text_proof.conflict(page, conflict, number)
    text_advice.proposals(page)
    text_rights.unused(page)
    text_rights.questions(page)
    text_rights.claims(page)
    text_rights.account(page)
    text_advice.plan(page)
    text_rights.notes(page)
    _foot(page)


def _head(page: Page) -> None:
    page.title(f"Samenloop: huishouden {page.report.huishouden}")
    for sentence in page.report.vrijwaring[:2]:
        page.small(sentence)


def _foot(page: Page) -> None:
    receipt = page.report.ontvangstbewijs
    page.heading("Ontvangstbewijs")
    page.fields(
        [
            ("versie", receipt.versie),
            ("regelset", receipt.regelset_hash),
            ("invoer", receipt.invoer_hash),
            ("matcher", receipt.matcher),
            ("vooruitkijken", "aan" if receipt.projectie else "uit"),
        ]
    )
    page.small("Narekenen: samenloop check BESTAND --receipt RAPPORT.json")
    page.blank()
    for sentence in page.report.vrijwaring:
        page.small(sentence)
