# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""The knot and the conflicts in HTML."""

from __future__ import annotations

from samenloop.report import money, proof_parts
from samenloop.report.html_trace import anchor, bases
from samenloop.report.markup import Html, details, el, fields, section, table
from samenloop.report.model import Report
from samenloop.report.model_conflicts import ConflictOut, DutiesProof
from samenloop.report.words import amount_text, listed


def core(report: Report) -> Html:
    """The knot in one sentence, the amount, who can decide, the first term."""
    found = report.kern
    term = found.eerste_termijn
    day = "" if term is None or term.dag is None else f"{money.day(term.dag)}: "
    amount = None if found.bedrag_per_maand is None else amount_text(found.bedrag_per_maand, "per maand")
    return el(
        "section",
        el("h2", "De kern", id="kern-kop"),
        el(
            "div",
            el("p", found.zin, class_="zin"),
            fields(
                [
                    ("Bedrag", amount),
                    ("Wie kan beslissen", found.beslisser),
                    ("Eerste termijn", None if term is None else f"{day}{term.wat}"),
                ]
            ),
            class_="kern",
        ),
        id="kern",
        aria_labelledby="kern-kop",
    )


def conflicts(report: Report) -> list[Html]:
    """One section per conflict."""
    return [_conflict(report, found, number) for number, found in enumerate(report.botsingen, 1)]


def _conflict(report: Report, found: ConflictOut, number: int) -> Html:
    proof = found.bewijs
    moment = proof.toetsmoment
    tested = ""
    if moment is not None:
        next_day = f", eerstvolgend {money.day(moment.dag)}" if moment.dag is not None else ""
        tested = f"{report.word('toetsmomenten', moment.soort)}{next_day}"
    duties = None
    if isinstance(proof, DutiesProof):
        heads = ["Regel", "Regeling", "Soort", "Wie dit niet volgt"]
        rows = proof_parts.duties(report, proof)
        duties = [
            el("h3", "Twee regels die niet samen kunnen"),
            table(f"De twee regels van botsing {number}", heads, rows),
        ]
    return section(
        f"botsing-{number}",
        f"Botsing {number}. {found.titel}",
        el("p", found.uitleg),
        fields(
            [
                ("Ernst", [el("span", found.ernst, class_="woord"), f" {found.waarom_ernst}"]),
                ("Zekerheid", [el("span", found.zekerheid, class_="woord"), _hangs(found)]),
                ("Wie", listed(found.wie)),
                ("Toetsmoment", tested),
                ("Ook", listed(report.word("botsing_soorten", k) for k in found.bijsoorten)),
            ]
        ),
        duties,
        el("h3", "Bewijs: twee berekeningen naast elkaar"),
        _comparison(report, found),
        [el("p", note, class_="bron") for note in proof_parts.notes(report, found)],
        el("h3", "De keten: welke regels, en wie ze kan wijzigen"),
        table(
            f"Keten van botsing {number}",
            ["Regel", "Grondslag", "Laag", "Plicht of keuze", "Wie kan wijzigen"],
            [
                [
                    link.titel,
                    bases([link.grondslag]) or report.word("regelingen", link.regeling),
                    report.word("bronlagen", link.bronlaag) if link.bronlaag else "",
                    report.word("modaliteiten", link.modaliteit) if link.modaliteit else "",
                    listed(report.word("rollen", r) for r in link.wie_kan_wijzigen),
                ]
                for link in found.keten
            ],
        ),
    )


def _hangs(found: ConflictOut) -> str:
    return f" hangt af van {listed(found.ontbreekt)}" if found.ontbreekt else ""


def _comparison(report: Report, found: ConflictOut) -> Html:
    proof = found.bewijs
    made = [
        table(caption, heads, rows, numbers=tuple(range(1, len(heads))))
        for caption, heads, rows in proof_parts.tables(report, found)
    ]
    lost_ids = {lost.aanspraak for lost in proof.verloren}
    links = [
        el("li", el("a", f"Herleiding van {c.naam}", href=f"#{anchor(report, c.herleiding)}"))
        for c in report.aanspraken
        if c.id in lost_ids and c.herleiding
    ]
    more = details(
        "Waar komen deze bedragen vandaan?",
        el("ul", links, el("li", el("a", "Alle posten van D en vrij", href="#besteedbaar"))),
        bases(found.grondslagen),
    )
    return el("div", made, more)
