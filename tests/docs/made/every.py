# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""Every page under docs/reference, by its file name. All of them are made."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from docs.made import commands, coverage, error_codes, household_keys, regimes, report_keys, rule_keys, words

PAGES: Mapping[str, Callable[[], str]] = {
    "opdrachten.md": commands.made,
    "huishouden.md": household_keys.made,
    "rapport.md": report_keys.made,
    "rule-files.md": rule_keys.made,
    "foutcodes.md": error_codes.made,
    "woorden.md": words.made,
    "dekking.md": coverage.made,
    **regimes.pages(),
}
