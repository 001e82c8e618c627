# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""The contract as a table: complete, explained, and the same as what the vocabulary says about it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from samenloop.documents import read_document
from samenloop.domain import SPECIAL_PATHS, Described, contract_paths, special_paths
from samenloop.domain.blocks import Block
from samenloop.domain.contract import follow, slots
from samenloop.domain.explanations import EXPLANATIONS
from samenloop.domain.household import Household
from samenloop.domain.kinds import TermsKind
from samenloop.vocabulary import Vocabulary

DATA = Path(__file__).parent / "data"
MODELS: list[type[Block]] = [
    Household,
    *{slot.block.__name__: slot.block for slot in contract_paths().values() if slot.block is not None}.values(),
]


def test_special_keys_exist() -> None:
    assert set(SPECIAL_PATHS) <= set(contract_paths())


def test_lists_of_the_vocabulary_exist(vocabulary: Vocabulary) -> None:
    named = {name for slot in contract_paths().values() if isinstance(slot.kind, TermsKind) for name in slot.kind.lists}
    assert len(named) > 20 and named <= set(vocabulary.lists)


def test_what_the_vocabulary_says_about_keys_exists(vocabulary: Vocabulary) -> None:
    assert {*vocabulary.display_only, *vocabulary.not_read_yet} <= set(contract_paths())


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_every_key_is_explained(model: type[Block]) -> None:
    assert set(EXPLANATIONS[model.__name__]) == {"", *slots(model)}
    assert all(text.strip() == text and text for text in EXPLANATIONS[model.__name__].values())


def test_nothing_else_is_explained() -> None:
    assert set(EXPLANATIONS) == {model.__name__ for model in MODELS}


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_a_block_with_a_word_has_room_to_describe_it(model: type[Block]) -> None:
    has_words = any(isinstance(slot.kind, TermsKind) and slot.kind.other for slot in slots(model).values())
    assert not has_words or issubclass(model, Described)
    assert set(model.needs) <= set(slots(model)) and {k for ks in model.needs.values() for k in ks} <= set(slots(model))


def test_special_values_are_found() -> None:
    path = DATA / "nl-041-vrouwenopvang.yaml"
    document, _ = read_document(path.read_text(encoding="utf-8"), path.name, "huishouden")
    assert set(special_paths(document.data)) == {
        ("personen", 0, "zwanger_tot"),
        ("personen", 0, "huiselijk_geweld"),
    }
    care = {"personen": [{"zorg": {"behoeften": [], "ontvangt": [{}]}}, {"verblijfsrecht": "eu"}]}
    assert set(special_paths(care)) == {
        ("personen", 0, "zorg", "behoeften"),
        ("personen", 0, "zorg", "ontvangt"),
        ("personen", 1, "verblijfsrecht"),
    }


RAW = {
    "personen": [{"id": "a", "leeftijd": {"van": 3}, "inkomen": [{"soort": "loon"}]}],
    "kosten": [{"soort": "school"}],
    "oordelen": {"pw.x": {"oordeel": "ja"}},
    "gebeurtenissen": [{"details": {"bij": "a"}}],
}


@pytest.mark.parametrize(
    "path",
    [
        "peildatum", "personen", "personen.a", "personen.a.inkomen", "personen.a.inkomen.0.soort", "kosten.0.bedrag",
        "personen.a.zorg.ontvangt", "oordelen", "oordelen.pw.x", "gebeurtenissen.0.details.bij", "schulden",
    ],
)  # fmt: skip
def test_paths_that_lead_somewhere(path: str) -> None:
    assert follow(path, RAW).slot is not None


@pytest.mark.parametrize(
    "path",
    [
        "", "persoon", "personen.b", "personen.0", "personen.inkomen", "personen.a.inkomen.1", "kosten.-1",
        "personen.a.inkomen.soort", "personen.a.leeftijd.van", "oordelen.pw.y", "gebeurtenissen.0.details.om",
        "schulden.s", "peildatum.x",
    ],
)  # fmt: skip
def test_paths_that_lead_nowhere(path: str) -> None:
    assert follow(path, RAW).slot is None


def test_the_import_is_light() -> None:
    heavy = ("jsonschema", "networkx", "lark", "typer", "rich", "hypothesis", "email_validator")
    code = f"import sys, samenloop.domain; print([name for name in {heavy!r} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
