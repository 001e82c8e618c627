# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""Who receives the package receives the licence with it."""

from __future__ import annotations

from importlib import metadata
from pathlib import Path

import samenloop

HEADER = ["# SPDX-FileCopyrightText: 2026 Samenloop", "# SPDX-License-Identifier: EUPL-1.2"]


def test_the_package_names_its_licence() -> None:
    assert metadata.metadata("samenloop")["License-Expression"] == "EUPL-1.2"


def test_the_whole_licence_travels_along() -> None:
    texts = [f for f in metadata.files("samenloop") or [] if f.name == "LICENSE"]
    assert len(texts) == 1
    text = texts[0].read_text(encoding="utf-8")
    assert text.startswith("EUROPEAN UNION PUBLIC LICENCE v. 1.2")
    articles = [line.split(".")[0] for line in text.splitlines() if line[:1].isdigit() and "." in line[:3]]
    assert articles == [str(number) for number in range(1, 16)]
    assert "‘Compatible Licences’ according to Article 5 EUPL are:" in text


def test_every_module_carries_the_licence_header() -> None:
    package = Path(samenloop.__file__).resolve().parent
    modules = sorted(package.rglob("*.py"))
    assert modules
    bare = [
        path.relative_to(package).as_posix()
        for path in modules
        if path.read_text(encoding="utf-8").splitlines()[:2] != HEADER
    ]
    assert bare == []
