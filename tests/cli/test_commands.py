# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""Every command: what goes to stdout, what to stderr, and the exit code. On the invented rule base."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from samenloop.cli import inputs
from samenloop.cli.running import run
from samenloop.report import Report
from support.mini_base import mini_book, mini_text

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def cli(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Run a command on the invented rule base: (exit code, stdout, stderr)."""

    def load(**asked: object) -> object:
        overlays = asked.get("overlays")
        return mini_book().with_overlays(*map(str, overlays)) if isinstance(overlays, list) else mini_book()

    monkeypatch.setattr(inputs, "load_rulebook", load)

    def start(*arguments: str) -> tuple[int, str, str]:
        capsys.readouterr()
        code = run(list(arguments))
        shown = capsys.readouterr()
        return code, shown.out, shown.err

    return start


@pytest.fixture
def case(tmp_path: Path) -> str:
    path = tmp_path / "huishouden.yaml"
    path.write_text(mini_text(), encoding="utf-8")
    return str(path)


# check


def test_check_writes_a_report_to_stdout_and_nothing_to_stderr(cli: Run, case: str) -> None:
    code, out, err = cli("check", case)
    assert (code, err) == (0, "")
    assert "Omdat de maandprijs €\u00a01,00 boven de grens ligt" in " ".join(out.split(" "))
    assert "\x1b" not in out


def test_check_writes_json_that_is_a_report(cli: Run, case: str) -> None:
    code, out, err = cli("check", case, "--format", "json")
    assert (code, err) == (0, "")
    assert Report.from_json(out).botsingen[0].bedrag_per_maand == "60.50"


def test_check_writes_html_to_a_file_and_says_where(cli: Run, case: str, tmp_path: Path) -> None:
    target = tmp_path / "rapport.html"
    code, out, err = cli("check", case, "--format", "html", "--out", str(target))
    assert (code, out) == (0, "")
    assert err == f"Geschreven: {target}\n"
    assert target.read_text(encoding="utf-8").startswith("<!DOCTYPE html>")


def test_check_reads_from_the_input(cli: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO(mini_text()))
    code, out, _ = cli("check", "-", "--format", "json")
    assert code == 0
    assert json.loads(out)["huishouden"] == "proef"


@pytest.mark.parametrize(("degree", "expected"), [("hoog", 1), ("midden", 1), ("laag", 1)])
def test_exit_code_1_for_a_certain_conflict_of_that_gravity_or_worse(
    cli: Run, case: str, degree: str, expected: int
) -> None:
    code, out, _ = cli("check", case, "--exit-code", degree)
    assert code == expected
    assert "Botsing 1" in out


def test_exit_code_0_without_a_certain_conflict(cli: Run, tmp_path: Path) -> None:
    calm, maybe = tmp_path / "rustig.yaml", tmp_path / "misschien.yaml"
    calm.write_text(mini_text(("andere_lasten: 141.00", "andere_lasten: 10.00")), encoding="utf-8")
    maybe.write_text(mini_text(("inschrijving: woonadres", "inschrijving: onbekend")), encoding="utf-8")
    assert cli("check", str(calm), "--exit-code", "laag")[0] == 0
    code, out, _ = cli("check", str(maybe), "--exit-code", "laag")
    assert code == 0
    assert "Mogelijk: " in out


def test_without_projection_nothing_is_said_about_later(cli: Run, case: str) -> None:
    _, out, _ = cli("check", case, "--geen-projectie", "--format", "json")
    report = Report.from_json(out)
    assert report.ontvangstbewijs.projectie is False
    assert report.voorstellen[0].houdt_tot is None


def test_an_overlay_can_be_applied_by_its_id(cli: Run, tmp_path: Path) -> None:
    path = tmp_path / "laag.yaml"
    path.write_text(mini_text(("andere_lasten: 141.00", "andere_lasten: 10.00")), encoding="utf-8")
    _, out, _ = cli("check", str(path), "--format", "json", "--overlay", "gm9999_extra")
    amounts = {c.id: c.bedrag for c in Report.from_json(out).aanspraken}
    assert amounts["kwijtschelding_lokaal"] == "65.50"


def test_a_receipt_that_agrees(cli: Run, case: str, tmp_path: Path) -> None:
    receipt = tmp_path / "rapport.json"
    cli("check", case, "--format", "json", "--out", str(receipt))
    code, out, _ = cli("check", case, "--receipt", str(receipt))
    assert code == 0
    assert out.startswith("Hetzelfde: ")
    _, out, _ = cli("check", case, "--receipt", str(receipt), "--format", "json")
    assert json.loads(out) == {"hetzelfde": True, "redenen": [], "verschillen": []}


def test_a_receipt_that_does_not_agree(cli: Run, case: str, tmp_path: Path) -> None:
    receipt, other = tmp_path / "rapport.json", tmp_path / "ander.yaml"
    cli("check", case, "--format", "json", "--out", str(receipt))
    other.write_text(mini_text(("andere_lasten: 141.00", "andere_lasten: 142.00")), encoding="utf-8")
    code, out, _ = cli("check", str(other), "--receipt", str(receipt))
    assert code == 0
    assert out.startswith("Anders op ")
    assert "Mogelijke reden: de gegevens van het huishouden zijn anders." in out
    assert "was 141.00, is 142.00" in out


# Wrong input: code 2, every mistake, on stderr, never a value


def test_every_mistake_is_told_at_once_with_its_place_and_never_its_value(cli: Run, tmp_path: Path) -> None:
    path = tmp_path / "fout.yaml"
    text = mini_text(
        ("leeftijd: 40", "leeftijd: veertigeneenbeetje"),
        ("bedrag: 1000.00", "bedrag: -77777"),
        ("relaties: []", "relatys: []"),
        ("andere_lasten: 141.00", "andere_lasten: 12.3456789"),
    )
    path.write_text(text, encoding="utf-8")
    code, out, err = cli("check", str(path))
    assert (code, out) == (2, "")
    lines = err.splitlines()
    assert lines[-1] == "4 fouten; er is niets berekend."
    places = [line.split(": ")[0].rsplit(":", 2)[1:] for line in lines[:-1]]
    rows = text.splitlines()
    for (row, _), part in zip(places, ["veertig", "-77777", "relatys", "12.345"], strict=True):
        assert part in rows[int(row) - 1]
    for value in ("veertigeneenbeetje", "77777", "12.3456789"):
        assert value not in err
    assert "Bedoelt u 'relaties'?" in err


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["check", "bestaat-niet.yaml"], "H001"),
        (["check", "x", "--format", "xml"], "--format: A040 kies uit: text, json, html."),
        (["check", "x", "--exit-code", "hog"], "Bedoelt u 'hoog'?"),
        (["check", "x", "--receipt", "weg.json"], "A010"),
        (["check", "x", "--regels", "weg"], "A020"),
        (["check", "x", "--overlay", "weg.yaml"], "A021"),
        (["schema", "huis"], "WELK: A040 kies uit: huishouden, rapport."),
        (["rules", "show", "kwijt.rech"], "Bedoelt u 'kwijt.recht'?"),
        (["rules", "list", "--op", "morgen"], "A030"),
        (["rules", "list", "--regeling", "energi"], "Bedoelt u 'energie'?"),
        (["check"], "BESTAND ontbreekt."),
        (["check", "a", "b"], "te veel argumenten"),
        (["check", "a", "--fromat", "json"], "de optie --fromat bestaat niet."),
        (["check", "a", "--out"], "--out"),
        (["chek"], "Bedoelt u 'check'?"),
        (["rules", "toon"], "deze opdracht bestaat niet."),
    ],
)
def test_a_wrong_argument_is_told_in_dutch(cli: Run, arguments: list[str], said: str) -> None:
    code, out, err = cli(*arguments)
    assert (code, out) == (2, "")
    assert said in err
    assert "Traceback" not in err


def test_a_file_that_cannot_be_written_is_told(cli: Run, case: str, tmp_path: Path) -> None:
    code, out, err = cli("check", case, "--out", str(tmp_path / "geen" / "map.txt"))
    assert (code, out) == (2, "")
    assert "A022" in err


# Something unexpected: code 3, no values, no traceback


def test_an_unexpected_error_gives_code_3_without_its_words(
    cli: Run, case: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    from samenloop.app import checking

    def fail(*_: object, **__: object) -> None:
        raise ZeroDivisionError("het inkomen is 98765")

    monkeypatch.setattr(checking, "detect", fail)
    code, out, err = cli("check", case)
    assert (code, out) == (3, "")
    assert "ZeroDivisionError" in err
    assert "98765" not in err
    assert "Traceback" not in err
    assert "Meld dit" in err


def test_stopping_gives_code_130(cli: Run, case: str, monkeypatch: pytest.MonkeyPatch) -> None:
    from samenloop.app import checking

    def stop(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(checking, "detect", stop)
    code, out, err = cli("check", case)
    assert (code, out, err) == (130, "", "Afgebroken.\n")


# The other commands


def test_explain_says_why_not(cli: Run, case: str) -> None:
    code, out, err = cli("explain", "kwijtschelding_lokaal", case)
    assert (code, err) == (0, "")
    assert "bewoner: geen recht" in out
    assert "art. 2 Verzonnen" in out


def test_explain_can_be_about_one_person(cli: Run, case: str) -> None:
    assert cli("explain", "leeftijd", case, "--persoon", "bewoner")[0] == 0
    code, _, err = cli("explain", "leeftijd", case, "--persoon", "iemand")
    assert code == 2
    assert "A002" in err


@pytest.mark.parametrize("which", ["huishouden", "rapport"])
def test_schema_is_json_schema(cli: Run, which: str) -> None:
    code, out, _ = cli("schema", which)
    assert code == 0
    assert json.loads(out)["$schema"] == "https://json-schema.org/draft/2020-12/schema"


def test_rules_can_be_listed_shown_tried_and_checked(cli: Run) -> None:
    code, out, _ = cli("rules", "list", "--regeling", "energie")
    assert (code, len(out.splitlines())) == (0, 1)
    code, out, _ = cli("rules", "show", "kwijt.te_hoge_lasten")
    assert code == 0
    assert "Deze regel geldt als lasten hoger is dan grens van de lasten." in out
    code, out, _ = cli("rules", "test")
    count = len(mini_book().examples) + 1  # and one of an overlay
    assert (code, out) == (0, f"{count} van {count} voorbeelden kloppen.\n")
    code, out, _ = cli("rules", "lint")
    assert code == 0
    assert out.startswith("Alles klopt: ")
    assert mini_book().content_hash in out


def test_help_is_dutch_and_names_every_command(cli: Run) -> None:
    for arguments in ([], ["--help"], ["-h"]):
        code, out, err = cli(*arguments)
        assert (code, err) == (0, "")
        assert out.startswith("Gebruik: samenloop OPDRACHT [OPTIES]")
        for name in ("check", "explain", "schema", "rules", "version"):
            assert f"  {name} " in out
    for arguments in (["check", "--help"], ["rules"], ["rules", "show", "--help"]):
        _, out, _ = cli(*arguments)
        for word in ("Usage", "Options", "Arguments", "Show this message", "required", "default"):
            assert word not in out


def test_version_names_the_program(cli: Run) -> None:
    code, out, _ = cli("version")
    assert code == 0
    assert out.startswith("samenloop ")
