# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""docs/reference/huishouden.md: every key of the household file, from the contract itself."""

from __future__ import annotations

from collections.abc import Iterator
from functools import singledispatch

from docs.made.markdown import anchor, code, codes, page, table
from samenloop.domain.blocks import Block, ByFactKind, JudgedKind, Judgement, ManyKind, OneKind
from samenloop.domain.contract import SPECIAL_PATHS, Slot, slots
from samenloop.domain.events import DetailsKind
from samenloop.domain.explanations import EXPLANATIONS
from samenloop.domain.household import Household
from samenloop.domain.kinds import (
    ChoiceKind,
    IdKind,
    Kind,
    MunicipalityKind,
    PathKind,
    PathsKind,
    RefKind,
    TermsKind,
    TextKind,
    TextsKind,
    VerdictKind,
    VersionKind,
    YesNoKind,
)
from samenloop.domain.numbers import CountsKind, DayKind, ExactDayKind, MoneyKind, MonthKind, NumberKind, WholeKind
from samenloop.resources import data_root
from samenloop.vocabulary import Vocabulary, load_vocabulary

RULES = """\
Het bestand is YAML. Dit geldt voor elke waarde:

- **Vier toestanden.** Gegeven; `onbekend` (gevraagd, niemand weet het); weggelaten (niet gevraagd; telt als onbekend,
  en kan als vraag terugkomen); een bereik. Niets onbekends wordt nul of nee.
- **Lijsten.** Weggelaten is onbekend. `[]` is: gevraagd, er is er geen. Een lijst met iets erin is volledig, tenzij
  haar pad in `onvolledig` staat. `personen` is altijd volledig, tenzij het daar staat.
- **Getallen en bedragen** mogen een bereik zijn: `{van: 16, tot: 17}`, beide grenzen horen erbij, een van de twee mag
  ontbreken. Bedragen zijn in euro, met een punt en hoogstens twee decimalen, nooit onder nul.
- **Dagen**: `2018-04-01`, `2018-04` (de maand is bekend) of `2018` (het jaar is bekend).
- **Oordeel**: een open norm wordt nooit berekend. Iemand geeft er een oordeel over: `oordeel`, `door`, `waarom`,
  `bewijs`.
- **Ja en nee** zijn `true` en `false`; alleen een oordeel zelf is `ja` of `nee`.
- **Niemand staat erin met naam.** Een `id` is een eigen aanduiding (`moeder`). Wat op een burgerservicenummer,
  rekeningnummer, e-mailadres, telefoonnummer of postcode met huisnummer lijkt wordt geweigerd.

Tekens in de tabellen: **!** moet er staan; **§** bijzonder gegeven, alleen geven als een regel het vraagt; **t** wordt
alleen getoond, er wordt niet mee gerekend; **n** wordt nog door geen regel gelezen.
"""
_LAST = "omschrijving"


def made() -> str:
    """The page."""
    vocabulary = load_vocabulary(data_root())
    parts = [RULES]
    for model, path in blocks():
        keys = sorted(slots(model).values(), key=lambda slot: slot.key == _LAST)
        rows = [_row(model, slot, path, vocabulary) for slot in keys]
        explained = EXPLANATIONS[model.__name__][""]
        parts.append(f"## {_title(model)}\n\n{explained}\n\n" + table(("sleutel", "soort", "", "betekenis"), rows))
    return page("Het huishoudbestand", *parts, source="het contract (`samenloop schema huishouden`)")


def blocks() -> Iterator[tuple[type[Block], str]]:
    """Every block once, with the first path where it stands, outermost first."""
    seen: dict[type[Block], str] = {}

    def below(model: type[Block], path: str) -> None:
        if model in seen:
            return
        seen[model] = path
        for slot in slots(model).values():
            if slot.block is not None:
                below(slot.block, f"{path}.{slot.key}".lstrip("."))

    below(Household, "")
    return iter(seen.items())


def _row(model: type[Block], slot: Slot, path: str, vocabulary: Vocabulary) -> tuple[str, str, str, str]:
    here = f"{path}.{slot.key}".lstrip(".")
    marks = [
        "!" if slot.required else "",
        "§" if any(here == x or here.startswith(f"{x}.") for x in SPECIAL_PATHS) else "",
        "t" if here in vocabulary.display_only else "",
        "n" if here in vocabulary.not_read_yet else "",
    ]
    below = "" if slot.block is None else _link(slot.block)
    said = written(slot.kind) + (f": {below}" if below else "")
    return code(slot.key), said, " ".join(m for m in marks if m), EXPLANATIONS[model.__name__][slot.key]


def _title(block: type[Block]) -> str:
    """Blocks are called after the path where they first stand; a judgement stands in many places."""
    names = {Household: "Het bestand", Judgement: "Een oordeel"}
    return names.get(block) or code(dict(blocks())[block])


def _link(block: type[Block]) -> str:
    title = _title(block)
    return f"[{title}](#{anchor(title)})"


@singledispatch
def written(kind: Kind) -> str:
    """What may stand there, in Dutch."""
    raise TypeError(f"{type(kind).__name__} heeft nog geen Nederlandse omschrijving")


@written.register
def _(kind: TermsKind) -> str:
    lists = " of ".join(f"[{name}](woorden.md#{name})" for name in kind.lists)
    other = ", of `anders`" if kind.other else ""
    return f"{'lijst van woorden' if kind.many else 'woord'} uit {lists}{other}"


@written.register
def _(kind: RefKind) -> str:
    where = "het deel waar de gebeurtenis over gaat" if kind.target == "gebeurtenis" else f"`{kind.target}`"
    return f"id uit {where}{', of een lijst' if kind.many else ''}"


@written.register
def _(kind: MoneyKind) -> str:
    per = {"": "", "eenmalig": ""}.get(kind.per, f" per {kind.per}")
    return f"EUR{per}"


@written.register
def _(kind: NumberKind) -> str:
    return "getal"


@written.register
def _(kind: WholeKind) -> str:
    return "heel getal" if kind.span else "jaartal"


@written.register
def _(kind: ChoiceKind) -> str:
    return codes(kind.words)


@written.register
def _(kind: IdKind) -> str:
    return "eigen aanduiding"


@written.register
def _(kind: MunicipalityKind) -> str:
    return "GM en vier cijfers" + (", of een eigen aanduiding" if kind.label else "")


def _plain(kind: type[Kind], said: str) -> None:
    written.register(kind, lambda _: said)


for _kind, _said in (
    (TextKind, "tekst"),
    (TextsKind, "lijst van teksten"),
    (YesNoKind, "`true` of `false`"),
    (VerdictKind, "`ja` of `nee`"),
    (VersionKind, "`1`"),
    (DayKind, "dag, maand of jaar"),
    (ExactDayKind, "dag"),
    (MonthKind, "maand"),
    (PathKind, "pad"),
    (PathsKind, "lijst van paden"),
    (CountsKind, "hele getallen, elk met een eigen sleutel"),
    (DetailsKind, "wat er bij deze [gebeurtenis](woorden.md#gebeurtenissen) hoort"),
    (OneKind, "blok"),
    (ManyKind, "lijst van blokken"),
    (JudgedKind, "`true`, `false` of een oordeel"),
    (ByFactKind, "per feit een oordeel"),
):
    _plain(_kind, _said)
