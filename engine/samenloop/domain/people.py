# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""The people of a household: where they stay, where they are registered, what comes in, what care they need.

Where someone really stays (``verblijf``), where someone is registered (``brp``) and who people are to each other
(``relaties``) are three facts, because different laws read different ones.
"""

from __future__ import annotations

from typing import Annotated, ClassVar

from samenloop.domain.blocks import Block, Described, Judged, Many, Needs, One
from samenloop.domain.fields import (
    AHome,
    APerson,
    FreeText,
    Id,
    Label,
    Money,
    MoneyOnce,
    MoneyPerMonth,
    MoneyPerYear,
    Municipality,
    Number,
    Period,
    Role,
    Text,
    When,
    Whole,
    YesNo,
)
from samenloop.domain.kinds import ChoiceKind, TermsKind
from samenloop.domain.numbers import MonthKind, WholeKind
from samenloop.domain.values import Day, Range, Unknown


class Stay(Described):
    """Where a person really stays."""

    waar: Annotated[str | Unknown | None, TermsKind("verblijfplaatsen")] = None
    woning: AHome = None
    gemeente: Municipality = None
    land: Annotated[str | Unknown | None, ChoiceKind("NL", "EU", "buiten_EU")] = None
    soort: Annotated[str | Unknown | None, TermsKind("verblijf_soorten")] = None
    van: When = None
    tot: When = None
    tijdelijk: Judged = None


class Registration(Described):
    """Where a person is registered."""

    inschrijving: Annotated[str | Unknown | None, TermsKind("inschrijvingen")] = None
    woning: AHome = None
    gemeente: Municipality = None
    sinds: When = None
    geheim: YesNo = None


class Income(Described):
    """Something that comes in. ``betaald_na`` counts the pay periods the money comes late; ``netto`` is what is left of
    a gross amount, over the same period."""

    needs: ClassVar[Needs] = {"bedrag": ("per",), "netto": ("per",)}

    soort: Annotated[str | Unknown, TermsKind("inkomen_soorten")]
    bedrag: Money = None
    per: Period = None
    bruto: YesNo = None
    netto: Money = None
    uren_per_week: Number = None
    betaalperiode: Period = None
    betaald_na: Annotated[int | Range[int] | Unknown | None, WholeKind(99)] = None
    wisselend: YesNo = None
    van: When = None
    tot: When = None
    werkgever: Label = None
    gemeld_op: When = None


class YearIncome(Block):
    """The income of a whole year, which the toeslagen read. ``bedrag`` is EUR a year."""

    jaar: Annotated[int | Unknown, WholeKind(2199, 1900, span=False)]
    soort: Annotated[str | Unknown, ChoiceKind("toetsingsinkomen")]
    bedrag: MoneyPerYear = None
    status: Annotated[str | Unknown | None, ChoiceKind("vastgesteld", "geschat")] = None


class CareNeed(Described):
    """A need for care or support, whoever must meet it."""

    needs: ClassVar[Needs] = {"omvang": ("eenheid", "per")}

    behoefte: Annotated[str | Unknown, TermsKind("behoeften")]
    voor_wat: Text = None
    omvang: Number = None
    eenheid: Annotated[str | Unknown | None, TermsKind("omvang_eenheden")] = None
    per: Period = None
    blijvend: Annotated[str | Unknown | None, ChoiceKind("ja", "nee", "onzeker")] = None
    nabijheid_24u: YesNo = None
    aard: Text = None
    vastgesteld_door: Role = None


class Indication(Described):
    """A decision that care is needed, or the absence of one."""

    wet: Annotated[str | Unknown, TermsKind("zorg_wetten")]
    soort: Annotated[str | Unknown | None, TermsKind("indicatie_soorten")] = None
    status: Annotated[
        str | Unknown | None,
        ChoiceKind("aangevraagd", "toegekend", "afgewezen", "ingetrokken", "verlopen", "niet_aangevraagd"),
    ] = None
    van: When = None
    tot: When = None
    score: Number = None
    reden: FreeText = None


class CareReceived(Described):
    """Care that is really given. ``eigen_bijdrage`` is EUR a month, ``kosten_per_jaar`` EUR a year."""

    needs: ClassVar[Needs] = {"omvang": ("eenheid", "per")}

    wet: Annotated[str | Unknown, TermsKind("zorg_wetten")]
    behoefte: Annotated[str | Unknown, TermsKind("behoeften")]
    vorm: Annotated[str | Unknown | None, ChoiceKind("natura", "pgb", "informeel")] = None
    verblijfsvorm: Text = None
    omvang: Number = None
    eenheid: Annotated[str | Unknown | None, TermsKind("omvang_eenheden")] = None
    per: Period = None
    eigen_bijdrage: MoneyPerMonth = None
    kosten_per_jaar: MoneyPerYear = None
    van: When = None
    tot: When = None


class Care(Block):
    """What care a person needs, was granted and gets."""

    behoeften: Many[CareNeed] = None
    indicaties: Many[Indication] = None
    ontvangt: Many[CareReceived] = None


class HealthInsurance(Block):
    """The health insurance of a person. ``premie`` is EUR a month."""

    verzekerd: YesNo = None
    premie: MoneyPerMonth = None
    premieachterstand_maanden: Whole = None
    wanbetaler_sinds: When = None
    aanvullend: YesNo = None
    gemeentepolis: YesNo = None
    eigen_risico_open: MoneyOnce = None
    verzekeringnemer: APerson = None


class Administration(Described):
    """Somebody else looks after the money or the person."""

    needs: ClassVar[Needs] = {"kosten": ("per",)}

    soort: Annotated[str | Unknown, TermsKind("bewind_soorten")]
    door: Role = None
    kosten: Money = None
    per: Period = None
    sinds: When = None


MAJORITY = 18
"""Age in years from which somebody is of age (BW 1:233)."""


class Person(Described):
    """One person whom the rules need, at this address or elsewhere. No name, no day of birth."""

    id: Id
    aanvrager: YesNo = None
    leeftijd: Annotated[int | Range[int] | Unknown | None, WholeKind(120)] = None
    geboortemaand: Annotated[Day | Unknown | None, MonthKind()] = None
    dagen_tot_verjaardag: Annotated[int | Range[int] | Unknown | None, WholeKind(365)] = None
    zwanger_tot: When = None
    verblijf: One[Stay] = None
    brp: One[Registration] = None
    verblijfsrecht: Annotated[str | Unknown | None, TermsKind("verblijfsrechten")] = None
    inkomen: Many[Income] = None
    jaarinkomen: Many[YearIncome] = None
    arbeidsvermogen: Annotated[str | Unknown | None, ChoiceKind("volledig", "gedeeltelijk", "geen")] = None
    studie: Annotated[str | Unknown | None, ChoiceKind("geen", "vo", "mbo", "hbo_wo")] = None
    zorg: One[Care] = None
    zorgverzekering: One[HealthInsurance] = None
    bewind: Many[Administration] = None
    huiselijk_geweld: YesNo = None
    gedupeerde_toeslagen: YesNo = None

    def is_minor(self) -> bool:
        """Whether this person certainly is not of age."""
        highest = self.leeftijd.high if isinstance(self.leeftijd, Range) else self.leeftijd
        return isinstance(highest, int) and highest < MAJORITY

    def income_entries(self) -> tuple[Income, ...] | Unknown | None:
        """What comes in, without the entry ``geen``: that one says that nothing does."""
        if not isinstance(self.inkomen, tuple):
            return self.inkomen
        return tuple(entry for entry in self.inkomen if entry.soort != "geen")

    def says_no_income(self) -> bool:
        """Whether the list says in so many words that nothing comes in (``soort: geen``, or an empty list)."""
        return isinstance(self.inkomen, tuple) and all(entry.soort == "geen" for entry in self.inkomen)
