# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""What the patterns of the rule book find in one evaluation, in Dutch.

A match that is not certain is told only when one fact would settle it. Where more is open, the questions come first:
with enough unknown almost anything is possible, and that is no finding.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from samenloop.evaluation import Assessment
from samenloop.interaction.matching.choose import choose_matcher
from samenloop.interaction.matching.facts import NormFact
from samenloop.interaction.matching.live import norms_of
from samenloop.interaction.matching.port import Match, Matcher
from samenloop.language import values
from samenloop.language.values import FactRef, Thing
from samenloop.rulebook import Rulebook
from samenloop.rulebook.patterns import Pattern

_LABELS = {
    "regeling": "regelingen", "werkwoord": "werkwoorden", "modaliteit": "modaliteiten", "bronlaag": "bronlagen",
    "klasse": "klassen", "werking": "werkingen", "begripsfamilie": "begripsfamilies", "doel": "doelen",
    "behoefte": "behoeften", "beslisser": "rollen", "aanspraak": "aanspraken",
}  # fmt: skip
"""Where the label of a word in a column stands. People and things keep their id."""
_OPEN = 1
_NAMES = ("wie", "voor", "ander", "ding")
_COLUMN = re.compile(r"\{([a-z][a-z0-9_]*)\.([a-z][a-z0-9_]*)\}")


@dataclass(frozen=True)
class PatternMatch:
    """A pattern that was found, about one person or thing."""

    pattern: str
    title: str
    kind: str
    """the kind of conflict (``soort``)"""
    explanation: str
    """the ``uitleg`` with the columns filled in"""
    subject: Thing
    """the person or thing that the norms share"""
    regimes: tuple[str, ...]
    persons: tuple[str, ...]
    norms: tuple[str, ...]
    """ids of the norms bound, in the order of the pattern; setting one aside ends the match"""
    rules: tuple[str, ...]
    """ids of their rules"""
    certain: bool
    missing: frozenset[FactRef]
    """what would settle it"""


@dataclass(frozen=True)
class Found:
    """What was found, and which matcher did the work (for the receipt)."""

    matches: tuple[PatternMatch, ...]
    matcher: str


def found(assessment: Assessment, matcher: Matcher | None = None) -> Found:
    """Match every pattern of the rule book. Without a matcher: the one :func:`choose_matcher` gives for one case; hand
    one over to keep it for many evaluations."""
    if matcher is None:
        with choose_matcher() as chosen:
            return found(assessment, chosen)
    patterns = assessment.book.patterns
    verbs = {norm.werkwoord for pattern in patterns.values() for norm in pattern.normen.values()}
    matches = matcher.match(_listed(assessment.book), norms_of(assessment, verbs))
    made = [one for match in matches if (one := _looked_at(assessment, patterns[match.pattern], match)) is not None]
    return Found(_joined(made), matcher.ran)


def _listed(book: Rulebook) -> tuple[Pattern, ...]:
    return tuple(book.patterns.values())


def _looked_at(assessment: Assessment, pattern: Pattern, match: Match) -> PatternMatch | None:
    """A match in words, unless the pattern's ``als`` is not true of what the norms share."""
    norms = [norm for _, norm in match.norms]
    subject = shared(pattern, match)
    holds = values.TRUE
    if pattern.als is not None:
        holds = assessment.evaluator.say(pattern.als, subject)[0]
    certain = match.certain and holds.is_true
    missing = frozenset[FactRef]().union(*(norm.missing for norm in norms), values.both(holds)[0])
    if holds.is_false or not (certain or len(missing) == _OPEN):
        return None
    whose = {p for norm in norms for p in (norm.wie, norm.voor, norm.ander) if p is not None}
    return PatternMatch(
        pattern=pattern.patroon,
        title=pattern.titel,
        kind=pattern.soort,
        explanation=_filled(assessment.book, pattern.uitleg, match),
        subject=subject,
        regimes=tuple(dict.fromkeys(norm.regeling for norm in norms)),
        persons=tuple(person.id for person in assessment.household.personen if person.id in whose),
        norms=tuple(dict.fromkeys(norm.norm for norm in norms)),
        rules=tuple(dict.fromkeys(norm.rule for norm in norms)),
        certain=certain,
        missing=missing,
    )


def shared(pattern: Pattern, match: Match) -> Thing:
    """The person or thing that the norms of a match share."""
    assert pattern.meeting is not None  # the loader asks for it
    alias, column = pattern.meeting
    name = match.norm(alias).column(column)
    assert name is not None
    unit, _, id_ = ("persoon", "", name) if pattern.gedeeld == "persoon" else name.partition(":")
    return Thing(unit, id_)


def _filled(book: Rulebook, text: str, match: Match) -> str:
    def word(found: re.Match[str]) -> str:
        return label(book, match.norm(found[1]), found[2])

    return _COLUMN.sub(word, text)


def label(book: Rulebook, norm: NormFact, column: str) -> str:
    """What stands in a column, in words."""
    if column == "norm":
        return book.rules[norm.rule].titel
    word = norm.column(column)
    if word is None:
        return "onbekend"
    if column in _NAMES:
        return word.rpartition(":")[2]
    listed = book.vocabulary.lists.get(_LABELS.get(column, ""), {}).get(word)
    if listed is None:
        return word.replace("_", " ")
    small = column != "regeling" and listed.label[1:2].islower()
    return listed.label[:1].lower() + listed.label[1:] if small else listed.label


def _joined(made: list[PatternMatch]) -> tuple[PatternMatch, ...]:
    """One of each: the same norms about the same people can match in more than one way. The certain one is kept."""
    kept: dict[tuple[object, ...], PatternMatch] = {}
    for one in sorted(made, key=_order):
        kept.setdefault((one.pattern, one.subject, one.persons, one.norms), one)
    return tuple(kept.values())


def _order(one: PatternMatch) -> tuple[object, ...]:
    return (one.pattern, str(one.subject), one.norms, one.persons, not one.certain, one.explanation)
