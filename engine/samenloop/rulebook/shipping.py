# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""The compiled rule book that travels in the wheel. The build (``hatch_build.py``) runs this in its own process."""

from __future__ import annotations

from pathlib import Path

from samenloop.resources import data_root
from samenloop.rulebook import compiled, store
from samenloop.rulebook.loader import load


def write(target: Path) -> None:
    """Read and check the data of this tree and write its compiled form. RulebookError: nothing is written."""
    root = data_root()
    data = compiled.dump(load(root, (), ()))
    target.write_bytes(store.packed(store.key((root,), ()), data))
