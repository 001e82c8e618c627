# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""Kinds of values that are numbers, amounts of money and days. See :mod:`samenloop.domain.kinds`."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any

from pydantic import ValidationInfo
from pydantic_core import PydanticCustomError

from samenloop.domain.kinds import (
    ID_PATTERN,
    JsonSchema,
    Kind,
    by_key,
    fail,
    is_id,
    no_block,
    no_key,
    or_unknown,
)
from samenloop.domain.values import Day, Range, read_day

_NUMBER = re.compile(r"-?(?:0|[1-9]\d*)(?:\.\d+)?\Z")
_MOST = Decimal("99999999.99")


class NumberKind(Kind):
    """A number, or a range ``{van, tot}``; never negative, at most two decimals, read exactly."""

    range_keys = ("van", "tot")

    def __init__(self, high: Decimal | int = _MOST, low: int = 0, *, span: bool = True) -> None:
        self.low, self.high, self.span = low, high, span

    def parse(self, value: Any, info: ValidationInfo) -> Any:
        """The number or the range."""
        if not isinstance(value, dict):
            return self._one(value)
        if not self.span:
            raise self._form()
        ends = by_key(value, self._end)
        low, high = ends.get("van"), ends.get("tot")
        if not value:
            raise fail("H021", "verwacht {van: ..., tot: ...}; een van de twee mag ontbreken.")
        if low is not None and high is not None and low > high:
            raise fail("H022", "'van' is hoger dan 'tot'.")
        return Range(low, high)

    def _end(self, key: str, end: Any) -> Any:
        if key not in self.range_keys:
            raise no_key(key, self.range_keys)
        return None if end is None else self._one(end)

    def _form(self) -> PydanticCustomError:
        return fail("H018", "verwacht een getal, met een punt voor de decimalen.")

    def _one(self, value: Any) -> Any:
        return self.bounded(self.exact(value))

    def exact(self, value: Any) -> Decimal:
        """The number that is written. Raises a mistake when it is none, or has more than two decimals."""
        if isinstance(value, bool) or not isinstance(value, (int, str)) or not _NUMBER.match(str(value)):
            raise self._form()
        number = str(value)
        if len(number.partition(".")[2]) > 2:
            raise fail("H019", "hoogstens twee cijfers achter de punt.")
        if number.startswith("-"):
            raise fail("H020", "dit getal kan niet onder nul liggen.")
        return Decimal(number)

    def bounded(self, number: Decimal) -> Any:
        """The same number, when it lies between the bounds."""
        if not self.low <= number <= self.high:
            raise fail("H017", f"verwacht een getal van {self.low} tot en met {self.high}.")
        return number

    def json(self) -> JsonSchema:
        """A number, the same as a text, or a range."""
        one = self.json_one()
        if not self.span:
            return {"anyOf": one}
        ends = {"anyOf": one}
        both = {
            "type": "object",
            "properties": {"van": ends, "tot": ends},
            "additionalProperties": False,
            "minProperties": 1,
        }
        return {"anyOf": [*one, both]}

    def json_one(self) -> list[JsonSchema]:
        """A number, not a range."""
        return [
            {"type": "number", "minimum": self.low, "maximum": float(self.high)},
            {"type": "string", "pattern": r"^(0|[1-9]\d{0,7})(\.\d{1,2})?$"},
        ]


class MoneyKind(NumberKind):
    """An amount in euro. ``per`` is the fixed period, ``eenmalig`` for a stock; empty: the entry has its own period."""

    def __init__(self, per: str = "") -> None:
        super().__init__()
        self.per = per

    def _form(self) -> PydanticCustomError:
        return fail("H018", "verwacht een bedrag in euro zoals 1250.00: een punt voor de centen, verder geen tekens.")


class WholeKind(NumberKind):
    """A whole number, or a range of them."""

    def exact(self, value: Any) -> Decimal:
        """The whole number that is written."""
        if isinstance(value, bool) or not isinstance(value, int):
            raise fail("H016", "verwacht een heel getal, zonder aanhalingstekens.")
        return super().exact(value)

    def _form(self) -> PydanticCustomError:
        return fail("H016", "verwacht een heel getal.")

    def bounded(self, number: Decimal) -> int:
        """The same number as an ``int``."""
        return int(super().bounded(number))

    def json_one(self) -> list[JsonSchema]:
        """A whole number."""
        return [{"type": "integer", "minimum": self.low, "maximum": int(self.high)}]


_DAY_PATTERN = r"(18|19|20|21)\d{2}-(0[1-9]|1[0-2])"


class DayKind(Kind):
    """A day, month or year: ``2018-04-01``, ``2018-04``, ``2018``."""

    def parse(self, value: Any, info: ValidationInfo) -> Any:
        """The first and the last day it can be."""
        return self.existing(value, "H023", "verwacht een dag (2018-04-01), een maand (2018-04) of een jaar (2018).")

    def existing(self, value: Any, code: str, message: str) -> Day:
        """The day, month or year that is written."""
        try:
            found = read_day(value)
        except ValueError:
            raise fail("H024", "deze dag bestaat niet.") from None
        if found is None:
            raise fail(code, message)
        return found

    def json(self) -> JsonSchema:
        """A year as a number or a text, or a month or day as a text."""
        year = {"type": "integer", "minimum": 1800, "maximum": 2199}
        text = {"type": "string", "pattern": rf"^((18|19|20|21)\d{{2}}|{_DAY_PATTERN}(-(0[1-9]|[12]\d|3[01]))?)$"}
        return {"anyOf": [year, text]}


class ExactDayKind(DayKind):
    """A day that must be known to the day."""

    unknown = False

    def parse(self, value: Any, info: ValidationInfo) -> Any:
        """The day as a ``date``."""
        message = "verwacht een dag zoals 2018-04-01."
        day = self.existing(value, "H025", message)
        if len(str(value)) != len("2018-04-01"):
            raise fail("H025", message)
        return day.first

    def json(self) -> JsonSchema:
        """A day as a text."""
        return {"type": "string", "pattern": rf"^{_DAY_PATTERN}-(0[1-9]|[12]\d|3[01])$"}


class MonthKind(DayKind):
    """A month of birth, ``1990-05``: never a day, because that is identity."""

    def parse(self, value: Any, info: ValidationInfo) -> Any:
        """The days of the month."""
        message = "verwacht een jaar en een maand zoals 1990-05, zonder dag."
        month = self.existing(value, "H026", message)
        if len(str(value)) != len("1990-05"):
            raise fail("H026", message)
        return month

    def json(self) -> JsonSchema:
        """A month as a text."""
        return {"type": "string", "pattern": rf"^{_DAY_PATTERN}$"}


class CountsKind(Kind):
    """Numbers by an own key (``per_domein``): how many helpers work in which field."""

    def parse(self, value: Any, info: ValidationInfo) -> dict[str, Any]:
        """The numbers by key."""
        if not isinstance(value, dict):
            raise no_block()
        number = WholeKind(9999)

        def read(key: str, one: Any) -> Any:
            if not is_id(key):
                raise fail("H012", "verwacht als sleutel kleine letters, cijfers, - of _.")
            return number.read(one, info)

        return by_key(value, read)

    def json(self) -> JsonSchema:
        """Whole numbers by key."""
        return {
            "type": "object",
            "propertyNames": {"pattern": ID_PATTERN},
            "additionalProperties": or_unknown(WholeKind(9999).json()),
        }
