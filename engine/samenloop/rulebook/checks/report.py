# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""What every check gets: the assembled rule book with its parts, and a place to put problems."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from samenloop.documents import Path
from samenloop.errors import Problem, did_you_mean
from samenloop.rulebook.book import Rulebook
from samenloop.rulebook.items import Items, LoadedOverlay
from samenloop.rulebook.model import Model
from samenloop.rulebook.reading import Place
from samenloop.rulebook.rules import Rule


@dataclass
class Report:
    """The rule book under check. ``overlays`` are those applied, in order; ``loaded`` all that were read."""

    book: Rulebook
    items: Items
    overlays: tuple[LoadedOverlay, ...] = ()
    loaded: tuple[LoadedOverlay, ...] = ()
    problems: list[Problem] = field(default_factory=list)

    def say(
        self, place: Place, code: str, message: str, hint: str = "", *, at: Path = (), key: bool = False,
        offset: int | None = None,
    ) -> None:  # fmt: skip
        """Add a problem at a key path below a place."""
        self.problems.append(place.problem(code, message, hint, at=at, key=key, offset=offset))

    def unknown(self, place: Place, code: str, what: str, word: str, known: Iterable[str], *, at: Path) -> None:
        """Add 'does not exist' with a did-you-mean, unless a wrong entry elsewhere would have declared it."""
        if word not in self.items.broken:
            self.say(place, code, f"{what} bestaat niet.", did_you_mean(word, known), at=at)

    def blocks(self) -> Iterator[tuple[Model, Place, str]]:
        """Every top-level block with its place and the unit its expressions are about.

        Rules that an overlay made by itself (``vul_in``) have no text of their own; the change is checked instead.
        """
        facts = self.book.facts
        for rule in self.written_rules():
            yield rule[0], rule[1], rule[0].over
        for fact in self.items.facts:
            yield fact.model, fact.place, fact.model.over
        for _law, parameter in self.items.parameters:
            yield parameter.model, parameter.place, "persoon"
        for knob in self.items.knobs:
            turned = knob.model.draait_aan
            yield knob.model, knob.place, facts[turned].over if turned in facts else "persoon"
        for hook in self.items.hooks:
            yield hook.model, hook.place, "persoon"
        for pattern in self.items.patterns:
            yield pattern.model, pattern.place, "persoon"
        for case in self.items.cases:
            model = case.always or case.example
            if model is not None and not case.other_day:  # another day stands inside the example it belongs to
                yield model, case.place, case.unit or "persoon"
        for missing in self.items.not_modelled:
            yield missing.model, missing.place, "persoon"
        for provision in self.items.provisions:
            yield provision.model, provision.place, "persoon"

    def written_rules(self) -> Iterator[tuple[Rule, Place]]:
        """Every rule that stands in a file, once (an overlay may have cut it into versions)."""
        seen: set[tuple[str, Path]] = set()
        for item in self.items.rules:
            key = (item.place.document.file, item.place.path)
            written = key[1][0] == "regels" or key[1][-1] in ("voeg_toe", "door")
            if written and key not in seen:
                seen.add(key)
                yield item.model, item.place
