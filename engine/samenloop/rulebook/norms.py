# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""The sixteen norms: what a rule makes happen, as data. The attributes that make conflicts visible are keys here.

A norm is a block with exactly one verb; its class is found by that verb (:data:`AnyNorm`). ``mits`` is an extra
condition on top of the rule's ``wanneer``; ``wie`` the bearer. A key that is left out is ``None``, or its default.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Annotated, Any, ClassVar, Literal

from pydantic import BeforeValidator, Field, PrivateAttr

from samenloop.language import Expression
from samenloop.rulebook import fields as f
from samenloop.rulebook.common import (
    AssumptionOrNone,
    Bounds,
    Clock,
    Duty,
    FactValue,
    FactValues,
    none_for_geen,
)
from samenloop.rulebook.fields import Ref, Wanted, WordOf, fault
from samenloop.rulebook.model import ByVerb, Fault, Model, exactly_one, needs, refuses


class Norm(Model):
    """Base of the sixteen norms."""

    verb: ClassVar[str] = ""
    mits: f.Condition | None = None
    wie: f.Unit | None = None

    _rule: str = PrivateAttr("")
    _unit: str = PrivateAttr("")

    def placed(self, rule: str, unit: str) -> None:
        """Tell the norm in which rule it stands. Called once, by the rule."""
        self._rule, self._unit = rule, unit

    @property
    def rule(self) -> str:
        """Id of the rule it stands in."""
        return self._rule

    @property
    def value(self) -> str:
        """What the verb is about: the entitlement, role, duty, charge, rule or term."""
        return str(getattr(self, self.verb))

    @property
    def name(self) -> str:
        """``<verb>:<value>``, unique within the rule."""
        return f"{self.verb}:{self.value}"

    @property
    def id(self) -> str:
        """``<rule>/<verb>:<value>``, unique in the whole rule base and independent of order."""
        return f"{self._rule}/{self.name}"

    @property
    def bearer(self) -> str:
        """Name of the unit that bears the norm: ``wie``, else the unit of the rule."""
        return self.wie or self._unit


class _Assuming(Norm):
    veronderstelt: AssumptionOrNone = None

    @property
    def assumes_nothing(self) -> bool:
        """The file says ``veronderstelt: geen``: looked at, and it rests on no assumption."""
        return self.veronderstelt is None and "veronderstelt" in self.model_fields_set


def _must_assume(raw: Mapping[str, Any], because: str) -> Iterator[Fault]:
    if "veronderstelt" not in raw:
        message = f"de sleutel 'veronderstelt' ontbreekt: {because}."
        yield Fault((), fault("R020", message, hint="Geef de veronderstelling, of het woord geen."))


class Payment(Model):
    """``Betaling``: when money arrives. ``dag`` is the day of the month, ``onbekend`` when not known."""

    hoe: Literal["vooraf", "achteraf"]
    dag: f.DayOfMonth = "onbekend"
    per: f.Period
    bedrag: f.Money | None = None
    """What is really paid per ``per`` where the law rounds (Awir 14); left out: the amount of the norm."""


class Advance(Model):
    """``Voorschot``: an advance at the latest ``na`` the application, for a share of the expected amount."""

    na: f.Term
    deel: f.Ratio


AdvanceOrNone = Annotated[Advance | None, BeforeValidator(none_for_geen)]


class Access(Model):
    """``Toegang``: from when a right can start, how late one may ask, how long a decision takes."""

    op: Annotated[str, WordOf(("toegangswijzen",))]
    vanaf: f.AccessDay
    terug_tot: f.AccessDay | None = None
    aanvragen_tot: f.AccessDay | None = None
    beslistermijn: f.TermOrNoneOrUnknown
    verlenging: f.TermOrNone = "geen"
    betaling: Payment | None = None
    voorschot: AdvanceOrNone = None


class Coverage(Model):
    """``Dekt``: the extent of a service in kind."""

    omvang: Annotated[Expression | Literal["naar_behoefte"], Wanted("getal", ("naar_behoefte",))]
    eenheid: Annotated[str, WordOf(("omvang_eenheden",))]
    per: f.Period


class Way(Model):
    """``Weg``: one way to meet a requirement; ``als`` true: met."""

    wat: Annotated[str, Ref("feit_of_aanspraak")]
    als: f.Condition
    van: Literal["zelf", "ander", "instantie"] = "zelf"
    rol: f.Role | None = None

    @classmethod
    def faults(cls, raw: Mapping[str, Any]) -> Iterator[Fault]:
        if raw.get("van") != "instantie":
            yield from refuses(raw, "rol", "een rol hoort bij 'van: instantie'")


class EventSign(Model):
    """``Gebeurtenisteken``: an event by which an act is begun or planned."""

    gebeurtenis: Annotated[str, WordOf(("gebeurtenissen",))]
    om: Annotated[str, WordOf(("handelingen",))] | None = None


class Gives(Norm):
    """``geeft``: an entitlement, in money (``bedrag`` with ``per``) or in kind (``dekt``)."""

    verb: ClassVar[str] = "geeft"
    geeft: f.Entitlement
    aan: f.Unit | None = None
    behoefte: f.Needs
    doel: f.Purpose
    bedrag: f.Money | None = None
    per: f.Period | None = None
    dekt: Coverage | None = None
    vorm: Annotated[str, WordOf(("vormen",))] | None = None
    vangnet: f.YesNo = False
    schrijft: FactValues | None = None
    toegang: Access
    toetsmoment: f.TestMoment
    ref: f.ReferencePeriod

    @classmethod
    def faults(cls, raw: Mapping[str, Any]) -> Iterator[Fault]:
        if "bedrag" not in raw and "dekt" not in raw:
            yield from exactly_one(raw, "bedrag", "dekt")
        if "bedrag" in raw:
            yield from needs(raw, "per", "een bedrag geldt per periode")
            access = raw.get("toegang")
            if isinstance(access, Mapping) and "betaling" not in access:
                yield Fault(
                    ("toegang",), fault("R013", "de sleutel 'betaling' ontbreekt: een bedrag wordt ooit betaald.")
                )
        else:
            yield from refuses(raw, "per", "'per' hoort bij 'bedrag'")

    @property
    def receiver(self) -> str:
        """Name of the unit that receives: ``aan``, else the bearer."""
        return self.aan or self.bearer

    @property
    def form(self) -> str:
        """``vorm``, else ``geld`` with an amount and ``natura`` with a service."""
        return self.vorm or ("geld" if self.bedrag is not None else "natura")


class Requires(Norm):
    """``vereist``: a condition for an entitlement, with the ways to meet it; one way is enough."""

    verb: ClassVar[str] = "vereist"
    vereist: f.NewId
    voor: f.Entitlement
    klasse: Annotated[str, WordOf(("klassen",))]
    wegen: Annotated[tuple[Way, ...], f.NotEmpty]
    binnen: f.Term | None = None
    bij_breuk: f.RuleRef | None = None
    toetsmoment: f.TestMoment | None = None


class Excludes(_Assuming):
    """``sluit_uit``: an entitlement, or a share of it, is taken away; ``door`` names the regime that causes it."""

    verb: ClassVar[str] = "sluit_uit"
    sluit_uit: f.Entitlement
    door: f.Regime | None = None
    behoefte: f.Needs | None = None
    deel: f.Ratio | None = None
    toetsmoment: f.TestMoment | None = None
    ref: f.ReferencePeriod | None = None

    @classmethod
    def faults(cls, raw: Mapping[str, Any]) -> Iterator[Fault]:
        if "door" in raw:
            yield from _must_assume(raw, "wie een recht weigert door een andere regeling rekent ergens op")


class _Counts(_Assuming):
    bedrag: f.Money
    vrij: f.Money | None = None
    deel: f.Ratio | None = None
    ref: f.ReferencePeriod | None = None


class CountsAsIncome(_Counts):
    """``telt_als_inkomen``: a reading by the means test of another regime (``in``); can be switched off."""

    verb: ClassVar[str] = "telt_als_inkomen"
    telt_als_inkomen: f.ReadPost
    in_: f.Regime = Field(alias="in")


class CountsAsAssets(_Counts):
    """``telt_als_vermogen``: as :class:`CountsAsIncome`, for assets."""

    verb: ClassVar[str] = "telt_als_vermogen"
    telt_als_vermogen: f.ReadPost
    in_: f.Regime = Field(alias="in")


class Costs(Norm):
    """``kost``: a charge."""

    verb: ClassVar[str] = "kost"
    kost: f.NewId
    bedrag: f.Money
    per: f.Period
    aan: f.Role = "onbekend"
    voor: f.Need | None = None
    toetsmoment: f.TestMoment = "maand"
    soort: f.CostKind
    beschermd: f.YesNo
    klok: Clock | None = None


class Obliges(_Assuming):
    """``verplicht``: a duty."""

    verb: ClassVar[str] = "verplicht"
    verplicht: f.NewId
    eist: Duty
    binnen: f.TermOrUnknown | None = None
    bij_breuk: f.RuleRef | None = None


class Punishes(Norm):
    """``bestraft``: the consequence of a duty broken or a charge not paid."""

    verb: ClassVar[str] = "bestraft"
    bestraft: Annotated[str, Ref("plicht_of_kost")]
    verlaagt: f.Entitlement | None = None
    deel: f.Ratio | None = None
    bedrag: f.Money | None = None
    per: f.Period = "eenmalig"
    duur: f.TermOrUnknown | None = None
    soort: f.CostKind
    beschermd: f.YesNo
    klok: Clock | None = None

    @classmethod
    def faults(cls, raw: Mapping[str, Any]) -> Iterator[Fault]:
        yield from exactly_one(raw, "deel", "bedrag")


class Diverts(Norm):
    """``leidt_om``: an entitlement is paid to someone else."""

    verb: ClassVar[str] = "leidt_om"
    leidt_om: f.Entitlement
    naar: f.Role
    voor_doel: f.Purpose
    deel: f.Ratio | None = None
    beschermd: f.YesNo


class SetsOff(Norm):
    """``verrekent``: a debt is taken back from an entitlement."""

    verb: ClassVar[str] = "verrekent"
    verrekent: Annotated[str, WordOf(("schuld_soorten",))]
    uit: f.Entitlement
    bedrag: f.Money | None = None
    deel: f.Ratio | None = None
    per: f.Period
    over: f.Term | None = None
    soort: f.CostKind
    beschermd: f.YesNo
    klok: Clock | None = None

    @classmethod
    def faults(cls, raw: Mapping[str, Any]) -> Iterator[Fault]:
        yield from exactly_one(raw, "bedrag", "deel")


class Qualifies(_Assuming):
    """``kwalificeert``: gives someone or something a role, in the eyes of ``voor``."""

    verb: ClassVar[str] = "kwalificeert"
    kwalificeert: f.NewId
    begripsfamilie: Annotated[str, WordOf(("begripsfamilies",))]
    werking: Annotated[str, WordOf(("werkingen",))]
    voor: f.Unit | None = None
    toetsmoment: f.TestMoment = "doorlopend"

    @classmethod
    def faults(cls, raw: Mapping[str, Any]) -> Iterator[Fault]:
        if raw.get("werking") == "verlaagt":
            yield from _must_assume(raw, "een rol die verlaagt rekent ergens op")

    @property
    def eyes(self) -> str:
        """In whose eyes: ``voor``, else ``persoon`` in a pair and the unit itself elsewhere."""
        return self.voor or ("persoon" if self._unit == "paar" else self._unit)


class TakesPrecedence(_Assuming):
    """``gaat_voor``: another regime must be used first."""

    verb: ClassVar[str] = "gaat_voor"
    gaat_voor: f.Regime
    boven: f.Entitlement
    behoefte: f.Needs

    @classmethod
    def faults(cls, raw: Mapping[str, Any]) -> Iterator[Fault]:
        yield from _must_assume(raw, "wie naar een andere regeling verwijst rekent ergens op")


class Promotes(Norm):
    """``bevordert``: conduct the law expects or rewards."""

    verb: ClassVar[str] = "bevordert"
    bevordert: Annotated[str, WordOf(("handelingen",))]
    blijkt_uit: f.Condition
    ook_uit: Annotated[tuple[EventSign, ...], f.NotEmpty] | None = None
    zonder: tuple[FactValue, ...]
    woont_samen_hierom: f.Condition | None = None
    """True: the act is why the two live in one home; without it the bearer lives elsewhere."""
    voor: f.Unit | None = None
    bespaart: f.Regime


class Lifts(Norm):
    """``heft_op``: another rule is switched off while this one holds."""

    verb: ClassVar[str] = "heft_op"
    heft_op: f.RuleRef
    eist: Duty | None = None
    deel: f.Ratio | None = None


class LeavesOpen(Norm):
    """``laat_over``: a term that a lower layer may fill; ``anders`` holds as long as none does (``None``: unknown)."""

    verb: ClassVar[str] = "laat_over"
    laat_over: f.NewId
    aan: Annotated[tuple[f.Layer, ...], f.NotEmpty]
    bereik: Bounds | None = None
    anders: Annotated[Expression | Literal["onbekend"], Wanted("elk", ("onbekend",))] = "onbekend"


class FillsIn(Norm):
    """``vult_in``: the value of an open term."""

    verb: ClassVar[str] = "vult_in"
    vult_in: Annotated[str, Ref("open_term")]
    waarde: f.Formula


NORMS: Mapping[str, type[Norm]] = {
    kind.verb: kind
    for kind in (
        Gives, Requires, Excludes, CountsAsIncome, CountsAsAssets, Costs, Obliges, Punishes, Diverts, SetsOff,
        Qualifies, TakesPrecedence, Promotes, Lifts, LeavesOpen, FillsIn,
    )
}  # fmt: skip

AnyNorm = Annotated[Norm, ByVerb(lambda: NORMS)]
"""A block that is read as the norm its verb names."""
