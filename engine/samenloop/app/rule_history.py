# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""What a rule was before and became after: rules in its place on other days, versions of its articles, amounts."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from samenloop.language import Duration, Expression
from samenloop.language import nodes as n
from samenloop.report import money
from samenloop.report.words import upper_first
from samenloop.rulebook import Article, Parameter, ParameterValue, Rule, Rulebook, Validity
from samenloop.rulebook.walk import marked


@dataclass(frozen=True)
class AmountHistory:
    """An amount with its values: (days, value). ``tail``: what is known of the days after the last one."""

    id: str
    title: str
    values: tuple[tuple[str, str], ...]
    tail: str


def history(book: Rulebook, rule: Rule) -> tuple[str, ...]:
    """One sentence per rule that stands in the same place on other days, and per version of its articles that is told
    apart, by day. A rule that was always the only one has none."""
    family = sorted({r.regel: r for r in _family(book, rule)}.values(), key=lambda r: r.geldig.van)
    out = [f"{days(r.geldig)}: {r.titel} ({r.regel})." for r in family] if len(family) > 1 else []
    for basis in rule.grondslag:
        versions = [a for a in book.articles.get(basis.wet, ()) if a.contains(basis)]
        deepest = max((a.depth for a in versions), default=0)
        told = sorted((a for a in versions if a.depth == deepest), key=lambda a: a.geldig.van)
        if len(told) > 1:
            place = book.basis_text(basis, rule.geldig.van)
            out += [f"{upper_first(place)}, {days(a.geldig)}: {_says(a)}" for a in told]
    return tuple(dict.fromkeys(out))


def _says(article: Article) -> str:
    return article.samenvatting.strip()


def _family(book: Rulebook, rule: Rule) -> Iterator[Rule]:
    """The rule itself, and those on other days in the same place: the other roots of its concept; of exceptions and
    norms those about the same thing that also have its title, or its id but for ``tot_2025``, ``vanaf_2026``."""
    yield rule
    said = {norm.name for norm in rule.norms}
    for other in book.all_rules:
        if other.geldig.overlaps(rule.geldig) or other.over != rule.over:
            continue
        called = other.titel == rule.titel or _stem(other.regel) == _stem(rule.regel)
        if rule.bepaalt is None:
            same = called and bool(said & {norm.name for norm in other.norms})
        else:
            roots = rule.uitzondering_op is None and other.uitzondering_op is None
            excepts = rule.uitzondering_op is not None and other.uitzondering_op is not None
            same = other.bepaalt == rule.bepaalt and (roots or (excepts and called))
        if same:
            yield other


def _stem(rule: str) -> str:
    return re.sub(r"[._](tot|vanaf|van|sinds)_.*", "", rule)


def parameters_of(book: Rulebook, rule: Rule) -> tuple[Parameter, ...]:
    """The amounts that a rule reads, in the order of the text."""
    found: dict[str, None] = {}
    for one in marked(rule):
        if isinstance(one.value, Expression):
            for node in n.walk(one.value.root):
                if isinstance(node, n.Name) and node.parts[0] == "parameters":
                    found[".".join(node.parts[1:])] = None
    return tuple(book.parameters[name] for name in found)


def amount_history(parameter: Parameter) -> AmountHistory:
    """The values of an amount on their days."""
    rows = []
    for value in parameter.waarden:
        last = min(value.tot or parameter.bekend_tot, parameter.bekend_tot)
        rows.append((f"{money.short_day(value.van)} t/m {money.short_day(last)}", written(parameter, value)))
    tail = f"bekend tot en met {money.short_day(parameter.bekend_tot)}"
    return AmountHistory(parameter.parameter, parameter.titel, tuple(rows), tail)


def written(parameter: Parameter, value: ParameterValue) -> str:
    """A value the Dutch way, with its unit."""
    raw = value.waarde
    if raw is None:
        return "niet gevonden"
    if isinstance(raw, dt.date):
        return money.short_day(raw)
    if isinstance(raw, Duration):
        return f"{raw.count} {raw.unit}"
    if parameter.soort == "bedrag":
        return f"{_exact_euros(raw)} {money.per(parameter.eenheid or '')}".strip()
    if parameter.soort == "percentage":
        return f"{money.number(raw * 100, _DECIMALS)}\u00a0%"
    return money.number(raw, _DECIMALS)


_DECIMALS = 12


def _exact_euros(raw: Fraction) -> str:
    """Cents, and more decimals only where the law has them."""
    return money.euros(raw) if (raw * money.CENTS).denominator == 1 else f"€\u00a0{money.number(raw, _DECIMALS)}"


def days(validity: Validity) -> str:
    """``01-01-2018 t/m 31-12-2025`` or ``vanaf 01-01-2026``."""
    first = money.short_day(validity.van)
    return f"vanaf {first}" if validity.tot is None else f"{first} t/m {money.short_day(validity.tot)}"
