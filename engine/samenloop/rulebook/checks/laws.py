# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""Files and folders agree with what stands in them, and the laws with the word list."""

from __future__ import annotations

from collections.abc import Sequence

from samenloop.errors import did_you_mean
from samenloop.rulebook import reading as r
from samenloop.rulebook.checks.report import Report
from samenloop.rulebook.laws import Article, Law
from samenloop.rulebook.reading import Item, ReadFile


def check(report: Report, files: Sequence[ReadFile]) -> None:
    """R210 folder and law, R211 law without ``wet.yaml``, R212 word list, R213 article twice, R214 folder and regime,
    R215 folder and gemeente."""
    for file in files:
        _folder(report, file)
    for law in report.items.laws:
        _word(report, law)
    _without_law(report, files)
    _articles_twice(report)


def _folder(report: Report, file: ReadFile) -> None:
    parts = file.name.split("/")
    if file.kind in (r.LAW, r.ARTICLES, r.PARAMETERS):
        folder = parts[-3] if file.kind is r.PARAMETERS else parts[-2]
        law = file.raw.get("wet")
        if isinstance(law, str) and law != folder:
            report.say(file.place, "R210", "de wet heet zoals de map waarin dit bestand staat.", at=("wet",))
    elif file.kind is r.RULES:
        folder, regime = parts[-2], file.raw.get("regeling")
        regimes = report.book.vocabulary.lists["regelingen"]
        if folder != "algemeen" and folder not in regimes:
            hint = did_you_mean(folder, regimes)
            report.say(file.place, "R214", "een map in rules/ heet zoals een regeling, of algemeen.", hint)
        elif isinstance(regime, str) and folder not in ("algemeen", regime):
            report.say(file.place, "R214", "de regeling heet zoals de map waarin dit bestand staat.", at=("regeling",))
    elif file.kind is r.OVERLAY and "gemeenten" in parts and file.raw.get("gemeente", parts[-2]) != parts[-2]:
        report.say(file.place, "R215", "de gemeente heet zoals de map waarin dit bestand staat.", at=("gemeente",))


def _word(report: Report, item: Item[Law]) -> None:
    law, place = item.model, item.place
    words = report.book.vocabulary.lists["wetten"]
    if law.wet not in words:
        hint = did_you_mean(law.wet, words)
        report.say(place, "R212", "deze wet staat niet in de woordenlijst (wetten).", hint, at=("wet",))
        return
    word = words[law.wet]
    for key, own in (("bwb", law.bwb), ("bronlaag", law.bronlaag)):
        listed = word.get(key)
        if listed not in (None, "onbekend", own):
            report.say(place, "R212", f"de woordenlijst zegt {listed}.", at=(key,))


def _without_law(report: Report, files: Sequence[ReadFile]) -> None:
    for file in files:
        law = file.raw.get("wet")
        lost = f"wet:{law}" in report.items.broken
        beside = file.kind in (r.ARTICLES, r.PARAMETERS)
        if beside and isinstance(law, str) and law not in report.book.laws and not lost:
            report.say(file.place, "R211", "van deze wet ontbreekt wet.yaml.", at=("wet",))


def _articles_twice(report: Report) -> None:
    seen: dict[tuple[str, str, str | None, str | None], list[Item[Article]]] = {}
    for law, item in report.items.articles:
        article = item.model
        key = (law, article.artikel, article.lid, article.onderdeel)
        for other in seen.get(key, ()):
            if other.model.geldig.overlaps(article.geldig):
                message = f"dit artikel staat er op dezelfde dagen al: regel {other.place.line}."
                report.say(item.place, "R213", message, at=("artikel",))
                break
        seen.setdefault(key, []).append(item)
