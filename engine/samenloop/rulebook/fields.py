# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""The small types of a rule file: words, ids, days, terms, numbers, expressions, references, tables.

Every type words its own mistake in Dutch under one code and raises exactly one error. Words and expressions need the
:class:`Context` of a reading. :class:`Wanted` and :class:`Ref` also stay readable on the annotation, so that
``samenloop.rulebook.walk`` can find every expression and every reference of a model without a list beside it.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Annotated, Any, Generic, Literal, TypeVar, get_args

from pydantic import GetCoreSchemaHandler, StringConstraints, ValidationInfo
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from samenloop.errors import did_you_mean
from samenloop.language import Expression, ExpressionSyntaxError, parse_expression
from samenloop.language.nodes import Duration
from samenloop.language.parse import RESERVED, parse_duration
from samenloop.vocabulary import Vocabulary

ID = r"[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*)*"
_ID = re.compile(ID)
_ARTICLE = re.compile(r"[0-9a-z][0-9a-z:. -]*")
_NUMBER = re.compile(r"-?\d+(\.\d+)?%?")
_V = TypeVar("_V")


@dataclass(frozen=True)
class Context:
    """What validation needs to know: the word list, and the expressions parsed so far (each text once)."""

    vocabulary: Vocabulary
    parsed: dict[str, Expression] = field(default_factory=dict)


def fault(code: str, message: str, **context: Any) -> PydanticCustomError:
    """A mistake with a code of this package. ``hint`` and ``offset`` go to the problem's hint and place."""
    return PydanticCustomError(code, message, context)


class Table(Mapping[str, _V], Generic[_V]):
    """A mapping that cannot change and can be hashed: ``gegeven``, ``verwacht``, ``normen``."""

    __slots__ = ("_items",)

    def __init__(self, items: Mapping[str, _V]) -> None:
        self._items = dict(items)

    def __getitem__(self, key: str) -> _V:
        return self._items[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._items)

    def __len__(self) -> int:
        return len(self._items)

    def __hash__(self) -> int:
        return hash(frozenset(self._items.items()))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Mapping) and dict(self._items) == dict(other)

    def __repr__(self) -> str:
        return f"Table({self._items!r})"

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        (inner,) = get_args(source)
        table = core_schema.dict_schema(core_schema.str_schema(pattern=f"^{ID}$"), handler.generate_schema(inner))
        return core_schema.no_info_before_validator_function(
            _some, core_schema.no_info_after_validator_function(cls, table)
        )


class _Plain:
    """Base of the markers: one Python function decides, with the reading's context."""

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.with_info_plain_validator_function(self.check)

    def check(self, value: Any, info: ValidationInfo) -> Any:
        raise NotImplementedError


@dataclass(frozen=True)
class WordOf(_Plain):
    """A word of one of the lists of ``rules/woordenlijst.yaml``, or one of the extra words."""

    lists: tuple[str, ...]
    also: tuple[str, ...] = ()

    def check(self, value: Any, info: ValidationInfo) -> str:
        vocabulary: Vocabulary = info.context.vocabulary  # type: ignore[union-attr]  # always given by the reader
        if isinstance(value, str) and (
            value in self.also or any(value in vocabulary.lists[name] for name in self.lists)
        ):
            return value
        known = (*vocabulary.ids(*self.lists), *self.also)
        raise fault(
            "R001",
            f"verwacht een woord uit de lijst {' of '.join(self.lists)}.",
            hint=did_you_mean(str(value), known),
        )


@dataclass(frozen=True)
class Wanted(_Plain):
    """An expression and the type it must have: ``ja_nee``, ``bedrag``, ``getal``, ``datum`` or ``elk``.

    ``words`` are texts that stand in place of an expression (``onbekend``, ``verlies``). ``access``: the day names of
    an access rule (``aanvraagdatum`` ...) may be used.
    """

    type: str
    words: tuple[str, ...] = ()
    access: bool = False

    def check(self, value: Any, info: ValidationInfo) -> Expression | str:
        if isinstance(value, bool) or not isinstance(value, (str, int)):
            raise fault("R002", "verwacht een uitdrukking.")
        text = str(value)
        if text in self.words:
            return text
        parsed: dict[str, Expression] = info.context.parsed  # type: ignore[union-attr]  # always given by the reader
        if text not in parsed:
            try:
                parsed[text] = parse_expression(text)
            except ExpressionSyntaxError as error:
                raise fault(error.code, error.message, offset=error.offset, hint=error.hint) from None
        return parsed[text]


@dataclass(frozen=True)
class Ref(_Plain):
    """The id of something declared elsewhere; ``kind`` names the tables it may stand in (see ``checks``)."""

    kind: str

    def check(self, value: Any, info: ValidationInfo) -> str:
        return _id(value)


class _NewId(_Plain):
    def check(self, value: Any, info: ValidationInfo) -> str:
        text = _id(value)
        if not RESERVED.isdisjoint(text.split(".")):
            raise fault("R004", "dit is een woord van de regeltaal en kan geen naam zijn.")
        return text


class _Date(_Plain):
    def check(self, value: Any, info: ValidationInfo) -> dt.date:
        if isinstance(value, str) and re.fullmatch(r"\d{4}-\d{2}-\d{2}", value):
            try:
                return dt.date.fromisoformat(value)
            except ValueError:
                raise fault("R005", "deze dag bestaat niet.") from None
        raise fault("R005", "verwacht een dag als jjjj-mm-dd.")


@dataclass(frozen=True)
class _Term(_Plain):
    words: tuple[str, ...] = ()

    def check(self, value: Any, info: ValidationInfo) -> Duration | str:
        if isinstance(value, str):
            if value in self.words:
                return value
            try:
                return parse_duration(value)
            except ValueError:
                pass
        others = "".join(f" of {word}" for word in self.words)
        raise fault("R006", f"verwacht een termijn zoals '8 weken'{others}.")


class _Number(_Plain):
    def check(self, value: Any, info: ValidationInfo) -> Fraction:
        return number(value)


class _Bound(_Plain):
    def check(self, value: Any, info: ValidationInfo) -> Fraction | dt.date:
        if isinstance(value, str) and re.fullmatch(r"\d{4}-\d{2}-\d{2}", value):
            return _Date().check(value, info)
        return number(value)


class _DayOrUnknown(_Plain):
    def check(self, value: Any, info: ValidationInfo) -> dt.date | None:
        return None if value == "onbekend" else _Date().check(value, info)


def is_amount(value: Any) -> bool:
    """Whether a raw value can be a parameter's value at all."""
    try:
        amount(value)
    except PydanticCustomError:
        return False
    return True


def amount(value: Any) -> Fraction | Duration | dt.date | None:
    """A parameter's value; ``onbekend`` gives ``None``. Raises R005, R006 or R007."""
    if value == "onbekend":
        return None
    if isinstance(value, str) and re.fullmatch(r"\d{4}-\d{2}-\d{2}", value):
        try:
            return dt.date.fromisoformat(value)
        except ValueError:
            raise fault("R005", "deze dag bestaat niet.") from None
    if isinstance(value, str) and re.fullmatch(r"\d+ [a-z]+", value):
        try:
            return parse_duration(value)
        except ValueError:
            raise fault("R006", "verwacht een termijn zoals '8 weken'.") from None
    return number(value)


class _Amount(_Plain):
    def check(self, value: Any, info: ValidationInfo) -> Fraction | Duration | dt.date | None:
        return amount(value)


class _Rung(_Plain):
    def check(self, value: Any, info: ValidationInfo) -> int:
        if type(value) is not int or not 1 <= value <= 9:
            raise fault("R027", "verwacht een trede van 1 tot en met 9.")
        return value


class _Article(_Plain):
    def check(self, value: Any, info: ValidationInfo) -> str:
        if isinstance(value, int):
            raise fault("R008", "verwacht een artikelnummer als tekst.", hint=f'Schrijf "{value}".')
        if not isinstance(value, str) or not _ARTICLE.fullmatch(value):
            raise fault("R008", "verwacht een artikelnummer: cijfers, kleine letters, punt, dubbele punt, streepje.")
        return value


class _YesNo(_Plain):
    def check(self, value: Any, info: ValidationInfo) -> bool:
        if value not in ("ja", "nee"):
            raise fault("R009", "verwacht ja of nee.")
        return bool(value == "ja")


class _YesNoUnknown(_Plain):
    def check(self, value: Any, info: ValidationInfo) -> bool | None:
        if value == "onbekend":
            return None
        if value not in ("ja", "nee"):
            raise fault("R009", "verwacht ja, nee of onbekend.")
        return bool(value == "ja")


class _DayOfMonth(_Plain):
    def check(self, value: Any, info: ValidationInfo) -> int | str:
        if value == "onbekend":
            return "onbekend"
        if type(value) is int and 1 <= value <= 31:
            return value
        raise fault("R021", "verwacht een dag van de maand (1 tot en met 31) of onbekend.")


class _Raw(_Plain):
    def check(self, value: Any, info: ValidationInfo) -> int | str:
        if isinstance(value, bool) or not isinstance(value, (int, str)) or value == "":
            raise fault("R010", "verwacht één waarde: een getal, een dag, ja, nee of een woord.")
        return value


def _id(value: Any) -> str:
    if not isinstance(value, str) or not _ID.fullmatch(value):
        raise fault("R003", "verwacht een naam van kleine letters, cijfers en _, met punten ertussen.")
    return value


def number(value: Any) -> Fraction:
    """``12``, ``"710.68"`` or ``"90%"`` as an exact fraction. Raises the error with code R007."""
    if isinstance(value, int) and not isinstance(value, bool):
        return Fraction(value)
    if isinstance(value, str) and _NUMBER.fullmatch(value):
        return Fraction(value.rstrip("%")) / (100 if value.endswith("%") else 1)
    raise fault("R007", "verwacht een getal, met een punt voor de decimalen.")


def _as_tuple(value: Any) -> Any:
    return [value] if isinstance(value, str) else _some(value)


def _some(value: Any) -> Any:
    if isinstance(value, (list, tuple, dict)) and not value:
        raise fault("R029", "dit mag niet leeg zijn.")
    return value


class _NotEmpty:
    """A list or block with at least one entry (looked at before the entries, so that a bad entry is one mistake)."""

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_before_validator_function(_some, handler(source))


class _WordOrWords(WordOf):
    """One word or a list of words, always read as a tuple."""

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        one = core_schema.with_info_plain_validator_function(self.check)
        many = core_schema.tuple_variable_schema(one)
        return core_schema.no_info_before_validator_function(_as_tuple, many)


Text = Annotated[str, StringConstraints(strict=True, min_length=1)]
NotEmpty = _NotEmpty()
NewId = Annotated[str, _NewId()]
Id = Annotated[str, Ref("")]
Day = Annotated[dt.date, _Date()]
Number = Annotated[Fraction, _Number()]
Bound = Annotated[Fraction | dt.date, _Bound()]
DayOrUnknown = Annotated[dt.date | None, _DayOrUnknown()]
Amount = Annotated[Fraction | Duration | dt.date | None, _Amount()]
Rung = Annotated[int, _Rung()]
RawList = Annotated[list[Any], NotEmpty]
ArticleText = Annotated[str, _Article()]
YesNo = Annotated[bool, _YesNo()]
YesNoUnknown = Annotated[bool | None, _YesNoUnknown()]
Raw = Annotated[int | str, _Raw()]
Term = Annotated[Duration, _Term()]
DayOfMonth = Annotated[int | Literal["onbekend"], _DayOfMonth()]
TermOrNone = Annotated[Duration | Literal["geen"], _Term(("geen",))]
TermOrUnknown = Annotated[Duration | Literal["onbekend"], _Term(("onbekend",))]
TermOrNoneOrUnknown = Annotated[Duration | Literal["geen", "onbekend"], _Term(("geen", "onbekend"))]

Condition = Annotated[Expression, Wanted("ja_nee")]
Money = Annotated[Expression, Wanted("bedrag")]
Ratio = Annotated[Expression, Wanted("getal")]
AccessDay = Annotated[Expression, Wanted("datum", access=True)]
Formula = Annotated[Expression, Wanted("elk")]

FactRef = Annotated[str, Ref("feit")]
RuleRef = Annotated[str, Ref("regel")]
RoleRef = Annotated[str, Ref("rol")]
LawRef = Annotated[str, Ref("wet")]

Regime = Annotated[str, WordOf(("regelingen",))]
Entitlement = Annotated[str, WordOf(("aanspraken",))]
Needs = Annotated[tuple[str, ...], _WordOrWords(("behoeften",))]
Need = Annotated[str, WordOf(("behoeften",))]
Purpose = Annotated[str, WordOf(("doelen",))]
Unit = Annotated[str, WordOf(("eenheidnamen",))]
Measure = Annotated[str, WordOf(("eenheden",))]
Period = Annotated[str, WordOf(("perioden",))]
Role = Annotated[str, WordOf(("rollen",))]
Layer = Annotated[str, WordOf(("bronlagen",))]
Modality = Annotated[str, WordOf(("modaliteiten",))]
Status = Annotated[str, WordOf(("statussen",))]
TestMoment = Annotated[str, WordOf(("toetsmomenten",))]
ReferencePeriod = Annotated[str, WordOf(("referenties",))]
CostKind = Annotated[str, WordOf(("kost_soorten",))]
ReadPost = Annotated[str, WordOf(("gelezen_posten",))]
Mandate = Annotated[str, WordOf(("mandaatniveaus",))]
