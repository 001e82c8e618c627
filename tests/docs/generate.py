# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""Writes the pages under docs/reference again: ``python tests/docs/generate.py`` in the environment of the project."""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
REFERENCE = ROOT / "docs" / "reference"


def main() -> None:
    """Write every page, and say which ones changed."""
    sys.path.insert(0, str(ROOT / "tests"))
    from docs.made.every import PAGES

    REFERENCE.mkdir(parents=True, exist_ok=True)
    for name, made in PAGES.items():
        path, text = REFERENCE / name, made()
        if not path.is_file() or path.read_text(encoding="utf-8") != text:
            path.write_text(text, encoding="utf-8")
            print(f"Geschreven: {path.relative_to(ROOT)}")


if __name__ == "__main__":
    main()
