# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""The report as text: the order of reading, the width of a terminal, and nothing that is obeyed."""

from __future__ import annotations

import pytest
from rich.cells import cell_len

from samenloop.report import Report, text
from support.mini_base import mini_report

HEADINGS = [
    "Samenloop: huishouden proef",
    "Advies, in deze volgorde",
    "Botsing 1. Harde grens",
    "Bewijs: twee berekeningen naast elkaar",
    "De keten: welke regels, en wie ze kan wijzigen",
    "Eerste voorstel. De leverancier vraagt iets minder",
    "Andere voorstellen",
    "Geweigerde rechten, en waarom",
    "Vragen die de uitkomst veranderen",
    "Alle aanspraken",
    "Te besteden per maand",
    "Eigen idee van het huishouden",
    "Plan",
    "Aannames en schattingen",
    "Let op",
    "Buiten dekking en niet gemodelleerd",
    "Ontvangstbewijs",
]


def full() -> Report:
    return mini_report(
        (
            "schulden: []\n",
            "schulden: []\n"
            'verhaal: {eigen_oplossing: "Zelf minder stoken."}\n'
            "herkomst:\n  aannames:\n    - {pad: woningen.huis.andere_lasten, waarom: zo bedacht}\n",
        ),
        (
            "regelingen:\n  - {regeling: individuele_inkomenstoeslag, wie: bewoner, status: loopt}\n",
            "regelingen: onbekend\n",
        ),
    )


def test_the_parts_stand_in_the_order_of_reading() -> None:
    shown = text.render(full())
    places = [shown.find(f"\n{heading}") if i else shown.find(heading) for i, heading in enumerate(HEADINGS)]
    assert -1 not in places, [h for h, p in zip(HEADINGS, places, strict=True) if p < 0]
    assert places == sorted(places)


def test_the_knot_stands_before_everything_else() -> None:
    shown = text.render(mini_report())
    assert shown.index("€\u00a060,50 per maand") < shown.index("Advies, in deze volgorde")


@pytest.mark.parametrize("width", [60, 80, 100])
def test_no_line_is_wider_than_asked(width: int) -> None:
    assert max(cell_len(line) for line in text.render(full(), width).splitlines()) <= width


def test_an_amount_is_never_broken_after_its_sign() -> None:
    lines = text.render(full(), 60).splitlines()
    assert not [line for line in lines if line.rstrip(" │").endswith("€")]


def test_head_and_foot_say_what_this_is() -> None:
    shown = text.render(mini_report())
    for part in (shown[:300], shown[-500:]):
        assert "hulpmiddel, geen besluit" in part
        assert "1 april 2026" in part
        assert "regelset" in part


def test_plain_text_has_no_codes_and_colour_has() -> None:
    assert "\x1b" not in text.render(mini_report())
    assert "\x1b[1m" in text.render(mini_report(), colour=True)


def test_what_a_family_says_is_not_obeyed_by_the_terminal_or_read_as_markup() -> None:
    report = mini_report(
        ("schulden: []\n", 'schulden: []\nverhaal: {eigen_oplossing: "\\e]0;weg\\a [bold]niet vet[/bold] :smile:"}\n')
    )
    shown = text.render(report, colour=True)
    assert "\x1b]0;" not in shown
    assert "\x07" not in shown
    assert "[bold]niet vet[/bold]" in shown
    assert ":smile:" in shown


def test_reading_the_same_report_twice_gives_the_same_text() -> None:
    assert text.render(full()) == text.render(full())


def test_an_ordinary_household_gets_a_short_answer() -> None:
    report = mini_report(
        ("andere_lasten: 141.00", "andere_lasten: 10.00"),
        ("regelingen:\n", "regelingen:\n  - {regeling: kwijtschelding_lokaal, wie: bewoner, status: loopt}\n"),
    )
    shown = text.render(report)
    assert "Er is geen botsing tussen regelingen gevonden." in shown
    for absent in ("Advies, in deze volgorde", "Botsing 1", "voorstel.", "Vragen die de uitkomst"):
        assert absent not in shown


def test_when_nothing_helps_it_says_so_and_names_the_way_up() -> None:
    report = mini_report()
    bare = report.model_copy(update={"voorstellen": ()})
    assert "geen voorstel gevonden dat dit oplost" in text.render(bare)
    assert "Landelijk" in text.render(bare)
