# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""The rules in force on one day, indexed the way the evaluation asks for them."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from weakref import WeakKeyDictionary

from samenloop.rulebook import LiveRules, Rule, Rulebook


@dataclass(frozen=True, slots=True)
class Bound:
    """A norm with the rule it stands in."""

    rule: Rule
    norm: Any


@dataclass(frozen=True, eq=False)
class Live:
    """See the module. ``exceptions`` maps a rule to the rules that except it."""

    rules: Mapping[str, Rule]
    roots: Mapping[str, tuple[Rule, ...]]
    exceptions: Mapping[str, tuple[Rule, ...]]
    by_verb: Mapping[str, tuple[Bound, ...]]
    by_target: Mapping[tuple[str, str], tuple[Bound, ...]]
    """(verb, what it is about) to norms: ``("geeft", "huurtoeslag")``, ``("vereist", "huurtoeslag")`` ..."""


_INDEXED: WeakKeyDictionary[LiveRules, Live] = WeakKeyDictionary()
_TARGET = {"vereist": "voor", "gaat_voor": "boven", "verrekent": "uit"}


def rules_in_force(book: Rulebook, day: dt.date) -> Live:
    """Index the rules of a rulebook that are in force on a day."""
    in_force = book.at(day)
    found = _INDEXED.get(in_force)
    if found is None:
        found = _INDEXED[in_force] = _indexed(in_force)
    return found


def _indexed(in_force: LiveRules) -> Live:
    rules = in_force.rules
    roots: dict[str, list[Rule]] = defaultdict(list)
    exceptions: dict[str, list[Rule]] = defaultdict(list)
    by_verb: dict[str, list[Bound]] = defaultdict(list)
    by_target: dict[tuple[str, str], list[Bound]] = defaultdict(list)
    for rule in rules.values():
        if rule.bepaalt:
            parent = rule.uitzondering_op
            if parent is None:
                roots[rule.bepaalt].append(rule)
            else:
                exceptions[in_force.stands_in.get(parent, parent)].append(rule)
        for norm in rule.norms:
            bound = Bound(rule, norm)
            target = str(getattr(norm, _TARGET[norm.verb])) if norm.verb in _TARGET else norm.value
            if norm.verb == "heft_op":
                target = in_force.stands_in.get(target, target)
            by_verb[norm.verb].append(bound)
            by_target[(norm.verb, target)].append(bound)
    return Live(
        rules,
        {k: tuple(v) for k, v in roots.items()},
        {k: tuple(v) for k, v in exceptions.items()},
        {k: tuple(v) for k, v in by_verb.items()},
        {k: tuple(v) for k, v in by_target.items()},
    )
