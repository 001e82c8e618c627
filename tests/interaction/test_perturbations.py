# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""Every household of fixtures/, pushed often to a random place near one of its limits, agrees with the definition.

The definition is written out here on its own: the turning point by bisection instead of a slope, and the loss as the
sum of the rights instead of a difference of accounts. ``SAMENLOOP_VERSTORINGEN`` sets another number of pushes.
"""

from __future__ import annotations

import os
import random
from dataclasses import dataclass
from fractions import Fraction

import pytest

from samenloop.domain import Household
from samenloop.evaluation import Assessment, Evaluator, evaluate_household, with_fact
from samenloop.interaction import detect, limits
from samenloop.language import values
from samenloop.language.values import FactRef, Thing, Value
from support.cases import FIXTURES, book, household

PUSHES = int(os.environ.get("SAMENLOOP_VERSTORINGEN", "60"))
CENT = Fraction(1, 100)
NAMES = sorted(path.stem for path in FIXTURES.glob("*.yaml"))
MONTHS = {"maand": 1, "jaar": 12, "kwartaal": 3, "doorlopend": 1, "aanvraag": 1, "besluit": 12, "herbeoordeling": 12}
TIMES_PER_MONTH = {"eur/maand": Fraction(1), "eur/jaar": Fraction(1, 12), "eur/kwartaal": Fraction(1, 3)}


@dataclass(frozen=True)
class Edge:
    """Two neighbouring values of a fact, a cent apart, between which a comparison turns."""

    rule: str
    text: str
    thing: Thing
    fact: FactRef
    unit: str
    below: Fraction
    above: Fraction
    under: Assessment
    over: Assessment


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


def sides(assessment: Assessment, rule: str, text: str, thing: Thing) -> tuple[Fraction, Fraction, bool] | None:
    for name, about, note in assessment.evaluator.comparisons():
        if (name, note.text, about) == (rule, text, thing) and note.left.is_known and note.right.is_known:
            return note.left.exact, note.right.exact, bool(note.outcome.exact)
    return None


def edges(house: Household) -> list[Edge]:
    """Every place where one money fact of this household turns one money comparison, within a factor of three."""
    base = evaluate_household(house, book())
    found: dict[tuple[str, str, Thing, FactRef], Edge] = {}
    for limit in limits.limits(base):
        rule, text, thing = limit.rule, limit.note.text, limit.thing
        for read in limits.reads_of(base.evaluator, limit):
            if read.kind != "feit" or book().facts[read.id].soort != "bedrag":
                continue
            unit, _, name = read.thing.partition(":")
            now = base.evaluator.fact(read.id, Thing(unit, name))
            ref = FactRef(unit, name, read.id)
            if not now.is_known or now.exact <= 0 or not limit.limit or (rule, text, thing, ref) in found:
                continue
            edge = _edge(house, limit, ref, now.exact)
            if edge is not None:
                found[(rule, text, thing, ref)] = edge
    return list(found.values())


def _edge(house: Household, limit: limits.Limit, ref: FactRef, now: Fraction) -> Edge | None:
    note = limit.note

    def outcome(cents: int) -> bool | None:
        there = Evaluator(house, book(), with_fact(ref, Value(exact=cents * CENT)))
        sides = there.again(note, note.node.left), there.again(note, note.node.right)
        turned: bool | None = values.compare(note.op, *sides).exact
        return turned

    low, high = int(now / CENT) // 3, int(now / CENT) * 3
    first, last = outcome(low), outcome(high)
    if first is None or last is None or first == last:
        return None
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (middle, high) if outcome(middle) == first else (low, middle)
    below, above = low * CENT, high * CENT
    under, over = at(house, ref, below), at(house, ref, above)
    return Edge(limit.rule, note.text, limit.thing, ref, limit.unit, below, above, under, over)


def does_something_else(one: Assessment, other: Assessment, edge: Edge) -> bool:
    """Whether the rule of an edge itself does something else: a condition of some right, or the concept it defines."""
    concept = book().rules[edge.rule].bepaalt
    if concept is not None:
        return one.evaluator.concept(concept, edge.thing) != other.evaluator.concept(concept, edge.thing)
    met = [{(c.norm, x.id, x.met) for c in a.claims for x in c.conditions if x.rule == edge.rule} for a in (one, other)]
    lines = [
        {(x.basis, x.amount) for x in a.account.lines if x.basis.startswith(f"{edge.rule}/")} for a in (one, other)
    ]
    lifted = any(norm.verb == "heft_op" for norm in book().rules[edge.rule].norms)
    return met[0] != met[1] or lines[0] != lines[1] or lifted


def expected(base: Assessment, edge: Edge, value: Fraction) -> bool | None:
    """Whether this household, pushed to ``value``, is a threshold; ``None``: not decided (an unknown amount)."""
    found = sides(base, edge.rule, edge.text, edge.thing)
    if found is None:
        return None
    measured, limit, _ = found
    excess = abs(measured - limit)
    if excess > abs(limit) * Fraction(5, 100):
        return False
    other = edge.under if value >= edge.above else edge.over
    if not does_something_else(base, other, edge):
        return False  # a comparison in a rule that does not apply here decides nothing
    before, after = rights(base), rights(other)
    if before is None or after is None or before[0] != before[1] or after[0] != after[1]:
        return None
    loss = after[0] - before[0]
    months = _months(base, edge.rule)
    times = TIMES_PER_MONTH[edge.unit] * months if edge.unit in TIMES_PER_MONTH else Fraction(1)
    return loss >= 25 and loss * months > 5 * excess * times


def _months(assessment: Assessment, rule: str) -> int:
    moments = [str(m) for norm in book().rules[rule].norms if (m := getattr(norm, "toetsmoment", None))]
    readers = (c for c in assessment.claims if any(r.kind == "regel" and r.id == rule for r in c.reads))
    moment = moments[0] if moments else next((c.test_moment for c in readers), "maand")
    return 13 - assessment.day.month if moment == "een_januari" else MONTHS[moment]


@pytest.mark.parametrize("name", NAMES)
def test_detection_agrees_with_the_definition(name: str) -> None:
    house = household(name)
    places = edges(house)
    assert places, "zonder grens bewijst deze proef niets"
    chance = random.Random(name)
    decided = 0
    for _ in range(PUSHES):
        edge = chance.choice(places)
        share = Fraction(chance.choice((0, 0, 1, 2, 100, 300, 480, 500, 520, 700)), 10000)
        away = int(edge.above * share / CENT) * CENT
        value = chance.choice((edge.below - away, edge.above + away))
        if value < 0:
            continue
        base = at(house, edge.fact, value)
        want = expected(base, edge, value)
        if want is None:
            continue
        decided += 1
        # which of several facts is called the cause is a choice; that this norm is a threshold here is not
        got = any(f"norm:{edge.rule}" in conflict.cause for conflict in detect(base).conflicts)
        assert got == want, (edge.rule, edge.text, str(edge.fact), float(value))
    assert decided >= PUSHES // 10, "te vaak onbeslist"
