# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""Limits in money, read from the comparisons that an evaluation made: where does this household stand, and which value
of which fact would put it on the other side?

Nothing here knows a law. A limit is an ordered comparison of an amount that depends on facts with one that does not
(or, where both do, the right-hand side as written).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from functools import partial
from math import ceil, floor

from samenloop.evaluation import Assessment, Evaluator, Read, with_fact
from samenloop.evaluation.live import Bound
from samenloop.interaction.conflict import Threshold
from samenloop.language import names_in
from samenloop.language import nodes as n
from samenloop.language.explain import Note
from samenloop.language.values import FactRef, Thing, Value

CENT = Fraction(1, 100)
_ORDERED = frozenset({"<", "<=", ">", ">="})
_SWAP = {"<": ">", "<=": ">=", ">": "<", ">=": "<="}


@dataclass(frozen=True)
class Limit:
    """One comparison with its measured side and its limit side. ``op`` is read as: measured ``op`` limit."""

    rule: str
    thing: Thing
    note: Note
    measured_node: n.Node
    limit_node: n.Node
    measured: Fraction
    limit: Fraction
    op: str
    unit: str

    @property
    def distance(self) -> Fraction:
        """How far the measured amount is from the limit."""
        return abs(self.measured - self.limit)

    @property
    def holds(self) -> bool:
        """Whether the comparison is true as it is."""
        return self.note.outcome.is_true


def limits(assessment: Assessment) -> Iterator[Limit]:
    """Every money limit that was decided for this household."""
    ev = assessment.evaluator
    for rule, thing, note in ev.comparisons():
        if note.op not in _ORDERED or not (note.left.is_known and note.right.is_known):
            continue
        kind = ev.money_unit(note.node.left, note.frame.scope)
        other = ev.money_unit(note.node.right, note.frame.scope)
        unit = next((k.unit for k in (kind, other) if k.kind == "bedrag"), "")
        if not unit:
            continue
        left_moves, right_moves = _moves(ev, note, note.node.left), _moves(ev, note, note.node.right)
        if not left_moves and not right_moves:
            continue
        left_measured = left_moves
        yield Limit(
            rule,
            thing,
            note,
            note.node.left if left_measured else note.node.right,
            note.node.right if left_measured else note.node.left,
            note.left.exact if left_measured else note.right.exact,
            note.right.exact if left_measured else note.left.exact,
            note.op if left_measured else _SWAP[note.op],
            unit,
        )


def _moves(ev: Evaluator, note: Note, node: n.Node) -> bool:
    """Whether a side depends on the household at all."""
    return any(found.what in ("fact", "concept", "open") for _, found, _ in names_in(node, note.frame.scope)) or any(
        isinstance(x, n.Call) and x.function in ("meegeteld", "hoogte") for x in n.walk(node)
    )


def reads_of(ev: Evaluator, limit: Limit) -> frozenset[Read]:
    """Everything the measured side depends on."""
    with ev.recording(("grens", limit.rule, limit.note.node.start)) as reads:
        ev.again(limit.note, limit.measured_node)
        return frozenset(reads)


def other_side(
    assessment: Assessment, limit: Limit, evaluate: Callable[[FactRef, Fraction], Evaluator]
) -> Threshold | None:
    """The smallest change of one money fact, to the cent, that flips the comparison; ``None`` when no fact can.

    Of several facts that could, the one that weighs most in the measured amount is taken.
    """
    ev = assessment.evaluator
    best: Threshold | None = None
    weight = Fraction(-1)
    for read in sorted(reads_of(ev, limit)):
        if read.kind != "feit" or read.id not in ev.book.facts or ev.book.facts[read.id].soort != "bedrag":
            continue
        unit, _, name = read.thing.partition(":")
        thing = Thing(unit, name)
        now = ev.fact(read.id, thing)
        if not now.is_known or now.exact <= weight:
            continue
        ref = FactRef(unit, name, read.id)
        flipped = _flip(limit, now.exact, partial(evaluate, ref))
        if flipped is None:
            continue
        weight = now.exact
        best = Threshold(
            rule=limit.rule,
            text=limit.note.text,
            fact=ref,
            fact_now=now.exact,
            fact_at_limit=flipped,
            measured=limit.measured,
            limit=limit.limit,
            excess=limit.measured - limit.limit,
            unit=limit.unit,
            parameters=tuple(sorted(parameters_in(ev, limit))),
        )
    return best


def turns(base: Assessment, other: Assessment, limit: Limit) -> bool:
    """Whether crossing the limit changes what its own rule does: a norm, a way to meet a requirement, or a concept.

    A comparison in a rule whose norm does not apply here (``mits``) decides nothing, however near it is.
    """
    rule = base.evaluator.live.rules[limit.rule]
    if rule.bepaalt is not None:
        here, there = (x.evaluator.concept(rule.bepaalt, limit.thing) for x in (base, other))
        return here != there
    for norm in rule.norms:
        bound = Bound(rule, norm)
        if base.evaluator.norm_holds(bound, limit.thing) != other.evaluator.norm_holds(bound, limit.thing):
            return True
        for way in getattr(norm, "wegen", ()):
            if base.evaluator.say(way.als, limit.thing)[0] != other.evaluator.say(way.als, limit.thing)[0]:
                return True
    return False


def parameters_in(ev: Evaluator, limit: Limit) -> set[str]:
    """The parameters on the limit side."""
    return {found.id for _, found, _ in names_in(limit.limit_node, limit.note.frame.scope) if found.what == "parameter"}


def _flip(limit: Limit, now: Fraction, evaluator: Callable[[Fraction], Evaluator]) -> Fraction | None:
    def measured(value: Fraction) -> Fraction | None:
        found: Value = evaluator(value).again(limit.note, limit.measured_node)
        return found.exact if found.is_known else None

    probe = now + 1 if limit.measured < limit.limit else max(now - 1, Fraction(0))
    if probe == now:
        return None
    moved = measured(probe)
    if moved is None or moved == limit.measured:
        return None
    slope = (moved - limit.measured) / (probe - now)
    target = now + (limit.limit - limit.measured) / slope
    for candidate in _near(target):
        if candidate < 0 or candidate == now:
            continue
        found = measured(candidate)
        if found is not None and truth(limit.op, found, limit.limit) != limit.holds:
            return candidate
    return None


def _near(target: Fraction) -> list[Fraction]:
    """Whole cents around a target, the nearest first."""
    down, up = floor(target / CENT) * CENT, ceil(target / CENT) * CENT
    return sorted({down - CENT, down, up, up + CENT}, key=lambda x: (abs(x - target), x))


def truth(op: str, left: Fraction, right: Fraction) -> bool:
    """An ordered comparison of two amounts."""
    return {"<": left < right, "<=": left <= right, ">": left > right, ">=": left >= right}[op]


def changed_fact(assessment: Assessment) -> Callable[[FactRef, Fraction], Evaluator]:
    """Evaluators of the same household with one fact changed, each made once."""
    made: dict[tuple[FactRef, Fraction], Evaluator] = {}

    def evaluator(ref: FactRef, value: Fraction) -> Evaluator:
        key = (ref, value)
        if key not in made:
            variation = assessment.variation.also(with_fact(ref, Value(exact=value)))
            made[key] = Evaluator(assessment.household, assessment.book, variation)
        return made[key]

    return evaluator


def next_test(moment: str, day: dt.date) -> tuple[dt.date, Fraction]:
    """When a right with this ``toetsmoment`` is tested next, and how many months away that is."""
    months = {"kwartaal": 3, "besluit": 12, "herbeoordeling": 12, "verjaardag": 12}
    if moment in ("een_januari", "jaar"):  # a year's amount is lost over the whole year, a stock until it is read again
        return dt.date(day.year + 1, 1, 1), Fraction(12 if moment == "jaar" else 13 - day.month)
    count = months.get(moment, 1)
    year, month = divmod(day.year * 12 + day.month - 1 + count, 12)
    return dt.date(year, month + 1, 1), Fraction(count)
