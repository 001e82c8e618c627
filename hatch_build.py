# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""Puts the compiled rule base in the wheel. A wheel with rules that do not load is not built."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

_WRITE = "import pathlib, sys; from samenloop.rulebook import shipping; shipping.write(pathlib.Path(sys.argv[1]))"


class CompiledRules(BuildHookInterface):  # type: ignore[type-arg]
    """An editable install reads the files of the checkout, so it gets nothing."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        if version == "editable":
            return
        self._folder = tempfile.TemporaryDirectory()
        target = Path(self._folder.name) / "regelset.json"
        subprocess.run(
            [sys.executable, "-c", _WRITE, target],
            check=True,
            env={**os.environ, "PYTHONPATH": str(Path(self.root) / "engine")},
        )
        build_data["force_include"][str(target)] = "samenloop/_data/regelset.json"

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        if version != "editable":
            self._folder.cleanup()
