# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""The interaction graph is read from what the evaluation did."""

from __future__ import annotations

from samenloop.interaction import interaction_graph, touching
from support.cases import household, look


def test_the_two_regimes_of_the_rent_case_touch_through_the_rent() -> None:
    assessment, _ = look(household("ondiep-huurgrens"))
    graph = interaction_graph(assessment)
    path = touching(graph, "huurrecht", "huurtoeslag")
    assert path[0] == "regeling:huurrecht"
    assert path[-1] == "regeling:huurtoeslag"
    assert any(node.startswith("feit:huis.") for node in path)
    assert graph.nodes["feit:huis.kale_huur"]["soort"] == "feit"


def test_regimes_that_share_nothing_do_not_touch() -> None:
    assessment, _ = look(household("ondiep-huurgrens"))
    assert touching(interaction_graph(assessment), "huurtoeslag", "wsnp") == []


def test_every_edge_joins_known_nodes_with_a_kind() -> None:
    assessment, _ = look(household("gewoon-gezin"))
    graph = interaction_graph(assessment)
    assert graph.number_of_edges() > 20
    assert all(data["soort"] for _, _, data in graph.edges(data=True))
    assert all(data["label"] for _, data in graph.nodes(data=True))
