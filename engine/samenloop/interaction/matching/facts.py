# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""Norms as data: one frozen record per norm in force, bound to the people and things of one household.

What a pattern can join is in the columns; text or ``None``, never a number. How a record comes from an evaluation is in
:mod:`samenloop.interaction.matching.live`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, fields

from samenloop.language.values import FactRef
from samenloop.rulebook.patterns import TrialNorm


@dataclass(frozen=True, slots=True)
class NormFact:
    """A norm in force that concerns somebody or something. A column that says nothing is ``None``.

    ``wie`` bears the norm or holds the role, ``voor`` is in whose eyes or for whom, ``ander`` the other person on whom
    it depends, ``ding`` the home, debt or possession it is about. ``waarde`` is what the verb is about (a role, a duty,
    an act), ``aanspraak`` the right. ``van`` says from whom it must come: ``zelf``, ``ander`` or ``instantie``.
    """

    norm: str
    regeling: str
    werkwoord: str
    modaliteit: str | None = None
    bronlaag: str | None = None
    klasse: str | None = None
    werking: str | None = None
    begripsfamilie: str | None = None
    doel: str | None = None
    behoefte: str | None = None
    van: str | None = None
    veronderstelling: str | None = None
    waarde: str | None = None
    voor: str | None = None
    wie: str | None = None
    ander: str | None = None
    ding: str | None = None
    beslisser: str | None = None
    aanspraak: str | None = None

    rule: str = ""
    certain: bool = True
    """false: it is not known whether the norm holds here"""
    missing: frozenset[FactRef] = frozenset()
    """what would settle that"""

    def column(self, name: str) -> str | None:
        """What stands in a column."""
        found = getattr(self, name)
        assert found is None or isinstance(found, str)
        return found


JOINABLE: tuple[str, ...] = tuple(f.name for f in fields(NormFact) if f.name not in ("rule", "certain", "missing"))
"""Every column, in order."""


def of_trial(norms: Iterable[TrialNorm]) -> tuple[NormFact, ...]:
    """The norms of a trial case (``voorbeelden`` of a pattern). A norm without an id of its own gets one."""
    out = []
    for place, norm in enumerate(norms):
        given = {key: str(value) for key, value in norm.kolommen.items()}
        row = {"norm": f"{norm.alias}{place}", **given, "regeling": norm.regeling, "werkwoord": norm.werkwoord}
        out.append(NormFact(**row))  # type: ignore[arg-type]  # columns only; the loader has checked them
    return tuple(out)
