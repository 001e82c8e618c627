# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""Facts: over a unit that has facts, on a path of the household file, joined where the path has many ends."""

from __future__ import annotations

from fractions import Fraction

from samenloop.documents import Path
from samenloop.errors import did_you_mean
from samenloop.rulebook.checks import contract
from samenloop.rulebook.checks.report import Report
from samenloop.rulebook.common import Bounds
from samenloop.rulebook.facts import Fact, FactPath, Together
from samenloop.rulebook.reading import Place
from samenloop.rulebook.values import fact_type

UNITS = ("persoon", "paar", "woning", "schuld", "bezit", "huishouden")


def check(report: Report) -> None:
    """R140 unit without facts, R141 path, R142 and R143 ``samen``, R144 choices, R145 bounds, R146 second-hand path,
    R147 open norm, R148 second-hand concept, R149 kind."""
    for item in report.items.facts:
        fact, place = item.model, item.place
        if fact.over not in UNITS:
            message = f"een feit hoort bij {', '.join(UNITS)}; {fact.over} is afgeleid."
            report.say(place, "R140", message, at=("over",))
            continue
        if fact.keuzes is not None and len(set(fact.keuzes)) != len(fact.keuzes):
            report.say(place, "R144", "een keuze staat er twee keer.", at=("keuzes",))
        if fact.bereik is not None:
            _bounds(report, place, ("bereik",), fact.bereik, dated=fact.soort == "datum")
        if fact.is_judgement:
            if fact.soort != "ja_nee":
                report.say(place, "R149", "een oordeel is ja of nee.", at=("soort",))
        else:
            _path(report, place, ("uit",), fact, fact.uit, fact.samen)
        if fact.of_uit is not None and fact.of_uit.pad is not None:
            _path(report, place, ("of_uit", "pad"), fact, fact.of_uit.pad, fact.of_uit.samen)
            if fact.of_uit.pad == fact.uit:
                report.say(place, "R146", "het tweede pad is gelijk aan het eerste.", at=("of_uit", "pad"))
        elif fact.of_uit is not None and fact.of_uit.begrip is not None:
            _concept(report, place, fact, fact.of_uit.begrip)


def _concept(report: Report, place: Place, fact: Fact, concept: str) -> None:
    """A concept that stands in for a fact is about the same unit and of the same type; whether it exists is R106."""
    symbols, at = report.book.symbols, ("of_uit", "begrip")
    if concept not in symbols.concepts:
        return
    wanted, found = fact_type(fact), symbols.concept_type(concept)
    if symbols.concepts[concept] != fact.over:
        report.say(place, "R148", f"dit begrip hoort bij {symbols.concepts[concept]}, dit feit bij {fact.over}.", at=at)
    elif (found.kind, found.unit) != (wanted.kind, wanted.unit) and found.kind not in ("fout", "nul"):
        report.say(place, "R148", "dit begrip is van een andere soort of eenheid dan dit feit.", at=at)


def _path(report: Report, place: Place, at: Path, fact: Fact, path: FactPath, together: Together | None) -> None:
    vocabulary = report.book.vocabulary
    found = contract.follow(fact.over, path, vocabulary)
    if isinstance(found, contract.Stray):
        hint = did_you_mean(found.key, found.known)
        message = "dit woord kan daar niet staan." if found.word else "dit pad bestaat niet in het huishoudbestand."
        report.say(place, "R141", message, hint, at=at, offset=found.offset)
        return
    beside = at[:-1]
    if found.many and together is None:
        message = "dit pad loopt door een lijst; zeg met 'samen' hoe er één waarde van komt."
        report.say(place, "R142", message, at=at)
        return
    if not found.many and together is not None:
        report.say(place, "R143", "dit pad heeft één einde; haal 'samen' weg.", at=(*beside, "samen"), key=True)
    if together in ("bestaat", "aantal"):
        wanted = "ja_nee" if together == "bestaat" else "geheel"
        if fact.soort != wanted:
            report.say(place, "R149", f"'samen: {together}' geeft een feit van soort {wanted}.", at=("soort",))
        return
    if fact.open_norm and not found.judged:
        decided = at[0] == "of_uit" and path.steps[0].key == "regelingen" and together == "enige"
        if not decided:  # a decision of the competent body may stand in for a judgement
            message = "een open norm wordt beantwoord met een oordeel; dit pad eindigt niet in een oordeel."
            report.say(place, "R147", message, at=at)
    elif not contract.holds(found.slot, fact.soort):
        report.say(place, "R149", "wat op dit pad staat is niet van deze soort.", at=("soort",))
    elif odd := contract.odd_choices(found.slot.kind, fact.keuzes or (), vocabulary):
        report.say(place, "R144", f"dit staat nooit in het huishoudbestand: {', '.join(odd)}.", at=("keuzes",))


def _bounds(report: Report, place: Place, at: Path, bounds: Bounds, *, dated: bool) -> None:
    low, high = bounds.van, bounds.tot
    if any(isinstance(x, Fraction) == dated for x in (low, high) if x is not None):
        expected = "dagen" if dated else "getallen"
        report.say(place, "R145", f"de grenzen van dit bereik zijn {expected}.", at=at)
    elif low is not None and high is not None and low > high:  # type: ignore[operator]  # both are of one kind here
        report.say(place, "R145", "de laagste waarde is hoger dan de hoogste.", at=at)
