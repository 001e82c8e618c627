# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""What the rules rest on: laws, their articles in own words, and the dated amounts (the only place of amounts)."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping
from typing import Annotated, Any, Literal

from pydantic import Field, StringConstraints

from samenloop.rulebook import fields as f
from samenloop.rulebook.common import LegalBasis, Mandator, Validity
from samenloop.rulebook.fields import fault
from samenloop.rulebook.model import Fault, Model, needs, refuses

Bwb = Annotated[str, StringConstraints(strict=True, pattern=r"^(BWBR\d{7}|geen|onbekend)$")]


class LawDeviation(Model):
    """``WetAfwijking``: a power in the law to deviate."""

    artikel: f.ArticleText
    door: f.Role
    tekst: f.Text


class Law(Model):
    """``wet.yaml``: a law, who carries it out, and until which day its text was read."""

    schema_: Literal[1] = Field(alias="schema")
    wet: f.Id
    naam: f.Text
    afkorting: f.Text | None = None
    prefix: f.Id
    bronlaag: f.Layer
    bwb: Bwb
    geldig: Validity
    uitvoerder: f.Role
    beslissers: Annotated[tuple[Mandator, ...], f.NotEmpty] | None = None
    afwijkingen: Annotated[tuple[LawDeviation, ...], f.NotEmpty] | None = None
    bijgewerkt_tot: f.Day

    @classmethod
    def faults(cls, raw: Mapping[str, Any]) -> Iterator[Fault]:
        if raw.get("bronlaag") == "overeenkomst" and raw.get("bwb", "geen") != "geen":
            yield Fault(("bwb",), fault("R022", "wat partijen afspreken staat niet in het wettenbestand: bwb is geen."))


class Article(Model):
    """``Artikel``: a summary in own words of an article, paragraph or part, for the days it was in force."""

    artikel: f.ArticleText
    lid: f.ArticleText | None = None
    onderdeel: f.ArticleText | None = None
    titel: f.Text
    samenvatting: f.Text
    geldig: Validity
    status: f.Status
    versie: f.Day | None = None
    bron: f.Text
    jci: f.Text | None = None

    @property
    def depth(self) -> int:
        """How specific the entry is: 0 article, 1 paragraph, 2 part."""
        return (self.lid is not None) + (self.onderdeel is not None)

    def contains(self, basis: LegalBasis) -> bool:
        """Whether a legal basis lies within this entry: a paragraph or part left out means all of them."""
        return (
            self.artikel == basis.artikel
            and self.lid in (None, basis.lid)
            and self.onderdeel in (None, basis.onderdeel)
        )


class ArticleFile(Model):
    """The top of ``artikelen.yaml``."""

    schema_: Literal[1] = Field(alias="schema")
    wet: f.LawRef
    artikelen: f.RawList


class ParameterValue(Model):
    """``ParameterWaarde``: a value on its days. ``waarde`` ``None``: searched and not found (``onbekend``).

    In a loaded rule book ``tot`` is always set: the day before the next value, else the parameter's ``bekend_tot``.
    """

    van: f.Day
    tot: f.Day | None = None
    waarde: f.Amount
    status: f.Status
    bron: f.Text
    methode: f.Text | None = None

    @classmethod
    def faults(cls, raw: Mapping[str, Any]) -> Iterator[Fault]:
        if raw.get("status") == "afgeleid":
            yield from needs(raw, "methode", "een afgeleide waarde zegt hoe zij is afgeleid")
        van, tot = raw.get("van"), raw.get("tot")
        if isinstance(van, str) and isinstance(tot, str) and len(van) == len(tot) == 10 and tot < van:
            yield Fault(("tot",), fault("R016", "de laatste dag ligt voor de eerste."))

    def covers(self, day: dt.date) -> bool:
        """Whether the value holds on a day."""
        return self.van <= day <= (self.tot or dt.date.max)


class Parameter(Model):
    """``Parameter``: a dated amount, share, age, term or day. After ``bekend_tot`` nothing is known."""

    parameter: f.NewId
    titel: f.Text
    soort: Literal["bedrag", "percentage", "geheel", "getal", "duur", "datum"]
    eenheid: f.Measure | None = None
    grondslag: LegalBasis
    bekend_tot: f.Day
    geldig: Validity | None = None
    """The days on which the law has it at all; left out: as long as the law is there."""
    waarden: Annotated[tuple[ParameterValue, ...], f.NotEmpty]

    @classmethod
    def faults(cls, raw: Mapping[str, Any]) -> Iterator[Fault]:
        kind = raw.get("soort")
        if kind == "bedrag":
            yield from needs(raw, "eenheid", "een bedrag heeft een eenheid")
        yield from value_faults(kind, raw.get("waarden"))

    def on(self, day: dt.date) -> ParameterValue | None:
        """The value on a day; ``None`` outside coverage (a gap, after ``bekend_tot``, or searched and not found)."""
        found = next((v for v in self.waarden if v.covers(day) and day <= self.bekend_tot), None)
        return found if found is not None and found.waarde is not None else None

    def last_before(self, day: dt.date) -> ParameterValue | None:
        """The last known value from on or before a day: what a projection holds on to."""
        known = [v for v in self.waarden if v.van <= day and v.waarde is not None]
        return known[-1] if known else None

    @property
    def never_zero(self) -> bool:
        """Whether no known value is 0."""
        return all(v.waarde is None or v.waarde != 0 for v in self.waarden)

    def replaced(self, waarden: tuple[ParameterValue, ...], bekend_tot: dt.date) -> Parameter:
        """The same parameter with other values."""
        return self.model_copy(update={"waarden": waarden, "bekend_tot": bekend_tot})


_FORMS = {
    "bedrag": (r"-?\d+(\.\d+)?", "een bedrag zonder teken of procent"),
    "percentage": (r"-?\d+(\.\d+)?%", "een percentage zoals 65%"),
    "geheel": (r"-?\d+", "een heel getal"),
    "getal": (r"-?\d+(\.\d+)?", "een getal"),
    "duur": (r"\d+ [a-z]+", "een termijn zoals '4 weken'"),
    "datum": (r"\d{4}-\d{2}-\d{2}", "een dag als jjjj-mm-dd"),
}


def value_faults(kind: Any, values: Any) -> Iterator[Fault]:
    """Values that are well formed by themselves but not of the parameter's kind."""
    if kind not in _FORMS or not isinstance(values, (list, tuple)):
        return
    form, name = _FORMS[kind]
    for i, item in enumerate(values):
        raw = item.get("waarde") if isinstance(item, Mapping) else None
        if not isinstance(raw, (int, str)) or raw == "onbekend" or not f.is_amount(raw):
            continue
        if not re.fullmatch(form, str(raw)):
            yield Fault(("waarden", i, "waarde"), fault("R023", f"verwacht {name}."))


class Provision(Model):
    """``Bepaling``: something a law says, against which the rules are held. ``rules coverage`` tells what became of it.

    A rule, amount or exception that rests on one of ``artikelen`` (and on one of ``leden`` and ``onderdelen``, when
    these are given) encodes it; ``regels`` names them instead, where the article does not tell them apart.
    """

    bepaling: f.Id
    wet: f.LawRef
    artikelen: Annotated[tuple[f.ArticleText, ...], f.NotEmpty]
    leden: Annotated[tuple[f.ArticleText, ...], f.NotEmpty] | None = None
    onderdelen: Annotated[tuple[f.ArticleText, ...], f.NotEmpty] | None = None
    geldig: Validity | None = None
    onderwerp: f.Text
    regels: Annotated[tuple[Annotated[str, f.Ref("drager")], ...], f.NotEmpty] | None = None

    @classmethod
    def faults(cls, raw: Mapping[str, Any]) -> Iterator[Fault]:
        several = isinstance(raw.get("artikelen"), list) and len(raw["artikelen"]) > 1
        for key in ("leden", "onderdelen"):
            if several:
                yield from refuses(raw, key, "een lid of onderdeel hoort bij één artikel")


class ProvisionFile(Model):
    """The top of ``laws/bepalingen/*.yaml``."""

    schema_: Literal[1] = Field(alias="schema")
    titel: f.Text
    bepalingen: f.RawList


class ParameterFile(Model):
    """The top of ``parameters/*.yaml``."""

    schema_: Literal[1] = Field(alias="schema")
    wet: f.LawRef
    parameters: f.RawList
