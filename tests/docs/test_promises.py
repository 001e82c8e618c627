# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""What pages say about commands, exit codes, coverage and each other is so."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from docs.made.commands import EXIT_CODES, groups, options
from docs.made.coverage import cells
from docs.made.markdown import anchor
from docs.pages import DOCS, ROOT

PAGES = sorted([*ROOT.glob("*.md"), *DOCS.rglob("*.md")])
COMMANDS = {words: command for words, command in groups() if words}
README = ROOT / "README.md"
RIGHTS = {
    "huurtoeslag": "huurtoeslag",
    "zorgtoeslag": "zorgtoeslag",
    "kindgebonden budget": "kindgebonden_budget",
    "kinderbijslag": "kinderbijslag",
    "dubbele kinderbijslag": "dubbele_kinderbijslag",
    "algemene bijstand": "algemene_bijstand",
    "AIO-aanvulling": "aio_aanvulling",
    "ouderdomspensioen AOW": "ouderdomspensioen",
    r"toeslag op een uitkering \(Toeslagenwet\)": "toeslag_tw",
    "uitbetaling van heffingskortingen": "uitbetaling_heffingskorting",
    "tegemoetkoming voor alleenverdieners": "tegemoetkoming_alleenverdieners",
    "nabestaandenuitkering": "nabestaandenuitkering",
    "bijzondere bijstand": "bijzondere_bijstand",
    "individuele inkomenstoeslag": "individuele_inkomenstoeslag",
    "studietoeslag": "studietoeslag",
    "kinderopvangtoeslag": "kinderopvangtoeslag",
    "schuldhulp": "schuldhulp",
    "huishoudelijke hulp Wmo": "wmo_huishoudelijke_hulp",
    "begeleiding Wmo": "wmo_begeleiding",
    "dagbesteding Wmo": "wmo_dagbesteding",
    "hulpmiddel Wmo": "wmo_hulpmiddel",
}


def page_id(page: Path) -> str:
    return page.relative_to(ROOT).as_posix()


def mentioned(text: str) -> list[str]:
    """Every call of the program that a page names, in code or in a block."""
    inline = re.findall(r"`(?:\.venv/bin/)?(samenloop [^`\n]+)`", text)
    return inline + re.findall(r"^(?:\.venv/bin/)?(samenloop \S.*)$", text, flags=re.MULTILINE)


@pytest.mark.parametrize("page", PAGES, ids=page_id)
def test_every_command_that_is_named_exists_with_its_options(page: Path) -> None:
    for line in mentioned(page.read_text(encoding="utf-8")):
        words = shlex.split(line, comments=True)[1:]
        plain = tuple(word for word in words if re.fullmatch(r"[a-z]+", word))
        found = next((plain[:n] for n in (2, 1) if plain[:n] in COMMANDS), None)
        if found is None:
            assert words == ["--help"] or words[0].isupper(), f"{page.name}: {line}"
            continue
        asked = {word for word in words if word.startswith("-") and word != "-"}
        assert asked <= options(COMMANDS[found]), f"{page.name}: {line}"


def test_the_readme_names_every_command() -> None:
    leaves = {" ".join(words) for words, command in COMMANDS.items() if not getattr(command, "commands", None)}
    text = README.read_text(encoding="utf-8")
    assert {leaf for leaf in leaves if f"`samenloop {leaf}" not in text and f"`{leaf}" not in text} == set()


def test_the_readme_names_the_exit_codes() -> None:
    named = dict(re.findall(r"^\| (\d+) \| (.*) \|$", README.read_text(encoding="utf-8"), flags=re.MULTILINE))
    assert {int(code): said for code, said in named.items()} == EXIT_CODES


@pytest.mark.parametrize(("name", "entitlement"), RIGHTS.items(), ids=list(RIGHTS))
def test_the_readme_tells_the_years_of_a_right(name: str, entitlement: str) -> None:
    [row] = re.findall(rf"^\| {name} \| (.*) \|$", README.read_text(encoding="utf-8"), flags=re.MULTILINE)
    days, weak = row.split(" | ")
    by_year = {year: word for year, (word, _) in cells()[entitlement].items()}
    good = [year for year, word in by_year.items() if word in ("ja", "deels")]
    gaps = [year for year in range(min(good), max(good)) if by_year[year] == "nee"]
    assert re.findall(r"\d{4}", days)[0] == str(min(good))
    assert re.findall(r"\d{4}", days)[-1] == str(max(good))
    assert [year for year in gaps if str(year) not in weak] == []
    if gaps:
        first_of_each_stretch = [year for year in good if year == min(good) or year - 1 in gaps]
        assert [int(year) for year in re.findall(r"(\d{4})(?:, en| tot en met)", days)] == first_of_each_stretch


def test_every_right_is_in_the_readme() -> None:
    assert set(RIGHTS.values()) == set(cells())


@pytest.mark.parametrize("page", PAGES, ids=page_id)
def test_links_to_a_heading_lead_to_one(page: Path) -> None:
    for target, fragment in re.findall(r"\]\(([^)#\s]*)#([^)\s]+)\)", page.read_text(encoding="utf-8")):
        if "://" in target:
            continue
        other = page if not target else (page.parent / target).resolve()
        headings = re.findall(r"^#+ (.*)$", other.read_text(encoding="utf-8"), flags=re.MULTILINE)
        assert fragment in {anchor(heading) for heading in headings}, f"{page.name}: {target}#{fragment}"


@pytest.mark.parametrize("page", [p for p in PAGES if "adr" not in p.parts], ids=page_id)
def test_every_page_is_in_the_list_of_pages(page: Path) -> None:
    if page.parent in (ROOT, DOCS):
        return
    assert f"]({page.relative_to(DOCS).as_posix()})" in (DOCS / "README.md").read_text(encoding="utf-8")
