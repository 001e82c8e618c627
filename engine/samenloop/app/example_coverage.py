# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""What the examples of the rules have been through: every rule fired and not, every exception taken and not, both
sides of every comparison."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from typing import Literal

from samenloop.errors import EvaluationError
from samenloop.evaluation import Evaluator
from samenloop.evaluation.examples import evaluate_example
from samenloop.language import Expression
from samenloop.language import nodes as n
from samenloop.rulebook import Rule, Rulebook, WorkedExample
from samenloop.rulebook.walk import Marked, marked

Kind = Literal["regel", "uitzondering", "vergelijking"]
KINDS: tuple[Kind, ...] = ("regel", "uitzondering", "vergelijking")
_READ_BY_EXAMPLES = frozenset({"wanneer", "waarde", "mits", "als", "bedrag", "vanaf", "vrij", "deel", "anders"})
_NOT_BY_EXAMPLES = frozenset("veronderstelt blijkt_uit klok kost bestraft verrekent betaling voorschot dekt".split())


@dataclass(frozen=True)
class Point:
    """One thing that an example should have been through."""

    kind: Kind
    rule: str
    what: str
    place: str
    covered: bool


@dataclass(frozen=True)
class Covered:
    """Every point, and the comparisons that no expectation of an example can read (only a whole household does)."""

    points: tuple[Point, ...]
    beyond: tuple[str, ...]


def place_of(found: Marked) -> str:
    """The keys of the rule file under which an expression stands, without numbers: ``gevolgen.geeft.bedrag``."""
    verb = getattr(found.owner, "verb", "")
    keys = [str(key) for key in found.path if isinstance(key, str)]
    return ".".join([*keys[:-1], *([verb] if verb else []), *keys[-1:]])


def readable(place: str) -> bool:
    """Whether an expectation of an example can read what stands under these keys."""
    keys = place.split(".")
    return keys[-1] in _READ_BY_EXAMPLES and _NOT_BY_EXAMPLES.isdisjoint(keys)


def with_books(book: Rulebook) -> Iterator[tuple[WorkedExample, Rulebook]]:
    """Every example with the rule book it is evaluated under: also those of each overlay that is loaded."""
    yield from ((worked, book) for worked in book.examples)
    for name in sorted(set(book.overlays) - set(book.applied)):
        laid = book.with_overlays(name)
        yield from ((worked, laid) for worked in laid.examples[len(book.examples) :])


def example_coverage(book: Rulebook, regime: str | None = None) -> Covered:
    """Every point of the rules (of one regime) with whether an example has been there."""
    seen = _Seen()
    rules = {rule.regel: rule for rule in book.all_rules}
    for worked, base in with_books(book):
        rules |= {rule.regel: rule for rule in base.all_rules if rule.regel not in rules}
        with suppress(EvaluationError):  # rules that contradict each other: `rules test` says so
            seen.add(evaluate_example(base, worked.example, worked.unit)[1])
    points: list[Point] = []
    beyond: list[str] = []
    for rule in rules.values():
        if regime is None or rule.regime == regime:
            spot = book.spot("regel", rule.regel)
            place = f"{spot.file}:{spot.line}" if spot is not None else ""
            points += _firing(rule, place, seen)
            points += _comparisons(rule, place, seen, beyond)
    return Covered(tuple(points), tuple(beyond))


class _Seen:
    """What has happened in any example: a rule that held or not, a comparison that was true or not."""

    def __init__(self) -> None:
        self.rules: set[tuple[str, bool]] = set()
        self.compared: set[tuple[str, str, int, bool]] = set()

    def add(self, ev: Evaluator) -> None:
        self.rules |= ev.fired_and_not()
        for rule, _, note in ev.comparisons():
            if note.outcome.is_known:
                self.compared.add((rule, note.text, note.node.start, note.outcome.is_true))


def _firing(rule: Rule, place: str, seen: _Seen) -> Iterator[Point]:
    kind: Kind = "regel" if rule.uitzondering_op is None else "uitzondering"
    yes, no = ("vuurt", "vuurt niet") if kind == "regel" else ("geldt", "geldt niet")
    yield Point(kind, rule.regel, yes, place, (rule.regel, True) in seen.rules)
    if rule.wanneer is not None:  # without a condition there is nothing that could keep it from firing
        yield Point(kind, rule.regel, no, place, (rule.regel, False) in seen.rules)


def _comparisons(rule: Rule, place: str, seen: _Seen, beyond: list[str]) -> Iterator[Point]:
    done: set[tuple[str, int]] = set()
    for found in marked(rule):
        if not isinstance(found.value, Expression):
            continue
        under = place_of(found)
        for node in n.walk(found.value.root):
            text = found.value.text[node.start : node.end]
            if not isinstance(node, n.Compare) or (text, node.start) in done:
                continue
            done.add((text, node.start))
            if not readable(under):
                beyond.append(f"{rule.regel} ({under}): {text}")
                continue
            for outcome, word in ((True, "waar"), (False, "onwaar")):
                hit = (rule.regel, text, node.start, outcome) in seen.compared
                yield Point("vergelijking", rule.regel, f"{text}: {word}", place, hit)


def shares(points: tuple[Point, ...]) -> Mapping[Kind, tuple[int, int]]:
    """Per kind how many points are covered, and how many there are."""
    return {
        kind: (sum(p.covered for p in points if p.kind == kind), sum(p.kind == kind for p in points)) for kind in KINDS
    }
