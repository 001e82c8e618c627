# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""Writing to the screen: results to stdout, everything else to stderr, and no fuss when the reader has left."""

from __future__ import annotations

import os
import shutil
import sys
from typing import TextIO

NARROWEST, USUAL, WIDEST = 40, 80, 110


def out(text: str) -> None:
    """Write a result to stdout."""
    _write(sys.stdout, text)


def say(text: str) -> None:
    """Write a message to stderr."""
    _write(sys.stderr, text)


def _write(stream: TextIO, text: str) -> None:
    try:
        stream.write(text if text.endswith("\n") else f"{text}\n")
        stream.flush()
    except BrokenPipeError:
        # The reader (head, less) has seen enough. Python would complain once more at the end: give it nothing to flush.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise SystemExit(0) from None


def tolerate(stream: TextIO) -> None:
    """Let a stream that cannot write every letter (an old terminal) write a question mark instead of failing."""
    reconfigure = getattr(stream, "reconfigure", None)
    if reconfigure is not None:
        reconfigure(errors="replace")


def colours() -> bool:
    """Whether stdout is a terminal that wants bold and dim. ``NO_COLOR`` and ``TERM=dumb`` say no."""
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def width() -> int:
    """How wide to write: as the terminal, 80 for a file or pipe."""
    if not sys.stdout.isatty():
        return USUAL
    return max(NARROWEST, min(WIDEST, shutil.get_terminal_size((USUAL, 24)).columns))
