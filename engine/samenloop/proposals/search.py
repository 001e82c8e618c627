# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""Looks for the smallest lawful exception: collect the hooks that touch a conflict, apply each, evaluate again, keep
what repairs (or at least replaces the money) and breaks nothing else, and put it in the printed order of the ladder."""

from __future__ import annotations

from itertools import combinations

from samenloop.evaluation import AS_IT_IS, Assessment, Variation, gain
from samenloop.interaction import Conflict, Detected, detect
from samenloop.interaction.severity import MATERIAL_MONTHLY
from samenloop.language import values
from samenloop.language.values import Value
from samenloop.proposals.apply import Applied, apply, conditions, touches
from samenloop.proposals.holding import holding
from samenloop.proposals.proposal import STRENGTHS, Dropped, Met, Proposal, Proposals
from samenloop.rulebook import Hook

_MOST_HOOKS = 3
AGAINST_THE_LETTER = 8
"""the rung that is only shown when 1 to 7 were tried and failed"""


_Found = tuple[Proposal, Variation]
_Usable = tuple[Hook, Applied, tuple[Met, ...]]


def propose(assessment: Assessment, detected: Detected) -> Proposals:
    """Every proposal for a household, in the printed order, and what was dropped with the reason."""
    kept: list[_Found] = []
    dropped: list[Dropped] = []
    for name in sorted(assessment.book.hooks):
        hook = assessment.book.hooks[name]
        if not hook.geldig.covers(assessment.day):
            continue
        touched = [c for c in detected.conflicts if touches(hook, assessment, c)]
        if not touched:
            if (
                detected.conflicts
                and stops_a_threat(hook, assessment)
                and _allowed(hook, assessment, detected.conflicts[0])
            ):
                dropped.append(Dropped(hook, "herstelt de botsing niet, maar houdt de dreiging tegen", acute=True))
            continue
        for conflict in touched:
            outcome = _try(hook, assessment, detected, conflict)
            if isinstance(outcome, Dropped):
                dropped.append(outcome)
            else:
                kept.append(outcome)
    kept, partly = _split(kept, detected)
    joined = [
        found for conflict in detected.conflicts for found in _regaining(assessment, detected, conflict, kept + partly)
    ]
    dropped += [Dropped(p.hook, _NOT_YET) for p, _ in partly]
    proposals = [p for p, _ in kept] + joined
    proposals += _together(assessment, detected, kept)
    if any(p.repairs and p.rung < AGAINST_THE_LETTER for p in proposals):
        too_far = [p for p in proposals if p.rung == AGAINST_THE_LETTER]
        dropped += [
            Dropped(p.hook, "een lagere trede herstelt al; tegen de letter van de wet is niet nodig") for p in too_far
        ]
        proposals = [p for p in proposals if p.rung != AGAINST_THE_LETTER]
    return Proposals(tuple(sorted(proposals, key=lambda p: order(p, detected))), tuple(dropped))


_NOT_YET = "lost een deel op: het recht zelf komt er pas samen met een ander voorstel"


def _split(kept: list[_Found], detected: Detected) -> tuple[list[_Found], list[_Found]]:
    """Those that bring back the rights a duty stood in the way of, and those that only take the duty away."""
    refused = {c.id: set(_refused(c)) for c in detected.conflicts}
    whole: list[_Found] = []
    partly: list[_Found] = []
    for found in kept:
        proposal = found[0]
        missing = set().union(*(refused[i] for i in proposal.repairs)) - set(proposal.regains)
        (partly if missing else whole).append(found)
    return whole, partly


def _refused(conflict: Conflict) -> tuple[str, ...]:
    return () if conflict.duties is None else tuple(claim.entitlement for claim in conflict.duties.refused)


def _regaining(assessment: Assessment, detected: Detected, conflict: Conflict, kept: list[_Found]) -> list[Proposal]:
    """The smallest sets of hooks that together bring back a right that is refused on more than one ground, where no
    single hook does so on as low a rung."""
    wanted = set(_refused(conflict))
    alone = [p.rung for p, _ in kept if conflict.id in p.repairs and wanted <= set(p.regains)]
    if not wanted:
        return []
    lifting = {p.hook.uitzondering for p, _ in kept if conflict.id in p.repairs}

    def in_turn(hook: Hook) -> tuple[bool, int, str]:
        return hook.uitzondering not in lifting, hook.trede, hook.uitzondering

    usable: list[_Usable] = []
    there = where_it_hurts(assessment, conflict)
    for name in sorted(assessment.book.hooks):
        hook = assessment.book.hooks[name]
        if hook.geldig.covers(assessment.day) and hook.herstelt and touches(hook, assessment, conflict):
            found = _usable(hook, there, conflict)
            if not isinstance(found, Dropped):
                usable.append(found)
    for size in range(2, _MOST_HOOKS + 1):
        out = []
        for chosen in combinations(usable, size):
            if max(hook.trede for hook, _, _ in chosen) >= min(alone, default=AGAINST_THE_LETTER):
                continue
            variation = Variation()
            for _, applied, _ in chosen:
                variation = variation.also(applied.variation)
            met = tuple(c for _, _, conditions_met in chosen for c in conditions_met)
            hooks = tuple(sorted((hook for hook, _, _ in chosen), key=in_turn))
            outcome = _check(assessment, detected, hooks, Applied(variation), met, None)
            if (
                not isinstance(outcome, Dropped)
                and conflict.id in outcome[0].repairs
                and wanted <= set(outcome[0].regains)
            ):
                out.append(outcome[0])
        if out:
            return out
    return []


def _allowed(hook: Hook, assessment: Assessment, conflict: Conflict) -> bool:
    """Whether no computed condition of a hook rules it out."""
    return not any(condition.met.is_false for condition in conditions(hook, assessment, conflict))


def _usable(hook: Hook, there: Assessment, conflict: Conflict) -> _Usable | Dropped:
    """A hook as it would be applied where the conflict hurts, or why it cannot be."""
    applied = apply(hook, there, conflict)
    if applied.why_not:
        return Dropped(hook, applied.why_not)
    met = conditions(hook, there, conflict)
    for condition in met:
        if condition.met.is_false:
            return Dropped(hook, f"aan een voorwaarde is niet voldaan: {condition.text}")
    return hook, applied, met


def _try(hook: Hook, assessment: Assessment, detected: Detected, conflict: Conflict) -> _Found | Dropped:
    found = _usable(hook, where_it_hurts(assessment, conflict), conflict)
    if isinstance(found, Dropped):
        return found
    _, applied, met = found
    return _check(assessment, detected, (hook,), applied, met, conflict)


def _check(
    assessment: Assessment,
    detected: Detected,
    hooks: tuple[Hook, ...],
    applied: Applied,
    met: tuple[Met, ...],
    conflict: Conflict | None,
) -> _Found | Dropped:
    """Evaluate again with the hooks applied, and see what is left and what is new."""
    before = {c.id: c for c in detected.conflicts}
    again = assessment.varied(applied.variation)
    after = {c.id: c for c in detect(again).conflicts}
    one, other = assessment, again
    if conflict is not None and conflict.world != AS_IT_IS:  # what it helps once the act is done
        one, other = where_it_hurts(assessment, conflict), where_it_hurts(again, conflict)
    effect = gain(one, other)
    repaired = tuple(i for i in before if i not in after) if all(h.herstelt for h in hooks) else ()
    granted = sum(applied.variation.granted.values(), start=values.ZERO.exact)
    replaced = tuple(
        i
        for i, c in before.items()
        if i in after and granted and c.loss.bounds[0] is not None and granted >= c.loss.bounds[0]
    )
    eased = tuple(
        i for i, c in before.items() if i in after and i not in replaced and _less(c.loss, after[i].loss, effect)
    )
    new = tuple(i for i in after if i not in before)
    hook = hooks[0]
    worst = max((after[i].loss.bounds[0] or values.ZERO.exact for i in new), default=values.ZERO.exact)
    solved = max(
        (before[i].loss.bounds[0] or values.ZERO.exact for i in (*repaired, *replaced)), default=values.ZERO.exact
    )
    if not repaired and not replaced and not eased:
        acute = stops_a_threat(hook, assessment)
        return Dropped(hook, "herstelt de botsing niet" + (", maar houdt de dreiging tegen" if acute else ""), acute)
    if new and worst > solved:
        return Dropped(hook, "maakt een ergere botsing")
    held = None
    if applied.turn is not None and conflict is not None:
        held = holding(assessment, conflict, applied.turn, conflict.subject)
    had = {(c.norm, c.members) for c in assessment.claims if c.right.is_true}
    regains = (c.entitlement for c in again.claims if c.right.is_true and (c.norm, c.members) not in had)
    proposal = Proposal(
        hooks=hooks,
        repairs=repaired,
        replaces=replaced,
        eases=eased,
        conditions=met,
        effect=effect,
        effect_free=gain(one, other, fixed_costs=True),
        left=tuple(i for i in after if i in before and i not in replaced),
        new=new,
        turn=applied.turn,
        holding=held,
        regains=tuple(dict.fromkeys(regains)),
    )
    return proposal, applied.variation


def _less(before: Value, after: Value, effect: Value) -> bool:
    """Whether a loss is smaller with a hook, as far as it can be known: the effect is nowhere a loss, and enough."""
    low, high = effect.bounds
    was, now = before.bounds[1], after.bounds[1]
    if low is None or high is None or was is None or now is None:
        return False
    return bool(low >= 0 and high >= MATERIAL_MONTHLY and was - now >= MATERIAL_MONTHLY)


def where_it_hurts(assessment: Assessment, conflict: Conflict) -> Assessment:
    """The evaluation in which a conflict hurts: the household as it is, or with an act that is still a plan."""
    if conflict.world == AS_IT_IS:
        return assessment
    return assessment.varied(conflict.world)


def _together(assessment: Assessment, detected: Detected, kept: list[_Found]) -> list[Proposal]:
    """The smallest set of two or three repairing hooks that lifts what no single one lifts."""
    everything = {c.id for c in detected.conflicts}
    repairing = [(p, v) for p, v in kept if p.repairs]
    if len(everything) < 2 or any(set(p.repairs) == everything for p, _ in repairing):
        return []
    for size in range(2, _MOST_HOOKS + 1):
        for chosen in sorted(combinations(repairing, size), key=lambda x: max(p.rung for p, _ in x)):
            if set().union(*(p.repairs for p, _ in chosen)) != everything:
                continue
            variation = Variation()
            for _, v in chosen:
                variation = variation.also(v)
            hooks = tuple(p.hook for p, _ in chosen)
            met = tuple(c for p, _ in chosen for c in p.conditions)
            outcome = _check(assessment, detected, hooks, Applied(variation), met, None)
            if not isinstance(outcome, Dropped) and not outcome[0].left:
                return [outcome[0]]
    return []


def stops_a_threat(hook: Hook, assessment: Assessment) -> bool:
    """Whether a hook moves a term of a rule that fires now and runs on a clock, while the case file names a threat."""
    threats = assessment.household.dreigingen
    if not isinstance(threats, tuple) or not threats:
        return False
    ev = assessment.evaluator
    for change in hook.doet:
        rule = ev.live.rules.get(change.target) if change.verb == "verschuift" else None
        if rule is None or not any(getattr(n, "klok", None) for n in rule.norms):
            continue
        held = (ev.rule_holds(rule, t).value for t in ev.facts.things(rule.over))
        if any(not h.is_false for h in held):
            return True
    return False


def order(proposal: Proposal, detected: Detected) -> tuple[object, ...]:
    """The printed order: repairs before replaces, repairs everything, rung, number of deciders, strength, cost, id."""
    everything = {c.id for c in detected.conflicts}
    cost = values.ZERO.exact if proposal.turn is None else abs(proposal.turn.start - proposal.turn.to)
    return (
        0 if proposal.repairs else 1 if proposal.eases else 2,
        0 if set(proposal.repairs) == everything else 1,
        proposal.rung,
        len(proposal.deciders),
        STRENGTHS.index(proposal.strength),
        cost,
        proposal.id,
    )
