# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""The one word list, ``rules/woordenlijst.yaml``: regimes, needs, kinds of income and debt, events, layers, units.

Schemas, checks, questions and labels read it from here, so that adding a law needs no Python.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from types import MappingProxyType
from typing import Any

from samenloop.documents import read_document
from samenloop.errors import Problem, RulebookError, did_you_mean

_PLAIN_LISTS = frozenset({"alleen_tonen", "nog_niet_gelezen"})


@dataclass(frozen=True)
class Word:
    """One entry of a list: its id, Dutch label, explanation, and the list's own keys."""

    id: str
    label: str
    explanation: str
    extra: Mapping[str, Any]

    def get(self, key: str, default: Any = None) -> Any:
        """An own key of the list (``regeling``, ``rol``, ``prefix`` ...)."""
        return self.extra.get(key, default)


@dataclass(frozen=True)
class Vocabulary:
    """All lists. ``lists[name][id]`` is a :class:`Word`; order is the file's order."""

    lists: Mapping[str, Mapping[str, Word]]
    display_only: tuple[str, ...]
    """Paths of the household contract that are only shown, never computed on."""
    not_read_yet: tuple[str, ...]
    """Paths of the household contract that no rule reads yet."""

    def has(self, name: str, word: str) -> bool:
        """Whether ``word`` stands in list ``name``."""
        return word in self.lists[name]

    def word(self, name: str, word: str) -> Word:
        """One entry; KeyError when it is not there."""
        return self.lists[name][word]

    def label(self, name: str, word: str) -> str:
        """The Dutch label, or the id itself when the list lacks it."""
        entry = self.lists.get(name, {}).get(word)
        return entry.label if entry else word

    def ids(self, *names: str) -> tuple[str, ...]:
        """The ids of one or more lists together."""
        return tuple(i for name in names for i in self.lists[name])

    def hint(self, word: str, *names: str) -> str:
        """A did-you-mean within one or more lists."""
        return did_you_mean(word, self.ids(*names))

    def regime_of(self, word: str) -> str | None:
        """The regime of an entitlement or regime id."""
        if word in self.lists["regelingen"]:
            return word
        entry = self.lists["aanspraken"].get(word)
        return str(entry.get("regeling")) if entry else None

    def factor(self, source: str, target: str, name: str | None) -> Fraction | None:
        """How much one unit of money per ``source`` is per ``target``; ``None`` when the law must name a conversion.

        Only conversions marked ``zonder_naam: ja`` apply without a name.
        """
        if source == target:
            return Fraction(1)
        graph: dict[str, dict[str, Fraction]] = {}
        for word in self.lists["omrekening"].values():
            if word.get("zonder_naam") == "ja" or word.id == name:
                one, other, factor = (
                    str(word.get("van")),
                    str(word.get("naar")),
                    Fraction(str(word.get("factor"))),
                )
                graph.setdefault(one, {})[other] = factor
                graph.setdefault(other, {})[one] = 1 / factor
        seen, queue = {source: Fraction(1)}, [source]
        while queue:
            here = queue.pop(0)
            for other, factor in graph.get(here, {}).items():
                if other not in seen:
                    seen[other] = seen[here] * factor
                    queue.append(other)
        return seen.get(target)


def load_vocabulary(root: Path, beside: Sequence[Path] = ()) -> Vocabulary:
    """Read ``rules/woordenlijst.yaml`` of a data folder, and add the words of the same file in the folders beside it.

    Raises :class:`RulebookError` with every problem.
    """
    lists: dict[str, dict[str, Word]] = {}
    plain: dict[str, tuple[str, ...]] = dict.fromkeys(_PLAIN_LISTS, ())
    problems: list[Problem] = []
    for folder in (root, *beside):
        path = folder / "rules" / "woordenlijst.yaml"
        if folder is root or path.is_file():
            name = "rules/woordenlijst.yaml" if folder is root else f"{folder.name}/rules/woordenlijst.yaml"
            problems += _add_words(path, name, lists, plain)
    missing = sorted(_NEEDED - lists.keys()) if lists or not problems else []
    problems += [Problem("rules/woordenlijst.yaml", 0, 0, "W004", f"de lijst '{m}' ontbreekt.") for m in missing]
    if problems:
        raise RulebookError(problems)
    frozen = MappingProxyType({name: MappingProxyType(words) for name, words in lists.items()})
    return Vocabulary(frozen, plain["alleen_tonen"], plain["nog_niet_gelezen"])


def _add_words(
    path: Path, file: str, lists: dict[str, dict[str, Word]], plain: dict[str, tuple[str, ...]]
) -> list[Problem]:
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        message = "de woordenlijst is niet te lezen (geen UTF-8, of het bestand bestaat niet)."
        return [Problem(file, 0, 0, "W005", message)]
    document, problems = read_document(text, file, "regels")
    data = document.data if isinstance(document.data, dict) else {}
    for name, entries in data.items():
        if name == "schema":
            continue
        if not isinstance(entries, list):
            problems.append(document.problem("W001", (name,), "verwacht een lijst.", key=True))
            lists.setdefault(name, {})  # it is there, so it is not missing as well
        elif name in _PLAIN_LISTS:
            plain[name] += tuple(map(str, entries))
        else:
            words = lists.setdefault(name, {})
            for i, entry in enumerate(entries):
                if not isinstance(entry, dict) or not all(isinstance(entry.get(k), str) for k in ("id", "label")):
                    problems.append(document.problem("W002", (name, i), "verwacht een blok met id en label."))
                    continue
                if entry["id"] in words:
                    problems.append(document.problem("W003", (name, i, "id"), "deze id staat al in de lijst."))
                own = {k: v for k, v in entry.items() if k not in ("id", "label", "uitleg")}
                words[entry["id"]] = Word(
                    entry["id"], entry["label"], str(entry.get("uitleg", "")), MappingProxyType(own)
                )
                if name == "omrekening" and not _converts(own):
                    message = "een omrekening heeft van, naar, een factor boven nul (zoals 1/12) en zonder_naam."
                    problems.append(document.problem("W006", (name, i), message))
    return problems


def _converts(own: Mapping[str, Any]) -> bool:
    """Whether an entry of ``omrekening`` can be calculated with."""
    ends = all(isinstance(own.get(key), str) for key in ("van", "naar"))
    factor = re.fullmatch(r"[1-9][0-9]*(/[1-9][0-9]*)?", str(own.get("factor")))
    return ends and factor is not None and own.get("zonder_naam") in ("ja", "nee")


_NEEDED = frozenset(
    "regelingen wetten aanspraken behoeften doelen vormen omvang_eenheden inkomen_soorten vermogen_soorten "
    "gelezen_posten schuld_soorten schuldeisers kosten_soorten rollen mandaatniveaus gebeurtenissen dreigingen "
    "handelingen bronlagen modaliteiten statussen bronsoorten juridische_soorten sterkten knop_soorten treden "
    "begripsfamilies werkingen kost_soorten klassen tijden toegangswijzen toetsmomenten referenties verandertempi "
    "werkwoorden botsing_soorten eenheidnamen koppelingen feit_soorten perioden eenheden omrekening woning_soorten "
    "verhuurders verblijfplaatsen verblijf_soorten inschrijvingen verblijfsrechten relatie_soorten bewind_soorten "
    "indicatie_soorten zorg_wetten besluit_statussen bezwaar_statussen schuld_stadia verwijten keuzen_in_regeling "
    "gestelde_voorwaarden".split()
)
