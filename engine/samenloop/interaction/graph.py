# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""The interaction graph of one assessment: regimes, rights, norms and facts, and how they touch each other.

Edges are read from recorded reads and from norms in force, never declared: ``fact -> right`` (is read by),
``norm -> right`` (gives, excludes, requires), ``right -> regime`` (means test of), ``regime -> fact`` (owns).
"""

from __future__ import annotations

import networkx as nx

from samenloop.evaluation import Assessment

Graph = nx.MultiDiGraph


def interaction_graph(assessment: Assessment) -> Graph[str]:
    """Build the graph. Node attributes: ``soort`` and ``label``; edge attribute: ``soort``."""
    graph: Graph[str] = nx.MultiDiGraph()
    book, words = assessment.book, assessment.book.vocabulary

    def node(kind: str, name: str, label: str) -> str:
        key = f"{kind}:{name}"
        graph.add_node(key, soort=kind, label=label)
        return key

    for claim in assessment.claims:
        who = "+".join(claim.members)
        right = node("aanspraak", f"{claim.entitlement}:{who}", words.label("aanspraken", claim.entitlement))
        regime = node("regeling", claim.regime, words.label("regelingen", claim.regime))
        graph.add_edge(regime, right, soort="geeft")
        for read in sorted(claim.reads):
            if read.kind == "feit" and read.id in book.facts:
                fact = node("feit", f"{read.thing.partition(':')[2]}.{read.id}", read.id.replace("_", " "))
                if not graph.has_edge(fact, right):
                    graph.add_edge(fact, right, soort="leest")
                owner = book.facts[read.id].eigenaar
                if owner != "geen":
                    other = node("regeling", owner, words.label("regelingen", owner))
                    if not graph.has_edge(other, fact):
                        graph.add_edge(other, fact, soort="beslist")
        for condition in claim.conditions:
            if condition.kind != "voorwaarde":
                norm = node(condition.kind, condition.id, assessment.evaluator.live.rules[condition.rule].titel)
                graph.add_edge(norm, right, soort=condition.kind)
    for bound in (*assessment.evaluator.live.by_verb.get("telt_als_inkomen", ()),):
        source = [n for n, d in graph.nodes(data=True) if n.startswith(f"aanspraak:{bound.norm.value}:")]
        target = node("regeling", bound.norm.in_, words.label("regelingen", bound.norm.in_))
        for right in source:
            graph.add_edge(right, target, soort="telt mee")
    return graph


def touching(graph: Graph[str], one: str, other: str) -> list[str]:
    """A shortest path between two regimes through what they share; empty when they do not touch."""
    undirected = graph.to_undirected(as_view=True)
    try:
        return [str(n) for n in nx.shortest_path(undirected, f"regeling:{one}", f"regeling:{other}")]
    except (nx.NetworkXNoPath, nx.NodeNotFound):
        return []
