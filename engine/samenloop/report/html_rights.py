# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""Rights, questions, the account, assumptions and coverage, in HTML."""

from __future__ import annotations

from collections.abc import Iterable

from samenloop.report.advice import HEADS, changed, idle
from samenloop.report.build_rights import STATUS_WORDS
from samenloop.report.html_trace import anchor, bases, comparisons
from samenloop.report.markup import Child, Html, bullets, details, el, section, table
from samenloop.report.model import Report
from samenloop.report.model_rights import ClaimOut
from samenloop.report.words import amount_text, listed, plain

_MET = {"ja": "voldaan", "nee": "niet voldaan", "onbekend": "niet bekend"}


def unused(report: Report) -> Html | None:
    """Unused and refused rights with the reason and by how much."""
    parts: list[Child] = []
    for kind, head in HEADS.items():
        found = [x for x in report.ongebruikte_rechten if x.soort == kind]
        if not found:
            continue
        items: list[Child] = []
        for right in found:
            worth = "" if right.bedrag_per_maand is None else f" {amount_text(right.bedrag_per_maand, 'per maand')}."
            about = " Dit is de botsing hierboven." if right.botsing else ""
            name = el("strong", f"{right.naam} ({listed(right.wie)}):")
            items.append([name, f" {right.uitleg}{worth}{about} ", bases(right.grondslag[:1])])
        parts += [el("h3", head), bullets(items)]
    return section("ongebruikt", "Ongebruikte en geweigerde rechten", *parts) if parts else None


def questions(report: Report) -> Html | None:
    """Every question, those that change most first."""
    if not report.vragen:
        return None
    items: list[Child] = []
    for question in report.vragen:
        judged = " (oordeel van een professional)" if question.oordeel else ""
        changes = listed(changed(report, id_) for id_ in question.verandert)
        why = f"{question.waarom} Verandert: {changes}. "
        items.append([f"{question.vraag}{judged}", el("br"), el("span", why, el("code", question.feit), class_="bron")])
    return section("vragen", "Vragen die de uitkomst veranderen", bullets(items, "ol"))


def claims(report: Report) -> Html | None:
    """Every right with its conditions folded under it."""
    if not report.aanspraken:
        return None
    shown = [claim for claim in report.aanspraken if not idle(claim)]
    others = [claim for claim in report.aanspraken if idle(claim)]
    made = _table(report, "Alle aanspraken", shown) if shown else None
    title = "Hier niet aan de orde"
    rest = details(title, _table(report, title, others)) if others else None
    return section("aanspraken", "Alle aanspraken", made, rest)


def _table(report: Report, caption: str, found: Iterable[ClaimOut]) -> Html:
    rows: list[list[Child]] = [
        [claim.naam, listed(claim.wie), STATUS_WORDS[claim.status], _amount(claim), _why(report, claim)]
        for claim in found
    ]
    heads = ["Aanspraak", "Wie", "Status", "Per maand", "Uitleg en herkomst"]
    return table(caption, heads, rows, numbers=(3,))


def _amount(claim: ClaimOut) -> Child:
    if claim.status == "geen_recht" or claim.bedrag is None:
        return "–"
    if claim.uitbetaald is None or claim.uitbetaald == claim.bedrag:
        return amount_text(claim.bedrag)
    paid = el("span", f"uitbetaald {amount_text(claim.uitbetaald)}", class_="bron")
    return [amount_text(claim.bedrag), el("br"), paid]


def _why(report: Report, claim: ClaimOut) -> Html:
    conditions = [
        el(
            "li",
            f"{condition.titel}: {_MET[condition.voldaan]} ",
            bases(condition.grondslag),
            comparisons(condition.waarden, f"Vergelijkingen: {condition.titel}"),
        )
        for condition in claim.voorwaarden
    ]
    link = None
    if claim.herleiding is not None:
        link = el("p", el("a", f"Herleiding van {claim.naam}", href=f"#{anchor(report, claim.herleiding)}"))
    return el(
        "div",
        el("span", claim.uitleg) if claim.uitleg else None,
        bullets(claim.vervallen_eisen),
        details("Waar komt dit vandaan?", bases(claim.grondslag), el("ul", conditions), link),
    )


def account(report: Report) -> Html:
    """D and vrij, line by line, each linked to where it comes from."""
    found = report.besteedbaar_inkomen
    sources = {(c.id, c.wie): c.herleiding for c in report.aanspraken}
    runs = {"ja": "loopt", "nee": "loopt niet", "onbekend": "niet bekend of het loopt"}
    rows: list[list[Child]] = []
    for line in found.regels:
        key = sources.get((line.id, line.wie)) if line.soort == "recht" else None
        name: Child = line.naam if key is None else el("a", line.naam, href=f"#{anchor(report, key)}")
        rows.append([name, listed(line.wie), runs[line.loopt], amount_text(line.bedrag)])
    rows += [
        [el("strong", "D: met alle rechten"), "", "", amount_text(found.d)],
        [el("strong", "D van wat nu loopt"), "", "", amount_text(found.d_lopend)],
        [el("strong", "vrij: D min huur en premie"), "", "", amount_text(found.vrij)],
    ]
    note = "D is alles wat per maand binnenkomt: alle rechten en het netto inkomen, min inhoudingen."
    return section(
        "besteedbaar",
        "Te besteden per maand",
        el("p", note),
        table("Posten per maand", ["Post", "Wie", "Nu", "Bedrag"], rows, numbers=(3,)),
    )


def notes(report: Report) -> list[Html]:
    """Assumptions, warnings, coverage."""
    parts = []
    if report.aannames:
        rows = [[a.pad, a.waarde or "", plain(a.soort), a.waarom] for a in report.aannames]
        made = table("Aangenomen en geschatte waarden", ["Gegeven", "Waarde", "Soort", "Waarom"], rows)
        parts.append(section("aannames", "Aannames en schattingen", made))
    if report.waarschuwingen:
        parts.append(section("let-op", "Let op", bullets(x.tekst for x in report.waarschuwingen)))
    if report.buiten_dekking or report.niet_gemodelleerd:
        gaps: list[Child] = []
        for gap in report.buiten_dekking:
            touched = f" Raakt: {listed(report.word('aanspraken', x) for x in gap.raakt)}." if gap.raakt else ""
            gaps.append(f"{gap.wat}.{touched}")
        left_out = report.niet_gemodelleerd
        items = bullets(f"{x.wet}, artikel {x.artikel}: {x.waarom}." for x in left_out)
        folded = details(f"Niet gemodelleerd, en van invloed op deze uitkomst ({len(left_out)})", items)
        made = section("dekking", "Buiten dekking en niet gemodelleerd", bullets(gaps), folded if items else None)
        parts.append(made)
    return parts
