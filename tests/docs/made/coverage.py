# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""docs/reference/dekking.md: which rights in which years, what is missing, which sources are weak, what is left out.

``ja``: every amount and rule that a right can lead to is known on every day of the year. Otherwise four ordinary
households are evaluated on 1 April of that year: ``deels`` when one of them still gets an exact amount, else ``nee``.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from itertools import groupby
from pathlib import Path

from docs.made.markdown import bullets, code, page, table
from docs.made.reach import YearOfRight, year_of
from samenloop.domain import load_household
from samenloop.evaluation import evaluate_household
from samenloop.rulebook import Rulebook, load_rulebook

FIXTURES = Path(__file__).resolve().parents[3] / "fixtures" / "huishoudens"
_ALONE = "gewone-alleenstaande-bijstand-2018.yaml"
_INCOME = "{soort: bijstand, bedrag: 992.12,"
_NET_INCOME = f"{_INCOME} per: maand, bruto: false}}"
_WAGE = "{soort: loon, bedrag: 1850.00, per: maand, bruto: false, uren_per_week: 36}"
_SECOND_WAGE = "\n      - {soort: loon, bedrag: 760.00, per: maand, bruto: false, uren_per_week: 16}"
_PAID = "  - {regeling: algemene_bijstand, wie: inwoner, status: loopt}\n"
ORDINARY: tuple[tuple[str, Mapping[str, str]], ...] = (
    (_ALONE, {}),
    ("gewoon-gezin-2018.yaml", {}),
    (_ALONE, {"leeftijd: 45": "leeftijd: 70", _INCOME: "{soort: aow, bedrag: 500.00,", _PAID: ""}),
    (_ALONE, {_INCOME: "{soort: anw, bedrag: 500.00,", _PAID: ""}),
    (_ALONE, {_NET_INCOME: "{soort: wia_wga, bedrag: 500.00, per: maand, bruto: true}", _PAID: ""}),
    (
        "gewoon-gezin-2018.yaml",
        {
            _WAGE: "{soort: wia_wga, bedrag: 1500.00, per: maand, bruto: true}",
            _SECOND_WAGE: " []",
            "bedrag: 27000.00": "bedrag: 30000.00",
            "bedrag: 9500.00": "bedrag: 3000.00",
        },
    ),
)
"""A single person and a family, and the same single person with a state pension, with a survivor's benefit and with a
benefit for who cannot work; the family with such a benefit as the only income."""
YEAR_OF_FIXTURES = "2018"
_GOOD = "bevestigd"


def made() -> str:
    """The page."""
    book = load_rulebook()
    return page(
        "Dekking",
        "Wat deze bladzijden betekenen staat in [de uitleg over dekking](../explanation/dekking.md).",
        "## Aanspraken per jaar\n\n" + _years(book),
        "## Wat daarin ontbreekt\n\n" + _gaps(book),
        "## Regelingen\n\n" + _regimes(book),
        "## Wetten\n\n" + _laws(book),
        "## Uitzonderingen die worden geprobeerd\n\n" + _hooks(book),
        "## Bedragen die niet zo in een bron zijn gelezen\n\n" + _weak_amounts(book),
        "## Artikelen die niet helemaal zijn gelezen\n\n" + _weak_articles(book),
        "## Niet gemodelleerd\n\n" + _left_out(book),
        source="`rules/` en `laws/`",
    )


# ---- years ----
@cache
def cells() -> Mapping[str, Mapping[int, tuple[str, YearOfRight]]]:
    """Per entitlement and year ``ja``, ``deels``, ``nee`` or ``–``, with what it rests on."""
    book = load_rulebook()
    first = min(rule.geldig.van.year for stated in book.grants.values() for rule, _ in stated)
    last = max(p.bekend_tot.year for p in book.parameters.values())
    out: dict[str, dict[int, tuple[str, YearOfRight]]] = {name: {} for name in book.grants}
    for year in range(first - 1, last + 1):
        for entitlement, by_year in out.items():
            found = year_of(book, entitlement, year)
            word = "–" if not found.granted else "ja" if not found.missing else _tried(book, entitlement, year)
            word = "nee" if word in ("ja", "deels") and year > _read_until(book, entitlement) else word
            by_year[year] = (word, found)
        if year > first and all(by_year[year][0] == "nee" for by_year in out.values()):
            break
    return out


def _read_until(book: Rulebook, entitlement: str) -> int:
    """The last year for which the law behind a right was read."""
    return max(book.laws[rule.grondslag[0].wet].bijgewerkt_tot.year for rule, _ in book.grants[entitlement])


def _tried(book: Rulebook, entitlement: str, year: int) -> str:
    for name, changes in ORDINARY:
        text = (FIXTURES / name).read_text(encoding="utf-8").replace(YEAR_OF_FIXTURES, str(year))
        for old, new in changes.items():
            text = text.replace(old, new)
        house = load_household(text, name, book.vocabulary).household
        claims = evaluate_household(house, book).claims_for(entitlement)
        if any(c.right.is_true and c.amount is not None and c.amount.is_known for c in claims):
            return "deels"
    return "nee"


def _years(book: Rulebook) -> str:
    years = list(next(iter(cells().values())))
    label = book.vocabulary.label
    rows = [
        [label("aanspraken", name), *(word for word, _ in by_year.values())]
        for name, by_year in sorted(cells().items(), key=lambda pair: label("aanspraken", pair[0]))
    ]
    said = (
        "**ja**: alles waar dit recht op rust is het hele jaar bekend. **deels**: gewone huishoudens krijgen een "
        "bedrag, "
        "maar een huishouden dat raakt aan wat hieronder ontbreekt krijgt 'buiten dekking'. **nee**: er zijn regels, "
        "maar "
        "een bedrag dat altijd nodig is ontbreekt. **–**: geen regels."
    )
    return table(["aanspraak", *map(str, years)], rows) + "\n\n" + said


def _gaps(book: Rulebook) -> str:
    rows = []
    known = [year for by_year in cells().values() for year, (word, _) in by_year.items() if word == "ja"]
    for name, by_year in sorted(cells().items()):
        for year, (word, found) in by_year.items():
            if word not in ("deels", "nee") or year > max(known):
                continue
            missing = "; ".join(_gap(book, what, days, year) for what, days in sorted(found.missing.items()))
            rows.append((book.vocabulary.label("aanspraken", name), str(year), missing))
    return table(("aanspraak", "jaar", "niet bekend"), rows) + f"\n\nNa {max(known)} zijn de bedragen nog niet bekend."


def _gap(book: Rulebook, what: str, days: Iterable[tuple[dt.date, dt.date]], year: int) -> str:
    kind, name = what.split(" ", 1)
    title = book.parameters[name].titel if kind == "bedrag" else f"een regel voor `{name}`"
    whole = [(dt.date(year, 1, 1), dt.date(year, 12, 31))]
    return title if list(days) == whole else f"{title} ({', '.join(_days(*stretch) for stretch in days)})"


def _days(first: dt.date, last: dt.date | None) -> str:
    return f"{_day(first)} tot en met {_day(last)}" if last else f"vanaf {_day(first)}"


def _day(day: dt.date) -> str:
    return f"{day:%d-%m-%Y}"


# ---- what there is ----
def _regimes(book: Rulebook) -> str:
    words = book.vocabulary.lists["regelingen"].values()
    kinds = {"kern": "uitgewerkt", "buur": "alleen wat een andere regeling raakt", "privaat": "afspraken"}
    present = {rule.regime for rule in book.all_rules}
    rows = []
    for word in words:
        own = [rule for rule in book.all_rules if rule.regime == word.id]
        if own:
            gives = {name for name, stated in book.grants.items() if any(rule.regime == word.id for rule, _ in stated)}
            given = ", ".join(sorted(book.vocabulary.label("aanspraken", x) for x in gives)) or "–"
            rows.append((word.label, kinds[str(word.get("soort"))], str(len(own)), given))
    absent = [word.label for word in words if word.get("soort") == "kern" and word.id not in present]
    return (
        table(("regeling", "hoe", "regels", "geeft"), rows)
        + f"\n\nNog niet uitgewerkt: {'; '.join(absent)}. Een rapport noemt ze, en rekent er niet mee."
    )


def _laws(book: Rulebook) -> str:
    counts = {law: sum(p.grondslag.wet == law for p in book.parameters.values()) for law in book.laws}
    return table(
        ("wet", "BWB", "tekst gelezen tot en met", "artikelen", "bedragen"),
        [
            (law.naam, law.bwb, _day(law.bijgewerkt_tot), str(len(book.articles.get(name, ()))), str(counts[name]))
            for name, law in sorted(book.laws.items(), key=lambda pair: pair[1].naam)
        ],
    )


def _hooks(book: Rulebook) -> str:
    hooks = sorted(book.hooks.values(), key=lambda hook: (hook.trede, hook.titel))
    label = book.vocabulary.label
    return table(
        ("uitzondering", "trede", "grondslag", "beslist", "geldig", "gelezen"),
        [
            (
                f"{hook.titel} ({code(hook.uitzondering)})",
                str(hook.trede),
                book.basis_text(hook.grondslag[0], hook.geldig.van),
                label("rollen", hook.beslisser),
                _days(hook.geldig.van, hook.geldig.tot),
                label("statussen", hook.status),
            )
            for hook in hooks
        ],
    )


# ---- weak sources, and what is left out ----
def _weak_amounts(book: Rulebook) -> str:
    rows = []
    for parameter in book.parameters.values():
        law = book.laws[parameter.grondslag.wet]
        by_status: dict[str, list[tuple[dt.date, dt.date]]] = {}
        for value in parameter.waarden:
            stretches = by_status.setdefault(value.status, [])
            last = value.tot or parameter.bekend_tot
            if stretches and stretches[-1][1] + dt.timedelta(days=1) == value.van:
                stretches[-1] = (stretches[-1][0], last)
            else:
                stretches.append((value.van, last))
        for status, stretches in by_status.items():
            if status != _GOOD:
                days = "; ".join(_days(*stretch) for stretch in stretches)
                rows.append(
                    (law.afkorting or law.naam, parameter.titel, days, book.vocabulary.label("statussen", status))
                )
    return table(("wet", "bedrag", "dagen", "hoe"), sorted(rows)) + (
        "\n\nDe bron en de manier van berekenen staan bij het bedrag in `laws/`. Een gebruikt bedrag dat deels "
        "gelezen of "
        "niet in een bron gezien is, geeft in het rapport een melding."
    )


def _weak_articles(book: Rulebook) -> str:
    label = book.vocabulary.label
    return bullets(
        f"{book.laws[law].naam}, artikel {a.artikel}{f' lid {a.lid}' if a.lid else ''}: {a.titel.lower()} "
        f"({label('statussen', a.status)})"
        for law, articles in sorted(book.articles.items())
        for a in articles
        if a.status != _GOOD
    )


def _left_out(book: Rulebook) -> str:
    def names() -> Iterator[str]:
        for law, entries in groupby(sorted(book.not_modelled, key=lambda x: x.wet), key=lambda x: x.wet):
            name = book.laws[law].naam if law in book.laws else book.vocabulary.label("wetten", law)
            yield f"### {name}\n\n" + bullets(f"artikel {x.artikel}: {x.waarom}" for x in entries)

    return "\n\n".join(names())
