# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""The same household with one thing changed: the six counterfactuals, each on a case where it matters."""

from __future__ import annotations

from dataclasses import fields
from fractions import Fraction
from typing import Any

import pytest

from evaluation.invented import (
    NO,
    YES,
    Block,
    bounds,
    concept,
    evaluator,
    exact,
    fact,
    gives,
    house,
    known,
    land,
    look,
    married,
    money,
    on,
    parameter,
    person,
    qualifies,
    ref,
    rule,
    waits_for,
)  # fmt: skip
from samenloop.domain import Household
from samenloop.evaluation import (
    AS_IT_IS,
    Assessment,
    Read,
    Variation,
    changed_by,
    evaluate_household,
    fired,
    gain,
    on_safety_net,
    with_fact,
    with_role,
    without_norms,
    without_reading,
    without_rules,
)  # fmt: skip
from samenloop.evaluation.events import happened, planned
from samenloop.language import Duration
from samenloop.language.values import FactRef, Thing, Value
from samenloop.rulebook import Rulebook

WAGE: Block = {"soort": "loon", "bedrag": "300", "per": "maand", "bruto": False}


@pytest.fixture(scope="module")
def book() -> Rulebook:
    """A toelage with a limit, a safety net that reads it, a partner rule, and a norm that the partner lowers."""
    return land(
        rule("st.recht", gives("bodem", "max(st.norm - meegeteld(inkomen), 0)", vangnet="ja"), wanneer="fo.leeftijd >= 18"),
        rule("st.telt_toelage", {"telt_als_inkomen": "toelage", "in": "steun", "bedrag": "hoogte(toelage)"}),
        rule("st.telt_loon", {"telt_als_inkomen": "loon", "in": "steun", "bedrag": "netto"}),
        concept("st.norm", "parameters.fo.norm", called="st.norm.alleen"),
        concept("st.norm", "parameters.fo.norm / 2", called="st.norm.deelt", uitzondering_op="st.norm.alleen",
                wanneer="bestaat(p in personen waar p is fo.huisgenoot van persoon)"),
        regime="steun",
        others={"fonds": [
            rule("fo.recht", gives("toelage", "parameters.fo.bedrag"), wanneer="fo.leeftijd >= 18"),
            rule("fo.grens", {"sluit_uit": "toelage"}, wanneer="netto > parameters.fo.grens"),
            rule("fo.samen", qualifies("fo.huisgenoot"), over="paar", wanneer="persoon.verblijfswoning = ander.verblijfswoning"),
            rule("fo.premie", {"kost": "fo.premie", "bedrag": "parameters.fo.premie", "per": "maand", "soort": "premie", "beschermd": "nee"}),
        ]},
        facts=[money("netto", uit="inkomen[bruto=false].bedrag", samen="som")],
        parameters=[
            parameter("fo.norm", "bedrag", {"2018-01-01": "1000"}, until="2020-12-31"),
            parameter("fo.bedrag", "bedrag", {"2018-01-01": "100", "2020-07-01": "110"}, until="2020-12-31"),
            parameter("fo.grens", "bedrag", {"2018-01-01": "300"}),
            parameter("fo.premie", "bedrag", {"2018-01-01": "120"}, until="2020-06-30"),
        ],
    )  # fmt: skip


def stay(where: str, name: str = "ik", **more: Any) -> Block:
    return person(name, **{"verblijf": {"waar": "woning", "woning": where}, **more})


HOMES: list[Block] = [{"id": "huis", "soort": "huur_sociaal"}, {"id": "flat", "soort": "koop"}]


@pytest.fixture(scope="module")
def two(book: Rulebook) -> Household:
    """Me with a wage of exactly the limit, her elsewhere without a thing."""
    return house(
        book, [stay("huis", inkomen=[WAGE]), stay("flat", "zij")], woningen=HOMES, regelingen=[],
        gebeurtenissen=[{"soort": "trekt_in", "wie": "zij", "status": "overwogen", "details": {"bij": "ik"}}],
    )  # fmt: skip


def rights(found: Assessment) -> dict[tuple[str, str], Any]:
    return {(c.entitlement, c.bearer.id): c.monthly.exact for c in found.claims}


def test_as_it_is(book: Rulebook, two: Household) -> None:
    found = look(book, two)
    assert rights(found) == {
        ("toelage", "ik"): 100,
        ("toelage", "zij"): 100,
        ("bodem", "ik"): 600,
        ("bodem", "zij"): 900,
    }
    assert exact(found.d) == 100 + 100 + 600 + 900 + 300


# ---- norm uit
def test_norm_off(book: Rulebook) -> None:
    household = house(book, [stay("huis", inkomen=[{**WAGE, "bedrag": "301"}])], woningen=HOMES)
    base = look(book, household)
    other = look(book, household, without_norms(["fo.grens/sluit_uit:toelage"]))
    assert (rights(base)["toelage", "ik"], rights(other)["toelage", "ik"]) == (0, 100)
    assert exact(gain(base, other)) == 0  # the safety net takes it back
    whole = look(book, household, without_rules(["fo.grens"]))
    assert rights(whole) == rights(other)


# ---- feit anders
def test_fact_differs_by_a_cent(book: Rulebook, two: Household) -> None:
    base = look(book, two)
    over = look(book, two, with_fact(ref("netto"), known("300.01")))
    assert rights(base)["toelage", "ik"] == 100
    assert rights(over)["toelage", "ik"] == 0
    assert exact(gain(base, over)) == 0
    assert rights(over)["bodem", "ik"] == known("699.99").exact


def test_a_fact_can_be_made_unknown_or_a_range(book: Rulebook, two: Household) -> None:
    found = look(
        book,
        two,
        with_fact(ref("netto"), Value(low=Fraction(290), high=Fraction(310), missing=frozenset({ref("netto")}))),
    )
    mine = found.claims_for("toelage")[0]
    assert waits_for(mine.right) == {"ik.netto"}
    assert bounds(mine.monthly) == (0, 100)


# ---- gebeurtenis
def test_an_event(book: Rulebook, two: Household) -> None:
    (event,) = planned(two)
    change = happened(two, event)
    assert change is not None
    base, other = look(book, two), look(book, two, change)
    assert rights(other)["bodem", "ik"] == 500 - 400
    assert exact(gain(base, other)) == -1000


# ---- rol opgelegd
def test_a_role_imposed_and_denied(book: Rulebook, two: Household) -> None:
    base = look(book, two)
    imposed = look(book, two, with_role("fo.huisgenoot", "zij", "ik", holds=True))
    assert rights(imposed)["bodem", "ik"] == 100
    assert rights(imposed)["bodem", "zij"] == 900  # only in my eyes
    both = house(book, [stay("huis", inkomen=[WAGE]), stay("huis", "zij")], woningen=HOMES)
    denied = look(book, both, with_role("fo.huisgenoot", "zij", "ik", holds=False))
    assert (rights(look(book, both))["bodem", "ik"], rights(denied)["bodem", "ik"]) == (100, 600)
    assert exact(gain(base, imposed)) == -500


def test_an_imposed_role_settles_what_was_not_known(book: Rulebook) -> None:
    household = house(book, [stay("huis"), person("zij")], woningen=HOMES)
    assert waits_for(look(book, household).concept("st.norm", "ik").value) == {"zij.verblijfswoning"}
    settled = look(book, household, with_role("fo.huisgenoot", "zij", "ik", holds=False))
    assert exact(settled.concept("st.norm", "ik").value) == 1000


# ---- lezing uit
def test_a_reading_off(book: Rulebook, two: Household) -> None:
    base, other = look(book, two), look(book, two, without_reading(["toelage"]))
    assert rights(other)["bodem", "ik"] == 700
    assert exact(gain(base, other)) == 200
    assert rights(look(book, two, without_reading(["loon"])))["bodem", "ik"] == 900


# ---- vangnet
def test_on_the_safety_net(book: Rulebook, two: Household) -> None:
    base, other = look(book, two), look(book, two, on_safety_net(["toelage"], ["bodem"]))
    assert rights(other) == {("toelage", "ik"): 0, ("toelage", "zij"): 0, ("bodem", "ik"): 700, ("bodem", "zij"): 1000}
    assert exact(gain(base, other)) == 0
    assert [claim.running for claim in other.claims_for("bodem")] == [YES, YES]
    assert [claim.running for claim in base.claims_for("bodem")] == [NO, NO]
    assert exact(other.d_running) == 700 + 1000 + 300


def test_a_claim_that_is_off_is_no_right_and_says_so(book: Rulebook, two: Household) -> None:
    claim = look(book, two, on_safety_net(["toelage"], [])).claims_for("toelage")[0]
    assert claim.right == NO
    assert claim.conditions[0].met == YES  # not for want of a condition


# ---- composition
def test_also_does_both(book: Rulebook, two: Household) -> None:
    one, other = with_fact(ref("netto"), known(400)), without_norms(["fo.grens/sluit_uit:toelage"])
    found = look(book, two, one.also(other))
    assert rights(found)["toelage", "ik"] == 100
    assert rights(found)["bodem", "ik"] == 500
    assert rights(look(book, two, other.also(one))) == rights(found)


def test_in_also_the_other_wins() -> None:
    first, second = with_fact(ref("netto"), known(1)), with_fact(ref("netto"), known(2))
    assert first.also(second).facts == second.facts
    assert second.also(first).facts == first.facts
    assert with_role("r", "a", "b", holds=True).also(with_role("r", "a", "b", holds=False)).roles == {
        ("r", "a", "b"): False
    }


def test_nothing_also_changes_nothing(book: Rulebook, two: Household) -> None:
    everything = Variation(
        facts={ref("netto"): known(1)}, concepts={ref("c"): known(2)}, rules_off=frozenset({"r"}), norms_off=frozenset({"n"}),
        roles={("r", "a", "b"): True}, readings_off=frozenset({"l"}), claims_off=frozenset({"x"}), claims_on=frozenset({"y"}),
        parameters={"p": Fraction(1)}, granted={"g": Fraction(1)}, terms={("r", "vanaf"): (Duration(1, "maand"), 1)},
        household=two, as_of=on("2021-01-01"), projected=True,
    )  # fmt: skip
    assert AS_IT_IS.also(everything) == everything
    assert everything.also(AS_IT_IS) == everything
    untouched = [f.name for f in fields(Variation) if getattr(everything, f.name) == getattr(AS_IT_IS, f.name)]
    assert untouched == []  # every field takes part in this test


def test_a_household_after_an_event_can_have_changed_facts_too(book: Rulebook, two: Household) -> None:
    (event,) = planned(two)
    change = happened(two, event)
    assert change is not None
    found = look(book, two, change.also(with_fact(ref("netto"), known(0))))
    assert rights(found)["bodem", "ik"] == 400


# ---- what a variation changes, in terms of reads
@pytest.mark.parametrize(
    ("change", "read"),
    [
        (with_fact(ref("netto"), known(1)), Read("feit", "netto", "persoon:ik")),
        (with_fact(FactRef("persoon", "ik", "verblijfswoning"), known(1)), Read("koppeling", "verblijfswoning", "persoon:ik")),
        (Variation(concepts={ref("c"): known(1)}), Read("begrip", "c", "persoon:ik")),
        (without_rules(["r"]), Read("regel", "r")), (without_norms(["r/geeft:x"]), Read("norm", "r/geeft:x")),
        (without_norms(["r/geeft:x"]), Read("regel", "r")), (with_role("r", "a", "b", holds=True), Read("rol", "r")),
        (Variation(parameters={"p": Fraction(1)}), Read("parameter", "p")), (without_reading(["loon"]), Read("lezing", "loon")),
        (on_safety_net(["x"], ["y"]), Read("regeling", "x")),
        (on_safety_net(["x"], ["y"]), Read("loopt", "y")),
    ],
)  # fmt: skip
def test_what_a_variation_changes_is_said_as_reads(change: Variation, read: Read) -> None:
    assert read in changed_by(change)
    assert changed_by(AS_IT_IS) == frozenset()


# ---- projection
def test_ahead_holds_the_last_known_amounts_only_in_a_projection(book: Rulebook) -> None:
    household = house(book, [stay("huis")], woningen=HOMES)
    plain = look(book, household, Variation(as_of=on("2021-03-01")))
    assert plain.outside() == {"fo.norm", "fo.bedrag"}
    assert not plain.d.is_known
    ahead = look(book, household, AS_IT_IS.ahead(on("2021-03-01")))
    assert ahead.day == on("2021-03-01")
    assert ahead.outside() == frozenset()
    assert rights(ahead) == {("toelage", "ik"): 110, ("bodem", "ik"): 890}
    assert exact(ahead.free) == 1000 - 120


def test_ahead_applies_changes_that_are_known(book: Rulebook) -> None:
    household = house(book, [stay("huis")], woningen=HOMES)
    assert rights(look(book, household, AS_IT_IS.ahead(on("2020-06-30"))))["toelage", "ik"] == 100
    assert rights(look(book, household, AS_IT_IS.ahead(on("2020-07-01"))))["toelage", "ik"] == 110


def test_ahead_keeps_the_facts_of_today(book: Rulebook) -> None:
    ends = {**WAGE, "tot": "2020-06-30"}
    household = house(book, [stay("huis", inkomen=[ends], age=17)], woningen=HOMES)
    ahead = look(book, household, AS_IT_IS.ahead(on("2020-12-01")))
    assert {line.id: line.amount for line in ahead.account.lines if line.kind == "inkomen"} == {"loon": known(300)}
    assert rights(ahead) == {("toelage", "ik"): 0, ("bodem", "ik"): 0}
    on_that_day = look(book, household, Variation(as_of=on("2020-12-01")))
    assert not any(line.kind == "inkomen" for line in on_that_day.account.lines)


def test_another_day_is_not_the_same_line(book: Rulebook) -> None:
    household = house(book, [stay("huis", inkomen="onbekend")], woningen=HOMES)
    now, later = look(book, household), look(book, household, AS_IT_IS.ahead(on("2020-07-01")))
    assert not gain(now, later).is_known  # the unknown income may stand on either side of the limit
    rich = house(book, [stay("huis", inkomen=[WAGE])], woningen=HOMES)
    assert exact(gain(look(book, rich), look(book, rich, AS_IT_IS.ahead(on("2020-07-01"))))) == 0


def test_ahead_of_a_change_keeps_the_change(book: Rulebook, two: Household) -> None:
    change = without_norms(["fo.grens/sluit_uit:toelage"]).ahead(on("2020-07-01"))
    assert change.projected
    assert change.norms_off == {"fo.grens/sluit_uit:toelage"}


def test_a_gap_is_bridged_only_in_a_projection() -> None:
    book = land(
        rule("fo.recht", gives("toelage", "parameters.fo.bedrag")),
        parameters=[parameter("fo.bedrag", "bedrag", {"2018-01-01": "1", "2019-01-01": "onbekend", "2020-01-01": "3"})],
    )
    household = house(book, [person()], "2018-06-01")
    assert look(book, household, Variation(as_of=on("2019-06-01"))).outside() == {"fo.bedrag"}
    assert exact(look(book, household, AS_IT_IS.ahead(on("2019-06-01"))).d) == 1
    assert exact(look(book, household, AS_IT_IS.ahead(on("2020-06-01"))).d) == 3


def test_before_the_first_amount_a_projection_knows_nothing_either() -> None:
    book = land(
        rule("fo.recht", gives("toelage", "parameters.fo.bedrag")),
        parameters=[parameter("fo.bedrag", "bedrag", {"2019-01-01": "1"})],
    )
    household = house(book, [person()], "2018-06-01")
    assert look(book, household, AS_IT_IS.ahead(on("2018-07-01"))).outside() == {"fo.bedrag"}


# ---- whole evaluations
def test_evaluating_twice_is_the_same(book: Rulebook, two: Household) -> None:
    one, other = evaluate_household(two, book), evaluate_household(two, book)
    assert one == other
    assert one.account == other.account
    assert [claim.reads for claim in one.claims] == [claim.reads for claim in other.claims]


def test_questions_change_no_outcome(book: Rulebook, two: Household) -> None:
    found = look(book, two)
    before = (found.claims, found.account, found.estimates, found.evaluator.comparisons())
    for name in ("st.norm",):
        found.concept(name, "ik")
    fired(found, book.rules)
    found.evaluator.role("fo.huisgenoot", Thing("persoon", "ik"), Thing("persoon", "zij"))
    assert (found.claims, found.account, found.estimates, found.evaluator.comparisons()) == before
    again = look(book, two)
    assert (again.claims, again.account) == before[:2]


def test_fired_tells_for_anybody(book: Rulebook, two: Household) -> None:
    found = fired(look(book, two), ["fo.grens", "fo.recht", "bestaat_niet"])
    assert found == {"fo.grens": NO, "fo.recht": YES, "bestaat_niet": NO}
    perhaps = fired(look(book, house(book, [person(age=..., inkomen=...)])), ["fo.recht", "fo.grens"])
    assert [value.is_known for value in perhaps.values()] == [False, False]


def test_an_evaluation_on_another_day_reads_ages_on_that_day(book: Rulebook) -> None:
    young = house(book, [person(age=..., geboortemaand="2003-03")], "2020-12-31")
    assert exact(evaluator(book, young).fact("fo.leeftijd", Thing("persoon", "ik"))) == 17
    later = evaluator(book, young, Variation(as_of=on("2021-05-01")))
    assert exact(later.fact("fo.leeftijd", Thing("persoon", "ik"))) == 18


def test_partners_on_paper_and_at_home(book: Rulebook) -> None:
    """A role in one law says nothing about a role in another."""
    household = house(book, [stay("huis"), stay("flat", "zij")], woningen=HOMES, relaties=[married("ik", "zij")])
    ev = evaluator(book, household)
    one, other = Thing("persoon", "ik"), Thing("persoon", "zij")
    assert (ev.role("fo.maat", other, one), ev.role("fo.huisgenoot", other, one)) == (YES, NO)


def test_facts_of_a_rule_nobody_needs_are_not_read() -> None:
    book = land(
        rule("fo.recht", gives("toelage", "parameters.fo.bedrag"), wanneer="fo.leeftijd >= 18 en fo.a"),
        facts=[fact("fo.a")], parameters=[parameter("fo.bedrag", "bedrag", {"2018-01-01": "1"})],
    )  # fmt: skip
    (claim,) = look(book, house(book, [person(age=3)])).claims
    assert not any(read.id == "fo.a" for read in claim.reads)
