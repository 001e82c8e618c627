# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""The path of a fact, followed through the contract of the household file (the models of ``samenloop.domain``)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from samenloop.domain import Judgement, Slot, contract_paths
from samenloop.domain.blocks import JudgedKind
from samenloop.domain.kinds import ChoiceKind, Kind, TermsKind, VerdictKind, YesNoKind
from samenloop.domain.numbers import DayKind, MoneyKind, MonthKind, NumberKind, WholeKind
from samenloop.rulebook.facts import FactPath, PathStep
from samenloop.vocabulary import Vocabulary

_ROOTS = {
    "persoon": "personen.", "woning": "woningen.", "schuld": "schulden.", "bezit": "vermogen.", "huishouden": "",
}  # fmt: skip
_OF_A_PERSON = ("vermogen", "schulden", "regelingen", "kosten")
"""Lists of the file whose entries with this person as ``wie`` are read as if they stood under the person."""


@dataclass(frozen=True)
class End:
    """Where a path ends: the slot, whether it has many ends, and whether a judgement can stand there."""

    slot: Slot
    many: bool
    judged: bool


@dataclass(frozen=True)
class Stray:
    """A step that does not exist, with what could stand there. ``word``: a filter's value is the mistake."""

    key: str
    known: tuple[str, ...]
    offset: int
    word: bool = False


def follow(unit: str, path: FactPath, vocabulary: Vocabulary) -> End | Stray:
    """Follow a path from a unit."""
    slots = contract_paths()
    here, many, offset = _start(unit, path), False, 0
    slot: Slot | None = None
    for i, step in enumerate(path.steps):
        name = "relaties" if unit == "paar" and i == 0 and step.key == "relatie" else step.key
        if here + name not in slots or (unit == "paar" and i == 0 and step.key != "relatie"):
            known = ("relatie",) if unit == "paar" and i == 0 else _keys(here)
            return Stray(step.key, known + (_OF_A_PERSON if unit == "persoon" and i == 0 else ()), offset)
        slot = slots[here + name]
        here = f"{here}{name}."
        many = many or slot.many
        wrong = _filters(step, here, offset, vocabulary, pair=unit == "paar")
        if wrong:
            return wrong
        offset += len(_written(step)) + 1
    assert slot is not None
    return End(slot, many, _judged(slot))


def _judged(slot: Slot) -> bool:
    return slot.block is Judgement or isinstance(slot.kind, (JudgedKind, VerdictKind))


def _start(unit: str, path: FactPath) -> str:
    if unit == "persoon" and path.steps[0].key in _OF_A_PERSON:
        return ""
    return _ROOTS.get(unit, "")


def _keys(above: str) -> tuple[str, ...]:
    found = (path.removeprefix(above) for path in contract_paths() if path.startswith(above))
    return tuple(key for key in found if "." not in key)


def _written(step: PathStep) -> str:
    filters = ", ".join(f"{key}={value}" for key, value in step.filters)
    return f"{step.key}[{filters}]" if filters else step.key


def _filters(step: PathStep, here: str, offset: int, vocabulary: Vocabulary, *, pair: bool) -> Stray | None:
    place = offset + len(step.key) + 1
    for key, value in step.filters:
        if here + key not in contract_paths():
            return Stray(key, _keys(here), place)
        ends = pair and key in ("van", "naar")
        known = ("persoon", "ander") if ends else words_of(contract_paths()[here + key].kind, vocabulary)
        if known is not None and value not in known:
            return Stray(value, tuple(known), place + len(key) + 1, word=True)
        place += len(key) + len(value) + 3
    return None


def words_of(kind: Kind, vocabulary: Vocabulary) -> tuple[str, ...] | None:
    """The words a slot can hold; ``None`` when it holds something else."""
    if isinstance(kind, TermsKind):
        return kind.words(vocabulary)
    if isinstance(kind, ChoiceKind):
        return tuple(kind.words)
    return ("true", "false") if isinstance(kind, (YesNoKind, JudgedKind)) else None


_HOLDS: dict[str, tuple[type[Kind], ...]] = {
    "ja_nee": (YesNoKind, JudgedKind, VerdictKind),
    "keuze": (TermsKind, ChoiceKind, VerdictKind),
    "bedrag": (MoneyKind,),
    "geheel": (WholeKind, NumberKind),
    "getal": (WholeKind, NumberKind),
    "datum": (DayKind, MonthKind),
    "duur": (WholeKind, NumberKind),
    "percentage": (NumberKind, WholeKind),
}


def holds(slot: Slot, sort: str) -> bool:
    """Whether a slot can hold a value of a fact's ``soort``."""
    return isinstance(slot.kind, _HOLDS.get(sort, ())) or (sort == "ja_nee" and _judged(slot))


def odd_choices(kind: Kind, choices: Iterable[str], vocabulary: Vocabulary) -> tuple[str, ...]:
    """The choices of a fact that never stand in the slot; ``geen`` is always a possible answer."""
    known = words_of(kind, vocabulary)
    return tuple(c for c in choices if known is not None and c not in (*known, "geen"))
