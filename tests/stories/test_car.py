# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""The car: debt help wants it sold, and another law protects it because it is needed (Ondiep, 2018)."""

from __future__ import annotations

import pytest

from samenloop.interaction import Conflict
from samenloop.language.values import FactRef
from samenloop.proposals import Proposal, Proposals, propose
from samenloop.report.model_conflicts import DutiesProof
from support.cases import household, look, report_of

ONLY_THE_CAR = ("voorwaarden: [auto_verkopen, stabiel_inkomen]", "voorwaarden: [auto_verkopen]")


def story(*changes: tuple[str, str]) -> tuple[Conflict, Proposals]:
    assessment, found = look(household("ondiep-auto", *changes))
    (conflict,) = found.conflicts
    return conflict, propose(assessment, found)


def by_id(found: Proposals) -> dict[str, Proposal]:
    return {p.id: p for p in found.kept}


def test_a_duty_on_what_another_law_protects() -> None:
    conflict, _ = story()
    assert conflict.kind == "dubbele_plicht"
    assert set(conflict.regimes) == {"wgs", "participatiewet"}
    assert (conflict.certain, conflict.severity) == (True, "midden")
    duties = conflict.duties
    assert duties is not None
    assert (duties.a.rule, duties.a.wants, duties.a.protects) == ("wgs.auto_eerst", "nee", False)
    assert (duties.b.rule, duties.b.wants, duties.b.protects) == ("pw.bezit_telt.nodige_auto", "ja", True)
    assert {ref.fact for ref in duties.b.because} == {"pw.nodig_werk", "pw.nodig_zorg", "pw.nodig_vervoer"}
    assert [claim.entitlement for claim in duties.refused] == ["schuldhulp"]


def test_the_other_refusal_is_set_aside_in_both_worlds_of_the_proof() -> None:
    """He is refused on two grounds: without the duty alone he would be refused all the same."""
    conflict, _ = story()
    assert conflict.world.rules_off == {"wgs.inkomen_eerst"}
    assert conflict.without.rules_off == {"wgs.inkomen_eerst", "wgs.auto_eerst"}
    single, _ = story(ONLY_THE_CAR)
    assert single.world.rules_off == frozenset()


def test_keeping_the_car_with_its_value_disclosed_and_budget_management_come_first() -> None:
    conflict, found = story()
    first, *others = found.kept
    assert [hook.uitzondering for hook in first.hooks] == ["wgs_maatwerk", "budgetbeheer"]
    assert first.repairs == (conflict.id,)
    assert first.regains == ("schuldhulp",)
    assert any("waarde" in c.text for c in first.open_conditions)
    assert [p.id for p in others] == ["awb_4_84"], "the second-best: a higher rung, because it departs from policy"
    assert others[0].rung > first.rung
    told = {x.hook.uitzondering: x.reason for x in found.dropped}
    assert told["wgs_maatwerk"].startswith("lost een deel op")
    assert "schuldeisers_staan_stil" in told


def test_with_the_car_as_the_only_ground_tailoring_is_enough() -> None:
    _, found = story(ONLY_THE_CAR)
    assert by_id(found)["wgs_maatwerk"].regains == ("schuldhulp",)
    assert all(len(p.hooks) == 1 for p in found.kept)


def test_no_policy_to_depart_from_when_the_decision_rests_on_none() -> None:
    _, found = story(("laag: beleidsregel", "laag: werkproces"))
    assert "awb_4_84" not in by_id(found)
    assert "awb_3_4_schuldhulp" in by_id(found), "then proportionality, the weaker neighbour"


NEEDS = "werk: {oordeel: ja", "zorg: {oordeel: ja", "vervoer: {oordeel: ja"


def test_a_car_nobody_needs_is_no_conflict() -> None:
    _, found = look(household("ondiep-auto-niet-nodig"))
    assert found.conflicts == ()


@pytest.mark.parametrize("kept", range(3))
def test_one_need_is_enough(kept: int) -> None:
    changes = [(x, x.replace("ja", "nee")) for i, x in enumerate(NEEDS) if i != kept]
    conflict, _ = story(*changes)
    assert conflict.certain


def test_no_need_at_all_is_the_law_as_meant() -> None:
    _, found = look(household("ondiep-auto", *((x, x.replace("ja", "nee")) for x in NEEDS)))
    assert found.conflicts == ()


def test_an_open_judgement_makes_it_possible_and_is_asked() -> None:
    open_ = [(x, x.replace("ja", "onbekend")) for x in NEEDS]
    conflict, _ = story(*open_)
    assert not conflict.certain
    assert FactRef("bezit", "bezit1", "pw.nodig_werk") in conflict.missing
    report = report_of(household("ondiep-auto", *open_))
    asked = {q.feit for q in report.vragen if conflict.id in q.verandert}
    assert "bezit1.pw.nodig_werk" in asked


def test_without_the_condition_there_is_no_duty() -> None:
    _, found = look(household("ondiep-auto", ("voorwaarden: [auto_verkopen, stabiel_inkomen]", "voorwaarden: []")))
    assert found.conflicts == ()


def test_the_report_names_both_norms_and_what_it_costs_to_break_each() -> None:
    (shown,) = report_of(household("ondiep-auto")).botsingen
    proof = shown.bewijs
    assert isinstance(proof, DutiesProof)
    assert proof.gevolg_a == "geen schuldhulp van de gemeente"
    assert "nodig werk" in proof.gevolg_b
    assert "De wet gaat ervan uit dat de auto gemist kan worden, maar dat is hier niet zo." in shown.uitleg
    assert shown.bedrag_per_maand == "0.00"
