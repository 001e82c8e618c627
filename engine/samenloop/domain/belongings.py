# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""Homes, possessions, debts, costs and threats: what a household lives in, has, owes, pays and fears."""

from __future__ import annotations

from typing import Annotated, ClassVar

from samenloop.domain.blocks import Block, Described, Judged, Judgement, Many, Needs, One
from samenloop.domain.fields import (
    ADebt,
    APerson,
    FreeText,
    Id,
    Money,
    MoneyOnce,
    MoneyPerMonth,
    Municipality,
    Period,
    Persons,
    Text,
    When,
    Whole,
    Year,
    YesNo,
)
from samenloop.domain.kinds import ChoiceKind, TermsKind
from samenloop.domain.values import Unknown


class Home(Described):
    """A place where people live or are registered. All amounts are EUR a month."""

    id: Id
    soort: Annotated[str | Unknown, TermsKind("woning_soorten")]
    gemeente: Municipality = None
    zelfstandig: YesNo = None
    kale_huur: MoneyPerMonth = None
    servicekosten: MoneyPerMonth = None
    subsidiabele_servicekosten: MoneyPerMonth = None
    andere_lasten: MoneyPerMonth = None
    verhuurder: Annotated[str | Unknown | None, TermsKind("verhuurders")] = None
    hoofdbewoner: APerson = None
    aangepast: YesNo = None
    van: When = None
    tot: When = None
    kenmerk: FreeText = None


class Necessity(Block):
    """For what a possession is needed, each a judgement."""

    werk: One[Judgement] = None
    zorg: One[Judgement] = None
    kind: One[Judgement] = None
    vervoer: One[Judgement] = None


class Asset(Described):
    """Something of value. ``waarde`` is EUR on the day ``op``."""

    soort: Annotated[str | Unknown, TermsKind("vermogen_soorten")]
    waarde: MoneyOnce = None
    wie: Persons = None
    op: When = None
    nodig: One[Necessity] = None
    vrij_beschikbaar: Judged = None


class Seizure(Block):
    """An attachment for a debt; ``op`` says on what (loon, uitkering, rekening)."""

    needs: ClassVar[Needs] = {"bedrag": ("per",)}

    op: Text = None
    bedrag: Money = None
    per: Period = None
    sinds: When = None


class Arrangement(Block):
    """An agreement about a debt."""

    needs: ClassVar[Needs] = {"bedrag": ("per",)}

    soort: Annotated[
        str | Unknown | None, ChoiceKind("betalingsregeling", "stabilisatie_schriftelijk", "schuldregeling")
    ] = None
    bedrag: Money = None
    per: Period = None
    sinds: When = None
    nagekomen: YesNo = None


class Debt(Described):
    """A debt. ``bedrag`` is EUR; ``jaar`` is the year of the benefit that is reclaimed."""

    id: Id
    soort: Annotated[str | Unknown, TermsKind("schuld_soorten")]
    bedrag: MoneyOnce = None
    wie: Persons = None
    schuldeiser: Annotated[str | Unknown | None, TermsKind("schuldeisers")] = None
    achterstand_maanden: Whole = None
    ontstaan: When = None
    jaar: Year = None
    verwijt: Annotated[str | Unknown | None, TermsKind("verwijten")] = None
    saneerbaar: Judged = None
    stadium: Annotated[str | Unknown | None, TermsKind("schuld_stadia")] = None
    beslag: Many[Seizure] = None
    regeling: One[Arrangement] = None


class Expense(Described):
    """Costs that a law could meet."""

    needs: ClassVar[Needs] = {"bedrag": ("per",)}

    soort: Annotated[str | Unknown, TermsKind("kosten_soorten")]
    bedrag: Money = None
    per: Period = None
    wie: Persons = None
    noodzaak: One[Judgement] = None
    vergoed_door: Annotated[tuple[str, ...] | Unknown | None, TermsKind("regelingen", "aanspraken", many=True)] = None


class Threat(Described):
    """What may happen soon. The day, or in how many months."""

    soort: Annotated[str | Unknown, TermsKind("dreigingen")]
    datum: When = None
    over_maanden: Whole = None
    schuld: ADebt = None
    stadium: Annotated[str | Unknown | None, TermsKind("schuld_stadia")] = None
    wie: Persons = None
