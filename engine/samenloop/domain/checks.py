# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""Checks that look at more than one key of a household file.

They read the raw data, so that a mistake in one place hides no mistake in another, and skip what they cannot read: the
models have already said so there. Each check yields problems; none holds a value of the file.
"""

from __future__ import annotations

import difflib
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from samenloop.documents import Document, Path
from samenloop.domain.ages import birthday_fits
from samenloop.domain.contract import Node, as_keys, contract_paths, follow, nameless, nodes, slots, unread
from samenloop.domain.events import REFERRED, Event, detail_kind, details_of
from samenloop.domain.kinds import ONBEKEND, OTHER, PathKind, PathsKind, RefKind, TermsKind
from samenloop.domain.numbers import DayKind
from samenloop.domain.people import Person, Registration, Stay
from samenloop.domain.values import Day, read_day
from samenloop.errors import Problem, did_you_mean
from samenloop.vocabulary import Vocabulary

_REFERENCES = {
    "personen": ("H041", "deze persoon staat niet in het bestand; verwacht een id uit 'personen'."),
    "woningen": ("H042", "deze woning staat niet in het bestand; verwacht een id uit 'woningen'."),
    "schulden": ("H043", "deze schuld staat niet in het bestand; verwacht een id uit 'schulden'."),
    "regelingen": ("H044", "deze regeling staat niet in het bestand; verwacht een id uit 'regelingen'."),
}
_ORDER = (("van", "tot"), ("sinds", "tot"), ("aangevraagd_op", "besluit_op"))
_WITHOUT_HOME = {Stay: ("waar", ("detentie", "buitenland", "dakloos")), Registration: ("inschrijving", ("geen",))}


@dataclass(frozen=True)
class _Reference:
    """One place in the file that names an entry by its id."""

    path: Path
    target: str
    id: str


def check_household(document: Document, vocabulary: Vocabulary) -> Iterator[Problem]:
    """Every problem of the file as a whole."""
    found = list(nodes(document.data))
    yield from _ids(document)
    yield from _references(document, found, vocabulary)
    yield from _paths(document, found)
    peildatum = _day(document.data.get("peildatum"))
    for node in found:
        yield from _needs(document, node)
        yield from _other(document, node)
        yield from _order(document, node)
        yield from _place(document, node)
        yield from _income(document, node)
        if node.model is Person and peildatum is not None:
            yield from _age(document, node, peildatum.first)
        if {"datum", "over_maanden"} <= slots(node.model).keys() and _given(node, "datum", "over_maanden"):
            yield document.problem("H053", (*node.path, "over_maanden"), "geef 'datum' of 'over_maanden', niet beide.")
        if {"van", "naar"} <= slots(node.model).keys() and _text(node.raw, "van") == _text(node.raw, "naar") != "":
            yield document.problem("H045", (*node.path, "naar"), "een relatie gaat over twee verschillende mensen.")


def warn_household(document: Document) -> Iterator[Problem]:
    """What is worth saying of a file that has no mistakes."""
    people = document.data["personen"]
    if not any(person.get("aanvrager") is True for person in people):
        yield document.problem(
            "H080", ("personen",), "niemand is aanvrager: voor wie is het plan? Zet bij die persoon 'aanvrager: true'."
        )


def _ids(document: Document) -> Iterator[Problem]:
    for name in _REFERENCES:
        seen: dict[str, int] = {}
        for i, entry in enumerate(_list(document.data, name)):
            own = _text(as_keys(entry), "id")
            path = (name, i, "id")
            if own and own in seen:
                line = document.mark((name, seen[own], "id")).line
                yield document.problem("H040", path, f"deze id staat al op regel {line}; elke id staat er één keer.")
            elif own:
                seen[own] = i


def _references(document: Document, found: list[Node], vocabulary: Vocabulary) -> Iterator[Problem]:
    references = [one for node in found for one in _of_node(node, vocabulary)]
    for target, (code, message) in _REFERENCES.items():
        raw = document.data.get(target)
        empty = raw is None and (target,) in document.values
        if empty or (unread(contract_paths()[target], raw) and raw != ONBEKEND):
            continue  # the list itself is missing or cannot be read: its ids are not known
        known = {_text(as_keys(one), "id"): i for i, one in enumerate(_list(document.data, target))}
        lost = [one for one in references if one.target == target and one.id not in known]
        explained = _explained(lost, known, nameless(contract_paths()[target], document.data.get(target)))
        for one in lost:
            if one.id not in explained:
                near = difflib.get_close_matches(one.id, [i for i in known if i], n=1, cutoff=0.6)
                line = document.mark((target, known[near[0]], "id")).line if near else 0
                hint = f"Bedoelt u de id op regel {line}?" if line else ""
                yield document.problem(code, one.path, message, hint)


def _explained(lost: list[_Reference], known: Iterable[str], entries: int) -> set[str]:
    """The ids that are lost because the entry they name has no readable id: one mistake, said once, at that entry."""
    counted = Counter(one.id for one in lost if not did_you_mean(one.id, [i for i in known if i]))
    return {id_ for id_, _ in counted.most_common(entries)}


def _of_node(node: Node, vocabulary: Vocabulary) -> Iterator[_Reference]:
    for key, slot in slots(node.model).items():
        if isinstance(slot.kind, RefKind):
            target = slot.kind.target
            if target == "gebeurtenis":
                soort = node.raw.get("soort")
                if not isinstance(soort, str) or not vocabulary.has("gebeurtenissen", soort):
                    continue
                target = REFERRED.get(str(vocabulary.word("gebeurtenissen", soort).get("wie", "persoon")), "")
            yield from _named((*node.path, key), target, node.raw.get(key))
    if node.model is Event:
        details = as_keys(node.raw.get("details"))
        for key, detail in (details_of(vocabulary, node.raw.get("soort")) or {}).items():
            kind = detail_kind(detail)
            if isinstance(kind, RefKind):
                yield from _named((*node.path, "details", key), kind.target, details.get(key))


def _named(path: Path, target: str, raw: Any) -> Iterator[_Reference]:
    if isinstance(raw, list):
        for i, one in enumerate(raw):
            yield from _named((*path, i), target, one)
    elif isinstance(raw, str) and raw != ONBEKEND:
        yield _Reference(path, target, raw)


def _paths(document: Document, found: list[Node]) -> Iterator[Problem]:
    for node in found:
        for key, slot in slots(node.model).items():
            raw = node.raw.get(key)
            if isinstance(slot.kind, PathsKind):
                for i, one in enumerate(raw if isinstance(raw, list) else []):
                    yield from _path(document, (*node.path, key, i), one, lists=slot.kind.lists)
            elif isinstance(slot.kind, PathKind):
                yield from _path(document, (*node.path, key), raw, lists=False)


def _path(document: Document, at: Path, path: Any, *, lists: bool) -> Iterator[Problem]:
    if not isinstance(path, str) or not path.strip() or path == ONBEKEND:
        return
    end = follow(path, document.data)
    if end.unsure:
        return
    if end.slot is None:
        hint = did_you_mean(end.wrong, end.known)
        yield document.problem("H054", at, "dit pad leidt nergens heen; verwacht sleutels en id's met een punt.", hint)
    elif lists and (not end.slot.many or end.entry):
        yield document.problem("H055", at, "dit pad is geen lijst; alleen een lijst kan onvolledig zijn.")


def _needs(document: Document, node: Node) -> Iterator[Problem]:
    for key, others in node.model.needs.items():
        if not _number_like(node.raw.get(key)):
            continue
        for other in others:
            if other not in node.raw:
                message = f"bij '{key}' hoort '{other}'."
                code = "H051" if other == "eenheid" else "H050"
                yield document.problem(code, (*node.path, key), message, key=True)


def _other(document: Document, node: Node) -> Iterator[Problem]:
    if "omschrijving" in node.raw or "omschrijving" in as_keys(node.raw.get("details")):
        return
    for key, slot in slots(node.model).items():
        if isinstance(slot.kind, TermsKind) and slot.kind.other:
            raw = node.raw.get(key)
            if raw == OTHER or (isinstance(raw, list) and OTHER in raw):
                yield document.problem("H052", (*node.path, key), "bij 'anders' hoort een 'omschrijving'.")
                return


def _order(document: Document, node: Node) -> Iterator[Problem]:
    known = slots(node.model)
    for first, last in _ORDER:
        if not all(key in known and isinstance(known[key].kind, DayKind) for key in (first, last)):
            continue
        start, end = _day(node.raw.get(first)), _day(node.raw.get(last))
        if start is not None and end is not None and end.last < start.first:
            yield document.problem("H049", (*node.path, last), f"'{last}' ligt voor '{first}'.")


def _place(document: Document, node: Node) -> Iterator[Problem]:
    key, places = _WITHOUT_HOME.get(node.model, ("", ()))
    if key and _given(node, "woning") and node.raw.get(key) in places:
        yield document.problem("H058", (*node.path, "woning"), f"bij deze '{key}' hoort geen 'woning'.")


def _income(document: Document, node: Node) -> Iterator[Problem]:
    if node.model is not Person:
        return
    entries = [as_keys(one) for one in _list(node.raw, "inkomen")]
    for i, entry in enumerate(entries):
        if entry.get("soort") == "geen":
            others = len(entries) > 1 and not _dated(entry)
            if others or entry.get("bedrag") not in (None, 0, "0.0", "0.00"):
                message = "'geen' betekent dat er niets binnenkomt: zonder bedrag en zonder andere inkomsten."
                yield document.problem("H059", ("personen", node.path[1], "inkomen", i, "soort"), message)
                return


def _age(document: Document, node: Node, peildatum: date) -> Iterator[Problem]:
    at = (*node.path, "geboortemaand")
    if _given(node, "leeftijd", "geboortemaand"):
        yield document.problem("H046", at, "geef 'leeftijd' of 'geboortemaand', niet beide.")
    month = _day(node.raw.get("geboortemaand"))
    if month is None:
        return
    if month.first > peildatum:
        message = "deze maand ligt na de peildatum; een verwacht kind hoort bij 'zwanger_tot'."
        yield document.problem("H048", at, message)
        return
    left = node.raw.get("dagen_tot_verjaardag")
    if isinstance(left, int) and not isinstance(left, bool) and 0 <= left <= 365:
        days = (month.first + timedelta(days) for days in range((month.last - month.first).days + 1))
        if not any(birthday_fits(born, (left, left), peildatum) for born in days):
            message = "deze dag valt niet in de 'geboortemaand'."
            yield document.problem("H047", (*node.path, "dagen_tot_verjaardag"), message)


def _list(raw: Any, key: str) -> list[Any]:
    value = as_keys(raw).get(key)
    return value if isinstance(value, list) else []


def _text(raw: Any, key: str) -> str:
    value = raw.get(key)
    return value if isinstance(value, str) else ""


def _day(raw: Any) -> Day | None:
    try:
        return read_day(raw)
    except ValueError:
        return None


def _given(node: Node, *keys: str) -> bool:
    return all(node.raw.get(key) not in (None, ONBEKEND) for key in keys)


def _dated(entry: Any) -> bool:
    return "van" in entry or "tot" in entry


def _number_like(raw: Any) -> bool:
    if isinstance(raw, str):
        return raw[:1].isdigit()
    return isinstance(raw, (int, dict)) and not isinstance(raw, bool)
