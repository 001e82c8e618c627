# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""From detected conflicts to the report, with the proof side by side."""

from __future__ import annotations

from samenloop.evaluation import Claim
from samenloop.interaction import Conflict, Threshold
from samenloop.interaction.conflict import Act, Side
from samenloop.interaction.threshold import MOST_EXCESS
from samenloop.report import conduct, money, sentences
from samenloop.report.material import Check
from samenloop.report.model_conflicts import (
    ActOut,
    Compared,
    ConflictOut,
    Difference,
    DutiesProof,
    DutyOut,
    Link,
    Lost,
    Proof,
    SavedOut,
    ShareOut,
    TestMoment,
)
from samenloop.report.parts import Basis, Distance, World
from samenloop.report.words import Words, upper_first


def conflicts(check: Check, words: Words) -> tuple[ConflictOut, ...]:
    """Every conflict, in the order they were found in: the gravest first."""
    return tuple(_conflict(check, conflict, words) for conflict in check.detected.conflicts)


def _conflict(check: Check, conflict: Conflict, words: Words) -> ConflictOut:
    bases = tuple(dict.fromkeys(Basis(tekst=x.basis, jci=x.jci or None) for x in conflict.chain if x.basis))
    severity = conflict.severity
    assert severity in ("hoog", "midden", "laag")
    return ConflictOut(
        id=conflict.id,
        oorzaak=" + ".join(sorted(conflict.cause)),
        soort=conflict.kind,
        bijsoorten=conflict.side_kinds,
        regelingen=conflict.regimes,
        grondslagen=bases,
        wie=conflict.who,
        bedrag_per_maand=words.amount(conflict.loss),
        eenmalig=None,
        zekerheid="zeker" if conflict.certain else "mogelijk",
        ontbreekt=words.refs(conflict.missing),
        ernst=severity,  # type: ignore[arg-type]  # one of the three, see above
        uitleg=sentences.explained(check.assessment, conflict, words),
        keten=tuple(
            Link(
                regel=x.rule,
                grondslag=Basis(tekst=x.basis, jci=x.jci or None),
                bronlaag=x.layer,
                modaliteit=x.modality,
                wie_kan_wijzigen=x.changeable_by,
                titel=x.title,
                regeling=x.regime,
            )
            for x in conflict.chain
        ),
        bewijs=_proof(check, conflict, words),
        titel=_title(conflict, words),
        waarom_ernst=conflict.why_severe,
    )


def _title(conflict: Conflict, words: Words) -> str:
    regimes = " en ".join(words.label("regelingen", r) for r in conflict.regimes)
    return f"{upper_first(words.label('botsing_soorten', conflict.kind))}: {regimes}"


def _proof(check: Check, conflict: Conflict, words: Words) -> Proof | DutiesProof:
    found, duties, act = conflict.comparison, conflict.duties, conflict.act
    moment = None
    if conflict.test_moment:
        moment = TestMoment(soort=conflict.test_moment, dag=conflict.next_test)
    common = Compared(
        wat=found.what,
        kop_met="als dit doorgaat" if act is not None and act.planned else "zoals het is",
        met=World(d=words.amount(found.d_with), vrij=words.amount(found.free_with)),
        zonder=World(d=words.amount(found.d_without), vrij=words.amount(found.free_without)),
        verschil=Difference(
            d=words.amount(found.loss), vrij=words.amount(found.loss_free), uitbetaald=words.amount(found.loss_paid)
        ),
        verloren=tuple(_lost(claim, had, words) for claim, had in zip(found.lost, found.had, strict=True)),
        toetsmoment=moment,
    )
    if duties is not None:
        broken, followed = conduct.breaches(check.assessment, conflict, words)
        return DutiesProof(
            **dict(common), vorm="plichten", a=_side(duties.a), b=_side(duties.b), gevolg_a=broken, gevolg_b=followed
        )
    return Proof(
        **dict(common),
        vorm="vergelijking",
        patroon=conflict.pattern or None,
        feit=None if conflict.threshold is None else str(conflict.threshold.fact),
        afstand=None if conflict.threshold is None else _distance(conflict.threshold),
        gedrag=None if act is None else _act(act),
        door_deze_regels=None if found.by_norms is None else words.amount(found.by_norms),
        per_persoon=tuple(
            ShareOut(wie=x.who, d=words.amount(x.loss), vrij=words.amount(x.loss_free)) for x in found.shares
        ),
        bespaard=tuple(
            SavedOut(
                regeling=x.regime,
                aanspraak=x.entitlement,
                wie=x.who,
                meer=words.amount(x.more),
                eenheid=x.unit,
                per=x.per,
            )
            for x in found.saved
        ),
    )


def _lost(claim: Claim, had: Claim | None, words: Words) -> Lost:
    none = had is None or had.right.is_false
    return Lost(
        aanspraak=claim.entitlement,
        wie=claim.members,
        met=None if had is None or none or had.amount is None else words.amount(had.monthly),
        bedrag_per_maand=None if claim.amount is None else words.amount(claim.monthly),
        uitbetaald=None if claim.amount is None else words.amount(claim.as_paid),
    )


def _act(act: Act) -> ActOut:
    return ActOut(handeling=act.deed, door=act.by, voor=act.for_whom, gepland=act.planned, samen_wonen=act.together)


def _side(side: Side) -> DutyOut:
    return DutyOut(
        regel=side.rule,
        titel=side.title,
        regeling=side.regime,
        soort="bescherming" if side.protects else "plicht",
        feit=str(side.fact),
        waarde=side.wants,
    )


def _distance(threshold: Threshold) -> Distance:
    return Distance(
        bedrag=money.money(abs(threshold.excess)),
        grens=money.money(threshold.limit),
        gemeten=money.money(threshold.measured),
        per=threshold.unit.removeprefix("eur").removeprefix("/") or "stand",
        procent=money.hundredths(threshold.share),
        boven_drempelmarge=threshold.share > MOST_EXCESS,
    )
