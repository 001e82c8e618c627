# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""From a question to the conversation that answers it, and to the place in the file where the answer goes.

The place of a fact follows from its path in the rule file (:mod:`samenloop.app.spots`); there is nothing here per fact
or per law. Besides facts the evaluation asks for links (where somebody stays), whole lists, and what runs.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from samenloop.app.casefile import Add, Edit, Path, Put
from samenloop.app.dialogue import Conversation, Outcome, by_hand, stale
from samenloop.app.listing import Listing
from samenloop.app.replies import Choice, choices_of, known
from samenloop.app.spots import Case, Leaf, Listed
from samenloop.domain import Home, Household, Judgement, Person, Registration, Stay
from samenloop.domain.blocks import JudgedKind
from samenloop.domain.contract import slots
from samenloop.domain.kinds import ONBEKEND, TermsKind, is_fact_id
from samenloop.evaluation import things
from samenloop.evaluation.questions import RUNS, Question
from samenloop.language.values import FactRef, Thing
from samenloop.rulebook import Fact

_LISTS = {
    "schulden": "schulden", "schulden_van": "schulden", "bezittingen": "vermogen", "bezittingen_van": "vermogen",
    "woningen": "woningen", "relaties": "relaties",
}  # fmt: skip
_HOMES = {"verblijfswoning": ("verblijf", Stay, "waar", "woning"), "brp_woning": ("brp", Registration, "inschrijving",
          "woonadres")}  # fmt: skip
_NEW, _NOWHERE = "-nieuw", "-nergens"


def ties(ref: FactRef) -> bool:
    """Whether a question is about who and what there is, and how it hangs together."""
    return ref.fact in (*_HOMES, *_LISTS, "personen", "huurder", "wie")


def conversation(case: Case, question: Question) -> Conversation:
    """The conversation about a question."""
    return _Placing(case).start(question)


class _Placing(Listing):
    def start(self, question: Question) -> Conversation:
        ref, text, book = question.ref, question.text, self.case.book
        if ref.fact in book.facts:
            return self._fact(book.facts[ref.fact], ref, text)
        if ref.fact.startswith(RUNS):
            return self._runs(ref, text)
        if ref.fact == "personen":
            return self._people(text)
        if ref.fact in _HOMES:
            return self._home(ref, text)
        if ref.fact == "huurder":
            return self._tenant(ref, text)
        if ref.fact == "wie":
            return self._owner(ref, text)
        if ref.fact in _LISTS:
            return self._list(_LISTS[ref.fact], ref, text)
        if ref.fact in book.symbols.open_terms:
            note = "Dit kiest de gemeente: het hoort in een overlay met lokale regels, niet in dit bestand."
            return _nothing(Outcome(note=note))
        return _nothing(Outcome(note="Dit is geen gegeven van een huishoudbestand; het is niet in te vullen."))

    # ---- facts ----
    def _fact(self, fact: Fact, ref: FactRef, text: str) -> Conversation:
        if fact.is_judgement:
            return self._standing(fact, ref, text)
        spot = self.case.spot(fact, ref)
        if isinstance(spot, Leaf):
            return self._leaf(spot, text, judged=bool(fact.open_norm))
        if isinstance(spot, Listed):
            if fact.open_norm and fact.samen == "enige" and not self.matching(spot):
                return self._standing(fact, ref, text)
            return self.listed(fact, spot, text)
        return _nothing(Outcome(note=f"Dit is niet met één antwoord te zeggen. Vul het zelf in bij '{fact.uit}'."))

    def _leaf(self, spot: Leaf, text: str, *, judged: bool) -> Conversation:
        kind = spot.slot.kind
        if spot.slot.block is Judgement and (judged or not isinstance(kind, JudgedKind)):
            value = yield from self.judgement(text)
        else:
            value = yield self.ask(spot.slot, text, "vraag")
        if not known(value):
            fresh = self.case.at(spot.path) is None and kind.unknown
            return Outcome((Put(spot.path, ONBEKEND),) if fresh else ())
        more = yield from self.described(value)
        beside = self.case.at(spot.path[:-1])
        entry = {**(beside if isinstance(beside, dict) else {}), spot.slot.key: value, **more}
        more |= yield from self.needed(spot.block, entry)
        return Outcome((Put(spot.path, value), *(Put((*spot.path[:-1], key), one) for key, one in more.items())))

    def _standing(self, fact: Fact, ref: FactRef, text: str) -> Conversation:
        """A judgement under the id of the fact."""
        key = self._judgement_key(fact, ref)
        if key is None:
            why = "Deze id past niet in een sleutel onder 'oordelen' (kleine letters, cijfers en _)."
            return by_hand(self.case, ("oordelen",), why)
        value = yield from self.judgement(text)
        if not known(value):
            if self.case.at(("oordelen", key)) is not None:
                return Outcome()
            value = {"oordeel": ONBEKEND, "door": "professional"}
        return Outcome((Put(("oordelen", key), value),))

    def _judgement_key(self, fact: Fact, ref: FactRef) -> str | None:
        key = f"{ref.id.replace('>', '.')}.{fact.feit}"
        if ref.unit == "huishouden":
            return fact.feit
        if is_fact_id(key):
            return key
        only = len(things.things_of(self.case.household, ref.unit)) == 1
        return fact.feit if only else None

    # ---- links ----
    def _home(self, ref: FactRef, text: str) -> Conversation:
        """Where somebody stays or is registered: a home of the file, another one, or none."""
        part, model, kind_key, usual = _HOMES[ref.fact]
        place = self.case.position(Thing(ref.unit, ref.id))
        if place is None:
            return Outcome(note="Deze persoon staat niet in het bestand.")
        path: Path = (*place[0], part)
        kind = slots(model)[kind_key].kind
        assert isinstance(kind, TermsKind)
        elsewhere = [c for c in choices_of(kind, self.case.vocabulary) if c.value not in (usual, "anders")]
        choices = [Choice(id_, id_) for id_ in self.case.ids("woningen")]
        choices += [Choice(_NEW, "een woning die nog niet in het bestand staat"), Choice(_NOWHERE, "geen woning")]
        found = yield self.pick(text, choices, key="woning")
        if not known(found):
            absent = self.case.at((*path, "woning")) is None
            return Outcome((Put((*path, "woning"), ONBEKEND),) if absent else ())
        if found == _NOWHERE:
            where = yield self.pick("Waar dan wel?", elsewhere, "deel", kind_key)
            return Outcome((Put((*path, kind_key), where),) if known(where) else ())
        edits: list[Edit] = []
        sort = next((home.get("soort") for home in self.case.entries(("woningen",)) if home.get("id") == found), None)
        if found == _NEW:
            spot = Listed(("woningen",), "woningen", Home)
            home = yield from self.entry(spot, {})
            edits = [Add(spot.path, home), *self.closing(spot, added=True, sure=False)]
            found, sort = home["id"], home["soort"]
        edits.append(Put((*path, "woning"), found))
        if self.case.at((*path, kind_key)) in (None, ONBEKEND):
            edits.append(Put((*path, kind_key), sort if any(sort == c.value for c in elsewhere) else usual))
        return Outcome(tuple(edits))

    def _tenant(self, ref: FactRef, text: str) -> Conversation:
        place = self.case.position(Thing(ref.unit, ref.id))
        if place is None:
            return Outcome(note="Deze woning staat niet in het bestand.")
        slot = slots(Home)["hoofdbewoner"]
        return (yield from self._leaf(Leaf((*place[0], slot.key), slot, Home), text, judged=False))

    def _owner(self, ref: FactRef, text: str) -> Conversation:
        place = self.case.position(Thing(ref.unit, ref.id))
        if place is None:
            return Outcome(note="Dit staat niet in het bestand.")
        path, model = place
        return (yield from self._leaf(Leaf((*path, "wie"), slots(model)["wie"], model), text, judged=False))

    # ---- lists ----
    def _people(self, text: str) -> Conversation:
        spot = Listed(("personen",), "personen", Person)
        edits: list[Edit] = []
        taken = list(self.case.ids("personen"))
        role = "vraag"
        while True:
            more = yield self.yes(text if role == "vraag" else "Hoort er nog iemand bij?", role)
            if not known(more) or not more:
                break
            found = yield from self.person(taken)
            taken.append(found["id"])
            edits.append(Add(spot.path, found))
            role = "meer"
        if edits:
            edits += stale(self.case)
        return Outcome((*edits, *self.closing(spot, added=True, sure=known(more))))

    def _list(self, key: str, ref: FactRef, text: str) -> Conversation:
        block = slots(Household)[key].block
        assert block is not None
        owner = ref.id if ref.unit == "persoon" else None
        spot = Listed((key,), key, block, owner=owner)
        return (yield from self.whole(spot, text, [], {} if owner is None else {"wie": owner}))

    # ---- what runs ----
    def _runs(self, ref: FactRef, text: str) -> Conversation:
        """Whether something is received: an entry of ``regelingen``."""
        entitlement = ref.fact.removeprefix(RUNS)
        block = slots(Household)["regelingen"].block
        assert block is not None
        owner = ref.id or (self.case.household.personen[0].id if self.case.alone else "")
        if not owner:
            return by_hand(self.case, ("regelingen",), "Het is niet duidelijk voor wie dit is.")
        spot = Listed(("regelingen",), "regelingen", block, (("regeling", entitlement),), ("status",), owner)
        slot = slots(block)["status"]
        running = ("loopt", "toegekend", "aangevraagd", "afgewezen", "beeindigd", "geschorst", "niet_aangevraagd")
        labels = self.case.vocabulary
        choices = [Choice(word, labels.label("besluit_statussen", word)) for word in running]
        ask = self.pick(text, choices, key="status")
        status = yield replace(ask, read=lambda said: "loopt" if said.lower() in ("ja", "j") else ask.read(said))
        found = self.matching(spot)
        if not known(status):
            status = ONBEKEND
            if found:
                return Outcome()
        if found:
            path: Path = (*spot.path, found[0])
            more: list[Edit] = []
            if self.case.owned(spot, self.case.entries(spot.path)[found[0]]) is None:
                more.append(Put((*path, "wie"), owner))
            return Outcome((Put((*path, slot.key), status), *more))
        entry: dict[str, Any] = {"regeling": entitlement, "wie": owner, "status": status}
        return Outcome((Add(spot.path, entry), *self.closing(spot, added=True, sure=False)))


def _nothing(outcome: Outcome) -> Conversation:
    """A conversation without a question."""
    yield from ()
    return outcome
