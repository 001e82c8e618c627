# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""The strict reader: what it refuses, where it points, and that no text whatever makes it fail in another way."""

from __future__ import annotations

import re
import time
from pathlib import Path
from typing import Annotated, Any, Literal

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st
from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints, ValidationError
from pydantic_core import PydanticCustomError

from samenloop import documents
from samenloop.documents import Document, Mark, Style, model_keys, read_document, validation_problems
from samenloop.errors import Problem


def read(text: str, style: Style = "regels") -> tuple[Any, list[Problem]]:
    document, problems = read_document(text, "f.yaml", style)
    return document.data, problems


def told(text: str, style: Style = "regels") -> list[tuple[str, int, int]]:
    return [(problem.code, problem.line, problem.col) for problem in read(text, style)[1]]


DEEP = "\n".join("  " * i + "a:" for i in range(60))

# (code, text, line, column)
REFUSED: list[tuple[str, str, int, int]] = [
    ("Y001", "a: [1\n", 2, 1),
    ("Y001", "a: b: c\n", 1, 5),
    ("Y001", "a: 'geen einde\n", 2, 1),
    ("Y001", "a: 1\n b: 2\n", 2, 3),
    ("Y001", "a: @b\n", 1, 4),
    ("Y001", "%YAML 9.9\n---\na: 1\n", 1, 1),
    ("Y002", "a: 1\nb: 2\na: 3\n", 3, 1),
    ("Y002", "a: {b: 1, b: 2}\n", 1, 11),
    ("Y002", "a: 1\n'a': 3\n", 2, 1),
    ("Y002", "- {x: 1,\n   x: 2}\n", 2, 4),
    ("Y003", "a: &b 1\n", 1, 4),
    ("Y003", "a: *b\n", 1, 4),
    ("Y003", "a:\n  <<: {b: 1}\n", 2, 3),
    ("Y004", "a: yes\n", 1, 4),
    ("Y004", "a: No\n", 1, 4),
    ("Y004", "a: ON\n", 1, 4),
    ("Y004", "a: off\n", 1, 4),
    ("Y004", "a: y\n", 1, 4),
    ("Y004", "a: true\n", 1, 4),
    ("Y004", "a: False\n", 1, 4),
    ("Y004", "a: null\n", 1, 4),
    ("Y004", "a: ~\n", 1, 4),
    ("Y004", "a:\n", 1, 3),
    ("Y004", "a:\nb: 1\n", 1, 3),
    ("Y004", "- \n- b\n", 1, 2),
    ("Y005", "a: !ding 1\n", 1, 4),
    ("Y005", "a: !!str 1\n", 1, 4),
    ("Y005", "a: !!python/object/apply:os.system [ls]\n", 1, 4),
    ("Y005", "!x a: 1\n", 1, 1),
    ("Y006", "? [a]\n: 1\n", 1, 3),
    ("Y006", "{[a]: 1}\n", 1, 2),
    ("Y007", "a: 1\n\tb: 2\n", 2, 1),
    ("Y007", "a:\tb\n", 1, 3),
    ("Y007", "a: 'b\tc'\n", 1, 6),
    ("Y007", "a: |\n  b\tc\n", 2, 4),
    ("Y008", "a: >\n  b\n", 1, 4),
    ("Y008", "a: >-\n  b\n", 1, 4),
    ("Y009", DEEP, 42, 83),
    ("Y009", "[" * 500, 1, 42),
    ("Y009", "- " * 500, 1, 83),
    ("Y010", "a: 1\n---\nb: 2\n", 3, 1),
    ("Y011", "a: b\x00c\n", 1, 5),
    ("Y011", "a: 1\nb: \x07\n", 2, 4),
    ("Y011", "a: 1\r\nb: \x1b[0m\r\n", 2, 4),
    ("Y011", "a: \ud800\n", 1, 4),
    ("Y011", "a: \ufffe\n", 1, 4),
    ("Y012", "a: {tekst: een, twee}\n", 1, 17),
    ("Y012", "a: {tekst: f(x, y) + 1, wat: 2}\n", 1, 17),
]


@pytest.mark.parametrize(("code", "text", "line", "column"), REFUSED, ids=lambda x: repr(x)[:30])
def test_what_is_refused_and_where(code: str, text: str, line: int, column: int) -> None:
    assert told(text) == [(code, line, column)]
    assert read(text)[1][0].message.endswith(".")
    assert read(text)[1][0].file == "f.yaml"


def test_every_code_in_the_source_is_shown_here() -> None:
    source = Path(documents.__file__).read_text(encoding="utf-8")
    used = set(re.findall(r'"([A-Z][0-9]{3})"', source))
    assert used == {code for code, *_ in REFUSED} | {"V001", "V002", "V003"}
    assert {code for code in used if code[0] == "Y"} == {f"Y{i:03}" for i in range(1, 13)}


@pytest.mark.parametrize("style", ["regels", "huishouden"])
def test_values_are_never_guessed(style: Style) -> None:
    text = """
heel: 12
min: -3
tien: 10
miljoen: 1000000
nul: 0
komma: 12.50
wetenschap: 1e3
octaal: 012
hex: 0x1F
lang: 1234567890123456789
dag: 2026-01-01
tijd: 12:30
ja: ja
nee: nee
weet_niet: onbekend
tekst: "12"
leeg: ''
woord: 'yes'
onderstreept: 1_000
plus: +4
"""
    data, problems = read(text, style)
    assert problems == []
    assert data == {
        "heel": 12, "min": -3, "tien": 10, "miljoen": 1000000, "nul": 0, "komma": "12.50", "wetenschap": "1e3",
        "octaal": "012", "hex": "0x1F", "lang": "1234567890123456789", "dag": "2026-01-01", "tijd": "12:30",
        "ja": "ja", "nee": "nee", "weet_niet": "onbekend", "tekst": "12", "leeg": "", "woord": "yes",
        "onderstreept": "1_000", "plus": "+4",
    }  # fmt: skip
    assert type(data["heel"]) is int


def test_a_household_has_true_and_false_and_a_rule_file_has_ja_and_nee() -> None:
    assert read("a: true\nb: false\n", "huishouden") == ({"a": True, "b": False}, [])
    assert told("a: True\n", "huishouden") == [("Y004", 1, 4)]
    assert "true of false" in read("a: yes\n", "huishouden")[1][0].message
    assert "ja of nee" in read("a: yes\n")[1][0].message
    assert "hier staat niets" in read("a:\n")[1][0].message


def test_keys_stay_text() -> None:
    assert read("on: 1\n12: 2\ntrue: 3\n2026-01-01: 4\n'': 5\n")[0] == {
        "on": 1, "12": 2, "true": 3, "2026-01-01": 4, "": 5,
    }  # fmt: skip


def test_all_problems_are_told_in_one_reading() -> None:
    text = "a: yes\nb: 1\nb: 2\nc: >\n  x\nd: [1, ~]\n"
    assert told(text) == [("Y004", 1, 4), ("Y002", 3, 1), ("Y008", 4, 4), ("Y004", 6, 8)]
    assert [problem.path for problem in read(text)[1]] == ["a", "b", "c", "d.1"]
    assert told("a: &x 1\nb: *x\nc: !y 2\n") == [("Y003", 1, 4), ("Y003", 2, 4), ("Y005", 3, 4)]
    assert told("a:\t1\nb:\t2\n\x00") == [("Y007", 1, 3), ("Y007", 2, 3), ("Y011", 3, 1)]


def test_the_first_of_two_equal_keys_counts_and_a_refused_value_is_empty() -> None:
    assert read("a: 1\na: 2\nb: yes\n")[0] == {"a": 1, "b": None}


@pytest.mark.parametrize("text", ["", "\n", "# alleen uitleg\n", "---\n# niets\n", "\ufeff"])
def test_a_file_with_nothing_in_it_is_empty_and_no_mistake_of_yaml(text: str) -> None:
    data, problems = read(text)
    assert data is None
    assert {problem.code for problem in problems} <= {"Y004"}


def test_a_comma_that_breaks_a_text_is_only_told_where_texts_are_written_without_quotes() -> None:
    assert told("a: {tekst: een, twee: }\n") == [("Y004", 1, 23)]
    assert told("a: {tekst: een, twee}\n", "huishouden") == [("Y004", 1, 21)]
    assert told("a: [een, twee]\n") == []
    assert told("a: {tekst: een, b, wat: yes}\n") == [("Y012", 1, 17), ("Y004", 1, 25)]


def test_what_is_never_allowed_is_found_in_what_is_passed_over_too() -> None:
    for text in ("a: 1\na: &b 2\n", "a: 1\n<<: *b\n", "? [a, !x b]\n: 1\n", "a: 1\na: " + "[" * 60 + "]" * 60):
        assert {code for code, _, _ in told(text)} <= {"Y003", "Y005", "Y009"}


def test_one_document_may_begin_and_end_with_marks() -> None:
    assert read("---\na: 1\n...\n") == ({"a": 1}, [])


def test_no_value_of_the_file_stands_in_a_message() -> None:
    secret = "GEHEIM"
    for _, text, _, _ in REFUSED:
        for problem in read(text.replace("b", secret))[1]:
            assert secret not in problem.message + problem.hint


@pytest.mark.parametrize("text", ["a: 1\r\nb: on\r\n", "a: 1\rb: on\r", "\ufeffa: 1\nb: on\n", "# é 😀\nb: on\n"])
def test_line_ends_and_marks_of_other_systems(text: str) -> None:
    assert told(text) == [("Y004", 2, 4)]


def test_a_byte_order_mark_moves_nothing() -> None:
    assert told("\ufeffa: on\n") == [("Y004", 1, 4)]


def test_columns_count_characters() -> None:
    assert told("a: {'é😀': 1, b: on}\n") == [("Y004", 1, 17)]


# ---- places


def place(text: str, path: tuple[str | int, ...], offset: int) -> tuple[int, int]:
    document, problems = read_document(text, "f.yaml", "regels")
    assert problems == []
    mark = document.inside(path, str(document.at(path)), offset)
    return mark.line, mark.col


def test_marks_of_keys_and_values() -> None:
    document, _ = read_document("a:\n  - b: 1\n    c:\n      - x\n", "f.yaml", "regels")
    assert document.mark(()) == Mark(1, 1)
    assert document.mark(("a",), key=True) == Mark(1, 1)
    assert document.mark(("a",)) == Mark(2, 3)
    assert document.mark(("a", 0, "b")) == Mark(2, 8)
    assert document.mark(("a", 0, "c"), key=True) == Mark(3, 5)
    assert document.mark(("a", 0, "c", 0)) == Mark(4, 9)
    assert document.mark(("a", 0, "weg")) == document.mark(("a", 0)) == Mark(2, 5)
    assert document.mark(("a", 0, "weg", "verder"), key=True) == Mark(2, 5)
    assert document.mark(("elders",)) == Mark(1, 1)
    assert document.at(("a", 0, "c", 0)) == "x"
    problem = document.problem("R001", ("a", 0, "b"), "fout.", "Zo.", key=True)
    assert problem == Problem("f.yaml", 2, 5, "R001", "fout.", "Zo.", "a.0.b")
    assert Document("f", None, {}, {}, {}).mark(("a",)) == Mark(1, 1)


@pytest.mark.parametrize(
    ("text", "offset", "expected"),
    [
        ("a: een twee\n", 4, (1, 8)),
        ("a:   een twee\n", 4, (1, 10)),
        ("a: een twee\n", 8, (1, 12)),  # just past the end
        ("a: een\n   twee\n", 4, (2, 4)),
        ("a: een\n   twee\n", 3, (1, 7)),
        ("a: een\n\n   twee\n", 4, (3, 4)),
        ("a: 'een twee'\n", 4, (1, 9)),
        ("a: 'x = ''y'' of z'\n", 4, (1, 9)),
        ("a: 'x = ''y'' of z'\n", 5, (1, 11)),
        ("a: 'x = ''y'' of z'\n", 8, (1, 15)),
        ("a: 'een\n    twee drie'\n", 4, (2, 5)),
        ("a: 'een\n    twee drie'\n", 9, (2, 10)),
        ('a: "een twee"\n', 4, (1, 9)),
        ('a: "e\\"n twee"\n', 4, (1, 10)),
        ('a: "e\\x20n \\u00e9 \\U0001F600 twee"\n', 8, (1, 30)),
        ('a: "een \\\n   twee"\n', 4, (2, 4)),
        ('a: "een\\n twee"\n', 5, (1, 11)),
        ("a: |\n  een\n  twee\n", 0, (2, 3)),
        ("a: |\n  een\n  twee\n", 4, (3, 3)),
        ("a: |\n  een\n  twee\n", 6, (3, 5)),
        ("a: |-\n  een\n    twee\n", 6, (3, 5)),
        ("a: |  # uitleg\n  een\n\n  twee\n", 5, (4, 3)),
        ("a: |\n\n    een\n    twee\n", 1, (3, 5)),
        ("a: |\n\n    een\n    twee\n", 5, (4, 5)),
        ("a: |2\n    een\n  twee\n", 0, (2, 3)),
        ("a: |2\n    een\n  twee\n", 7, (3, 4)),
        ("a: |\r\n  een\r\n  twee\r\n", 4, (3, 3)),
        ("a: 'een\r\n   twee'\r\n", 4, (2, 4)),
        ("\ufeffa: een twee\n", 4, (1, 8)),
        ("a: 12\n", 1, (1, 5)),
    ],
)
def test_the_place_of_a_character_of_a_text(text: str, offset: int, expected: tuple[int, int]) -> None:
    assert place(text, ("a",), offset) == expected


words = st.text(alphabet="ab'\" \n#:é", min_size=1, max_size=30).filter(lambda x: "a" in x)


@settings(max_examples=300, deadline=None)
@given(words, st.sampled_from(["'", '"', "|", None]), st.integers(8, 40), st.booleans())
@example("a''b 'a", "'", 10, True)
def test_every_letter_is_found_where_it_stands(value: str, style: str | None, width: int, windows: bool) -> None:
    """Whatever the style, the width of the lines and the line ends: the place holds that very letter."""
    text = yaml.dump({"k": [{"sleutel": value}]}, default_style=style, width=width, allow_unicode=True)  # type: ignore[call-overload]
    text = text.replace("\n", "\r\n") if windows else text
    document, problems = read_document(text, "f.yaml", "regels")
    assert problems in ([], problems if ">" in text else [])
    path = ("k", 0, "sleutel")
    if document.data is None or document.at(path) != value:
        return
    lines = text.split("\r\n" if windows else "\n")
    for offset, letter in enumerate(value):
        if letter in "ab:#":
            mark = document.inside(path, value, offset)
            assert lines[mark.line - 1][mark.col - 1] == letter


def test_a_document_without_its_source_still_has_a_place() -> None:
    document = Document("f", {"a": "een twee"}, {("a",): Mark(3, 4)}, {}, {("a",): "plain"})
    assert document.inside(("a",), "een twee", 4) == Mark(3, 8)


# ---- anything at all


@settings(max_examples=400, deadline=None)
@given(
    st.one_of(st.text(max_size=60), st.text(alphabet=" ab:-[]{},'\"|>#&*!?%@\n\r\t\x00\ufeff\u2028\\1.~<", max_size=60))
)
@pytest.mark.parametrize("loader", [yaml.SafeLoader, documents._Loader])
def test_no_text_makes_the_reader_fail(loader: Any, text: str) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(documents, "_Loader", loader)
        document, problems = read_document(text, "f.yaml", "regels")
    lines = len(re.split(r"\r\n|[\r\n\x85\u2028\u2029]", text)) + 1
    assert all(1 <= problem.line <= lines and problem.col >= 1 for problem in problems)
    assert document.data is not None or problems or not any(c.isalnum() for c in re.sub(r"(?m)(^|\s)[#%].*$", "", text))


@pytest.mark.parametrize(
    "text",
    ["[" * 300_000, "{a: " * 100_000, "- " * 300_000, "? " * 300_000, "a: " * 100_000, "&a " * 20_000, "'" * 99_999,
     "!" * 100_000, "\\" * 100_000, "---\n" * 20_000, "\x00" * 100_000, "a" * 1_000_000],
    ids=lambda text: repr(text[:4]),
)  # fmt: skip
def test_hostile_files_are_read_in_a_moment(text: str) -> None:
    """Nesting this deep makes a YAML reader in C crash the whole process."""
    start = time.monotonic()
    read(text)
    assert time.monotonic() - start < 20


def test_a_megabyte_is_read_in_reasonable_time() -> None:
    entry = "  - id: p{}\n    soort: 'een tekst van enige lengte'\n    bedrag: {}.50\n    lijst: [a, b, {{x: 1}}]\n"
    text = "personen:\n" + "".join(entry.format(i, i) for i in range(10_500))
    assert len(text) > 1_000_000
    start = time.monotonic()
    data, problems = read(text)
    assert time.monotonic() - start < 60
    assert problems == []
    assert data["personen"][10_499] == {
        "id": "p10499", "soort": "een tekst van enige lengte", "bedrag": "10499.50", "lijst": ["a", "b", {"x": 1}],
    }  # fmt: skip


def test_forty_levels_are_allowed() -> None:
    text = "[" * 40 + "1" + "]" * 40
    data, problems = read(text)
    assert problems == []
    for _ in range(40):
        (data,) = data
    assert data == 1


# ---- what a model says about it


def _upper(value: str) -> str:
    if value != value.upper():
        at = next(i for i, letter in enumerate(value) if letter != letter.upper())
        raise PydanticCustomError("R900", "alleen hoofdletters.", {"offset": at, "hint": "Hoofdletter?"})
    return value


class Part(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)
    soort: Literal["een", "twee"] = "een"
    tekst: Annotated[str, AfterValidator(_upper)] = "X"
    aantal: Annotated[int, Field(ge=0)] = 0
    vlag: bool = False


class Whole(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)
    naam: Annotated[str, StringConstraints(min_length=1)]
    code: Annotated[str, StringConstraints(pattern="^[a-z]+$")] = "a"
    delen: Annotated[list[Part], Field(min_length=1)] = [Part()]
    tabel: dict[str, int] = {}


def judged(text: str) -> list[Problem]:
    document, problems = read_document(text, "f.yaml", "huishouden")
    assert problems == []
    with pytest.raises(ValidationError) as caught:
        Whole.model_validate(document.data)
    return validation_problems(caught.value, document, model_keys(Whole))


@pytest.mark.parametrize(
    ("text", "rendered"),
    [
        ("code: b\n", "f.yaml:1:1: V001 [] de sleutel 'naam' ontbreekt."),
        (
            "naam: x\ndelen:\n  - {}\n  - soorten: een\n",
            "4:5: V002 [delen.1.soorten] deze sleutel bestaat hier niet. Bedoelt u 'soort'?",
        ),
        ("naam: x\nnam: z\n", "2:1: V002 [nam] deze sleutel bestaat hier niet. Bedoelt u 'naam'?"),
        ("naam: x\nheel_iets_anders: z\n", "2:1: V002 [heel_iets_anders] deze sleutel bestaat hier niet."),
        ("naam: 12\n", "1:7: V003 [naam] verwacht een tekst."),
        ("naam: ''\n", "1:7: V003 [naam] deze tekst mag niet leeg zijn."),
        (
            "naam: x\ncode: A1\n",
            "2:7: V003 [code] deze code heeft niet de juiste vorm (kleine letters, cijfers, punt of _).",
        ),
        ("naam: x\ndelen: []\n", "2:8: V003 [delen] deze lijst mag niet leeg zijn."),
        ("naam: x\ndelen: 3\n", "2:8: V003 [delen] verwacht een lijst."),
        ("naam: x\ndelen: [3]\n", "2:9: V003 [delen.0] verwacht een blok met sleutels."),
        ("naam: x\ntabel: [3]\n", "2:8: V003 [tabel] verwacht een blok met sleutels."),
        ("naam: x\ndelen: [{aantal: veel}]\n", "2:18: V003 [delen.0.aantal] verwacht een heel getal."),
        ("naam: x\ndelen: [{aantal: -1}]\n", "2:18: V003 [delen.0.aantal] het getal valt buiten wat hier kan."),
        ("naam: x\ndelen: [{vlag: ja}]\n", "2:16: V003 [delen.0.vlag] verwacht ja of nee."),
        ("naam: x\ndelen: [{soort: drie}]\n", "2:17: V003 [delen.0.soort] verwacht 'een' of 'twee'."),
        ("naam: x\ndelen: [{tekst: 'A''Bc'}]\n", "2:22: R900 [delen.0.tekst] alleen hoofdletters. Hoofdletter?"),
        (
            "naam: x\ndelen:\n  - tekst: |\n      AB\n      Cd\n",
            "5:8: R900 [delen.0.tekst] alleen hoofdletters. Hoofdletter?",
        ),
    ],
    ids=lambda x: x[:24],
)  # fmt: skip
def test_what_pydantic_finds_is_said_in_dutch_at_its_place(text: str, rendered: str) -> None:
    assert [problem.render().removeprefix("f.yaml:") for problem in judged(text)] == [
        rendered.removeprefix("f.yaml:").replace(" []", "")
    ]


def test_the_keys_a_model_knows_at_every_block() -> None:
    keys = model_keys(Whole)
    assert keys[()] == ("naam", "code", "delen", "tabel")
    assert keys[("delen", "*")] == ("soort", "tekst", "aantal", "vlag")


def test_a_model_validated_from_inside_a_file_keeps_its_place() -> None:
    document, _ = read_document("lijst:\n  - a: 1\n  - nam: x\n", "f.yaml", "regels")
    with pytest.raises(ValidationError) as caught:
        Whole.model_validate(document.at(("lijst", 1)))
    found = validation_problems(caught.value, document, lambda block: ("naam",), base=("lijst", 1))
    assert [problem.render() for problem in sorted(found)] == [
        "f.yaml:3:5: V001 [lijst.1] de sleutel 'naam' ontbreekt.",
        "f.yaml:3:5: V002 [lijst.1.nam] deze sleutel bestaat hier niet. Bedoelt u 'naam'?",
    ]
