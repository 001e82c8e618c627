# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""Every block of the tutorial runs, in order, in an empty folder, and writes what the page says that it writes."""

from __future__ import annotations

from pathlib import Path

import pytest

from docs.pages import DOCS, matches, run_page, workplace

PAGES = sorted((DOCS / "tutorial").glob("*.md"))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_the_tutorial_does_what_it_says(page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(workplace(tmp_path))
    assert run_page(page, tmp_path) >= 10


def test_the_comparison_sees_a_difference() -> None:
    """A test of the test: what differs is not the same, also beside an ellipsis."""
    assert matches("een\n…\ndrie … vijf\n", "een\ntwee\ntwee\ndrie vier vijf\n")
    assert matches("een\n…\n", "een\n")
    assert not matches("een\n…\n", "twee\n")
    assert not matches("een\ntwee\n", "een\n")
    assert not matches("een\n", "een\ntwee\n")
    assert not matches("drie … vijf\n", "drie vier zes\n")
