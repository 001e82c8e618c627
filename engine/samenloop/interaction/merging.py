# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""One root cause is one conflict: conflicts that share a cause atom become one, led by the dominant kind.

What is certain leads what is only possible."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

import networkx as nx

from samenloop.evaluation import Variation
from samenloop.interaction.conflict import KINDS_IN_ORDER, Comparison, Conflict

_DEGREES = ("laag", "midden", "hoog")


Joint = Callable[[Conflict, Variation], Comparison]
"""The comparison of a conflict with another counterfactual: all its causes set aside at once."""


def merge(conflicts: Iterable[Conflict], joint: Joint | None = None) -> tuple[Conflict, ...]:
    """Unite conflicts over shared cause atoms; the graver and larger first.

    The loss of what is united is the loss of all causes together (``joint``), where they hurt in the same evaluation
    and none of them is a limit, of which only one side can be tried at a time.
    """
    found = list(conflicts)
    graph: nx.Graph[object] = nx.Graph()
    for index, conflict in enumerate(found):
        graph.add_node(index)
        for atom in conflict.cause:
            graph.add_edge(index, ("atoom", atom))
    merged = []
    for group in nx.connected_components(graph):
        members = [found[i] for i in sorted(x for x in group if isinstance(x, int))]
        merged.append(_one(members, joint))
    return tuple(sorted(merged, key=_order))


def _one(members: list[Conflict], joint: Joint | None) -> Conflict:
    members = sorted(members, key=lambda c: (not c.certain, KINDS_IN_ORDER.index(c.kind), not c.direct, _order(c)))
    head = members[0]
    if len(members) == 1:
        return head
    comparison, without = head.comparison, head.without
    several = any(c.without != without for c in members)
    if joint is not None and several and all(c.threshold is None and c.world == head.world for c in members):
        for other in members[1:]:
            without = without.also(other.without)
        together = joint(head, without)
        shown = next((c.comparison for c in members if c.act is not None), comparison)
        comparison = replace(together, shares=shown.shares, saved=shown.saved, by_norms=shown.by_norms)
    return replace(
        head,
        comparison=comparison,
        without=without,
        act=next((c.act for c in members if c.act is not None), None),
        duties=next((c.duties for c in members if c.duties is not None), None),
        cause=frozenset().union(*(c.cause for c in members)),
        regimes=tuple(dict.fromkeys(r for c in members for r in c.regimes)),
        who=tuple(dict.fromkeys(w for c in members for w in c.who)),
        needs=tuple(dict.fromkeys(n for c in members for n in c.needs)),
        side_kinds=tuple(dict.fromkeys(c.kind for c in members if c.kind != head.kind)),
        chain=tuple(dict.fromkeys(link for c in members for link in c.chain)),
        missing=tuple(sorted({m for c in members for m in c.missing})),
        certain=any(c.certain for c in members),
        severity=max((c.severity for c in members), key=_DEGREES.index),
    )


def _order(conflict: Conflict) -> tuple[int, int, float, str]:
    low = conflict.loss.bounds[0]
    return (
        0 if conflict.certain else 1,
        -_DEGREES.index(conflict.severity),
        -float(low or 0),
        conflict.id,
    )
