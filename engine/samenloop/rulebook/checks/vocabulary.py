# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""The word list refers to itself: regimes to laws, entitlements to regimes, creditors to roles, links to units."""

from __future__ import annotations

from samenloop.errors import Problem, did_you_mean
from samenloop.rulebook.checks.report import Report

_FILE = "rules/woordenlijst.yaml"
_REFERS = (
    ("regelingen", "wet", "wetten", ()),
    ("aanspraken", "regeling", "regelingen", ()),
    ("aanspraken", "behoefte", "behoeften", ()),
    ("inkomen_soorten", "aanspraak", "aanspraken", ("geen",)),
    ("schuldeisers", "rol", "rollen", ("geen",)),
    ("verhuurders", "rol", "rollen", ("geen",)),
    ("koppelingen", "van", "eenheidnamen", ()),
    ("koppelingen", "naar", "eenheidnamen", ()),
    ("omrekening", "van", "perioden", ()),
    ("omrekening", "naar", "perioden", ()),
    ("wetten", "bronlaag", "bronlagen", ()),
)
_REQUIRED = (("regelingen", "prefix"), ("regelingen", "wet"), ("aanspraken", "regeling"), ("omrekening", "factor"))


def check(report: Report) -> None:
    """R220 refers to no word, R221 key missing, R222 verbs and yardsticks."""
    lists = report.book.vocabulary.lists
    for name, key, target, also in _REFERS:
        for word in lists[name].values():
            value = word.get(key)
            if value is not None and value not in lists[target] and value not in also:
                hint = did_you_mean(str(value), lists[target])
                _say(report, "R220", f"{name}: '{key}' van {word.id} staat niet in de lijst {target}.", hint)
    for name, key in _REQUIRED:
        for word in lists[name].values():
            if word.get(key) is None:
                _say(report, "R221", f"{name}: bij {word.id} ontbreekt '{key}'.")
    for word in lists.get("maatstaven", {}).values():
        concept = str(word.get("begrip"))
        if concept not in report.book.concepts and concept not in report.items.broken:
            hint = did_you_mean(concept, report.book.concepts)
            _say(report, "R222", f"maatstaven: het begrip van {word.id} bestaat niet.", hint)


def _say(report: Report, code: str, message: str, hint: str = "") -> None:
    report.problems.append(Problem(_FILE, 0, 0, code, message, hint))
