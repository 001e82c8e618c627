# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""A right exists when its rule fires, every requirement is met and no exclusion takes it away."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from evaluation.invented import (
    NO,
    YES,
    ZERO,
    Block,
    bounds,
    concept,
    euro,
    exact,
    fact,
    gives,
    house,
    known,
    land,
    look,
    married,
    money,
    parameter,
    person,
    qualifies,
    ref,
    requires,
    rule,
    waits_for,
)  # fmt: skip
from samenloop.domain import Household
from samenloop.evaluation import AS_IT_IS, Assessment, Claim, Variation, with_fact
from samenloop.language import Duration
from samenloop.language.values import Thing, Value
from samenloop.rulebook import Rulebook

AMOUNT = parameter("fo.bedrag", "bedrag", {"2018-01-01": "100"})
ASKED = [fact("fo.a"), fact("fo.b"), fact("fo.c")]
HOMES: list[Block] = [{"id": "huis", "soort": "huur_sociaal"}, {"id": "flat", "soort": "koop"}]


def answers(**given: str) -> Block:
    """Judgements by the last part of the fact's id."""
    return {"oordelen": {f"fo.{name}": {"oordeel": answer} for name, answer in given.items()}}


def small(*norms: Block, rules: Any = (), facts: Any = (), **more: Any) -> Rulebook:
    """The right to a toelage, with these norms about it in a rule that always holds."""
    extra = [rule("fo.eisen", *norms)] if norms else []
    return land(
        rule("fo.recht", gives("toelage", "parameters.fo.bedrag"), wanneer="fo.leeftijd >= 18"), *extra, *rules,
        facts=[*ASKED, *facts], parameters=[AMOUNT, *more.pop("parameters", ())], **more,
    )  # fmt: skip


def one(found: Assessment, entitlement: str = "toelage") -> Claim:
    (claim,) = found.claims_for(entitlement)
    return claim


def by_people(found: Assessment, entitlement: str = "toelage") -> dict[tuple[str, ...], Value]:
    return {claim.members: claim.right for claim in found.claims_for(entitlement)}


# ---- the rule and its requirements
def test_the_condition_of_the_rule_itself_is_the_first_condition() -> None:
    book = small()
    for age, wanted in ((17, NO), (18, YES)):
        claim = one(look(book, house(book, [person(age=age)])))
        assert claim.right == wanted
        assert [(c.kind, c.id, c.met, c.notes[0].text) for c in claim.conditions] == [
            ("voorwaarde", "fo.recht", wanted, "fo.leeftijd >= 18")
        ]


@pytest.mark.parametrize(
    ("given", "wanted"),
    [
        ({"a": "ja", "b": "nee"}, True), ({"a": "nee", "b": "ja"}, True), ({"a": "nee", "b": "nee"}, False),
        ({"a": "ja"}, True), ({"a": "nee"}, None), ({}, None),
    ],
)  # fmt: skip
def test_one_way_to_meet_a_requirement_is_enough(given: Mapping[str, str], wanted: bool | None) -> None:
    book = small(requires("fo.eis", "toelage", "fo.a", "fo.b"))
    claim = one(look(book, house(book, [person()], **answers(**given))))
    assert claim.right.exact is wanted
    condition = claim.conditions[-1]
    assert (condition.kind, condition.id, condition.rule, condition.clas) == (
        "vereist",
        "fo.eis",
        "fo.eisen",
        "voorwaarde",
    )
    assert condition.met.exact is wanted
    if wanted is None:
        assert waits_for(claim.right) == {f"ik.fo.{name}" for name in "ab" if name not in given}


def test_every_requirement_has_to_be_met() -> None:
    book = small(requires("fo.eis_a", "toelage", "fo.a"), requires("fo.eis_b", "toelage", "fo.b"))
    for given, wanted in (({"a": "ja", "b": "ja"}, True), ({"a": "ja", "b": "nee"}, False), ({"b": "nee"}, False)):
        assert one(look(book, house(book, [person()], **answers(**given)))).right.exact is wanted


def test_the_class_of_a_requirement_is_told() -> None:
    book = small(
        requires("fo.kring", "toelage", "fo.a", klasse="kring"),
        requires("fo.bewijs", "toelage", "fo.b", klasse="bewijs"),
    )
    claim = one(look(book, house(book, [person()])))
    assert [(c.id, c.clas) for c in claim.conditions[1:]] == [("fo.kring", "kring"), ("fo.bewijs", "bewijs")]


def test_a_requirement_is_asked_only_where_its_norm_holds() -> None:
    book = small(requires("fo.eis", "toelage", "fo.a", mits="fo.b"))
    assert one(look(book, house(book, [person()], **answers(b="nee")))).right == YES
    assert one(look(book, house(book, [person()], **answers(b="ja", a="nee")))).right == NO
    assert waits_for(one(look(book, house(book, [person()], **answers(a="nee")))).right) == {"ik.fo.b"}


def test_requirements_of_another_entitlement_do_not_count() -> None:
    book = small(requires("fo.eis", "premiehulp", "onwaar"))
    assert one(look(book, house(book, [person()]))).right == YES


# ---- exclusions
def test_an_exclusion_takes_the_right_away_and_says_which() -> None:
    book = small(rules=[rule("fo.te_oud", {"sluit_uit": "toelage"}, wanneer="fo.leeftijd > 67")])
    claim = one(look(book, house(book, [person(age=68)])))
    assert claim.right == NO
    assert claim.monthly == ZERO
    condition = claim.conditions[-1]
    assert (condition.kind, condition.id, condition.met) == ("sluit_uit", "fo.te_oud/sluit_uit:toelage", NO)
    assert [note.text for note in condition.notes] == ["fo.leeftijd > 67"]
    assert one(look(book, house(book, [person(age=67)]))).right == YES


def test_an_exclusion_that_is_not_known_leaves_the_right_open() -> None:
    book = small({"sluit_uit": "toelage", "mits": "fo.a"})
    claim = one(look(book, house(book, [person()])))
    assert waits_for(claim.right) == {"ik.fo.a"}
    assert bounds(claim.monthly) == (0, 100)


@pytest.mark.parametrize(
    ("given", "right", "amount"),
    [
        ({"a": "nee", "b": "nee"}, True, 100), ({"a": "ja", "b": "nee"}, True, 60), ({"a": "ja", "b": "ja"}, True, 30),
        ({"b": "ja"}, True, (30, 50)), ({}, True, (30, 100)),
    ],
)  # fmt: skip
def test_exclusions_of_a_part_leave_the_rest(given: Mapping[str, str], right: bool, amount: Any) -> None:
    book = small(rules=[
        rule("fo.deel_a", {"sluit_uit": "toelage", "deel": "40%", "mits": "fo.a"}),
        rule("fo.deel_b", {"sluit_uit": "toelage", "deel": "50%", "mits": "fo.b"}),
    ])  # fmt: skip
    claim = one(look(book, house(book, [person()], **answers(**given))))
    assert claim.right.exact is right
    assert claim.monthly == claim.as_paid
    assert (claim.monthly.exact if claim.monthly.is_known else claim.monthly.bounds) == amount
    assert [c.kind for c in claim.conditions] == ["voorwaarde"]


def test_an_exclusion_for_some_needs_leaves_the_others() -> None:
    book = land(
        rule("fo.recht", gives("toelage", "parameters.fo.bedrag", behoefte=["dak", "energie"])),
        rule("fo.geen_dak", {"sluit_uit": "toelage", "behoefte": "dak", "mits": "fo.a"}),
        rule("fo.geen_energie", {"sluit_uit": "toelage", "behoefte": ["energie", "vervoer"], "mits": "fo.b"}),
        rule("fo.geen_vervoer", {"sluit_uit": "toelage", "behoefte": "vervoer", "mits": "fo.c"}),
        facts=ASKED, parameters=[AMOUNT],
    )  # fmt: skip

    def claim(**given: str) -> Claim:
        return one(look(book, house(book, [person()], **answers(**given))))

    assert (claim(a="nee", b="nee", c="ja").right, claim(a="nee", b="nee").needs) == (YES, ("dak", "energie"))
    assert (claim(a="ja", b="nee").right, claim(a="ja", b="nee").needs) == (YES, ("energie",))
    assert claim(a="ja", b="ja").right == NO
    assert waits_for(claim(a="ja").right) == {"ik.fo.b"}
    assert [c.needs for c in claim(a="ja", b="ja").conditions[1:]] == [("dak",), ("energie", "vervoer")]


def test_an_exclusion_can_be_lifted() -> None:
    book = small(
        rules=[
            rule("fo.te_oud", {"sluit_uit": "toelage"}, wanneer="fo.leeftijd > 67"),
            rule("fo.toch", {"heft_op": "fo.te_oud"}, wanneer="fo.a"),
        ]
    )
    old = [person(age=70)]
    for answer, wanted in (("ja", True), ("nee", False), ("onbekend", None)):
        assert one(look(book, house(book, old, **answers(a=answer)))).right.exact is wanted


# ---- norms over other units
def unit_exclusion(unit: str, **more: Any) -> Rulebook:
    choices = ["huur_sociaal", "koop", "geen"]
    about = {"woning": "woningsoort = 'koop'", "schuld": "schuldsoort = 'krediet'", "bezit": "bezitsoort = 'auto'",
             "huishouden": "aantal(p in personen) > 2", "paar": "fo.ouder", "stel": "aantal(p in stel.stelleden) > 1"}  # fmt: skip
    return small(
        rules=[rule("fo.weigert", {"sluit_uit": "toelage", **more}, over=unit, wanneer=about[unit])],
        facts=[
            fact("woningsoort", "keuze", over="woning", keuzes=choices, uit="soort"),
            fact("schuldsoort", "keuze", over="schuld", keuzes=["krediet", "huur"], uit="soort"),
            fact("bezitsoort", "keuze", over="bezit", keuzes=["auto", "bank"], uit="soort"),
        ],
    )


def living(where: str | None, name: str = "ik", **more: Any) -> Block:
    return person(name, **more) if where is None else person(name, verblijf={"waar": "woning", "woning": where}, **more)


def test_a_norm_over_homes_is_about_the_home_where_someone_stays() -> None:
    book = unit_exclusion("woning")
    for home, wanted in (("huis", True), ("flat", False)):
        assert one(look(book, house(book, [living(home)], woningen=HOMES))).right.exact is wanted


def test_a_norm_over_homes_does_not_fall_away_because_the_home_is_not_known() -> None:
    book = unit_exclusion("woning")
    claim = one(look(book, house(book, [living(None)], woningen=HOMES)))
    assert "ik.verblijfswoning" in waits_for(claim.right)
    unlisted = one(look(book, house(book, [living(None)])))
    assert "ik.verblijfswoning" in waits_for(unlisted.right)


def test_a_norm_over_homes_that_no_home_can_meet_is_certain_all_the_same() -> None:
    book = unit_exclusion("woning")
    homeless = [person(verblijf={"waar": "dakloos"})]
    assert one(look(book, house(book, homeless, woningen=HOMES))).right == YES


def test_a_norm_over_debts_is_about_each_debt_of_the_person() -> None:
    book = unit_exclusion("schuld")
    debts = [{"id": "a", "soort": "huur", "wie": "ik"}, {"id": "b", "soort": "krediet", "wie": "zij"}]
    found = look(book, house(book, [person(), person("zij")], schulden=debts))
    assert by_people(found) == {("ik",): YES, ("zij",): NO}


def test_a_norm_over_debts_when_the_debts_are_not_known() -> None:
    book = unit_exclusion("schuld")
    assert "ik.schulden_van" in waits_for(one(look(book, house(book, [person()]))).right)
    assert one(look(book, house(book, [person()], schulden=[]))).right == YES
    listed = {"schulden": [{"id": "a", "soort": "huur"}], "onvolledig": ["schulden"]}
    assert "ik.schulden_van" in waits_for(one(look(book, house(book, [person()], **listed))).right)


def test_a_norm_over_a_debt_without_owner_is_perhaps_about_each() -> None:
    book = unit_exclusion("schuld")
    found = look(book, house(book, [person(), person("zij")], schulden=[{"id": "a", "soort": "krediet"}]))
    assert {who: waits_for(right) for who, right in by_people(found).items()} == {
        ("ik",): {"a.wie"},
        ("zij",): {"a.wie"},
    }


def test_a_norm_over_possessions() -> None:
    book = unit_exclusion("bezit")
    assert one(look(book, house(book, [person()], vermogen=[{"soort": "auto"}]))).right == NO
    assert one(look(book, house(book, [person()], vermogen=[{"soort": "bank"}]))).right == YES
    assert "ik.bezittingen_van" in waits_for(one(look(book, house(book, [person()]))).right)


def test_a_norm_over_the_household_is_about_everybody() -> None:
    book = unit_exclusion("huishouden")
    assert by_people(look(book, house(book, [person(), person("zij")]))) == {("ik",): YES, ("zij",): YES}
    three = [person(), person("zij"), person("hij")]
    assert set(by_people(look(book, house(book, three))).values()) == {NO}


@pytest.mark.parametrize(("bearer", "excluded"), [(None, "ik"), ("persoon", "ik"), ("ander", "kind")])
def test_a_norm_over_pairs_is_about_who_bears_it(bearer: str | None, excluded: str) -> None:
    book = unit_exclusion("paar", **({} if bearer is None else {"wie": bearer}))
    household = house(
        book, [person(), person("kind", 20)], relaties=[{"soort": "ouder_van", "van": "ik", "naar": "kind"}]
    )
    assert {who[0] for who, right in by_people(look(book, household)).items() if right == NO} == {excluded}


def test_a_norm_over_a_group_is_about_its_members_each_in_their_own() -> None:
    book = unit_exclusion("stel")
    people = [person(), person("zij"), person("buur")]
    found = by_people(look(book, house(book, people, relaties=[married("ik", "zij")])))
    assert found == {("ik",): NO, ("zij",): NO, ("buur",): YES}


def test_a_requirement_over_persons_counts_for_a_right_over_homes() -> None:
    """The tenant has to meet it; it does not fall away because the right is about a home."""
    book = land(
        rule("da.recht", gives("dakgeld", "parameters.fo.bedrag"), over="woning"),
        rule("da.eisen", {**requires("da.eis", "dakgeld", "fo.leeftijd >= 23")}),
        regime="dakwet", parameters=[AMOUNT],
    )  # fmt: skip
    homes = HOMES[:1]
    for age, wanted in ((22, NO), (23, YES)):
        assert one(look(book, house(book, [living("huis", age=age)], woningen=homes)), "dakgeld").right == wanted
    open_home = one(look(book, house(book, [person(age=20)], woningen=homes)), "dakgeld")
    assert waits_for(open_home.right) == {"huis.huurder"}


def test_a_right_for_a_home_where_nobody_certainly_stays_is_not_certain() -> None:
    book = land(
        rule("da.recht", gives("dakgeld", "parameters.fo.bedrag"), over="woning"), regime="dakwet", parameters=[AMOUNT]
    )
    empty = look(book, house(book, [living("huis")], woningen=HOMES))
    assert {c.bearer.id: c.right.is_known for c in empty.claims} == {"huis": True, "flat": False}
    assert bounds(empty.d) == (100, 200)


# ---- who receives
def shared(receiver: str | None = "stel", condition: str = "fo.leeftijd >= 18", **more: Any) -> Rulebook:
    aim = {} if receiver is None else {"aan": receiver}
    return land(
        rule("fo.recht", gives("toelage", "fo.som", **aim), wanneer=condition),
        concept("fo.som", "parameters.fo.bedrag", called="fo.som.alleen"),
        concept("fo.som", "parameters.fo.samen", called="fo.som.samen", uitzondering_op="fo.som.alleen",
                wanneer="bestaat(p in personen waar p is fo.maat van persoon)"),
        concept("fo.hoogte", "hoogte(toelage)"), concept("fo.recht_zelf", "recht(toelage)"),
        concept("fo.betaald_zelf", "betaald(toelage)"),
        concept("fo.hoogte_maat", "som(p in stel.stelleden: hoogte(toelage, p))"),
        parameters=[AMOUNT, parameter("fo.samen", "bedrag", {"2018-01-01": "150"})], **more,
    )  # fmt: skip


def couple(book: Rulebook, *people: Block, **more: Any) -> Household:
    return house(book, people or [person(), person("zij")], **{"relaties": [married("ik", "zij")], **more})


def test_without_aan_everybody_has_an_own_claim() -> None:
    book = shared(None)
    found = look(book, couple(book))
    assert {c.members: exact(c.monthly) for c in found.claims} == {("ik",): 150, ("zij",): 150}


def test_partners_have_one_claim_together() -> None:
    book = shared()
    found = look(book, couple(book))
    assert {c.members: exact(c.monthly) for c in found.claims} == {("ik", "zij"): 150}
    assert exact(found.d) == 150


def test_everybody_has_part_in_the_right_and_the_amount_stands_once() -> None:
    book = shared()
    household = couple(
        book,
        person(),
        person("zij"),
        person("buur"),
        regelingen=[{"regeling": "toelage", "wie": "zij", "status": "loopt"}],
    )
    found = look(book, household)
    for name, wanted in (("fo.recht_zelf", YES), ("fo.betaald_zelf", YES)):
        assert [found.concept(name, who).value for who in ("ik", "zij")] == [wanted, wanted]
    assert found.concept("fo.betaald_zelf", "buur").value == NO
    heights = {who: exact(found.concept("fo.hoogte", who).value) for who in ("ik", "zij", "buur")}
    assert heights == {"ik": 150, "zij": 0, "buur": 100}
    assert [exact(found.concept("fo.hoogte_maat", who).value) for who in ("ik", "zij")] == [150, 150]


def test_the_one_with_the_right_makes_the_claim() -> None:
    book = shared()
    for people in ([person(), person("zij", 17)], [person(age=17), person("zij")]):
        found = look(book, couple(book, *people))
        assert {c.members: (c.right, exact(c.monthly)) for c in found.claims} == {("ik", "zij"): (YES, 150)}
        assert [found.concept("fo.recht_zelf", who).value for who in ("ik", "zij")] == [YES, YES]


def test_a_certain_right_goes_before_an_uncertain_one() -> None:
    book = shared()
    found = look(book, couple(book, person(age=...), person("zij")))
    assert {c.members: (c.bearer.id, c.right) for c in found.claims} == {("ik", "zij"): ("zij", YES)}


def test_an_applicant_makes_the_claim_before_others() -> None:
    book = shared()
    found = look(book, couple(book, person(), person("zij", aanvrager=True)))
    assert one(found).bearer == Thing("persoon", "zij")
    assert [exact(found.concept("fo.hoogte", who).value) for who in ("ik", "zij")] == [0, 150]


def test_who_is_perhaps_a_partner_may_have_a_claim_apart() -> None:
    """Together there is one right, apart there are two: what comes in lies between."""
    book = shared()
    found = look(book, couple(book, relaties=...))
    rights = by_people(found)
    assert rights[("ik", "zij")] == YES
    assert waits_for(rights[("zij",)]) == {"ik.zij.fo.gehuwd", "zij.ik.fo.gehuwd"}
    assert bounds(found.d) == (100, 300)
    apart, together = look(book, couple(book, relaties=[])), look(book, couple(book))
    assert (exact(apart.d), exact(together.d)) == (200, 150)


def test_two_claims_are_one_when_the_rest_of_the_set_is_as_uncertain_for_both() -> None:
    book = land(
        rule("fo.recht", gives("toelage", "parameters.fo.bedrag", aan="clan"), wanneer="fo.leeftijd >= 18"),
        facts=[fact("fo.hoort_erbij", over="paar")],
        parameters=[AMOUNT], others={"fonds": [rule("fo.kind.gast", qualifies("fo.kind"), over="paar", wanneer="fo.hoort_erbij")]},
    )  # fmt: skip
    people = [person(), person("zij"), person("gast", 10)]
    pairs = {f"{a}.{b}.fo.hoort_erbij": {"oordeel": "nee"} for a, b in (("ik", "zij"),)}
    found = look(book, couple(book, *people, oordelen=pairs))
    assert [c.members for c in found.claims_for("toelage") if not c.right.is_false] == [("ik", "zij", "gast")]


def test_a_child_without_own_right_is_served_with_the_family() -> None:
    book = shared("clan")
    relations = [
        married("ik", "zij"),
        {"soort": "ouder_van", "van": "ik", "naar": "kind"},
        {"soort": "ouder_van", "van": "zij", "naar": "kind"},
    ]
    found = look(book, couple(book, person(), person("zij"), person("kind", 5), relaties=relations))
    assert by_people(found) == {("ik", "zij", "kind"): YES}
    assert found.concept("fo.recht_zelf", "kind").value == YES
    assert exact(found.concept("fo.hoogte", "kind").value) == 0


def test_a_grown_child_has_its_own_claim_beside_the_family() -> None:
    book = shared("clan")
    relations = [{"soort": "ouder_van", "van": "ik", "naar": "kind"}]
    found = look(book, house(book, [person(), person("kind", 20)], relaties=relations))
    assert by_people(found) == {("ik", "kind"): YES, ("kind",): YES}


def test_a_right_over_pairs_is_of_the_first_or_of_the_other() -> None:
    for receiver, wanted in ((None, "ik"), ("persoon", "ik"), ("ander", "kind")):
        aim = {} if receiver is None else {"aan": receiver}
        book = land(
            rule("fo.recht", gives("toelage", "parameters.fo.bedrag", **aim), over="paar", wanneer="fo.ouder"),
            concept("fo.hoogte", "hoogte(toelage)"), parameters=[AMOUNT],
        )  # fmt: skip
        relations = [{"soort": "ouder_van", "van": "ik", "naar": "kind"}]
        found = look(book, house(book, [person(), person("kind", 5)], relaties=relations))
        assert [c.members for c in found.claims if c.right == YES] == [(wanted,)]
        heights = {who: exact(found.concept("fo.hoogte", who).value) for who in ("ik", "kind")}
        assert heights == {"ik": 100 if wanted == "ik" else 0, "kind": 100 if wanted == "kind" else 0}


def test_two_rights_over_pairs_for_one_person_are_two() -> None:
    book = land(
        rule("fo.recht", gives("toelage", "parameters.fo.bedrag"), over="paar", wanneer="fo.ouder"), parameters=[AMOUNT]
    )
    relations = [{"soort": "ouder_van", "van": "ik", "naar": name} for name in ("een", "twee")]
    found = look(book, house(book, [person(), person("een", 5), person("twee", 6)], relaties=relations))
    assert exact(found.d) == 200


def test_a_right_over_homes_is_of_the_tenant_or_perhaps_of_who_stays_there() -> None:
    book = land(
        rule("da.recht", gives("dakgeld", "parameters.fo.bedrag"), over="woning"), concept("da.hoogte", "hoogte(dakgeld)"),
        concept("da.recht_zelf", "recht(dakgeld)"), regime="dakwet", parameters=[AMOUNT],
    )  # fmt: skip
    certain = look(book, house(book, [living("huis", aanvrager=True), living("huis", "zij")], woningen=HOMES[:1]))
    assert one(certain, "dakgeld").members == ("ik",)
    assert [exact(certain.concept("da.hoogte", who).value) for who in ("ik", "zij")] == [100, 0]
    perhaps = look(book, house(book, [living("huis"), living("huis", "zij")], woningen=HOMES[:1]))
    assert one(perhaps, "dakgeld").members == ("ik", "zij")
    assert bounds(perhaps.concept("da.hoogte", "zij").value) == (0, 100)
    assert waits_for(perhaps.concept("da.recht_zelf", "zij").value) == {"huis.huurder"}


def test_a_right_for_homes_is_not_certainly_absent_while_the_homes_are_not_known() -> None:
    book = land(
        rule("da.recht", gives("dakgeld", "parameters.fo.bedrag"), over="woning"), concept("da.recht_zelf", "recht(dakgeld)"),
        regime="dakwet", parameters=[AMOUNT],
    )  # fmt: skip
    for more in ({}, {"woningen": [], "onvolledig": ["woningen"]}):
        found = look(book, house(book, [person()], **more))
        assert waits_for(found.concept("da.recht_zelf", "ik").value) == {"woningen"}
        assert bounds(found.d) == (0, 100)
    none = look(book, house(book, [person()], woningen=[]))
    assert none.concept("da.recht_zelf", "ik").value == NO
    assert (none.claims, none.d) == ((), ZERO)


def test_a_right_of_the_household_is_of_everybody() -> None:
    book = land(rule("fo.recht", gives("toelage", "parameters.fo.bedrag"), over="huishouden"), parameters=[AMOUNT])
    found = look(book, house(book, [person(), person("zij")]))
    assert {c.members: exact(c.monthly) for c in found.claims} == {("ik", "zij"): 100}


# ---- functions
def test_heights_of_two_rules_for_one_entitlement_add_up() -> None:
    book = land(
        rule("fo.basis", gives("toelage", "parameters.fo.bedrag")), rule("fo.extra", gives("toelage", "parameters.fo.bedrag / 2"), wanneer="fo.a"),
        concept("fo.hoogte", "hoogte(toelage)"), concept("fo.recht_zelf", "recht(toelage)"), facts=ASKED, parameters=[AMOUNT],
    )  # fmt: skip
    for answer, wanted in (("ja", 150), ("nee", 100)):
        found = look(book, house(book, [person()], **answers(a=answer)))
        assert exact(found.concept("fo.hoogte", "ik").value) == wanted
        assert found.concept("fo.recht_zelf", "ik").value == YES
    assert bounds(look(book, house(book, [person()])).concept("fo.hoogte", "ik").value) == (100, 150)


def test_a_right_no_rule_in_force_gives_is_no_right() -> None:
    book = land(
        concept("fo.recht_bodem", "recht(bodem)"), concept("fo.hoogte_bodem", "hoogte(bodem)"),
        others={"steun": [rule("st.recht", gives("bodem", "parameters.fo.bedrag"), geldig={"van": "2021-01-01"})]},
        parameters=[AMOUNT],
    )  # fmt: skip
    found = look(book, house(book, [person()]))
    assert found.claims == ()
    assert found.concept("fo.recht_bodem", "ik").value == NO
    assert found.concept("fo.hoogte_bodem", "ik").value == ZERO
    later = look(book, house(book, [person()], "2021-06-01"))
    assert exact(later.concept("fo.hoogte_bodem", "ik").value) == 100


def counting(**more: Any) -> Rulebook:
    """A safety net that reads another right and a wage, each with its own free part."""
    return land(
        rule("st.recht", gives("bodem", "max(parameters.fo.norm - meegeteld(inkomen), 0)", vangnet="ja")),
        rule("st.telt", {"telt_als_inkomen": "toelage", "in": "steun", "bedrag": "hoogte(toelage)", **more}),
        rule("st.telt_loon", {"telt_als_inkomen": "loon", "in": "steun", "bedrag": "fo.loon", "vrij": "parameters.fo.vrij", "deel": "50%"},
             wanneer="fo.leeftijd >= 18"),
        rule("st.telt_elders", {"telt_als_inkomen": "loon", "in": "dakwet", "bedrag": "fo.loon"}),
        rule("st.telt_bezit", {"telt_als_vermogen": "bank", "in": "steun", "bedrag": "fo.spaargeld"}),
        concept("st.middelen", "meegeteld(inkomen)"), concept("st.vermogen", "meegeteld(vermogen)"),
        regime="steun", others={"fonds": [rule("fo.recht", gives("toelage", "parameters.fo.bedrag"), wanneer="fo.a")]},
        facts=[*ASKED, money("fo.loon", uit="inkomen[soort=loon].bedrag", samen="som"),
               money("fo.spaargeld", "eur", uit="vermogen[soort=bank].waarde", samen="som")],
        parameters=[AMOUNT, parameter("fo.norm", "bedrag", {"2018-01-01": "1000"}), parameter("fo.vrij", "bedrag", {"2018-01-01": "20"})],
    )  # fmt: skip


def wages(amount: Any, **more: Any) -> Block:
    return person(inkomen=[{"soort": "loon", "bedrag": amount, "per": "maand", "bruto": False}], **more)


def test_meegeteld_adds_what_this_means_test_reads_after_the_free_part() -> None:
    book = counting()
    found = look(book, house(book, [wages("120")], vermogen=[{"soort": "bank", "waarde": "77"}], **answers(a="ja")))
    assert exact(found.concept("st.middelen", "ik").value) == 100 + (120 - 20) / 2
    assert exact(found.concept("st.vermogen", "ik").value) == 77
    assert exact(one(found, "bodem").monthly) == 850


def test_the_free_part_never_makes_income_negative() -> None:
    book = counting()
    assert exact(look(book, house(book, [wages("5")], **answers(a="nee"))).concept("st.middelen", "ik").value) == 0


def test_what_counts_perhaps_gives_a_range() -> None:
    book = counting()
    found = look(book, house(book, [wages("120")]))
    assert bounds(found.concept("st.middelen", "ik").value) == (50, 150)
    young = look(book, house(book, [wages("120", age=...)], **answers(a="nee")))
    assert bounds(young.concept("st.middelen", "ik").value) == (0, 50)


def test_a_reading_is_limited_by_its_mits() -> None:
    book = counting(mits="fo.b")
    for answer, wanted in (("ja", 100), ("nee", 0)):
        found = look(book, house(book, [person()], **answers(a="ja", b=answer)))
        assert exact(found.concept("st.middelen", "ik").value) == wanted


# ---- whether it runs
def runs(entries: Any, people: Any = None, receiver: str | None = None, **more: Any) -> Value:
    book = shared(receiver)
    return look(book, house(book, people or [person()], "2020-05-15", regelingen=entries, **more)).claims[0].running


@pytest.mark.parametrize(
    ("status", "wanted"),
    [
        ("loopt", True),
        ("toegekend", True),
        ("afgewezen", False),
        ("aangevraagd", False),
        ("beeindigd", False),
        ("geschorst", False),
        ("niet_aangevraagd", False),
        ("onbekend", None),
    ],
)
def test_the_status_tells_whether_a_right_runs(status: str, wanted: bool | None) -> None:
    found = runs([{"regeling": "toelage", "wie": "ik", "status": status}])
    assert found.exact is wanted
    assert wanted is not None or waits_for(found) == {"ik.loopt_toelage"}


def test_a_list_that_does_not_name_the_right_says_that_it_does_not_run() -> None:
    assert runs([]) == NO
    assert runs([{"regeling": "premiehulp", "wie": "ik", "status": "loopt"}]) == NO


@pytest.mark.parametrize(
    "more", [{"entries": ...}, {"entries": "onbekend"}, {"entries": [], "onvolledig": ["regelingen"]}]
)
def test_a_list_that_is_not_there_or_not_complete_leaves_it_open(more: dict[str, Any]) -> None:
    assert waits_for(runs(**more)) == {"ik.loopt_toelage"}


def test_an_incomplete_list_that_names_the_right_is_enough() -> None:
    entry = {"regeling": "toelage", "wie": "ik"}
    assert runs([{**entry, "status": "loopt"}], onvolledig=["regelingen"]) == YES
    assert runs([{**entry, "status": "afgewezen"}], onvolledig=["regelingen"]) == NO


def test_an_entry_of_the_regime_stands_for_its_entitlements_unless_one_is_named() -> None:
    whole = {"regeling": "fonds", "wie": "ik", "status": "loopt"}
    assert runs([whole]) == YES
    assert runs([whole, {"regeling": "toelage", "wie": "ik", "status": "beeindigd"}]) == NO
    assert runs([{**whole, "status": "beeindigd"}, {"regeling": "toelage", "wie": "ik", "status": "loopt"}]) == YES


def test_what_ended_or_has_to_begin_does_not_run() -> None:
    entry = {"regeling": "toelage", "wie": "ik", "status": "loopt"}
    assert runs([{**entry, "tot": "2020-05-14"}]) == NO
    assert runs([{**entry, "van": "2020-05-16"}]) == NO
    assert runs([{**entry, "van": "2020-05-15", "tot": "2020-05-15"}]) == YES
    assert waits_for(runs([{**entry, "tot": "2020-05"}])) == {"ik.loopt_toelage"}


@pytest.mark.parametrize("entries", [..., "onbekend", []])
def test_what_comes_in_as_that_income_runs(entries: Any) -> None:
    income = {"soort": "oude_toelage", "bedrag": 10.0, "per": "maand", "bruto": False, "van": "2020-05-15"}
    assert runs(entries, [person(inkomen=[income])]) == YES
    ended = runs(entries, [person(inkomen=[{**income, "van": "2019-01-01", "tot": "2020-05-14"}])])
    assert ended == NO if entries == [] else waits_for(ended) == {"ik.loopt_toelage"}
    # Who does not know the decisions is told that it runs; knowing one of them cannot make that untrue.
    assert runs([{"regeling": "toelage", "wie": "ik", "status": "afgewezen"}], [person(inkomen=[income])]) == YES


def test_an_entry_of_somebody_else_says_nothing_about_me() -> None:
    entry = {"regeling": "toelage", "wie": "zij", "status": "loopt"}
    assert runs([entry], [person(), person("zij")]) == NO


def test_an_entry_without_wie_is_about_whoever_it_can_only_be_about() -> None:
    entry = {"regeling": "toelage", "status": "loopt"}
    assert runs([entry]) == YES
    assert runs([entry], [person(), person("zij")], "stel", relaties=[married("ik", "zij")]) == YES
    assert waits_for(runs([entry], [person(), person("zij")])) == {"ik.loopt_toelage"}
    assert waits_for(runs([entry], onvolledig=["personen"])) == {"ik.loopt_toelage"}
    rejected = {"regeling": "toelage", "status": "afgewezen"}
    assert runs([rejected], [person(), person("zij")]) == NO


def test_a_right_named_perhaps_goes_before_the_regime_perhaps() -> None:
    entries = [{"regeling": "fonds", "wie": "ik", "status": "loopt"}, {"regeling": "toelage", "status": "afgewezen"}]
    assert waits_for(runs(entries, [person(), person("zij")])) == {"ik.loopt_toelage"}


def test_one_of_the_partners_having_it_is_enough() -> None:
    entry = {"regeling": "toelage", "wie": "zij", "status": "loopt"}
    assert runs([entry], [person(), person("zij")], "stel", relaties=[married("ik", "zij")]) == YES


def test_an_entry_of_something_unknown_may_be_this_right() -> None:
    assert waits_for(runs([{"regeling": "onbekend", "wie": "ik", "status": "loopt"}])) == {"ik.loopt_toelage"}
    assert runs([{"regeling": "onbekend", "wie": "ik", "status": "afgewezen"}]) == NO


def test_paid_is_right_and_running() -> None:
    book = small()
    running = {"regelingen": [{"regeling": "toelage", "wie": "ik", "status": "loopt"}]}
    assert one(look(book, house(book, [person()], **running))).paid == YES
    assert one(look(book, house(book, [person(age=17)], **running))).paid == NO
    assert one(look(book, house(book, [person()], regelingen=[]))).paid == NO


# ---- from when
def begins(access: Block, entries: Any = (), change: Variation = AS_IT_IS, day: str = "2020-05-15") -> Value:
    book = land(rule("fo.recht", gives("toelage", "parameters.fo.bedrag", toegang=access)), parameters=[AMOUNT])
    return one(look(book, house(book, [person()], day, regelingen=list(entries)), change)).paid_from


def test_without_an_application_the_check_counts_as_one() -> None:
    assert str(exact(begins({"vanaf": "aanvraagdatum"}))) == "2020-05-15"
    assert str(exact(begins({"vanaf": "eerste_dag(aanvraagdatum, maand)"}))) == "2020-05-01"
    assert str(exact(begins({"vanaf": "meldingsdatum"}))) == "2020-05-15"


def test_the_days_of_the_case_file_count() -> None:
    entry = {"regeling": "toelage", "wie": "ik", "status": "aangevraagd", "aangevraagd_op": "2020-02-10"}
    assert str(exact(begins({"vanaf": "aanvraagdatum"}, [entry]))) == "2020-02-10"
    assert str(exact(begins({"vanaf": "besluitdatum"}, [{**entry, "besluit_op": "2020-03-01"}]))) == "2020-03-01"


def test_a_decision_comes_at_the_latest_after_its_term() -> None:
    entry = {"regeling": "toelage", "wie": "ik", "status": "aangevraagd", "aangevraagd_op": "2020-02-10"}
    assert str(exact(begins({"vanaf": "besluitdatum", "beslistermijn": "8 weken"}, [entry]))) == "2020-04-06"
    assert not begins({"vanaf": "besluitdatum", "beslistermijn": "onbekend"}, [entry]).is_known


def test_a_month_of_application_gives_a_span_of_days() -> None:
    entry = {"regeling": "toelage", "wie": "ik", "status": "aangevraagd", "aangevraagd_op": "2020-02"}
    found = begins({"vanaf": "aanvraagdatum"}, [entry])
    assert [str(day) for day in bounds(found)] == ["2020-02-01", "2020-02-29"]
    assert str(exact(begins({"vanaf": "eerste_dag(aanvraagdatum, maand)"}, [entry]))) == "2020-02-01"


@pytest.mark.parametrize("status", ["afgewezen", "beeindigd", "niet_aangevraagd"])
def test_an_application_that_is_over_does_not_give_its_days_to_the_next(status: str) -> None:
    old = {
        "regeling": "toelage",
        "wie": "ik",
        "status": status,
        "aangevraagd_op": "2017-01-01",
        "besluit_op": "2017-03-01",
    }
    assert str(exact(begins({"vanaf": "aanvraagdatum"}, [old]))) == "2020-05-15"


def test_a_term_that_a_hook_moves() -> None:
    later = Variation(terms={("fo.recht", "beslistermijn"): (Duration(2, "maand"), 1)})
    assert str(exact(begins({"vanaf": "besluitdatum", "beslistermijn": "1 maanden"}, change=later))) == "2020-08-15"
    sooner = Variation(terms={("fo.recht", "vanaf"): (Duration(1, "jaar"), -1)})
    assert str(exact(begins({"vanaf": "aanvraagdatum"}, change=sooner))) == "2019-05-15"
    assert str(exact(begins({"vanaf": "aanvraagdatum"}, change=later))) == "2020-05-15"


def test_without_right_there_is_no_first_day() -> None:
    book = small()
    assert not one(look(book, house(book, [person(age=3)]))).paid_from.is_known


# ---- amounts
@pytest.mark.parametrize(
    ("per", "monthly"),
    [("maand", "100"), ("jaar", "8.3333"), ("kwartaal", "33.3333"), ("week", "433.3333"), ("vier_weken", "108.3333")],
)
def test_an_amount_per_period_per_month(per: str, monthly: str) -> None:
    book = land(
        rule("fo.recht", gives("toelage", "parameters.fo.per", per=per)),
        parameters=[parameter("fo.per", "bedrag", {"2018-01-01": "100"}, eenheid=f"eur/{per}")],
    )
    claim = one(look(book, house(book, [person()])))
    assert round(exact(claim.monthly), 4) == euro(monthly)
    assert claim.given_per == per


def test_a_single_payment_is_no_amount_per_month() -> None:
    book = land(
        rule("fo.recht", gives("toelage", "parameters.fo.eens", per="eenmalig")),
        parameters=[parameter("fo.eens", "bedrag", {"2018-01-01": "900"}, eenheid="eur")],
    )
    claim = one(look(book, house(book, [person()])))
    assert (claim.right, claim.monthly, claim.as_paid) == (YES, ZERO, ZERO)


def paying(per: str = "maand", amount: str = "afronden(fo.som, 1, omlaag)", **more: Any) -> Rulebook:
    payment = {"hoe": "vooraf", "per": per, "bedrag": amount}
    return small(
        rules=[concept("fo.som", "parameters.fo.precies"), rule("fo.ook", gives("premiehulp", "fo.som", toegang={"betaling": payment})), *more.get("rules", ())],
        parameters=[parameter("fo.precies", "bedrag", {"2018-01-01": "99.75"})],
    )  # fmt: skip


def test_what_is_paid_is_rounded_where_the_law_rounds() -> None:
    claim = one(look(paying(), house(paying(), [person()])), "premiehulp")
    assert (exact(claim.monthly), exact(claim.as_paid)) == (euro("99.75"), 99)


def test_what_is_paid_per_year_is_shown_per_month() -> None:
    book = paying("jaar", "afronden(naar(fo.som, jaar), 1, omhoog)")
    claim = one(look(book, house(book, [person()])), "premiehulp")
    assert (exact(claim.monthly), exact(claim.as_paid)) == (euro("99.75"), euro("99.75"))


def test_what_is_paid_follows_the_right_and_its_exclusions() -> None:
    book = paying(
        rules=[
            rule("fo.deel", {"sluit_uit": "premiehulp", "deel": "50%", "mits": "fo.a"}),
            rule("fo.weigert", {"sluit_uit": "premiehulp", "mits": "fo.b"}),
        ]
    )
    half = one(look(book, house(book, [person()], **answers(a="ja", b="nee"))), "premiehulp")
    assert (exact(half.monthly), exact(half.as_paid)) == (euro("99.75") / 2, euro("49.5"))
    none = one(look(book, house(book, [person()], **answers(a="ja", b="ja"))), "premiehulp")
    assert (none.monthly, none.as_paid) == (ZERO, ZERO)
    open_ = one(look(book, house(book, [person()], **answers(a="nee"))), "premiehulp")
    assert (bounds(open_.monthly), bounds(open_.as_paid)) == ((0, euro("99.75")), (0, 99))


def test_an_amount_that_is_not_known_is_a_range_with_its_reason() -> None:
    book = land(
        rule("fo.recht", gives("toelage", "parameters.fo.bedrag - fo.loon")), parameters=[AMOUNT],
        facts=[money("fo.loon", uit="inkomen.bedrag", samen="som")],
    )  # fmt: skip
    claim = one(look(book, house(book, [wages({"van": "10", "tot": "30"})])))
    assert claim.right == YES
    assert bounds(claim.monthly) == (70, 90)
    assert waits_for(claim.monthly) == {"ik.fo.loon"}


# ---- services
def test_a_service_has_an_extent_and_no_amount() -> None:
    extent = {"omvang": "fo.uren", "eenheid": "uren", "per": "week"}
    book = land(
        rule("da.recht", gives("hulp_thuis", None, behoefte="begeleiding", dekt=extent), wanneer="fo.leeftijd >= 18"),
        concept("da.recht_zelf", "recht(hulp_thuis)"), concept("da.hoogte", "hoogte(hulp_thuis)"),
        regime="dakwet", facts=[fact("fo.uren", "getal", uit="inkomen.uren_per_week", samen="som")],
    )  # fmt: skip
    worked = person(inkomen=[{"soort": "loon", "uren_per_week": 12}])
    claim = one(look(book, house(book, [worked])), "hulp_thuis")
    assert (claim.amount, claim.monthly, claim.form, claim.cover_unit) == (None, ZERO, "natura", "uren")
    assert claim.covers == known(12)
    found = look(book, house(book, [worked]))
    assert found.concept("da.recht_zelf", "ik").value == YES
    assert found.concept("da.hoogte", "ik").value == ZERO
    assert not [line for line in found.account.lines if line.kind == "recht"]
    assert one(look(book, house(book, [{**worked, "leeftijd": 3}])), "hulp_thuis").covers is None


def test_a_service_as_needed_has_no_number() -> None:
    book = land(rule("da.recht", gives("hulp_thuis", behoefte="begeleiding")), regime="dakwet")
    claim = one(look(book, house(book, [person()])), "hulp_thuis")
    assert (claim.right, claim.covers, claim.needs) == (YES, None, ("begeleiding",))


# ---- what a claim tells
def test_a_claim_says_what_it_is() -> None:
    book = land(
        rule("st.recht", gives("bodem", "parameters.fo.bedrag", vangnet="ja", doel="levensonderhoud", toetsmoment="jaar")),
        regime="steun", parameters=[AMOUNT],
    )  # fmt: skip
    claim = one(look(book, house(book, [person()])), "bodem")
    assert (claim.regime, claim.rule, claim.norm, claim.residual) == ("steun", "st.recht", "st.recht/geeft:bodem", True)
    assert (claim.purpose, claim.needs, claim.test_moment, claim.form) == (
        "levensonderhoud",
        ("levensonderhoud",),
        "jaar",
        "geld",
    )


def test_missing_and_outside_of_the_whole() -> None:
    book = small(requires("fo.eis", "toelage", "fo.a"))
    found = look(book, house(book, [person()]))
    assert {str(one) for one in found.missing()} == {"ik.fo.a"}
    assert found.outside() == frozenset()
    assert look(book, house(book, [person(age=3)])).missing() == frozenset()


def test_a_changed_fact_changes_the_right() -> None:
    book = small()
    household = house(book, [person(age=17)])
    assert one(look(book, household, with_fact(ref("fo.leeftijd"), known(18)))).right == YES


def test_people_with_different_sets_have_different_claims() -> None:
    """A child of one of them only: the sets are not the same, so there is no joint claim."""
    book = shared("clan")
    relations = [married("ik", "zij"), {"soort": "ouder_van", "van": "ik", "naar": "kind"}]
    found = look(book, house(book, [person(), person("zij"), person("kind", 5)], relaties=relations))
    assert set(by_people(found)) == {("ik", "zij", "kind"), ("ik", "zij")}


def test_the_right_of_a_home_is_that_of_whoever_rents_it() -> None:
    book = land(
        rule("fo.recht", gives("toelage", "parameters.fo.bedrag"), wanneer="fo.leeftijd >= 18"),
        concept("fo.recht_huurder", "recht(toelage)", over="woning"), concept("fo.hoogte_huurder", "hoogte(toelage)", over="woning"),
        parameters=[AMOUNT],
    )  # fmt: skip
    people = [living("huis"), living("huis", "kind", age=5)]
    perhaps = look(book, house(book, people, woningen=HOMES[:1]))
    assert waits_for(perhaps.concept("fo.recht_huurder", "huis").value) == {"huis.huurder"}
    assert bounds(perhaps.concept("fo.hoogte_huurder", "huis").value) == (0, 100)
    told = look(book, house(book, people, woningen=[{**HOMES[0], "hoofdbewoner": "ik"}]))
    assert (told.concept("fo.recht_huurder", "huis").value, exact(told.concept("fo.hoogte_huurder", "huis").value)) == (
        YES,
        100,
    )
    child = look(book, house(book, people, woningen=[{**HOMES[0], "hoofdbewoner": "kind"}]))
    assert (
        child.concept("fo.recht_huurder", "huis").value,
        exact(child.concept("fo.hoogte_huurder", "huis").value),
    ) == (NO, 0)
