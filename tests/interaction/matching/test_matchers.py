# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""Both matchers find the same, and what they find is what a pattern says: no more, no less."""

from __future__ import annotations

import shutil
import sys
import sysconfig
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import permutations
from pathlib import Path
from statistics import fmean

import pytest

from interaction.matching.random_norms import make, patterns, sets
from samenloop.interaction.matching import JoinMatcher, Match, NormFact
from samenloop.interaction.matching.durable import DurableMatcher, is_installed
from samenloop.interaction.matching.plan import plan
from samenloop.interaction.matching.worker import MOST_RULES
from samenloop.rulebook.patterns import Pattern

SETS = 5000
CAN_BUILD = (
    sys.version_info < (3, 13)
    and shutil.which("gcc") is not None
    and Path(sysconfig.get_path("include"), "Python.h").is_file()
)
needs_durable = pytest.mark.skipif(
    not is_installed() and not CAN_BUILD, reason="durable-rules is er niet en kan hier niet gebouwd worden"
)


@pytest.fixture
def durable() -> Iterator[DurableMatcher]:
    matcher = DurableMatcher()
    yield matcher
    matcher.close()


def by_definition(pattern: Pattern, norms: Sequence[NormFact]) -> Iterator[Match]:
    """Every choice of norms for the aliases, tried one by one: the definition itself, too slow for use."""
    for chosen in permutations(norms, len(pattern.normen)):
        bound = dict(zip(pattern.normen, chosen, strict=True))
        asked = all(bound[a].column(k) == w for a, p in pattern.normen.items() for k, w in p.asks().items())
        if asked and all(
            None not in sides and (sides[0] == sides[1]) is same
            for same, joins in ((True, pattern.koppelt), (False, pattern.verschilt))
            for sides in ([bound[a].column(c) for a, c in join.sides] for join in joins)
        ):
            yield Match(pattern.patroon, tuple(bound.items()))


def test_the_joins_find_what_the_definition_says() -> None:
    for norms in sets(150, seed=7, most=4):
        expected = frozenset(match for pattern in patterns() for match in by_definition(pattern, norms))
        assert expected
        assert JoinMatcher().match(patterns(), norms) == expected


@needs_durable
def test_durable_rules_is_there_where_it_can_be_built() -> None:
    assert is_installed(), "een C-compiler en de headers van Python zijn er: make setup, of pip install '.[durable]'"


@needs_durable
def test_both_find_the_same_on_thousands_of_random_sets(
    durable: DurableMatcher, capsys: pytest.CaptureFixture[str]
) -> None:
    joins, sizes, found, seen = JoinMatcher(), [], [], set[str]()
    worker = None
    for norms in sets(SETS, seed=1):
        expected = joins.match(patterns(), norms)
        assert durable.match(patterns(), norms) == expected
        assert durable.ran == "durable-rules"
        worker = worker or durable.pid
        assert durable.pid == worker
        sizes.append(len(norms))
        found.append(len(expected))
        seen |= {match.pattern for match in expected}
    assert seen == {pattern.patroon for pattern in patterns()}
    assert min(found) >= 1
    with capsys.disabled():
        print(f"\n{SETS} sets: gemiddeld {fmean(sizes):.1f} normen en {fmean(found):.2f} vondsten, alles gelijk")


def test_a_match_falls_when_any_of_its_norms_is_taken_away() -> None:
    joins, tried = JoinMatcher(), 0
    for norms in sets(300, seed=3):
        before = joins.match(patterns(), norms)
        for norm in norms:
            left = joins.match(patterns(), [other for other in norms if other != norm])
            assert left == {match for match in before if norm not in dict(match.norms).values()}
            tried += 1
    assert tried > 2000


@pytest.fixture(params=["joins", pytest.param("durable", marks=needs_durable)])
def matcher(request: pytest.FixtureRequest) -> Iterator[JoinMatcher | DurableMatcher]:
    made = JoinMatcher() if request.param == "joins" else DurableMatcher()
    yield made
    assert request.param in made.ran
    made.close()


ROLE = NormFact("rol", "awir", "kwalificeert", werking="verlaagt", wie="b", voor="a")
DEMAND = NormFact("eis", "huurtoeslag", "vereist", van="ander", wie="a", ander="b")


def names(found: frozenset[Match]) -> set[str]:
    return {match.pattern for match in found}


def test_an_empty_column_is_equal_to_nothing_and_different_from_nothing(
    matcher: JoinMatcher | DurableMatcher,
) -> None:
    assert names(matcher.match(patterns(), [ROLE, DEMAND])) == {"twee"}
    assert not matcher.match(patterns(), [replace(ROLE, wie=None), replace(DEMAND, ander=None)])
    both = make("x", {"x": {"werkwoord": "geeft"}, "y": {"werkwoord": "sluit_uit"}}, "x.wie=y.wie", "x.ding=y.ding")
    one, other = NormFact("1", "awir", "geeft", wie="a", ding="huis"), NormFact("2", "wgs", "sluit_uit", wie="a")
    assert not matcher.match((both,), [one, other])


def test_numbers_stay_text(matcher: JoinMatcher | DurableMatcher) -> None:
    made = make("x", {"x": {"werkwoord": "geeft"}, "y": {"werkwoord": "sluit_uit"}}, "x.waarde=y.waarde",
                "x.regeling=y.regeling")  # fmt: skip
    one = NormFact("1", "awir", "geeft", waarde="1")
    for word, same in (("1", True), ("1.0", False), ("01", False), ("True", False), (" 1", False)):
        assert bool(matcher.match((made,), [one, NormFact("2", "wgs", "sluit_uit", waarde=word)])) is same


def test_letters_outside_ascii_and_quotes(matcher: JoinMatcher | DurableMatcher) -> None:
    for word in ("ëén 'x' \"y\"", "a\\b", "\n", "🏠"):
        assert names(matcher.match(patterns(), [replace(ROLE, wie=word), replace(DEMAND, ander=word)])) == {"twee"}


def test_one_norm_stands_for_one_alias_only(matcher: JoinMatcher | DurableMatcher) -> None:
    made = make("x", {"x": {"werkwoord": "geeft"}, "y": {"werkwoord": "geeft"}, "z": {"werkwoord": "vereist"}},
                "x.wie=z.wie y.wie=z.wie", "x.regeling=z.regeling")  # fmt: skip
    given, demand = NormFact("1", "awir", "geeft", wie="a"), NormFact("2", "wgs", "vereist", wie="a")
    assert not matcher.match((made,), [given, demand])
    again = NormFact("3", "awir", "geeft", wie="a")
    assert len(matcher.match((made,), [given, demand, again])) == 2


def test_the_same_norm_twice_counts_once(matcher: JoinMatcher | DurableMatcher) -> None:
    assert len(matcher.match(patterns(), [ROLE, DEMAND, ROLE])) == 1


def test_nothing_to_match(matcher: JoinMatcher | DurableMatcher) -> None:
    assert matcher.match((), [ROLE]) == frozenset()
    assert matcher.match(patterns(), []) == frozenset()


def test_other_patterns_after_the_first(matcher: JoinMatcher | DurableMatcher) -> None:
    assert matcher.match(patterns(), [ROLE, DEMAND])
    assert not matcher.match(patterns()[1:], [ROLE, DEMAND])
    assert matcher.match(patterns(), [ROLE, DEMAND])


@needs_durable
def test_more_patterns_than_durable_rules_can_hold_in_one_rule_set(durable: DurableMatcher) -> None:
    many = tuple(
        make(f"p{i}", {"x": {"werkwoord": "kwalificeert"}, "y": {"werkwoord": "vereist"}}, "x.wie=y.ander",
             "x.regeling=y.regeling")
        for i in range(20 * MOST_RULES)
    )  # fmt: skip
    for norms in ([ROLE, DEMAND], [DEMAND, ROLE, replace(ROLE, norm="nog een")]):
        found = durable.match(many, norms)
        assert durable.ran == "durable-rules"
        assert found == JoinMatcher().match(many, norms)
        assert len(found) == 600 * (len(norms) - 1)


@needs_durable
@pytest.mark.parametrize("times", [4, 10, 25])
def test_many_rules_of_every_shape(durable: DurableMatcher, times: int) -> None:
    """Where the native code read past its conditions, or forgot a state, this crashed within a few sets."""
    many = tuple(p.model_copy(update={"patroon": f"{p.patroon}_{i}"}) for i in range(times) for p in patterns())
    joins = JoinMatcher()
    for norms in sets(40, seed=99):
        assert durable.match(many, norms) == joins.match(many, norms)
        assert durable.ran == "durable-rules"


def test_a_plan_joins_two_at_a_time_each_to_one_before_it() -> None:
    for pattern in patterns():
        made = plan(pattern)
        assert sorted(made.aliases) == sorted(step.alias for step in made.steps)
        before: list[str] = []
        for step in made.steps:
            assert not before or step.same
            assert {alias for _, (alias, _) in (*step.same, *step.differ)} <= set(before)
            before.append(step.alias)
        assert sum(len(step.same) for step in made.steps) == len(pattern.koppelt)
        assert sum(len(step.differ) for step in made.steps) == len(pattern.verschilt)
