# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""Indexed joins in Python: for batches, when durable-rules is not there, and as the oracle that it is checked against.

Per pattern: the norms each alias can be; the alias with the fewest first; then, of those joined to what is chosen, the
one with the fewest, found through a hash index on the columns that must be equal.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from samenloop.interaction.matching.facts import NormFact
from samenloop.interaction.matching.plan import Column, Plan, are_same, plans
from samenloop.interaction.matching.port import Match
from samenloop.rulebook.patterns import Pattern

_Row = tuple[NormFact, ...]


class JoinMatcher:
    """See the module. Keeps the plans of the patterns it saw last."""

    ran = "joins"

    def __init__(self) -> None:
        self._patterns: Sequence[Pattern] = ()
        self._joins: tuple[_Joined, ...] = ()

    def match(self, patterns: Sequence[Pattern], norms: Sequence[NormFact]) -> frozenset[Match]:
        """All matches."""
        if not are_same(patterns, self._patterns):
            self._patterns, self._joins = patterns, tuple(_Joined(p) for p in plans(patterns))
        by_verb: dict[str, list[NormFact]] = defaultdict(list)
        for norm in dict.fromkeys(norms):
            by_verb[norm.werkwoord].append(norm)
        return frozenset(match for joined in self._joins for match in joined.matches(by_verb))

    def close(self) -> None:
        """Nothing to let go of."""


class _Joined:
    """One pattern."""

    def __init__(self, plan: Plan) -> None:
        self.plan = plan
        self.verbs = {step.alias: dict(step.asks)["werkwoord"] for step in plan.steps}
        self.same: dict[str, list[tuple[str, Column]]] = defaultdict(list)
        self.differ: dict[str, list[tuple[str, Column]]] = defaultdict(list)
        for step in plan.steps:
            for kept, pairs in ((self.same, step.same), (self.differ, step.differ)):
                for own, (alias, column) in pairs:
                    kept[step.alias].append((own, (alias, column)))
                    kept[alias].append((column, (step.alias, own)))

    def matches(self, by_verb: Mapping[str, list[NormFact]]) -> list[Match]:
        """All matches of this pattern among norms that are sorted by verb."""
        can_be: dict[str, list[NormFact]] = {}
        for step in self.plan.steps:
            rest = [(key, word) for key, word in step.asks if key != "werkwoord"]
            can_be[step.alias] = [
                norm
                for norm in by_verb.get(self.verbs[step.alias], ())
                if all(getattr(norm, key) == word for key, word in rest)
                and all(getattr(norm, column) is not None for column in step.present)
            ]
            if not can_be[step.alias]:
                return []
        left = dict(sorted(can_be.items(), key=lambda item: len(item[1])))
        first = next(iter(left))
        chosen: list[str] = [first]
        rows: list[_Row] = [(norm,) for norm in left.pop(first)]
        while left and rows:
            alias = next((a for a in left if any(other in chosen for _, (other, _) in self.same[a])), next(iter(left)))
            rows = self._join(chosen, rows, alias, left.pop(alias))
            chosen.append(alias)
        places = [chosen.index(alias) for alias in self.plan.aliases] if rows else []
        aliases = self.plan.aliases
        return [Match(self.plan.pattern, tuple(zip(aliases, (row[i] for i in places), strict=True))) for row in rows]

    def _join(self, chosen: list[str], rows: list[_Row], alias: str, norms: list[NormFact]) -> list[_Row]:
        at = {name: place for place, name in enumerate(chosen)}
        same = [(own, at[other], column) for own, (other, column) in self.same[alias] if other in at]
        differ = [(own, at[other], column) for own, (other, column) in self.differ[alias] if other in at]
        index: dict[tuple[str | None, ...], list[NormFact]] = defaultdict(list)
        for norm in norms:
            index[tuple(getattr(norm, own) for own, _, _ in same)].append(norm)
        return [
            (*row, norm)
            for row in rows
            for norm in index.get(tuple(getattr(row[i], column) for _, i, column in same), ())
            if norm not in row and all(getattr(norm, own) != getattr(row[i], column) for own, i, column in differ)
        ]
