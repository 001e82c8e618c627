# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""Finds every expression, reference and legal basis in a model, and the keys a block knows.

What a field is, stands on its annotation (``fields.Wanted``, ``fields.Ref``, ``model.ByVerb``) and nowhere else.
"""

from __future__ import annotations

import types
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Annotated, Any, Union, get_args, get_origin

from samenloop.documents import Path
from samenloop.language import Expression
from samenloop.rulebook.common import LegalBasis
from samenloop.rulebook.fields import Ref, Table, Wanted
from samenloop.rulebook.model import ByVerb, Model

Marker = Wanted | Ref


@dataclass(frozen=True, slots=True)
class Marked:
    """A marked value: where it stands (keys as written in the file), what it must be, and the block it stands in."""

    path: Path
    marker: Marker
    value: Any
    owner: Model


def marked(model: Model, path: Path = ()) -> Iterator[Marked]:
    """Every expression and every reference of a model and of the blocks in it, in the order of the classes."""
    for attribute, key, own, element in _plan(type(model)):
        value = getattr(model, attribute)
        if value is not None:
            yield from _value(value, (*path, key), own, element, model)


def _value(value: Any, path: Path, own: Marker | None, element: Marker | None, owner: Model) -> Iterator[Marked]:
    if isinstance(value, Model):
        yield from marked(value, path)
    elif isinstance(value, (tuple, Table)):
        pairs: Any = value.items() if isinstance(value, Table) else enumerate(value)
        for part, entry in pairs:
            yield from _value(entry, (*path, part), element, None, owner)
    elif (isinstance(own, Wanted) and isinstance(value, Expression)) or (isinstance(own, Ref) and own.kind):
        yield Marked(path, own, value, owner)


def bases(model: Model, path: Path = ()) -> Iterator[tuple[Path, LegalBasis]]:
    """Every legal basis in a model and in the blocks in it."""
    for attribute, key, _own, _element in _plan(type(model)):
        value = getattr(model, attribute)
        entries = enumerate(value) if isinstance(value, tuple) else [(None, value)]
        for part, entry in entries:
            where = (*path, key) if part is None else (*path, key, part)
            if isinstance(entry, LegalBasis):
                yield where, entry
            elif isinstance(entry, Model):
                yield from bases(entry, where)


@cache  # classes are constants of the package
def _plan(kind: type[Model]) -> tuple[tuple[str, str, Marker | None, Marker | None], ...]:
    out = []
    for name, info in kind.model_fields.items():
        own, element = _markers(info.annotation, tuple(info.metadata))
        if own or element or _holds_blocks(info.annotation):
            out.append((name, info.alias or name, own, element))
    return tuple(out)


def _holds_blocks(annotation: Any) -> bool:
    if isinstance(annotation, type) and issubclass(annotation, Model):
        return True
    return any(_holds_blocks(inner) for inner in get_args(annotation))


def _markers(annotation: Any, metadata: tuple[Any, ...]) -> tuple[Marker | None, Marker | None]:
    found = next((m for m in metadata if isinstance(m, (Wanted, Ref))), None)
    if found:
        return found, None
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return _markers(arguments[0], arguments[1:])
    if origin in (Union, types.UnionType):
        for arm in arguments:
            own, element = _markers(arm, ())
            if own or element:
                return own, element
    if origin in (tuple, Table) and arguments:
        return None, _markers(arguments[0], ())[0]
    return None, None


def keys_at(kind: Any, raw: Any, path: Path) -> tuple[str, ...]:
    """The keys a block knows, for a did-you-mean: ``kind`` is a model class or annotation, ``raw`` its raw value."""
    if get_origin(kind) is Annotated:
        inner, *metadata = get_args(kind)
        verb = next((m for m in metadata if isinstance(m, ByVerb)), None)
        return keys_at((verb.pick(raw) if verb else inner) or inner, raw, path)
    if isinstance(kind, type) and issubclass(kind, Model):
        if not path:
            return tuple(info.alias or name for name, info in kind.model_fields.items())
        for name, info in kind.model_fields.items():
            if (info.alias or name) == path[0] and isinstance(raw, Mapping):
                annotation = Annotated[info.annotation, *info.metadata] if info.metadata else info.annotation
                return keys_at(annotation, raw.get(path[0]), path[1:])
        return ()
    arguments = get_args(kind)
    if get_origin(kind) in (tuple, Table) and path:
        part: Any = path[0]
        inside = raw[part] if isinstance(raw, (list, Mapping)) else None
        return keys_at(arguments[0], inside, path[1:])
    for arm in arguments if get_origin(kind) in (Union, types.UnionType) else ():
        found = keys_at(arm, raw, path)
        if found:
            return found
    return ()
