# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""What happens between a household and the world: decisions, relations, events, attempts."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, ClassVar, TypeAlias

from pydantic import ValidationInfo

from samenloop.domain.blocks import Described, Judged, Needs, One
from samenloop.domain.fields import (
    ADebt,
    FreeText,
    Money,
    MoneyPerMonth,
    Number,
    Period,
    Persons,
    Role,
    Text,
    When,
    YesNo,
)
from samenloop.domain.kinds import (
    ONBEKEND,
    ChoiceKind,
    IdKind,
    JsonSchema,
    Kind,
    MunicipalityKind,
    PathsKind,
    RefKind,
    TermsKind,
    TextKind,
    by_key,
    fail,
    no_block,
    words_of,
)
from samenloop.domain.numbers import DayKind, MoneyKind, WholeKind
from samenloop.domain.values import Unknown
from samenloop.errors import did_you_mean
from samenloop.vocabulary import Vocabulary

REFERRED = {"persoon": "personen", "woning": "woningen", "schuld": "schulden"}
"""What the vocabulary calls the bearer of an event, and the list of the household file where it stands."""

Details: TypeAlias = Mapping[str, Any]


def details_of(vocabulary: Vocabulary, event: object) -> dict[str, Mapping[str, Any]] | None:
    """What an event may say more, by key; ``None`` when the event is no word of the vocabulary."""
    if not isinstance(event, str) or not vocabulary.has("gebeurtenissen", event):
        return None
    return {str(one["sleutel"]): one for one in vocabulary.word("gebeurtenissen", event).get("details", ())}


def detail_kind(detail: Mapping[str, Any]) -> Kind:
    """How one detail of an event is read."""
    sort = str(detail["soort"])
    if sort in REFERRED:
        return RefKind(REFERRED[sort])
    if sort == "keuze":
        return ChoiceKind(*(str(word) for word in detail.get("keuzes", ()) if word != ONBEKEND))
    made: dict[str, Kind] = {
        "bedrag": MoneyKind(),
        "geheel": WholeKind(9999),
        "datum": DayKind(),
        "tekst": TextKind(free=True),
        "regeling": TermsKind("regelingen", "aanspraken"),
    }
    return made[sort]


class DetailsKind(Kind):
    """What an event says more. Which keys exist stands in the vocabulary, with the kind of event."""

    unknown = False

    def parse(self, value: Any, info: ValidationInfo) -> Details:
        """The details by key, each read as its own kind."""
        if not isinstance(value, dict):
            raise no_block()
        known = details_of(words_of(info), info.data.get("soort"))
        if known is None:
            return dict(value)

        def read(key: str, one: Any) -> Any:
            if key in known:
                return detail_kind(known[key]).read(one, info)
            message = "dit hoort niet bij deze gebeurtenis"
            message += f"; wel: {', '.join(known)}." if known else "; zij heeft geen details."
            raise fail("H056", message, did_you_mean(key, known), key=True)

        return by_key(value, read)

    def json(self) -> JsonSchema:
        """Any keys; :mod:`samenloop.domain.schema` narrows them by kind of event."""
        return {"type": "object"}


class Relation(Described):
    """Who ``van`` is to ``naar``. ``prijs`` and ``bijdrage`` are EUR a month; ``bijdrage`` is what is really paid."""

    soort: Annotated[str | Unknown, TermsKind("relatie_soorten")]
    van: Annotated[str, RefKind("personen", unknown=False)]
    naar: Annotated[str, RefKind("personen", unknown=False)]
    sinds: When = None
    tot: When = None
    brp_sinds: When = None
    duurzaam_gescheiden: Judged = None
    uren_per_week: Number = None
    betaald_uit: Annotated[str | Unknown | None, ChoiceKind("pgb", "niets")] = None
    prijs: MoneyPerMonth = None
    schriftelijk: YesNo = None
    bijdrage: MoneyPerMonth = None


class Objection(Described):
    """The objection against a decision."""

    op: When = None
    status: Annotated[str | Unknown | None, TermsKind("bezwaar_statussen")] = None


class Decision(Described):
    """An application, a decision or a running payment: what became of a right in real life."""

    needs: ClassVar[Needs] = {"bedrag": ("per",), "kosten": ("per",)}

    id: Annotated[str | None, IdKind()] = None
    regeling: Annotated[str | Unknown, TermsKind("regelingen", "aanspraken")]
    wie: Persons = None
    status: Annotated[str | Unknown | None, TermsKind("besluit_statussen")] = None
    bedrag: Money = None
    per: Period = None
    vorm: Annotated[str | Unknown | None, TermsKind("vormen")] = None
    voor: Text = None
    kosten: Money = None
    keuze: Annotated[str | Unknown | None, TermsKind("keuzen_in_regeling")] = None
    van: When = None
    tot: When = None
    aangevraagd_op: When = None
    besluit_op: When = None
    beslisser: Role = None
    beslisser_gemeente: Annotated[str | Unknown | None, MunicipalityKind(label=True)] = None
    reden: FreeText = None
    laag: Annotated[str | Unknown | None, TermsKind("bronlagen")] = None
    verwijst_naar: Annotated[str | Unknown | None, TermsKind("regelingen", "aanspraken")] = None
    voorwaarden: Annotated[tuple[str, ...] | Unknown | None, TermsKind("gestelde_voorwaarden", many=True)] = None
    bezwaar: One[Objection] = None
    omgezet_op: When = None
    terugvordering: ADebt = None


class Event(Described):
    """Something that happened, will happen, or is considered; the last is always evaluated as a variation."""

    soort: Annotated[str | Unknown, TermsKind("gebeurtenissen")]
    wie: Annotated[tuple[str, ...] | Unknown | None, RefKind("gebeurtenis", many=True)] = None
    datum: When = None
    status: Annotated[str | Unknown | None, ChoiceKind("gebeurd", "zeker", "overwogen")] = None
    details: Annotated[Details | None, DetailsKind()] = None


class Attempt(Described):
    """What was tried before, and what came of it."""

    wat: FreeText = None
    door: Role = None
    op: When = None
    uitkomst: FreeText = None
    besluit: Annotated[str | Unknown | None, RefKind("regelingen")] = None


class Sharing(Described):
    """With whom which parts of this file may be shared."""

    met: Role = None
    wat: Annotated[tuple[str, ...] | None, PathsKind()] = None
    grondslag: FreeText = None
    tot: When = None
