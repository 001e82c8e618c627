# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""``make ablate``: take each rule and each parameter away, alone, and see whether an outcome test notices.

A rule is taken away together with its own examples (those that name it under ``vuurt`` or ``vuurt_niet``); what is left
must notice: another example's outcome, or the outcome of a household in fixtures/. Whoever is not noticed is listed and
the exit code is 1: such a rule or amount could be wrong without anybody seeing it.
"""

from __future__ import annotations

import subprocess
import sys
import time
from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

from samenloop.domain import Household, read_household
from samenloop.errors import EvaluationError
from samenloop.evaluation import AS_IT_IS, Assessment, Variation, evaluate_household
from samenloop.evaluation.examples import evaluate_example, show
from samenloop.rulebook import Rulebook, WorkedExample, load_rulebook

ROOT = Path(__file__).resolve().parents[2]

Outcome = tuple[tuple[str, ...], ...]


def outcome(assessment: Assessment) -> Outcome:
    """Everything a household gets and pays, as text."""
    claims = [(c.norm, *c.members, show(c.right), show(c.monthly), show(c.as_paid)) for c in assessment.claims]
    lines = [(x.kind, x.id, *x.who, show(x.amount)) for x in assessment.account.lines]
    return tuple(sorted((*claims, *lines)))


def reads(book: Rulebook, households: Iterable[Household]) -> tuple[dict[str, set[int]], dict[str, set[int]]]:
    """Which examples and which households read a rule or parameter at all."""
    by_example: dict[str, set[int]] = defaultdict(set)
    by_house: dict[str, set[int]] = defaultdict(set)
    for index, worked in enumerate(book.examples):
        _, ev = evaluate_example(book, worked.example, worked.unit)
        for name in ev.everything_read():
            by_example[name].add(index)
    for index, house in enumerate(households):
        for name in evaluate_household(house, book).evaluator.everything_read():
            by_house[name].add(index)
    return by_example, by_house


def own(worked: WorkedExample, rule: str) -> bool:
    """Whether an example is a rule's own."""
    return rule in (*(worked.example.vuurt or ()), *(worked.example.vuurt_niet or ()))


def variations(book: Rulebook) -> Iterator[tuple[str, str, Variation]]:
    """Every rule and every parameter away, alone."""
    for rule in sorted(book.rules):
        yield "regel", rule, Variation(rules_off=frozenset({rule}))
    for parameter in sorted(book.parameters):
        yield "parameter", parameter, Variation(parameters={parameter: None})


def noticed_by(
    book: Rulebook,
    kind: str,
    name: str,
    variation: Variation,
    examples: set[int],
    houses: set[int],
    cases: list[tuple[str, Household, Outcome]],
) -> str:
    """The first outcome test that notices; empty when none does."""
    for index in sorted(examples):
        worked = book.examples[index]
        if kind == "regel" and own(worked, name):
            continue
        try:
            failures, _ = evaluate_example(book, worked.example, worked.unit, variation)
        except EvaluationError:
            return f"voorbeeld {worked.example.naam}"
        if failures:
            return f"voorbeeld {worked.example.naam}"
    for index in sorted(houses):
        code, house, before = cases[index]
        try:
            if outcome(evaluate_household(house, book, variation)) != before:
                return f"huishouden {code}"
        except EvaluationError:
            return f"huishouden {code}"
    return ""


def main() -> int:
    """Run and print a Markdown summary."""
    start = time.perf_counter()
    book = load_rulebook()
    files = sorted((ROOT / "fixtures" / "huishoudens").glob("*.yaml"))
    houses = [read_household(f, book.vocabulary).household for f in files]
    cases = [(h.huishouden, h, outcome(evaluate_household(h, book, AS_IT_IS))) for h in houses]
    by_example, by_house = reads(book, houses)
    missed: list[tuple[str, str]] = []
    counts: dict[str, int] = defaultdict(int)
    for kind, name, variation in variations(book):
        counts[kind] += 1
        key = f"{kind}:{name}"
        if not noticed_by(book, kind, name, variation, by_example[key], by_house[key], cases):
            missed.append((kind, name))
    commit = subprocess.run(
        ["git", "-C", ROOT, "rev-parse", "--short", "HEAD"], capture_output=True, text=True, check=False
    ).stdout.strip()
    print(f"Weglaten, {date.today():%d-%m-%Y}, commit {commit}, {time.perf_counter() - start:.0f} s")
    print(f"{counts['regel']} regels en {counts['parameter']} parameters; {len(missed)} niet opgemerkt.")
    for kind, name in missed:
        print(f"- {kind} {name}")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
