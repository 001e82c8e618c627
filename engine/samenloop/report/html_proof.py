# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""The knot and the conflicts in HTML."""

from __future__ import annotations

from samenloop.report import money
from samenloop.report.advice import had
from samenloop.report.html_trace import anchor, bases
from samenloop.report.markup import Html, details, el, fields, section, table
from samenloop.report.model import Report
from samenloop.report.model_conflicts import ConflictOut
from samenloop.report.words import amount_text, listed, upper_first


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
    away = ""
    if proof.afstand is not None:
        share = money.percent_text(proof.afstand.procent)
        away = f"{money.euro(proof.afstand.bedrag)}, dat is {share} van de grens van {money.euro(proof.afstand.grens)}"
    return section(
        f"botsing-{number}",
        f"Botsing {number}. {found.titel}",
        el("p", found.uitleg),
        fields(
            [
                ("Ernst", [el("span", found.ernst, class_="woord"), f" {found.waarom_ernst}"]),
                ("Zekerheid", [el("span", found.zekerheid, class_="woord"), _hangs(found)]),
                ("Wie", listed(found.wie)),
                ("Afstand tot de grens", away),
                ("Toetsmoment", tested),
                ("Ook", listed(report.word("botsing_soorten", k) for k in found.bijsoorten)),
            ]
        ),
        el("h3", "Bewijs: twee berekeningen naast elkaar"),
        _comparison(report, found),
        el("p", f"Zonder: {proof.wat}. Dezelfde mensen, dezelfde aanvragen; alleen dit is anders.", class_="bron"),
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
    rows = [
        ["D: alles wat binnenkomt", *(amount_text(a) for a in (proof.met.d, proof.zonder.d, proof.verschil.d))],
        [
            "vrij: D min huur en premie",
            *(amount_text(a) for a in (proof.met.vrij, proof.zonder.vrij, proof.verschil.vrij)),
        ],
    ]
    for lost in proof.verloren:
        label = f"{upper_first(report.word('aanspraken', lost.aanspraak))} ({listed(lost.wie)})"
        rows.append([label, had(report, lost), amount_text(lost.bedrag_per_maand), ""])
        if lost.uitbetaald != lost.bedrag_per_maand:
            paid = amount_text(proof.verschil.uitbetaald)
            rows.append(["Uitbetaald, na afronding door de wet", "", amount_text(lost.uitbetaald), paid])
    heads = ["Per maand", "Zoals het is", "Zonder", "Verschil"]
    made = table("Vergelijking per maand, met en zonder de oorzaak", heads, rows, numbers=(1, 2, 3))
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
