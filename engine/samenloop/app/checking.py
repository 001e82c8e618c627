# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""One household, one rule book, everything that can be found: a pure function on frozen data."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from samenloop.app.inputs import input_hash
from samenloop.app.version import version
from samenloop.domain import Household, Loaded
from samenloop.errors import Problem
from samenloop.evaluation import Assessment, evaluate_household, gain
from samenloop.evaluation.events import happened, planned
from samenloop.evaluation.questions import Outcomes, questions
from samenloop.interaction import Detected, detect
from samenloop.interaction.matching import choose_matcher
from samenloop.proposals import Proposals, propose
from samenloop.report import Check, Idea
from samenloop.rulebook import Rulebook


def check(household: Household | Loaded, book: Rulebook, *, projection: bool = True) -> Check:
    """Evaluate a household and find conflicts, proposals, questions and unused rights.

    The local rules of the household's gemeente are applied when the rule book holds them. ``projection=False`` looks at
    nothing after the day of the check. Raises :class:`samenloop.errors.SamenloopError` when the rules contradict each
    other.
    """
    notices: tuple[Problem, ...] = ()
    if isinstance(household, Loaded):
        notices = household.warnings
        household = household.household
    local = with_local_rules(household, book)
    assessment = evaluate_household(household, local)
    with choose_matcher() as matcher:
        detected = detect(assessment, matcher)
    waiting = [ref for conflict in detected.conflicts for ref in (*conflict.missing, *sorted(conflict.loss.missing))]
    return Check(
        household=household,
        book=local,
        assessment=assessment,
        detected=detected,
        proposals=proposals(assessment, detected, projection=projection),
        questions=questions(assessment, losses(detected), waiting),
        ideas=ideas(assessment, detected),
        notices=notices,
        local=has_local_rules(household, local),
        projection=projection,
        input_hash=input_hash(household),
        version=version(),
    )


def with_local_rules(household: Household, book: Rulebook) -> Rulebook:
    """The rule book with the local rules of the household's gemeente, when it holds them."""
    return book.with_overlays(gemeente=household.gemeente) if isinstance(household.gemeente, str) else book


def has_local_rules(household: Household, book: Rulebook) -> bool:
    """Whether rules of the household's gemeente are applied and in force on the day."""
    found = (book.overlays[name] for name in book.applied)
    day = household.peildatum
    return any(x.gemeente is not None and x.gemeente == household.gemeente and x.validity.covers(day) for x in found)


def losses(detected: Detected) -> Outcomes:
    """What each conflict that was found costs in another evaluation of the same household."""

    def of(assessment: Assessment) -> Mapping[str, object]:
        out: dict[str, object] = {}
        for conflict in detected.conflicts:
            if conflict.threshold is None:
                continue
            one, other = (assessment.varied(change) for change in (conflict.world, conflict.without))
            out[conflict.id] = gain(one, other).bounds
        if len(out) < len(detected.conflicts):  # whether there is a conflict at all can hang on the answer
            out |= {c.id: (c.loss.bounds, c.certain) for c in detect(assessment).conflicts if c.id not in out}
        return out

    return of


def proposals(assessment: Assessment, detected: Detected, *, projection: bool) -> Proposals:
    """What could be done. Without projection it is not said until when a proposal holds."""
    found = propose(assessment, detected)
    if projection:
        return found
    return Proposals(tuple(replace(p, holding=None) for p in found.kept), found.dropped)


def ideas(assessment: Assessment, detected: Detected) -> tuple[Idea, ...]:
    """Every event the case file calls considered, evaluated."""
    before = {conflict.id for conflict in detected.conflicts}
    out = []
    for event in planned(assessment.household):
        variation = happened(assessment.household, event)
        if variation is None:
            out.append(Idea(event, None, None, (), ()))
            continue
        after = assessment.varied(variation)
        now = {conflict.id for conflict in detect(after).conflicts}
        difference = gain(assessment, after)
        free = gain(assessment, after, fixed_costs=True)
        out.append(Idea(event, difference, free, tuple(sorted(before - now)), tuple(sorted(now - before))))
    return tuple(out)
