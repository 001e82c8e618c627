# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""What a conflict is: a frozen record with its cause, chain, proof and loss. Amounts are EUR per month unless said."""

from __future__ import annotations

import datetime as dt
import hashlib
from dataclasses import dataclass
from fractions import Fraction

from samenloop.evaluation import AS_IT_IS, Claim, Variation
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
class Share:
    """What the people of one part of the account lose together: on D and on vrij, EUR per month."""

    who: tuple[str, ...]
    loss: Value
    loss_free: Value


@dataclass(frozen=True, slots=True)
class Saved:
    """What a regime need not give because somebody does it for nothing: ``more`` in ``unit`` per ``per`` that its right
    would cover without the act."""

    regime: str
    entitlement: str
    who: tuple[str, ...]
    more: Value
    unit: str
    per: str


@dataclass(frozen=True, slots=True)
class Side:
    """One of two norms that cannot both be followed: what it wants of a fact, and what it costs not to follow it."""

    rule: str
    title: str
    regime: str
    fact: FactRef
    wants: str
    """the value it wants, as the rule writes it"""
    protects: bool
    """it protects the fact (an exemption), it does not demand it (a duty)"""
    because: tuple[FactRef, ...]
    """facts of the case by which it holds"""
    breach: str
    """id of the rule that holds the consequence of a breach; empty when the file names none"""


@dataclass(frozen=True, slots=True)
class Duties:
    """Two duties, or a duty and an exemption, that want the same fact with two values. ``refused`` are the rights that
    are not there as long as the first is not followed."""

    a: Side
    b: Side
    refused: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class Act:
    """Conduct that a norm wants: ``deed`` (id of a handeling), by whom, for whom; ``planned`` when it has not begun."""

    deed: str
    rule: str
    saves: str
    """the regime that saves by it"""
    by: str
    for_whom: str
    planned: bool
    together: bool
    """the act is why they live in one home, so that without it ``by`` lives elsewhere"""
    along: tuple[str, ...] = ()
    """the children who then go along"""


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
    had: tuple[Claim | None, ...] = ()
    """the same claims in the evaluation with the cause; ``None`` when there is none"""
    shares: tuple[Share, ...] = ()
    """the loss per person (or of people who have a right together), where that is part of the proof"""
    saved: tuple[Saved, ...] = ()
    by_norms: Value | None = None
    """what the norms of the cause take of the loss on D; ``None`` when all of it"""

    @property
    def members(self) -> tuple[str, ...]:
        """Who has the lost claims, each once."""
        return tuple(dict.fromkeys(member for claim in self.lost for member in claim.members))

    @property
    def needs(self) -> tuple[str, ...]:
        """The needs the lost claims serve, each once."""
        return tuple(dict.fromkeys(need for claim in self.lost for need in claim.needs))


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
    assumes: str = ""
    """what the norm of the cause takes for granted and is not so, as a Dutch clause"""
    pattern: str = ""
    """id of the pattern that found it; empty for what structure shows"""
    name: str = ""
    told: str = ""
    """title and explanation of a pattern, in Dutch"""
    duties: Duties | None = None
    act: Act | None = None
    world: Variation = AS_IT_IS
    """in which evaluation it hurts, against the household as it is: an act that is still a plan has happened in it"""
    without: Variation = AS_IT_IS
    """the counterfactual, against the household as it is"""
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
