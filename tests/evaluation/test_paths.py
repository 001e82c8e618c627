# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""How a fact is read from the household file: nothing unknown becomes 0, false or "there is none"."""

from __future__ import annotations

from typing import Any

import pytest

from evaluation.invented import (
    Block,
    bounds,
    euro,
    exact,
    fact,
    house,
    known,
    land,
    look,
    married,
    money,
    on,
    person,
    read,
    ref,
    waits_for,
)  # fmt: skip
from samenloop.evaluation import Variation, with_fact
from samenloop.language import values
from samenloop.language.values import Thing, Value
from samenloop.rulebook import Rulebook

LOAN: Block = {"soort": "loon", "bedrag": "1000.00", "per": "maand", "bruto": False}


@pytest.fixture(scope="module")
def book() -> Rulebook:
    net = "inkomen[bruto=false].bedrag"
    return land(
        facts=[
            money("netto", uit=net, samen="som"),
            money("netto_jaar", "eur/jaar", uit=net, samen="som"),
            money("hoogste_loon", uit="inkomen[soort=loon].bedrag", samen="hoogste"),
            money("laagste_loon", uit="inkomen[soort=loon].bedrag", samen="laagste"),
            money("enig_loon", uit="inkomen[soort=loon].bedrag", samen="enige"),
            fact("banen", "geheel", uit="inkomen[soort=loon]", samen="aantal"),
            fact("heeft_baan", uit="inkomen[soort=loon]", samen="bestaat"),
            fact("wisselt", uit="inkomen[soort=loon].wisselend", samen="bestaat"),
            fact("uren", "getal", uit="inkomen.uren_per_week", samen="som"),
            money("jaar_nu", "eur/jaar", uit="jaarinkomen[soort=toetsingsinkomen, jaar=peiljaar].bedrag", samen="enige"),
            money(
                "jaar_of_schatting", "eur/jaar", uit="jaarinkomen[jaar=peiljaar].bedrag", samen="enige",
                of_uit={
                    "pad": "inkomen.bedrag", "samen": "som", "alleen_als": {"bruto": "ja"},
                    "behalve": {"soort": ["gift", "herstelbetaling"]},
                },
            ),
            money("huur", over="woning", uit="kale_huur"),
            fact("woningsoort", "keuze", over="woning", keuzes=["huur_sociaal", "koop", "opvang", "geen"], uit="soort"),
            money("premie", uit="zorgverzekering.premie", bereik={"van": 0, "tot": 400}),
            fact("tijdelijk", uit="verblijf.tijdelijk", open_norm="ja"),
            money("spaargeld", "eur", uit="vermogen[soort=bank].waarde", samen="som"),
            money("kosten_kind", uit="kosten[soort=kinderopvang].bedrag", samen="som"),
            fact("vrij", over="bezit", uit="vrij_beschikbaar", open_norm="ja"),
            fact("oordeel_zelf"),
            fact("oordeel_paar", over="paar"),
            fact("samen", over="paar", uit="relatie[soort=samenwonend]", samen="bestaat"),
            fact("gescheiden", over="paar", uit="relatie[soort=gehuwd].duurzaam_gescheiden", samen="enige", open_norm="ja"),
            fact("beslag_bekend", over="schuld", uit="beslag", samen="bestaat"),
            fact("geboren", "datum", uit="geboortemaand"),
            fact("indicatie", uit="zorg.indicaties[wet=wlz, status=toegekend]", samen="bestaat"),
        ],
    )  # fmt: skip


def income(book: Rulebook, entries: Any, name: str, day: str = "2020-05-15", **more: Any) -> Value:
    return read(book, house(book, [person(inkomen=entries)], day, **more), name)


# ---- every way to make one value of several
def test_som_adds_what_the_filter_keeps(book: Rulebook) -> None:
    other = {**LOAN, "bedrag": "250.50", "soort": "pensioen"}
    gross = {**LOAN, "bruto": True}
    assert exact(income(book, [LOAN, other, gross], "netto")) == euro("1250.50")


def test_som_of_an_empty_list_is_nothing(book: Rulebook) -> None:
    assert exact(income(book, [], "netto")) == 0


def test_som_counts_nothing_where_the_file_says_no_income(book: Rulebook) -> None:
    """``soort: geen`` says in so many words that nothing comes in; it is not an entry of which the amount lacks."""
    assert exact(income(book, [{"soort": "geen"}], "netto")) == 0
    assert exact(income(book, [{"soort": "geen"}], "heeft_baan")) is False


@pytest.mark.parametrize("entries", [..., "onbekend"])
def test_a_list_left_out_or_asked_in_vain_is_unknown_for_every_samen(book: Rulebook, entries: Any) -> None:
    for name in ("netto", "hoogste_loon", "laagste_loon", "enig_loon", "banen", "heeft_baan", "wisselt", "uren"):
        found = income(book, entries, name)
        assert waits_for(found) == {f"ik.{name}"}, name
        assert bounds(found) == ((None, None) if name in ("heeft_baan", "wisselt") else (0, None))


def test_aantal_counts_entries(book: Rulebook) -> None:
    assert exact(income(book, [LOAN, LOAN, {**LOAN, "soort": "ww"}], "banen")) == 2
    assert exact(income(book, [], "banen")) == 0


def test_aantal_with_an_undecided_entry_is_a_range(book: Rulebook) -> None:
    assert bounds(income(book, [LOAN, {**LOAN, "soort": "onbekend"}], "banen")) == (1, 2)


def test_bestaat_is_sure_as_soon_as_one_entry_is(book: Rulebook) -> None:
    assert exact(income(book, [LOAN, {**LOAN, "soort": "onbekend"}], "heeft_baan")) is True
    assert exact(income(book, [{**LOAN, "soort": "ww"}], "heeft_baan")) is False
    assert waits_for(income(book, [{**LOAN, "soort": "onbekend"}], "heeft_baan")) == {"ik.heeft_baan"}


def test_bestaat_at_a_yes_or_no_reads_the_answer(book: Rulebook) -> None:
    assert exact(income(book, [{**LOAN, "wisselend": True}], "wisselt")) is True
    assert exact(income(book, [{**LOAN, "wisselend": False}], "wisselt")) is False
    assert waits_for(income(book, [LOAN], "wisselt")) == {"ik.wisselt"}
    assert exact(income(book, [LOAN, {**LOAN, "wisselend": True}], "wisselt")) is True


def test_hoogste_and_laagste(book: Rulebook) -> None:
    two = [LOAN, {**LOAN, "bedrag": "400"}]
    assert exact(income(book, two, "hoogste_loon")) == 1000
    assert exact(income(book, two, "laagste_loon")) == 400


def test_hoogste_of_nothing_is_not_a_number(book: Rulebook) -> None:
    assert waits_for(income(book, [], "hoogste_loon")) == {"ik.hoogste_loon"}


def test_hoogste_with_a_range(book: Rulebook) -> None:
    entry = {**LOAN, "bedrag": {"van": "900", "tot": "1200"}}
    assert bounds(income(book, [LOAN, entry], "hoogste_loon")) == (1000, 1200)
    assert exact(income(book, [LOAN, {**entry, "bedrag": {"van": "1", "tot": "2"}}], "hoogste_loon")) == 1000


def test_enige_is_known_with_exactly_one(book: Rulebook) -> None:
    assert exact(income(book, [LOAN, {**LOAN, "soort": "ww"}], "enig_loon")) == 1000
    for entries in ([], [LOAN, LOAN], [LOAN, {**LOAN, "soort": "onbekend"}]):
        assert waits_for(income(book, entries, "enig_loon")) == {"ik.enig_loon"}


# ---- filters
def test_a_filter_on_an_unknown_attribute_makes_the_entry_perhaps(book: Rulebook) -> None:
    unsure: Block = {key: value for key, value in LOAN.items() if key != "bruto"}
    for entry in (unsure, {**LOAN, "bruto": "onbekend"}):
        found = income(book, [entry, {**LOAN, "bedrag": "200"}], "netto")
        assert bounds(found) == (200, 1200)
        assert waits_for(found) == {"ik.netto"}


def test_peiljaar_is_the_year_of_the_day(book: Rulebook) -> None:
    years = [
        {"jaar": 2019, "soort": "toetsingsinkomen", "bedrag": "1"},
        {"jaar": 2020, "soort": "toetsingsinkomen", "bedrag": "2"},
    ]
    for day, wanted in (("2019-12-31", 1), ("2020-01-01", 2)):
        assert exact(read(book, house(book, [person(jaarinkomen=years)], day), "jaar_nu")) == wanted
    assert waits_for(read(book, house(book, [person(jaarinkomen=years)], "2021-01-01"), "jaar_nu")) == {"ik.jaar_nu"}


def test_an_unknown_year_makes_the_only_entry_perhaps(book: Rulebook) -> None:
    years = [{"jaar": "onbekend", "soort": "toetsingsinkomen", "bedrag": "5"}]
    assert waits_for(read(book, house(book, [person(jaarinkomen=years)]), "jaar_nu")) == {"ik.jaar_nu"}


# ---- incomplete lists
@pytest.mark.parametrize("path", ["personen.ik.inkomen"])
def test_an_incomplete_list_has_an_open_end(book: Rulebook, path: str) -> None:
    open_list = {"onvolledig": [path]}
    assert bounds(income(book, [LOAN], "netto", **open_list)) == (1000, None)
    assert bounds(income(book, [], "netto", **open_list)) == (0, None)
    assert bounds(income(book, [LOAN], "banen", **open_list)) == (1, None)
    assert exact(income(book, [LOAN], "heeft_baan", **open_list)) is True
    assert waits_for(income(book, [], "heeft_baan", **open_list)) == {"ik.heeft_baan"}
    assert waits_for(income(book, [LOAN], "enig_loon", **open_list)) == {"ik.enig_loon"}
    assert waits_for(income(book, [LOAN], "hoogste_loon", **open_list)) == {"ik.hoogste_loon"}


def test_a_fact_of_the_household_is_open_when_anybodys_list_is(book: Rulebook) -> None:
    land_ = land(facts=[money("fo.alles", over="huishouden", uit="personen.inkomen.bedrag", samen="som")])
    people = [person(inkomen=[LOAN]), person("zij", inkomen=[LOAN])]
    assert exact(read(land_, house(land_, people), "fo.alles", "huishouden")) == 2000
    open_list = house(land_, people, onvolledig=["personen.zij.inkomen"])
    assert bounds(read(land_, open_list, "fo.alles", "huishouden")) == (2000, None)


def test_incomplete_for_one_person_is_complete_for_another(book: Rulebook) -> None:
    people = [person(inkomen=[LOAN]), person("zij", inkomen=[LOAN])]
    household = house(book, people, onvolledig=["personen.zij.inkomen"])
    assert exact(read(book, household, "netto")) == 1000
    assert bounds(read(book, household, "netto", "zij")) == (1000, None)


# ---- entries of shared lists without an owner
def test_an_entry_without_wie_is_of_the_only_person(book: Rulebook) -> None:
    household = house(book, [person()], vermogen=[{"soort": "bank", "waarde": "500"}])
    assert exact(read(book, household, "spaargeld")) == 500


def test_an_entry_without_wie_is_perhaps_of_each_of_two(book: Rulebook) -> None:
    saved = [{"soort": "bank", "waarde": "500"}, {"soort": "bank", "waarde": "20", "wie": "zij"}]
    household = house(book, [person(), person("zij")], vermogen=saved)
    assert bounds(read(book, household, "spaargeld")) == (0, 500)
    assert bounds(read(book, household, "spaargeld", "zij")) == (20, 520)


def test_an_entry_without_wie_is_perhaps_of_somebody_not_listed(book: Rulebook) -> None:
    saved = [{"soort": "bank", "waarde": "500"}]
    assert bounds(read(book, house(book, [person()], vermogen=saved, onvolledig=["personen"]), "spaargeld")) == (0, 500)


def test_an_entry_of_two_counts_for_both(book: Rulebook) -> None:
    saved = [{"soort": "bank", "waarde": "500", "wie": ["ik", "zij"]}]
    household = house(book, [person(), person("zij"), person("kind", 3)], vermogen=saved)
    assert [exact(read(book, household, "spaargeld", who)) for who in ("ik", "zij", "kind")] == [500, 500, 0]


def test_costs_are_read_with_their_period(book: Rulebook) -> None:
    costs = [{"soort": "kinderopvang", "bedrag": "300", "per": "kwartaal", "wie": "ik"}]
    assert exact(read(book, house(book, [person()], kosten=costs), "kosten_kind")) == 100


# ---- ranges, days, words, judgements
def test_a_range_stays_a_range(book: Rulebook) -> None:
    assert bounds(income(book, [{**LOAN, "bedrag": {"van": "900", "tot": "1100"}}], "netto")) == (900, 1100)
    assert bounds(income(book, [{**LOAN, "bedrag": {"van": "900"}}], "netto")) == (900, None)


def test_no_number_in_the_file_is_below_nothing(book: Rulebook) -> None:
    assert bounds(income(book, [{**LOAN, "bedrag": {"tot": "1100"}}], "netto")) == (0, 1100)
    assert bounds(income(book, [{**LOAN, "bedrag": "onbekend"}], "netto")) == (0, None)


def test_a_range_is_cut_to_the_declared_range_but_what_is_said_goes_before_it(book: Rulebook) -> None:
    for given, wanted in (
        ({"van": "100"}, (100, 400)),
        ({"tot": "900"}, (0, 400)),
        ({"van": "500", "tot": "600"}, (500, 600)),
    ):
        assert bounds(read(book, house(book, [person(zorgverzekering={"premie": given})]), "premie")) == wanted


def test_an_unknown_number_lies_in_the_declared_range(book: Rulebook) -> None:
    for insurance in ("onbekend", {"premie": "onbekend"}, {}):
        found = read(book, house(book, [person(zorgverzekering=insurance)]), "premie")
        assert bounds(found) == (0, 400)
        assert waits_for(found) == {"ik.premie"}
    assert exact(read(book, house(book, [person(zorgverzekering={"premie": "120.50"})]), "premie")) == euro("120.50")


def test_a_month_is_a_range_of_days(book: Rulebook) -> None:
    found = read(book, house(book, [person(age=..., geboortemaand="1990-02")]), "geboren")
    assert bounds(found) == (on("1990-02-01"), on("1990-02-28"))


def test_a_word_and_what_is_not_a_word(book: Rulebook) -> None:
    homes = [{"id": "a", "soort": "koop"}, {"id": "b", "soort": "onbekend"}]
    household = house(book, [person()], woningen=homes)
    assert exact(read(book, household, "woningsoort", "a")) == "koop"
    assert waits_for(read(book, household, "woningsoort", "b")) == {"b.woningsoort"}


@pytest.mark.parametrize(
    ("given", "wanted"),
    [(True, True), (False, False), ({"oordeel": "ja"}, True), ({"oordeel": "nee"}, False), ({"oordeel": "onbekend"}, None)],
)  # fmt: skip
def test_a_yes_or_no_that_may_be_a_judgement(book: Rulebook, given: Any, wanted: bool | None) -> None:
    found = read(book, house(book, [person(verblijf={"waar": "opvang", "tijdelijk": given})]), "tijdelijk")
    assert found.exact is wanted
    assert wanted is not None or waits_for(found) == {"ik.tijdelijk"}


def test_a_judgement_answers_an_open_norm_and_nothing_else_does(book: Rulebook) -> None:
    for answer, wanted in (("ja", True), ("nee", False)):
        household = house(book, [person()], oordelen={"oordeel_zelf": {"oordeel": answer, "door": "professional"}})
        assert exact(read(book, household, "oordeel_zelf")) is wanted
    for answers in ({}, {"oordeel_zelf": {"oordeel": "onbekend"}}, ..., "onbekend"):
        assert waits_for(read(book, house(book, [person()], oordelen=answers), "oordeel_zelf")) == {"ik.oordeel_zelf"}


def test_a_judgement_can_be_about_one_of_them(book: Rulebook) -> None:
    answers = {"zij.oordeel_zelf": {"oordeel": "ja"}, "oordeel_zelf": {"oordeel": "nee"}}
    household = house(book, [person(), person("zij")], oordelen=answers)
    assert exact(read(book, household, "oordeel_zelf", "zij")) is True
    assert exact(read(book, household, "oordeel_zelf", "ik")) is False


def test_a_judgement_comes_before_what_stands_in_the_file(book: Rulebook) -> None:
    household = house(
        book, [person(verblijf={"waar": "opvang", "tijdelijk": True})], oordelen={"tijdelijk": {"oordeel": "nee"}}
    )
    assert exact(read(book, household, "tijdelijk")) is False


# ---- money per period
@pytest.mark.parametrize(
    ("per", "month", "year"),
    [
        ("week", "4333.3333", "52000"), ("vier_weken", "1083.3333", "13000"), ("maand", "1000", "12000"),
        ("kwartaal", "333.3333", "4000"), ("jaar", "83.3333", "1000"), ("dag", "30416.6667", "365000"),
    ],
)  # fmt: skip
def test_money_per_period_to_month_and_year(book: Rulebook, per: str, month: str, year: str) -> None:
    entry = {**LOAN, "per": per}
    assert round(exact(income(book, [entry], "netto")), 4) == euro(month)
    assert exact(income(book, [entry], "netto_jaar")) == euro(year)


def test_no_period_or_a_single_payment_gives_no_monthly_amount(book: Rulebook) -> None:
    for entry in ({**LOAN, "per": "eenmalig"}, {**LOAN, "bedrag": "onbekend", "per": "onbekend"}):
        assert waits_for(income(book, [entry], "netto")) == {"ik.netto"}


@pytest.mark.parametrize(
    ("running", "months"),
    [
        ({}, 12), ({"van": "2018-03"}, 12), ({"van": "2020-03"}, 10), ({"van": "2020-03-20"}, 10),
        ({"tot": "2020-09"}, 9), ({"van": "2020-03", "tot": "2020-09"}, 7), ({"van": "2020-05", "tot": "2020-05"}, 1),
        ({"tot": "2021-02"}, 12), ({"van": "2019", "tot": "2020-06-30"}, 6),
    ],
)  # fmt: skip
def test_a_yearly_amount_counts_the_months_it_runs(book: Rulebook, running: Block, months: int) -> None:
    assert exact(income(book, [{**LOAN, **running}], "netto_jaar")) == 1000 * months


@pytest.mark.parametrize(
    ("running", "low", "high"),
    [
        ({"van": "onbekend"}, 8, 12),  # it runs in May, so it began in May at the latest
        ({"tot": "onbekend"}, 5, 12),
        ({"van": "onbekend", "tot": "2020-09"}, 5, 9),
        ({"van": "2020", "tot": "2020-10"}, 0, 10),
    ],
)  # fmt: skip
def test_an_unknown_begin_or_end_gives_a_range_of_months(book: Rulebook, running: Block, low: int, high: int) -> None:
    assert bounds(income(book, [{**LOAN, **running}], "netto_jaar")) == (1000 * low, 1000 * high)


def test_a_yearly_sum_that_is_paid_once_a_year_is_not_cut(book: Rulebook) -> None:
    assert exact(income(book, [{**LOAN, "per": "jaar", "van": "2020-07"}], "netto_jaar")) == 1000


def test_ended_and_coming_incomes_do_not_count_on_the_day(book: Rulebook) -> None:
    ended, coming = {**LOAN, "tot": "2020-05-14"}, {**LOAN, "van": "2020-05-16"}
    assert exact(income(book, [ended, coming], "netto")) == 0
    assert exact(income(book, [{**LOAN, "tot": "2020-05-15"}, {**LOAN, "van": "2020-05-15"}], "netto")) == 2000
    for name, wanted in (("heeft_baan", False), ("banen", 0), ("uren", 0)):
        assert exact(income(book, [{**ended, "uren_per_week": 8}, {**coming, "uren_per_week": 8}], name)) == wanted


def test_an_income_that_ends_some_day_this_month_counts_perhaps(book: Rulebook) -> None:
    assert bounds(income(book, [{**LOAN, "tot": "2020-05"}], "netto")) == (0, 1000)
    assert waits_for(income(book, [{**LOAN, "van": "2020"}], "heeft_baan")) == {"ik.heeft_baan"}


def test_income_of_another_year_is_no_part_of_this_year(book: Rulebook) -> None:
    assert exact(income(book, [{**LOAN, "tot": "2019-12"}, {**LOAN, "van": "2021-01"}], "netto_jaar")) == 0


# ---- relations
def test_a_relation_that_ended_or_has_to_begin_is_none(book: Rulebook) -> None:
    def together(**more: Any) -> Value:
        relation = {"soort": "samenwonend", "van": "zij", "naar": "ik", **more}
        return read(book, house(book, "ik zij", relaties=[relation]), "samen", "ik>zij")

    assert exact(together()) is True
    assert exact(together(tot="2020-05-15", sinds="2020-05-15")) is True
    assert exact(together(tot="2020-05-14")) is False
    assert exact(together(sinds="2020-05-16")) is False
    assert waits_for(together(tot="2020-05")) == {"ik.zij.samen"}


def test_relations_left_out_incomplete_or_empty(book: Rulebook) -> None:
    assert exact(read(book, house(book, "ik zij"), "samen", "ik>zij")) is False
    for more in ({"relaties": ...}, {"relaties": "onbekend"}, {"onvolledig": ["relaties"]}):
        assert waits_for(read(book, house(book, "ik zij", **more), "samen", "ik>zij")) == {"ik.zij.samen"}


def test_a_direction_in_the_filter_matters(book: Rulebook) -> None:
    household = house(book, "ik zij", relaties=[{"soort": "ouder_van", "van": "ik", "naar": "zij"}])
    assert exact(read(book, household, "fo.ouder", "ik>zij")) is True
    assert exact(read(book, household, "fo.ouder", "zij>ik")) is False


def test_a_judgement_inside_a_relation(book: Rulebook) -> None:
    for given, wanted in (({"oordeel": "ja"}, True), ({"oordeel": "nee"}, False), ("onbekend", None)):
        household = house(book, "ik zij", relaties=[married("ik", "zij", duurzaam_gescheiden=given)])
        assert read(book, household, "gescheiden", "zij>ik").exact is wanted


def test_a_relation_of_others_says_nothing(book: Rulebook) -> None:
    household = house(book, "ik zij hij", relaties=[married("ik", "zij")])
    assert exact(read(book, household, "fo.gehuwd", "ik>hij")) is False


# ---- nested blocks
def test_a_list_inside_a_block_that_is_not_there_is_unknown(book: Rulebook) -> None:
    granted = {"indicaties": [{"wet": "wlz", "status": "toegekend"}]}
    assert exact(read(book, house(book, [person(zorg=granted)]), "indicatie")) is True
    assert exact(read(book, house(book, [person(zorg={"indicaties": []})]), "indicatie")) is False
    for care in (..., {}, "onbekend", {"indicaties": "onbekend"}):
        assert waits_for(read(book, house(book, [person(zorg=care)]), "indicatie")) == {"ik.indicatie"}


def test_a_debt_with_and_without_attachment(book: Rulebook) -> None:
    debts = [
        {"id": "a", "soort": "huur", "beslag": [{"op": "loon"}]},
        {"id": "b", "soort": "huur", "beslag": []},
        {"id": "c", "soort": "huur"},
    ]
    household = house(book, [person()], schulden=debts)
    assert exact(read(book, household, "beslag_bekend", "a")) is True
    assert exact(read(book, household, "beslag_bekend", "b")) is False
    assert waits_for(read(book, household, "beslag_bekend", "c")) == {"c.beslag_bekend"}


# ---- second-hand
def estimated(book: Rulebook, entries: Any, **more: Any) -> tuple[Value, list[tuple[str, str]]]:
    found = look(book, house(book, [person(inkomen=entries, **more)]))
    value = found.evaluator.fact("jaar_of_schatting", Thing("persoon", "ik"))
    return value, [(str(e.ref), e.path) for e in found.evaluator.facts.estimates.values()]


def test_the_own_path_comes_first_and_is_no_estimate(book: Rulebook) -> None:
    years = [{"jaar": 2020, "soort": "toetsingsinkomen", "bedrag": "777"}]
    assert estimated(book, [{**LOAN, "bruto": True}], jaarinkomen=years) == (known(777), [])


@pytest.mark.parametrize("years", [..., [], "onbekend"])
def test_of_uit_fills_what_is_not_given_and_is_remembered(book: Rulebook, years: Any) -> None:
    gross = [{**LOAN, "bruto": True, "van": "2020-03"}, {**LOAN, "bruto": True, "bedrag": "50"}]
    value, told = estimated(book, gross, jaarinkomen=years)
    assert exact(value) == 10 * 1000 + 12 * 50
    assert told == [("ik.jaar_of_schatting", "inkomen.bedrag")]


def test_of_uit_gives_nothing_when_one_entry_does_not_fit(book: Rulebook) -> None:
    """A net income says less than its gross counterpart: the sum of the others would be no lower and no upper end."""
    gross = {**LOAN, "bruto": True}
    for odd in (LOAN, {**LOAN, "bruto": "onbekend"}, {**LOAN, "soort": "onbekend", "bruto": False}):
        value, told = estimated(book, [gross, odd])
        assert waits_for(value) == {"ik.jaar_of_schatting"}
        assert bounds(value) == (0, None)
        assert told == []


def test_of_uit_leaves_out_the_entries_of_behalve(book: Rulebook) -> None:
    value, _ = estimated(
        book, [{**LOAN, "bruto": True}, {**LOAN, "soort": "gift"}, {**LOAN, "soort": "herstelbetaling"}]
    )
    assert exact(value) == 12000


def test_of_uit_looks_only_at_entries_that_count(book: Rulebook) -> None:
    """What ended before this year neither counts nor stands in the way."""
    value, _ = estimated(book, [{**LOAN, "bruto": True}, {**LOAN, "tot": "2019-12"}])
    assert exact(value) == 12000


def test_of_uit_with_an_amount_that_is_not_known_is_no_estimate(book: Rulebook) -> None:
    value, told = estimated(book, [{**LOAN, "bruto": True, "bedrag": "onbekend"}])
    assert not value.is_known
    assert told == []


# ---- changed facts
def test_a_changed_fact_goes_before_everything(book: Rulebook) -> None:
    changed = with_fact(ref("netto"), known(42))
    found = look(book, house(book, [person(inkomen=[LOAN])]), changed)
    assert found.evaluator.fact("netto", Thing("persoon", "ik")) == known(42)


def test_an_empty_variation_changes_no_fact(book: Rulebook) -> None:
    found = look(book, house(book, [person(inkomen=[LOAN])]), Variation())
    assert found.evaluator.fact("netto", Thing("persoon", "ik")) == known(1000)
    assert found.evaluator.fact("heeft_baan", Thing("persoon", "ik")) == values.TRUE
