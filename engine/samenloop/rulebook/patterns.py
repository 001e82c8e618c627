# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""Patterns: mechanisms that structure cannot see, as joins over norms."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Annotated, Any, Literal

from pydantic import Field

from samenloop.rulebook import fields as f
from samenloop.rulebook.common import Bases, Sources
from samenloop.rulebook.fields import Table, WordOf, fault
from samenloop.rulebook.model import Fault, Model

COLUMNS = (
    "norm", "regeling", "waarde", "voor", "wie", "ander", "ding", "behoefte", "beslisser", "aanspraak",
)  # fmt: skip
"""What a join may compare, per norm."""

SHARED = {"persoon": ("wie", "voor", "ander"), "ding": ("ding",)}
"""``gedeeld`` to the columns in which such a person or thing stands."""

ASKED = (
    "modaliteit", "bronlaag", "klasse", "werking", "begripsfamilie", "doel", "behoefte", "van", "veronderstelling",
)  # fmt: skip
"""What a pattern may ask of one norm, besides its verb and its regime."""

Verb = Annotated[str, WordOf(("werkwoorden",))]


class NormPattern(Model):
    """``NormPatroon``: which norms an alias can stand for; a key left out matches any."""

    werkwoord: Verb
    regeling: f.Regime | None = None
    modaliteit: f.Modality | None = None
    bronlaag: f.Layer | None = None
    klasse: Annotated[str, WordOf(("klassen",))] | None = None
    werking: Annotated[str, WordOf(("werkingen",))] | None = None
    begripsfamilie: Annotated[str, WordOf(("begripsfamilies",))] | None = None
    doel: f.Purpose | None = None
    behoefte: f.Need | None = None
    van: Literal["zelf", "ander", "instantie"] | None = None
    veronderstelling: Literal["klopt", "klopt_niet"] | None = None
    """whether what the norm takes for granted (``veronderstelt``) is true here"""

    def asks(self) -> Mapping[str, str]:
        """The columns with the word a norm must have there: the verb, the regime and the rest that is filled in."""
        wanted = {key: getattr(self, key) for key in ("werkwoord", "regeling", *ASKED)}
        return {key: str(word) for key, word in wanted.items() if word is not None}


class Join(Model):
    """``Koppel``: two columns, each as ``<alias>.<column>``."""

    links: f.Text
    rechts: f.Text

    @property
    def sides(self) -> tuple[tuple[str, str], tuple[str, str]]:
        """Both sides as (alias, column)."""
        left, right = self.links.partition("."), self.rechts.partition(".")
        return (left[0], left[2]), (right[0], right[2])


class TrialNorm(Model):
    """``ProefNorm``: a norm in a trial case of a pattern."""

    alias: f.Id
    regeling: f.Regime
    werkwoord: Verb
    kolommen: Table[f.Raw]


class Trial(Model):
    """``ProefGeval``: norms that the pattern must find (``raak``) or leave alone (``mis``)."""

    naam: f.Text
    normen: Annotated[tuple[TrialNorm, ...], f.NotEmpty]
    verwacht: Literal["raak", "mis"]


class Pattern(Model):
    """``Patroon``: a join over at least two norms of two regimes about one person or thing."""

    patroon: f.Id
    titel: f.Text
    soort: Annotated[str, WordOf(("botsing_soorten",))]
    uitleg: f.Text
    normen: Table[NormPattern]
    koppelt: Annotated[tuple[Join, ...], f.NotEmpty]
    verschilt: Annotated[tuple[Join, ...], f.NotEmpty]
    gedeeld: Literal["persoon", "ding"]
    als: f.Condition | None = None
    grondslag: Bases | None = None
    bron: Sources
    voorbeelden: Annotated[tuple[Trial, ...], f.NotEmpty]

    @property
    def meeting(self) -> tuple[str, str] | None:
        """The alias and column of the person or thing that the norms share: that of the first join that makes one
        equal."""
        columns = SHARED[self.gedeeld]
        found = (join.sides[0] for join in self.koppelt if all(column in columns for _, column in join.sides))
        return next(found, None)

    @classmethod
    def faults(cls, raw: Mapping[str, Any]) -> Iterator[Fault]:
        norms = raw.get("normen")
        if isinstance(norms, Mapping) and len(norms) == 1:
            yield Fault(("normen",), fault("R026", "een patroon verbindt minstens twee normen."))


class PatternFile(Model):
    """The top of ``rules/patronen/*.yaml``."""

    schema_: Literal[1] = Field(alias="schema")
    patronen: f.RawList
