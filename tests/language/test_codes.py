# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""Every mistake in an expression has a code, a place and, where a near word exists, a hint; no code goes without."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import samenloop.language
from language.small_world import problems, scope
from samenloop.language import ExpressionSyntaxError, TypeProblem, infer, parse_expression
from samenloop.language.parse import MAX_LENGTH

# (code, text, offset, part of the hint)
UNREADABLE: list[tuple[str, str, int, str]] = [
    ("X001", "a + " * 1000 + "abcde", MAX_LENGTH, ""),
    ("X001", "niet " * 60 + "a", 300, ""),
    ("X001", "peildatum + 100000 dagen", 12, ""),
    ("X002", "", 0, ""),
    ("X002", "   \n", 0, ""),
    ("X002", "# alleen dit", 12, ""),
    ("X002", "a +", 3, ""),
    ("X002", "a en  ", 4, ""),
    ("X002", "(a + b", 6, ""),
    ("X002", "als a dan b", 11, ""),
    ("X002", "min(a, b", 8, ""),
    ("X003", "a == b", 2, "Schrijf ="),
    ("X003", "a <> b", 2, "Schrijf !="),
    ("X003", "a => b", 2, "Schrijf >="),
    ("X003", "a =< b", 2, "Schrijf <="),
    ("X003", "a ≤ b", 2, "Schrijf <="),
    ("X003", "a ≥ b", 2, "Schrijf >="),
    ("X003", "a ≠ b", 2, "Schrijf !="),
    ("X003", "a & b", 2, "'en'"),
    ("X003", "a && b", 2, "'en'"),
    ("X003", "a || b", 2, "'of'"),
    ("X003", "!a", 0, "'niet'"),
    ("X003", "a ** 2", 2, "vermenigvuldig"),
    ("X003", "a ^ 2", 2, "vermenigvuldig"),
    ("X003", "a × b", 2, "Schrijf *"),
    ("X003", "a – b", 2, "Schrijf -"),
    ("X003", 'a = "b"', 4, "enkele"),
    ("X003", "a = ‘b’", 4, "enkele"),
    ("X003", "a\N{NO-BREAK SPACE}+ b", 1, "spatie"),
    ("X003", "a > € 12", 4, "laws/"),
    ("X003", "a; b", 1, ""),
    ("X003", "a < b < c", 6, "'en'"),
    ("X003", "a = b = c", 6, "'en'"),
    ("X003", "a != b != c", 7, "'en'"),
    ("X003", "a = b en c < d < e", 15, "'en'"),
    ("X003", "Leeftijd > 21", 0, ""),
    ("X003", "leefTijd > 21", 4, ""),
    ("X003", "a = 'zonder einde", 4, ""),
    ("X003", "a b", 2, ""),
    ("X003", "a > 21 b", 7, ""),
    ("X003", "(a))", 3, ""),
    ("X003", "a + * b", 4, ""),
    ("X003", "a en en b", 5, ""),
    ("X003", "a > 0,5", 5, "parameter"),
    ("X003", "a > 10,05", 6, "parameter"),
    ("X003", ".5", 0, ""),
    ("X003", "a[0]", 1, ""),
    ("X003", "a in []", 6, ""),
    ("X003", "min()", 4, ""),
    ("X003", "aantal(personen)", 15, ""),
    ("X003", "som(p in personen)", 17, ""),
    ("X003", "waar (a)", 5, ""),
    ("X003", "a.1", 2, ""),
    ("X003", "٣ + 1", 0, ""),
    ("X003", "a\x00b", 1, ""),
    ("X003", "a = '\n'", 4, ""),
    ("X004", "peildatum > 2026-02-30", 12, ""),
    ("X004", "2025-02-29", 0, ""),
    ("X004", "0000-01-01", 0, ""),
    ("X004", "2026-13-01", 0, ""),
    ("X005", "afrond(a, 1, omhoog)", 0, "'afronden'"),
    ("X005", "a + jaren_tusen(b, c)", 4, "'jaren_tussen'"),
    ("X005", "iets_anders(a)", 0, ""),
    ("X005", "zonder_gelijke  (a)", 0, ""),
]


@pytest.mark.parametrize(("code", "text", "offset", "hint"), UNREADABLE, ids=lambda x: str(x)[:30])
def test_what_is_no_expression(code: str, text: str, offset: int, hint: str) -> None:
    with pytest.raises(ExpressionSyntaxError) as caught:
        parse_expression(text)
    error = caught.value
    assert (error.code, error.offset) == (code, offset)
    assert hint in error.hint
    assert bool(hint) == bool(error.hint)
    assert error.message.endswith(".")


def one(text: str, unit: str = "persoon", wanted: str | None = None) -> TypeProblem:
    found = infer(parse_expression(text), scope(unit), wanted)[1]
    assert len(found) == 1, found
    return found[0]


# (code, text, offset, part of the hint)
WRONG: list[tuple[str, str, int, str]] = [
    ("T001", "niet leeftijd", 5, ""),
    ("T001", "werkt en leeftijd", 9, ""),
    ("T001", "leeftijd of werkt", 0, ""),
    ("T001", "als leeftijd dan 1 anders 2", 4, ""),
    ("T001", "-werkt", 1, ""),
    ("T001", "min(werkt, leeftijd)", 4, ""),
    ("T001", "afronden(geboren, 1, omhoog)", 9, ""),
    ("T001", "naar(leeftijd, maand)", 5, ""),
    ("T001", "jaren_tussen(geboren, leeftijd)", 22, ""),
    ("T001", "jaar_van(leeftijd)", 9, ""),
    ("T001", "eerste_dag(leeftijd, maand)", 11, ""),
    ("T001", "aantal(p in personen waar p.leeftijd)", 26, ""),
    ("T001", "som(p in personen: p.werkt)", 19, ""),
    ("T001", "som(p in personen: p.geboren)", 19, ""),
    ("T001", "leeftijd is zelf.partner van persoon", 0, ""),
    ("T001", "recht(hulp, leeftijd)", 12, ""),
    ("T002", "leeftijd > 0.5", 11, "parameter"),
    ("T002", "leeftijd > 0.01", 11, "parameter"),
    ("T003", "leeftyd > 21", 0, "'leeftijd'"),
    ("T003", "parameters.zelf.grenss > inkomen", 0, "'zelf.grens'"),
    ("T003", "persoon.thuis.huurr > inkomen", 0, "'huur'"),
    ("T003", "huur > inkomen", 0, ""),
    ("T003", "aanvraagdatum > geboren", 0, ""),
    ("T003", "persoon.bewoners.leeftijd > 3", 0, ""),
    ("T003", "thuis.bewoners.leeftijd > 3", 0, ""),
    ("T003", "aantal(p in mensen) > 0", 12, ""),
    ("T003", "parameters > 3", 0, ""),
    ("T004", "personen = persoon", 0, ""),
    ("T004", "som(p in persoon: p.inkomen) > 0", 9, ""),
    ("T004", "aantal(p in leeftijd) > 0", 12, ""),
    ("T005", "werkt < ziek", 0, ""),
    ("T005", "bron > 'loon'", 0, ""),
    ("T005", "persoon >= persoon", 0, ""),
    ("T005", "wachttijd < 4 weken", 0, ""),
    ("T006", "inkomen + jaarloon", 0, "naar(...)"),
    ("T006", "inkomen > spaargeld", 0, "naar(...)"),
    ("T006", "min(inkomen, jaarloon)", 13, "naar(...)"),
    ("T006", "als werkt dan inkomen anders jaarloon", 0, "naar(...)"),
    ("T006", "inkomen in [0, jaarloon]", 15, "naar(...)"),
    ("T006", "parameters.zelf.grens + spaargeld", 0, "naar(...)"),
    ("T006", "leeftijd = geboren", 0, ""),
    ("T006", "inkomen > 12", 0, ""),
    ("T006", "geboren > 0", 0, ""),
    ("T006", "werkt = 'ja'", 0, ""),
    ("T006", "persoon = thuis", 0, ""),
    ("T007", "bron = 'lon'", 7, "'loon'"),
    ("T007", "'gen' = bron", 0, "'geen'"),
    ("T007", "bron in ['loon', 'winst']", 17, ""),
    ("T008", "persoon is zelf.partnr van persoon", 11, "'zelf.partner'"),
    ("T008", "persoon is zelf.partner", 0, ""),
    ("T008", "thuis is zelf.partner van persoon", 0, ""),
    ("T008", "persoon is zelf.partner van thuis", 28, ""),
    ("T008", "persoon is zelf.sociaal", 0, ""),
    ("T009", "werkt + 1", 0, ""),
    ("T009", "geboren + 1", 0, ""),
    ("T009", "1 + geboren", 4, ""),
    ("T009", "geboren - geboren", 0, ""),
    ("T009", "4 weken + geboren", 0, ""),
    ("T009", "geboren * 2", 0, ""),
    ("T009", "inkomen * inkomen", 0, ""),
    ("T009", "12 / parameters.zelf.grens", 0, ""),
    ("T010", "leeftijd / 0", 11, "bereik"),
    ("T010", "leeftijd / saldo", 11, "bereik"),
    ("T010", "leeftijd / (saldo - 1)", 12, "bereik"),
    ("T010", "inkomen / aantal(p in personen)", 10, "bereik"),
    ("T010", "leeftijd / min(saldo, 1)", 11, "bereik"),
    ("T011", "afronden(inkomen, 1)", 0, ""),
    ("T011", "min(inkomen)", 0, ""),
    ("T011", "jaar_van(geboren, geboren)", 0, ""),
    ("T011", "naar(inkomen)", 0, ""),
    ("T011", "recht(hulp, persoon, persoon)", 0, ""),
    ("T012", "afronden(inkomen, 1, gewoon)", 21, ""),
    ("T012", "afronden(inkomen, 1, omhog)", 21, "'omhoog'"),
    ("T012", "afronden(inkomen, 0, omhoog)", 18, ""),
    ("T012", "afronden(inkomen, parameters.zelf.grens, omhoog)", 18, ""),
    ("T012", "naar(inkomen, maanden)", 14, "'maand'"),
    ("T012", "naar(inkomen, week, week_53)", 20, "'week_52'"),
    ("T012", "eerste_dag(geboren, vier_weken)", 20, ""),
    ("T012", "recht(hulpp)", 6, "'hulp'"),
    ("T012", "betaald('hulp')", 8, ""),
    ("T012", "meegeteld(inkomsten) > 0", 10, "'inkomen'"),
    ("T012", "vorige_periode(zelf.drachkracht)", 15, "'zelf.draagkracht'"),
    ("T012", "recht(hulp, thuis)", 12, ""),
    ("T013", "naar(inkomen, week)", 0, ""),
    ("T013", "naar(spaargeld, maand)", 0, ""),
    ("T013", "naar(jaarloon, week, maand_jaar)", 0, ""),
]


@pytest.mark.parametrize(("code", "text", "offset", "hint"), WRONG, ids=lambda x: str(x)[:40])
def test_what_does_not_fit(code: str, text: str, offset: int, hint: str) -> None:
    found = one(text)
    assert (found.code, found.offset) == (code, offset)
    assert hint in found.hint
    assert bool(hint) == bool(found.hint)
    assert found.message.endswith(".")


def test_every_code_in_the_source_is_shown_above() -> None:
    folder = Path(samenloop.language.__file__).parent
    used = {code for path in folder.glob("*.py") for code in re.findall(r'"([A-Z][0-9]{3})"', path.read_text("utf-8"))}
    assert used == {code for code, *_ in (*UNREADABLE, *WRONG)}
    assert used == {f"X{i:03}" for i in range(1, 6)} | {f"T{i:03}" for i in range(1, 14)}


def test_all_problems_are_told_at_once_and_each_at_its_place() -> None:
    text = "leeftyd > 21 en inkomen > jaarloon en bron = 'lon' en niet (saldo + 1)"
    assert problems(text) == ["T003@0", "T006@16", "T007@45", "T001@60"]


def test_one_mistake_is_told_once() -> None:
    assert problems("naam + 1 > 2 en niet (naam * inkomen > 3)") == ["T003@0", "T003@22"]
    assert problems("afronden(naam, 1, omhoog) + inkomen") == ["T003@9"]
    assert problems("als naam dan naam anders inkomen") == ["T003@4", "T003@13"]


def test_the_wanted_kind_is_told_in_words() -> None:
    assert problems("leeftijd", wanted="ja_nee") == ["T001@0"]
    assert one("leeftijd", wanted="ja_nee").message == "dit is een getal; verwacht ja of nee."
    assert one("werkt", wanted="getal").message == "dit is ja of nee; verwacht een getal."
    assert one("inkomen", wanted="datum").message == "dit is een bedrag (eur/maand); verwacht een datum."
    assert one("thuis", wanted="ja_nee").message == "dit is een woning; verwacht ja of nee."
    assert problems("0", wanted="bedrag") == problems("0", wanted="getal") == []
    assert problems("12", wanted="bedrag") == ["T001@0"]
    assert problems("naam", wanted="ja_nee") == ["T003@0"]
    assert one("naar(12, maand)").message == "dit is een getal; verwacht een bedrag."
    assert one("leeftijd is zelf.partner van persoon").message == "dit is een getal; verwacht een eenheid."


def test_a_unit_is_named_when_a_fact_belongs_to_another() -> None:
    assert "hoort bij woning" in one("huur > inkomen").message
    assert "hoort bij persoon" in one("leeftijd > 1", unit="paar").message
    assert "gaat uit van woning" in one("bewoners.leeftijd > 1").message


def test_a_message_never_repeats_the_text_it_is_about() -> None:
    for _, text, _, _ in UNREADABLE:
        with pytest.raises(ExpressionSyntaxError) as caught:
            parse_expression(text)
        assert str(caught.value) == caught.value.message
