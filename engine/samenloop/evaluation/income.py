# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""What a household has to live on: D and vrij, line by line, in EUR per month.

*D* is every money right, less what is diverted, plus private net income, less contributions and what is taken back.
*vrij* is D less rent and premium. Each line says where it comes from, so that two evaluations can be compared line by
line: a line that does not depend on what was changed is the same in both, even when its amount is not known.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from samenloop.domain import Day
from samenloop.evaluation import facts as fact_values
from samenloop.evaluation import paths, things
from samenloop.language import values
from samenloop.language.values import FactRef, Thing, Value

if TYPE_CHECKING:
    from samenloop.evaluation.evaluator import Evaluator, Read
    from samenloop.evaluation.rights import Claim

FIXED_COSTS = frozenset({"huur", "premie"})
"""Costs that lower vrij; every other kind of cost lowers D as well."""


@dataclass(frozen=True)
class Line:
    """One line of the account: ``kind`` is ``recht``, ``inkomen``, ``omleiding``, ``last`` (rent, premium) or
    ``inhouding``. ``amount`` is EUR per month, negative when it goes out. ``running`` tells whether it is money of
    today (a claim that runs)."""

    kind: str
    id: str
    who: tuple[str, ...]
    amount: Value
    running: Value
    reads: frozenset[Read]
    basis: str = ""
    """the norm behind it, empty for private income"""

    @property
    def key(self) -> tuple[str, str, tuple[str, ...]]:
        """What makes two lines of two evaluations the same line."""
        return self.kind, self.basis or self.id, self.who


@dataclass(frozen=True)
class Account:
    """All lines of one evaluation."""

    lines: tuple[Line, ...]

    def total(self, *, fixed_costs: bool, only_running: bool = False) -> Value:
        """D (``fixed_costs=False``) or vrij (``True``). ``only_running`` leaves out rights that are not claimed."""
        total = values.ZERO
        for line in self.lines:
            if line.kind == "last" and not fixed_costs:
                continue
            amount = line.amount
            if only_running and not line.running.is_true:
                amount = values.ZERO if line.running.is_false else values.hull(amount, values.ZERO, line.running)
            total = values.add(total, amount)
        return total


def account(ev: Evaluator, claims: Iterable[Claim]) -> Account:
    """The account of an evaluation. ``claims`` are its rights."""
    claims = list(claims)
    lines = [
        Line("recht", claim.entitlement, claim.members, claim.monthly, claim.running, claim.reads, claim.norm)
        for claim in claims
        if claim.amount is not None
    ]
    for entitlement, amount in ev.variation.granted.items():
        first = ev.household.personen[0].id
        lines.append(Line("recht", entitlement, (first,), Value(exact=amount), values.TRUE, frozenset(), "toegekend"))
    given = {claim.entitlement for claim in claims}
    for person in ev.facts.things("persoon"):
        lines += private_income(ev, person, given)
    lines += _costs(ev, claims)
    return Account(tuple(lines))


def private_income(ev: Evaluator, person: Thing, given: set[str]) -> list[Line]:
    """Income of the case file that no rule in force gives: wages, pensions, benefits that are not modelled."""
    model = things.model_of(ev.household, person)
    ref = FactRef("persoon", person.id, "inkomen_netto")
    entries = model.income_entries()
    if not isinstance(entries, tuple):
        return [Line("inkomen", "inkomen", (person.id,), values.unknown({ref}), values.TRUE, frozenset())]
    out: list[Line] = []
    changed = ev.variation.facts.get(ref)
    if changed is not None:
        return [Line("inkomen", "inkomen", (person.id,), changed, values.TRUE, frozenset())]
    for entry in entries:
        kind = entry.soort if isinstance(entry.soort, str) else "inkomen"
        modelled = (
            ev.book.vocabulary.word("inkomen_soorten", kind).get("aanspraak") if isinstance(entry.soort, str) else None
        )
        if modelled in given or _over(entry, ev):
            continue
        amount = values.unknown({ref})
        if isinstance(entry.per, str) and entry.per != "eenmalig" and entry.bedrag is not None:
            factor = ev.book.vocabulary.factor(entry.per, "maand", paths.FLOW_CONVERSIONS.get(entry.per))
            gross = fact_values.money(entry.bedrag)
            gross = values.unknown({ref}) if factor is None else values.multiply(gross, Value(exact=factor))
            net = entry.bruto is False
            amount = gross if net else values.between(values.ZERO.exact, gross.bounds[1], {ref})
            if not amount.is_known:
                amount = values.between(*amount.bounds, missing={ref})
        out.append(Line("inkomen", kind, (person.id,), amount, values.TRUE, frozenset()))
    return out


def _over(entry: object, ev: Evaluator) -> bool:
    start, end = getattr(entry, "van", None), getattr(entry, "tot", None)
    return (isinstance(end, Day) and end.last < ev.day) or (isinstance(start, Day) and start.first > ev.day)


def _costs(ev: Evaluator, claims: list[Claim]) -> list[Line]:
    lines: list[Line] = []
    vocabulary = ev.book.vocabulary
    for verb in ("kost", "bestraft", "verrekent", "leidt_om"):
        for bound in ev.live.by_verb.get(verb, ()):
            for thing in ev.facts.things(ev.book.unit_of(bound.rule)):
                with ev.recording((verb, bound.norm.id, thing)) as reads:
                    held = ev.norm_holds(bound, thing)
                    if held.is_false:
                        continue
                    amount = _taken(ev, bound, thing, claims)
                norm = bound.norm
                if verb != "leidt_om" and norm.per == "eenmalig":
                    continue
                if verb != "leidt_om" and amount is not None:
                    factor = vocabulary.factor(norm.per, "maand", paths.FLOW_CONVERSIONS.get(norm.per))
                    amount = values.multiply(amount, values.unknown() if factor is None else Value(exact=factor))
                if amount is None:
                    continue
                if not held.is_true:
                    amount = values.hull(amount, values.ZERO, held)
                fixed = verb == "kost" and norm.soort in FIXED_COSTS
                kind = "last" if fixed else "omleiding" if verb == "leidt_om" else "inhouding"
                who = (thing.id,) if thing.unit == "persoon" else ()
                out = values.add(values.ZERO, amount, -1)
                lines.append(Line(kind, norm.value, who, out, values.TRUE, frozenset(reads), norm.id))
    return lines


def _taken(ev: Evaluator, bound: object, thing: Thing, claims: list[Claim]) -> Value | None:
    norm, rule = bound.norm, bound.rule  # type: ignore[attr-defined]  # a Bound
    target = {"leidt_om": "leidt_om", "verrekent": "uit", "bestraft": "verlaagt"}.get(norm.verb)
    if getattr(norm, "bedrag", None) is not None:
        return ev.say(norm.bedrag, thing, rule)[0]
    entitlement = getattr(norm, target) if target else None
    if entitlement is None:
        return None
    right = values.ZERO
    for claim in claims:
        if claim.entitlement == entitlement and thing.id in claim.members:
            right = values.add(right, claim.monthly)
    return right if norm.deel is None else values.multiply(right, ev.say(norm.deel, thing, rule)[0])


def difference(one: Account, other: Account, changed: Iterable[Read], *, fixed_costs: bool) -> Value:
    """``other`` minus ``one``, line by line, in EUR per month.

    A line whose amount is not known in either evaluation and that has read nothing of what was changed is the same in
    both: it does not blur the difference.
    """
    touched = frozenset(changed)
    left = {line.key: line for line in one.lines if fixed_costs or line.kind != "last"}
    right = {line.key: line for line in other.lines if fixed_costs or line.kind != "last"}
    total = values.ZERO
    for key in {**left, **right}:
        a, b = left.get(key), right.get(key)
        if a is not None and b is not None and a.amount == b.amount and not (a.reads | b.reads) & touched:
            continue
        low = values.ZERO if a is None else a.amount
        high = values.ZERO if b is None else b.amount
        total = values.add(total, values.add(high, low, -1))
    return total
