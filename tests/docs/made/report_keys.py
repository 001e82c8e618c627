# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""docs/reference/rapport.md: every key of a report, from its JSON Schema, with what it means."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from docs.made.markdown import anchor, code, codes, page, table
from docs.made.report_texts import TEXTS
from samenloop.app import schema

_ROOT = "Report"
_MONEY = r"^-?\d+\.\d{2}$"
_AMOUNT = {"bedrag", "[bedrag met grenzen](#bedrag-met-grenzen)", "[onbekend bedrag](#onbekend-bedrag)"}
"""An amount that is known, within bounds, or not known."""
RULES = """\
`samenloop check BESTAND --format json` schrijft een rapport; `samenloop schema rapport` het JSON Schema ervan. De
sleutels staan vast; nieuwe komen erbij.

- Geld is een tekst met een punt en twee decimalen (`"354.59"`), in euro. Een bedrag kan ook een bereik zijn
  (`{"van": ..., "tot": ...}`), of onbekend (`{"onbekend_door": [...], "buiten_dekking": [...]}`).
- Een verlies in `botsingen` en een winst in `voorstellen` staan allebei boven nul. Bedragen zijn per maand, tenzij
  anders vermeld.
- Dagen zijn `jjjj-mm-dd`. `null` is: er is geen waarde.
- Een feit wordt genoemd als `id.feit`: van wie of wat in het bestand, en welk feit.
"""


def made() -> str:
    """The page."""
    whole: dict[str, Any] = schema("rapport")
    parts = [RULES]
    for name, part in reached(whole):
        texts = TEXTS[name]
        title, _, sentence = texts[""].partition(". ")
        rows = [(code(key), written(one, whole), texts[key]) for key, one in part["properties"].items()]
        head = f"## {title.rstrip('.')}" + (f"\n\n{sentence}" if sentence else "")
        parts.append(f"{head}\n\n" + table(("sleutel", "soort", "betekenis"), rows))
    return page("Het rapport", *parts, source="het JSON Schema van het rapport (`samenloop schema rapport`)")


def reached(whole: Mapping[str, Any]) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Every part once, in the order in which a reader meets it."""
    seen: dict[str, Mapping[str, Any]] = {}

    def below(name: str, part: Mapping[str, Any]) -> None:
        if name in seen:
            return
        seen[name] = part
        for one in part["properties"].values():
            for reference in _references(one):
                below(reference, whole["$defs"][reference])

    below(_ROOT, whole)
    return iter(seen.items())


def _references(one: Any) -> Iterator[str]:
    if isinstance(one, Mapping):
        if "$ref" in one:
            yield str(one["$ref"]).rpartition("/")[2]
        for value in one.values():
            yield from _references(value)
    elif isinstance(one, list):
        for value in one:
            yield from _references(value)


def written(one: Mapping[str, Any], whole: Mapping[str, Any]) -> str:
    """What stands there, in Dutch."""
    if "$ref" in one:
        name = str(one["$ref"]).rpartition("/")[2]
        title = TEXTS[name][""].partition(". ")[0].rstrip(".")
        return f"[{title.lower()}](#{anchor(title)})"
    if "oneOf" in one:
        return " of ".join(written(arm, whole) for arm in one["oneOf"])
    if "anyOf" in one:
        arms = [written(arm, whole) for arm in one["anyOf"] if arm.get("type") != "null"]
        empty = ["`null`"] if len(arms) < len(one["anyOf"]) else []
        if set(arms) >= _AMOUNT:
            arms = ["[bedrag](#bedrag-met-grenzen)", *(arm for arm in arms if arm not in _AMOUNT)]
        return " of ".join(dict.fromkeys([*arms, *empty]))
    if "enum" in one:
        return codes(map(str, one["enum"]))
    if "const" in one:
        return code(str(one["const"]))
    if one.get("type") == "array":
        return f"lijst: {written(one['items'], whole)}"
    if one.get("type") == "object":
        return "per lijst: id en naam"
    if one.get("format") == "date":
        return "dag"
    if one.get("pattern") == _MONEY:
        return "bedrag"
    return {"string": "tekst", "integer": "heel getal", "boolean": "`true` of `false`"}[one["type"]]
