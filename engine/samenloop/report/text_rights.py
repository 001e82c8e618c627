# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""The text about rights, questions, the account, assumptions and what is outside coverage."""

from __future__ import annotations

from samenloop.report.advice import HEADS, changed, idle
from samenloop.report.build_rights import STATUS_WORDS
from samenloop.report.model_rights import ClaimOut
from samenloop.report.text_parts import Page, articles
from samenloop.report.words import amount_text, listed, plain

MOST_QUESTIONS = 5
MOST_GAPS = 12


def unused(page: Page) -> None:
    """Unused and refused rights with the reason and by how much."""
    for kind, head in HEADS.items():
        found = [x for x in page.report.ongebruikte_rechten if x.soort == kind]
        if not found:
            continue
        page.heading(head)
        for right in found:
            worth = "" if right.bedrag_per_maand is None else f" {amount_text(right.bedrag_per_maand, 'per maand')}."
            about = " Dit is de botsing hierboven." if right.botsing else ""
            page.item(f"{right.naam} ({listed(right.wie)}): {right.uitleg}{worth}{about}")


def questions(page: Page) -> None:
    """The next best questions."""
    found = page.report.vragen
    if not found:
        return
    page.heading("Vragen die de uitkomst veranderen")
    for number, question in enumerate(found[:MOST_QUESTIONS], 1):
        judged = " (oordeel van een professional)" if question.oordeel else ""
        page.item(f"{question.vraag}{judged}", f"{number}.")
        changes = listed(changed(page.report, id_) for id_ in question.verandert)
        page.line(f"{question.waarom} Verandert: {changes}. [{question.feit}]", style="dim", indent=3)
    if len(found) > MOST_QUESTIONS:
        page.small(f"En nog {len(found) - MOST_QUESTIONS} vragen; alle staan in --format json.")


def claims(page: Page) -> None:
    """Every right with its amount and reason."""
    if not page.report.aanspraken:
        return
    page.heading("Alle aanspraken")
    shown = [c for c in page.report.aanspraken if not idle(c)]
    page.table(
        ["aanspraak", "wie", "status", "per maand"],
        [[c.naam, listed(c.wie), STATUS_WORDS[c.status], _amount(c)] for c in shown],
        ["left", "left", "left", "right"],
    )
    same: dict[tuple[str, str, str], list[str]] = {}
    ended: dict[str, tuple[str, ...]] = {}
    for claim in shown:
        basis = f" [{articles(claim.grondslag[:1])}]" if claim.status != "geen_recht" else ""
        same.setdefault((claim.naam, claim.uitleg, basis), []).append(listed(claim.wie))
        ended.setdefault(claim.naam, claim.vervallen_eisen)
    for (name, why, basis), who in same.items():
        page.item(f"{name} ({'; '.join(who)}): {why}{basis}")
        for sentence in ended.pop(name, ()):
            page.item(sentence, indent=2)
    names = {c.naam for c in shown}
    others = listed(dict.fromkeys(c.naam for c in page.report.aanspraken if idle(c) and c.naam not in names))
    if others:
        page.small(f"Hier niet aan de orde: {others}.")
    page.small("Waar een bedrag vandaan komt: samenloop explain AANSPRAAK BESTAND")


def _amount(claim: ClaimOut) -> str:
    if claim.status == "geen_recht" or claim.bedrag is None:
        return "–"
    shown = amount_text(claim.bedrag)
    if claim.uitbetaald is not None and claim.uitbetaald != claim.bedrag:
        shown += f"\n(uitbetaald {amount_text(claim.uitbetaald)})"
    return shown


def account(page: Page) -> None:
    """D and vrij, line by line."""
    found = page.report.besteedbaar_inkomen
    page.heading("Te besteden per maand")
    rows = [
        [line.naam, listed(line.wie), "" if line.loopt == "ja" else "loopt niet" if line.loopt == "nee" else "loopt?",
         amount_text(line.bedrag)]
        for line in found.regels
    ]  # fmt: skip
    rows.append(["D: met alle rechten", "", "", amount_text(found.d)])
    rows.append(["D van wat nu loopt", "", "", amount_text(found.d_lopend)])
    rows.append(["vrij: D min huur en premie", "", "", amount_text(found.vrij)])
    page.table(["post", "wie", "", "bedrag"], rows, ["left", "left", "left", "right"])


def notes(page: Page) -> None:
    """Assumptions, warnings, coverage."""
    report = page.report
    if report.aannames:
        page.heading("Aannames en schattingen")
        for one in report.aannames:
            value = "" if one.waarde is None else f" = {one.waarde}"
            page.item(f"{one.pad}{value} ({plain(one.soort)}): {one.waarom}")
    if report.waarschuwingen:
        page.heading("Let op")
        for notice in report.waarschuwingen:
            page.item(notice.tekst)
    if report.buiten_dekking or report.niet_gemodelleerd:
        page.heading("Buiten dekking en niet gemodelleerd")
        for gap in report.buiten_dekking:
            touched = f" Raakt: {listed(page.word('aanspraken', x) for x in gap.raakt)}." if gap.raakt else ""
            page.item(f"{gap.wat}.{touched}")
        for part in report.niet_gemodelleerd[:MOST_GAPS]:
            page.item(f"{part.wet}, artikel {part.artikel}: {part.waarom}.")
        rest = report.niet_gemodelleerd[MOST_GAPS:]
        if rest:
            laws = listed(dict.fromkeys(part.wet for part in rest))
            page.item(f"En nog {len(rest)} onderdelen van: {laws}. Alle staan in --format html en json.")
