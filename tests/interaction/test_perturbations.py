# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""Every household of fixtures/, pushed 200 times to a random place near one of its limits, agrees with the definition.

The definition is written out here on its own: bisection on the fact instead of a slope, and the sum of the rights
instead of the account. ``SAMENLOOP_VERSTORINGEN`` sets another number of pushes.
"""

from __future__ import annotations

import os
import random
from fractions import Fraction

import pytest
from samenloop.domain import Household
from samenloop.evaluation import Assessment, evaluate_household, with_fact
from samenloop.interaction import Threshold, detect, limits
from samenloop.language.values import FactRef, Value
from support.cases import FIXTURES, book, household

PUSHES = int(os.environ.get("SAMENLOOP_VERSTORINGEN", "200"))
CENT = Fraction(1, 100)
NAMES = sorted(path.stem for path in FIXTURES.glob("*.yaml"))
MONTHS = {"maand": 1, "jaar": 12, "een_januari": None, "kwartaal": 3, "doorlopend": 1, "aanvraag": 12, "besluit": 12}
PER_MONTH = {"eur/maand": Fraction(1), "eur/jaar": Fraction(1, 12), "eur": None}


def at(house: Household, ref: FactRef, value: Fraction) -> Assessment:
    return evaluate_household(house, book(), with_fact(ref, Value(exact=value)))


def rights(assessment: Assessment) -> tuple[Fraction, Fraction] | None:
    """Lowest and highest sum of all rights, EUR per month."""
    low = high = Fraction(0)
    for claim in assessment.claims:
        a, b = claim.monthly.bounds
        if a is None or b is None:
            return None
        low, high = low + a, high + b
    return low, high


def sides(assessment: Assessment, rule: str, text: str, thing: object) -> tuple[Fraction, Fraction, bool] | None:
    for name, about, note in assessment.evaluator.comparisons():
        if (name, note.text, about) == (rule, text, thing) and note.left.is_known and note.right.is_known:
            return note.left.exact, note.right.exact, bool(note.outcome.exact)
    return None


def flip_point(house: Household, ref: FactRef, start: Fraction, rule: str, text: str, thing: object) -> Fraction | None:
    """The value of the fact nearest to ``start``, in whole cents, at which the comparison turns; by bisection."""

    def outcome(cents: int) -> bool | None:
        found = sides(at(house, ref, cents * CENT), rule, text, thing)
        return None if found is None else found[2]

    here = int(start / CENT)
    now = outcome(here)
    for reach in (int(here * 0.12) + 2, -int(here * 0.12) - 2):
        far = max(here + reach, 0)
        there = outcome(far)
        if now is None or there is None or now == there:
            continue
        low, high = here, far
        while abs(high - low) > 1:
            middle = (low + high) // 2
            low, high = (middle, high) if outcome(middle) == now else (low, middle)
        return high * CENT
    return None


def expected(house: Household, base: Assessment, ref: FactRef, value: Fraction, rule: str, text: str, thing: object) -> bool | None:
    """Whether this household, as pushed, is a threshold by the definition; ``None``: the definition does not decide."""
    found = sides(base, rule, text, thing)
    if found is None:
        return None
    measured, limit, _ = found
    excess = abs(measured - limit)
    if excess > abs(limit) * Fraction(5, 100):
        return False
    turned = flip_point(house, ref, value, rule, text, thing)
    if turned is None:
        return False
    before, after = rights(base), rights(at(house, ref, turned))
    if before is None or after is None or before[0] != before[1] or after[0] != after[1]:
        return None
    loss = after[0] - before[0]
    if loss < 25:
        return False
    moment = next(iter(m for m in (_moment(base, rule),)), "maand")
    months = MONTHS[moment] or 13 - base.day.month
    unit = base.evaluator.money_unit
    note = next(n for r, t, n in base.evaluator.comparisons() if (r, n.text, t) == (rule, text, thing))
    per = PER_MONTH[unit(note.node.left, note.frame.scope).unit or unit(note.node.right, note.frame.scope).unit]
    weight = Fraction(1) if per is None else per * months
    return loss * months > 5 * excess * weight


def _moment(assessment: Assessment, rule: str) -> str:
    for norm in assessment.book.rules[rule].norms:
        if getattr(norm, "toetsmoment", None):
            return str(norm.toetsmoment)  # type: ignore[attr-defined]  # checked above
    for claim in assessment.claims:
        if any(read.kind == "regel" and read.id == rule for read in claim.reads):
            return claim.test_moment
    return "maand"


def boundaries(house: Household) -> list[tuple[Threshold, object]]:
    """Every limit of this household that one fact can cross, however far away it is."""
    assessment = evaluate_household(house, book())
    variants = limits.changed_fact(assessment)
    found = []
    for limit in limits.limits(assessment):
        threshold = limits.other_side(assessment, limit, variants) if limit.limit else None
        if threshold is not None and threshold.fact_at_limit > 0:
            found.append((threshold, limit.thing))
    return found


@pytest.mark.parametrize("name", NAMES)
def test_detection_agrees_with_the_definition(name: str) -> None:
    house = household(name)
    edges = boundaries(house)
    if not edges:
        pytest.fail(f"{name} heeft geen enkele grens: dan bewijst deze proef niets")
    chance = random.Random(name)
    decided = 0
    for _ in range(PUSHES):
        threshold, thing = chance.choice(edges)
        share = Fraction(chance.choice((0, 1, 2, 100, 300, 480, 500, 520, 700)), 10000) * chance.choice((-1, 1))
        value = (threshold.fact_at_limit * (1 + share) / CENT).__round__() * CENT + chance.choice((0, 1, -1)) * CENT
        if value < 0:
            continue
        base = at(house, threshold.fact, value)
        want = expected(house, base, threshold.fact, value, threshold.rule, threshold.text, thing)
        if want is None:
            continue
        decided += 1
        cause = {f"norm:{threshold.rule}", f"feit aan grens:{threshold.fact}"}
        got = any(cause <= conflict.cause for conflict in detect(base).conflicts)
        assert got == want, (threshold, float(value))
    assert decided >= PUSHES // 4
