# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""The base of all rule book models: frozen, closed, and every mistake in one validation.

Two things pydantic does not do by itself: conditions between keys are reported together with mistakes inside the keys
(:meth:`Model.faults` looks at the raw mapping, so one bad value hides nothing), and a block with a verb is read as the
class of that verb (:class:`ByVerb`), so that a mistake in it is said once and not once per verb.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple, Self

from pydantic import (
    BaseModel,
    ConfigDict,
    GetCoreSchemaHandler,
    ModelWrapValidatorHandler,
    ValidationError,
    ValidationInfo,
    model_validator,
)
from pydantic_core import CoreSchema, InitErrorDetails, PydanticCustomError, core_schema

from samenloop.errors import did_you_mean
from samenloop.rulebook.fields import fault

_OWN_CODE = re.compile(r"[A-Z][0-9]{3}")


class Fault(NamedTuple):
    """A condition between keys that does not hold, at a key path below the block."""

    loc: tuple[str | int, ...]
    error: PydanticCustomError


class Model(BaseModel):
    """Frozen, and no key but its own."""

    model_config = ConfigDict(frozen=True, extra="forbid", arbitrary_types_allowed=True, defer_build=True)

    @classmethod
    def faults(cls, raw: Mapping[str, Any]) -> Iterator[Fault]:
        """Conditions between keys that ``raw`` breaks. Values may still be wrong by themselves."""
        yield from ()

    @model_validator(mode="wrap")
    @classmethod
    def _every_mistake(cls, value: Any, handler: ModelWrapValidatorHandler[Self], info: ValidationInfo) -> Self:
        if isinstance(value, cls):
            return value
        found = list(cls.faults(value)) if isinstance(value, Mapping) else []
        try:
            made = handler(value)
        except ValidationError as error:
            if not found:
                raise
            raise _together(cls.__name__, error, found) from None
        if found:
            raise _together(cls.__name__, None, found)
        return made


def _together(title: str, error: ValidationError | None, found: list[Fault]) -> ValidationError:
    details: list[InitErrorDetails] = []
    for item in error.errors(include_url=False) if error else ():
        kind: Any = item["type"]
        if _OWN_CODE.fullmatch(kind):
            kind = PydanticCustomError(kind, item["msg"], item.get("ctx", {}))
        details.append(InitErrorDetails(type=kind, loc=item["loc"], input=item["input"], ctx=dict(item.get("ctx", {}))))
    details += [InitErrorDetails(type=one.error, loc=one.loc, input=None) for one in found]
    return ValidationError.from_exception_data(title, details)


@dataclass(frozen=True)
class ByVerb:
    """Reads a block as the model that its one verb names. ``classes`` is asked late: models may be recursive."""

    classes: Callable[[], Mapping[str, type[Model]]]

    def pick(self, value: Any) -> type[Model] | None:
        """The class for a raw block, or ``None`` when it has no verb or more than one."""
        classes = self.classes()
        verbs = [key for key in value if key in classes] if isinstance(value, Mapping) else []
        return classes[verbs[0]] if len(verbs) == 1 else None

    def read(self, value: Any, info: ValidationInfo) -> Model:
        classes = self.classes()
        if isinstance(value, Model):
            return value
        if not isinstance(value, Mapping):
            raise fault("R011", f"verwacht een blok met één werkwoord: {', '.join(sorted(classes))}.")
        verbs = [key for key in value if key in classes]
        if len(verbs) > 1:
            raise fault("R012", "één werkwoord per blok; maak er twee blokken van.")
        if not verbs:
            near = next((hint for key in value if (hint := did_you_mean(str(key), classes))), "")
            raise fault("R011", f"hier ontbreekt een werkwoord: {', '.join(sorted(classes))}.", hint=near)
        return classes[verbs[0]].model_validate(value, context=info.context)

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.with_info_plain_validator_function(self.read)


def needs(raw: Mapping[str, Any], key: str, because: str) -> Iterator[Fault]:
    """``key`` is required here; ``because`` completes the Dutch sentence."""
    if key not in raw:
        yield Fault((), fault("R013", f"de sleutel '{key}' ontbreekt: {because}."))


def refuses(raw: Mapping[str, Any], key: str, because: str) -> Iterator[Fault]:
    """``key`` is not allowed here."""
    if key in raw:
        yield Fault((key,), fault("R014", f"deze sleutel past hier niet: {because}.", key=True))


def exactly_one(raw: Mapping[str, Any], *keys: str) -> Iterator[Fault]:
    """One of ``keys``, not more."""
    given = [key for key in raw if key in keys]
    names = " of ".join(f"'{key}'" for key in keys)
    if not given:
        yield Fault((), fault("R015", f"geef {names}."))
    elif len(given) > 1:
        yield Fault((given[1],), fault("R015", f"geef {names}, niet meer dan één.", key=True))
