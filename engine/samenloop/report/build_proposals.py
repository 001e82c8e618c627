# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""From checked proposals to the report: hook, decider, open conditions, effect, until when it holds, and what a strict
lawyer would say."""

from __future__ import annotations

import datetime as dt
from fractions import Fraction
from typing import Literal

from samenloop.domain import Story
from samenloop.language import Duration, Expression
from samenloop.language import nodes as n
from samenloop.proposals import Dropped, Proposal, Turn
from samenloop.report import money, sentences
from samenloop.report.material import Check
from samenloop.report.model_conflicts import (
    CostBenefit,
    DroppedOut,
    HoldingDay,
    HookCondition,
    KnobTurn,
    NextRung,
    ProposalOut,
    ProposalTerm,
    ValueTriangle,
)
from samenloop.report.words import Words, harmless, lower_first, truth, upper_first
from samenloop.rulebook import Hook


def proposals(check: Check, words: Words) -> tuple[ProposalOut, ...]:
    """Every proposal, in the printed order of the ladder."""
    return tuple(_proposal(check, proposal, words) for proposal in check.proposals.kept)


def dropped(check: Check) -> tuple[DroppedOut, ...]:
    """What was tried and did not make it."""
    return tuple(_dropped(x) for x in check.proposals.dropped)


def _dropped(found: Dropped) -> DroppedOut:
    return DroppedOut(
        voorstel=found.hook.uitzondering, waarom=found.reason.rstrip("."), titel=found.hook.titel, acuut=found.acute
    )


def unit_of(check: Check, turn: Turn | None) -> str:
    """The money unit of the fact a knob turns."""
    return "" if turn is None else check.book.facts[turn.fact.fact].eenheid or ""


def _proposal(check: Check, proposal: Proposal, words: Words) -> ProposalOut:
    hook = proposal.hook
    unit = unit_of(check, proposal.turn)
    bases = tuple(dict.fromkeys(words.basis(b) for h in proposal.hooks for b in h.grondslag))
    conditions = tuple(HookCondition(tekst=c.text, voldaan=truth(c.met), open=c.open) for c in proposal.conditions)
    return ProposalOut(
        id=proposal.id,
        lost_op=proposal.repairs,
        trede=proposal.rung,
        grondslag=bases,
        juridische_soort=hook.juridische_soort,
        beslisser=hook.beslisser,
        modaliteit=hook.modaliteit,
        sterkte=proposal.strength,
        voorwaarden=conditions,
        open_voorwaarden=tuple(c for c in conditions if c.open),
        effect_per_maand=words.amount(proposal.effect),
        houdt_tot=_until(proposal),
        overgebleven_botsingen=proposal.left,
        nieuwe_botsingen=proposal.new,
        kosten_baten=_costs(check, proposal, unit, words),
        waardendriehoek=_triangle(check, proposal, unit, words),
        termijn=ProposalTerm(duur=_term(hook.duur, words), bezwaar=_term(hook.bezwaar, words)),
        tegenargument=_counter(proposal),
        volgende_trede=_next(check, hook),
        titel=sentences.together(proposal),
        soort="herstelt" if proposal.repairs else "verlicht" if proposal.eases else "vervangt",
        vervangt=proposal.replaces,
        effect_vrij_per_maand=words.amount(proposal.effect_free),
        beslissers=proposal.deciders,
        bronlaag=hook.bronlaag,
        mandaat=hook.mandaat,
        verlicht=proposal.eases,
        brengt=proposal.regains,
        wijziging=None if proposal.turn is None else _turn(proposal.turn, proposal.turn.to, unit),
        verloop=()
        if proposal.holding is None
        else tuple(
            HoldingDay(dag=x.day, wat=x.what, houdt=x.lasts, projectie=x.projected) for x in proposal.holding.days
        ),
        houdt_een_jaar=_whole_year(proposal, unit),
        uitleg=sentences.proposed(proposal, unit, words),
        grenzen=tuple(x for h in proposal.hooks for x in h.grenzen or ()),
        bewijsstukken=tuple(x for h in proposal.hooks for x in h.bewijs or ()),
        rechtspraak=tuple(x for h in proposal.hooks for x in _rulings(h, check.assessment.day)),
    )


def _counter(proposal: Proposal) -> str:
    """What a strict lawyer would say, of each hook of a set."""
    if len(proposal.hooks) == 1:
        return proposal.hook.tegenargument
    return " ".join(f"{hook.titel}: {lower_first(hook.tegenargument)}" for hook in proposal.hooks)


def _until(proposal: Proposal) -> dt.date | Literal["minstens_een_jaar"] | None:
    if proposal.holding is None:
        return None
    return proposal.holding.until or "minstens_een_jaar"


def _turn(turn: Turn, to: Fraction, unit: str) -> KnobTurn:
    return KnobTurn(
        knop=turn.knob,
        titel=turn.title,
        feit=str(turn.fact),
        van=money.money(turn.start),
        naar=money.money(to),
        per=unit.removeprefix("eur").removeprefix("/"),
    )


def _whole_year(proposal: Proposal, unit: str) -> KnobTurn | None:
    held, turn = proposal.holding, proposal.turn
    if held is None or turn is None or held.until is None or held.whole_year is None:
        return None
    return _turn(turn, held.whole_year, unit)


def _term(term: Duration | str | None, words: Words) -> str | None:
    if isinstance(term, Duration):
        return words.clause(Expression("", n.Term(0, 0, term)))
    return None


def _next(check: Check, hook: Hook) -> NextRung | None:
    following = check.book.hooks.get(hook.volgende_trede or "")
    return None if following is None else NextRung(id=following.uitzondering, titel=following.titel)


def _rulings(hook: Hook, day: dt.date) -> list[str]:
    """Rulings from before the day that opened or closed this door."""
    return [
        f"{ruling.ecli} {what}: {ruling.strekking}"
        for rulings, what in ((hook.open_van, "opent deze deur"), (hook.dicht_van, "sluit deze deur"))
        for ruling in rulings or ()
        if not isinstance(ruling.op, dt.date) or ruling.op <= day
    ]


def _costs(check: Check, proposal: Proposal, unit: str, words: Words) -> tuple[CostBenefit, ...]:
    """Per payer what is known from the evaluation itself; avoided costs elsewhere are not priced."""
    out: list[CostBenefit] = []
    decider = proposal.hook.beslisser
    low, high = proposal.effect.bounds
    if low is not None and high is not None:
        out.append(_line("inwoner", low, high, "verschil in D voor het huishouden"))
    turn = proposal.turn
    if turn is not None and unit == "eur/maand":
        given = abs(turn.start - turn.to)
        out.append(_line(decider, -given, -given, f"{lower_first(turn.title)}: {money.euros(given)} per maand"))
    elif turn is None and proposal.replaces and low is not None and high is not None:
        out.append(_line(decider, -high, -low, "betaalt wat het huishouden erbij krijgt"))
    for conflict in check.detected.conflicts:
        if conflict.id not in proposal.repairs:
            continue
        for claim in conflict.comparison.lost:
            rule = check.book.rules[claim.rule]
            least, most = claim.monthly.bounds
            if least is not None and most is not None and most > 0:
                paid = f"betaalt dan {words.entitlement(claim.entitlement)} uit, zoals de wet bedoelt"
                out.append(_line(check.book.decider(rule), -most, -least, paid))
    return tuple(out)


def _line(payer: str, low: Fraction, high: Fraction, text: str) -> CostBenefit:
    return CostBenefit(betaler=payer, laag=money.money(low), hoog=money.money(high), toelichting=text)


def _triangle(check: Check, proposal: Proposal, unit: str, words: Words) -> ValueTriangle:
    hook, vocabulary = proposal.hook, check.book.vocabulary
    kind = vocabulary.word("juridische_soorten", hook.juridische_soort)
    strength = words.label("sterkten", proposal.strength)
    legitimacy = f"{upper_first(kind.label)}; {strength}. {upper_first(kind.explanation)}".rstrip(". ") + "."
    story = check.household.verhaal
    effort = story.inzet if isinstance(story, Story) else None
    involved = (
        f"Het huishouden zegt zelf: “{harmless(effort)}”"
        if isinstance(effort, str)
        else ("Wat het huishouden er zelf tegenover stelt is nog niet bekend; vraag het, en laat het antwoord open.")
    )
    gain = sentences.brings(proposal, words)
    yields = f"Wat dit het huishouden brengt: {gain}."
    if proposal.turn is not None:
        cost = money.euros(abs(proposal.turn.start - proposal.turn.to))
        yields += f" De {words.role(hook.beslisser)} geeft daarvoor {cost} {money.per(unit)} op.".replace("  ", " ")
    return ValueTriangle(legitimiteit=legitimacy, betrokkenheid=involved, rendement=yields)
