# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""What the modules of the engine may and may not import; the order of the layers is kept by import-linter."""

from __future__ import annotations

import ast
import re
import sys
import tomllib
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
ENGINE = ROOT / "engine" / "samenloop"
MODULES = sorted(ENGINE.rglob("*.py"))

# A tool that runs locally and makes no outbound connection has no use for these.
NETWORK = {
    "aiohttp", "asyncio", "ftplib", "http", "httpx", "imaplib", "poplib", "requests", "smtplib", "socket",
    "socketserver", "ssl", "urllib.request", "urllib3", "xmlrpc",
}  # fmt: skip


def imports(path: Path) -> Iterator[tuple[int, str]]:
    """Every imported name of a module with its line, wherever in the module the import stands."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            source = "." * node.level + (node.module or "")
            yield from ((node.lineno, f"{source}.{alias.name}") for alias in node.names)


def found(wrong: set[str]) -> list[str]:
    """Where one of these names, or something below it, is imported."""
    return [
        f"{path.relative_to(ROOT)}:{line} {name}"
        for path in MODULES
        for line, name in imports(path)
        if any(name == bad or name.startswith(bad + ".") for bad in wrong)
    ]


def test_the_engine_opens_no_connection() -> None:
    assert found(NETWORK) == []


def test_no_module_imports_the_package_as_a_whole() -> None:
    """``samenloop`` itself offers what ``app`` offers: a lower module reading it goes round the layers."""
    inside = {path.stem if path.stem != "__init__" else path.parent.name for path in ENGINE.glob("*.py")}
    inside |= {path.relative_to(ENGINE).parts[0] for path in ENGINE.glob("*/**/*.py")}
    whole = [
        f"{path.relative_to(ROOT)}:{line} {name}"
        for path in MODULES
        if path != ENGINE / "__init__.py"
        for line, name in imports(path)
        if name == "samenloop" or (name.startswith("samenloop.") and name.split(".")[1] not in inside)
    ]
    assert whole == []


def test_imports_are_written_out() -> None:
    relative = [
        f"{path.relative_to(ROOT)}:{line} {name}"
        for path in MODULES
        for line, name in imports(path)
        if name.startswith(".") or name.endswith(".*")
    ]
    assert relative == []


def test_every_package_that_is_imported_is_declared() -> None:
    """An import that only works because another package brings it along breaks on somebody else's machine."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    optional = project["optional-dependencies"]["durable"]
    declared = {
        re.split(r"[^A-Za-z0-9._-]", need, maxsplit=1)[0].lower().replace("_", "-")
        for need in project["dependencies"] + optional
    }
    declared.add("pydantic-core")  # pydantic's own half: pinned by it to the exact version
    providers = metadata.packages_distributions()
    undeclared = set()
    for path in MODULES:
        for _, name in imports(path):
            top = name.split(".")[0]
            if top in sys.stdlib_module_names or top in ("samenloop", ""):
                continue
            packages = {p.lower().replace("_", "-") for p in providers.get(top, [top])}
            if not packages & declared:
                undeclared.add(f"{path.relative_to(ROOT)}: {top}")
    assert sorted(undeclared) == []


@pytest.mark.parametrize("layer", ["errors", "resources", "documents", "vocabulary"])
def test_the_lowest_layers_know_no_household(layer: str) -> None:
    """Reading files and words is the same for every law and every case."""
    paths = [ENGINE / f"{layer}.py"] if (ENGINE / f"{layer}.py").is_file() else sorted((ENGINE / layer).rglob("*.py"))
    assert paths
    above = ("samenloop.domain", "samenloop.language", "samenloop.rulebook", "samenloop.evaluation")
    assert [name for path in paths for _, name in imports(path) if name.startswith(above)] == []
