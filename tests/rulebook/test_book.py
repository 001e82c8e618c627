# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""What a loaded rule base answers."""

from __future__ import annotations

import datetime as dt
from fractions import Fraction

import pytest

from rulebook.world import ARTICLE_FILE, RULE_FILE, World
from samenloop.language import Duration
from samenloop.rulebook import LegalBasis, Rulebook
from samenloop.rulebook.citation import jci


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


def basis(wet: str, artikel: str, lid: str | None = None, onderdeel: str | None = None) -> LegalBasis:
    return LegalBasis.model_construct(wet=wet, artikel=artikel, lid=lid, onderdeel=onderdeel)


def test_indexes(book: Rulebook) -> None:
    assert set(book.concepts) == {"pr.norm"}
    assert [(rule.regel, norm.id) for rule, norm in book.roles["pr.partner"]] == [
        ("pr.partner.gehuwd", "pr.partner.gehuwd/kwalificeert:pr.partner")
    ]
    assert [norm.id for _r, norm in book.grants["proefgeld"]] == ["pr.recht/geeft:proefgeld"]
    assert [norm.vereist for _r, norm in book.requirements["proefgeld"]] == ["pr.eis_nood"]
    assert [rule.regel for rule, _n in book.exclusions["proefgeld"]] == ["pr.uitsluiting"]
    rule, norm = book.norms["pr.plichten/bestraft:pr.bijdrage"]
    assert (rule.regel, norm.verb, norm.rule) == ("pr.plichten", "bestraft", "pr.plichten")
    assert set(book.open_terms) == {"pr.soepel"}
    assert book.not_modelled[0].raakt == ("proefgeld",)
    assert [e.example.naam for e in book.examples] == ["genoeg", "samen", "met beleid"]
    assert {e.unit for e in book.examples} == {"persoon"}
    assert book.always[0][1] == "persoon"


def test_spots(book: Rulebook) -> None:
    spot = book.spot("regel", "pr.norm.gewoon")
    assert spot is not None
    assert (spot.file, spot.line) == (RULE_FILE, 23)
    assert book.spot("regel", "pr.niets") is None


def test_the_regime_and_the_decider_of_a_rule(book: Rulebook) -> None:
    assert book.regime_of("pr.recht") == "proef"
    assert book.decider(book.rules["pr.recht"]) == "svb"
    assert book.decider(book.rules["pr.telt"]) == "college"
    assert book.unit_of(book.rules["pr.partner.gehuwd"]) == "paar"
    with pytest.raises(KeyError):
        book.regime_of("pr.niets")


def test_what_is_in_force_on_a_day(book: Rulebook) -> None:
    before, after = book.at(day("2017-12-31")), book.at(day("2018-01-01"))
    assert "pr.norm" not in before.concepts
    tree = after.concepts["pr.norm"]
    assert tree.root.regel == "pr.norm.gewoon"
    assert [rule.regel for rule in tree.exceptions_to(tree.root)] == ["pr.norm.samen"]
    assert tree.exceptions_to(tree.exceptions_to(tree.root)[0]) == ()
    assert set(after.grants) == {"proefgeld"}
    assert {norm.verb for _rule, norm in after.norms["geeft"]} == {"geeft"}
    assert after.rule("pr.recht") is book.rules["pr.recht"]


@pytest.mark.parametrize(
    ("on", "amount"),
    [
        ("2017-12-31", None),
        ("2018-01-01", Fraction(100)),
        ("2018-06-30", Fraction(100)),
        ("2018-07-01", Fraction(221, 2)),
        ("2024-12-31", Fraction(221, 2)),  # until the day before the next value
        ("2025-06-01", None),  # searched, not found
        ("2026-12-31", Fraction(120)),
        ("2027-01-01", None),  # after bekend_tot
    ],
)
def test_a_parameter_on_a_day(book: Rulebook, on: str, amount: Fraction | None) -> None:
    value = book.parameter("pr.bedrag", day(on))
    assert (value and value.waarde) == amount


def test_every_value_of_a_loaded_parameter_has_a_last_day(book: Rulebook) -> None:
    ends = [str(v.tot) for v in book.parameters["pr.bedrag"].waarden]
    assert ends == ["2018-06-30", "2024-12-31", "2025-12-31", "2026-12-31"]


def test_a_basis_resolves_to_the_most_specific_entry_in_force(book: Rulebook) -> None:
    rent = basis("proefwet", "2", "1", "a")
    old, new = book.article_for(rent, day("2019-12-31")), book.article_for(rent, day("2020-01-01"))
    assert old is not None
    assert new is not None
    assert (old.samenvatting, new.samenvatting) == ("Hoeveel geld het is.", "Hoeveel geld het sinds 2020 is.")
    assert book.article_for(basis("proefwet", "2"), day("2020-01-01")) is None  # lid 1 is not the whole article
    assert book.article_for(rent, day("2014-12-31")) is None


def test_a_specific_entry_goes_before_the_whole_article(world: World) -> None:
    world.swap(
        ARTICLE_FILE,
        'artikelen:\n  - artikel: "1"\n',
        'artikelen:\n  - {artikel: "2", titel: Geheel, samenvatting: Alles., geldig: {van: 2015-01-01},'
        ' status: bevestigd, bron: wettekst}\n  - artikel: "1"\n',
    )
    book = world.load()
    titles = [a.titel for lid in ("1", "2") if (a := book.article_for(basis("proefwet", "2", lid), day("2018-01-01")))]
    assert titles == ["Hoeveel", "Geheel"]


def test_how_a_basis_is_written(book: Rulebook) -> None:
    on = day("2018-04-01")
    assert book.basis_text(basis("proefwet", "2", "1"), on) == "art. 2 lid 1 Proefwet"
    assert book.basis_text(basis("proefwet", "2", "1", "a"), on) == "art. 2 lid 1 onder a Proefwet"
    assert book.basis_text(basis("contractvrijheid", "gift"), on) == "Vrijheid om af te spreken (iets geven)"


def test_the_juriconnect_reference(book: Rulebook) -> None:
    on = day("2018-04-01")
    assert book.jci(basis("proefwet", "2", "1"), on) == "jci1.3:c:BWBR0000001&artikel=2&lid=1&g=2018-04-01"
    assert book.jci(basis("contractvrijheid", "gift"), on) is None
    assert jci(basis("x", "13", "1", "a"), "BWBR0008659", None, on) == (
        "jci1.3:c:BWBR0008659&artikel=13&lid=1&o=a&g=2018-04-01"
    )
    assert jci(basis("bw7", "7:252"), "BWBR0005290", None, on) == (
        "jci1.3:c:BWBR0005290&boek=7&artikel=252&g=2018-04-01"
    )
    assert jci(basis("awb", "4:84"), "BWBR0005537", None, on) == "jci1.3:c:BWBR0005537&artikel=4:84&g=2018-04-01"


def test_an_own_reference_of_an_article_goes_before(world: World) -> None:
    world.swap(ARTICLE_FILE, "    samenvatting: Wie het geld krijgt.\n",
               "    samenvatting: Wie het geld krijgt.\n    jci: jci1.3:c:BWBR0000001&bijlage=1\n")  # fmt: skip
    assert world.load().jci(basis("proefwet", "1"), day("2018-01-01")) == "jci1.3:c:BWBR0000001&bijlage=1"


def test_norms_know_their_bearer_and_their_defaults(book: Rulebook) -> None:
    norms = {norm.name: norm for _rule, norm in book.norms.values()}
    gives, role = norms["geeft:proefgeld"], norms["kwalificeert:pr.partner"]
    assert (gives.receiver, gives.form, gives.bearer) == ("persoon", "geld", "persoon")
    assert (role.bearer, role.eyes, role.toetsmoment) == ("ander", "persoon", "doorlopend")
    assert norms["sluit_uit:proefgeld"].assumes_nothing is True
    assert role.assumes_nothing is False
    assert role.veronderstelt.als.text == "ander.inkomen_netto >= parameters.pr.bedrag"
    assert norms["verplicht:pr.melden"].assumes_nothing is False
    assert norms["gaat_voor:tegenproef"].behoefte == ("levensonderhoud", "onderwijs")
    assert norms["geeft:proefgeld"].behoefte == ("levensonderhoud",)
    assert gives.toegang.beslistermijn == Duration(8, "week")
    assert gives.toegang.voorschot.na == Duration(4, "week")
    assert norms["telt_als_inkomen:loon"].in_ == "proef"
    assert norms["verplicht:pr.melden"].binnen == "onbekend"


def test_types_of_names(book: Rulebook) -> None:
    symbols = book.symbols
    assert str(symbols.concept_type("pr.norm")) == "een bedrag (eur/maand)"
    assert symbols.open_terms["pr.soepel"][1].kind == "ja_nee"
    assert symbols.facts["studie"][1].choices == ("geen", "vo", "mbo")
    assert symbols.parameters["pr.leeftijd"].never_zero is True
    assert symbols.roles == {"pr.partner": "persoon"}
    assert symbols.links["bewoners"].many is True


def test_a_second_hand_path(book: Rulebook) -> None:
    fact = book.facts["inkomen_netto"]
    assert fact.of_uit is not None
    assert dict(fact.of_uit.alleen_als or {}) == {"bruto": "false"}
    assert dict(fact.of_uit.behalve or {}) == {"soort": ("gift", "erfenis")}
    assert [(s.key, s.filters) for s in fact.uit.steps] == [("inkomen", (("bruto", "false"),)), ("bedrag", ())]


def test_a_knob_may_rise_later(book: Rulebook) -> None:
    later = book.knobs["huurprijs"].later
    assert later is not None
    assert (later.op.text, later.hoogstens.text) == ("eerste_dag(peildatum, jaar) + 6 maanden", "kale_huur * 104%")


def test_models_can_be_hashed_and_compared(book: Rulebook) -> None:
    rules = book.all_rules
    assert len({*rules}) == len(rules)
    assert hash(book.examples[0].example) == hash(book.examples[0].example)
