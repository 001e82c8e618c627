# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""The command line: English verbs, Dutch output. Only transport; the use cases are in :mod:`samenloop.app`."""

from __future__ import annotations

import sys
from collections.abc import Sequence


def main(arguments: Sequence[str] | None = None) -> None:
    """Run a command and leave with its exit code: 0, 1, 2, 3 or 130."""
    from samenloop.cli.running import run

    sys.exit(run(list(sys.argv[1:] if arguments is None else arguments)))
