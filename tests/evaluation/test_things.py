# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""Who and what there is, and how it hangs together: homes, tenants, occupants, belongings, pairs and groups."""

from __future__ import annotations

from typing import Any

import pytest

from evaluation.invented import (
    NO,
    YES,
    Block,
    concept,
    evaluator,
    exact,
    fact,
    house,
    land,
    look,
    married,
    money,
    parent,
    person,
    ref,
    waits_for,
)  # fmt: skip
from samenloop.domain import Household
from samenloop.evaluation import AS_IT_IS, Variation, with_fact
from samenloop.evaluation.things import things_of
from samenloop.language.values import Thing, Value
from samenloop.rulebook import Rulebook

HOMES: list[Block] = [{"id": "huis", "soort": "huur_sociaal"}, {"id": "flat", "soort": "koop"}]


@pytest.fixture(scope="module")
def book() -> Rulebook:
    kinds = ["huur_sociaal", "koop", "opvang", "instelling", "azc", "geen"]
    return land(
        concept("fo.samen_thuis", "persoon.verblijfswoning = ander.verblijfswoning", over="paar"),
        concept("fo.samen_ingeschreven", "persoon.brp_woning = ander.brp_woning", over="paar"),
        concept("fo.bewoners", "aantal(p in woning.bewoners)", over="woning"),
        concept("fo.ingeschrevenen", "aantal(p in woning.ingeschrevenen)", over="woning"),
        concept("fo.volwassen_bewoners", "aantal(p in woning.bewoners waar p.fo.leeftijd >= 18)", over="woning"),
        concept("fo.huurt_hier", "persoon.verblijfswoning.huurder = persoon"),
        concept("fo.thuis", "persoon.verblijfswoning.woningsoort"),
        concept("fo.adres", "persoon.brp_woning.woningsoort"),
        concept("fo.schuld", "som(s in persoon.schulden_van: s.schuldbedrag)"),
        concept("fo.schulden", "aantal(s in persoon.schulden_van)"),
        concept("fo.bezit", "som(b in persoon.bezittingen_van: b.waarde)"),
        concept("fo.alle_woningen", "aantal(w in woningen)", over="huishouden"),
        concept("fo.alle_schulden", "som(s in schulden: s.schuldbedrag)", over="huishouden"),
        concept("fo.al_het_bezit", "som(b in bezittingen: b.waarde)", over="huishouden"),
        concept("fo.mensen", "aantal(p in personen)", over="huishouden"),
        concept("fo.stel", "aantal(p in stel.stelleden)"),
        concept("fo.clan", "aantal(p in clan.clanleden)"),
        concept("fo.clan_leeftijd", "som(p in clan.clanleden: p.fo.leeftijd)"),
        concept("fo.stel_van_paar", "aantal(p in stel.stelleden)", over="paar"),
        facts=[
            fact("woningsoort", "keuze", over="woning", keuzes=kinds, uit="soort"),
            money("schuldbedrag", "eur", over="schuld", uit="bedrag"),
            money("waarde", "eur", over="bezit", uit="waarde"),
            money("schuld_achter", "eur", uit="schulden[soort=huur].bedrag", samen="som"),
        ],
    )  # fmt: skip


def say(book: Rulebook, household: Household, name: str, who: str = "ik", change: Variation = AS_IT_IS) -> Value:
    return look(book, household, change).concept(name, who).value


def stays(where: Any, name: str = "ik", **more: Any) -> Block:
    """A person who stays in a home, or in another kind of place."""
    known = {home["id"] for home in HOMES}
    stay = {"waar": "woning", "woning": where} if where in known else {"waar": where}
    return person(name, verblijf=stay if where is not ... else ..., **more)


# ---- where people are
@pytest.mark.parametrize(
    "stay", [..., "onbekend", {}, {"waar": "onbekend"}, {"waar": "woning"}, {"waar": "opvang", "woning": "onbekend"}]
)
def test_a_stay_that_is_not_known_is_the_missing_link(book: Rulebook, stay: Any) -> None:
    household = house(book, [person(verblijf=stay)], woningen=HOMES)
    assert waits_for(say(book, household, "fo.thuis")) == {"ik.verblijfswoning"}


@pytest.mark.parametrize("brp", [..., "onbekend", {}, {"inschrijving": "onbekend"}, {"inschrijving": "woonadres"}])
def test_a_registration_that_is_not_known_is_the_missing_link(book: Rulebook, brp: Any) -> None:
    household = house(book, [person(brp=brp)], woningen=HOMES)
    assert waits_for(say(book, household, "fo.adres")) == {"ik.brp_woning"}


def test_stay_and_registration_are_two_facts(book: Rulebook) -> None:
    somebody = person(
        verblijf={"waar": "woning", "woning": "huis"}, brp={"inschrijving": "woonadres", "woning": "flat"}
    )
    household = house(book, [somebody], woningen=HOMES)
    assert exact(say(book, household, "fo.thuis")) == "huur_sociaal"
    assert exact(say(book, household, "fo.adres")) == "koop"


@pytest.mark.parametrize(
    ("where", "kind"), [("dakloos", "geen"), ("opvang", "opvang"), ("instelling", "instelling"), ("azc", "azc")]
)
def test_who_has_no_home_has_a_home_of_that_kind(book: Rulebook, where: str, kind: str) -> None:
    assert exact(say(book, house(book, [stays(where)], woningen=HOMES), "fo.thuis")) == kind


@pytest.mark.parametrize("where", ["detentie", "buitenland"])
def test_of_a_place_that_is_no_home_nothing_more_is_known(book: Rulebook, where: str) -> None:
    assert waits_for(say(book, house(book, [stays(where)]), "fo.thuis")) == {"geen:ik.woningsoort"}


@pytest.mark.parametrize("how", ["geen", "briefadres"])
def test_who_is_registered_nowhere_has_no_home_there(book: Rulebook, how: str) -> None:
    people = [person(brp={"inschrijving": how}), person("zij", brp={"inschrijving": how})]
    household = house(book, people, woningen=HOMES)
    assert exact(say(book, household, "fo.adres")) == "geen"
    assert exact(say(book, household, "fo.samen_ingeschreven", "ik>zij")) is False


def test_no_home_is_nobody_elses_home(book: Rulebook) -> None:
    household = house(book, [stays("opvang"), stays("huis", "zij")], woningen=HOMES)
    assert exact(say(book, household, "fo.samen_thuis", "ik>zij")) is False
    assert (
        exact(say(book, house(book, [stays("opvang"), stays("dakloos", "zij")]), "fo.samen_thuis", "ik>zij")) is False
    )


@pytest.mark.parametrize("where", ["opvang", "instelling", "azc", "dakloos", "buitenland"])
def test_two_in_the_same_kind_of_place_are_perhaps_together(book: Rulebook, where: str) -> None:
    """A mother and a child in a shelter without an address in the file: not certainly apart."""
    household = house(book, [stays(where), stays(where, "kind", age=4)])
    assert waits_for(say(book, household, "fo.samen_thuis", "ik>kind")) == {
        "ik.verblijfswoning",
        "kind.verblijfswoning",
    }


def test_somebody_of_whom_it_is_not_known_is_perhaps_in_the_same_place(book: Rulebook) -> None:
    """Otherwise an answer about her would make uncertain what was certain about me."""
    assert waits_for(say(book, house(book, [stays("opvang"), stays(..., "zij")]), "fo.thuis")) == {
        "zij.verblijfswoning"
    }
    assert exact(say(book, house(book, [stays("opvang"), stays("dakloos", "zij")]), "fo.thuis")) == "opvang"


def test_two_in_detention_do_not_live_together(book: Rulebook) -> None:
    household = house(book, [stays("detentie"), stays("detentie", "zij")])
    assert exact(say(book, household, "fo.samen_thuis", "ik>zij")) is False


def test_a_shelter_with_an_address_is_a_home_like_any_other(book: Rulebook) -> None:
    stay = {"waar": "opvang", "woning": "huis"}
    household = house(book, [person(verblijf=stay), person("zij", verblijf=stay)], woningen=HOMES)
    assert exact(say(book, household, "fo.samen_thuis", "ik>zij")) is True


def test_homeless_and_unregistered_are_two_different_nowheres(book: Rulebook) -> None:
    household = house(book, [person(verblijf={"waar": "opvang"}, brp={"inschrijving": "briefadres"})])
    ev = evaluator(book, household)
    here = Thing("persoon", "ik")
    assert ev.follow("verblijfswoning", here) != ev.follow("brp_woning", here)


# ---- occupants
def test_occupants_are_who_stays_there(book: Rulebook) -> None:
    household = house(book, [stays("huis"), stays("huis", "zij", age=12), stays("flat", "hij")], woningen=HOMES)
    assert exact(say(book, household, "fo.bewoners", "huis")) == 2
    assert exact(say(book, household, "fo.volwassen_bewoners", "huis")) == 1
    assert exact(say(book, household, "fo.bewoners", "flat")) == 1


def test_somebody_of_whom_it_is_not_known_stays_there_perhaps(book: Rulebook) -> None:
    household = house(book, [stays("huis"), stays(..., "zij")], woningen=HOMES)
    found = say(book, household, "fo.bewoners", "huis")
    assert found.bounds == (1, 2)
    assert waits_for(found) == {"zij.verblijfswoning"}


def test_perhaps_there_is_somebody_else(book: Rulebook) -> None:
    household = house(book, [stays("huis")], woningen=HOMES, onvolledig=["personen"])
    for name, who in (("fo.bewoners", "huis"), ("fo.mensen", "huishouden")):
        found = say(book, household, name, who)
        assert found.bounds == (1, None)
        assert waits_for(found) == {"personen"}


def test_registered_there_is_not_staying_there(book: Rulebook) -> None:
    people = [person(verblijf={"waar": "dakloos"}, brp={"inschrijving": "woonadres", "woning": "huis"})]
    household = house(book, people, woningen=HOMES)
    assert exact(say(book, household, "fo.ingeschrevenen", "huis")) == 1
    assert exact(say(book, household, "fo.bewoners", "huis")) == 0


def test_occupants_follow_a_changed_stay(book: Rulebook) -> None:
    household = house(book, [stays("huis"), stays("flat", "zij")], woningen=HOMES)
    moved = with_fact(ref("verblijfswoning", "zij"), Value(exact=Thing("woning", "huis")))
    assert exact(say(book, household, "fo.bewoners", "huis", moved)) == 2
    assert exact(say(book, household, "fo.bewoners", "flat", moved)) == 0
    assert exact(say(book, household, "fo.samen_thuis", "ik>zij", moved)) is True


# ---- the tenant
def test_the_tenant_is_who_the_file_names(book: Rulebook) -> None:
    homes = [{**HOMES[0], "hoofdbewoner": "zij"}]
    household = house(book, [stays("huis", aanvrager=True), stays("huis", "zij")], woningen=homes)
    assert exact(say(book, household, "fo.huurt_hier")) is False
    assert exact(say(book, household, "fo.huurt_hier", "zij")) is True


def test_the_tenant_is_the_only_one_who_stays_there(book: Rulebook) -> None:
    household = house(book, [stays("huis"), stays("flat", "zij", aanvrager=True)], woningen=HOMES)
    assert exact(say(book, household, "fo.huurt_hier")) is True


def test_the_tenant_is_else_the_one_applicant_there(book: Rulebook) -> None:
    household = house(book, [stays("huis", aanvrager=True), stays("huis", "zij")], woningen=HOMES)
    assert exact(say(book, household, "fo.huurt_hier")) is True
    assert exact(say(book, household, "fo.huurt_hier", "zij")) is False


def test_the_applicant_stays_the_tenant_when_others_are_perhaps_there(book: Rulebook) -> None:
    people = [stays("huis", aanvrager=True), stays(..., "zij")]
    for more in ({}, {"onvolledig": ["personen"]}):
        assert exact(say(book, house(book, people, woningen=HOMES, **more), "fo.huurt_hier")) is True


@pytest.mark.parametrize(
    ("people", "more"),
    [
        ([stays("huis"), stays("huis", "zij")], {}),
        ([stays("huis", aanvrager=True), stays("huis", "zij", aanvrager=True)], {}),
        ([stays("huis"), stays(..., "zij")], {}),
        ([stays("huis", aanvrager=True), stays(..., "zij", aanvrager=True)], {}),
        ([stays("huis")], {"onvolledig": ["personen"]}),
    ],
)
def test_a_tenant_that_is_not_certain_is_asked(book: Rulebook, people: list[Block], more: Block) -> None:
    assert waits_for(say(book, house(book, people, woningen=HOMES, **more), "fo.huurt_hier")) == {"huis.huurder"}


def test_a_tenant_asked_in_vain_is_not_guessed(book: Rulebook) -> None:
    homes = [{**HOMES[0], "hoofdbewoner": "onbekend"}]
    assert waits_for(say(book, house(book, [stays("huis")], woningen=homes), "fo.huurt_hier")) == {"huis.huurder"}


def test_the_tenant_follows_a_changed_stay(book: Rulebook) -> None:
    household = house(book, [stays("huis"), stays("flat", "zij")], woningen=HOMES)
    left = with_fact(ref("verblijfswoning"), Value(exact=Thing("woning", "flat")))
    comes = with_fact(ref("verblijfswoning", "zij"), Value(exact=Thing("woning", "huis")))
    assert exact(say(book, household, "fo.huurt_hier", "zij", left.also(comes))) is True
    assert say(book, household, "fo.huurt_hier", "zij", comes).is_known is False


def test_the_tenant_can_be_changed_itself(book: Rulebook) -> None:
    household = house(book, [stays("huis"), stays("huis", "zij")], woningen=HOMES)
    told = with_fact(ref("huurder", "huis", "woning"), Value(exact=Thing("persoon", "zij")))
    assert exact(say(book, household, "fo.huurt_hier", "zij", told)) is True


# ---- debts and possessions
def test_debts_and_possessions_by_owner(book: Rulebook) -> None:
    debts = [
        {"id": "a", "soort": "huur", "bedrag": "100", "wie": "ik"}, {"id": "b", "soort": "duo", "bedrag": "10", "wie": "zij"},
        {"id": "c", "soort": "krediet", "bedrag": "1", "wie": ["ik", "zij"]},
    ]  # fmt: skip
    saved = [{"soort": "bank", "waarde": "7", "wie": "ik"}, {"soort": "auto", "waarde": "5", "wie": "zij"}]
    household = house(book, "ik zij", schulden=debts, vermogen=saved)
    assert exact(say(book, household, "fo.schuld")) == 101
    assert exact(say(book, household, "fo.schuld", "zij")) == 11
    assert [exact(say(book, household, "fo.bezit", who)) for who in ("ik", "zij")] == [7, 5]
    assert exact(say(book, household, "fo.alle_schulden", "huishouden")) == 111
    assert exact(say(book, household, "fo.al_het_bezit", "huishouden")) == 12


def test_a_debt_without_owner_is_perhaps_of_each(book: Rulebook) -> None:
    debts = [{"id": "a", "soort": "huur", "bedrag": "100"}]
    found = say(book, house(book, "ik zij", schulden=debts), "fo.schuld")
    assert found.bounds == (0, 100)
    assert waits_for(found) == {"a.wie"}
    assert exact(say(book, house(book, "ik", schulden=debts), "fo.schuld")) == 100


def test_a_list_of_debts_that_is_not_known(book: Rulebook) -> None:
    for more in ({}, {"schulden": "onbekend"}):
        found = say(book, house(book, "ik", **more), "fo.schuld")
        assert found.bounds == (0, None) or found.bounds == (None, None)
        assert waits_for(found) == {"ik.schulden_van"}
    assert exact(say(book, house(book, "ik", schulden=[]), "fo.schuld")) == 0


def test_an_incomplete_list_leaves_an_open_end(book: Rulebook) -> None:
    debts = [{"id": "a", "soort": "huur", "bedrag": "100", "wie": "ik"}]
    household = house(book, "ik", schulden=debts, vermogen=[], onvolledig=["schulden", "vermogen"])
    found = say(book, household, "fo.schulden")
    assert found.bounds == (1, None)
    assert waits_for(found) == {"ik.schulden_van"}
    for name, key in (("fo.alle_schulden", "schulden"), ("fo.al_het_bezit", "bezittingen")):
        assert waits_for(say(book, household, name, "huishouden")) == {key}
    assert waits_for(say(book, household, "fo.bezit")) == {"ik.bezittingen_van"}


def test_a_list_of_homes_may_be_incomplete_too(book: Rulebook) -> None:
    assert exact(say(book, house(book, "ik", woningen=HOMES), "fo.alle_woningen", "huishouden")) == 2
    found = say(book, house(book, "ik", woningen=HOMES, onvolledig=["woningen"]), "fo.alle_woningen", "huishouden")
    assert found.bounds == (2, None)


def test_possessions_have_no_id_and_are_told_apart_all_the_same(book: Rulebook) -> None:
    household = house(book, "ik", vermogen=[{"soort": "bank", "waarde": "1"}, {"soort": "bank", "waarde": "2"}])
    ev = evaluator(book, household)
    assert [exact(ev.fact("waarde", thing)) for thing in things_of(household, "bezit")] == [1, 2]
    assert waits_for(ev.fact("waarde", Thing("bezit", "bezit3"))) == {"bezit3.waarde"}


# ---- pairs
def test_pairs_are_ordered_and_never_of_one(book: Rulebook) -> None:
    pairs = [t.id for t in things_of(house(book, "a b c"), "paar")]
    assert pairs == ["a>b", "a>c", "b>a", "b>c", "c>a", "c>b"]
    assert things_of(house(book, "a"), "paar") == []


def test_a_judgement_about_two_people_names_both(book: Rulebook) -> None:
    pairs = land(facts=[fact("fo.contract", over="paar")])
    answers = {"ik.zij.fo.contract": {"oordeel": "ja"}, "fo.contract": {"oordeel": "nee"}}
    ev = evaluator(pairs, house(pairs, "ik zij hij", oordelen=answers))
    found = {one: exact(ev.fact("fo.contract", Thing("paar", one))) for one in ("ik>zij", "zij>ik", "ik>hij")}
    assert found == {"ik>zij": True, "zij>ik": True, "ik>hij": False}


# ---- groups
def family(book: Rulebook, **more: Any) -> Household:
    people = [person("ik", 40), person("zij", 38), person("kind", 4), person("buur", 50)]
    relations = [married("ik", "zij"), parent("ik", "kind"), parent("zij", "kind")]
    return house(book, people, **{"relaties": relations, **more})


def test_a_group_is_a_person_and_whoever_has_one_of_its_roles(book: Rulebook) -> None:
    household = family(book)
    assert {who: exact(say(book, household, "fo.stel", who)) for who in ("ik", "zij", "kind", "buur")} == {
        "ik": 2, "zij": 2, "kind": 1, "buur": 1,
    }  # fmt: skip
    assert exact(say(book, household, "fo.clan")) == 3
    assert exact(say(book, household, "fo.clan_leeftijd")) == 82


def test_the_group_of_a_pair_is_that_of_the_first(book: Rulebook) -> None:
    household = family(book)
    assert exact(say(book, household, "fo.stel_van_paar", "ik>buur")) == 2
    assert exact(say(book, household, "fo.stel_van_paar", "buur>ik")) == 1


def test_a_role_that_is_not_known_makes_a_member_perhaps(book: Rulebook) -> None:
    found = say(book, family(book, relaties=...), "fo.stel")
    assert found.bounds == (1, 4)
    assert waits_for(found) == {f"ik.{other}.fo.gehuwd" for other in ("zij", "kind", "buur")}


def test_a_group_may_have_members_nobody_named(book: Rulebook) -> None:
    found = say(book, family(book, onvolledig=["personen"]), "fo.stel")
    assert found.bounds == (2, None)
    assert waits_for(found) == {"personen"}


def test_every_group_of_the_word_list_has_a_link_to_its_members(book: Rulebook) -> None:
    ev = evaluator(book, house(book, "ik"))
    words = book.vocabulary.lists["eenheidnamen"].values()
    formed = {word.id: tuple(word.get("gevormd_door")) for word in words if word.get("gevormd_door")}
    assert {unit: roles for unit, (_, roles) in ev.groups.items()} == formed
    assert {"stel", "clan", "gezin", "toeslaghuishouden", "toeslagpartners"} <= set(formed)


def test_nobody_has_a_role_in_his_own_eyes(book: Rulebook) -> None:
    ev = evaluator(book, family(book))
    me, her = Thing("persoon", "ik"), Thing("persoon", "zij")
    assert ev.role("fo.maat", me, me) == NO
    assert ev.role("fo.maat", her, me) == YES


def test_a_role_that_no_rule_derives_is_false(book: Rulebook) -> None:
    ev = evaluator(book, family(book))
    assert ev.role("fo.bestaat_niet", Thing("persoon", "zij"), Thing("persoon", "ik")) == NO
