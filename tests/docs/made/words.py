# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""docs/reference/woorden.md: the lists of ``rules/woordenlijst.yaml``, with label and explanation."""

from __future__ import annotations

from docs.made.markdown import code, page, table
from samenloop.resources import data_root
from samenloop.vocabulary import load_vocabulary


def made() -> str:
    """The page."""
    vocabulary = load_vocabulary(data_root())
    parts = [
        "De gesloten lijsten van woorden die in een huishoudbestand en in regels mogen staan. Waar het bestand een "
        "woord "
        "uit een lijst vraagt mag vaak ook `anders` staan, met een `omschrijving`."
    ]
    for name in sorted(vocabulary.lists):
        words = vocabulary.lists[name].values()
        heads = ["woord", "betekenis"]
        rows = [[code(w.id), f"{w.label}; {w.explanation}" if w.explanation else w.label] for w in words]
        if name == "gebeurtenissen":
            heads.append("details")
            rows = [[*row, ", ".join(_details(w.get("details") or []))] for row, w in zip(rows, words, strict=True)]
        parts.append(f"## {name}\n\n" + table(heads, rows))
    return page("Woorden", *parts, source="`rules/woordenlijst.yaml`")


def _details(details: list[dict[str, object]]) -> list[str]:
    out = []
    for one in details:
        keuzes = one.get("keuzes")
        sort = ", ".join(map(str, keuzes)) if isinstance(keuzes, (list, tuple)) else str(one["soort"])
        out.append(f"`{one['sleutel']}` ({sort})")
    return out
