# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""What a conflict is: a frozen record with its cause, chain, proof and loss. Amounts are EUR per month unless said."""

from __future__ import annotations

import datetime as dt
import hashlib
from dataclasses import dataclass
from fractions import Fraction

from samenloop.evaluation import Claim
from samenloop.language.values import FactRef, Thing, Value

KINDS_IN_ORDER = (
    "patstelling", "sanctiestapeling", "zorgval", "tussen_wal_en_schip", "begripsbotsing", "verrekening", "drempel",
    "tijdgat", "dubbele_plicht", "uitsluiting", "straf_op_gewenst_gedrag", "kostenverschuiving", "mandaatgat",
)  # fmt: skip
"""Which kind leads when one cause shows as several kinds."""


@dataclass(frozen=True, slots=True)
class ChainLink:
    """One norm of the chain that leads from the cause to the loss, with who could change it."""

    rule: str
    title: str
    regime: str
    basis: str
    jci: str
    layer: str
    modality: str
    changeable_by: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Threshold:
    """A limit read from a rule, and where this household stands. ``limit``, ``measured`` and ``excess`` in ``unit``."""

    rule: str
    text: str
    fact: FactRef
    fact_now: Fraction
    fact_at_limit: Fraction
    measured: Fraction
    limit: Fraction
    excess: Fraction
    unit: str
    parameters: tuple[str, ...]

    @property
    def share(self) -> Fraction:
        """Excess as a share of the limit."""
        return abs(self.excess / self.limit) if self.limit else Fraction(0)


@dataclass(frozen=True, slots=True)
class Comparison:
    """The two evaluations: D and vrij as it is (``with_``) and without the cause (``without``). ``loss`` is the
    difference on D, ``loss_free`` on vrij, ``loss_paid`` what is paid less (after statutory rounding)."""

    d_with: Value
    d_without: Value
    free_with: Value
    free_without: Value
    loss: Value
    loss_free: Value
    loss_paid: Value
    what: str
    """the counterfactual in words"""
    lost: tuple[Claim, ...]
    """claims of the evaluation without the cause that are higher there"""


@dataclass(frozen=True)
class Conflict:
    """One shown interference between regimes. ``cause`` holds the atoms that identify the root cause."""

    kind: str
    cause: frozenset[str]
    regimes: tuple[str, ...]
    who: tuple[str, ...]
    needs: tuple[str, ...]
    comparison: Comparison
    certain: bool
    missing: tuple[FactRef, ...]
    severity: str
    why_severe: str
    chain: tuple[ChainLink, ...]
    subject: Thing
    """the thing the norm of the cause is about"""
    threshold: Threshold | None = None
    test_moment: str = ""
    next_test: dt.date | None = None
    side_kinds: tuple[str, ...] = ()
    direct: bool = True
    """whether the cause is a norm itself, not a concept that norms read: of one cause, the norm is named first"""

    @property
    def id(self) -> str:
        """Stable id: a hash of the cause."""
        return "b" + hashlib.sha256("\n".join(sorted(self.cause)).encode()).hexdigest()[:10]

    @property
    def loss(self) -> Value:
        """EUR per month, positive."""
        return self.comparison.loss


@dataclass(frozen=True, slots=True)
class NearLimit:
    """The good side of a limit: nothing is lost, but a little more would cost this much. A warning, no conflict."""

    threshold: Threshold
    regimes: tuple[str, ...]
    loss: Value
    rule: str
