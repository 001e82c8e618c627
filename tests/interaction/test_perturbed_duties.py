# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""``dubbele_plicht`` over generated households: a (a duty against what another law protects) under the law that ships,
b (counted as sharing, with nothing to share) under an invented law. The definitions are written out a second time, by
hand from the articles. ``SAMENLOOP_HUISHOUDENS`` sets another number of households.
"""

from __future__ import annotations

import os
import random
from dataclasses import dataclass
from fractions import Fraction
from itertools import permutations

import pytest

from interaction.invented import rules
from interaction.test_invented_duties import NAMES, person
from interaction.test_invented_duties import case as case_of
from interaction.test_invented_sharing import LAW
from samenloop.domain import load_household
from samenloop.evaluation import Assessment, evaluate_household
from samenloop.interaction import Conflict, double_charge, double_obligation
from samenloop.language.values import FactRef
from samenloop.rulebook import Rulebook
from support.cases import book

HOUSEHOLDS = int(os.environ.get("SAMENLOOP_HUISHOUDENS", "150"))
PARTS = 5


def evaluated(written: str, law: Rulebook) -> Assessment:
    return evaluate_household(load_household(written, "proef.yaml", law.vocabulary).household, law)


def kleene(values: list[bool | None], *, every: bool) -> bool | None:
    """All of them (``every``) or one of them, when some are not known (``None``)."""
    if (not every) in values:
        return not every
    return None if None in values else every


# a. The car: debt help wants it gone, bijstand leaves it alone when it is needed.

ANSWERS = {"ja": True, "nee": False, "onbekend": None}
NEEDS = ("werk", "zorg", "kind", "vervoer")


@dataclass(frozen=True)
class Car:
    day: str
    kind: str
    """of the possession"""
    owner: str
    needed: tuple[str, ...]
    """judgements, in the order of ``NEEDS``"""
    status: str
    """of the request for debt help of ``meneer``"""
    terms: tuple[str, ...]
    worth: int
    wage: int


def car(chance: random.Random) -> Car:
    return Car(
        day=chance.choice(("2016-11-01", "2018-04-01", "2022-07-01", "2026-04-01")),
        kind=chance.choice(("auto", "auto", "auto", "bank")),
        owner=chance.choice(("meneer", "meneer", "meneer", "buur")),
        needed=tuple(chance.choice(("ja", "nee", "nee", "nee", "onbekend")) for _ in NEEDS),
        status=chance.choice(("afgewezen", "afgewezen", "loopt", "toegekend", "niet_aangevraagd")),
        terms=chance.choice((("auto_verkopen",), ("auto_verkopen", "stabiel_inkomen"), ("stabiel_inkomen",), ())),
        worth=chance.choice((500, 2500, 9000, 30000)),
        wage=chance.choice((0, 800, 1050, 2600)),
    )


def with_car(case: Car) -> str:
    def person(name: str, home: str, net: int) -> str:
        wage = (
            f"{{soort: loon, bedrag: {net}.00, per: maand, bruto: false, wisselend: true}}" if net else "{soort: geen}"
        )
        return f"""\
  - id: {name}
    leeftijd: 44
    verblijf: {{waar: woning, woning: {home}}}
    brp: {{inschrijving: woonadres, woning: {home}}}
    verblijfsrecht: nederlander
    studie: geen
    inkomen: [{wage}]
    jaarinkomen: [{{jaar: {case.day[:4]}, soort: toetsingsinkomen, bedrag: {net * 14 or 14000}.00, status: vastgesteld}}]
    zorgverzekering: {{verzekerd: true, premie: 110.00, premieachterstand_maanden: 0}}
"""

    needed = ", ".join(f"{name}: {{oordeel: {answer}}}" for name, answer in zip(NEEDS, case.needed, strict=True))
    judged = f", nodig: {{{needed}}}" if case.kind == "auto" else ""
    home = "soort: huur_vrij, zelfstandig: true, verhuurder: particulier, kale_huur: 560.00, servicekosten: 0"
    return (
        f"schema: 1\nhuishouden: proef\npeildatum: {case.day}\npersonen:\n"
        + person("meneer", "huis", case.wage)
        + person("buur", "flat", 2600)
        + f"relaties: []\nwoningen:\n  - {{id: huis, {home}, hoofdbewoner: meneer}}\n"
        + f"  - {{id: flat, {home}, hoofdbewoner: buur}}\n"
        + f"vermogen:\n  - {{soort: {case.kind}, waarde: {case.worth}.00, wie: {case.owner}{judged}}}\n"
        + "schulden:\n  - {id: lening, soort: krediet, bedrag: 14000.00, wie: meneer, schuldeiser: bank}\n"
        + "dreigingen: []\nregelingen:\n"
        + f"  - {{regeling: wgs, wie: meneer, status: {case.status}, voorwaarden: [{', '.join(case.terms)}]}}\n"
        + "oordelen:\n  meneer.wgs.kan_niet_betalen: {oordeel: ja}\n"
    )


def collides(case: Car) -> bool | None:
    """By hand: ``meneer`` asked for debt help, the decision says that the car must go first, he has a car, and at least
    one judgement says that it is needed. ``None``: perhaps."""
    must_go = case.status != "niet_aangevraagd" and "auto_verkopen" in case.terms
    if not must_go or case.kind != "auto" or case.owner != "meneer":
        return False
    return kleene([ANSWERS[answer] for answer in case.needed], every=False)


@pytest.mark.parametrize("part", range(PARTS))
def test_duties_agree_with_the_definition(part: int) -> None:
    chance = random.Random(f"dubbele plicht {part}")
    hits = perhaps = 0
    for _ in range(HOUSEHOLDS // PARTS):
        case = car(chance)
        found = double_obligation.detect(evaluated(with_car(case), book()))
        want = collides(case)
        assert len(found) == (want is not False), case
        for conflict in found:
            assert conflict.certain == (want is True), case
            assert conflict.duties is not None
            assert conflict.duties.a.fact == FactRef("persoon", "meneer", "heeft_auto")
            assert set(conflict.regimes) == {"wgs", "participatiewet"}
            assert [claim.entitlement for claim in conflict.duties.refused] == ["schuldhulp"], case
            asked = {
                f"pw.nodig_{name}" for name, answer in zip(NEEDS, case.needed, strict=True) if answer == "onbekend"
            }
            assert {ref.fact for ref in conflict.missing} == (set() if want else asked), case
        hits += want is True
        perhaps += want is None
    assert hits >= 3
    assert perhaps >= 1


# a. The business: three-valued answers about two people, under the invented law.


def owners(chance: random.Random) -> tuple[dict[str, str], dict[str, str], str]:
    """Answers about two people, and whose the protected possession is (empty: nobody's)."""
    words = ("ja", "ja", "nee", "nee", "onbekend")
    answered = [{name: chance.choice(words) for name in NAMES} for _ in range(2)]
    return answered[0], answered[1], chance.choice(("", "p0", "p1"))


def expected_pairs(who: str, answers: dict[str, str], owner: str) -> dict[frozenset[str], bool]:
    """By hand: the two rules that collide for a person, and whether that is certain. Perhaps is shown when a duty is
    known to be in force, or when what it takes for granted is known to fail for something that is known to hold."""
    asks, can_miss, borrows, helped = (ANSWERS[answers[name]] for name in NAMES)
    must_miss = None if can_miss is None else not can_miss
    against = {"bbz.ga_door": borrows, "kwijt.zaak_vrij": helped, "kwijt.bezit.zaak": owner == who}
    out = {}
    for rule, holds in against.items():
        whole = kleene([asks, holds, must_miss], every=True)
        in_force = asks is True or (rule == "bbz.ga_door" and holds is True)
        if whole is not False and (in_force or (holds is True and must_miss is True)):
            out[frozenset({"nat.sluit_zaak", rule})] = whole is True
    return out


def depends_on_the_alphabet(answers: dict[str, str]) -> bool:
    """Known, see ``test_of_two_duties_either_can_be_the_one_that_is_known``."""
    return [answers[name] for name in NAMES[:3]] == ["ja", "onbekend", "onbekend"]


@pytest.mark.parametrize("part", range(PARTS))
def test_invented_duties_agree_with_the_definition(part: int) -> None:
    chance = random.Random(f"verzonnen plichten {part}")
    law = rules("plichten")
    hits = 0
    for _ in range(HOUSEHOLDS // PARTS):
        one, other, owner = owners(chance)
        if depends_on_the_alphabet(one) or depends_on_the_alphabet(other):
            continue
        belongings = f"[{{soort: beleggingen, waarde: 900.00, wie: {owner}}}]" if owner else "[]"
        written = case_of(person("p0", one), person("p1", other), belongings=belongings)
        found: dict[tuple[str, frozenset[str]], bool] = {}
        for conflict in double_obligation.detect(evaluated(written, law)):
            assert conflict.duties is not None
            pair = frozenset({conflict.duties.a.rule, conflict.duties.b.rule})
            found[conflict.duties.a.fact.id, pair] = conflict.certain
        want = {("p0", k): v for k, v in expected_pairs("p0", one, owner).items()}
        want |= {("p1", k): v for k, v in expected_pairs("p1", other, owner).items()}
        assert found == want, (one, other, owner)
        hits += bool(found)
    assert hits >= 3


# b. The housemate: counted as sharing costs under the invented law.


@dataclass(frozen=True)
class Housemate:
    age: int
    net: int | None
    """EUR per month; ``None``: not known"""
    status: str
    lives: str


def housemates(chance: random.Random) -> tuple[Housemate, ...]:
    """Two or three people of 22 or older, so that only money and the right to stay decide about the safety net."""
    return tuple(
        Housemate(
            age=chance.choice((22, 26, 27, 40, 70)),
            net=chance.choice((0, 100, 399, 400, 999, 1000, 2500, None)),
            status=chance.choice(("nederlander", "geen", "geen", "procedure", "onbekend")),
            lives=chance.choice(("huis", "huis", "huis", "flat")),
        )
        for _ in range(chance.choice((2, 2, 3)))
    )


def with_housemates(people: tuple[Housemate, ...]) -> str:
    def person(name: str, one: Housemate) -> str:
        net = "onbekend" if one.net is None else f"{one.net}.00"
        return f"""\
  - id: {name}
    leeftijd: {one.age}
    verblijf: {{waar: woning, woning: {one.lives}}}
    verblijfsrecht: {one.status}
    inkomen: [{{soort: loon, bedrag: {net}, per: maand, bruto: false}}]
"""

    return (
        "schema: 1\nhuishouden: proef\npeildatum: 2026-04-01\npersonen:\n"
        + "".join(person(f"p{place}", one) for place, one in enumerate(people))
        + "relaties: []\nwoningen:\n  - {id: huis, soort: huur_vrij}\n  - {id: flat, soort: huur_vrij}\n"
        + "vermogen: []\nschulden: []\nregelingen: []\n"
    )


def charged(people: tuple[Housemate, ...]) -> dict[str, Fraction]:
    """By hand: in whose eyes somebody counts in vain, and what that costs."""
    out: dict[str, Fraction] = {}
    for (mine, me), (yours, you) in permutations(enumerate(people), 2):
        together = [one for place, one in enumerate(people) if place != mine and one.lives == me.lives]
        can_share = you.net is None or you.net >= 400
        has_net = you.net is None or (you.net < 1000 and you.status in ("nederlander", "onbekend"))
        if you.lives != me.lives or can_share or has_net:
            continue
        if len(together) > 1:
            continue  # without this one the other housemate still counts: nothing is gained
        out[f"paar:p{mine}>p{yours}"] = Fraction(60) - (20 if me.age < 27 else 35)
    return out


@pytest.mark.parametrize("part", range(PARTS))
def test_double_charges_agree_with_the_definition(part: int) -> None:
    chance = random.Random(f"dubbel aangeslagen {part}")
    law = rules(LAW)
    hits = 0
    for _ in range(HOUSEHOLDS // PARTS):
        people = housemates(chance)
        found: tuple[Conflict, ...] = double_charge.detect(evaluated(with_housemates(people), law))
        assert {str(c.subject): c.loss.exact for c in found} == charged(people), people
        for conflict in found:
            assert not conflict.certain
            assert conflict.regimes == ("kwijtschelding", "verblijfsrecht")
            assert conflict.severity == "laag"  # at most 40 of 1000
        hits += bool(found)
    assert hits >= 3
