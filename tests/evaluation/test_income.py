# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""What is left to live on: D and vrij line by line, and the difference between two evaluations."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest

from evaluation.invented import (
    ZERO,
    Block,
    bounds,
    concept,
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
    ref,
    rule,
    waits_for,
)  # fmt: skip
from samenloop.domain import Household
from samenloop.evaluation import (
    AS_IT_IS,
    Assessment,
    Line,
    Variation,
    gain,
    on_safety_net,
    with_fact,
    with_role,
    without_norms,
    without_reading,
)  # fmt: skip
from samenloop.evaluation.assessment import changed_between
from samenloop.language.values import Thing, Value
from samenloop.rulebook import Rulebook

AMOUNT = parameter("fo.bedrag", "bedrag", {"2018-01-01": "100"})
ASKED = [fact("fo.a"), fact("fo.b")]
NET = money("netto", uit="inkomen[bruto=false].bedrag", samen="som", bereik={"van": 0, "tot": 20000})
RENT = money("huur", over="woning", uit="kale_huur")
WAGE: Block = {"soort": "loon", "bedrag": "1000", "per": "maand", "bruto": False}
HOMES: list[Block] = [{"id": "huis", "soort": "huur_sociaal", "kale_huur": "500"}]


def answers(**given: str) -> Block:
    return {"oordelen": {f"fo.{name}": {"oordeel": answer} for name, answer in given.items()}}


def country(*rules: Block, **more: Any) -> Rulebook:
    """A right of 100 to everybody of age, and these rules."""
    own = {"facts": [*ASKED, NET, RENT, *more.pop("facts", ())], "parameters": [AMOUNT, *more.pop("parameters", ())]}
    return land(
        rule("fo.recht", gives("toelage", "parameters.fo.bedrag"), wanneer="fo.leeftijd >= 18"), *rules, **own, **more
    )


def costs(name: str, amount: str, sort: str = "bijdrage", **more: Any) -> Block:
    return {"kost": name, "bedrag": amount, "per": "maand", "soort": sort, "beschermd": "nee", **more}


def lines(found: Assessment, kind: str) -> dict[tuple[str, ...], Value]:
    return {line.who: line.amount for line in found.account.lines if line.kind == kind}


@pytest.fixture(scope="module")
def plain() -> Rulebook:
    return country()


def private(book: Rulebook, entries: Any, **more: Any) -> dict[str, Value]:
    found = look(book, house(book, [person(inkomen=entries)], **more))
    return {line.id: line.amount for line in found.account.lines if line.kind == "inkomen"}


# ---- D and vrij
def test_d_is_rights_and_net_income_less_what_goes_out() -> None:
    book = country(
        rule("fo.premie", costs("fo.premie", "parameters.fo.premie", "premie")),
        rule("fo.bijdrage", costs("fo.bijdrage", "parameters.fo.bijdrage")),
        rule("fo.huur", costs("fo.huur", "huur", "huur"), over="woning"),
        parameters=[parameter("fo.premie", "bedrag", {"2018-01-01": "110"}), parameter("fo.bijdrage", "bedrag", {"2018-01-01": "15"})],
    )  # fmt: skip
    someone = person(inkomen=[WAGE], verblijf={"waar": "woning", "woning": "huis"})
    found = look(book, house(book, [someone], woningen=HOMES, regelingen=[]))
    assert exact(found.d) == 100 + 1000 - 15
    assert exact(found.free) == 100 + 1000 - 15 - 110 - 500
    assert exact(found.d_running) == 1000 - 15
    assert [(line.kind, line.id, exact(line.amount)) for line in found.account.lines] == [
        ("recht", "toelage", 100), ("inkomen", "loon", 1000), ("last", "fo.premie", -110), ("inhouding", "fo.bijdrage", -15),
        ("last", "fo.huur", -500),
    ]  # fmt: skip


def test_d_running_counts_the_rights_that_run(plain: Rulebook) -> None:
    for status, wanted in (("loopt", 100), ("afgewezen", 0)):
        listed = [{"regeling": "toelage", "wie": "ik", "status": status}]
        assert exact(look(plain, house(plain, [person()], regelingen=listed)).d_running) == wanted
    found = look(plain, house(plain, [person()]))
    assert bounds(found.d_running) == (0, 100)
    assert exact(found.d) == 100


# ---- private income
def test_net_income_counts_as_it_is(plain: Rulebook) -> None:
    assert private(plain, [WAGE]) == {"loon": known(1000)}
    assert private(plain, [{**WAGE, "per": "week", "bedrag": "300"}]) == {"loon": known(1300)}


@pytest.mark.parametrize("gross", [True, "onbekend", ...])
def test_gross_income_lies_between_nothing_and_itself(plain: Rulebook, gross: Any) -> None:
    entry = {key: value for key, value in {**WAGE, "bruto": gross}.items() if value is not ...}
    (found,) = private(plain, [entry]).values()
    assert bounds(found) == (0, 1000)
    assert waits_for(found) == {"ik.netto"}


def test_an_amount_that_is_not_known_is_at_least_nothing(plain: Rulebook) -> None:
    unsaid = {**WAGE, "bedrag": "onbekend"}
    for entry in ({"soort": "loon", "bruto": False}, unsaid, {"soort": "loon"}, {**unsaid, "per": "onbekend"}):
        assert bounds(private(plain, [entry])["loon"]) == (0, None)


def test_a_range_of_net_income_stays_a_range(plain: Rulebook) -> None:
    assert bounds(private(plain, [{**WAGE, "bedrag": {"van": "900", "tot": "1100"}}])["loon"]) == (900, 1100)


@pytest.mark.parametrize("entries", [..., "onbekend"])
def test_income_that_nobody_asked_about_is_open(plain: Rulebook, entries: Any) -> None:
    found = private(plain, entries)
    assert bounds(found["inkomen"]) == (0, None)
    assert waits_for(found["inkomen"]) == {"ik.netto"}


def test_an_incomplete_list_of_income_is_open_above_what_is_listed(plain: Rulebook) -> None:
    found = look(plain, house(plain, [person(inkomen=[WAGE])], onvolledig=["personen.ik.inkomen"]))
    assert bounds(found.d) == (1100, None)
    assert waits_for(found.d) == {"ik.netto"}


def test_no_income_is_no_line(plain: Rulebook) -> None:
    assert private(plain, []) == {}
    assert private(plain, [{"soort": "geen"}]) == {}


def test_a_single_payment_is_no_monthly_income(plain: Rulebook) -> None:
    gift = {"soort": "gift", "bedrag": "500", "per": "eenmalig", "bruto": False}
    assert private(plain, [WAGE, gift]) == {"loon": known(1000)}


def test_what_ended_or_has_to_begin_is_no_income_today(plain: Rulebook) -> None:
    for more in ({"tot": "2020-05-14"}, {"van": "2020-05-16"}):
        assert private(plain, [{**WAGE, **more}]) == {}
    for more in ({"tot": "2020-05"}, {"van": "2020"}):
        assert bounds(private(plain, [{**WAGE, **more}])["loon"]) == (0, 1000)
    for more in ({"tot": "2020-05-15"}, {"van": "onbekend"}, {"tot": "onbekend"}):
        assert private(plain, [{**WAGE, **more}]) == {"loon": known(1000)}


def test_two_incomes_of_one_kind_both_count(plain: Rulebook) -> None:
    found = look(plain, house(plain, [person(inkomen=[WAGE, {**WAGE, "bedrag": "200"}])]))
    assert exact(found.d) == 1300


def test_income_that_a_modelled_right_stands_for_is_not_counted_twice(plain: Rulebook) -> None:
    had = {"soort": "oude_toelage", "bedrag": "90", "per": "maand", "bruto": False}
    assert private(plain, [WAGE, had]) == {"loon": known(1000)}


def test_income_of_an_unknown_kind_is_perhaps_what_a_modelled_right_stands_for(plain: Rulebook) -> None:
    (found,) = private(plain, [{**WAGE, "soort": "onbekend"}]).values()
    assert bounds(found) == (0, 1000)
    elsewhere = land(facts=[NET])
    assert private(elsewhere, [{**WAGE, "soort": "onbekend"}]) == {"inkomen": known(1000)}


def test_only_the_right_of_the_person_stands_for_that_persons_income() -> None:
    """The right is the child's (seen from any other person), so what the parent gets is another matter."""
    child = gives("toelage", "parameters.fo.bedrag", aan="ander", mits="ander.fo.leeftijd < 18")
    book = land(rule("fo.recht", child, over="paar"), facts=[NET], parameters=[AMOUNT])
    had = {"soort": "oude_toelage", "bedrag": "90", "per": "maand", "bruto": False}
    assert lines(look(book, house(book, [person(inkomen=[had])])), "inkomen") == {("ik",): known(90)}
    found = look(book, house(book, [person(), person("kind", 5, inkomen=[had])]))
    assert lines(found, "inkomen") == {}


def test_without_a_rule_in_force_the_income_of_the_file_counts() -> None:
    book = land(
        rule("fo.recht", gives("toelage", "parameters.fo.bedrag"), geldig={"van": "2021-01-01"}),
        facts=[NET],
        parameters=[AMOUNT],
    )
    had = {"soort": "oude_toelage", "bedrag": "90", "per": "maand", "bruto": False}
    assert exact(look(book, house(book, [person(inkomen=[had])])).d) == 90
    assert exact(look(book, house(book, [person(inkomen=[had])], "2021-01-01")).d) == 100


def test_a_changed_net_income_takes_the_place_of_the_net_amounts_only(plain: Rulebook) -> None:
    gross = {"soort": "zw", "bedrag": "300", "per": "maand", "bruto": True}
    had = {"soort": "oude_toelage", "bedrag": "90", "per": "maand", "bruto": False}
    household = house(plain, [person(inkomen=[WAGE, gross, had])])
    base = look(plain, household)
    other = look(plain, household, with_fact(ref("netto"), known(1090 - 25)))
    assert {line.id: line.amount.bounds for line in other.account.lines if line.kind == "inkomen"} == {
        "zw": (0, 300), "inkomen": (975, 975),
    }  # fmt: skip
    assert bounds(base.d) == (1100, 1400)
    assert bounds(other.d) == (1075, 1375)


# ---- what goes out
@pytest.mark.parametrize(
    ("sort", "kind"),
    [
        ("premie", "last"),
        ("huur", "last"),
        ("bijdrage", "inhouding"),
        ("aflossing", "inhouding"),
        ("handhaving", "inhouding"),
    ],
)
def test_rent_and_premium_lower_vrij_and_everything_else_d_as_well(sort: str, kind: str) -> None:
    book = country(rule("fo.kosten", costs("fo.post", "parameters.fo.bedrag / 4", sort)))
    found = look(book, house(book, [person()]))
    assert lines(found, kind) == {("ik",): known(-25)}
    assert (exact(found.d), exact(found.free)) == ((100, 75) if kind == "last" else (75, 75))


def test_costs_per_year_and_once() -> None:
    book = country(
        rule("fo.jaarlijks", costs("fo.jaar", "parameters.fo.jaar", per="jaar")),
        rule("fo.eens", costs("fo.eens", "parameters.fo.eens", per="eenmalig")),
        parameters=[
            parameter("fo.jaar", "bedrag", {"2018-01-01": "120"}, eenheid="eur/jaar"),
            parameter("fo.eens", "bedrag", {"2018-01-01": "900"}, eenheid="eur"),
        ],
    )  # fmt: skip
    assert exact(look(book, house(book, [person()])).d) == 90


def test_costs_that_are_perhaps_there_give_a_range() -> None:
    book = country(rule("fo.kosten", costs("fo.post", "parameters.fo.bedrag / 4"), wanneer="fo.a"))
    found = look(book, house(book, [person()]))
    assert bounds(found.d) == (75, 100)
    assert waits_for(found.d) == {"ik.fo.a"}


def test_a_premium_is_for_each_person_and_rent_for_the_home() -> None:
    """A couple pays one rent; a rule about homes says so by itself, whoever is the tenant."""
    book = country(
        rule("fo.premie", costs("fo.premie", "parameters.fo.bedrag", "premie")),
        rule("fo.huur", costs("fo.huur", "huur", "huur"), over="woning"),
    )
    stay = {"waar": "woning", "woning": "huis"}
    for people in (
        [person(verblijf=stay), person("zij", verblijf=stay)],
        [person(verblijf=stay, aanvrager=True), person("zij", verblijf=stay)],
    ):
        found = look(book, house(book, people, woningen=HOMES))
        assert exact(found.free) == 200 - 200 - 500


def test_rent_of_a_home_where_nobody_certainly_stays_is_perhaps_paid() -> None:
    book = country(rule("fo.huur", costs("fo.huur", "huur", "huur"), over="woning"))
    stay = {"waar": "woning", "woning": "huis"}
    homes = [*HOMES, {"id": "oud", "soort": "huur_sociaal", "kale_huur": "400"}]
    found = look(book, house(book, [person(verblijf=stay)], woningen=homes))
    assert bounds(found.free) == (100 - 500 - 400, 100 - 500)
    assert waits_for(found.free) == {"oud.huurder"}
    rented = [HOMES[0], {**homes[1], "hoofdbewoner": "ik"}]
    assert exact(look(book, house(book, [person(verblijf=stay)], woningen=rented)).free) == 100 - 900


def test_two_homes_are_two_lines_of_one_norm() -> None:
    book = country(rule("fo.huur", costs("fo.huur", "huur", "huur"), over="woning"))
    homes = [
        {**HOMES[0], "hoofdbewoner": "ik"},
        {"id": "oud", "soort": "huur_sociaal", "kale_huur": "400", "hoofdbewoner": "ik"},
    ]
    household = house(book, [person()], woningen=homes)
    found = look(book, household)
    assert exact(found.free) == 100 - 900
    without = look(book, household, without_norms(["fo.huur/kost:fo.huur"]))
    assert exact(gain(found, without, fixed_costs=True)) == 900


def test_a_contribution_of_a_family_stands_once() -> None:
    book = country(rule("fo.bijdrage", costs("fo.bijdrage", "parameters.fo.bedrag / 10"), over="stel"))
    people = [person(), person("zij")]
    assert exact(look(book, house(book, people, relaties=[married("ik", "zij")])).d) == 200 - 10
    assert exact(look(book, house(book, people)).d) == 200 - 20
    assert bounds(look(book, house(book, people, relaties=...)).d) == (180, 190)


def test_a_debt_is_paid_off_once_whoever_has_it() -> None:
    book = country(
        rule("fo.aflossen", costs("fo.aflossing", "schuldbedrag / 10", "aflossing", per="maand"), over="schuld"),
        facts=[money("schuldbedrag", "eur/maand", over="schuld", uit="regeling.bedrag")],
    )
    debts = [{"id": "a", "soort": "krediet", "wie": ["ik", "zij"], "regeling": {"bedrag": "200", "per": "maand"}}]
    found = look(book, house(book, [person(), person("zij")], schulden=debts))
    assert lines(found, "inhouding") == {("ik", "zij"): known(-20)}


def test_rent_of_homes_that_nobody_asked_about_leaves_vrij_open_below() -> None:
    book = country(rule("fo.huur", costs("fo.huur", "huur", "huur"), over="woning"))
    found = look(book, house(book, [person()]))
    assert exact(found.d) == 100
    assert bounds(found.free) == (None, 100)
    assert waits_for(found.free) == {"woningen"}
    other = look(book, found.household, without_norms(["fo.recht/geeft:toelage"]))
    assert exact(gain(found, other, fixed_costs=True)) == -100


def test_debts_that_nobody_asked_about_may_be_set_off_but_never_more_than_the_right() -> None:
    takes = {**SETS_OFF, "bedrag": "termijn"}
    book = land(
        rule("fo.recht", gives("toelage", "parameters.fo.bedrag")), rule("fo.af", takes, over="schuld"),
        facts=[*ASKED, money("termijn", over="schuld", uit="regeling.bedrag")], parameters=[AMOUNT],
    )  # fmt: skip
    found = look(book, house(book, [person()]))
    assert bounds(found.d) == (0, 100)
    assert waits_for(found.d) == {"schulden"}
    assert exact(look(book, house(book, [person()], schulden=[])).d) == 100
    debts = [
        {"id": name, "soort": "toeslagen", "regeling": {"bedrag": "20", "per": "maand"}} for name in ("een", "twee")
    ]
    assert exact(look(book, house(book, [person()], schulden=debts)).d) == 60


# ---- what is taken from a right
def taking(norm: Block, receiver: str | None = None, **more: Any) -> Rulebook:
    aim = {} if receiver is None else {"aan": receiver}
    return land(
        rule("fo.recht", gives("toelage", "parameters.fo.bedrag", **aim), wanneer="fo.leeftijd >= 18"),
        rule("fo.neemt", norm, **{"wanneer": "fo.a", **more}),
        rule("fo.plicht", {"verplicht": "fo.melden", "eist": {"feit": "fo.a", "waarde": "ja"}}),
        facts=[*ASKED, NET], parameters=[AMOUNT],
    )  # fmt: skip


DIVERTS: Block = {"leidt_om": "toelage", "naar": "zorgverzekeraar", "voor_doel": "kosten", "beschermd": "nee"}
SETS_OFF: Block = {"verrekent": "toeslagen", "uit": "toelage", "per": "maand", "soort": "aflossing", "beschermd": "nee"}
PUNISHES: Block = {"bestraft": "fo.melden", "soort": "handhaving", "beschermd": "nee"}


@pytest.mark.parametrize(
    ("norm", "kind", "gone"),
    [
        (DIVERTS, "omleiding", 100), ({**DIVERTS, "deel": "30%"}, "omleiding", 30),
        ({**SETS_OFF, "deel": "10%"}, "inhouding", 10), ({**SETS_OFF, "bedrag": "parameters.fo.bedrag / 4"}, "inhouding", 25),
        ({**SETS_OFF, "bedrag": "3 * parameters.fo.bedrag"}, "inhouding", 100),  # never more than there is
        ({**PUNISHES, "verlaagt": "toelage", "deel": "20%"}, "inhouding", 20),
        ({**PUNISHES, "verlaagt": "toelage", "deel": "20%", "per": "maand"}, "inhouding", 20),
        ({**PUNISHES, "bedrag": "parameters.fo.bedrag / 5", "per": "maand"}, "inhouding", 20),
    ],
)  # fmt: skip
def test_what_is_diverted_set_off_or_taken_as_a_sanction(norm: Block, kind: str, gone: int) -> None:
    book = taking(norm)
    found = look(book, house(book, [person()], **answers(a="ja")))
    assert lines(found, kind) == {("ik",): known(-gone)}
    assert exact(found.d) == 100 - gone
    assert exact(look(book, house(book, [person()], **answers(a="nee"))).d) == 100


def test_a_single_fine_is_no_part_of_the_month() -> None:
    book = land(
        rule("fo.plicht", {"verplicht": "fo.melden", "eist": {"feit": "fo.a", "waarde": "ja"}}),
        rule("fo.boete", {**PUNISHES, "bedrag": "parameters.fo.boete"}), facts=ASKED,
        parameters=[parameter("fo.boete", "bedrag", {"2018-01-01": "500"}, eenheid="eur")],
    )  # fmt: skip
    assert look(book, house(book, [person()])).account.lines == ()


def test_nothing_is_taken_from_a_right_that_is_not_there() -> None:
    for norm in (
        DIVERTS,
        {**SETS_OFF, "bedrag": "parameters.fo.bedrag"},
        {**PUNISHES, "verlaagt": "toelage", "deel": "50%"},
    ):
        book = taking(norm)
        found = look(book, house(book, [person(age=17)], **answers(a="ja")))
        assert exact(found.d) == 0


def test_taking_from_a_joint_right_happens_once() -> None:
    for norm in (DIVERTS, {**SETS_OFF, "deel": "100%"}):
        book = taking(norm, "stel")
        household = house(book, [person(), person("zij")], relaties=[married("ik", "zij")], **answers(a="ja"))
        found = look(book, household)
        assert exact(found.d) == 0
        (who,) = lines(found, "omleiding" if norm is DIVERTS else "inhouding")
        assert who == ("ik", "zij")


def test_one_partner_is_enough_to_divert_a_joint_right() -> None:
    book = taking(DIVERTS, "stel", wanneer="fo.leeftijd > 40")
    for ages in ((50, 30), (30, 50)):
        people = [person(age=ages[0]), person("zij", ages[1])]
        assert exact(look(book, house(book, people, relaties=[married("ik", "zij")])).d) == 0


def test_whoever_certainly_diverts_a_joint_right_settles_it() -> None:
    book = taking({**DIVERTS, "deel": "30%"}, "stel")
    for sure in ("ik", "zij"):
        told = {f"{sure}.fo.a": {"oordeel": "ja"}}
        found = look(book, house(book, [person(), person("zij")], relaties=[married("ik", "zij")], oordelen=told))
        assert exact(found.d) == 70


def test_what_is_taken_twice_is_never_more_than_the_right() -> None:
    book = land(
        rule("fo.recht", gives("toelage", "parameters.fo.bedrag")),
        rule("fo.om", {**DIVERTS, "deel": "70%"}), rule("fo.af", {**SETS_OFF, "deel": "70%"}),
        facts=ASKED, parameters=[AMOUNT],
    )  # fmt: skip
    found = look(book, house(book, [person()]))
    assert [exact(line.amount) for line in found.account.lines] == [100, -70, -30]


def test_set_off_for_two_persons_adds_up_for_each_own_right() -> None:
    book = taking({**SETS_OFF, "bedrag": "parameters.fo.bedrag / 4"})
    found = look(book, house(book, [person(), person("zij")], **answers(a="ja")))
    assert lines(found, "inhouding") == {("ik",): known(-25), ("zij",): known(-25)}


def test_what_is_diverted_from_a_right_that_does_not_run_is_no_money_of_today() -> None:
    book = taking(DIVERTS)
    found = look(book, house(book, [person()], regelingen=[], **answers(a="ja")))
    assert exact(found.d_running) == 0
    running = [{"regeling": "toelage", "wie": "ik", "status": "loopt"}]
    assert exact(look(book, house(book, [person()], regelingen=running, **answers(a="nee"))).d_running) == 100


# ---- granted by a hook
def test_an_amount_that_a_hook_grants_is_a_line() -> None:
    book = country()
    household = house(book, [person()])
    found = look(book, household, Variation(granted={"bodem": Fraction(40)}))
    assert (exact(found.d), exact(look(book, house(book, [person()], regelingen=[]), found.variation).d_running)) == (
        140,
        40,
    )
    assert exact(gain(look(book, household), found)) == 40


# ---- the difference of two evaluations
def two(book: Rulebook, household: Household, change: Variation) -> tuple[Assessment, Assessment]:
    return look(book, household), look(book, household, change)


def test_an_unknown_line_that_read_nothing_of_what_changed_cancels(plain: Rulebook) -> None:
    """Nobody knows the wage; that the right is worth 100 is certain all the same."""
    household = house(plain, [person(inkomen="onbekend")])
    base, other = two(plain, household, without_norms(["fo.recht/geeft:toelage"]))
    assert bounds(base.d) == (100, None)
    assert exact(gain(base, other)) == -100


def test_an_unknown_line_that_read_what_changed_does_not_cancel() -> None:
    book = country(rule("fo.ook", gives("premiehulp", "parameters.fo.bedrag"), wanneer="fo.a en fo.leeftijd < 40"))
    base, other = two(book, house(book, [person()]), with_fact(ref("fo.leeftijd"), known(30 + 5)))
    assert bounds(gain(base, other)) == (-100, 100)
    older = look(book, house(book, [person()]), with_fact(ref("fo.leeftijd"), known(40)))
    assert bounds(gain(base, older)) == (-100, 0)


def test_the_same_change_in_both_cancels() -> None:
    book = country(rule("fo.ook", gives("premiehulp", "parameters.fo.bedrag"), wanneer="fo.a en fo.leeftijd < 40"))
    same = with_fact(ref("fo.leeftijd"), known(35))
    household = house(book, [person()])
    one = look(book, household, same)
    other = look(book, household, same.also(without_norms(["fo.recht/geeft:toelage"])))
    assert exact(gain(one, other)) == -100


def test_a_diversion_of_an_uncertain_right_depends_on_what_the_right_has_read() -> None:
    book = land(
        rule("fo.recht", gives("toelage", "parameters.fo.bedrag"), wanneer="fo.b en fo.leeftijd > 18"), rule("fo.om", {**DIVERTS, "deel": "50%"}),
        facts=ASKED, parameters=[AMOUNT],
    )  # fmt: skip
    base, other = two(book, house(book, [person()]), with_fact(ref("fo.leeftijd"), known(31)))
    found = gain(base, other)
    assert not found.is_known
    assert found.bounds[0] <= -50
    assert found.bounds[1] >= 50


def reading() -> Rulebook:
    return land(
        rule("st.recht", gives("bodem", "max(parameters.fo.norm - meegeteld(inkomen), 0)"), wanneer="fo.b"),
        rule("st.telt", {"telt_als_inkomen": "toelage", "in": "steun", "bedrag": "hoogte(toelage)"}),
        regime="steun", others={"fonds": [rule("fo.recht", gives("toelage", "parameters.fo.bedrag"), wanneer="fo.a")]},
        facts=[*ASKED, NET], parameters=[AMOUNT, parameter("fo.norm", "bedrag", {"2018-01-01": "1000"})],
    )  # fmt: skip


def test_a_reading_switched_off_touches_who_reads_it() -> None:
    book = reading()
    sure = house(book, [person()], **answers(a="ja", b="ja"))
    base, other = two(book, sure, without_reading(["toelage"]))
    assert (exact(base.d), exact(other.d)) == (1000, 1100)
    assert exact(gain(base, other)) == 100
    open_ = house(book, [person()], **answers(a="ja"))
    base, other = two(book, open_, without_reading(["toelage"]))
    assert not gain(base, other).is_known


def test_a_claim_switched_off_or_on_touches_who_asks_whether_it_runs() -> None:
    book = land(
        rule("fo.recht", gives("toelage", "parameters.fo.bedrag")),
        rule("fo.ook", gives("premiehulp", "parameters.fo.bedrag / 2"), wanneer="betaald(toelage) en fo.a"),
        facts=ASKED, parameters=[AMOUNT],
    )  # fmt: skip
    household = house(book, [person()])
    base, other = two(book, household, on_safety_net([], ["toelage"]))
    assert bounds(gain(base, other)) == (-50, 50)
    base, other = two(book, household, on_safety_net(["toelage"], []))
    assert bounds(gain(base, other)) == (-150, -100)


def test_an_imposed_role_touches_who_asks_for_it() -> None:
    book = land(
        rule(
            "fo.recht",
            gives("toelage", "parameters.fo.bedrag"),
            wanneer="fo.a en niet bestaat(p in personen waar p is fo.maat van persoon)",
        ),
        facts=ASKED,
        parameters=[AMOUNT],
    )
    household = house(book, [person(), person("zij", 3)], **answers(a="ja"))
    base, other = two(book, household, with_role("fo.maat", "zij", "ik", holds=True))
    assert exact(gain(base, other)) == -100
    open_ = house(book, [person(), person("zij", 3)])
    base, other = two(book, open_, with_role("fo.maat", "zij", "ik", holds=True))
    assert not gain(base, other).is_known


def test_where_somebody_stays_touches_who_counts_occupants_or_asks_for_the_tenant() -> None:
    book = land(
        concept("fo.samen", "aantal(p in woning.bewoners)", over="woning"),
        rule("fo.vol", gives("toelage", "parameters.fo.bedrag"), wanneer="fo.a en persoon.verblijfswoning.fo.samen > 0"),
        rule("fo.huurder", gives("premiehulp", "parameters.fo.bedrag"), wanneer="fo.b en persoon.verblijfswoning.huurder = persoon"),
        facts=ASKED, parameters=[AMOUNT],
    )  # fmt: skip
    stay = {"waar": "woning", "woning": "huis"}
    people = [person(verblijf=stay), person("zij", verblijf={"waar": "woning", "woning": "flat"})]
    household = house(book, people, woningen=[*HOMES, {"id": "flat", "soort": "koop"}])
    moved = with_fact(ref("verblijfswoning", "zij"), Value(exact=Thing("woning", "huis")))
    base, other = two(book, household, moved)
    mine = {line.basis: (line, touched) for line, touched in touched_lines(base, other) if line.who == ("ik",)}
    assert {basis: touched for basis, (_, touched) in mine.items()} == {
        "fo.vol/geeft:toelage": True, "fo.huurder/geeft:premiehulp": True,
    }  # fmt: skip
    assert not gain(base, other).is_known


def touched_lines(base: Assessment, other: Assessment) -> list[tuple[Line, bool]]:
    changed = changed_between(base.variation, other.variation)
    return [(line, bool(line.reads & changed)) for line in base.account.lines]


def test_lines_of_one_key_are_compared_together(plain: Rulebook) -> None:
    two_jobs = house(plain, [person(inkomen=[WAGE, {**WAGE, "bedrag": "200"}])])
    one_job = house(plain, [person(inkomen=[WAGE])])
    base, other = look(plain, two_jobs), look(plain, two_jobs, Variation(household=one_job))
    assert exact(gain(base, other)) == -200


def test_a_right_that_only_one_evaluation_has_counts_whole(plain: Rulebook) -> None:
    more = house(plain, [person(), person("zij")])
    base = look(plain, house(plain, [person()]))
    assert exact(gain(base, look(plain, base.household, Variation(household=more)))) == 100


def test_gain_of_nothing_is_nothing(plain: Rulebook) -> None:
    household = house(plain, [person(inkomen="onbekend")])
    assert gain(*two(plain, household, AS_IT_IS)) == ZERO


def test_gain_shows_saved_rent_in_vrij_only() -> None:
    book = country(rule("fo.huur", costs("fo.huur", "huur", "huur"), over="woning"))
    stay = {"waar": "woning", "woning": "huis"}
    household = house(book, [person(verblijf=stay)], woningen=HOMES)
    base, other = two(book, household, with_fact(ref("huur", "huis", "woning"), known(450)))
    assert exact(gain(base, other)) == 0
    assert exact(gain(base, other, fixed_costs=True)) == 50


def test_amounts_are_exact_fractions() -> None:
    book = land(rule("fo.recht", gives("toelage", "parameters.fo.jaar", per="jaar")),
                parameters=[parameter("fo.jaar", "bedrag", {"2018-01-01": "100"}, eenheid="eur/jaar")])  # fmt: skip
    assert exact(look(book, house(book, [person()])).d) == Fraction(25, 3)


def test_taking_a_share_of_a_joint_right_happens_once_and_sums_add_up() -> None:
    couple: Block = {"relaties": [married("ik", "zij")], **answers(a="ja")}
    for norm, over, wanted in (
        ({**DIVERTS, "deel": "30%"}, "persoon", 30),
        ({**SETS_OFF, "deel": "30%"}, "persoon", 30),
        ({**SETS_OFF, "deel": "30%"}, "stel", 30),
        ({**SETS_OFF, "bedrag": "parameters.fo.bedrag / 5"}, "persoon", 40),  # each has an own debt
        ({**SETS_OFF, "bedrag": "parameters.fo.bedrag / 5"}, "stel", 20),
    ):
        more = {"over": over} if over == "persoon" else {"over": over, "wanneer": "waar"}
        book = taking(norm, "stel", **more)
        found = look(book, house(book, [person(), person("zij")], **couple))
        assert exact(found.d) == 100 - wanted, (norm, over)


def test_the_same_reading_off_in_both_cancels() -> None:
    book = reading()
    off = without_reading(["toelage"])
    household = house(book, [person()], **answers(b="ja"))
    base, other = (
        look(book, household, off),
        look(book, household, off.also(Variation(granted={"premiehulp": Fraction(5)}))),
    )
    assert bounds(base.d) == (1000, 1100)
    assert exact(gain(base, other)) == 5


def test_another_household_touches_only_what_it_reads_differently(plain: Rulebook) -> None:
    def gross(employer: str) -> Household:
        entry = {**WAGE, "bruto": True, "werkgever": employer}
        return house(plain, [person(inkomen=[entry]), person("zij", inkomen="onbekend")])

    base = look(plain, gross("winkel"))
    same = look(plain, gross("winkel"), Variation(household=gross("winkel")))
    assert exact(gain(base, same)) == 0
    job = look(plain, base.household, Variation(household=gross("school")))
    assert bounds(gain(base, job)) == (-1000, 1000)  # the same gross wage elsewhere is not the same net wage


def test_another_household_in_which_somebody_stays_elsewhere() -> None:
    book = land(
        concept("fo.samen", "aantal(p in woning.bewoners)", over="woning"),
        rule(
            "fo.vol", gives("toelage", "parameters.fo.bedrag"), wanneer="fo.a en persoon.verblijfswoning.fo.samen > 0"
        ),
        rule(
            "fo.thuis",
            gives("premiehulp", "parameters.fo.bedrag"),
            wanneer="fo.b en persoon.verblijfswoning.huur > parameters.fo.bedrag",
        ),
        rule("fo.los", gives("toelage", "parameters.fo.bedrag / 2"), wanneer="fo.a"),
        facts=[*ASKED, RENT],
        parameters=[AMOUNT],
    )
    homes = [*HOMES, {"id": "flat", "soort": "koop", "kale_huur": "700"}]

    def living(where: str) -> Household:
        return house(book, [person(verblijf={"waar": "woning", "woning": where})], woningen=homes)

    base, other = look(book, living("huis")), look(book, living("huis"), Variation(household=living("flat")))
    # both homes make it true as soon as the judgement does: what is certain is only that the line of no home cancels
    assert bounds(gain(base, other)) == (-200, 200)
    assert exact(gain(base, look(book, living("huis"), Variation(household=living("huis"))))) == 0


def test_claiming_the_safety_net_does_not_blur_what_it_is_worth() -> None:
    """Nobody knows whether the safety net is open; switching something else off it does not read costs just that."""
    book = land(
        rule("fo.recht", gives("toelage", "parameters.fo.bedrag")),
        rule("fo.ook", gives("premiehulp", "parameters.fo.bedrag", vangnet="ja"), wanneer="fo.a"),
        facts=ASKED, parameters=[AMOUNT],
    )  # fmt: skip
    base, other = two(book, house(book, [person()]), on_safety_net(["toelage"], ["premiehulp"]))
    assert exact(gain(base, other)) == -100


def test_decisions_of_another_household_touch_who_asks_whether_it_runs() -> None:
    book = land(
        rule("fo.recht", gives("toelage", "parameters.fo.bedrag")),
        rule("fo.ook", gives("premiehulp", "parameters.fo.bedrag / 2"), wanneer="betaald(toelage) en fo.a"),
        rule("fo.los", gives("premiehulp", "parameters.fo.bedrag / 4"), wanneer="fo.b"),
        facts=ASKED, parameters=[AMOUNT],
    )  # fmt: skip
    running = house(book, [person()], regelingen=[{"regeling": "toelage", "wie": "ik", "status": "loopt"}])
    also = house(book, [person()], regelingen=[{"regeling": "toelage", "wie": "ik", "status": "toegekend"}])
    base, other = look(book, running), look(book, running, Variation(household=also))
    assert bounds(gain(base, other)) == (-50, 50)
    assert exact(gain(base, look(book, running, Variation(household=running)))) == 0
    listed = [
        {"regeling": "toelage", "wie": "ik", "status": "loopt"},
        {"regeling": "bodem", "wie": "ik", "status": "loopt"},
    ]
    elsewhere = look(book, running, Variation(household=house(book, [person()], regelingen=listed)))
    assert exact(gain(base, elsewhere)) == 0
    unnamed = [
        {"regeling": "toelage", "wie": "ik", "status": "loopt"},
        {"regeling": "onbekend", "wie": "ik", "status": "loopt"},
    ]
    assert not gain(
        base, look(book, running, Variation(household=house(book, [person()], regelingen=unnamed)))
    ).is_known
