# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""What a household has to live on: D and vrij, line by line, in EUR per month.

*D* is every money right, less what is diverted, plus private net income, less contributions and what is taken back.
*vrij* is D less rent and premium. Each line says where it comes from, so that two evaluations can be compared line by
line: a line that does not depend on what was changed is the same in both, even when its amount is not known.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction
from typing import TYPE_CHECKING

from samenloop.domain import Income
from samenloop.evaluation import charges, paths, things
from samenloop.evaluation import facts as fact_values
from samenloop.evaluation.lines import Account, Line
from samenloop.evaluation.results import Read
from samenloop.evaluation.rights import Claim, worth_reads
from samenloop.language import values
from samenloop.language.values import FactRef, Thing, Value
from samenloop.rulebook import PathStep

if TYPE_CHECKING:
    from samenloop.evaluation.evaluator import Evaluator

__all__ = ["Account", "Line", "account", "difference", "net_income", "private_income"]

_NET = (PathStep("inkomen", (("bruto", "false"),)), PathStep("bedrag"))
_LEFT_OF_GROSS = (PathStep("inkomen", (("bruto", "true"),)), PathStep("netto"))


def net_income(ev: Evaluator, person: Thing) -> FactRef:
    """The fact that asks for everything a person gets net, known by its path ``inkomen[bruto=false].bedrag``."""
    facts = ev.book.facts.values()
    found = next((f.feit for f in facts if f.over == "persoon" and f.samen == "som" and f.uit.steps == _NET), "inkomen")
    return FactRef("persoon", person.id, found)


def account(ev: Evaluator, claims: Iterable[Claim]) -> Account:
    """The account of an evaluation. ``claims`` are its rights."""
    claims = list(claims)
    lines = [
        Line("recht", claim.entitlement, claim.members, claim.monthly, claim.running, worth_reads(claim), claim.norm)
        for claim in claims
        if claim.amount is not None
    ]
    for entitlement, amount in ev.variation.granted.items():
        first = ev.household.personen[0].id
        lines.append(Line("recht", entitlement, (first,), Value(exact=amount), values.TRUE, frozenset(), "toegekend"))
    for person in ev.facts.things("persoon"):
        lines += private_income(ev, person, {claim.entitlement for claim in claims if person.id in claim.members})
    lines += charges.fixed(ev)
    lines += charges.taken(ev, claims)
    return Account(tuple(lines))


def private_income(ev: Evaluator, person: Thing, given: set[str]) -> list[Line]:
    """Income of the case file that no right in ``given`` stands for: wages, pensions, benefits that are not modelled.

    What is gross brings what the file says is left of it; else its share of what the rules compute is left of all gross
    income (an estimate: the fact with the path ``inkomen[bruto=true].netto``); else something between 0 and the amount.
    What is not said to be gross or net lies there too. A single payment is no income per month. A changed net income (a
    fact of the variation) takes the place of every net amount.
    """
    entries = things.model_of(ev.household, person).income_entries()
    ref = net_income(ev, person)
    with ev.recording(("inkomen", person)) as read:
        share = _net_share(ev, person, entries if isinstance(entries, tuple) else (), ref)
    reads = frozenset({Read("inkomen", "", str(person)), Read("feit", ref.fact, str(person)), *read})
    open_end = values.between(values.ZERO.exact, None, {ref})
    changed = ev.variation.facts.get(ref)

    def line(kind: str, amount: Value) -> Line:
        return Line("inkomen", kind, (person.id,), amount, values.TRUE, reads)

    out: list[Line] = []
    elsewhere = values.ZERO
    for entry in entries if isinstance(entries, tuple) else ():
        kind = entry.soort if isinstance(entry.soort, str) else "inkomen"
        words = ev.book.vocabulary.lists["inkomen_soorten"]
        replaced = kind in words and words[kind].get("aanspraak") in given
        if entry.per == "eenmalig":
            continue
        amount = _amount(ev, entry, ref, share)
        if kind not in words and any(word.get("aanspraak") in given for word in words.values()):
            amount = values.hull(amount, values.ZERO, values.unknown({ref}))  # perhaps it is one of those rights
        if replaced and entry.bruto is False:
            elsewhere = values.add(elsewhere, amount)
        told = replaced or (changed is not None and entry.bruto is False)
        if not told and amount != values.ZERO:
            out.append(line(kind, amount))
    if changed is not None:
        rest = values.add(changed, elsewhere, -1)
        out.append(line("inkomen", values.extreme([rest, values.ZERO], highest=True)))
    elif not isinstance(entries, tuple) or ev.facts.is_open("inkomen", person):
        out.append(line("inkomen", open_end))
    return out


def _net_share(ev: Evaluator, person: Thing, entries: Iterable[Income], ref: FactRef) -> Value | None:
    """The part of every gross entry without ``netto`` that is left, as far as the rules know what is left of all gross
    income together; ``None`` when they do not know, or when there is nothing to share out."""
    left = next((f for f in ev.book.facts.values() if f.uit.steps == _LEFT_OF_GROSS and f.of_uit is not None), None)
    gross = [entry for entry in entries if entry.bruto is True and entry.per != "eenmalig"]
    bare = _sum(_per_month(ev, entry, entry.bedrag, ref) for entry in gross if entry.netto is None)
    if left is None or not bare.is_known or bare == values.ZERO:
        return None
    told = _sum(_per_month(ev, entry, entry.netto, ref) for entry in gross if entry.netto is not None)
    computed = ev.fact(left.feit, person)
    if not computed.is_known or not told.is_known or computed.exact < told.exact:
        return None
    return Value(exact=min((computed.exact - told.exact) / bare.exact, Fraction(1)))


def _sum(amounts: Iterable[Value]) -> Value:
    total = values.ZERO
    for amount in amounts:
        total = values.add(total, amount)
    return total


def _per_month(ev: Evaluator, entry: Income, amount: object, ref: FactRef) -> Value:
    """EUR per month of an amount of an entry on the day; unknown when the amount, its period or its days are."""
    runs = paths.in_force(entry.van, entry.tot, ev.facts.day, ev.facts.day, ref)
    if runs.is_false:
        return values.ZERO
    factor = None
    if isinstance(entry.per, str):
        factor = ev.book.vocabulary.factor(entry.per, "maand", paths.FLOW_CONVERSIONS.get(entry.per))
    given = values.unknown() if factor is None else values.multiply(fact_values.money(amount), Value(exact=factor))
    return given if runs.is_true else values.hull(given, values.ZERO, runs)


def _amount(ev: Evaluator, entry: Income, ref: FactRef, share: Value | None) -> Value:
    """EUR per month that an entry brings on the day. ``share``: what is left of a gross amount, when it is known."""
    if share is not None and entry.bruto is True and entry.netto is None:
        return values.multiply(_per_month(ev, entry, entry.bedrag, ref), share)
    runs = paths.in_force(entry.van, entry.tot, ev.facts.day, ev.facts.day, ref)
    if runs.is_false:
        return values.ZERO
    net = entry.bruto is False or entry.netto is not None
    given = fact_values.money(entry.bedrag if entry.bruto is False or entry.netto is None else entry.netto)
    factor = None
    if isinstance(entry.per, str):
        factor = ev.book.vocabulary.factor(entry.per, "maand", paths.FLOW_CONVERSIONS.get(entry.per))
    low, high = (None, None) if factor is None else values.multiply(given, Value(exact=factor)).bounds
    if not net or low is None:
        low = values.ZERO.exact
    amount = values.between(low, high, {ref})
    return amount if runs.is_true else values.hull(amount, values.ZERO, runs)


def difference(one: Account, other: Account, changed: Iterable[Read], *, fixed_costs: bool) -> Value:
    """``other`` minus ``one``, line by line, in EUR per month.

    A line whose amount is not known in either evaluation and that has read nothing of what was changed is the same in
    both: it does not blur the difference.
    """
    total = values.ZERO
    for _, change in _changes(one, other, changed, fixed_costs):
        total = values.add(total, change)
    return total


def difference_by_people(
    one: Account, other: Account, changed: Iterable[Read], *, fixed_costs: bool
) -> dict[tuple[str, ...], Value]:
    """As :func:`difference`, per person, and per set of people for what they have together."""
    out: dict[tuple[str, ...], Value] = {}
    for (_, _, who), change in _changes(one, other, changed, fixed_costs):
        out[who] = values.add(out.get(who, values.ZERO), change)
    return out


_Key = tuple[str, str, tuple[str, ...]]


def _changes(one: Account, other: Account, changed: Iterable[Read], fixed_costs: bool) -> Iterator[tuple[_Key, Value]]:
    touched = frozenset(changed)
    left, right = (_by_key(account, fixed_costs) for account in (one, other))
    for key in {**left, **right}:
        a, b = left.get(key, _NOTHING), right.get(key, _NOTHING)
        if a[0] != b[0] or (a[1] | b[1]) & touched:
            yield key, values.add(b[0], a[0], -1)


_NOTHING: tuple[Value, frozenset[Read]] = (values.ZERO, frozenset())


def _by_key(account: Account, fixed_costs: bool) -> dict[_Key, tuple[Value, frozenset[Read]]]:
    """What lines with one key come to together, and everything they have read."""
    out: dict[_Key, tuple[Value, frozenset[Read]]] = {}
    for line in account.lines:
        if fixed_costs or line.kind != "last":
            amount, reads = out.get(line.key, _NOTHING)
            out[line.key] = values.add(amount, line.amount), reads | line.reads
    return out
