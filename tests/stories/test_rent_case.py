# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""The rent case: a rent a few euros over the limit takes the whole housing benefit away (Ondiep, 2018), told truly.

The amounts are derived here step by step from the figures of 2018 (Wht 13, 16-21 as in force on 2018-01-01), apart from
the rule files.
"""

from __future__ import annotations

import datetime as dt
from fractions import Fraction

import pytest

from samenloop.evaluation import Assessment
from samenloop.interaction import Conflict
from samenloop.proposals import Proposals, propose
from support.cases import book, household, look

RENT, LIMIT = Fraction("712.00"), Fraction("710.68")
BASE_RENT = Fraction("208.14") + Fraction("16.94")  # lowest normhuur 2018 plus the taakstelling (Wht 16, 17)
FIRST, SECOND = Fraction("417.34"), Fraction("597.30")  # kwaliteitskortingsgrens, aftoppingsgrens 1-2 persons


def story(name: str) -> tuple[Assessment, tuple[Conflict, ...], Proposals]:
    assessment, found = look(household(name))
    return assessment, found.conflicts, propose(assessment, found)


def benefit_2018(rent: Fraction) -> Fraction:
    """Housing benefit per month of a single person at the minimum income (15,000 a year is below the ijkpunt)."""
    full = FIRST - BASE_RENT
    most = (SECOND - FIRST) * Fraction(65, 100)
    rest = (rent - SECOND) * Fraction(40, 100)  # Wht 21 lid 1 c: one-person households
    return full + most + rest


def test_the_loss_is_derived_step_by_step() -> None:
    assert Fraction("225.08") == BASE_RENT
    assert Fraction("192.26") == FIRST - BASE_RENT
    assert (SECOND - FIRST) * Fraction(65, 100) == Fraction("116.974")
    assert (LIMIT - SECOND) * Fraction(40, 100) == Fraction("45.352")
    assert benefit_2018(LIMIT) == Fraction("354.586")
    _, (conflict,), _ = story("ondiep-huurgrens")
    assert conflict.loss.exact == benefit_2018(LIMIT)


def test_what_is_paid_follows_awir_14() -> None:
    """Awir 14: whole euros a year, so 4,255 euros; the monthly payment is in whole euros."""
    year = benefit_2018(LIMIT) * 12
    assert year == Fraction("4255.032")
    _, (conflict,), _ = story("ondiep-huurgrens")
    assert conflict.comparison.loss_paid.exact == Fraction(354)


def test_one_conflict_between_huurtoeslag_and_huurrecht() -> None:
    _, conflicts, _ = story("ondiep-huurgrens")
    (conflict,) = conflicts
    assert conflict.kind == "drempel"
    assert set(conflict.regimes) == {"huurtoeslag", "huurrecht"}
    assert conflict.severity == "hoog"
    assert conflict.certain
    assert conflict.missing == ()
    assert conflict.threshold is not None
    assert conflict.threshold.excess == Fraction("1.32")
    assert conflict.threshold.measured == RENT
    assert conflict.threshold.limit == LIMIT


def test_the_proof_is_two_evaluations() -> None:
    """The same household with the rent at the limit, written in the file, gives what the counterfactual claims."""
    assessment, (conflict,), _ = story("ondiep-huurgrens")
    other, found, _ = story("ondiep-op-de-grens")
    assert found == ()
    (there,) = other.claims_for("huurtoeslag")
    (here,) = assessment.claims_for("huurtoeslag")
    assert here.right.is_false
    assert there.right.is_true
    assert there.amount is not None
    assert there.amount.exact == conflict.loss.exact
    assert conflict.comparison.loss_free.exact == conflict.loss.exact + (RENT - LIMIT)  # the lower rent is saved too


def test_the_first_proposal_is_the_landlord_to_the_cent() -> None:
    _, (conflict,), proposals = story("ondiep-huurgrens")
    first = proposals.kept[0]
    assert first.turn is not None
    assert (first.turn.start, first.turn.to) == (RENT, LIMIT)
    assert first.deciders == ("corporatie",)
    assert first.rung == 4
    assert first.repairs == (conflict.id,)
    assert first.effect.exact == conflict.loss.exact
    assert first.new == ()
    assert first.left == ()
    assert first.open_conditions


def test_one_cent_less_does_not_repair() -> None:
    _, (conflict,), _ = story("ondiep-een-cent-erboven")
    assert conflict.threshold is not None
    assert conflict.threshold.excess == Fraction("0.01")


def test_until_when_the_repair_holds() -> None:
    """On 1 July 2018 the landlord may raise the rent; 684.00 leaves room for the highest increase of 3.9 %."""
    _, _, proposals = story("ondiep-huurgrens")
    holding = proposals.kept[0].holding
    assert holding is not None
    assert holding.until == dt.date(2018, 6, 30)
    days = {change.day for change in holding.days}
    assert {dt.date(2018, 7, 1), dt.date(2019, 1, 1)} <= days
    assert holding.whole_year is not None
    raised = Fraction("1.039")
    assert holding.whole_year * raised <= LIMIT < (holding.whole_year + Fraction("0.01")) * raised


def test_special_assistance_replaces_and_comes_after() -> None:
    _, (conflict,), proposals = story("ondiep-huurgrens")
    after = [p for p in proposals.kept if p.replaces]
    assert after
    assert all(not p.repairs for p in after)
    assert any(b.wet == "participatiewet" and b.artikel == "35" for p in after for h in p.hooks for b in h.grondslag)
    assert proposals.kept.index(after[0]) > 0
    assert after[0].effect.exact == conflict.loss.exact


def test_standing_still_repairs_nothing_and_is_named_for_the_threat() -> None:
    _, _, proposals = story("ondiep-huurgrens")
    assert any(dropped.acute for dropped in proposals.dropped)


@pytest.mark.parametrize(("name", "expected"), [("ondiep-op-de-grens", 0), ("ondiep-een-cent-erboven", 1)])
def test_both_sides_of_the_limit(name: str, expected: int) -> None:
    assert len(story(name)[1]) == expected


def test_at_the_limit_the_benefit_is_paid_and_the_edge_is_a_warning() -> None:
    assessment, found = look(household("ondiep-op-de-grens"))
    assert found.conflicts == ()
    (claim,) = assessment.claims_for("huurtoeslag")
    assert claim.as_paid.exact == Fraction(354)
    assert any(near.threshold.limit == LIMIT for near in found.near)


def test_far_over_the_limit_is_no_threshold_but_a_refusal_with_its_reason() -> None:
    assessment, conflicts, _ = story("ondiep-ruim-erboven")
    assert conflicts == ()
    (claim,) = assessment.claims_for("huurtoeslag")
    assert claim.right.is_false
    blocking = [c for c in claim.conditions if c.met.is_false]
    assert len(blocking) == 1
    assert blocking[0].kind == "sluit_uit"
    assert (Fraction(760) - LIMIT) / LIMIT > Fraction(5, 100)


def test_in_2026_the_limit_is_no_entry_condition() -> None:
    assessment, conflicts, _ = story("ondiep-huurgrens-2026")
    assert conflicts == ()
    (claim,) = assessment.claims_for("huurtoeslag")
    assert claim.right.is_true
    ended = book().rules["ht.te_hoge_huur"].geldig.tot
    assert ended == dt.date(2025, 12, 31)


def test_half_unknown_claims_nothing_for_certain() -> None:
    _, found = look(household("half-onbekend"))
    assert all(not conflict.certain for conflict in found.conflicts)
    assert len(found.conflicts) <= 2
    assert {ref.fact for conflict in found.conflicts for ref in conflict.missing}
