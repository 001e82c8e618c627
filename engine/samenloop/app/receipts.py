# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""Checks an earlier report again: the same, or what differs."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from samenloop.app.checking import check
from samenloop.domain import Household, Loaded
from samenloop.errors import InputError, Problem
from samenloop.report import Report, build
from samenloop.rulebook import Rulebook

_SHOWN = 60


@dataclass(frozen=True)
class Difference:
    """A place in the report where the two are not the same. ``None``: nothing stands there."""

    path: str
    was: str | None
    now: str | None


@dataclass(frozen=True)
class Replay:
    """An earlier report beside a new one. ``reasons`` say in Dutch what may explain a difference: another version,
    other rules, other input."""

    same: bool
    reasons: tuple[str, ...]
    differences: tuple[Difference, ...]
    report: Report


def read_report(path: Path) -> Report:
    """An earlier report from a JSON file. Raises :class:`InputError` when it is no report."""
    name = str(path)
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        raise InputError(Problem(name, 0, 0, "A010", "dit rapport bestaat niet.")) from None
    except (OSError, UnicodeDecodeError):
        raise InputError(Problem(name, 0, 0, "A011", "dit rapport is niet te lezen.")) from None
    return parse_report(text, name)


def parse_report(text: str, name: str = "rapport") -> Report:
    """An earlier report from JSON text."""
    try:
        return Report.from_json(text)
    except ValueError:
        message = "dit is geen rapport van samenloop check --format json, of het is van een andere versie."
        raise InputError(Problem(name, 0, 0, "A012", message)) from None


def replay(earlier: Report | str, household: Household | Loaded, book: Rulebook) -> Replay:
    """Check the household again, the way the earlier report was made, and compare the two key by key."""
    before = parse_report(earlier) if isinstance(earlier, str) else earlier
    now = build(check(household, book, projection=before.ontvangstbewijs.projectie))
    found = tuple(_differences(json.loads(before.to_json()), json.loads(now.to_json()), ""))
    old, new = before.ontvangstbewijs, now.ontvangstbewijs
    reasons = []
    if old.versie != new.versie:
        reasons.append("de versie van het programma is anders")
    if old.regelset_hash != new.regelset_hash:
        reasons.append("de regels zijn anders")
    if old.invoer_hash != new.invoer_hash:
        reasons.append("de gegevens van het huishouden zijn anders")
    if old.matcher != new.matcher:
        reasons.append("de matcher is anders")
    return Replay(not found, tuple(reasons), found, now)


def _differences(one: Any, other: Any, path: str) -> Iterator[Difference]:
    if isinstance(one, dict) and isinstance(other, dict):
        for key in dict.fromkeys((*one, *other)):
            yield from _differences(one.get(key), other.get(key), f"{path}.{key}".lstrip("."))
    elif isinstance(one, list) and isinstance(other, list):
        left, right = _by_id(one), _by_id(other)
        for key in dict.fromkeys((*left, *right)):
            yield from _differences(left.get(key), right.get(key), f"{path}[{key}]")
    elif one != other:
        yield Difference(path, _shown(one), _shown(other))


def _by_id(entries: list[Any]) -> dict[str, Any]:
    """Entries by their own id where each has another one, else by position."""
    ids = [str(x["id"]) for x in entries if isinstance(x, dict) and isinstance(x.get("id"), str)]
    if len(set(ids)) == len(entries):
        return dict(zip(ids, entries, strict=True))
    return {str(i): x for i, x in enumerate(entries)}


def _shown(value: Any) -> str | None:
    if value is None:
        return None
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    return text if len(text) <= _SHOWN else f"{text[: _SHOWN - 1]}…"
