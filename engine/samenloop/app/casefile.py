# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""Writes answers into the text of a household file and leaves every other character as it is.

The places come from the YAML parser; only the value that changes is replaced, and what is new gets its own line in the
order of the contract. So comments, blank lines, order and layout stay with what they belong to. After an edit the text
is read again: it must say what was asked and nothing else.
"""

from __future__ import annotations

import copy
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

import yaml

from samenloop.documents import read_document
from samenloop.domain import Household
from samenloop.domain.blocks import Block
from samenloop.domain.contract import slots
from samenloop.domain.kinds import ONBEKEND

Path: TypeAlias = tuple[str | int, ...]
_BLOCK_ENTRIES = frozenset({"personen"})
"""Lists whose new entries get a line for each key, because more keys will follow."""


class Free(str):
    """Text of people: written between quotes."""


@dataclass(frozen=True)
class Put:
    """Set a value; blocks on the way that are absent or ``onbekend`` are made."""

    path: Path
    value: Any


@dataclass(frozen=True)
class Add:
    """Put an entry at the end of a list; a list that is absent or ``onbekend`` is made."""

    path: Path
    value: Any


@dataclass(frozen=True)
class Drop:
    """Take a plain word out of a list."""

    path: Path
    value: str


Edit: TypeAlias = Put | Add | Drop


class NotWrittenError(Exception):
    """The text would not say what was asked. Never shown with its contents."""


def edited(text: str, edits: Iterable[Edit]) -> str:
    """The text after the edits, in order. Raises :class:`NotWrittenError` when it cannot be done without doubt."""
    mark = "\ufeff" if text.startswith("\ufeff") else ""
    text = text.removeprefix(mark)
    wanted = copy.deepcopy(_data(text))
    for edit in edits:
        text = _Editor(text).apply(edit)
        _expect(wanted, edit)
    if _data(text) != wanted:
        raise NotWrittenError
    return mark + text


def _data(text: str) -> Any:
    return read_document(text, "tekst", "huishouden")[0].data


def _expect(data: Any, edit: Edit) -> None:
    """The same edit on plain data."""
    here = data
    for part, following in zip(edit.path[:-1], edit.path[1:], strict=True):
        if isinstance(part, str) and here.get(part, ONBEKEND) == ONBEKEND:
            here[part] = [] if isinstance(following, int) else {}
        here = here[part]
    last = edit.path[-1]
    if isinstance(edit, Drop):
        here[last] = [one for one in here[last] if one != edit.value]
        return
    value = _data(f"x: {flow(edit.value)}\n")["x"]
    if isinstance(edit, Put):
        here[last] = value
    elif here.get(last, ONBEKEND) == ONBEKEND:
        here[last] = [value]
    else:
        here[last].append(value)


def flow(value: Any) -> str:
    """A value on one line."""
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{key}: {flow(one)}" for key, one in value.items()) + "}"
    if isinstance(value, (list, tuple)):
        return "[" + ", ".join(map(flow, value)) + "]"
    if isinstance(value, Free):
        return json.dumps(str(value), ensure_ascii=False)
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value)


def lines(key: str, value: Any, indent: int) -> list[str]:
    """A key with its value, as lines of a block."""
    start = " " * indent
    if isinstance(value, (list, tuple)) and any(isinstance(one, Mapping) for one in value):
        return [f"{start}{key}:", *(line for one in value for line in _entry(key, one, indent + 2))]
    if key == "oordelen" and isinstance(value, Mapping):
        return [f"{start}{key}:", *(f"{start}  {name}: {flow(one)}" for name, one in value.items())]
    return [f"{start}{key}: {flow(value)}"]


def _entry(key: str, value: Any, indent: int) -> list[str]:
    start = " " * indent
    if key in _BLOCK_ENTRIES and isinstance(value, Mapping):
        inner = [line for name, one in value.items() for line in lines(name, one, indent + 2)]
        return [f"{start}- {inner[0].lstrip()}", *inner[1:]]
    return [f"{start}- {flow(value)}"]


class _Editor:
    """One edit on one text."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.root: Any = yaml.compose(text, Loader=yaml.SafeLoader)
        self.newline = "\r\n" if "\r\n" in text else "\n"

    def apply(self, edit: Edit) -> str:
        node, rest, key = self.root, list(edit.path), ""
        while rest and (child := _child(node, rest[0])) is not None:
            part = rest.pop(0)
            node, key = child, part if isinstance(part, str) else key
        if isinstance(edit, Drop):
            return self._dropped(node, edit.value)
        if isinstance(edit, Add) and not rest and isinstance(node, yaml.SequenceNode) and node.value:
            return self._appended(node, key, edit.value)
        value = [edit.value] if isinstance(edit, Add) else edit.value
        for part in reversed(rest[1:] if isinstance(node, yaml.MappingNode) else rest):
            value = {part: value}
        if rest and isinstance(node, yaml.MappingNode):
            return self._inserted(node, edit.path[: len(edit.path) - len(rest)], str(rest[0]), value)
        return self._replaced(node, key, value)

    # ---- the four changes ----
    def _replaced(self, node: Any, key: str, value: Any) -> str:
        """A scalar, an empty list or a range gives way to a value."""
        start, end = node.start_mark, node.end_mark
        if isinstance(node, yaml.CollectionNode) and not node.flow_style:
            raise NotWrittenError
        if len(lines(key, value, 0)) == 1 or self._inside_flow(node):
            return self.text[: start.index] + flow(value) + self.text[end.index :]
        before = self.text[: start.index].rstrip(" ")
        indent = self._indent_of(start.index)
        text = before + self.text[end.index :]
        return self._with_lines(text, self._line_end(text, len(before)), lines(key, value, indent)[1:])

    def _inserted(self, node: Any, above: Path, key: str, value: Any) -> str:
        """A key that was not there."""
        order = known_keys(above)
        rank = {name: i for i, name in enumerate(order)}
        earlier = [pair for pair in node.value if rank.get(pair[0].value, -1) < rank.get(key, len(rank))]
        after = earlier[-1] if earlier and key in rank else (node.value[-1] if node.value else None)
        if node.flow_style:
            if after is None:
                return self.text[: node.start_mark.index] + flow({key: value}) + self.text[node.end_mark.index :]
            at = _end(after[1])
            return f"{self.text[:at]}, {key}: {flow(value)}{self.text[at:]}"
        assert after is not None
        indent = node.value[0][0].start_mark.column
        return self._with_lines(self.text, self._after(after[1]), lines(key, value, indent))

    def _appended(self, node: Any, key: str, value: Any) -> str:
        last = node.value[-1]
        if node.flow_style:
            at = _end(last)
            return f"{self.text[:at]}, {flow(value)}{self.text[at:]}"
        return self._with_lines(self.text, self._after(last), _entry(key, value, node.start_mark.column))

    def _dropped(self, node: Any, word: str) -> str:
        kept = [one for one in node.value if one.value != word]
        if node.flow_style:
            inner = ", ".join(self.text[one.start_mark.index : _end(one)] for one in kept)
            return f"{self.text[: node.start_mark.index]}[{inner}]{self.text[node.end_mark.index :]}"
        if not kept:
            key_end = self.text.rindex(":", 0, node.start_mark.index) + 1
            return f"{self.text[:key_end]} []{self.text[_end(node) :]}"
        text = self.text
        for one in reversed([one for one in node.value if one.value == word]):
            line = text.rfind("\n", 0, one.start_mark.index) + 1
            text = text[:line] + text[self._line_end(text, one.end_mark.index) :]
        return text

    # ---- places ----
    def _inside_flow(self, node: Any) -> bool:
        """Whether a flow value stands inside another one."""
        found = self.root
        while found is not node:
            children = [one for pair in found.value for one in pair] if _is_map(found) else found.value
            found = next(
                one for one in children
                if one.start_mark.index <= node.start_mark.index and node.end_mark.index <= one.end_mark.index
            )  # fmt: skip
            if found is not node and found.flow_style:
                return True
        return False

    def _indent_of(self, index: int) -> int:
        """How far the key on this line stands in; a dash before it counts along."""
        line = self.text[self.text.rfind("\n", 0, index) + 1 : index]
        rest = line.lstrip(" ")
        while rest.startswith("- "):
            rest = rest[2:].lstrip(" ")
        return len(line) - len(rest)

    def _after(self, node: Any) -> int:
        """Where the line after a value begins."""
        end = _end(node)
        if end and self.text[end - 1] == "\n":
            return end
        return self._line_end(self.text, end)

    @staticmethod
    def _line_end(text: str, index: int) -> int:
        found = text.find("\n", index)
        return len(text) if found < 0 else found + 1

    def _with_lines(self, text: str, at: int, new: Sequence[str]) -> str:
        before = text[:at]
        if before and not before.endswith("\n"):
            before += self.newline
        return before + "".join(line + self.newline for line in new) + text[at:]


def _is_map(node: Any) -> bool:
    return isinstance(node, yaml.MappingNode)


def _child(node: Any, part: str | int) -> Any:
    if _is_map(node):
        return next((value for key, value in node.value if key.value == part), None)
    if isinstance(node, yaml.SequenceNode) and isinstance(part, int) and part < len(node.value):
        return node.value[part]
    return None


def _end(node: Any) -> int:
    """Where a value really ends: the parser lets a block end where the next one begins."""
    if isinstance(node, yaml.CollectionNode) and not node.flow_style and node.value:
        last = node.value[-1]
        return _end(last[1] if _is_map(node) else last)
    return int(node.end_mark.index)


def known_keys(path: Path) -> tuple[str, ...]:
    """The keys of the block at a path, in the order of the contract; nothing where keys are free."""
    model: type[Block] | None = Household
    for part in path:
        if isinstance(part, int) or model is None:
            continue
        slot = slots(model).get(part)
        model = None if slot is None else slot.block
        if part == "oordelen":
            model = None
    return () if model is None else tuple(slots(model))
