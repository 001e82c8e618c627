# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""The labels of every id that a report names, per list of the vocabulary, so that it can be read without the rules."""

from __future__ import annotations

from collections.abc import Iterable

from samenloop.report.model import Report
from samenloop.report.model_conflicts import Proof
from samenloop.report.words import Words


def glossary(report: Report, words: Words) -> dict[str, dict[str, str]]:
    """List to id to label."""
    claims, conflicts, proposals = report.aanspraken, report.botsingen, report.voorstellen
    links = [link for conflict in conflicts for link in conflict.keten]
    used: dict[str, Iterable[str]] = {
        "regelingen": [
            *(c.regeling for c in claims),
            *(r for x in conflicts for r in x.regelingen),
            *(link.regeling for link in links),
        ],
        "aanspraken": [
            *(c.id for c in claims),
            *(y.aanspraak for x in conflicts for y in x.bewijs.verloren),
            *(y for p in proposals for y in p.brengt),
            *(y.aanspraak for x in conflicts if isinstance(x.bewijs, Proof) for y in x.bewijs.bespaard),
        ],
        "handelingen": [
            x.bewijs.gedrag.handeling for x in conflicts if isinstance(x.bewijs, Proof) and x.bewijs.gedrag is not None
        ],
        "rollen": [
            *(c.beslisser for c in claims),
            *(r for p in proposals for r in p.beslissers),
            *(y.betaler for p in proposals for y in p.kosten_baten),
            *(r for link in links for r in link.wie_kan_wijzigen),
            *(x.rol for x in report.tafel),
            *(x.wie for x in report.plan),
            *(x.beslisser for x in report.ongebruikte_rechten),
        ],
        "bronlagen": [*(link.bronlaag for link in links), *(p.bronlaag for p in proposals)],
        "modaliteiten": [*(link.modaliteit for link in links), *(p.modaliteit for p in proposals)],
        "omvang_eenheden": [y.eenheid for x in conflicts if isinstance(x.bewijs, Proof) for y in x.bewijs.bespaard],
        "botsing_soorten": [k for x in conflicts for k in (x.soort, *x.bijsoorten)],
        "juridische_soorten": [p.juridische_soort for p in proposals],
        "sterkten": [p.sterkte for p in proposals],
        "mandaatniveaus": [p.mandaat for p in proposals],
        "treden": [f"trede_{p.trede}" for p in proposals],
        "toetsmomenten": [x.bewijs.toetsmoment.soort for x in conflicts if x.bewijs.toetsmoment is not None],
        "perioden": [c.betaald_per for c in claims],
        "gebeurtenissen": [x.soort for x in report.eigen_idee],
    }
    lists = words.book.vocabulary.lists
    return {
        name: {id_: lists[name][id_].label for id_ in sorted(set(ids)) if id_ in lists[name]}
        for name, ids in used.items()
    }
