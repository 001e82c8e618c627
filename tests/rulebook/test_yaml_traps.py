# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""What YAML would silently read otherwise than it is written."""

from __future__ import annotations

from fractions import Fraction

import pytest

from rulebook.world import FACT_FILE, HOOK_FILE, PARAMETER_FILE, RULE_FILE, World
from samenloop.rulebook import Rulebook

# (code, file, old text, new text with § where the problem points)
TRAPS = [
    ("Y001", RULE_FILE, "onderwerp: Proefgeld", "onderwerp: Proef: geld"),
    ("Y001", RULE_FILE, "als: noodzaak}", "als: {noodzaak}"),
    ("Y002", RULE_FILE, "    beslisser: svb\n", "    beslisser: svb\n    §beslisser: uwv\n"),
    ("Y003", RULE_FILE, "onderwerp: Proefgeld", "onderwerp: §&naam Proefgeld"),
    ("Y003", RULE_FILE, "onderwerp: Proefgeld\n", "onderwerp: Proefgeld\n§<<: {over: persoon}\n"),
    ("Y004", HOOK_FILE, "herstelt: nee", "herstelt: §no"),
    ("Y004", HOOK_FILE, "herstelt: nee", "herstelt: §true"),
    ("Y004", HOOK_FILE, "herstelt: nee", "herstelt: §off"),
    ("Y004", FACT_FILE, "alleen_als: {bruto: nee}", "alleen_als: {bruto: §false}"),
    ("Y004", RULE_FILE, "    beslisser: svb\n", "    beslisser:§\n"),
    ("Y005", RULE_FILE, "onderwerp: Proefgeld", "onderwerp: §!eigen Proefgeld"),
    ("Y006", RULE_FILE, "onderwerp: Proefgeld\n", "onderwerp: Proefgeld\n? §[a, b]\n: c\n"),
    ("Y007", RULE_FILE, "    beslisser: svb\n", "§\tbeslisser: svb\n"),
    ("Y008", RULE_FILE, "wanneer: leeftijd >= parameters.pr.leeftijd",
     "wanneer: §>\n      leeftijd >= parameters.pr.leeftijd"),
    ("Y010", RULE_FILE, "niet_gemodelleerd:", "---§\nniet_gemodelleerd:"),
    ("Y012", HOOK_FILE, '"eerste_dag(peildatum, jaar) + 6 maanden"', "eerste_dag(peildatum, §jaar) + 6 maanden"),
    ("R008", RULE_FILE, 'artikel: "3"', "artikel: §3"),
]  # fmt: skip


@pytest.mark.parametrize("trap", TRAPS, ids=lambda trap: f"{trap[0]} {trap[3].strip()[:30]}")
def test_a_trap_is_one_problem(trap: tuple[str, str, str, str], world: World) -> None:
    code, file, old, new = trap
    line, _col = world.swap(file, old, new)
    found = world.problems()
    assert [(p.code, p.file) for p in found] == [(code, file)], [p.render() for p in found]
    if line and code != "Y010":
        assert found[0].line == line, found[0].render()


def test_a_comma_that_breaks_a_text_is_explained(world: World) -> None:
    world.swap(RULE_FILE, "tekst: wie gehuwd is de kosten deelt", "tekst: wie gehuwd is, deelt")
    assert world.problems() == []  # a block mapping keeps its commas
    world.swap(HOOK_FILE, "{open: noodzaak, tekst: Het is nodig.}", "{open: noodzaak, tekst: Het is nodig, echt.}")
    (found,) = world.problems()
    assert found.code == "Y012"
    assert "aanhalingstekens" in found.hint


def test_decimals_stay_exact(book: Rulebook) -> None:
    values = {v.van.isoformat(): v.waarde for v in book.parameters["pr.bedrag"].waarden}
    assert values["2018-07-01"] == Fraction(221, 2)


def test_a_decimal_with_a_zero_at_the_end_is_the_same_amount(world: World) -> None:
    world.swap(PARAMETER_FILE, "waarde: 110.50", "waarde: 110.5")
    assert world.load().parameters["pr.bedrag"].waarden[1].waarde == Fraction(221, 2)


def test_ja_and_nee_are_read_as_yes_and_no(book: Rulebook) -> None:
    assert book.hooks["proef_gift"].herstelt is False
    assert book.facts["noodzaak"].open_norm is True


def test_quoted_yes_is_not_yes(world: World) -> None:
    world.swap(HOOK_FILE, "herstelt: nee", 'herstelt: "no"')
    assert [p.code for p in world.problems()] == ["R009"]


def test_a_block_text_keeps_its_columns(world: World) -> None:
    line, col = world.swap(
        RULE_FILE,
        "wanneer: leeftijd >= parameters.pr.leeftijd",
        "wanneer: |\n      leeftijd >= 1\n      en leeftijd >= §parameters.pr.leeftijt",
    )
    (found,) = world.problems()
    assert (found.code, found.line, found.col) == ("T003", line, col)


def test_nothing_is_read_twice_when_a_file_is_no_yaml(world: World) -> None:
    world.write({FACT_FILE: "feiten: [\n"})
    assert [(p.code, p.file) for p in world.problems()] == [("Y001", FACT_FILE)]


def test_a_file_that_is_a_list(world: World) -> None:
    world.write({FACT_FILE: "- een\n"})
    assert [(p.code, p.file) for p in world.problems()] == [("V003", FACT_FILE)]
