# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""Kinds that rest on one norm about the same two people are one conflict; what is certain leads.

A guest without a right to stay lives with a host. Housing policy wants it, the remission of taxes takes 25 + 40 for it
(``straf_op_gewenst_gedrag``), and counts on the guest to share although the guest has nothing (``dubbele_plicht``).
"""

from __future__ import annotations

from fractions import Fraction

import pytest

from interaction.invented import INVENTED, Change, conflicts, one, rules
from interaction.test_invented_sharing import BY_STATUS, HOUSE, LAW
from samenloop.app.rules import run_examples
from samenloop.interaction import Conflict

CERTAIN, PERHAPS = "ja", "onbekend"
LAWS = sorted(path.name for path in INVENTED.iterdir() if path.name not in ("grond", "drempel", "tweeling"))


def together(reason: str, *law: Change) -> Conflict:
    wanted = ("relaties: []", "relaties: [{soort: bekende, van: gast, naar: gastheer}]")
    judged = (
        "dreigingen: []",
        f"dreigingen: []\noordelen: {{gast.gastheer.huisv.om_gezelschap: {{oordeel: {reason}}}}}",
    )
    return one(conflicts(HOUSE, rules(LAW, *law), wanted, judged))


@pytest.mark.parametrize(
    ("reason", "law", "head", "side"),
    [
        (CERTAIN, (), "straf_op_gewenst_gedrag", "dubbele_plicht"),  # certain before possible
        (PERHAPS, (BY_STATUS,), "dubbele_plicht", "straf_op_gewenst_gedrag"),  # certain before possible
        (CERTAIN, (BY_STATUS,), "dubbele_plicht", "straf_op_gewenst_gedrag"),  # both certain: the order of kinds
        (PERHAPS, (), "dubbele_plicht", "straf_op_gewenst_gedrag"),  # both possible: the order of kinds
    ],
)
def test_one_norm_about_two_people_is_one_conflict(reason: str, law: tuple[Change, ...], head: str, side: str) -> None:
    conflict = together(reason, *law)
    assert (conflict.kind, conflict.side_kinds) == (head, (side,))
    assert conflict.certain == (reason == CERTAIN or bool(law))
    assert set(conflict.regimes) >= {"huisvesting", "kwijtschelding", "verblijfsrecht"}
    assert set(conflict.who) == {"gastheer", "gast"}
    assert {"huisv.wil_gezelschap", "kwijt.huisgenoot", "kwijt.recht"} <= {link.rule for link in conflict.chain}


def test_the_loss_is_that_of_all_causes_together_whatever_kind_leads() -> None:
    assert together(CERTAIN).loss.exact == Fraction(65)
    assert together(CERTAIN, BY_STATUS).loss.exact == Fraction(65)


def test_what_is_asked_stays_in_the_merged_conflict() -> None:
    assert [ref.fact for ref in together(PERHAPS).missing] == ["huisv.om_gezelschap"]
    assert [ref.fact for ref in together(PERHAPS, BY_STATUS).missing] == ["huisv.om_gezelschap"]


def test_another_reason_to_live_together_leaves_the_double_charge_alone() -> None:
    conflict = together("nee")
    assert (conflict.kind, conflict.side_kinds) == ("dubbele_plicht", ())
    assert "huisvesting" not in conflict.regimes


@pytest.mark.parametrize("law", LAWS)
def test_the_examples_of_the_invented_laws_come_out(law: str) -> None:
    runs = run_examples(rules(law))
    assert len(runs) > 2
    assert [(run.place, run.failures) for run in runs if run.failures] == []
