# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""One root cause is one conflict; the dominant kind leads; ids do not depend on order."""

from __future__ import annotations

from dataclasses import replace
from itertools import permutations

from samenloop.interaction import Conflict
from samenloop.interaction.merging import merge
from support.cases import household, look


def conflict() -> Conflict:
    (found,) = look(household("ondiep-huurgrens"))[1].conflicts
    return found


def test_a_shared_atom_makes_one_conflict_of_two() -> None:
    one = conflict()
    shared = frozenset({"norm:iets.anders", min(one.cause)})
    other = replace(one, kind="verrekening", cause=shared, regimes=("wmo",))
    (merged,) = merge([one, other])
    assert merged.kind == "verrekening"  # leads in the fixed order of kinds
    assert merged.side_kinds == ("drempel",)
    assert merged.cause == one.cause | other.cause
    assert set(merged.regimes) == {*one.regimes, "wmo"}


def test_a_chain_of_shared_atoms_is_one_conflict() -> None:
    one = conflict()
    a = replace(one, cause=frozenset({"x", "y"}))
    b = replace(one, cause=frozenset({"y", "z"}))
    c = replace(one, cause=frozenset({"z", "w"}))
    assert len(merge([a, c])) == 2
    assert len(merge([a, b, c])) == 1


def test_different_causes_stay_apart_and_the_graver_comes_first() -> None:
    one = conflict()
    mild = replace(one, cause=frozenset({"iets.anders"}), severity="laag")
    unsure = replace(one, cause=frozenset({"nog.iets"}), certain=False)
    assert [c.severity for c in merge([mild, one])] == ["hoog", "laag"]
    assert [c.certain for c in merge([unsure, mild])] == [True, False]


def test_the_order_of_finding_does_not_matter() -> None:
    one = conflict()
    found = [
        one,
        replace(one, kind="tijdgat", cause=frozenset({"p", "q"})),
        replace(one, kind="uitsluiting", cause=frozenset({"q", "r"}), severity="midden"),
    ]
    results = {tuple((c.id, c.kind, c.side_kinds) for c in merge(order)) for order in permutations(found)}
    assert len(results) == 1


def test_the_id_is_a_hash_of_the_cause_and_nothing_else() -> None:
    one = conflict()
    assert replace(one, severity="laag", who=()).id == one.id
    assert replace(one, cause=frozenset({"x"})).id != one.id
    assert one.id == conflict().id
