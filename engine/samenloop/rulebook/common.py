# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""Blocks that stand in more than one kind of file: legal basis, validity, source, bounds, duty, assumption, clock."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator

from samenloop.rulebook import fields as f
from samenloop.rulebook.fields import WordOf, fault
from samenloop.rulebook.model import Fault, Model


class LegalBasis(Model):
    """``Grondslag``: an article, by the id of its law. Resolve it with ``Rulebook.article_for``."""

    wet: f.LawRef
    artikel: f.ArticleText
    lid: f.ArticleText | None = None
    onderdeel: f.ArticleText | None = None


class Validity(Model):
    """``Geldig``: first and last day, both included. No last day: until further notice."""

    van: f.Day
    tot: f.Day | None = None

    @classmethod
    def faults(cls, raw: Mapping[str, Any]) -> Iterator[Fault]:
        van, tot = raw.get("van"), raw.get("tot")
        if isinstance(van, str) and isinstance(tot, str) and len(van) == len(tot) == 10 and tot < van:
            yield Fault(("tot",), fault("R016", "de laatste dag ligt voor de eerste."))

    @property
    def last(self) -> dt.date:
        """The last day; ``date.max`` when there is none."""
        return self.tot or dt.date.max

    def covers(self, day: dt.date) -> bool:
        """Whether a day lies inside."""
        return self.van <= day <= self.last

    def overlaps(self, other: Validity) -> bool:
        """Whether the two have a day in common."""
        return self.van <= other.last and other.van <= self.last

    def contains(self, other: Validity) -> bool:
        """Whether every day of the other lies inside."""
        return self.van <= other.van and other.last <= self.last


class Source(Model):
    """``Bron``: what is no article: memorandum, ruling, research, own derivation."""

    soort: Annotated[str, WordOf(("bronsoorten",))]
    verwijzing: f.Text
    status: f.Status


class Bounds(Model):
    """``Bereik``: lowest and highest value, both included."""

    van: f.Bound | None = None
    tot: f.Bound | None = None

    @property
    def never_zero(self) -> bool:
        """Whether 0 lies outside."""
        low, high = self.van, self.tot
        return (isinstance(low, Fraction) and low > 0) or (isinstance(high, Fraction) and high < 0)


class FactValue(Model):
    """``FeitWaarde``: a fact with the value it gets, as written (``values.read_value`` gives it a type)."""

    feit: f.FactRef
    waarde: f.Raw


class Duty(Model):
    """``Eist``: the fact a norm wants, forbids or protects, and the value it wants."""

    feit: f.FactRef
    waarde: f.Raw
    tijd: Annotated[str, WordOf(("tijden",))] = "steeds"


class Assumption(Model):
    """``Veronderstelt``: what a norm takes for granted. ``als`` true: the assumption holds, the law works as meant."""

    als: f.Condition
    tekst: f.Text
    niveau: Literal["juridisch", "feitelijk"]
    bron: Annotated[tuple[Source, ...], f.NotEmpty]


class Clock(Model):
    """``Klok``: a counter that runs while nothing is done."""

    feit: f.FactRef
    bij: f.Ratio
    stap: f.Period
    stopt_bij: f.Condition


class Mandator(Model):
    """``Mandaat``: who takes a decision, and at which level."""

    besluit: f.Text
    door: f.Role
    niveau: f.Mandate = "onbekend"


def none_for_geen(value: Any) -> Any:
    """The word ``geen`` as ``None``."""
    return None if value == "geen" else value


AssumptionOrNone = Annotated[Assumption | None, BeforeValidator(none_for_geen)]
"""An assumption, or the word ``geen`` (then ``None``, and the key counts as given)."""

Bases = Annotated[tuple[LegalBasis, ...], f.NotEmpty]
Sources = Annotated[tuple[Source, ...], f.NotEmpty]
FactValues = Annotated[tuple[FactValue, ...], f.NotEmpty]
Texts = Annotated[tuple[f.Text, ...], f.NotEmpty]
