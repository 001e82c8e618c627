# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""Finds the data that ships with the package: rules/ and laws/.

In a wheel they lie in ``samenloop/_data``; in a checkout beside ``pyproject.toml``. The working directory never counts.
"""

from __future__ import annotations

from pathlib import Path

from samenloop.errors import Problem, RulebookError

PACKAGE = Path(__file__).resolve().parent
"""The folder of the package."""


def data_root() -> Path:
    """The folder that holds ``rules`` and ``laws``. Raises :class:`RulebookError` when there is none."""
    for root in (PACKAGE / "_data", PACKAGE.parent.parent):
        if (root / "rules" / "woordenlijst.yaml").is_file() and (root / "laws").is_dir():
            return root
    raise RulebookError(
        Problem("samenloop", 0, 0, "B001", "de mappen rules en laws zijn niet gevonden: het pakket is onvolledig.")
    )


def rule_files(root: Path) -> list[Path]:
    """Every YAML file under ``rules`` and ``laws`` of a data folder, in a fixed order."""
    return sorted(p for top in ("rules", "laws") for p in (root / top).rglob("*.yaml") if p.is_file())
