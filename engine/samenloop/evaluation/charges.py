# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""What goes out: rent, premiums, contributions and sanctions, and what is diverted or set off from a right.

A charge stands once for everybody it is about: once per home, per family, per debt. What is taken from a right that
people have together is taken once, and never more than the right.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from samenloop.evaluation import paths, sharing, units
from samenloop.evaluation.lines import Line
from samenloop.evaluation.live import Bound
from samenloop.evaluation.rights import Claim, worth_reads
from samenloop.language import Expression, values
from samenloop.language.values import Thing, Value

if TYPE_CHECKING:
    from samenloop.evaluation.evaluator import Evaluator

FIXED_COSTS = frozenset({"huur", "premie"})
"""Costs that lower vrij; every other kind of cost lowers D as well."""
_TAKEN_FROM = {"leidt_om": "leidt_om", "verrekent": "uit", "bestraft": "verlaagt"}
_COUNTED_APART = frozenset({"schuld", "bezit", "woning"})


def fixed(ev: Evaluator) -> list[Line]:
    """``kost``, and ``bestraft`` with a sum owed. Single payments are no part of a monthly account."""
    out: list[Line] = []
    for verb in ("kost", "bestraft"):
        for bound in ev.live.by_verb.get(verb, ()):
            if bound.norm.bedrag is not None and bound.norm.per != "eenmalig":
                out += _charged(ev, bound)
    return out


def _charged(ev: Evaluator, bound: Bound) -> list[Line]:
    norm, grouped = bound.norm, ev.book.unit_of(bound.rule) in ev.groups
    kind = "last" if norm.verb == "kost" and norm.soort in FIXED_COSTS else "inhouding"
    with ev.recording((norm.verb, norm.id)) as shared:
        rows = _each_once(ev, bound)
    out = []
    for thing, once in rows:
        with ev.recording((norm.verb, norm.id, thing)) as reads:
            due = values.conjunction((ev.norm_holds(bound, thing), units.is_here(ev, thing), once))
            amount = _per_month(ev, norm.bedrag, norm.per, bound, thing)
            who = tuple(person.id for person, why in units.people_of(ev, thing) if why.is_true)
        amount = amount if due.is_true else values.hull(amount, values.ZERO, due)
        read = frozenset(reads | shared) if grouped else frozenset(reads)
        out.append(Line(kind, norm.value, who, _out(amount), values.TRUE, read, norm.id))
    return out


def _each_once(ev: Evaluator, bound: Bound) -> list[tuple[Thing, Value]]:
    """The things a charge (perhaps) holds for; of two groups that are one only the first, perhaps the second."""
    unit = ev.book.unit_of(bound.rule)
    held = [(thing, ev.norm_holds(bound, thing)) for thing in units.everything(ev, unit)]
    held = [(thing, holds) for thing, holds in held if not holds.is_false]
    if unit not in ev.groups:
        return [(thing, values.TRUE) for thing, _ in held]
    held.sort(key=lambda row: (not row[1].is_true, row[0].id))
    repeated = sharing.repeats([(thing.id, sharing.members(ev, thing)) for thing, _ in held])
    return [
        (thing, values.negate(same)) for (thing, _), (same, _) in zip(held, repeated, strict=True) if not same.is_true
    ]


def taken(ev: Evaluator, claims: Sequence[Claim]) -> list[Line]:
    """``leidt_om``, ``verrekent``, and ``bestraft`` that lowers a right: at most what the right is worth."""
    out: list[Line] = []
    left = {place: claim.monthly for place, claim in enumerate(claims) if claim.amount is not None}
    for verb, key in _TAKEN_FROM.items():
        for bound in ev.live.by_verb.get(verb, ()):
            norm, entitlement = bound.norm, getattr(bound.norm, key)
            amount = getattr(norm, "bedrag", None)
            if (verb == "bestraft" and norm.deel is None) or (amount is not None and norm.per == "eenmalig"):
                continue
            for place, claim in enumerate(claims):
                if place not in left or claim.entitlement != entitlement or claim.right.is_false:
                    continue
                with ev.recording((verb, norm.id, claim.norm, claim.members)) as reads:
                    asked = _asked(ev, bound, claim)
                if asked is None:
                    continue
                gone = values.extreme([asked, left[place]], highest=False)
                left[place] = values.extreme([values.add(left[place], gone, -1), values.ZERO], highest=True)
                kind = "omleiding" if verb == "leidt_om" else "inhouding"
                read = frozenset(reads) | worth_reads(claim)
                out.append(Line(kind, norm.value, claim.members, _out(gone), claim.running, read, norm.id))
    return out


def _asked(ev: Evaluator, bound: Bound, claim: Claim) -> Value | None:
    """EUR per month that a norm takes from a claim; ``None`` when it is about nobody of the claim."""
    unit = ev.book.unit_of(bound.rule)
    belongs = dict(zip(claim.members, claim.belonging, strict=True))
    found: list[tuple[Value, Thing]] = []
    for thing in units.everything(ev, unit):
        about = values.disjunction(
            values.conjunction((why, belongs[person.id]))
            for person, why in units.people_of(ev, thing)
            if person.id in belongs
        )
        held = about if about.is_false else values.conjunction((about, ev.norm_holds(bound, thing)))
        if not held.is_false:
            found.append((held, thing))
    found.sort(key=lambda row: not row[0].is_true)
    amount = getattr(bound.norm, "bedrag", None)
    if unit not in _COUNTED_APART and (amount is None or unit != "persoon"):
        found = found[:1]
    total = values.ZERO
    for held, thing in found:
        if amount is not None:
            part = _per_month(ev, amount, bound.norm.per, bound, thing)
        else:
            share = Value(exact=1) if bound.norm.deel is None else ev.say(bound.norm.deel, thing, bound.rule)[0]
            part = values.multiply(claim.monthly, share)
        total = values.add(total, part if held.is_true else values.hull(part, values.ZERO, held))
    return total if found else None


def _per_month(ev: Evaluator, amount: Expression, per: str, bound: Bound, thing: Thing) -> Value:
    factor = ev.book.vocabulary.factor(per, "maand", paths.FLOW_CONVERSIONS.get(per))
    conversion = values.gap(f"{per} naar maand") if factor is None else Value(exact=factor)
    return values.multiply(ev.say(amount, thing, bound.rule)[0], conversion)


def _out(amount: Value) -> Value:
    return values.add(values.ZERO, amount, -1)
