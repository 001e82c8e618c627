# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""The text of the knot and of each conflict, with the two evaluations side by side."""

from __future__ import annotations

from rich.padding import Padding
from rich.panel import Panel
from rich.text import Text

from samenloop.report import money
from samenloop.report.advice import had
from samenloop.report.model_conflicts import ConflictOut
from samenloop.report.text_parts import KEEP, Page
from samenloop.report.words import amount_text, listed, plain, upper_first


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
    page.sub("Bewijs: twee berekeningen naast elkaar")
    proof = found.bewijs
    rows = [
        ("D: alles wat binnenkomt", proof.met.d, proof.zonder.d, proof.verschil.d),
        ("vrij: D min huur en premie", proof.met.vrij, proof.zonder.vrij, proof.verschil.vrij),
    ]
    shown = [[name, *(amount_text(a) for a in amounts)] for name, *amounts in rows]
    for lost in proof.verloren:
        label = f"{upper_first(page.word('aanspraken', lost.aanspraak))} ({listed(lost.wie)})"
        shown.append([label, had(page.report, lost), amount_text(lost.bedrag_per_maand), ""])
        if lost.uitbetaald != lost.bedrag_per_maand:
            paid = amount_text(proof.verschil.uitbetaald)
            shown.append(["  uitbetaald, na afronding", "", amount_text(lost.uitbetaald), paid])
    page.table(["per maand", "zoals het is", "zonder", "verschil"], shown, ["left", "right", "right", "right"])
    page.small(f"Zonder: {proof.wat}. Dezelfde mensen, dezelfde aanvragen; alleen dit is anders.")
    if proof.afstand is not None:
        away = proof.afstand
        page.small(
            f"Afstand tot de grens: {money.euro(away.bedrag)} ({money.percent_text(away.procent)} van "
            f"{money.euro(away.grens)})."
        )
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


def _moment(page: Page, found: ConflictOut) -> str:
    moment = found.bewijs.toetsmoment
    if moment is None:
        return ""
    day = f", eerstvolgend {money.day(moment.dag)}" if moment.dag is not None else ""
    return f"{page.word('toetsmomenten', plain(moment.soort))}{day}"
