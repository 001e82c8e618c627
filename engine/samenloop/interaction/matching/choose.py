# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""Which matcher does the work."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from samenloop.interaction.matching.durable import DurableMatcher, is_installed
from samenloop.interaction.matching.joins import JoinMatcher
from samenloop.interaction.matching.port import Matcher


@contextmanager
def choose_matcher(*, batch: bool = False) -> Iterator[Matcher]:
    """A matcher, let go of afterwards: durable-rules for a single case where it is installed, else the joins."""
    matcher: Matcher = JoinMatcher() if batch or not is_installed() else DurableMatcher()
    try:
        yield matcher
    finally:
        matcher.close()
