# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""What a report says about an invented household with one planted threshold: 141.00 where the limit is 140.00."""

from __future__ import annotations

import datetime as dt
import json

import pytest

from samenloop.report import Report
from samenloop.report.model_conflicts import ConflictOut
from samenloop.report.parts import MoneyRange, MoneyUnknown
from support.mini_base import mini_book, mini_check, mini_report

OVER = "andere_lasten: 141.00"


def test_the_knot_is_one_sentence_with_amount_decider_and_term() -> None:
    core = mini_report().kern
    assert core.zin == (
        "Omdat de maandprijs €\u00a01,00 boven de grens ligt, is er geen kwijtschelding lokale belastingen: "
        "dat scheelt €\u00a060,50 per maand."
    )
    assert core.bedrag_per_maand == "60.50"
    assert core.beslisser == "energieleverancier"
    assert core.eerste_termijn is not None
    assert core.eerste_termijn.dag == dt.date(2026, 5, 1)


def conflict() -> ConflictOut:
    (found,) = mini_report().botsingen
    return found


def test_the_conflict_names_the_limit_its_article_and_the_loss_exact_and_paid() -> None:
    found = conflict()
    assert found.uitleg == (
        "De maandprijs is €\u00a0141,00 per maand. Dat is €\u00a01,00 boven de grens van €\u00a0140,00 "
        "(art. 2 Verzonnen verordening). Daardoor is er geen kwijtschelding lokale belastingen: dat scheelt "
        "€\u00a060,50 per maand (uitbetaald €\u00a060,00)."
    )
    assert (found.soort, found.zekerheid, found.ernst) == ("drempel", "zeker", "hoog")
    assert found.regelingen == ("kwijtschelding", "energie")
    assert found.bedrag_per_maand == "60.50"


def test_the_proof_shows_d_and_vrij_in_both_worlds_and_they_add_up() -> None:
    proof = conflict().bewijs
    # 1000.00 wages and 480.00 / 12; 60.50 more at the limit; vrij is D less what the home costs
    assert (proof.met.d, proof.zonder.d, proof.verschil.d) == ("1040.00", "1100.50", "60.50")
    assert (proof.met.vrij, proof.zonder.vrij, proof.verschil.vrij) == ("899.00", "960.50", "61.50")
    assert proof.verschil.uitbetaald == "60.00"
    assert [(x.aanspraak, x.bedrag_per_maand, x.uitbetaald) for x in proof.verloren] == [
        ("kwijtschelding_lokaal", "60.50", "60.00")
    ]
    assert proof.afstand is not None
    assert (proof.afstand.bedrag, proof.afstand.grens, proof.afstand.gemeten) == ("1.00", "140.00", "141.00")
    assert proof.afstand.procent == "0.71"
    assert proof.toetsmoment is not None
    assert proof.toetsmoment.dag == dt.date(2026, 5, 1)


def test_the_chain_says_who_can_change_what() -> None:
    chain = conflict().keten
    assert [link.regel for link in chain] == ["kwijt.te_hoge_lasten", "kwijt.recht", "ene.lasten"]
    assert chain[0].grondslag.tekst == "art. 2 Verzonnen verordening"
    assert chain[0].grondslag.jci is None
    assert chain[0].wie_kan_wijzigen == ("minister",)


def test_the_first_proposal_is_the_smallest_change_that_repairs() -> None:
    report = mini_report()
    first, second = report.voorstellen
    assert (first.id, first.soort, first.trede) == ("leverancier_vraagt_minder", "herstelt", 4)
    assert first.lost_op == (report.botsingen[0].id,)
    assert first.wijziging is not None
    assert (first.wijziging.van, first.wijziging.naar, first.wijziging.per) == ("141.00", "140.00", "maand")
    assert first.effect_per_maand == "60.50"
    assert first.houdt_tot == "minstens_een_jaar"
    assert [c.tekst for c in first.open_voorwaarden] == ["De leverancier stemt in."]
    assert first.tegenargument == "Niets verplicht de leverancier."
    assert first.volgende_trede is not None
    assert first.volgende_trede.id == second.id == "geld_erbij"
    assert (second.soort, second.lost_op, second.vervangt) == ("vervangt", (), (report.botsingen[0].id,))
    assert second.termijn.bezwaar == "6 weken"


def test_costs_and_benefits_are_per_payer_and_a_cost_is_negative() -> None:
    lines = {x.betaler: x.laag for x in mini_report().voorstellen[0].kosten_baten}
    assert lines == {"inwoner": "60.50", "energieleverancier": "-1.00", "heffingsambtenaar": "-60.50"}


def test_a_proposal_is_a_proposal() -> None:
    said = mini_report().to_json().lower()
    allowed = said.replace("geen besluit", "").replace("besluitdatum", "")
    assert "besluit" not in allowed
    assert "recht toegekend" not in said
    assert "voorstel" in said


def test_the_plan_has_two_tracks_and_the_table_one_line_per_decider() -> None:
    report = mini_report()
    assert [(s.spoor, s.soort) for s in report.plan] == [
        ("nu", "gebaar"),
        ("achteraf", "vastleggen"),
        ("achteraf", "ruimte"),
    ]
    assert [(s.rol, s.mandaat) for s in report.tafel] == [("energieleverancier", "manager"), ("college", "consulent")]
    assert [m.soort for m in report.tijdlijn] == ["toets", "verandering"]
    assert [m.projectie for m in report.tijdlijn] == [False, True]


def test_what_it_means_for_people_and_children() -> None:
    report = mini_report(("relaties: []", "relaties: onbekend"), ("leeftijd: 40", "leeftijd: 17"))
    assert [x.wie for x in report.gevolgen.kinderen] == ["bewoner"]
    people = mini_report().gevolgen.mensen[0]
    assert people.nu.d == "1040.00"
    assert people.na is not None
    assert people.na.d == "1100.50"


# Rights


def claim(report: Report, name: str):  # type: ignore[no-untyped-def]  # a claim of the report
    (found,) = [c for c in report.aanspraken if c.id == name]
    return found


def test_a_right_is_per_month_and_says_how_the_law_pays() -> None:
    found = claim(mini_report(), "individuele_inkomenstoeslag")
    assert (found.status, found.bedrag, found.per, found.betaald_per, found.loopt) == (
        "recht", "40.00", "maand", "jaar", "ja",
    )  # fmt: skip
    assert found.uitleg == "Loopt al."
    assert found.voorwaarden[0].waarden[0].links == "40"


def test_a_right_just_under_the_limit_is_no_conflict_but_a_warning() -> None:
    report = mini_report((OVER, "andere_lasten: 139.50"))
    assert report.botsingen == ()
    near = [w.tekst for w in report.waarschuwingen if w.code == "S010"]
    assert near == [
        "De maandprijs ligt €\u00a00,50 onder de grens van €\u00a0140,00 (art. 2 Verzonnen verordening). "
        "Komt dit bedrag hoger uit, dan scheelt dat €\u00a060,50 per maand."
    ]
    found = claim(report, "kwijtschelding_lokaal")
    assert (found.bedrag, found.uitbetaald) == ("60.50", "60.00")


def test_an_unused_right_comes_first_in_the_advice() -> None:
    report = mini_report((OVER, "andere_lasten: 10.00"))
    assert [(x.aanspraak, x.soort) for x in report.ongebruikte_rechten] == [("kwijtschelding_lokaal", "ongebruikt")]
    assert report.kern.zin == (
        "Er is geen botsing gevonden. Wel lijkt er recht op kwijtschelding lokale belastingen dat nog niet loopt, "
        "€\u00a060,50 per maand."
    )
    assert [s.soort for s in report.plan] == ["recht"]


def test_a_right_refused_by_a_lot_says_so() -> None:
    report = mini_report((OVER, "andere_lasten: 150.00"))
    assert report.botsingen == ()
    (refused,) = report.ongebruikte_rechten
    assert refused.soort == "geweigerd"
    assert refused.afstand is not None
    assert (refused.afstand.bedrag, refused.afstand.procent) == ("10.00", "7.14")
    assert refused.afstand.boven_drempelmarge
    assert refused.uitleg == (
        "Lasten is €\u00a0150,00 per maand. Dat is €\u00a010,00 (7,1\u00a0%) boven de grens van €\u00a0140,00, en meer "
        "dan 5\u00a0%: dit is geen kleine overschrijding (geen drempel) (art. 2 Verzonnen verordening)."
    )


def test_a_right_that_is_far_away_and_was_never_refused_is_no_news() -> None:
    far = ("andere_lasten: 141.00", "andere_lasten: 500.00")
    assert mini_report(far).ongebruikte_rechten == ()
    refused = "  - {regeling: kwijtschelding_lokaal, wie: bewoner, status: afgewezen}\n"
    report = mini_report(far, ("status: loopt}\n", "status: loopt}\n" + refused))
    assert [x.soort for x in report.ongebruikte_rechten] == ["geweigerd"]


def test_a_right_that_was_refused_by_mistake_is_named() -> None:
    refused = "  - {regeling: kwijtschelding_lokaal, wie: bewoner, status: afgewezen}\n"
    report = mini_report((OVER, "andere_lasten: 10.00"), ("status: loopt}\n", "status: loopt}\n" + refused))
    (found,) = report.ongebruikte_rechten
    assert found.soort == "ongebruikt"
    assert "Dit is afgewezen, maar volgens deze regels lijkt er recht" in found.uitleg


def test_a_right_that_runs_and_seems_not_to_exist_is_a_warning() -> None:
    runs = "  - {regeling: kwijtschelding_lokaal, wie: bewoner, status: loopt}\n"
    report = mini_report(("status: loopt}\n", "status: loopt}\n" + runs))
    assert [w.code for w in report.waarschuwingen if w.code == "S011"] == ["S011"]


def test_a_requirement_that_ended_is_told_with_both_articles() -> None:
    found = claim(mini_report(), "kwijtschelding_lokaal")
    assert found.vervallen_eisen == (
        "Tot en met 31-12-2025 gold: geen kwijtschelding onder de 21 jaar (art. 3 Verzonnen verordening). Sinds "
        "01-01-2026 niet meer (art. 3 Verzonnen verordening: Verzonnen: leeftijd is geen reden meer om te weigeren).",
    )


@pytest.mark.parametrize("day", ["2025-12-31", "2027-01-01"])
def test_a_requirement_that_is_in_force_or_long_gone_is_not(day: str) -> None:
    report = mini_report(("peildatum: 2026-04-01", f"peildatum: {day}"))
    assert claim(report, "kwijtschelding_lokaal").vervallen_eisen == ()


# Unknown and uncovered


def test_unknown_is_a_range_or_says_on_what_it_hangs() -> None:
    report = mini_report(("leeftijd: 40", "leeftijd: onbekend"))
    found = claim(report, "individuele_inkomenstoeslag")
    assert found.status == "onbekend"
    assert found.bedrag == MoneyRange(van="0.00", tot="40.00")
    assert found.ontbreekt == ("bewoner.leeftijd",)
    assert found.uitleg == "Hangt af van: leeftijd (bewoner)."
    assert report.vragen[0].feit == "bewoner.leeftijd"
    assert report.vragen[0].verandert == ("individuele_inkomenstoeslag",)


def test_an_uncertain_conflict_says_maybe_and_asks() -> None:
    report = mini_report(("inschrijving: woonadres", "inschrijving: onbekend"))
    (found,) = report.botsingen
    assert found.zekerheid == "mogelijk"
    assert found.ontbreekt == ("bewoner.inschrijving",)
    assert "Dit is niet zeker: het hangt af van inschrijving (bewoner)." in found.uitleg
    assert report.kern.zin.startswith("Mogelijk: ")
    assert found.id in {id_ for q in report.vragen for id_ in q.verandert}


def test_a_day_after_the_last_known_amount_gives_no_amount() -> None:
    report = mini_report(("peildatum: 2026-04-01", "peildatum: 2030-04-01"))
    assert {c.status for c in report.aanspraken} == {"buiten_dekking"}
    assert all(isinstance(c.bedrag, MoneyUnknown) for c in report.aanspraken)
    assert report.kern.zin.startswith("Buiten dekking")
    assert report.botsingen == ()
    assert {r for gap in report.buiten_dekking for r in gap.raakt} == {
        "kwijtschelding_lokaal", "individuele_inkomenstoeslag",
    }  # fmt: skip


def test_a_day_before_every_rule_says_nothing_about_conflicts() -> None:
    report = mini_report(("peildatum: 2026-04-01", "peildatum: 2016-04-01"))
    assert report.aanspraken == ()
    assert report.kern.zin == (
        "Buiten dekking: op 1 april 2016 geldt in deze regelset geen enkele regel. Over botsingen is niets te zeggen."
    )


def test_a_regime_in_the_file_that_has_no_rules_is_not_looked_at() -> None:
    asked = "  - {regeling: wmo, wie: bewoner, status: aangevraagd}\n"
    report = mini_report(
        ("andere_lasten: 141.00", "andere_lasten: 10.00"), ("status: loopt}\n", "status: loopt}\n" + asked)
    )
    name = mini_book().vocabulary.label("regelingen", "wmo")
    assert report.kern.zin.endswith(f" Niet bekeken, want niet uitgewerkt: {name}.")
    assert any(name in gap.wat for gap in report.buiten_dekking)


def test_what_is_left_out_of_the_law_is_named_where_it_matters() -> None:
    (part,) = mini_report().niet_gemodelleerd
    assert part.raakt == ("kwijtschelding_lokaal",)
    assert part.wet == "Verzonnen verordening"


# Warnings about input, place and reach


def codes(report: Report) -> list[str]:
    return [w.code for w in report.waarschuwingen]


def test_a_special_key_that_no_rule_reads_is_to_be_taken_out_and_is_printed_nowhere() -> None:
    origin = (
        "herkomst:\n  werkelijkheid: verzonnen\n  aannames:\n"
        "    - {pad: personen.bewoner.arbeidsvermogen, waarom: geheimereden}\n"
    )
    report = mini_report(
        ("    leeftijd: 40\n", "    leeftijd: 40\n    arbeidsvermogen: gedeeltelijk\n"),
        ("schulden: []\n", f"schulden: []\n{origin}"),
    )
    assert codes(report).count("S001") == 1
    assert "personen.arbeidsvermogen: niet nodig, haal weg" in report.to_json()
    assert "gedeeltelijk" not in report.to_json()
    assert "geheimereden" not in report.to_json()


def test_local_rules_are_used_when_loaded_and_named_when_not() -> None:
    place = ("peildatum: 2026-04-01\n", "peildatum: 2026-04-01\ngemeente: GM9999\n")
    low = (OVER, "andere_lasten: 10.00")
    local = mini_report(place, low)
    assert claim(local, "kwijtschelding_lokaal").bedrag == "65.50"
    assert "S020" not in codes(local)
    elsewhere = mini_report((place[0], place[1].replace("9999", "0344")), low)
    assert claim(elsewhere, "kwijtschelding_lokaal").bedrag == "60.50"
    (text,) = [w.tekst for w in elsewhere.waarschuwingen if w.code == "S020"]
    assert text == (
        "Lokale regels van GM0344 niet bekend: alleen landelijke regels zijn gebruikt. De uitkomst hangt af van deze "
        "lokale keuzes: extra."
    )
    assert local.ontvangstbewijs.regelset_hash != elsewhere.ontvangstbewijs.regelset_hash


def test_a_word_outside_the_lists_taints_the_result() -> None:
    report = mini_report(("{soort: loon,", "{soort: anders, omschrijving: een klus,"))
    assert any(w.code == "S002" and "personen.inkomen.soort" in w.tekst for w in report.waarschuwingen)


def test_amounts_with_a_weak_source_are_named() -> None:
    assert codes(mini_report()).count("S021") >= 2


def test_looking_ahead_is_marked_and_can_be_turned_off() -> None:
    ahead, now = mini_report(), mini_report(projection=False)
    assert ahead.ontvangstbewijs.projectie is True
    assert "S030" in codes(ahead)
    assert now.ontvangstbewijs.projectie is False
    assert now.voorstellen[0].houdt_tot is None
    assert now.voorstellen[0].verloop == ()
    assert [m.soort for m in now.tijdlijn] == ["toets"]
    assert "S031" in codes(now)
    assert "S030" not in codes(now)


def test_costs_for_society_are_not_pretended() -> None:
    report = mini_report()
    assert report.gevolgen.samenleving == ()
    assert "S032" in codes(report)


# Ideas, assumptions, threats


def test_the_familys_own_idea_is_told_in_their_words_and_an_event_is_evaluated() -> None:
    report = mini_report(
        (
            "schulden: []\n",
            "schulden: []\n"
            "gebeurtenissen:\n"
            "  - {soort: inkomen_verandert, wie: bewoner, status: overwogen, datum: 2026-05-01, "
            "details: {soort: loon, bedrag: 1100.00, per: maand}}\n"
            "  - {soort: erfenis, wie: bewoner, status: overwogen, datum: 2026-05-01}\n"
            'verhaal: {eigen_oplossing: "We willen zelf minder stoken."}\n',
        )
    )
    words, income, heritage = report.eigen_idee
    assert words.woorden == "We willen zelf minder stoken."
    assert income.effect_per_maand is not None
    assert heritage.effect_per_maand is None
    assert "niet na te rekenen" in heritage.uitleg


def test_assumed_values_are_printed_with_their_reason() -> None:
    origin = (
        "herkomst:\n  werkelijkheid: verzonnen\n  aannames:\n"
        "    - {pad: woningen.huis.andere_lasten, waarom: zo bedacht}\n"
        "    - {pad: personen.bewoner.inkomen, waarom: ook bedacht}\n"
    )
    report = mini_report(("schulden: []\n", f"schulden: []\n{origin}"))
    assert [(a.pad, a.waarde) for a in report.aannames] == [
        ("woningen.huis.andere_lasten", "141.00"),
        ("personen.bewoner.inkomen", "soort loon, bedrag 1000.00, per maand, bruto nee"),
    ]
    (node,) = [x for x in report.herleiding if x.id == "feit:kwijt.lasten:woning:huis"]
    assert node.bron == "andere_lasten (aangenomen)"


def test_a_threat_with_a_day_is_the_first_term() -> None:
    threat = "dreigingen:\n  - {soort: ontruiming, datum: 2026-06-15}\n"
    report = mini_report(("schulden: []\n", f"schulden: []\n{threat}"))
    assert report.kern.eerste_termijn is not None
    assert report.kern.eerste_termijn.dag == dt.date(2026, 6, 15)


# The report as data


def test_the_report_survives_json() -> None:
    report = mini_report()
    assert Report.from_json(report.to_json()) == report


def test_the_same_input_gives_the_same_text() -> None:
    assert mini_report().to_json() == mini_report().to_json()


def test_no_amount_is_a_json_number() -> None:
    def floats(value: object) -> bool:
        if isinstance(value, dict):
            return any(map(floats, value.values()))
        if isinstance(value, list):
            return any(map(floats, value))
        return isinstance(value, float)

    assert not floats(json.loads(mini_report().to_json()))


def test_every_id_that_needs_a_word_has_one() -> None:
    report = mini_report()
    assert report.word("rollen", "energieleverancier") == "energieleverancier"
    assert report.word("bronlagen", "overeenkomst") == "afspraak tussen partijen"
    assert report.word("regelingen", "energie") == mini_book().vocabulary.label("regelingen", "energie")


def test_every_outcome_leads_to_an_article_or_to_the_file() -> None:
    """Whatever is reckoned rests on an article, and whatever is given says where in the file it stands."""
    report = mini_report()
    nodes = {node.id: node for node in report.herleiding}
    assert {c.herleiding for c in report.aanspraken} <= nodes.keys()
    for node in report.herleiding:
        assert set(node.uit) <= nodes.keys()
        if node.soort in ("begrip", "aanspraak", "parameter"):
            assert node.grondslag, node.id
            assert node.soort == "parameter" or node.regel
        if node.soort == "feit":
            assert node.bron


def test_the_graph_knows_its_own_nodes() -> None:
    graph = mini_check().report.graaf
    ids = {node.id for node in graph.knopen}
    assert {line.van for line in graph.lijnen} | {line.naar for line in graph.lijnen} <= ids
    assert any(line.soort == "sluit_uit" for line in graph.lijnen)
