# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""Patterns: joins over known aliases and columns, two regimes, and trial cases that come out as they say."""

from __future__ import annotations

import re
from itertools import product

from samenloop.documents import Path
from samenloop.errors import did_you_mean
from samenloop.rulebook.checks.report import Report
from samenloop.rulebook.patterns import ASKED, COLUMNS, SHARED, NormPattern, Pattern, Trial, TrialNorm
from samenloop.rulebook.reading import Place

_SIDE = re.compile(r"([a-z][a-z0-9_]*)\.([a-z][a-z0-9_]*)")


def check(report: Report) -> None:
    """R180 alias or column, R181 one hit and one miss, R182 two regimes, R183 trial norm, R184 text, R185 outcome.

    R186 join of an alias with itself, R187 nothing shared.
    """
    for item in report.items.patterns:
        pattern, place = item.model, item.place
        sound = [
            _joins(report, pattern, place) and _shared(report, pattern, place),
            _regimes(report, pattern, place),
            _trial_norms(report, pattern, place),
        ]
        _text(report, pattern, place)
        if {trial.verwacht for trial in pattern.voorbeelden} != {"raak", "mis"}:
            report.say(place, "R181", "geef minstens één voorbeeld raak en één mis.", at=("voorbeelden",))
        if all(sound):
            for i, trial in enumerate(pattern.voorbeelden):
                if hits(pattern, trial) != (trial.verwacht == "raak"):
                    message = f"dit voorbeeld is niet {trial.verwacht}."
                    report.say(place, "R185", message, at=("voorbeelden", i, "verwacht"))


def _joins(report: Report, pattern: Pattern, place: Place) -> bool:
    sound = True
    for key, joins in (("koppelt", pattern.koppelt), ("verschilt", pattern.verschilt)):
        for i, join in enumerate(joins):
            for side, text in (("links", join.links), ("rechts", join.rechts)):
                sound &= _side(report, pattern, place, text, (key, i, side))
            (left, _), (right, _) = join.sides
            if left == right:
                report.say(place, "R186", "een koppel verbindt twee verschillende aliassen.", at=(key, i))
                sound = False
    return sound


def _side(report: Report, pattern: Pattern, place: Place, text: str, at: Path) -> bool:
    match = _SIDE.fullmatch(text)
    if not match:
        report.say(place, "R180", "verwacht <alias>.<kolom>.", at=at)
    elif match[1] not in pattern.normen:
        report.say(place, "R180", "deze alias bestaat niet.", did_you_mean(match[1], pattern.normen), at=at)
    elif match[2] not in COLUMNS:
        message = f"deze kolom bestaat niet; verwacht {', '.join(COLUMNS)}."
        report.say(place, "R180", message, did_you_mean(match[2], COLUMNS), at=at)
    else:
        return True
    return False


def _regimes(report: Report, pattern: Pattern, place: Place) -> bool:
    for join in pattern.verschilt:
        sides = (join.links.split("."), join.rechts.split("."))
        if all(side[-1] == "regeling" for side in sides) and sides[0] != sides[1]:
            return True
    fixed = {p.regeling for p in pattern.normen.values()}
    if None not in fixed and len(fixed) > 1:
        return True
    report.say(place, "R182", "laat de regelingen van twee normen verschillen.", at=("verschilt",))
    return False


def _shared(report: Report, pattern: Pattern, place: Place) -> bool:
    if pattern.meeting is not None:
        return True
    message = (
        f"geen koppel maakt van twee normen {'de' if pattern.gedeeld == 'persoon' else 'het'} {pattern.gedeeld} gelijk."
    )
    report.say(place, "R187", message, f"Koppel {' of '.join(SHARED[pattern.gedeeld])}.", at=("gedeeld",))
    return False


def _text(report: Report, pattern: Pattern, place: Place) -> None:
    for name in re.findall(r"\{([^}]*)\}", pattern.uitleg):
        match = _SIDE.fullmatch(name)
        if not match or match[1] not in pattern.normen or match[2] not in COLUMNS:
            message = "de uitleg noemt {alias.kolom} met een alias en kolom van dit patroon."
            report.say(place, "R184", message, at=("uitleg",))
            return


def _trial_norms(report: Report, pattern: Pattern, place: Place) -> bool:
    sound = True
    for i, trial in enumerate(pattern.voorbeelden):
        for j, norm in enumerate(trial.normen):
            at: Path = ("voorbeelden", i, "normen", j)
            known = pattern.normen.get(norm.alias)
            if known is None:
                hint = did_you_mean(norm.alias, pattern.normen)
                report.say(place, "R183", "deze alias bestaat niet.", hint, at=(*at, "alias"))
                sound = False
            odd = [c for c in norm.kolommen if c not in (*COLUMNS, *ASKED)]
            if odd:
                message = f"deze kolom bestaat niet; verwacht {', '.join((*COLUMNS, *ASKED))}."
                report.say(place, "R183", message, did_you_mean(odd[0], (*COLUMNS, *ASKED)), at=(*at, "kolommen"))
                sound = False
    return sound


def hits(pattern: Pattern, trial: Trial) -> bool:
    """Whether the norms of a trial case satisfy the pattern. Every alias stands for a norm of its own."""
    options = [
        [i for i, n in enumerate(trial.normen) if n.alias == alias and _matches(p, n)]
        for alias, p in pattern.normen.items()
    ]
    return any(_holds(pattern, trial, chosen) for chosen in product(*options))


def _matches(pattern: NormPattern, norm: TrialNorm) -> bool:
    return all(_column(norm, key) == word for key, word in pattern.asks().items())


def _holds(pattern: Pattern, trial: Trial, chosen: tuple[int, ...]) -> bool:
    norms = {alias: trial.normen[i] for alias, i in zip(pattern.normen, chosen, strict=True)}
    return len(set(chosen)) == len(chosen) and all(
        None not in sides and (sides[0] == sides[1]) is same
        for same, joins in ((True, pattern.koppelt), (False, pattern.verschilt))
        for sides in ([_column(norms[alias], column) for alias, column in join.sides] for join in joins)
    )


def _column(norm: TrialNorm, column: str) -> str | None:
    """What stands in a column of a norm; ``None``: nothing, which is neither equal to nor different from anything."""
    if column in ("regeling", "werkwoord"):
        return str(getattr(norm, column))
    found = norm.kolommen.get(column)
    return None if found is None else str(found)
