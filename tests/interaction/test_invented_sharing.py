# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""``dubbele_plicht`` b with invented laws: a remission of taxes is lower for who has a housemate, and takes for granted
that the housemate pays along.

A host of 55 with wages has 60 a month alone and 35 with the housemate, whatever the housemate earns: 25 a month. The
law takes for granted that the housemate has EUR 400 net. The only safety net is for who is Dutch and 22 or older.
"""

from __future__ import annotations

from fractions import Fraction

import pytest

from interaction.invented import Change, beside_the_law, conflicts, one, rules
from samenloop.interaction import Conflict
from samenloop.language.values import Value

LAW = "bijspringen+vangnet"
HOUSE = """\
schema: 1
huishouden: proef
peildatum: 2026-04-01
personen:
  - id: gastheer
    aanvrager: true
    leeftijd: 55
    verblijf: {waar: woning, woning: huis}
    brp: {inschrijving: woonadres, woning: huis}
    verblijfsrecht: nederlander
    inkomen: [{soort: loon, bedrag: 3100.00, per: maand, bruto: false}]
    jaarinkomen: [{jaar: 2026, soort: toetsingsinkomen, bedrag: 61000.00, status: vastgesteld}]
    studie: geen
    zorgverzekering: {verzekerd: true, premie: 150.00, premieachterstand_maanden: 0}
  - id: gast
    leeftijd: 24
    verblijf: {waar: woning, woning: huis}
    brp: {inschrijving: geen}
    verblijfsrecht: geen
    inkomen: [{soort: anders, omschrijving: klusjes, bedrag: 100.00, per: maand, bruto: false}]
    jaarinkomen: [{jaar: 2026, soort: toetsingsinkomen, bedrag: 1200.00, status: geschat}]
    studie: geen
    zorgverzekering: {verzekerd: false}
relaties: []
woningen:
  - {id: huis, soort: huur_vrij, zelfstandig: true, verhuurder: particulier, kale_huur: 800.00, servicekosten: 0, subsidiabele_servicekosten: 0, hoofdbewoner: gastheer}
vermogen: []
schulden: []
dreigingen: []
regelingen: []
"""
DUTCH = ("verblijfsrecht: geen", "verblijfsrecht: nederlander")
ASSUMPTION = "          als: kwijt.kan_delen\n"
BY_STATUS = (ASSUMPTION, "          als: ander.verblijfsrecht = 'nederlander'\n")


def found(*changes: Change, law: tuple[Change, ...] = ()) -> list[Conflict]:
    return conflicts(HOUSE, rules(LAW, *law), *changes)


def euros(amount: str) -> Value:
    return Value(exact=Fraction(amount))


@pytest.mark.parametrize("beside", [False, True], ids=["alleen", "naast het recht"])
def test_who_counts_as_sharing_and_has_nothing_to_share(beside: bool) -> None:
    conflict = one(conflicts(HOUSE, beside_the_law(LAW) if beside else rules(LAW)))
    assert conflict.kind == "dubbele_plicht"
    assert conflict.regimes[0] == "kwijtschelding"
    assert "verblijfsrecht" in conflict.regimes
    assert conflict.who == ("gastheer",)
    assert str(conflict.subject) == "paar:gastheer>gast"
    assert conflict.loss == euros("25")
    assert not conflict.certain  # what somebody earns can change tomorrow
    assert conflict.assumes == "een huisgenoot meebetaalt"
    assert conflict.comparison.d_with == euros("3255")  # 3100 + 100 + 35 + 20
    assert conflict.comparison.d_without == euros("3280")


def test_by_a_fact_that_another_regime_decides_it_is_certain() -> None:
    conflict = one(found(law=(BY_STATUS,)))
    assert conflict.certain
    assert conflict.regimes == ("kwijtschelding", "verblijfsrecht")


def test_the_fact_may_stand_behind_a_concept() -> None:
    behind = ("ander.inkomen_netto >= parameters.kwijt.aandeel", "ander.verblijfsrecht = 'nederlander'")
    assert one(found(law=(behind,))).certain


# Severity: the norm is 1000.


@pytest.mark.parametrize(
    ("alone", "judged", "degree"),
    [
        ("84.99", BY_STATUS, "laag"),  # 49.99 of 1000
        ("85.00", BY_STATUS, "midden"),
        ("134.99", BY_STATUS, "midden"),
        ("135.00", BY_STATUS, "midden"),  # grave, but about how people live
        ("135.00", (ASSUMPTION, ASSUMPTION), "midden"),  # grave, but only possible
    ],
)
def test_severity(alone: str, judged: Change, degree: str) -> None:
    assert one(found(law=(("waarde: 60.00", f"waarde: {alone}"), judged))).severity == degree


def test_a_legal_assumption_that_another_regime_makes_false_can_be_grave() -> None:
    legal = ("niveau: feitelijk", "niveau: juridisch")
    assert one(found(law=(("waarde: 60.00", "waarde: 135.00"), BY_STATUS, legal))).severity == "hoog"
    assert one(found(law=(("waarde: 60.00", "waarde: 135.00"), legal))).severity == "midden"


# Harmless twins.


@pytest.mark.parametrize("beside", [False, True], ids=["alleen", "naast het recht"])
@pytest.mark.parametrize("status", ["loopt", "niet_aangevraagd", "afgewezen"])
def test_who_has_a_safety_net_can_share_used_or_not(status: str, beside: bool) -> None:
    book = beside_the_law(LAW) if beside else rules(LAW)
    used = ("regelingen: []", f"regelingen: [{{regeling: bbz_lening, wie: gast, status: {status}}}]")
    assert conflicts(HOUSE, book, DUTCH, used) == []


def test_one_safety_net_is_enough_when_another_refuses() -> None:
    """The invented one is for 22 and older; bijstand is there at 21."""
    assert conflicts(HOUSE, beside_the_law(LAW), ("leeftijd: 24", "leeftijd: 21"), DUTCH) == []


def test_a_safety_net_that_is_perhaps_there_is_no_ground() -> None:
    assert found(("verblijfsrecht: geen", "verblijfsrecht: onbekend")) == []


@pytest.mark.parametrize("beside", [False, True], ids=["alleen", "naast het recht"])
def test_a_true_assumption_is_the_law_as_meant(beside: bool) -> None:
    book = beside_the_law(LAW) if beside else rules(LAW)
    assert conflicts(HOUSE, book, ("bedrag: 100.00", "bedrag: 400.00")) == []
    assert len(conflicts(HOUSE, book, ("bedrag: 100.00", "bedrag: 399.99"))) == 1


def test_an_income_that_is_not_known_is_not_certainly_too_low() -> None:
    assert found(("bedrag: 100.00", "bedrag: onbekend")) == []


NO_STATUS = ("als: verblijfsrecht = 'nederlander', van", "als: leeftijd >= 18, van")


def test_without_a_second_regime_there_is_no_interference() -> None:
    """Refused for being 21, by a safety net that looks at age alone."""
    assert found(("leeftijd: 24", "leeftijd: 21"), DUTCH, law=(NO_STATUS,)) == []


def test_without_any_safety_net_in_the_law_there_is_no_second_regime() -> None:
    assert conflicts(HOUSE, rules("bijspringen")) == []


def test_a_role_that_does_not_lower_is_no_charge() -> None:
    assert found(law=(("werking: verlaagt", "werking: geen"),)) == []


def test_who_does_not_share_the_home_is_not_counted() -> None:
    elsewhere = (
        "    verblijf: {waar: woning, woning: huis}\n    brp: {inschrijving: geen}",
        "    verblijf: {waar: dakloos}\n    brp: {inschrijving: geen}",
    )
    assert found(elsewhere) == []


def test_the_limit_is_25_euros_a_month() -> None:
    assert one(found(law=(("waarde: 35.00", "waarde: 35.00"),))).loss == euros("25.00")
    assert found(law=(("waarde: 35.00", "waarde: 35.01"),)) == []


# Why there is no safety net.

WAY = "als: verblijfsrecht = 'nederlander', van"


def test_the_reason_may_stand_behind_a_concept() -> None:
    assert "verblijfsrecht" in one(found(law=((WAY, "als: bbz.mag_blijven, van"),))).regimes


@pytest.mark.parametrize(
    "law",
    [
        pytest.param((), id="een andere eis van dezelfde regel"),
        pytest.param(
            (NO_STATUS, ("als: leeftijd >= 22", "als: leeftijd >= 22 en verblijfsrecht = 'nederlander'")),
            id="dezelfde eis",
        ),
    ],
)
def test_a_fact_that_is_read_and_met_is_no_reason(law: tuple[Change, ...]) -> None:
    """Refused for being 21; that the safety net also looks at the right to stay, which is there, is no reason."""
    assert found(("leeftijd: 24", "leeftijd: 21"), DUTCH, law=law) == []


EXCLUDED = (
    "  - regel: bbz.kring\n",
    "  - regel: bbz.niet_bij_woning\n    titel: Verzonnen uitsluiting door een ander\n"
    '    grondslag: [{wet: bbz_2004, artikel: "2"}]\n    geldig: {van: 2015-01-01}\n    bronlaag: amvb\n'
    "    wanneer: leeftijd < 30\n    gevolgen:\n"
    "      - sluit_uit: bbz_lening\n        door: wsf\n        veronderstelt: geen\n  - regel: bbz.kring\n",
)


def test_an_exclusion_says_itself_by_which_regime() -> None:
    assert one(found(DUTCH, law=(EXCLUDED,))).regimes == ("kwijtschelding", "wsf")


def test_bijstand_refuses_for_the_right_to_stay() -> None:
    """The same guest beside the law that ships, where bijstand is the only safety net."""
    assert "verblijfsrecht" in one(conflicts(HOUSE, beside_the_law("bijspringen"))).regimes
