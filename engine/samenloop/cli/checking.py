# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""What ``check``, ``explain``, ``druk`` and ``schema`` do."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import TYPE_CHECKING

from samenloop.cli.streams import colours, out, say, width
from samenloop.errors import InputError, Problem, did_you_mean

if TYPE_CHECKING:
    from samenloop.app.receipts import Replay
    from samenloop.report import Report

_DEGREES = ("laag", "midden", "hoog")
_FORMS = ("text", "json", "html")
_CONTRACTS = ("huishouden", "rapport")
_MOST_SHOWN = 40


def _one_of(where: str, given: str | None, known: Sequence[str]) -> list[Problem]:
    if given is None or given in known:
        return []
    return [Problem(where, 0, 0, "A040", f"kies uit: {', '.join(known)}.", did_you_mean(given, known))]


def run_check(
    file: str,
    form: str,
    output: str | None,
    receipt: str | None,
    exit_code: str | None,
    *,
    projection: bool,
    overlays: list[str],
    folders: list[str],
) -> int:
    """Check a household and write the report; 1 when asked for and a grave certain conflict exists."""
    from pathlib import Path

    from samenloop.app.checking import check
    from samenloop.app.receipts import read_report, replay
    from samenloop.cli import inputs
    from samenloop.report import build

    problems = [*_one_of("--format", form, _FORMS), *_one_of("--exit-code", exit_code, _DEGREES)]
    if problems:
        raise InputError(problems)
    earlier = None if receipt is None else read_report(Path(receipt))
    book = inputs.rulebook(folders, overlays)
    loaded = inputs.household(file, book)
    if earlier is not None:
        found = replay(earlier, loaded, book)
        _deliver(_replayed(found, form), output)
        return _code(found.report, exit_code)
    report = build(check(loaded, book, projection=projection))
    _deliver(_rendered(report, form, to_file=output is not None), output)
    return _code(report, exit_code)


def _rendered(report: Report, form: str, *, to_file: bool) -> str:
    if form == "json":
        return report.to_json()
    if form == "html":
        from samenloop.report import html

        return html.render(report)
    from samenloop.report import text

    return text.render(report) if to_file else text.render(report, width(), colour=colours())


def _deliver(text: str, output: str | None) -> None:
    if output is None:
        out(text)
        return
    from samenloop.cli.inputs import write

    write(output, text)
    say(f"Geschreven: {output}")


def _code(report: Report, asked: str | None) -> int:
    if asked is None:
        return 0
    least = _DEGREES.index(asked)
    grave = (x for x in report.botsingen if x.zekerheid == "zeker" and _DEGREES.index(x.ernst) >= least)
    return 1 if any(grave) else 0


def _replayed(found: Replay, form: str) -> str:
    if form == "json":
        data = {
            "hetzelfde": found.same,
            "redenen": list(found.reasons),
            "verschillen": [{"pad": x.path, "was": x.was, "is": x.now} for x in found.differences],
        }
        return json.dumps(data, ensure_ascii=False, indent=2) + "\n"
    if found.same:
        return "Hetzelfde: de nieuwe berekening is gelijk aan het rapport, tot op de cent.\n"
    reasons = f" Mogelijke reden: {', '.join(found.reasons)}." if found.reasons else ""
    lines = [f"Anders op {len(found.differences)} plaatsen.{reasons}"]
    lines += [f"  {x.path}: was {_shown(x.was)}, is {_shown(x.now)}" for x in found.differences[:_MOST_SHOWN]]
    if len(found.differences) > _MOST_SHOWN:
        lines.append(f"  en nog {len(found.differences) - _MOST_SHOWN} verschillen; alle met --format json")
    return "\n".join(lines) + "\n"


def _shown(value: str | None) -> str:
    return "niets" if value is None else value


def run_explain(name: str, file: str, person: str | None, overlays: list[str], folders: list[str]) -> None:
    """Write why an outcome is what it is."""
    from samenloop.app.explaining import explain
    from samenloop.cli import inputs
    from samenloop.report.explanation import render

    book = inputs.rulebook(folders, overlays)
    loaded = inputs.household(file, book)
    out(render(explain(loaded, book, name, person), width(), colour=colours()))


def run_pressure(file: str, more: int, person: str | None, overlays: list[str], folders: list[str]) -> None:
    """Write what is left of more wage."""
    from fractions import Fraction

    from samenloop.app.pressure import pressure
    from samenloop.cli import inputs
    from samenloop.report.pressure import render

    book = inputs.rulebook(folders, overlays)
    out(render(pressure(inputs.household(file, book), book, Fraction(more), person)))


def run_schema(which: str) -> None:
    """Write a JSON Schema."""
    problems = _one_of("WELK", which, _CONTRACTS)
    if problems:
        raise InputError(problems)
    from samenloop.app.schemas import schema

    out(json.dumps(schema("rapport" if which == "rapport" else "huishouden"), ensure_ascii=False, indent=2))
