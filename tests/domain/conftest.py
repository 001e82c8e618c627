# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from samenloop.domain import Loaded, load_household
from samenloop.errors import InputError, Problem
from samenloop.resources import data_root
from samenloop.vocabulary import Vocabulary, load_vocabulary

DATA = Path(__file__).parent / "data"

Problems = Callable[[str], list[Problem]]


@pytest.fixture(scope="session")
def vocabulary() -> Vocabulary:
    return load_vocabulary(data_root())


@pytest.fixture(scope="session")
def load(vocabulary: Vocabulary) -> Callable[[str], Loaded]:
    """Read a text that must be right."""
    return lambda text: load_household(text, "proef.yaml", vocabulary)


@pytest.fixture(scope="session")
def problems(vocabulary: Vocabulary) -> Problems:
    """The problems of a text that must be wrong."""

    def read(text: str) -> list[Problem]:
        with pytest.raises(InputError) as caught:
            load_household(text, "proef.yaml", vocabulary)
        return list(caught.value.problems)

    return read


@pytest.fixture(scope="session")
def person(load: Callable[[str], Loaded]) -> Callable[[str], Loaded]:
    """A household of one person, with more keys for that person."""
    return lambda more: load(f"schema: 1\nhuishouden: proef\npeildatum: 2018-04-01\npersonen:\n  - {{id: a, {more}}}\n")
