# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""What must hold of the law that ships with the project, whatever it says."""

from __future__ import annotations

import datetime as dt
import re

import pytest

from rulebook.world import ROOT
from samenloop.language import nodes
from samenloop.rulebook import Rulebook, load_rulebook
from samenloop.rulebook.checks.hooks import FORBIDDEN
from samenloop.rulebook.reading import kind_of
from samenloop.rulebook.walk import marked


@pytest.fixture(scope="module")
def shipped() -> Rulebook:
    return load_rulebook(ROOT)


def test_it_loads(shipped: Rulebook) -> None:
    assert shipped.all_rules
    assert shipped.applied == ()


def test_every_file_has_a_kind() -> None:
    paths = [p for top in ("rules", "laws") for p in (ROOT / top).rglob("*") if p.is_file()]
    files = [p.relative_to(ROOT).as_posix() for p in paths]
    assert [f for f in files if kind_of(f) is None and f != "rules/woordenlijst.yaml"] == []


def test_no_amount_stands_in_a_rule(shipped: Rulebook) -> None:
    """Small whole numbers count people, years or months; euros stand in laws/ only."""
    found = []
    for rule in shipped.all_rules:
        for one in marked(rule):
            if hasattr(one.value, "root"):
                found += [
                    (rule.regel, node.value)
                    for node in nodes.walk(one.value.root)
                    if isinstance(node, nodes.Number) and node.value >= 100
                ]
    assert found == []


def test_no_knob_turns_a_life(shipped: Rulebook) -> None:
    for knob in shipped.knobs.values():
        fact = shipped.facts.get(knob.draait_aan)
        keys = {step.key for step in fact.uit.steps} if fact else set()
        assert keys.isdisjoint(FORBIDDEN), knob.knop
        assert knob.van not in ("inwoner", "gezinslid", "mantelzorger")


def test_every_basis_can_be_cited_on_its_first_day(shipped: Rulebook) -> None:
    for rule in shipped.all_rules:
        for basis in rule.grondslag:
            day = rule.geldig.van
            assert shipped.article_for(basis, day), (rule.regel, basis)
            assert shipped.basis_text(basis, day)
            jci = shipped.jci(basis, day)
            law = shipped.laws[basis.wet]
            assert (jci is None) == (not law.bwb.startswith("BWBR"))
            assert jci is None or re.fullmatch(r"jci1\.3:c:BWBR\d{7}(&[a-z]+=[^&=]+)+", jci)


def test_every_concept_has_one_root_on_every_day_it_is_covered(shipped: Rulebook) -> None:
    days = sorted({r.geldig.van for r in shipped.all_rules} | {dt.date(2018, 4, 1), dt.date(2026, 11, 23)})
    for day in days:
        live = shipped.at(day)
        for concept, tree in live.concepts.items():
            roots = [r for r in live.rules.values() if r.bepaalt == concept and r.uitzondering_op is None]
            assert roots == [tree.root]
