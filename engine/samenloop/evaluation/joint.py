# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""One claim per set of people: of partners who each could claim one does, and the amount is given once.

The one who claims is the first with a right: an applicant before others, then by id, so that the order of the file
does not matter. While it is not known whether an earlier one has the right, each of them is perhaps the one. While it
is not known whether two sets are one, the second claim is there perhaps.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from samenloop.evaluation import sharing, units
from samenloop.evaluation.live import Bound
from samenloop.evaluation.results import Read
from samenloop.evaluation.rights import Claim, claim_of
from samenloop.language import values
from samenloop.language.values import Thing, Value

if TYPE_CHECKING:
    from samenloop.evaluation.evaluator import Evaluator


@dataclass(frozen=True, slots=True)
class _Part:
    """Somebody who could make a joint claim, whether he or she does, and what it then is worth (EUR per month)."""

    person: str
    claims: Value
    worth: Value


@dataclass(frozen=True)
class _Joint:
    claim: Claim
    parts: tuple[_Part, ...] = ()


def claims(ev: Evaluator) -> list[Claim]:
    """Every entitlement that a rule in force can give to somebody of this household, one per set of people."""
    found = [one.claim for bound in ev.live.by_verb.get("geeft", ()) for one in _of_norm(ev, bound)]
    return [claim for claim in found if not _served_with_others(claim, found)]


def _served_with_others(claim: Claim, claims: list[Claim]) -> bool:
    """Whether somebody without an own right belongs to a larger set that is looked at as a whole (a child)."""
    return claim.right.is_false and any(
        other.norm == claim.norm and set(claim.members) < set(other.members) for other in claims
    )


def height(ev: Evaluator, entitlement: str, thing: Thing) -> Value:
    """``hoogte(...)``: EUR per month of a person's right; 0 without right. Of a right that people have together the
    whole amount is of the one who claims and 0 of the others, so that everybody's heights add up to what is given."""

    def total() -> Value:
        amount = values.ZERO
        for bound in ev.live.by_target.get(("geeft", entitlement), ()):
            for joint in _of_norm(ev, bound):
                amount = values.add(amount, _height(ev, bound, joint, thing))
        return amount

    return ev.result_of(("hoogte", entitlement, thing), total)


def _height(ev: Evaluator, bound: Bound, joint: _Joint, thing: Thing) -> Value:
    if not joint.parts:
        shares = sharing.share_of(ev, bound, joint.claim.bearer, thing)
        return _when(shares, joint.claim.monthly)
    total = values.ZERO
    for person, about in units.people_of(ev, thing):
        for part in joint.parts:
            if part.person == person.id:
                total = values.add(total, _when(values.conjunction((about, part.claims)), part.worth))
    return total


def _when(condition: Value, amount: Value) -> Value:
    """An amount that is there when something is the case, and else 0."""
    if condition.is_known:
        return amount if condition.is_true else values.ZERO
    return values.hull(amount, values.ZERO, condition)


def _of_norm(ev: Evaluator, bound: Bound) -> tuple[_Joint, ...]:
    """The claims of one giving norm."""

    def made() -> Value:
        drafts = [claim_of(ev, bound, thing) for thing in units.everything(ev, ev.book.unit_of(bound.rule))]
        if bound.norm.receiver in ev.groups:
            return Value(exact=_together(ev, bound, drafts))
        return Value(exact=tuple(_Joint(claim) for claim in drafts))

    found: tuple[_Joint, ...] = ev.result_of(("aanspraken", bound.norm.id), made).exact
    return found


def _together(ev: Evaluator, bound: Bound, drafts: list[Claim]) -> tuple[_Joint, ...]:
    applicants = {person.id for person in ev.household.applicants()}
    with ev.recording(("samen", bound.norm.id)) as reads:
        who = {claim.bearer: sharing.claimant(ev, claim.bearer) for claim in drafts}
        order = sorted(drafts, key=lambda c: (c.right.is_false, who[c.bearer] not in applicants, who[c.bearer]))
        rows = [(who[claim.bearer], sharing.belonging(ev, bound, claim.bearer)) for claim in order]
        repeats = sharing.repeats(rows)
    if not all(same.is_known for same, _ in repeats):  # which claim is whose depends on all of them
        reads |= frozenset[Read]().union(*(claim.reads for claim in drafts))
    groups: dict[int, list[int]] = {}
    for place, (_, first) in enumerate(repeats):
        groups.setdefault(place if first is None else first, []).append(place)
    made = []
    for first, places in groups.items():
        joint = _one([order[place] for place in places], [who[order[place].bearer] for place in places])
        joint = replace(joint, claim=replace(joint.claim, reads=joint.claim.reads | reads))
        earlier = repeats[first][0]
        if not earlier.is_false:
            sure = tuple(name for name, belongs in rows[first][1].items() if belongs.is_true)
            joint = _perhaps(joint, values.negate(earlier), sure)
        made.append(joint)
    things = [claim.bearer for claim in drafts]
    return tuple(sorted(made, key=lambda joint: things.index(joint.claim.bearer)))


def _one(drafts: Sequence[Claim], people: Sequence[str]) -> _Joint:
    """The claim that several could make, in the order in which they would."""
    bearer = next((claim for claim in drafts if claim.right.is_true), drafts[0])
    parts: list[_Part] = []
    nobody_yet = values.TRUE
    for claim, person in zip(drafts, people, strict=True):
        makes = values.conjunction((nobody_yet, claim.right))
        if not makes.is_false:
            parts.append(_Part(person, makes, values.ZERO if claim.amount is None else claim.amount))
        nobody_yet = values.conjunction((nobody_yet, values.negate(claim.right)))
    able = [claim for claim in drafts if not claim.right.is_false][: len(parts)]
    right = values.disjunction(claim.right for claim in drafts)
    amount, rounded = bearer.amount, bearer.rounded
    if amount is not None and len(able) > 1:
        amount, rounded = able[0].amount, able[0].rounded
        for claim in able[1:]:
            amount = values.hull(amount or values.ZERO, claim.amount or values.ZERO, able[0].right)
            rounded = values.hull(rounded, claim.rounded, able[0].right)
    read = frozenset[Read]().union(*(claim.reads for claim in drafts))
    return _Joint(replace(bearer, right=right, amount=amount, rounded=rounded, reads=read), tuple(parts))


def _perhaps(joint: _Joint, apart: Value, sure: tuple[str, ...]) -> _Joint:
    """A claim that is there only when it is not one with an earlier claim."""
    right = values.conjunction((joint.claim.right, apart))
    parts = tuple(replace(part, claims=values.conjunction((part.claims, apart))) for part in joint.parts)
    claim = replace(joint.claim, members=sure, belonging=(values.TRUE,) * len(sure), right=right)
    return _Joint(claim, parts)
