# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""An expression read back as Dutch, for who knows the law and not the notation."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from language.expressions import Written, written
from samenloop.language import parse_expression
from samenloop.language.text import clause, dutch_number

LABELS = {
    "leeftijd": "de leeftijd",
    "ander.leeftijd": "de leeftijd van de ander",
    "p.leeftijd": "de leeftijd",
    "pw.pensioengerechtigd": "pensioengerechtigd",
    "pw.kostendelers": "het aantal kostendelers",
    "pw.kostendeler": "kostendeler",
    "pw.partner": "partner",
    "pw.partner_21": "de partner 21 jaar of ouder is",
    "pw.norm": "de norm",
    "pw.middelen": "de middelen",
    "pw.norm.gehuwden": "de gehuwdennorm",
    "parameters.pw.norm.gehuwden": "de gehuwdennorm",
    "parameters.pw.kostendeler.leeftijd": "de leeftijdsgrens",
    "toetsingsinkomen": "het toetsingsinkomen",
    "huur": "de huur",
    "deel": "het deel",
    "werkt": "werkt",
    "ziek": "ziek is",
    "verblijft": "het verblijf",
    "persoon": "deze persoon",
    "ander": "de ander",
    "p": "die persoon",
    "personen": "personen",
    "persoon.bezittingen_van": "de bezittingen",
    "b.telt_mee": "het meetelt",
    "b.waarde": "de waarde",
    "peildatum": "de peildatum",
    "geboren": "de geboortedag",
    "ingang": "de ingangsdag",
    "ontstaansdatum": "de dag waarop het recht ontstaat",
    "huurtoeslag": "huurtoeslag",
    "week_52": "52 weken per jaar",
}


def said(text: str) -> str:
    return clause(parse_expression(text), lambda name: LABELS.get(name, f"<{name}>"))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "leeftijd >= 21 en niet pw.pensioengerechtigd en pw.kostendelers > 0",
            "de leeftijd ten minste gelijk is aan 21 en niet pensioengerechtigd "
            "en het aantal kostendelers hoger is dan 0",
        ),
        (
            "aantal(p in personen waar p is pw.kostendeler van persoon) > 0",
            "(het aantal personen waarvoor geldt: die persoon kostendeler van deze persoon is) hoger is dan 0",
        ),
        (
            "naar(toetsingsinkomen, maand) + pw.middelen",
            "(het toetsingsinkomen, omgerekend per maand) plus de middelen",
        ),
        ("naar(huur, maand, week_52)", "de huur, omgerekend per maand (52 weken per jaar)"),
        ("laatste_dag(peildatum, jaar) + 1 jaar", "de laatste dag van het jaar van de peildatum plus 1 jaar"),
        ("eerste_dag(peildatum, week) - 2 weken", "de eerste dag van de week van de peildatum min 2 weken"),
        (
            "som(b in persoon.bezittingen_van waar b.telt_mee: b.waarde)",
            "de som van de waarde over de bezittingen waarvoor geldt: het meetelt",
        ),
        ("hoogste(p in personen: p.leeftijd)", "het hoogste van de leeftijd over personen"),
        ("laagste(p in personen: p.leeftijd)", "het laagste van de leeftijd over personen"),
        (
            "verblijft in ['woning', 'beschermd_wonen', 'opvang'] of werkt",
            "het verblijf gelijk is aan ‘woning’, ‘beschermd wonen’ of ‘opvang’ of werkt",
        ),
        ("verblijft in ['woning']", "het verblijf gelijk is aan ‘woning’"),
        ("niet verblijft in ['woning', 'opvang']", "het verblijf niet gelijk is aan ‘woning’ of aan ‘opvang’"),
        ("ander is geen pw.partner van persoon", "de ander geen partner van deze persoon is"),
        ("niet ander is pw.partner van persoon", "de ander geen partner van deze persoon is"),
        ("niet ander is geen pw.partner van persoon", "de ander partner van deze persoon is"),
        (
            "afronden(50% * parameters.pw.norm.gehuwden, 0.01, rekenkundig)",
            "(50 % maal de gehuwdennorm), afgerond op de gewone manier op 0,01",
        ),
        ("afronden(huur, 1, omhoog)", "de huur, afgerond naar boven op 1"),
        ("afronden(huur, 5, omlaag)", "de huur, afgerond naar beneden op 5"),
        ("max(0, pw.norm - pw.middelen)", "het hoogste van 0 en (de norm min de middelen)"),
        ("min(huur, pw.norm, pw.middelen)", "het laagste van de huur, de norm en de middelen"),
        ("2 * max(huur, 0)", "2 maal (het hoogste van de huur en 0)"),
        ("pw.norm - pw.middelen + huur", "de norm min de middelen plus de huur"),
        ("pw.norm - (pw.middelen + huur)", "de norm min (de middelen plus de huur)"),
        ("(pw.norm - huur) * deel", "(de norm min de huur) maal het deel"),
        ("pw.norm / 2 - huur", "(de norm gedeeld door 2) min de huur"),
        ("-huur", "min de huur"),
        ("-(huur + pw.norm)", "min (de huur plus de norm)"),
        ("als leeftijd < 23 dan 1 anders 2", "als de leeftijd lager is dan 23: 1, en anders 2"),
        ("deel * (als werkt dan huur anders 0)", "het deel maal (als werkt: de huur, en anders 0)"),
        ("als werkt dan waar anders onwaar", "als werkt: altijd, en anders nooit"),
        ("werkt en (ziek of pw.partner_21)", "werkt en (ziek is of de partner 21 jaar of ouder is)"),
        ("werkt en ziek of pw.partner_21", "(werkt en ziek is) of de partner 21 jaar of ouder is"),
        ("werkt en niet ziek", "werkt en niet ziek is"),
        ("niet (werkt en ziek)", "niet geldt: (werkt en ziek is)"),
        ("niet niet werkt", "werkt"),
        ("niet leeftijd < 18", "de leeftijd ten minste gelijk is aan 18"),
        ("niet leeftijd = 18", "de leeftijd niet gelijk is aan 18"),
        ("leeftijd <= 18", "de leeftijd hoogstens gelijk is aan 18"),
        ("leeftijd != 18", "de leeftijd niet gelijk is aan 18"),
        ("werkt = waar", "werkt wel klopt"),
        ("werkt != waar", "werkt niet klopt"),
        ("werkt = onwaar", "werkt niet klopt"),
        ("peildatum >= ingang", "de peildatum op of na de ingangsdag ligt"),
        ("peildatum < 2026-01-01", "de peildatum vóór 01-01-2026 ligt"),
        ("geboren + 21 jaar > ingang", "de geboortedag plus 21 jaar na de ingangsdag ligt"),
        (
            "ingang <= eerste_dag(geboren, kwartaal)",
            "de ingangsdag op of vóór de eerste dag van het kwartaal van de geboortedag ligt",
        ),
        ("niet peildatum < 2026-01-01", "de peildatum op of na 01-01-2026 ligt"),
        ("peildatum = 2026-01-01", "de peildatum gelijk is aan 01-01-2026"),
        ("ontstaansdatum > geboren", "de dag waarop het recht ontstaat na de geboortedag ligt"),
        ("jaren_tussen(geboren, peildatum)", "het aantal hele jaren van de geboortedag tot de peildatum"),
        ("maanden_tussen(geboren, peildatum)", "het aantal hele maanden van de geboortedag tot de peildatum"),
        ("jaar_van(peildatum)", "het jaar van de peildatum"),
        ("recht(huurtoeslag)", "er recht is op huurtoeslag"),
        ("niet recht(huurtoeslag, ander)", "niet geldt: er recht is op huurtoeslag van de ander"),
        ("betaald(huurtoeslag, ander)", "huurtoeslag van de ander loopt"),
        ("hoogte(huurtoeslag)", "de hoogte van huurtoeslag"),
        ("meegeteld(inkomen)", "het inkomen dat meetelt"),
        ("meegeteld(vermogen, ander)", "het vermogen van de ander dat meetelt"),
        ("vorige_periode(pw.norm)", "de norm in de vorige periode"),
        (
            "bestaat(p in personen waar p.leeftijd < 18)",
            "er onder personen ten minste één is waarvoor geldt: de leeftijd lager is dan 18",
        ),
        (
            "niet bestaat(p in personen waar p.leeftijd < 18)",
            "er onder personen niet één is waarvoor geldt: de leeftijd lager is dan 18",
        ),
        ("bestaat(p in personen)", "er onder personen ten minste één is"),
        ("elk(p in personen waar p.leeftijd < 18)", "voor elk van personen geldt: de leeftijd lager is dan 18"),
        (
            "bestaat(p in personen waar p.leeftijd < 18) en werkt",
            "(er onder personen ten minste één is waarvoor geldt: de leeftijd lager is dan 18) en werkt",
        ),
        ("huur > 1234", "de huur hoger is dan 1.234"),
        ("deel > 2.5%", "het deel hoger is dan 2,5 %"),
    ],
)  # fmt: skip
def test_sentences(text: str, expected: str) -> None:
    assert said(text) == expected


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        ("0", "0"), ("7", "7"), ("-7", "-7"), ("1000", "1.000"), ("1234567.5", "1.234.567,5"), ("0.01", "0,01"),
        ("-0.25", "-0,25"), ("10.10", "10,1"), ("1/3", "0,333333"), ("2/3", "0,666667"), ("-1/3", "-0,333333"),
        ("1/10000000", "0"), ("-1/10000000", "0"), ("12345678901234567890.01", "12.345.678.901.234.567.890,01"),
        ("999.9999999", "1.000"), ("100", "100"),
    ],
)  # fmt: skip
def test_numbers_the_dutch_way(number: str, expected: str) -> None:
    assert dutch_number(Fraction(number)) == expected


@settings(max_examples=120, deadline=None)
@given(st.sampled_from(["ja_nee", "bedrag", "getal", "datum", "keuze"]).flatmap(written))
def test_every_expression_can_be_said_and_says_every_name(made: Written) -> None:
    expression = parse_expression(made.text)
    names: list[str] = []

    def label(name: str) -> str:
        names.append(name)
        return f"«{name}»"

    words = clause(expression, label)
    assert all(f"«{name}»" in words for name in names)
    assert words.count("(") == words.count(")")
    assert "  " not in words
    assert not any(sign in words for sign in ("<", ">", "=", "None", "_tussen", "Fraction"))


@settings(max_examples=60, deadline=None)
@given(written("ja_nee"))
def test_saying_not_twice_says_nothing_more(made: Written) -> None:
    twice = clause(parse_expression(f"niet (niet ({made.text}))"), str)
    assert twice == clause(parse_expression(made.text), str)
