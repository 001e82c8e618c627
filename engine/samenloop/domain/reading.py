# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""Reads a household file: a :class:`Household`, or every mistake in the file at once.

A message names the place and what was expected. It never holds what was found: no value, and no key that is not of the
contract.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path as FilePath
from typing import Any

from pydantic import ValidationError

from samenloop.documents import Document, Path, model_keys, read_document, validation_problems
from samenloop.domain.blocks import Block
from samenloop.domain.checks import check_household, warn_household
from samenloop.domain.contract import as_keys, below, contract_paths, nodes, slots
from samenloop.domain.events import Event, details_of
from samenloop.domain.household import Household
from samenloop.domain.identity import identifying, likely_address, likely_names
from samenloop.domain.kinds import TextKind
from samenloop.errors import InputError, Problem
from samenloop.vocabulary import Vocabulary

MAX_BYTES = 2_000_000
_UNREADABLE = ("Y004", "Y005", "Y009")
_COMMA = "Staat er een komma in een bedrag of tekst? Een bedrag krijgt een punt, een tekst aanhalingstekens."


@dataclass(frozen=True)
class Loaded:
    """A household, what is worth saying about its file, and where in the file everything stands."""

    household: Household
    warnings: tuple[Problem, ...]
    document: Document


def read_household(path: FilePath, vocabulary: Vocabulary) -> Loaded:
    """Read a household from a file. Raises :class:`InputError` with every mistake."""
    name = str(path)
    try:
        if path.is_dir():
            raise InputError(Problem(name, 0, 0, "H002", "dit is een map; verwacht een bestand."))
        if path.stat().st_size > MAX_BYTES:
            raise _too_large(name)
        text = path.read_bytes().decode("utf-8-sig")
    except FileNotFoundError:
        raise InputError(Problem(name, 0, 0, "H001", "dit bestand bestaat niet.")) from None
    except OSError:
        raise InputError(Problem(name, 0, 0, "H003", "dit bestand is niet te openen.")) from None
    except UnicodeDecodeError:
        raise InputError(Problem(name, 0, 0, "H005", "dit bestand is geen tekst in UTF-8; sla het zo op.")) from None
    return load_household(text, name, vocabulary)


def load_household(text: str, file: str, vocabulary: Vocabulary) -> Loaded:
    """Read a household from YAML text; ``file`` is the name used in messages.

    Raises :class:`InputError` with every mistake of the file, each with line and column.
    """
    if len(text) > MAX_BYTES:
        raise _too_large(file)
    written, unread = read_document(text, file, "huishouden")
    if not isinstance(written.data, dict):
        raise InputError(unread or written.problem("H006", (), "verwacht sleutels, te beginnen met 'schema: 1'."))
    renames = _misspelled(written.data, Household, ())
    document = _mended(written, renames)
    unread = [replace(one, path=_moved_text(one.path, written, renames)) for one in unread]
    household, invalid = _validated(document, vocabulary)
    problems = _told_once(document, unread, _misspelling(written, renames), invalid, vocabulary)
    problems += _guard_comments(text, file, {problem.line for problem in problems})
    safe = _Masked(document, vocabulary)
    if problems or household is None:
        raise InputError(map(safe, set(problems)))
    warnings = (*warn_household(document), *_warn_texts(document, vocabulary))
    return Loaded(household, tuple(sorted(map(safe, warnings))), document)


def _validated(document: Document, vocabulary: Vocabulary) -> tuple[Household | None, list[Problem]]:
    try:
        return Household.model_validate(document.data, context=vocabulary), []
    except ValidationError as error:
        return None, validation_problems(error, document, model_keys(Household))


def _too_large(file: str) -> InputError:
    return InputError(Problem(file, 0, 0, "H004", "dit bestand is te groot; hoogstens 2 MB."))


def _told_once(
    document: Document,
    unread: list[Problem],
    misspelled: list[Problem],
    invalid: list[Problem],
    vocabulary: Vocabulary,
) -> list[Problem]:
    """Every mistake once: what one check says about a place is not said again by another."""
    guarded = list(_guard(document))
    identity = {problem.path for problem in guarded}
    unknown = {problem.path for problem in (*misspelled, *invalid) if problem.code == "V002"}
    unreadable = {problem.path for problem in unread if problem.code in _UNREADABLE}
    silent = identity | {problem.path for problem in misspelled} | (unreadable - unknown)
    return [
        *(one for one in unread if not (one.code in _UNREADABLE and one.path in unknown)),
        *guarded,
        *(one for one in misspelled if one.path not in identity),
        *(
            replace(one, hint=_COMMA) if one.code == "V002" and one.path in unreadable else one
            for one in invalid
            if one.code == "V001" or one.path not in silent
        ),
        *(one for one in check_household(document, vocabulary) if one.path not in silent),
    ]


def _misspelled(raw: Any, model: type[Block], path: Path) -> dict[Path, str]:
    """Keys that do not exist and resemble one key that does and is not there: its path, and the key that is meant.

    What stands below such a key is read as if it were spelled right, so that one typing mistake is one message and
    hides nothing.
    """
    known, out = slots(model), {}
    taken = set(raw)
    for key, value in raw.items():
        meant = key
        if key not in known:
            near = difflib.get_close_matches(key, known, n=1, cutoff=0.6)
            if not near or near[0] in taken:
                continue
            meant = out[(*path, key)] = near[0]
            taken.add(meant)
        slot = known[meant]
        if slot.block is not None:
            for where, one in below(slot, value, (*path, key)):
                out |= _misspelled(one, slot.block, where)
    return out


def _mended(document: Document, renames: Mapping[Path, str]) -> Document:
    """The document with misspelled keys put right; every place stays what it was."""
    if not renames:
        return document

    def again(value: Any, path: Path) -> Any:
        if isinstance(value, dict):
            return {renames.get((*path, k), k): again(v, (*path, k)) for k, v in value.items()}
        if isinstance(value, list):
            return [again(v, (*path, i)) for i, v in enumerate(value)]
        return value

    values, keys = ({_moved(p, renames): at for p, at in t.items()} for t in (document.values, document.keys))
    return replace(document, data=again(document.data, ()), values=values, keys=keys)


def _moved(path: Path, renames: Mapping[Path, str]) -> Path:
    return tuple(renames.get(path[: i + 1], part) for i, part in enumerate(path))


def _moved_text(path: str, document: Document, renames: Mapping[Path, str]) -> str:
    known = {_joined(one): one for one in (*document.values, *document.keys)}
    return _joined(_moved(known[path], renames)) if path in known else path


def _misspelling(document: Document, renames: Mapping[Path, str]) -> list[Problem]:
    return [
        replace(
            document.problem("V002", path, "deze sleutel bestaat hier niet.", f"Bedoelt u '{meant}'?", key=True),
            path=_joined(_moved(path, renames)),
        )
        for path, meant in renames.items()
    ]


def _joined(path: Iterable[str | int]) -> str:
    return ".".join(map(str, path))


class _Masked:
    """Takes from a problem's path what is no word of the contract: the reader finds it at the line and column."""

    def __init__(self, document: Document, vocabulary: Vocabulary) -> None:
        self.document, self.vocabulary = document, vocabulary

    @cached_property
    def known(self) -> set[str]:
        """Every key of the contract, and every detail of an event."""
        details = (details_of(self.vocabulary, event) or {} for event in self.vocabulary.ids("gebeurtenissen"))
        keys = {part for path in contract_paths() for part in path.split(".")}
        return keys | {"van", "tot"} | {key for one in details for key in one}

    @cached_property
    def paths(self) -> dict[str, Path]:
        """Every path of the document by its text."""
        return {_joined(path): path for path in (*self.document.values, *self.document.keys)}

    def __call__(self, problem: Problem) -> Problem:
        path = self.paths.get(problem.path, ())
        return replace(problem, path=_joined(p if isinstance(p, int) or p in self.known else "?" for p in path))


def _scalars(value: Any, path: Path) -> Iterator[tuple[Path, Any, bool]]:
    """Every value and (marked) every key, with its path."""
    if isinstance(value, dict):
        for key, one in value.items():
            yield (*path, key), key, True
            yield from _scalars(one, (*path, key))
    elif isinstance(value, list):
        for i, one in enumerate(value):
            yield from _scalars(one, (*path, i))
    elif value is not None and not isinstance(value, bool):
        yield path, value, False


def _guard(document: Document) -> Iterator[Problem]:
    for path, value, is_key in _scalars(document.data, ()):
        found = identifying(str(value))
        if found:
            yield document.problem(found[0], path, found[1], key=is_key)


_COMMENT = re.compile(r"(?:^|\s)#(.*)$")


def _guard_comments(text: str, file: str, told: Collection[int]) -> list[Problem]:
    """The same for comments, which are no data but do travel with the file."""
    out = []
    for number, line in enumerate(text.splitlines(), 1):
        comment = _COMMENT.search(line)
        found = identifying(comment[1]) if comment and number not in told else None
        if comment and found:
            out.append(Problem(file, number, comment.start(1), *found))
    return out


def _warn_texts(document: Document, vocabulary: Vocabulary) -> Iterator[Problem]:
    known: set[str] = set()
    for path, text in _free_texts(document):
        names = likely_names(text)
        if names and not known:
            labels = (word.label for words in vocabulary.lists.values() for word in words.values())
            known = {part.lower() for label in labels for part in re.findall(r"[^\W\d]+", label)}
        if likely_address(text):
            yield document.problem("H082", path, "hier staat misschien een adres; laat weg wie het is.")
        elif names - known:
            yield document.problem("H081", path, "hier staat misschien een naam; noem een rol in plaats van een naam.")


def _free_texts(document: Document) -> Iterator[tuple[Path, str]]:
    for node in nodes(document.data):
        for key, slot in slots(node.model).items():
            if isinstance(slot.kind, TextKind) and slot.kind.free:
                yield from _texts(node.raw.get(key), (*node.path, key))
        if node.model is Event:
            for key, value in as_keys(node.raw.get("details")).items():
                yield from _texts(value, (*node.path, "details", key))


def _texts(raw: Any, path: Path) -> Iterator[tuple[Path, str]]:
    return ((where, value) for where, value, is_key in _scalars(raw, path) if isinstance(value, str) and not is_key)
