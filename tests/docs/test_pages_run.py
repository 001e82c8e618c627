# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""What the how-to guides and the explanations show is what the program does."""

from __future__ import annotations

from pathlib import Path

import pytest

from docs.pages import DOCS, LANGUAGES, blocks, run_page, workplace

PAGES = sorted([*(DOCS / "how-to").glob("*.md"), *(DOCS / "explanation").glob("*.md")])
_DRAWN = set("┌└├│─►▼")
"""A block without a language is a drawing."""
RUN = [page for page in PAGES if any(block.language in ("sh", "python") for block in blocks(page))]


def page_id(page: Path) -> str:
    return page.relative_to(DOCS).as_posix()


@pytest.mark.parametrize("page", RUN, ids=page_id)
def test_a_page_does_what_it_says(page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(workplace(tmp_path))
    assert run_page(page, tmp_path) > 0


def test_every_how_to_guide_is_run() -> None:
    assert {page.name for page in (DOCS / "how-to").glob("*.md")} == {p.name for p in RUN if p.parent.name == "how-to"}


@pytest.mark.parametrize("page", PAGES, ids=page_id)
def test_every_block_says_in_what_language_it_is(page: Path) -> None:
    other = [block for block in blocks(page) if block.language not in LANGUAGES]
    assert [block.line for block in other if block.language or not _DRAWN & set(block.text)] == []
