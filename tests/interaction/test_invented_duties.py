# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""``dubbele_plicht`` a with an invented law: who asks to become a citizen must close the own business, who borrows must
keep it open, and a remission of taxes leaves it alone (an exemption, and a possession that does not count).

Which of these hold for a person, and whether the business can be missed, are judgements of the case file.
"""

from __future__ import annotations

import pytest

from interaction.invented import Change, beside_the_law, conflicts, one, rules
from samenloop.interaction import Conflict
from samenloop.language.values import FactRef, Value

NAMES = ("nat.vraagt", "nat.kan_zonder", "bbz.leent", "kwijt.begonnen_met_hulp")


def person(name: str, answers: dict[str, str], age: int = 40) -> tuple[str, str]:
    """A person of a case file, with the answers about this person."""
    text = f"""\
  - id: {name}
    leeftijd: {age}
    verblijf: {{waar: woning, woning: huis}}
    brp: {{inschrijving: woonadres, woning: huis}}
    verblijfsrecht: nederlander
    inkomen: [{{soort: winst, bedrag: 3000.00, per: maand, bruto: false}}]
    jaarinkomen: [{{jaar: 2026, soort: toetsingsinkomen, bedrag: 60000.00, status: vastgesteld}}]
    studie: geen
    zorgverzekering: {{verzekerd: true, premie: 150.00, premieachterstand_maanden: 0}}
"""
    judged = "".join(f"  {name}.{fact}: {{oordeel: {answer}}}\n" for fact, answer in answers.items())
    return text, judged


def case(*people: tuple[str, str], belongings: str = "[]", threats: str = "[]") -> str:
    return (
        "schema: 1\nhuishouden: proef\npeildatum: 2026-04-01\npersonen:\n"
        + "".join(text for text, _ in people)
        + "relaties: []\nwoningen: [{id: huis, soort: huur_vrij, zelfstandig: true, verhuurder: particulier, "
        "kale_huur: 800.00, servicekosten: 0, subsidiabele_servicekosten: 0}]\n"
        + f"vermogen: {belongings}\nschulden: []\ndreigingen: {threats}\nregelingen: []\noordelen:\n"
        + "".join(judged for _, judged in people)
    )


def answers(*yes: str, unknown: tuple[str, ...] = ()) -> dict[str, str]:
    return {name: "ja" if name in yes else "onbekend" if name in unknown else "nee" for name in NAMES}


def alone(*yes: str, unknown: tuple[str, ...] = (), age: int = 40, threats: str = "[]") -> str:
    return case(person("eigenaar", answers(*yes, unknown=unknown), age), threats=threats)


def found(text: str, *law: Change) -> list[Conflict]:
    return conflicts(text, rules("plichten", *law))


ASKS, BORROWS, HELPED, CAN_MISS = "nat.vraagt", "bbz.leent", "kwijt.begonnen_met_hulp", "nat.kan_zonder"
BUSINESS = FactRef("persoon", "eigenaar", "nat.zaak")
POSSESSION = "[{soort: beleggingen, waarde: 900.00, wie: eigenaar}]"


@pytest.mark.parametrize("beside", [False, True], ids=["alleen", "naast het recht"])
def test_two_duties_that_exclude_each_other(beside: bool) -> None:
    book = beside_the_law("plichten") if beside else rules("plichten")
    conflict = one(conflicts(alone(ASKS, BORROWS), book))
    assert conflict.kind == "dubbele_plicht"
    assert set(conflict.regimes) == {"naturalisatie", "bbz"}
    assert conflict.who == ("eigenaar",)
    assert conflict.certain
    assert conflict.loss == Value(exact=0)
    assert conflict.duties is not None
    sides = {side.rule: (side.fact, side.wants, side.protects) for side in (conflict.duties.a, conflict.duties.b)}
    assert sides == {"bbz.ga_door": (BUSINESS, "ja", False), "nat.sluit_zaak": (BUSINESS, "nee", False)}


@pytest.mark.parametrize("beside", [False, True], ids=["alleen", "naast het recht"])
def test_a_duty_on_what_another_law_exempts(beside: bool) -> None:
    book = beside_the_law("plichten") if beside else rules("plichten")
    conflict = one(conflicts(alone(ASKS, HELPED), book))
    assert conflict.regimes == ("naturalisatie", "kwijtschelding")
    assert conflict.certain
    assert conflict.duties is not None
    assert (conflict.duties.a.rule, conflict.duties.a.protects) == ("nat.sluit_zaak", False)
    assert (conflict.duties.b.rule, conflict.duties.b.protects) == ("kwijt.zaak_vrij", True)
    assert conflict.assumes == "de zaak gemist kan worden"


@pytest.mark.parametrize("beside", [False, True], ids=["alleen", "naast het recht"])
def test_a_duty_on_what_another_law_protects_as_a_possession_of_the_same_person(beside: bool) -> None:
    book = beside_the_law("plichten") if beside else rules("plichten")
    conflict = one(conflicts(case(person("eigenaar", answers(ASKS)), belongings=POSSESSION), book))
    assert conflict.regimes == ("naturalisatie", "kwijtschelding")
    assert conflict.duties is not None
    assert (conflict.duties.b.rule, conflict.duties.b.protects) == ("kwijt.bezit.zaak", True)
    assert conflict.duties.b.fact == BUSINESS


# What the duty takes for granted.


@pytest.mark.parametrize("beside", [False, True], ids=["alleen", "naast het recht"])
@pytest.mark.parametrize("other", [BORROWS, HELPED])
def test_a_true_assumption_is_the_law_as_meant(other: str, beside: bool) -> None:
    book = beside_the_law("plichten") if beside else rules("plichten")
    assert conflicts(alone(ASKS, other, CAN_MISS), book) == []


def test_a_protected_possession_that_can_be_missed_is_the_law_as_meant() -> None:
    assert found(case(person("eigenaar", answers(ASKS, CAN_MISS)), belongings=POSSESSION)) == []


@pytest.mark.parametrize("other", [BORROWS, HELPED])
def test_an_unknown_assumption_makes_it_possible_and_asks(other: str) -> None:
    conflict = one(found(alone(ASKS, other, unknown=(CAN_MISS,))))
    assert not conflict.certain
    assert conflict.missing == (FactRef("persoon", "eigenaar", CAN_MISS),)


def test_two_duties_without_assumptions_always_collide() -> None:
    without = (
        "        veronderstelt:\n          als: nat.kan_zonder\n          tekst: de zaak gemist kan worden\n"
        "          niveau: juridisch\n"
        "          bron: [{soort: wettekst, verwijzing: verzonnen voor een proef, status: verzonnen}]\n",
        "        veronderstelt: geen\n",
    )
    assert one(found(alone(ASKS, BORROWS, CAN_MISS), without)).certain


# Whether the norms are in force.


@pytest.mark.parametrize("yes", [(ASKS,), (BORROWS,), (HELPED,), (BORROWS, HELPED), ()])
def test_one_duty_alone_or_none_is_no_conflict(yes: tuple[str, ...]) -> None:
    assert found(alone(*yes)) == []


def test_a_norm_that_is_perhaps_in_force_is_possible() -> None:
    conflict = one(found(alone(ASKS, unknown=(HELPED,))))
    assert not conflict.certain
    assert conflict.missing == (FactRef("persoon", "eigenaar", HELPED),)
    conflict = one(found(alone(HELPED, unknown=(ASKS,))))
    assert not conflict.certain
    assert conflict.missing == (FactRef("persoon", "eigenaar", ASKS),)


def test_with_neither_norm_known_to_be_in_force_there_is_nothing_to_show() -> None:
    assert found(alone(unknown=(ASKS, HELPED))) == []
    assert found(alone(unknown=(ASKS, BORROWS))) == []


BY_NAME = "van twee plichten telt alleen de regel die in het alfabet voorgaat"


def test_of_two_duties_either_can_be_the_one_that_is_known() -> None:
    """One duty is in force; of the other, and of what the first takes for granted, it is not known."""
    assert not one(found(alone(BORROWS, unknown=(ASKS, CAN_MISS)))).certain
    assert not one(found(alone(ASKS, unknown=(BORROWS, CAN_MISS)))).certain


# Harmless twins.


def test_the_same_value_is_no_conflict() -> None:
    same = (
        "eist: {feit: nat.zaak, waarde: ja, tijd: steeds}\n        binnen",
        "eist: {feit: nat.zaak, waarde: nee, tijd: steeds}\n        binnen",
    )
    assert found(alone(ASKS, BORROWS), same) == []


def test_another_fact_is_no_conflict() -> None:
    other = ("beschermt: {feit: nat.zaak", "beschermt: {feit: heeft_auto")
    assert found(case(person("eigenaar", answers(ASKS)), belongings=POSSESSION), other) == []


def test_two_duties_of_one_regime_are_its_own_business() -> None:
    """The second duty as a rule of the same regime."""
    text = (
        "  - regel: nat.recht\n",
        "  - regel: nat.ga_door\n    titel: Verzonnen plicht van dezelfde wet\n"
        '    grondslag: [{wet: rijkswet_nederlanderschap, artikel: "1"}]\n    geldig: {van: 2015-01-01}\n'
        "    bronlaag: wet\n    wanneer: nat.vraagt\n    gevolgen:\n"
        "      - {verplicht: nat.wel_zaak, eist: {feit: nat.zaak, waarde: ja, tijd: steeds}}\n  - regel: nat.recht\n",
    )
    assert found(alone(ASKS), text) == []


@pytest.mark.parametrize("other", [BORROWS, HELPED])
def test_of_another_person_is_no_conflict(other: str) -> None:
    one_each = case(person("eigenaar", answers(ASKS)), person("buur", answers(other)))
    assert found(one_each) == []
    both = case(person("eigenaar", answers(ASKS, other)), person("buur", answers()))
    assert one(found(both)).who == ("eigenaar",)


def test_a_protected_possession_of_another_person_is_no_conflict() -> None:
    people = (person("eigenaar", answers(ASKS)), person("buur", answers()))
    assert len(found(case(*people, belongings=POSSESSION))) == 1
    assert found(case(*people, belongings=POSSESSION.replace("eigenaar", "buur"))) == []


def test_a_possession_of_unknown_owner_is_possible() -> None:
    people = (person("eigenaar", answers(ASKS)), person("buur", answers()))
    assert not one(found(case(*people, belongings=POSSESSION.replace("eigenaar", "onbekend")))).certain


def test_of_two_people_in_the_same_trouble_each_has_a_conflict() -> None:
    people = (person("eigenaar", answers(ASKS, BORROWS)), person("buur", answers(ASKS, BORROWS)))
    assert {c.who for c in found(case(*people))} == {("eigenaar",), ("buur",)}


@pytest.mark.parametrize(
    "time",
    [
        ("waarde: nee, tijd: bij_toegang", "waarde: nee, tijd: eens"),
        ("waarde: nee, tijd: bij_toegang", "waarde: nee, tijd: steeds"),
        ("binnen: 4 weken", "binnen: 1 jaar"),
        ("waarde: ja, tijd: steeds}\n        binnen: onbekend", "waarde: ja, tijd: eens}\n        binnen: 2 dagen"),
    ],
)
def test_terms_and_moments_do_not_matter(time: Change) -> None:
    assert one(found(alone(ASKS, BORROWS), time)).certain


# What is at stake.


def refused(conflict: Conflict) -> list[str]:
    assert conflict.duties is not None
    return [claim.entitlement for claim in conflict.duties.refused]


def test_a_refused_right_is_named() -> None:
    """At 50 the right exists, and only the duty stands in its way."""
    assert refused(one(found(alone(ASKS, HELPED, age=50)))) == ["naturalisatie"]
    assert refused(one(found(alone(ASKS, HELPED, age=49)))) == []


def test_of_two_duties_each_can_refuse_a_right() -> None:
    """Not only the one whose rule comes first in the alphabet."""
    conflict = one(found(alone(ASKS, BORROWS, age=50)))
    assert refused(conflict) == ["naturalisatie"]
    assert conflict.severity == "midden"


def test_of_two_duties_each_can_take_something_for_granted() -> None:
    assert one(found(alone(ASKS, BORROWS))).assumes == "de zaak gemist kan worden"


@pytest.mark.parametrize(
    ("other", "age", "threats", "law", "degree"),
    [
        (HELPED, 40, "[]", (), "laag"),  # nothing is lost
        (HELPED, 50, "[]", (), "midden"),  # a right stays out of reach
        (HELPED, 50, "[]", (("behoefte: inschrijving", "behoefte: opvang"),), "hoog"),  # a roof
        (HELPED, 40, "[{soort: beslag, wie: eigenaar}]", (), "hoog"),  # a threat
        (HELPED, 40, "[{soort: beslag, wie: eigenaar}]", (("niveau: juridisch", "niveau: feitelijk"),), "midden"),
        (
            HELPED,
            50,
            "[]",
            (("behoefte: inschrijving", "behoefte: opvang"), ("niveau: juridisch", "niveau: feitelijk")),
            "midden",
        ),
        (BORROWS, 40, "[]", (), "laag"),
    ],
)
def test_severity(other: str, age: int, threats: str, law: tuple[Change, ...], degree: str) -> None:
    assert one(found(alone(ASKS, other, age=age, threats=threats), *law)).severity == degree


def test_what_is_only_possible_is_at_most_middling() -> None:
    threat = "[{soort: beslag, wie: eigenaar}]"
    assert one(found(alone(ASKS, HELPED, unknown=(CAN_MISS,), threats=threat))).severity == "midden"


# One duty, several opponents.


def test_one_duty_with_two_opponents_is_one_conflict_of_three_regimes() -> None:
    conflict = one(found(alone(ASKS, BORROWS, HELPED)))
    assert set(conflict.regimes) == {"naturalisatie", "bbz", "kwijtschelding"}
    assert {"nat.sluit_zaak", "bbz.ga_door", "kwijt.zaak_vrij"} <= {link.rule for link in conflict.chain}
