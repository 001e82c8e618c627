# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""Every id that refers to something declared elsewhere. What a key refers to, stands on its type (``fields.Ref``)."""

from __future__ import annotations

from collections.abc import Collection

from samenloop.rulebook.checks.report import Report
from samenloop.rulebook.fields import Ref
from samenloop.rulebook.norms import Costs, FillsIn, Obliges
from samenloop.rulebook.walk import marked


def check(report: Report) -> None:
    """R106: what is referred to does not exist."""
    tables = _tables(report)
    for model, place, _unit in report.blocks():
        for found in marked(model):
            if isinstance(found.marker, Ref) and found.marker.kind in tables:
                what, known = tables[found.marker.kind]
                if found.value not in known and not _lost_law(report, found.marker.kind, found.value):
                    report.unknown(place, "R106", what, found.value, known, at=found.path)


def _lost_law(report: Report, kind: str, value: str) -> bool:
    return kind == "wet" and f"wet:{value}" in report.items.broken


def _tables(report: Report) -> dict[str, tuple[str, Collection[str]]]:
    book = report.book
    entitlements = set(book.vocabulary.ids("aanspraken"))
    facts, concepts, rules, terms = set(book.facts), set(book.concepts), set(book.rules), set(book.open_terms)
    stated = [n for rule in book.all_rules for n in rule.norms if not isinstance(n, FillsIn)]
    duties = {n.value for n in stated if isinstance(n, (Obliges, Costs))}
    laws = set(book.laws) | set(book.regulations) | set(book.vocabulary.ids("wetten"))
    return {
        "wet": ("deze wet", laws),
        "feit": ("dit feit", facts),
        "regel": ("deze regel", rules | {r.old for r in book.replacements}),
        "rol": ("deze rol", set(book.roles)),
        "open_term": ("deze open term", terms),
        "parameter": ("deze parameter", set(book.parameters)),
        "knop": ("deze knop", set(book.knobs)),
        "uitzondering": ("deze uitzondering", set(book.hooks)),
        "overlay": ("deze overlay", set(book.overlays)),
        "plicht_of_kost": ("deze plicht of heffing", duties),
        "feit_of_aanspraak": ("dit feit, begrip of deze aanspraak", facts | concepts | terms | entitlements),
        "regel_of_aanspraak": ("deze regel, aanspraak of dit begrip", rules | entitlements | concepts | facts),
        "feit_parameter_of_regel": (
            "dit feit, deze parameter, open term of regel", facts | set(book.parameters) | rules | terms
        ),
        "drager": ("deze regel, dit bedrag of deze uitzondering", rules | set(book.parameters) | set(book.hooks)),
        "begrip": ("dit begrip", concepts),
        "begrip_of_parameter": ("dit begrip of deze parameter", concepts | set(book.parameters)),
    }  # fmt: skip
