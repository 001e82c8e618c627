# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""Reads the path of a fact (``uit`` in a rule file) from a household: the only bridge between case file and rules.

``inkomen[bruto=false].bedrag`` walks keys, keeps entries by equality filters and combines what is left (``samen``).
Unknown stays unknown: an entry whose filter cannot be decided counts as "perhaps", a list that was left out or is
incomplete leaves an open end.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Any

from pydantic import BaseModel

from samenloop.domain import UNKNOWN, CareReceived, Day, Income, Judgement, Range, Relation
from samenloop.language import calendar, values
from samenloop.language.values import FactRef, Value
from samenloop.rulebook import PathStep

FLOW_CONVERSIONS = {"week": "week_52", "vier_weken": "vier_weken_13", "dag": "dagen_365"}
"""How the household's own sums per week or four weeks are read per month (not a rule of law: a reading of the file)."""


@dataclass(frozen=True)
class Place:
    """From where a path starts: the object, who is meant by ``persoon`` and ``ander``, the day, and which lists of the
    household are incomplete."""

    root: Any
    names: Mapping[str, str]
    day: dt.date
    incomplete: Callable[[str], bool]
    ref: FactRef
    factor: Callable[[str, str, str | None], Fraction | None]
    allowed: Mapping[str, str] | None = None
    """fallback paths: every entry must have these values, else the fact is unknown"""
    skipped: Mapping[str, tuple[str, ...]] | None = None
    """fallback paths: entries with one of these values do not count"""
    owned: Callable[[Any], Value] = lambda entry: values.TRUE
    """whether an entry of the first list of the path belongs to the thing the fact is about"""


@dataclass(frozen=True, slots=True)
class _Found:
    """A value at the end of a path with the entry it stood in and whether it counts."""

    value: Any
    entry: Any
    counts: Value


def read(segments: tuple[PathStep, ...], combine: str | None, unit: str | None, place: Place) -> Value:
    """The value of a path, converted to ``unit`` (``eur/maand`` ...) where it is money."""
    missing = values.unknown({place.ref})
    found: list[_Found] = [_Found(place.root, None, values.TRUE)]
    open_end = False
    through_list = False
    for index, segment in enumerate(segments):
        step: list[_Found] = []
        for item in found:
            child = _child(item.value, segment.key)
            if child is None or child is UNKNOWN:
                if item.entry is None:
                    return missing
                step.append(_Found(UNKNOWN, item.entry, item.counts))
            elif isinstance(child, (tuple, list)):
                through_list = True
                open_end = open_end or place.incomplete(segment.key)
                for entry in child:
                    mine = values.TRUE if index else place.owned(entry)
                    counts = values.conjunction(
                        (item.counts, mine, _kept(entry, segment, place), _running(entry, unit, place))
                    )
                    if counts.is_false:
                        continue
                    if not _allowed(entry, place):
                        return missing
                    step.append(_Found(entry, entry, counts))
            else:
                step.append(_Found(child, item.entry, item.counts))
        found = step
    if not through_list:
        return _scalar(found[0], unit, place) if found else missing
    return _combined(found, combine or "enige", unit, place, open_end)


def _child(value: Any, key: str) -> Any:
    if value is UNKNOWN or value is None:
        return UNKNOWN
    if isinstance(value, Mapping):
        return value.get(key)
    return getattr(value, key, None)


def _kept(entry: Any, segment: PathStep, place: Place) -> Value:
    """Whether an entry passes the filters. The entry ``geen`` of a list of incomes says that nothing comes in."""
    if isinstance(entry, Income) and entry.soort == "geen" and ("soort", "geen") not in segment.filters:
        return values.FALSE
    tests: list[Value] = []
    for key, wanted in segment.filters:
        actual = _child(entry, key)
        target = place.names.get(wanted, str(place.day.year) if wanted == "peiljaar" else wanted)
        tests.append(_equal(actual, target, place))
    for key, wanted_values in (place.skipped or {}).items():
        tests.append(
            values.negate(values.disjunction(_equal(_child(entry, key), wanted, place) for wanted in wanted_values))
        )
    return values.conjunction(tests)


def _allowed(entry: Any, place: Place) -> bool:
    """Whether an entry that counts can be read second-hand; when one cannot, nothing is known of the whole."""
    return all(_equal(_child(entry, key), wanted, place).is_true for key, wanted in (place.allowed or {}).items())


def _equal(actual: Any, wanted: str, place: Place) -> Value:
    if actual is None or actual is UNKNOWN:
        return values.unknown({place.ref})
    if isinstance(actual, bool):
        return values.known(wanted in (("true", "ja") if actual else ("false", "nee")))
    if isinstance(actual, Judgement):
        known = actual.oordeel in ("ja", "nee")
        return values.known(actual.oordeel == wanted) if known else values.unknown({place.ref})
    if isinstance(actual, (tuple, list)):
        return values.known(wanted in actual)
    if isinstance(actual, Range):
        return values.unknown({place.ref})
    return values.known(str(actual) == wanted)


def _running(entry: Any, unit: str | None, place: Place) -> Value:
    """Whether an income, care or a flow of money runs on the day (an amount per year: on some day of that year);
    whether a relation is in force on the day. Decisions and indications tell by their ``status``."""
    if isinstance(entry, Relation):
        return in_force(entry.sinds, entry.tot, place.day, place.day, place.ref)
    flows = unit is not None and "/" in unit and hasattr(entry, "van")
    if not flows and not isinstance(entry, (Income, CareReceived)):
        return values.TRUE
    period = "jaar" if unit == "eur/jaar" else "dag"
    first, last = calendar.first_day(place.day, period), calendar.last_day(place.day, period)
    return in_force(_child(entry, "van"), _child(entry, "tot"), first, last, place.ref)


def in_force(start: Any, end: Any, first: dt.date, last: dt.date, ref: FactRef) -> Value:
    """Whether what begins and ends on these days is there on some day from ``first`` to ``last``.

    What stands in the file without a first day has begun, without a last day it has not ended.
    """
    tests = []
    if isinstance(start, Day):
        tests.append(values.compare("<=", values.between(start.first, start.last, {ref}), values.known(last)))
    if isinstance(end, Day):
        tests.append(values.compare(">=", values.between(end.first, end.last, {ref}), values.known(first)))
    return values.conjunction(tests)


def _scalar(found: _Found, unit: str | None, place: Place) -> Value:
    value = found.value
    if value is UNKNOWN or value is None:
        return values.unknown({place.ref})
    made = _plain(value, place)
    if unit and unit.startswith("eur") and isinstance(value, (Decimal, Fraction, int, Range)):
        return _per(made, found, unit, place)
    return made


def _plain(value: Any, place: Place) -> Value:
    if isinstance(value, bool):
        return values.known(value)
    if isinstance(value, (int, Decimal, Fraction)):
        return Value(exact=Fraction(value))
    if isinstance(value, Range):
        low = None if value.low is None else Fraction(value.low)
        return values.between(low, None if value.high is None else Fraction(value.high), {place.ref})
    if isinstance(value, Day):
        return values.between(value.first, value.last, {place.ref})
    if isinstance(value, Judgement):
        answer = {"ja": values.TRUE, "nee": values.FALSE}.get(str(value.oordeel))
        return answer if answer is not None else values.unknown({place.ref})
    if isinstance(value, BaseModel):
        return values.TRUE
    return Value(exact=str(value))


def _per(amount: Value, found: _Found, unit: str, place: Place) -> Value:
    """Money to the unit of the fact; a yearly fact counts the months of the year in which the flow runs."""
    per = _child(found.entry, "per")
    if found.entry is None or not hasattr(found.entry, "per"):
        return amount
    if per is None or per is UNKNOWN:
        return values.unknown({place.ref})
    if unit == "eur":
        return amount
    target = unit.removeprefix("eur/")
    factor = place.factor(str(per), target, FLOW_CONVERSIONS.get(str(per)))
    if factor is None:
        return values.unknown({place.ref})
    made = values.multiply(amount, Value(exact=factor))
    if target == "jaar" and per != "jaar":
        made = values.multiply(made, _share_of_year(found.entry, place))
    return made


def _share_of_year(entry: Any, place: Place) -> Value:
    """Months of the calendar year in which the flow runs, out of twelve. Left out means: all year."""
    year = place.day.year
    first, last = Fraction(1), Fraction(12)
    start, end = _child(entry, "van"), _child(entry, "tot")
    low_first = high_first = first
    low_last = high_last = last
    if isinstance(start, Day):
        low_first, high_first = _month_in(start.first, year, 1), _month_in(start.last, year, 1)
    elif start is UNKNOWN:
        high_first = Fraction(place.day.month)
    if isinstance(end, Day):
        low_last, high_last = _month_in(end.first, year, 12), _month_in(end.last, year, 12)
    elif end is UNKNOWN:
        low_last = Fraction(place.day.month)
    most, least = high_last - low_first + 1, low_last - high_first + 1
    return values.between(max(least, Fraction(0)) / 12, max(most, Fraction(0)) / 12, {place.ref})


def _month_in(day: dt.date, year: int, default: int) -> Fraction:
    if day.year < year:
        return Fraction(1) if default == 1 else Fraction(0)
    if day.year > year:
        return Fraction(13) if default == 1 else Fraction(12)
    return Fraction(day.month)


def _combined(found: list[_Found], combine: str, unit: str | None, place: Place, open_end: bool) -> Value:
    more = values.unknown({place.ref})
    if combine == "bestaat":
        tests = [values.conjunction((x.counts, _truth(x, place))) for x in found]
        return values.disjunction([*tests, more] if open_end else tests)
    if combine == "aantal":
        sure = Fraction(sum(x.counts.is_true for x in found))
        high = None if open_end else Fraction(len(found))
        return values.between(sure, high, {place.ref})
    numbers = [(x.counts, _scalar(x, unit, place)) for x in found]
    if combine == "som":
        total = values.ZERO
        for counts, number in numbers:
            total = values.add(total, number if counts.is_true else values.hull(number, values.ZERO, counts))
        if open_end:
            total = values.between(total.bounds[0], None, {place.ref})
        return total
    sure_ones = [number for counts, number in numbers if counts.is_true]
    if open_end or len(sure_ones) != len(numbers) or not numbers:
        return more
    if combine in ("hoogste", "laagste"):
        return values.extreme(sure_ones, highest=combine == "hoogste")
    return sure_ones[0] if len(sure_ones) == 1 else more


def _truth(found: _Found, place: Place) -> Value:
    if found.value is found.entry:
        return values.TRUE
    made = _scalar(found, None, place)
    return made if made.exact is None or isinstance(made.exact, bool) else values.TRUE
