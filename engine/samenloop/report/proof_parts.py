# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""What the proof of a conflict says in every form of the report: its tables and its lines under them."""

from __future__ import annotations

from collections.abc import Sequence

from samenloop.report import money
from samenloop.report.model import Report
from samenloop.report.model_conflicts import ConflictOut, DutiesProof, Lost, Proof
from samenloop.report.parts import Amount
from samenloop.report.words import amount_text, listed, plain, quantity, upper_first

Table = tuple[str, Sequence[str], Sequence[Sequence[str]]]
"""A caption, the heads, the rows; every column but the first holds amounts."""


def tables(report: Report, found: ConflictOut) -> list[Table]:
    """The two evaluations side by side, and the loss per person where that is part of the proof."""
    out = [_comparison(report, found)]
    proof = found.bewijs
    if isinstance(proof, Proof) and len(proof.per_persoon) > 1:
        rows = [[upper_first(listed(x.wie)), amount_text(x.d), amount_text(x.vrij)] for x in proof.per_persoon]
        out.append(("Wie wat verliest", ["Wie", "D", "vrij"], rows))
    return out


def notes(report: Report, found: ConflictOut) -> list[str]:
    """The lines under the tables."""
    proof = found.bewijs
    out = [f"Zonder: {proof.wat}. Dezelfde mensen, dezelfde aanvragen; alleen dit is anders."]
    if isinstance(proof, Proof):
        for saved in proof.bespaard:
            unit = report.word("omvang_eenheden", saved.eenheid)
            much = f"{quantity(saved.meer)} {unit} per {plain(saved.per)}"
            right = report.word("aanspraken", saved.aanspraak)
            out.append(f"Zonder dit gedrag geeft de {report.word('regelingen', saved.regeling)} meer: {right}, {much}.")
        if proof.afstand is not None:
            away = proof.afstand
            share = money.percent_text(away.procent)
            out.append(f"Afstand tot de grens: {money.euro(away.bedrag)} ({share} van {money.euro(away.grens)}).")
    return out


def duties(report: Report, proof: DutiesProof) -> list[list[str]]:
    """Rows for the two norms: what each asks, and what it costs not to follow it."""
    return [
        [side.titel, report.word("regelingen", side.regeling), side.soort, upper_first(breach)]
        for side, breach in ((proof.a, proof.gevolg_a), (proof.b, proof.gevolg_b))
    ]


def _comparison(report: Report, found: ConflictOut) -> Table:
    proof = found.bewijs
    rows = [
        ["D: alles wat binnenkomt", *_texts(proof.met.d, proof.zonder.d, proof.verschil.d)],
        ["vrij: D min huur en premie", *_texts(proof.met.vrij, proof.zonder.vrij, proof.verschil.vrij)],
    ]
    rounded = False
    for lost in proof.verloren:
        label = f"{upper_first(report.word('aanspraken', lost.aanspraak))} ({listed(lost.wie)})"
        rows.append(
            [label, _had(lost), "recht" if lost.bedrag_per_maand is None else amount_text(lost.bedrag_per_maand), ""]
        )
        rounded = rounded or lost.uitbetaald != lost.bedrag_per_maand
        if lost.uitbetaald != lost.bedrag_per_maand and len(proof.verloren) == 1:
            rows.append(["  uitbetaald, na afronding", "", *_texts(lost.uitbetaald, proof.verschil.uitbetaald)])
    if rounded and len(proof.verloren) > 1:
        rows.append(["Samen uitbetaald, na afronding", "", "", amount_text(proof.verschil.uitbetaald)])
    return (
        "Vergelijking per maand, met en zonder de oorzaak",
        ["Per maand", upper_first(proof.kop_met), "Zonder", "Verschil"],
        rows,
    )


def _had(lost: Lost) -> str:
    return "geen" if lost.met is None else amount_text(lost.met)


def _texts(*amounts: Amount | None) -> list[str]:
    return [amount_text(amount) for amount in amounts]
