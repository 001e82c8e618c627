# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""An assessment to conflicts with proof: the graph, the detectors, merging and severity."""

from samenloop.interaction.conflict import ChainLink, Comparison, Conflict, NearLimit, Threshold
from samenloop.interaction.detect import Detected, detect
from samenloop.interaction.graph import interaction_graph, touching

__all__ = [
    "ChainLink", "Comparison", "Conflict", "Detected", "NearLimit", "Threshold", "detect", "interaction_graph",
    "touching",
]  # fmt: skip
