# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""Keeps out what points to a person: citizen numbers, bank accounts, addresses to reach or visit somebody.

What has a fixed form is refused (:func:`identifying`). Names have none: :func:`likely_names` only warns,
and misses some.
"""

from __future__ import annotations

import re

_SIGN = re.compile(r"[\d@]")
_NINE = re.compile(r"(?<!\d)(?:\d{9}|\d{3}([. -])\d{3}\1\d{3}|\d{4}([. -])\d{2}\2\d{3})(?!\d)")
_IBAN = re.compile(r"(?<![A-Za-z0-9])([A-Za-z]{2}) ?(\d{2}(?: ?[A-Za-z0-9]){11,32})")
_IBAN_LENGTHS = {
    "NO": 15,
    "BE": 16,
    "DK": 18,
    "FI": 18,
    "NL": 18,
    "AT": 20,
    "EE": 20,
    "LT": 20,
    "LU": 20,
    "CH": 21,
    "HR": 21,
    "LV": 21,
    "BG": 22,
    "DE": 22,
    "GB": 22,
    "IE": 22,
    "RS": 22,
    "CZ": 24,
    "ES": 24,
    "RO": 24,
    "SE": 24,
    "SK": 24,
    "MA": 28,
    "PT": 25,
    "IS": 26,
    "TR": 26,
    "FR": 27,
    "GR": 27,
    "IT": 27,
    "AL": 28,
    "CY": 28,
    "HU": 28,
    "PL": 28,
}
_DUTCH_IBAN = re.compile(r"(?<![A-Za-z0-9])NL ?\d{2} ?[A-Z]{4}(?: ?\d){10}(?!\d)", re.IGNORECASE)
_EMAIL = re.compile(r"[^\s@<>(),;:]{1,64}@[^\s@<>(),;:]{1,255}\.[A-Za-z]{2,}")
_DATE = r"(?!\d{1,2}[-./ ]\d{1,2}[-./ ]\d{4})"
_PHONE = re.compile(
    rf"(?<![\d.,-])(?:{_DATE}(?:\+31|0031|\(?0)[ .-]?(?:\(0\))?[ .-]?[1-9](?:[ .-]?\)?[ .-]?\d){{8}}"
    r"|\+[1-9](?:[ .()-]?\d){8,13})(?!\d)"
)
_NUMBER_OF_HOUSE = r"\d{1,5} ?-?(?:[a-zA-Z]{1,3}|[IVX]+)?"
_POSTCODES = r"[1-9]\d{3}(?: [A-Z]{2}|[A-Za-z]{2})(?![A-Za-z])"
_BEFORE = re.compile(rf"(?<![\w-]){_NUMBER_OF_HOUSE}[ ,]{{1,3}}(?<![\d-])({_POSTCODES})")
_AFTER = re.compile(rf"(?<![\w-])({_POSTCODES})[ ,-]{{0,3}}(?:nr\.?|nummer|huisnummer)?[ ,]{{0,3}}\d{{1,5}}")
_YEAR_AND_LAW = re.compile(r"(?:19|20)\d\d (?:WW|ZW|PW|BW|EU|AO|ZZ)\Z")


def passes_eleven_test(digits: str) -> bool:
    """Whether nine digits can be a burgerservicenummer: the weighted sum is a multiple of eleven."""
    total = sum(weight * int(digit) for weight, digit in zip((9, 8, 7, 6, 5, 4, 3, 2, -1), digits, strict=True))
    return total % 11 == 0 and digits != "000000000"


def _is_account(country: str, rest: str) -> bool:
    """Whether the text begins with an account number of that country: its length, and a remainder of 1 by 97."""
    code = (country + rest.replace(" ", "")).upper()
    code = code[: _IBAN_LENGTHS.get(country.upper(), 0)]
    return bool(code) and int("".join(str(int(sign, 36)) for sign in code[4:] + code[:4])) % 97 == 1


def identifying(text: str) -> tuple[str, str] | None:
    """The code and the Dutch sentence of what in a text points to a person, or ``None``."""
    if len(text) < 6 or not _SIGN.search(text):
        return None
    if any(passes_eleven_test(re.sub(r"\D", "", found[0])) for found in _NINE.finditer(text)):
        return "H070", "dit lijkt een burgerservicenummer; haal het weg."
    if _DUTCH_IBAN.search(text) or any(_is_account(*found.groups()) for found in _IBAN.finditer(text)):
        return "H071", "dit lijkt een rekeningnummer; haal het weg."
    if "@" in text and _EMAIL.search(text):
        return "H072", "dit lijkt een e-mailadres; haal het weg."
    if _PHONE.search(text):
        return "H073", "dit lijkt een telefoonnummer; haal het weg."
    if any(not _YEAR_AND_LAW.match(found[1]) for form in (_BEFORE, _AFTER) for found in form.finditer(text)):
        return "H074", "dit lijkt een postcode met huisnummer; haal het weg."
    return None


_TITLE = re.compile(
    r"\b(?:[Mm]evrouw|[Mm]eneer|[Dd]e heer|[Mm]w\.?|[Dd]hr\.?|[Mm]evr\.?|[Oo]ma|[Oo]pa|[Tt]ante|[Oo]om|[Dd]r\.|[Mm]r\."
    r"|heet|heten|genaamd|naam is)\s+(?:[A-Z]\.\s*)*(?:(?:van|de|der|den|ten|ter|el|al|ben)\s+)*[A-Z][a-zà-ÿ]+"
)
_INITIALS = re.compile(r"\b[A-Z]\.\s?(?:[A-Z]\.\s?)*(?:(?:van|de|der|den|ten|ter|el)\s+)*[A-Z][a-zà-ÿ]{2,}")
_JOINED = re.compile(r"\b[A-Z][a-zà-ÿ]+\s+(?:(?:van|de|der|den|ten|ter|el|al|ben|'t)\s+)+[A-Z][a-zà-ÿ]+")
_NAMES = (_TITLE, _INITIALS, _JOINED)
_CAPITAL = re.compile(r"(?<![.!?:;\"'(\n])(?<!^)\s+(?<![.!?:;] )([A-ZÀ-Ý][a-zà-ÿ]+)")
_STREET = re.compile(
    r"\b[A-ZÀ-Ý][A-Za-zà-ÿ-]*(?:straat|laan|weg|plein|gracht|kade|dijk|singel|steeg|hof|pad|plantsoen)\s+\d{1,5}\b"
)
_PLAIN = frozenset(
    "januari februari maart april mei juni juli augustus september oktober november december maandag dinsdag woensdag "
    "donderdag vrijdag zaterdag zondag nederland nederlands nederlandse europa europese rijk kamer dienst raad hoge "
    "centrale beroep afdeling bestuursrechtspraak staat nationale ombudsman ministerie wet besluit regeling".split()
)


def likely_names(text: str) -> set[str]:
    """The words of a text that may be names, in lower case; some are ordinary words written with a capital."""
    if text.islower():
        return set()
    last = (re.findall(r"[A-ZÀ-Ý][a-zà-ÿ]+", found[0])[-1] for form in _NAMES for found in form.finditer(text))
    inside = (found[1] for found in _CAPITAL.finditer(text))
    return {word.lower() for word in (*last, *inside)} - _PLAIN


def likely_address(text: str) -> bool:
    """Whether a text probably holds a street with a house number."""
    return bool(_STREET.search(text))
