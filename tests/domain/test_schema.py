# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""The JSON Schema accepts what loads and refuses what a schema can know to be wrong."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from samenloop.documents import read_document
from samenloop.domain import household_schema
from samenloop.domain.explanations import EXPLANATIONS
from samenloop.errors import Problem
from samenloop.vocabulary import Vocabulary

FILES = sorted((Path(__file__).parent / "data").glob("*.yaml"))
HEAD = "schema: 1\nhuishouden: proef\npeildatum: 2018-04-01\npersonen: [{id: a}]\n"


@pytest.fixture(scope="module")
def schema(vocabulary: Vocabulary) -> dict[str, Any]:
    return household_schema(vocabulary)


@pytest.fixture(scope="module")
def validator(schema: dict[str, Any]) -> Draft202012Validator:
    return Draft202012Validator(schema)


class Core(yaml.SafeLoader):
    """Reads YAML as an editor does: decimals are numbers, days are texts."""


Core.yaml_implicit_resolvers = {
    first: [(tag, form) for tag, form in forms if tag != "tag:yaml.org,2002:timestamp"]
    for first, forms in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def test_the_schema_is_a_schema(schema: dict[str, Any]) -> None:
    Draft202012Validator.check_schema(schema)
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    text = json.dumps(schema, ensure_ascii=False)
    assert "x-" not in {key[:2] for key in keys(schema)} and "title" not in {*schema["properties"]["personen"]}
    assert json.loads(text) == schema


def keys(value: Any) -> list[str]:
    if isinstance(value, dict):
        return [*value, *(key for one in value.values() for key in keys(one))]
    return [key for one in value for key in keys(one)] if isinstance(value, list) else []


def test_every_key_has_an_explanation(schema: dict[str, Any]) -> None:
    blocks = [schema, *(one for one in schema["$defs"].values() if "properties" in one)]
    assert len(blocks) == len(EXPLANATIONS)
    assert all(one.get("description") for block in blocks for one in (block, *block["properties"].values()))


def test_words_come_from_the_vocabulary(schema: dict[str, Any], vocabulary: Vocabulary) -> None:
    words = schema["$defs"]["woorden_inkomen_soorten"]["enum"]
    assert set(words) == set(vocabulary.ids("inkomen_soorten")) - {"onbekend"}


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_accepts_what_loads(path: Path, validator: Draft202012Validator) -> None:
    text = path.read_text(encoding="utf-8")
    document, _ = read_document(text, path.name, "huishouden")
    assert not list(validator.iter_errors(document.data))
    assert not list(validator.iter_errors(yaml.load(text, Core)))  # noqa: S506


RIGHT = [
    "onvolledig: [personen, kosten]\n",
    "kosten: [{soort: anders, omschrijving: een hek, bedrag: 12.50, per: maand}]\n",
    "kosten: onbekend\nhulp: onbekend\noordelen: {pw.x: {oordeel: onbekend}}\n",
    "gebeurtenissen: [{soort: anders, details: {omschrijving: iets}}, {soort: baan, details: {loon: 12.50}}]\n",
    "gemeente: GM0344\nschulden: [{id: s, soort: onbekend, bedrag: {van: 1.50}, ontstaan: 2018, wie: [a]}]\n",
    "regelingen: [{regeling: wgs, voorwaarden: [anders], omschrijving: iets, bedrag: onbekend}]\n",
    "schulden: [{id: s, soort: huur, saneerbaar: {oordeel: nee, door: college, waarom: zo is het}}]\n",
]

WRONG = [
    "sommen: []\n",
    "gemeente: Utrecht\n",
    "onvolledig: onbekend\n",
    "kosten: [{soort: hek}]\n",
    "kosten: [{soort: anders}]\n",
    "kosten: [{soort: school, bedrag: 12.50}]\n",
    "kosten: [{soort: school, bedrag: -1, per: maand}]\n",
    "kosten: [{soort: school, bedrag: '12,50', per: maand}]\n",
    "kosten: [{soort: school, bedrag: '12.505', per: maand}]\n",
    "kosten: [{soort: school, bedrag: 1, per: uur}]\n",
    "kosten: [{bedrag: onbekend}]\n",
    "schulden: [{soort: huur}]\n",
    "schulden: [{id: S, soort: huur}]\n",
    "schulden: [{id: s, soort: huur, ontstaan: 1-4-2018}]\n",
    "schulden: [{id: s, soort: huur, bedrag: {}}]\n",
    "schulden: [{id: s, soort: huur, saneerbaar: ja}]\n",
    "schulden: [{id: s, soort: huur, saneerbaar: {oordeel: true}}]\n",
    "schulden: [{id: s, soort: huur, wie: []}]\n",
    "gebeurtenissen: [{soort: baan, details: {salaris: 1}}]\n",
    "gebeurtenissen: [{soort: anders}]\n",
    "regelingen: [{regeling: wgs, voorwaarden: [anders]}]\n",
    "oordelen: {Pw: {oordeel: ja}}\n",
    "hulp: {kosten: 10}\n",
]


def data(text: str) -> Any:
    document, wrong = read_document(text, "proef.yaml", "huishouden")
    assert not wrong
    return document.data


@pytest.mark.parametrize("more", RIGHT)
def test_right_parts(more: str, validator: Draft202012Validator, load: Callable[[str], object]) -> None:
    load(HEAD + more)
    assert not list(validator.iter_errors(data(HEAD + more)))


@pytest.mark.parametrize("more", WRONG)
def test_wrong_parts(more: str, validator: Draft202012Validator, problems: Callable[[str], list[Problem]]) -> None:
    assert problems(HEAD + more)
    assert list(validator.iter_errors(data(HEAD + more)))


@pytest.mark.parametrize(
    "text",
    [
        HEAD.replace("schema: 1\n", ""),
        HEAD.replace("schema: 1", "schema: 2"),
        HEAD.replace("2018-04-01", "2018-04"),
        HEAD.replace("{id: a}", ""),
        HEAD.replace("{id: a}", "{id: onbekend}"),
        HEAD.replace("[{id: a}]", "onbekend"),
        HEAD.replace("{id: a}", "{id: a, leeftijd: 130}"),
        HEAD.replace("{id: a}", "{id: a, leeftijd: '30'}"),
        HEAD.replace("{id: a}", "{id: a, leeftijd: 30, geboortemaand: 1988-01}"),
        HEAD.replace("{id: a}", "{id: a, geboortemaand: 1988-01-01}"),
    ],
)
def test_wrong_wholes(text: str, validator: Draft202012Validator, problems: Callable[[str], list[Problem]]) -> None:
    assert problems(text)
    assert list(validator.iter_errors(data(text)))
