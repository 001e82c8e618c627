# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""Requirements that no longer exist: since when, and on which article. Found by comparing the rules of a year ago with
those of today, for the same right; a rule that another one took over is no change."""

from __future__ import annotations

import datetime as dt

from samenloop.evaluation.live import Bound, rules_in_force
from samenloop.language import Duration, Expression, Scope, calendar, names_in
from samenloop.language import nodes as n
from samenloop.report import money
from samenloop.report.words import Words, listed, upper_first
from samenloop.rulebook import Rule, Rulebook

_YEAR = Duration(1, "jaar")
_VERBS = ("sluit_uit", "vereist")
_SIDES = {">": "boven", ">=": "boven", "<": "onder", "<=": "onder"}
_SWAPPED = {">": "<", ">=": "<=", "<": ">", "<=": ">="}


def ended_requirements(book: Rulebook, entitlement: str, day: dt.date) -> tuple[str, ...]:
    """A sentence for each requirement for a right that was in force a year before and is not any more."""
    before = rules_in_force(book, calendar.shift(day, _YEAR, -1))
    now = rules_in_force(book, day)
    ended = {
        bound.rule.regel: bound.rule
        for verb in _VERBS
        for bound in before.by_target.get((verb, entitlement), ())
        if bound.rule.regel not in now.rules
        and not any(_same_subject(book, bound, x) for x in now.by_target.get((verb, entitlement), ()))
    }
    together: dict[tuple[dt.date, str], list[Rule]] = {}
    for rule in ended.values():
        key = rule.geldig.last, Words(book, rule.geldig.last).article(rule)
        together.setdefault(key, []).append(rule)
    return tuple(_sentence(book, rules) for rules in together.values())


def _same_subject(book: Rulebook, old: Bound, new: Bound) -> bool:
    """Whether a rule of today tests what the old rule tested: the same amount on the same side of a limit, or, for a
    test without a limit, one of the same facts."""
    tests = _tests(book, old)
    return bool(tests & _tests(book, new)) if tests else bool(_names(book, old) & _names(book, new))


def _expressions(bound: Bound) -> list[Expression]:
    found = [bound.rule.wanneer, bound.norm.mits, *(way.als for way in getattr(bound.norm, "wegen", ()))]
    return [x for x in found if x is not None]


def _tests(book: Rulebook, bound: Bound) -> set[tuple[frozenset[str], str]]:
    """Every ordered comparison of a norm: what it measures, and which side of the limit it is about."""
    scope = book.scope(book.unit_of(bound.rule))
    out = set()
    for expression in _expressions(bound):
        for node in n.walk(expression.root):
            if isinstance(node, n.Compare) and node.op in _SIDES:
                left, right = _read(node.left, scope), _read(node.right, scope)
                side = _SIDES[node.op] if left else _SIDES[_SWAPPED[node.op]]
                out.add((left or right, side))
    return out


def _names(book: Rulebook, bound: Bound) -> set[str]:
    scope = book.scope(book.unit_of(bound.rule))
    return {name for expression in _expressions(bound) for name in _read(expression.root, scope)}


def _read(node: n.Node, scope: Scope) -> frozenset[str]:
    """What a part of an expression reads of the household, amounts of the law left out."""
    return frozenset(found.id for _, found, _ in names_in(node, scope) if found.what in ("fact", "concept", "open"))


def _sentence(book: Rulebook, rules: list[Rule]) -> str:
    """One sentence for the rules that ended together and rested on the same article."""
    last = rules[0].geldig.last
    first = last + dt.timedelta(days=1)
    then, now = Words(book, last), Words(book, first)
    titles = listed(_lower(rule.titel) for rule in rules)
    old = f"Tot en met {money.short_day(last)} gold: {titles} ({then.article(rules[0])})."
    article = book.article_for(rules[0].grondslag[0], first)
    if article is None:
        return f"{old} Sinds {money.short_day(first)} niet meer: dat artikel is vervallen."
    known = upper_first(article.samenvatting.strip().rstrip("."))
    return f"{old} Sinds {money.short_day(first)} niet meer ({now.article(rules[0])}: {known})."


def _lower(title: str) -> str:
    return title[:1].lower() + title[1:]
