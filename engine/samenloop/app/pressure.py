# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""Marginal pressure: what is left of more wage, after tax and after every right that changes with it.

Two evaluations of one household: as it is, and with more gross wage per month. The income of the year that the
allowances read goes up by twelve months of it, in the same evaluation: what is left when everything has settled.
"""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from samenloop.app.checking import with_local_rules
from samenloop.domain import Household, Income, Loaded, Person
from samenloop.errors import InputError, Problem
from samenloop.evaluation import Assessment, evaluate_household
from samenloop.language import values
from samenloop.language.values import Value
from samenloop.report.pressure import Part, Pressure
from samenloop.report.words import Words
from samenloop.rulebook import Rulebook

_WAGE = "loon"
_PER_YEAR = {"maand": 12, "vier_weken": 13, "week": 52, "jaar": 1}


def pressure(household: Household | Loaded, book: Rulebook, more: Fraction, person: str | None = None) -> Pressure:
    """What is left of ``more`` EUR gross wage per month of somebody.

    ``person``: whose; left out: the first who has gross wage. Raises :class:`samenloop.errors.InputError` when nobody
    has, when there is nobody of that id, or when nothing is known of what comes in.
    """
    house = household.household if isinstance(household, Loaded) else household
    local = with_local_rules(house, book)
    who = _whose(house, person)
    before = evaluate_household(_with_more(house, who, Fraction(0)), local)
    after = evaluate_household(_with_more(house, who, more), local)
    return Pressure(who.id, more, values.add(after.d, before.d, -1), _parts(before, after))


def _wages(person: Person) -> list[Income]:
    entries = person.inkomen if isinstance(person.inkomen, tuple) else ()
    return [one for one in entries if one.soort == _WAGE and one.bruto is True and isinstance(one.bedrag, Decimal)]


def _whose(household: Household, person: str | None) -> Person:
    if person is None:
        found = next((one for one in household.personen if _wages(one)), None)
        message = "niemand heeft bruto loon in het bestand; noem met --persoon wie er gaat werken."
    else:
        found = next((one for one in household.personen if one.id == person), None)
        message = f"er is niemand met de id '{person}'."
    if found is None:
        raise InputError(Problem("--persoon", 0, 0, "A060", message))
    if not isinstance(found.inkomen, tuple):
        raise InputError(Problem("--persoon", 0, 0, "A060", f"van '{found.id}' is niet bekend wat er binnenkomt."))
    return found


def _with_more(household: Household, person: Person, more: Fraction) -> Household:
    """The household with more gross wage, and the yearly incomes that the file gives with twelve times as much more.

    What the file says is left of the wage goes: both sides of the comparison are computed."""
    entries = list(person.inkomen) if isinstance(person.inkomen, tuple) else []
    wage = next((one for one in _wages(person) if one.per in _PER_YEAR), None)
    if wage is None:
        if more:
            entries = [one for one in entries if one.soort != "geen"]
            entries.append(Income.model_construct(soort=_WAGE, bedrag=_decimal(more), per="maand", bruto=True))
    else:
        assert isinstance(wage.bedrag, Decimal)
        raised = Fraction(wage.bedrag) + more * 12 / _PER_YEAR[str(wage.per)]
        entries[entries.index(wage)] = wage.model_copy(update={"bedrag": _decimal(raised), "netto": None})
    years = person.jaarinkomen
    if isinstance(years, tuple):
        years = tuple(
            one.model_copy(update={"bedrag": _decimal(Fraction(one.bedrag) + 12 * more)})
            if one.jaar == household.peildatum.year and isinstance(one.bedrag, Decimal)
            else one
            for one in years
        )
    changed = person.model_copy(update={"inkomen": tuple(entries), "jaarinkomen": years})
    people = tuple(changed if one.id == person.id else one for one in household.personen)
    return household.model_copy(update={"personen": people})


def _decimal(amount: Fraction) -> Decimal:
    return Decimal(round(amount * 100)) / 100


def _parts(before: Assessment, after: Assessment) -> tuple[Part, ...]:
    """What every kind of income and every right brings more or less."""
    words = Words(before.book, before.day)
    found: dict[tuple[str, str], Value] = {}
    for assessment, sign in ((before, -1), (after, 1)):
        for line in assessment.account.lines:
            if line.kind != "last":
                key = (line.kind, line.id)
                found[key] = values.add(found.get(key, values.ZERO), line.amount, sign)
    return tuple(
        Part(words.entitlement(id_) if kind == "recht" else words.label("inkomen_soorten", id_), amount)
        for (kind, id_), amount in found.items()
        if amount != values.ZERO
    )
