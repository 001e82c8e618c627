# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""Legal bases: each stands in ``laws/`` (or among the regulations of an applied overlay) and is in force."""

from __future__ import annotations

from samenloop.rulebook import citation
from samenloop.rulebook.checks.report import Report
from samenloop.rulebook.common import LegalBasis, Validity
from samenloop.rulebook.hooks import Hook
from samenloop.rulebook.model import Model
from samenloop.rulebook.overlays import FillsOpenTerm
from samenloop.rulebook.reading import Place
from samenloop.rulebook.rules import Rule
from samenloop.rulebook.walk import bases


def check(report: Report) -> None:
    """R110 article missing, R111 not in force on all days, R112 voluntary without an agreement as basis."""
    for model, place, _unit in report.blocks():
        days = model.geldig if isinstance(model, (Rule, Hook)) else None
        for path, basis in bases(model):
            _resolves(report, place, (*path,), basis, days)
        if isinstance(model, (Rule, Hook)):
            _voluntary(report, model, place)
    for loaded in report.overlays:
        for change in loaded.changes:
            if isinstance(change.model, FillsOpenTerm):
                basis = change.model.grondslag
                _resolves(report, change.place, ("grondslag",), basis, loaded.overlay.validity)


def _resolves(
    report: Report, place: Place, path: tuple[str | int, ...], basis: LegalBasis, days: Validity | None
) -> None:
    book = report.book
    if f"wet:{basis.wet}" in report.items.broken:
        return
    if basis.wet not in book.laws and basis.wet not in book.regulations and basis.wet not in book.articles:
        if basis.wet in book.vocabulary.lists["wetten"]:  # an unknown word is told by ``references``
            report.say(place, "R110", "deze wet staat nog niet in laws/.", at=(*path, "wet"))
        return
    articles = book.articles.get(basis.wet, ())
    if not citation.matching(articles, basis):
        message = "dit artikel staat niet in laws/: voeg het toe aan artikelen.yaml."
        report.say(place, "R110", message, at=(*path, "artikel"))
        return
    gap = citation.first_gap(articles, basis, days) if days is not None else None
    if gap is not None:
        message = f"dit artikel geldt niet op alle dagen van de regel: het ontbreekt op {gap.isoformat()}."
        report.say(place, "R111", message, at=(*path, "artikel"))


def _voluntary(report: Report, model: Model, place: Place) -> None:
    assert isinstance(model, (Rule, Hook))
    if model.modaliteit != "vrijwillig":
        return
    layers = {report.book.laws[b.wet].bronlaag for b in model.grondslag if b.wet in report.book.laws}
    if layers and "overeenkomst" not in layers:
        message = "wat vrijwillig is, rust op een afspraak (een wet met bronlaag overeenkomst)."
        report.say(place, "R112", message, at=("grondslag",))
