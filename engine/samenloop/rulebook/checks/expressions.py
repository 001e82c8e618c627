# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""Expressions: every name exists and fits its unit, types and periods agree. The language words its own problems."""

from __future__ import annotations

import re
from typing import Any

from samenloop.documents import Path
from samenloop.language import Expression, Scope, Type, infer
from samenloop.rulebook.checks.report import Report
from samenloop.rulebook.fields import Wanted
from samenloop.rulebook.hooks import GivesAmount, Knob, Replaces
from samenloop.rulebook.model import Model
from samenloop.rulebook.norms import Costs, CountsAsAssets, CountsAsIncome, FillsIn, Gives, Punishes, SetsOff
from samenloop.rulebook.overlays import FillsOpenTerm
from samenloop.rulebook.patterns import Pattern
from samenloop.rulebook.reading import Place
from samenloop.rulebook.rules import Rule
from samenloop.rulebook.symbols import declared_type
from samenloop.rulebook.walk import marked

_WITH_PERIOD = (Gives, Costs, SetsOff, Punishes, GivesAmount)
_THINGS = ("woning", "schuld", "bezit")


def check(report: Report) -> None:
    """X and T codes of the language; R120 period, R121 unit, R122 one concept two types, R123 open term, R124 value."""
    for model, place, unit in report.blocks():
        if isinstance(model, Knob) and not _turns_something(report, model):
            continue  # told by ``references``
        units = _THINGS if isinstance(model, Pattern) and model.gedeeld == "ding" else (unit,)
        for found in marked(model):
            if isinstance(found.marker, Wanted):
                own = (_replaced_unit(report, found.owner),) if isinstance(found.owner, Replaces) else units
                kind = _typed(report, place, found.path, found.value, found.marker, own)
                _fits_owner(report, place, found.path, kind, found.owner)
        if isinstance(model, Rule):
            _unit(report, model, place)
    _one_type(report)
    for loaded in report.overlays:
        for change in loaded.changes:
            if isinstance(change.model, FillsOpenTerm):
                term = change.model.vul_in
                unit = report.book.open_terms[term][0][0].over if term in report.book.open_terms else "persoon"
                wanted = Wanted("elk")
                kind = _typed(report, change.place, ("waarde",), change.model.waarde, wanted, (unit,))
                _fills(report, change.place, ("waarde",), term, kind)


def _turns_something(report: Report, knob: Knob) -> bool:
    book = report.book
    return any(knob.draait_aan in known for known in (book.facts, book.parameters, book.rules, book.open_terms))


def _typed(
    report: Report, place: Place, path: Path, expression: Expression, wanted: Wanted, units: tuple[str, ...]
) -> Type:
    """The type of an expression; its problems are reported. Of several units the first in which it fits counts."""
    kind = None if wanted.type == "elk" else wanted.type
    tries = [infer(expression, report.book.scope(unit, access=wanted.access), kind) for unit in units]
    found, problems = next((one for one in tries if not one[1]), tries[0])
    for problem in problems:
        if not _lost(report, expression.text, problem.offset):
            report.say(place, problem.code, problem.message, problem.hint, at=path, offset=problem.offset)
    return found


def _lost(report: Report, text: str, offset: int) -> bool:
    """Whether the name at this place would have been declared by an entry that could not be read."""
    match = re.match(r"[a-z][a-z0-9_.]*", text[offset:])
    parts = match[0].split(".") if match else []
    return any(".".join(parts[i:]) in report.items.broken for i in range(len(parts)))


def _replaced_unit(report: Report, change: Replaces) -> str:
    rules = report.book.concepts.get(change.vervangt)
    return rules[0].over if rules else "persoon"


def _fits_owner(report: Report, place: Place, path: Path, kind: Type, owner: Model) -> None:
    key = path[-1]
    if isinstance(owner, _WITH_PERIOD) and key == "bedrag" and kind.kind == "bedrag":
        wanted = "eur" if owner.per == "eenmalig" else f"eur/{owner.per}"
        if kind.unit != wanted:
            report.say(place, "R120", f"het bedrag is {kind.unit}, verwacht {wanted}.", at=(*path[:-1], "per"))
    if isinstance(owner, CountsAsAssets) and key in ("bedrag", "vrij") and kind.kind == "bedrag" and kind.unit != "eur":
        report.say(place, "R120", f"vermogen is een bedrag zonder periode (eur), dit is {kind.unit}.", at=path)
    if isinstance(owner, CountsAsIncome) and key == "bedrag" and kind == Type("bedrag", "eur"):
        report.say(place, "R120", "inkomen is een bedrag per periode, dit is eur zonder periode.", at=path)
    if isinstance(owner, FillsIn) and key == "waarde":
        _fills(report, place, path, owner.vult_in, kind)
    if isinstance(owner, Replaces) and key == "door":
        _replaces(report, place, path, owner, kind)


def _fills(report: Report, place: Place, path: Path, term: str, kind: Type) -> None:
    known = report.book.symbols.open_terms.get(term)
    if known is not None and not _same(known[1], kind):
        report.say(place, "R123", f"deze open term is {known[1]}, dit is {kind}.", at=path)


def _replaces(report: Report, place: Place, path: Path, change: Replaces, kind: Type) -> None:
    symbols = report.book.symbols
    if change.vervangt in symbols.concepts:
        wanted = symbols.concept_type(change.vervangt)
    elif change.vervangt in symbols.parameters:
        wanted = symbols.parameters[change.vervangt]
    else:
        return
    if not _same(wanted, kind):
        report.say(place, "R124", f"wat vervangen wordt is {wanted}, dit is {kind}.", at=path)


def _unit(report: Report, rule: Rule, place: Place) -> None:
    if rule.eenheid is None or rule.waarde is None:
        return
    found, _problems = infer(rule.waarde, Scope(report.book.symbols, rule.over))
    wanted = declared_type(rule.eenheid)
    if not _same(wanted, found):
        report.say(place, "R121", f"de waarde is {found}, de eenheid zegt {wanted}.", at=("eenheid",))


def _one_type(report: Report) -> None:
    """All rules of one concept yield the same type."""
    first: dict[str, tuple[Rule, Type]] = {}
    for rule, place in report.written_rules():
        if rule.bepaalt is None or rule.waarde is None:
            continue
        found, _problems = infer(rule.waarde, Scope(report.book.symbols, rule.over))
        if found.kind in ("fout", "nul"):
            continue
        other, known = first.setdefault(rule.bepaalt, (rule, found))
        if not _same(known, found):
            message = f"dit is {found}; volgens regel {other.regel} is het begrip {known}."
            report.say(place, "R122", message, at=("waarde",))


def _same(one: Type, other: Type) -> bool:
    kinds: Any = {one.kind, other.kind}
    if "fout" in kinds:
        return True
    if "nul" in kinds:
        return bool(kinds <= {"nul", "getal", "bedrag"})
    return kinds <= {"keuze", "tekst"} or (one.kind == other.kind and one.unit == other.unit)
