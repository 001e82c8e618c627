# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""Dated values: in order, not overlapping, and not past the day up to which they are known."""

from __future__ import annotations

import datetime as dt

from samenloop.documents import Path
from samenloop.rulebook.checks.report import Report
from samenloop.rulebook.laws import Parameter, ParameterValue
from samenloop.rulebook.reading import Item, Place


def check(report: Report) -> None:
    """R150 order and overlap, R151 after ``bekend_tot``, R152 a value on days on which the law does not have it."""
    if report.overlays:
        return  # the laid-over values are those of the overlay, checked there
    for _law, item in report.items.parameters:
        values(report, item.place, item.model.waarden, item.model.bekend_tot)
        _within(report, item)


def _within(report: Report, item: Item[Parameter]) -> None:
    days = item.model.geldig
    for i, value in enumerate(item.model.waarden if days is not None else ()):
        if days is not None and not (days.van <= value.van and (value.tot or value.van) <= days.last):
            report.say(item.place, "R152", "op deze dagen heeft de wet dit bedrag niet.", at=("waarden", i, "van"))


def values(report: Report, place: Place, dated: tuple[ParameterValue, ...], horizon: dt.date) -> None:
    """Check one list of values."""
    previous: ParameterValue | None = None
    for i, value in enumerate(dated):
        at: Path = ("waarden", i)
        if previous is not None and (previous.tot or previous.van) >= value.van:
            message = "de waarden staan in volgorde van dag en overlappen niet."
            report.say(place, "R150", message, at=(*at, "van"))
        if value.van > horizon:
            report.say(place, "R151", "deze waarde begint na bekend_tot.", at=(*at, "van"))
        elif value.tot is not None and value.tot > horizon:
            report.say(place, "R151", "deze waarde eindigt na bekend_tot.", at=(*at, "tot"))
        previous = value
