# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""The report as one HTML file: well formed, accessible, nothing from elsewhere, nothing that runs."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from itertools import pairwise

import pytest

from samenloop.report import Report, html
from support.mini_base import mini_report

VOID = {"meta", "br", "hr"}


class Page(HTMLParser):
    """Reads a page strictly: every element is closed by itself and in order."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.texts: list[tuple[str, str]] = []
        self.feed(text)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert len({name for name, _ in attrs}) == len(attrs), f"dubbel attribuut in {tag}"
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open, tag
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if data.strip():
            self.texts.append((self.open[-1] if self.open else "", data))

    def named(self, tag: str) -> list[dict[str, str | None]]:
        return [attrs for name, attrs in self.tags if name == tag]


def page(report: Report | None = None) -> Page:
    return Page(html.render(report or mini_report()))


NASTY = '<script>alert("x")</script> & "quotes" <b>vet</b>'


def nasty() -> Report:
    quoted = NASTY.replace('"', '\\"')
    return mini_report(
        (
            "schulden: []\n",
            f'schulden: []\nverhaal: {{eigen_oplossing: "{quoted}", inzet: "{quoted}"}}\n'
            f'herkomst:\n  aannames:\n    - {{pad: woningen.huis.andere_lasten, waarom: "{quoted}"}}\n',
        )
    )


def test_the_page_is_well_formed_and_dutch() -> None:
    found = page()
    assert html.render(mini_report()).startswith("<!DOCTYPE html>\n")
    assert found.named("html") == [{"lang": "nl"}]
    assert found.named("title") == [{}]
    assert len(found.named("main")) == len(found.named("header")) == len(found.named("footer")) == 1


def test_nothing_is_fetched_and_nothing_runs() -> None:
    text = html.render(nasty())
    found = Page(text)
    assert not re.search(r"(?i)(https?:)?//[a-z]", text)
    assert not re.search(r"(?i)url\(|@import|javascript:", text)
    fetching = {"src", "srcset", "data", "action", "poster", "background", "ping"}
    for tag, attrs in found.tags:
        assert tag not in {"script", "link", "img", "iframe", "object", "embed", "form", "base"}
        assert not fetching & attrs.keys()
        assert not [name for name in attrs if name.startswith("on") or name == "style"]
        assert tag != "a" or str(attrs["href"]).startswith("#")
    (policy,) = [m["content"] for m in found.named("meta") if m.get("http-equiv") == "Content-Security-Policy"]
    assert str(policy).startswith("default-src 'none'")


def test_what_people_wrote_is_text_and_never_markup() -> None:
    text = html.render(nasty())
    assert "<script" not in text
    assert "<b>vet" not in text
    said = [data for _, data in Page(text).texts]
    assert sum(NASTY in data for data in said) == 4  # the idea, the effort beside both proposals, the assumption


def test_headings_go_down_one_step_at_a_time() -> None:
    levels = [int(tag[1]) for tag, _ in page().tags if re.fullmatch(r"h[1-6]", tag)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_every_table_has_a_caption_and_headers() -> None:
    found = page()
    tables = len(found.named("table"))
    assert tables == len(found.named("caption")) == len(found.named("thead")) > 5
    assert {th["scope"] for th in found.named("th")} == {"col", "row"}
    captions = [data for tag, data in found.texts if tag == "caption"]
    assert len(captions) == tables
    regions = [d for d in found.named("div") if d.get("role") == "region"]
    assert len(regions) == tables
    assert all(d["aria-label"] and d["tabindex"] == "0" for d in regions)


def test_every_link_leads_somewhere_and_every_id_stands_once() -> None:
    found = page()
    ids = [str(attrs["id"]) for _, attrs in found.tags if "id" in attrs]
    assert len(ids) == len(set(ids))
    targets = {str(a["href"]).removeprefix("#") for a in found.named("a")}
    assert targets <= set(ids)
    labels = {str(s["aria-labelledby"]) for s in found.named("section")}
    assert labels <= set(ids)


def test_every_value_can_be_folded_open_to_its_article() -> None:
    report = mini_report()
    text = html.render(report)
    found = Page(text)
    folded = [d for d in found.named("details") if "id" in d]
    assert len(folded) == len(report.herleiding)
    assert len(found.named("summary")) == len(found.named("details"))
    assert "art. 2 Verzonnen verordening" in text
    assert text.count("Waar komt dit vandaan?") == len(report.aanspraken)


def test_amounts_are_dutch_everywhere() -> None:
    text = re.sub(r"<style>.*?</style>", "", html.render(mini_report()), flags=re.S)
    assert "€\u00a060,50" in text
    assert not re.search(r"€\s?\d+\.\d{2}\b", text)


def test_header_footer_and_every_printed_page_say_what_this_is() -> None:
    text = html.render(mini_report())
    for part in ("header", "footer"):
        (inside,) = re.findall(rf"<{part}>(.*?)</{part}>", text, flags=re.S)
        assert "hulpmiddel, geen besluit" in inside
        assert "1 april 2026" in inside
    assert '@bottom-left { content: "Hulpmiddel, geen besluit. Peildatum 01-04-2026.' in text


def test_nothing_is_said_by_colour_alone() -> None:
    said = " ".join(data for _, data in page().texts)
    for word in ("zeker", "hoog", "geen recht", "loopt"):
        assert word in said


@pytest.mark.parametrize("change", [("leeftijd: 40", "leeftijd: onbekend"), ("peildatum: 2026", "peildatum: 2030")])
def test_unknown_and_uncovered_households_have_a_page_too(change: tuple[str, str]) -> None:
    said = " ".join(data for _, data in page(mini_report(change)).texts)
    assert "onbekend" in said or "buiten dekking" in said
