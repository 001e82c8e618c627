# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""Flat parts to a :class:`Rulebook`: indexes, symbols, spots, content hash. Nothing is checked here."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType
from typing import Any, TypeVar

from samenloop.rulebook.applying import spelled_out
from samenloop.rulebook.book import Base, Rulebook, Spot, Stated, WorkedExample
from samenloop.rulebook.items import Items
from samenloop.rulebook.norms import Excludes, FillsIn, Gives, LeavesOpen, Norm, Qualifies, Requires
from samenloop.rulebook.overlays import Overlay
from samenloop.rulebook.reading import Place
from samenloop.rulebook.rules import Rule
from samenloop.rulebook.symbols import gather
from samenloop.vocabulary import Vocabulary

K = TypeVar("K")
V = TypeVar("V")
N = TypeVar("N", bound=Norm)


def assemble(
    vocabulary: Vocabulary,
    items: Items,
    overlays: Mapping[str, Overlay],
    applied: tuple[str, ...],
    base: Base,
    files: tuple[str, ...],
    content_hash: str,
) -> Rulebook:
    """Build the rule book. Where an id stands twice the first counts (and the checks complain)."""
    rules = tuple(i.model for i in items.rules)
    stated = [(rule, norm) for rule in rules for norm in rule.norms]
    facts = _by(items.facts, lambda i: i.model.feit, lambda i: i.model)
    parameters = _by(items.parameters, lambda i: i[1].model.parameter, lambda i: spelled_out(i[1].model))
    concepts = _grouped((rule.bepaalt, rule) for rule in rules if rule.bepaalt is not None)
    return Rulebook(
        vocabulary=vocabulary,
        facts=facts,
        rules=MappingProxyType({r.regel: r for r in sorted(rules, key=lambda r: r.geldig.van)}),
        all_rules=rules,
        concepts=concepts,
        roles=_norms(stated, Qualifies),
        open_terms=_norms(stated, LeavesOpen),
        fillings=_norms(stated, FillsIn),
        norms=MappingProxyType({norm.id: (rule, norm) for rule, norm in stated}),
        grants=_norms(stated, Gives),
        requirements=_grouped((n.voor, (rule, n)) for rule, n in stated if isinstance(n, Requires)),
        exclusions=_norms(stated, Excludes),
        parameters=parameters,
        laws=_by(items.laws, lambda i: i.model.wet, lambda i: i.model),
        regulations=_by(items.regulations, lambda i: i.model.wet, lambda i: i.model),
        articles=_grouped((law, article.model) for law, article in items.articles),
        hooks=_by(items.hooks, lambda i: i.model.uitzondering, lambda i: i.model),
        knobs=_by(items.knobs, lambda i: i.model.knop, lambda i: i.model),
        patterns=_by(items.patterns, lambda i: i.model.patroon, lambda i: i.model),
        overlays=MappingProxyType(dict(overlays)),
        applied=applied,
        replacements=items.replacements,
        always=tuple((c.always, c.unit) for c in items.cases if c.always is not None),
        examples=tuple(
            WorkedExample(c.example, c.unit, c.regime, _spot(c.place)) for c in items.cases if c.example is not None
        ),
        not_modelled=tuple(i.model for i in items.not_modelled),
        provisions=tuple(i.model for i in items.provisions),
        files=files,
        content_hash=content_hash,
        symbols=gather(vocabulary, facts, concepts, stated, parameters),
        spots=MappingProxyType(_spots(items)),
        base=base,
    )


def digest(kind: str, data: Any) -> str:
    """sha256 of the canonical form of parsed data; comments, layout and key order do not count."""
    text = json.dumps([kind, data], sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()


def combined(digests: Iterable[str], applied: Iterable[str]) -> str:
    """The hash of a rule base: its files in any order, and which overlays are applied."""
    return digest("regelset", [sorted(digests), sorted(applied)])


def _by(items: Iterable[V], key: Callable[[V], str], value: Callable[[V], K]) -> Mapping[str, K]:
    out: dict[str, K] = {}
    for item in items:
        out.setdefault(key(item), value(item))
    return MappingProxyType(out)


def _grouped(pairs: Iterable[tuple[str, V]]) -> Mapping[str, tuple[V, ...]]:
    out: dict[str, list[V]] = {}
    for key, value in pairs:
        out.setdefault(key, []).append(value)
    return MappingProxyType({key: tuple(values) for key, values in out.items()})


def _norms(stated: Iterable[tuple[Rule, Norm]], kind: type[N]) -> Mapping[str, tuple[Stated[N], ...]]:
    return _grouped((norm.value, (rule, norm)) for rule, norm in stated if isinstance(norm, kind))


def _spot(place: Place) -> Spot:
    return Spot(place.document.file, place.line)


def _spots(items: Items) -> dict[tuple[str, str], Spot]:
    out: dict[tuple[str, str], Spot] = {}
    named: list[tuple[str, str, Place]] = [("regel", i.model.regel, i.place) for i in items.rules]
    named += [("feit", i.model.feit, i.place) for i in items.facts]
    named += [("parameter", i.model.parameter, i.place) for _, i in items.parameters]
    named += [("wet", i.model.wet, i.place) for i in items.laws]
    named += [("wet", i.model.wet, i.place) for i in items.regulations]
    named += [("knop", i.model.knop, i.place) for i in items.knobs]
    named += [("uitzondering", i.model.uitzondering, i.place) for i in items.hooks]
    named += [("bepaling", i.model.bepaling, i.place) for i in items.provisions]
    named += [("patroon", i.model.patroon, i.place) for i in items.patterns]
    for kind, thing, place in named:
        out[kind, thing] = _spot(place)
    return out
