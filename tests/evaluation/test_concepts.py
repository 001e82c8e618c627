# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""Concepts are default logic: exceptions first, and the trace tells which did not hold. Outside coverage no number."""

from __future__ import annotations

import pytest

from evaluation.invented import (
    DAY,
    NO,
    YES,
    bounds,
    concept,
    euro,
    evaluator,
    exact,
    fact,
    gives,
    house,
    known,
    land,
    look,
    money,
    parameter,
    person,
    ref,
    rule,
    waits_for,
)  # fmt: skip
from samenloop.domain import Household
from samenloop.errors import EvaluationError
from samenloop.evaluation import Read, Result, Variation, with_fact, without_norms, without_rules
from samenloop.evaluation.evaluator import Evaluator
from samenloop.language.values import FactRef, Thing, Value
from samenloop.rulebook import Rulebook

ME = Thing("persoon", "ik")


@pytest.fixture(scope="module")
def book() -> Rulebook:
    """One concept with a root, two exceptions side by side and an exception to one of those."""
    return land(
        concept("fo.norm", "parameters.fo.gewoon", called="fo.norm.gewoon"),
        concept("fo.norm", "parameters.fo.oud", called="fo.norm.oud", uitzondering_op="fo.norm.gewoon", wanneer="fo.leeftijd >= 67"),
        concept("fo.norm", "parameters.fo.jong", called="fo.norm.jong", uitzondering_op="fo.norm.gewoon", wanneer="fo.leeftijd < 21"),
        concept("fo.norm", "parameters.fo.thuis", called="fo.norm.thuis", uitzondering_op="fo.norm.jong", wanneer="fo.woont_thuis"),
        concept("fo.dubbel", "2 * fo.norm"),
        facts=[fact("fo.woont_thuis")],
        parameters=[
            parameter("fo.gewoon", "bedrag", {"2018-01-01": "100"}), parameter("fo.oud", "bedrag", {"2018-01-01": "120"}),
            parameter("fo.jong", "bedrag", {"2018-01-01": "80"}), parameter("fo.thuis", "bedrag", {"2018-01-01": "50"}),
        ],
    )  # fmt: skip


def norm(book: Rulebook, household: Household, name: str = "fo.norm") -> Result:
    return evaluator(book, household).concept_result(name, ME)


def at_home(answer: str) -> dict[str, object]:
    return {"oordelen": {"fo.woont_thuis": {"oordeel": answer}}}


# ---- which rule gives the value
@pytest.mark.parametrize(
    ("age", "value", "by"),
    [(30, 100, "fo.norm.gewoon"), (66, 100, "fo.norm.gewoon"), (67, 120, "fo.norm.oud"), (21, 100, "fo.norm.gewoon")],
)
def test_an_exception_that_holds_gives_the_value_else_the_root(book: Rulebook, age: int, value: int, by: str) -> None:
    found = norm(book, house(book, [person(age=age)]))
    assert (exact(found.value), found.rule) == (value, by)


@pytest.mark.parametrize(("answer", "value", "by"), [("ja", 50, "fo.norm.thuis"), ("nee", 80, "fo.norm.jong")])
def test_an_exception_can_have_exceptions(book: Rulebook, answer: str, value: int, by: str) -> None:
    found = norm(book, house(book, [person(age=20)], **at_home(answer)))
    assert (exact(found.value), found.rule) == (value, by)


def test_the_exception_to_an_exception_is_not_asked_where_that_does_not_hold(book: Rulebook) -> None:
    found = norm(book, house(book, [person(age=40)]))
    assert exact(found.value) == 100
    assert not any(read.id == "fo.woont_thuis" for read in found.reads)


def test_exceptions_that_did_not_hold_stay_in_the_trace_with_the_reason(book: Rulebook) -> None:
    found = norm(book, house(book, [person(age=40)]))
    told = [
        (t.rule, exact(t.held), [(n.text, exact(n.left), n.op, exact(n.right)) for n in t.notes]) for t in found.tried
    ]
    assert told == [
        ("fo.norm.oud", False, [("fo.leeftijd >= 67", 40, ">=", 67)]),
        ("fo.norm.jong", False, [("fo.leeftijd < 21", 40, "<", 21)]),
    ]


def test_a_rejected_nested_exception_is_in_the_trace_too(book: Rulebook) -> None:
    found = norm(book, house(book, [person(age=20)], **at_home("nee")))
    assert [(t.rule, t.held) for t in found.tried] == [("fo.norm.oud", NO), ("fo.norm.thuis", NO)]


# ---- what is not known
def test_an_unknown_exception_with_another_outcome_makes_the_value_a_range(book: Rulebook) -> None:
    found = norm(book, house(book, [person(age=20)]))
    assert bounds(found.value) == (50, 80)
    assert waits_for(found.value) == {"ik.fo.woont_thuis"}
    assert [(t.rule, t.held.is_known) for t in found.tried] == [("fo.norm.oud", True), ("fo.norm.thuis", False)]


def test_every_exception_that_is_perhaps_there_takes_part(book: Rulebook) -> None:
    found = norm(book, house(book, [person(age=...)]))
    assert bounds(found.value) == (50, 120)
    assert waits_for(found.value) == {"ik.fo.leeftijd", "ik.fo.woont_thuis"}


def test_a_range_of_ages_rules_out_what_it_can(book: Rulebook) -> None:
    assert exact(norm(book, house(book, [person(age={"van": 30, "tot": 40})])).value) == 100
    assert bounds(norm(book, house(book, [person(age={"van": 60, "tot": 70})])).value) == (100, 120)


def test_an_unknown_exception_with_the_same_outcome_changes_nothing() -> None:
    book = land(
        concept("fo.norm", "parameters.fo.een", called="fo.norm.gewoon"),
        concept("fo.norm", "parameters.fo.twee", called="fo.norm.wie_weet", uitzondering_op="fo.norm.gewoon", wanneer="fo.vraag"),
        facts=[fact("fo.vraag")],
        parameters=[parameter(name, "bedrag", {"2018-01-01": "7"}) for name in ("fo.een", "fo.twee")],
    )  # fmt: skip
    found = norm(book, house(book, [person()]))
    assert exact(found.value) == 7
    assert [t.held.is_known for t in found.tried] == [False]


def test_words_and_truths_have_no_range() -> None:
    book = land(
        concept("fo.soort", "'rood'", called="fo.soort.gewoon"),
        concept(
            "fo.soort", "'blauw'", called="fo.soort.wie_weet", uitzondering_op="fo.soort.gewoon", wanneer="fo.vraag"
        ),
        facts=[fact("fo.vraag")],
    )
    found = norm(book, house(book, [person()]), "fo.soort")
    assert bounds(found.value) == (None, None)
    assert waits_for(found.value) == {"ik.fo.vraag"}


# ---- two at once
def siblings(one: str, other: str) -> Rulebook:
    return land(
        concept("fo.norm", "0 * parameters.fo.een", called="fo.norm.gewoon"),
        concept("fo.norm", one, called="fo.norm.links", uitzondering_op="fo.norm.gewoon", wanneer="fo.leeftijd > 20"),
        concept("fo.norm", other, called="fo.norm.rechts", uitzondering_op="fo.norm.gewoon", wanneer="fo.leeftijd < 40"),
        concept("fo.hoger", "fo.norm > parameters.fo.een"),
        facts=[money("fo.bedrag", uit="inkomen.bedrag", samen="som"), money("fo.ander", uit="zorgverzekering.premie")],
        parameters=[parameter("fo.een", "bedrag", {"2018-01-01": "1"}), parameter("fo.twee", "bedrag", {"2018-01-01": "2"})],
    )  # fmt: skip


def test_two_exceptions_that_hold_and_differ_are_an_error_that_names_both() -> None:
    book = siblings("parameters.fo.een", "parameters.fo.twee")
    with pytest.raises(EvaluationError) as caught:
        norm(book, house(book, [person(age=30)]))
    (problem,) = caught.value.problems
    assert problem.code == "E002"
    assert "fo.norm.links" in problem.message
    assert "fo.norm.rechts" in problem.message
    assert exact(norm(book, house(book, [person(age=20)])).value) == 2
    assert exact(norm(book, house(book, [person(age=40)])).value) == 1


def test_two_exceptions_that_hold_and_agree_are_no_error() -> None:
    book = siblings("parameters.fo.twee", "parameters.fo.een + parameters.fo.een")
    found = norm(book, house(book, [person(age=30)]))
    assert (exact(found.value), found.rule) == (2, "fo.norm.links")


def test_two_exceptions_of_which_it_is_not_known_whether_they_differ() -> None:
    """Not an error: nobody knows yet. Not one of the two either."""
    book = siblings("fo.bedrag", "fo.ander")
    people = [person(age=30, inkomen=[{"soort": "loon", "bedrag": {"van": "5", "tot": "9"}, "per": "maand"}])]
    insured = {**people[0], "zorgverzekering": {"premie": {"van": "8", "tot": "12"}}}
    assert bounds(norm(book, house(book, [insured])).value) == (5, 12)
    apart = {**people[0], "zorgverzekering": {"premie": {"van": "10", "tot": "12"}}}
    with pytest.raises(EvaluationError):
        norm(book, house(book, [apart]))


# ---- coverage
def test_a_day_without_root_is_outside_coverage() -> None:
    book = land(concept("fo.norm", "parameters.fo.een", geldig={"van": "2019-01-01", "tot": "2019-12-31"}),
                parameters=[parameter("fo.een", "bedrag", {"2018-01-01": "1"})])  # fmt: skip
    assert exact(norm(book, house(book, [person()], "2019-12-31")).value) == 1
    for day in ("2018-12-31", "2020-01-01"):
        found = norm(book, house(book, [person()], day)).value
        assert bounds(found) == (None, None)
        assert found.missing == frozenset()
        assert len(found.outside) == 1
        assert "fo.norm" in next(iter(found.outside))


def test_a_root_that_does_not_hold_is_outside_coverage_and_says_so(book: Rulebook) -> None:
    book = land(concept("fo.norm", "parameters.fo.een", wanneer="fo.leeftijd >= 18"),
                parameters=[parameter("fo.een", "bedrag", {"2018-01-01": "1"})])  # fmt: skip
    found = norm(book, house(book, [person(age=17)]))
    assert bounds(found.value) == (None, None)
    assert found.value.outside
    assert [(t.rule, exact(t.held)) for t in found.tried] == [("fo.norm.regel", False)]
    perhaps = norm(book, house(book, [person(age=...)]))
    assert bounds(perhaps.value) == (None, None)
    assert waits_for(perhaps.value) == {"ik.fo.leeftijd"}


def gapped() -> Rulebook:
    amounts = {"2018-01-01": "10", "2019-01-01": "onbekend", "2020-01-01": "12"}
    return land(
        concept("fo.norm", "parameters.fo.een"), concept("fo.hoog", "fo.norm > parameters.fo.twee"),
        rule("fo.recht", gives("toelage", "fo.norm"), wanneer="fo.leeftijd >= 18"),
        parameters=[
            parameter("fo.een", "bedrag", amounts, until="2020-12-31"),
            parameter("fo.twee", "bedrag", {"2018-01-01": "5"}),
        ],
    )  # fmt: skip


@pytest.mark.parametrize("day", ["2019-06-01", "2021-01-01", "2025-05-05"])
def test_a_gap_and_past_bekend_tot_are_outside_coverage_and_never_a_number(day: str) -> None:
    book = gapped()
    found = look(book, house(book, [person()], day))
    for name in ("fo.norm", "fo.hoog"):
        value = found.concept(name, "ik").value
        assert bounds(value) == (None, None)
        assert value.outside == {"fo.een"}
        assert value.missing == frozenset()
    (claim,) = found.claims
    assert claim.right == YES
    assert claim.amount is not None
    assert bounds(claim.amount) == (None, None)
    assert found.outside() == {"fo.een"}
    assert bounds(found.d) == (None, None)


def test_the_days_before_and_after_an_amount_changes() -> None:
    book = gapped()
    for day, value in (("2018-12-31", 10), ("2020-01-01", 12), ("2020-12-31", 12)):
        assert exact(norm(book, house(book, [person()], day)).value) == value


def test_before_the_first_day_nothing_is_known() -> None:
    book = land(
        concept("fo.norm", "parameters.fo.een"), parameters=[parameter("fo.een", "bedrag", {"2020-01-01": "1"})]
    )
    assert norm(book, house(book, [person()], "2019-12-31")).value.outside == {"fo.een"}


def test_a_right_that_depends_on_a_gap_is_neither_there_nor_not_there() -> None:
    book = land(
        rule("fo.recht", gives("toelage", "parameters.fo.twee"), wanneer="fo.inkomen < parameters.fo.een"),
        facts=[money("fo.inkomen", uit="inkomen.bedrag", samen="som")],
        parameters=[
            parameter("fo.een", "bedrag", {"2018-01-01": "1"}, until="2018-12-31"),
            parameter("fo.twee", "bedrag", {"2018-01-01": "5"}),
        ],
    )
    (claim,) = look(book, house(book, [person()])).claims
    assert not claim.right.is_known
    assert claim.right.outside == {"fo.een"}
    assert claim.right.missing == frozenset()


def test_a_rule_that_a_newer_one_succeeds_counts_until_its_last_day() -> None:
    book = land(
        concept("fo.norm", "parameters.fo.een", called="fo.norm.oud", geldig={"van": "2018-01-01", "tot": "2020-05-14"}),
        concept("fo.norm", "parameters.fo.twee", called="fo.norm.nieuw", geldig={"van": "2020-05-15"}),
        parameters=[parameter("fo.een", "bedrag", {"2018-01-01": "1"}), parameter("fo.twee", "bedrag", {"2018-01-01": "2"})],
    )  # fmt: skip
    assert norm(book, house(book, [person()], "2020-05-14")).rule == "fo.norm.oud"
    assert norm(book, house(book, [person()], "2020-05-15")).rule == "fo.norm.nieuw"


# ---- circles
def test_a_circle_that_only_shows_in_a_household_is_an_error_with_its_links(book: Rulebook) -> None:
    """The loader finds circles of rules; what it cannot see (here: a variation that makes one) is still no endless
    recursion."""
    ev = evaluator(book, house(book, [person()]))
    with pytest.raises(EvaluationError) as caught:
        ev.once(
            ("begrip", "a", ME), lambda: ev.once(("begrip", "b", ME), lambda: ev.once(("begrip", "a", ME), nothing))
        )
    (problem,) = caught.value.problems
    assert problem.code == "E001"
    assert "a -> b -> a" in problem.message


def nothing() -> Result:
    raise AssertionError("dit wordt niet uitgerekend")


def test_after_an_error_the_evaluator_still_answers(book: Rulebook) -> None:
    ev = evaluator(book, house(book, [person()]))
    with pytest.raises(ZeroDivisionError):
        ev.once(("begrip", "stuk", ME), lambda: Result(known(1 // len(()))))
    assert exact(ev.concept("fo.norm", ME)) == 100


# ---- once, and the same every time
def test_a_concept_is_made_once_for_each_thing(book: Rulebook) -> None:
    ev = evaluator(book, house(book, [person(), person("zij", 70)]))
    assert ev.concept_result("fo.norm", ME) is ev.concept_result("fo.norm", ME)
    assert exact(ev.concept("fo.norm", Thing("persoon", "zij"))) == 120


def test_what_was_asked_before_changes_no_answer(book: Rulebook) -> None:
    household = house(book, [person(age=20)])
    first, second = evaluator(book, household), evaluator(book, household)
    first.concept("fo.dubbel", ME)
    assert first.concept_result("fo.norm", ME) == second.concept_result("fo.norm", ME)
    assert first.concept_result("fo.dubbel", ME) == second.concept_result("fo.dubbel", ME)


def test_reads_of_a_concept_made_earlier_are_still_told(book: Rulebook) -> None:
    ev = evaluator(book, house(book, [person()]))
    ev.concept("fo.norm", ME)
    assert Read("feit", "fo.leeftijd", "persoon:ik") in ev.concept_result("fo.dubbel", ME).reads


# ---- the trace
def test_reads_name_facts_parameters_and_rules(book: Rulebook) -> None:
    found = norm(book, house(book, [person(age=70)]))
    assert found.reads == {
        Read("begrip", "fo.norm", "persoon:ik"), Read("feit", "fo.leeftijd", "persoon:ik"), Read("parameter", "fo.oud"),
        Read("regel", "fo.norm.gewoon"), Read("regel", "fo.norm.oud"), Read("regel", "fo.norm.jong"),
    }  # fmt: skip


def test_reads_follow_links_and_days() -> None:
    book = land(
        concept("fo.huur", "persoon.verblijfswoning.huur"), concept("fo.jaar", "jaar_van(peildatum)"),
        facts=[money("huur", over="woning", uit="kale_huur")],
    )  # fmt: skip
    homes = [{"id": "huis", "soort": "huur_sociaal", "kale_huur": "500"}]
    ev = evaluator(book, house(book, [person(verblijf={"waar": "woning", "woning": "huis"})], woningen=homes))
    assert ev.concept_result("fo.huur", ME).reads == {
        Read("begrip", "fo.huur", "persoon:ik"), Read("koppeling", "verblijfswoning", "persoon:ik"),
        Read("feit", "huur", "woning:huis"), Read("regel", "fo.huur.regel"),
    }  # fmt: skip
    assert Read("datum", "peildatum") in ev.concept_result("fo.jaar", ME).reads


def test_notes_hold_both_values_also_when_one_is_not_known() -> None:
    book = land(concept("fo.ja", "fo.leeftijd > parameters.fo.grens en fo.vraag"), facts=[fact("fo.vraag")],
                parameters=[parameter("fo.grens", "geheel", {"2018-01-01": 18})])  # fmt: skip
    (note,) = norm(book, house(book, [person(age={"van": 10, "tot": 20})]), "fo.ja").notes
    assert note.text == "fo.leeftijd > parameters.fo.grens"
    assert (note.left.bounds, note.op, exact(note.right)) == ((10, 20), ">", 18)
    assert waits_for(note.outcome) == {"ik.fo.leeftijd"}


def test_a_comparison_can_be_made_again_elsewhere(book: Rulebook) -> None:
    household = house(book, [person(age=40)])
    (note, _) = [t.notes[0] for t in norm(book, household).tried]
    older = evaluator(book, household, with_fact(ref("fo.leeftijd"), known(68)))
    assert older.again(note, note.node.left) == known(68)
    assert older.again(note, note.node) == YES


def test_comparisons_of_two_expressions_in_one_rule_are_both_kept() -> None:
    """Each expression begins at its own place 0: they are not the same comparison."""
    book = land(
        rule("fo.recht", gives("toelage", "parameters.fo.een", mits="fo.spaargeld < parameters.fo.twee"), wanneer="fo.inkomen < parameters.fo.een"),
        facts=[
            money("fo.inkomen", uit="inkomen.bedrag", samen="som"), money("fo.spaargeld", uit="zorgverzekering.premie"),
        ],
        parameters=[parameter("fo.een", "bedrag", {"2018-01-01": "1"}), parameter("fo.twee", "bedrag", {"2018-01-01": "2"})],
    )  # fmt: skip
    found = look(book, house(book, [person(zorgverzekering={"premie": "1"})]))
    texts = {note.text for rule, _, note in found.evaluator.comparisons() if rule == "fo.recht"}
    assert texts == {"fo.inkomen < parameters.fo.een", "fo.spaargeld < parameters.fo.twee"}


def test_questions_asked_afterwards_add_no_comparison(book: Rulebook) -> None:
    book = land(
        concept("fo.los", "fo.leeftijd > 18"), rule("fo.recht", gives("toelage", "parameters.fo.een"), wanneer="fo.leeftijd < 90"),
        parameters=[parameter("fo.een", "bedrag", {"2018-01-01": "1"})],
    )  # fmt: skip
    found = look(book, house(book, [person()]))
    before = found.evaluator.comparisons()
    assert exact(found.concept("fo.los", "ik").value) is True
    assert found.evaluator.comparisons() == before
    assert [note.text for _, _, note in before] == ["fo.leeftijd < 90"]


# ---- open terms
def local(overlay_value: str | None, fallback: str) -> Rulebook:
    term = {"laat_over": "fo.lokaal", "aan": ["verordening"], "anders": fallback}
    overlays = []
    if overlay_value is not None:
        article = {
            "artikel": "1", "titel": "Lokaal", "samenvatting": "Wat hier geldt.", "geldig": {"van": "2018-01-01"},
            "status": "verzonnen", "bron": "proef",
        }  # fmt: skip
        overlays.append({
            "schema": 1, "overlay": "gm9999", "soort": "gemeente", "gemeente": "GM9999", "titel": "Een gemeente",
            "geldig": {"van": "2020-01-01"}, "herkomst": "bron",
            "bron": [{"soort": "beleid", "verwijzing": "proef", "status": "verzonnen"}],
            "regelgeving": [{"wet": "lokale_regels", "naam": "Verordening", "bronlaag": "verordening",
                             "vindplaats": "proef", "status": "verzonnen", "artikelen": [article]}],
            "wijzigt": [{"vul_in": "fo.lokaal", "waarde": overlay_value, "grondslag": {"wet": "lokale_regels", "artikel": "1"}}],
        })  # fmt: skip
    return land(
        rule("fo.ruimte", term), concept("fo.norm", "fo.lokaal * parameters.fo.een"),
        parameters=[parameter("fo.een", "bedrag", {"2018-01-01": "100"})], overlays=overlays,
    )  # fmt: skip


def test_an_open_choice_is_what_the_law_says_without_an_overlay() -> None:
    book = local(None, "50%")
    assert exact(norm(book, house(book, [person()])).value) == 50


def test_an_open_choice_without_fallback_is_unknown_and_names_the_choice() -> None:
    book = local(None, "onbekend")
    found = norm(book, house(book, [person()])).value
    assert waits_for(found) == {"fo.lokaal"}


def test_an_overlay_fills_the_choice_from_its_first_day() -> None:
    book = local("80%", "50%").with_overlays("gm9999")
    assert exact(norm(book, house(book, [person()])).value) == 80
    assert exact(norm(book, house(book, [person()], "2019-12-31")).value) == 50


def test_the_case_itself_can_give_the_choice() -> None:
    book = local(None, "onbekend")
    told = with_fact(FactRef("huishouden", "huishouden", "fo.lokaal"), known("1/4"))
    assert exact(evaluator(book, house(book, [person()]), told).concept("fo.norm", ME)) == 25


def test_an_overlay_goes_before_the_case() -> None:
    book = local("80%", "onbekend").with_overlays("gm9999")
    told = with_fact(FactRef("huishouden", "huishouden", "fo.lokaal"), known("1/4"))
    assert exact(evaluator(book, house(book, [person()]), told).concept("fo.norm", ME)) == 80


# ---- the past
def test_a_period_ago_is_a_fact_to_ask() -> None:
    book = land(concept("fo.stand", "vorige_periode(fo.stand) + 1", eenheid="aantal"))
    assert waits_for(norm(book, house(book, [person()]), "fo.stand").value) == {"ik.vorige_periode(fo.stand)"}


# ---- rules lifted or set aside
def lifting(**more: object) -> Rulebook:
    return land(
        rule("fo.weg", {"heft_op": "fo.recht", **more}, wanneer="fo.vraag"),
        rule("fo.recht", gives("toelage", "parameters.fo.een"), wanneer="fo.leeftijd >= 18"),
        facts=[fact("fo.vraag")], parameters=[parameter("fo.een", "bedrag", {"2018-01-01": "1"})],
    )  # fmt: skip


@pytest.mark.parametrize(("answer", "wanted"), [("ja", False), ("nee", True), ("onbekend", None)])
def test_a_rule_is_lifted_while_another_holds(answer: str, wanted: bool | None) -> None:
    book = lifting()
    found = look(book, house(book, [person()], oordelen={"fo.vraag": {"oordeel": answer}}))
    assert found.claims[0].right.exact is wanted
    held = found.evaluator.rule_holds(book.rules["fo.recht"], ME)
    assert [t.rule for t in held.tried] == ["fo.weg"]
    assert wanted is not None or waits_for(held.value) == {"ik.fo.vraag"}


def test_a_rule_that_does_not_hold_is_not_lifted_too() -> None:
    book = lifting()
    ev = evaluator(book, house(book, [person(age=17)]))
    assert ev.rule_holds(book.rules["fo.recht"], ME).tried == ()


def test_half_a_rule_lifted_is_outside_coverage_and_not_the_whole_rule() -> None:
    book = lifting(deel="50%")
    (claim,) = look(book, house(book, [person()], oordelen={"fo.vraag": {"oordeel": "ja"}})).claims
    assert not claim.right.is_known
    assert claim.right.outside
    (claim,) = look(book, house(book, [person()], oordelen={"fo.vraag": {"oordeel": "nee"}})).claims
    assert claim.right == YES


def test_mits_narrows_a_norm_and_not_its_rule() -> None:
    book = land(
        rule("fo.recht", gives("toelage", "parameters.fo.een", mits="fo.vraag"), gives("premiehulp", "parameters.fo.een")),
        facts=[fact("fo.vraag")], parameters=[parameter("fo.een", "bedrag", {"2018-01-01": "1"})],
    )  # fmt: skip
    found = look(book, house(book, [person()], oordelen={"fo.vraag": {"oordeel": "nee"}}))
    assert {c.entitlement: exact(c.right) for c in found.claims} == {"toelage": False, "premiehulp": True}


def test_a_rule_or_one_norm_of_it_set_aside(book: Rulebook) -> None:
    book = land(
        rule("fo.recht", gives("toelage", "parameters.fo.een"), gives("premiehulp", "parameters.fo.een")),
        parameters=[parameter("fo.een", "bedrag", {"2018-01-01": "1"})],
    )
    household = house(book, [person()])
    for change, wanted in (
        (Variation(), {"toelage": True, "premiehulp": True}),
        (without_rules(["fo.recht"]), {"toelage": False, "premiehulp": False}),
        (without_norms(["fo.recht/geeft:toelage"]), {"toelage": False, "premiehulp": True}),
    ):
        assert {c.entitlement: exact(c.right) for c in look(book, household, change).claims} == wanted


def test_without_an_exception_the_root_holds_again(book: Rulebook) -> None:
    old = house(book, [person(age=80)])
    assert exact(evaluator(book, old, without_rules(["fo.norm.oud"])).concept("fo.norm", ME)) == 100


def test_a_concept_can_be_given_another_value(book: Rulebook) -> None:
    given = Variation(concepts={FactRef("persoon", "ik", "fo.norm"): known(3)})
    ev = Evaluator(house(book, [person()]), book, given)
    assert exact(ev.concept("fo.dubbel", ME)) == 6
    assert Read("begrip", "fo.norm", "persoon:ik") in ev.concept_result("fo.dubbel", ME).reads


def test_a_parameter_can_have_another_value_or_none(book: Rulebook) -> None:
    household = house(book, [person()])
    assert exact(
        evaluator(book, household, Variation(parameters={"fo.gewoon": euro("99.50")})).concept("fo.norm", ME)
    ) == euro("99.5")
    gone = evaluator(book, household, Variation(parameters={"fo.gewoon": None})).concept("fo.norm", ME)
    assert gone == Value(outside=frozenset({"fo.gewoon"}))


def test_the_day_of_the_file_is_the_day_of_the_evaluation(book: Rulebook) -> None:
    assert look(book, house(book, [person()])).day.isoformat() == DAY
