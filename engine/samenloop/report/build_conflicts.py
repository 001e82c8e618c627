# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""From detected conflicts to the report, with the proof side by side."""

from __future__ import annotations

from samenloop.interaction import Conflict, Threshold
from samenloop.interaction.threshold import MOST_EXCESS
from samenloop.report import money, sentences
from samenloop.report.material import Check
from samenloop.report.model_conflicts import ConflictOut, Difference, Link, Lost, Proof, TestMoment
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
        bewijs=_proof(conflict, words),
        titel=_title(conflict, words),
        waarom_ernst=conflict.why_severe,
    )


def _title(conflict: Conflict, words: Words) -> str:
    regimes = " en ".join(words.label("regelingen", r) for r in conflict.regimes)
    return f"{upper_first(words.label('botsing_soorten', conflict.kind))}: {regimes}"


def _proof(conflict: Conflict, words: Words) -> Proof:
    found = conflict.comparison
    moment = None
    if conflict.test_moment:
        moment = TestMoment(soort=conflict.test_moment, dag=conflict.next_test)
    return Proof(
        vorm="vergelijking",
        wat=found.what,
        met=World(d=words.amount(found.d_with), vrij=words.amount(found.free_with)),
        zonder=World(d=words.amount(found.d_without), vrij=words.amount(found.free_without)),
        verschil=Difference(
            d=words.amount(found.loss), vrij=words.amount(found.loss_free), uitbetaald=words.amount(found.loss_paid)
        ),
        verloren=tuple(
            Lost(
                aanspraak=claim.entitlement,
                wie=claim.members,
                bedrag_per_maand=None if claim.amount is None else words.amount(claim.monthly),
                uitbetaald=None if claim.amount is None else words.amount(claim.as_paid),
            )
            for claim in found.lost
        ),
        feit=None if conflict.threshold is None else str(conflict.threshold.fact),
        afstand=None if conflict.threshold is None else _distance(conflict.threshold),
        toetsmoment=moment,
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
