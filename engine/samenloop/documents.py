# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""One strict reader for every YAML file, household or rule.

Text in, :class:`Document` out: plain values plus, for every key path, the place where it stands. What YAML guesses is
switched off: numbers with a decimal point, dates, ``yes`` and ``on`` stay text; only whole numbers become numbers (and
``true``/``false`` booleans in a household file). Duplicate keys, anchors, aliases, tags, merge keys, tabs and control
characters are refused. Problems are collected, not raised, so that one reading names them all.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

import yaml
from pydantic import BaseModel, ValidationError

from samenloop.errors import Problem, did_you_mean

Path = tuple[str | int, ...]
Style = Literal["regels", "huishouden"]

_WHOLE = re.compile(r"-?(0|[1-9][0-9]{0,17})\Z")
_REFUSED_WORDS = frozenset({"yes", "no", "on", "off", "y", "n", "true", "false", "null", "~", ""})
_MAX_DEPTH = 40
_BREAK = r"(?:\r\n|[\r\n\x85\u2028\u2029])"
_FOLD = re.compile(rf"[ ]*(?:{_BREAK}[ ]*)+")
_ESCAPE = re.compile(rf"\\(?:x.{{2}}|u.{{4}}|U.{{8}}|{_BREAK}[ ]*|.)")
_CONTROL = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True)
class Mark:
    """A place in a text; line and column count from 1."""

    line: int
    col: int


@dataclass(frozen=True)
class Document:
    """A read file: its values and where each stands."""

    file: str
    data: Any
    values: Mapping[Path, Mark] = field(repr=False)
    keys: Mapping[Path, Mark] = field(repr=False)
    texts: Mapping[Path, str] = field(repr=False)
    """For scalars: ``plain``, ``quoted`` or ``block`` (needed to place a column inside an expression)."""

    def mark(self, path: Path, *, key: bool = False) -> Mark:
        """The place of a path, or of its nearest ancestor that has one."""
        table = self.keys if key else self.values
        while path not in table:
            if not path:
                return Mark(1, 1)
            path, table = path[:-1], self.values
        return table[path]

    def at(self, path: Path) -> Any:
        """The value at a key path."""
        here = self.data
        for part in path:
            here = here[part]
        return here

    def problem(self, code: str, path: Path, message: str, hint: str = "", *, key: bool = False) -> Problem:
        """A problem at a key path of this file."""
        at = self.mark(path, key=key)
        return Problem(self.file, at.line, at.col, code, message, hint, ".".join(map(str, path)))

    def inside(self, path: Path, text: str, offset: int) -> Mark:
        """The place of a character of a scalar's value, for messages inside an expression."""
        at, written = self.mark(path), self._written.get(path)
        if written is None:
            return Mark(at.line, at.col + offset)
        if self.texts[path] == "block":
            row, column = _in_block(written, text, offset)
        else:
            before = re.split(_BREAK, written[: _in_flow(written, offset)])
            row, column = len(before) - 1, len(before[-1])
        return Mark(at.line + row, (column if row else at.col - 1 + column) + 1)

    _written: Mapping[Path, str] = field(default_factory=dict, repr=False)
    """Scalars as they stand in the file, with quotes, escapes and line breaks."""


def _in_block(written: str, text: str, offset: int) -> tuple[int, int]:
    """Row and column (from 0; row 0 is the line of the ``|``) of a character of a block scalar's value."""
    rows = re.split(_BREAK, written)[1:]
    indent = next((len(row) - len(line) for row, line in zip(rows, text.split("\n"), strict=False) if line), 0)
    before = text[:offset].split("\n")
    return len(before), indent + len(before[-1])


def _in_flow(written: str, offset: int) -> int:
    """Where a character of a plain or quoted scalar's value stands in the scalar as written."""
    quote = written[0] if written[0] in "'\"" else ""
    at, end, done = len(quote), len(written) - len(quote), 0
    while at < end:
        fold, step, made = _FOLD.match(written, at, end), 1, 1
        if fold:
            step, made = fold.end() - at, max(1, len(re.findall(_BREAK, fold[0])) - 1)
        elif quote == "'" and written.startswith("''", at):
            step = 2
        elif quote == '"' and (escape := _ESCAPE.match(written, at, end)):
            step, made = escape.end() - at, 0 if escape[0][1] in "\r\n\x85\u2028\u2029" else 1
        if done + made > offset:
            break
        at, done = at + step, done + made
    return at


class _Reader:
    def __init__(self, text: str, file: str, style: Style) -> None:
        self.file, self.style, self.text = file, style, text
        self.problems: list[Problem] = []
        self.refused: list[Problem] = []
        self.values: dict[Path, Mark] = {}
        self.keys: dict[Path, Mark] = {}
        self.texts: dict[Path, str] = {}
        self.written: dict[Path, str] = {}

    def say(self, mark: Any, code: str, message: str, path: Path = (), hint: str = "") -> None:
        self.problems.append(
            Problem(self.file, mark.line + 1, mark.column + 1, code, message, hint, ".".join(map(str, path)))
        )

    def check_characters(self) -> None:
        """Tabs, and the first character that belongs in no text file (YAML readers stop at it)."""
        for number, line in enumerate(re.split(_BREAK, self.text), 1):
            if "\t" in line:
                found = Problem(self.file, number, line.index("\t") + 1, "Y007", "een tab; gebruik spaties.")
                self.problems.append(found)
        control = _CONTROL.search(self.text)
        if control:
            before = re.split(_BREAK, self.text[: control.start()])
            message = "hier staat een onzichtbaar teken dat niet in een tekstbestand hoort."
            self.problems.append(Problem(self.file, len(before), len(before[-1]) + 1, "Y011", message))

    def read(self) -> Any:
        """The data of the first document, read in one pass over the events of the YAML reader."""
        events: Iterator[Any] = iter(yaml.parse(self.text, Loader=_Loader))
        data, documents = None, 0
        for event in events:
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                first = next(events)
                if documents == 1:
                    data = self.build(first, (), events)
                elif documents == 2:
                    self.say(first.start_mark, "Y010", "één document per bestand; haal '---' weg.")
        return data

    def refuse(self, mark: Any, code: str, message: str) -> None:
        """A mistake after which nothing of the file counts."""
        self.say(mark, code, message)
        self.refused.append(self.problems.pop())

    def build(self, event: Any, path: Path, events: Iterator[Any]) -> Any:
        if event.anchor is not None:
            self.refuse(event.start_mark, "Y003", "ankers (&) en verwijzingen (*) zijn niet toegestaan.")
        if isinstance(event, yaml.AliasEvent):
            return None
        if event.tag is not None:
            self.refuse(event.start_mark, "Y005", "een YAML-type (!...) is niet toegestaan.")
        self.values[path] = Mark(event.start_mark.line + 1, event.start_mark.column + 1)
        if isinstance(event, yaml.ScalarEvent):
            return self.scalar(event, path)
        if len(path) > _MAX_DEPTH:
            self.refuse(event.start_mark, "Y009", "de gegevens zijn te diep genest.")
            raise _TooDeepError
        if isinstance(event, yaml.MappingStartEvent):
            return self.mapping(event, path, events)
        out: list[Any] = []
        for child in events:
            if isinstance(child, yaml.SequenceEndEvent):
                break
            out.append(self.build(child, (*path, len(out)), events))
        return out

    def mapping(self, event: Any, path: Path, events: Iterator[Any]) -> dict[str, Any]:
        out: dict[str, Any] = {}
        for at in events:
            if isinstance(at, yaml.MappingEndEvent):
                break
            if not isinstance(at, yaml.ScalarEvent):
                self.say(at.start_mark, "Y006", "een sleutel is één woord.", path)
                self.skip(at, path, events)
                self.skip(next(events), path, events)
                continue
            for code, sort, given in (("Y003", "ankers (&) en verwijzingen (*) zijn", at.anchor),
                                      ("Y005", "een YAML-type (!...) is", at.tag)):  # fmt: skip
                if given is not None:
                    self.refuse(at.start_mark, code, f"{sort} niet toegestaan.")
            key, value = str(at.value), next(events)
            mark: Any = at.start_mark
            where: Path = (*path, key)
            if key == "<<":
                self.say(mark, "Y003", "samenvoegen met << is niet toegestaan.", path)
            elif key in out:
                self.say(mark, "Y002", "deze sleutel staat er al; een sleutel mag één keer.", where)
            elif self.style == "regels" and event.flow_style and _without_colon(at, value):
                self.say(
                    mark,
                    "Y012",
                    "een komma in een tekst zonder aanhalingstekens breekt de tekst hier af.",
                    path,
                    "Zet de hele tekst tussen aanhalingstekens.",
                )
            else:
                self.keys[where] = Mark(mark.line + 1, mark.column + 1)
                out[key] = self.build(value, where, events)
                continue
            self.skip(value, path, events)
        return out

    def skip(self, event: Any, path: Path, events: Iterator[Any]) -> None:
        """Pass over a value that does not count; what may never stand in a file is still refused."""
        aside = _Reader(self.text, self.file, self.style)
        try:
            aside.build(event, path, events)
        finally:
            self.refused += aside.refused

    def scalar(self, node: Any, path: Path) -> Any:
        text = str(node.value)
        self.written[path] = self.text[node.start_mark.index : node.end_mark.index]
        if node.style in ("|", ">"):
            self.texts[path] = "block"
            if node.style == ">":
                self.say(node.start_mark, "Y008", "gebruik | in plaats van >: met > verschuiven de regels.", path)
            return text
        if node.style in ("'", '"'):
            self.texts[path] = "quoted"
            return text
        self.texts[path] = "plain"
        if _WHOLE.match(text):
            return int(text)
        if self.style == "huishouden" and text in ("true", "false"):
            return text == "true"
        if text.lower() in _REFUSED_WORDS:
            expected = "true of false" if self.style == "huishouden" else "ja of nee"
            what = "hier staat niets" if text == "" else "dit woord leest YAML soms als ja of nee"
            self.say(node.start_mark, "Y004", f"{what}; verwacht een waarde ({expected} bij ja en nee).", path)
            return None
        return text


class _TooDeepError(Exception):
    """More blocks in blocks than any file needs."""


def _without_colon(key: Any, value: Any) -> bool:
    """Whether a key of a flow mapping has no colon: what stands after a comma that was meant as text."""
    if not isinstance(value, yaml.ScalarEvent) or value.value != "":
        return False
    end: Any = key.end_mark
    start: Any = value.start_mark
    return bool((end.line, end.column) == (start.line, start.column))


def read_document(text: str, file: str, style: Style) -> tuple[Document, list[Problem]]:
    """Read YAML text strictly.

    Returns the document and every problem found. When the text is no YAML at all the document's data is ``None`` and
    the one problem says where reading stopped.
    """
    text = text.removeprefix("\ufeff")
    reader = _Reader(text, file, style)
    reader.check_characters()
    data: Any = None
    try:
        if not reader.problems:
            data = reader.read()
    except _TooDeepError:
        pass
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        row, col = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        message = "dit is geen geldige YAML; let op inspringen, aanhalingstekens en komma's."
        reader.refused.append(Problem(file, row, col, "Y001", message))
    except (yaml.YAMLError, RecursionError):
        reader.refused.append(Problem(file, 1, 1, "Y001", "dit bestand is niet als YAML te lezen."))
    if reader.refused:
        return Document(file, None, {}, {}, {}), sorted(set(reader.refused))
    return (
        Document(file, data, reader.values, reader.keys, reader.texts, reader.written),
        sorted(set(reader.problems)),
    )


def validation_problems(
    error: ValidationError,
    document: Document,
    fields: Mapping[Path, Iterable[str]] | Callable[[Path], Iterable[str]] | None = None,
    base: Path = (),
) -> list[Problem]:
    """Turn pydantic's errors into problems with a place in the file, in Dutch, without any value.

    Types that have their own wording raise ``PydanticCustomError(code, dutch text)``: code and text are taken over
    (a code is an upper-case letter and digits). Its context may hold ``hint``, ``key`` (true: point at the key, not at
    the value) and ``offset`` (a place inside the value's text, from 0). Everything pydantic words itself gets the
    sentences below. Location parts that are no key of the file (tags of unions, validators) are skipped.

    ``fields`` gives the keys known at a block, by the shape of its path or by the path itself. ``base`` is the path of
    the part of the file that was validated.
    """
    out: list[Problem] = []
    for item in error.errors(include_input=False, include_url=False):
        path = _existing(document.data, (*base, *item["loc"]))
        kind = str(item["type"])
        if kind == "missing":
            key = str(item["loc"][-1])
            out.append(document.problem("V001", path, f"de sleutel '{key}' ontbreekt."))
        elif kind == "extra_forbidden":
            key = str(item["loc"][-1])
            block = path[:-1]
            known = tuple(fields(block) if callable(fields) else (fields or {}).get(_shape(block), ()))
            hint = did_you_mean(key, known)
            out.append(document.problem("V002", path, "deze sleutel bestaat hier niet.", hint, key=True))
        elif re.fullmatch(r"[A-Z][0-9]{3}", kind):
            context = item.get("ctx", {})
            found = document.problem(
                kind, path, str(item["msg"]), str(context.get("hint", "")), key=bool(context.get("key"))
            )
            if "offset" in context:
                at = document.inside(path, str(document.at(path)), int(context["offset"]))
                found = found.moved(at.line, at.col)
            out.append(found)
        else:
            out.append(document.problem("V003", path, _DUTCH.get(kind, _fallback(kind, item.get("ctx", {})))))
    return out


def model_keys(model: type[BaseModel]) -> dict[Path, tuple[str, ...]]:
    """Per shape of a path (list positions written as ``*``): the keys a model knows there, for did-you-mean."""
    out: dict[Path, tuple[str, ...]] = {}

    def walk(kind: Any, path: Path, depth: int) -> None:
        if depth > _MAX_DEPTH:
            return
        if isinstance(kind, type) and issubclass(kind, BaseModel):
            names = tuple(f.alias or n for n, f in kind.model_fields.items())
            out[path] = (*out.get(path, ()), *names)
            for name, info in kind.model_fields.items():
                walk(info.annotation, (*path, info.alias or name), depth + 1)
            return
        for inner in getattr(kind, "__args__", ()):
            origin = getattr(kind, "__origin__", None)
            walk(inner, (*path, "*") if origin in (list, tuple) else path, depth + 1)

    walk(model, (), 0)
    return out


def _shape(path: Path) -> Path:
    return tuple("*" if isinstance(part, int) else part for part in path)


def _existing(data: Any, loc: tuple[int | str, ...]) -> Path:
    path: list[str | int] = []
    here: Any = data
    for part in loc:
        known: Any = here if isinstance(here, dict) else range(len(here)) if isinstance(here, list) else ()
        if part in known:
            here = here[part]
            path.append(part)
    return tuple(path)


_DUTCH = {
    "string_type": "verwacht een tekst.",
    "int_type": "verwacht een heel getal.",
    "int_parsing": "verwacht een heel getal.",
    "bool_type": "verwacht ja of nee.",
    "bool_parsing": "verwacht ja of nee.",
    "list_type": "verwacht een lijst.",
    "tuple_type": "verwacht een lijst.",
    "dict_type": "verwacht een blok met sleutels.",
    "model_type": "verwacht een blok met sleutels.",
    "model_attributes_type": "verwacht een blok met sleutels.",
    "too_short": "deze lijst mag niet leeg zijn.",
    "string_too_short": "deze tekst mag niet leeg zijn.",
    "string_pattern_mismatch": "deze code heeft niet de juiste vorm (kleine letters, cijfers, punt of _).",
}


def _fallback(kind: str, context: Mapping[str, Any]) -> str:
    if kind == "literal_error" and "expected" in context:
        return f"verwacht {str(context['expected']).replace(' or ', ' of ')}."
    if kind in ("greater_than_equal", "less_than_equal", "greater_than", "less_than"):
        return "het getal valt buiten wat hier kan."
    return "deze waarde heeft niet de verwachte vorm."
