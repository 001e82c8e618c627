# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""Values of the explain algebra: exact, a range, unknown, or outside coverage. Unknown is never false or 0.

A :class:`Value` is exact when ``exact`` is set. Otherwise it may still lie in a range (``low`` and ``high``, both ends
included, ``None`` = open). ``missing`` names the facts that would settle it, ``outside`` the parameters or dates for
which the rule base has no coverage. Amounts are exact fractions of a euro; nothing rounds but ``afronden``.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from fractions import Fraction
from typing import Any, NamedTuple


class Thing(NamedTuple):
    """A unit of evaluation: a person, pair, home, family, debt, asset or the household."""

    unit: str
    id: str

    def __str__(self) -> str:
        return f"{self.unit}:{self.id}"


class FactRef(NamedTuple):
    """One fact of one thing: ``FactRef("persoon", "moeder", "leeftijd")``. As text it is the key that the case file
    takes among ``oordelen``; of a pair both names."""

    unit: str
    id: str
    fact: str

    def __str__(self) -> str:
        return f"{self.id.replace('>', '.')}.{self.fact}" if self.unit != "huishouden" else self.fact


NOTHING: frozenset[FactRef] = frozenset()
NO_GAPS: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Value:
    """See the module. Make one with :func:`known`, :func:`unknown`, :func:`between` or :func:`outside`."""

    exact: Any = None
    low: Any = None
    high: Any = None
    missing: frozenset[FactRef] = NOTHING
    outside: frozenset[str] = NO_GAPS

    @property
    def is_known(self) -> bool:
        """Whether the value is exact."""
        return self.exact is not None

    @property
    def is_true(self) -> bool:
        return self.exact is True

    @property
    def is_false(self) -> bool:
        return self.exact is False

    @property
    def has_range(self) -> bool:
        """Whether it is not exact but bounded at one end at least."""
        return self.exact is None and (self.low is not None or self.high is not None)

    @property
    def bounds(self) -> tuple[Any, Any]:
        """Lowest and highest possible value; ``None`` = open."""
        return (self.exact, self.exact) if self.exact is not None else (self.low, self.high)


TRUE = Value(exact=True)
FALSE = Value(exact=False)
ZERO = Value(exact=Fraction(0))


def known(value: Any) -> Value:
    """An exact value. Whole numbers become fractions."""
    if value is True:
        return TRUE
    if value is False:
        return FALSE
    return Value(exact=Fraction(value) if isinstance(value, int) else value)


def unknown(missing: Iterable[FactRef] = (), outside: Iterable[str] = ()) -> Value:
    """Not known; these facts would settle it."""
    return Value(missing=frozenset(missing), outside=frozenset(outside))


def between(low: Any, high: Any, missing: Iterable[FactRef] = (), outside: Iterable[str] = ()) -> Value:
    """In a range, ends included. Equal ends give the exact value."""
    if low is not None and low == high:
        return Value(exact=low)
    return Value(low=low, high=high, missing=frozenset(missing), outside=frozenset(outside))


def gap(*what: str) -> Value:
    """Outside coverage."""
    return Value(outside=frozenset(what))


def both(*values: Value) -> tuple[frozenset[FactRef], frozenset[str]]:
    """Everything missing and outside in the values that are not exact."""
    missing, outside = NOTHING, NO_GAPS
    for value in values:
        if value.exact is None:
            missing |= value.missing
            outside |= value.outside
    return missing, outside


def _unsettled(*values: Value) -> Value:
    return Value(missing=both(*values)[0], outside=both(*values)[1])


def negate(value: Value) -> Value:
    """Kleene's not."""
    return value if value.exact is None else (FALSE if value.exact else TRUE)


def conjunction(values: Iterable[Value]) -> Value:
    """Kleene's and over all values; one false settles it."""
    collected = list(values)
    if any(v.is_false for v in collected):
        return FALSE
    return TRUE if all(v.is_true for v in collected) else _unsettled(*collected)


def disjunction(values: Iterable[Value]) -> Value:
    """Kleene's or over all values; one true settles it."""
    collected = list(values)
    if any(v.is_true for v in collected):
        return TRUE
    return FALSE if all(v.is_false for v in collected) else _unsettled(*collected)


def compare(op: str, left: Value, right: Value) -> Value:
    """Three-valued comparison; ranges decide it where they can."""
    (a, b), (c, d) = left.bounds, right.bounds
    if left.is_known and right.is_known:
        return known(_EXACT[op](left.exact, right.exact))
    certain: bool | None = None
    if op in ("<", ">="):
        certain = True if _sure(b, c, strict=True) else False if _sure(d, a, strict=False) else None
        certain = certain if op == "<" or certain is None else not certain
    elif op in ("<=", ">"):
        certain = True if _sure(b, c, strict=False) else False if _sure(d, a, strict=True) else None
        certain = certain if op == "<=" or certain is None else not certain
    elif _sure(b, c, strict=True) or _sure(d, a, strict=True):
        certain = op == "!="
    return _unsettled(left, right) if certain is None else known(certain)


def _sure(low_side: Any, high_side: Any, *, strict: bool) -> bool:
    if low_side is None or high_side is None or isinstance(low_side, (str, bool, Thing)):
        return False
    return bool(low_side < high_side if strict else low_side <= high_side)


_EXACT: dict[str, Callable[[Any, Any], bool]] = {
    "=": lambda a, b: a == b,
    "!=": lambda a, b: a != b,
    "<": lambda a, b: a < b,
    "<=": lambda a, b: a <= b,
    ">": lambda a, b: a > b,
    ">=": lambda a, b: a >= b,
}


def add(left: Value, right: Value, sign: int = 1) -> Value:
    """Sum or difference of numbers."""
    if left.is_known and right.is_known:
        return Value(exact=left.exact + sign * right.exact)
    (a, b), (c, d) = left.bounds, right.bounds
    if sign < 0:
        c, d = d, c
    low = None if a is None or c is None else a + sign * c
    high = None if b is None or d is None else b + sign * d
    return between(low, high, *both(left, right))


def multiply(left: Value, right: Value) -> Value:
    """Product; zero settles it, ranges with both ends stay ranges."""
    if left.is_known and right.is_known:
        return Value(exact=left.exact * right.exact)
    if left.exact == 0 or right.exact == 0:
        return ZERO
    if left.is_known:
        left, right = right, left
    (a, b), (c, d) = left.bounds, right.bounds
    why = both(left, right)
    if right.is_known:
        low, high = (None if end is None else end * c for end in ((a, b) if c > 0 else (b, a)))
        return between(low, high, *why)
    if None not in (a, b, c, d):
        corners = (a * c, a * d, b * c, b * d)
        return between(min(corners), max(corners), *why)
    if a is not None and c is not None and a >= 0 and c >= 0:
        return between(a * c, None if b is None or d is None else b * d, *why)
    return _unsettled(left, right)


def divide(left: Value, right: Value) -> Value:
    """Quotient. The loader asks for a guard against 0; where 0 comes through all the same, the result is not known."""
    (c, d) = right.bounds
    if right.exact == 0:
        return unknown(both(left)[0], both(left)[1] | {"delen door nul"})
    if right.is_known:
        return multiply(left, Value(exact=Fraction(1) / right.exact))
    if c is not None and c > 0:
        return multiply(left, between(Fraction(0) if d is None else 1 / d, 1 / c, *both(right)))
    if d is not None and d < 0:
        return multiply(left, between(1 / d, Fraction(0) if c is None else 1 / c, *both(right)))
    return _unsettled(left, right)


def extreme(values: list[Value], *, highest: bool) -> Value:
    """The least or greatest of numbers (or dates)."""
    pick: Callable[..., Any] = max if highest else min
    if all(v.is_known for v in values):
        return Value(exact=pick(v.exact for v in values))
    lows, highs = [v.bounds[0] for v in values], [v.bounds[1] for v in values]
    near, far = (lows, highs) if highest else (highs, lows)
    settled = [x for x in near if x is not None]
    one = pick(settled) if settled else None
    other = None if any(x is None for x in far) else pick(far)
    low, high = (one, other) if highest else (other, one)
    return between(low, high, *both(*values))


def monotone(function: Callable[[Any], Any], value: Value) -> Value:
    """A never decreasing function of one number or date."""
    if value.is_known:
        return Value(exact=function(value.exact))
    low, high = value.bounds
    return between(
        None if low is None else function(low),
        None if high is None else function(high),
        value.missing,
        value.outside,
    )


def choose(condition: Value, then: Callable[[], Value], otherwise: Callable[[], Value]) -> Value:
    """``als .. dan .. anders``: the branches are only looked at when they can matter."""
    if condition.is_known:
        return then() if condition.exact else otherwise()
    return hull(then(), otherwise(), condition)


def hull(one: Value, other: Value, why: Value) -> Value:
    """What is sure when it is not known which of two values holds."""
    if one.is_known and other.is_known and one.exact == other.exact:
        return one
    missing, outside = both(one, other, why)
    (a, b), (c, d) = one.bounds, other.bounds
    ordered = all(x is None or isinstance(x, (Fraction, dt.date)) for x in (a, b, c, d))
    if not ordered:
        return unknown(missing, outside)
    return between(
        None if a is None or c is None else min(a, c),
        None if b is None or d is None else max(b, d),
        missing,
        outside,
    )
