# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""Facts: what is asked about a household, and the path in the household file it is read from."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Annotated, Any, Literal

from pydantic import GetCoreSchemaHandler
from pydantic_core import CoreSchema, core_schema

from samenloop.rulebook import fields as f
from samenloop.rulebook.common import Bounds
from samenloop.rulebook.fields import Table, WordOf, fault
from samenloop.rulebook.model import Fault, Model, needs, refuses

Together = Literal["som", "aantal", "bestaat", "hoogste", "laagste", "enige"]
"""How several entries become one value."""

JUDGEMENTS = "oordelen"
_KEY = r"[a-z][a-z0-9_]*"
_STEP = re.compile(rf"({_KEY})(?:\[({_KEY}=[a-z0-9_]+(?:, {_KEY}=[a-z0-9_]+)*)\])?")


@dataclass(frozen=True, slots=True)
class PathStep:
    """One key of a path, with the equalities its entries must satisfy."""

    key: str
    filters: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class FactPath:
    """A path in the household file relative to the unit: ``inkomen[soort=loon, bruto=false].bedrag``."""

    text: str
    steps: tuple[PathStep, ...]

    @property
    def is_judgement(self) -> bool:
        """``oordelen``: a professional answers it under the fact's id."""
        return self.text == JUDGEMENTS

    def __str__(self) -> str:
        return self.text

    @classmethod
    def parse(cls, text: Any) -> FactPath:
        """Read a path. Raises the error with code R017."""
        steps: list[PathStep] = []
        place = 0
        while isinstance(text, str):
            match = _STEP.match(text, place)
            if not match:
                break
            pairs = match[2].split(", ") if match[2] else []
            steps.append(PathStep(match[1], tuple((p.split("=")[0], p.split("=")[1]) for p in pairs)))
            if match.end() == len(text):
                return cls(text, tuple(steps))
            if text[match.end()] != ".":
                place = match.end()
                break
            place = match.end() + 1
        raise fault(
            "R017",
            "verwacht een pad zoals inkomen[soort=loon, bruto=false].bedrag, of 'oordelen'.",
            offset=min(place, len(text)) if isinstance(text, str) else 0,
        )

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(cls.parse)


def _filter_word(value: Any) -> str:
    text = {"ja": "true", "nee": "false"}.get(value, value) if isinstance(value, str) else value
    if not isinstance(text, (str, int)) or not re.fullmatch(r"[a-z0-9_]+", str(text)):
        raise fault("R018", "verwacht één woord, een heel getal, ja of nee.")
    return str(text)


class _FilterWord:
    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(_filter_word)


SHARED_LISTS = ("vermogen", "schulden", "regelingen", "kosten")
"""Lists of the household whose entries belong to a person by ``wie``."""
FilterWord = Annotated[str, _FilterWord()]
"""A value an entry is compared with; ``ja`` and ``nee`` are read as the household file's ``true`` and ``false``."""


class FallbackPath(Model):
    """``of_uit``: a second-hand way to fill a fact when its own path gives nothing. The value is then an estimate.

    ``pad``: another path. Entries that match ``behalve`` are skipped; every other entry must satisfy ``alleen_als``,
    else nothing is known. ``begrip``: what the rules compute, when that is known.
    """

    pad: FactPath | None = None
    begrip: Annotated[str, f.Ref("begrip")] | None = None
    samen: Together | None = None
    alleen_als: Table[FilterWord] | None = None
    behalve: Table[tuple[FilterWord, ...]] | None = None

    @classmethod
    def faults(cls, raw: Mapping[str, Any]) -> Iterator[Fault]:
        if ("pad" in raw) == ("begrip" in raw):
            yield Fault((), fault("R015", "noem een pad of een begrip, en niet allebei."))
        elif "begrip" in raw:
            for key in ("samen", "alleen_als", "behalve"):
                yield from refuses(raw, key, "dit hoort bij een pad, niet bij een begrip")

    @property
    def source(self) -> str:
        """The path or the concept, as reports name it."""
        return str(self.pad if self.pad is not None else self.begrip)


class Fact(Model):
    """``Feit``: one input, declared once in the whole rule base."""

    feit: f.NewId
    over: f.Unit
    soort: Annotated[str, WordOf(("feit_soorten",))]
    eenheid: f.Measure | None = None
    keuzes: Annotated[tuple[f.Id, ...], f.NotEmpty] | None = None
    bereik: Bounds | None = None
    uit: FactPath
    samen: Together | None = None
    of_uit: FallbackPath | None = None
    waarom: f.Text
    vraag: f.Text
    bijzonder: f.YesNo = False
    open_norm: f.YesNo = False
    eigenaar: Annotated[str, WordOf(("regelingen",), ("geen",))]
    aard: Literal["stand", "stroom", "vast"]
    verandert: Annotated[str, WordOf(("verandertempi",))] = "onbekend"

    @classmethod
    def faults(cls, raw: Mapping[str, Any]) -> Iterator[Fault]:
        kind = raw.get("soort")
        if kind in ("bedrag", "duur"):
            yield from needs(raw, "eenheid", f"een feit van soort {kind} heeft een eenheid")
        elif kind in ("ja_nee", "keuze", "datum"):
            yield from refuses(raw, "eenheid", f"een feit van soort {kind} heeft geen eenheid")
        if kind == "keuze":
            yield from needs(raw, "keuzes", "een feit van soort keuze noemt de keuzes")
        elif isinstance(kind, str):
            yield from refuses(raw, "keuzes", "alleen een feit van soort keuze heeft keuzes")
        if kind in ("ja_nee", "keuze"):
            yield from refuses(raw, "bereik", f"een feit van soort {kind} heeft geen bereik")
        if raw.get("uit") == JUDGEMENTS:
            yield from refuses(raw, "samen", "een oordeel is één antwoord")
            if raw.get("open_norm") != "ja":
                yield Fault(("uit",), fault("R019", "alleen een open norm (open_norm: ja) wordt uit oordelen gelezen."))

    @property
    def is_judgement(self) -> bool:
        """Answered by a professional under the fact's id."""
        return self.uit.is_judgement
