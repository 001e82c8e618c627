# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""What an answer changed, in a few lines: rights that became certain, amounts that narrowed, conflicts that came or
went. Compares two evaluations; knows no law."""

from __future__ import annotations

from fractions import Fraction

from samenloop.evaluation import Assessment, Claim
from samenloop.interaction import Conflict, Detected
from samenloop.language.values import Value
from samenloop.report import sentences
from samenloop.report.build_rights import STATUS_WORDS, status
from samenloop.report.words import Words, amount_text, lower_first, upper_first

MOST_SHOWN = 6
"""Lines about one answer; what is left is counted."""


def changes(before: tuple[Assessment, Detected], after: tuple[Assessment, Detected]) -> tuple[str, ...]:
    """Every change, conflicts first, then the rights by how much they moved."""
    words = Words(after[0].book, after[0].day)
    said = [*_conflicts(before, after, words), *_rights(before[0], after[0], words)]
    if not said:
        return ("Aan de uitkomst verandert dit nog niets.",)
    more = len(said) - MOST_SHOWN
    return (*said[:MOST_SHOWN], f"En nog {more} andere.") if more > 1 else tuple(said)


def _conflicts(before: tuple[Assessment, Detected], after: tuple[Assessment, Detected], words: Words) -> list[str]:
    old = {conflict.id: conflict for conflict in before[1].conflicts}
    new = {conflict.id: conflict for conflict in after[1].conflicts}
    said = []
    for id_, conflict in new.items():
        knot = sentences.knot(after[0], conflict, words)
        if id_ not in old:
            start = "Nieuwe botsing" if conflict.certain else "Mogelijke botsing"
            said.append(f"{start}: {lower_first(knot.removeprefix('Mogelijk: '))}")
        elif conflict.certain != old[id_].certain:
            said.append(f"Botsing nu {'zeker' if conflict.certain else 'niet meer zeker'}: {lower_first(knot)}")
        elif _bounds(conflict.loss) != _bounds(old[id_].loss):
            said.append(f"Botsing: het verlies is nu {_loss(conflict, words)}.")
    gone = [conflict for id_, conflict in old.items() if id_ not in new]
    return [*said, *(f"Geen botsing meer: {lower_first(_knot(before[0], one, words))}" for one in gone)]


def _knot(assessment: Assessment, conflict: Conflict, words: Words) -> str:
    return sentences.knot(assessment, conflict, words).removeprefix("Mogelijk: ")


def _loss(conflict: Conflict, words: Words) -> str:
    if conflict.loss.is_known or conflict.loss.has_range:
        return amount_text(words.amount(conflict.loss), "per maand")
    return "nog niet te zeggen"


def _bounds(value: Value) -> tuple[object, object]:
    return value.bounds


def _rights(before: Assessment, after: Assessment, words: Words) -> list[str]:
    old = {(claim.norm, claim.bearer): claim for claim in before.claims}
    found: list[tuple[Fraction, str]] = []
    for claim in after.claims:
        was = old.pop((claim.norm, claim.bearer), None)
        then, now = (None if was is None else _said(was, before, words)), _said(claim, after, words)
        if then == now or (then is None and now == STATUS_WORDS["geen_recht"]):
            continue
        start = _start(claim, after, words)
        found.append((-_size(was, claim), f"{start}: {now}." if then is None else f"{start}: {then} → {now}."))
    for claim in old.values():
        then = _said(claim, before, words)
        again = any(set(claim.members) & set(x.members) for x in after.claims_for(claim.entitlement))
        if then != STATUS_WORDS["geen_recht"] and not again:
            found.append((-_size(claim, None), f"{_start(claim, before, words)}: {then} → geen recht."))
    return [text for _, text in sorted(found)]


def _start(claim: Claim, assessment: Assessment, words: Words) -> str:
    """The right, and whose where there are more people."""
    who = f" ({', '.join(claim.members)})" if claim.members and len(assessment.household.personen) > 1 else ""
    return upper_first(words.entitlement(claim.entitlement)) + who


def _said(claim: Claim, assessment: Assessment, words: Words) -> str:
    found = status(claim, assessment.book)
    text = STATUS_WORDS[found]
    if found in ("geen_recht", "buiten_dekking") or claim.amount is None:
        return text
    amount = claim.monthly
    if amount.is_known or amount.has_range:
        text += f", {amount_text(words.amount(amount), 'per maand')}"
    if found == "recht":
        text += ", loopt" if claim.running.is_true else ", loopt nog niet" if claim.running.is_false else ""
    return text


def _size(was: Claim | None, now: Claim | None) -> Fraction:
    """How far the amount can have moved, for the order."""
    ends = [
        end for claim in (was, now) if claim is not None and claim.amount is not None for end in claim.monthly.bounds
    ]
    numbers = [end for end in ends if isinstance(end, Fraction)]
    return max(numbers) - min(numbers) if numbers else Fraction(0)
