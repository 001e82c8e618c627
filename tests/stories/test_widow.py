# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""The story of the daughter who moves in to care, with a mother who has a survivor's benefit (Anw) instead of bijstand."""

from __future__ import annotations

from fractions import Fraction

import pytest

from support.cases import household, look

BENEFIT = Fraction(1000)
WIDOW = (
    ("peildatum: 2016-11-01", "peildatum: 2018-11-01"),
    ("    leeftijd: 55\n", "    leeftijd: 60\n"),
    ("[{soort: bijstand, bedrag: onbekend, bruto: false}]\n    jaarinkomen: [{jaar: 2016, soort: toetsingsinkomen, "
     "bedrag: 14300.00, status: geschat}]\n    zorg:\n", "[{soort: anw, bedrag: 1000.00, per: maand, bruto: false}]\n"
     "    jaarinkomen: [{jaar: 2018, soort: toetsingsinkomen, bedrag: 14300.00, status: geschat}]\n    zorg:\n"),
    ("jaarinkomen: [{jaar: 2016, soort: toetsingsinkomen, bedrag: 14300.00, status: geschat}]\n    zorg: {",
     "jaarinkomen: [{jaar: 2018, soort: toetsingsinkomen, bedrag: 14300.00, status: geschat}]\n    zorg: {"),
    ("datum: 2016-12-01", "datum: 2018-12-01"),
    ("  - {regeling: participatiewet, wie: moeder, status: loopt}\n", ""),
    ("oordelen:\n", "oordelen:\n  moeder.anw.al_verlaagd: {oordeel: nee, door: wijkteam, waarom: zij woont alleen}\n"),
)  # fmt: skip


def test_the_survivors_benefit_is_part_of_the_penalty_on_care() -> None:
    assessment, found = look(household("mantelzorg-dochter", *WIDOW))
    benefit = next(c for c in assessment.claims_for("nabestaandenuitkering") if c.members == ("moeder",))
    assert benefit.right.is_true
    assert benefit.running.is_true
    assert benefit.monthly.exact == BENEFIT
    (conflict,) = found.conflicts
    assert conflict.kind == "straf_op_gewenst_gedrag"
    assert set(conflict.regimes) == {"wmo", "anw", "participatiewet"}
    assert "anw.kostendeler.huisgenoot" in {link.rule for link in conflict.chain}
    assert {s.who: s.loss.exact for s in conflict.comparison.shares}["moeder",] == BENEFIT * Fraction(2, 7)


@pytest.mark.parametrize(("age", "loses"), [(26, False), (27, True)])
def test_from_2023_a_young_housemate_does_not_lower_it(age: int, loses: bool) -> None:
    """Anw 17 lid 7 sub a: 27 from 2023, and the Participatiewet says the same."""
    years = (("peildatum: 2018", "peildatum: 2023"), ("datum: 2018", "datum: 2023"))
    text = tuple((old, _later(new, years)) for old, new in WIDOW)
    _, found = look(household("mantelzorg-dochter", *text, ("    leeftijd: 30\n", f"    leeftijd: {age}\n")))
    losers = {who for c in found.conflicts for s in c.comparison.shares for who in s.who}
    assert ("moeder" in losers) is loses


def _later(new: str, years: tuple[tuple[str, str], ...]) -> str:
    for old, later in years:
        new = new.replace(old, later)
    return new.replace("jaar: 2018", "jaar: 2023")
