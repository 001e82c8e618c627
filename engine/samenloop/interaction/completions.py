# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""What a loss can be at most when facts are missing: fill in plausible answers to just the facts it depends on.

A conflict that shows under some answers is possible (``mogelijk``); one that shows under none is no conflict. Each
missing fact in turn gets the answer under which the loss can be highest, until the loss is known.
"""

from __future__ import annotations

from fractions import Fraction

from samenloop.evaluation import AS_IT_IS, Assessment, Variation, gain
from samenloop.evaluation.questions import answers
from samenloop.language import values
from samenloop.language.values import FactRef, Value

MOST_FACTS = 24
"""facts that are filled in before giving up"""
MOST_ANSWERS = 6
"""answers that are tried for one fact, spread over what is plausible"""


def highest_loss(assessment: Assessment, change: Variation, world: Variation = AS_IT_IS) -> Value | None:
    """The highest loss on D (EUR per month) found under plausible answers; ``None`` when none settles it.

    ``change`` is the counterfactual: what it brings against ``world`` is the loss.
    """

    def loss_of(base: Assessment) -> Value:
        return gain(base.varied(world), base.varied(change))

    filled = assessment
    loss = loss_of(filled)
    asked: set[FactRef] = set()
    while not loss.is_known and len(asked) < MOST_FACTS:
        ref = next((r for r in sorted(loss.missing) if r not in asked), None)
        if ref is None:
            return None
        asked.add(ref)
        options = [filled.varied(variation) for variation in _spread([given for _, given in answers(filled, ref)])]
        if options:
            tried = [(loss_of(option), option) for option in options]
            loss, filled = max(tried, key=lambda one: _height(one[0]))
    return loss if loss.is_known else None


def from_nothing(high: Value, loss: Value) -> Value:
    """A loss that is not known, as far as it is: from nothing to the highest, with what is missing."""
    return Value(low=values.ZERO.exact, high=high.exact, missing=loss.missing, outside=loss.outside)


def _height(loss: Value) -> tuple[bool, Fraction, Fraction]:
    low, high = loss.bounds
    return high is not None, high or Fraction(0), low or Fraction(0)


def _spread(options: list[Variation]) -> list[Variation]:
    """At most so many, spread evenly, both ends included."""
    if len(options) <= MOST_ANSWERS:
        return options
    step = Fraction(len(options) - 1, MOST_ANSWERS - 1)
    return [options[(step * i).__round__()] for i in range(MOST_ANSWERS)]
