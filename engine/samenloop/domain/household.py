# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""The household: the whole of one file, and the few questions that everybody asks of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Annotated, Any, ClassVar, Literal, TypeVar, overload

from pydantic import Field

from samenloop.domain.ages import age_on
from samenloop.domain.belongings import Asset, Debt, Expense, Home, Threat
from samenloop.domain.blocks import Block, ByFactKind, Described, Judgement, Many, ManyKind, Needs, One
from samenloop.domain.events import Attempt, Decision, Event, Relation, Sharing
from samenloop.domain.fields import FreeText, Money, Municipality, Period, Role, Text, Texts, Whole
from samenloop.domain.kinds import ChoiceKind, IdKind, PathKind, PathsKind, VersionKind
from samenloop.domain.numbers import CountsKind, ExactDayKind
from samenloop.domain.people import Person
from samenloop.domain.values import Range, Unknown


class Help(Described):
    """How many helpers there are and what that costs, in EUR per ``kosten_per``."""

    needs: ClassVar[Needs] = {"kosten": ("kosten_per",)}

    aantal: Whole = None
    per_domein: Annotated[Mapping[str, int | Range[int] | Unknown] | Unknown | None, CountsKind()] = None
    kosten: Money = None
    kosten_per: Period = None
    bron: Text = None
    regisseur: Role = None


class Story(Block):
    """The family's own words. Shown, never computed on."""

    wens: FreeText = None
    eigen_oplossing: FreeText = None
    gaat_goed: FreeText = None
    inzet: FreeText = None


class Assumption(Block):
    """A value that nobody gave, and why it was taken."""

    pad: Annotated[str, PathKind()]
    waarom: FreeText = None


class Origin(Block):
    """Where this file comes from."""

    werkelijkheid: Annotated[str | Unknown | None, ChoiceKind("gezin", "groep", "voorbeeld", "verzonnen")] = None
    bron: Texts = None
    aannames: Many[Assumption] = None


E = TypeVar("E")
Owned = Literal["vermogen", "schulden", "dreigingen", "regelingen", "kosten"]


class Household(Block):
    """One household on one day: the people the rules need, and what is known about them."""

    version: Annotated[int, VersionKind()] = Field(alias="schema")
    huishouden: Annotated[str, IdKind()]
    peildatum: Annotated[date, ExactDayKind()]
    gemeente: Municipality = None
    personen: Annotated[tuple[Person, ...], ManyKind(unknown=False, least=1)]
    relaties: Many[Relation] = None
    woningen: Many[Home] = None
    vermogen: Many[Asset] = None
    schulden: Many[Debt] = None
    dreigingen: Many[Threat] = None
    regelingen: Many[Decision] = None
    kosten: Many[Expense] = None
    gebeurtenissen: Many[Event] = None
    hulp: One[Help] = None
    verhaal: One[Story] = None
    geprobeerd: Many[Attempt] = None
    delen: Many[Sharing] = None
    oordelen: Annotated[Mapping[str, Judgement] | Unknown | None, ByFactKind()] = None
    onvolledig: Annotated[tuple[str, ...], PathsKind(lists=True)] = ()
    herkomst: One[Origin] = None

    def person(self, id_: str) -> Person:
        """The person with this id; KeyError when there is none."""
        return _by_id(self.personen, id_)

    def home(self, id_: str) -> Home:
        """The home with this id; KeyError when there is none."""
        return _by_id(self.woningen, id_)

    def debt(self, id_: str) -> Debt:
        """The debt with this id; KeyError when there is none."""
        return _by_id(self.schulden, id_)

    def age_on(self, person: str, day: date) -> int | Range[int] | Unknown | None:
        """The age of a person on a day; see :func:`samenloop.domain.age_on`."""
        return age_on(self.person(person), self.peildatum, day)

    def applicants(self) -> tuple[Person, ...]:
        """The people the plan is for."""
        return tuple(person for person in self.personen if person.aanvrager is True)

    def is_complete(self, path: str) -> bool:
        """Whether a list is known to the end: given, and not named in ``onvolledig``.

        ``path`` names a list with ids in it: ``schulden``, ``personen.moeder.inkomen``. An empty list is complete; a
        list that is absent or ``onbekend`` is not. KeyError when no such list can be.
        """
        here: Any = self
        for part in path.split("."):
            if isinstance(here, tuple):
                here = _by_id(here, part)
            elif isinstance(here, Block) and part in type(here).model_fields:
                here = getattr(here, part)
            elif here is None or isinstance(here, Unknown):
                return False
            else:
                raise KeyError(path)
        if not isinstance(here, tuple | Unknown | None):
            raise KeyError(path)
        return isinstance(here, tuple) and path not in self.onvolledig

    @overload
    def of(self, person: str, kind: Literal["vermogen"]) -> tuple[Asset, ...]: ...
    @overload
    def of(self, person: str, kind: Literal["schulden"]) -> tuple[Debt, ...]: ...
    @overload
    def of(self, person: str, kind: Literal["dreigingen"]) -> tuple[Threat, ...]: ...
    @overload
    def of(self, person: str, kind: Literal["regelingen"]) -> tuple[Decision, ...]: ...
    @overload
    def of(self, person: str, kind: Literal["kosten"]) -> tuple[Expense, ...]: ...
    def of(self, person: str, kind: Owned) -> tuple[Any, ...]:
        """The entries of a list that are certainly about this person.

        An entry without ``wie`` is about the only person of a household that is known to have no other.
        """
        alone = len(self.personen) == 1 and self.is_complete("personen")
        return tuple(
            entry
            for entry in getattr(self, kind) or ()
            if (person in entry.wie if isinstance(entry.wie, tuple) else alone)
        )

    def of_nobody_known(self, kind: Owned) -> tuple[Any, ...]:
        """The entries of a list of which the file does not say about whom they are."""
        if len(self.personen) == 1 and self.is_complete("personen"):
            return ()
        return tuple(entry for entry in getattr(self, kind) or () if not isinstance(entry.wie, tuple))


def _by_id(entries: Iterable[E] | Unknown | None, id_: str) -> E:
    for entry in entries or ():
        if getattr(entry, "id", None) == id_:
            return entry
    raise KeyError(id_)
