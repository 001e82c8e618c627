# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""Who sits at the table, what happens now and what afterwards, which days matter, and what it means for whom.

Order of advice: acute first, then unused rights, room inside the rule, a private gesture, an exception.
"""

from __future__ import annotations

import datetime as dt
from typing import Literal

from samenloop.domain import Day, Range, Threat
from samenloop.interaction import interaction_graph
from samenloop.language import values
from samenloop.proposals import Proposal
from samenloop.report import money, sentences
from samenloop.report.build_proposals import unit_of
from samenloop.report.material import Check
from samenloop.report.model import (
    ChildEffect,
    Effects,
    GraphLine,
    GraphNode,
    GraphOut,
    Moment,
    PeopleEffect,
    Seat,
    Step,
)
from samenloop.report.model_rights import UnusedRight
from samenloop.report.parts import Term, World
from samenloop.report.words import Words, listed, lower_first

_ROOM, _GESTURE = 3, 4
StepKind = Literal["recht", "ruimte", "gebaar", "uitzondering", "acuut", "vastleggen", "bekijken"]


# ---- days ----
def threats(check: Check) -> tuple[Threat, ...]:
    """The threats the case file names."""
    found = check.household.dreigingen
    return found if isinstance(found, tuple) else ()


def timeline(check: Check, words: Words) -> tuple[Moment, ...]:
    """Every day that matters, in order; days that are not known last."""
    found = [
        Moment(dag=_day_of(threat, check), wat=_threat(threat, words), soort="dreiging", projectie=False)
        for threat in threats(check)
    ]
    for conflict in check.detected.conflicts:
        if not conflict.test_moment:
            continue  # what is not tested on days has no day of its own
        regimes = words.label("regelingen", conflict.regimes[0]) if conflict.regimes else "deze grens"
        what = f"{regimes}: eerstvolgende toets van de grens"
        found.append(Moment(dag=conflict.next_test, wat=what, soort="toets", projectie=False))
    for proposal in check.proposals.kept:
        if proposal.holding is None:
            continue
        for day in proposal.holding.days:
            holds = "het voorstel houdt" if day.lasts else "het voorstel werkt dan niet meer"
            what = f"{day.what}; {holds} ({lower_first(proposal.hook.titel)})"
            found.append(Moment(dag=day.day, wat=what, soort="verandering", projectie=day.projected))
    unique = dict.fromkeys(found)
    return tuple(sorted(unique, key=lambda m: (m.dag is None, m.dag or dt.date.max)))


def _day_of(threat: Threat, check: Check) -> dt.date | None:
    if isinstance(threat.datum, Day):
        return threat.datum.first
    return None


def _threat(threat: Threat, words: Words) -> str:
    kind = words.label("dreigingen", threat.soort) if isinstance(threat.soort, str) else "dreiging"
    text = f"dreiging: {kind}"
    if isinstance(threat.over_maanden, int):
        text += f", over ongeveer {threat.over_maanden} maanden"
    return text


def first_term(check: Check, words: Words) -> Term | None:
    """The first day on which something must be done: a threat, else the next test of the gravest conflict."""
    days = timeline(check, words)
    known = [m for m in days if m.dag is not None and m.dag >= check.assessment.day]
    first = next((m for m in known if m.soort == "dreiging"), None) or next(
        (m for m in known if m.soort == "toets"), None
    )
    waiting = next((m for m in days if m.dag is None and m.soort == "dreiging"), None)
    if first is None:
        return None if waiting is None else Term(dag=None, wat=f"{waiting.wat} (datum niet bekend)")
    also = f"; let op: {waiting.wat}, datum niet bekend" if waiting is not None and first.soort != "dreiging" else ""
    return Term(dag=first.dag, wat=first.wat + also)


# ---- table and plan ----
def table(check: Check, words: Words, term: Term | None) -> tuple[Seat, ...]:
    """One line per decider of a proposal or acute step."""
    asked: dict[str, list[str]] = {}
    mandate: dict[str, str] = {}
    for proposal in check.proposals.kept:
        for hook in proposal.hooks:
            text = sentences.asked(proposal, unit_of(check, proposal.turn)) if hook is proposal.hook else hook.titel
            asked.setdefault(hook.beslisser, []).append(lower_first(text))
            mandate.setdefault(hook.beslisser, hook.mandaat)
    for dropped in check.proposals.dropped:
        if dropped.acute:
            asked.setdefault(dropped.hook.beslisser, []).append(lower_first(dropped.hook.titel))
            mandate.setdefault(dropped.hook.beslisser, dropped.hook.mandaat)
    return tuple(
        Seat(
            rol=role,
            instantie=words.role(role),
            mandaat=words.label("mandaatniveaus", mandate[role]),
            gevraagd="; ".join(dict.fromkeys(found)),
            termijn=term,
        )
        for role, found in asked.items()
    )


def kind_of(proposal: Proposal) -> StepKind:
    """Which step of the advice a proposal is."""
    if proposal.rung <= _ROOM:
        return "ruimte"
    return "gebaar" if proposal.rung == _GESTURE else "uitzondering"


def plan(check: Check, words: Words, unused: tuple[UnusedRight, ...], term: Term | None) -> tuple[Step, ...]:
    """The steps in two tracks: now, and afterwards."""
    now = _acute(check, words, term) + _rights(unused, words)
    later: list[Step] = []
    for index, proposal in enumerate(check.proposals.kept):
        hook = proposal.hook
        ask = sentences.asked(proposal, unit_of(check, proposal.turn))
        ask = ask if index == 0 else lower_first(ask)
        private = hook.modaliteit == "vrijwillig"
        start = "" if index == 0 else "Lukt het vorige niet: "
        step = Step(
            spoor="nu" if index == 0 and private else "achteraf",
            wat=f"{start}{ask}. Beslist: {words.role(hook.beslisser)}.",
            wie="professional",
            soort=kind_of(proposal),
            grondslag=tuple(words.basis(b) for b in hook.grondslag),
            voorstel=proposal.id,
            termijn=term if index == 0 else None,
        )
        (now if step.spoor == "nu" else later).append(step)
        if index == 0:
            later += _follow_up(proposal, words)
    return (*now, *later)


def _acute(check: Check, words: Words, term: Term | None) -> list[Step]:
    return [
        Step(
            spoor="nu",
            wat=f"{x.hook.titel}. Beslist: {words.role(x.hook.beslisser)}.",
            wie="professional",
            soort="acuut",
            grondslag=tuple(words.basis(b) for b in x.hook.grondslag),
            voorstel=x.hook.uitzondering,
            termijn=term,
        )
        for x in check.proposals.dropped
        if x.acute
    ]


def _rights(unused: tuple[UnusedRight, ...], words: Words) -> list[Step]:
    return [
        Step(
            spoor="nu",
            wat=f"Vraag aan bij {words.role(x.beslisser)}: {words.entitlement(x.aanspraak)} ({listed(x.wie)}).",
            wie="inwoner",
            soort="recht",
            grondslag=x.grondslag,
            voorstel=None,
            termijn=None,
        )
        for x in unused
        if x.soort == "ongebruikt"
    ]


def _follow_up(proposal: Proposal, words: Words) -> list[Step]:
    papers = [paper for hook in proposal.hooks for paper in hook.bewijs or ()]
    steps = []
    if papers:
        steps.append(
            Step(
                spoor="achteraf",
                wat=f"Leg vast: {'; '.join(papers)}.",
                wie="professional",
                soort="vastleggen",
                grondslag=(),
                voorstel=proposal.id,
                termijn=None,
            )
        )
    held = proposal.holding
    if held is not None and held.until is not None:
        day = money.short_day(held.until + dt.timedelta(days=1))
        steps.append(
            Step(
                spoor="achteraf",
                wat=f"Reken opnieuw voor {day}: dan werkt dit voorstel waarschijnlijk niet meer.",
                wie="professional",
                soort="bekijken",
                grondslag=(),
                voorstel=proposal.id,
                termijn=Term(dag=held.until, wat="laatste dag waarop het voorstel houdt"),
            )
        )
    return steps


# ---- consequences ----
def effects(check: Check, words: Words) -> Effects:
    """What it means for the people, as it is and with the first proposal; children apart."""
    assessment = check.assessment
    first = check.proposals.kept[0] if check.proposals.kept else None
    after = None
    if first is not None:
        after = World(
            d=words.amount(values.add(assessment.d, first.effect)),
            vrij=words.amount(values.add(assessment.free, first.effect_free)),
        )
    children, adults = [], []
    for person in check.household.personen:
        age = check.household.age_on(person.id, assessment.day)
        low = age.low if isinstance(age, Range) else age
        high = age.high if isinstance(age, Range) else age
        if person.is_minor():
            shown = str(low) if low == high else f"{low} of {high}"
            children.append(ChildEffect(wie=person.id, leeftijd=shown, tekst=_child(check, first, words)))
        else:
            adults.append(person.id)
    people = PeopleEffect(
        wie=tuple(adults),
        nu=World(d=words.amount(assessment.d), vrij=words.amount(assessment.free)),
        na=after,
        voorstel=None if first is None else first.id,
    )
    return Effects(mensen=(people,), kinderen=tuple(children), samenleving=())


def _child(check: Check, first: Proposal | None, words: Words) -> str:
    if not check.detected.conflicts:
        return "Er is geen botsing gevonden die dit kind raakt."
    loss = words.per_month(check.detected.conflicts[0].loss)
    text = f"Het gezin van dit kind mist door de botsing {loss}."
    if first is not None:
        text += f" Met het eerste voorstel komt er {words.per_month(first.effect)} bij."
    return text


# ---- graph ----
def graph(check: Check) -> GraphOut:
    """The interaction graph as two lists."""
    made = interaction_graph(check.assessment)
    nodes = [
        GraphNode(id=str(key), soort=str(data["soort"]), label=str(data["label"]))
        for key, data in made.nodes(data=True)
    ]
    lines = [
        GraphLine(van=str(one), naar=str(other), soort=str(data["soort"])) for one, other, data in made.edges(data=True)
    ]
    return GraphOut(knopen=tuple(nodes), lijnen=tuple(lines))
