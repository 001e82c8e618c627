# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""The smallest parts of a report: amounts, legal bases, comparisons.

Money is text with two decimals. An amount that is not certain is a range (``van``, ``tot``; ``null`` is an open end) or
says what it hangs on.
"""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, StringConstraints

Money = Annotated[str, StringConstraints(pattern=r"^-?\d+\.\d{2}$")]
"""An amount: ``354.59``."""


class Part(BaseModel):
    """Base of every part of the report: frozen, and no key but its own."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)


class MoneyRange(Part):
    """Somewhere from ``van`` to ``tot``, both included; ``null`` is an open end."""

    van: Money | None
    tot: Money | None


class MoneyUnknown(Part):
    """Not known: the facts that would settle it, and what the rules do not cover on this day."""

    onbekend_door: tuple[str, ...]
    buiten_dekking: tuple[str, ...] = ()


Amount = Money | MoneyRange | MoneyUnknown
"""A known amount, a range, or not known."""


Truth = Literal["ja", "nee", "onbekend"]


class DayRange(Part):
    """A day of which only the bounds are known."""

    van: dt.date | None
    tot: dt.date | None


class Basis(Part):
    """A legal basis: in words, and as a Juriconnect reference where the law has a BWB number."""

    tekst: str
    jci: str | None


class Term(Part):
    """A day on which something must be done or changes; ``dag`` is ``null`` when it is not known."""

    dag: dt.date | None
    wat: str


class Comparison(Part):
    """A comparison that was made: in words, with the values of both sides."""

    tekst: str
    links: str
    rechts: str
    klopt: Truth


class Distance(Part):
    """How far from a limit: ``gemeten`` and ``grens`` in EUR per ``per``; ``procent`` of the limit."""

    bedrag: Money
    grens: Money
    gemeten: Money
    per: str
    procent: Money
    boven_drempelmarge: bool
    """more than 5 % of the limit: no threshold conflict"""


class World(Part):
    """One of the two evaluations."""

    d: Amount
    vrij: Amount
