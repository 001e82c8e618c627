# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""The rule base, by the shortest way: its compiled form when there is one under the right key, else its files.

The reader, the parser and the checks are imported only when files are read.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from samenloop.resources import data_root
from samenloop.rulebook import compiled, store
from samenloop.rulebook.book import Base, Rulebook
from samenloop.rulebook.rest import collector_at_rest


def load_rulebook(
    root: Path | None = None,
    *,
    overlays: Sequence[Path | str] = (),
    extra_roots: Sequence[Path] = (),
) -> Rulebook:
    """Load and check the rule base.

    ``root`` holds ``rules`` and ``laws`` (default: the data that ships with the package); ``extra_roots`` are more
    folders laid out the same way, whose ``rules/woordenlijst.yaml``, if there is one, adds words. ``overlays`` are
    applied: the path of an overlay file, or the id of an overlay that stands under ``rules/gemeenten``.
    Raises :class:`RulebookError` with every problem found.

    The data that ships with the package is compiled once: see docs/adr/0025. A folder named by the caller is read.
    """
    if root is None:
        return Compiling(data_root(), tuple(extra_roots)).book(tuple(overlays))
    return _from_files(root, overlays, extra_roots)


def _from_files(root: Path, overlays: Sequence[Path | str], extra_roots: Sequence[Path]) -> Rulebook:
    from samenloop.rulebook.loader import load

    return load(root, overlays, extra_roots)


class Compiling:
    """Folders of which rule books are compiled; what a compiled rule book is built from.

    What it has made it keeps, as long as no file changes.
    """

    def __init__(self, root: Path, extra_roots: tuple[Path, ...] = ()) -> None:
        self._roots = (root, *extra_roots)
        self._made: dict[str, Rulebook] = {}
        self._files: tuple[str, Base] | None = None

    def book(self, overlays: tuple[Path | str, ...]) -> Rulebook:
        """The rule book with these overlays, from the compiled form if there is one; made and kept if there is none."""
        ids = tuple(o for o in overlays if isinstance(o, str) and not o.endswith(".yaml"))
        key = self._key(ids) if len(ids) == len(overlays) else None
        if key is None:  # a file by its path is read: somebody may be writing it
            return _from_files(self._roots[0], overlays, self._roots[1:])
        if key not in self._made:
            self._made[key] = self._compiled(key) or self._compile(key, ids)
        return self._made[key]

    def with_overlays(self, ids: tuple[str, ...]) -> Rulebook:
        """The same folders with these overlays applied."""
        return self.book(ids)

    def _key(self, ids: tuple[str, ...] = ()) -> str | None:
        try:
            return store.key(self._roots, ids)
        except OSError:
            return None

    def _compiled(self, key: str) -> Rulebook | None:
        data = store.find(key, self._roots[0] / store.SHIPPED)
        try:
            with collector_at_rest():
                return None if data is None else compiled.load(data, self)
        except (ValueError, KeyError, IndexError, TypeError):  # bytes with a good checksum that are no rule book
            return None

    def _compile(self, key: str, ids: tuple[str, ...]) -> Rulebook:
        plain = self._key()
        if self._files is None or self._files[0] != plain:
            self._files = (plain or "", _from_files(self._roots[0], (), self._roots[1:]).base)
        made = replace(self._files[1].with_overlays(ids), base=self)
        if key == self._key(ids):  # no file changed while it was read
            store.keep(key, compiled.dump(made))
        return made
