# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""Samenloop shows where Dutch social laws work against each other for a household, and the smallest lawful way out.

>>> import samenloop
>>> rules = samenloop.load_rulebook()
>>> case = samenloop.read_household("huishouden.yaml", rules)  # doctest: +SKIP
>>> print(samenloop.check(case, rules).report.kern.zin)  # doctest: +SKIP

Everything is a pure function on frozen data: nothing is stored, nothing is sent. A report has stable Dutch keys; money
is text with two decimals. Wrong input raises :class:`SamenloopError` with every problem at once, each with a code and a
place, never with a value of the case.

The names are loaded when they are first used, so that the command line starts quickly.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from samenloop.app import (
        Check,
        Household,
        Replay,
        Report,
        Rulebook,
        SamenloopError,
        check,
        explain,
        load_rulebook,
        read_household,
        render,
        replay,
        schema,
    )

__all__ = [
    "Check", "Household", "Replay", "Report", "Rulebook", "SamenloopError", "check", "explain", "load_rulebook",
    "read_household", "render", "replay", "schema",
]  # fmt: skip


def __getattr__(name: str) -> object:
    if name in __all__:
        from samenloop import app

        return getattr(app, name)
    if name == "__version__":
        from samenloop.app.version import version

        return version()
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted([*__all__, "__version__"])
