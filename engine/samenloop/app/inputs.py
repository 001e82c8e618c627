# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""Files and text to a rule book and a household, and the fingerprint of a household."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any

from samenloop.domain import UNKNOWN, Day, Household, Loaded, Range
from samenloop.domain import load_household as _load
from samenloop.domain import read_household as _read
from samenloop.domain.blocks import Block
from samenloop.rulebook import Rulebook, load_rulebook


def read_household(source: Path | str, book: Rulebook | None = None) -> Loaded:
    """Read a household file, or the YAML text of one (a text with a line break).

    ``book`` gives the words a file may use (default: the rule base that ships with the package). Raises
    :class:`samenloop.errors.InputError` with every mistake of the file, each with line and column, never with a value.
    """
    words = (book or load_rulebook()).vocabulary
    if isinstance(source, str) and "\n" in source:
        return _load(source, "tekst", words)
    return _read(Path(source), words)


def input_hash(household: Household) -> str:
    """sha256 of what a household file says: the same for the same facts, however the file is laid out."""
    text = json.dumps(_canonical(household), sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def _canonical(value: Any) -> Any:
    if isinstance(value, Block):
        found = ((key, getattr(value, key)) for key in type(value).model_fields)
        return {key: _canonical(one) for key, one in found if one is not None}
    if isinstance(value, Mapping):
        return {str(key): _canonical(one) for key, one in value.items()}
    if isinstance(value, (tuple, list)):
        return [_canonical(one) for one in value]
    if value is UNKNOWN:
        return "onbekend"
    if isinstance(value, Range):
        return {"van": _canonical(value.low), "tot": _canonical(value.high)}
    if isinstance(value, Day):
        return [value.first.isoformat(), value.last.isoformat()]
    if isinstance(value, Decimal):
        return f"{value.normalize():f}"
    return value.isoformat() if isinstance(value, dt.date) else value
