# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""The conversation about a fact that is read from the entries of a list (``inkomen[soort=loon, bruto=false].bedrag``).

First what entries that are there leave open. Then, where the list may have more, the fact itself: the answer becomes an
entry that satisfies the filters. A "no" or a zero can only be kept by a list that is complete, so then it is asked
whether it is.
"""

from __future__ import annotations

from collections.abc import Generator
from typing import Any

from samenloop.app.casefile import Add, Edit, Path, Put
from samenloop.app.dialogue import Conversation, Dialogue, Outcome, by_hand
from samenloop.app.replies import Ask, known
from samenloop.app.spots import Listed, filled, holds, leaf_of, meaning, nested
from samenloop.domain import Judgement
from samenloop.domain.contract import slots
from samenloop.domain.kinds import ONBEKEND, YesNoKind
from samenloop.rulebook import Fact

_NOTHING = (0, "0.0", "0.00")


class Listing(Dialogue):
    """See the module."""

    def listed(self, fact: Fact, spot: Listed, text: str) -> Conversation:
        """The conversation about one fact."""
        edits, asked = yield from self._completed(fact, spot, text)
        here = self.matching(spot)
        if fact.samen == "enige" and len(here) > 1:
            return by_hand(self.case, spot.path, "Er staan er meer dan één; maak duidelijk welke geldt.")
        if not here and self.case.as_a_whole(fact, spot):
            return (yield from self.whole(spot, text, edits))
        if not here:
            return (yield from self._fresh(fact, spot, text, edits))
        if not self.case.is_open(spot):
            return (
                Outcome(tuple(edits)) if asked else by_hand(self.case, spot.path, "Wat er staat geeft geen antwoord.")
            )
        more, sure = yield from self.rest(spot)
        edits += more
        edits += self.closing(spot, added=bool(more), sure=sure)
        return Outcome(tuple(edits), "" if edits else self.not_kept(spot))

    def whole(self, spot: Listed, text: str, edits: list[Edit], fixed: dict[str, Any] | None = None) -> Conversation:
        """A whole list: is there anything, and what more."""
        first = list(edits)
        if not self.case.entries(spot.path):
            some = yield self.yes(text)
            if not known(some):
                absent = self.case.at(spot.path) is None
                return Outcome((*edits, *((Put(spot.path, ONBEKEND),) if absent else ())))
            alone = len(spot.path) > 1 or spot.owner is None or self.case.alone
            if not some and alone:
                return Outcome((*edits, *self.closing(spot, added=False, sure=True)))
            if some and not self.can_add(spot):
                return by_hand(self.case, ("personen",), "Zet er eerst bij wie de ander is.")
            if some:
                edits.append(Add(spot.path, (yield from self.entry(spot, fixed or {}))))
        more, sure = yield from self.rest(spot)
        edits += more
        closing = self.closing(spot, added=len(edits) > len(first), sure=sure)
        return Outcome((*edits, *closing), "" if edits or closing else self.not_kept(spot))

    def matching(self, spot: Listed) -> list[int]:
        """The entries that count, or may count."""
        return [i for i, one in enumerate(self.case.entries(spot.path)) if self.case.counts(spot, one) is not False]

    def not_kept(self, spot: Listed) -> str:
        """Why an answer could not be kept."""
        return f"Niet opgeschreven: dat kan pas als de hele lijst '{self.case.shown(spot.path)}' bekend is."

    # ---- entries that are there ----
    def _completed(self, fact: Fact, spot: Listed, text: str) -> Generator[Ask, Any, tuple[list[Edit], bool]]:
        """What entries leave open that may count: the keys that decide, then the value itself."""
        edits: list[Edit] = []
        asked = False
        for i in self.matching(spot):
            entry = dict(self.case.entries(spot.path)[i])
            path: Path = (*spot.path, i)
            about = f"Vul aan bij {self._name(spot, i)}"
            if spot.owner is not None and self.case.owned(spot, entry) is None:
                asked = True
                who = yield self.ask(slots(spot.block)["wie"], f"{about}: {meaning(spot.block, 'wie')}?")
                edits += self._put(path, entry, "wie", who)
            for key, wanted in spot.filters:
                if holds(spot.block, entry, key, wanted) is None:
                    asked = True
                    reply = yield from self.asked(slots(spot.block)[key], f"{about}: {meaning(spot.block, key)}?")
                    edits += self._put(path, entry, key, reply)
                    more = yield from self.described(reply)
                    edits += [Put((*path, other), said) for other, said in more.items()]
            if self.case.counts(spot, entry) is not True or not spot.tail or spot.tail[0] in dict(spot.filters):
                continue
            if self._tail_of(entry, spot.tail) in (None, ONBEKEND):
                asked = True
                edits += yield from self._value_of(fact, spot, path, entry, f"{text} ({self._name(spot, i)})")
            for key, value in (yield from self.needed(spot.block, entry)).items():
                asked = True
                edits.append(Put((*path, key), value))
        return edits, asked

    def _value_of(self, fact: Fact, spot: Listed, path: Path, entry: dict[str, Any], text: str) -> Generator[
        Ask, Any, list[Edit]
    ]:  # fmt: skip
        slot = leaf_of(spot.block, spot.tail)
        assert slot is not None
        judged = slot.block is Judgement and fact.open_norm
        value = (yield from self.judgement(text)) if judged else (yield self.ask(slot, text, "vraag"))
        where: Path = (*path, *spot.tail)
        if not known(value):
            return [Put(where, ONBEKEND)] if self._tail_of(entry, spot.tail) is None else []
        entry |= nested(spot.tail, value)
        return [Put(where, value)]

    @staticmethod
    def _tail_of(entry: dict[str, Any], tail: tuple[str, ...]) -> Any:
        here: Any = entry
        for key in tail:
            here = here.get(key) if isinstance(here, dict) else None
        return here

    @staticmethod
    def _put(path: Path, entry: dict[str, Any], key: str, reply: Any) -> list[Edit]:
        if known(reply):
            entry[key] = reply
            return [Put((*path, key), reply)]
        return [] if key in entry else [Put((*path, key), ONBEKEND)]

    def _name(self, spot: Listed, position: int) -> str:
        sort = self.case.entries(spot.path)[position].get("soort", "")
        return f"{spot.key} {position + 1}" + (f", {str(sort).replace('_', ' ')}" if sort else "")

    # ---- an entry that is not there yet ----
    def _fresh(self, fact: Fact, spot: Listed, text: str, edits: list[Edit]) -> Conversation:
        """The fact itself, for a list in which nothing counts for it yet."""
        slot = leaf_of(spot.block, spot.tail) if spot.tail and spot.tail[0] not in dict(spot.filters) else None
        if fact.samen == "bestaat":
            slot = slot if slot is not None and isinstance(slot.kind, YesNoKind) else None
            value = yield self.yes(text)
        else:
            value = yield (self.yes(text) if slot is None else self.ask(slot, text, "vraag"))
        if not known(value):
            absent = self.case.at(spot.path) is None
            return Outcome((*edits, *((Put(spot.path, ONBEKEND),) if absent else ())))
        none = value is False or (fact.samen != "enige" and value in _NOTHING)
        open_ = self.case.is_open(spot)
        added = not none
        if added and not self.can_add(spot):
            return by_hand(self.case, ("personen",), "Zet er eerst bij wie de ander is.")
        if added:
            fixed = self._fixed(spot)
            if slot is not None:
                fixed |= nested(spot.tail, value)
            edits.append(Add(spot.path, (yield from self.entry(spot, fixed))))
        if not open_:
            return Outcome(tuple(edits)) if added else by_hand(self.case, spot.path, "Dit staat er al zo.")
        if fact.samen == "bestaat" and added:
            return Outcome((*edits, *self.closing(spot, added=True, sure=False)))
        if self._settles(fact, spot):
            return Outcome((*edits, *self.closing(spot, added=added, sure=True)))
        more, sure = yield from self.rest(spot)
        edits += more
        closing = self.closing(spot, added=bool(edits), sure=sure)
        note = self.not_kept(spot) if not sure and not added else ""
        return Outcome((*edits, *closing), note)

    def _fixed(self, spot: Listed) -> dict[str, Any]:
        """What the filters, and whose it is, already say of a new entry."""
        known_slots = slots(spot.block)
        made = {key: filled(known_slots[key], wanted) for key, wanted in spot.filters}
        if spot.ends is not None:
            made = {"van": spot.ends[0], "naar": spot.ends[1]} | made
        if spot.owner is not None:
            made["wie"] = spot.owner
        return made

    def _settles(self, fact: Fact, spot: Listed) -> bool:
        """Whether the answer leaves no other entry to ask for: the filters name all that tells entries apart."""
        required = {key for key, slot in slots(spot.block).items() if slot.required}
        return fact.samen == "enige" and self.case.absent(spot.path) and required <= {key for key, _ in spot.filters}
