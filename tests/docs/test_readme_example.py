# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""The household that the README tells people to write down is one that can be read."""

from __future__ import annotations

import re
from pathlib import Path

from samenloop.domain import load_household
from samenloop.resources import data_root
from samenloop.vocabulary import load_vocabulary

ROOT = Path(__file__).resolve().parents[2]


def test_the_example_of_the_readme_loads() -> None:
    examples = re.findall(r"^```yaml\n(.*?)^```", (ROOT / "README.md").read_text(encoding="utf-8"), re.M | re.S)
    assert len(examples) == 1
    loaded = load_household(examples[0], "README.md", load_vocabulary(data_root()))
    assert loaded.warnings == ()
    assert [person.id for person in loaded.household.personen] == ["ik"]
