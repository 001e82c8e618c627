# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""The text of the knot and of each conflict, with the two evaluations side by side."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from rich.padding import Padding
from rich.panel import Panel
from rich.text import Text

from samenloop.report import money, proof_parts
from samenloop.report.model_conflicts import ConflictOut, DutiesProof
from samenloop.report.text_parts import KEEP, Page
from samenloop.report.words import amount_text, listed, lower_first, plain


def core(page: Page) -> None:
    """The knot in one sentence, the amount, who can decide, the first term."""
    found = page.report.kern
    page.blank()
    page.console.print(Panel(Padding(Text(found.zin.replace("\u00a0", KEEP), style="bold"), (0, 1)), expand=True))
    rows = [("Per maand", amount_text(found.bedrag_per_maand) if found.bedrag_per_maand is not None else "")]
    rows.append(("Wie kan beslissen", found.beslisser or ""))
    term = found.eerste_termijn
    if term is not None:
        day = f"{money.day(term.dag)}: " if term.dag is not None else ""
        rows.append(("Eerste termijn", f"{day}{term.wat}"))
    page.fields(rows)


def conflict(page: Page, found: ConflictOut, number: int) -> None:
    """One conflict with its proof and its chain."""
    page.heading(f"Botsing {number}. {found.titel}")
    page.line(found.uitleg)
    page.blank()
    page.fields(
        [
            ("ernst", f"{found.ernst}: {found.waarom_ernst}"),
            ("zekerheid", found.zekerheid + (f", hangt af van {listed(found.ontbreekt)}" if found.ontbreekt else "")),
            ("wie", listed(found.wie)),
            ("toetsmoment", _moment(page, found)),
            ("ook", listed(page.word("botsing_soorten", k) for k in found.bijsoorten)),
        ]
    )
    proof = found.bewijs
    if isinstance(proof, DutiesProof):
        page.sub("Twee regels die niet samen kunnen")
        page.table(["regel", "regeling", "soort", "wie dit niet volgt"], proof_parts.duties(page.report, proof))
    page.sub("Bewijs: twee berekeningen naast elkaar")
    for _, heads, rows in proof_parts.tables(page.report, found):
        page.table(
            [lower_first(heads[0]), *(x if len(x) == 1 else lower_first(x) for x in heads[1:])],
            [list(row) for row in rows],
            _aligned(heads),
        )
    for note in proof_parts.notes(page.report, found):
        page.small(note)
    page.sub("De keten: welke regels, en wie ze kan wijzigen")
    page.table(
        ["regel", "grondslag", "laag", "", "wie kan wijzigen"],
        [
            [
                link.titel,
                link.grondslag.tekst or page.word("regelingen", link.regeling),
                page.word("bronlagen", link.bronlaag) if link.bronlaag else "",
                page.word("modaliteiten", link.modaliteit) if link.modaliteit else "",
                listed(page.word("rollen", r) for r in link.wie_kan_wijzigen),
            ]
            for link in found.keten
        ],
    )


_FIRST: tuple[Literal["left"], ...] = ("left",)
_REST: tuple[Literal["right"], ...] = ("right",)


def _aligned(heads: Sequence[str]) -> list[Literal["left", "right"]]:
    return [*_FIRST, *_REST * (len(heads) - 1)]


def _moment(page: Page, found: ConflictOut) -> str:
    moment = found.bewijs.toetsmoment
    if moment is None:
        return ""
    day = f", eerstvolgend {money.day(moment.dag)}" if moment.dag is not None else ""
    return f"{page.word('toetsmomenten', plain(moment.soort))}{day}"
