# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""Overlays: the local rules of a gemeente, or a reform under test, laid over the same base."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Annotated, Any, ClassVar, Literal

from pydantic import Field, StringConstraints

from samenloop.rulebook import fields as f
from samenloop.rulebook.common import LegalBasis, Mandator, Sources, Texts, Validity
from samenloop.rulebook.facts import Fact
from samenloop.rulebook.fields import Ref
from samenloop.rulebook.hooks import Hook
from samenloop.rulebook.laws import Article, ParameterValue
from samenloop.rulebook.model import ByVerb, Fault, Model, needs, refuses
from samenloop.rulebook.patterns import Pattern
from samenloop.rulebook.rules import Example, Rule

GemeenteCode = Annotated[str, StringConstraints(strict=True, pattern=r"^GM\d{4}$")]


class LocalRegulation(Model):
    """``Regelgeving``: a local or proposed regulation that exists inside its overlay only."""

    wet: f.Id
    naam: f.Text
    bronlaag: f.Layer
    vindplaats: f.Text
    status: f.Status
    artikelen: Annotated[tuple[Article, ...], f.NotEmpty]


class OverlayChange(Model):
    """Base of what an overlay changes."""

    verb: ClassVar[str] = ""

    @property
    def touches(self) -> tuple[str, str] | None:
        """Kind and id of the part of the base it changes; ``None`` when it only adds."""
        return None


class AddsRule(OverlayChange):
    """``voeg_toe``: a new rule of regime ``in``."""

    verb: ClassVar[str] = "voeg_toe"
    voeg_toe: Rule
    in_: f.Regime = Field(alias="in")
    over: f.Unit


class ReplacesRule(OverlayChange):
    """``vervang``: a rule of the base gives way to ``door`` (same id or a new one) during the overlay's days."""

    verb: ClassVar[str] = "vervang"
    vervang: f.RuleRef
    door: Rule

    @property
    def touches(self) -> tuple[str, str]:
        return "regel", self.vervang


class RepealsRule(OverlayChange):
    """``schrap``: a rule of the base is not in force during the overlay's days."""

    verb: ClassVar[str] = "schrap"
    schrap: f.RuleRef

    @property
    def touches(self) -> tuple[str, str]:
        return "regel", self.schrap


class SetsParameter(OverlayChange):
    """``parameter``: values laid over those of the base, by date."""

    verb: ClassVar[str] = "parameter"
    parameter: Annotated[str, Ref("parameter")]
    waarden: Annotated[tuple[ParameterValue, ...], f.NotEmpty]
    bekend_tot: f.Day

    @property
    def touches(self) -> tuple[str, str]:
        return "parameter", self.parameter


class FillsOpenTerm(OverlayChange):
    """``vul_in``: short for a rule with the norm ``vult_in``."""

    verb: ClassVar[str] = "vul_in"
    vul_in: Annotated[str, Ref("open_term")]
    waarde: f.Formula
    grondslag: LegalBasis

    @property
    def touches(self) -> tuple[str, str]:
        return "open term", self.vul_in


class AddsHook(OverlayChange):
    """``uitzondering``: a new hook."""

    verb: ClassVar[str] = "uitzondering"
    uitzondering: Hook


class AddsPattern(OverlayChange):
    """``patroon``: a new pattern."""

    verb: ClassVar[str] = "patroon"
    patroon: Pattern


OVERLAY_CHANGES: Mapping[str, type[OverlayChange]] = {
    kind.verb: kind
    for kind in (AddsRule, ReplacesRule, RepealsRule, SetsParameter, FillsOpenTerm, AddsHook, AddsPattern)
}
AnyOverlayChange = Annotated[OverlayChange, ByVerb(lambda: OVERLAY_CHANGES)]


class OverlayFile(Model):
    """The top of an overlay."""

    schema_: Literal[1] = Field(alias="schema")
    overlay: f.Id
    soort: Literal["gemeente", "hervorming"]
    titel: f.Text
    gemeente: GemeenteCode | None = None
    geldig: Validity
    herkomst: Literal["bron", "voorstel"]
    bron: Sources
    regelgeving: f.RawList | None = None
    mandaten: f.RawList | None = None
    leidende_principes: Texts | None = None
    feiten: f.RawList | None = None
    wijzigt: f.RawList
    voorbeelden: f.RawList | None = None

    @classmethod
    def faults(cls, raw: Mapping[str, Any]) -> Iterator[Fault]:
        if raw.get("soort") == "gemeente":
            yield from needs(raw, "gemeente", "een overlay van een gemeente noemt de gemeente")
        elif raw.get("soort") == "hervorming":
            for key in ("gemeente", "mandaten", "leidende_principes"):
                yield from refuses(raw, key, "een hervorming hoort niet bij een gemeente")


@dataclass(frozen=True)
class Overlay:
    """A loaded overlay: the top of its file and its parts, in file order. Apply it with ``Rulebook.with_overlays``."""

    top: OverlayFile
    file: str
    regulations: tuple[LocalRegulation, ...]
    mandates: tuple[Mandator, ...]
    facts: tuple[Fact, ...]
    changes: tuple[OverlayChange, ...]
    examples: tuple[Example, ...]

    @property
    def id(self) -> str:
        """Its id."""
        return self.top.overlay

    @property
    def gemeente(self) -> str | None:
        """GM code, or ``None`` for a reform."""
        return self.top.gemeente

    @property
    def validity(self) -> Validity:
        """The days on which it changes the base."""
        return self.top.geldig
