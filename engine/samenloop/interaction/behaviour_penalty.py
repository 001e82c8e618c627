# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""``straf_op_gewenst_gedrag``: one law wants an act, and another makes the household pay for it.

Definition: an act that a norm promotes is present, begun or in the plan; with the act D is at least the materiality
limit lower than when the act does not take place; and a norm of another regime than the one that saves by the act,
which holds only with the act, takes (part of) it. The proof is two evaluations, with the act and without it; what the
promoting regime saves is what its rights in kind would cover without the act.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from fractions import Fraction

from samenloop.evaluation import Assessment, Claim, Read, gain, gain_by_people, without_norms
from samenloop.evaluation.live import Bound
from samenloop.interaction import chain, severity
from samenloop.interaction.acts import HOME, Doing, acts
from samenloop.interaction.comparing import compare
from samenloop.interaction.completions import from_nothing, highest_loss
from samenloop.interaction.conflict import Act, Comparison, Conflict, Saved, Share
from samenloop.language import values
from samenloop.language.values import Thing, Value

_TAKING = frozenset(
    {"kwalificeert", "sluit_uit", "telt_als_inkomen", "telt_als_vermogen", "leidt_om", "verrekent", "kost", "bestraft"}
)
"""Verbs by which a norm can make somebody worse off."""


@dataclass(frozen=True)
class _Cause:
    """A norm that holds only with the act and takes money, or a right that is lower because its own norm reads the
    act."""

    bound: Bound
    thing: Thing

    @property
    def atom(self) -> str:
        """What identifies it as a root cause: the norm, about these people."""
        return f"norm:{self.bound.norm.id}:{self.thing}"


def detect(assessment: Assessment) -> tuple[Conflict, ...]:
    """Every penalty on an act that is present, begun or planned."""
    found = (_conflict(assessment, doing) for doing in acts(assessment))
    return tuple(conflict for conflict in found if conflict is not None)


def _conflict(assessment: Assessment, doing: Doing) -> Conflict | None:
    book = assessment.book
    one = assessment.varied(doing.world)
    other = assessment.varied(doing.without)
    whole = loss = gain(one, other)
    settled = _material(loss.bounds[0])
    highest = loss.bounds[1]
    if isinstance(highest, Fraction) and not _material(highest):
        return None  # whatever is not known yet: all together nothing is lost
    promoter = str(doing.bound.norm.bespaart)
    causes = tuple(_causes(one, other, promoter))
    taken = _taken(one, causes) if causes else loss
    causes = causes or tuple(_lower(one, other, doing, promoter))
    if not causes:
        return None
    if not settled:
        found = taken if _material(taken.bounds[0]) else _possible(assessment, doing, loss)
        if found is None:
            return None
        loss = found
    comparison = replace(_proof(one, other, doing, promoter, loss), by_norms=taken if taken != loss else None)
    certain = settled and doing.sure.is_true
    who = _losers(comparison) or (doing.act.by,)
    regimes = tuple(dict.fromkeys((promoter, *(book.regime_of(c.bound.rule.regel) for c in causes))))
    needs = tuple(dict.fromkeys(n for claim in comparison.lost if claim.regime in regimes for n in claim.needs))
    degree, why = severity.severity(other, taken, who, needs)
    degree, why = severity.on_balance(degree, why, comparison.loss_free)
    if not certain:
        degree, why = severity.at_most_middling(degree, why)
    links = chain.of_rules(one, _rules(one, other, doing, causes))
    return Conflict(
        kind="straf_op_gewenst_gedrag",
        cause=frozenset({f"gedrag:{doing.act.deed}:{doing.thing}", *(c.atom for c in causes)}),
        regimes=regimes,
        who=who,
        needs=needs,
        comparison=comparison,
        certain=certain,
        missing=() if certain else tuple(sorted(whole.missing | doing.sure.missing)),
        severity=degree,
        why_severe=why,
        chain=links,
        subject=doing.thing,
        act=doing.act,
        world=doing.world,
        without=doing.without,
    )


def _possible(assessment: Assessment, doing: Doing, loss: Value) -> Value | None:
    """From nothing to the highest loss under plausible answers; ``None`` when even that is not worth showing."""
    high = highest_loss(assessment, doing.without, doing.world)
    if high is None or not _material(high.bounds[1]):
        return None
    return from_nothing(high, loss)


def _material(amount: object) -> bool:
    return isinstance(amount, Fraction) and amount >= severity.MATERIAL_MONTHLY


def _causes(one: Assessment, other: Assessment, promoter: str) -> Iterator[_Cause]:
    """The norms of other regimes that hold with the act, do not certainly hold without it, and take money."""
    ev, before = one.evaluator, other.evaluator
    taken: dict[str, Value] = {}
    for rule in _rules_read(one, other):
        if one.book.regime_of(rule) == promoter:
            continue
        for norm in ev.live.rules[rule].norms:
            if norm.verb not in _TAKING:
                continue
            bound = Bound(ev.live.rules[rule], norm)
            for thing in ev.facts.things(one.book.unit_of(bound.rule)):
                if not ev.norm_holds(bound, thing).is_true or before.norm_holds(bound, thing).is_true:
                    continue
                if norm.id not in taken:
                    taken[norm.id] = gain(one, one.varied(without_norms({norm.id})))
                if _material(taken[norm.id].bounds[0]):
                    yield _Cause(bound, thing)


def _taken(one: Assessment, causes: tuple[_Cause, ...]) -> Value:
    """What the norms take together, with the act done: D with them set aside less D as it is. The rest of a loss ends
    with something else that changes, like the benefit for a home that was given up."""
    return gain(one, one.varied(without_norms({cause.bound.norm.id for cause in causes})))


def _lower(one: Assessment, other: Assessment, doing: Doing, promoter: str) -> Iterator[_Cause]:
    """The rights of other regimes that are lower with the act, and whose own norm reads it: their condition or amount
    is about the act itself."""
    undone = {Read("feit", ref.fact, f"{ref.unit}:{ref.id}") for ref in doing.without.facts if ref.fact != HOME}
    for claim in other.claims:
        lost = values.add(claim.monthly, _monthly(one, claim), -1).bounds[0]
        if claim.regime == promoter or not _material(lost) or not claim.reads & undone:
            continue
        rule = other.evaluator.live.rules[claim.rule]
        norm = next(x for x in rule.norms if x.id == claim.norm)
        yield _Cause(Bound(rule, norm), claim.bearer)


def _rules_read(one: Assessment, other: Assessment) -> list[str]:
    """The rules behind everything that is worth another amount: what the rights have read and what is charged, in the
    order of the rule base."""
    before = {(c.norm, c.members): c for c in other.claims}
    changed = [c for c in one.claims if _worth(c) != _worth(before.get((c.norm, c.members)))]
    kept = {(c.norm, c.members) for c in one.claims}
    changed += [c for c in other.claims if (c.norm, c.members) not in kept]
    read = {r.id for claim in changed for r in claim.reads if r.kind == "regel"}
    read |= {line.basis.partition("/")[0] for world in (one, other) for line in world.account.lines}
    return [rule for rule in one.evaluator.live.rules if rule in read]


def _worth(claim: Claim | None) -> tuple[Value, Value] | None:
    return None if claim is None else (claim.right, claim.monthly)


def _rules(one: Assessment, other: Assessment, doing: Doing, causes: tuple[_Cause, ...]) -> list[str]:
    """The chain: the norm that wants the act, the norms that take, what they change, and the rights that get lower."""
    regimes = {one.book.regime_of(c.bound.rule.regel) for c in causes}
    ev, before = one.evaluator, other.evaluator
    between = []
    for name in _rules_read(one, other):
        rule = ev.live.rules[name]
        if rule.bepaalt is None or rule.wanneer is None or one.book.regime_of(name) not in regimes:
            continue
        for thing in ev.facts.things(one.book.unit_of(rule)):
            if ev.rule_holds(rule, thing).value.is_true and not before.rule_holds(rule, thing).value.is_true:
                between.append(name)
                break
    lower = [c.rule for c in one.claims if c.regime in regimes and c.monthly != _monthly(other, c)]
    return [doing.act.rule, *(c.bound.rule.regel for c in causes), *between, *lower]


def _monthly(assessment: Assessment, claim: Claim) -> Value:
    found = (c.monthly for c in assessment.claims if (c.norm, c.members) == (claim.norm, claim.members))
    return next(found, values.ZERO)


def _proof(one: Assessment, other: Assessment, doing: Doing, promoter: str, loss: Value) -> Comparison:
    """Both evaluations, the loss per person (the largest first), and what the promoter saves.

    Where without the act somebody lives in a home of which nothing is known, its rent is not known either: on vrij at
    most the loss on D is lost. What the promoter would give in kind is not lost but saved.
    """
    made = compare(one, other, _counterfactual(doing.act), loss)
    pairs = tuple(zip(made.lost, made.had, strict=True))
    taken = [(claim, had) for claim, had in pairs if claim.regime != promoter or not claim.cover_unit]
    made = replace(made, lost=tuple(claim for claim, _ in taken), had=tuple(had for _, had in taken))
    free = gain_by_people(one, other, fixed_costs=True)
    shares = tuple(
        Share(who, lost, free.get(who, values.ZERO))
        for who, lost in sorted(gain_by_people(one, other).items(), key=lambda found: -(found[1].bounds[0] or 0))
        if lost != values.ZERO
    )
    unknown_rent = doing.act.together and not doing.act.planned
    if unknown_rent:
        shares = tuple(replace(x, loss_free=_at_most(x.loss)) if doing.act.by in x.who else x for x in shares)
        made = replace(made, loss_free=_at_most(made.loss))
    return replace(made, shares=shares, saved=tuple(_saved(one, other, promoter)))


def _at_most(loss: Value) -> Value:
    """A loss that an unknown rent elsewhere can only make smaller."""
    return Value(low=None, high=loss.bounds[1], missing=loss.missing, outside=loss.outside)


def _counterfactual(act: Act) -> str:
    if act.planned:
        return "het gedrag vindt niet plaats, en iedereen blijft wonen waar hij nu woont"
    movers = " en ".join((act.by, *act.along))
    lives = "wonen" if act.along else "woont"
    return "het gedrag vindt niet plaats" + (f", en {movers} {lives} ergens anders" if act.together else "")


def _saved(one: Assessment, other: Assessment, promoter: str) -> Iterator[Saved]:
    """What the rights in kind of the promoter cover more without the act. Where it can be more as well as less, nothing
    is known of it."""
    had = {(c.norm, c.members): c for c in one.claims}
    for claim in other.claims:
        if claim.regime != promoter or not claim.cover_unit:
            continue
        was = had.get((claim.norm, claim.members))
        more = values.add(_covered(claim), _covered(was), -1)
        low, high = more.bounds
        if more != values.ZERO and ((low is not None and low >= 0) or (high is not None and high <= 0)):
            yield Saved(promoter, claim.entitlement, claim.members, more, claim.cover_unit, claim.cover_per)


def _covered(claim: Claim | None) -> Value:
    if claim is None or claim.right.is_false or claim.covers is None:
        return values.ZERO
    return claim.covers if claim.right.is_true else values.hull(claim.covers, values.ZERO, claim.right)


def _losers(comparison: Comparison) -> tuple[str, ...]:
    """Who certainly loses."""
    lost = [share for share in comparison.shares if share.loss.bounds[0] is not None and share.loss.bounds[0] > 0]
    return tuple(dict.fromkeys(who for share in lost for who in share.who))
