# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""What a household has to live on: D and vrij, line by line, in EUR per month.

*D* is every money right, less what is diverted, plus private net income, less contributions and what is taken back.
*vrij* is D less rent and premium. Each line says where it comes from, so that two evaluations can be compared line by
line: a line that does not depend on what was changed is the same in both, even when its amount is not known.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
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

    What is gross, or not said to be net, lies between 0 and the amount. A single payment is no income per month. A
    changed net income (a fact of the variation) takes the place of every net amount.
    """
    entries = things.model_of(ev.household, person).income_entries()
    ref = net_income(ev, person)
    reads = frozenset({Read("inkomen", "", str(person)), Read("feit", ref.fact, str(person))})
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
        amount = _amount(ev, entry, ref)
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


def _amount(ev: Evaluator, entry: Income, ref: FactRef) -> Value:
    """EUR per month that an entry brings on the day."""
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
