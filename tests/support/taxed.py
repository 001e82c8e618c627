# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""Households with gross income for the tests of tax: one person or a couple in a rented home, perhaps with children."""

from __future__ import annotations

from fractions import Fraction

from samenloop.domain import Household, load_household
from support.cases import book

_PERSON = """  - id: {who}
    leeftijd: {age}
    dagen_tot_verjaardag: {birthday}
    verblijf: {{waar: woning, woning: huis}}
    brp: {{inschrijving: woonadres, woning: huis}}
    verblijfsrecht: nederlander
    studie: geen
    inkomen: [{income}]
    jaarinkomen:
      - {{jaar: {year}, soort: toetsingsinkomen, bedrag: {yearly}, status: geschat}}
    zorgverzekering: {{verzekerd: true, premie: 150.00, premieachterstand_maanden: 0}}
"""
_REST = """relaties: [{ties}]
woningen:
  - {{id: huis, soort: huur_sociaal, zelfstandig: true, aangepast: false, verhuurder: corporatie, kale_huur: {rent},
     servicekosten: 0, subsidiabele_servicekosten: 0, hoofdbewoner: hij}}
vermogen: []
schulden: []
dreigingen: []
regelingen: []
kosten: []
herkomst: {{werkelijkheid: verzonnen, bron: ["voor een test van bruto naar netto"]}}
"""


def gross(kind: str, amount: str | Fraction, *, more: str = "") -> str:
    """An entry of gross income per month; ``more``: further keys."""
    shown = amount if isinstance(amount, str) else cents(amount)
    return f"{{soort: {kind}, bedrag: {shown}, per: maand, bruto: true{more}}}"


def cents(amount: Fraction) -> str:
    """An amount as a household file writes it, rounded to the cent."""
    return f"{round(amount * 100) / 100:.2f}"


def taxed(
    day: str,
    *income: str,
    age: int = 40,
    yearly: str = "20000",
    rent: str = "600.00",
    partner: tuple[int, str] | None = None,
    birthday: int = 0,
    children: tuple[int, ...] = (),
) -> Household:
    """``hij`` with this income on a day (``birthday``: days until it), and perhaps ``zij``, a married partner without
    income (age, yearly income), and children of these ages (``kind1`` ...)."""
    year = day[:4]
    people = _PERSON.format(
        who="hij", age=age, income=", ".join(income), year=year, yearly=yearly, birthday=birthday
    ).replace("    leeftijd", "    aanvrager: true\n    leeftijd", 1)
    ties: list[str] = []
    if partner is not None:
        people += _PERSON.format(who="zij", age=partner[0], income="", year=year, yearly=partner[1], birthday=birthday)
        ties.append("{soort: gehuwd, van: hij, naar: zij, duurzaam_gescheiden: false}")
    for number, years in enumerate(children, start=1):
        people += _PERSON.format(who=f"kind{number}", age=years, income="", year=year, yearly="0", birthday=birthday)
        ties += [
            f"{{soort: ouder_van, van: {who}, naar: kind{number}}}"
            for who in ("hij", "zij")[: 1 + (partner is not None)]
        ]
    text = f"schema: 1\nhuishouden: proef\npeildatum: {day}\ngemeente: onbekend\npersonen:\n{people}"
    return load_household(
        text + _REST.format(ties=", ".join(ties), rent=rent), "proef.yaml", book().vocabulary
    ).household
