# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""The patterns of rules/patronen on households: found where they should be, with words, and silent everywhere else."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from interaction.matching.test_matchers import needs_durable
from samenloop.app.rules import run_pattern_examples
from samenloop.domain import load_household
from samenloop.evaluation import Assessment, Variation, evaluate_household, without_norms
from samenloop.interaction.matching import JoinMatcher, Matcher, PatternMatch, choose_matcher, found, of_trial
from samenloop.interaction.matching.durable import DurableMatcher
from support.cases import TESTS, book

HERE = Path(__file__).parent / "huishoudens"
FIXTURES = TESTS.parent / "fixtures"
SILENT = sorted([*FIXTURES.glob("huishoudens/*.yaml"), *FIXTURES.glob("profielen/*.yaml")])
GUEST, LEFT = "gast-zonder-status-2025", "vertrokken-maar-ingeschreven-2025"
CASES = {GUEST: "status_van_een_ander", LEFT: "nog_ingeschreven"}
JOINS = JoinMatcher()


def assessed(path: Path, *changes: tuple[str, str], variation: Variation | None = None) -> Assessment:
    text = path.read_text(encoding="utf-8")
    for old, new in changes:
        assert old in text, old
        text = text.replace(old, new, 1)
    house = load_household(text, path.name, book().vocabulary).household
    return evaluate_household(house, book(), variation or Variation())


@cache
def case(name: str) -> Assessment:
    return assessed(HERE / f"{name}.yaml")


def seen(assessment: Assessment) -> tuple[PatternMatch, ...]:
    return found(assessment, JOINS).matches


@pytest.mark.parametrize("path", SILENT, ids=lambda path: path.stem)
def test_silent_on_every_household_that_ships(path: Path) -> None:
    assert seen(assessed(path)) == ()


@pytest.mark.parametrize("name", CASES)
def test_each_pattern_is_found_on_its_household_and_nothing_else(name: str) -> None:
    [one] = seen(case(name))
    assert one.pattern == CASES[name]
    assert (one.certain, one.missing) == (True, frozenset())
    assert len(set(one.regimes)) == 2
    assert len(one.persons) == 2
    assert one.subject.id in one.persons
    assert "{" not in one.explanation
    assert all(person in one.explanation for person in one.persons)
    assert set(one.rules) <= set(book().rules)


def test_what_is_told() -> None:
    [one] = seen(case(GUEST))
    assert one.title == "Een huisgenoot die niets krijgt en toch meebetaalt"
    assert one.kind == "begripsbotsing"
    assert one.explanation.startswith("huurder krijgt geen huurtoeslag omdat gast daarvan zou meeleven")
    assert one.regimes == ("huurtoeslag", "participatiewet")
    assert one.rules == ("ht.huisgenoot_zonder_verblijf", "pw.kostendeler.medebewoner", "pw.bijstand")


@pytest.mark.parametrize("name", CASES)
def test_it_falls_when_any_of_its_norms_is_set_aside(name: str) -> None:
    [one] = seen(case(name))
    assert len(one.norms) >= 2
    for norm in one.norms:
        assert seen(assessed(HERE / f"{name}.yaml", variation=without_norms([norm]))) == ()


TWINS = [
    (GUEST, "de gast mag hier zijn", ("verblijfsrecht: geen", "verblijfsrecht: regulier")),
    (GUEST, "de gast heeft inkomen en kan meebetalen", (
        "inkomen: []", "inkomen:\n      - {soort: loon, bedrag: 1500.00, per: maand, bruto: false, uren_per_week: 32}",
    )),
    (GUEST, "de gast is nog geen 27", ("leeftijd: 34", "leeftijd: 24")),
    (GUEST, "de gast studeert", ("verblijfsrecht: geen\n    studie: geen", "verblijfsrecht: geen\n    studie: hbo_wo")),
    (GUEST, "er is geen bijstand", (
        "{soort: bijstand, bedrag: 961.04", "{soort: loon, bedrag: 2400.00",
    )),
    (LEFT, "hij woont er echt", ("woning: elders}", "woning: huis}")),
    (LEFT, "hij is uitgeschreven", (
        "woning: elders}\n    brp: {inschrijving: woonadres, woning: huis}",
        "woning: elders}\n    brp: {inschrijving: woonadres, woning: elders}",
    )),
    (LEFT, "hij heeft geen inkomen", ("bedrag: 24500.00", "bedrag: 0.00")),
    (LEFT, "er is geen bijstand", ("{soort: bijstand, bedrag: 1345.45", "{soort: loon, bedrag: 2400.00")),
    (LEFT, "de echtgenoot is weg en telt ook voor de bijstand", (
        "soort: bekende, van: huurder, naar: vertrokken", "soort: gehuwd, van: huurder, naar: vertrokken, duurzaam_gescheiden: false",
    )),
]  # fmt: skip


@pytest.mark.parametrize(("name", "why", "change"), TWINS, ids=[f"{name}: {why}" for name, why, _ in TWINS])
def test_the_harmless_twin_is_silent(name: str, why: str, change: tuple[str, str]) -> None:
    assert seen(assessed(HERE / f"{name}.yaml", change)) == ()


def test_one_fact_that_is_not_known_leaves_it_possible_and_asks_for_it() -> None:
    [one] = seen(assessed(HERE / f"{GUEST}.yaml", ("verblijfsrecht: geen", "verblijfsrecht: onbekend")))
    assert not one.certain
    assert {(ref.id, ref.fact) for ref in one.missing} == {("gast", "verblijfsrecht")}


def test_much_that_is_not_known_is_a_question_and_no_finding() -> None:
    text = "verblijfsrecht: geen\n    studie: geen", "verblijfsrecht: onbekend\n    studie: onbekend"
    assert seen(assessed(HERE / f"{GUEST}.yaml", text)) == ()


# ---- the examples beside the patterns


@pytest.fixture(params=["joins", pytest.param("durable", marks=needs_durable)])
def matcher(request: pytest.FixtureRequest) -> Iterator[Matcher]:
    made: Matcher = JoinMatcher() if request.param == "joins" else DurableMatcher()
    yield made
    assert request.param in made.ran
    made.close()


def test_the_examples_come_out_as_they_say(matcher: Matcher) -> None:
    runs = run_pattern_examples(book(), matcher)
    assert {run.pattern for run in runs} == set(book().patterns) >= set(CASES.values())
    assert [run.trial.naam for run in runs if not run.good] == []
    assert {run.trial.verwacht for run in runs} == {"raak", "mis"}


def test_every_example_that_hits_falls_when_either_norm_is_removed(matcher: Matcher) -> None:
    for pattern in book().patterns.values():
        alone = (pattern,)
        for trial in pattern.voorbeelden:
            norms = of_trial(trial.normen)
            before = matcher.match(alone, norms)
            assert bool(before) == (trial.verwacht == "raak")
            for one in before:
                regimes = {norm.regeling for _, norm in one.norms}
                assert len(regimes) >= 2
                for _, gone in one.norms:
                    assert one not in matcher.match(alone, [norm for norm in norms if norm != gone])


@needs_durable
@pytest.mark.parametrize("name", CASES)
def test_one_case_is_matched_by_durable_rules(name: str) -> None:
    outcome = found(case(name))
    assert outcome.matcher == "durable-rules"
    assert outcome.matches == seen(case(name))


@needs_durable
def test_both_matchers_agree_on_every_household_that_ships() -> None:
    workers = set()
    with choose_matcher() as durable:
        assert isinstance(durable, DurableMatcher)
        for path in (*SILENT[::5], *sorted(HERE.glob("*.yaml"))):
            assessment = assessed(path)
            assert found(assessment, durable).matches == seen(assessment)
            assert durable.ran == "durable-rules"
            workers.add(durable.pid)
    assert len(workers) == 1
