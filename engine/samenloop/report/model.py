# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""The report as data: frozen models whose Dutch keys are the contract of ``samenloop check --format json``.

A loss is positive in ``botsingen``, a gain is positive in ``voorstellen``. Amounts are per month unless a key says
otherwise.
"""

from __future__ import annotations

import datetime as dt
from typing import Any, Literal

from pydantic import Field

from samenloop.report.model_conflicts import ConflictOut, DroppedOut, ProposalOut
from samenloop.report.model_rights import (
    Account,
    AssumptionOut,
    ClaimOut,
    Notice,
    NotModelledOut,
    OwnIdeaOut,
    QuestionOut,
    TraceNode,
    Uncovered,
    UnusedRight,
)
from samenloop.report.parts import Amount, Basis, Money, Part, Term, World


class Receipt(Part):
    """What makes the result replayable."""

    versie: str
    regelset_hash: str
    invoer_hash: str
    matcher: str
    projectie: bool


class Core(Part):
    """The knot in one sentence, what it costs a month, who can decide, and the first term."""

    zin: str
    bedrag_per_maand: Amount | None
    beslisser: str | None
    eerste_termijn: Term | None


class Seat(Part):
    """One line at the table: role, kind of organisation, mandate as known, what is asked, by when."""

    rol: str
    instantie: str
    mandaat: str
    gevraagd: str
    termijn: Term | None


class PeopleEffect(Part):
    """What it means for the people of the household: as it is, and with the first proposal."""

    wie: tuple[str, ...]
    nu: World
    na: World | None
    voorstel: str | None


class ChildEffect(Part):
    """What it means for a child."""

    wie: str
    leeftijd: str
    tekst: str


class SocietyEffect(Part):
    """What it means for a payer outside the household."""

    betaler: str
    laag: Money
    hoog: Money
    toelichting: str


class Effects(Part):
    """The consequences for people, children and society."""

    mensen: tuple[PeopleEffect, ...]
    kinderen: tuple[ChildEffect, ...]
    samenleving: tuple[SocietyEffect, ...]


class Step(Part):
    """One step of the plan. ``spoor``: ``nu`` needs no exception or is given privately, ``achteraf`` is the formal
    side."""

    spoor: Literal["nu", "achteraf"]
    wat: str
    wie: str
    soort: Literal["recht", "ruimte", "gebaar", "uitzondering", "acuut", "vastleggen", "bekijken"]
    grondslag: tuple[Basis, ...]
    voorstel: str | None
    termijn: Term | None


class Moment(Part):
    """A day that matters. ``projectie``: reckoned with amounts that are not known yet."""

    dag: dt.date | None
    wat: str
    soort: Literal["toets", "verandering", "dreiging", "einde_voorstel"]
    projectie: bool


class GraphNode(Part):
    """A regime, right, norm or fact."""

    id: str
    soort: str
    label: str


class GraphLine(Part):
    """How two nodes touch."""

    van: str
    naar: str
    soort: str


class GraphOut(Part):
    """The interaction graph of this household."""

    knopen: tuple[GraphNode, ...]
    lijnen: tuple[GraphLine, ...]


class Report(Part):
    """The whole report."""

    peildatum: dt.date
    huishouden: str
    ontvangstbewijs: Receipt
    kern: Core
    aanspraken: tuple[ClaimOut, ...]
    besteedbaar_inkomen: Account
    vragen: tuple[QuestionOut, ...]
    ongebruikte_rechten: tuple[UnusedRight, ...]
    botsingen: tuple[ConflictOut, ...]
    voorstellen: tuple[ProposalOut, ...]
    afgevallen: tuple[DroppedOut, ...]
    tafel: tuple[Seat, ...]
    gevolgen: Effects
    plan: tuple[Step, ...]
    tijdlijn: tuple[Moment, ...]
    graaf: GraphOut
    waarschuwingen: tuple[Notice, ...]
    buiten_dekking: tuple[Uncovered, ...]
    eigen_idee: tuple[OwnIdeaOut, ...]
    aannames: tuple[AssumptionOut, ...]
    niet_gemodelleerd: tuple[NotModelledOut, ...]
    herleiding: tuple[TraceNode, ...]
    woorden: dict[str, dict[str, str]] = Field(description="labels of the ids in this report, per list")
    vrijwaring: tuple[str, ...]

    def word(self, list_: str, id_: str) -> str:
        """The Dutch label of an id of a list, or the id without underscores."""
        return self.woorden.get(list_, {}).get(id_, id_.replace("_", " "))

    def to_json(self) -> str:
        """The report as JSON text, two spaces, keys in the order of the contract."""
        return self.model_dump_json(indent=2) + "\n"

    @classmethod
    def from_json(cls, text: str | bytes) -> Report:
        """Read a report back. Raises pydantic's ``ValidationError``."""
        return cls.model_validate_json(text)


def report_schema() -> dict[str, Any]:
    """The JSON Schema of a report (draft 2020-12)."""
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **Report.model_json_schema(mode="serialization")}
