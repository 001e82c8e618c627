# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""Cases that were told in public, with the facts that decide them: what the rules say, and what was decided."""

from __future__ import annotations

import pytest

from support.people import has, household, link, person, says, worked


@pytest.mark.parametrize("free", [False, True])
def test_no_special_assistance_in_detention(free: bool) -> None:
    """ECLI:NL:RBOBR:2024:2457: bijstand ended on 7 April 2021, also the special bijstand for the cost of an administrator."""
    cost = [{"soort": "bewind", "bedrag": 123.90, "per": "maand", "wie": "ik", "noodzaak": {"oordeel": "ja"}}]
    where = {} if free else {"verblijf": {"waar": "detentie"}}
    judged = {"bb.kosten_bijzonder": True, "bb.voorziening_past": False}
    found = worked(household("2021-04-07", [person("ik", 40, year=2021) | where], costs=cost, judged=judged))
    assert has(found, "bijzondere_bijstand") is free
    assert has(found, "algemene_bijstand") is free


@pytest.mark.parametrize(
    ("day", "far", "right"), [("2015-06-01", True, False), ("2015-06-01", False, True), ("2025-06-01", True, True)]
)
def test_childcare_with_a_husband_outside_europe(day: str, far: bool, right: bool) -> None:
    """ECLI:NL:RVS:2018:3296: a mother who works, with a husband in Central America, got nothing for 2015. Since 11 December
    2024 it does not matter where he lives."""
    year = int(day[:4])
    abroad = {"verblijf": {"waar": "buitenland"}, "brp": {"inschrijving": "geen"}, "verblijfsrecht": "regulier"}
    people = [
        person("moeder", 35, year=year, net=1800, income=26000),
        person("vader", 36, year=year, net=500, income=6000) | abroad,
        person("kind", 3),
    ]
    relations = [link("gehuwd", "moeder", "vader", duurzaam_gescheiden=False)]
    relations += [link("ouder_van", parent, "kind") for parent in ("moeder", "vader")]
    care = [{"soort": "kinderopvang", "wie": "kind", "bedrag": 900, "per": "maand"}]
    care_known = {"kot.geregistreerd": True, "kot.traject": False, "kot.net_gestopt": False, "kot.woont_ver": far}
    judged = care_known | {"awir.scheiding_verzocht": False}
    found = worked(household(day, people, relations=relations, costs=care, judged=judged))
    assert has(found, "kinderopvangtoeslag", "moeder") is right
    assert says(found, "kot.partner_bezig", "moeder").is_true


@pytest.mark.parametrize(
    ("day", "shares", "for_care", "right"),
    [
        ("2015-06-01", None, False, None),
        ("2015-06-01", True, False, False),
        ("2015-06-01", True, True, False),
        ("2015-06-01", False, False, True),
        ("2026-06-01", None, True, True),
        ("2026-06-01", True, False, False),
    ],
)
def test_assistance_beside_an_acquaintance_who_cares(
    day: str, shares: bool | None, for_care: bool, right: bool | None
) -> None:
    """ECLI:NL:HR:2017:3081: a woman in the house of an acquaintance with a job, who cares for her, has a joint household
    with him and no bijstand: until 2026 only close relatives could live together for care. Whether they share a household
    is never assumed, and nobody asks it when it decides nothing.
    """
    people = [person("mevrouw", 45, year=int(day[:4])), person("kennis", 47, year=int(day[:4]), net=2400)]
    relations = [link("zorgt_voor", "kennis", "mevrouw"), link("bekende", "mevrouw", "kennis")]
    judged = {"samen_om_zorg": for_care} | ({} if shares is None else {"pw.samen_huishouden": shares})
    found = worked(household(day, people, relations=relations, judged=judged))
    claims = [c for c in found.claims_for("algemene_bijstand") if "mevrouw" in c.members]
    assert [c.right.exact for c in claims] == [right] if right is not None else not claims[0].right.is_known
    asked = {ref.fact for c in claims for ref in c.right.missing}
    assert asked == (set() if right is not None else {"pw.samen_huishouden"})
