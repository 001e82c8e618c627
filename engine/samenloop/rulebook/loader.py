# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""From folders to a checked :class:`Rulebook`. Every mistake in every file is reported at once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from samenloop.errors import Problem, RulebookError, did_you_mean
from samenloop.resources import rule_files
from samenloop.rulebook.applying import apply
from samenloop.rulebook.assembly import assemble, combined, digest
from samenloop.rulebook.book import Rulebook
from samenloop.rulebook.checks import every
from samenloop.rulebook.checks.overlays import clashes
from samenloop.rulebook.checks.report import Report
from samenloop.rulebook.fields import Context
from samenloop.rulebook.items import Items, LoadedOverlay, collect, collect_overlays
from samenloop.rulebook.reading import OVERLAY, ReadFile, kind_of, read_file
from samenloop.rulebook.rest import collector_at_rest
from samenloop.vocabulary import Vocabulary, load_vocabulary

_VOCABULARY = "rules/woordenlijst.yaml"


def load(root: Path, overlays: Sequence[Path | str], extra_roots: Sequence[Path]) -> Rulebook:
    """Read and check everything, with these overlays applied. See :func:`samenloop.rulebook.load_rulebook`."""
    with collector_at_rest():
        source, wanted = _read(root, overlays, extra_roots)
        return source.with_overlays(wanted)


def _read(root: Path, overlays: Sequence[Path | str], extra_roots: Sequence[Path]) -> tuple[_Source, tuple[str, ...]]:
    roots = (root, *extra_roots)
    vocabulary = load_vocabulary(roots[0], roots[1:])
    context = Context(vocabulary)
    by_path: dict[Path, ReadFile] = {}
    problems: list[Problem] = []
    for folder in roots:
        shown = "" if folder is roots[0] else f"{folder.name}/"
        for path in rule_files(folder):
            relative = path.relative_to(folder).as_posix()
            kind = kind_of(relative)
            if kind is not None:
                by_path[path.resolve()] = read_file(path, shown + relative, kind, context)
            elif relative != _VOCABULARY:
                message = "op deze plaats hoort geen bestand van regels of wetten."
                problems.append(Problem(shown + relative, 0, 0, "R200", message))
    base = tuple(by_path.values())
    wanted: list[str] = []
    for named in overlays:
        if isinstance(named, str) and not named.endswith(".yaml"):
            wanted.append(named)
            continue
        path = Path(named).resolve()
        if path not in by_path:
            by_path[path] = read_file(path, Path(named).as_posix(), OVERLAY, context)
        wanted += [str(by_path[path].raw["overlay"])] if by_path[path].top is not None else []
    source = _Source(vocabulary, base, tuple(by_path.values())[len(base) :])
    problems += source.check()
    if problems:
        raise RulebookError(set(problems))
    return source, tuple(dict.fromkeys(wanted))


def _words_digest(words: Vocabulary) -> str:
    lists = {
        name: [[w.id, w.label, w.explanation, dict(w.extra)] for w in entries.values()]
        for name, entries in words.lists.items()
    }
    return digest("woordenlijst", [lists, words.display_only, words.not_read_yet])


@dataclass(frozen=True)
class _Source:
    """All files of a rule base, read: those of the folders, and overlays given by path. Builds rule books from them."""

    vocabulary: Vocabulary
    files: tuple[ReadFile, ...]
    given: tuple[ReadFile, ...]

    @cached_property
    def items(self) -> Items:
        """The parts of the base."""
        return collect(self.files)

    @cached_property
    def overlays(self) -> Mapping[str, LoadedOverlay]:
        """Every overlay by id."""
        return {o.overlay.id: o for o in reversed(self.read_overlays)}

    @cached_property
    def read_overlays(self) -> tuple[LoadedOverlay, ...]:
        """Every overlay; an id can wrongly stand twice."""
        return tuple(collect_overlays((*self.files, *self.given)))

    @cached_property
    def base_digests(self) -> tuple[str, ...]:
        """One per file of the folders, word lists included."""
        return (_words_digest(self.vocabulary), *(digest(f.kind.name, f.raw) for f in self.files))

    @cached_property
    def plain(self) -> Report:
        """The base without overlays."""
        return self._report(())

    def check(self) -> set[Problem]:
        """Every problem of the base, and of each overlay laid over it by itself.

        Where a whole part of a file could not be read, nothing between files is checked: too much would seem missing.
        """
        files = (*self.files, *self.given)
        problems = {p for file in files for p in file.problems}
        if all(file.whole for file in files):
            problems |= every.base(self.plain, files)
            for loaded in self.read_overlays:
                problems |= every.overlay(self._report((loaded,)))
        return problems

    def with_overlays(self, ids: tuple[str, ...]) -> Rulebook:
        """The rule book with these overlays applied, in this order."""
        for name in ids:
            if name not in self.overlays:
                hint = did_you_mean(name, self.overlays)
                raise RulebookError(Problem("samenloop", 0, 0, "R201", "deze overlay is niet geladen.", hint))
        if not ids:
            return self.plain.book
        chosen = tuple(self.overlays[name] for name in ids)
        report = self._report(chosen)
        problems = set(clashes(chosen))
        if len(chosen) > 1 and not problems:
            problems = every.overlay(report)
        if problems:
            raise RulebookError(problems)
        return report.book

    def _report(self, chosen: tuple[LoadedOverlay, ...]) -> Report:
        items = self.items
        for loaded in chosen:
            items = apply(items, loaded)
        applied = [o.read for o in chosen]
        book = assemble(
            self.vocabulary,
            items,
            {name: o.overlay for name, o in self.overlays.items()},
            tuple(o.overlay.id for o in chosen),
            self,
            tuple(dict.fromkeys(f.name for f in (*self.files, *applied))),
            combined(self.base_digests, [digest(f.kind.name, f.raw) for f in applied]),
        )
        return Report(book, items, chosen, self.read_overlays)
