# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""The same household on another day: every year in the file moves along with the peildatum."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from pathlib import Path

from samenloop.domain import Household, load_household
from support.cases import book

FIRST, TODAY = dt.date(2015, 1, 1), dt.date(2026, 11, 23)
_YEAR = re.compile(r"\b20\d\d\b(?=[-,}\s])")


def months() -> Iterator[dt.date]:
    """The first day of every month from the first day of coverage until today."""
    for year in range(FIRST.year, TODAY.year + 1):
        for month in range(1, 13):
            if (day := dt.date(year, month, 1)) <= TODAY:
                yield day


def moved(path: Path, day: dt.date) -> Household:
    """A household file as if it had been written on another day. What only tells where it came from falls out."""
    text = path.read_text(encoding="utf-8").split("\nherkomst:")[0]
    found = re.search(r"^peildatum: (\d{4})", text, re.MULTILINE)
    assert found is not None, path
    later = day.year - int(found[1])
    text = _YEAR.sub(lambda year: str(int(year[0]) + later), text)
    text = re.sub(r"^peildatum: .*$", f"peildatum: {day}", text, flags=re.MULTILINE)
    return load_household(text, path.name, book().vocabulary).household
