# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""For most people the ordinary rules work: ordinary households, and the same with one fact worse, give no conflict."""

from __future__ import annotations

import pytest

from samenloop.language.explain import Note
from support.cases import household, look

ORDINARY = [
    f"{name}{year}"
    for name in ("gewoon-gezin", "gewone-alleenstaande-bijstand", "gewone-oudere")
    for year in ("-2018", "-2025", "")
]

WORSE = [
    ("gewoon-gezin-2018", ("kale_huur: 630.00", "kale_huur: 705.00")),
    ("gewoon-gezin-2025", ("bedrag: 13000.00, status", "bedrag: 0, status")),
    ("gewoon-gezin", ("waarde: 4500.00", "waarde: 60000.00")),
    ("gewone-alleenstaande-bijstand-2018", ("kale_huur: 540.00", "kale_huur: 690.00")),
    ("gewone-alleenstaande-bijstand-2025", ("waarde: 900.00", "waarde: 7000.00")),
    ("gewone-alleenstaande-bijstand", ("kale_huur: 640.00", "kale_huur: 925.00")),
    ("gewone-oudere-2018", ("kale_huur: 570.00", "kale_huur: 650.00")),
    ("gewone-oudere-2025", ("waarde: 12000.00", "waarde: 30000.00")),
    ("gewone-oudere", ("bedrag: 23600.00", "bedrag: 30000.00")),
]


@pytest.mark.parametrize("name", ORDINARY)
def test_no_conflict(name: str) -> None:
    _, found = look(household(name))
    assert found.conflicts == ()


@pytest.mark.parametrize(("name", "change"), WORSE)
def test_a_near_miss_stays_silent(name: str, change: tuple[str, str]) -> None:
    _, found = look(household(name, change))
    assert found.conflicts == ()


@pytest.mark.parametrize("name", ORDINARY)
def test_every_amount_is_known_and_traced(name: str) -> None:
    """Every right in money is decided; an amount stands on rules with an article, parameters with a source."""
    assessment, _ = look(household(name))
    money = [c for c in assessment.claims if c.amount is not None]
    assert money
    for claim in money:
        assert claim.right.is_known, (claim.entitlement, claim.right)
        assert claim.monthly.is_known, (claim.entitlement, claim.amount)
        rules = {read.id for read in claim.reads if read.kind == "regel"}
        assert claim.rule in rules
        for rule in rules:
            for basis in assessment.book.rules[rule].grondslag:
                assert assessment.book.article_for(basis, assessment.day) is not None
        for read in claim.reads:
            if read.kind == "parameter":
                value = assessment.book.parameter(read.id, assessment.day)
                assert value is not None
                assert value.bron
    assert all(isinstance(note, Note) for _, _, note in assessment.evaluator.comparisons())
    assert assessment.d.is_known
    assert assessment.free.is_known


def test_the_ordinary_rules_do_give_something() -> None:
    """The silence is not emptiness: the single person on assistance gets three rights, the family two."""
    single, _ = look(household("gewone-alleenstaande-bijstand"))
    assert {c.entitlement for c in single.claims if c.right.is_true and c.monthly.exact > 0} >= {
        "algemene_bijstand",
        "huurtoeslag",
        "zorgtoeslag",
    }
    family, _ = look(household("gewoon-gezin"))
    assert {c.entitlement for c in family.claims if c.right.is_true and c.monthly.exact > 0} >= {
        "kinderbijslag",
        "kindgebonden_budget",
    }
