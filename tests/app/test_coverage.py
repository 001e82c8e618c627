# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""``rules coverage``: provisions held against the rules, amounts by month, and what the examples go through."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from rulebook import world
from samenloop.app.amounts import amounts, totals
from samenloop.app.example_coverage import Covered, Point, example_coverage, shares
from samenloop.app.provisions import Encoded, by_law, counts, provisions
from samenloop.cli import inputs
from samenloop.cli.running import run
from samenloop.rulebook import Rulebook, load_rulebook

PROVISIONS = """\
schema: 1
titel: Proefwet
bepalingen:
  - {bepaling: pr.art_1, wet: proefwet, artikelen: ["1"], onderwerp: wie het geld krijgt}
  - {bepaling: pr.art_2.lid_1, wet: proefwet, artikelen: ["2"], leden: ["1"], onderwerp: hoeveel}
  - {bepaling: pr.art_2.lid_2, wet: proefwet, artikelen: ["2"], leden: ["2"], onderwerp: afronden}
  - {bepaling: pr.art_1.a, wet: proefwet, artikelen: ["1"], leden: ["1"], onderdelen: [a], onderwerp: een onderdeel}
  - {bepaling: pr.art_3, wet: proefwet, artikelen: ["3"], onderwerp: wat niet is gelezen}
  - {bepaling: pr.art_4, wet: proefwet, artikelen: ["4"], onderwerp: vergeten}
  - {bepaling: pr.vroeger, wet: proefwet, artikelen: ["2"], geldig: {van: 2015-01-01, tot: 2017-12-31}, onderwerp: oud}
  - {bepaling: pr.genoemd, wet: proefwet, artikelen: ["9"], regels: [pr.norm.samen], onderwerp: met name}
  - {bepaling: tegen.art_1, wet: tegenwet, artikelen: ["1"], onderwerp: een wet die er niet is}
"""
PROVISION_FILE = "laws/bepalingen/proefwet.yaml"
EXAMPLES = """\
  - naam: oud genoeg
    peildatum: 2018-04-01
    gegeven: {leeftijd: 21}
    vuurt: [pr.recht]
  - naam: niet getrouwd
    peildatum: 2018-04-01
    gegeven: {leeftijd: 30}
    verwacht: {pr.norm: 100}
"""

Run = Callable[..., tuple[int, str, str]]


def made(folder: Path) -> world.World:
    base = world.World(folder / "basis")
    head, _, rest = world.RULES.partition("voorbeelden:\n")
    rules = f"{head}voorbeelden:\n{EXAMPLES}niet_gemodelleerd{rest.partition('niet_gemodelleerd')[2]}"
    base.write({**world.BASE, PROVISION_FILE: PROVISIONS, world.RULE_FILE: rules})
    return base


@pytest.fixture
def base(tmp_path: Path) -> world.World:
    return made(tmp_path)


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Rulebook:
    return made(tmp_path_factory.mktemp("coverage")).load()


@pytest.fixture
def cli(book: Rulebook, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    monkeypatch.setattr(inputs, "load_rulebook", lambda **_: book)

    def start(*arguments: str) -> tuple[int, str, str]:
        capsys.readouterr()
        code = run(["rules", "coverage", *arguments])
        shown = capsys.readouterr()
        return code, shown.out, shown.err

    return start


# ---- provisions


@pytest.fixture(scope="module")
def found(book: Rulebook) -> dict[str, Encoded]:
    return {one.id: one for one in provisions(book)}


@pytest.mark.parametrize(
    ("provision", "status"),
    [
        ("pr.art_1", "gecodeerd"),
        ("pr.art_2.lid_1", "gecodeerd"),
        ("pr.art_2.lid_2", "ontbreekt"),  # the rules rest on paragraph 1
        ("pr.art_1.a", "ontbreekt"),  # a whole article does not say which of its parts it encodes
        ("pr.art_3", "niet_gemodelleerd"),
        ("pr.art_4", "ontbreekt"),
        ("pr.vroeger", "gecodeerd"),  # an amount rests on it, that a rule reads
        ("pr.genoemd", "gecodeerd"),
        ("tegen.art_1", "ontbreekt"),
    ],
)
def test_what_became_of_a_provision(found: dict[str, Encoded], provision: str, status: str) -> None:
    assert found[provision].status == status


def test_a_provision_names_its_rules_and_counts_the_examples_that_read_them(found: dict[str, Encoded]) -> None:
    assert found["pr.art_2.lid_1"].rules == ("pr.norm.gewoon", "pr.norm.samen")
    assert found["pr.art_2.lid_1"].parameters == ("pr.bedrag",)
    assert found["pr.art_2.lid_1"].examples == 1
    assert found["pr.art_1"].hooks == ("proef_ruim",)
    assert found["pr.genoemd"].rules == ("pr.norm.samen",)
    assert found["pr.vroeger"].rules == ()  # the rules begin in 2018


def test_what_is_left_out_gives_the_reason_and_what_it_touches(found: dict[str, Encoded]) -> None:
    (left,) = found["pr.art_3"].left_out
    assert (left.article, left.why, left.touches) == ("art. 3", "nog niet gelezen", ("proefgeld",))


def test_a_provision_with_rules_and_something_left_out_is_encoded_in_part(base: world.World) -> None:
    base.swap(world.RULE_FILE, 'artikel: "3", waarom', "artikel: 2 lid 1, waarom")
    status = {one.id: one.status for one in provisions(base.load())}
    assert status["pr.art_2.lid_1"] == "deels"
    assert status["pr.art_2.lid_2"] == "ontbreekt"
    assert status["pr.art_3"] == "ontbreekt"
    base.swap(world.RULE_FILE, "artikel: 2 lid 1, waarom", 'artikel: "2", waarom')
    assert {one.id: one.status for one in provisions(base.load())}["pr.art_2.lid_2"] == "niet_gemodelleerd"


def test_an_amount_that_no_rule_reads_encodes_nothing(base: world.World) -> None:
    base.swap(
        world.PARAMETER_FILE, 'grondslag: {wet: proefwet, artikel: "1"}', 'grondslag: {wet: proefwet, artikel: "4"}'
    )
    base.swap(
        world.ARTICLE_FILE,
        "artikelen:\n",
        'artikelen:\n  - {artikel: "4", titel: x, samenvatting: x, geldig: {van: 2015-01-01}, status: bevestigd, bron: x}\n',
    )
    assert {one.id: one.status for one in provisions(base.load())}["pr.art_4"] == "gecodeerd"
    base.swap(world.RULE_FILE, "wanneer: leeftijd >= parameters.pr.leeftijd\n", "wanneer: leeftijd >= 21\n")
    assert {one.id: one.status for one in provisions(base.load())}["pr.art_4"] == "ontbreekt"


def test_provisions_are_counted_and_grouped_by_law(book: Rulebook) -> None:
    all_ = provisions(book)
    assert counts(all_) == {"gecodeerd": 4, "deels": 0, "niet_gemodelleerd": 1, "ontbreekt": 4}
    assert [(law, len(entries)) for law, entries in by_law(all_)] == [("proefwet", 8), ("tegenwet", 1)]


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("bepaling: pr.art_4,", "bepaling: pr.art_3,", "R101"),
        ("regels: [pr.norm.samen]", "regels: [§pr.norm.same]", "R106"),
        ("wet: tegenwet", "wet: §tegenwe", "R106"),
        ('artikelen: ["4"]', 'artikelen: ["4", "5"], leden: §["1"]', "R014"),
        ("onderwerp: vergeten", "onderwep: vergeten", "V001"),
    ],
)
def test_a_mistake_in_the_list_is_told_with_its_place(base: world.World, old: str, new: str, code: str) -> None:
    place = base.swap(PROVISION_FILE, old, new)
    problems = [p for p in base.problems() if p.code == code]
    assert [p.file for p in problems] == [PROVISION_FILE]
    assert place in ((0, 0), (problems[0].line, problems[0].col)) or code == "R014"


# ---- amounts


def test_months_are_known_or_open(book: Rulebook) -> None:
    found = {one.id: one for one in amounts(book, dt.date(2026, 11, 23))}
    spans = [(s.first, s.last, s.status) for s in found["pr.bedrag"].stretches]
    assert spans == [
        ("2015-01", "2017-12", "open"),
        ("2018-01", "2024-12", "bekend"),
        ("2025-01", "2025-12", "open"),  # searched and not found
        ("2026-01", "2026-11", "bekend"),
    ]
    assert (found["pr.bedrag"].known, found["pr.bedrag"].applicable) == (95, 143)
    assert [(s.first, s.last, s.status) for s in found["pr.leeftijd"].stretches] == [("2015-01", "2026-11", "bekend")]
    assert totals(tuple(found.values())) == {"proefwet": (238, 286)}


def test_after_the_last_known_day_a_month_is_open(book: Rulebook) -> None:
    found = {one.id: one for one in amounts(book, dt.date(2027, 2, 1))}
    assert found["pr.bedrag"].stretches[-1].first == "2027-01"
    assert found["pr.bedrag"].stretches[-1].status == "open"


def test_a_month_that_is_known_in_part_is_open(base: world.World) -> None:
    base.swap(world.PARAMETER_FILE, "van: 2018-01-01, tot: 2018-06-30", "van: 2018-01-15, tot: 2018-06-29")
    found = {one.id: one for one in amounts(base.load(), dt.date(2018, 12, 1))}
    spans = [(s.first, s.last, s.status) for s in found["pr.bedrag"].stretches]
    assert spans == [
        ("2015-01", "2018-01", "open"), ("2018-02", "2018-05", "bekend"), ("2018-06", "2018-06", "open"),
        ("2018-07", "2018-12", "bekend"),
    ]  # fmt: skip


def test_what_the_law_did_not_have_is_not_open(base: world.World) -> None:
    base.swap(
        world.PARAMETER_FILE,
        "    bekend_tot: 2026-12-31\n    waarden:\n      - {van: 2018",
        "    bekend_tot: 2026-12-31\n    geldig: {van: 2018-01-01}\n    waarden:\n      - {van: 2018",
    )
    found = {one.id: one for one in amounts(base.load(), dt.date(2018, 2, 1))}["pr.bedrag"]
    assert [(s.last, s.status) for s in found.stretches] == [("2017-12", "niet_van_toepassing"), ("2018-02", "bekend")]
    assert (found.known, found.applicable) == (2, 2)


def test_a_value_outside_the_days_of_its_amount_is_a_mistake(base: world.World) -> None:
    base.swap(
        world.PARAMETER_FILE,
        "    bekend_tot: 2026-12-31\n    waarden:\n      - {van: 2018",
        "    bekend_tot: 2026-12-31\n    geldig: {van: 2018-01-02}\n    waarden:\n      - {van: 2018",
    )
    assert [p.code for p in base.problems()] == ["R152"]


# ---- examples


def hit(covered: Covered, rule: str) -> dict[str, bool]:
    return {p.what: p.covered for p in covered.points if p.rule == rule}


def test_a_rule_and_its_comparisons_have_two_sides_each(base: world.World) -> None:
    before = example_coverage(base.load())
    assert hit(before, "pr.recht") == {
        "vuurt": True,
        "vuurt niet": False,
        "leeftijd >= parameters.pr.leeftijd: waar": True,
        "leeftijd >= parameters.pr.leeftijd: onwaar": False,
    }
    base.swap(
        world.RULE_FILE,
        "niet_gemodelleerd:\n",
        "  - {naam: jong, peildatum: 2018-04-01, gegeven: {leeftijd: 20}, vuurt_niet: [pr.recht]}\nniet_gemodelleerd:\n",
    )
    assert all(hit(example_coverage(base.load()), "pr.recht").values())


def test_an_exception_is_taken_and_not_taken(base: world.World) -> None:
    points = [p for p in example_coverage(base.load()).points if p.kind == "uitzondering"]
    assert {(p.rule, p.what, p.covered) for p in points} == {
        ("pr.norm.samen", "geldt", False), ("pr.norm.samen", "geldt niet", True)
    }  # fmt: skip
    assert points[0].place.startswith(f"{world.RULE_FILE}:")


def test_without_a_condition_nothing_can_keep_a_rule_from_firing(book: Rulebook) -> None:
    assert set(hit(example_coverage(book), "pr.norm.gewoon")) == {"vuurt"}


def test_comparisons_that_no_expectation_reads_are_told_apart(book: Rulebook) -> None:
    covered = example_coverage(book)
    assert {text.split(" (")[1].split(")")[0] for text in covered.beyond} == {
        "gevolgen.veronderstelt.als", "gevolgen.bevordert.blijkt_uit", "gevolgen.klok.stopt_bij"
    }  # fmt: skip
    assert not any("inkomen_netto >= parameters.pr.bedrag" in p.what for p in covered.points)


def test_unknown_is_no_side(base: world.World) -> None:
    base.swap(
        world.RULE_FILE,
        "gegeven: {leeftijd: 21}\n    vuurt: [pr.recht]",
        "gegeven: {leeftijd: onbekend}\n    ontbreekt: {proefgeld: [leeftijd]}",
    )
    assert not any(hit(example_coverage(base.load()), "pr.recht").values())


def test_shares_are_per_kind() -> None:
    points = (Point("regel", "a", "vuurt", "", True), Point("regel", "b", "vuurt", "", False))
    assert shares(points) == {"regel": (1, 2), "uitzondering": (0, 0), "vergelijking": (0, 0)}


# ---- the command


@pytest.mark.parametrize("option", [(), ("--amounts", "--tot", "2026-11"), ("--voorbeelden",)])
def test_every_line_fits(cli: Run, option: tuple[str, ...]) -> None:
    code, out, err = cli(*option)
    assert (code, err) == (0, "")
    if "--voorbeelden" not in option:  # there a place is one word, and a comparison is given as it stands
        assert max(map(len, out.splitlines())) <= 80


def test_the_list_of_provisions(cli: Run) -> None:
    text = " ".join(cli()[1].split())
    assert "art. 2 lid 1: hoeveel gecodeerd; 1 voorbeelden lezen pr.norm.gewoon, pr.norm.samen" in text
    assert "art. 3: wat niet is gelezen niet gemodelleerd niet: nog niet gelezen (raakt proefgeld)" in text
    assert "art. 4: vergeten ontbreekt" in text
    assert text.endswith(
        "9 bepalingen: 4 gecodeerd, 1 niet gemodelleerd, 4 ontbreekt. Gecodeerd, geheel of deels: 44,4 %."
    )


def test_the_table_of_amounts(cli: Run) -> None:
    out = cli("--amounts", "--tot", "2026-11")[1]
    assert "Proefwet: 238 van 286 maanden bekend (83,2 %)" in out
    assert (
        "    bekend: 2018-01 t/m 2024-12, 2026-01 t/m 2026-11\n    open: 2015-01 t/m 2017-12, 2025-01 t/m 2025-12"
        in out
    )
    assert out.strip().endswith("2 bedragen: 238 van 286 maanden bekend (83,2 %).")


def test_what_the_examples_go_through(cli: Run) -> None:
    out = cli("--voorbeelden")[1]
    assert "pr.recht: vuurt niet\n" in out
    assert "uitzonderingen gelden en gelden niet: 1 van 2 (50,0 %)" in out
    assert "Samen: " in out


def test_json_says_the_same(cli: Run) -> None:
    data = json.loads(cli("--format", "json")[1])
    assert data["tellingen"]["gecodeerd"] == 4
    assert data["bepalingen"][4]["left_out"][0]["why"] == "nog niet gelezen"
    data = json.loads(cli("--amounts", "--tot", "2026-11", "--format", "json")[1])
    assert data["wetten"] == {"proefwet": {"bekend": 238, "maanden": 286}}
    assert data["bedragen"][0]["stretches"][0] == {"first": "2015-01", "last": "2017-12", "status": "open"}
    data = json.loads(cli("--voorbeelden", "--format", "json")[1])
    assert data["tellingen"]["uitzondering"] == {"doorlopen": 1, "punten": 2}
    assert {one["what"] for one in data["niet_doorlopen"] if one["rule"] == "pr.norm.samen"} >= {"geldt"}


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("--format", "html"), "A032"),
        (("--amounts", "--voorbeelden"), "A033"),
        (("--amounts", "--tot", "nu"), "A034"),
        (("--voorbeelden", "--regeling", "proeff"), "A031"),
    ],
)
def test_a_wrong_option_is_told(cli: Run, arguments: tuple[str, ...], code: str) -> None:
    result, out, err = cli(*arguments)
    assert (result, out) == (2, "")
    assert code in err


def test_one_regime_only(cli: Run) -> None:
    assert "pr.recht" in cli("--voorbeelden", "--regeling", "proef")[1]


# ---- the rules of the project


def test_the_list_of_the_project_is_about_something() -> None:
    found = provisions(load_rulebook())
    assert len(found) >= 100
    assert {one.law for one in found} >= {"participatiewet", "awir", "wet_op_de_huurtoeslag", "toeslagenwet"}
    assert all(one.about and one.where for one in found)


def test_no_amount_of_the_project_is_without_a_month() -> None:
    found = amounts(load_rulebook(), dt.date(2026, 11, 1))
    assert [one.id for one in found if one.applicable and not one.known] == []
