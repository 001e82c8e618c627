# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""An evaluated household to norms as data: one record per norm that bites, for each person it concerns.

A norm bites when its rule fires and its own ``mits`` holds, and further: a right, when it is there; a requirement, when
it is not met; a reading or a charge, when it is more than nothing; an act, when it takes place. Where that is not known
the record is there and not certain. A norm that takes something for granted says whether that is true here; not known,
it is there both ways, neither of them certain.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from itertools import product
from typing import Any

from samenloop.evaluation import Assessment, Claim, Evaluator, sharing, things, units
from samenloop.evaluation.live import Bound
from samenloop.evaluation.units import Concerned
from samenloop.interaction.matching.facts import NormFact
from samenloop.interaction.matching.turning import turns_on
from samenloop.language import values
from samenloop.language.values import Thing, Value

Cells = Mapping[str, str | None]
_RIGHT = {
    "geeft": "geeft", "vereist": "voor", "sluit_uit": "sluit_uit", "bestraft": "verlaagt", "leidt_om": "leidt_om",
    "verrekent": "uit", "gaat_voor": "boven",
}  # fmt: skip
_PURPOSE = {"geeft": "doel", "leidt_om": "voor_doel"}
_NEED = {"geeft": "behoefte", "sluit_uit": "behoefte", "gaat_voor": "behoefte", "kost": "voor"}
_AMOUNT = ("telt_als_inkomen", "telt_als_vermogen", "kost")
_ELSEWHERE = ("geeft", "vereist")
"""Verbs that bite through a claim."""


def norms_of(assessment: Assessment, verbs: Collection[str] | None = None) -> tuple[NormFact, ...]:
    """Every norm that bites, or perhaps bites, in one evaluation; ``verbs``: only those with one of these verbs."""
    ev = assessment.evaluator
    found: dict[NormFact, None] = {}
    for verb, bounds in ev.live.by_verb.items():
        if verb not in _ELSEWHERE and (verbs is None or verb in verbs):
            for bound in bounds:
                found.update(dict.fromkeys(_of_norm(ev, bound)))
    for claim in assessment.claims:
        for verb, bites in (("geeft", _given), ("vereist", _unmet)):
            if verbs is None or verb in verbs:
                found.update(dict.fromkeys(bites(ev, claim)))
    return tuple(found)


def _of_norm(ev: Evaluator, bound: Bound) -> Iterator[NormFact]:
    for thing in ev.facts.things(ev.book.unit_of(bound.rule)):
        holds = _bites(ev, bound, thing)
        if holds.is_false:
            continue
        for cells, why in _people(ev, bound, thing):
            yield from _rows(ev, bound, thing, values.conjunction((holds, why)), cells)


def _bites(ev: Evaluator, bound: Bound, thing: Thing) -> Value:
    """Whether a norm bites for a thing."""
    holds = ev.norm_holds(bound, thing)
    if holds.is_false:
        return holds
    norm = bound.norm
    if norm.verb == "bevordert":
        return values.conjunction((holds, ev.say(norm.blijkt_uit, thing, bound.rule)[0]))
    if norm.verb in _AMOUNT:
        return values.conjunction((holds, values.compare(">", ev.say(norm.bedrag, thing, bound.rule)[0], values.ZERO)))
    return holds


def _people(ev: Evaluator, bound: Bound, thing: Thing) -> Iterator[tuple[dict[str, str | None], Value]]:
    """Whom a norm about a thing concerns: one row for each bearer and each other person it turns on."""
    norm = bound.norm
    if thing.unit == "paar":
        one, two = things.ends(thing)
        second = norm.wie == "ander" or (norm.verb == "kwalificeert" and norm.wie is None)
        bears, opposite = (two, one) if second else (one, two)
        named = getattr(norm, "voor", None)
        whom = opposite if norm.verb == "kwalificeert" else {"persoon": one, "ander": two}.get(str(named))
        yield {"wie": bears, "ander": opposite, "voor": whom}, values.TRUE
        return
    own = str(thing) if thing.unit in things.LISTS else None
    turning = (*turns_on(ev, bound.rule.wanneer, thing, bound.rule), *turns_on(ev, norm.mits, thing, bound.rule))
    for person, concerned in units.people_of(ev, thing):
        for other, why in _others(turning, person):
            yield {"wie": person.id, "ding": own, "ander": other}, values.conjunction((concerned, why))


def _others(turning: Concerned, person: Thing) -> tuple[tuple[str | None, Value], ...]:
    """The people besides this one that a norm turns on; nobody counts as one row."""
    return tuple((p.id, why) for p, why in turning if p != person) or ((None, values.TRUE),)


def _given(ev: Evaluator, claim: Claim) -> Iterator[NormFact]:
    """A right, for each person who has it."""
    bound = next(b for b in ev.live.by_target[("geeft", claim.entitlement)] if b.norm.id == claim.norm)
    if not claim.right.is_false:
        for person, belongs in sharing.belonging(ev, bound, claim.bearer).items():
            yield from _rows(ev, bound, claim.bearer, values.conjunction((claim.right, belongs)), {"wie": person})


def _unmet(ev: Evaluator, claim: Claim) -> Iterator[NormFact]:
    """The requirements of a right that are not met, one row for each way to meet them."""
    unmet = {c.id: values.negate(c.met) for c in claim.conditions if c.kind == "vereist" and not c.met.is_true}
    for bound in ev.live.by_target.get(("vereist", claim.entitlement), ()):
        missing = unmet.get(bound.norm.vereist)
        if missing is None:
            continue
        same = ev.book.unit_of(bound.rule) == claim.bearer.unit
        for way in bound.norm.wegen:
            turning = turns_on(ev, way.als, claim.bearer, bound.rule) if same else ()
            given = {"van": way.van} if way.rol is None else {"van": way.van, "beslisser": way.rol}
            for person, belongs in units.people_of(ev, claim.bearer):
                for other, why in _others(turning, person):
                    holds = values.conjunction((missing, belongs, why))
                    yield from _rows(ev, bound, claim.bearer, holds, {**given, "wie": person.id, "ander": other})


def _rows(ev: Evaluator, bound: Bound, thing: Thing, holds: Value, cells: Cells) -> Iterator[NormFact]:
    """The records of one norm about one person: one for each need, and for each way its assumption can be."""
    if holds.is_false:
        return
    norm, rule = bound.norm, bound.rule
    for need, (assumed, sure) in product(_needs(norm), _assumption(ev, bound, thing)):
        known = values.conjunction((holds, sure))
        row: dict[str, Any] = {
            "modaliteit": rule.modaliteit,
            "bronlaag": rule.bronlaag,
            "klasse": getattr(norm, "klasse", None),
            "werking": getattr(norm, "werking", None),
            "begripsfamilie": getattr(norm, "begripsfamilie", None),
            "doel": getattr(norm, _PURPOSE.get(norm.verb, ""), None),
            "behoefte": need,
            "van": "instantie" if getattr(norm, "door", None) else None,
            "veronderstelling": assumed,
            "waarde": norm.value,
            "beslisser": ev.book.decider(rule),
            "aanspraak": getattr(norm, _RIGHT.get(norm.verb, ""), None),
            **cells,
        }
        missing = values.both(known)[0]
        yield NormFact(norm.id, rule.regime, norm.verb, **row, rule=rule.regel, certain=known.is_true, missing=missing)


def _needs(norm: Any) -> tuple[str | None, ...]:
    found = getattr(norm, _NEED.get(norm.verb, ""), None)
    if found is None:
        return (None,)
    return (found,) if isinstance(found, str) else tuple(found)


def _assumption(ev: Evaluator, bound: Bound, thing: Thing) -> tuple[tuple[str | None, Value], ...]:
    """What stands for the assumption of a norm, and whether that is certain."""
    assumed = getattr(bound.norm, "veronderstelt", None)
    if assumed is None:
        return ((None, values.TRUE),)
    true = ev.say(assumed.als, thing, bound.rule)[0]
    if true.is_known:
        return (("klopt" if true.is_true else "klopt_niet", values.TRUE),)
    return (("klopt", true), ("klopt_niet", true))
