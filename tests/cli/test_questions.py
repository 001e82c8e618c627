# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""``samenloop questions`` line by line: what is asked, what is kept, and how it stops."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from samenloop.cli import inputs
from samenloop.cli.running import run
from samenloop.domain import load_household
from support.mini_base import mini_book, mini_text

Talk = Callable[..., tuple[int, str, str]]
OPEN = (("leeftijd: 40", "leeftijd: onbekend   # navragen"), ("andere_lasten: 141.00", "andere_lasten: onbekend"))


@pytest.fixture
def talk(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Talk:
    """Run the command on the invented rule base with lines on its input: (exit code, stdout, stderr)."""
    monkeypatch.setattr(inputs, "load_rulebook", lambda **asked: mini_book())

    def start(*arguments: str, lines: tuple[str, ...] = ()) -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "stdin", io.StringIO("".join(f"{line}\n" for line in lines)))
        capsys.readouterr()
        code = run(["questions", *arguments])
        shown = capsys.readouterr()
        return code, shown.out, shown.err

    return start


@pytest.fixture
def case(tmp_path: Path) -> Path:
    path = tmp_path / "huishouden.yaml"
    path.write_text(mini_text(*OPEN), encoding="utf-8")
    return path


def test_one_question_at_a_time_each_answer_kept(talk: Talk, case: Path) -> None:
    code, out, err = talk(str(case), lines=("141", "41"))
    assert (code, err) == (0, "")
    assert out.index("Vraag 1, nog ongeveer 1\nHoe hoog zijn de andere lasten? (huis)\nWaarom: ") < out.index("Vraag 2")
    assert "Verandert: " in out
    assert "→ Botsing nu zeker: " in out or "→ Nieuwe botsing: " in out
    assert "2 antwoorden bewaard in " in out
    text = case.read_text(encoding="utf-8")
    assert "andere_lasten: 141" in text
    assert "leeftijd: 41   # navragen" in text
    load_household(text, "x", mini_book().vocabulary)


@pytest.mark.parametrize("stop", [("stop",), ("",), ()])
def test_stopping_keeps_what_was_answered(talk: Talk, case: Path, stop: tuple[str, ...]) -> None:
    code, out, err = talk(str(case), lines=("141", *stop))
    assert (code, err) == (0, "")
    assert "1 antwoord bewaard in " in out
    assert "leeftijd: onbekend   # navragen" in case.read_text(encoding="utf-8")


def test_breaking_off_keeps_what_was_answered(
    talk: Talk, case: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    class Breaks(io.StringIO):
        def readline(self, size: int | None = -1, /) -> str:  # type: ignore[override]
            found = super().readline()
            if not found:
                raise KeyboardInterrupt
            return found

    monkeypatch.setattr(sys, "stdin", Breaks("141\n"))
    code = run(["questions", str(case)])
    assert code == 130
    shown = capsys.readouterr()
    assert "1 antwoord bewaard in " in shown.err
    assert shown.err.endswith("Afgebroken.\n")
    assert "andere_lasten: 141" in case.read_text(encoding="utf-8")


def test_a_wrong_reply_is_asked_again_and_never_repeated(talk: Talk, case: Path) -> None:
    code, out, err = talk(str(case), lines=("honderdzoveel", "141", "stop"))
    assert code == 0
    assert "Dat lukt niet: verwacht een bedrag in euro" in out
    assert "honderdzoveel" not in out + err


def test_not_knowing_and_later(talk: Talk, case: Path) -> None:
    before = case.read_text(encoding="utf-8")
    code, out, _ = talk(str(case), lines=("weet ik niet", "later"))
    assert code == 0
    assert case.read_text(encoding="utf-8") == before, "stond al op onbekend"
    assert "→ Het bestand blijft zoals het is." in out
    assert "Er is niets veranderd." in out
    assert out.count("Vraag ") == 2


def test_not_knowing_is_written_where_nothing_stood(talk: Talk, tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_text(mini_text(("    leeftijd: 40\n", "")), encoding="utf-8")
    code, _, _ = talk(str(path), lines=("?",))
    assert code == 0
    assert "    leeftijd: onbekend\n" in path.read_text(encoding="utf-8")


def test_into_another_file(talk: Talk, case: Path, tmp_path: Path) -> None:
    before = case.read_text(encoding="utf-8")
    target = tmp_path / "antwoorden.yaml"
    code, out, _ = talk(str(case), "--out", str(target), lines=("141", "stop"))
    assert code == 0
    assert f"1 antwoord bewaard in {target}" in " ".join(out.split())
    assert case.read_text(encoding="utf-8") == before
    assert "andere_lasten: 141" in target.read_text(encoding="utf-8")
    code, _, err = talk(str(case), "--out", str(target))
    assert code == 2
    assert "A051" in err


def test_nothing_to_ask(talk: Talk, tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    runs = "status: loopt}\n  - {regeling: kwijtschelding_lokaal, wie: bewoner, status: loopt}\n"
    path.write_text(mini_text(("status: loopt}\n", runs)), encoding="utf-8")
    code, out, _ = talk(str(path))
    assert code == 0
    assert "Er zijn geen vragen die de uitkomst veranderen." in out


def test_a_new_file(talk: Talk, tmp_path: Path) -> None:
    path = tmp_path / "Nieuw gezin.yaml"
    lines = (
        "1-4-2026",
        "?",
        "moeder",
        "41",
        "ja",
        "moeder",
        "kind1",
        "11-12",
        "nee",
        "ja",
        "ouder van",
        "1",
        "kind1",
        "nee",
    )
    code, out, err = talk(str(path), lines=lines)
    assert (code, err) == (0, "")
    assert "Dat lukt niet: deze aanduiding is er al." in out
    assert path.read_text(encoding="utf-8") == (
        "schema: 1\nhuishouden: nieuw-gezin\npeildatum: 2026-04-01\ngemeente: onbekend\npersonen:\n  - id: moeder\n"
        "    aanvrager: true\n    leeftijd: 41\n  - id: kind1\n    leeftijd: {van: 11, tot: 12}\n"
        "relaties:\n  - {soort: ouder_van, van: moeder, naar: kind1}\n"
    )


def test_a_new_file_that_is_stopped_is_not_made(talk: Talk, tmp_path: Path) -> None:
    path = tmp_path / "nieuw.yaml"
    code, out, err = talk(str(path), lines=("1-4-2026", "stop"))
    assert (code, err) == (0, "")
    assert out.endswith("Gestopt; er is niets bewaard.\n")
    assert not path.exists()


@pytest.mark.parametrize(("then", "said"), [("stop", "Gestopt."), ("later", "Vraag 1")])
def test_who_there_is_is_kept_before_the_rest_is_asked(talk: Talk, tmp_path: Path, then: str, said: str) -> None:
    path = tmp_path / "nieuw.yaml"
    code, out, _ = talk(str(path), lines=("1-4-2026", "?", "een", "41", "ja", "twee", "43", "nee", then))
    assert code == 0
    assert said in out
    assert path.read_text(encoding="utf-8").endswith("  - id: twee\n    leeftijd: 43\n")


def test_a_file_with_mistakes_is_told_and_left_alone(talk: Talk, case: Path) -> None:
    case.write_text(mini_text(("leeftijd: 40", "leeftijd: oud")), encoding="utf-8")
    code, _, err = talk(str(case), lines=("41",))
    assert code == 2
    assert "H016" in err
    assert "leeftijd: oud" in case.read_text(encoding="utf-8")


def test_the_input_cannot_be_both(talk: Talk) -> None:
    code, _, err = talk("-")
    assert code == 2
    assert "A050" in err
