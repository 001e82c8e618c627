# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""Overlays: they change what exists, on days they hold, with a power to do so, and not the same thing twice."""

from __future__ import annotations

from samenloop.errors import Problem, did_you_mean
from samenloop.rulebook.checks import ids, parameters
from samenloop.rulebook.checks.report import Report
from samenloop.rulebook.items import LoadedOverlay
from samenloop.rulebook.overlays import (
    AddsRule,
    FillsOpenTerm,
    OverlayChange,
    RepealsRule,
    ReplacesRule,
    SetsParameter,
)
from samenloop.rulebook.reading import Item
from samenloop.rulebook.rules import Rule


def check(report: Report) -> None:
    """R231 target missing, R232 days, R233 layer, R101 id taken, R150/R151 values; see also :func:`clashes`."""
    for loaded in report.overlays:
        for item in loaded.changes:
            _change(report, loaded, item)
    _taken(report)
    report.problems += clashes(report.overlays)


def clashes(overlays: tuple[LoadedOverlay, ...]) -> list[Problem]:
    """R230: two changes of one rule, parameter or open term on the same day."""
    out: list[Problem] = []
    seen: dict[tuple[str, str], list[tuple[LoadedOverlay, Item[OverlayChange]]]] = {}
    for loaded in overlays:
        for item in loaded.changes:
            touched = item.model.touches
            if touched is None:
                continue
            for other, _item in seen.get(touched, ()):
                if other.overlay.validity.overlaps(loaded.overlay.validity):
                    message = f"overlay {other.overlay.id} verandert deze {touched[0]} al op dezelfde dagen."
                    out.append(item.place.problem("R230", message, at=(item.model.verb,)))
                    break
            seen.setdefault(touched, []).append((loaded, item))
    return out


def _change(report: Report, loaded: LoadedOverlay, item: Item[OverlayChange]) -> None:
    change, place = item.model, item.place
    touched = change.touches
    if touched is not None:
        rules = {i.model.regel for o in report.loaded for i in _added(o)} | _base_rules(report)
        known = {"regel": rules, "parameter": set(report.book.parameters), "open term": set(report.book.open_terms)}
        if touched[1] not in known[touched[0]] and touched[1] not in report.items.broken:
            hint = did_you_mean(touched[1], known[touched[0]])
            report.say(place, "R231", f"deze {touched[0]} bestaat niet.", hint, at=(change.verb,))
            return
    if isinstance(change, (AddsRule, ReplacesRule)):
        key = "voeg_toe" if isinstance(change, AddsRule) else "door"
        rule: Rule = getattr(change, key)
        if not loaded.overlay.validity.contains(rule.geldig):
            message = "deze regel geldt op dagen waarop de overlay niet geldt."
            report.say(place, "R232", message, at=(key, "geldig"))
    if isinstance(change, SetsParameter):
        parameters.values(report, place, change.waarden, change.bekend_tot)
        for i, value in enumerate(change.waarden):
            if value.van < loaded.overlay.validity.van or change.bekend_tot > loaded.overlay.validity.last:
                message = "deze waarde geldt op dagen waarop de overlay niet geldt."
                report.say(place, "R232", message, at=("waarden", i, "van"))
    if isinstance(change, FillsOpenTerm):
        _layer(report, loaded, change, item)


def _base_rules(report: Report) -> set[str]:
    return {r.regel for r in report.book.all_rules} | {r.old for r in report.book.replacements} | {
        i.model.schrap for o in report.overlays for i in o.changes if isinstance(i.model, RepealsRule)
    }  # fmt: skip


def _added(loaded: LoadedOverlay) -> list[Item[Rule]]:
    return [Item(i.model.voeg_toe, i.place) for i in loaded.changes if isinstance(i.model, AddsRule)]


def _layer(report: Report, loaded: LoadedOverlay, change: FillsOpenTerm, item: Item[OverlayChange]) -> None:
    openings = report.book.open_terms.get(change.vul_in, ())
    allowed = {layer for _rule, norm in openings for layer in norm.aan}
    book, law = report.book, change.grondslag.wet
    source = book.regulations.get(law) or book.laws.get(law)
    if openings and source is not None and source.bronlaag not in allowed:
        message = f"deze open term wordt ingevuld bij {' of '.join(sorted(allowed))}, niet bij {source.bronlaag}."
        report.say(item.place, "R233", message, at=("vul_in",))


def _taken(report: Report) -> None:
    """A new id of an overlay that something of the base has already."""
    own = {o.place.document.file for o in report.overlays}
    base: set[tuple[str, str]] = set()
    new = []
    for kind, name, place, at in ids.declared(report):
        if place.document.file in own:
            new.append((kind, name, place, at))
        else:
            base.add((kind, name))
    kept = {("regel", r.new) for r in report.book.replacements if r.old == r.new}
    for kind, name, place, at in new:
        if (kind, name) in base - kept and kind != "overlay":
            report.say(place, "R101", f"deze id van een {kind} bestaat al in de basis.", at=at)
        base.add((kind, name))
