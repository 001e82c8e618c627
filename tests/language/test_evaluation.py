# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""One household, three-valued: what is looked at, what is noted, and what an unknown result says is missing."""

from __future__ import annotations

import datetime as dt
from fractions import Fraction
from typing import Any

import pytest

from language.small_world import (
    ANDER,
    DERDE,
    ELSEWHERE,
    HOME,
    IK,
    PAIR,
    PEOPLE,
    TODAY,
    SmallWorld,
    frame,
    value,
)
from samenloop.language import Duration, parse_expression, values
from samenloop.language.explain import evaluate
from samenloop.language.values import FALSE, TRUE, FactRef, Thing, Value


def missing(said: Value) -> set[str]:
    return set(map(str, said.missing))


def per_person(name: str, *given: Any) -> dict[tuple[Any, ...], Any]:
    return {(name, person): one for person, one in zip(PEOPLE, given, strict=True) if one is not None}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1 + 2 * 3", 7),
        ("(1 + 2) * 3", 9),
        ("7 - 2 - 1", 4),
        ("7 / 2", Fraction(7, 2)),
        ("-7 / -2", Fraction(7, 2)),
        ("40% * 5", 2),
        ("100% - 30%", Fraction(7, 10)),
        ("als 1 < 2 dan 3 anders 4", 3),
        ("min(3, 1, 2)", 1),
        ("max(3, 1, 2)", 3),
        ("afronden(10 / 3, 0.01, omhoog)", Fraction("3.34")),
        ("afronden(10 / 3, 0.01, omlaag)", Fraction("3.33")),
        ("afronden(-5 / 2, 1, rekenkundig)", -2),
        ("afronden(-7 / 3, 1, omlaag)", -3),
        ("1 <= 1 en 1 >= 1 en niet 1 < 1", True),
        ("1 = 1 en 1 != 2", True),
        ("'loon' in ['uitkering', 'loon']", True),
        ("'loon' in ['uitkering']", False),
        ("2018-01-31 + 1 maand", dt.date(2018, 2, 28)),
        ("2018-03-31 - 1 maand", dt.date(2018, 2, 28)),
        ("peildatum", TODAY),
        ("eerste_dag(peildatum, kwartaal)", dt.date(2018, 4, 1)),
        ("laatste_dag(peildatum, jaar) + 1 jaar", dt.date(2019, 12, 31)),
        ("jaar_van(peildatum)", 2018),
        ("jaren_tussen(2000-02-29, 2018-02-28)", 17),
        ("maanden_tussen(2018-01-31, peildatum)", 2),
        ("dagen_tussen(2018-03-01, peildatum)", 31),
        ("dagen_tussen(peildatum, 2018-03-01)", -31),
        ("min(2018-05-01, peildatum)", TODAY),
        ("2018-03-29 + 1 werkdag", dt.date(2018, 4, 3)),
    ],
)
def test_values_without_a_household(text: str, expected: Any) -> None:
    assert value(text) == values.known(expected)


@pytest.mark.parametrize(
    ("text", "cells", "expected"),
    [
        ("inkomen - toelage", {("inkomen", IK): Fraction(100), ("toelage", IK): Fraction(30)}, 70),
        ("naar(jaarloon, maand)", {("jaarloon", IK): Fraction(100)}, Fraction(100, 12)),
        ("naar(inkomen, week, week_52)", {("inkomen", IK): Fraction(52)}, 12),
        ("naar(jaarloon * 12 + 0, maand)", {("jaarloon", IK): Fraction(100)}, 100),
        ("inkomen / parameters.zelf.grens", {("inkomen", IK): 5, ("zelf.grens",): 2}, Fraction(5, 2)),
        ("geboren + wachttijd", {("geboren", IK): TODAY, ("wachttijd", IK): Duration(1, "week")}, dt.date(2018, 4, 8)),
        ("peildatum - parameters.zelf.termijn", {("zelf.termijn",): Duration(1, "jaar")}, dt.date(2017, 4, 1)),
        ("wachttijd = 4 weken", {("wachttijd", IK): Duration(4, "week")}, True),
        ("wachttijd != 4 weken", {("wachttijd", IK): Duration(28, "dag")}, True),
        ("bron in ['loon', 'geen']", {("bron", IK): "geen"}, True),
        ("thuis.huur", {("thuis", IK): HOME, ("huur", HOME): Fraction(600)}, 600),
        (
            "thuis = thuis.huurder.thuis",
            {("thuis", IK): HOME, ("thuis", ANDER): HOME, ("huurder", HOME): ANDER},
            True,
        ),
        ("zelf.draagkracht + zelf.plaatselijk", {("zelf.draagkracht", IK): 1, ("zelf.plaatselijk", IK): 2}, 3),
        ("recht(hulp) en betaald(hulp)", {("recht", IK, "hulp"): True, ("betaald", IK, "hulp"): True}, True),
        ("hoogte(hulp)", {("hoogte", IK, "hulp"): 12}, 12),
        ("meegeteld(inkomen) - 0", {("meegeteld", IK, "inkomen", "zelf"): 12}, 12),
        ("meegeteld(vermogen)", {("meegeteld", IK, "vermogen", "zelf"): 13}, 13),
        ("vorige_periode(zelf.draagkracht)", {("vorige_periode", IK, "zelf.draagkracht"): 14}, 14),
        (
            "recht(hulp, thuis.huurder)",
            {("thuis", IK): HOME, ("huurder", HOME): ANDER, ("recht", ANDER, "hulp"): True},
            True,
        ),
    ],
)  # fmt: skip
def test_values_of_a_household(text: str, cells: dict[tuple[Any, ...], Any], expected: Any) -> None:
    assert value(text, cells) == values.known(expected)


def test_what_is_not_given_is_named_and_is_no_zero() -> None:
    assert missing(value("inkomen + toelage", {("toelage", IK): Fraction(1)})) == {"ik.inkomen"}
    assert missing(value("inkomen * 2 - leeftijd * toelage")) == {"ik.inkomen", "ik.leeftijd", "ik.toelage"}
    assert missing(value("thuis.huur")) == {"ik.thuis"}
    assert missing(value("thuis.huur", {("thuis", IK): HOME})) == {"thuis.huur"}
    assert missing(value("geboren + wachttijd", {("geboren", IK): TODAY})) == {"ik.wachttijd"}
    assert missing(value("peildatum + 1 maand + wachttijd")) == {"ik.wachttijd"}
    assert missing(value("jaren_tussen(geboren, peildatum)")) == {"ik.geboren"}
    assert missing(value("recht(hulp, thuis.huurder)", {("thuis", IK): HOME})) == {"thuis.huurder"}
    for function in (
        "betaald(hulp, thuis.huurder)",
        "hoogte(hulp, thuis.huurder)",
        "meegeteld(inkomen, thuis.huurder)",
    ):
        assert missing(value(function)) == {"ik.thuis"}
    assert missing(value("thuis.huurder is zelf.partner van persoon")) == {"ik.thuis"}
    assert missing(value("persoon is zelf.partner van thuis.huurder")) == {"ik.thuis"}
    assert missing(value("bron in ['loon', 'geen']")) == {"ik.bron"}
    assert missing(value("aantal(p in thuis.bewoners)")) == {"ik.thuis"}
    assert missing(value("som(p in thuis.bewoners: p.inkomen)")) == {"ik.thuis"}


def test_what_is_outside_coverage_stays_outside() -> None:
    said = value("parameters.zelf.grens + inkomen", {("zelf.grens",): values.gap("zelf.grens")})
    assert said.outside == {"zelf.grens"}
    assert missing(said) == {"ik.inkomen"}
    assert value("parameters.zelf.grens > inkomen of waar", {("zelf.grens",): values.gap("zelf.grens")}).is_true


@pytest.mark.parametrize(
    ("text", "cells", "outcome"),
    [
        ("werkt en ziek", {("werkt", IK): False}, False),
        ("ziek en werkt", {("werkt", IK): False}, False),
        ("werkt of ziek", {("werkt", IK): True}, True),
        ("ziek of werkt", {("werkt", IK): True}, True),
        ("niet (ziek en werkt)", {("werkt", IK): False}, True),
        ("inkomen * 0 = 0", {}, True),
        ("als ziek dan 1 anders 1", {}, 1),
        ("als ziek dan werkt anders werkt", {("werkt", IK): True}, True),
        ("max(inkomen, 5 * parameters.zelf.grens) >= 4 * parameters.zelf.grens", {("zelf.grens",): Fraction(1)}, True),
        ("bestaat(p in personen waar p.werkt)", per_person("werkt", None, True, None, None), True),
        ("elk(p in personen waar p.werkt)", per_person("werkt", None, None, False, None), False),
        ("aantal(p in personen waar p.werkt) > 1", per_person("werkt", True, True, None, None), True),
    ],
)
def test_what_is_settled_whatever_the_missing_fact_turns_out_to_be(
    text: str, cells: dict[tuple[Any, ...], Any], outcome: Any
) -> None:
    assert value(text, cells) == values.known(outcome)


@pytest.mark.parametrize(
    ("text", "cells", "bounds"),
    [
        ("inkomen + 0", {("inkomen", IK): values.between(Fraction(1), Fraction(3))}, (1, 3)),
        ("-inkomen", {("inkomen", IK): values.between(Fraction(1), None)}, (None, -1)),
        ("als ziek dan 1 anders leeftijd", {("leeftijd", IK): values.between(Fraction(5), Fraction(9))}, (1, 9)),
        ("afronden(inkomen, 1, omhoog)", {("inkomen", IK): values.between(Fraction("1.1"), Fraction("2.1"))}, (2, 3)),
        ("naar(jaarloon, maand)", {("jaarloon", IK): values.between(Fraction(12), None)}, (1, None)),
        ("aantal(p in personen waar p.werkt)", per_person("werkt", True, None, None, False), (1, 3)),
        (
            "jaar_van(geboren)",
            {("geboren", IK): values.between(dt.date(1990, 5, 1), dt.date(1991, 5, 1))},
            (1990, 1991),
        ),
        (
            "jaren_tussen(geboren, peildatum)",
            {("geboren", IK): values.between(dt.date(1990, 4, 1), dt.date(1990, 4, 30))},
            (27, 28),
        ),
        ("dagen_tussen(geboren, peildatum)", {("geboren", IK): values.between(None, dt.date(2018, 3, 31))}, (1, None)),
        (
            "laatste_dag(geboren, maand) + 1 dag",
            {("geboren", IK): values.between(dt.date(1990, 5, 3), dt.date(1990, 6, 3))},
            (dt.date(1990, 6, 1), dt.date(1990, 7, 1)),
        ),
    ],
)
def test_ranges_run_through(text: str, cells: dict[tuple[Any, ...], Any], bounds: tuple[Any, Any]) -> None:
    assert value(text, cells).bounds == bounds


def test_a_range_that_cannot_change_the_answer_leaves_it_certain() -> None:
    cells = {("geboren", IK): values.between(dt.date(1990, 4, 2), dt.date(1990, 4, 30))}
    assert value("jaren_tussen(geboren, peildatum)", cells) == values.known(27)


@pytest.mark.parametrize(
    ("text", "cells", "read", "not_read"),
    [
        ("werkt en ziek", {("werkt", IK): False}, "werkt", "ziek"),
        ("werkt of ziek", {("werkt", IK): True}, "werkt", "ziek"),
        ("als werkt dan inkomen anders toelage", {("werkt", IK): True}, "inkomen", "toelage"),
        ("als werkt dan inkomen anders toelage", {("werkt", IK): False}, "toelage", "inkomen"),
        ("som(p in personen waar p.werkt: p.inkomen)", per_person("werkt", *[False] * 4), "werkt", "inkomen"),
    ],
)
def test_a_branch_that_cannot_matter_is_not_looked_at(
    text: str, cells: dict[tuple[Any, ...], Any], read: str, not_read: str
) -> None:
    world = SmallWorld(cells)
    value(text, world)
    asked = {cell[0] for cell in world.asked}
    assert read in asked
    assert not_read not in asked


def test_both_branches_are_looked_at_when_the_condition_is_not_known() -> None:
    world = SmallWorld({})
    said = value("als werkt dan inkomen anders toelage", world)
    assert missing(said) == {"ik.werkt", "ik.inkomen", "ik.toelage"}
    assert {cell[0] for cell in world.asked} == {"werkt", "inkomen", "toelage"}


def test_a_member_that_does_not_belong_is_not_looked_at() -> None:
    cells = {
        ("thuis", IK): HOME,
        ("bewoners", HOME): (IK, ANDER),
        ("bewoners", HOME, ANDER): FALSE,
        ("werkt", IK): True,
    }
    world = SmallWorld(cells)
    assert value("aantal(p in thuis.bewoners waar p.werkt)", world) == values.known(1)
    assert ("werkt", ANDER) not in world.asked


HOUSE = {("thuis", IK): HOME, ("bewoners", HOME): (IK, ANDER, DERDE)}
INCOMES = per_person("inkomen", Fraction(10), Fraction(20), Fraction(30), Fraction(40))


def test_loops_over_members_that_are_certain() -> None:
    cells = {**HOUSE, **INCOMES}
    assert value("som(p in thuis.bewoners: p.inkomen)", cells) == values.known(60)
    assert value("som(p in personen: p.inkomen)", cells) == values.known(100)
    assert value("hoogste(p in thuis.bewoners: p.inkomen)", cells) == values.known(30)
    assert value("laagste(p in thuis.bewoners waar p != persoon: p.inkomen)", cells) == values.known(20)
    assert value("aantal(p in thuis.bewoners waar p.inkomen > inkomen)", cells) == values.known(2)
    assert value("elk(p in thuis.bewoners waar p.inkomen >= inkomen)", cells).is_true
    assert value("bestaat(p in thuis.bewoners waar p.inkomen > 3 * inkomen)", cells).is_false
    assert value("aantal(p in thuis.bewoners)", cells) == values.known(3)


def test_loops_over_nothing() -> None:
    cells = {("thuis", IK): HOME, ("bewoners", HOME): ()}
    assert value("som(p in thuis.bewoners: p.inkomen)", cells) == values.known(0)
    assert value("hoogste(p in thuis.bewoners: p.inkomen)", cells) == values.known(0)
    assert value("aantal(p in thuis.bewoners)", cells) == values.known(0)
    assert value("bestaat(p in thuis.bewoners waar p.werkt)", cells).is_false
    assert value("elk(p in thuis.bewoners waar p.werkt)", cells).is_true
    nothing = value("hoogste(p in thuis.bewoners: p.geboren)", cells)
    assert nothing.outside == {"een dag van niets"}


def test_loops_over_members_that_are_doubtful() -> None:
    doubt = values.unknown({FactRef("persoon", "derde", "verblijfswoning")})
    cells = {**HOUSE, **INCOMES, ("bewoners", HOME, DERDE): doubt}
    total = value("som(p in thuis.bewoners: p.inkomen)", cells)
    assert total.bounds == (30, 60)
    assert missing(total) == {"derde.verblijfswoning"}
    assert value("aantal(p in thuis.bewoners)", cells).bounds == (2, 3)
    assert value("hoogste(p in thuis.bewoners: p.inkomen)", cells).bounds == (20, None)
    assert value("laagste(p in thuis.bewoners: p.inkomen)", cells).bounds == (None, 10)
    assert value("bestaat(p in thuis.bewoners waar p.inkomen > 15 * inkomen)", cells).is_false
    assert not value("bestaat(p in thuis.bewoners waar p.inkomen > 2 * inkomen)", cells).is_known
    assert missing(value("elk(p in thuis.bewoners waar p.inkomen < 3 * inkomen)", cells)) == {"derde.verblijfswoning"}


def test_who_does_not_belong_is_no_counterexample() -> None:
    cells = {**HOUSE, **INCOMES, ("bewoners", HOME, DERDE): FALSE}
    assert value("elk(p in thuis.bewoners waar p.inkomen < 3 * inkomen)", cells).is_true
    assert value("bestaat(p in thuis.bewoners waar p.inkomen >= 3 * inkomen)", cells).is_false
    assert value("aantal(p in thuis.bewoners)", cells) == values.known(2)
    assert value("elk(p in thuis.bewoners)", cells).is_true
    doubt = values.unknown({FactRef("persoon", "derde", "verblijfswoning")})
    assert value(
        "elk(p in thuis.bewoners waar p.inkomen < 4 * inkomen)", {**cells, ("bewoners", HOME, DERDE): doubt}
    ).is_true


def test_loops_over_a_collection_that_may_have_more_members() -> None:
    world = SmallWorld(
        {**HOUSE, **INCOMES, **per_person("toelage", *map(Fraction, (1, 2, 3, 4)))}, frozenset({("bewoners", HOME)})
    )

    def said(text: str) -> Value:
        return value(text, world)

    assert said("aantal(p in thuis.bewoners)").bounds == (3, None)
    assert missing(said("aantal(p in thuis.bewoners)")) == {"bewoners"}
    assert said("som(p in thuis.bewoners: p.toelage)").bounds == (6, None)
    assert said("som(p in thuis.bewoners: p.inkomen)").bounds == (None, None)  # an income can be a loss
    assert said("som(p in thuis.bewoners: max(0, p.inkomen))").bounds == (60, None)
    assert said("hoogste(p in thuis.bewoners: p.inkomen)").bounds == (30, None)
    assert said("laagste(p in thuis.bewoners: p.inkomen)").bounds == (None, 10)
    assert said("bestaat(p in thuis.bewoners waar p = persoon)").is_true
    assert not said("bestaat(p in thuis.bewoners waar p.inkomen > 4 * inkomen)").is_known
    assert not said("elk(p in thuis.bewoners waar p.inkomen > 0 * inkomen)").is_known
    assert said("elk(p in thuis.bewoners waar p.inkomen > inkomen)").is_false


def test_a_loop_inside_a_loop_sees_both_variables() -> None:
    cells = {**INCOMES, **{("zelf.partner", who, of): who == of for who in PEOPLE for of in PEOPLE}}
    inner = "aantal(q in personen waar q is zelf.partner van p en q.inkomen > 2 * inkomen)"
    assert value(f"som(p in personen waar {inner} = 1: p.inkomen)", cells) == values.known(70)


def test_roles() -> None:
    cells = {("zelf.partner", ANDER, IK): True, ("zelf.sociaal", HOME, None): False, ("thuis", IK): HOME}
    assert value("ander is zelf.partner van persoon", cells, PAIR).is_true
    assert value("ander is geen zelf.partner van persoon", cells, PAIR).is_false
    assert value("thuis is zelf.sociaal", cells).is_false
    assert value("thuis is geen zelf.sociaal", cells).is_true
    assert missing(value("persoon is zelf.partner van ander", cells, PAIR)) == {"ik.zelf.partner"}


def test_a_rule_about_a_pair_sees_both_persons() -> None:
    cells = {("leeftijd", IK): 40, ("leeftijd", ANDER): 19, ("samenwonend", PAIR): True, ("thuis", ANDER): ELSEWHERE}
    cells |= {("huur", ELSEWHERE): 500}
    assert value("persoon.leeftijd > ander.leeftijd en samenwonend", cells, PAIR).is_true
    assert value("ander.thuis.huur", cells, PAIR) == values.known(500)
    assert value("paar.samenwonend", cells, PAIR).is_true


def test_a_unit_that_roles_form_is_the_one_of_the_person_in_hand() -> None:
    cells = {("leden", Thing("gezin", "ik")): (IK, ANDER), **INCOMES}
    assert value("som(p in gezin.leden: p.inkomen)", cells) == values.known(30)
    assert value("som(p in gezin.leden: p.inkomen)", cells, PAIR) == values.known(30)


def test_days_of_an_application() -> None:
    cells = {("aanvraagdatum",): values.known(dt.date(2018, 5, 3))}
    assert value("eerste_dag(aanvraagdatum, maand)", cells, access=True) == values.known(dt.date(2018, 5, 1))


def test_every_comparison_is_noted_with_both_sides_and_its_place() -> None:
    text = "leeftijd >= 21 en (werkt of inkomen < toelage + toelage)"
    here = frame()
    world = SmallWorld({("leeftijd", IK): Fraction(30), ("werkt", IK): False, ("toelage", IK): Fraction(5)})
    said = evaluate(parse_expression(text), world, here)
    assert not said.is_known
    first, second = here.notes
    assert (first.text, first.op, first.left, first.right) == (
        "leeftijd >= 21",
        ">=",
        values.known(30),
        values.known(21),
    )
    assert first.outcome is TRUE
    assert second.text == "inkomen < toelage + toelage"
    assert second.right == values.known(10)
    assert missing(second.outcome) == {"ik.inkomen"}
    assert text[second.node.start : second.node.end] == second.text
    assert second.frame is here


def test_comparisons_in_a_loop_are_noted_per_member() -> None:
    here = frame()
    evaluate(parse_expression("aantal(p in personen waar p.inkomen > 25 * 1)"), _numbers(), here)
    assert [note.frame.names["p"] for note in here.notes] == list(PEOPLE)
    assert [note.outcome.exact for note in here.notes] == [False, False, True, True]


def _numbers() -> SmallWorld:
    return SmallWorld(INCOMES)
