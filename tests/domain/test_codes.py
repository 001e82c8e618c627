# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2

"""Every code has a test here that shows a mistake and where the message points; no code goes without."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

import samenloop.domain
from samenloop.domain import load_household, read_household
from samenloop.errors import InputError, Problem
from samenloop.vocabulary import Vocabulary

Problems = Callable[[str], list[Problem]]

HEAD = "schema: 1\nhuishouden: proef\npeildatum: 2018-04-01\n"
ONE = HEAD + "personen:\n  - id: a\n    aanvrager: true\n"
"""Six lines; more keys of the person follow on line 7 with four spaces, more keys of the household without."""

# (code, text, line, column, path)
MISTAKES: list[tuple[str, str, int, int, str]] = [
    ("H006", "- een\n", 1, 1, ""),
    ("H010", ONE + "verhaal: {wens: 12}\n", 7, 17, "verhaal.wens"),
    ("H010", ONE + "verhaal: {wens: '  '}\n", 7, 17, "verhaal.wens"),
    ("H010", ONE + "onvolledig: [12]\n", 7, 14, "onvolledig.0"),
    ("H011", ONE + f"verhaal: {{wens: {'a ' * 1001}}}\n", 7, 17, "verhaal.wens"),
    ("H012", HEAD + "personen: [{id: Moeder}]\n", 4, 17, "personen.0.id"),
    ("H012", ONE + "relaties: [{soort: gehuwd, van: 1, naar: a}]\n", 7, 33, "relaties.0.van"),
    ("H012", ONE + "hulp:\n  per_domein:\n    Zorg: 2\n", 9, 11, "hulp.per_domein.?"),
    ("H012", ONE + "oordelen: {Pw: {oordeel: ja}}\n", 7, 16, "oordelen.?"),
    ("H013", ONE + "gemeente: Utrecht\n", 7, 11, "gemeente"),
    ("H013", ONE + "regelingen: [{regeling: wgs, beslisser_gemeente: A B}]\n", 7, 50, "regelingen.0.beslisser_gemeente"),
    ("H014", ONE + "    huiselijk_geweld: ja\n", 7, 23, "personen.0.huiselijk_geweld"),
    ("H014", ONE + "    verblijf: {tijdelijk: nee}\n", 7, 27, "personen.0.verblijf.tijdelijk"),
    ("H015", ONE + "oordelen: {pw.x: {oordeel: true}}\n", 7, 28, "oordelen.?.oordeel"),
    ("H016", ONE + "    leeftijd: 4.5\n", 7, 15, "personen.0.leeftijd"),
    ("H016", ONE + "    leeftijd: '45'\n", 7, 15, "personen.0.leeftijd"),
    ("H016", ONE + "    jaarinkomen: [{soort: toetsingsinkomen, jaar: {van: 2017}}]\n", 7, 51, "personen.0.jaarinkomen.0.jaar"),
    ("H017", ONE + "    leeftijd: 121\n", 7, 15, "personen.0.leeftijd"),
    ("H017", ONE + "schulden: [{id: s, soort: huur, bedrag: 100000000}]\n", 7, 41, "schulden.0.bedrag"),
    ("H018", ONE + "schulden: [{id: s, soort: huur, bedrag: '12,50'}]\n", 7, 41, "schulden.0.bedrag"),
    ("H018", ONE + "    inkomen: [{soort: loon, uren_per_week: veel}]\n", 7, 44, "personen.0.inkomen.0.uren_per_week"),
    ("H019", ONE + "schulden: [{id: s, soort: huur, bedrag: 12.505}]\n", 7, 41, "schulden.0.bedrag"),
    ("H020", ONE + "schulden: [{id: s, soort: huur, bedrag: -12.50}]\n", 7, 41, "schulden.0.bedrag"),
    ("H020", ONE + "    leeftijd: {van: -1}\n", 7, 21, "personen.0.leeftijd.van"),
    ("H021", ONE + "    leeftijd: {}\n", 7, 15, "personen.0.leeftijd"),
    ("H022", ONE + "    leeftijd: {van: 17, tot: 16}\n", 7, 15, "personen.0.leeftijd"),
    ("H023", ONE + "    zwanger_tot: 1-4-2018\n", 7, 18, "personen.0.zwanger_tot"),
    ("H023", ONE + "    zwanger_tot: 12\n", 7, 18, "personen.0.zwanger_tot"),
    ("H024", ONE + "    zwanger_tot: 2018-02-30\n", 7, 18, "personen.0.zwanger_tot"),
    ("H025", "schema: 1\nhuishouden: proef\npeildatum: 2018-04\npersonen: [{id: a}]\n", 3, 12, "peildatum"),
    ("H026", ONE + "    geboortemaand: 1990-05-12\n", 7, 20, "personen.0.geboortemaand"),
    ("H027", ONE + "schulden: [{id: s, soort: huurr}]\n", 7, 27, "schulden.0.soort"),
    ("H027", ONE + "    studie: universiteit\n", 7, 13, "personen.0.studie"),
    ("H027", ONE + "kosten: [{soort: school, bedrag: 1, per: uur}]\n", 7, 42, "kosten.0.per"),
    ("H027", ONE + "kosten: [{soort: school, vergoed_door: [zvw, zvv]}]\n", 7, 46, "kosten.0.vergoed_door.1"),
    ("H028", HEAD + "personen: [{id: onbekend}]\n", 4, 17, "personen.0.id"),
    ("H029", "schema: 2\nhuishouden: proef\npeildatum: 2018-04-01\npersonen: [{id: a}]\n", 1, 9, "schema"),
    ("H040", HEAD + "personen:\n  - {id: a}\n  - {id: a}\n", 6, 10, "personen.1.id"),
    ("H041", ONE + "schulden: [{id: s, soort: huur, wie: [a, b]}]\n", 7, 42, "schulden.0.wie.1"),
    ("H042", ONE + "    verblijf: {woning: huis}\n", 7, 24, "personen.0.verblijf.woning"),
    ("H042", ONE + "gebeurtenissen: [{soort: ontruiming, wie: a}]\n", 7, 43, "gebeurtenissen.0.wie"),
    ("H043", ONE + "dreigingen: [{soort: ontruiming, schuld: s}]\n", 7, 42, "dreigingen.0.schuld"),
    ("H044", ONE + "regelingen: [{regeling: wgs}]\ngeprobeerd: [{besluit: b}]\n", 8, 24, "geprobeerd.0.besluit"),
    ("H045", ONE + "relaties: [{soort: gehuwd, van: a, naar: a}]\n", 7, 42, "relaties.0.naar"),
    ("H046", ONE + "    leeftijd: 30\n    geboortemaand: 1988-01\n", 8, 20, "personen.0.geboortemaand"),
    ("H047", ONE + "    geboortemaand: 1988-06\n    dagen_tot_verjaardag: 10\n", 8, 27, "personen.0.dagen_tot_verjaardag"),
    ("H048", ONE + "    geboortemaand: 2018-05\n", 7, 20, "personen.0.geboortemaand"),
    ("H049", ONE + "    verblijf: {waar: opvang, van: 2018-03, tot: 2018-02-28}\n", 7, 49, "personen.0.verblijf.tot"),
    ("H049", ONE + "regelingen: [{regeling: wgs, aangevraagd_op: 2018, besluit_op: 2017}]\n", 7, 64, "regelingen.0.besluit_op"),
    ("H050", ONE + "kosten: [{soort: school, bedrag: 12.50}]\n", 7, 26, "kosten.0.bedrag"),
    ("H050", ONE + "hulp: {kosten: 100}\n", 7, 8, "hulp.kosten"),
    (
        "H051",
        ONE + "    zorg: {behoeften: [{behoefte: verblijf, omvang: 3, per: week}]}\n",
        7,
        45,
        "personen.0.zorg.behoeften.0.omvang",
    ),
    ("H052", ONE + "kosten: [{soort: anders}]\n", 7, 18, "kosten.0.soort"),
    ("H052", ONE + "regelingen: [{regeling: wgs, voorwaarden: [anders]}]\n", 7, 43, "regelingen.0.voorwaarden"),
    ("H052", ONE + "    verblijfsrecht: anders\n", 7, 21, "personen.0.verblijfsrecht"),
    ("H053", ONE + "dreigingen: [{soort: beslag, datum: 2018-05, over_maanden: 2}]\n", 7, 60, "dreigingen.0.over_maanden"),
    ("H054", ONE + "onvolledig: [schuld]\n", 7, 14, "onvolledig.0"),
    ("H054", ONE + "herkomst: {aannames: [{pad: personen.b.leeftijd}]}\n", 7, 29, "herkomst.aannames.0.pad"),
    ("H054", ONE + "delen: [{met: college, wat: [woningen.huis]}]\n", 7, 30, "delen.0.wat.0"),
    ("H055", ONE + "onvolledig: [personen.a]\n", 7, 14, "onvolledig.0"),
    ("H055", ONE + "onvolledig: [personen.a.leeftijd]\n", 7, 14, "onvolledig.0"),
    ("H056", ONE + "gebeurtenissen: [{soort: baan, details: {salaris: 12}}]\n", 7, 42, "gebeurtenissen.0.details.?"),
    ("H056", ONE + "gebeurtenissen: [{soort: geboorte, details: {bij: a}}]\n", 7, 46, "gebeurtenissen.0.details.bij"),
    ("H058", ONE + "    verblijf: {waar: dakloos, woning: h}\nwoningen: [{id: h, soort: koop}]\n", 7, 39, "personen.0.verblijf.woning"),
    ("H058", ONE + "    brp: {inschrijving: geen, woning: h}\nwoningen: [{id: h, soort: koop}]\n", 7, 39, "personen.0.brp.woning"),
    ("H059", ONE + "    inkomen: [{soort: loon}, {soort: geen}]\n", 7, 38, "personen.0.inkomen.1.soort"),
    ("H059", ONE + "    inkomen: [{soort: geen, bedrag: 10, per: maand}]\n", 7, 23, "personen.0.inkomen.0.soort"),
    ("H070", ONE + "schulden: [{id: s, soort: huur, bedrag: 123456782}]\n", 7, 41, "schulden.0.bedrag"),
    ("H070", ONE + "123456782: 1\n", 7, 1, "?"),
    ("H071", ONE + "verhaal: {wens: geld op NL91 ABNA 0417 1643 00}\n", 7, 17, "verhaal.wens"),
    ("H072", ONE + "# mail iemand@voorbeeld.nl\n", 7, 1, ""),
    ("H073", ONE + "verhaal: {inzet: bel 06-12345678}\n", 7, 18, "verhaal.inzet"),
    ("H074", ONE + "woningen: [{id: h, soort: koop, kenmerk: 1234 AB 12}]\n", 7, 42, "woningen.0.kenmerk"),
    ("V001", ONE + "schulden: [{soort: huur}]\n", 7, 12, "schulden.0"),
    ("V001", "schema: 1\nhuishouden: proef\npersonen: [{id: a}]\n", 1, 1, ""),
    ("V002", ONE + "schulden: [{id: s, soort: huur, bedraag: 12}]\n", 7, 33, "schulden.0.bedrag"),
    ("V002", ONE + "    bsn: geheim\n", 7, 5, "personen.0.?"),
    ("V002", ONE + "    leeftijd: {vanaf: 12}\n", 7, 16, "personen.0.leeftijd.?"),
    ("V003", ONE + "schulden: {id: s}\n", 7, 11, "schulden"),
    ("V003", ONE + "schulden: [s]\n", 7, 12, "schulden.0"),
    ("V003", HEAD + "personen: []\n", 4, 11, "personen"),
    ("V003", ONE + "schulden: [{id: s, soort: huur, wie: []}]\n", 7, 38, "schulden.0.wie"),
    ("V003", ONE + "kosten: [{soort: school, vergoed_door: zvw}]\n", 7, 40, "kosten.0.vergoed_door"),
    ("V003", ONE + "kosten: [{soort: school, noodzaak: true}]\n", 7, 36, "kosten.0.noodzaak"),
    ("Y004", ONE + "    leeftijd:\n", 7, 14, "personen.0.leeftijd"),
    ("Y002", ONE + "    aanvrager: true\n", 7, 5, "personen.0.aanvrager"),
]  # fmt: skip

# (code, what to say, line, path)
WARNINGS = [
    ("H080", HEAD + "personen: [{id: a}]\n", 4, "personen"),
    ("H081", ONE + "verhaal: {wens: 'rust voor mevrouw De Vries'}\n", 7, "verhaal.wens"),
    ("H081", ONE + "geprobeerd: [{wat: gebeld met Fatima over de huur}]\n", 7, "geprobeerd.0.wat"),
    ("H081", ONE + "oordelen: {pw.x: {oordeel: ja, waarom: volgens Pieter de Boer}}\n", 7, "oordelen.?.waarom"),
    ("H081", ONE + "gebeurtenissen: [{soort: anders, details: {omschrijving: trouwt met Kees}}]\n", 7, "gebeurtenissen.0.details.omschrijving"),
    ("H082", ONE + "verhaal: {wens: weer terug naar de Dorpsstraat 12}\n", 7, "verhaal.wens"),
]  # fmt: skip

FILES = {"H001", "H002", "H003", "H004", "H005"}


@pytest.mark.parametrize(("code", "text", "line", "col", "path"), MISTAKES)
def test_one_mistake_is_one_message(code: str, text: str, line: int, col: int, path: str, problems: Problems) -> None:
    (problem,) = problems(text)
    assert (problem.code, problem.line, problem.col, problem.path) == (code, line, col, path)


@pytest.mark.parametrize(("code", "text", "line", "path"), WARNINGS)
def test_warnings(code: str, text: str, line: int, path: str, vocabulary: Vocabulary) -> None:
    (warning,) = load_household(text, "proef.yaml", vocabulary).warnings
    assert (warning.code, warning.line, warning.path) == (code, line, path)


def read_error(path: Path, vocabulary: Vocabulary) -> tuple[str, int]:
    with pytest.raises(InputError) as caught:
        read_household(path, vocabulary)
    (problem,) = caught.value.problems
    assert problem.file == str(path)
    return problem.code, problem.line


def test_files(vocabulary: Vocabulary, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert read_error(tmp_path / "niets.yaml", vocabulary) == ("H001", 0)
    assert read_error(tmp_path, vocabulary) == ("H002", 0)
    path = tmp_path / "huis.yaml"
    path.write_bytes("# één\n".encode("latin-1"))
    assert read_error(path, vocabulary) == ("H005", 0)
    path.write_bytes(b"#" * 2_000_001)
    assert read_error(path, vocabulary) == ("H004", 0)
    path.write_text("")
    assert read_error(path, vocabulary) == ("H006", 1)

    def refuse(self: Path) -> bytes:
        raise PermissionError(13, "geheime inhoud")

    monkeypatch.setattr(Path, "read_bytes", refuse)
    assert read_error(path, vocabulary) == ("H003", 0)


def test_a_text_that_is_too_large(problems: Problems) -> None:
    assert [problem.code for problem in problems("#" * 2_000_001)] == ["H004"]


def test_every_code_has_a_test() -> None:
    source = Path(samenloop.domain.__file__).parent
    codes = {code for path in source.glob("*.py") for code in re.findall(r'"([A-Z]\d{3})"', path.read_text())}
    tested = {mistake[0] for mistake in MISTAKES} | {warning[0] for warning in WARNINGS} | FILES
    read_only = {"Y005", "Y009"}  # of the YAML reader; here only read
    assert codes - read_only <= tested
    assert {code for code in tested if code[0] == "H"} <= codes
