# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""What points to a person is refused; ordinary facts are not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samenloop.domain.identity import identifying, likely_address, likely_names, passes_eleven_test


@pytest.mark.parametrize("digits", ["111222333", "123456782", "010464554", "999999990"])
def test_eleven_test_accepts(digits: str) -> None:
    assert passes_eleven_test(digits)


@pytest.mark.parametrize("digits", ["123456789", "111222334", "000000000"])
def test_eleven_test_refuses(digits: str) -> None:
    assert not passes_eleven_test(digits)


@given(st.integers(1, 99_999_999), st.integers(1, 9))
def test_one_wrong_digit_fails_the_eleven_test(number: int, step: int) -> None:
    start = f"{number:08d}"
    rest = sum((9 - i) * int(digit) for i, digit in enumerate(start)) % 11
    if rest < 10:
        good = f"{start}{rest}"
        assert passes_eleven_test(good)
        for place in range(9):
            bad = good[:place] + str((int(good[place]) + step) % 10) + good[place + 1 :]
            assert not passes_eleven_test(bad)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("123456782", "H070"),
        ("bsn:123456782.", "H070"),
        ("123.456.782", "H070"),
        ("1234 56 782", "H070"),
        ("a123456782b", "H070"),
        ("NL91ABNA0417164300", "H071"),
        ("nl91 abna 0417 1643 00", "H071"),
        ("NL00 ABNA 0417 1643 00", "H071"),
        ("BE68 5390 0754 7034", "H071"),
        ("DE89370400440532013000", "H071"),
        ("a.b-c@voorbeeld.nl", "H072"),
        ("<iemand@mail.voorbeeld.org>", "H072"),
        ("06-12345678", "H073"),
        ("06 12 34 56 78", "H073"),
        ("0612345678", "H073"),
        ("+31 6 12345678", "H073"),
        ("0031612345678", "H073"),
        ("+31(0)6-12345678", "H073"),
        ("030-1234567", "H073"),
        ("(030) 1234567", "H073"),
        ("+32 475 12 34 56", "H073"),
        ("1234 AB 12", "H074"),
        ("1234AB, 12", "H074"),
        ("1234ab 12", "H074"),
        ("12, 1234 AB", "H074"),
        ("12a 1234AB", "H074"),
        ("1234 AB nr. 5", "H074"),
        ("1234 AB huisnummer 5", "H074"),
    ],
)
def test_refused(text: str, code: str) -> None:
    for around in (text, f"zie {text} voor meer", f"zie: ({text})"):
        found = identifying(around)
        assert found is not None and found[0] == code, around


@pytest.mark.parametrize(
    "text",
    [
        "123456789",
        "1234567820",
        "9123456782",
        "712.00",
        "2018-04-01",
        "01-04-2018 10 uur",
        "01-04-2018 tot 01-05-2018",
        "van 2018-04-01 tot 2019-04-01",
        "2018 WW 12 maanden",
        "in 2018 in 12 stappen",
        "4781.30",
        "GM0344",
        "ECLI:NL:CRVB:2016:3873",
        "BWBR0015703",
        "1000 EUR",
        "0,50 per dag",
        "1234 AB",
        "80 uur in 1000 dagen",
        "ZW, WIA en WW",
        "10 tot 20 procent",
        "artikel 7:252 lid 1",
    ],
)
def test_ordinary(text: str) -> None:
    assert identifying(text) is None


KNOWN = {"participatiewet", "wmo", "uwv"}


@pytest.mark.parametrize(
    "text",
    [
        "mevrouw Jansen belt",
        "Dhr. de Wit belt",
        "de heer J. Bakker",
        "gesproken met A.B. Smit",
        "Jan de Boer belde",
        "volgens Fatima klopt het",
        "zij heet Noor",
        "haar broer Mo en zus",
    ],
)
def test_likely_names(text: str) -> None:
    assert likely_names(text) - KNOWN


@pytest.mark.parametrize(
    "text",
    [
        "In dit huis blijven wonen.",
        "Rust. Werk vinden. Schulden weg",
        "de Participatiewet en de Wmo zijn hard",
        "UWV en CAK bellen niet terug",
        "sinds Januari geen geld",
        "mevrouw wil naar huis",
        "De Nationale ombudsman schreef erover",
        'Wens: "Weer op eigen benen staan"',
        "eerst dit: Dan dat",
    ],
)
def test_no_names(text: str) -> None:
    assert not likely_names(text) - KNOWN


def test_addresses() -> None:
    assert likely_address("terug naar de Dorpsstraat 12") and likely_address("Van-Goghlaan 3")
    assert not likely_address("verhuist naar een andere straat 3 keer") and not likely_address("Dorpsstraat")
