# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""A variation: the same household with one thing changed. What the six counterfactuals of the detectors are made of.

========================  =====================================================
``norm uit``              :func:`without_norms`, :func:`without_rules`
``feit anders``           :func:`with_fact`
``rol opgelegd``          :func:`with_role`
``lezing uit``            :func:`without_reading`
``vangnet``               :func:`on_safety_net`
``gebeurtenis``           :mod:`samenloop.evaluation.events`
========================  =====================================================
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from fractions import Fraction

from samenloop.domain import Household
from samenloop.language import Duration
from samenloop.language.values import FactRef, Value


@dataclass(frozen=True)
class Variation:
    """What differs from the household as it is. Nothing set: the household itself."""

    facts: Mapping[FactRef, Value] = field(default_factory=dict)
    """facts (and links, under the link's id) with another value"""
    concepts: Mapping[FactRef, Value] = field(default_factory=dict)
    """concepts that get this value instead of what their rules say"""
    rules_off: frozenset[str] = frozenset()
    norms_off: frozenset[str] = frozenset()
    roles: Mapping[tuple[str, str, str], bool] = field(default_factory=dict)
    """(role, who, in whose eyes) to imposed or denied"""
    readings_off: frozenset[str] = frozenset()
    """entitlements or kinds of income that no means test reads"""
    claims_off: frozenset[str] = frozenset()
    """entitlements not claimed"""
    claims_on: frozenset[str] = frozenset()
    """entitlements claimed although the case file does not say so"""
    parameters: Mapping[str, Fraction | None] = field(default_factory=dict)
    """parameters with another value; ``None``: taken away, outside coverage"""
    granted: Mapping[str, Fraction] = field(default_factory=dict)
    """entitlement to an amount (EUR per month) that a hook gives"""
    terms: Mapping[tuple[str, str], tuple[Duration, int]] = field(default_factory=dict)
    """(rule, term) to how far it moves and in which direction (1 later, -1 earlier)"""
    household: Household | None = None
    """another household altogether: an event has happened"""
    as_of: dt.date | None = None
    projected: bool = False
    """a look ahead: facts as they are today, amounts that are not known yet held at their last known value"""

    def also(self, other: Variation) -> Variation:
        """Both changes together; the other one wins where they meet."""
        return Variation(
            facts={**self.facts, **other.facts},
            concepts={**self.concepts, **other.concepts},
            rules_off=self.rules_off | other.rules_off,
            norms_off=self.norms_off | other.norms_off,
            roles={**self.roles, **other.roles},
            readings_off=self.readings_off | other.readings_off,
            claims_off=self.claims_off | other.claims_off,
            claims_on=self.claims_on | other.claims_on,
            parameters={**self.parameters, **other.parameters},
            granted={**self.granted, **other.granted},
            terms={**self.terms, **other.terms},
            household=other.household or self.household,
            as_of=other.as_of or self.as_of,
            projected=other.projected or self.projected,
        )

    def ahead(self, day: dt.date) -> Variation:
        """The same change, looked at on a later day: a projection, never an entitlement."""
        return replace(self, as_of=day, projected=True)


AS_IT_IS = Variation()


def without_rules(rules: Iterable[str]) -> Variation:
    """These rules do not fire (``norm uit`` for a whole rule)."""
    return Variation(rules_off=frozenset(rules))


def without_norms(norms: Iterable[str]) -> Variation:
    """These norms do not hold (``norm uit``)."""
    return Variation(norms_off=frozenset(norms))


def with_fact(ref: FactRef, value: Value) -> Variation:
    """One fact with another value (``feit anders``)."""
    return Variation(facts={ref: value})


def with_role(role: str, who: str, of: str, holds: bool) -> Variation:
    """A role imposed on, or denied to, a person or thing (``rol opgelegd``)."""
    return Variation(roles={(role, who, of): holds})


def without_reading(items: Iterable[str]) -> Variation:
    """These entitlements or kinds of income are not read by any means test (``lezing uit``)."""
    return Variation(readings_off=frozenset(items))


def on_safety_net(off: Iterable[str], residual: Iterable[str]) -> Variation:
    """A claim off and every residual right claimed (``vangnet``)."""
    return Variation(claims_off=frozenset(off), claims_on=frozenset(residual))
