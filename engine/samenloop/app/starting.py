# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""Starting a household file: when it counts, where, and who there is. Everything else is asked by its weight."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Generator
from typing import Any

from samenloop.app.casefile import edited, flow, lines
from samenloop.app.dialogue import Dialogue
from samenloop.app.listing import Listing
from samenloop.app.replies import Ask, Read, known, yes_or_no
from samenloop.app.spots import Case, Listed
from samenloop.domain import Household, Loaded, load_household
from samenloop.domain.contract import slots
from samenloop.domain.kinds import ONBEKEND, is_id
from samenloop.rulebook import Rulebook

_TOO_MANY, _PAIR = 30, 2


def new_household(code: str, today: dt.date, book: Rulebook) -> Generator[Ask, Any, str]:
    """The text of a new file; ``code`` is what the household is called in it."""
    dialogue = Dialogue(Case(_blank(book), book))
    known_slots = slots(Household)
    day = dialogue.ask(known_slots["peildatum"], "Voor welke dag wilt u het weten?")
    form = f"{day.form}; 'vandaag' is {today:%d-%m-%Y}"
    peildatum = yield Ask(day.text, _today_or(day, today), form=form, role="deel", unknown=False, key="peildatum")
    gemeente = yield dialogue.ask(known_slots["gemeente"], "In welke gemeente woont dit huishouden?")
    people: list[dict[str, Any]] = []
    while len(people) < _TOO_MANY:
        found = yield from dialogue.person([one["id"] for one in people])
        people.append(found if people else {"id": found["id"], "aanvrager": True, "leeftijd": found["leeftijd"]})
        more = yield Ask("Hoort er nog iemand bij dit huishouden?", yes_or_no, form="ja of nee", role="meer")
        if not known(more) or not more:
            break
    text = [
        "schema: 1",
        f"huishouden: {code}",
        f"peildatum: {peildatum}",
        f"gemeente: {flow(gemeente) if known(gemeente) else ONBEKEND}",
        *lines("personen", people, 0),
        *([] if known(more) else ["onvolledig: [personen]"]),
    ]
    return "\n".join(text) + "\n"


def related(text: str, book: Rulebook) -> Generator[Ask, Any, str]:
    """The same text with who is what to whom; as it was for one person."""
    case = Case(load_household(text, "nieuw", book.vocabulary), book)
    block = slots(Household)["relaties"].block
    if block is None or len(case.household.personen) < _PAIR:
        return text
    spot = Listed(("relaties",), "relaties", block)
    question = "Wie is wat van wie, zoals ouder, partner of mantelzorger: is daar iets over te zeggen?"
    found = yield from Listing(case).whole(spot, question, [])
    return edited(text, found.edits)


def code_of(file_name: str) -> str:
    """The code of a household from the name of its file; ``huishouden`` where that is no id."""
    found = re.sub(r"[^a-z0-9_-]+", "-", file_name.lower()).strip("-")[:40]
    return found if is_id(found) and found != ONBEKEND else "huishouden"


def _today_or(day: Ask, today: dt.date) -> Read:
    return lambda said: today.isoformat() if said.lower() == "vandaag" else day.read(said)


def _blank(book: Rulebook) -> Loaded:
    """A household of which nothing is known, to ask the first questions by."""
    text = "schema: 1\nhuishouden: nieuw\npeildatum: 2026-01-01\npersonen:\n  - {id: nieuw}\n"
    return load_household(text, "nieuw", book.vocabulary)
