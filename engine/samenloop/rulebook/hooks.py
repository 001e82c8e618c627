# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""Hooks: the exceptions for which the law has room, what they change, and the knobs that may be turned."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Annotated, Any, ClassVar, Literal

from pydantic import Field, StringConstraints

from samenloop.language import Expression
from samenloop.rulebook import fields as f
from samenloop.rulebook.common import Bases, Bounds, Sources, Texts, Validity
from samenloop.rulebook.fields import Ref, Wanted, WordOf, fault
from samenloop.rulebook.model import ByVerb, Fault, Model, exactly_one

Ecli = Annotated[str, StringConstraints(strict=True, pattern=r"^ECLI:NL:[A-Z]+:\d{4}:[A-Z0-9]+$")]


class LaterRise(Model):
    """``later``: from ``op`` the value may lawfully rise to at most ``hoogstens`` (the yearly rent increase)."""

    op: Annotated[Expression, Wanted("datum")]
    hoogstens: f.Formula


class Knob(Model):
    """``Knop``: a number, term or refusal that an institution or creditor may lawfully change. Never the resident."""

    knop: f.Id
    titel: f.Text
    soort: Annotated[str, WordOf(("knop_soorten",))]
    draait_aan: Annotated[str, Ref("feit_parameter_of_regel")]
    van: f.Role
    richting: Literal["omlaag", "omhoog", "beide", "uit"]
    stap: f.Number | None = None
    bereik: Bounds | None = None
    later: LaterRise | None = None

    @classmethod
    def faults(cls, raw: Mapping[str, Any]) -> Iterator[Fault]:
        if raw.get("van") in ("inwoner", "gezinslid", "mantelzorger"):
            yield Fault(("van",), fault("R024", "een knop is nooit van de inwoner, een gezinslid of een mantelzorger."))


class HookCondition(Model):
    """``VoorwaardeHook``: computed (``als``) or asked of the professional (``open``)."""

    als: f.Condition | None = None
    open: f.FactRef | None = None
    tekst: f.Text

    @classmethod
    def faults(cls, raw: Mapping[str, Any]) -> Iterator[Fault]:
        yield from exactly_one(raw, "als", "open")


class Ruling(Model):
    """``Rechtspraak``: a ruling that opened or closed the door; ``op`` ``None``: day unknown."""

    ecli: Ecli
    op: f.DayOrUnknown
    strekking: f.Text


class Change(Model):
    """Base of what a hook does."""

    verb: ClassVar[str] = ""

    @property
    def target(self) -> str:
        """What the verb is about."""
        return str(getattr(self, self.verb))


class SetsAside(Change):
    """``zet_opzij``: the rule, or one norm of it, no longer fires."""

    verb: ClassVar[str] = "zet_opzij"
    zet_opzij: f.RuleRef
    norm: f.Text | None = None


class Replaces(Change):
    """``vervangt``: another value for a concept or parameter."""

    verb: ClassVar[str] = "vervangt"
    vervangt: Annotated[str, Ref("begrip_of_parameter")]
    door: f.Formula


class Shifts(Change):
    """``verschuift``: a term of a rule moves."""

    verb: ClassVar[str] = "verschuift"
    verschuift: f.RuleRef
    termijn: Literal[
        "vanaf", "terug_tot", "aanvragen_tot", "beslistermijn", "betaling", "voorschot", "binnen", "duur", "klok"
    ]
    met: f.Term
    richting: Literal["eerder", "later"]


class GivesAmount(Change):
    """``geeft``: an amount; ``verlies``: the loss shown by the conflict, ``open``: asked."""

    verb: ClassVar[str] = "geeft"
    geeft: f.Entitlement
    bedrag: Annotated[Expression | Literal["verlies", "open"], Wanted("bedrag", ("verlies", "open"))]
    per: f.Period


class TurnsKnob(Change):
    """``draait``: a knob; without ``tot`` the smallest change that repairs is solved."""

    verb: ClassVar[str] = "draait"
    draait: Annotated[str, Ref("knop")]
    tot: f.Formula | None = None


CHANGES: Mapping[str, type[Change]] = {
    kind.verb: kind for kind in (SetsAside, Replaces, Shifts, GivesAmount, TurnsKnob)
}
AnyChange = Annotated[Change, ByVerb(lambda: CHANGES)]


class Hook(Model):
    """``Uitzondering``: an exception for which there is room, who decides it, and what it changes."""

    uitzondering: f.Id
    titel: f.Text
    grondslag: Bases
    geldig: Validity
    trede: f.Rung
    juridische_soort: Annotated[str, WordOf(("juridische_soorten",))]
    bronlaag: f.Layer
    modaliteit: f.Modality
    beslisser: f.Role
    mandaat: f.Mandate = "onbekend"
    sterkte: Annotated[str, WordOf(("sterkten",))]
    voorwaarden: tuple[HookCondition, ...]
    doet: Annotated[tuple[AnyChange, ...], f.NotEmpty]
    herstelt: f.YesNo = True
    duur: f.Term | None = None
    grenzen: Texts | None = None
    bewijs: Texts | None = None
    tegenargument: f.Text
    volgende_trede: Annotated[str, Ref("uitzondering")] | None = None
    bezwaar: f.TermOrNone = "geen"
    open_van: Annotated[tuple[Ruling, ...], f.NotEmpty] | None = None
    dicht_van: Annotated[tuple[Ruling, ...], f.NotEmpty] | None = None
    status: f.Status
    bron: Sources

    @classmethod
    def faults(cls, raw: Mapping[str, Any]) -> Iterator[Fault]:
        private = raw.get("modaliteit") == "vrijwillig"
        layer, kind = raw.get("bronlaag"), raw.get("juridische_soort")
        if private and layer not in (None, "overeenkomst"):
            yield Fault(("bronlaag",), fault("R025", "wat vrijwillig is, heeft bronlaag overeenkomst."))
        if private and kind not in (None, "privaatrechtelijk"):
            yield Fault(("juridische_soort",), fault("R025", "wat vrijwillig is, is privaatrechtelijk."))
        if not private and "modaliteit" in raw and layer == "overeenkomst":
            yield Fault(("bronlaag",), fault("R025", "bronlaag overeenkomst hoort bij modaliteit vrijwillig."))


class HookFile(Model):
    """The top of ``rules/uitzonderingen/*.yaml``."""

    schema_: Literal[1] = Field(alias="schema")
    onderwerp: f.Text
    feiten: f.RawList | None = None
    knoppen: f.RawList | None = None
    uitzonderingen: f.RawList
