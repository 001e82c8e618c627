# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""Elements of an HTML page. Every text is escaped; only what these functions made is taken as markup."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape
from typing import TypeAlias

_VOID = frozenset({"br", "hr", "meta"})


class Html(str):
    """Text that is markup already."""

    __slots__ = ()


Child: TypeAlias = "Html | str | Iterable[Child] | None"


def join(children: Iterable[Child]) -> Html:
    """Children one after the other; text is escaped."""
    out: list[str] = []
    for child in children:
        if child is None:
            continue
        if isinstance(child, Html):
            out.append(child)
        elif isinstance(child, str):
            out.append(escape(child))
        else:
            out.append(join(child))
    return Html("".join(out))


def el(name: str, /, *children: Child, **attributes: str | None) -> Html:
    """An element. ``class_`` becomes ``class``, ``aria_label`` becomes ``aria-label``; ``None`` leaves one out."""
    pairs = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{escape(value)}"'
        for key, value in attributes.items()
        if value is not None
    )
    if name in _VOID:
        return Html(f"<{name}{pairs}>")
    return Html(f"<{name}{pairs}>{join(children)}</{name}>")


def table(caption: str, heads: Sequence[str], rows: Iterable[Sequence[Child]], *, numbers: Iterable[int] = ()) -> Html:
    """A table with a caption and headers; the first cell of a row is its header. ``numbers``: columns with amounts."""
    right = set(numbers)
    head = el(
        "tr",
        [el("th", text, scope="col", class_="getal" if i in right else None) for i, text in enumerate(heads)],
    )
    body = [
        el(
            "tr",
            [
                el("th", cell, scope="row") if i == 0 else el("td", cell, class_="getal" if i in right else None)
                for i, cell in enumerate(row)
            ],
        )
        for row in rows
    ]
    made = el("table", el("caption", caption), el("thead", head), el("tbody", body))
    return el("div", made, class_="tabel", role="region", aria_label=caption, tabindex="0")


def fields(rows: Iterable[tuple[str, Child]]) -> Html | None:
    """Names with values; rows without a value are left out."""
    found = [(name, value) for name, value in rows if value]
    if not found:
        return None
    return el("dl", [el("div", el("dt", name), el("dd", value)) for name, value in found])


def bullets(items: Iterable[Child], kind: str = "ul") -> Html | None:
    """A list; nothing when it is empty."""
    found = [el("li", item) for item in items]
    return el(kind, found) if found else None


def details(summary: Child, *children: Child, id_: str | None = None) -> Html:
    """Something to fold open; works without scripts."""
    return el("details", el("summary", summary), *children, id=id_)


def section(id_: str, heading: str, *children: Child) -> Html:
    """A part of the page with its heading."""
    return el("section", el("h2", heading, id=f"{id_}-kop"), *children, id=id_, aria_labelledby=f"{id_}-kop")
