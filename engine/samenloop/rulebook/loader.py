# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""From folders to a checked :class:`Rulebook`. Every mistake in every file is reported at once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from samenloop.documents import read_document
from samenloop.errors import Problem, RulebookError, did_you_mean
from samenloop.resources import data_root, rule_files
from samenloop.rulebook.applying import apply
from samenloop.rulebook.assembly import assemble, combined, digest
from samenloop.rulebook.book import Rulebook
from samenloop.rulebook.checks import every
from samenloop.rulebook.checks.overlays import clashes
from samenloop.rulebook.checks.report import Report
from samenloop.rulebook.fields import Context
from samenloop.rulebook.items import Items, LoadedOverlay, collect, collect_overlays
from samenloop.rulebook.reading import OVERLAY, ReadFile, kind_of, read_file
from samenloop.vocabulary import Vocabulary, load_vocabulary

_VOCABULARY = "rules/woordenlijst.yaml"


def load_rulebook(
    root: Path | None = None,
    *,
    overlays: Sequence[Path | str] = (),
    extra_roots: Sequence[Path] = (),
) -> Rulebook:
    """Load and check the rule base.

    ``root`` holds ``rules`` and ``laws`` (default: the data that ships with the package); ``extra_roots`` are more
    folders laid out the same way. ``overlays`` are applied: the path of an overlay file, or the id of an overlay that
    stands under ``rules/gemeenten``. Raises :class:`RulebookError` with every problem found.
    """
    folder = data_root() if root is None else root
    vocabulary = load_vocabulary(folder)
    context = Context(vocabulary)
    files: list[ReadFile] = []
    problems: list[Problem] = []
    for place in (folder, *extra_roots):
        shown = "" if place is folder else f"{place.name}/"
        for path in rule_files(place):
            relative = path.relative_to(place).as_posix()
            kind = kind_of(relative)
            if kind is not None:
                files.append(read_file(path, shown + relative, kind, context))
            elif relative != _VOCABULARY or place is not folder:
                message = "op deze plaats hoort geen bestand van regels of wetten."
                problems.append(Problem(shown + relative, 0, 0, "R200", message))
    wanted: list[str] = []
    for named in overlays:
        if isinstance(named, str) and not named.endswith(".yaml"):
            wanted.append(named)
            continue
        file = read_file(Path(named), Path(named).as_posix(), OVERLAY, context)
        files.append(file)
        wanted += [str(file.raw["overlay"])] if file.top is not None else []
    source = _Source(vocabulary, tuple(files), _vocabulary_digest(folder))
    problems += source.check() if all(file.whole for file in files) else [p for f in files for p in f.problems]
    if problems:
        raise RulebookError(set(problems))
    return source.with_overlays(tuple(dict.fromkeys(wanted)))


def _vocabulary_digest(folder: Path) -> str:
    document, _problems = read_document((folder / _VOCABULARY).read_text(encoding="utf-8"), _VOCABULARY, "regels")
    return digest("woordenlijst", document.data)


@dataclass(frozen=True)
class _Source:
    """All files of a rule base, read; builds rule books from them (the ``Base`` of each)."""

    vocabulary: Vocabulary
    files: tuple[ReadFile, ...]
    vocabulary_digest: str

    def check(self) -> set[Problem]:
        """Every problem of the base, and of each overlay laid over it by itself."""
        problems = {p for file in self.files for p in file.problems}
        items, overlays = collect(self.files), collect_overlays(self.files)
        problems |= every.base(self._report(items, overlays, ()), self.files)
        for loaded in overlays:
            problems |= every.overlay(self._report(items, overlays, (loaded,)))
        return problems

    def with_overlays(self, ids: tuple[str, ...]) -> Rulebook:
        """The rule book with these overlays applied, in this order."""
        items, overlays = collect(self.files), collect_overlays(self.files)
        known = {o.overlay.id: o for o in overlays}
        for name in ids:
            if name not in known:
                hint = did_you_mean(name, known)
                raise RulebookError(Problem("samenloop", 0, 0, "R201", "deze overlay is niet geladen.", hint))
        chosen = tuple(known[name] for name in ids)
        problems: Iterable[Problem] = clashes(chosen)
        report = self._report(items, overlays, chosen)
        if len(chosen) > 1 and not problems:
            problems = every.overlay(report)
        if problems:
            raise RulebookError(set(problems))
        return report.book

    def _report(self, items: Items, overlays: list[LoadedOverlay], chosen: tuple[LoadedOverlay, ...]) -> Report:
        for loaded in chosen:
            items = apply(items, loaded)
        base = [f for f in self.files if f.kind is not OVERLAY or f.name.startswith("rules/")]
        applied = [o.read for o in chosen]
        digests = [digest(f.kind.name, f.raw) for f in base]
        book = assemble(
            self.vocabulary,
            items,
            {o.overlay.id: o.overlay for o in overlays},
            tuple(o.overlay.id for o in chosen),
            self,
            tuple(dict.fromkeys(f.name for f in (*base, *applied))),
            combined([self.vocabulary_digest, *digests], [digest(f.kind.name, f.raw) for f in applied]),
        )
        return Report(book, items, chosen, tuple(overlays))
