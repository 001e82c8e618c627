# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""What the project says about itself agrees with what it is."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[2]
DECISIONS = sorted((ROOT / "docs" / "adr").glob("[0-9]*.md"))
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
HEADINGS = ["Status", "Context", "Decision", "Consequences"]


def read(*parts: str) -> str:
    return ROOT.joinpath(*parts).read_text(encoding="utf-8")


def project() -> dict[str, Any]:
    return tomllib.loads(read("pyproject.toml"))


def page_id(page: Path) -> str:
    return page.relative_to(ROOT).as_posix()


# Decisions


@pytest.mark.parametrize("page", DECISIONS, ids=page_id)
def test_a_decision_has_its_number_and_its_headings(page: Path) -> None:
    lines = page.read_text(encoding="utf-8").splitlines()
    assert lines[0].startswith(f"# {page.name[:4]}. ")
    assert [line.removeprefix("## ") for line in lines if line.startswith("## ")] == HEADINGS
    assert lines[lines.index("## Status") + 1].startswith(("Accepted, ", "Replaced by "))


def test_every_decision_is_in_the_list_once_and_in_order() -> None:
    assert DECISIONS
    assert re.findall(r"\]\((\d{4}-[a-z0-9-]+\.md)\)", read("docs", "adr", "README.md")) == [
        page.name for page in DECISIONS
    ]
    assert [int(page.name[:4]) for page in DECISIONS] == list(range(1, len(DECISIONS) + 1))


def test_the_layers_that_are_checked_are_the_layers_that_are_explained() -> None:
    [contract] = project()["tool"]["importlinter"]["contracts"]
    [page] = [page for page in DECISIONS if page.name == "0011-layers.md"]
    explained = re.findall(r"^\| `([a-z]+)` \|", page.read_text(encoding="utf-8"), flags=re.MULTILINE)
    assert contract["exhaustive"] is True
    assert list(reversed(contract["layers"])) == explained


# Pages


@pytest.mark.parametrize("page", PAGES, ids=page_id)
def test_links_lead_somewhere(page: Path) -> None:
    targets = re.findall(r"\]\(([^)#\s]+)(?:#[^)]*)?\)", page.read_text(encoding="utf-8"))
    local = [target for target in targets if "://" not in target and not target.startswith("mailto:")]
    assert [target for target in local if not (page.parent / target).exists()] == []


@pytest.mark.parametrize("page", PAGES, ids=page_id)
def test_nothing_is_left_to_be_filled_in(page: Path) -> None:
    assert re.findall(r"(?i)<!--\s*invullen.*?-->|\bTODO\b|\bTBD\b", page.read_text(encoding="utf-8")) == []


def test_the_readme_names_every_make_target_and_no_other() -> None:
    [phony] = re.findall(r"^\.PHONY: (.*)$", read("Makefile"), flags=re.MULTILINE)
    named = set(re.findall(r"^\| `make ([a-z-]+)` \|", read("README.md"), flags=re.MULTILINE))
    assert named == set(phony.split()) - {"help"}


def test_the_readme_names_the_debian_packages_that_ci_installs() -> None:
    named = {word for line in re.findall(r"^apt-get install (.*)$", read("README.md"), re.M) for word in line.split()}
    installed = {word for part in re.findall(r"packages\+=\(([^)]*)\)", read(".ci", "run")) for word in part.split()}
    assert named == installed
    assert "python3-venv" in named


def test_the_readme_names_every_folder() -> None:
    folders = {path.name for path in ROOT.iterdir() if path.is_dir() and not path.name.startswith(".")}
    folders = (folders | {".ci"}) - {"LICENSES", "build", "dist", "eigen"}
    named = set(re.findall(r"^\| `([a-z.]+)/` \|", read("README.md"), flags=re.MULTILINE))
    assert named == folders


# Licence and description


def test_the_licence_text_stands_where_people_and_tools_look() -> None:
    assert read("LICENSE") == read("LICENSES", "EUPL-1.2.txt")
    assert project()["project"]["license"] == "EUPL-1.2"


@pytest.fixture(scope="module")
def description() -> dict[str, Any]:
    return yaml.safe_load(read("publiccode.yml"))


def test_publiccode_has_every_mandatory_key(description: dict[str, Any]) -> None:
    """The keys that the core schema of publiccode.yml 0.7.0 calls mandatory, and what it says of their values."""
    mandatory = {"publiccodeYmlVersion", "name", "url", "platforms", "developmentStatus", "softwareType"}
    mandatory |= {"description", "legal", "maintenance", "localisation"}
    assert mandatory <= description.keys()
    assert description["publiccodeYmlVersion"].startswith("0.7")
    assert description["url"].startswith("https://")
    assert description["platforms"]
    assert description["developmentStatus"] in {"concept", "development", "beta", "stable", "obsolete"}
    assert description["softwareType"] == "standalone/other"
    assert description["maintenance"]["type"] in {"internal", "community"}
    assert all(contact["name"] for contact in description["maintenance"]["contacts"])
    assert description["maintenance"]["contacts"]
    assert isinstance(description["localisation"]["localisationReady"], bool)
    assert description["localisation"]["availableLanguages"] == ["nl"]


@pytest.mark.parametrize("language", ["nl", "en"])
def test_publiccode_describes_the_product_in_the_asked_length(description: dict[str, Any], language: str) -> None:
    text = description["description"][language]
    assert 0 < len(text["shortDescription"]) <= 150
    assert 150 <= len(text["longDescription"]) <= 10_000
    assert len(text["features"]) >= 5


def test_publiccode_agrees_with_the_package(description: dict[str, Any]) -> None:
    assert description["softwareVersion"] == project()["project"]["version"]
    assert description["legal"]["license"] == project()["project"]["license"]
