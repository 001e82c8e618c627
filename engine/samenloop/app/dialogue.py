# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""Asking for one value: small conversations that yield what to ask and get the reply back.

A conversation ends in edits of the file, or in a note that says why nothing can be written and where to do it by hand.
"""

from __future__ import annotations

from collections.abc import Generator, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

from samenloop.app.casefile import Add, Drop, Edit, Path, Put
from samenloop.app.replies import Ask, Choice, RefusedError, known, of_kind, one_of, some_of, words, yes_or_no
from samenloop.app.spots import Case, Listed, holds, meaning
from samenloop.domain import Block, Care, Household, Judgement, Person, Slot
from samenloop.domain.contract import slots
from samenloop.domain.identity import identifying
from samenloop.domain.kinds import ONBEKEND, OTHER, RefKind, is_id


@dataclass(frozen=True)
class Outcome:
    """What becomes of an answer. ``note`` says what could not be written, and where to do it by hand."""

    edits: tuple[Edit, ...] = ()
    note: str = ""


Conversation: TypeAlias = Generator[Ask, Any, Outcome]
YES_NO = "ja of nee"


class Dialogue:
    """The parts of every conversation about one case."""

    def __init__(self, case: Case) -> None:
        self.case = case
        self.made: set[str] = set()

    # ---- one value ----
    def ask(self, slot: Slot, text: str, role: str = "deel", *, besides: Sequence[Any] = ()) -> Ask:
        """Ask for the value of a key of the contract; of ids all but ``besides``."""
        kind = slot.kind
        if isinstance(kind, RefKind):
            choices = tuple(Choice(id_, id_) for id_ in self.case.ids(kind.target) if id_ not in besides)
            read = some_of(choices) if kind.many else one_of(choices)
            form = "één of meer, met een komma ertussen" if kind.many and len(choices) > 1 else ""
        else:
            read, choices, form = of_kind(kind, self.case.vocabulary)
        return Ask(text, read, choices, form, role, kind.unknown, slot.key)

    def yes(self, text: str, role: str = "vraag") -> Ask:
        """Ask yes or no."""
        return Ask(text, yes_or_no, form=YES_NO, role=role)

    def pick(self, text: str, choices: Sequence[Choice], role: str = "vraag", key: str = "") -> Ask:
        """Ask for one of a few."""
        return Ask(text, one_of(choices), tuple(choices), role=role, key=key)

    def described(self, value: Any) -> Generator[Ask, Any, dict[str, Any]]:
        """What is meant, when the word is ``anders``."""
        if value != OTHER and not (isinstance(value, list) and OTHER in value):
            return {}
        said = yield Ask("Wat is er bedoeld? Noem geen namen.", _some_words, form="een paar woorden", role="deel",
                         unknown=False, key="omschrijving")  # fmt: skip
        return {"omschrijving": said}

    def judgement(self, text: str) -> Generator[Ask, Any, Any]:
        """A judgement on an open norm: never calculated, always of a person."""
        form = "ja of nee: het oordeel van een professional, het programma rekent dit niet uit"
        found = yield Ask(text, yes_or_no, form=form)
        if not known(found):
            return found
        why = yield Ask("Waarop rust dit oordeel?", words, form="een paar woorden zonder namen; leeg is overslaan",
                        role="woord", key="waarom")  # fmt: skip
        made = {"oordeel": "ja" if found else "nee", "door": "professional"}
        return made | ({"waarom": why} if why and known(why) else {})

    def asked(self, slot: Slot, text: str, *, besides: Sequence[Any] = ()) -> Generator[Ask, Any, Any]:
        """The value of a key; what somebody has to judge is asked as a judgement."""
        if slot.block is Judgement:
            return (yield from self.judgement(text))
        return (yield self.ask(slot, text, besides=besides))

    # ---- lists ----
    def closing(self, spot: Listed, *, added: bool, sure: bool) -> list[Edit]:
        """Whether the list is known to the end from now on."""
        if not sure:
            opened = self.case.absent(spot.path) and added
            return [Add(("onvolledig",), spot.name)] if opened else []
        edits: list[Edit] = [Put(spot.path, [])] if self.case.absent(spot.path) and not added else []
        return [*edits, *(Drop(("onvolledig",), path) for path in self.case.openers(spot))]

    def missing_text(self, spot: Listed) -> str:
        """The question whether a list is complete."""
        return f"{self._about(spot)}: ontbreekt er nog iets?"

    def _about(self, spot: Listed) -> str:
        """A list in words: ``De lijst 'inkomen' van moeder (wat er binnenkomt)``."""
        block = Household if len(spot.path) == 1 else Care if spot.path[-2] == "zorg" else Person
        whose = f" van {self.case.shown(spot.path[:2]).rpartition('.')[2]}" if len(spot.path) > 1 else ""
        everybody = ", van iedereen" if len(spot.path) == 1 and not self.case.alone else ""
        return f"De lijst '{spot.key}'{whose} ({meaning(block, spot.key)}{everybody})"

    def entry(self, spot: Listed, fixed: dict[str, Any]) -> Generator[Ask, Any, dict[str, Any]]:
        """A new entry: what it must have, what decides which facts it counts for, and what those facts read."""
        known_slots = slots(spot.block)
        made = dict(fixed)
        for key, slot in known_slots.items():
            if key in made:
                continue
            if key == "id" and slot.required:
                made[key] = self._new_id(spot, made)
            elif slot.required or (key == "wie" and not self.case.alone) or self._decides(spot, key, made):
                text = f"Nieuw bij '{spot.key}': {meaning(spot.block, key)}?"
                ends = (made.get("van"),) if key == "naar" else ()
                made[key] = self._value((yield from self.asked(slot, text, besides=ends)))
                if known(made[key]):
                    made |= yield from self.described(made[key])
        for reader in self.case.readers.get(spot.key, ()):
            if len(reader.tail) != 1 or reader.tail[0] in made or not self._applies(spot, reader.filters, made):
                continue
            slot = known_slots[reader.tail[0]]
            if slot.block is None:
                made[slot.key] = self._value((yield self.ask(slot, _in_entry(reader.fact.vraag, spot.key))))
        made |= yield from self.needed(spot.block, made)
        return {key: made[key] for key in (*known_slots, *made) if key in made}

    def needed(self, block: type[Block], entry: dict[str, Any]) -> Generator[Ask, Any, dict[str, Any]]:
        """The keys without which a number of the entry says nothing."""
        made: dict[str, Any] = {}
        for key, others in block.needs.items():
            if entry.get(key) in (None, ONBEKEND):
                continue
            for other in others:
                if entry.get(other) is None and other not in made:
                    text = f"Het hoort bij '{key}': {meaning(block, other)}?"
                    made[other] = self._value((yield self.ask(slots(block)[other], text)))
        return made

    def rest(self, spot: Listed) -> Generator[Ask, Any, tuple[list[Edit], bool]]:
        """More entries, until the list is complete or nobody knows."""
        edits: list[Edit] = []
        while True:
            more = yield self.yes(self.missing_text(spot), "meer")
            if not known(more):
                return edits, False
            if not more:
                return edits, True
            if not self.can_add(spot):
                return edits, False
            edits.append(Add(spot.path, (yield from self.entry(spot, {}))))

    def can_add(self, spot: Listed) -> bool:
        """Whether there are people enough for an entry: a relation takes two."""
        about = [slot for slot in slots(spot.block).values() if slot.required and isinstance(slot.kind, RefKind)]
        return len(self.case.ids("personen")) >= len(about)

    def person(self, taken: Sequence[str]) -> Generator[Ask, Any, dict[str, Any]]:
        """Somebody new: an own id, and how old."""
        text = "Eigen aanduiding voor deze persoon, geen naam (zoals moeder of kind1)?"
        form = "een kleine letter, dan kleine letters, cijfers, - of _"
        id_ = yield Ask(text, _new_person(taken), form=form, role="deel", unknown=False, key="id")
        slot = slots(Person)["leeftijd"]
        age = yield self.ask(slot, f"Hoe oud is {id_}?")
        return {"id": id_, "leeftijd": self._value(age)}

    # ---- inside ----
    @staticmethod
    def _value(reply: Any) -> Any:
        return reply if known(reply) else ONBEKEND

    def _decides(self, spot: Listed, key: str, made: dict[str, Any]) -> bool:
        """Whether some fact of the rule base looks at this key to know whether the entry counts."""
        if spot.key == "regelingen" and key == "status":
            return True
        return any(
            key in dict(reader.filters)
            and self._applies(spot, tuple(x for x in reader.filters if x[0] != key and x[0] in made), made)
            for reader in self.case.readers.get(spot.key, ())
        )

    @staticmethod
    def _applies(spot: Listed, filters: Sequence[tuple[str, str]], made: dict[str, Any]) -> bool:
        return all(holds(spot.block, made, key, wanted) for key, wanted in filters)

    def _new_id(self, spot: Listed, made: dict[str, Any]) -> str:
        """An id that nobody has yet: from the kind where that is known, else from the list."""
        kind = made.get("soort")
        start = {"woningen": "woning", "schulden": "schuld"}.get(spot.key, "deel")
        if spot.key == "schulden" and isinstance(kind, str) and kind not in (ONBEKEND, OTHER):
            start = f"s_{kind}"[:36]
        taken = {*self.case.ids(spot.key), *self.made}
        names = (start if i == 1 and "_" in start else f"{start}{i}" for i in range(1, len(taken) + 2))
        found = next(name for name in names if name not in taken)
        self.made.add(found)
        return found


def _in_entry(question: str, key: str) -> str:
    return f"Nieuw bij '{key}': {question[:1].lower()}{question[1:]}"


def _some_words(said: str) -> Any:
    found = words(said)
    if found is None:
        raise RefusedError("verwacht een paar woorden.")
    return found


def _new_person(taken: Sequence[str]) -> Any:
    def read(said: str) -> str:
        low = said.lower()
        wrong = identifying(low)
        if wrong:
            raise RefusedError(wrong[1])
        if not is_id(low) or low == ONBEKEND:
            raise RefusedError(
                "verwacht een kleine letter en dan kleine letters, cijfers, - of _; hoogstens 40 tekens."
            )
        if low in taken:
            raise RefusedError("deze aanduiding is er al.")
        return low

    return read


def stale(case: Case) -> list[Edit]:
    """Lists about people that were complete: of somebody new they say nothing yet."""
    edits: list[Edit] = []
    for key, slot in slots(Household).items():
        if not slot.many or slot.block is None or key in ("personen", "geprobeerd", "delen"):
            continue
        about = any(
            isinstance(one.kind, RefKind) and one.kind.target == "personen" for one in slots(slot.block).values()
        )
        if about and not case.absent((key,)) and key not in case.household.onvolledig:
            edits.append(Add(("onvolledig",), key))
    return edits


def by_hand(case: Case, path: Path, why: str) -> Outcome:
    """Nothing is written: why, and where to do it."""
    return Outcome(note=f"{why} Vul het zelf in bij '{case.shown(path)}'.")
