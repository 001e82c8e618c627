# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""One strict reader for every YAML file, household or rule.

Text in, :class:`Document` out: plain values plus, for every key path, the place where it stands. What YAML guesses is
switched off: numbers with a decimal point, dates, ``yes`` and ``on`` stay text; only whole numbers become numbers (and
``true``/``false`` booleans in a household file). Duplicate keys, anchors, aliases, tags, merge keys and tabs are
refused. Problems are collected, not raised, so that one reading names them all.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
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
        at = self.mark(path)
        style = self.texts.get(path, "plain")
        before = text[:offset]
        newlines = before.count("\n")
        column = offset - (before.rfind("\n") + 1)
        if style == "block":
            first = self._block_indent.get(path, at.col - 1)
            return Mark(at.line + 1 + newlines, first + column + 1)
        if newlines:
            return Mark(at.line + newlines, column + 1)
        return Mark(at.line, at.col + column + (1 if style == "quoted" else 0))

    _block_indent: Mapping[Path, int] = field(default_factory=dict, repr=False)


class _Reader:
    def __init__(self, text: str, file: str, style: Style) -> None:
        self.file, self.style, self.lines = file, style, text.splitlines()
        self.problems: list[Problem] = []
        self.values: dict[Path, Mark] = {}
        self.keys: dict[Path, Mark] = {}
        self.texts: dict[Path, str] = {}
        self.indents: dict[Path, int] = {}

    def say(self, mark: Any, code: str, message: str, path: Path = (), hint: str = "") -> None:
        self.problems.append(
            Problem(self.file, mark.line + 1, mark.column + 1, code, message, hint, ".".join(map(str, path)))
        )

    def build(self, node: yaml.Node, path: Path) -> Any:
        self.values[path] = Mark(node.start_mark.line + 1, node.start_mark.column + 1)
        if len(path) > _MAX_DEPTH:
            self.say(node.start_mark, "Y009", "de gegevens zijn te diep genest.", path[:3])
            return None
        if node.tag and not node.tag.startswith("tag:yaml.org,2002:"):
            self.say(node.start_mark, "Y005", "een eigen YAML-type (!...) is niet toegestaan.", path)
            return None
        if isinstance(node, yaml.MappingNode):
            return self.mapping(node, path)
        if isinstance(node, yaml.SequenceNode):
            return [self.build(child, (*path, i)) for i, child in enumerate(node.value)]
        assert isinstance(node, yaml.ScalarNode)
        return self.scalar(node, path)

    def mapping(self, node: yaml.MappingNode, path: Path) -> dict[str, Any]:
        out: dict[str, Any] = {}
        for key_node, value_node in node.value:
            if not isinstance(key_node, yaml.ScalarNode):
                self.say(key_node.start_mark, "Y006", "een sleutel is één woord.", path)
                continue
            key = str(key_node.value)
            if key == "<<":
                self.say(key_node.start_mark, "Y003", "samenvoegen met << is niet toegestaan.", path)
                continue
            where: Path = (*path, key)
            if key in out:
                self.say(
                    key_node.start_mark, "Y002", "deze sleutel staat er al; een sleutel mag één keer.", where
                )
                continue
            self.keys[where] = Mark(key_node.start_mark.line + 1, key_node.start_mark.column + 1)
            out[key] = self.build(value_node, where)
        return out

    def scalar(self, node: yaml.ScalarNode, path: Path) -> Any:
        text = str(node.value)
        if node.style in ("|", ">"):
            self.texts[path] = "block"
            first = node.start_mark.line + 1
            line = self.lines[first] if first < len(self.lines) else ""
            self.indents[path] = len(line) - len(line.lstrip(" "))
            if node.style == ">":
                self.say(
                    node.start_mark, "Y008", "gebruik | in plaats van >: met > verschuiven de regels.", path
                )
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
            self.say(
                node.start_mark, "Y004", f"{what}; verwacht een waarde ({expected} bij ja en nee).", path
            )
            return None
        return text


def read_document(text: str, file: str, style: Style) -> tuple[Document, list[Problem]]:
    """Read YAML text strictly.

    Returns the document and every problem found. When the text is no YAML at all the document's data is ``None`` and
    the one problem says where reading stopped.
    """
    reader = _Reader(text, file, style)
    for number, line in enumerate(text.splitlines(), 1):
        if "\t" in line[: len(line) - len(line.lstrip())]:
            reader.problems.append(
                Problem(file, number, line.index("\t") + 1, "Y007", "een tab; gebruik spaties.")
            )
    data: Any = None
    try:
        if not reader.problems:
            for token in yaml.scan(text, Loader=_Loader):
                if isinstance(token, (yaml.AnchorToken, yaml.AliasToken)):
                    reader.say(
                        token.start_mark, "Y003", "ankers (&) en verwijzingen (*) zijn niet toegestaan."
                    )
            if not reader.problems:
                nodes = list(yaml.compose_all(text, Loader=_Loader))
                if len(nodes) > 1:
                    reader.say(nodes[1].start_mark, "Y010", "één document per bestand; haal '---' weg.")
                if nodes and nodes[0] is not None:
                    data = reader.build(nodes[0], ())
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        row, col = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        reader.problems.append(
            Problem(
                file,
                row,
                col,
                "Y001",
                "dit is geen geldige YAML; let op inspringen, aanhalingstekens en komma's.",
            )
        )
    except (yaml.YAMLError, RecursionError):
        reader.problems.append(Problem(file, 1, 1, "Y001", "dit bestand is niet als YAML te lezen."))
    return (
        Document(file, data, reader.values, reader.keys, reader.texts, reader.indents),
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
