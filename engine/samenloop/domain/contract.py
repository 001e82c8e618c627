# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""The contract of the household file as a table, read off the models: which keys there are and of what kind.

The checks over a whole file walk the raw data along this table, so that they also work where a part of the file is
wrong. Other modules use it to know whether a key path exists.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from samenloop.documents import Path
from samenloop.domain.blocks import Block, ByFactKind, ManyKind, OneKind, block_in
from samenloop.domain.household import Household
from samenloop.domain.kinds import Kind

SPECIAL_PATHS: tuple[str, ...] = (
    "personen.zwanger_tot",
    "personen.verblijfsrecht",
    "personen.arbeidsvermogen",
    "personen.zorg.behoeften",
    "personen.zorg.indicaties",
    "personen.zorg.ontvangt",
    "personen.huiselijk_geweld",
)
"""Keys about health, violence and residence: only to be given where a rule in force asks for them."""


@dataclass(frozen=True)
class Slot:
    """One key of the contract. ``block`` is what stands below it; ``many``: it holds a list of blocks."""

    key: str
    kind: Kind
    block: type[Block] | None
    many: bool
    required: bool


@dataclass(frozen=True)
class Node:
    """One block of a file as it was read: where it stands, which model it is, its keys and values."""

    path: Path
    model: type[Block]
    raw: Mapping[str, Any]


@cache
def slots(model: type[Block]) -> Mapping[str, Slot]:
    """The keys of one block."""
    out = {}
    for name, info in model.model_fields.items():
        kind = next(one for one in info.metadata if isinstance(one, Kind))
        out[info.alias or name] = Slot(
            info.alias or name,
            kind,
            block_in(info.annotation) if isinstance(kind, OneKind) else None,
            isinstance(kind, ManyKind),
            info.is_required(),
        )
    return out


@cache
def contract_paths() -> Mapping[str, Slot]:
    """Every key of the contract by its path without ids and positions: ``personen.inkomen.bedrag``."""
    out: dict[str, Slot] = {}

    def walk(model: type[Block], above: str) -> None:
        for slot in slots(model).values():
            out[above + slot.key] = slot
            if slot.block is not None:
                walk(slot.block, f"{above}{slot.key}.")

    walk(Household, "")
    return out


def below(slot: Slot, raw: Any, path: Path) -> Iterator[tuple[Path, Any]]:
    """The values under a key that have the form of a block, with their paths."""
    if slot.block is None:
        return
    if slot.many:
        found = enumerate(raw) if isinstance(raw, list) else iter(())
        yield from (((*path, i), one) for i, one in found if isinstance(one, dict))
    elif isinstance(slot.kind, ByFactKind):
        yield from (((*path, key), one) for key, one in as_keys(raw).items() if isinstance(one, dict))
    elif isinstance(raw, dict):
        yield path, raw


def nodes(raw: Any, model: type[Block] = Household, path: Path = ()) -> Iterator[Node]:
    """Every block of a file, outermost first, also when other parts of it are wrong."""
    if not isinstance(raw, dict):
        return
    yield Node(path, model, raw)
    for key, slot in slots(model).items():
        if slot.block is not None and key in raw:
            for where, one in below(slot, raw[key], (*path, key)):
                yield from nodes(one, slot.block, where)


def as_keys(raw: Any) -> Mapping[str, Any]:
    """The value when it has keys, else no keys."""
    return raw if isinstance(raw, dict) else {}


def special_paths(raw: Any) -> tuple[Path, ...]:
    """The places in a file where a special key has a value."""
    found: list[Path] = []
    for node in nodes(raw):
        above = "".join(f"{part}." for part in node.path if isinstance(part, str))
        found += [(*node.path, key) for key in node.raw if above + key in SPECIAL_PATHS]
    return tuple(found)


@dataclass(frozen=True)
class Found:
    """What a key path written in a file leads to. ``wrong``: the part that leads nowhere; ``known``: what can stand."""

    slot: Slot | None = None
    entry: bool = False
    """The path ends in one entry of a list, not in the list."""
    wrong: str = ""
    known: tuple[str, ...] = ()
    unsure: bool = False
    """It leads nowhere, but perhaps to an entry that has no readable id yet."""


def follow(path: str, raw: Any) -> Found:
    """Follow a key path (``personen.moeder.inkomen``): keys of the contract, ids or positions of entries of the file.

    A position (from 0) only stands where entries have no id.
    """
    model, here, slot, entry = Household, raw, None, False
    parts = path.split(".")
    known: Mapping[str, Slot] = slots(model)
    while parts:
        part = parts.pop(0)
        if slot is not None and slot.many and not entry:
            unsure = unread(slot, here) or nameless(slot, here) > 0
            here = _entry(here, part)
            if here is None:
                return Found(wrong=part, unsure=unsure)
            entry = True
        elif slot is not None and slot.block is None:
            return _inside(slot, here, ".".join([part, *parts]))
        elif slot is not None and isinstance(slot.kind, ByFactKind):
            return Found(slot, entry=True) if ".".join([part, *parts]) in as_keys(here) else Found(wrong=part)
        elif part not in known:
            return Found(wrong=part, known=tuple(known))
        else:
            slot, entry = known[part], False
            here = as_keys(here).get(part)
            known = slots(slot.block) if slot.block is not None else {}
    return Found(slot, entry)


def unread(slot: Slot, entries: Any) -> bool:
    """Whether a list is not there while it must be, or is no list."""
    return not isinstance(entries, list) and (slot.required or entries is not None)


def nameless(slot: Slot, entries: Any) -> int:
    """How many entries of a list must have an id and have none that can be read."""
    own = slots(slot.block).get("id") if slot.block is not None else None
    if own is None or not own.required or not isinstance(entries, list):
        return 0
    return sum(1 for one in entries if not isinstance(as_keys(one).get("id"), str))


def _entry(entries: Any, part: str) -> Any:
    """The entry with this id, or at this position among entries without id."""
    listed = entries if isinstance(entries, list) else []
    for i, one in enumerate(listed):
        own = as_keys(one).get("id")
        if own == part or (own is None and part == str(i)):
            return one
    return None


def _inside(slot: Slot, here: Any, rest: str) -> Found:
    """A key of a value that is no block of the contract: a detail of an event, a number by field."""
    if rest in as_keys(here) and not slot.kind.range_keys:
        return Found(slot, entry=True)
    return Found(wrong=rest)
