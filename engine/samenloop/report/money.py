# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""How numbers are written: amounts as text with two decimals (JSON) and the Dutch way (``€ 1.234,56``).

Evaluations hold exact fractions of a euro. Rounding here is for reading only: half a cent goes up, away from zero.
"""

from __future__ import annotations

import datetime as dt
from fractions import Fraction
from math import floor

CENTS = 100
_MONTHS = (
    "januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november",
    "december",
)  # fmt: skip


def _whole(value: Fraction) -> int:
    """The nearest whole number, half away from zero."""
    size = floor(abs(value) + Fraction(1, 2))
    return -size if value < 0 else size


def money(value: Fraction) -> str:
    """Two decimals: ``1250.00``."""
    cents = _whole(value * CENTS)
    sign = "-" if cents < 0 else ""
    return f"{sign}{abs(cents) // CENTS}.{abs(cents) % CENTS:02d}"


def euro(text: str) -> str:
    """An amount as JSON writes it, the Dutch way: ``-1250.00`` becomes ``-€ 1.250,00``. A hard space after the sign."""
    sign = "-" if text.startswith("-") else ""
    whole, _, cents = text.lstrip("-").partition(".")
    return f"{sign}€\u00a0{int(whole):,}".replace(",", ".") + f",{cents or '00'}"


def euros(value: Fraction) -> str:
    """:func:`euro` of an exact amount."""
    return euro(money(value))


def number(value: Fraction, decimals: int = 2) -> str:
    """A number the Dutch way with at most so many decimals: ``1.234,5``."""
    scale = 10**decimals
    scaled = _whole(value * scale)
    whole, rest = divmod(abs(scaled), scale)
    text = f"{whole:,}".replace(",", ".")
    tail = f"{rest:0{decimals}d}".rstrip("0") if decimals else ""
    return ("-" if scaled < 0 else "") + text + (f",{tail}" if tail else "")


def hundredths(share: Fraction) -> str:
    """A share as a percentage for JSON, two decimals: ``0.19``."""
    return money(share * 100)


def percent(share: Fraction) -> str:
    """A share as a percentage with one decimal: ``6,9 %``. Very small shares get two significant digits."""
    decimals = 1
    while 0 < abs(share * 100) < Fraction(1, 10**decimals) and decimals < 6:
        decimals += 1
    return f"{number(share * 100, decimals)}\u00a0%"


def percent_text(text: str) -> str:
    """A percentage as JSON writes it, the Dutch way: ``0.19`` becomes ``0,19 %``. What rounds to nothing is not 0."""
    if Fraction(text) == 0:
        return "minder dan 0,01\u00a0%"
    return f"{number(Fraction(text))}\u00a0%"


def day(value: dt.date) -> str:
    """``1 april 2018``."""
    return f"{value.day} {_MONTHS[value.month - 1]} {value.year}"


def short_day(value: dt.date) -> str:
    """``01-04-2018``."""
    return f"{value:%d-%m-%Y}"


_PER = {
    "maand": "per maand", "jaar": "per jaar", "kwartaal": "per kwartaal", "week": "per week", "dag": "per dag",
    "vier_weken": "per vier weken", "uur": "per uur", "eenmalig": "eenmalig",
}  # fmt: skip


def per(unit: str) -> str:
    """The period of a money unit in words: ``eur/maand`` or ``maand`` gives ``per maand``; a stock gives nothing."""
    return _PER.get(unit.removeprefix("eur").removeprefix("/"), "")
