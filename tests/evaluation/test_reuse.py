# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""A varied assessment takes over what the change cannot touch: it says what a whole evaluation says, to the last read."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

import pytest

from samenloop.evaluation import (
    Assessment,
    Variation,
    evaluate_household,
    with_role,
    without_norms,
    without_reading,
    without_rules,
)
from samenloop.evaluation.questions import answers, missing_facts
from samenloop.language.values import FactRef, Value
from support.cases import book, household, look

CASES = ("half-onbekend", "ondiep-auto", "mantelzorg-dochter-2026", "gewoon-gezin-2018")
EVERY = 9
"""one in so many rules is set aside"""


def said(one: Assessment) -> tuple[object, ...]:
    claims = [(c.norm, c.members, c.right, c.monthly, c.as_paid, c.covers, c.running, c.reads) for c in one.claims]
    return claims, [(line.key, line.amount, line.reads) for line in one.account.lines], one.d, one.free


def changes(base: Assessment) -> Iterator[tuple[str, Variation]]:
    """Every kind of change that a detector, a question or a proposal makes."""
    for ref in missing_facts(base)[:8]:
        yield from ((f"{ref}: {label}", change) for label, change in answers(base, ref)[:3])
    for rule in list(base.evaluator.live.rules)[::EVERY]:
        yield f"zonder {rule}", without_rules({rule})
    people = [person.id for person in base.household.personen]
    for bound in base.evaluator.live.by_verb["kwalificeert"]:
        yield f"zonder {bound.norm.id}", without_norms({bound.norm.id})
        for who in people:
            yield f"{who} geen {bound.norm.kwalificeert}", with_role(bound.norm.kwalificeert, who, people[0], False)
    for claim in base.claims:
        name = claim.entitlement
        yield f"{name} niet gevraagd", Variation(claims_off=frozenset({name}))
        yield f"{name} loopt", Variation(claims_on=frozenset({name}))
        yield f"{name} niet gelezen", without_reading({name})
    parameter = next(iter(sorted(r.id for c in base.claims for r in c.reads if r.kind == "parameter")), None)
    if parameter is not None:
        yield f"ander bedrag: {parameter}", Variation(parameters={parameter: Fraction(1)})
        yield f"zonder bedrag: {parameter}", Variation(parameters={parameter: None})
    norm = FactRef("persoon", people[0], "pw.norm")
    yield "een begrip vastgezet", Variation(concepts={norm: Value(exact=Fraction(1234))})


@pytest.mark.parametrize("name", CASES)
def test_a_varied_assessment_is_a_whole_one(name: str) -> None:
    base, _ = look(household(name))
    tried = 0
    for label, change in changes(base):
        whole = evaluate_household(base.household, book(), base.variation.also(change))
        assert said(base.varied(change)) == said(whole), label
        tried += 1
    assert tried > 60


def test_a_change_on_top_of_changes_is_a_whole_one() -> None:
    here, _ = look(household("half-onbekend"))
    for ref in missing_facts(here)[:6]:
        label, change = answers(here, ref)[0]
        here = here.varied(change)
        whole = evaluate_household(here.household, book(), here.variation)
        assert said(here) == said(whole), f"{ref}: {label}"
    shown = [(rule, thing, note.text) for rule, thing, note in here.evaluator.comparisons()]
    assert shown == [(rule, thing, note.text) for rule, thing, note in whole.evaluator.comparisons()]
