# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""A checked rule book as bytes, and back without reading, parsing or checking anything again.

The form is JSON: a list of things in which each names the earlier ones it is made of. Reading it back makes objects of
the classes below and of nothing else; no name in the bytes is imported or called. So bytes that somebody else wrote
can say something untrue, but cannot run anything. What is the same object in a rule book is the same object again.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
import json
from collections.abc import Callable, Iterator, Mapping
from fractions import Fraction
from functools import cache
from types import MappingProxyType
from typing import Any

from samenloop.language import Expression, nodes
from samenloop.rulebook import book as book_module
from samenloop.rulebook import facts, hooks, laws, norms, overlays, patterns, rules
from samenloop.rulebook.book import Base, Rulebook
from samenloop.rulebook.fields import Table
from samenloop.rulebook.model import Model
from samenloop.rulebook.symbols import gather
from samenloop.vocabulary import Vocabulary, Word

_LEFT_OUT = frozenset({"symbols", "base"})
"""Parts of a rule book that are made again: what names mean, and what it is built from."""
_SOURCES = (nodes, book_module, facts, hooks, laws, norms, overlays, patterns, rules)
_Made = list[Any]


def dump(book: Rulebook) -> bytes:
    """The bytes of a rule book. TypeError for an object of a class that rule books are not made of."""
    writer = _Writer()
    parts = {f.name: writer.ref(getattr(book, f.name)) for f in dataclasses.fields(book) if f.name not in _LEFT_OUT}
    found = {"shapes": writer.shapes, "things": writer.things, "book": parts}
    return json.dumps(found, ensure_ascii=False, separators=(",", ":")).encode()


def load(data: bytes, base: Base) -> Rulebook:
    """The rule book again. ValueError, KeyError, IndexError, TypeError: the bytes are not those of a rule book."""
    found = json.loads(data)
    makers = [_maker(shape) for shape in found["shapes"]]
    made: _Made = []
    add = made.append
    for thing in found["things"]:
        add(makers[thing[0]](thing, made) if thing.__class__ is list else thing)
    parts: dict[str, Any] = {name: made[ref] for name, ref in found["book"].items()}
    stated = [(rule, norm) for rule in parts["all_rules"] for norm in rule.norms]
    symbols = gather(parts["vocabulary"], parts["facts"], parts["concepts"], stated, parts["parameters"])
    return Rulebook(**parts, symbols=symbols, base=base)


@cache  # the classes are constants of the package
def _known() -> Mapping[str, type]:
    found: dict[str, type] = {c.__name__: c for c in (Expression, Vocabulary, Word)}
    for module in _SOURCES:
        found |= {name: c for name, c in vars(module).items() if dataclasses.is_dataclass(c) and isinstance(c, type)}
    return found | {c.__name__: c for c in _below(Model)}


def _below(kind: type[Model]) -> Iterator[type[Model]]:
    for one in kind.__subclasses__():
        yield one
        yield from _below(one)


# ---- writing


class _Writer:
    """Numbers every object it meets, each once."""

    def __init__(self) -> None:
        self.things: list[Any] = []
        self.shapes: list[list[Any]] = []
        self._shape_refs: dict[str, int] = {}
        self._atoms: dict[tuple[str, Any], int] = {}
        self._seen: dict[int, tuple[int, Any]] = {}

    def ref(self, value: Any) -> int:
        if value is None or isinstance(value, (bool, int, str)):
            return self._atom("", value, value)
        if isinstance(value, dt.date):
            return self._atom("date", value, [self._shape("date"), value.isoformat()])
        if isinstance(value, Fraction):
            return self._atom("fraction", value, [self._shape("fraction"), value.numerator, value.denominator])
        seen = self._seen.get(id(value))
        if seen is not None:
            return seen[0]
        thing = self._thing(value)
        self.things.append(thing)
        self._seen[id(value)] = (len(self.things) - 1, value)  # the value is kept, so that its id stays its own
        return len(self.things) - 1

    def _atom(self, kind: str, value: Any, written: Any) -> int:
        key = (kind or type(value).__name__, value)
        if key not in self._atoms:
            self.things.append(written)
            self._atoms[key] = len(self.things) - 1
        return self._atoms[key]

    def _thing(self, value: Any) -> list[Any]:
        kind = type(value)
        if kind is tuple:
            return [self._shape("tuple"), *map(self.ref, value)]
        if kind is frozenset:
            return [self._shape("frozenset"), *map(self.ref, sorted(value, key=repr))]
        if kind in (dict, MappingProxyType, Table):
            name = "dict" if kind is dict else "table" if kind is Table else "mapping"
            return [self._shape(name), *(self.ref(part) for pair in value.items() for part in pair)]
        if kind is list:
            return [self._shape("list"), *map(self.ref, value)]
        if _known().get(kind.__name__) is not kind:
            raise TypeError(f"a rule book is not made of {kind.__module__}.{kind.__qualname__}")
        if isinstance(value, Model):
            own = value.__pydantic_private__ or {}
            given = sorted(value.model_fields_set)
            shape = self._shape("model", kind.__name__, list(value.__dict__), list(own), given)
            return [shape, *map(self.ref, value.__dict__.values()), *map(self.ref, own.values())]
        names = [f.name for f in dataclasses.fields(value)]
        return [self._shape("data", kind.__name__, names), *(self.ref(getattr(value, name)) for name in names)]

    def _shape(self, *shape: Any) -> int:
        key = json.dumps(shape)
        if key not in self._shape_refs:
            self.shapes.append(list(shape))
            self._shape_refs[key] = len(self.shapes) - 1
        return self._shape_refs[key]


# ---- reading

_Maker = Callable[[list[Any], _Made], Any]


def _maker(shape: list[Any]) -> _Maker:
    """Makes one thing of a shape from its entry and everything made before it."""
    kind, *rest = shape
    if kind == "model":
        return _model_maker(_known()[rest[0]], *rest[1:])
    if kind == "data":
        return _data_maker(_known()[rest[0]], rest[1])
    return _PLAIN[kind]


def _model_maker(kind: type, names: list[str], own: list[str], given: list[str]) -> _Maker:
    """Without validating: that was done before it was written. A frozen model leaves the shared set alone."""
    if not issubclass(kind, Model):
        raise TypeError(kind)
    new, put, fields_set, count = kind.__new__, object.__setattr__, set(given), len(names) + 1

    def make(thing: list[Any], made: _Made) -> Any:
        values = [made[ref] for ref in thing[1:]]
        model = new(kind)
        put(model, "__dict__", dict(zip(names, values, strict=False)))
        put(model, "__pydantic_fields_set__", fields_set)
        put(model, "__pydantic_extra__", None)
        put(model, "__pydantic_private__", dict(zip(own, values[count - 1 :], strict=True)) if own else None)
        return model

    return make


def _data_maker(kind: Any, names: list[str]) -> _Maker:
    if issubclass(kind, Model) or [f.name for f in dataclasses.fields(kind)] != names:
        raise TypeError(kind)
    return lambda thing, made: kind(*[made[ref] for ref in thing[1:]])


def _pairs(thing: list[Any], made: _Made) -> dict[Any, Any]:
    return {made[thing[i]]: made[thing[i + 1]] for i in range(1, len(thing), 2)}


_PLAIN: Mapping[str, _Maker] = {
    "tuple": lambda thing, made: tuple([made[ref] for ref in thing[1:]]),
    "list": lambda thing, made: [made[ref] for ref in thing[1:]],
    "frozenset": lambda thing, made: frozenset([made[ref] for ref in thing[1:]]),
    "dict": _pairs,
    "mapping": lambda thing, made: MappingProxyType(_pairs(thing, made)),
    "table": lambda thing, made: Table(_pairs(thing, made)),
    "date": lambda thing, made: dt.date.fromisoformat(thing[1]),
    "fraction": lambda thing, made: Fraction(thing[1], thing[2]),
}
