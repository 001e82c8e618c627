# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""The carer: a daughter on assistance moves in with her mother to care for her, and both lose part of their norm
(documented for November 2016). The amounts are derived here from published figures, apart from the rule files."""

from __future__ import annotations

from fractions import Fraction

import pytest

from samenloop.interaction import Conflict
from samenloop.language.values import FactRef
from samenloop.proposals import Proposal, propose
from samenloop.report import Report
from support.cases import household, look, report_of

# Norms for people from 21 to pension age, 1 July 2016, holiday allowance included (published table of that date).
COUPLE, SINGLE = Fraction("1395.94"), Fraction("977.15")
SHARED_WITH_ONE = COUPLE / 2
# Housing benefit 2016: base rent at the lowest income, and the limit up to which all of the rent counts.
BASE_RENT, FULL_UP_TO = Fraction("231.87"), Fraction("409.92")
# Norms of 1 July 2026.
COUPLE_2026, SINGLE_2026 = Fraction("2027.80"), Fraction("1419.46")


def story(name: str, *changes: tuple[str, str]) -> tuple[Conflict, tuple[Proposal, ...]]:
    assessment, found = look(household(name, *changes))
    (conflict,) = found.conflicts
    return conflict, propose(assessment, found).kept


def benefit_2016(rent: Fraction) -> Fraction:
    """Housing benefit of a single person at the lowest income, rent under the aftoppingsgrens (Wht 21)."""
    return FULL_UP_TO - BASE_RENT + (rent - FULL_UP_TO) * Fraction(65, 100)


def test_one_conflict_between_wmo_and_participatiewet() -> None:
    conflict, _ = story("mantelzorg-dochter")
    assert conflict.kind == "straf_op_gewenst_gedrag"
    assert set(conflict.regimes) == {"wmo", "participatiewet"}
    assert (conflict.certain, conflict.severity) == (True, "hoog")
    assert set(conflict.who) == {"moeder", "dochter"}
    assert conflict.act is not None
    assert (conflict.act.deed, conflict.act.by, conflict.act.for_whom) == ("mantelzorg", "dochter", "moeder")
    assert conflict.act.planned


def test_twice_the_single_norm_becomes_twice_half_the_couple_norm() -> None:
    conflict, _ = story("mantelzorg-dochter")
    proof = conflict.comparison
    lost = {(c.entitlement, c.members): (c.monthly.exact, h) for c, h in zip(proof.lost, proof.had, strict=True)}
    for who in ("moeder", "dochter"):
        single, shared = lost["algemene_bijstand", (who,)]
        assert single == SINGLE
        assert shared is not None
        assert shared.monthly.exact == SHARED_WITH_ONE
    in_all = 2 * (SINGLE - SHARED_WITH_ONE) + benefit_2016(Fraction(500))
    assert proof.loss.exact == in_all
    assert {share.who: share.loss.exact for share in proof.shares} == {
        ("moeder",): SINGLE - SHARED_WITH_ONE,
        ("dochter",): SINGLE - SHARED_WITH_ONE + benefit_2016(Fraction(500)),
    }


def test_her_rent_is_saved_and_it_still_is_a_loss() -> None:
    conflict, _ = story("mantelzorg-dochter")
    assert conflict.comparison.loss_free.exact == conflict.loss.exact - 500
    assert "blijft het een verlies" in told("mantelzorg-dochter").botsingen[0].uitleg


def test_where_the_saved_rent_is_more_than_the_loss_it_is_told_and_it_is_not_grave() -> None:
    changes = (
        ("hoofdbewoner: dochter, kale_huur: 500.00", "hoofdbewoner: dochter, kale_huur: 800.00"),
        ("{soort: bijstand, bedrag: onbekend, bruto: false}]\n    jaarinkomen: [{jaar: 2016, soort: toetsingsinkomen, "
         "bedrag: 14300.00, status: geschat}]\n    zorg: {", "{soort: loon, bedrag: 2500.00, per: maand, bruto: true, "
         "netto: 1900.00}]\n    jaarinkomen: [{jaar: 2016, soort: toetsingsinkomen, bedrag: 32000.00, status: geschat}]"
         "\n    zorg: {"),
    )  # fmt: skip
    conflict, _ = story("mantelzorg-dochter", *changes)
    assert conflict.loss.exact == SINGLE - SHARED_WITH_ONE
    assert conflict.comparison.loss_free.exact == conflict.loss.exact - 800
    assert conflict.severity == "laag"
    assert "geen verlies" in told("mantelzorg-dochter", *changes).botsingen[0].uitleg


def test_what_the_wmo_saves_is_her_hours() -> None:
    conflict, _ = story("mantelzorg-dochter")
    saved = {x.entitlement: (x.more.exact, x.unit, x.per) for x in conflict.comparison.saved}
    assert saved == {
        "wmo_begeleiding": (Fraction(8), "uren", "week"),
        "wmo_huishoudelijke_hulp": (Fraction(4), "uren", "week"),
    }
    assert not {c.regime for c in conflict.comparison.lost} & {"wmo"}


def test_article_18_is_proposed_as_narrow_with_the_rulings_that_closed_the_door() -> None:
    _, kept = story("mantelzorg-dochter")
    (proposal,) = kept
    assert proposal.id == "pw_18_1"
    assert proposal.repairs
    assert proposal.strength == "smal"
    assert proposal.effect.exact == 2 * (SINGLE - SHARED_WITH_ONE)
    (shown,) = told("mantelzorg-dochter").voorstellen
    closed = [x for x in shown.rechtspraak if "sluit deze deur" in x]
    assert any("ECLI:NL:CRVB:2016:3871" in x for x in closed)
    assert not any("2017" in x or "2018" in x or "2022" in x for x in shown.rechtspraak), "later rulings did not exist"


def test_the_act_undone_is_the_household_as_it_is() -> None:
    """The plan is compared with not moving: nobody is said to hide anything, and nobody moves elsewhere."""
    assessment, found = look(household("mantelzorg-dochter"))
    (conflict,) = found.conflicts
    assert conflict.comparison.d_without.exact == assessment.d.exact
    _, without_plan = look(household("mantelzorg-dochter", ("status: overwogen", "status: onbekend")))
    assert without_plan.conflicts == ()


def test_the_wording_of_2026_frees_the_carer_and_leaves_the_mother_with_her_loss() -> None:
    conflict, kept = story("mantelzorg-dochter-2026")
    loss = SINGLE_2026 - COUPLE_2026 / 2
    shares = {share.who: share.loss for share in conflict.comparison.shares}
    assert shares["moeder",].exact == loss
    assert shares["dochter",].bounds[0] == 0
    assert not shares["dochter",].is_known
    assert FactRef("paar", "dochter>moeder", "pw.tijdelijk_om_zorg") in conflict.comparison.loss.missing
    eased = next(p for p in kept if p.id == "pw_22a_4_vaststellen")
    assert eased.eases == (conflict.id,)
    assert eased.effect.bounds == (0, loss)
    assert {c.text for c in eased.open_conditions} >= {"De mantelzorger woont er tijdelijk, om te zorgen."}


@pytest.mark.parametrize(("answer", "hers"), [("ja", 0), ("nee", SINGLE_2026 - COUPLE_2026 / 2)])
def test_the_open_condition_decides_her_norm(answer: str, hers: Fraction) -> None:
    judged = "".join(
        f"  dochter.moeder.{fact}: {{oordeel: {answer}, door: college}}\n"
        for fact in ("pw.tijdelijk_om_zorg", "pw.intensieve_zorgbehoefte")
    )
    conflict, _ = story("mantelzorg-dochter-2026", ("  moeder.wmo.wlz_waar", f"{judged}  moeder.wmo.wlz_waar"))
    proof = conflict.comparison
    lost = {c.members: c.monthly.exact - h.monthly.exact for c, h in zip(proof.lost, proof.had, strict=True)
            if c.entitlement == "algemene_bijstand" and h is not None}  # fmt: skip
    assert lost.get(("dochter",), 0) == hers
    assert lost["moeder",] == SINGLE_2026 - COUPLE_2026 / 2


def test_2025_has_no_such_exception() -> None:
    """Before 2026 the judgement changes nothing: the day decides."""
    conflict, kept = story("mantelzorg-dochter-2026", ("peildatum: 2026-11-01", "peildatum: 2025-12-31"))
    assert "pw_22a_4_vaststellen" not in {p.id for p in kept}
    assert FactRef("paar", "dochter>moeder", "pw.tijdelijk_om_zorg") not in conflict.comparison.loss.missing


def test_the_twin_is_silent() -> None:
    """She has wages above her share, and comes for want of a home."""
    assessment, found = look(household("dochter-met-loon-trekt-in"))
    assert found.conflicts == ()
    assert assessment.d.is_known


def told(name: str, *changes: tuple[str, str]) -> Report:
    return report_of(household(name, *changes))
