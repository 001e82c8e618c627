# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""Values as written in a rule file (``ja``, ``710.68``, ``2018-04-01``, ``woonadres``) given the type of their fact."""

from __future__ import annotations

import datetime as dt
import re
from fractions import Fraction

from samenloop.language import Duration, Type, parse_duration
from samenloop.rulebook.facts import Fact

Known = bool | Fraction | dt.date | Duration | str
"""A known value: ja_nee is a bool, numbers are exact fractions, a keuze is its word."""

UNKNOWN = "onbekend"
_NUMBER = re.compile(r"-?\d+(\.\d+)?")
_WHOLE = re.compile(r"-?\d+")


def fact_type(fact: Fact) -> Type:
    """The type of a fact in expressions."""
    never_zero = fact.bereik is not None and fact.bereik.never_zero
    match fact.soort:
        case "bedrag":
            return Type("bedrag", fact.eenheid or "", never_zero=never_zero)
        case "keuze":
            return Type("keuze", choices=fact.keuzes or ())
        case "ja_nee":
            return Type("ja_nee")
        case "datum":
            return Type("datum")
        case "duur":
            return Type("duur")
    return Type("getal", never_zero=never_zero)


def read_value(kind: Type, raw: int | str, *, whole: bool = False) -> Known | None:
    """A written value as one of the given type; ``None`` for ``onbekend``. Raises ValueError when it does not fit.

    ``whole``: only whole numbers (a fact of soort geheel).
    """
    if raw == UNKNOWN:
        return None
    text = str(raw)
    match kind.kind:
        case "ja_nee":
            if text in ("ja", "nee"):
                return text == "ja"
        case "keuze":
            if text in kind.choices:
                return text
        case "datum":
            return dt.date.fromisoformat(text)
        case "duur":
            return parse_duration(text)
        case "getal" if text.endswith("%") and _NUMBER.fullmatch(text[:-1]):
            return Fraction(text[:-1]) / 100
        case "getal" | "bedrag" | "nul":
            if (_WHOLE if whole else _NUMBER).fullmatch(text):
                return Fraction(text)
        case _:
            return Fraction(text) if _NUMBER.fullmatch(text) else {"ja": True, "nee": False}.get(text, text)
    raise ValueError(text)


def expected(kind: Type, *, whole: bool = False) -> str:
    """What a value of this type looks like, in Dutch."""
    if kind.kind == "keuze":
        return f"een van {', '.join(kind.choices)}, of onbekend"
    return {
        "ja_nee": "ja, nee of onbekend",
        "datum": "een dag als jjjj-mm-dd, of onbekend",
        "duur": "een termijn zoals '4 weken', of onbekend",
    }.get(kind.kind, "een heel getal of onbekend" if whole else "een getal of onbekend")
