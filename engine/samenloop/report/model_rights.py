# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""The parts of a report about rights: what there is, what is missing, where each value comes from."""

from __future__ import annotations

import datetime as dt
from typing import Literal

from samenloop.report.parts import Amount, Basis, Comparison, DayRange, Distance, Part, Truth


class ClaimCondition(Part):
    """A condition of a right. ``voldaan`` of an exclusion means: it does not take the right away."""

    id: str
    voldaan: Truth
    grondslag: tuple[Basis, ...]
    waarden: tuple[Comparison, ...]
    soort: Literal["voorwaarde", "vereist", "sluit_uit"]
    titel: str
    klasse: str
    afstand: Distance | None
    regel: str


class ClaimOut(Part):
    """A right of a set of people. ``bedrag`` is EUR per ``per`` (always a month, so that rights add up); ``null`` for a
    service. ``uitbetaald`` is what comes of it when the law pays: after rounding, and after what is kept back or paid
    later; ``null`` while that is not exactly known. ``betaald_per`` is how often the law pays."""

    id: str
    regeling: str
    wie: tuple[str, ...]
    status: Literal["recht", "geen_recht", "onbekend", "oordeel_nodig", "buiten_dekking"]
    betaald_vanaf: dt.date | DayRange | None
    bedrag: Amount | None
    per: str
    voorwaarden: tuple[ClaimCondition, ...]
    modaliteit: str
    naam: str
    uitbetaald: Amount | None
    betaald_per: str
    loopt: Truth
    beslisser: str
    grondslag: tuple[Basis, ...]
    uitleg: str
    ontbreekt: tuple[str, ...]
    vervallen_eisen: tuple[str, ...]
    herleiding: str | None
    """id in ``herleiding`` of the amount"""


class AccountLine(Part):
    """One line of the account; negative goes out. ``loopt``: money of today."""

    soort: str
    id: str
    naam: str
    wie: tuple[str, ...]
    bedrag: Amount
    loopt: Truth


class Account(Part):
    """What there is to live on: ``d`` with every right claimed, ``d_lopend`` with the claims that run, ``vrij`` is d
    less rent and premium."""

    d: Amount
    d_lopend: Amount
    vrij: Amount
    regels: tuple[AccountLine, ...]


class QuestionOut(Part):
    """A question of which the answer changes an outcome: ``verandert`` lists entitlements and conflicts."""

    feit: str
    vraag: str
    waarom: str
    verandert: tuple[str, ...]
    wie: str
    oordeel: bool
    """an open norm: asked of the professional, never computed"""
    antwoorden: tuple[str, ...]


class UnusedRight(Part):
    """A right that seems to be there and does not run (``ongebruikt``), of which is not known whether it runs
    (``misschien_ongebruikt``), or that is refused (``geweigerd``), with the reason."""

    aanspraak: str
    regeling: str
    wie: tuple[str, ...]
    soort: Literal["ongebruikt", "misschien_ongebruikt", "geweigerd"]
    naam: str
    bedrag_per_maand: Amount | None
    uitleg: str
    beslisser: str
    grondslag: tuple[Basis, ...]
    afstand: Distance | None
    botsing: str | None


class TriedRule(Part):
    """A rule that was looked at and did not give the value: an exception that did not hold, or a rule lifted."""

    regel: str
    titel: str
    grondslag: tuple[Basis, ...]
    gold: Truth
    vergelijkingen: tuple[Comparison, ...]


class TraceNode(Part):
    """Where one value comes from. ``uit`` lists the ids of what it was made of."""

    id: str
    soort: Literal["begrip", "feit", "parameter", "aanspraak", "open_term", "rol"]
    naam: str
    wie: str
    waarde: str
    regel: str | None
    titel: str | None
    zin: str | None
    grondslag: tuple[Basis, ...]
    geldig_van: dt.date | None
    geldig_tot: dt.date | None
    bron: str | None
    vergelijkingen: tuple[Comparison, ...]
    niet_toegepast: tuple[TriedRule, ...]
    uit: tuple[str, ...]


class Uncovered(Part):
    """What the rules do not cover on this day, and which rights that touches."""

    wat: str
    raakt: tuple[str, ...]


class NotModelledOut(Part):
    """A part of the law that is left out and touches an outcome."""

    wet: str
    artikel: str
    waarom: str
    raakt: tuple[str, ...]


class OwnIdeaOut(Part):
    """What the family or a helper thinks of: an event that is considered, or a solution in their own words."""

    soort: str
    wie: tuple[str, ...]
    woorden: str | None
    effect_per_maand: Amount | None
    uitleg: str


class AssumptionOut(Part):
    """A value that nobody gave: assumed in the file, or read second-hand from another key."""

    pad: str
    waarde: str | None
    waarom: str
    soort: Literal["aanname", "schatting"]


class Notice(Part):
    """Something the reader must know about the input, the rules or the result."""

    code: str
    tekst: str
