# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""The types of the fields of the contract: what Python sees, and the kind that reads it from the file."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated

from samenloop.domain.kinds import (
    IdKind,
    MunicipalityKind,
    RefKind,
    TermsKind,
    TextKind,
    TextsKind,
    YesNoKind,
)
from samenloop.domain.numbers import DayKind, MoneyKind, NumberKind, WholeKind
from samenloop.domain.values import Day, Range, Unknown

Text = Annotated[str | Unknown | None, TextKind()]
FreeText = Annotated[str | Unknown | None, TextKind(free=True)]
Texts = Annotated[tuple[str, ...] | Unknown | None, TextsKind()]
FreeTexts = Annotated[tuple[str, ...] | Unknown | None, TextsKind(free=True)]
Id = Annotated[str, IdKind()]
Label = Annotated[str | Unknown | None, IdKind(unknown=True)]
Municipality = Annotated[str | Unknown | None, MunicipalityKind()]
YesNo = Annotated[bool | Unknown | None, YesNoKind()]
Number = Annotated[Decimal | Range[Decimal] | Unknown | None, NumberKind()]
Whole = Annotated[int | Range[int] | Unknown | None, WholeKind(9999)]
Money = Annotated[Decimal | Range[Decimal] | Unknown | None, MoneyKind()]
MoneyPerMonth = Annotated[Decimal | Range[Decimal] | Unknown | None, MoneyKind("maand")]
MoneyPerYear = Annotated[Decimal | Range[Decimal] | Unknown | None, MoneyKind("jaar")]
MoneyOnce = Annotated[Decimal | Range[Decimal] | Unknown | None, MoneyKind("eenmalig")]
When = Annotated[Day | Unknown | None, DayKind()]
Year = Annotated[int | Unknown | None, WholeKind(2199, 1900, span=False)]
Period = Annotated[str | Unknown | None, TermsKind("perioden", other=False, without=("uur",))]
Role = Annotated[str | Unknown | None, TermsKind("rollen")]
Persons = Annotated[tuple[str, ...] | Unknown | None, RefKind("personen", many=True)]
APerson = Annotated[str | Unknown | None, RefKind("personen")]
AHome = Annotated[str | Unknown | None, RefKind("woningen")]
ADebt = Annotated[str | Unknown | None, RefKind("schulden")]
