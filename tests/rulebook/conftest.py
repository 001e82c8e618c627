# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
from __future__ import annotations

from pathlib import Path

import pytest

from rulebook.world import BASE, World
from samenloop.rulebook import Rulebook


@pytest.fixture
def world(tmp_path: Path) -> World:
    """A small rule base of an invented law on disk; change it, then load it."""
    made = World(tmp_path / "basis")
    made.write(BASE)
    return made


@pytest.fixture(scope="session")
def book(tmp_path_factory: pytest.TempPathFactory) -> Rulebook:
    """The small rule base, loaded."""
    made = World(tmp_path_factory.mktemp("rulebook") / "basis")
    made.write(BASE)
    return made.load()
