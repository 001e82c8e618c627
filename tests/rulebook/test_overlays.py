# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""What each change of an overlay does, day by day, and what two overlays may not do together."""

from __future__ import annotations

import datetime as dt
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rulebook.world import OVERLAY_FILE, RULE_FILE, World
from samenloop.errors import RulebookError
from samenloop.rulebook import ParameterValue, Rulebook, Validity
from samenloop.rulebook.applying import laid_over, remaining, spelled_out
from samenloop.rulebook.overlays import SetsParameter

HEAD = """\
schema: 1
overlay: {name}
soort: hervorming
titel: Voorstel
geldig: {days}
herkomst: voorstel
bron: [{{soort: beleid, verwijzing: verzonnen, status: verzonnen}}]
regelgeving:
  - wet: voorstel_{name}
    naam: Voorstel {name}
    bronlaag: wet
    vindplaats: verzonnen
    status: voorstel
    artikelen:
      - {{artikel: "1", titel: Voorstel, samenvatting: Anders., geldig: {{van: 2015-01-01}}, status: voorstel,
         bron: verzonnen}}
wijzigt:
"""

NEW_NORM = """\
  - vervang: pr.norm.gewoon
    door:
      regel: {id}
      titel: De norm volgens het voorstel
      grondslag: [{{wet: voorstel_{name}, artikel: "1"}}]
      geldig: {days}
      bepaalt: pr.norm
      waarde: parameters.pr.bedrag * 2
"""


def reform(world: World, name: str, changes: str, days: str = "{van: 2020-01-01}") -> Path:
    path = world.root.parent / f"{name}.yaml"
    path.write_text(HEAD.format(name=name, days=days) + changes, encoding="utf-8")
    return path


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


def test_a_gemeente_is_loaded_but_applied_only_when_named(world: World) -> None:
    book = world.load()
    assert set(book.overlays) == {"gm0344_proef"}
    assert book.applied == ()
    assert book.fillings == {}
    assert book.with_overlays("gm0344_proef").applied == ("gm0344_proef",)
    assert book.with_overlays(gemeente="GM0344").applied == ("gm0344_proef",)
    assert book.with_overlays(gemeente="GM9999") is book
    assert book.with_overlays(gemeente=None) is book


def test_fill_in_is_short_for_a_rule(world: World) -> None:
    book = world.load().with_overlays(gemeente="GM0344")
    ((rule, norm),) = book.fillings["pr.soepel"]
    assert (rule.over, rule.regime, rule.bronlaag) == ("persoon", "proef", "beleidsregel")
    assert norm.waarde.text == "waar"
    assert norm.id == "pr.soepel.gm0344_proef/vult_in:pr.soepel"
    assert book.at(day("2018-12-31")).fillings == {}
    assert set(book.at(day("2019-01-01")).fillings) == {"pr.soepel"}
    assert book.basis_text(rule.grondslag[0], day("2019-01-01")) == "Beleid van de gemeente (soepel zijn)"
    assert book.jci(rule.grondslag[0], day("2019-01-01")) is None


def test_replace_with_a_new_id_takes_the_place_during_the_overlay(world: World) -> None:
    days = "{van: 2020-01-01, tot: 2021-12-31}"
    path = reform(world, "proef2", NEW_NORM.format(id="pr.norm.nieuw", name="proef2", days=days), days)
    book = world.load([path])
    assert [book.at(day(d)).concepts["pr.norm"].root.regel for d in ("2019-12-31", "2020-01-01", "2022-01-01")] == [
        "pr.norm.gewoon", "pr.norm.nieuw", "pr.norm.gewoon",
    ]  # fmt: skip
    live = book.at(day("2020-06-01"))
    replaced = live.rule("pr.norm.gewoon")
    assert replaced is not None
    assert replaced.regel == "pr.norm.nieuw"
    tree = live.concepts["pr.norm"]
    assert [r.regel for r in tree.exceptions_to(tree.root)] == ["pr.norm.samen"]
    assert replaced.regime == "proef"


def test_replace_with_the_same_id_keeps_both_versions(world: World) -> None:
    days = "{van: 2020-01-01}"
    path = reform(world, "proef2", NEW_NORM.format(id="pr.norm.gewoon", name="proef2", days=days), days)
    book = world.load([path])
    versions = [r for r in book.all_rules if r.regel == "pr.norm.gewoon"]
    assert [(str(r.geldig.van), str(r.geldig.tot)) for r in versions] == [
        ("2018-01-01", "2019-12-31"),
        ("2020-01-01", "None"),
    ]
    assert book.rules["pr.norm.gewoon"] is versions[1]


def test_a_replacement_is_about_the_unit_of_what_it_replaces(world: World) -> None:
    changes = """\
  - vervang: pr.partner.gehuwd
    door:
      regel: pr.partner.gehuwd
      titel: Gehuwden, anders
      grondslag: [{wet: voorstel_proef2, artikel: "1"}]
      geldig: {van: 2020-01-01}
      wanneer: gehuwd en ander.leeftijd > 20
      gevolgen:
        - {kwalificeert: pr.partner, wie: ander, begripsfamilie: partner, werking: middelen}
"""
    book = world.load([reform(world, "proef2", changes)])
    rule = book.at(day("2020-01-01")).rules["pr.partner.gehuwd"]
    assert (rule.over, rule.norms[0].bearer) == ("paar", "ander")


def test_repeal_ends_a_rule_the_day_before(world: World) -> None:
    book = world.load([reform(world, "proef2", "  - {schrap: pr.uitsluiting}\n")])
    assert "pr.uitsluiting" in book.at(day("2019-12-31")).rules
    assert "pr.uitsluiting" not in book.at(day("2020-01-01")).rules
    assert book.at(day("2020-01-01")).rule("pr.uitsluiting") is None


def test_values_arelaid_over_the_base_by_date(world: World) -> None:
    changes = """\
  - parameter: pr.bedrag
    waarden:
      - {van: 2026-06-01, tot: 2026-06-30, waarde: 200, status: voorstel, bron: verzonnen}
      - {van: 2027-01-01, waarde: 300, status: voorstel, bron: verzonnen}
    bekend_tot: 2027-12-31
"""
    book = world.load([reform(world, "proef2", changes)])
    amounts = {
        d: value.waarde if (value := book.parameter("pr.bedrag", day(d))) else None
        for d in ("2026-05-31", "2026-06-01", "2026-06-30", "2026-07-01", "2026-12-31", "2027-01-01", "2028-01-01")
    }
    assert list(amounts.values()) == [120, 200, 200, 120, 120, 300, None]


def test_a_new_rule_hook_and_pattern(world: World) -> None:
    changes = """\
  - in: tegenproef
    over: persoon
    voeg_toe:
      regel: tp.nieuw
      titel: Nieuw
      grondslag: [{wet: voorstel_proef2, artikel: "1"}]
      geldig: {van: 2020-01-01}
      bepaalt: tp.getal
      waarde: leeftijd + 1
  - uitzondering:
      uitzondering: proef_nieuw
      titel: Nieuwe ruimte
      grondslag: [{wet: voorstel_proef2, artikel: "1"}]
      geldig: {van: 2020-01-01}
      trede: 5
      juridische_soort: binnenwettelijk
      bronlaag: beleidsregel
      modaliteit: kan
      beslisser: college
      sterkte: smal
      voorwaarden: []
      doet: [{zet_opzij: tp.nieuw}]
      tegenargument: Kan iedereen zeggen.
      status: voorstel
      bron: [{soort: beleid, verwijzing: verzonnen, status: verzonnen}]
"""
    book = world.load([reform(world, "proef2", changes)])
    assert book.regime_of("tp.nieuw") == "tegenproef"
    assert book.symbols.concept_type("tp.getal").kind == "getal"
    assert book.hooks["proef_nieuw"].doet[0].target == "tp.nieuw"
    spot = book.spot("regel", "tp.nieuw")
    assert spot is not None
    assert spot.file.endswith("proef2.yaml")


def test_two_overlays_may_not_touch_one_thing_on_one_day(world: World) -> None:
    one = reform(world, "een", "  - {schrap: pr.uitsluiting}\n", "{van: 2020-01-01, tot: 2020-12-31}")
    two = reform(world, "twee", "  - {schrap: pr.uitsluiting}\n", "{van: 2020-12-31}")
    with pytest.raises(RulebookError) as caught:
        world.load([one, two])
    (found,) = caught.value.problems
    assert (found.code, found.path) == ("R230", "wijzigt.0.schrap")
    assert found.file.endswith("twee.yaml")
    later = reform(world, "drie", "  - {schrap: pr.uitsluiting}\n", "{van: 2021-01-01}")
    assert world.load([one, later]).applied == ("een", "drie")


def test_each_alone_is_right_and_together_they_are_not(world: World) -> None:
    addition = """\
  - in: proef
    over: persoon
    voeg_toe:
      regel: pr.nieuw_{name}
      titel: Nieuw
      grondslag: [{{wet: voorstel_{name}, artikel: "1"}}]
      geldig: {{van: 2020-01-01}}
      bepaalt: pr.nieuw
      waarde: leeftijd
"""
    paths = [reform(world, name, addition.format(name=name)) for name in ("een", "twee")]
    for path in paths:
        assert world.load([path]).concepts["pr.nieuw"]
    assert [p.code for p in world.problems(paths)] == ["R130"]


def test_an_example_that_names_an_overlay_is_checked_with_it(world: World) -> None:
    world.swap(RULE_FILE, "gegeven: {leeftijd: 30, studie: vo}", "gegeven: {leeftijd: 30, studie: lts}")
    assert [p.code for p in world.problems()] == ["R192"]


def test_a_reform_that_breaks_a_reader_in_the_base_is_told(world: World) -> None:
    changes = NEW_NORM.format(id="pr.norm.gewoon", name="proef2", days="{van: 2020-01-01}")
    path = reform(world, "proef2", changes.replace("parameters.pr.bedrag * 2", "parameters.pr.leeftijd"))
    codes = {p.code for p in world.problems([path])}
    assert "R122" in codes


def test_facts_of_an_overlay_are_known_only_with_it(world: World) -> None:
    world.swap(
        OVERLAY_FILE,
        "wijzigt:\n",
        "feiten:\n  - {feit: pr.lokaal, over: persoon, soort: ja_nee, open_norm: ja, uit: oordelen, vraag: Zo?,"
        " waarom: Beleid., eigenaar: geen, aard: stand}\nwijzigt:\n",
    )
    book = world.load()
    assert "pr.lokaal" not in book.facts
    assert "pr.lokaal" in book.with_overlays(gemeente="GM0344").facts


DAYS = st.dates(min_value=dt.date(2018, 1, 1), max_value=dt.date(2019, 12, 31))


@st.composite
def validities(draw: st.DrawFn) -> Validity:
    first = draw(DAYS)
    last = draw(st.none() | st.dates(min_value=first, max_value=dt.date(2020, 6, 1)))
    return Validity.model_construct(van=first, tot=last)


@given(one=validities(), other=validities(), probe=DAYS)
def test_what_remains_is_every_day_outside(one: Validity, other: Validity, probe: dt.date) -> None:
    pieces = remaining(one, other)
    assert sum(piece.covers(probe) for piece in pieces) == (one.covers(probe) and not other.covers(probe))
    assert all(piece.van <= piece.last for piece in pieces)


@given(start=DAYS, length=st.integers(0, 400), probe=DAYS)
def test_a_valuelaid_over_wins_on_its_days_only(book: Rulebook, start: dt.date, length: int, probe: dt.date) -> None:
    base = book.parameters["pr.bedrag"]
    end = start + dt.timedelta(days=length)
    value = ParameterValue.model_construct(van=start, tot=end, waarde=Fraction(7), status="voorstel", bron="x")
    change = SetsParameter.model_construct(parameter="pr.bedrag", waarden=(value,), bekend_tot=end)
    found = spelled_out(laid_over(base, change)).on(probe)
    expected = base.on(probe) if not start <= probe <= end else value
    assert (found and found.waarde) == (expected and expected.waarde)
