# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""How one value of a household file is read: each kind of value is one class, put on a field with ``Annotated``.

A kind turns what the YAML reader gives into the value of the model, or raises one error with a code and a Dutch
sentence; what consists of parts (a range, a list) raises one error for each wrong part. No sentence holds the value.
A kind also says what it accepts in JSON Schema terms; ``x-woorden`` there names lists of the vocabulary, which
:mod:`samenloop.domain.schema` fills in. The vocabulary comes as pydantic's validation context.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, ClassVar, TypeAlias, TypeVar

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler, ValidationError, ValidationInfo
from pydantic_core import CoreSchema, InitErrorDetails, PydanticCustomError, PydanticKnownError, core_schema

from samenloop.domain.values import UNKNOWN
from samenloop.errors import did_you_mean
from samenloop.vocabulary import Vocabulary

ONBEKEND = "onbekend"
OTHER = "anders"
"""The word for a term that the list lacks; it asks for an ``omschrijving``."""

ID_PATTERN = r"^[a-z][a-z0-9_-]{0,39}$"
FACT_PATTERN = r"^[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*)*$"
_ID = re.compile(ID_PATTERN[:-1] + r"\Z")
_FACT = re.compile(FACT_PATTERN[:-1] + r"\Z")
_MUNICIPALITY = re.compile(r"GM\d{4}\Z")
_TEXT_LENGTH = 2000

JsonSchema: TypeAlias = dict[str, Any]
V = TypeVar("V")
K = TypeVar("K", str, int)


def fail(code: str, message: str, hint: str = "", *, key: bool = False) -> PydanticCustomError:
    """One mistake: a stable code, a Dutch sentence and sometimes a hint. ``key``: the key is wrong, not its value."""
    context: dict[str, Any] = ({"hint": hint} if hint else {}) | ({"key": True} if key else {})
    return PydanticCustomError(code, message, context or None)


def no_key(key: str, known: Iterable[str]) -> PydanticCustomError:
    """The mistake of a key that does not exist."""
    return fail("V002", "deze sleutel bestaat hier niet.", did_you_mean(key, known), key=True)


def no_list() -> PydanticKnownError:
    """The mistake of a value where a list is expected."""
    return PydanticKnownError("list_type")


def no_block() -> PydanticKnownError:
    """The mistake of a value where keys are expected."""
    return PydanticKnownError("dict_type")


def each(values: Sequence[Any], read: Callable[[Any], V]) -> tuple[V, ...]:
    """Read every element of a list; raises one error for each wrong element."""
    return tuple(by_key(dict(enumerate(values)), lambda _, value: read(value)).values())


def by_key(values: Mapping[K, Any], read: Callable[[K, Any], V]) -> dict[K, V]:
    """Read the value of every key; raises one error for each wrong value, or more where a value has parts."""
    out: dict[K, V] = {}
    wrong: list[InitErrorDetails] = []
    for key, value in values.items():
        try:
            out[key] = read(key, value)
        except PydanticCustomError as mistake:
            wrong.append(InitErrorDetails(type=mistake, loc=(key,), input=None))
        except ValidationError as mistakes:
            wrong += _parts(key, mistakes)
    if wrong:
        raise ValidationError.from_exception_data("huishouden", wrong)
    return out


def _parts(key: str | int, error: ValidationError) -> Iterator[InitErrorDetails]:
    """The mistakes in the parts of a value, seen from what holds the value."""
    for item in error.errors(include_input=False, include_url=False):
        same = PydanticCustomError(item["type"], item["msg"], item.get("ctx"))
        yield InitErrorDetails(type=same, loc=(key, *item["loc"]), input=None)


class Kind:
    """How one value is read. ``unknown`` says whether ``onbekend`` may stand here."""

    unknown: bool = True
    range_keys: ClassVar[tuple[str, ...]] = ()
    """The keys of the value itself when it is written as a range."""

    def parse(self, value: Any, info: ValidationInfo) -> Any:
        """The value of the model. Raises a mistake with a code."""
        raise NotImplementedError

    def json(self) -> JsonSchema:
        """What is accepted, apart from ``onbekend``."""
        raise NotImplementedError

    def read(self, value: Any, info: ValidationInfo) -> Any:
        """Handle what holds for all kinds, then :meth:`parse`."""
        if value is None:  # the YAML reader has already said that nothing stands here
            return None
        if value == ONBEKEND:
            if self.unknown:
                return UNKNOWN
            raise fail("H028", "hier kan geen 'onbekend' staan.")
        return self.parse(value, info)

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.with_info_plain_validator_function(self.read)

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchema:
        return or_unknown(self.json()) if self.unknown else self.json()


def or_unknown(schema: JsonSchema) -> JsonSchema:
    """The same JSON Schema with ``onbekend`` added."""
    known = schema["anyOf"] if set(schema) == {"anyOf"} else [schema]
    return {"anyOf": [*known, {"const": ONBEKEND}]}


def words_of(info: ValidationInfo) -> Vocabulary:
    """The vocabulary that came with the validation."""
    context = info.context
    if not isinstance(context, Vocabulary):
        raise TypeError("een huishouden lezen vraagt een woordenlijst: geef context=vocabulary")
    return context


class TextKind(Kind):
    """A text. ``free`` marks words of people, in which a name may have slipped."""

    def __init__(self, *, free: bool = False) -> None:
        self.free = free

    def parse(self, value: Any, info: ValidationInfo) -> str:
        """The text as it stands."""
        if not isinstance(value, str) or not value.strip():
            raise fail("H010", "verwacht een tekst.")
        if len(value) > _TEXT_LENGTH:
            raise fail("H011", f"deze tekst is te lang; hoogstens {_TEXT_LENGTH} tekens.")
        return value

    def json(self) -> JsonSchema:
        """A text that is not empty."""
        return {"type": "string", "minLength": 1, "maxLength": _TEXT_LENGTH}


class TextsKind(TextKind):
    """A list of texts."""

    def parse(self, value: Any, info: ValidationInfo) -> tuple[str, ...]:  # type: ignore[override]
        """Every text of the list."""
        if not isinstance(value, list):
            raise no_list()
        return each(value, lambda one: TextKind.parse(self, one, info))

    def json(self) -> JsonSchema:
        """A list of texts that are not empty."""
        return {"type": "array", "items": super().json()}


class IdKind(Kind):
    """The id of an entry, or a label that somebody gives (``werkgever``)."""

    def __init__(self, *, unknown: bool = False) -> None:
        self.unknown = unknown

    def parse(self, value: Any, info: ValidationInfo) -> str:
        """The id."""
        if not isinstance(value, str) or not _ID.match(value):
            raise fail(
                "H012", "verwacht een kleine letter en dan kleine letters, cijfers, - of _; hoogstens 40 tekens."
            )
        return value

    def json(self) -> JsonSchema:
        """The pattern of an id."""
        return {"type": "string", "pattern": ID_PATTERN, "not": {"const": ONBEKEND}}


class RefKind(Kind):
    """The id of another entry: of ``personen``, ``woningen``, ``schulden`` or ``regelingen``.

    ``target`` is that list, or ``gebeurtenis`` when the kind of event says which list it is. Whether the entry exists
    is checked over the whole file (:mod:`samenloop.domain.checks`). ``many``: one id or a list of ids, read as a tuple.
    """

    def __init__(self, target: str, *, many: bool = False, unknown: bool = True) -> None:
        self.target, self.many, self.unknown = target, many, unknown

    def parse(self, value: Any, info: ValidationInfo) -> str | tuple[str, ...]:
        """The id, or the ids."""
        if self.many and isinstance(value, list):
            if not value:
                raise PydanticKnownError("too_short", {"field_type": "List", "min_length": 1, "actual_length": 0})
            return each(value, self._one)
        one = self._one(value)
        return (one,) if self.many else one

    def _one(self, value: Any) -> str:
        if not isinstance(value, str) or value == ONBEKEND:
            raise fail("H012", "verwacht de id van een ander deel van dit bestand.")
        return value

    def json(self) -> JsonSchema:
        """An id, or a list of ids."""
        one = {"type": "string", "pattern": ID_PATTERN}
        return {"anyOf": [one, {"type": "array", "items": one, "minItems": 1}]} if self.many else one


class MunicipalityKind(Kind):
    """The code of a gemeente (``GM0344``). ``label``: an own label may stand for one whose name is not known."""

    def __init__(self, *, label: bool = False) -> None:
        self.label = label

    def parse(self, value: Any, info: ValidationInfo) -> str:
        """The code."""
        if isinstance(value, str) and (_MUNICIPALITY.match(value) or (self.label and _ID.match(value))):
            return value
        raise fail("H013", "verwacht een gemeentecode: GM en vier cijfers, of onbekend.")

    def json(self) -> JsonSchema:
        """The pattern of a code."""
        code: JsonSchema = {"type": "string", "pattern": r"^GM\d{4}$"}
        return {"anyOf": [code, {"type": "string", "pattern": ID_PATTERN}]} if self.label else code


class YesNoKind(Kind):
    """``true`` or ``false``."""

    def parse(self, value: Any, info: ValidationInfo) -> bool:
        """The boolean."""
        if isinstance(value, bool):
            return value
        hint = "Schrijf true voor ja en false voor nee." if value in ("ja", "nee") else ""
        raise fail("H014", "verwacht true, false of onbekend.", hint)

    def json(self) -> JsonSchema:
        """A boolean."""
        return {"type": "boolean"}


class VerdictKind(Kind):
    """What somebody judges on an open norm: ``ja`` or ``nee``."""

    def parse(self, value: Any, info: ValidationInfo) -> str:
        """The word."""
        if isinstance(value, str) and value in ("ja", "nee"):
            return value
        hint = "Schrijf in een oordeel ja of nee in plaats van true of false." if isinstance(value, bool) else ""
        raise fail("H015", "verwacht ja, nee of onbekend.", hint)

    def json(self) -> JsonSchema:
        """Ja or nee."""
        return {"enum": ["ja", "nee"]}


class VersionKind(Kind):
    """The version of the contract; only 1 exists."""

    unknown = False

    def parse(self, value: Any, info: ValidationInfo) -> int:
        """The version."""
        if value != 1 or isinstance(value, bool):
            raise fail("H029", "verwacht 1: de enige versie van dit bestand die er is.")
        return 1

    def json(self) -> JsonSchema:
        """The number 1."""
        return {"const": 1}


class ChoiceKind(Kind):
    """One of a few words that belong to the contract itself."""

    def __init__(self, *words: str) -> None:
        self.words = words

    def parse(self, value: Any, info: ValidationInfo) -> str:
        """The word."""
        if isinstance(value, str) and value in self.words:
            return value
        hint = did_you_mean(value, self.words) if isinstance(value, str) else ""
        raise fail("H027", f"verwacht {', '.join(self.words)} of onbekend.", hint)

    def json(self) -> JsonSchema:
        """The words."""
        return {"enum": list(self.words)}


class TermsKind(Kind):
    """A word of one or more lists of the vocabulary; ``anders`` when the list lacks it (with ``omschrijving``)."""

    def __init__(
        self, *lists: str, many: bool = False, other: bool = True, without: tuple[str, ...] = (), unknown: bool = True
    ) -> None:
        self.lists, self.many, self.other, self.without, self.unknown = lists, many, other, without, unknown

    def parse(self, value: Any, info: ValidationInfo) -> str | tuple[str, ...]:
        """The word, or the words."""
        words = self.words(words_of(info))
        if not self.many:
            return self._one(value, words)
        if not isinstance(value, list):
            raise no_list()
        return each(value, lambda one: self._one(one, words))

    def words(self, vocabulary: Vocabulary) -> tuple[str, ...]:
        """Every word that may stand here, in the order of the lists, without ``onbekend``."""
        known = dict.fromkeys(vocabulary.ids(*self.lists))
        if self.other:
            known[OTHER] = None
        return tuple(word for word in known if word not in self.without and word != ONBEKEND)

    def _one(self, value: Any, words: tuple[str, ...]) -> str:
        if isinstance(value, str) and value in words:
            return value
        hint = did_you_mean(value, words) if isinstance(value, str) else ""
        if len(words) <= 9:
            raise fail("H027", f"verwacht {', '.join(words)} of onbekend.", hint)
        raise fail("H027", f"verwacht een woord uit de woordenlijst: {' of '.join(self.lists)}.", hint)

    def json(self) -> JsonSchema:
        """A reference to the lists, filled in when the schema is made."""
        words: JsonSchema = {"x-woorden": list(self.lists), "x-anders": self.other, "x-zonder": list(self.without)}
        return {"type": "array", "items": words} if self.many else words


class PathKind(Kind):
    """A key path in this file: ``schulden``, ``personen.moeder.inkomen``. Whether it exists is checked later."""

    unknown = False

    def parse(self, value: Any, info: ValidationInfo) -> Any:
        """The path."""
        if not isinstance(value, str) or not value.strip():
            raise fail("H010", "verwacht een tekst.")
        return value

    def json(self) -> JsonSchema:
        """A text of keys and ids with dots between."""
        return {"type": "string", "pattern": r"^[a-z][A-Za-z0-9_-]*(\.[A-Za-z0-9_-]+)*$"}


class PathsKind(PathKind):
    """A list of key paths. ``lists``: each must be a list of the contract."""

    def __init__(self, *, lists: bool = False) -> None:
        self.lists = lists

    def parse(self, value: Any, info: ValidationInfo) -> tuple[str, ...]:
        """The paths."""
        if not isinstance(value, list):
            raise no_list()
        return each(value, lambda one: str(PathKind.parse(self, one, info)))

    def json(self) -> JsonSchema:
        """A list of paths."""
        return {"type": "array", "items": super().json()}


def is_id(text: str) -> bool:
    """Whether a text has the form of an id (``s_huur``)."""
    return bool(_ID.match(text))


def is_fact_id(text: str) -> bool:
    """Whether a text has the form of the id of a fact (``pw.norm``)."""
    return bool(_FACT.match(text))
