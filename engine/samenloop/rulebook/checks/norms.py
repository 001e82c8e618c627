# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""Norms: bearers that exist in the unit of the rule, values that fit their fact, entitlements of the own regime."""

from __future__ import annotations

from collections.abc import Iterator

from samenloop.documents import Path
from samenloop.rulebook.checks.report import Report
from samenloop.rulebook.common import Clock, Duty, FactValue
from samenloop.rulebook.model import Model
from samenloop.rulebook.norms import Gives, Norm, Promotes, Qualifies
from samenloop.rulebook.reading import Place
from samenloop.rulebook.rules import Rule
from samenloop.rulebook.values import expected, fact_type, read_value


def check(report: Report) -> None:
    """R160 unit name, R161 value does not fit its fact, R162 clock on no number, R163 entitlement of another regime,
    R164 rule over the second of a pair."""
    for rule, place in report.written_rules():
        if rule.over == "ander":
            report.say(place, "R164", "een regel over de tweede mens van een paar gaat over paar.", at=("over",))
            continue
        for i, norm in enumerate(rule.norms):
            at: Path = ("gevolgen", i)
            _units(report, rule, norm, place, at)
            for path, block in _blocks(norm, at):
                _value(report, block, place, path)
            if isinstance(norm, Gives):
                _own_regime(report, rule, norm, place, at)


def _units(report: Report, rule: Rule, norm: Norm, place: Place, at: Path) -> None:
    known = report.book.scope(rule.over).units()
    named = [("wie", norm.wie)]
    if isinstance(norm, Gives):
        named.append(("aan", norm.aan))
    if isinstance(norm, (Qualifies, Promotes)):
        named.append(("voor", norm.voor))
    for key, unit in named:
        if unit is not None and unit not in known:
            message = f"in een regel over {rule.over} bestaat '{unit}' niet."
            report.say(place, "R160", message, at=(*at, key))


def _blocks(model: Model, at: Path) -> Iterator[tuple[Path, FactValue | Duty | Clock]]:
    for name in type(model).model_fields:
        value = getattr(model, name)
        for part, one in enumerate(value) if isinstance(value, tuple) else ((None, value),):
            path: Path = (*at, name) if part is None else (*at, name, part)
            if isinstance(one, (FactValue, Duty, Clock)):
                yield path, one


def _value(report: Report, block: FactValue | Duty | Clock, place: Place, at: Path) -> None:
    fact = report.book.facts.get(block.feit)
    if fact is None:
        return  # told by ``references``
    kind = fact_type(fact)
    if isinstance(block, Clock):
        if kind.kind not in ("getal", "bedrag"):
            report.say(place, "R162", "een klok telt op een feit dat een getal is.", at=(*at, "feit"))
        return
    try:
        read_value(kind, block.waarde, whole=fact.soort == "geheel")
    except ValueError:
        message = f"dit feit is {expected(kind, whole=fact.soort == 'geheel')}."
        report.say(place, "R161", message, at=(*at, "waarde"))


def _own_regime(report: Report, rule: Rule, norm: Gives, place: Place, at: Path) -> None:
    owner = report.book.vocabulary.regime_of(norm.geeft)
    if rule.regime and owner != rule.regime:
        message = f"deze aanspraak hoort bij de regeling {owner}, dit bestand bij {rule.regime}."
        report.say(place, "R163", message, at=(*at, "geeft"))
