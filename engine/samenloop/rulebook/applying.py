# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""Lays an overlay over the parts of the base. Changes apply in file order; what they refer to is checked elsewhere.

``vervang`` and ``schrap`` take a rule of the base out of force on the overlay's days; before and after them it stays.
``parameter`` lays values over those of the base by date. Nothing of the base is copied.
"""

from __future__ import annotations

import datetime as dt

from samenloop.rulebook.book import Replacement
from samenloop.rulebook.common import Validity
from samenloop.rulebook.hooks import Hook
from samenloop.rulebook.items import Items, LoadedOverlay, on_every_day
from samenloop.rulebook.laws import Parameter, ParameterValue
from samenloop.rulebook.norms import FillsIn, LeavesOpen
from samenloop.rulebook.overlays import (
    AddsHook,
    AddsPattern,
    AddsRule,
    FillsOpenTerm,
    OverlayChange,
    RepealsRule,
    ReplacesRule,
    SetsParameter,
)
from samenloop.rulebook.patterns import Pattern
from samenloop.rulebook.reading import Item, Place
from samenloop.rulebook.rules import Rule

_DAY = dt.timedelta(days=1)


def apply(items: Items, loaded: LoadedOverlay) -> Items:
    """The parts with one overlay laid over them."""
    local = tuple(
        (regulation.model.wet, Item(article, _below(regulation.place, "artikelen", i)))
        for regulation in loaded.regulations
        for i, article in enumerate(regulation.model.artikelen)
    )
    cases = tuple(on_every_day(loaded.examples, "persoon", ""))
    items = items.with_(
        facts=items.facts + loaded.facts,
        regulations=items.regulations + loaded.regulations,
        articles=items.articles + local,
        cases=items.cases + cases,
    )
    for change in loaded.changes:
        items = _change(items, loaded, change)
    return items


def _change(items: Items, loaded: LoadedOverlay, item: Item[OverlayChange]) -> Items:
    change, place = item.model, item.place
    if isinstance(change, AddsRule):
        rule = Item(change.voeg_toe.placed(change.in_), _below(place, "voeg_toe"))
        return items.with_(rules=(*items.rules, rule))
    if isinstance(change, (ReplacesRule, RepealsRule)):
        return _without(items, loaded, change, place)
    if isinstance(change, SetsParameter):
        return items.with_(
            parameters=tuple(
                (law, Item(laid_over(p.model, change), p.place) if p.model.parameter == change.parameter else p)
                for law, p in items.parameters
            )
        )
    if isinstance(change, FillsOpenTerm):
        return _filled(items, loaded, change, place)
    if isinstance(change, AddsHook):
        hook: Item[Hook] = Item(change.uitzondering, _below(place, "uitzondering"))
        return items.with_(hooks=(*items.hooks, hook))
    assert isinstance(change, AddsPattern)
    pattern: Item[Pattern] = Item(change.patroon, _below(place, "patroon"))
    return items.with_(patterns=(*items.patterns, pattern))


def _below(place: Place, *keys: str | int) -> Place:
    return Place(place.document, (*place.path, *keys))


def _without(items: Items, loaded: LoadedOverlay, change: ReplacesRule | RepealsRule, place: Place) -> Items:
    gone = change.vervang if isinstance(change, ReplacesRule) else change.schrap
    days = loaded.overlay.validity
    rules: list[Item[Rule]] = []
    base: Rule | None = None
    for item in items.rules:
        if item.model.regel != gone:
            rules.append(item)
            continue
        base = item.model
        rules += [Item(_during(base, left), item.place) for left in remaining(base.geldig, days)]
    replacements = items.replacements
    if isinstance(change, ReplacesRule):
        new = change.door
        if base is not None:
            written = place.document.at((*place.path, "door"))
            if "over" not in written and new.over != base.over:
                new = new.model_copy(update={"over": base.over})
                for norm in new.norms:
                    norm.placed(new.regel, new.over)
            new.placed(base.regime)
            replacements = (*replacements, Replacement(gone, new.regel, days))
        rules.append(Item(new, _below(place, "door")))
    return items.with_(rules=tuple(rules), replacements=replacements)


def _during(rule: Rule, days: Validity) -> Rule:
    return rule if days == rule.geldig else rule.during(days).placed(rule.regime)


def remaining(validity: Validity, without: Validity) -> list[Validity]:
    """The days of a validity that lie outside another one: none, one or two stretches."""
    if not validity.overlaps(without):
        return [validity]
    out = []
    if validity.van < without.van:
        out.append(_days(validity.van, without.van - _DAY))
    if without.tot is not None and without.tot < validity.last:
        out.append(_days(without.tot + _DAY, validity.tot))
    return out


def _days(van: dt.date, tot: dt.date | None) -> Validity:
    return Validity.model_construct(van=van, tot=tot)


def spelled_out(parameter: Parameter) -> Parameter:
    """The parameter with a last day on every value."""
    return parameter.replaced(_closed(parameter.waarden, parameter.bekend_tot), parameter.bekend_tot)


def _closed(values: tuple[ParameterValue, ...], horizon: dt.date) -> tuple[ParameterValue, ...]:
    ends = [v.van - _DAY for v in values[1:]] + [horizon]
    return tuple(
        v if v.tot is not None else v.model_copy(update={"tot": end}) for v, end in zip(values, ends, strict=True)
    )


def laid_over(base: Parameter, change: SetsParameter) -> Parameter:
    """The parameter with the values of a change in place of its own on their days; known as long as either is."""
    new = _closed(change.waarden, change.bekend_tot)
    kept: list[ParameterValue] = []
    for value in _closed(base.waarden, base.bekend_tot):
        stretches = [_days(value.van, value.tot)]
        for cover in new:
            stretches = [s for one in stretches for s in remaining(one, _days(cover.van, cover.tot))]
        kept += [value.model_copy(update={"van": s.van, "tot": s.tot}) for s in stretches]
    values = tuple(sorted((*kept, *new), key=lambda v: v.van))
    return base.replaced(values, max(base.bekend_tot, change.bekend_tot))


def _filled(items: Items, loaded: LoadedOverlay, change: FillsOpenTerm, place: Place) -> Items:
    opener = next(
        (
            item.model
            for item in items.rules
            if any(isinstance(n, LeavesOpen) and n.laat_over == change.vul_in for n in item.model.norms)
        ),
        None,
    )
    layers = {r.model.wet: r.model.bronlaag for r in items.regulations}
    layers |= {law.model.wet: law.model.bronlaag for law in items.laws}
    norm = FillsIn.model_construct(vult_in=change.vul_in, waarde=change.waarde)
    rule = Rule.model_construct(
        regel=f"{change.vul_in}.{loaded.overlay.id}",
        titel=loaded.overlay.top.titel,
        over=opener.over if opener else "persoon",
        grondslag=(change.grondslag,),
        geldig=loaded.overlay.validity,
        bronlaag=layers.get(change.grondslag.wet, "wet"),
        gevolgen=(norm,),
    )
    rule.placed(opener.regime if opener else "")
    return items.with_(rules=(*items.rules, Item(rule, place)))
