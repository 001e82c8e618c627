# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""docs/reference/rule-files.md: the Dutch keys of rule, law and overlay files, in English, from the loader's models."""

from __future__ import annotations

import types
from collections.abc import Iterator
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic.fields import FieldInfo

from docs.made.markdown import anchor, code, codes, page, table
from docs.made.rule_texts import EVERYWHERE, FUNCTIONS, TEXTS
from samenloop.language.parse import FUNCTIONS as KNOWN_FUNCTIONS
from samenloop.language.parse import RESERVED
from samenloop.rulebook.facts import FactPath
from samenloop.rulebook.fields import Ref, Table, Wanted, WordOf
from samenloop.rulebook.hooks import Change
from samenloop.rulebook.model import ByVerb, Model
from samenloop.rulebook.norms import Norm
from samenloop.rulebook.reading import ARTICLES, HOOKS, LAW, OVERLAY, PARAMETERS, PATTERNS, PROVISIONS, RULES, Kind

KINDS: tuple[Kind, ...] = (RULES, LAW, ARTICLES, PARAMETERS, PROVISIONS, HOOKS, OVERLAY, PATTERNS)
_TOPS = {
    RULES.top: "Rule file", LAW.top: "Law", ARTICLES.top: "Articles", PARAMETERS.top: "Amounts", HOOKS.top: "Exceptions",
    PROVISIONS.top: "Provisions", OVERLAY.top: "Overlay", PATTERNS.top: "Patterns",
}  # fmt: skip
_FILLED_IN = "over"
"""The one key that is required of a block and that the loader fills in from the top of the file."""
_PLAIN = {
    "_NewId": "new id", "_Date": "day", "_Number": "number", "_Bound": "number or day", "_DayOrUnknown": "day or `onbekend`",
    "_Amount": "value", "_Rung": "1 to 9", "_Article": "text", "_YesNo": "`ja` or `nee`",
    "_YesNoUnknown": "`ja`, `nee` or `onbekend`", "_DayOfMonth": "1 to 31, or `onbekend`", "_Raw": "value",
}  # fmt: skip
_REFERS = {
    "feit": "a fact", "regel": "a rule", "rol": "a role", "wet": "a law", "overlay": "an overlay", "parameter": "an amount",
    "open_term": "an open term", "knop": "a knob", "uitzondering": "an exception", "plicht_of_kost": "a duty or charge",
    "regel_of_aanspraak": "a rule or entitlement", "feit_of_aanspraak": "a fact, concept or entitlement",
    "feit_parameter_of_regel": "a fact, amount or rule", "begrip_of_parameter": "a concept or amount", "begrip": "a concept",
    "drager": "a rule, amount or exception",
}  # fmt: skip
_WANTED = {"ja_nee": "yes or no", "bedrag": "money", "getal": "number", "datum": "day", "elk": "any type"}
INTRO = """\
The keys and verbs are Dutch, because those who check the law read these files. A key, verb or word that is not here is
refused, with the nearest one that is. Words come from [the word list](woorden.md).

- Numbers with a decimal point, days and words stay text until the schema gives them a type. Yes and no are `ja` and
  `nee`. Quote texts with a comma, colon, `?` or `{` inside a flow mapping, and articles that look like numbers (`"21"`).
- Days are `yyyy-mm-dd`; first and last day both count. A term is a whole number and a unit: `8 weken`.
- Ids are lower case letters, digits and `_`, with dots. Rules, concepts, roles, requirements and charges begin with the
  prefix of their regime, amounts with that of their law. Facts, concepts and open terms share one name space.
- A column *needed* with `yes` means that the key must always be there; the text says when a key is needed in one case.
"""
EXPRESSIONS = f"""\
An expression is text: `leeftijd >= 21 en niet pw.pensioengerechtigd`. From weakest to strongest:
`als .. dan .. anders ..`, `of`, `en`, `niet`, one comparison (`=` `!=` `<` `<=` `>` `>=`, `in [..]`, `is ROL van ..`,
`is geen ROL van ..`), `+ -`, `* /`, minus.

Reserved: {codes(sorted(RESERVED))}.

- A bare name belongs to the unit of the rule. Another unit is reached by its name or a link:
  `persoon.brp_woning.kale_huur`. In a rule over `paar`, `persoon` looks and `ander` is looked at.
- Amounts never stand in an expression: they are `parameters.<id>`. Whole numbers, percentages that the article itself
  has, days, terms and words in single quotes may.
- An amount carries its period. Adding a month to a year is an error; `naar` converts, and asks for a named conversion
  where the law has to choose. Division needs a divisor that cannot be zero. Two amounts cannot be multiplied.
- Unknown stays unknown: `en`, `of` and `niet` have three values, and a result names the facts that would settle it.
"""


def made() -> str:
    """The page."""
    parts = [INTRO]
    seen: set[type[Model]] = set()
    for kind in KINDS:
        for model in reached(kind):
            if model not in seen:
                seen.add(model)
                level = "##" if model is kind.top else "###"
                about = TEXTS[model.__name__][""]
                parts.append(f"{level} {heading(model)}\n\n{about}\n\n{_keys(model, kind)}")
    functions = table(("function", "meaning"), ((code(name), FUNCTIONS[name]) for name in KNOWN_FUNCTIONS))
    parts.append(f"## Expressions\n\n{EXPRESSIONS}\n{functions}")
    return page("Rule files: a glossary", *parts, source="the models of the loader", english=True)


def heading(model: type[Model]) -> str:
    """The verb of a block, or its Dutch name from the docstring."""
    if model in _TOPS:
        return _TOPS[model]
    verb: str = getattr(model, "verb", "")
    if verb:
        return (
            verb if issubclass(model, Norm) else f"{verb} ({'exception' if issubclass(model, Change) else 'overlay'})"
        )
    doc = model.__doc__ or ""
    assert doc.startswith("``"), f"{model.__name__}: de docstring begint niet met de Nederlandse naam"
    return doc.split("``")[1]


def reached(kind: Kind) -> Iterator[type[Model]]:
    """Every block of a kind of file, outermost first."""
    seen: dict[type[Model], None] = {}

    def below(model: type[Model]) -> None:
        if model in seen:
            return
        seen[model] = None
        for key, info in model.model_fields.items():
            entries = kind.lists.get(info.alias or key) if model is kind.top else None
            for found in blocks(entries if entries is not None else _annotation(info)):
                below(found)

    below(kind.top)
    return iter(seen)


def blocks(annotation: Any) -> Iterator[type[Model]]:
    """The blocks an annotation speaks of; of a block with a verb, every class that a verb can name."""
    if isinstance(annotation, type) and issubclass(annotation, Model):
        yield annotation
        return
    if get_origin(annotation) is Annotated:
        inner, *markers = get_args(annotation)
        verb = next((marker for marker in markers if isinstance(marker, ByVerb)), None)
        if verb is not None:
            yield from verb.classes().values()
            return
        yield from blocks(inner)
        return
    for one in get_args(annotation):
        yield from blocks(one)


def _annotation(info: FieldInfo) -> Any:
    return Annotated[info.annotation, *info.metadata] if info.metadata else info.annotation


def _keys(model: type[Model], kind: Kind) -> str:
    rows = []
    for name, info in sorted(model.model_fields.items(), key=lambda field: _place(model, *field)):
        key = info.alias or name
        entries = kind.lists.get(key) if model is kind.top else None
        said = f"list of {_linked(entries)}" if entries is not None else written(_annotation(info))
        filled = key == _FILLED_IN and model is not kind.top
        needed = "yes" if info.is_required() and not filled else ""
        rows.append((code(key), said, needed, TEXTS[model.__name__].get(key) or EVERYWHERE[key]))
    return table(("key", "type", "needed", "meaning"), rows)


def _place(model: type[Model], key: str, info: FieldInfo) -> int:
    """The verb first, then what must be there, and what every norm may have last."""
    if key == getattr(model, "verb", None):
        return 0
    if key in ("mits", "wie") and issubclass(model, Norm):
        return 3
    return 1 if info.is_required() else 2


def _linked(annotation: Any) -> str:
    found = list(blocks(annotation))
    if all(issubclass(one, Norm) for one in found):
        return "norms, one verb each"
    return " or ".join(f"[{heading(one)}](#{anchor(heading(one))})" for one in found)


def written(annotation: Any) -> str:
    """What may stand there, in English."""
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return _marked(arguments[0], arguments[1:])
    if origin in (Union, types.UnionType):
        arms = [written(arm) for arm in arguments if arm is not types.NoneType]
        return " or ".join(dict.fromkeys(arms))
    if origin is tuple:
        return f"list of {written(arguments[0])}"
    if origin is Table:
        return f"table of {written(arguments[0])}"
    if origin is Literal:
        return codes(map(str, arguments))
    if isinstance(annotation, type) and issubclass(annotation, Model):
        return _linked(annotation)
    return {FactPath: "path", str: "text", int: "whole number"}.get(annotation, "word")


def _marked(inner: Any, markers: tuple[Any, ...]) -> str:
    for marker in markers:
        name = type(marker).__name__
        if isinstance(marker, WordOf):
            lists = " or ".join(f"[{one}](woorden.md#{one})" for one in marker.lists)
            also = f", or {codes(marker.also)}" if marker.also else ""
            return f"{'word or words' if name == '_WordOrWords' else 'word'} of {lists}{also}"
        if isinstance(marker, Wanted):
            also = f", or {codes(marker.words)}" if marker.words else ""
            return f"expression ({_WANTED[marker.type]}){also}"
        if isinstance(marker, Ref):
            return f"id of {_REFERS[marker.kind]}" if marker.kind else "id"
        if isinstance(marker, ByVerb):
            return _linked(Annotated[inner, marker])
        if name == "_Term":
            return "term" + (f", or {codes(marker.words)}" if marker.words else "")
        if name in _PLAIN:
            return _PLAIN[name]
    return written(inner)
