# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""What became of every provision of the laws: which rules encode it, how many examples read them, what is left out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby
from typing import Literal

from samenloop.errors import EvaluationError
from samenloop.evaluation.examples import evaluate_example
from samenloop.language import Expression
from samenloop.language import nodes as n
from samenloop.rulebook import LegalBasis, NotModelled, Provision, Rulebook, Validity
from samenloop.rulebook.walk import marked

Status = Literal["gecodeerd", "deels", "niet_gemodelleerd", "ontbreekt"]
STATUSES: tuple[Status, ...] = ("gecodeerd", "deels", "niet_gemodelleerd", "ontbreekt")
_ARTICLE = re.compile(r"(?P<artikel>\S+)(?: lid (?P<lid>\S+))?(?: onderdeel (?P<onderdeel>\S+))?")


@dataclass(frozen=True)
class LeftOut:
    """Why something of the law is not in the rules, and the rules and rights it touches."""

    article: str
    why: str
    touches: tuple[str, ...]


@dataclass(frozen=True)
class Encoded:
    """A provision with what encodes it. ``deels``: there are rules, and something of it is left out."""

    id: str
    law: str
    where: str
    """``art. 3 lid 2, 3 onder a``"""
    about: str
    status: Status
    rules: tuple[str, ...]
    hooks: tuple[str, ...]
    parameters: tuple[str, ...]
    examples: int
    left_out: tuple[LeftOut, ...]


def provisions(book: Rulebook) -> tuple[Encoded, ...]:
    """Every provision, in the order of the lists."""
    return _Held(book).all()


class _Held:
    """The rule book, held against its list of provisions."""

    def __init__(self, book: Rulebook) -> None:
        self.book = book

    def all(self) -> tuple[Encoded, ...]:
        return tuple(self.one(provision) for provision in self.book.provisions)

    def one(self, provision: Provision) -> Encoded:
        rules, hooks, parameters = self._named(provision) if provision.regels else self._resting_on(provision)
        left_out = tuple(
            LeftOut(f"art. {x.artikel}", x.waarom, x.raakt) for x in self.book.not_modelled if _is_about(x, provision)
        )
        carried = bool(rules or hooks or any(name in self.read_parameters for name in parameters))
        status: Status = "ontbreekt"
        if carried:
            status = "deels" if left_out else "gecodeerd"
        elif left_out:
            status = "niet_gemodelleerd"
        readers = {i for name in rules for i in self.examples.get(f"regel:{name}", ())}
        if not rules:
            readers = {i for name in parameters for i in self.examples.get(f"parameter:{name}", ())}
        return Encoded(
            provision.bepaling, provision.wet, where(provision), provision.onderwerp, status, rules, hooks, parameters,
            len(readers), left_out,
        )  # fmt: skip

    def _named(self, provision: Provision) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
        names, book = provision.regels or (), self.book
        return (
            tuple(x for x in names if x in book.rules),
            tuple(x for x in names if x in book.hooks),
            tuple(x for x in names if x in book.parameters),
        )

    def _resting_on(self, provision: Provision) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
        def rests(bases: tuple[LegalBasis, ...], days: Validity | None) -> bool:
            return any(_covers(provision, basis) for basis in bases) and (
                provision.geldig is None or days is None or days.overlaps(provision.geldig)
            )

        book = self.book
        return (
            tuple(dict.fromkeys(r.regel for r in book.all_rules if rests(r.grondslag, r.geldig))),
            tuple(h.uitzondering for h in book.hooks.values() if rests(h.grondslag, h.geldig)),
            tuple(p.parameter for p in book.parameters.values() if rests((p.grondslag,), None)),
        )

    @cached_property
    def read_parameters(self) -> frozenset[str]:
        """The amounts that a rule reads."""
        return frozenset(
            ".".join(node.parts[1:])
            for rule in self.book.all_rules
            for one in marked(rule)
            if isinstance(one.value, Expression)
            for node in n.walk(one.value.root)
            if isinstance(node, n.Name) and node.parts[0] == "parameters"
        )

    @cached_property
    def examples(self) -> Mapping[str, set[int]]:
        """Per rule and amount the numbers of the examples that read it."""
        found: dict[str, set[int]] = {}
        for number, worked in enumerate(self.book.examples):
            with suppress(EvaluationError):  # rules that contradict each other: `rules test` says so
                for name in evaluate_example(self.book, worked.example, worked.unit)[1].everything_read():
                    found.setdefault(name, set()).add(number)
        return found


def _covers(provision: Provision, basis: LegalBasis) -> bool:
    """Whether something that rests on a basis encodes a provision. A whole article encodes each of its paragraphs, but
    not each of the parts of a paragraph: those are told apart because they say different things."""
    return (
        basis.wet == provision.wet
        and basis.artikel in provision.artikelen
        and (provision.leden is None or basis.lid is None or basis.lid in provision.leden)
        and (provision.onderdelen is None or basis.onderdeel in provision.onderdelen)
    )


def _is_about(left: NotModelled, provision: Provision) -> bool:
    found = _ARTICLE.fullmatch(left.artikel)
    return (
        found is not None
        and left.wet == provision.wet
        and found["artikel"] in provision.artikelen
        and (provision.leden is None or found["lid"] is None or found["lid"] in provision.leden)
        and (provision.onderdelen is None or found["onderdeel"] is None or found["onderdeel"] in provision.onderdelen)
    )


def where(provision: Provision) -> str:
    """The place in the law."""
    articles = list(provision.artikelen)
    text = "art. " + (", ".join(articles) if len(articles) <= _MANY else f"{articles[0]} t/m {articles[-1]}")
    if provision.leden:
        text += f" lid {', '.join(provision.leden)}"
    return text + (f" onder {', '.join(provision.onderdelen)}" if provision.onderdelen else "")


_MANY = 3


def by_law(found: tuple[Encoded, ...]) -> Iterator[tuple[str, tuple[Encoded, ...]]]:
    """The provisions of each law, in the order of the lists."""
    for law, entries in groupby(sorted(found, key=lambda x: [y.law for y in found].index(x.law)), key=lambda x: x.law):
        yield law, tuple(entries)


def counts(found: tuple[Encoded, ...]) -> Mapping[Status, int]:
    """How many provisions of each status."""
    return {status: sum(x.status == status for x in found) for status in STATUSES}
