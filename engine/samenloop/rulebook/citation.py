# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""Legal bases: the article entry they rest on, and how they are written.

A reference follows Juriconnect BWB 1.3 as wetten.overheid.nl resolves it:
``jci1.3:c:BWBR0008659&artikel=13&lid=1&g=2018-04-01``, with ``o=`` for a part and ``g`` for the day in force. Articles
of the books of the Burgerlijk Wetboek are numbered per book: ``7:252`` becomes ``boek=7&artikel=252``.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable

from samenloop.rulebook.common import LegalBasis, Validity
from samenloop.rulebook.laws import Article


def matching(articles: Iterable[Article], basis: LegalBasis) -> list[Article]:
    """Entries that contain the basis, the most specific first, then by first day."""
    found = [a for a in articles if a.contains(basis)]
    return sorted(found, key=lambda a: (-a.depth, a.geldig.van))


def article_for(articles: Iterable[Article], basis: LegalBasis, day: dt.date) -> Article | None:
    """The most specific entry in force on the day; ``None`` when there is none."""
    return next((a for a in matching(articles, basis) if a.geldig.covers(day)), None)


def first_gap(articles: Iterable[Article], basis: LegalBasis, days: Validity) -> dt.date | None:
    """The first day of a validity on which no entry that contains the basis is in force; ``None``: covered."""
    need = days.van
    for article in sorted(matching(articles, basis), key=lambda a: a.geldig.van):
        if article.geldig.covers(need):
            if article.geldig.tot is None or article.geldig.tot >= days.last:
                return None
            need = article.geldig.tot + dt.timedelta(days=1)
    return need


def text(basis: LegalBasis, name: str, article: Article | None) -> str:
    """The basis in Dutch. A foundation without a number is called by its title."""
    if not re.match(r"\d", basis.artikel):
        return f"{name} ({article.titel.lower() if article else basis.artikel})"
    parts = [f"art. {basis.artikel}"]
    if basis.lid:
        parts.append(f"lid {basis.lid}")
    if basis.onderdeel:
        parts.append(f"onder {basis.onderdeel}")
    return f"{' '.join(parts)} {name}"


def jci(basis: LegalBasis, bwb: str, article: Article | None, day: dt.date) -> str | None:
    """The Juriconnect reference for a day in force; ``None`` without a BWB number."""
    if article is not None and article.jci is not None:
        return article.jci
    if not bwb.startswith("BWBR"):
        return None
    number, book = basis.artikel, ""
    match = re.fullmatch(r"bw(\d+)", basis.wet)
    if match and number.startswith(f"{match[1]}:"):
        book, number = f"&boek={match[1]}", number.removeprefix(f"{match[1]}:")
    lid = f"&lid={basis.lid}" if basis.lid else ""
    parts = "".join(f"&o={part}" for part in basis.onderdeel.split()) if basis.onderdeel else ""
    return f"jci1.3:c:{bwb}{book}&artikel={number}{lid}{parts}&g={day.isoformat()}"
