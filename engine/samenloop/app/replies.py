# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""What is asked of a person, and how a typed reply becomes a value of the household file.

People write ``1.250,50``, ``€ 905``, ``1300-1600`` or ``01-04-2018``; the file has one form for each. A reply that does
not fit is refused with what was expected, never with what was typed.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Annotated, Any

from pydantic import TypeAdapter, ValidationError

from samenloop.app.casefile import Free
from samenloop.domain.identity import identifying, likely_address
from samenloop.domain.kinds import ChoiceKind, Kind, MunicipalityKind, TermsKind, YesNoKind
from samenloop.domain.numbers import DayKind, ExactDayKind, MoneyKind, MonthKind, NumberKind, WholeKind
from samenloop.domain.values import UNKNOWN, Unknown
from samenloop.vocabulary import Vocabulary

DONT_KNOW = ("?", "weet ik niet", "weet niet", "onbekend", "geen idee")
_YES, _NO = ("ja", "j"), ("nee", "n")
_NUMBER = r"\d[\d.]*(?:,\d+)?(?:,-)?"
_SPAN = re.compile(rf"(?:tussen )?({_NUMBER}) ?(?:-|tot en met|t/m|tot|en) ?({_NUMBER})\Z")
_LEAST, _MOST = (re.compile(rf"(?:{word}) ({_NUMBER})\Z") for word in ("minstens|vanaf", "hoogstens|maximaal|tot"))
_THOUSANDS = re.compile(r"\d{1,3}(?:\.\d{3})+\Z")
_DUTCH_DAY = re.compile(r"(?:(\d{1,2})[-/])?(\d{1,2})[-/](\d{4})\Z")


class RefusedError(Exception):
    """A reply that does not fit: what was expected, in Dutch, without the reply."""


Read = Callable[[str], Any]


@dataclass(frozen=True)
class Choice:
    """One possible reply: the word of the file, and how it is shown."""

    value: Any
    label: str


@dataclass(frozen=True)
class Ask:
    """One thing to ask. ``role``: ``vraag`` (the question itself), ``meer`` (is there more), ``deel`` (a part of the
    answer), ``woord`` (a few words, may be empty). The value that comes back is :data:`UNKNOWN` for "I do not know"."""

    text: str
    read: Read
    choices: tuple[Choice, ...] = ()
    form: str = ""
    role: str = "vraag"
    unknown: bool = True
    key: str = ""
    """the key of the file it is for, where there is one"""

    @property
    def optional(self) -> bool:
        """Whether nothing is an answer too."""
        return self.role == "woord"

    def parse(self, reply: str) -> Any:
        """The value of a reply. Raises :class:`RefusedError`."""
        said = " ".join(reply.split())
        if said.lower() in DONT_KNOW:
            if self.unknown:
                return UNKNOWN
            raise RefusedError("hier is een antwoord nodig; 'later' slaat de vraag over.")
        return self.read(said)


def yes_or_no(said: str) -> bool:
    """``True`` or ``False``."""
    if said.lower() in _YES:
        return True
    if said.lower() in _NO:
        return False
    raise RefusedError("verwacht ja of nee.")


def one_of(choices: Sequence[Choice]) -> Read:
    """One of a few words, by its number, its word or its label (or the only one that begins so)."""

    def read(said: str) -> Any:
        if said.isdigit() and 1 <= int(said) <= len(choices):
            return choices[int(said) - 1].value
        low = said.lower()
        named = [c for c in choices if low in (str(c.value).lower(), c.label.lower())]
        begun = [
            c for c in choices if low and (str(c.value).lower().startswith(low) or c.label.lower().startswith(low))
        ]
        for found in (named[:1], begun):
            if len(found) == 1:
                return found[0].value
        raise RefusedError(f"kies een nummer van 1 tot en met {len(choices)}, of het woord.")

    return read


def some_of(choices: Sequence[Choice]) -> Read:
    """One or more of a few words, with commas between."""
    one = one_of(choices)

    def read(said: str) -> Any:
        found = [one(part.strip()) for part in re.split(r",| en ", said)]
        return found[0] if len(found) == 1 else found

    return read


def words(said: str) -> Free | None:
    """A few words of a person; nothing when there are none. What may be a name is told when the file is read."""
    if not said:
        return None
    wrong = identifying(said)
    if wrong:
        raise RefusedError(wrong[1])
    if likely_address(said):
        raise RefusedError("hier staat misschien een adres; schrijf het op zonder te zeggen wie het is.")
    return Free(said)


def of_kind(kind: Kind, vocabulary: Vocabulary) -> tuple[Read, tuple[Choice, ...], str]:
    """How a value of a kind is read, between what can be chosen, and how to write it."""
    if isinstance(kind, YesNoKind):
        return yes_or_no, (), "ja of nee"
    if isinstance(kind, (TermsKind, ChoiceKind)):
        choices = choices_of(kind, vocabulary)
        many = isinstance(kind, TermsKind) and kind.many
        if many:
            return lambda said: _as_list(some_of(choices)(said)), choices, "één of meer nummers, met een komma ertussen"
        return one_of(choices), choices, ""
    form, shape = _form(kind)

    def read(said: str) -> Any:
        value = shape(said)
        found = checked(kind, value, vocabulary)
        if found:
            raise RefusedError(found if found.startswith("hoogstens") or "kan niet" in found else f"verwacht {form}.")
        return value

    return read, (), form


def _as_list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def choices_of(kind: TermsKind | ChoiceKind, vocabulary: Vocabulary) -> tuple[Choice, ...]:
    """The words of a kind with their labels."""
    if isinstance(kind, ChoiceKind):
        return tuple(Choice(word, word.replace("_", " ")) for word in kind.words)
    found = []
    for word in kind.words(vocabulary):
        label = next((vocabulary.label(x, word) for x in kind.lists if vocabulary.has(x, word)), word)
        found.append(Choice(word, label.replace("_", " ")))
    return tuple(found)


def checked(kind: Kind, value: Any, vocabulary: Vocabulary) -> str:
    """What the contract has against a value; nothing when it may stand in a file."""
    try:
        _adapter(kind).validate_python(value, context=vocabulary)
    except ValidationError as error:
        return str(error.errors(include_input=False, include_url=False)[0]["msg"])
    return ""


@cache
def _adapter(kind: Kind) -> TypeAdapter[Any]:
    return TypeAdapter(Annotated[Any, kind])


def _form(kind: Kind) -> tuple[str, Read]:
    if isinstance(kind, WholeKind):
        span = "; een bereik mag, zoals 2-4" if kind.span else ""
        return f"een heel getal van {kind.low} tot en met {kind.high}{span}", _number
    if isinstance(kind, MoneyKind):
        period = {"maand": " per maand", "jaar": " per jaar"}.get(kind.per, "")
        return f"een bedrag in euro{period}, zoals 1250,50; een bereik mag, zoals 1200-1300", _number
    if isinstance(kind, NumberKind):
        return "een getal, zoals 7,5; een bereik mag, zoals 6-8", _number
    if isinstance(kind, MonthKind):
        return "een maand, zoals 05-1990", _day
    if isinstance(kind, ExactDayKind):
        return "een dag, zoals 01-04-2026", _day
    if isinstance(kind, DayKind):
        return "een dag (01-04-2018), een maand (04-2018) of een jaar (2018)", _day
    if isinstance(kind, MunicipalityKind):
        return "een gemeentecode: GM en vier cijfers", str.upper
    return "een paar woorden", words


def _number(said: str) -> Any:
    """A number or a range, as the file writes it."""
    said = re.sub(r"€|\beuro\b|\beur\b", "", said.lower()).strip()
    said = re.sub(r"\s+", " ", said)
    span = _SPAN.match(said)
    if span:
        return {"van": _plain(span[1]), "tot": _plain(span[2])}
    least, most = _LEAST.match(said), _MOST.match(said)
    if least or most:
        return {"van": _plain(least[1])} if least else {"tot": _plain(most[1] if most else "")}
    return _plain(said)


def _plain(number: str) -> Any:
    """``1.250,50`` as ``1250.50``; a whole number as such."""
    number = number.strip().removesuffix(",-").removesuffix(",–")
    if "," in number:
        number = number.replace(".", "").replace(",", ".")
    elif _THOUSANDS.match(number):
        number = number.replace(".", "")
    return int(number) if re.fullmatch(r"0|[1-9]\d*", number) else number


def _day(said: str) -> Any:
    """``01-04-2018`` as ``2018-04-01``."""
    found = _DUTCH_DAY.match(said)
    if found:
        parts = [found[3], found[2].zfill(2), *([found[1].zfill(2)] if found[1] else [])]
        return "-".join(parts)
    return said


def known(value: Any) -> bool:
    """Whether a reply says something."""
    return not isinstance(value, Unknown)
