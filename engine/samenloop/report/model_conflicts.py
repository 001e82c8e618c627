# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""The parts of a report about conflicts, with proof, and about what could be done."""

from __future__ import annotations

import datetime as dt
from typing import Literal

from samenloop.report.parts import Amount, Basis, Distance, Money, Part, Truth, World


class Link(Part):
    """One norm of the chain from cause to loss."""

    regel: str
    grondslag: Basis
    bronlaag: str
    modaliteit: str
    wie_kan_wijzigen: tuple[str, ...]
    titel: str
    regeling: str


class Difference(Part):
    """Without less with: the loss on D, on vrij, and in what is paid."""

    d: Amount
    vrij: Amount
    uitbetaald: Amount


class TestMoment(Part):
    """When the limit is tested next."""

    soort: str
    dag: dt.date | None


class Lost(Part):
    """A right that is there in the evaluation without the cause."""

    aanspraak: str
    wie: tuple[str, ...]
    bedrag_per_maand: Amount | None
    uitbetaald: Amount | None


class Proof(Part):
    """The proof of a conflict in the form ``vergelijking``: two evaluations that differ in one thing (``wat``)."""

    vorm: Literal["vergelijking"]
    wat: str
    met: World
    zonder: World
    verschil: Difference
    verloren: tuple[Lost, ...]
    feit: str | None
    afstand: Distance | None
    toetsmoment: TestMoment | None


class ConflictOut(Part):
    """One shown interference between regimes."""

    id: str
    oorzaak: str
    soort: str
    bijsoorten: tuple[str, ...]
    regelingen: tuple[str, ...]
    grondslagen: tuple[Basis, ...]
    wie: tuple[str, ...]
    bedrag_per_maand: Amount
    eenmalig: Amount | None
    zekerheid: Literal["zeker", "mogelijk"]
    ontbreekt: tuple[str, ...]
    ernst: Literal["hoog", "midden", "laag"]
    uitleg: str
    keten: tuple[Link, ...]
    bewijs: Proof
    titel: str
    waarom_ernst: str


class HookCondition(Part):
    """A condition of a hook. ``open``: asked of the decider, not computed."""

    tekst: str
    voldaan: Truth
    open: bool


class KnobTurn(Part):
    """A number that changes: from where to where, in EUR per ``per``."""

    knop: str
    titel: str
    feit: str
    van: Money
    naar: Money
    per: str


class HoldingDay(Part):
    """A day within a year on which something known changes. ``projectie``: with amounts that are not known yet."""

    dag: dt.date
    wat: str
    houdt: bool
    projectie: bool


class CostBenefit(Part):
    """Per payer, low and high, EUR a month; positive is a benefit."""

    betaler: str
    laag: Money
    hoog: Money
    toelichting: str


class ValueTriangle(Part):
    """Three verdicts with reasons, never a score."""

    legitimiteit: str
    betrokkenheid: str
    rendement: str


class ProposalTerm(Part):
    """How long it may last (``duur``), and the term for objection against a refusal."""

    duur: str | None
    bezwaar: str | None


class NextRung(Part):
    """What to ask for when this is refused."""

    id: str
    titel: str


class ProposalOut(Part):
    """A checked exception. ``lost_op``: conflicts whose norm no longer hurts; ``vervangt``: conflicts where only the
    money comes from elsewhere. ``houdt_tot`` is the last day on which it works; ``null``: not determined."""

    id: str
    lost_op: tuple[str, ...]
    trede: int
    grondslag: tuple[Basis, ...]
    juridische_soort: str
    beslisser: str
    modaliteit: str
    sterkte: str
    voorwaarden: tuple[HookCondition, ...]
    open_voorwaarden: tuple[HookCondition, ...]
    effect_per_maand: Amount
    houdt_tot: dt.date | Literal["minstens_een_jaar"] | None
    overgebleven_botsingen: tuple[str, ...]
    nieuwe_botsingen: tuple[str, ...]
    kosten_baten: tuple[CostBenefit, ...]
    waardendriehoek: ValueTriangle
    termijn: ProposalTerm
    tegenargument: str
    volgende_trede: NextRung | None
    titel: str
    soort: Literal["herstelt", "vervangt"]
    vervangt: tuple[str, ...]
    effect_vrij_per_maand: Amount
    beslissers: tuple[str, ...]
    bronlaag: str
    mandaat: str
    wijziging: KnobTurn | None
    verloop: tuple[HoldingDay, ...]
    houdt_een_jaar: KnobTurn | None
    uitleg: str
    grenzen: tuple[str, ...]
    bewijsstukken: tuple[str, ...]
    rechtspraak: tuple[str, ...]


class DroppedOut(Part):
    """A hook that was tried and did not make it. ``acuut``: it does hold off a threat."""

    voorstel: str
    waarom: str
    titel: str
    acuut: bool
