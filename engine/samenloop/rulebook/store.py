# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""Where compiled rule books lie, and under which key. See docs/adr/0025.

The key is a hash over every byte that decides what a rule book says: the files of the rule base and of the overlays,
the source of the modules that read them, and the version of Python. A compiled form with another key is not looked at,
so there is nothing to keep up to date. It lies in the package (made when the wheel was built) or in the user's own
cache folder. Whatever goes wrong here, the rule base is read from its files.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import stat
import sys
import tempfile
from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path

from samenloop.resources import PACKAGE, rule_files

FORMAT = "samenloop-regelset 1"
SHIPPED = "regelset.json"
_LAYERS = ("rulebook", "language", "domain", "vocabulary", "documents", "resources", "errors")
"""The layers a rule book is made by: a change of their source is another key."""
_KEPT = 24
"""Compiled forms that stay in the cache folder; the oldest go."""


def key(roots: Sequence[Path], applied: Iterable[str]) -> str:
    """The key of what these folders load to with these overlays applied. OSError: a file is not readable."""
    found = hashlib.sha256()

    def add(*parts: str | bytes) -> None:
        for part in parts:
            raw = part.encode() if isinstance(part, str) else part
            found.update(b"%d:" % len(raw))
            found.update(raw)

    add(FORMAT, sys.implementation.name, ".".join(map(str, sys.version_info[:2])), _source())
    for number, root in enumerate(roots):
        add("map", str(number), root.name if number else "")
        for path in rule_files(root):
            add(path.relative_to(root).as_posix(), path.read_bytes())
    add("overlays", *applied)
    return found.hexdigest()


@cache  # the package does not change while it runs
def _source() -> str:
    found = hashlib.sha256()
    for layer in _LAYERS:
        module = PACKAGE / layer
        files = sorted(module.rglob("*")) if module.is_dir() else [module.with_suffix(".py")]
        for path in files:
            if path.suffix in (".py", ".lark"):
                found.update(path.relative_to(PACKAGE).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    return found.hexdigest()


def packed(wanted: str, data: bytes) -> bytes:
    """The content of a file: one line with format, key and checksum, then the data."""
    return f"{FORMAT} {wanted} {hashlib.sha256(data).hexdigest()}\n".encode() + data


def _unpacked(wanted: str, content: bytes) -> bytes | None:
    head, _, data = content.partition(b"\n")
    whole = f"{FORMAT} {wanted} {hashlib.sha256(data).hexdigest()}".encode()
    return data if head == whole else None


def find(wanted: str, shipped: Path) -> bytes | None:
    """The data under a key: what the package brought along, else what the user's cache holds."""
    return _read(shipped, wanted) or _own(wanted)


def _read(path: Path, wanted: str) -> bytes | None:
    start = f"{FORMAT} {wanted} ".encode()
    try:
        with path.open("rb") as file:
            head = file.read(len(start))
            return _unpacked(wanted, head + file.read()) if head == start else None
    except OSError:
        return None


def folder() -> Path | None:
    """The user's cache folder for this program, whether it is there or not; ``None``: there is no home to put it in."""
    named = os.environ.get("XDG_CACHE_HOME", "")
    if Path(named).is_absolute():
        return Path(named) / "samenloop"
    try:
        return Path.home() / ".cache" / "samenloop"
    except RuntimeError:
        return None


def _own(wanted: str) -> bytes | None:
    here = folder()
    if here is None or not _only_ours(here):
        return None
    path = _file(here, wanted)
    found = _read(path, wanted)
    if found is not None:
        with contextlib.suppress(OSError):
            os.utime(path)  # what is used stays longest
    return found


def _only_ours(here: Path) -> bool:
    """Whether nobody else can have written here: a real folder of this user, closed to group and others."""
    try:
        found = here.lstat()
    except OSError:
        return False
    return stat.S_ISDIR(found.st_mode) and found.st_uid == os.geteuid() and not found.st_mode & 0o077


def _file(here: Path, wanted: str) -> Path:
    return here / f"regelset-{wanted}.json"


def keep(wanted: str, data: bytes) -> bool:
    """Put data in the user's cache, whole or not at all. Whether it lies there now; a folder that others can reach, a
    full disk or a read-only home is no error."""
    here = folder()
    if here is None:
        return False
    try:
        here.mkdir(mode=0o700, parents=True, exist_ok=True)
        if not _only_ours(here):
            return False
        handle, name = tempfile.mkstemp(prefix=".regelset-", dir=here)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(packed(wanted, data))
            Path(name).replace(_file(here, wanted))
        except OSError:
            Path(name).unlink(missing_ok=True)
            raise
        _tidy(here)
    except OSError:
        return False
    return True


def _tidy(here: Path) -> None:
    """Let the oldest go. Another process may be doing the same."""
    ages = []
    for path in here.glob("regelset-*.json"):
        with contextlib.suppress(OSError):
            ages.append((path.stat().st_mtime, path))
    for _, path in sorted(ages)[:-_KEPT]:
        with contextlib.suppress(OSError):
            path.unlink()
