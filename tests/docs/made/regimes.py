# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""docs/reference/regels-<regeling>.md: every rule of a regime as Dutch sentences, with articles, history and amounts."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cache, partial

from docs.made.markdown import anchor, bullets, code, page, table
from samenloop.app.rule_history import amount_history, history, parameters_of
from samenloop.app.rules import about_rule, show_rule
from samenloop.rulebook import Rule, Rulebook, load_rulebook


@cache  # one reading for all pages
def _book() -> Rulebook:
    return load_rulebook()


def pages() -> Mapping[str, Callable[[], str]]:
    """A page per regime that has rules, by file name."""
    regimes = sorted({rule.regime for rule in _book().all_rules})
    return {f"regels-{regime.replace('_', '-')}.md": partial(made, regime) for regime in regimes}


def made(regime: str) -> str:
    """The page of one regime."""
    book = _book()
    rules = [rule for rule in book.all_rules if rule.regime == regime]
    label = book.vocabulary.label("regelingen", regime)
    files = ", ".join(sorted({code(spot.file) for r in rules if (spot := book.spot("regel", r.regel)) is not None}))
    amounts = {p.parameter: p for rule in rules for p in parameters_of(book, rule)}
    parts = [
        f"{len(rules)} regels uit {files}, teruggelezen als zinnen. Wat niet in de regels staat: "
        "[dekking](dekking.md#niet-gemodelleerd).",
        *("\n\n".join(_rule(book, rule)) for rule in rules),
    ]
    if amounts:
        parts.append("## Bedragen")
        for parameter in amounts.values():
            found = amount_history(parameter)
            basis = book.basis_text(parameter.grondslag, parameter.waarden[-1].van)
            head = f"### {found.id}\n\n{found.title} ({basis}; {found.tail})."
            parts.append(f"{head}\n\n{table(('dagen', 'waarde'), found.values)}")
    return page(f"Regels: {label}", *parts, source=f"`rules/{regime}/` en `laws/`")


def _rule(book: Rulebook, rule: Rule) -> Iterator[str]:
    shown = show_rule(book, rule.regel)
    yield f"## {shown.title}"
    yield f"{code(rule.regel)}"
    yield bullets(about_rule(book, rule, rule.geldig.last if rule.geldig.tot else rule.geldig.van))
    yield "Grondslag:"
    yield bullets(f"{article}: {says}" if says else article for article, says in shown.articles)
    told = history(book, rule)
    if told:
        yield "Geschiedenis:"
        yield bullets(told)
    read = parameters_of(book, rule)
    if read:
        links = (f"[{p.titel}](#{anchor(p.parameter)})" for p in read)
        yield f"Bedragen: {', '.join(links)}."
