# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""The worked examples beside the rules: what is not given is unknown, and a failure tells what was found and why."""

from __future__ import annotations

from typing import Any

import pytest

from evaluation.invented import (
    Block,
    concept,
    fact,
    gives,
    land,
    money,
    parameter,
    qualifies,
    requires,
    rule,
)  # fmt: skip
from samenloop.evaluation import Variation, without_rules
from samenloop.evaluation.examples import Failure, run_example
from samenloop.rulebook import Rulebook


def country(*examples: Block) -> Rulebook:
    """Everything an example can expect."""
    overlay = {
        "schema": 1, "overlay": "gm9999", "soort": "gemeente", "gemeente": "GM9999", "titel": "Een gemeente",
        "geldig": {"van": "2018-01-01"}, "herkomst": "bron",
        "bron": [{"soort": "beleid", "verwijzing": "proef", "status": "verzonnen"}],
        "regelgeving": [{
            "wet": "lokale_regels", "naam": "Verordening", "bronlaag": "verordening", "vindplaats": "proef", "status": "verzonnen",
            "artikelen": [{"artikel": "1", "titel": "Lokaal", "samenvatting": "Wat hier geldt.", "geldig": {"van": "2018-01-01"},
                           "status": "verzonnen", "bron": "proef"}],
        }],
        "wijzigt": [{"vul_in": "fo.lokaal", "waarde": "80%", "grondslag": {"wet": "lokale_regels", "artikel": "1"}}],
    }  # fmt: skip
    return land(
        concept("fo.norm", "parameters.fo.bedrag", called="fo.norm.gewoon"),
        concept("fo.norm", "parameters.fo.bedrag / 2", called="fo.norm.jong", uitzondering_op="fo.norm.gewoon", wanneer="fo.leeftijd < 21"),
        concept("fo.dubbel", "2 * fo.norm"),
        concept("fo.huur", "persoon.verblijfswoning.huur"),
        concept("fo.maten", "aantal(p in personen waar p is fo.maat van persoon)"),
        concept("fo.schuld", "som(s in persoon.schulden_van: s.schuldbedrag)"),
        concept("fo.samen", "persoon.fo.leeftijd + ander.fo.leeftijd", over="paar"),
        concept("fo.plaatselijk", "fo.lokaal * parameters.fo.bedrag"),
        rule("fo.ruimte", {"laat_over": "fo.lokaal", "aan": ["verordening"]}),
        rule("fo.recht", gives("toelage", "fo.norm"), wanneer="fo.leeftijd >= 18"),
        rule("fo.eis", requires("fo.eis_vraag", "toelage", "fo.vraag", wat="fo.vraag")),
        rule("fo.te_duur", {"sluit_uit": "toelage"}, over="woning", wanneer="huur > parameters.fo.bedrag"),
        rule("fo.huisgenoot.thuis", qualifies("fo.huisgenoot"), over="paar", wanneer="persoon.verblijfswoning = ander.verblijfswoning"),
        facts=[fact("fo.vraag"), money("huur", over="woning", uit="kale_huur"), money("schuldbedrag", "eur", over="schuld", uit="bedrag")],
        parameters=[parameter("fo.bedrag", "bedrag", {"2018-01-01": "100"})], overlays=[overlay], examples=examples,
    )  # fmt: skip


def given(name: str = "proef", day: str = "2020-05-15", **more: Any) -> Block:
    return {"naam": name, "peildatum": day, "gegeven": {"fo.leeftijd": 30}, **more}


def outcome(example: Block, change: Variation | None = None) -> list[Failure]:
    book = country(example)
    (found,) = [one for one in book.examples if one.example.naam == example["naam"]]
    return (
        run_example(book, found.example, found.unit)
        if change is None
        else run_example(book, found.example, found.unit, change)
    )


HOME: Block = {"eenheid": "woning", "id": "huis", "gegeven": {"huur": 90}}


@pytest.mark.parametrize(
    "expects",
    [
        {"verwacht": {"fo.norm": 100, "fo.dubbel": 200}},
        {"gegeven": {"fo.leeftijd": 20}, "verwacht": {"fo.norm": 50}, "vuurt": ["fo.norm.jong"], "vuurt_niet": []},
        {"gegeven": {"fo.norm": 7}, "verwacht": {"fo.dubbel": 14}},  # a concept that is given replaces its rules
        {"gegeven": {"fo.vraag": "ja"}, "ontbreekt": {"fo.norm": ["fo.leeftijd"]}},
        {"gegeven": {"verblijfswoning": "huis"}, "ook": [HOME], "verwacht": {"fo.huur": 90}},
        {"gegeven": {"verblijfswoning": "huis"}, "ook": [{"eenheid": "woning", "id": "huis"}], "ontbreekt": {"fo.huur": ["huur"]}},
        {"gegeven": {"fo.leeftijd": 30, "fo.vraag": "ja", "verblijfswoning": "huis"}, "ook": [HOME], "recht": ["toelage"], "vuurt": ["fo.recht"]},
        {"gegeven": {"fo.leeftijd": 30, "fo.vraag": "nee", "verblijfswoning": "huis"}, "ook": [HOME], "uitgesloten": ["toelage"]},
        {"gegeven": {"fo.leeftijd": 17}, "uitgesloten": ["toelage"], "vuurt_niet": ["fo.recht"]},
        {"gegeven": {"fo.leeftijd": 30, "verblijfswoning": "huis"}, "ook": [HOME], "ontbreekt": {"toelage": ["fo.vraag"]}},
        {"gegeven": {"fo.leeftijd": 30, "fo.vraag": "ja", "verblijfswoning": "huis"}, "ook": [{**HOME, "gegeven": {"huur": 101}}],
         "uitgesloten": ["toelage"], "vuurt": ["fo.te_duur"]},
        {"ook": [{"eenheid": "schuld", "id": "lening", "gegeven": {"schuldbedrag": 40}}, {"eenheid": "schuld", "id": "huurschuld", "gegeven": {"schuldbedrag": 2}}],
         "verwacht": {"fo.schuld": 42}},
        {"overlay": ["gm9999"], "verwacht": {"fo.plaatselijk": 80}},
        {"gegeven": {"fo.lokaal": 0.25}, "verwacht": {"fo.plaatselijk": 25}},
        {"ontbreekt": {"fo.plaatselijk": ["fo.lokaal"]}},
        {"gegeven": {"verblijfswoning": "huis"},
         "ook": [HOME, {"eenheid": "persoon", "id": "zij", "gegeven": {"verblijfswoning": "huis"}}, {"eenheid": "persoon", "id": "hij"},
                 {"eenheid": "persoon", "id": "buur", "gegeven": {"verblijfswoning": "flat"}}, {"eenheid": "woning", "id": "flat"}],
         "rollen": [{"wie": "zij", "is": "fo.huisgenoot", "van": "ik"}, {"wie": "hij", "is": "fo.huisgenoot", "van": "ik", "klopt": "onbekend"},
                    {"wie": "buur", "is": "fo.huisgenoot", "van": "ik", "klopt": "nee"}]},
        {"ook": [{"eenheid": "persoon", "id": "zij"}, {"eenheid": "paar", "id": "wij", "persoon": "ik", "ander": "zij", "gegeven": {"fo.gehuwd": "ja"}}],
         "verwacht": {"fo.maten": 1}},
    ],
)  # fmt: skip
def test_an_example_that_is_as_expected_has_no_failure(expects: Block) -> None:
    expects = {key: value for key, value in expects.items() if value != []}
    assert outcome(given(**expects)) == []


@pytest.mark.parametrize(
    ("expects", "about", "expected", "found"),
    [
        ({"verwacht": {"fo.norm": 101}}, "fo.norm", "101", "100"),
        ({"gegeven": {"fo.leeftijd": 20}, "verwacht": {"fo.norm": 100}}, "fo.norm", "100", "50"),
        ({"gegeven": {"fo.vraag": "ja"}, "verwacht": {"fo.norm": 100}}, "fo.norm", "100", "onbekend (feiten ik.fo.leeftijd)"),
        ({"ontbreekt": {"fo.norm": ["fo.leeftijd"]}}, "fo.norm", "onbekend door fo.leeftijd", "100"),
        ({"gegeven": {"fo.vraag": "ja"}, "ontbreekt": {"fo.norm": ["fo.vraag"]}}, "fo.norm", "onbekend door fo.vraag", "onbekend (feiten ik.fo.leeftijd)"),
        ({"gegeven": {"fo.leeftijd": 3}, "recht": ["toelage"]}, "toelage", "recht", "nee"),
        ({"uitgesloten": ["toelage"], "gegeven": {"fo.leeftijd": 30, "fo.vraag": "ja", "verblijfswoning": "huis"}, "ook": [HOME]}, "toelage", "geen recht", "ja"),
        ({"vuurt": ["fo.norm.jong"]}, "fo.norm.jong", "vuurt", "nee"),
        ({"vuurt_niet": ["fo.recht"]}, "fo.recht", "vuurt niet", "ja"),
        ({"ook": [{"eenheid": "persoon", "id": "zij"}], "rollen": [{"wie": "zij", "is": "fo.huisgenoot", "van": "ik"}]},
         "zij is fo.huisgenoot", "True", "onbekend (feiten ik.verblijfswoning, zij.verblijfswoning)"),
        ({"verwacht": {"fo.norm": 100}, "peildatum": "2017-12-31"}, "fo.norm", "100", "onbekend (geen dekking: fo.norm op 31-12-2017)"),
    ],
)  # fmt: skip
def test_a_failure_says_what_was_expected_and_found(expects: Block, about: str, expected: str, found: str) -> None:
    (failure,) = outcome({**given(), **expects})
    assert (failure.about, failure.expected, failure.found) == (about, expected, found)


def test_the_trace_of_a_failure_tells_what_was_compared() -> None:
    (failure,) = outcome(given(verwacht={"fo.norm": 1}))
    assert failure.trace.splitlines() == [
        "gegeven door fo.norm.gewoon", "  niet toegepast: fo.norm.jong (nee)", "    fo.leeftijd < 21: 30 < 21",
    ]  # fmt: skip
    (refused,) = outcome(
        given(gegeven={"fo.leeftijd": 30, "fo.vraag": "nee", "verblijfswoning": "huis"}, ook=[HOME], recht=["toelage"])
    )
    assert "vereist fo.eis_vraag: nee" in refused.trace
    assert "huur > parameters.fo.bedrag: 90 > 100" in refused.trace


def test_an_example_can_be_run_with_a_rule_taken_away() -> None:
    young = given(gegeven={"fo.leeftijd": 20}, verwacht={"fo.norm": 50})
    assert outcome(young) == []
    assert [failure.found for failure in outcome(young, without_rules(["fo.norm.jong"]))] == ["100"]


def test_an_example_over_pairs() -> None:
    book = land(
        concept("fo.samen", "persoon.fo.leeftijd + ander.fo.leeftijd", over="paar"), rule("fo.band", qualifies("fo.band"), over="paar", wanneer="fo.gehuwd"),
    )  # fmt: skip
    (found,) = book.examples
    assert run_example(book, found.example, found.unit) == []
