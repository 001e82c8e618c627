# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""Every key of the household contract is read by a rule, used by the engine, only shown, or listed as not read yet.

The list ``nog_niet_gelezen`` in the vocabulary is a promise that shrinks: a key that gets a reader must leave it, and a
new key cannot slip in unread.
"""

from __future__ import annotations

from samenloop.domain import contract_paths
from samenloop.rulebook import load_rulebook

USED_BY_THE_ENGINE = {
    # who there is, and on which day
    "schema", "huishouden", "peildatum", "gemeente", "onvolledig",
    "personen.id", "personen.aanvrager", "personen.geboortemaand", "woningen.id", "schulden.id",
    # judgements are read by the id of the fact they answer
    "oordelen",
    # links and units
    "personen.verblijf.woning", "personen.brp.woning", "woningen.hoofdbewoner", "relaties.van", "relaties.naar",
    "relaties.sinds", "relaties.tot", "vermogen.wie", "schulden.wie", "regelingen.wie", "kosten.wie",
    # private income of the account; flows run from day to day
    "personen.inkomen.per", "personen.inkomen.van", "personen.inkomen.tot",
    # whether a claim runs, and since when
    "regelingen.regeling", "regelingen.status", "regelingen.aangevraagd_op", "regelingen.besluit_op",
    # an amount of a decision is turned into the unit of the fact
    "regelingen.per",
    # threats make a loss grave and set the first deadline
    "dreigingen.soort", "dreigingen.datum", "dreigingen.over_maanden",
    # events, evaluated as variations
    "gebeurtenissen.soort", "gebeurtenissen.wie", "gebeurtenissen.status", "gebeurtenissen.datum",
    "gebeurtenissen.details",
    # what was assumed is printed with the result
    "herkomst.aannames.pad", "herkomst.aannames.waarom", "herkomst.werkelijkheid",
}  # fmt: skip


JUDGEMENT = {"oordeel", "door", "waarom", "bewijs", "omschrijving"}


def leaves() -> set[str]:
    """Every key that holds a value. A judgement is one value; ``omschrijving`` goes with the word ``anders``."""
    paths = set(contract_paths())
    judged = {p for p in paths if {o.rpartition(".")[2] for o in paths if o.rpartition(".")[0] == p} == JUDGEMENT}
    ends = {p for p in paths if not any(other.startswith(f"{p}.") for other in paths)} | judged
    return {p for p in ends if p.rpartition(".")[0] not in judged and not p.endswith(".omschrijving")}


def read_by_rules() -> set[str]:
    """Contract paths that the facts of the rule base name, in their steps or their filters."""
    book = load_rulebook()
    starts = {"persoon": "personen.", "woning": "woningen.", "schuld": "schulden.", "bezit": "vermogen."}
    shared = ("vermogen", "schulden", "regelingen", "kosten")
    found: set[str] = set()
    for fact in book.facts.values():
        for path in (fact.uit, fact.of_uit.pad if fact.of_uit else None):
            if path is None or path.is_judgement:
                continue
            first = path.steps[0].key
            own = fact.over in starts and not (fact.over == "persoon" and first in shared)
            above = starts[fact.over] if own else ""
            for step in path.steps:
                key = "relaties" if step.key == "relatie" else step.key
                found |= {f"{above}{key}.{name}" for name, _ in step.filters}
                found.add(f"{above}{key}")
                above = f"{above}{key}."
            for table in (fact.of_uit.alleen_als, fact.of_uit.behalve) if fact.of_uit else ():
                found |= {f"{above.rsplit('.', 2)[0]}.{name}" for name in table or ()}
    return found


def test_every_key_has_exactly_one_place() -> None:
    words = load_rulebook().vocabulary
    waiting, shown, read = set(words.not_read_yet), set(words.display_only), read_by_rules()
    used = read | USED_BY_THE_ENGINE
    assert sorted(leaves() - used - shown - waiting) == [], "nergens gelezen, en ook niet als zodanig vermeld"
    assert sorted(waiting & used) == [], "wordt gelezen: haal uit nog_niet_gelezen"
    assert sorted(waiting & shown) == []
    assert sorted(waiting - leaves()) == [], "bestaat niet in het contract"
