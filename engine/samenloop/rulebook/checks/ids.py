# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""Ids: unique over the whole base, with the prefix of their regime or law, and no name that can never be read."""

from __future__ import annotations

from collections.abc import Iterator

from samenloop.documents import Path
from samenloop.language import ACCESS_DATES, COLLECTIONS
from samenloop.rulebook.checks.report import Report
from samenloop.rulebook.norms import Costs, LeavesOpen, Obliges, Qualifies, Requires
from samenloop.rulebook.reading import Place
from samenloop.rulebook.rules import Rule

_OWN = (Requires, Obliges, Costs, Qualifies, LeavesOpen)


def check(report: Report) -> None:
    """R101 id twice, R102 one name for two things, R103 norm twice, R104 prefix, R105 name that cannot be read."""
    _unique(report)
    _one_name_space(report)
    for rule, place in report.written_rules():
        _norms(report, rule, place)
        _rule_prefixes(report, rule, place)
    _other_prefixes(report)
    _unreadable(report)


def declared(report: Report) -> Iterator[tuple[str, str, Place, Path]]:
    """Kind, id, place and key path of everything that has an id of its own."""
    items = report.items
    for fact in items.facts:
        yield "feit", fact.model.feit, fact.place, ("feit",)
    for rule, place in report.written_rules():
        yield "regel", rule.regel, place, ("regel",)
    for _law, parameter in items.parameters:
        yield "parameter", parameter.model.parameter, parameter.place, ("parameter",)
    for law in items.laws:
        yield "wet", law.model.wet, law.place, ("wet",)
    for regulation in items.regulations:
        yield "wet", regulation.model.wet, regulation.place, ("wet",)
    for knob in items.knobs:
        yield "knop", knob.model.knop, knob.place, ("knop",)
    for hook in items.hooks:
        yield "uitzondering", hook.model.uitzondering, hook.place, ("uitzondering",)
    for pattern in items.patterns:
        yield "patroon", pattern.model.patroon, pattern.place, ("patroon",)
    for provision in items.provisions:
        yield "bepaling", provision.model.bepaling, provision.place, ("bepaling",)
    for loaded in report.loaded:
        yield "overlay", loaded.overlay.id, loaded.place, ("overlay",)


def _unique(report: Report) -> None:
    first: dict[tuple[str, str], Place] = {}
    for kind, name, place, at in declared(report):
        if (kind, name) in first:
            _twice(report, kind, first[kind, name], place, at)
        first.setdefault((kind, name), place)
    terms: dict[str, list[tuple[Rule, Place]]] = {}
    for rule, place in report.written_rules():
        for i, norm in enumerate(rule.norms):
            if isinstance(norm, LeavesOpen):
                for other, where in terms.get(norm.laat_over, ()):
                    if other is not rule and other.geldig.overlaps(rule.geldig):
                        _twice(report, "open term", where, place, ("gevolgen", i, "laat_over"))
                terms.setdefault(norm.laat_over, []).append((rule, place))


def _twice(report: Report, kind: str, other: Place, place: Place, at: Path) -> None:
    message = f"deze id van een {kind} bestaat al: {other.document.file}, regel {other.line}."
    report.say(place, "R101", message, at=at)


def _one_name_space(report: Report) -> None:
    """Facts, concepts and open terms are all written as bare names."""
    owner: dict[str, str] = {fact.model.feit: "een feit" for fact in report.items.facts}
    for rule, place in report.written_rules():
        names: list[tuple[str, str, Path]] = []
        if rule.bepaalt is not None:
            names.append((rule.bepaalt, "een begrip", ("bepaalt",)))
        for i, norm in enumerate(rule.norms):
            if isinstance(norm, LeavesOpen):
                names.append((norm.laat_over, "een open term", ("gevolgen", i, "laat_over")))
        for name, kind, at in names:
            if owner.setdefault(name, kind) != kind:
                report.say(place, "R102", f"deze naam is al van {owner[name]}.", at=at)


def _norms(report: Report, rule: Rule, place: Place) -> None:
    seen: set[str] = set()
    for i, norm in enumerate(rule.norms):
        if norm.name in seen:
            message = "deze norm staat al in deze regel (zelfde werkwoord, zelfde waarde)."
            report.say(place, "R103", message, at=("gevolgen", i, norm.verb))
        seen.add(norm.name)


def _rule_prefixes(report: Report, rule: Rule, place: Place) -> None:
    words = report.book.vocabulary.lists["regelingen"]
    if rule.regime not in words:
        return
    prefix = str(words[rule.regime].get("prefix"))
    names: list[tuple[str, Path]] = [(rule.regel, ("regel",))]
    if rule.bepaalt is not None:
        names.append((rule.bepaalt, ("bepaalt",)))
    names += [(n.value, ("gevolgen", i, n.verb)) for i, n in enumerate(rule.norms) if isinstance(n, _OWN)]
    for name, at in names:
        if not name.startswith(f"{prefix}."):
            report.say(place, "R104", f"deze naam begint met '{prefix}.', het voorvoegsel van de regeling.", at=at)


def _other_prefixes(report: Report) -> None:
    prefixes = {law.model.wet: law.model.prefix for law in report.items.laws}
    for law, item in report.items.parameters:
        prefix = prefixes.get(law)
        if prefix is not None and not item.model.parameter.startswith(f"{prefix}."):
            message = f"deze naam begint met '{prefix}.', het voorvoegsel van de wet."
            report.say(item.place, "R104", message, at=("parameter",))
    regimes = report.book.vocabulary.lists["regelingen"].values()
    known = {str(word.get("prefix")) for word in regimes} | set(prefixes.values())
    for fact in report.items.facts:
        head, dot, _rest = fact.model.feit.partition(".")
        if dot and head not in known:
            message = "een feit van één regeling begint met haar voorvoegsel, een gedeeld feit heeft geen punt."
            report.say(fact.place, "R104", message, at=("feit",))


def _unreadable(report: Report) -> None:
    """A name that expressions read as something else."""
    vocabulary = report.book.vocabulary
    taken = {
        **dict.fromkeys(vocabulary.ids("eenheidnamen"), "een eenheid"),
        **dict.fromkeys(vocabulary.ids("koppelingen"), "een koppeling"),
        **dict.fromkeys(COLLECTIONS, "een verzameling"),
        **dict.fromkeys((*ACCESS_DATES, "peildatum"), "een datum"),
        "parameters": "de parameters",
    }
    names = [(f.model.feit, f.place, ("feit",)) for f in report.items.facts]
    names += [(r.bepaalt, place, ("bepaalt",)) for r, place in report.written_rules() if r.bepaalt is not None]
    for name, place, at in names:
        head = name.partition(".")[0]
        if head in taken:
            message = f"'{head}' is in uitdrukkingen {taken[head]}; kies een andere naam."
            report.say(place, "R105", message, at=at)
