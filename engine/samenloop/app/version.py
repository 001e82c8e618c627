# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""Which version of the engine this is."""

from __future__ import annotations

from functools import cache


@cache
def version() -> str:
    """The version of the installed package, or ``onbekend`` when it runs without being installed."""
    from importlib import metadata

    try:
        return metadata.version("samenloop")
    except metadata.PackageNotFoundError:
        return "onbekend"
