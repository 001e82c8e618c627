# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""What ``rules coverage`` does: the provisions of the laws, the amounts by month, or what the examples go through."""

from __future__ import annotations

import dataclasses
import datetime as dt
import json
import textwrap
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from samenloop.cli.streams import out, width
from samenloop.errors import InputError, Problem, did_you_mean

if TYPE_CHECKING:
    from samenloop.app.amounts import Amount
    from samenloop.app.example_coverage import Covered
    from samenloop.app.provisions import Encoded
    from samenloop.rulebook import Rulebook

_STATUS = {
    "gecodeerd": "gecodeerd", "deels": "deels gecodeerd", "niet_gemodelleerd": "niet gemodelleerd",
    "ontbreekt": "ontbreekt", "bekend": "bekend", "open": "open", "niet_van_toepassing": "n.v.t.",
}  # fmt: skip
_POINTS = {"regel": "regels vuren en vuren niet", "uitzondering": "uitzonderingen gelden en gelden niet",
           "vergelijking": "kanten van vergelijkingen"}  # fmt: skip
_MOST_NAMES = 4


def run_coverage(
    *, amounts: bool, examples: bool, format_: str, regime: str | None, until: str | None, folders: list[str]
) -> None:
    """Print one of the three."""
    from samenloop.cli.inputs import rulebook

    if format_ not in ("text", "json"):
        raise InputError(Problem("--format", 0, 0, "A032", "kies text of json."))
    if amounts and examples:
        raise InputError(Problem("--amounts", 0, 0, "A033", "kies --amounts of --voorbeelden, niet allebei."))
    month = _month(until)
    book = rulebook(folders)
    if regime is not None and regime not in (known := sorted({rule.regime for rule in book.all_rules})):
        hint = did_you_mean(regime, known)
        raise InputError(Problem("--regeling", 0, 0, "A031", "deze regeling heeft hier geen regels.", hint))
    data, lines = _amounts(book, month) if amounts else _examples(book, regime) if examples else _provisions(book)
    out(json.dumps(data, ensure_ascii=False, indent=2) if format_ == "json" else "\n".join(lines))


def _month(text: str | None) -> dt.date:
    try:
        return dt.date.today() if text is None else dt.date.fromisoformat(f"{text}-01")
    except ValueError:
        raise InputError(Problem("--tot", 0, 0, "A034", "verwacht een maand als jjjj-mm.")) from None


def _wrapped(text: str, indent: str) -> list[str]:
    found = textwrap.wrap(
        text, width(), initial_indent=indent, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False
    )
    return found or [""]


def _share(part: int, whole: int) -> str:
    """A percentage with one decimal, rounded down."""
    return f"{part * 1000 // whole / 10:.1f} %".replace(".", ",") if whole else "–"


def _law(book: Rulebook, law: str) -> str:
    known = book.laws.get(law)
    return known.naam if known is not None else law


# ---- provisions


def _provisions(book: Rulebook) -> tuple[Any, Iterator[str]]:
    from samenloop.app.provisions import counts, provisions

    found = provisions(book)
    data = {"tellingen": counts(found), "bepalingen": [dataclasses.asdict(one) for one in found]}
    return data, _provision_lines(book, found)


def _provision_lines(book: Rulebook, found: Sequence[Encoded]) -> Iterator[str]:
    from samenloop.app.provisions import by_law, counts

    for law, entries in by_law(tuple(found)):
        yield from (_law(book, law), "")
        for one in entries:
            yield from _wrapped(f"{one.where}: {one.about}", "  ")
            yield from _wrapped(f"{_STATUS[one.status]}{_carried(one)}", "    ")
            for left in one.left_out:
                yield from _wrapped(f"niet: {left.why} (raakt {', '.join(left.touches)})", "    ")
        yield ""
    number = counts(tuple(found))
    told = ", ".join(f"{count} {_STATUS[status]}" for status, count in number.items() if count)
    encoded = number["gecodeerd"] + number["deels"]
    total = f"{len(found)} bepalingen: {told}. Gecodeerd, geheel of deels: {_share(encoded, len(found))}."
    yield from _wrapped(total, "")


def _carried(one: Encoded) -> str:
    names = [*one.rules, *one.hooks] or list(one.parameters)
    if not names:
        return ""
    shown = ", ".join(names[:_MOST_NAMES]) + (f" en nog {len(names) - _MOST_NAMES}" if len(names) > _MOST_NAMES else "")
    return f"; {one.examples} voorbeelden lezen {shown}"


# ---- amounts


def _amounts(book: Rulebook, until: dt.date) -> tuple[Any, Iterator[str]]:
    from samenloop.app.amounts import amounts, totals

    found = amounts(book, until)
    data = {
        "tot": f"{until:%Y-%m}",
        "wetten": {law: {"bekend": known, "maanden": there} for law, (known, there) in totals(found).items()},
        "bedragen": [dataclasses.asdict(one) for one in found],
    }
    return data, _amount_lines(book, found)


def _amount_lines(book: Rulebook, found: Sequence[Amount]) -> Iterator[str]:
    from samenloop.app.amounts import totals

    by_law = totals(tuple(found))
    for law, (known, there) in by_law.items():
        yield from _wrapped(f"{_law(book, law)}: {known} van {there} maanden bekend ({_share(known, there)})", "")
        yield ""
        for one in found:
            if one.law == law:
                yield from _wrapped(f"{one.id}: {one.title}", "  ")
                for status in ("bekend", "open", "niet_van_toepassing"):
                    spans = [x for x in one.stretches if x.status == status]
                    told = ", ".join(x.first if x.first == x.last else f"{x.first} t/m {x.last}" for x in spans)
                    if told:
                        yield from _wrapped(f"{_STATUS[status]}: {told}", "    ")
        yield ""
    known, there = (sum(pair[i] for pair in by_law.values()) for i in (0, 1))
    yield f"{len(found)} bedragen: {known} van {there} maanden bekend ({_share(known, there)})."


# ---- examples


def _examples(book: Rulebook, regime: str | None) -> tuple[Any, Iterator[str]]:
    from samenloop.app.example_coverage import example_coverage, shares

    found = example_coverage(book, regime)
    data = {
        "tellingen": {kind: {"doorlopen": hit, "punten": there} for kind, (hit, there) in shares(found.points).items()},
        "niet_doorlopen": [dataclasses.asdict(point) for point in found.points if not point.covered],
        "buiten_bereik": list(found.beyond),
    }
    return data, _example_lines(found)


def _example_lines(found: Covered) -> Iterator[str]:
    from samenloop.app.example_coverage import shares

    for point in found.points:
        if not point.covered:
            yield f"{point.place}: {point.rule}: {point.what}"
    if any(not point.covered for point in found.points):
        yield ""
    by_kind = shares(found.points)
    for kind, (hit, there) in by_kind.items():
        yield f"{_POINTS[kind]}: {hit} van {there} ({_share(hit, there)})"
    hit, there = (sum(pair[i] for pair in by_kind.values()) for i in (0, 1))
    yield f"Samen: {hit} van {there} punten door een voorbeeld doorlopen ({_share(hit, there)})."
    if found.beyond:
        yield from _wrapped(
            f"{len(found.beyond)} vergelijkingen leest geen verwachting van een voorbeeld; die ziet alleen een heel "
            "huishouden.",
            "",
        )
