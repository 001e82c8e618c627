# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""What an expression yields, what its names mean, and which names it reads."""

from __future__ import annotations

import pytest

from language.small_world import MONTHLY, STOCK, SYMBOLS, WORDS, YEARLY, problems, scope, type_of
from samenloop.language import Resolution, Scope, Type, infer, names_in, parse_expression
from samenloop.language import types as t

JA_NEE, NUMBER, DATE, ZERO = Type("ja_nee"), Type("getal"), Type("datum"), Type("nul")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("0", ZERO),
        ("12", NUMBER),
        ("40%", NUMBER),
        ("2026-01-01", DATE),
        ("4 weken", Type("duur")),
        ("'loon'", Type("tekst")),
        ("waar", JA_NEE),
        ("leeftijd", NUMBER),
        ("inkomen", MONTHLY),
        ("jaarloon", YEARLY),
        ("spaargeld", STOCK),
        ("bron", Type("keuze", choices=WORDS)),
        ("zelf.draagkracht", MONTHLY),
        ("zelf.plaatselijk", MONTHLY),
        ("parameters.zelf.ingang", DATE),
        ("peildatum", DATE),
        ("thuis", Type("ding", "woning")),
        ("persoon", Type("ding", "persoon")),
        ("thuis.huur", MONTHLY),
        ("persoon.thuis.huur", MONTHLY),
        ("thuis.huurder.leeftijd", NUMBER),
        ("niet werkt", JA_NEE),
        ("werkt en ziek of waar", JA_NEE),
        ("leeftijd >= 21", JA_NEE),
        ("bron in ['loon', 'geen']", JA_NEE),
        ("bron = bron", JA_NEE),
        ("persoon = thuis.huurder", JA_NEE),
        ("wachttijd = 4 weken", JA_NEE),
        ("persoon is zelf.partner van persoon", JA_NEE),
        ("thuis is geen zelf.sociaal", JA_NEE),
        ("inkomen + 0", MONTHLY),
        ("0 + inkomen", MONTHLY),
        ("0 - 0", ZERO),
        ("leeftijd - 1", NUMBER),
        ("-inkomen", MONTHLY),
        ("-0", ZERO),
        ("2 * inkomen", MONTHLY),
        ("inkomen * 40%", MONTHLY),
        ("inkomen * 0", MONTHLY),
        ("inkomen / 2", MONTHLY),
        ("inkomen / parameters.zelf.grens", NUMBER),
        ("leeftijd * saldo", NUMBER),
        ("leeftijd / 3", NUMBER),
        ("geboren + 21 jaar", DATE),
        ("geboren - 1 dag", DATE),
        ("geboren + wachttijd", DATE),
        ("peildatum + parameters.zelf.termijn", DATE),
        ("peildatum + (als werkt dan 4 weken anders 8 weken)", DATE),
        ("als werkt dan 0 anders inkomen", MONTHLY),
        ("als werkt dan inkomen anders 0", MONTHLY),
        ("als werkt dan 'loon' anders 'geen'", Type("tekst")),
        ("als werkt dan bron anders 'geen'", Type("keuze", choices=WORDS)),
        ("als werkt dan persoon anders thuis.huurder", Type("ding", "persoon")),
        ("min(0, inkomen, toelage)", MONTHLY),
        ("max(0, 0)", ZERO),
        ("max(geboren, peildatum)", DATE),
        ("afronden(jaarloon, 0.01, omlaag)", YEARLY),
        ("naar(jaarloon, maand)", MONTHLY),
        ("naar(inkomen, jaar)", YEARLY),
        ("naar(inkomen, week, week_52)", Type("bedrag", "eur/week")),
        ("naar(inkomen, maand)", MONTHLY),
        ("jaren_tussen(geboren, peildatum)", NUMBER),
        ("dagen_tussen(geboren, peildatum)", NUMBER),
        ("eerste_dag(peildatum, kwartaal)", DATE),
        ("laatste_dag(peildatum, jaar)", DATE),
        ("jaar_van(peildatum)", NUMBER),
        ("recht(hulp)", JA_NEE),
        ("betaald(hulp, thuis.huurder)", JA_NEE),
        ("hoogte(toeslag)", MONTHLY),
        ("meegeteld(inkomen)", MONTHLY),
        ("meegeteld(vermogen, persoon)", STOCK),
        ("vorige_periode(zelf.draagkracht)", MONTHLY),
        ("aantal(p in personen)", NUMBER),
        ("bestaat(p in thuis.bewoners waar p.werkt)", JA_NEE),
        ("elk(s in schulden_van waar s.winst > 0)", JA_NEE),
        ("som(s in persoon.schulden_van: s.winst)", STOCK),
        ("som(p in personen: 2 * p.inkomen)", MONTHLY),
        ("hoogste(p in personen waar p.werkt: p.geboren)", DATE),
        ("laagste(p in personen: p.leeftijd)", NUMBER),
        ("som(p in personen: aantal(q in p.thuis.bewoners waar q.leeftijd < p.leeftijd))", NUMBER),
    ],
)
def test_the_type_of_every_construct(text: str, expected: Type) -> None:
    assert type_of(text) == expected


@pytest.mark.parametrize(
    "divisor",
    ["2", "30%", "-3", "deler", "parameters.zelf.deel", "(deler * 2)", "(1 + aantal(p in personen))", "max(saldo, 1)",
     "(zelf.kostendelers + 1)", "(als werkt dan 2 anders deler)", "(-deler)", "(deler / 2)"],
)  # fmt: skip
def test_divisors_that_are_never_nothing(divisor: str) -> None:
    assert problems(f"inkomen / {divisor}") == []


@pytest.mark.parametrize(
    "divisor",
    ["0", "0%", "saldo", "(saldo + deler)", "(deler - 1)", "max(saldo, 0)", "min(saldo, 1)",
     "(als werkt dan 2 anders saldo)", "(1 - aantal(p in personen))", "aantal(p in personen)",
     "som(p in personen: p.deler)"],
)  # fmt: skip
def test_divisors_that_can_be_nothing(divisor: str) -> None:
    assert [problem.split("@")[0] for problem in problems(f"inkomen / {divisor}")] == ["T010"]


def test_what_is_known_of_a_number_is_no_part_of_its_identity() -> None:
    assert Type("bedrag", "eur", never_zero=True, never_negative=True) == Type("bedrag", "eur")
    assert hash(Type("getal", never_zero=True)) == hash(Type("getal"))


@pytest.mark.parametrize(
    ("text", "never_negative"),
    [
        ("toelage", True), ("inkomen", False), ("0", True), ("3", True), ("-3", False),
        ("toelage + leeftijd * toelage", True),
        ("toelage - toelage", False), ("max(inkomen, 0)", True), ("max(inkomen, inkomen)", False),
        ("min(toelage, 0)", True), ("min(toelage, inkomen)", False), ("toelage / 2", True), ("toelage / -2", False),
        ("toelage * -2", False), ("afronden(toelage, 1, omlaag)", True), ("afronden(inkomen, 1, omhoog)", False),
        ("naar(toelage, jaar)", True), ("als werkt dan toelage anders 0", True),
        ("als werkt dan toelage anders inkomen", False), ("som(p in personen: p.toelage)", True),
        ("hoogste(p in personen: p.inkomen)", False), ("aantal(p in personen)", True),
        ("dagen_tussen(geboren, peildatum)", False), ("hoogte(hulp)", False),
    ],
)  # fmt: skip
def test_signs(text: str, never_negative: bool) -> None:
    found = infer(parse_expression(text), scope())[0]
    assert found.never_negative is never_negative


@pytest.mark.parametrize(
    ("one", "other", "together"),
    [
        (MONTHLY, MONTHLY, True), (MONTHLY, YEARLY, False), (MONTHLY, ZERO, True), (NUMBER, ZERO, True),
        (ZERO, ZERO, True), (DATE, ZERO, False), (NUMBER, MONTHLY, False), (JA_NEE, JA_NEE, True),
        (Type("keuze", choices=("a",)), Type("keuze", choices=("b",)), True),
        (Type("keuze", choices=("a",)), Type("tekst"), True), (Type("tekst"), JA_NEE, False),
        (Type("ding", "woning"), Type("ding", "persoon"), False),
        (Type("ding", "woning"), Type("ding", "woning"), True),
        (t.BROKEN, DATE, True), (MONTHLY, t.BROKEN, True), (Type("duur"), DATE, False),
    ],
)  # fmt: skip
def test_what_fits_together(one: Type, other: Type, together: bool) -> None:
    assert t.fits(one, other) is t.fits(other, one) is together


def resolved(name: str, here: Scope) -> Resolution:
    found = here.resolve(tuple(name.split(".")))
    assert isinstance(found, Resolution), found
    return found


@pytest.mark.parametrize(
    ("name", "unit", "what", "start", "links", "id_"),
    [
        ("leeftijd", "persoon", "fact", "", (), "leeftijd"),
        ("persoon.leeftijd", "persoon", "fact", "persoon", (), "leeftijd"),
        ("zelf.draagkracht", "persoon", "concept", "", (), "zelf.draagkracht"),
        ("persoon.zelf.draagkracht", "persoon", "concept", "persoon", (), "zelf.draagkracht"),
        ("zelf.plaatselijk", "persoon", "open", "", (), "zelf.plaatselijk"),
        ("zelf.plaatselijk", "woning", "open", "", (), "zelf.plaatselijk"),
        ("parameters.zelf.grens", "woning", "parameter", "", (), "zelf.grens"),
        ("peildatum", "woning", "date", "", (), "peildatum"),
        ("thuis", "persoon", "start", "", ("thuis",), ""),
        ("thuis.huur", "persoon", "fact", "", ("thuis",), "huur"),
        ("thuis.huurder.thuis.huur", "persoon", "fact", "", ("thuis", "huurder", "thuis"), "huur"),
        ("huur", "woning", "fact", "", (), "huur"),
        ("woning.huur", "woning", "fact", "woning", (), "huur"),
        ("samenwonend", "paar", "fact", "", (), "samenwonend"),
        ("ander.leeftijd", "paar", "fact", "ander", (), "leeftijd"),
        ("persoon.thuis.huur", "paar", "fact", "persoon", ("thuis",), "huur"),
        ("ander", "paar", "start", "ander", (), ""),
        ("gezin.leden", "persoon", "collection", "gezin", ("leden",), "leden"),
        ("gezin.leden", "paar", "collection", "gezin", ("leden",), "leden"),
        ("personen", "schuld", "collection", "", (), "personen"),
        ("bewoners", "woning", "collection", "", ("bewoners",), "bewoners"),
        ("persoon.thuis.bewoners", "persoon", "collection", "persoon", ("thuis", "bewoners"), "bewoners"),
        ("huishouden", "persoon", "start", "huishouden", (), ""),
    ],
)
def test_what_a_name_means(name: str, unit: str, what: str, start: str, links: tuple[str, ...], id_: str) -> None:
    found = resolved(name, scope(unit))
    assert (found.what, found.start, found.links, found.id) == (what, start, links, id_)


@pytest.mark.parametrize(
    ("name", "unit"),
    [
        ("leeftijd", "paar"), ("leeftijd", "woning"), ("ander.leeftijd", "persoon"), ("gezin.leden", "woning"),
        ("persoon.samenwonend", "paar"), ("thuis.zelf.plaatselijk", "persoon"), ("woning.huur", "persoon"),
        ("leden", "persoon"), ("thuis.thuis", "persoon"), ("zelf.grens", "persoon"), ("parameters.leeftijd", "persoon"),
    ],
)  # fmt: skip
def test_what_a_name_does_not_mean(name: str, unit: str) -> None:
    assert isinstance(scope(unit).resolve(tuple(name.split("."))), tuple)


@pytest.mark.parametrize("day", sorted(t.ACCESS_DATES))
def test_days_of_an_application_exist_where_access_is_ruled(day: str) -> None:
    assert problems(f"{day} > peildatum") == ["T003@0"]
    assert problems(f"{day} > peildatum", access=True) == []


def test_a_loop_variable_goes_before_everything_else() -> None:
    inside = scope().binding("leeftijd", "schuld")
    assert resolved("leeftijd", inside).type == Type("ding", "schuld")
    assert resolved("leeftijd.winst", inside).start == "leeftijd"
    assert isinstance(inside.resolve(("leeftijd", "werkt")), tuple)
    assert resolved("leeftijd", scope()).what == "fact"


def test_a_loop_variable_is_gone_after_its_loop() -> None:
    assert problems("bestaat(p in personen waar p.werkt) en p.werkt") == ["T003@39"]
    assert problems("aantal(p in personen waar aantal(q in personen waar p = q) > 1 en q.werkt) > 0") == ["T003@66"]


def test_a_loop_over_what_does_not_exist_still_reads_its_inside() -> None:
    assert problems("som(p in mensen waar p.wrkt: p.inkomen)") == ["T003@9", "T003@21"]


def read(text: str, unit: str = "persoon") -> list[tuple[str, str]]:
    return sorted((name.dotted, found.what) for name, found, _ in names_in(parse_expression(text).root, scope(unit)))


def test_every_name_that_is_read_is_found_and_nothing_else() -> None:
    assert read("leeftijd > 21 en thuis.huur < parameters.zelf.grens of peildatum > geboren") == [
        ("geboren", "fact"),
        ("leeftijd", "fact"),
        ("parameters.zelf.grens", "parameter"),
        ("peildatum", "date"),
        ("thuis.huur", "fact"),
    ]


def test_roles_words_and_unknown_names_are_no_names_that_are_read() -> None:
    assert read("persoon is zelf.partner van thuis.huurder") == [("persoon", "start"), ("thuis.huurder", "start")]
    assert read("afronden(naar(inkomen, jaar, maand_jaar), 1, omhoog)") == [("inkomen", "fact")]
    assert read("recht(hulp, persoon) en meegeteld(inkomen) > 0") == [("persoon", "start")]
    assert read("eerste_dag(geboren, maand) < laatste_dag(peildatum, jaar)") == [
        ("geboren", "fact"),
        ("peildatum", "date"),
    ]
    assert read("vorige_periode(zelf.draagkracht)") == []
    assert read("bestaat_niet + leeftijd") == [("leeftijd", "fact")]


def test_names_in_a_loop_are_read_with_the_loop_in_force() -> None:
    text = "som(s in schulden_van waar s.winst > spaargeld: s.restschuld)"
    found = {name.dotted: (what, here) for name, what, here in names_in(parse_expression(text).root, scope())}
    assert set(found) == {"schulden_van", "s.winst", "spaargeld", "s.restschuld"}
    assert found["s.winst"][0].unit == "schuld"
    assert found["s.winst"][1].bound == {"s": "schuld"}
    assert found["schulden_van"][1].bound == {}


def test_a_name_means_the_same_wherever_its_text_stands() -> None:
    places = [name.start for name, _, _ in names_in(parse_expression("leeftijd + leeftijd").root, scope())]
    assert sorted(places) == [0, 11]
    assert SYMBOLS.facts["leeftijd"][1].never_negative


def test_types_in_words() -> None:
    assert str(MONTHLY) == "een bedrag (eur/maand)"
    assert str(Type("bedrag")) == "een bedrag"
    assert str(Type("verzameling", "persoon")) == "meer dan één persoon"
    assert {str(Type(kind)) for kind in ("datum", "duur", "keuze", "tekst", "nul", "fout")} == {
        "een datum", "een termijn", "een keuze", "een tekst", "nul", "onbekend",
    }  # fmt: skip
