# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""``gebeurtenis``: the household after an event. Only what the event is about changes; what cannot be told is not."""

from __future__ import annotations

from typing import Any

import pytest

from evaluation.invented import (
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
    parent,
    person,
    rule,
)  # fmt: skip
from samenloop.domain import Household
from samenloop.evaluation import Assessment, Variation, gain
from samenloop.evaluation.events import IMITATED, happened, planned
from samenloop.language.values import Value
from samenloop.rulebook import Rulebook

HOMES: list[Block] = [
    {"id": "huis", "soort": "huur_sociaal", "kale_huur": "500"}, {"id": "flat", "soort": "koop", "hoofdbewoner": "zij"},
]  # fmt: skip
WAGE: Block = {"soort": "loon", "bedrag": "1000", "per": "maand", "bruto": False}
ALLOWANCE: Block = {"soort": "anw", "bedrag": "80", "per": "maand", "bruto": False}


@pytest.fixture(scope="module")
def book() -> Rulebook:
    return land(
        concept("fo.thuis", "aantal(p in woning.bewoners)", over="woning"),
        concept("fo.op_papier", "aantal(p in woning.ingeschrevenen)", over="woning"),
        concept("fo.maten", "aantal(p in personen waar p is fo.maat van persoon)"),
        concept("fo.samen_in_huis", "persoon.verblijfswoning = ander.verblijfswoning", over="paar"),
        rule("fo.recht", gives("toelage", "parameters.fo.bedrag"), wanneer="fo.leeftijd >= 18 en studie = 'geen'"),
        rule("fo.huur", {"kost": "fo.huur", "bedrag": "huur", "per": "maand", "soort": "huur", "beschermd": "nee"}, over="woning"),
        facts=[
            money("huur", over="woning", uit="kale_huur"), money("netto", uit="inkomen[bruto=false].bedrag", samen="som"),
            fact("studie", "keuze", keuzes=["geen", "mbo"], uit="studie"),
            fact("plaats", "keuze", keuzes=["woning", "instelling", "detentie"], uit="verblijf.waar"),
            fact("ex", over="paar", uit="relatie[soort=ex_partner]", samen="bestaat"),
        ],
        parameters=[parameter("fo.bedrag", "bedrag", {"2018-01-01": "100"})],
    )  # fmt: skip


def people(**more: Any) -> list[Block]:
    """Me in the house with a wage, her in her own flat without any income, a child with me."""
    stay = {"waar": "woning", "woning": "huis"}
    brp = {"inschrijving": "woonadres", "woning": "huis"}
    return [
        person(verblijf=stay, brp=brp, studie="geen", **{"inkomen": [WAGE, ALLOWANCE], **more}),
        person("zij", verblijf={"waar": "woning", "woning": "flat"}, brp={**brp, "woning": "flat"}, studie="mbo"),
        person("kind", 5, verblijf=stay, brp=brp),
    ]


def after(
    book: Rulebook, sort: str, who: Any, details: Block | None = None, **more: Any
) -> tuple[Assessment, Assessment | None]:
    """The household as it is, and after the event that it considers."""
    event: Block = {"soort": sort, "wie": who, "status": "overwogen"}
    if details is not None:
        event["details"] = details
    data = {"woningen": HOMES, "relaties": [parent("ik", "kind")], "regelingen": [], **more}
    household = house(book, data.pop("people", people()), gebeurtenissen=[event], **data)
    change = happened(household, planned(household)[0])
    base = look(book, household)
    return base, None if change is None else look(book, household, change)


def says(found: Assessment | None, name: str, who: str) -> Value:
    assert found is not None
    return found.concept(name, who).value


def test_moving_in_changes_the_stay_and_not_the_registration(book: Rulebook) -> None:
    base, other = after(book, "trekt_in", "zij", {"bij": "ik", "om": "mantelzorg"})
    assert (exact(says(base, "fo.thuis", "huis")), exact(says(other, "fo.thuis", "huis"))) == (2, 3)
    assert exact(says(other, "fo.thuis", "flat")) == 0
    assert [exact(says(other, "fo.op_papier", home)) for home in ("huis", "flat")] == [2, 1]
    assert exact(says(other, "fo.samen_in_huis", "ik>zij")) is True


def test_moving_in_at_a_home_that_is_named(book: Rulebook) -> None:
    _, other = after(book, "trekt_in", "ik", {"woning": "flat"})
    assert exact(says(other, "fo.thuis", "flat")) == 2


@pytest.mark.parametrize("sort", ["gaat_weg", "verhuizing", "uitstroom_azc"])
def test_several_people_leave_together(book: Rulebook, sort: str) -> None:
    _, other = after(book, sort, ["ik", "kind"], {"naar": "flat"})
    assert [exact(says(other, "fo.thuis", home)) for home in ("huis", "flat")] == [0, 3]


def test_admission_and_detention(book: Rulebook) -> None:
    for sort, where in (("opname", "instelling"), ("detentie", "detentie")):
        _, other = after(book, sort, "ik", {"soort": "verpleeghuis"} if sort == "opname" else None)
        assert other is not None
        assert other.household.person("ik").verblijf.waar == where  # type: ignore[union-attr]
        assert exact(says(other, "fo.thuis", "huis")) == 1


def test_registration_leaves_the_stay_alone(book: Rulebook) -> None:
    _, other = after(book, "registratie", "zij", {"inschrijving": "woonadres", "woning": "huis"})
    assert exact(says(other, "fo.op_papier", "huis")) == 3
    assert exact(says(other, "fo.thuis", "huis")) == 2
    _, gone = after(book, "registratie", "zij", {"inschrijving": "geen"})
    assert exact(says(gone, "fo.op_papier", "flat")) == 0


def test_marriage_and_divorce(book: Rulebook) -> None:
    base, other = after(book, "huwelijk", "ik", {"met": "zij"})
    assert (exact(says(base, "fo.maten", "ik")), exact(says(other, "fo.maten", "zij"))) == (0, 1)
    both = [married("ik", "zij"), parent("ik", "kind")]
    base, other = after(book, "scheiding", "ik", {"van": "zij"}, relaties=both)
    assert (exact(says(base, "fo.maten", "ik")), exact(says(other, "fo.maten", "ik"))) == (1, 0)
    assert other is not None
    assert exact(other.evaluator.fact("ex", other.evaluator.facts.things("paar")[0])) is True
    assert exact(says(other, "fo.maten", "kind")) == 0
    care = {"soort": "zorgt_voor", "van": "ik", "naar": "zij"}
    _, cared = after(book, "scheiding", "ik", {"van": "zij"}, relaties=[*both, care, married("zij", "kind")])
    assert cared is not None
    kept = [(r.soort, r.van, r.naar) for r in cared.household.relaties or ()]
    assert kept == [
        ("ouder_van", "ik", "kind"), ("zorgt_voor", "ik", "zij"), ("gehuwd", "zij", "kind"), ("ex_partner", "ik", "zij"),
    ]  # fmt: skip


def test_death_leaves_the_others(book: Rulebook) -> None:
    _, other = after(book, "overlijden", "zij", relaties=[married("ik", "zij")])
    assert other is not None
    assert [p.id for p in other.household.personen] == ["ik", "kind"]
    assert exact(says(other, "fo.maten", "ik")) == 0
    assert exact(says(other, "fo.thuis", "flat")) == 0
    assert other.household.home("flat").hoofdbewoner is None


def test_nobody_is_left_when_the_only_person_dies(book: Rulebook) -> None:
    assert after(book, "overlijden", "ik", people=people()[:1], woningen=HOMES[:1], relaties=[])[1] is None


def test_another_wage_replaces_the_wage_only(book: Rulebook) -> None:
    base, other = after(book, "inkomen_verandert", "ik", {"soort": "loon", "bedrag": "1200.50", "per": "maand"})
    assert other is not None
    assert exact(gain(base, other)) == known("200.50").exact
    _, ranged = after(
        book, "inkomen_verandert", "ik", {"soort": "loon", "bedrag": {"van": "900", "tot": "950"}, "per": "maand"}
    )
    assert ranged is not None
    assert bounds(gain(base, ranged)) == (-100, -50)


def test_a_job_adds_a_wage_of_which_it_is_not_said_that_it_is_net(book: Rulebook) -> None:
    base, other = after(book, "baan", "zij", {"loon": "400", "per": "maand", "uren_per_week": 12})
    assert other is not None
    assert bounds(gain(base, other)) == (0, 400)
    (entry,) = other.household.person("zij").inkomen or ()
    assert (entry.soort, entry.uren_per_week, entry.bruto) == ("loon", 12, None)


def test_a_job_ends_the_entry_that_says_there_is_no_income(book: Rulebook) -> None:
    _, other = after(book, "baan", "ik", {"loon": "400", "per": "maand"}, people=people(inkomen=[{"soort": "geen"}]))
    assert other is not None
    assert [entry.soort for entry in other.household.person("ik").inkomen or ()] == ["loon"]


def test_losing_a_job_leaves_other_income(book: Rulebook) -> None:
    base, other = after(book, "baan_kwijt", "ik")
    assert other is not None
    assert exact(gain(base, other)) == -1000


def test_what_comes_in_is_not_guessed_when_it_was_not_known(book: Rulebook) -> None:
    """Income nobody knows plus a new wage is still not known."""
    unknown = people(inkomen="onbekend")
    for sort, details in (
        ("baan", {"loon": "400"}),
        ("inkomen_verandert", {"soort": "loon", "bedrag": "1"}),
        ("baan_kwijt", None),
    ):
        assert after(book, sort, "ik", details, people=unknown)[1] is None


def test_another_rent(book: Rulebook) -> None:
    base, other = after(book, "huurwijziging", "huis", {"kale_huur": "450"})
    assert other is not None
    assert exact(gain(base, other, fixed_costs=True)) == 50


def test_reaching_an_age_and_leaving_school(book: Rulebook) -> None:
    base, other = after(
        book, "wordt_leeftijd", "kind", {"leeftijd": 18}, people=[{**p, "studie": "geen"} for p in people()]
    )
    assert other is not None
    assert exact(gain(base, other)) == 100
    base, other = after(book, "studie_stop", "zij")
    assert other is not None
    assert exact(gain(base, other)) == 100


@pytest.mark.parametrize(
    ("sort", "who", "details"),
    [
        ("trekt_in", "zij", {}), ("trekt_in", "zij", {"om": "mantelzorg"}), ("gaat_weg", "ik", {}), ("huwelijk", "ik", {}),
        ("scheiding", "ik", {}), ("registratie", "ik", {}), ("inkomen_verandert", "ik", {"soort": "loon"}),
        ("baan", "ik", {"loon": "onbekend"}), ("huurwijziging", "huis", {}), ("wordt_leeftijd", "kind", {}),
        ("geboorte", "ik", None), ("start_schuldhulp", "ik", None), ("trekt_in", "onbekend", {"bij": "ik"}),
        ("verhuizing", "ik", {"naar": "huis"}), ("trekt_in", "kind", {"bij": "ik"}),
    ],
)  # fmt: skip
def test_an_event_that_says_too_little_or_changes_nothing_is_no_variation(
    book: Rulebook, sort: str, who: Any, details: Block | None
) -> None:
    assert after(book, sort, who, details)[1] is None


def test_without_relations_a_marriage_is_not_guessed(book: Rulebook) -> None:
    for relations in (..., "onbekend"):
        assert after(book, "huwelijk", "ik", {"met": "zij"}, relaties=relations)[1] is None


def test_only_what_is_considered_is_planned(book: Rulebook) -> None:
    events = [{"soort": "baan_kwijt", "wie": "ik", "status": status} for status in ("gebeurd", "zeker", "overwogen")]
    household = house(book, people(), woningen=HOMES, gebeurtenissen=events)
    assert [event.status for event in planned(household)] == ["overwogen"]
    assert planned(house(book, people(), woningen=HOMES)) == ()


def test_every_event_that_can_be_imitated_is_a_word_of_the_list(book: Rulebook) -> None:
    assert set(book.vocabulary.lists["gebeurtenissen"]) >= IMITATED


def test_the_household_itself_is_left_as_it_was(book: Rulebook) -> None:
    base, other = after(book, "trekt_in", "zij", {"bij": "ik"})
    assert other is not None
    assert isinstance(base.household, Household)
    assert exact(says(base, "fo.thuis", "flat")) == 1


# ---- what an event touches
def test_an_unknown_line_of_somebody_the_event_is_not_about_cancels(book: Rulebook) -> None:
    unknown = [*people(), person("oma", 80, inkomen="onbekend", studie="onbekend")]
    base, other = after(book, "baan_kwijt", "ik", people=unknown)
    assert other is not None
    assert bounds(base.d)[1] is None
    assert exact(gain(base, other)) == -1000


def test_an_unknown_line_that_the_event_changes_does_not_cancel(book: Rulebook) -> None:
    gross = [{**WAGE, "bruto": True}]
    base, other = after(
        book,
        "inkomen_verandert",
        "ik",
        {"soort": "loon", "bedrag": "1000", "per": "kwartaal"},
        people=people(inkomen=gross),
    )
    assert other is not None
    assert not gain(base, other).is_known
    found = look(book, base.household, Variation())
    assert exact(gain(base, found)) == 0
