# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""``make ablate``: take each rule and each parameter away, alone, and see whether an outcome test notices.

A rule is taken away together with its own examples (those that name it under ``vuurt`` or ``vuurt_niet``); what is left
must notice: another example's outcome, or the outcome of a household in fixtures/ (what everybody gets and pays, and for
a household with a conflict the conflict and its proposals). Whoever is not noticed is listed and the exit code is 1: such
a rule or amount could be wrong without anybody seeing it.

A rule that only leaves a term to a lower body, and says that nothing is known without it, changes no outcome: leaving
the term out would say the same. It is listed apart, once the rule base is shown not to load without it.

Then, for information and without failing: every dated value of a parameter that a rule in force can reach, taken away,
and one unit higher and lower, each alone. With ``--geen-waarden`` this part is left out.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from functools import cached_property
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from mutation.mutants import unit_of
from samenloop.domain import Household, read_household
from samenloop.errors import EvaluationError, RulebookError
from samenloop.evaluation import AS_IT_IS, Assessment, Variation, evaluate_household
from samenloop.evaluation.examples import evaluate_example, show
from samenloop.interaction import Detected, detect
from samenloop.language import Expression
from samenloop.proposals import Proposal, propose
from samenloop.resources import data_root
from samenloop.rulebook import Rule, Rulebook, WorkedExample, load_rulebook
from samenloop.rulebook.laws import Parameter, ParameterValue
from samenloop.rulebook.norms import LeavesOpen
from samenloop.rulebook.walk import marked

ROOT = Path(__file__).resolve().parents[2]
FOLDERS = ("huishoudens", "profielen")

Outcome = tuple[tuple[str, ...], ...]


# ---- what an outcome is


def money(assessment: Assessment) -> Outcome:
    """Everything a household gets, pays and must do, as text."""
    claims = [
        (
            c.norm,
            *c.members,
            show(c.right),
            show(c.monthly),
            show(c.as_paid),
            "" if c.covers is None else show(c.covers),
        )
        for c in assessment.claims
    ]
    lines = [(x.kind, x.id, *x.who, show(x.amount)) for x in assessment.account.lines]
    return tuple(sorted((*claims, *lines, *duties(assessment))))


def duties(assessment: Assessment) -> list[tuple[str, ...]]:
    """Who has which duty, or may have it."""
    ev = assessment.evaluator
    held = [
        (bound.norm.id, thing.id, ev.norm_holds(bound, thing))
        for bound in ev.live.by_verb.get("verplicht", ())
        for thing in ev.facts.things(assessment.book.unit_of(bound.rule))
    ]
    return [(norm, thing, show(value)) for norm, thing, value in held if not value.is_false]


def conflicts(assessment: Assessment, found: Detected) -> Outcome:
    """The conflicts of a household, and what was proposed and dropped for them, as text."""
    tried = propose(assessment, found)
    seen = [
        (c.id, c.kind, *c.regimes, *c.who, show(c.loss), c.severity, str(c.certain), *(link.rule for link in c.chain))
        for c in found.conflicts
    ]
    kept = [(p.id, show(p.effect), show(p.effect_free), *held(p)) for p in tried.kept]
    dropped = [(d.hook.uitzondering, d.reason, str(d.acute)) for d in tried.dropped]
    return (*seen, *kept, *sorted(dropped))


def held(proposal: Proposal) -> Iterator[str]:
    """Until when a proposal holds."""
    if proposal.holding is not None:
        yield f"{proposal.holding.until} {proposal.holding.whole_year}"
        yield from (f"{day.day} {day.what} {day.lasts}" for day in proposal.holding.days)


@dataclass(frozen=True)
class Case:
    """A household of the fixtures with its outcome as it is."""

    household: Household
    book: Rulebook

    @cached_property
    def as_it_is(self) -> Assessment:
        """Its assessment under all rules."""
        return evaluate_household(self.household, self.book, AS_IT_IS)

    @cached_property
    def money(self) -> Outcome:
        """What it gets and pays."""
        return money(self.as_it_is)

    @cached_property
    def conflicts(self) -> Outcome:
        """Its conflicts and proposals; empty when there is no conflict."""
        found = detect(self.as_it_is)
        return conflicts(self.as_it_is, found) if found.conflicts else ()

    @cached_property
    def reads(self) -> frozenset[str]:
        """Every rule and parameter its evaluation reads."""
        return self.as_it_is.evaluator.everything_read()

    def gets_otherwise(self, variation: Variation) -> bool:
        """Whether it gets or pays something else under a variation."""
        try:
            return money(evaluate_household(self.household, self.book, variation)) != self.money
        except EvaluationError:
            return True

    def conflicts_otherwise(self, variation: Variation) -> bool:
        """Whether its conflicts or their proposals are others under a variation."""
        try:
            other = evaluate_household(self.household, self.book, variation)
            return conflicts(other, detect(other)) != self.conflicts
        except EvaluationError:
            return True


@dataclass(frozen=True)
class Tests:
    """Everything that can notice: the examples of the rules, and the households."""

    book: Rulebook
    cases: tuple[Case, ...]

    @cached_property
    def by_example(self) -> dict[str, list[WorkedExample]]:
        """For each rule and parameter (``kind:id``) the examples that read it."""
        found: dict[str, list[WorkedExample]] = defaultdict(list)
        for worked in self.book.examples:
            _, ev = evaluate_example(self.book, worked.example, worked.unit)
            for name in ev.everything_read():
                found[name].append(worked)
        return found

    def examples_notice(self, worked: list[WorkedExample], variation: Variation) -> bool:
        """Whether one of these examples comes out otherwise."""
        for one in worked:
            try:
                failures, _ = evaluate_example(self.book, one.example, one.unit, variation)
            except EvaluationError:
                return True
            if failures:
                return True
        return False

    def notice(self, key: str, worked: list[WorkedExample], cases: list[Case], variation: Variation) -> bool:
        """Whether anything notices: the examples, then what households get, then conflicts (whose proposals also read
        rules that no right reads)."""
        if self.examples_notice(worked, variation):
            return True
        if any(case.gets_otherwise(variation) for case in cases if key in case.reads):
            return True
        return any(case.conflicts_otherwise(variation) for case in cases if case.conflicts)


# ---- rules and parameters, one at a time


def own(worked: WorkedExample, rule: str) -> bool:
    """Whether an example is a rule's own."""
    return rule in (*(worked.example.vuurt or ()), *(worked.example.vuurt_niet or ()))


def unnoticed(tests: Tests) -> Iterator[tuple[str, str]]:
    """Rules and parameters that nobody misses."""
    everybody = list(tests.cases)
    for rule in sorted(tests.book.rules):
        worked = [w for w in tests.by_example[f"regel:{rule}"] if not own(w, rule)]
        if not tests.notice(f"regel:{rule}", worked, everybody, Variation(rules_off=frozenset({rule}))):
            yield "regel", rule
    for name in sorted(tests.book.parameters):
        key = f"parameter:{name}"
        if not tests.notice(key, tests.by_example[key], everybody, Variation(parameters={name: None})):
            yield "parameter", name


def only_declares(rule: Rule) -> bool:
    """Whether a rule does nothing but leave terms to a lower body, with nothing to fall back on."""
    return bool(rule.norms) and all(isinstance(n, LeavesOpen) and n.anders == "onbekend" for n in rule.norms)


def loads_without(rule: str) -> bool:
    """Whether the rule base still loads when a rule is cut out of its file."""
    with tempfile.TemporaryDirectory() as folder:
        for top in ("rules", "laws"):
            shutil.copytree(data_root() / top, Path(folder) / top)
        block = re.compile(rf"^  - regel: {re.escape(rule)}\n(?:(?!  - |\S).*\n)*", re.MULTILINE)
        for path in (Path(folder) / "rules").rglob("*.yaml"):
            text = path.read_text(encoding="utf-8")
            if block.search(text):
                path.write_text(block.sub("", text), encoding="utf-8")
        try:
            return rule not in load_rulebook(Path(folder)).rules
        except RulebookError:
            return False


# ---- dated values, one at a time


def reach(book: Rulebook) -> dict[str, list[tuple[date, date]]]:
    """For each parameter the periods of the rules whose text names it."""
    found: dict[str, list[tuple[date, date]]] = defaultdict(list)
    for rule in book.all_rules:
        period = (rule.geldig.van, rule.geldig.tot or date.max)
        for part in marked(rule):
            if isinstance(part.value, Expression):
                for name in re.findall(r"parameters\.([a-z0-9_.]+)", part.value.text):
                    found[name].append(period)
    return found


def changes(parameter: Parameter, value: ParameterValue) -> Iterator[tuple[str, Variation]]:
    """A value taken away, and one unit higher and lower."""
    yield "weg", Variation(parameters={parameter.parameter: None})
    if isinstance(value.waarde, Fraction):
        unit = unit_of(parameter, value.waarde)
        yield "hoger", Variation(parameters={parameter.parameter: value.waarde + unit})
        yield "lager", Variation(parameters={parameter.parameter: value.waarde - unit})


def values_unnoticed(tests: Tests) -> tuple[int, int, list[tuple[str, ParameterValue, list[str]]]]:
    """How many values can be reached and how many not, and the changes of each that nothing notices."""
    reached = reach(tests.book)
    able = unable = 0
    missed = []
    for name, parameter in sorted(tests.book.parameters.items()):
        key = f"parameter:{name}"
        for value in parameter.waarden:
            last = value.tot or parameter.bekend_tot
            if value.waarde is None:
                continue
            if not any(van <= last and value.van <= tot for van, tot in reached[name]):
                unable += 1
                continue
            able += 1
            worked = [w for w in tests.by_example[key] if value.van <= w.example.peildatum <= last]
            cases = [c for c in tests.cases if value.van <= c.household.peildatum <= last]
            unseen = [
                what for what, change in changes(parameter, value) if not tests.notice(key, worked, cases, change)
            ]
            if unseen:
                missed.append((name, value, unseen))
    return able, unable, missed


# ---- the report


def main(with_values: bool) -> int:
    """Run and print a Markdown summary."""
    start = time.perf_counter()
    book = load_rulebook()
    files = [path for folder in FOLDERS for path in sorted((ROOT / "fixtures" / folder).glob("*.yaml"))]
    tests = Tests(book, tuple(Case(read_household(path, book.vocabulary).household, book) for path in files))
    missed = list(unnoticed(tests))
    declared = [n for kind, n in missed if kind == "regel" and only_declares(book.rules[n]) and not loads_without(n)]
    missed = [(kind, name) for kind, name in missed if name not in declared]
    commit = subprocess.run(
        ["git", "-C", ROOT, "rev-parse", "--short", "HEAD"], capture_output=True, text=True, check=False
    ).stdout.strip()
    print(f"Weglaten, {date.today():%d-%m-%Y}, commit {commit}, {time.perf_counter() - start:.0f} s")
    print(
        f"{len(book.rules)} regels en {len(book.parameters)} parameters, {len(book.examples)} voorbeelden en "
        f"{len(files)} huishoudens; {len(missed)} niet opgemerkt."
    )
    for kind, name in missed:
        print(f"- {kind} {name}")
    for name in declared:
        print(f"- ({name} laat alleen iets over en verandert geen uitkomst; zonder deze regel laadt de regelset niet)")
    if with_values:
        able, unable, values = values_unnoticed(tests)
        print(f"\nTer informatie, {time.perf_counter() - start:.0f} s")
        print(f"{able} waarden die een regel kan lezen ({unable} niet); van {len(values)} blijft iets onopgemerkt.")
        for name, value, unseen in values:
            print(f"- {name} vanaf {value.van}: {', '.join(unseen)}")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main("--geen-waarden" not in sys.argv[1:]))
