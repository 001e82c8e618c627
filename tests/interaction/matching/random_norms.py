# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""Random sets of norms, each of which matches at least one of :data:`PATTERNS`; seeded, so the same every time.

The patterns have two to four aliases, chains and rings, joins on several columns, aliases that any norm of a verb can
be, and two aliases that the same norm could be. In each set one of them is planted: norms are made that satisfy it. The
others are drawn from a handful of people and regimes, so that a set has near misses of every kind, and often more
matches than the planted one.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from functools import cache

from samenloop.interaction.matching import JoinMatcher, NormFact
from samenloop.resources import data_root
from samenloop.rulebook.fields import Context
from samenloop.rulebook.patterns import Pattern
from samenloop.vocabulary import Vocabulary, load_vocabulary

REGIMES = ("participatiewet", "huurtoeslag", "zorgtoeslag", "awir")
PEOPLE = ("a", "b", "c")
COLUMNS: dict[str, tuple[str, ...]] = {
    "klasse": ("kring", "voorwaarde", "bewijs"),
    "werking": ("verlaagt", "middelen"),
    "begripsfamilie": ("medebewoner", "partner"),
    "van": ("zelf", "ander", "instantie"),
    "veronderstelling": ("klopt", "klopt_niet"),
    "waarde": ("1", "01", "1.0", "ja"),
    "voor": PEOPLE,
    "wie": PEOPLE,
    "ander": PEOPLE,
    "ding": ("huis", "auto"),
    "aanspraak": ("huurtoeslag", "algemene_bijstand"),
}
VERBS = ("vereist", "kwalificeert", "sluit_uit", "geeft")


@cache
def vocabulary() -> Vocabulary:
    """The word list."""
    return load_vocabulary(data_root())


def make(name: str, norms: dict[str, dict[str, str]], same: str, differ: str) -> Pattern:
    """A pattern from its norms and its joins, written as ``x.wie=y.voor x.ding=y.ding``."""

    def joins(text: str) -> list[dict[str, str]]:
        return [dict(zip(("links", "rechts"), pair.split("="), strict=True)) for pair in text.split()]

    raw = {
        "patroon": name,
        "titel": name,
        "soort": "begripsbotsing",
        "uitleg": name,
        "normen": norms,
        "koppelt": joins(same),
        "verschilt": joins(differ),
        "gedeeld": "persoon",
        "bron": [{"soort": "casus", "verwijzing": name, "status": "bevestigd"}],
        "voorbeelden": [{"naam": name, "verwacht": "raak", "normen": [
            {"alias": "x", "regeling": "awir", "werkwoord": "geeft", "kolommen": {"wie": "a"}},
        ]}],
    }  # fmt: skip
    return Pattern.model_validate(raw, context=Context(vocabulary()))


@cache
def patterns() -> tuple[Pattern, ...]:
    """The patterns of the random sets."""
    eis, rol = {"werkwoord": "vereist"}, {"werkwoord": "kwalificeert"}
    weg, gift = {"werkwoord": "sluit_uit"}, {"werkwoord": "geeft"}
    return (
        make("twee", {"x": {**eis, "van": "ander"}, "y": rol}, "x.wie=y.voor x.ander=y.wie", "x.regeling=y.regeling"),
        make("zelfde_soort", {"x": rol, "y": {**rol, "werking": "verlaagt"}}, "x.wie=y.wie", "x.regeling=y.regeling"),
        make("om_het_ding", {"x": {**weg, "regeling": "awir"}, "y": gift}, "x.ding=y.ding", "x.regeling=y.regeling"),
        make("drie_op_rij", {"x": weg, "y": rol, "z": {**gift, "regeling": "participatiewet"}},
              "x.ander=y.wie y.voor=z.wie", "x.regeling=y.regeling x.regeling=z.regeling"),
        make("drie_in_een_kring", {"x": {**weg, "van": "instantie"}, "y": rol, "z": gift},
              "x.wie=y.voor x.ander=y.wie z.wie=x.wie z.aanspraak=x.aanspraak", "x.regeling=y.regeling"),
        make("laatste_eerst", {"x": gift, "y": weg, "z": {**rol, "begripsfamilie": "medebewoner"}},
              "z.voor=x.wie z.wie=y.ander", "z.regeling=x.regeling"),
        make("vier", {"x": eis, "y": rol, "z": weg, "w": gift},
              "x.wie=y.voor y.wie=z.wie z.aanspraak=w.aanspraak", "x.regeling=y.regeling z.regeling=w.regeling"),
        make("zelfde_waarde", {"x": gift, "y": gift, "z": eis}, "x.waarde=y.waarde y.wie=z.wie",
              "x.regeling=y.regeling x.wie=y.wie"),
    )  # fmt: skip


def sets(count: int, seed: int, most: int = 14) -> Iterator[tuple[NormFact, ...]]:
    """Sets of norms that match something; ``most``: how many are drawn besides the planted ones."""
    draw, oracle, kept = random.Random(seed), JoinMatcher(), 0
    while kept < count:
        norms = tuple(_planted(draw)) + tuple(_norm(draw, i) for i in range(draw.randint(2, most)))
        mixed = tuple(draw.sample(norms, len(norms)))
        if oracle.match(patterns(), mixed):
            kept += 1
            yield mixed


def _norm(draw: random.Random, number: int) -> NormFact:
    row = {key: draw.choice(words) for key, words in COLUMNS.items() if draw.random() < 0.6}
    return NormFact(f"n{number}", draw.choice(REGIMES), draw.choice(VERBS), **row)  # type: ignore[arg-type]


def _planted(draw: random.Random) -> Iterator[NormFact]:
    """Norms that satisfy one of the patterns, apart from what must differ by chance."""
    pattern = draw.choice(patterns())
    cells: dict[tuple[str, str], str] = {}
    for join in pattern.koppelt:
        left, right = join.sides
        word = cells.get(left) or cells.get(right) or draw.choice(COLUMNS[left[1]])
        cells[left] = cells[right] = word
    for number, (alias, asked) in enumerate(pattern.normen.items()):
        row = {key: draw.choice(words) for key, words in COLUMNS.items() if draw.random() < 0.5}
        row |= {column: word for (whose, column), word in cells.items() if whose == alias}
        row |= asked.asks()
        row = {"regeling": draw.choice(REGIMES), **row}
        yield NormFact(norm=f"p{number}", **row)  # type: ignore[arg-type]
