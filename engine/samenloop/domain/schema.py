# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""The household file as JSON Schema (draft 2020-12), for editors and other programs.

The words come from the vocabulary and the explanations from :mod:`samenloop.domain.explanations`. What a schema cannot
say (that an id exists, that a period ends after it begins) only :func:`samenloop.domain.load_household` checks.
"""

from __future__ import annotations

from typing import Any

from samenloop.domain.blocks import Block, Described
from samenloop.domain.contract import contract_paths, slots
from samenloop.domain.events import Event, detail_kind, details_of
from samenloop.domain.explanations import EXPLANATIONS
from samenloop.domain.household import Household
from samenloop.domain.kinds import ONBEKEND, OTHER, JsonSchema, TermsKind, or_unknown
from samenloop.domain.people import Person
from samenloop.vocabulary import Vocabulary

SCHEMA_ID = "https://json-schema.org/draft/2020-12/schema"


def household_schema(vocabulary: Vocabulary) -> dict[str, Any]:
    """The JSON Schema of a household file."""
    made = Household.model_json_schema(by_alias=True)
    definitions: dict[str, JsonSchema] = made.pop("$defs")
    models = {slot.block.__name__: slot.block for slot in contract_paths().values() if slot.block is not None}
    _complete(made, Household)
    for name, model in models.items():
        _complete(definitions[name], model)
    _events(definitions[Event.__name__], vocabulary)
    words: dict[str, JsonSchema] = {}
    whole = {"$schema": SCHEMA_ID, "title": "Huishouden", **made, "$defs": definitions}
    schema: dict[str, Any] = _with_words(whole, vocabulary, words)
    schema["$defs"] |= dict(sorted(words.items()))
    return schema


def _complete(schema: JsonSchema, model: type[Block]) -> None:
    """Add the explanations, and what one key asks of another; take away what pydantic says about Python."""
    texts = EXPLANATIONS[model.__name__]
    schema.pop("title", None)
    schema["description"] = texts[""]
    for key, one in schema["properties"].items():
        one.pop("title", None)
        one.pop("default", None)
        one["description"] = texts[key]
    asked = [_needs(key, others) for key, others in model.needs.items()]
    if issubclass(model, Described):
        asked += _other(model)
    if model is Person:
        asked.append({"not": {"required": ["leeftijd", "geboortemaand"], "properties": _known_both()}})
    if asked:
        schema["allOf"] = asked


def _needs(key: str, others: tuple[str, ...]) -> JsonSchema:
    given = {"required": [key], "properties": {key: {"not": {"const": ONBEKEND}}}}
    return {"if": given, "then": {"required": list(others)}}


def _other(model: type[Block]) -> list[JsonSchema]:
    """An ``omschrijving`` wherever a word is ``anders``."""
    used: list[JsonSchema] = []
    for key, slot in slots(model).items():
        if isinstance(slot.kind, TermsKind) and slot.kind.other:
            test: JsonSchema = {"const": OTHER}
            if slot.kind.many:
                test = {"type": "array", "contains": test}
            used.append({"required": [key], "properties": {key: test}})
    told: JsonSchema = {"required": ["omschrijving"]}
    if model is Event:
        told = {"anyOf": [told, {"required": ["details"], "properties": {"details": told}}]}
    return [{"if": {"anyOf": used}, "then": told}]


def _known_both() -> JsonSchema:
    return {key: {"not": {"const": ONBEKEND}} for key in ("leeftijd", "geboortemaand")}


def _events(schema: JsonSchema, vocabulary: Vocabulary) -> None:
    """Say per kind of event which details it can have."""
    for event in vocabulary.ids("gebeurtenissen"):
        details = details_of(vocabulary, event) or {}
        properties = {key: or_unknown(detail_kind(one).json()) for key, one in details.items()}
        schema["allOf"].append(
            {
                "if": {"required": ["soort"], "properties": {"soort": {"const": event}}},
                "then": {"properties": {"details": {"properties": properties, "additionalProperties": False}}},
            }
        )


def _with_words(schema: Any, vocabulary: Vocabulary, words: dict[str, JsonSchema]) -> Any:
    """The same schema with every ``x-woorden`` replaced by a reference to a list of words."""
    if isinstance(schema, list):
        return [_with_words(one, vocabulary, words) for one in schema]
    if not isinstance(schema, dict):
        return schema
    if "x-woorden" in schema:
        lists, other = schema["x-woorden"], bool(schema["x-anders"])
        kind = TermsKind(*lists, other=other, without=tuple(schema["x-zonder"]))
        name = "woorden_" + "_".join(lists)
        words[name] = {"enum": list(kind.words(vocabulary))}
        rest = {key: value for key, value in schema.items() if not key.startswith("x-")}
        return {"$ref": f"#/$defs/{name}", **rest}
    return {key: _with_words(one, vocabulary, words) for key, one in schema.items()}
