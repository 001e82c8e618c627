# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""Two evaluations side by side: what every proof is made of."""

from __future__ import annotations

from samenloop.evaluation import Assessment, Claim, gain
from samenloop.interaction.conflict import Comparison
from samenloop.language import values
from samenloop.language.values import Value


def compare(one: Assessment, other: Assessment, what: str, loss: Value | None = None) -> Comparison:
    """``one`` is the evaluation in which it hurts, ``other`` the counterfactual, told in Dutch by ``what``. ``loss``
    replaces the plain difference where less of it is claimed."""
    lost = higher(one, other)
    before = {(c.norm, c.members): c for c in one.claims}
    return Comparison(
        d_with=one.d,
        d_without=other.d,
        free_with=one.free,
        free_without=other.free,
        loss=gain(one, other) if loss is None else loss,
        loss_free=gain(one, other, fixed_costs=True),
        loss_paid=paid_less(one, other),
        what=what,
        lost=lost,
        had=tuple(before.get((claim.norm, claim.members)) for claim in lost),
    )


def higher(base: Assessment, other: Assessment) -> tuple[Claim, ...]:
    """The claims that are, or may be, worth more in the other evaluation, and nowhere less."""
    before = {(c.norm, c.members): c for c in base.claims}
    found = []
    for claim in other.claims:
        was = before.get((claim.norm, claim.members))
        better = was is None or _rank(claim.right) > _rank(was.right)
        more = claim.monthly != (values.ZERO if was is None else was.monthly)
        settled = more and _at_least(claim.monthly, values.ZERO if was is None else was.monthly)
        if settled or (better and (claim.amount is None or not claim.monthly.is_known)):
            found.append(claim)
    return tuple(found)


def _rank(right: Value) -> int:
    return 2 if right.is_true else 0 if right.is_false else 1


def _at_least(one: Value, other: Value) -> bool:
    """Whether every bound of one amount is at least that of the other."""
    (a, b), (c, d) = one.bounds, other.bounds
    low = c is None or (a is not None and a >= c)
    high = b is None or (d is not None and b >= d)
    return low and high


def paid_less(base: Assessment, other: Assessment) -> Value:
    """What is paid more in the other evaluation, over all rights, EUR per month."""
    before = {(c.norm, c.members): c.as_paid for c in base.claims}
    after = {(c.norm, c.members): c.as_paid for c in other.claims}
    total = values.ZERO
    for key in {**before, **after}:
        old, new = before.get(key, values.ZERO), after.get(key, values.ZERO)
        if old != new:
            total = values.add(total, values.add(new, old, -1))
    return total
