# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""Which place of a household file a fact is read from, found by walking the path of its rule file along the contract.

Knows no fact and no law: a rule that reads another key needs nothing here.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from samenloop.app.casefile import Path
from samenloop.domain import Asset, Block, Debt, Home, Household, Income, Judgement, Loaded, Person, Relation, Slot
from samenloop.domain.contract import slots
from samenloop.domain.explanations import EXPLANATIONS
from samenloop.domain.kinds import ONBEKEND, YesNoKind
from samenloop.evaluation import things
from samenloop.language.values import FactRef, Thing
from samenloop.rulebook import Fact, PathStep, Rulebook

OWNED = ("vermogen", "schulden", "regelingen", "kosten")
"""Lists of the household whose entries belong to a person by ``wie``."""
_LISTED: Mapping[str, tuple[str, type[Block]]] = {
    "persoon": ("personen", Person),
    "woning": ("woningen", Home),
    "schuld": ("schulden", Debt),
    "bezit": ("vermogen", Asset),
}
_ENDS = ("persoon", "ander")
_FEW = 3


@dataclass(frozen=True)
class Leaf:
    """A value that has one place, in a block of this kind."""

    path: Path
    slot: Slot
    block: type[Block]


@dataclass(frozen=True)
class Listed:
    """A list of blocks, and which of its entries count: those that satisfy ``filters`` and belong to ``owner``.
    ``tail`` leads from an entry to the value; ``name`` is the list as ``onvolledig`` names it."""

    path: Path
    name: str
    block: type[Block]
    filters: tuple[tuple[str, str], ...] = ()
    tail: tuple[str, ...] = ()
    owner: str | None = None
    ends: tuple[str, str] | None = None

    @property
    def key(self) -> str:
        """The key of the list."""
        return str(self.path[-1])


@dataclass(frozen=True)
class Reader:
    """A fact that reads entries of a list, without saying of whom."""

    filters: tuple[tuple[str, str], ...]
    tail: tuple[str, ...]
    fact: Fact


class Case:
    """A household as it stands in a file, with the rules that are asked."""

    def __init__(self, loaded: Loaded, book: Rulebook) -> None:
        self.household, self.data, self.book = loaded.household, loaded.document.data, book
        self.vocabulary = book.vocabulary

    def at(self, path: Path) -> Any:
        """What stands at a place; ``None`` when nothing does."""
        here: Any = self.data
        for part in path:
            listed = isinstance(here, list) and isinstance(part, int) and part < len(here)
            if not listed and not (isinstance(here, dict) and part in here):
                return None
            here = here[part]
        return here

    def shown(self, path: Path) -> str:
        """A place as people look it up: with ids instead of positions."""
        parts: list[str] = []
        for i, part in enumerate(path):
            entry = self.at(path[: i + 1]) if isinstance(part, int) else None
            parts.append(str(entry.get("id", part)) if isinstance(entry, dict) else str(part))
        return ".".join(parts)

    def ids(self, key: str) -> tuple[str, ...]:
        """The ids of a list of the household."""
        return tuple(one["id"] for one in self.entries((key,)) if isinstance(one.get("id"), str))

    def entries(self, path: Path) -> list[dict[str, Any]]:
        """The entries of a list; none when it is absent or not known."""
        found = self.at(path)
        return found if isinstance(found, list) else []

    def absent(self, path: Path) -> bool:
        """Whether a list is not there, or not known at all."""
        return self.at(path) in (None, ONBEKEND)

    @property
    def alone(self) -> bool:
        """Whether there can be nobody else than one person."""
        return len(self.household.personen) == 1 and self.household.is_complete("personen")

    # ---- from fact to place ----
    def position(self, thing: Thing) -> tuple[Path, type[Block]] | None:
        """Where a thing stands; ``None`` when it has no place of its own."""
        if thing.unit == "huishouden":
            return (), Household
        if thing.unit not in _LISTED:
            return None
        key, model = _LISTED[thing.unit]
        found = things.things_of(self.household, thing.unit)
        return ((key, found.index(thing)), model) if thing in found else None

    def spot(self, fact: Fact, ref: FactRef) -> Leaf | Listed | None:
        """Where the answer to a fact of a thing goes."""
        steps = fact.uit.steps
        thing = Thing(ref.unit, ref.id)
        if ref.unit == "paar":
            one, other = things.ends(thing)
            return self._walk(("relaties",), Relation, steps[0], steps[1:], {"persoon": one, "ander": other})
        names = {"persoon": ref.id}
        if ref.unit == "persoon" and steps[0].key in OWNED:
            slot = slots(Household)[steps[0].key]
            assert slot.block is not None
            return self._walk((steps[0].key,), slot.block, steps[0], steps[1:], names, owner=ref.id)
        start = self.position(thing)
        if start is None:
            return None
        path, model = start
        for i, step in enumerate(steps):
            found = slots(model).get(step.key)
            if found is None:
                return None
            path = (*path, step.key)
            if found.many and found.block is not None:
                return self._walk(path, found.block, step, steps[i + 1 :], names)
            if found.block is None or i == len(steps) - 1:
                return Leaf(path, found, model) if i == len(steps) - 1 else None
            model = found.block
        return None

    def _walk(
        self, path: Path, block: type[Block], step: PathStep, rest: Sequence[PathStep], names: Mapping[str, str],
        owner: str | None = None,
    ) -> Listed | None:  # fmt: skip
        tail = tuple(one.key for one in rest)
        if any(one.filters for one in rest) or (tail and leaf_of(block, tail) is None):
            return None
        filters = tuple((key, self._word(wanted, names)) for key, wanted in step.filters)
        ends = (names["persoon"], names["ander"]) if "ander" in names else None
        return Listed(path, self.shown(path), block, filters, tail, owner, ends)

    def _word(self, wanted: str, names: Mapping[str, str]) -> str:
        return names.get(wanted, str(self.household.peildatum.year) if wanted == "peiljaar" else wanted)

    @cached_property
    def readers(self) -> Mapping[str, tuple[Reader, ...]]:
        """The facts of the rule base that read a list, by its key; the most precise first."""
        out: dict[str, list[Reader]] = defaultdict(list)
        for fact in self.book.facts.values():
            model = {"persoon": Person, "woning": Home, "schuld": Debt, "bezit": Asset}.get(fact.over, Household)
            for i, step in enumerate(fact.uit.steps):
                key = "relaties" if step.key == "relatie" else step.key
                shared = i == 0 and (fact.over == "paar" or key in OWNED)
                slot = slots(Household if shared else model).get(key)
                if slot is None or slot.block is None:
                    break
                if slot.many:
                    filters = tuple((k, self._word(w, {})) for k, w in step.filters if w not in _ENDS)
                    out[key].append(Reader(filters, tuple(x.key for x in fact.uit.steps[i + 1 :]), fact))
                    break
                model = slot.block
        return {key: tuple(sorted(found, key=lambda r: -len(r.filters))) for key, found in out.items()}

    # ---- entries ----
    def counts(self, spot: Listed, entry: Mapping[str, Any]) -> bool | None:
        """Whether an entry counts for a fact; ``None`` when a key that decides it is not known."""
        tests = [holds(spot.block, entry, key, wanted) for key, wanted in spot.filters]
        tests.append(self.owned(spot, entry))
        return False if False in tests else None if None in tests else True

    def owned(self, spot: Listed, entry: Mapping[str, Any]) -> bool | None:
        """Whether an entry belongs to whom the fact is about."""
        if spot.ends is not None:
            return {entry.get("van"), entry.get("naar")} == set(spot.ends)
        if spot.owner is None:
            return True
        who = entry.get("wie")
        if who in (None, ONBEKEND):
            return True if self.alone else None
        return spot.owner in (who if isinstance(who, list) else [who])

    def as_a_whole(self, fact: Fact, spot: Listed) -> bool:
        """Whether one question about the whole list goes first: to count its entries, or where many sums are read from
        it, or a fact asks for just that. A list that is known to the end needs no such question."""
        whole = self.book.list_facts.get((fact.over, spot.key)) == fact.feit
        sums = sum(reader.fact.samen == "som" for reader in self.readers.get(spot.key, ()))
        return self.is_open(spot) and (whole or fact.samen == "aantal" or (fact.samen == "som" and sums > _FEW))

    def subject(self, ref: FactRef) -> FactRef | str:
        """What a question is about: the list where the whole list is asked for, else the fact itself."""
        fact = self.book.facts.get(ref.fact)
        spot = self.spot(fact, ref) if fact is not None and not fact.is_judgement else None
        if fact is not None and isinstance(spot, Listed) and self.as_a_whole(fact, spot):
            return spot.name
        return ref

    def is_open(self, spot: Listed) -> bool:
        """Whether the list may have more entries than it shows."""
        return self.absent(spot.path) or bool(self.openers(spot))

    def openers(self, spot: Listed) -> tuple[str, ...]:
        """What stands in ``onvolledig`` about the list."""
        who = {spot.owner, *(spot.ends or ()), *spot.name.split(".")[1:-1]} - {None}
        found = []
        for path in self.household.onvolledig:
            parts = path.split(".")
            if parts[-1] == spot.key and (len(parts) == 1 or who & set(parts)):
                found.append(path)
        return tuple(found)


def holds(block: type[Block], entry: Mapping[str, Any], key: str, wanted: str) -> bool | None:
    """Whether an entry satisfies one filter; ``None`` when it does not say."""
    if block is Income and entry.get("soort") == "geen" and (key, wanted) != ("soort", "geen"):
        return False
    actual = entry.get(key)
    if isinstance(actual, dict):
        actual = actual.get("oordeel")
    if actual in (None, ONBEKEND):
        return None
    if isinstance(actual, bool):
        return wanted in (("true", "ja") if actual else ("false", "nee"))
    return wanted in actual if isinstance(actual, list) else str(actual) == wanted


def leaf_of(block: type[Block], tail: Sequence[str]) -> Slot | None:
    """The key at the end of a tail; ``None`` when another list stands between."""
    slot = None
    for key in tail:
        slot = slots(block).get(key)
        if slot is None or slot.many:
            return None
        block = slot.block or Block
    return slot


def filled(slot: Slot, wanted: str) -> Any:
    """The value that satisfies a filter, as the file writes it."""
    if slot.block is Judgement:
        return {"oordeel": wanted}
    if isinstance(slot.kind, YesNoKind):
        return wanted in ("true", "ja")
    return [wanted] if getattr(slot.kind, "many", False) and slot.key != "wie" else wanted


def meaning(block: type[Block], key: str) -> str:
    """What a key means, in a few words."""
    return EXPLANATIONS.get(block.__name__, {}).get(key, key.replace("_", " ")).partition(";")[0]


def nested(tail: Sequence[str], value: Any) -> dict[str, Any]:
    """A value under the keys that lead to it."""
    made = value
    for key in reversed(tail):
        made = {key: made}
    return dict(made)
