# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""One file of ``rules/`` or ``laws/`` to models with their places.

Which model belongs to a file follows from its path. The lists of a file are read entry by entry: one bad entry is
reported and left out, the rest still counts, and the ids it would have declared are remembered so that the checks
between files do not complain about them a second time.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path as FilePath
from typing import Any, Generic, TypeVar

from pydantic import TypeAdapter, ValidationError

from samenloop.documents import Document, Path, read_document, validation_problems
from samenloop.errors import Problem
from samenloop.rulebook.common import Mandator
from samenloop.rulebook.facts import Fact
from samenloop.rulebook.fields import Context
from samenloop.rulebook.hooks import Hook, HookFile, Knob
from samenloop.rulebook.laws import Article, ArticleFile, Law, Parameter, ParameterFile, Provision, ProvisionFile
from samenloop.rulebook.model import Model
from samenloop.rulebook.overlays import AnyOverlayChange, LocalRegulation, OverlayFile
from samenloop.rulebook.patterns import Pattern, PatternFile
from samenloop.rulebook.rules import Always, Example, NotModelled, Rule, RuleFile
from samenloop.rulebook.walk import keys_at

M = TypeVar("M", bound=Model, covariant=True)


@dataclass(frozen=True)
class Place:
    """A block of a file."""

    document: Document = field(repr=False)
    path: Path

    def problem(
        self, code: str, message: str, hint: str = "", *, at: Path = (), key: bool = False, offset: int | None = None
    ) -> Problem:
        """A problem at a key path below this block; ``offset`` places it inside the text that stands there."""
        path = (*self.path, *at)
        found = self.document.problem(code, path, message, hint, key=key)
        if offset is not None:
            try:
                mark = self.document.inside(path, str(self.document.at(path)), offset)
            except (KeyError, IndexError, TypeError):
                return found
            found = found.moved(mark.line, mark.col)
        return found

    @property
    def line(self) -> int:
        """Line of the block in its file, from 1."""
        return self.document.mark(self.path).line


@dataclass(frozen=True)
class Item(Generic[M]):
    """A model with the place it was read from."""

    model: M
    place: Place


@dataclass(frozen=True)
class Kind:
    """A kind of file: the model of its top, and per list key what its entries are."""

    name: str
    top: type[Model]
    lists: Mapping[str, Any] = field(default_factory=dict)


RULES = Kind(
    "regelbestand",
    RuleFile,
    {"feiten": Fact, "altijd": Always, "regels": Rule, "voorbeelden": Example, "niet_gemodelleerd": NotModelled},
)
LAW = Kind("wet", Law)
ARTICLES = Kind("artikelen", ArticleFile, {"artikelen": Article})
PARAMETERS = Kind("parameters", ParameterFile, {"parameters": Parameter})
PROVISIONS = Kind("bepalingen", ProvisionFile, {"bepalingen": Provision})
HOOKS = Kind("uitzonderingen", HookFile, {"feiten": Fact, "knoppen": Knob, "uitzonderingen": Hook})
PATTERNS = Kind("patronen", PatternFile, {"patronen": Pattern})
OVERLAY = Kind(
    "overlay",
    OverlayFile,
    {
        "regelgeving": LocalRegulation, "mandaten": Mandator, "feiten": Fact, "wijzigt": AnyOverlayChange,
        "voorbeelden": Example,
    },
)  # fmt: skip

_KINDS = (
    (r"rules/uitzonderingen/[^/]+\.yaml", HOOKS),
    (r"rules/patronen/[^/]+\.yaml", PATTERNS),
    (r"rules/gemeenten/[^/]+/[^/]+\.yaml", OVERLAY),
    (r"rules/[^/]+/[^/]+\.yaml", RULES),
    (r"laws/bepalingen/[^/]+\.yaml", PROVISIONS),
    (r"laws/[^/]+/wet\.yaml", LAW),
    (r"laws/[^/]+/artikelen\.yaml", ARTICLES),
    (r"laws/[^/]+/parameters/[^/]+\.yaml", PARAMETERS),
)


def kind_of(relative: str) -> Kind | None:
    """The kind of a file by its path below the data folder; ``None``: no rule or law file belongs there."""
    return next((kind for pattern, kind in _KINDS if re.fullmatch(pattern, relative)), None)


@dataclass(frozen=True)
class ReadFile:
    """A read file. ``whole`` is false when entries may be missing from it without being known by id."""

    kind: Kind
    document: Document
    raw: Mapping[str, Any]
    top: Model | None
    items: Mapping[str, tuple[Item[Any], ...]]
    broken: frozenset[str]
    problems: tuple[Problem, ...]
    whole: bool

    @property
    def name(self) -> str:
        """The file's name, as problems print it."""
        return self.document.file

    def of(self, key: str, kind: type[M]) -> tuple[Item[M], ...]:
        """The good entries of a list."""
        return tuple(item for item in self.items.get(key, ()) if isinstance(item.model, kind))

    @property
    def place(self) -> Place:
        """The whole file."""
        return Place(self.document, ())


def read_file(path: FilePath, name: str, kind: Kind, context: Context) -> ReadFile:
    """Read one file. Nothing is raised; every mistake is in ``problems``."""
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        problem = Problem(name, 0, 0, "R030", "dit bestand is niet te lezen (geen UTF-8, of het bestaat niet).")
        return ReadFile(kind, Document(name, None, {}, {}, {}), {}, None, {}, frozenset(), (problem,), False)
    return read_text(text, name, kind, context)


def read_text(text: str, name: str, kind: Kind, context: Context) -> ReadFile:
    """As :func:`read_file`, from text."""
    document, problems = read_document(text, name, "regels")
    raw = document.data
    if not isinstance(raw, dict):
        if not problems:
            problems = [document.problem("V003", (), "verwacht een blok met sleutels.")]
        return ReadFile(kind, document, {}, None, {}, frozenset(), tuple(problems), False)
    seen = {p.path for p in problems}
    top, found = _validate(kind.top, raw, document, (), context)
    items: dict[str, tuple[Item[Any], ...]] = {}
    broken: set[str] = set()
    for key, model in kind.lists.items():
        entries = raw.get(key)
        good: list[Item[Any]] = []
        for i, entry in enumerate(entries if isinstance(entries, list) else ()):
            place = Place(document, (key, i))
            made, wrong = _validate(model, _complete(key, entry, raw), document, place.path, context)
            found += wrong
            if made is None or any(f"{p.path}.".startswith(f"{key}.{i}.") for p in problems):
                broken |= set(declared(entry)) | _law_of(key, entry, raw)
            if made is not None:
                good.append(Item(made, place))
        items[key] = tuple(good)
    torn = [p.path for p in problems if p.code == "Y012"]
    problems += [p for p in found if p.path not in seen and not any(f"{p.path}.".startswith(f"{t}.") for t in torn)]
    if top is None:
        broken |= set(declared({k: v for k, v in raw.items() if k not in kind.lists})) | _law_of("wet", raw, raw)
    whole = set(raw) <= set(keys_at(kind.top, raw, ())) and all(
        isinstance(raw[key], list) for key in kind.lists if key in raw
    )
    return ReadFile(kind, document, raw, top, items, frozenset(broken), tuple(problems), whole)


def _law_of(key: str, entry: Any, raw: Mapping[str, Any]) -> set[str]:
    """The law of which something could not be read, as ``wet:<id>``."""
    owner = entry if key == "regelgeving" else raw if key in ("artikelen", "wet") else {}
    law = owner.get("wet") if isinstance(owner, Mapping) else None
    return {f"wet:{law}"} if isinstance(law, str) else set()


def _complete(key: str, entry: Any, raw: Mapping[str, Any]) -> Any:
    """An entry with what the top of the file says for all entries, and what stands beside a rule in an overlay."""
    if not isinstance(entry, dict):
        return entry
    if key == "wijzigt":
        for verb, fallback in (("voeg_toe", entry.get("over", "persoon")), ("door", "persoon")):
            rule = entry.get(verb)
            if isinstance(rule, dict) and "over" not in rule:
                entry = {**entry, verb: {"over": fallback, **rule}}
        return entry
    if key in ("feiten", "regels") and "over" not in entry:
        over = raw.get("over", "persoon")
        return {"over": over if isinstance(over, str) else "persoon", **entry}
    return entry


def _validate(
    kind: Any, raw: Any, document: Document, base: Path, context: Context
) -> tuple[Model | None, list[Problem]]:
    try:
        made: Model = _adapter(kind).validate_python(raw, context=context)
    except ValidationError as error:
        return None, validation_problems(error, document, lambda block: keys_at(kind, raw, block[len(base) :]), base)
    return made, []


@cache  # models are constants of the package
def _adapter(kind: Any) -> TypeAdapter[Any]:
    return TypeAdapter(kind)


def declared(raw: Any) -> Iterator[str]:
    """Every id a raw entry would declare, also when the entry itself is wrong."""
    if isinstance(raw, Mapping):
        for key, value in raw.items():
            if isinstance(value, str) and key in _DECLARING:
                yield value
            elif isinstance(value, (Mapping, list)) and key not in _REFERRING:
                yield from declared(value)
    elif isinstance(raw, list):
        for value in raw:
            yield from declared(value)


_REFERRING = frozenset({"grondslag", "eist", "beschermt", "zonder", "schrijft", "klok", "afwijking", "gegeven"})
_DECLARING = frozenset(
    {
        "feit", "regel", "bepaalt", "parameter", "knop", "uitzondering", "patroon", "overlay", "laat_over",
        "kwalificeert", "verplicht", "kost", "vereist",
    }
)  # fmt: skip
