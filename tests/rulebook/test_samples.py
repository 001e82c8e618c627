# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""A rule base with every kind of file and every norm verb; its amounts are samples and state no law."""

from __future__ import annotations

import datetime as dt
import shutil
from pathlib import Path

import pytest

from rulebook.world import ROOT, World
from samenloop.rulebook import NORMS, Rulebook

DATA = Path(__file__).parent / "data" / "voorbeelden"
REFORM = DATA / "hervormingen" / "mantelzorger_telt_niet_mee.yaml"


@pytest.fixture(scope="module")
def samples(tmp_path_factory: pytest.TempPathFactory) -> World:
    root = tmp_path_factory.mktemp("samples") / "basis"
    shutil.copytree(DATA, root)
    shutil.copy(ROOT / "rules" / "woordenlijst.yaml", root / "rules" / "woordenlijst.yaml")
    return World(root)


@pytest.fixture(scope="module")
def sample_book(samples: World) -> Rulebook:
    return samples.load([REFORM])


def test_every_sample_loads(samples: World) -> None:
    assert [p.render() for p in samples.problems([REFORM])] == []
    yaml_files = [p for p in DATA.rglob("*.yaml") if "hervormingen" not in p.parts]
    assert len(samples.load().files) == len(yaml_files) == 30


def test_every_verb_occurs(sample_book: Rulebook) -> None:
    book = sample_book.with_overlays(gemeente="GM0344")
    assert {norm.verb for _rule, norm in book.norms.values()} == set(NORMS)


def test_the_verbs_are_those_of_the_word_list(sample_book: Rulebook) -> None:
    assert set(NORMS) == set(sample_book.vocabulary.ids("werkwoorden"))


def test_the_reform_replaces_the_role_from_2027(sample_book: Rulebook) -> None:
    for day, rule in (("2026-12-31", "pw.medebewoner"), ("2027-01-01", "pw.medebewoner.zonder_mantelzorger")):
        live = sample_book.at(dt.date.fromisoformat(day))
        assert [r.regel for r, _norm in live.roles["pw.kostendeler"]] == [rule]


def test_a_limit_that_ended_is_no_longer_in_force(sample_book: Rulebook) -> None:
    before, after = (sample_book.at(dt.date(year, 4, 1)) for year in (2018, 2026))
    assert [r.regel for r, _n in before.exclusions["huurtoeslag"]] == ["ht.te_hoge_huur", "ht.te_hoog_inkomen"]
    assert "huurtoeslag" not in after.exclusions
    assert before.concepts["ht.rekenhuur"].root.regel == "ht.rekenhuur.tot_2026"
    assert after.concepts["ht.rekenhuur"].root.regel == "ht.rekenhuur.vanaf_2026"


def test_exceptions_of_exceptions(sample_book: Rulebook) -> None:
    tree = sample_book.at(dt.date(2026, 11, 23)).concepts["pw.norm"]
    children = {r.regel: [e.regel for e in tree.exceptions_to(r)] for r in (tree.root, *tree.exceptions_to(tree.root))}
    assert children == {
        "pw.norm.alleenstaande": ["pw.norm.pensioen", "pw.norm.kostendeler"],
        "pw.norm.pensioen": ["pw.norm.kostendeler_pensioen"],
        "pw.norm.kostendeler": [],
    }
