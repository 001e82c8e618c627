# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""The ladder and its printed order, the whitelist of knobs, and what is never proposed."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest

from samenloop.evaluation import evaluate_household, with_fact
from samenloop.interaction import Detected, detect
from samenloop.language.values import Value
from samenloop.proposals import Proposal, propose
from samenloop.proposals.apply import allowed
from samenloop.proposals.search import order
from support.cases import book, household, look

LAWFUL_KNOBS = {
    "huurprijs": ("kale_huur", "corporatie"),
    "huurprijs_particulier": ("kale_huur", "particuliere_verhuurder"),
    "aflossing_bijstand": ("pw.aflossing", "college"),
}
"""Every knob there is, by hand: a new one is a decision, not a detail."""

NEVER = {"inwoner", "gezinslid", "mantelzorger"}
WHAT_PEOPLE_DO = {
    "verblijf", "brp", "relatie", "relaties", "inkomen", "jaarinkomen", "vermogen", "uren_per_week", "gemeld_op",
    "studie", "leeftijd", "geboortemaand",
}  # fmt: skip


def test_every_knob_is_on_the_list() -> None:
    found = {name: (knob.draait_aan, knob.van) for name, knob in book().knobs.items()}
    assert found == LAWFUL_KNOBS


def test_no_knob_is_the_residents_or_about_how_people_live() -> None:
    rules = book()
    for knob in rules.knobs.values():
        assert knob.van not in NEVER
        if knob.draait_aan in rules.facts:
            keys = {step.key for step in rules.facts[knob.draait_aan].uit.steps}
            assert not keys & WHAT_PEOPLE_DO
            assert rules.facts[knob.draait_aan].eigenaar != "geen"


def test_a_knob_turns_only_its_own_way_and_not_below_its_end() -> None:
    knob = book().knobs["huurprijs"]
    assert allowed(knob, Fraction(712), Fraction(700))
    assert not allowed(knob, Fraction(712), Fraction(713))
    assert not allowed(knob, Fraction(712), Fraction(-1))


def found(name: str = "ondiep-huurgrens") -> tuple[Detected, tuple[Proposal, ...]]:
    assessment, detected = look(household(name))
    return detected, propose(assessment, detected).kept


def test_repairing_comes_before_replacing_whatever_the_rung() -> None:
    detected, kept = found()
    repairing = next(p for p in kept if p.repairs)
    replacing = next(p for p in kept if p.replaces)
    assert replacing.rung < repairing.rung
    assert order(repairing, detected) < order(replacing, detected)
    assert [p.id for p in kept] == [p.id for p in sorted(kept, key=lambda p: order(p, detected))]


def test_lower_rung_fewer_deciders_stronger_cheaper_in_that_order() -> None:
    detected, kept = found()
    base = next(p for p in kept if p.repairs)
    hook = base.hook
    higher = replace(base, hooks=(hook.model_copy(update={"trede": hook.trede + 1}),))
    weaker = replace(base, hooks=(hook.model_copy(update={"sterkte": "smal"}),))
    more = replace(base, hooks=(hook, hook.model_copy(update={"beslisser": "college", "uitzondering": "x"})))
    assert base.turn is not None
    dearer = replace(base, turn=replace(base.turn, to=base.turn.to - 10))
    for worse in (higher, weaker, more, dearer):
        assert order(base, detected) < order(worse, detected)


def test_nothing_is_proposed_without_a_conflict() -> None:
    assessment, detected = look(household("gewone-alleenstaande-bijstand"))
    result = propose(assessment, detected)
    assert result.kept == ()
    assert result.dropped == ()


def test_rung_eight_is_dropped_while_a_lower_rung_repairs() -> None:
    assessment, detected = look(household("ondiep-huurgrens"))
    result = propose(assessment, detected)
    assert all(p.rung < 8 for p in result.kept)
    assert any(d.hook.trede == 8 and "tegen de letter" in d.reason for d in result.dropped)


def test_another_landlord_another_hook() -> None:
    """The corporation's hook falls away by a computed condition; the private landlord's is weaker."""
    house = household("ondiep-huurgrens", ("verhuurder: corporatie", "verhuurder: particulier"))
    assessment, detected = look(house)
    result = propose(assessment, detected)
    first = result.kept[0]
    assert first.deciders == ("particuliere_verhuurder",)
    assert any("voorwaarde" in d.reason and d.hook.beslisser == "corporatie" for d in result.dropped)


def test_a_landlord_who_refuses_is_not_proposed_again() -> None:
    house = household(
        "ondiep-huurgrens",
        (
            "oordelen: {}",
            "oordelen: {contract.verhuurder_stemt_in: {oordeel: nee, door: corporatie}}",
        ),
    )
    assessment, detected = look(house)
    result = propose(assessment, detected)
    assert all("verhuurder_verlaagt_huur" not in p.id for p in result.kept)
    assert any(d.hook.uitzondering == "verhuurder_verlaagt_huur" for d in result.dropped)


@pytest.mark.parametrize("rent", ["710.69", "712.00", "725.00", "746.21"])
def test_the_smallest_change_is_exact_and_enough(rent: str) -> None:
    """Whatever the excess, the knob goes exactly to the limit: a cent more still hurts."""
    assessment, detected = look(household("ondiep-huurgrens", ("kale_huur: 712.00", f"kale_huur: {rent}")))
    first = propose(assessment, detected).kept[0]
    assert first.turn is not None
    assert first.turn.to == Fraction("710.68")
    a_cent_more = with_fact(first.turn.fact, Value(exact=first.turn.to + Fraction(1, 100)))
    still = detect(evaluate_household(assessment.household, assessment.book, a_cent_more))
    assert [c.id for c in still.conflicts] == list(first.repairs)
