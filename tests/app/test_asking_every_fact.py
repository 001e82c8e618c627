# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""Every fact of the rule base that has a place in the file: answer it, read the file again, and it has that value.

Runs over the rule base as it is, so that a new fact with a new kind of path is tried without a new test.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from fractions import Fraction
from functools import cache
from typing import Any

import pytest

from samenloop.app.casefile import edited
from samenloop.app.dialogue import Outcome
from samenloop.app.placing import conversation
from samenloop.app.replies import Ask, RefusedError
from samenloop.app.spots import Case, Leaf, Listed, filled, leaf_of
from samenloop.domain import UNKNOWN, Loaded, load_household
from samenloop.domain.contract import slots
from samenloop.errors import InputError
from samenloop.evaluation.facts import Facts
from samenloop.evaluation.questions import Question
from samenloop.evaluation.variation import AS_IT_IS
from samenloop.language.values import FactRef, Thing, Value
from samenloop.rulebook import Fact
from support.cases import book

BARE = """\
schema: 1
huishouden: alles
peildatum: 2026-03-01
gemeente: onbekend
personen:
  - id: een
    aanvrager: true
  - {id: twee, inkomen: onbekend}   # over twee is niets bekend
woningen:
  - id: huis
    soort: onbekend
schulden:
  - {id: s_1, soort: onbekend}
vermogen:
  - {soort: onbekend}
"""
OPEN = (
    BARE.replace("  - {id: s_1, soort: onbekend}\n", "  - {id: s_1, soort: energie, wie: twee}\n").replace(
        "  - {soort: onbekend}\n", "  - {soort: bank, wie: twee, waarde: 10.00}\n"
    )
    + """\
relaties:
  - {soort: bekende, van: een, naar: twee}   # al jaren
regelingen:
  - {regeling: aow, wie: twee, status: loopt}
onvolledig: [relaties, schulden, vermogen, regelingen]
"""
)
THINGS = {
    "persoon": "een",
    "paar": "een>twee",
    "woning": "huis",
    "schuld": "s_1",
    "bezit": "bezit1",
    "huishouden": "huishouden",
}
CONTRADICTIONS = {"H045", "H046", "H047", "H048", "H049", "H053", "H058", "H059"}
"""What an answer can say against something else in the file: that is told, and nothing is written."""
LEAST_WRITTEN = 0.99
"""Share of the facts that can be written. What cannot is only a path through a list in a list."""


def facts() -> list[Fact]:
    return [fact for fact in book().facts.values() if fact.over in THINGS]


def loaded(text: str) -> Loaded:
    return load_household(text, "alles.yaml", book().vocabulary)


@cache
def case_of(text: str) -> Case:
    return Case(loaded(text), book())


def ref_of(fact: Fact) -> FactRef:
    return FactRef(fact.over, THINGS[fact.over], fact.feit)


def plausible(fact: Fact, case: Case) -> Iterator[Any]:
    """Answers as the file writes them."""
    if fact.soort == "ja_nee":
        yield from (True, False)
        return
    if fact.soort == "keuze":
        spot = case.spot(fact, ref_of(fact))
        assert isinstance(spot, (Leaf, Listed))
        slot = spot.slot if isinstance(spot, Leaf) else leaf_of(spot.block, spot.tail)
        words = None if slot is None else Dialogued.words(case, slot)
        yield from (word for word in fact.keuzes or () if word != "anders" and (words is None or word in words))
    elif fact.soort == "datum":
        yield "2025-05-01"
    elif fact.samen == "aantal":
        yield from (1, 0)
    elif fact.soort == "geheel":
        lowest = None if fact.bereik is None else fact.bereik.van
        yield max(7, int(lowest)) if isinstance(lowest, Fraction) else 7
    else:
        yield from ("123.45", 0) if fact.soort == "bedrag" else (7, 0)


class Dialogued:
    """Answers a conversation the way a patient person would who knows just this one thing."""

    def __init__(self, case: Case, fact: Fact, value: Any) -> None:
        self.fact, self.value, self.asked = fact, value, list[Ask]()
        spot = case.spot(fact, ref_of(fact)) if not fact.is_judgement else None
        self.filters = {}
        self.tail = ""
        if isinstance(spot, Listed):
            self.filters = {key: filled(slots(spot.block)[key], wanted) for key, wanted in spot.filters}
            self.tail = ".".join(spot.tail)

    @staticmethod
    def words(case: Case, slot: Any) -> set[Any]:
        from samenloop.app.dialogue import Dialogue

        return {choice.value for choice in Dialogue(case).ask(slot, "").choices}

    def reply(self, ask: Ask) -> Any:
        self.asked.append(ask)
        if ask.role == "woord":
            return None
        if ask.role == "meer":
            first = len(self.asked) == 1
            return first and self.value not in (0, False)
        if ask.role == "vraag":
            whole = ask.form == "ja of nee" and self.fact.soort != "ja_nee"
            return self.value not in (0, False) if whole else self.value
        if ask.key in self.filters:
            wanted = self.filters[ask.key]
            return wanted if self.value is not False else next(c.value for c in ask.choices if c.value != wanted)
        if ask.key == self.tail and not isinstance(self.value, bool):
            return self.value
        if ask.key == "per":
            return "jaar" if self.fact.eenheid == "eur/jaar" else "maand"
        if ask.key == "wie":
            return "twee" if self.value is False else "een"
        if ask.choices:
            return ask.parse("1")
        return UNKNOWN if ask.unknown else "x"


def outcome(case: Case, ref: FactRef, replies: Any) -> Outcome:
    fact = book().facts[ref.fact]
    talk = conversation(case, Question(ref, fact.vraag, fact.waarom, (), (), Fraction(0), (), bool(fact.open_norm)))
    try:
        ask = next(talk)
        while True:
            ask = talk.send(replies(ask))
    except StopIteration as end:
        assert isinstance(end.value, Outcome)
        return end.value


def read_back(text: str, fact: Fact) -> Value:
    house = loaded(text).household
    return Facts(house, book(), house.peildatum, AS_IT_IS).value(fact, Thing(fact.over, THINGS[fact.over]))


def same(value: Any, found: Value) -> bool:
    if isinstance(value, bool):
        return found.exact is value
    if isinstance(value, (int, str)) and isinstance(found.exact, Fraction):
        return found.exact == Fraction(str(value))
    return str(found.exact) == str(value)


@pytest.mark.parametrize("start", [BARE, OPEN], ids=["kaal", "met lijsten die open zijn"])
def test_what_is_answered_is_what_the_rules_read(start: str, capsys: pytest.CaptureFixture[str]) -> None:
    case = case_of(start)
    written, refused, wrong = [], [], []
    for fact in facts():
        ref = ref_of(fact)
        for value in plausible(fact, case):
            before = read_back(start, fact)
            if same(value, before):
                continue
            found = outcome(case, ref, Dialogued(case, fact, value).reply)
            if not found.edits:
                assert found.note, f"{fact.feit}: niets geschreven en niets gezegd"
                refused.append(fact)
                continue
            text = edited(start, found.edits)
            after = read_back(text, fact)
            (written if same(value, after) else wrong).append(f"{fact.feit} = {value}: {after}")
    with capsys.disabled():
        kinds = {line.partition(" =")[0] for line in written}
        print(f"\n{len(kinds)} van {len(facts())} feiten zijn in te vullen ({len(written)} antwoorden)")
    assert wrong == []
    assert all(case.spot(fact, ref_of(fact)) is None for fact in refused), [fact.feit for fact in refused]
    assert len(kinds) >= LEAST_WRITTEN * len(facts())


@pytest.mark.parametrize("start", [BARE, OPEN], ids=["kaal", "met lijsten die open zijn"])
def test_not_knowing_is_an_answer_to_everything(start: str) -> None:
    """The file stays readable, and nothing that was known is lost."""
    case = case_of(start)
    for fact in facts():
        found = outcome(case, ref_of(fact), lambda ask: None if ask.role == "woord" else UNKNOWN)
        text = edited(start, found.edits)
        loaded(text)
        assert not read_back(text, fact).is_known or read_back(start, fact).is_known, fact.feit


@pytest.mark.parametrize("start", [BARE, OPEN], ids=["kaal", "met lijsten die open zijn"])
def test_every_comment_and_line_stays(start: str) -> None:
    """Of what was there only the value that changes is gone."""
    case = case_of(start)
    for fact in facts():
        value = next(plausible(fact, case))
        found = outcome(case, ref_of(fact), Dialogued(case, fact, value).reply)
        text = edited(start, found.edits)
        rest = iter(text)
        lost = [c for c in start.replace("onbekend", "") if c not in rest]
        comments = [line.partition("#")[2] for line in start.splitlines() if "#" in line]
        assert all(f"#{comment}" in text for comment in comments), fact.feit
        assert len(lost) == 0 or "onvolledig" in start, fact.feit


@pytest.mark.parametrize("seed", range(30))
def test_whatever_is_answered_the_file_can_be_read(seed: int) -> None:
    """Many facts one after the other, with any answers that are taken: the strict reader takes the file, or says no."""
    any_ = random.Random(seed)
    text = any_.choice((BARE, OPEN))
    for fact in any_.sample(facts(), 15):
        case = Case(loaded(text), book())

        def reply(ask: Ask) -> Any:
            if ask.optional or (ask.unknown and any_.random() < 0.1):
                return None if ask.optional else UNKNOWN
            if ask.choices:
                return ask.parse(str(any_.randint(1, len(ask.choices))))
            yes_no = ask.form.startswith("ja of nee")
            said = any_.choice(
                ("ja", "nee", "nee") if yes_no else ("7", "2-4", "01-02-2020", "2020", "een paar woorden")
            )
            try:
                return ask.parse(said)
            except RefusedError:
                return reply(ask)

        found = outcome(case, ref_of(fact), reply)
        after = edited(text, found.edits)
        try:
            loaded(after)
        except InputError as wrong:
            assert {problem.code for problem in wrong.problems} <= CONTRADICTIONS
        else:
            text = after
