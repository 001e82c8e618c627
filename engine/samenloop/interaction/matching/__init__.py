# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""Patterns over norms as data: mechanisms that the structure of the law does not show (rules/patronen)."""

from samenloop.interaction.matching.choose import choose_matcher
from samenloop.interaction.matching.facts import NormFact, of_trial
from samenloop.interaction.matching.found import Found, PatternMatch, found
from samenloop.interaction.matching.joins import JoinMatcher
from samenloop.interaction.matching.live import norms_of
from samenloop.interaction.matching.port import Match, Matcher

__all__ = [
    "Found", "JoinMatcher", "Match", "Matcher", "NormFact", "PatternMatch", "choose_matcher", "found", "norms_of",
    "of_trial",
]  # fmt: skip
