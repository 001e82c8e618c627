# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""The 48 documented households load, and say what they should say."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from pydantic import ValidationError

from samenloop.domain import UNKNOWN, Day, Loaded, Range, read_household
from samenloop.errors import InputError
from samenloop.vocabulary import Vocabulary

DATA = Path(__file__).parent / "data"
FILES = sorted(DATA.glob("*.yaml"))
Load = Callable[[str], Loaded]

START = "schema: 1\nhuishouden: proef\npeildatum: 2018-04-01\n"


def test_there_are_forty_eight() -> None:
    assert len(FILES) == 48


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_documented_household_loads_without_a_warning(path: Path, vocabulary: Vocabulary) -> None:
    loaded = read_household(path, vocabulary)
    assert loaded.warnings == ()
    assert path.stem.endswith(loaded.household.huishouden)
    assert loaded.household.applicants()
    assert loaded.household.herkomst is not None and loaded.household.herkomst is not UNKNOWN
    assert loaded.household.herkomst.werkelijkheid in ("gezin", "groep", "voorbeeld")


def test_rent_case(vocabulary: Vocabulary) -> None:
    house = read_household(DATA / "nl-001-ondiep-huurgrens.yaml", vocabulary).household
    assert house.version == 1 and house.peildatum == date(2018, 4, 1) and house.gemeente == "GM0344"
    (woman,) = house.personen
    assert woman.leeftijd == 46 and woman.arbeidsvermogen is UNKNOWN and woman.studie is None and woman.bewind == ()
    assert woman.verblijf and woman.verblijf.woning == "huis"
    (income,) = woman.income_entries() or ()
    assert (income.soort, income.bedrag, income.per, income.bruto) == ("zw", Decimal("1250.00"), "maand", True)
    assert income.van == Day(date(2018, 1, 1), date(2018, 1, 31)) and income.tot is None
    home = house.home("huis")
    assert home.kale_huur == Decimal("712.00") and home.subsidiabele_servicekosten == 0 and home.van is UNKNOWN
    assert home.hoofdbewoner is None and house.relaties == () and house.gebeurtenissen is None
    (bank,) = house.of("mevrouw", "vermogen")
    assert bank.waarde == Range(None, Decimal("3000.00"))
    (debt,) = house.of("mevrouw", "schulden")
    assert debt is house.debt("s_huur") and debt.bedrag is UNKNOWN and debt.achterstand_maanden == Range(1, None)
    assert [r.regeling for r in house.of("mevrouw", "regelingen")] == ["huurtoeslag", "zorgtoeslag"]
    assert house.oordelen == {} and house.onvolledig == ("schulden",)


def test_shelter_case(vocabulary: Vocabulary) -> None:
    house = read_household(DATA / "nl-041-vrouwenopvang.yaml", vocabulary).household
    mother = house.person("moeder")
    assert mother.leeftijd == Range(27, 45) and mother.zwanger_tot == Day(date(2017, 10, 1), date(2017, 10, 31))
    assert mother.verblijf and mother.verblijf.tijdelijk
    assert mother.verblijf.tijdelijk is not True and mother.verblijf.tijdelijk.oordeel == "ja"
    man = house.person("man")
    assert man.leeftijd is UNKNOWN and man.income_entries() == () and man.says_no_income()
    assert not mother.says_no_income() and house.person("kind1").income_entries() is None
    marriage = (house.relaties or ())[0]
    assert (marriage.van, marriage.naar) == ("moeder", "man")
    assert marriage.duurzaam_gescheiden and marriage.duurzaam_gescheiden is not True
    assert marriage.duurzaam_gescheiden.oordeel is UNKNOWN
    assert [len(house.of(who, "schulden")) for who in ("moeder", "man", "kind1")] == [1, 1, 0]
    assert house.oordelen and house.oordelen["pw.duurzaam_gescheiden_levend"].oordeel is UNKNOWN
    assert house.hulp and house.hulp.aantal is UNKNOWN and house.gemeente is UNKNOWN


def test_carer_case(vocabulary: Vocabulary) -> None:
    house = read_household(DATA / "nl-028-mantelzorg-dochter.yaml", vocabulary).household
    care = house.person("moeder").zorg
    assert care and care.behoeften and care.behoeften[0].omvang == 12 and care.behoeften[0].eenheid == "uren"
    (event,) = house.gebeurtenissen or ()
    assert (event.wie, event.status, event.details) == (
        ("dochter",),
        "overwogen",
        {"bij": "moeder", "om": "mantelzorg"},
    )
    assert house.schulden == () and house.kosten is None


def test_details_of_an_event_are_read_as_what_they_are(load: Load) -> None:
    house = load(
        START + "personen: [{id: a}]\ngebeurtenissen:\n"
        "  - {soort: baan, wie: a, details: {loon: {van: 185.01}, per: week, uren_per_week: onbekend}}\n"
        "  - {soort: detentie, wie: a, details: {tot: 2018-06}}\n"
        "  - {soort: einde_uitkering, wie: a, details: {regeling: huurtoeslag}}\n"
        "  - {soort: onbekend, details: {wat: dan ook}}\n"
    ).household
    job, prison, end, unknown = house.gebeurtenissen or ()
    assert job.details == {"loon": Range(Decimal("185.01"), None), "per": "week", "uren_per_week": UNKNOWN}
    assert prison.details == {"tot": Day(date(2018, 6, 1), date(2018, 6, 30))}
    assert end.details == {"regeling": "huurtoeslag"}
    assert unknown.soort is UNKNOWN and unknown.details == {"wat": "dan ook"}


def test_everything_optional_can_be_unknown(load: Load) -> None:
    keys = (
        "gemeente relaties woningen vermogen schulden dreigingen regelingen kosten gebeurtenissen hulp verhaal "
        "geprobeerd delen oordelen herkomst"
    ).split()
    house = load(START + "personen: [{id: a}]\n" + "".join(f"{key}: onbekend\n" for key in keys)).household
    assert all(getattr(house, key) is UNKNOWN for key in keys)
    assert house.of("a", "schulden") == () and house.of_nobody_known("schulden") == ()
    assert not house.is_complete("schulden")
    with pytest.raises(KeyError):
        house.home("huis")


def test_everything_of_a_person_can_be_unknown(person: Load) -> None:
    keys = (
        "aanvrager leeftijd geboortemaand dagen_tot_verjaardag zwanger_tot verblijf brp verblijfsrecht inkomen "
        "jaarinkomen arbeidsvermogen studie zorg zorgverzekering bewind huiselijk_geweld gedupeerde_toeslagen"
    ).split()
    (one,) = person(", ".join(f"{key}: onbekend" for key in keys)).household.personen
    assert all(getattr(one, key) is UNKNOWN for key in keys)
    assert one.income_entries() is UNKNOWN and not one.says_no_income()


def test_what_is_complete(load: Load) -> None:
    house = load(
        START + "personen:\n  - {id: a, inkomen: [], bewind: [{soort: curatele}], zorg: {ontvangt: []}}\n  - {id: b}\n"
        "schulden: [{id: s, soort: huur, beslag: []}]\nvermogen: []\nkosten: [{soort: school}]\n"
        "onvolledig: [kosten, personen.a.bewind]\n"
    ).household
    assert [house.is_complete(path) for path in ("personen", "schulden", "vermogen", "schulden.s.beslag")] == [True] * 4
    assert house.is_complete("personen.a.inkomen") and house.is_complete("personen.a.zorg.ontvangt")
    assert not house.is_complete("kosten") and not house.is_complete("personen.a.bewind")
    assert not house.is_complete("personen.b.inkomen") and not house.is_complete("personen.b.zorg.ontvangt")
    assert not house.is_complete("personen.a.zorg.behoeften") and not house.is_complete("relaties")
    for wrong in ("personen.c.inkomen", "sommen", "personen.a", "peildatum"):
        with pytest.raises(KeyError):
            house.is_complete(wrong)


def test_whose_an_entry_is(load: Load) -> None:
    entries = "schulden:\n  - {id: s, soort: huur}\n  - {id: t, soort: water, wie: a}\n"
    alone = load(START + "personen: [{id: a}]\n" + entries).household
    assert [d.id for d in alone.of("a", "schulden")] == ["s", "t"] and alone.of_nobody_known("schulden") == ()
    perhaps = load(START + "personen: [{id: a}]\nonvolledig: [personen]\n" + entries).household
    both = load(START + "personen: [{id: a}, {id: b}]\n" + entries).household
    for house in (perhaps, both):
        assert [d.id for d in house.of("a", "schulden")] == ["t"]
        assert [d.id for d in house.of_nobody_known("schulden")] == ["s"]


def test_a_household_cannot_be_changed(load: Load) -> None:
    house = load(START + "personen: [{id: a, leeftijd: 30}]\n").household
    with pytest.raises(ValidationError):
        house.personen[0].leeftijd = 31  # type: ignore[misc]


def test_a_warning_when_the_plan_is_for_nobody(load: Load) -> None:
    (warning,) = load(START + "personen: [{id: a, aanvrager: false}]\n").warnings
    assert (warning.code, warning.line) == ("H080", 4)


def test_a_source_may_name_a_place_or_an_institution(load: Load) -> None:
    text = (
        START
        + "personen: [{id: a, aanvrager: true}]\nherkomst: {bron: ['artikel over Ondiep door Sociaal Hospitaal']}\n"
    )
    assert load(text).warnings == ()


def test_windows_files_load(vocabulary: Vocabulary, tmp_path: Path) -> None:
    path = tmp_path / "huis.yaml"
    path.write_bytes(("\ufeff" + START + "personen: [{id: a, aanvrager: true}]\n").replace("\n", "\r\n").encode())
    assert read_household(path, vocabulary).warnings == ()


def test_a_wrong_file_name_is_said(vocabulary: Vocabulary, tmp_path: Path) -> None:
    with pytest.raises(InputError) as caught:
        read_household(tmp_path / "huis.yaml", vocabulary)
    assert caught.value.exit_code == 2 and str(tmp_path / "huis.yaml") in str(caught.value)
