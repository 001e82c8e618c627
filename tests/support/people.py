# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""Small households for tests, written down in Python: people in one rented home, with only what the test is about."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import Any

from samenloop.domain import Household, load_household
from samenloop.evaluation import Assessment, evaluate_household
from samenloop.language.values import Thing, Value
from samenloop.rulebook import Rulebook
from support.cases import book

Entry = Mapping[str, Any]
HOME = "huis"


def person(
    name: str,
    age: int,
    *,
    year: int | None = None,
    income: float = 0,
    net: float = 0,
    kind: str = "loon",
    insured: bool = True,
    study: str = "geen",
    days: int = 100,
    **more: Any,
) -> dict[str, Any]:
    """Somebody who lives and is registered in the home. ``income``: gross in ``year``; ``net``: a month."""
    entry: dict[str, Any] = {
        "id": name,
        "leeftijd": age,
        "dagen_tot_verjaardag": days,
        "verblijf": {"waar": "woning", "woning": HOME},
        "brp": {"inschrijving": "woonadres", "woning": HOME},
        "verblijfsrecht": "nederlander",
        "studie": study,
        "inkomen": [{"soort": kind, "bedrag": net, "per": "maand", "bruto": False}] if net else [],
        "jaarinkomen": [{"jaar": year, "soort": "toetsingsinkomen", "bedrag": income}] if year else [],
        "zorgverzekering": {"verzekerd": insured, "premie": 120},
    }
    return entry | more


def link(kind: str, one: str, other: str, **more: Any) -> dict[str, Any]:
    """Who two people are to each other."""
    return {"soort": kind, "van": one, "naar": other} | more


def household(
    day: str,
    people: Sequence[Entry],
    *,
    relations: Sequence[Entry] = (),
    rent: float = 600,
    service: float = 0,
    home: Entry | None = None,
    savings: float = 0,
    owners: Sequence[str] = (),
    things: Sequence[Entry] = (),
    debts: Sequence[Entry] = (),
    costs: Sequence[Entry] = (),
    schemes: Sequence[Entry] = (),
    judged: Mapping[str, bool] | None = None,
) -> Household:
    """Those people, with the first as the one who asks and who rents. ``savings`` belong to ``owners``, or to her;
    ``things``: what else they own; ``judged``: what a professional answered."""
    first = str(people[0]["id"])
    owned = list(owners) or [first]
    saved = [{"soort": "bank", "waarde": savings, "wie": owned, "op": day}] if savings else []
    data = {
        "schema": 1,
        "huishouden": "proef",
        "peildatum": day,
        "gemeente": "onbekend",
        "personen": [people[0] | {"aanvrager": True}, *people[1:]],
        "relaties": list(relations),
        "woningen": [
            {
                "id": HOME,
                "soort": "huur_sociaal",
                "zelfstandig": True,
                "aangepast": False,
                "verhuurder": "corporatie",
                "kale_huur": rent,
                "servicekosten": service,
                "subsidiabele_servicekosten": service,
                "hoofdbewoner": first,
            }
            | dict(home or {})
        ],
        "vermogen": [*saved, *things],
        "schulden": list(debts),
        "dreigingen": [],
        "regelingen": list(schemes),
        "kosten": list(costs),
        "oordelen": {
            name: {"oordeel": "ja" if yes else "nee", "door": "inwoner", "waarom": "proef"}
            for name, yes in (judged or {}).items()
        },
    }
    return load_household(json.dumps(data), "proef.yaml", book().vocabulary).household


def worked(house: Household, rules: Rulebook | None = None) -> Assessment:
    """Evaluated with the rules of the project, or with those."""
    return evaluate_household(house, rules or book())


def says(found: Assessment, concept: str, who: str) -> Value:
    """What the rules make of a concept for one person."""
    return found.evaluator.concept(concept, Thing("persoon", who))


def monthly(found: Assessment, entitlement: str, who: str | None = None) -> Fraction:
    """The sum of a right per month; nothing when it is refused for certain. With ``who``: of the claims of that person."""
    total = Fraction(0)
    for claim in found.claims_for(entitlement):
        if who is not None and who not in claim.members:
            continue
        assert claim.right.is_known, (entitlement, claim.right)
        if claim.right.is_true:
            assert claim.monthly.is_known, (entitlement, claim.monthly)
            total += claim.monthly.exact
    return total


def has(found: Assessment, entitlement: str, who: str | None = None) -> bool:
    """Whether the right is there, for certain."""
    claims = [c for c in found.claims_for(entitlement) if who is None or who in c.members]
    assert all(c.right.is_known for c in claims), [(c.entitlement, c.right) for c in claims]
    return any(c.right.is_true for c in claims)
