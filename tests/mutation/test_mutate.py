# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""``make mutate`` makes the mistakes it says, one at a time, takes them back, and knows who notices."""

from __future__ import annotations

import dataclasses
import datetime as dt
import json
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given

from language.expressions import Written, written
from mutation import mutate
from mutation.mutants import KINDS, Mutant, every, mutations, readable
from mutation.mutate import Witnesses
from rulebook import world
from samenloop.evaluation.examples import run_example
from samenloop.language import nodes as n
from samenloop.language import parse_expression
from samenloop.rulebook import Rulebook, load_rulebook

EXAMPLES = """\
  - naam: op de grens
    peildatum: 2018-06-30
    gegeven: {leeftijd: 21, inkomen_netto: 0, studie: geen}
    vuurt: [pr.recht]
    vuurt_niet: [pr.uitsluiting]
    verwacht: {pr.norm: 100}
  - naam: samen
    peildatum: 2018-04-01
    gegeven: {leeftijd: 30}
    ook:
      - {eenheid: persoon, id: zij}
      - {eenheid: paar, id: wij, persoon: ik, ander: zij, gegeven: {gehuwd: ja}}
    verwacht: {pr.norm: 50}
  - naam: eronder
    peildatum: 2018-04-01
    gegeven: {leeftijd: 20}
    vuurt_niet: [pr.recht]
"""


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> world.World:
    made = world.World(tmp_path_factory.mktemp("mutation") / "basis")
    made.write(world.BASE)
    head, _, rest = world.RULES.partition("voorbeelden:\n")
    made.write(
        {world.RULE_FILE: f"{head}voorbeelden:\n{EXAMPLES}niet_gemodelleerd{rest.partition('niet_gemodelleerd')[2]}"}
    )
    made.swap(world.RULE_FILE, "wanneer: studie != 'geen'\n", "wanneer: studie != 'geen' en niet achterstand > 24\n")
    return made


@pytest.fixture(scope="module")
def book(base: world.World) -> Rulebook:
    return load_rulebook(base.root)


@pytest.fixture(scope="module")
def mutants(book: Rulebook) -> list[Mutant]:
    return list(every(book))


# ---- the mistakes


def differences(one: n.Node, other: n.Node) -> Iterator[tuple[n.Node, n.Node]]:
    """Where two trees differ: the topmost nodes that are not made alike."""
    if type(one) is not type(other):
        yield one, other
        return
    own = {f.name: getattr(one, f.name) for f in dataclasses.fields(one)}
    its = {f.name: getattr(other, f.name) for f in dataclasses.fields(other)}
    plain = [k for k, v in own.items() if not isinstance(v, n.Node) and not _nodes(v) and v != its[k]]
    if plain:
        yield one, other
        return
    for a, b in zip(n.children(one), n.children(other), strict=True):
        yield from differences(a, b)


def _nodes(value: object) -> bool:
    return isinstance(value, tuple) and any(isinstance(part, n.Node) for part in value)


@given(written())
def test_a_mutation_changes_one_node_and_leaves_the_expression_alone(one: Written) -> None:
    expression = parse_expression(one.text)
    before = parse_expression(one.text)
    for _, _, node, root in mutations(expression):
        changed = list(differences(expression.root, root))
        assert len(changed) == 1
        assert changed[0][0] is node
    assert expression == before


@given(written())
def test_there_is_a_mutation_for_everything_that_can_be_mistaken(one: Written) -> None:
    expression = parse_expression(one.text)
    found = [kind for kind, *_ in mutations(expression)]
    nodes = list(n.walk(expression.root))
    assert found.count("vergelijking") == sum(isinstance(x, n.Compare) for x in nodes)
    assert found.count("en_of") == sum(isinstance(x, (n.Conjunction, n.Disjunction)) for x in nodes)
    assert found.count("datum") == sum(isinstance(x, n.DateLiteral) for x in nodes)
    assert found.count("niet") == sum(
        isinstance(x, n.Negation) or (isinstance(x, n.HasRole) and x.negated) for x in nodes
    )


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("a < b", {"a <= b"}),
        ("a <= b", {"a < b"}),
        ("a > b", {"a >= b"}),
        ("a >= b", {"a > b"}),
        ("a = b", {"a != b"}),
        ("a != b", {"a = b"}),
        ("niet a", {"a"}),
        ("a en b en c", {"a of b of c"}),
        ("a of niet b", {"a en niet b", "a of b"}),
        ("a is geen pr.rol van b", {"a is pr.rol van b"}),
        ("peildatum + 2 dagen < 2026-01-01", {"peildatum + 2 dagen <= 2026-01-01", "peildatum + 2 dagen < 2026-01-02"}),
        ("als a < 1 dan b anders c", {"als a <= 1 dan b anders c"}),
        ("som(p in personen waar p.a en p.b: p.c) + 1", {"som(p in personen waar p.a of p.b: p.c) + 1"}),
        ("a + b", set()),
    ],
)
def test_the_mutations_of_an_expression(text: str, wanted: set[str]) -> None:
    trees = {json.dumps(shape(root)) for *_, root in mutations(parse_expression(text))}
    assert trees == {json.dumps(shape(parse_expression(one).root)) for one in wanted}


def shape(node: n.Node) -> object:
    """A tree without the places in its text."""
    inside = {f.name: getattr(node, f.name) for f in dataclasses.fields(node) if f.name not in ("start", "end")}
    return [type(node).__name__, {k: _shape(v) for k, v in inside.items()}]


def _shape(value: object) -> object:
    if isinstance(value, n.Node):
        return shape(value)
    return [_shape(v) for v in value] if isinstance(value, tuple) else str(value)


def test_every_kind_of_mistake_is_made(mutants: list[Mutant]) -> None:
    assert {m.kind for m in mutants} == set(KINDS)
    assert len({m.id for m in mutants}) == len(mutants)


def test_a_mistake_is_in_the_rules_while_it_is_applied_and_no_longer(book: Rulebook, mutants: list[Mutant]) -> None:
    whole = repr(book.all_rules)
    for mutant in mutants:
        with pytest.raises(KeyError), mutant.applied() as variation:
            assert (repr(book.all_rules) != whole) is (mutant.swap is not None)
            assert (variation.rules_off or variation.parameters) or mutant.swap is not None
            raise KeyError
        assert repr(book.all_rules) == whole


def test_amounts_go_up_by_one_unit_of_their_own(mutants: list[Mutant]) -> None:
    moved = {m.what: m.variation.parameters for m in mutants if m.kind == "bedrag"}
    assert moved["2018-01-01: een eenheid hoger"] == {"pr.bedrag": Fraction(101)}
    assert moved["2018-07-01: een eenheid hoger"] == {"pr.bedrag": Fraction(11051, 100)}
    assert moved["2015-01-01: een eenheid hoger"] == {"pr.leeftijd": Fraction(22)}
    assert "2025-01-01: een eenheid hoger" not in moved  # not known, so nothing to mistake


def test_a_date_shows_on_one_day_only(mutants: list[Mutant]) -> None:
    for mutant in mutants:
        if mutant.kind == "ingang" or (mutant.kind == "datum" and mutant.spot == "geldig"):
            assert mutant.days is not None
            assert mutant.days[0] == mutant.days[1]
    late = next(m for m in mutants if m.kind == "ingang")
    assert late.days == (dt.date(2018, 7, 1), dt.date(2018, 7, 1))
    assert late.variation.parameters == {"pr.bedrag": Fraction(100)}


# ---- who notices


def find(mutants: list[Mutant], kind: str, owner: str, text: str = "") -> Mutant:
    found = [m for m in mutants if m.kind == kind and m.owner == owner and text in m.what]
    assert len(found) == 1, found
    return found[0]


def test_the_examples_are_right_as_they_are(book: Rulebook) -> None:
    for worked in book.examples:
        assert run_example(book, worked.example, worked.unit) == []


@pytest.mark.parametrize(
    ("kind", "owner", "text", "noticed"),
    [
        ("vergelijking", "regel:pr.recht", ">= wordt >", True),  # an example stands on the limit
        ("vergelijking", "regel:pr.norm.samen", "> wordt >=", True),
        ("vergelijking", "regel:pr.uitsluiting", "!= wordt =", True),
        ("uitzondering", "regel:pr.norm.samen", "", True),
        ("bedrag", "parameter:pr.bedrag", "2018-01-01", True),
        ("bedrag", "parameter:pr.bedrag", "2018-07-01", False),  # no example in those days
        ("bedrag", "parameter:pr.leeftijd", "2015-01-01", True),
        ("ingang", "parameter:pr.bedrag", "2018-07-01", False),  # the day before has an example, the day itself not
        ("datum", "regel:pr.norm.gewoon", "begint", False),
    ],
)
def test_who_notices(book: Rulebook, mutants: list[Mutant], kind: str, owner: str, text: str, noticed: bool) -> None:
    assert (Witnesses(book).killer(find(mutants, kind, owner, text)) is not None) is noticed


def test_who_does_not_read_it_cannot_notice(book: Rulebook, mutants: list[Mutant]) -> None:
    """Running everything finds no other survivors than running the readers only."""
    tests = Witnesses(book)
    everything = Witnesses(book)
    everything.__dict__["by_owner"] = {m.owner: list(book.examples) for m in mutants}
    for mutant in mutants:
        assert (tests.killer(mutant) is None) == (everything.killer(mutant) is None), mutant


def test_a_place_is_where_the_mistake_stands(base: world.World, mutants: list[Mutant]) -> None:
    lines = base.text(world.RULE_FILE).splitlines()
    for mutant in mutants:
        file, _, line = mutant.place.rpartition(":")
        if mutant.kind == "vergelijking":
            assert file == world.RULE_FILE
            assert mutant.what.split()[0] in lines[int(line) - 1]
        if mutant.kind == "bedrag":
            assert file == world.PARAMETER_FILE


def test_what_only_a_household_reads_is_counted_apart(mutants: list[Mutant]) -> None:
    spots = {m.spot for m in mutants if m.kind == "vergelijking" and not readable(m.spot)}
    assert spots == {"gevolgen.veronderstelt.als", "gevolgen.bevordert.blijkt_uit", "gevolgen.klok.stopt_bij"}


# ---- broken off, and again


def test_a_run_goes_on_where_it_was_broken_off(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, base: world.World, mutants: list[Mutant]
) -> None:
    monkeypatch.setattr(mutate, "data_root", lambda: base.root)
    kept = tmp_path / "nu.jsonl"
    wanted = [i for i, m in enumerate(mutants) if m.kind == "vergelijking"]
    kept.write_text(
        "".join(json.dumps([mutants[i].id, "al bekend"]) + "\n" for i in wanted[1:]) + '["half', encoding="utf-8"
    )
    monkeypatch.setattr(mutate, "_run", lambda tasks: ((i, f"nieuw {hint}") for i, hint in tasks))
    (tmp_path / "eerder.jsonl").write_text(json.dumps([mutants[wanted[0]].id, "hint"]) + "\n", encoding="utf-8")
    done = mutate.results(mutants, wanted, kept)
    assert done[mutants[wanted[0]].id] == "nieuw hint"
    assert {done[mutants[i].id] for i in wanted[1:]} == {"al bekend"}
    assert mutate.results(mutants, wanted, kept) == done


def test_the_table_counts_and_rounds_down(mutants: list[Mutant]) -> None:
    three = [m for m in mutants if m.kind == "vergelijking"][:3]
    lines = list(mutate.table(three, {three[0].id: "x", three[1].id: "y", three[2].id: None}))
    assert lines[2:] == ["| vergelijking | 3 | 2 | 66,6 % |", "| samen | 3 | 2 | 66,6 % |"]
