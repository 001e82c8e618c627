# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""One check to one report. Nothing is decided here: every outcome was found before, this only says it."""

from __future__ import annotations

from samenloop.language import values
from samenloop.report import build_conflicts, build_notes, build_plan, build_proposals, build_rights, money, sentences
from samenloop.report.glossary import glossary
from samenloop.report.material import Check
from samenloop.report.model import Core, Receipt, Report
from samenloop.report.model_rights import ClaimOut, UnusedRight
from samenloop.report.parts import Term
from samenloop.report.reasons import Reasons
from samenloop.report.trace import Tracer
from samenloop.report.words import Words, amount_text, listed


def build(check: Check) -> Report:
    """The report of a check."""
    words = Words(check.book, check.assessment.day)
    tracer = Tracer(check.assessment, words)
    reasons = Reasons(check.assessment, words, tracer)
    claims = build_rights.claims(check, words, reasons)
    unused = build_rights.unused(check, words, reasons)
    for conflict in check.detected.conflicts:
        for claim in conflict.comparison.lost:
            for key in (r.id for r in claim.reads if r.kind == "parameter"):
                tracer.parameter(key)
    term = build_plan.first_term(check, words)
    uncovered = build_notes.uncovered_parts(check, words)
    report = Report(
        peildatum=check.assessment.day,
        huishouden=check.household.huishouden,
        ontvangstbewijs=Receipt(
            versie=check.version,
            regelset_hash=check.book.content_hash,
            invoer_hash=check.input_hash,
            matcher=check.detected.matcher,
            projectie=check.projection,
        ),
        kern=_core(check, words, claims, unused, term),
        aanspraken=claims,
        besteedbaar_inkomen=build_rights.account(check, words),
        vragen=build_rights.questions(check),
        ongebruikte_rechten=unused,
        botsingen=build_conflicts.conflicts(check, words),
        voorstellen=build_proposals.proposals(check, words),
        afgevallen=build_proposals.dropped(check),
        tafel=build_plan.table(check, words, term),
        gevolgen=build_plan.effects(check, words),
        plan=build_plan.plan(check, words, unused, term),
        tijdlijn=build_plan.timeline(check, words),
        graaf=build_plan.graph(check),
        waarschuwingen=build_notes.notices(check, words),
        buiten_dekking=uncovered,
        eigen_idee=build_notes.own_ideas(check, words),
        aannames=build_notes.assumptions(check, words),
        niet_gemodelleerd=build_notes.not_modelled(check, words),
        herleiding=tuple(tracer.nodes[key] for key in sorted(tracer.nodes)),
        woorden={},
        vrijwaring=disclaimer(check),
    )
    return report.model_copy(update={"woorden": glossary(report, words)})


def disclaimer(check: Check) -> tuple[str, ...]:
    """What every page says about itself."""
    day = money.day(check.assessment.day)
    return (
        "Dit is een hulpmiddel, geen besluit en geen beschikking: de genoemde instantie beslist.",
        f"Peildatum: {day}. Samenloop {check.version}, regelset {check.book.content_hash[:12]}.",
        "Aangetoond betekent hier: binnen deze regels, met deze gegevens, op deze dag. Een voorstel is een advies.",
    )


def _core(
    check: Check, words: Words, claims: tuple[ClaimOut, ...], unused: tuple[UnusedRight, ...], term: Term | None
) -> Core:
    conflicts = check.detected.conflicts
    if conflicts:
        first = conflicts[0]
        sentence = sentences.knot(check.assessment, first, words)
        kept = [p for p in check.proposals.kept if first.id in (*p.repairs, *p.eases, *p.replaces)]
        decider = listed(words.role(x) for x in kept[0].deciders) if kept else None
        amount = words.amount(first.loss) if first.loss != values.ZERO else None  # nothing in money: no amount
        return Core(zin=sentence, bedrag_per_maand=amount, beslisser=decider, eerste_termijn=term)
    return _calm(check, words, claims, unused, term)


def _calm(
    check: Check, words: Words, claims: tuple[ClaimOut, ...], unused: tuple[UnusedRight, ...], term: Term | None
) -> Core:
    """The knot of a household without a conflict: never more certain than what was looked at."""
    if all(c.status == "buiten_dekking" for c in claims):
        day = money.day(check.assessment.day)
        lacking = "zijn de bedragen niet bekend" if claims else "geldt in deze regelset geen enkele regel"
        sentence = f"Buiten dekking: op {day} {lacking}. Over botsingen is niets te zeggen."
        return Core(zin=sentence, bedrag_per_maand=None, beslisser=None, eerste_termijn=term)
    blind = _not_looked_at(check, words, claims)
    waiting = next((x for x in unused if x.soort == "ongebruikt"), None)
    if waiting is not None:
        amount = amount_text(waiting.bedrag_per_maand, "per maand")
        worth = "" if waiting.bedrag_per_maand is None else f", {amount}"
        name = words.entitlement(waiting.aanspraak)
        sentence = f"Er is geen botsing gevonden. Wel lijkt er recht op {name} dat nog niet loopt{worth}.{blind}"
        return Core(
            zin=sentence,
            bedrag_per_maand=waiting.bedrag_per_maand,
            beslisser=words.role(waiting.beslisser),
            eerste_termijn=term,
        )
    count = len(check.questions)
    if count:
        asks = "Eén vraag kan" if count == 1 else f"{count} vragen kunnen"
        sentence = f"Met wat bekend is, is er geen botsing te zien. {asks} de uitkomst nog veranderen.{blind}"
    else:
        sentence = f"Er is geen botsing tussen regelingen gevonden.{blind}"
    return Core(zin=sentence, bedrag_per_maand=None, beslisser=None, eerste_termijn=term)


def _not_looked_at(check: Check, words: Words, claims: tuple[ClaimOut, ...]) -> str:
    """Rights outside coverage, and regimes that the file names and this rule set does not have."""
    uncovered = [c.naam for c in claims if c.status == "buiten_dekking"]
    absent = [words.label("regelingen", x) for x in build_notes.absent_regimes(check)]
    parts = []
    if uncovered:
        parts.append(f" Buiten dekking: {listed(dict.fromkeys(uncovered))}.")
    if absent:
        parts.append(f" Niet bekeken, want niet uitgewerkt: {listed(absent)}.")
    return "".join(parts)
