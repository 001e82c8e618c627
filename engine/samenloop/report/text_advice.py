# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""The text of what could be done: the order of advice, the proposals, the plan."""

from __future__ import annotations

from samenloop.report import money
from samenloop.report.advice import advice, condition_mark, effect, refused, until, whole_year
from samenloop.report.model_conflicts import ProposalOut
from samenloop.report.text_parts import Page, articles
from samenloop.report.words import amount_text, listed, upper_first

_AGAINST_THE_LETTER = 8


def order(page: Page) -> None:
    """The advice in its fixed order: unused rights, room inside the rule, a private gesture, an exception."""
    found = advice(page.report)
    if not found:
        return
    page.heading("Advies, in deze volgorde")
    for number, (head, texts) in enumerate(found, 1):
        page.item(head, f"{number}.", style="bold")
        for text in texts:
            page.item(text, indent=3)


def proposals(page: Page) -> None:
    """The first proposal in full, the others shorter, and what was dropped."""
    found = page.report.voorstellen
    if not found:
        if page.report.botsingen:
            page.heading("Voorstellen")
            page.line(
                "Binnen deze regels is geen voorstel gevonden dat dit oplost. Vraag raad bij het doorbraakteam van de "
                "gemeente, en daarna bij het Landelijk Maatwerkloket."
            )
            _dropped(page)
        return
    page.heading(f"Eerste voorstel. {found[0].titel}")
    _proposal(page, found[0])
    if len(found) > 1:
        page.heading("Andere voorstellen")
        for proposal in found[1:]:
            page.sub(upper_first(proposal.titel))
            _proposal(page, proposal)
    _dropped(page)


def _proposal(page: Page, found: ProposalOut) -> None:
    if found.trede == _AGAINST_THE_LETTER:
        page.line("Tegen de letter van de wet. De weg naar de rechter staat hiernaast open.", style="bold")
    if found.open_voorwaarden:
        page.line("De beslisser moet eerst zelf vinden:")
        for condition in found.open_voorwaarden:
            page.item(f"{condition.tekst} ({condition_mark(condition)})", "□")
    for condition in found.voorwaarden:
        if not condition.open:
            page.item(f"{condition.tekst} ({condition_mark(condition)})", "■" if condition.voldaan == "ja" else "□")
    if found.voorwaarden:
        page.blank()
    page.line(found.uitleg)
    page.blank()
    page.fields(
        [
            ("wie beslist", listed(page.word("rollen", r) for r in found.beslissers)),
            ("effect", effect(page.report, found)),
            ("houdt tot", until(found)),
            ("voor een jaar", whole_year(found)),
            ("soort ruimte", f"trede {found.trede}, {page.word('treden', f'trede_{found.trede}')}"),
            ("juridisch", f"{page.word('juridische_soorten', found.juridische_soort)}; {articles(found.grondslag)}"),
            ("plicht of keuze", page.word("modaliteiten", found.modaliteit)),
            ("sterkte", page.word("sterkten", found.sterkte)),
            ("mandaat", page.word("mandaatniveaus", found.mandaat)),
            ("duur", found.termijn.duur or ""),
            ("let op", "; ".join(found.grenzen)),
            ("bewijsstukken", "; ".join(found.bewijsstukken)),
            ("rechtspraak", "; ".join(found.rechtspraak)),
            ("bij weigering", refused(found)),
            ("blijft over", listed(found.overgebleven_botsingen)),
            ("nieuwe botsing", listed(found.nieuwe_botsingen)),
        ]
    )
    page.line(f"Wat een strenge jurist zou zeggen: {found.tegenargument}", style="italic")
    triangle = found.waardendriehoek
    page.fields(
        [
            ("legitimiteit", triangle.legitimiteit),
            ("betrokkenheid", triangle.betrokkenheid),
            ("rendement", triangle.rendement),
        ]
    )
    if found.verloop:
        page.table(
            ["dag", "wat verandert", "houdt het?"],
            [
                [
                    money.short_day(day.dag),
                    day.wat + (" (vooruitgekeken)" if day.projectie else ""),
                    "ja" if day.houdt else "nee",
                ]
                for day in found.verloop
            ],
        )


def _dropped(page: Page) -> None:
    if page.report.afgevallen:
        page.sub("Geprobeerd en afgevallen")
        for found in page.report.afgevallen:
            page.item(f"{found.titel}: {found.waarom}.")


def plan(page: Page) -> None:
    """The steps, the table of deciders, the days, the family's own idea, and the children."""
    report = page.report
    if report.eigen_idee:
        page.heading("Eigen idee van het huishouden")
        for idea in report.eigen_idee:
            who = f" ({listed(idea.wie)})" if idea.wie else ""
            gain = f" Effect: {amount_text(idea.effect_per_maand, 'per maand')}." if idea.effect_per_maand else ""
            words = f"“{idea.woorden}” " if idea.woorden else ""
            page.item(f"{words}{idea.uitleg}{who}{gain}")
    if report.plan:
        page.heading("Plan")
        for track, head in (("nu", "Nu"), ("achteraf", "Daarna, formeel")):
            steps = [step for step in report.plan if step.spoor == track]
            if steps:
                page.sub(head)
            for number, step in enumerate(steps, 1):
                day = f" Voor {money.day(step.termijn.dag)}." if step.termijn and step.termijn.dag else ""
                page.item(f"{step.wat} (wie: {page.word('rollen', step.wie)}){day}", f"{number}.")
    if report.tafel:
        page.sub("Wie zit er aan tafel")
        page.table(
            ["wie", "mandaat", "gevraagd"], [[seat.instantie, seat.mandaat, seat.gevraagd] for seat in report.tafel]
        )
    if report.tijdlijn:
        page.sub("Dagen die ertoe doen")
        for moment in report.tijdlijn:
            day = "datum niet bekend" if moment.dag is None else money.short_day(moment.dag)
            page.item(f"{day}: {moment.wat}" + (" (vooruitgekeken)" if moment.projectie else ""))
    for child in report.gevolgen.kinderen:
        page.item(f"Kind {child.wie} ({child.leeftijd} jaar): {child.tekst}")
