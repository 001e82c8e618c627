# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""As many messages as mistakes, each on its own line, whatever mistakes come together; and never a value."""

from __future__ import annotations

import json
import time
import traceback
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from samenloop.documents import Path as KeyPath
from samenloop.documents import read_document
from samenloop.domain import load_household
from samenloop.domain.blocks import JudgedKind
from samenloop.domain.contract import nodes, slots
from samenloop.domain.kinds import IdKind, PathKind, RefKind, TermsKind, TextKind, TextsKind, YesNoKind
from samenloop.domain.numbers import DayKind, ExactDayKind, MoneyKind, MonthKind, NumberKind, WholeKind
from samenloop.errors import InputError, Problem
from samenloop.vocabulary import Vocabulary

DATA = Path(__file__).parent / "data"
FILES = sorted(DATA.glob("*.yaml"))
RICH = [path for path in FILES if path.name[:6] in ("nl-001", "nl-041", "nl-028", "nl-021", "nl-063", "nl-036")]
Problems = Callable[[str], list[Problem]]


@cache
def data_of(path: Path) -> Any:
    document, wrong = read_document(path.read_text(encoding="utf-8"), path.name, "huishouden")
    assert not wrong
    return document.data


class Writer:
    """Writes data as YAML, one key or element a line, and knows on which line each key and each value begins."""

    def __init__(self, data: Any) -> None:
        self.lines: list[str] = []
        self.keys: dict[KeyPath, int] = {}
        self.values: dict[KeyPath, int] = {}
        self.values[()] = 1
        self._block(data, (), 0, "")
        self.text = "\n".join(self.lines) + "\n"

    def _block(self, value: Any, path: KeyPath, indent: int, lead: str) -> None:
        pairs = value.items() if isinstance(value, dict) else enumerate(value)
        for first, (key, one) in enumerate(pairs):
            start = lead if first == 0 and lead else " " * indent
            where = (*path, key)
            self.keys[where] = self.values[where] = len(self.lines) + 1
            name = f"{key}:" if isinstance(value, dict) else "-"
            if isinstance(one, (dict, list)) and one and not self._short(one):
                if isinstance(value, dict):
                    self.lines.append(f"{start}{name}")
                    self.values[where] += 1
                    self._block(one, where, indent + 2, "")
                else:
                    self._block(one, where, indent + 2, f"{start}- ")
            else:
                self.lines.append(f"{start}{name} {json.dumps(one, ensure_ascii=False)}")
                for inner in one if isinstance(one, dict) else ():
                    self.keys[(*where, inner)] = self.values[(*where, inner)] = len(self.lines)

    @staticmethod
    def _short(value: Any) -> bool:
        """Ranges stand on one line."""
        return isinstance(value, dict) and set(value) <= {"van", "tot"} and not value.keys() & {"soort"}


@dataclass(frozen=True)
class Mistake:
    """A change that makes the data wrong: the value at a path (or the key itself) becomes another."""

    block: KeyPath
    key: str
    code: str
    value: Any = None
    new_key: str = ""
    at: str = "value"

    def apply(self, data: Any) -> None:
        block = at(data, self.block)
        if self.at == "block":
            del block[self.key]
        elif self.new_key:
            renamed = [(self.new_key if key == self.key else key, value) for key, value in block.items()]
            if self.key not in block:
                renamed.append((self.new_key, self.value))
            block.clear()
            block.update(renamed)
        else:
            block[self.key] = self.value


def at(data: Any, path: KeyPath) -> Any:
    for part in path:
        data = data[part]
    return data


def possible(data: Any, number: int) -> Iterator[Mistake]:
    """Every single mistake that this test can make in a household."""
    for node in nodes(data):
        yield Mistake(node.path, "", "V002", value="iets", new_key="qqqq", at="key")
        for key, value in node.raw.items():
            slot = slots(node.model)[key]
            kind = slot.kind
            if slot.required and key not in ("id", "huishouden") and len(node.raw) > 1:
                yield Mistake(node.path, key, "V001", at="block")
            if key != "id":
                yield Mistake(node.path, key, "V002", new_key=key + "x", at="key")
            if isinstance(kind, TermsKind) and not kind.many:
                yield Mistake(node.path, key, "H027", value=f"vreemd{number}")
            elif isinstance(kind, ExactDayKind):
                yield Mistake(node.path, key, "H025", value="2018-04")
            elif isinstance(kind, (DayKind, MonthKind)):
                yield Mistake(node.path, key, "H024", value="2018-02-30")
                yield Mistake(node.path, key, "H023", value="morgen")
            elif isinstance(kind, NumberKind) and all(other in node.raw for other in node.model.needs.get(key, ())):
                yield Mistake(node.path, key, "H020", value=-1)
                if kind.span:
                    yield Mistake(node.path, key, "H022", value={"van": 50, "tot": 40})
                if isinstance(kind, MoneyKind):
                    yield Mistake(node.path, key, "H019", value="1.005")
                if isinstance(kind, WholeKind):
                    yield Mistake(node.path, key, "H016", value="1.5")
            elif isinstance(kind, YesNoKind):
                yield Mistake(node.path, key, "H014", value="ja")
            elif isinstance(kind, RefKind):
                codes = {"personen": "H041", "woningen": "H042", "schulden": "H043", "regelingen": "H044"}
                if kind.target in codes:
                    yield Mistake(node.path, key, codes[kind.target], value=f"nergens{number}")
            elif isinstance(kind, TextKind) and not isinstance(kind, TextsKind):
                yield Mistake(node.path, key, "H010", value=number)
                yield Mistake(node.path, key, "H072", value="mail iemand@voorbeeld.nl")
            elif isinstance(kind, IdKind) and key == "huishouden":
                yield Mistake(node.path, key, "H012", value="De Familie")
            elif isinstance(kind, PathKind) and isinstance(value, str):
                yield Mistake(node.path, key, "H054", value="personen.niemand.leeftijd")
            elif slot.block is not None and not isinstance(kind, YesNoKind) and key != "oordelen":
                yield Mistake(node.path, key, "H014" if isinstance(kind, JudgedKind) else "V003", value=7)


def independent(chosen: list[Mistake]) -> list[Mistake]:
    """At most one mistake in a block, and none inside what another mistake takes away."""
    kept: list[Mistake] = []
    for one in chosen:
        clash = any(
            one.block == other.block
            or (starts(one.block, (*other.block, other.key)) and other.at == "value")
            or (starts(other.block, (*one.block, one.key)) and one.at == "value")
            for other in kept
        )
        if not clash:
            kept.append(one)
    return kept


def starts(path: KeyPath, with_: KeyPath) -> bool:
    return path[: len(with_)] == with_


def points_elsewhere(one: Mistake) -> bool:
    """A mistake that takes ids or paths away, so that others no longer lead anywhere."""
    return one.block == () and one.key in ("personen", "woningen", "schulden", "regelingen")


@settings(max_examples=250, deadline=None)
@given(st.data())
def test_as_many_messages_as_mistakes(vocabulary: Vocabulary, data: st.DataObject) -> None:
    path = data.draw(st.sampled_from(RICH))
    household = json.loads(json.dumps(data_of(path)))
    for key in ("herkomst", "onvolledig"):  # their paths would point at what is made wrong
        household.pop(key, None)
    options = [one for one in possible(household, data.draw(st.integers(1, 9))) if not points_elsewhere(one)]
    chosen = data.draw(st.lists(st.integers(0, len(options) - 1), min_size=1, max_size=12, unique=True))
    mistakes = independent([options[i] for i in chosen])
    # deepest first, so that paths stay true while keys are renamed
    for one in sorted(mistakes, key=lambda one: -len(one.block)):
        one.apply(household)
    written = Writer(household)
    moved = {(*one.block, one.key): one.new_key for one in mistakes if one.new_key and one.key}

    def now(path: KeyPath) -> KeyPath:
        return tuple(moved.get(path[: i + 1], part) for i, part in enumerate(path))

    expected = []
    for one in mistakes:
        block = now(one.block)
        place = (*block, one.new_key or one.key)
        line = written.values[block] if one.at == "block" else getattr(written, f"{one.at}s")[place]
        expected.append((line, one.code))
    with pytest.raises(InputError) as caught:
        load_household(written.text, "proef.yaml", vocabulary)
    found = [(problem.line, problem.code) for problem in caught.value.problems]
    assert sorted(found) == sorted(expected), written.text


@pytest.mark.parametrize("path", RICH, ids=lambda path: path.stem)
def test_the_writer_writes_what_it_was_given(path: Path, vocabulary: Vocabulary) -> None:
    written = Writer(data_of(path))
    document, wrong = read_document(written.text, "proef.yaml", "huishouden")
    assert not wrong and document.data == data_of(path)
    assert {key: mark.line for key, mark in document.keys.items()}.items() <= written.keys.items()
    load_household(written.text, "proef.yaml", vocabulary)


SECRET = "Zqxvjk"


def told(text: str, vocabulary: Vocabulary) -> tuple[str, list[Problem]]:
    """Everything that comes out of reading a text: problems, warnings, the text of a traceback."""
    try:
        warnings = load_household(text, "proef.yaml", vocabulary).warnings
        return "".join(map(repr, warnings)), list(warnings)
    except InputError as error:
        assert error.__cause__ is None and error.__context__ is None
        return "".join(traceback.format_exception(error)) + repr(error.problems), list(error.problems)


def places(value: Any, path: KeyPath = ()) -> Iterator[KeyPath]:
    if isinstance(value, (dict, list)):
        for key, one in value.items() if isinstance(value, dict) else enumerate(value):
            yield (*path, key)
            yield from places(one, (*path, key))


@pytest.mark.parametrize("path", RICH, ids=lambda path: path.stem)
@pytest.mark.parametrize("secret", [SECRET, SECRET.lower(), f"de heer {SECRET} op 123456782", f"2018-{SECRET}"])
def test_a_value_is_never_told(path: Path, secret: str, vocabulary: Vocabulary) -> None:
    original = data_of(path)
    refused = 0
    for place in places(original):
        household = json.loads(json.dumps(original))
        at(household, place[:-1])[place[-1]] = secret
        text, problems = told(Writer(household).text, vocabulary)
        assert SECRET.lower() not in text.lower(), place
        refused += bool(problems)
    assert refused > 20


@pytest.mark.parametrize("path", RICH, ids=lambda path: path.stem)
@pytest.mark.parametrize("secret", [SECRET, SECRET.lower(), "123456782"])
def test_a_key_is_never_told(path: Path, secret: str, vocabulary: Vocabulary) -> None:
    original = data_of(path)
    for place in [(), *places(original)]:
        household = json.loads(json.dumps(original))
        block = at(household, place)
        if isinstance(block, dict):
            block[secret] = {secret: secret}
            text, problems = told(Writer(household).text, vocabulary)
            assert secret.lower() not in text.lower(), place
            assert problems


ANYTHING = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-10, 10**20)
    | st.text(max_size=20)
    | st.sampled_from(["onbekend", "anders"]),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["id", "soort", "van", "tot", "wie", "oordeel", "x"]) | st.text(), inner, max_size=3
        )
    ),
    max_leaves=8,
)


@settings(max_examples=300, deadline=None)
@given(data=st.data(), values=st.lists(ANYTHING, min_size=1, max_size=4))
def test_nothing_breaks_the_reader(vocabulary: Vocabulary, data: st.DataObject, values: list[Any]) -> None:
    """Whatever stands anywhere: a household or problems, never another error."""
    household = json.loads(json.dumps(data_of(data.draw(st.sampled_from(RICH)))))
    for value in values:
        place = data.draw(st.sampled_from(list(places(household))))
        at(household, place[:-1])[place[-1]] = value
    _, problems = told(json.dumps(household), vocabulary)
    assert all(problem.line >= 1 and problem.message for problem in problems)


@settings(max_examples=200, deadline=None)
@given(st.text())
def test_no_text_breaks_the_reader(vocabulary: Vocabulary, text: str) -> None:
    with pytest.raises(InputError):
        load_household(text, "proef.yaml", vocabulary)


@pytest.mark.parametrize(
    "piece", ["a", "1", "1234 AB ", "1234AB" + " " * 50, "@", "a@b", "06 ", "+3", "NL91 ", "A. ", "# "]
)
def test_a_long_text_takes_no_long_time(piece: str, problems: Problems) -> None:
    start = time.perf_counter()
    text = piece * (400_000 // len(piece))
    found = problems(
        f"schema: 1\nhuishouden: proef\npeildatum: 2018-04-01\npersonen: [{{id: a}}]\nx: '{text}'\n{text}: 1\n"
    )
    assert found and time.perf_counter() - start < 20


def test_a_lost_id_is_one_mistake(problems: Problems) -> None:
    """Whoever forgets or misspells an id once is told once, not at every place that names it."""
    head = "schema: 1\nhuishouden: proef\npeildatum: 2018-04-01\n"
    people = "personen:\n  - {%s}\n  - {id: b}\n"
    rest = "relaties: [{soort: gehuwd, van: %s, naar: b}, {soort: familie, van: b, naar: %s}"
    more = ", {soort: familie, van: b, naar: bb}]\nonvolledig: [personen.a.inkomen]\n"
    lost = problems(head + people % "leeftijd: 30" + rest % ("a", "a") + more)
    assert [(one.code, one.line) for one in lost] == [("V001", 5), ("H041", 7)]
    wrong = problems(head + people % "id: A B" + rest % ("A B", "A B") + "]\n")
    assert [(one.code, one.line) for one in wrong] == [("H012", 5)]
    homes = "personen: [{id: b, brp: {woning: huis}}]\n%sschulden: [{id: s, soort: huur, wie: c}]\n"
    unread = problems(head + homes % "woningen: geen\nonvolledig: [woningen.huis.kenmerk]\n")
    assert [(one.code, one.line) for one in unread] == [("V003", 5), ("H041", 7)]
    empty = problems(head + homes % "woningen:\n")
    assert [(one.code, one.line) for one in empty] == [("Y004", 5), ("H041", 6)]
    unknown = problems(head + homes % "woningen: onbekend\n")
    assert [(one.code, one.line) for one in unknown] == [("H042", 4), ("H041", 6)]
    nobody = problems(head + "schulden: [{id: s, soort: huur, wie: c}]\nonvolledig: [personen.c.inkomen]\n")
    assert [(one.code, one.line) for one in nobody] == [("V001", 1)]


def test_a_near_id_is_shown_by_its_line(problems: Problems) -> None:
    (one,) = problems(
        "schema: 1\nhuishouden: proef\npeildatum: 2018-04-01\npersonen:\n  - {id: moeder}\n"
        "schulden: [{id: s, soort: huur, wie: moedr}]\n"
    )
    assert one.hint == "Bedoelt u de id op regel 5?"


def test_what_stands_under_a_misspelled_key_is_read_too(problems: Problems) -> None:
    found = problems(
        "schema: 1\nhuishouden: proef\npeildatum: 2018-04-01\npersoonen:\n  - id: a\n    inkomens:\n"
        "      - {soort: loonn, bedrag: 12.50, prr: maand}\n"
    )
    assert [(one.code, one.line, one.hint) for one in found] == [
        ("V002", 4, "Bedoelt u 'personen'?"),
        ("V002", 6, "Bedoelt u 'inkomen'?"),
        ("H027", 7, "Bedoelt u 'loon'?"),
        ("V002", 7, "Bedoelt u 'per'?"),
    ]


def test_a_comma_in_an_amount_is_one_mistake(problems: Problems) -> None:
    (one,) = problems(
        "schema: 1\nhuishouden: proef\npeildatum: 2018-04-01\npersonen: [{id: a}]\n"
        "schulden: [{id: s, soort: huur, bedrag: 712,50}]\n"
    )
    assert (one.code, one.line) == ("V002", 5) and "komma" in one.hint


def test_every_part_of_a_value_has_its_own_message(problems: Problems) -> None:
    found = problems(
        "schema: 1\nhuishouden: proef\npeildatum: 2018-04-01\npersonen: [{id: a}]\n"
        "gebeurtenissen:\n  - soort: baan\n    details:\n      loon:\n"
        "        van: -1\n        tot: veel\n        tott: 1\n"
        "hulp:\n  per_domein:\n    zorg:\n      van: x\n      vann: 3\n    wonen: -1\n"
    )
    assert [(one.code, one.line, one.hint) for one in found] == [
        ("H020", 9, ""),
        ("H018", 10, ""),
        ("V002", 11, "Bedoelt u 'tot'?"),
        ("H016", 15, ""),
        ("V002", 16, "Bedoelt u 'van'?"),
        ("H020", 17, ""),
    ]


def test_an_unknown_key_without_a_value_is_one_mistake(problems: Problems) -> None:
    (one,) = problems("schema: 1\nhuishouden: proef\npeildatum: 2018-04-01\npersonen: [{id: a}]\nsommen:\n")
    assert (one.code, one.line) == ("V002", 5)


def test_hostile_texts_are_refused_not_run(problems: Problems, vocabulary: Vocabulary) -> None:
    rest = "\nhuishouden: proef\npeildatum: 2018-04-01\npersonen: [{id: a}]\n"
    assert [one.code for one in problems("schema: " + "9" * 5000 + rest)] == ["H029"]
    assert problems("a: " * 3)[0].code == "Y001"
    assert problems("a: &x [1]\nb: *x\n")[0].code == "Y003"
    assert problems("[" * 5000 + "]" * 5000)
    assert problems("a: !!python/object/apply:os.system [ls]\n")
    assert problems("\x00")
