# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""The word list: every mistake at its place, and the arithmetic of periods."""

from __future__ import annotations

import re
from collections.abc import Callable
from fractions import Fraction
from pathlib import Path

import pytest

from samenloop import vocabulary
from samenloop.errors import Problem, RulebookError
from samenloop.resources import data_root
from samenloop.vocabulary import Vocabulary, Word, load_vocabulary

SHIPPED = load_vocabulary(data_root())
Write = Callable[[str], Path]

LISTS = sorted(SHIPPED.lists)
CONVERSIONS = """omrekening:
  - {id: maand_jaar, label: jaar is 12 maanden, van: jaar, naar: maand, factor: 1/12, zonder_naam: ja}
"""
WHOLE = "schema: 1\n" + "".join(f"{name}: []\n" for name in LISTS if name != "omrekening") + CONVERSIONS


@pytest.fixture
def write(tmp_path: Path) -> Write:
    def make(text: str) -> Path:
        (tmp_path / "rules").mkdir(exist_ok=True)
        (tmp_path / "rules" / "woordenlijst.yaml").write_text(text, encoding="utf-8")
        return tmp_path

    return make


def told(root: Path) -> list[Problem]:
    with pytest.raises(RulebookError) as caught:
        load_vocabulary(root)
    return list(caught.value.problems)


MISTAKES: list[tuple[str, str, int, int, str]] = [
    ("W001", "rollen: college\n", 1, 1, "rollen"),
    ("W001", "rollen: {college: 1}\n", 1, 1, "rollen"),
    ("W001", "alleen_tonen: verhaal\n", 1, 1, "alleen_tonen"),
    ("W002", "rollen: [college]\n", 1, 10, "rollen.0"),
    ("W002", "rollen: [{id: college}]\n", 1, 10, "rollen.0"),
    ("W002", "rollen: [{label: college}]\n", 1, 10, "rollen.0"),
    ("W002", "rollen: [{id: 12, label: twaalf}]\n", 1, 10, "rollen.0"),
    ("W002", "rollen: [{id: [a], label: lijst}]\n", 1, 10, "rollen.0"),
    ("W003", "rollen:\n  - {id: a, label: A}\n  - {id: a, label: B}\n", 3, 10, "rollen.1.id"),
    *(
        ("W006", f"omrekening: [{{id: x, label: X, {rest}}}]\n", 1, 14, "omrekening.0")
        for rest in (
            "van: jaar",
            "van: jaar, naar: maand, factor: 0, zonder_naam: ja",
            "van: jaar, naar: maand, factor: 1/0, zonder_naam: ja",
            "van: jaar, naar: maand, factor: '0.5', zonder_naam: ja",
            "van: jaar, naar: maand, factor: 12, zonder_naam: soms",
            "van: jaar, factor: 12, zonder_naam: ja",
        )
    ),
]  # fmt: skip


@pytest.mark.parametrize(("code", "text", "line", "column", "path"), MISTAKES)
def test_every_mistake_stands_at_its_place(
    write: Write, code: str, text: str, line: int, column: int, path: str
) -> None:
    name = text.split(":")[0]
    rest = "".join(row + "\n" for row in WHOLE.splitlines() if not row.startswith((name + ":", "  - ")))
    kept = rest.replace("omrekening:\n", "omrekening: []\n")
    (found,) = told(write(text + kept))
    assert (found.code, found.line, found.col, found.path) == (code, line, column, path)
    assert found.file == "rules/woordenlijst.yaml"


def test_a_list_that_is_missing(write: Write) -> None:
    (found,) = told(write(WHOLE.replace("rollen: []\n", "")))
    assert (found.code, found.line) == ("W004", 0)
    assert "'rollen'" in found.message


def test_an_empty_word_list_misses_everything(write: Write) -> None:
    problems = told(write("schema: 1\n"))
    assert {problem.code for problem in problems} == {"W004"}
    assert len(problems) > 50


@pytest.mark.parametrize("text", ["rollen: [\n", "a: 1\n\tb: 2\n", "- a\n- [\n"])
def test_a_word_list_that_is_no_yaml_is_told_once(write: Write, text: str) -> None:
    (found,) = told(write(text))
    assert found.code[0] == "Y"


def test_a_word_list_that_is_not_there(tmp_path: Path) -> None:
    (found,) = told(tmp_path)
    assert (found.code, found.file, found.line) == ("W005", "rules/woordenlijst.yaml", 0)


def test_a_word_list_that_is_no_text(write: Write) -> None:
    root = write("")
    (root / "rules" / "woordenlijst.yaml").write_bytes(b"rollen: [\xff\xfe]\n")
    assert [problem.code for problem in told(root)] == ["W005"]


def test_every_code_in_the_source_is_shown_above() -> None:
    used = set(re.findall(r'"(W[0-9]{3})"', Path(vocabulary.__file__).read_text(encoding="utf-8")))
    assert used == {f"W{i:03}" for i in range(1, 7)} == {code for code, *_ in MISTAKES} | {"W004", "W005"}


def test_all_mistakes_are_told_at_once(write: Write) -> None:
    text = "rollen: college\nperioden: [maand]\nterm: yes\n" + WHOLE.replace("rollen: []\n", "").replace(
        "perioden: []\n", ""
    )
    assert [problem.code for problem in told(write(text))] == ["W001", "W002", "W001", "Y004"]


def test_words_keep_their_order_and_their_own_keys(write: Write) -> None:
    words = "rollen:\n  - {id: b, label: De b, uitleg: Meer., prefix: x}\n  - {id: a, label: De a}\n"
    found = load_vocabulary(write(WHOLE.replace("rollen: []\n", words)))
    assert found.ids("rollen") == ("b", "a")
    assert found.word("rollen", "b") == Word("b", "De b", "Meer.", {"prefix": "x"})
    assert found.word("rollen", "b").get("prefix") == "x"
    assert found.word("rollen", "a").get("prefix") is None
    assert found.word("rollen", "a").get("prefix", "y") == "y"
    assert found.has("rollen", "a")
    assert not found.has("rollen", "c")
    assert found.label("rollen", "a") == "De a"
    assert found.label("rollen", "c") == "c"
    assert found.label("geen_lijst", "c") == "c"
    with pytest.raises(KeyError):
        found.word("rollen", "c")


def test_plain_lists_are_paths(write: Write) -> None:
    text = WHOLE + "alleen_tonen: [verhaal.wens]\nnog_niet_gelezen: [hulp]\n"
    found = load_vocabulary(write(text))
    assert found.display_only == ("verhaal.wens",)
    assert found.not_read_yet == ("hulp",)


def test_words_from_a_folder_beside_it_are_added(write: Write, tmp_path: Path) -> None:
    root, beside = write(WHOLE), tmp_path / "erbij"
    (beside / "rules").mkdir(parents=True)
    extra = beside / "rules" / "woordenlijst.yaml"
    extra.write_text("rollen:\n  - {id: nieuw, label: Nieuw}\n", encoding="utf-8")
    assert load_vocabulary(root, [beside]).ids("rollen") == ("nieuw",)
    assert load_vocabulary(root, [tmp_path / "nergens"]).ids("rollen") == ()
    extra.write_text("omrekening:\n  - {id: maand_jaar, label: X}\n", encoding="utf-8")
    with pytest.raises(RulebookError) as caught:
        load_vocabulary(root, [beside])
    assert {(p.code, p.file) for p in caught.value.problems} >= {("W003", "erbij/rules/woordenlijst.yaml")}


def test_a_vocabulary_cannot_change(write: Write) -> None:
    found = load_vocabulary(write(WHOLE.replace("1/12", "10/120")))
    assert found.factor("jaar", "maand", None) == Fraction(1, 12)
    with pytest.raises(TypeError):
        found.lists["rollen"]["x"] = Word("x", "X", "", {})  # type: ignore[index]
    with pytest.raises(TypeError):
        SHIPPED.word("omrekening", "maand_jaar").extra["factor"] = 1  # type: ignore[index]


@pytest.mark.parametrize(
    ("source", "target", "named", "factor"),
    [
        ("maand", "maand", None, "1"), ("jaar", "maand", None, "1/12"), ("maand", "jaar", None, "12"),
        ("kwartaal", "jaar", None, "4"), ("jaar", "kwartaal", None, "1/4"), ("week", "vier_weken", None, "4"),
        ("vier_weken", "week", None, "1/4"), ("week", "maand", "week_52", "52/12"),
        ("maand", "week", "week_52", "12/52"),
        ("week", "jaar", "week_52", "52"), ("vier_weken", "jaar", "vier_weken_13", "13"),
        ("dag", "jaar", "dagen_261", "261"), ("dag", "jaar", "dagen_365", "365"), ("jaar", "maand", "week_52", "1/12"),
        ("week", "maand", None, None), ("maand", "dag", None, None), ("dag", "week", "week_52", None),
        ("uur", "maand", None, None), ("week", "maand", "maand_jaar", None),
    ],
)  # fmt: skip
def test_periods_convert_exactly_or_need_a_name(
    source: str, target: str, named: str | None, factor: str | None
) -> None:
    assert SHIPPED.factor(source, target, named) == (None if factor is None else Fraction(factor))


def test_there_and_back_is_the_same() -> None:
    periods = SHIPPED.ids("perioden")
    for named in (None, *SHIPPED.ids("omrekening")):
        for one in periods:
            for other in periods:
                there, back = SHIPPED.factor(one, other, named), SHIPPED.factor(other, one, named)
                assert (there is None) == (back is None)
                assert there is None or back is None or there * back == 1


def test_conversions_speak_of_periods_that_exist() -> None:
    for word in SHIPPED.lists["omrekening"].values():
        assert {word.get("van"), word.get("naar")} <= set(SHIPPED.ids("perioden"))


def test_the_regime_of_an_entitlement() -> None:
    entitlement = next(iter(SHIPPED.lists["aanspraken"].values()))
    assert SHIPPED.regime_of(entitlement.id) == entitlement.get("regeling")
    regime = SHIPPED.ids("regelingen")[0]
    assert SHIPPED.regime_of(regime) == regime
    assert SHIPPED.regime_of("bestaat_niet") is None
    for word in SHIPPED.lists["aanspraken"].values():
        assert SHIPPED.has("regelingen", str(SHIPPED.regime_of(word.id)))


def test_hints_come_from_the_lists_asked() -> None:
    assert SHIPPED.hint("maant", "perioden") == "Bedoelt u 'maand'?"
    assert SHIPPED.hint("maant", "rollen") == ""
    assert SHIPPED.hint("maant", "rollen", "perioden") == "Bedoelt u 'maand'?"


def test_every_shipped_word_can_be_shown_and_typed() -> None:
    pattern = re.compile(r"[a-z0-9][a-z0-9_/.]*")
    for name, words in SHIPPED.lists.items():
        for word in words.values():
            assert pattern.fullmatch(word.id), (name, word.id)
            assert word.label.strip(), (name, word.id)
    assert isinstance(SHIPPED, Vocabulary)
