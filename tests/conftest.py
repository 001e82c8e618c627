# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""The tests compile the rules into a folder of their own, and leave the cache of whoever runs them alone."""

from __future__ import annotations

import os
from tempfile import TemporaryDirectory

import pytest

_FOLDER: list[TemporaryDirectory[str]] = []


def pytest_configure(config: pytest.Config) -> None:
    if not hasattr(config, "workerinput"):  # the workers of xdist inherit the environment, and share the folder
        _FOLDER.append(TemporaryDirectory(prefix="samenloop-"))
        os.environ["XDG_CACHE_HOME"] = _FOLDER[0].name


def pytest_unconfigure() -> None:
    for folder in _FOLDER:
        folder.cleanup()
