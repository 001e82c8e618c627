# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""Until when a turned knob keeps a household on the good side of a limit, and what would hold a year.

Looks at every day within twelve months on which something known changes: an amount of the law on the limit side, the
rules themselves, and the day from which the knob may lawfully move back (the yearly rent increase). Amounts that are
not known yet are held at their last known value and the day is marked as projected.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from fractions import Fraction
from math import floor

from samenloop.evaluation import Assessment, Evaluator, Variation
from samenloop.interaction import Conflict, Threshold
from samenloop.language import Expression, calendar
from samenloop.language.nodes import Duration
from samenloop.language.values import Thing, Value
from samenloop.proposals.proposal import ChangeDay, Holding, Turn
from samenloop.rulebook import Knob

CENT = Fraction(1, 100)
_YEAR = Duration(1, "jaar")


@dataclass(frozen=True)
class _Ahead:
    """Evaluates whether the norm behind a threshold still hurts on a later day, for a value of the knob."""

    assessment: Assessment
    threshold: Threshold
    thing: Thing
    knob: Knob

    def rise_day(self) -> dt.date | None:
        if self.knob.later is None:
            return None
        day = self._say(self.knob.later.op, Variation()).exact
        return day if isinstance(day, dt.date) else None

    def value_on(self, value: Fraction, day: dt.date) -> Fraction:
        """The highest value the knob may have by then, when it is set to ``value`` today."""
        rise = self.rise_day()
        if rise is None or day < rise or self.knob.later is None:
            return value
        set_to = Variation(facts={self.threshold.fact: Value(exact=value)}).ahead(rise)
        most = self._say(self.knob.later.hoogstens, set_to).exact
        return most if isinstance(most, Fraction) else value

    def hurts(self, value: Fraction, day: dt.date) -> bool:
        """Whether the rule with the limit fires on a day. Unknown counts as: it does."""
        rule = self.threshold.rule
        moved = Variation(facts={self.threshold.fact: Value(exact=self.value_on(value, day))}).ahead(day)
        ev = Evaluator(self.assessment.household, self.assessment.book, self.assessment.variation.also(moved))
        live = ev.live.rules.get(rule)
        if live is None:
            return False
        now = self.assessment.evaluator.rule_holds(self.assessment.evaluator.live.rules[rule], self.thing).value
        then = ev.rule_holds(live, self.thing).value
        return not then.is_known or then.exact == now.exact

    def _say(self, expression: Expression, variation: Variation) -> Value:
        ev = Evaluator(self.assessment.household, self.assessment.book, self.assessment.variation.also(variation))
        return ev.say(expression, Thing(self.threshold.fact.unit, self.threshold.fact.id))[0]


def holding(assessment: Assessment, conflict: Conflict, turn: Turn, thing: Thing) -> Holding | None:
    """How long a turned knob repairs a threshold."""
    threshold = conflict.threshold
    if threshold is None:
        return None
    ahead = _Ahead(assessment, threshold, thing, assessment.book.knobs[turn.knob])
    days: list[ChangeDay] = []
    until: dt.date | None = None
    for day, what, projected in change_days(ahead):
        lasts = not ahead.hurts(turn.to, day)
        days.append(ChangeDay(day, what, lasts, projected))
        if not lasts and until is None:
            until = day - dt.timedelta(days=1)
    year = turn.to if until is None else _whole_year(ahead, [d.day for d in days], turn)
    return Holding(until, tuple(days), year)


def change_days(ahead: _Ahead) -> list[tuple[dt.date, str, bool]]:
    """Every known change within a year: (day, what changes, whether an amount of that day is only projected)."""
    book, today = ahead.assessment.book, ahead.assessment.day
    end = calendar.shift(today, _YEAR)
    found: dict[dt.date, list[str]] = {}
    guessed: set[dt.date] = set()
    for name in ahead.threshold.parameters:
        parameter = book.parameters[name]
        for value in parameter.waarden:
            if today < value.van <= end:
                found.setdefault(value.van, []).append(f"nieuw bedrag: {parameter.titel.lower()}")
        after = parameter.bekend_tot + dt.timedelta(days=1)
        if today < after <= end:
            found.setdefault(after, []).append(f"{parameter.titel.lower()}: nieuw bedrag nog niet bekend")
            guessed.add(after)
    live = book.rules[ahead.threshold.rule].geldig
    if live.tot is not None and today < live.tot + dt.timedelta(days=1) <= end:
        found.setdefault(live.tot + dt.timedelta(days=1), []).append("deze regel vervalt")
    rise = ahead.rise_day()
    if rise is not None and today < rise <= end:
        found.setdefault(rise, []).append(f"{ahead.knob.titel.lower()} kan stijgen")
    return [(day, "; ".join(found[day]), day in guessed) for day in sorted(found)]


def _whole_year(ahead: _Ahead, days: list[dt.date], turn: Turn) -> Fraction | None:
    """The value nearest to today's that keeps the norm from hurting on every change day; by halving, to the cent."""
    down = turn.to < turn.start
    bounds = ahead.knob.bereik
    edge = Fraction(0)
    if bounds is not None:
        end = bounds.van if down else bounds.tot
        edge = end if isinstance(end, Fraction) else edge
    if not down:
        return None

    def fine(cents: int) -> bool:
        return not any(ahead.hurts(cents * CENT, day) for day in days)

    low, high = floor(edge / CENT), floor(turn.to / CENT)
    if not fine(low):
        return None
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (middle, high) if fine(middle) else (low, middle)
    return low * CENT
