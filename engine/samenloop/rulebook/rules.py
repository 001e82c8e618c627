# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""Rules, their worked examples, and what a rule file says it does not model."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Annotated, Any, Literal

from pydantic import Field, PrivateAttr

from samenloop.rulebook import fields as f
from samenloop.rulebook.common import Bases, Duty, LegalBasis, Sources, Validity
from samenloop.rulebook.fields import Ref, Table, fault
from samenloop.rulebook.model import Fault, Model, needs, refuses
from samenloop.rulebook.norms import AnyNorm


class Deviation(Model):
    """``Afwijking``: a power to deviate from a rule."""

    door: f.Role
    bronlaag: f.Layer
    grondslag: LegalBasis
    tekst: f.Text


class Always(Model):
    """``altijd``: holds for every household; used by ranges and proofs."""

    altijd: f.Condition
    waarom: f.Text


class Rule(Model):
    """``Regel``: either defines a concept (``bepaalt``, ``waarde``) or states norms (``gevolgen``)."""

    regel: f.NewId
    titel: f.Text
    over: f.Unit
    grondslag: Bases
    geldig: Validity
    bronlaag: f.Layer = "wet"
    modaliteit: f.Modality = "moet"
    beslisser: f.Role | None = None
    wanneer: f.Condition | None = None
    bepaalt: f.NewId | None = None
    waarde: f.Formula | None = None
    eenheid: f.Measure | None = None
    uitzondering_op: f.RuleRef | None = None
    gevolgen: Annotated[tuple[AnyNorm, ...], f.NotEmpty] | None = None
    afwijking: Annotated[tuple[Deviation, ...], f.NotEmpty] | None = None
    beschermt: Duty | None = None
    """The fact this rule protects while it fires: a duty of another regime against it is a double obligation."""
    toelichting: f.Text | None = None

    _regime: str = PrivateAttr("")

    @classmethod
    def faults(cls, raw: Mapping[str, Any]) -> Iterator[Fault]:
        if "gevolgen" in raw:
            for key in ("bepaalt", "waarde", "eenheid", "uitzondering_op"):
                yield from refuses(raw, key, "een regel bepaalt een begrip of heeft gevolgen, niet allebei")
        elif "bepaalt" in raw or "waarde" in raw:
            yield from needs(raw, "bepaalt", "de waarde hoort bij een begrip")
            yield from needs(raw, "waarde", "een begrip heeft een waarde")
        else:
            yield Fault((), fault("R015", "geef 'bepaalt' met 'waarde', of 'gevolgen'."))

    def model_post_init(self, context: Any, /) -> None:
        super().model_post_init(context)
        for norm in self.norms:
            norm.placed(self.regel, self.over)

    @property
    def norms(self) -> tuple[AnyNorm, ...]:
        """Its norms, or an empty tuple for a rule that defines a concept."""
        return self.gevolgen or ()

    @property
    def regime(self) -> str:
        """The regime it belongs to; empty until it stands in a rule book."""
        return self._regime

    def placed(self, regime: str) -> Rule:
        """Tell the rule to which regime it belongs. Called once, by the loader."""
        self._regime = regime
        return self

    def during(self, validity: Validity) -> Rule:
        """The same rule with other days."""
        return self.model_copy(update={"geldig": validity})


class AlsoUnit(Model):
    """``Ook``: a further person, home, pair in an example."""

    eenheid: f.Unit
    id: f.Id
    persoon: f.Id | None = None
    ander: f.Id | None = None
    gegeven: Table[f.Raw] | None = None

    @classmethod
    def faults(cls, raw: Mapping[str, Any]) -> Iterator[Fault]:
        for key in ("persoon", "ander"):
            if raw.get("eenheid") == "paar":
                yield from needs(raw, key, "een paar noemt beide mensen")
            else:
                yield from refuses(raw, key, "alleen een paar noemt twee mensen")


class RoleExpected(Model):
    """``RolVerwacht``: whether someone holds a role; ``None`` = unknown."""

    wie: f.Id
    is_: f.RoleRef = Field(alias="is")
    van: f.Id | None = None
    klopt: f.YesNoUnknown = True


class Expected(Model):
    """What must come out of an example."""

    verwacht: Table[f.Raw] | None = None
    ontbreekt: Table[tuple[f.Id, ...]] | None = None
    """Unknown, because of exactly these facts; an empty list: outside coverage, no fact could settle it."""
    recht: Annotated[tuple[f.Entitlement, ...], f.NotEmpty] | None = None
    uitgesloten: Annotated[tuple[f.Entitlement, ...], f.NotEmpty] | None = None
    rollen: Annotated[tuple[RoleExpected, ...], f.NotEmpty] | None = None
    vuurt: Annotated[tuple[f.RuleRef, ...], f.NotEmpty] | None = None
    vuurt_niet: Annotated[tuple[f.RuleRef, ...], f.NotEmpty] | None = None


class AlsoOn(Expected):
    """``OokOp``: the same case on another day. A key given here takes the place of that key of the example."""

    dag: f.Day


class Example(Expected):
    """``Voorbeeld``: a small case worked out, in the default unit of its file. The unit under test is called ``ik``.

    An empty list in ``ontbreekt``: unknown although no fact is missing (outside coverage).
    """

    naam: f.Text
    peildatum: f.Day
    gegeven: Table[f.Raw]
    ook: Annotated[tuple[AlsoUnit, ...], f.NotEmpty] | None = None
    overlay: Annotated[tuple[Annotated[str, Ref("overlay")], ...], f.NotEmpty] | None = None
    ook_op: Annotated[tuple[AlsoOn, ...], f.NotEmpty] | None = None
    bron: Sources | None = None

    @classmethod
    def faults(cls, raw: Mapping[str, Any]) -> Iterator[Fault]:
        outcomes = tuple(Expected.model_fields)
        if not any(key in raw for key in outcomes):
            yield Fault((), fault("R015", f"een voorbeeld verwacht iets: {', '.join(outcomes)}."))

    def on_other_days(self) -> Iterator[Example]:
        """The same case on each day of ``ook_op``."""
        for other in self.ook_op or ():
            given = {key: getattr(other, key) for key in other.model_fields_set if key != "dag"}
            name = f"{self.naam} (ook op {other.dag:%d-%m-%Y})"
            yield self.model_copy(update={**given, "naam": name, "peildatum": other.dag, "ook_op": None})


class NotModelled(Model):
    """``NietGemodelleerd``: a part of the law that is left out, and what that taints."""

    wet: f.LawRef
    artikel: f.ArticleText
    waarom: f.Text
    raakt: Annotated[tuple[Annotated[str, Ref("regel_of_aanspraak")], ...], f.NotEmpty]


class RuleFile(Model):
    """The top of a rule file. The lists are read item by item (``reading``)."""

    schema_: Literal[1] = Field(alias="schema")
    regeling: f.Regime | None = None
    onderwerp: f.Text
    over: f.Unit
    feiten: f.RawList | None = None
    altijd: f.RawList | None = None
    regels: f.RawList | None = None
    voorbeelden: f.RawList | None = None
    niet_gemodelleerd: f.RawList | None = None

    @classmethod
    def faults(cls, raw: Mapping[str, Any]) -> Iterator[Fault]:
        if "regels" in raw:
            yield from needs(raw, "regeling", "regels horen bij een regeling")
            yield from needs(raw, "voorbeelden", "regels hebben voorbeelden")
        elif "feiten" not in raw:
            yield Fault((), fault("R015", "geef 'feiten' of 'regels'."))
