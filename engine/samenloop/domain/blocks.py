# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""What every block of keys in a household file has in common, and the judgement, which stands in many of them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, ClassVar, Literal, TypeAlias, TypeVar, get_args

from pydantic import BaseModel, ConfigDict, GetCoreSchemaHandler, GetJsonSchemaHandler, ValidationInfo
from pydantic_core import CoreSchema, PydanticKnownError, core_schema

from samenloop.domain.fields import FreeText, FreeTexts, Role
from samenloop.domain.kinds import (
    FACT_PATTERN,
    ONBEKEND,
    JsonSchema,
    Kind,
    VerdictKind,
    YesNoKind,
    fail,
    is_fact_id,
    or_unknown,
)
from samenloop.domain.values import UNKNOWN, Unknown

Needs: TypeAlias = Mapping[str, tuple[str, ...]]
"""Per key of a number: the keys without which that number says nothing (``bedrag`` needs ``per``)."""


class Block(BaseModel):
    """A block of keys. Its fields carry the Dutch keys of the file; it cannot be changed."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    needs: ClassVar[Needs] = {}


class Described(Block):
    """A block with a word from a list: ``omschrijving`` says what is meant when that word is ``anders``."""

    omschrijving: FreeText = None


B = TypeVar("B", bound=Block)


def block_in(annotation: Any) -> type[Block] | None:
    """The block a type speaks of (``tuple[Income, ...] | Unknown | None`` speaks of ``Income``)."""
    if isinstance(annotation, type) and issubclass(annotation, Block):
        return annotation
    return next((found for inner in get_args(annotation) if (found := block_in(inner))), None)


class OneKind(Kind):
    """A block of keys."""

    def inner(self, block: type[Block], handler: GetCoreSchemaHandler) -> CoreSchema:
        """How the value itself is read."""
        return handler.generate_schema(block)

    def wrapped(self, value: Any, handler: core_schema.ValidatorFunctionWrapHandler) -> Any:
        """Handle ``onbekend`` and what the YAML reader could not read, then the value itself."""
        if value is None:
            return None
        if value == ONBEKEND and self.unknown:
            return UNKNOWN
        return handler(value)

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        block = block_in(source)
        if block is None:
            raise TypeError(f"{source!r} names no block")
        return core_schema.no_info_wrap_validator_function(self.wrapped, self.inner(block, handler))

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchema:
        inner = dict(handler(schema))
        return or_unknown(inner) if self.unknown else inner


class ManyKind(OneKind):
    """A list of blocks; absent is unknown, empty is "there is none". ``least``: how many there must be (0 or 1)."""

    def __init__(self, *, unknown: bool = True, least: int = 0) -> None:
        self.unknown, self.least = unknown, least

    def inner(self, block: type[Block], handler: GetCoreSchemaHandler) -> CoreSchema:
        """How the value itself is read."""
        return core_schema.tuple_variable_schema(handler.generate_schema(block))

    def wrapped(self, value: Any, handler: core_schema.ValidatorFunctionWrapHandler) -> Any:
        """Handle what may not be empty, then as every block."""
        if value == [] and self.least:
            raise PydanticKnownError("too_short", {"field_type": "List", "min_length": self.least, "actual_length": 0})
        return super().wrapped(value, handler)

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchema:
        inner = {**handler(schema), **({"minItems": self.least} if self.least else {})}
        return or_unknown(inner) if self.unknown else inner


class JudgedKind(OneKind):
    """Yes or no, or a judgement about it."""

    _yes_no = YesNoKind()

    def wrapped(self, value: Any, handler: core_schema.ValidatorFunctionWrapHandler) -> Any:
        """Read keys as a judgement and all else as yes or no."""
        if value is None or isinstance(value, bool):
            return value
        if value == ONBEKEND:
            return UNKNOWN
        if isinstance(value, dict):
            return handler(value)
        hint = "Schrijf true voor ja en false voor nee." if value in ("ja", "nee") else ""
        raise fail("H014", "verwacht true, false, onbekend of een oordeel met wie het gaf en waarom.", hint)

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchema:
        return or_unknown({"anyOf": [self._yes_no.json(), dict(handler(schema))]})


class ByFactKind(OneKind):
    """Judgements by the id of the fact they answer."""

    def inner(self, block: type[Block], handler: GetCoreSchemaHandler) -> CoreSchema:
        """How the value itself is read."""
        key = core_schema.with_info_plain_validator_function(self._key)
        return core_schema.dict_schema(key, handler.generate_schema(block))

    @staticmethod
    def _key(value: Any, info: ValidationInfo) -> str:
        if not isinstance(value, str) or not is_fact_id(value):
            raise fail("H012", "verwacht als sleutel de id van een feit: kleine letters, cijfers, punten en _.")
        return value

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchema:
        inner = dict(handler(schema["schema"]["values_schema"]))
        return or_unknown({"type": "object", "propertyNames": {"pattern": FACT_PATTERN}, "additionalProperties": inner})


class Judgement(Described):
    """What somebody found about an open norm. It never comes from a calculation."""

    oordeel: Annotated[Literal["ja", "nee"] | Unknown, VerdictKind()]
    door: Role = None
    waarom: FreeText = None
    bewijs: FreeTexts = None


One = Annotated[B | Unknown | None, OneKind()]
Many = Annotated[tuple[B, ...] | Unknown | None, ManyKind()]
Judged = Annotated[bool | Judgement | Unknown | None, JudgedKind()]
