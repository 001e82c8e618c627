# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""The promise of the language: what is said with half the facts still holds when the rest comes in.

A complete world is made first. From it two vaguer ones are made, each vaguer than the one before: facts become ranges
or unknown, members of collections become uncertain or are hidden behind an open end. For every expression the value in
the complete world must lie inside what the vaguer worlds say, and a certain outcome must stay what it was.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from itertools import product
from random import Random
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from language.expressions import KINDS, Written, looped, written
from language.small_world import (
    DEBTS,
    ELSEWHERE,
    HOME,
    IK,
    PARAMETERS,
    PEOPLE,
    WORDS,
    Cell,
    SmallWorld,
    scope,
    value,
)  # fmt: skip
from samenloop.language import Duration, infer, parse_expression, values
from samenloop.language.values import Thing, Value

ROLES = ("zelf.partner", "zelf.kostendeler")
NO_ANSWER = {"delen door nul", "een dag van niets"}
NEVER_NEGATIVE = {"leeftijd", "toelage", "restschuld", "zelf.kostendelers", "zelf.grens", "zelf.deel"}


def value_of(name: str, rnd: Random) -> Any:
    """Any complete value of a cell."""
    if name == "deler":
        return Fraction(rnd.randint(1, 5))
    if name in ("zelf.grens", "zelf.deel"):
        return Fraction(rnd.randint(1, 160), 4)
    if name in ("geboren", "zelf.ingang"):
        return dt.date(1950, 1, 1) + dt.timedelta(days=rnd.randint(0, 29000))
    if name in ("wachttijd", "zelf.termijn"):
        return Duration(rnd.randint(0, 30), rnd.choice(["dag", "week", "maand", "jaar", "werkdag"]))
    if name == "bron":
        return rnd.choice(WORDS)
    if name in ("werkt", "ziek", *ROLES):
        return rnd.random() < 0.5
    number = Fraction(rnd.randint(-40, 40), rnd.choice((1, 1, 1, 3, 4, 12)))
    return abs(number) if name in NEVER_NEGATIVE else number


def cells() -> Iterator[Cell]:
    """Every cell that the random expressions can read, members of collections aside."""
    facts = "leeftijd saldo uitslag deler inkomen toelage jaarloon spaargeld werkt ziek bron geboren wachttijd".split()
    for person in PEOPLE:
        yield from ((name, person) for name in (*facts, "zelf.draagkracht", "zelf.kostendelers"))
        yield from ((role, person, IK) for role in ROLES)
        yield ("hoogte", person, "hulp")
        yield ("meegeteld", person, "inkomen", "zelf")
        yield ("vorige_periode", person, "zelf.draagkracht")
        yield ("thuis", person)
    yield from (("huur", home) for home in (HOME, ELSEWHERE))
    yield from (("winst", debt) for debt in DEBTS)
    yield from ((name,) for name in PARAMETERS)


COLLECTIONS: tuple[tuple[Cell, tuple[Any, ...]], ...] = (
    (("personen", None), PEOPLE),
    (("schulden", None), DEBTS),
    *((("bewoners", home), PEOPLE) for home in (HOME, ELSEWHERE)),
    *((("schulden_van", person), DEBTS) for person in PEOPLE),
)


@dataclass(frozen=True)
class Three:
    """The same household three times."""

    complete: SmallWorld
    vague: SmallWorld
    vaguest: SmallWorld


def three(seed: int) -> Three:
    """Complete, vaguer, vaguest. A seed and not a drawing per cell: there are many cells, and few matter."""
    rnd = Random(seed)
    complete = {
        cell: rnd.choice((HOME, ELSEWHERE)) if cell[0] == "thuis" else value_of(cell[0], rnd) for cell in cells()
    }
    for collection, members in COLLECTIONS:
        belongs = {m: collection[1] is None or rnd.random() < 0.5 for m in members}
        complete[collection] = tuple(m for m in members if belongs[m] or rnd.random() < 0.5)
        complete |= {(*collection, m): False for m in complete[collection] if not belongs[m]}
    one, one_open = _vaguer(rnd, complete, frozenset())
    two, two_open = _vaguer(rnd, one, one_open)
    return Three(SmallWorld(complete), SmallWorld(one, one_open), SmallWorld(two, two_open))


worlds = st.integers(0, 2**32).map(three)


def _vaguer(
    rnd: Random, before: Mapping[Cell, Any], opened: frozenset[Cell]
) -> tuple[dict[Cell, Any], frozenset[Cell]]:
    cells = {key: _blurred(rnd, key[0], one) for key, one in before.items() if len(key) != 3 or key[0] in _TALLIED}
    cells = {key: one for key, one in cells.items() if one is not None}
    opens = set(opened)
    for collection, members in COLLECTIONS:
        listed, told = set(before[collection]), {}
        how = rnd.choice(("same", "same", "open", "hide"))
        if how != "same":
            opens.add(collection)
        for member in members:
            belongs = before.get((*collection, member), member in listed)
            if belongs is True and how == "hide" and rnd.random() < 0.5:
                continue
            told[member] = values.unknown() if collection[1] is not None and rnd.random() < 0.2 else belongs
        cells[collection] = tuple(m for m, belongs in told.items() if belongs is not False or rnd.random() < 0.5)
        cells |= {(*collection, m): told[m] for m in cells[collection] if told[m] is not True}
    return cells, frozenset(opens)


_TALLIED = {*ROLES, "hoogte", "vorige_periode"}


def _blurred(rnd: Random, name: str, one: Any) -> Any:
    """The same, a range that holds it, or nothing."""
    if isinstance(one, tuple) and not isinstance(one, Thing):
        return one
    how = rnd.choice(("same", "same", "range", "range", "unknown"))
    if how == "same":
        return one
    low, high = one.bounds if isinstance(one, Value) else (one, one)
    if how == "unknown" or not isinstance(high if low is None else low, (Fraction, dt.date)):
        return _least(name)

    def wider() -> Any:
        is_day = isinstance(high if low is None else low, dt.date)
        return dt.timedelta(days=rnd.randint(0, 400)) if is_day else rnd.randint(0, 9)

    low = None if low is None or rnd.random() < 0.2 else low - wider()
    high = None if high is None or rnd.random() < 0.2 else high + wider()
    least = _least(name)
    if least is not None:
        low = least.low if low is None else max(low, least.low)
        if least.high is not None:
            high = least.high if high is None else min(high, least.high)
    return values.between(low, high)


def _least(name: str) -> Value | None:
    """What the declared range of a fact leaves when nothing is known of it."""
    if name == "deler":
        return values.between(Fraction(1), Fraction(5))
    if name in ("zelf.grens", "zelf.deel"):
        return values.between(Fraction(1, 4), None)
    return values.between(Fraction(0), None) if name in NEVER_NEGATIVE else None


def holds(said: Value, actual: Value) -> bool:
    """Whether everything that ``said`` leaves possible includes ``actual``."""
    if said.is_known:
        return actual.exact == said.exact
    low, high = said.bounds
    least, most = actual.bounds
    if (low is not None and least is None) or (high is not None and most is None):
        return False
    return (low is None or low <= least) and (high is None or most <= high)


often = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])


def promise(made: Written, house: Three) -> None:
    """What is certain stays certain, and what is possible includes what is."""
    complete, vague, vaguest = (value(made.text, world) for world in (house.complete, house.vague, house.vaguest))
    assert holds(vague, complete)
    assert holds(vaguest, vague)
    assert not complete.missing
    assert complete.is_known or complete.outside <= NO_ANSWER
    for said in (vague, vaguest):
        assert not (said.is_known and (said.missing or said.outside))


seeds = st.integers(0, 2**32)


@settings(often, max_examples=200)
@given(st.sampled_from(KINDS).flatmap(written), seeds)
def test_the_promise_holds_for_every_expression(made: Written, seed: int) -> None:
    found, wrong = infer(parse_expression(made.text), scope())
    assert wrong == []
    assert found.kind in (made.kind, "nul" if made.kind in ("bedrag", "getal") else "tekst")
    for nth in range(3):
        promise(made, three(seed + nth))


HOUSES = cache(lambda: [three(seed) for seed in range(100)])
OPERATIONS = """
saldo + leeftijd | saldo - uitslag | saldo * uitslag | leeftijd * deler | inkomen * saldo | -2 * uitslag | -uitslag
saldo / deler | saldo / parameters.zelf.deel | saldo / (1 + leeftijd) | inkomen / parameters.zelf.grens
-saldo / -deler | saldo / max(uitslag, 1) | min(saldo, uitslag) | max(saldo, uitslag, 0) | naar(jaarloon, maand)
afronden(saldo, 1, omhoog) | afronden(saldo, 5, omlaag) | afronden(saldo, 1, rekenkundig)
saldo < uitslag | saldo <= uitslag | saldo > uitslag | saldo >= uitslag | saldo = uitslag | saldo != uitslag
saldo < 0 | saldo <= 0 | saldo > 0 | saldo >= 0 | saldo = 0 | saldo != 0 | bron = 'loon' | bron != 'loon'
werkt en ziek | werkt of ziek | niet werkt | werkt = ziek | bron in ['loon', 'geen'] | saldo in [0, leeftijd, uitslag]
als werkt dan saldo anders uitslag | als werkt dan ziek anders niet ziek | als werkt dan geboren anders peildatum
als saldo > uitslag dan saldo - uitslag anders 0 | als werkt dan bron anders 'geen'
wachttijd = parameters.zelf.termijn
geboren + 3 maanden | geboren - 1 jaar | geboren + 4 werkdagen | geboren - 30 uur | geboren + wachttijd
geboren < parameters.zelf.ingang | geboren <= peildatum | max(geboren, parameters.zelf.ingang)
jaren_tussen(geboren, parameters.zelf.ingang) | maanden_tussen(geboren, parameters.zelf.ingang)
dagen_tussen(parameters.zelf.ingang, geboren) | jaar_van(geboren) | laatste_dag(geboren, maand)
eerste_dag(geboren, week) | eerste_dag(geboren, kwartaal) | laatste_dag(geboren, jaar) | thuis.huur | thuis = thuis
persoon is zelf.partner van persoon | persoon is geen zelf.kostendeler van persoon
"""


@pytest.mark.parametrize("text", [one.strip() for line in OPERATIONS.strip().splitlines() for one in line.split("|")])
def test_the_promise_holds_for_a_single_operation(text: str) -> None:
    for house in HOUSES():
        promise(Written(text, ""), house)


@settings(often, max_examples=120)
@given(looped(), seeds)
def test_the_promise_holds_for_loops(made: Written, seed: int) -> None:
    for nth in range(6):
        promise(made, three(seed + nth))


@settings(often, max_examples=100)
@given(st.sampled_from(("bedrag", "getal")).flatmap(written), worlds)
def test_the_type_tells_the_truth_about_zero_and_signs(made: Written, house: Three) -> None:
    found = infer(parse_expression(made.text), scope())[0]
    complete = value(made.text, house.complete)
    if complete.is_known:
        assert complete.exact >= 0 or not found.never_negative
        assert complete.exact != 0 or not found.never_zero


@settings(often, max_examples=100)
@given(st.sampled_from(KINDS).flatmap(written), worlds)
def test_an_unknown_result_names_what_settles_it(made: Written, house: Three) -> None:
    """Filling in the named facts, one after the other, ends in an answer; nothing is named that was known."""
    complete = house.complete.cells
    known = {
        cell: one for cell, one in complete.items() if cell in house.vague.cells and house.vague.cells[cell] == one
    }
    known |= {collection: complete[collection] for collection, _ in COLLECTIONS}
    said = value(made.text, known)
    while said.missing:
        ref = min(said.missing)
        named = {k: one for k, one in complete.items() if k[0] == ref.fact and (len(k) == 1 or k[1].id == ref.id)}
        assert named
        assert not named.keys() & known.keys()
        known |= named
        said = value(made.text, known)
    assert said.is_known or (said.outside and said.outside <= NO_ANSWER)


@settings(often, max_examples=60)
@given(st.sampled_from(KINDS).flatmap(written), worlds)
def test_evaluation_is_repeatable_and_exact(made: Written, house: Three) -> None:
    for world in (house.complete, house.vague, house.vaguest):
        said = value(made.text, world)
        assert said == value(made.text, world)
        assert all(end is None or type(end) in (bool, Fraction, dt.date, str) for end in (said.exact, *said.bounds))


@pytest.mark.parametrize(
    "text",
    [
        "(werkt of niet werkt) en (ziek of persoon.ziek)",
        "werkt en niet werkt",
        "als werkt dan ziek anders niet ziek",
        "als werkt dan leeftijd > 20 anders leeftijd > 30",
        "bron = 'loon' of (bron = 'geen' en werkt)",
        "leeftijd - saldo > 3",
        "bestaat(p in personen waar p.werkt en niet p.ziek)",
        "elk(p in personen waar p.werkt of p.leeftijd >= 18)",
        "aantal(p in personen waar p.werkt) = 2",
        "als werkt of ziek dan leeftijd + saldo anders leeftijd * 2",
        "max(als werkt dan leeftijd anders 0, saldo) - min(saldo, 3)",
        "leeftijd / (1 + aantal(p in personen waar p.werkt))",
    ],
)
def test_every_completion_of_a_few_unknowns_lies_inside(text: str) -> None:
    """The same promise, not at random: all ways to fill in the unknowns, one by one."""
    options: dict[Cell, tuple[Any, ...]] = {
        ("werkt", IK): (True, False), ("ziek", IK): (True, False), ("bron", IK): WORDS,
        ("leeftijd", IK): tuple(map(Fraction, range(17, 24, 3))), ("saldo", IK): tuple(map(Fraction, (-2, 0, 9))),
        **{("werkt", person): (True, False) for person in PEOPLE[1:3]},
    }  # fmt: skip
    fixed = {("ziek", p): False for p in PEOPLE[1:]} | {("leeftijd", p): Fraction(40) for p in PEOPLE[1:]}
    fixed |= {("werkt", PEOPLE[3]): False}
    ranges = {
        ("leeftijd", IK): values.between(Fraction(17), Fraction(23)),
        ("saldo", IK): values.between(Fraction(-2), Fraction(9)),
    }
    said = value(text, {**fixed, **ranges})
    outcomes = [
        value(text, {**fixed, **dict(zip(options, chosen, strict=True))}) for chosen in product(*options.values())
    ]
    assert all(holds(said, outcome) and outcome.is_known for outcome in outcomes)
