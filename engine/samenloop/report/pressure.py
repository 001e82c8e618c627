# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""What is left of more wage, and its text."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from samenloop.language.values import Value
from samenloop.report.money import euros, number

_UNKNOWN = "niet bekend"


@dataclass(frozen=True, slots=True)
class Part:
    """What one kind of income or one right brings more (or less, below zero), in EUR per month."""

    name: str
    change: Value


@dataclass(frozen=True, slots=True)
class Pressure:
    """``kept``: what is left of ``more`` EUR gross wage per month, all together."""

    person: str
    more: Fraction
    kept: Value
    parts: tuple[Part, ...]

    @property
    def share(self) -> Fraction | None:
        """The part of the extra wage that is not kept; ``None`` when it is not known."""
        return 1 - self.kept.exact / self.more if isinstance(self.kept.exact, Fraction) else None


def render(found: Pressure) -> str:
    """As text, line by line."""
    rows = [(f"meer bruto loon ({found.person})", euros(found.more))]
    rows += [(part.name, _amount(part.change)) for part in found.parts]
    rows.append(("houdt over", _amount(found.kept)))
    wide, tall = max(len(name) for name, _ in rows), max(len(amount) for _, amount in rows)
    lines = [f"{name:<{wide}}  {amount:>{tall}}" for name, amount in rows]
    lines.insert(len(lines) - 1, "─" * (wide + 2 + tall))
    share = found.share
    last = "Marginale druk: niet bekend." if share is None else f"Marginale druk: {number(share * 100)} procent."
    note = (
        "Per maand, als alles is verwerkt: ook het inkomen van het hele jaar, waar toeslagen naar kijken, is dan "
        "hoger. Een recht dat nog niet loopt telt mee."
    )
    return "\n".join([*lines, "", last, note]) + "\n"


def _amount(value: Value) -> str:
    if isinstance(value.exact, Fraction):
        return euros(value.exact)
    low, high = value.bounds
    return f"{euros(low)} tot {euros(high)}" if isinstance(low, Fraction) and isinstance(high, Fraction) else _UNKNOWN
