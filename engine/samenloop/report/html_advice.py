# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""What could be done, in HTML: the order of advice, the proposals, the plan."""

from __future__ import annotations

from samenloop.report import money
from samenloop.report.advice import KINDS, advice, condition_mark, effect, refused, until, whole_year
from samenloop.report.html_trace import bases
from samenloop.report.markup import Child, Html, bullets, details, el, fields, section, table
from samenloop.report.model import Report, Step
from samenloop.report.model_conflicts import ProposalOut
from samenloop.report.words import amount_text, listed, upper_first

_AGAINST_THE_LETTER = 8


def order(report: Report) -> Html | None:
    """The advice in its fixed order."""
    found = advice(report)
    if not found:
        return None
    return section(
        "advies",
        "Advies, in deze volgorde",
        el("ol", [el("li", el("strong", head), bullets(texts)) for head, texts in found]),
    )


def proposals(report: Report) -> Html | None:
    """The first proposal in full, the others folded, and what was dropped."""
    found = report.voorstellen
    if not found:
        if not report.botsingen:
            return None
        return section(
            "voorstellen",
            "Voorstellen",
            el(
                "p",
                "Binnen deze regels is geen voorstel gevonden dat dit oplost. Vraag raad bij het doorbraakteam van de "
                "gemeente, en daarna bij het Landelijk Maatwerkloket.",
            ),
            _dropped(report),
        )
    first = el("div", el("h3", f"Eerste voorstel: {found[0].titel}"), _proposal(report, found[0]), class_="eerste")
    others: list[Child] = []
    if len(found) > 1:
        others = [el("h3", "Andere voorstellen")]
        others += [details(_summary(report, p), _proposal(report, p)) for p in found[1:]]
    return section("voorstellen", "Voorstellen", first, *others, _dropped(report))


def _summary(report: Report, found: ProposalOut) -> str:
    who = listed(report.word("rollen", r) for r in found.beslissers)
    kind = KINDS[found.soort]
    return f"{upper_first(found.titel)}: {effect(report, found)} ({who}; {kind})"


def _proposal(report: Report, found: ProposalOut) -> Html:
    letter = None
    if found.trede == _AGAINST_THE_LETTER:
        letter = el("p", el("strong", "Tegen de letter van de wet."), " De weg naar de rechter staat open.")
    triangle = found.waardendriehoek
    return el(
        "div",
        letter,
        _conditions(found),
        el("p", found.uitleg),
        fields(
            [
                ("Wie beslist", listed(report.word("rollen", r) for r in found.beslissers)),
                ("Effect", effect(report, found)),
                ("Houdt tot", until(found)),
                ("Voor een jaar", whole_year(found)),
                ("Soort ruimte", f"trede {found.trede}, {report.word('treden', f'trede_{found.trede}')}"),
                ("Juridisch", report.word("juridische_soorten", found.juridische_soort)),
                ("Grondslag", bases(found.grondslag)),
                ("Laag", report.word("bronlagen", found.bronlaag)),
                ("Plicht of keuze", report.word("modaliteiten", found.modaliteit)),
                ("Sterkte", report.word("sterkten", found.sterkte)),
                ("Mandaat", report.word("mandaatniveaus", found.mandaat)),
                ("Duur", found.termijn.duur),
                ("Let op", bullets(found.grenzen)),
                ("Bewijsstukken", bullets(found.bewijsstukken)),
                ("Rechtspraak", bullets(found.rechtspraak)),
                ("Bij weigering", refused(found)),
                ("Blijft over", listed(found.overgebleven_botsingen)),
                ("Nieuwe botsing", listed(found.nieuwe_botsingen)),
            ]
        ),
        el("p", f"Wat een strenge jurist zou zeggen: {found.tegenargument}", class_="jurist"),
        _holding(found),
        _costs(report, found),
        fields(
            [
                ("Legitimiteit", triangle.legitimiteit),
                ("Betrokkenheid", triangle.betrokkenheid),
                ("Rendement", triangle.rendement),
            ]
        ),
        class_="voorstel",
    )


def _conditions(found: ProposalOut) -> Html | None:
    if not found.voorwaarden:
        return None
    open_ones = bullets(f"{c.tekst} ({condition_mark(c)})" for c in found.open_voorwaarden)
    computed = bullets(f"{c.tekst} ({condition_mark(c)})" for c in found.voorwaarden if not c.open)
    return el(
        "div",
        el("p", el("strong", "De beslisser moet eerst zelf vinden:")) if open_ones else None,
        open_ones,
        el("p", el("strong", "Nagerekend:")) if computed else None,
        computed,
    )


def _holding(found: ProposalOut) -> Html | None:
    if not found.verloop:
        return None
    rows = [
        [
            money.short_day(day.dag),
            day.wat + (" (vooruitgekeken)" if day.projectie else ""),
            "ja" if day.houdt else "nee",
        ]
        for day in found.verloop
    ]
    return table("Wat er binnen een jaar verandert", ["Dag", "Wat verandert", "Houdt het voorstel?"], rows)


def _costs(report: Report, found: ProposalOut) -> Html | None:
    if not found.kosten_baten:
        return None
    rows = []
    for one in found.kosten_baten:
        shown = money.euro(one.laag) if one.laag == one.hoog else f"{money.euro(one.laag)} tot {money.euro(one.hoog)}"
        rows.append([upper_first(report.word("rollen", one.betaler)), shown, one.toelichting])
    caption = "Kosten (min) en baten per maand, per partij"
    return details(caption, table(caption, ["Partij", "Per maand", "Toelichting"], rows, numbers=(1,)))


def _dropped(report: Report) -> Html | None:
    if not report.afgevallen:
        return None
    items = bullets(f"{x.titel}: {x.waarom}." for x in report.afgevallen)
    return details(f"Geprobeerd en afgevallen ({len(report.afgevallen)})", items)


def plan(report: Report) -> Html | None:
    """The family's idea, the steps, the table of deciders, the days, the children."""
    if not (report.plan or report.eigen_idee or report.tijdlijn):
        return None
    return section(
        "plan",
        "Plan",
        _ideas(report),
        _track(report, "nu", "Nu"),
        _track(report, "achteraf", "Daarna, formeel"),
        _table(report),
        _days(report),
        _people(report),
    )


def _ideas(report: Report) -> Html | None:
    if not report.eigen_idee:
        return None
    items: list[Child] = []
    for idea in report.eigen_idee:
        who = f" ({listed(idea.wie)})" if idea.wie else ""
        gain = f" Effect: {amount_text(idea.effect_per_maand, 'per maand')}." if idea.effect_per_maand else ""
        items.append([el("q", idea.woorden) if idea.woorden else None, f" {idea.uitleg}{who}{gain}"])
    return el("div", el("h3", "Eigen idee van het huishouden"), bullets(items))


def _track(report: Report, track: str, head: str) -> Html | None:
    steps = [step for step in report.plan if step.spoor == track]
    return el("div", el("h3", head), bullets((_step(report, s) for s in steps), "ol")) if steps else None


def _step(report: Report, step: Step) -> Child:
    day = f" Voor {money.day(step.termijn.dag)}." if step.termijn is not None and step.termijn.dag is not None else ""
    return f"{step.wat} (wie: {report.word('rollen', step.wie)}){day}"


def _table(report: Report) -> Html | None:
    if not report.tafel:
        return None
    rows = [[seat.instantie, seat.mandaat, seat.gevraagd] for seat in report.tafel]
    return el(
        "div",
        el("h3", "Wie zit er aan tafel"),
        table("Wie beslist waarover", ["Wie", "Mandaat", "Gevraagd"], rows),
    )


def _days(report: Report) -> Html | None:
    if not report.tijdlijn:
        return None
    rows = [
        [
            "datum niet bekend" if m.dag is None else money.short_day(m.dag),
            m.wat + (" (vooruitgekeken)" if m.projectie else ""),
        ]
        for m in report.tijdlijn
    ]
    return el("div", el("h3", "Dagen die ertoe doen"), table("Tijdlijn", ["Dag", "Wat"], rows))


def _people(report: Report) -> Html | None:
    rows = []
    for people in report.gevolgen.mensen:
        after = people.na
        rows.append(
            [
                listed(people.wie) or "huishouden",
                amount_text(people.nu.d),
                amount_text(people.nu.vrij),
                amount_text(after.d) if after is not None else "–",
                amount_text(after.vrij) if after is not None else "–",
            ]
        )
    if not any(people.na is not None for people in report.gevolgen.mensen):
        return None
    heads = ["Wie", "D nu", "vrij nu", "D met voorstel", "vrij met voorstel"]
    return el(
        "div",
        el("h3", "Wat het betekent"),
        table("Per maand, nu en met het eerste voorstel", heads, rows, numbers=(1, 2, 3, 4)),
        bullets(f"Kind {x.wie} ({x.leeftijd} jaar): {x.tekst}" for x in report.gevolgen.kinderen),
    )
