# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""Norms as data: what a household's norms look like, and that only norms that bite are there."""

from __future__ import annotations

from functools import cache

from interaction.matching.test_patterns import GUEST, HERE, LEFT, SILENT, assessed, case
from samenloop.interaction.matching import NormFact, norms_of
from samenloop.interaction.matching.facts import JOINABLE
from support.cases import book


@cache
def norms(name: str) -> tuple[NormFact, ...]:
    return norms_of(case(name))


def of_verb(name: str, verb: str, **columns: str) -> list[NormFact]:
    found = [n for n in norms(name) if n.werkwoord == verb]
    return [n for n in found if all(n.column(c) == word for c, word in columns.items())]


def test_a_role_says_who_holds_it_in_whose_eyes() -> None:
    [one] = of_verb(GUEST, "kwalificeert", waarde="pw.kostendeler", wie="gast")
    assert (one.voor, one.begripsfamilie, one.werking) == ("huurder", "medebewoner", "verlaagt")
    assert (one.regeling, one.modaliteit, one.bronlaag, one.certain) == ("participatiewet", "moet", "wet", True)
    assert one.veronderstelling == "klopt_niet"


def test_an_exclusion_says_by_whom() -> None:
    [one] = of_verb(GUEST, "sluit_uit", aanspraak="huurtoeslag", wie="huurder")
    assert (one.ander, one.van, one.veronderstelling) == ("gast", "instantie", "klopt")


def test_an_assumption_about_registration_fails_for_who_left() -> None:
    [one] = of_verb(LEFT, "kwalificeert", waarde="ht.medebewoner", wie="vertrokken", voor="huurder")
    assert one.veronderstelling == "klopt_niet"


def test_a_right_that_is_there_and_no_right_that_is_not() -> None:
    [one] = of_verb(GUEST, "geeft", aanspraak="algemene_bijstand")
    assert (one.wie, one.doel, one.behoefte, one.certain) == ("huurder", "levensonderhoud", "levensonderhoud", True)
    assert of_verb(GUEST, "geeft", aanspraak="huurtoeslag") == []
    assert {one.wie for one in of_verb(LEFT, "geeft", aanspraak="zorgtoeslag")} == {"huurder", "vertrokken"}


def test_a_requirement_is_there_while_it_is_not_met() -> None:
    assert {n.wie for n in of_verb(GUEST, "vereist", waarde="pw.eis_verblijfsrecht")} == {"gast"}
    [one] = of_verb(GUEST, "vereist", waarde="pw.eis_verblijfsrecht")
    assert (one.klasse, one.van, one.beslisser, one.aanspraak) == ("kring", "instantie", "ind", "algemene_bijstand")


def test_what_is_nothing_does_not_count() -> None:
    assert {n.wie for n in of_verb(LEFT, "telt_als_inkomen", waarde="loon")} == {"vertrokken"}
    assert of_verb(GUEST, "telt_als_inkomen", waarde="loon") == []


def test_a_charge_for_a_need() -> None:
    assert {(n.wie, n.behoefte) for n in of_verb(LEFT, "kost", waarde="hr.huur")} == {("huurder", "woonlasten")}


def test_unknown_makes_it_uncertain_and_an_assumption_go_both_ways() -> None:
    change = "inkomen: []", "inkomen: onbekend"
    found = norms_of(assessed(HERE / f"{GUEST}.yaml", change))
    both = [n for n in found if n.waarde == "pw.kostendeler" and n.wie == "gast"]
    assert {n.veronderstelling for n in both} == {"klopt", "klopt_niet"}
    assert not any(n.certain for n in both)
    assert all("gast" in {ref.id for ref in n.missing} for n in both)


def test_every_column_is_text_that_the_vocabulary_or_the_household_knows() -> None:
    words = book().vocabulary
    lists = {
        "regeling": "regelingen", "modaliteit": "modaliteiten", "bronlaag": "bronlagen", "klasse": "klassen",
        "werking": "werkingen", "begripsfamilie": "begripsfamilies", "doel": "doelen", "behoefte": "behoeften",
        "aanspraak": "aanspraken", "werkwoord": "werkwoorden",
    }  # fmt: skip
    filled: set[str] = set()
    for path in (*SILENT, *HERE.glob("*.yaml")):
        assessment = assessed(path)
        people = {person.id for person in assessment.household.personen}
        for norm in norms_of(assessment):
            assert norm.rule in book().rules
            assert norm.certain or norm.missing or assessment.outside()
            for name in JOINABLE:
                word = norm.column(name)
                if word is None:
                    continue
                filled.add(name)
                if name in lists:
                    assert words.has(lists[name], word), (name, word)
                if name in ("wie", "voor", "ander"):
                    assert word in people
    assert filled >= set(JOINABLE) - {"ding"}


def test_it_changes_nothing_in_the_evaluation() -> None:
    assessment = assessed(HERE / f"{GUEST}.yaml")
    before = len(assessment.evaluator.comparisons())
    assert norms_of(assessment) == norms_of(assessment)
    assert len(assessment.evaluator.comparisons()) == before
