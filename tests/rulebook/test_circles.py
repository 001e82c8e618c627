# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""Legal circles: through concepts, roles, rights, means tests, open terms and units; not through the last period."""

from __future__ import annotations

import pytest

from rulebook.world import FACT_FILE, RULE_FILE, WORD_FILE, World

EXTRA = """\
  - regel: pr.een
    titel: Een
    grondslag: [{{wet: proefwet, artikel: "1"}}]
    geldig: {{van: 2018-01-01{until}}}
    bepaalt: pr.een
    waarde: {one}
    eenheid: eur/maand
  - regel: pr.twee
    titel: Twee
    grondslag: [{{wet: proefwet, artikel: "1"}}]
    geldig: {{van: {start}}}
    bepaalt: pr.twee
    waarde: {two}
    eenheid: eur/maand
voorbeelden:
"""


def add(world: World, one: str, two: str, until: str = "", start: str = "2018-01-01") -> None:
    world.swap(RULE_FILE, "voorbeelden:\n", EXTRA.format(one=one, two=two, until=until, start=start))


def test_the_message_prints_the_circle(world: World) -> None:
    add(world, "pr.twee * 2", "pr.een / 2")
    (found,) = world.problems()
    assert found.code == "R135"
    assert "begrip pr.een -> begrip pr.twee -> begrip pr.een (op 2018-01-01)" in found.message


def test_the_last_period_breaks_a_circle(world: World) -> None:
    add(world, "vorige_periode(pr.twee) * 2", "pr.een / 2")
    assert world.problems() == []


def test_rules_of_different_times_make_no_circle(world: World) -> None:
    add(world, "pr.twee * 2", "parameters.pr.bedrag", until=", tot: 2019-12-31")
    world.swap(RULE_FILE, "voorbeelden:\n", EXTRA.split("  - regel: pr.twee")[0].format(
        one="parameters.pr.bedrag", until="").replace("regel: pr.een", "regel: pr.een_later").replace(
        "van: 2018-01-01", "van: 2020-01-01") + "voorbeelden:\n")  # fmt: skip
    world.swap(RULE_FILE, "    bepaalt: pr.twee\n    waarde: parameters.pr.bedrag",
               "    bepaalt: pr.twee\n    uitzondering_op: pr.twee_oud\n    waarde: pr.een")  # fmt: skip
    world.swap(RULE_FILE, "    geldig: {van: 2018-01-01}\n    bepaalt: pr.twee",
               "    geldig: {van: 2020-01-01}\n    bepaalt: pr.twee")  # fmt: skip
    world.swap(
        RULE_FILE,
        "  - regel: pr.twee\n",
        """\
  - regel: pr.twee_oud
    titel: Twee vroeger
    grondslag: [{wet: proefwet, artikel: "1"}]
    geldig: {van: 2018-01-01}
    bepaalt: pr.twee
    waarde: parameters.pr.bedrag
  - regel: pr.twee
""",
    )
    assert world.problems() == []


@pytest.mark.parametrize(
    ("old", "new", "part"),
    [
        ("    wanneer: gehuwd\n", "    wanneer: gehuwd en recht(proefgeld, persoon)\n", "recht proefgeld"),
        ("    wanneer: studie != 'geen'\n", "    wanneer: recht(proefgeld)\n", "recht proefgeld"),
        ("vrij: parameters.pr.bedrag}", "vrij: hoogte(proefgeld)}", "middelen inkomen proef"),
        ("anders: onwaar}", "anders: onwaar}\n      - {vult_in: pr.soepel, waarde: pr.soepel}", "term pr.soepel"),
        ("mits: pr.soepel}", "mits: recht(proefgeld)}", "recht proefgeld"),
    ],
)  # fmt: skip
def test_through_other_things(world: World, old: str, new: str, part: str) -> None:
    world.swap(RULE_FILE, old, new)
    found = [p for p in world.problems() if p.code == "R135"]
    assert len(found) == 1
    assert part in found[0].message


def test_a_unit_reads_the_roles_that_form_it(world: World) -> None:
    world.swap(WORD_FILE, "gevormd_door: [pw.partner, pw.kind]", "gevormd_door: [pr.partner]")
    assert world.problems() == []
    world.swap(RULE_FILE, "    wanneer: gehuwd\n", "    wanneer: gehuwd en persoon.pr.groep > 1\n")
    world.swap(
        RULE_FILE,
        "voorbeelden:\n",
        """\
  - regel: pr.groep
    titel: Hoeveel mensen
    grondslag: [{wet: proefwet, artikel: "1"}]
    geldig: {van: 2018-01-01}
    bepaalt: pr.groep
    waarde: aantal(p in gezin.leden waar p.leeftijd > 1)
voorbeelden:
""",
    )
    (found,) = world.problems()
    assert found.code == "R135"
    assert "rol pr.partner" in found.message


SECOND_PATH = """\
      pad: inkomen.bedrag
      samen: som
      alleen_als: {bruto: nee}
      behalve: {soort: [gift, erfenis]}
"""


def test_a_fact_that_is_computed_from_what_reads_it_is_a_circle(world: World) -> None:
    add(world, "inkomen_netto * 2", "parameters.pr.bedrag")
    world.swap(FACT_FILE, SECOND_PATH, "      begrip: pr.een\n")
    (found,) = world.problems()
    assert found.code == "R135"
    assert "begrip pr.een -> begrip pr.een (op 2018-01-01)" in found.message


def test_a_fact_that_is_computed_from_something_else_is_not(world: World) -> None:
    add(world, "inkomen_netto * 2", "parameters.pr.bedrag")
    world.swap(FACT_FILE, SECOND_PATH, "      begrip: pr.twee\n")
    assert world.problems() == []


@pytest.mark.parametrize("keys", ["pad: inkomen.bedrag\n      begrip: pr.norm", "begrip: pr.norm\n      samen: som"])
def test_a_path_or_a_concept_and_what_belongs_to_it(world: World, keys: str) -> None:
    world.swap(FACT_FILE, SECOND_PATH, f"      {keys}\n")
    assert world.problems() != []
