# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""From a hook and a conflict to a variation: what would be different if the decider said yes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

from samenloop.evaluation import AS_IT_IS, Assessment, Variation
from samenloop.interaction import Conflict
from samenloop.language import Expression, infer, values
from samenloop.language.values import FactRef, Thing, Value
from samenloop.proposals.proposal import Met, Turn
from samenloop.rulebook import Hook, Knob


@dataclass(frozen=True, slots=True)
class Applied:
    """A hook as a variation; ``why_not`` says in Dutch why it cannot be applied to this conflict."""

    variation: Variation = AS_IT_IS
    turn: Turn | None = None
    why_not: str = ""


def touches(hook: Hook, assessment: Assessment, conflict: Conflict) -> bool:
    """Whether a hook works on any norm, amount, fact or need in the chain of a conflict."""
    rules = {link.rule for link in conflict.chain}
    book = assessment.book
    for change in hook.doet:
        target = change.target
        if change.verb in ("zet_opzij", "verschuift") and target in rules:
            return True
        if change.verb == "draait" and _turns(book.knobs[target], conflict, rules):
            return True
        if change.verb == "vervangt":
            reads = {(r.kind, r.id) for claim in conflict.comparison.lost for r in claim.reads}
            if ("parameter", target) in reads or any(
                r.bepaalt == target for r in map(book.rules.__getitem__, _rules(reads))
            ):
                return True
        if change.verb == "geeft":
            word = book.vocabulary.lists["aanspraken"].get(target)
            if word is not None and word.get("behoefte") in conflict.needs:
                return True
    return False


def _rules(reads: Iterable[tuple[str, str]]) -> list[str]:
    return [name for kind, name in reads if kind == "regel"]


def _turns(knob: Knob, conflict: Conflict, rules: set[str]) -> bool:
    limit = conflict.threshold
    if limit is None:
        return knob.draait_aan in rules
    return knob.draait_aan in {limit.fact.fact, *limit.parameters, *rules}


def apply(hook: Hook, assessment: Assessment, conflict: Conflict) -> Applied:
    """The variation of a hook for a conflict."""
    variation, turn = Variation(), None
    for change in hook.doet:
        if change.verb == "zet_opzij":
            norm = getattr(change, "norm", None)
            off = {f"{change.target}/{norm}"} if norm else set()
            variation = variation.also(
                Variation(norms_off=frozenset(off), rules_off=frozenset() if norm else frozenset({change.target}))
            )
        elif change.verb == "draait":
            turned = _turn(assessment.book.knobs[change.target], conflict)
            if isinstance(turned, str):
                return Applied(why_not=turned)
            variation, turn = variation.also(turned[0]), turned[1] or turn
        elif change.verb == "vervangt":
            variation = variation.also(_replace(assessment, change.target, change.door))  # type: ignore[attr-defined]  # Replaces
        elif change.verb == "geeft":
            given = _given(assessment, conflict, change.bedrag, change.target)  # type: ignore[attr-defined]  # GivesAmount
            if given is None:
                return Applied(why_not="het bedrag is niet te bepalen zonder verdere gegevens")
            variation = variation.also(Variation(granted={change.target: given}))
        else:
            sign = 1 if change.richting == "later" else -1  # type: ignore[attr-defined]  # Shifts
            variation = variation.also(Variation(terms={(change.target, change.termijn): (change.met, sign)}))  # type: ignore[attr-defined]  # Shifts
    return Applied(variation, turn)


def _turn(knob: Knob, conflict: Conflict) -> tuple[Variation, Turn | None] | str:
    limit = conflict.threshold
    if limit is not None and limit.fact.fact == knob.draait_aan:
        if not allowed(knob, limit.fact_now, limit.fact_at_limit):
            return "de knop kan deze kant niet op, of niet zo ver"
        turn = Turn(knob.knop, knob.titel, limit.fact, limit.fact_now, limit.fact_at_limit)
        return Variation(facts={limit.fact: Value(exact=limit.fact_at_limit)}), turn
    if limit is not None and knob.draait_aan in limit.parameters:
        return Variation(parameters={knob.draait_aan: limit.measured}), None
    return Variation(rules_off=frozenset({knob.draait_aan})), None


def allowed(knob: Knob, now: Fraction, to: Fraction) -> bool:
    """Whether a knob may be turned from one value to another."""
    down = to < now
    if (knob.richting == "omlaag" and not down) or (knob.richting == "omhoog" and down):
        return False
    low, high = (knob.bereik.van, knob.bereik.tot) if knob.bereik else (None, None)
    return not ((isinstance(low, Fraction) and to < low) or (isinstance(high, Fraction) and to > high))


def _replace(assessment: Assessment, target: str, by: Expression) -> Variation:
    ev = assessment.evaluator
    if target in assessment.book.parameters:
        value, _ = ev.say(by, Thing("huishouden", "huishouden"))
        return Variation(parameters={target: value.exact} if isinstance(value.exact, Fraction) else {})
    unit = assessment.book.symbols.concepts[target]
    return Variation(concepts={FactRef(t.unit, t.id, target): ev.say(by, t)[0] for t in ev.facts.things(unit)})


def _given(assessment: Assessment, conflict: Conflict, amount: object, target: str) -> Fraction | None:
    if amount == "verlies":
        return _lost_for(assessment, conflict, target)
    if not isinstance(amount, Expression):
        return None
    who = conflict.who[0] if conflict.who else assessment.household.personen[0].id
    value, _ = assessment.evaluator.say(amount, Thing("persoon", who))
    return value.exact if isinstance(value.exact, Fraction) else None


def _lost_for(assessment: Assessment, conflict: Conflict, target: str) -> Fraction | None:
    """Of the loss the part that the given right is for: what was lost of rights that serve the same need."""
    word = assessment.book.vocabulary.lists["aanspraken"].get(target)
    need = None if word is None else word.get("behoefte")
    found = conflict.comparison
    lost = values.ZERO
    for claim, had in zip(found.lost, found.had, strict=True):
        if need in claim.needs:
            lost = values.add(lost, values.add(claim.monthly, values.ZERO if had is None else had.monthly, -1))
    part, whole = lost.bounds[0], conflict.loss.bounds[0]
    if not isinstance(part, Fraction) or not isinstance(whole, Fraction) or min(part, whole) <= 0:
        return None
    return min(part, whole)


def conditions(hook: Hook, assessment: Assessment, conflict: Conflict) -> tuple[Met, ...]:
    """The conditions of a hook for the person (or home) the conflict is about."""
    out = []
    for condition in hook.voorwaarden:
        if condition.als is not None:
            out.append(Met(condition.tekst, _about(assessment, conflict, condition.als), open=False))
        else:
            fact = assessment.book.facts[str(condition.open)]
            thing = _thing(assessment, conflict, fact.over)
            met = values.unknown() if thing is None else assessment.evaluator.fact(fact.feit, thing)
            out.append(Met(condition.tekst, met, open=True))
    return tuple(out)


def _thing(assessment: Assessment, conflict: Conflict, unit: str) -> Thing | None:
    limit = conflict.threshold
    if limit is not None and limit.fact.unit == unit:
        return Thing(unit, limit.fact.id)
    if conflict.subject.unit == unit:
        return conflict.subject
    if unit == "persoon" and conflict.who:
        return Thing("persoon", conflict.who[0])
    found = assessment.evaluator.facts.things(unit)
    return found[0] if found else None


def _about(assessment: Assessment, conflict: Conflict, condition: Expression) -> Value:
    """A computed condition, read over the person; where its names belong to the home, over the home."""
    for unit in ("persoon", "woning", "huishouden"):
        thing = _thing(assessment, conflict, unit)
        if thing is not None and not infer(condition, assessment.book.scope(unit), "ja_nee")[1]:
            return assessment.evaluator.say(condition, thing)[0]
    return values.unknown()
