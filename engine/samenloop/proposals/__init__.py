# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""From conflict to checked exception: the hooks, what they change, until when it holds, and the order of the ladder."""

from samenloop.proposals.proposal import ChangeDay, Dropped, Holding, Met, Proposal, Proposals, Turn
from samenloop.proposals.search import propose

__all__ = ["ChangeDay", "Dropped", "Holding", "Met", "Proposal", "Proposals", "Turn", "propose"]
