# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""What always holds, whatever the household: less knowledge gives a vaguer answer and never another one; what a result
has read is all it depends on; and the order in which people stand in a file means nothing.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from fractions import Fraction
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from evaluation.invented import Block, household_of, known
from evaluation.wonderland import book, truths, vaguer
from samenloop.domain import Household
from samenloop.errors import EvaluationError
from samenloop.evaluation import (
    AS_IT_IS,
    Assessment,
    Variation,
    changed_by,
    evaluate_household,
    gain,
    on_safety_net,
    with_fact,
    with_role,
    without_norms,
    without_reading,
)  # fmt: skip
from samenloop.evaluation import rights as all_rights
from samenloop.language import values
from samenloop.language.values import FactRef, Thing, Value


def at_pace(examples: int) -> settings:
    """So many households, each of which may take its time."""
    slow = [HealthCheck.too_slow, HealthCheck.data_too_large]
    return settings(max_examples=examples, deadline=None, suppress_health_check=slow)


def read(data: Block) -> Household:
    return household_of(book(), data)


def inside(vague: Value, sure: Value) -> bool:
    """Whether what is said with less knowledge leaves room for what is said with more."""
    if vague.is_known:
        return bool(sure.is_known and sure.exact == vague.exact)
    (low, high), (a, b) = vague.bounds, sure.bounds
    under = low is None or (a is not None and low <= a)
    return under and (high is None or (b is not None and b <= high))


def told(found: Assessment) -> dict[str, Value]:
    """Everything an evaluation says about the people, homes, debts of the household."""
    ev, out = found.evaluator, {}
    for name, unit in sorted(found.book.symbols.concepts.items()):
        for thing in ev.facts.things(unit):
            out[f"{name} van {thing}"] = ev.concept(name, thing)
    for name, (unit, _) in sorted(found.book.symbols.facts.items()):
        for thing in ev.facts.things(unit) if unit != "bezit" else ():  # a possession has no id of its own
            out[f"{name} van {thing}"] = ev.fact(name, thing)
    for person in ev.facts.things("persoon"):
        for entitlement in ("toelage", "premiehulp", "bodem", "dakgeld", "hulp_thuis"):
            out[f"recht({entitlement}, {person})"] = ev.right(entitlement, person)
            out[f"betaald({entitlement}, {person})"] = ev.paid(entitlement, person)
        for other in ev.facts.things("persoon"):
            out[f"{person} is maat van {other}"] = ev.role("fo.maat", person, other)
    for name in ("d", "free", "d_running"):
        out[name] = getattr(found, name)
    for entitlement in ("toelage", "premiehulp", "bodem", "dakgeld"):
        total = values.ZERO
        for claim in found.claims_for(entitlement):
            total = values.add(total, claim.monthly)
        out[f"som van {entitlement}"] = total
    return out


@at_pace(80)
@given(st.data())
def test_answers_never_turn_what_was_certain(data: st.DataObject) -> None:
    truth = data.draw(truths())
    vague = vaguer(data.draw, truth)
    sure, unsure = evaluate_household(read(truth), book()), evaluate_household(read(vague), book())
    known_, said = told(sure), told(unsure)
    wrong = {
        name: (said[name], known_[name]) for name in said if name in known_ and not inside(said[name], known_[name])
    }
    assert not wrong, (wrong, vague)


@at_pace(60)
@given(st.data())
def test_a_difference_shown_with_less_knowledge_holds_with_more(data: st.DataObject) -> None:
    truth = data.draw(truths())
    vague = vaguer(data.draw, truth)
    change = data.draw(changes(evaluate_household(read(truth), book()), named=True))
    shown = []
    for household in (read(vague), read(truth)):
        base = evaluate_household(household, book())
        other = evaluate_household(household, book(), change)
        shown.append((gain(base, other), gain(base, other, fixed_costs=True)))
    assert inside(shown[0][0], shown[1][0]), (shown, change, vague)
    assert inside(shown[0][1], shown[1][1]), (shown, change, vague)


@st.composite
def changes(draw: st.DrawFn, found: Assessment, named: bool = False) -> Variation:
    """A variation that can be made of any household with these people. ``named``: of things with an id of their own."""
    kind = draw(st.sampled_from(["feit", "norm", "rol", "lezing", "vangnet", "parameter", "koppeling"]))
    people = [p.id for p in found.household.personen]
    if kind == "norm":
        return without_norms([draw(st.sampled_from(sorted(found.book.norms)))])
    if kind == "rol":
        role = draw(st.sampled_from(["fo.maat", "fo.kind"]))
        return with_role(role, draw(st.sampled_from(people)), draw(st.sampled_from(people)), draw(st.booleans()))
    if kind == "lezing":
        return without_reading([draw(st.sampled_from(["toelage", "loon"]))])
    if kind == "vangnet":
        return on_safety_net([draw(st.sampled_from(["toelage", "premiehulp", "dakgeld"]))], ["bodem"])
    if kind == "parameter":
        return Variation(
            parameters={
                draw(st.sampled_from(["fo.bedrag", "fo.norm", "fo.huurgrens"])): Fraction(
                    draw(st.sampled_from([1, 500, 2000]))
                )
            }
        )
    if kind == "koppeling":
        link = draw(st.sampled_from(["verblijfswoning", "brp_woning"]))
        home = Value(exact=Thing("woning", draw(st.sampled_from(["huis", "flat"]))))
        return with_fact(FactRef("persoon", draw(st.sampled_from(people)), link), home)
    ref, value = draw(answers(found, named))
    return with_fact(ref, value)


@st.composite
def answers(draw: st.DrawFn, found: Assessment, named: bool) -> tuple[FactRef, Value]:
    """A fact of somebody or something with a value of its kind."""
    facts = sorted(name for name, fact in found.book.facts.items() if not (named and fact.over == "bezit"))
    fact = found.book.facts[draw(st.sampled_from(facts))]
    things = found.evaluator.facts.things(fact.over) or [Thing("persoon", "ik")]
    thing = draw(st.sampled_from(things))
    options: dict[str, list[Any]] = {
        "ja_nee": [values.TRUE, values.FALSE], "keuze": [Value(exact=word) for word in fact.keuzes or ()],
        "datum": [Value(exact=dt.date(2000, 1, 1))],
    }  # fmt: skip
    chosen = options.get(fact.soort, [known(0), known(18), known("199.99"), known(5000)])
    return FactRef(thing.unit, thing.id, fact.feit), draw(st.sampled_from(chosen))


@at_pace(80)
@given(st.data())
def test_what_is_not_read_changes_nothing(data: st.DataObject) -> None:
    truth = data.draw(truths())
    household = read(vaguer(data.draw, truth) if data.draw(st.booleans()) else truth)
    base = evaluate_household(household, book())
    change = data.draw(changes(base))
    touched = changed_by(change)
    try:
        other = evaluate_household(household, book(), change)
    except EvaluationError:
        return
    for bound in base.evaluator.live.by_verb["geeft"]:
        for thing in base.evaluator.facts.things(bound.rule.over):
            before, after = (all_rights.claim_of(one.evaluator, bound, thing) for one in (base, other))
            if not before.reads & touched:
                assert _outcome(before) == _outcome(after), (change, before.norm, thing)
    lines = Counter((line.key, line.amount) for line in other.account.lines)
    for line in base.account.lines:
        if not line.reads & touched:
            assert lines[line.key, line.amount], (change, line)


def _outcome(claim: all_rights.Claim) -> tuple[Any, ...]:
    conditions = tuple((c.kind, c.id, c.met) for c in claim.conditions)
    return (
        claim.right,
        claim.amount,
        claim.as_paid,
        claim.members,
        claim.running,
        claim.paid_from,
        claim.covers,
        conditions,
    )


@at_pace(30)
@given(st.data())
def test_order_means_nothing(data: st.DataObject) -> None:
    one = vaguer(data.draw, data.draw(truths()))
    other = {**one, "personen": data.draw(st.permutations(one["personen"]))}
    for key in ("relaties", "woningen", "schulden", "regelingen"):
        if isinstance(one.get(key), list):
            other[key] = data.draw(st.permutations(one[key]))
    first, second = evaluate_household(read(one), book()), evaluate_household(read(other), book())
    assert _unordered(first) == _unordered(second)


def _unordered(found: Assessment) -> Any:
    claims = Counter(
        (c.norm, frozenset(c.members), c.right.exact, c.monthly.bounds, c.as_paid.bounds, c.running.exact)
        for c in found.claims
    )
    said = {name: value.bounds for name, value in told(found).items()}
    return claims, said


@at_pace(20)
@given(st.data())
def test_evaluating_twice_gives_the_same(data: st.DataObject) -> None:
    household = read(vaguer(data.draw, data.draw(truths())))
    first, second = evaluate_household(household, book()), evaluate_household(household, book())
    assert told(first) == told(first)
    assert told(first) == told(second)
    assert (first.claims, first.account) == (second.claims, second.account)
    assert gain(first, second) == values.ZERO


@at_pace(30)
@given(truths())
def test_heights_add_up_to_what_is_given(truth: Block) -> None:
    found = evaluate_household(read(truth), book(), AS_IT_IS)
    for entitlement in ("toelage", "bodem", "premiehulp"):
        given_ = sum((claim.monthly.exact or 0 for claim in found.claims_for(entitlement)), Fraction(0))
        if all(claim.monthly.is_known for claim in found.claims_for(entitlement)):
            people = found.evaluator.facts.things("persoon")
            assert sum(found.evaluator.height(entitlement, person).exact for person in people) == given_


@at_pace(30)
@given(st.data())
def test_d_is_the_sum_of_its_lines_and_lies_between_its_parts(data: st.DataObject) -> None:
    found = evaluate_household(read(vaguer(data.draw, data.draw(truths()))), book())
    low, high = found.d.bounds
    running_low, running_high = found.d_running.bounds
    assert low is None or high is None or low <= high
    assert running_low is None or running_high is None or running_low <= running_high
    for claim in found.claims:
        assert claim.monthly.bounds[0] is None or claim.monthly.bounds[0] >= 0
        if claim.right.is_false:
            assert (claim.monthly, claim.as_paid) == (values.ZERO, values.ZERO)
        if not claim.right.is_known:
            assert claim.right.missing or claim.right.outside, claim.norm
