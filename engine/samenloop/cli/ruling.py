# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""What ``rules`` and ``version`` do."""

from __future__ import annotations

import datetime as dt
import platform
import textwrap
from importlib import metadata
from typing import TYPE_CHECKING

from samenloop.cli.streams import out, width
from samenloop.errors import InputError, Problem, did_you_mean

if TYPE_CHECKING:
    from samenloop.app.rules import ExampleRun
    from samenloop.rulebook import Rulebook

WRONG = 2
_MOST_SHOWN = 12


def run_list(regime: str | None, day: str | None, folders: list[str]) -> None:
    """One line per rule: id, validity, title, article."""
    from samenloop.app.rules import list_rules
    from samenloop.cli.inputs import rulebook

    on = _day(day)
    book = rulebook(folders)
    _known_regime(book, regime)
    for line in list_rules(book, regime, on):
        until = "" if line.until is None else f"{line.until:%d-%m-%Y}"
        out(f"{line.id}  {line.since:%d-%m-%Y} - {until:10}  {line.title} ({line.basis})")


def _day(day: str | None) -> dt.date | None:
    try:
        return None if day is None else dt.date.fromisoformat(day)
    except ValueError:
        raise InputError(Problem("--op", 0, 0, "A030", "verwacht een dag als jjjj-mm-dd.")) from None


def _known_regime(book: Rulebook, regime: str | None) -> None:
    known = sorted({rule.regime for rule in book.all_rules})
    if regime is not None and regime not in known:
        hint = did_you_mean(regime, known)
        raise InputError(Problem("--regeling", 0, 0, "A031", "deze regeling heeft hier geen regels.", hint))


def run_show(rule: str, folders: list[str]) -> None:
    """A rule as Dutch sentences."""
    from samenloop.app.rules import show_rule
    from samenloop.cli.inputs import rulebook
    from samenloop.report.words import upper_first

    found = show_rule(rulebook(folders), rule)
    lines = [found.title, f"{found.id}  ({found.spot})", ""]
    for sentence in found.about:
        lines += _wrapped(sentence)
    lines += ["", "Grondslag"]
    for article, says in found.articles:
        lines += _wrapped(f"- {article}: {says}" if says else f"- {article}", "  ")
    if found.history:
        lines += ["", "Geschiedenis"]
        for said in found.history:
            lines += _wrapped(f"- {said}", "  ")
    for amount in found.amounts:
        lines += ["", *_wrapped(f"{upper_first(amount.title)} ({amount.id}; {amount.tail})")]
        lines += [f"  {days}  {value}" for days, value in amount.values]
    for head, items in (("Leest", found.reads), ("Gelezen door", found.read_by), ("Voorbeelden", found.examples)):
        if items:
            lines += ["", head]
            for item in items[:_MOST_SHOWN]:
                lines += _wrapped(f"- {item}", "  ")
            if len(items) > _MOST_SHOWN:
                lines.append(f"  en nog {len(items) - _MOST_SHOWN}")
    out("\n".join(lines))


def _wrapped(text: str, hanging: str = "") -> list[str]:
    kept = text.replace("\u00a0", "\ue000")
    found = textwrap.wrap(kept, width(), subsequent_indent=hanging, break_long_words=False, break_on_hyphens=False)
    return [line.replace("\ue000", "\u00a0") for line in found] or [""]


def run_test(regime: str | None, folders: list[str]) -> int:
    """Run the worked examples, of patterns too unless one regime is asked; 2 when one fails."""
    from samenloop.app.rules import run_examples, run_pattern_examples
    from samenloop.cli.inputs import rulebook

    book = rulebook(folders)
    _known_regime(book, regime)
    runs = run_examples(book, regime)
    failed = [run for run in runs if run.failures]
    for run in failed:
        out("\n".join(_failed(run)))
    patterns = run_pattern_examples(book) if regime is None else ()
    missed = [run for run in patterns if not run.good]
    for one in missed:
        out(f"NIET GOED  {one.spot.file}:{one.spot.line}  {one.trial.naam} (patroon {one.pattern})")
        out(f"  verwacht {one.trial.verwacht}, gevonden {'raak' if one.found else 'mis'}")
    total, bad = len(runs) + len(patterns), len(failed) + len(missed)
    out(f"{total - bad} van {total} voorbeelden kloppen." + (f" {bad} niet." if bad else ""))
    return WRONG if bad else 0


def _failed(run: ExampleRun) -> list[str]:
    example = run.example.example
    lines = [f"NIET GOED  {run.place}  {example.naam} (peildatum {example.peildatum:%d-%m-%Y})"]
    for failure in run.failures:
        lines.append(f"  {failure.about}: verwacht {failure.expected}, gevonden {failure.found}")
        lines += [f"      {line}" for line in failure.trace.splitlines()]
    return lines


def run_lint(folders: list[str]) -> None:
    """Load and check everything. Problems are raised, all at once."""
    from samenloop.cli.inputs import rulebook

    book = rulebook(folders)
    counts = [
        (len(book.all_rules), "regels"),
        (len(book.parameters), "bedragen"),
        (len(book.facts), "feiten"),
        (len(book.laws), "wetten"),
        (sum(map(len, book.articles.values())), "artikelen"),
        (len(book.hooks), "uitzonderingen"),
        (len(book.patterns), "patronen"),
        (len(book.examples), "voorbeelden"),
        (len(book.overlays), "overlays"),
        (len(book.files), "bestanden"),
    ]
    out("Alles klopt: " + ", ".join(f"{count} {what}" for count, what in counts) + ".")
    out(f"Regelset {book.content_hash}")


def run_version(*, rule_set: bool) -> None:
    """The version, and the rule set when asked."""
    try:
        number = metadata.version("samenloop")
    except metadata.PackageNotFoundError:
        number = "onbekend"
    out(f"samenloop {number} (Python {platform.python_version()})")
    if rule_set:
        from samenloop.rulebook import load_rulebook

        out(f"regelset {load_rulebook().content_hash}")
