# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""The report as one HTML file: no scripts, nothing fetched from elsewhere, readable on paper and aloud."""

from __future__ import annotations

from pathlib import Path

from samenloop.report import html_advice, html_proof, html_rights, html_trace
from samenloop.report.markup import Html, el, fields, join
from samenloop.report.model import Report

_STYLE = Path(__file__).with_name("stijl.css")
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"


def render(report: Report) -> str:
    """The report as a whole page."""
    parts = [
        html_proof.core(report),
        html_advice.order(report),
        *html_proof.conflicts(report),
        html_advice.proposals(report),
        html_rights.unused(report),
        html_rights.questions(report),
        html_rights.claims(report),
        html_rights.account(report),
        html_advice.plan(report),
        html_rights.notes(report),
        html_trace.trace(report),
        html_trace.graph(report),
        _receipt(report),
    ]
    body = el(
        "body",
        el("a", "Naar de kern", href="#kern", class_="spring"),
        el("header", el("h1", f"Samenloop: huishouden {report.huishouden}"), _disclaimer(report)),
        el("main", parts),
        el("footer", _disclaimer(report)),
    )
    head = el(
        "head",
        el("meta", charset="utf-8"),
        el("meta", name="viewport", content="width=device-width, initial-scale=1"),
        el("meta", http_equiv="Content-Security-Policy", content=_POLICY),
        el("meta", name="referrer", content="no-referrer"),
        el("title", f"Samenloop: {report.huishouden}, {report.peildatum:%d-%m-%Y}"),
        Html(f"<style>{_STYLE.read_text(encoding='utf-8')}{_page(report)}</style>"),
    )
    return "<!DOCTYPE html>\n" + el("html", head, body, lang="nl") + "\n"


def _page(report: Report) -> str:
    """The line on every printed page. Only a date and a hash: nothing that needs escaping in a style sheet."""
    line = (
        f"Hulpmiddel, geen besluit. Peildatum {report.peildatum:%d-%m-%Y}. "
        f"Regelset {report.ontvangstbewijs.regelset_hash[:12]}."
    )
    return (
        f'@page {{ margin: 2cm 1.8cm; @bottom-left {{ content: "{line}"; font-size: 8pt; }} '
        "@bottom-right { content: counter(page); font-size: 8pt; } }"
    )


def _disclaimer(report: Report) -> Html:
    return join(el("p", sentence, class_="vrijwaring") for sentence in report.vrijwaring)


def _receipt(report: Report) -> Html:
    receipt = report.ontvangstbewijs
    return el(
        "section",
        el("h2", "Ontvangstbewijs", id="ontvangstbewijs-kop"),
        fields(
            [
                ("Versie", receipt.versie),
                ("Regelset", el("code", receipt.regelset_hash)),
                ("Invoer", el("code", receipt.invoer_hash)),
                ("Matcher", receipt.matcher),
                ("Vooruitkijken", "aan" if receipt.projectie else "uit"),
            ]
        ),
        el("p", "Narekenen: ", el("code", "samenloop check BESTAND --receipt RAPPORT.json")),
        id="ontvangstbewijs",
        aria_labelledby="ontvangstbewijs-kop",
    )
