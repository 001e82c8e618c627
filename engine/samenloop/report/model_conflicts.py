# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""The parts of a report about conflicts, with proof, and about what could be done."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Literal

from pydantic import Field

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
    """A right that is there, or is higher, in the evaluation without the cause. ``met`` is what there is of it with the
    cause; ``null``: no right."""

    aanspraak: str
    wie: tuple[str, ...]
    met: Amount | None
    bedrag_per_maand: Amount | None
    uitbetaald: Amount | None


class ShareOut(Part):
    """What one person (or people with a right together) loses, EUR per month."""

    wie: tuple[str, ...]
    d: Amount
    vrij: Amount


class SavedOut(Part):
    """What a regime would give more without the act: ``meer`` in ``eenheid`` per ``per``; a number with two decimals,
    a range, or not known."""

    regeling: str
    aanspraak: str
    wie: tuple[str, ...]
    meer: Amount
    eenheid: str
    per: str


class ActOut(Part):
    """Conduct that a law wants. ``gepland``: it has not begun. ``samen_wonen``: it is why people live together."""

    handeling: str
    door: str
    voor: str
    gepland: bool
    samen_wonen: bool


class Compared(Part):
    """What every proof holds: two evaluations that differ in one thing (``wat``). ``kop_met`` names the first."""

    wat: str
    kop_met: str
    met: World
    zonder: World
    verschil: Difference
    verloren: tuple[Lost, ...]
    toetsmoment: TestMoment | None


class Proof(Compared):
    """The proof in the form ``vergelijking``. ``patroon`` is the id of the pattern that found it, if one did.
    ``gedrag``, ``per_persoon`` and ``bespaard`` come with conduct that one law wants and another punishes."""

    vorm: Literal["vergelijking"]
    patroon: str | None
    feit: str | None
    afstand: Distance | None
    gedrag: ActOut | None
    door_deze_regels: Amount | None
    per_persoon: tuple[ShareOut, ...]
    bespaard: tuple[SavedOut, ...]


class DutyOut(Part):
    """One of two norms that cannot both be followed: which value it wants of which fact. ``soort``: a duty, or a norm
    that protects the fact."""

    regel: str
    titel: str
    regeling: str
    soort: Literal["plicht", "bescherming"]
    feit: str
    waarde: str


class DutiesProof(Compared):
    """The proof in the form ``plichten``: both norms, and what it costs not to follow each."""

    vorm: Literal["plichten"]
    a: DutyOut
    b: DutyOut
    gevolg_a: str
    gevolg_b: str


AnyProof = Annotated[Proof | DutiesProof, Field(discriminator="vorm")]


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
    bewijs: AnyProof
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
    """A checked exception. ``lost_op``: conflicts whose norm no longer hurts; ``verlicht``: conflicts that stay with a
    smaller loss; ``vervangt``: conflicts where only the money comes from elsewhere. ``brengt``: rights that are there
    with it and were not before. ``houdt_tot`` is the last day on which it works; ``null``: not determined."""

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
    soort: Literal["herstelt", "verlicht", "vervangt"]
    vervangt: tuple[str, ...]
    effect_vrij_per_maand: Amount
    beslissers: tuple[str, ...]
    bronlaag: str
    mandaat: str
    verlicht: tuple[str, ...]
    brengt: tuple[str, ...]
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
