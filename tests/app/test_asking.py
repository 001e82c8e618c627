# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""Answers in words, their place in the file, and what a session keeps."""

from __future__ import annotations

import stat
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samenloop.app.asking import Session, Store
from samenloop.app.casefile import Add, Drop, Free, NotWrittenError, Put, edited
from samenloop.app.replies import Ask, Choice, RefusedError, of_kind, one_of, some_of, words, yes_or_no
from samenloop.app.starting import code_of
from samenloop.documents import read_document
from samenloop.domain.contract import contract_paths
from samenloop.domain.values import UNKNOWN
from samenloop.errors import InputError
from samenloop.evaluation.questions import Question
from samenloop.language.values import FactRef
from support.cases import FIXTURES, book
from support.mini_base import mini_book, mini_text

LAID_OUT = """\
# bovenaan
schema: 1
huishouden: x   # eigen code
peildatum: 2018-04-01

# de mensen
personen:
  - id: m   # meneer
    leeftijd: onbekend  # nog vragen
    verblijf: {waar: woning}
    inkomen: onbekend   # later

  - {id: k, leeftijd: {van: 1, tot: 3}, inkomen: onbekend}
# waar
woningen:
  - {id: h, soort: koop}   # huis
vermogen: []   # niets
onvolledig:
  - schulden
"""


# ---- the file ----
def test_only_what_changes_changes() -> None:
    edits = [
        Put(("personen", 0, "leeftijd"), 46),
        Put(("personen", 0, "verblijf", "woning"), "h"),
        Put(("personen", 0, "brp", "woning"), "h"),
        Add(("personen", 0, "inkomen"), {"soort": "loon", "bedrag": "12.00", "per": "maand"}),
        Add(("personen", 0, "inkomen"), {"soort": "ww"}),
        Put(("personen", 1, "leeftijd"), 2),
        Add(("personen", 1, "inkomen"), {"soort": "ww", "bruto": True}),
        Add(("personen",), {"id": "z", "leeftijd": "onbekend"}),
        Add(("vermogen",), {"soort": "auto", "wie": "m"}),
        Put(("oordelen", "m.ht.x"), {"oordeel": "ja", "waarom": Free('zo "is" het: {echt}')}),
        Put(("oordelen", "m.ht.y"), {"oordeel": "nee"}),
        Drop(("onvolledig",), "schulden"),
        Put(("gemeente",), "GM0344"),
        Put(("woningen", 0, "kale_huur"), "3.00"),
    ]
    assert (
        edited(LAID_OUT, edits)
        == """\
# bovenaan
schema: 1
huishouden: x   # eigen code
peildatum: 2018-04-01
gemeente: GM0344

# de mensen
personen:
  - id: m   # meneer
    leeftijd: 46  # nog vragen
    verblijf: {waar: woning, woning: h}
    brp: {woning: h}
    inkomen:   # later
      - {soort: loon, bedrag: 12.00, per: maand}
      - {soort: ww}

  - {id: k, leeftijd: 2, inkomen: [{soort: ww, bruto: true}]}
  - id: z
    leeftijd: onbekend
# waar
woningen:
  - {id: h, soort: koop, kale_huur: 3.00}   # huis
vermogen:   # niets
  - {soort: auto, wie: m}
oordelen:
  m.ht.x: {oordeel: ja, waarom: "zo \\"is\\" het: {echt}"}
  m.ht.y: {oordeel: nee}
onvolledig: []
"""
    )
    windows = LAID_OUT.replace("\n", "\r\n")
    assert edited(windows, edits).replace("\r\n", "\n") == edited(LAID_OUT, edits)
    assert edited("\ufeff" + LAID_OUT, edits) == "\ufeff" + edited(LAID_OUT, edits)


def test_a_file_without_a_last_line_break() -> None:
    assert edited("schema: 1\nhuishouden: x", [Put(("gemeente",), "onbekend")]) == (
        "schema: 1\nhuishouden: x\ngemeente: onbekend\n"
    )


def test_one_word_leaves_a_list_of_more() -> None:
    text = "onvolledig:\n  - schulden   # a\n  - vermogen   # b\nherkomst: {bron: []}\n"
    assert edited(text, [Drop(("onvolledig",), "schulden")]) == (
        "onvolledig:\n  - vermogen   # b\nherkomst: {bron: []}\n"
    )
    assert edited("onvolledig: [a, b]\n", [Drop(("onvolledig",), "a")]) == "onvolledig: [b]\n"


def test_a_block_is_never_overwritten() -> None:
    with pytest.raises(NotWrittenError):
        edited(LAID_OUT, [Put(("personen",), "onbekend")])


@given(st.text(max_size=80).filter(lambda text: text.strip() and text.isprintable()))
def test_any_words_come_back_as_they_were_said(said: str) -> None:
    text = edited(LAID_OUT, [Put(("oordelen", "m.ht.x"), {"oordeel": "ja", "waarom": Free(said)})])
    assert read_document(text, "x", "huishouden")[0].data["oordelen"]["m.ht.x"]["waarom"] == said


# ---- replies ----
def read(path: str, said: str) -> Any:
    slot = contract_paths()[path]
    reader, choices, form = of_kind(slot.kind, book().vocabulary)
    return Ask("", reader, choices, form).parse(said)


@pytest.mark.parametrize(
    ("said", "value"),
    [
        ("1250", 1250), ("1.250", 1250), ("1250,50", "1250.50"), ("€ 1.250,50", "1250.50"), ("905,-", 905),
        ("1250.50", "1250.50"), ("0", 0), ("12 euro", 12), ("1200-1300", {"van": 1200, "tot": 1300}),
        ("1.200 tot 1.300,50", {"van": 1200, "tot": "1300.50"}), ("tussen 5 en 6", {"van": 5, "tot": 6}),
        ("minstens 100", {"van": 100}), ("hoogstens 100", {"tot": 100}),
    ],
)  # fmt: skip
def test_amounts_as_people_write_them(said: str, value: Any) -> None:
    assert read("woningen.kale_huur", said) == value


@pytest.mark.parametrize("said", ["veel", "-5", "12,345", "1300-1200", "", "ja", "1 250 of zo", "999999999999"])
def test_what_is_no_amount_is_refused_without_repeating_it(said: str) -> None:
    with pytest.raises(RefusedError) as wrong:
        read("woningen.kale_huur", said)
    assert not said or said not in str(wrong.value)


@pytest.mark.parametrize(
    ("said", "value"),
    [("01-04-2018", "2018-04-01"), ("1/4/2018", "2018-04-01"), ("4-2018", "2018-04"), ("2018", "2018")],
)
def test_days_as_people_write_them(said: str, value: str) -> None:
    assert read("relaties.sinds", said) == value


@pytest.mark.parametrize("said", ["31-02-2018", "gisteren", "1-13-2018"])
def test_a_day_that_is_none(said: str) -> None:
    with pytest.raises(RefusedError):
        read("relaties.sinds", said)


def test_a_choice_by_number_word_or_beginning() -> None:
    choices = (
        Choice("loopt", "loopt"),
        Choice("niet_aangevraagd", "niet aangevraagd"),
        Choice("beeindigd", "beëindigd"),
    )
    pick = one_of(choices)
    assert [pick(x) for x in ("1", "niet_aangevraagd", "Niet aangevraagd", "beë", "loopt")] == [
        "loopt", "niet_aangevraagd", "niet_aangevraagd", "beeindigd", "loopt",
    ]  # fmt: skip
    assert some_of(choices)("1, 3") == ["loopt", "beeindigd"]
    for said in ("0", "4", "iets", ""):
        with pytest.raises(RefusedError):
            pick(said)


@pytest.mark.parametrize("said", ["?", "weet ik niet", "Onbekend"])
def test_not_knowing_is_always_possible(said: str) -> None:
    assert read("woningen.kale_huur", said) is UNKNOWN
    assert Ask("", yes_or_no).parse(said) is UNKNOWN


@pytest.mark.parametrize("said", ["het nummer is 111222333", "bel 06 12345678", "hij woont in de Dorpsstraat 12"])
def test_words_about_who_somebody_is_are_refused(said: str) -> None:
    with pytest.raises(RefusedError) as wrong:
        words(said)
    assert said not in str(wrong.value)


# ---- sessions ----
def answered(session: Session, reply: Any) -> tuple[str, ...]:
    """Ask the first question, give one reply to all that is asked, and keep it."""
    question = next(iter(session))
    talk = session.conversation(question)
    try:
        ask = next(talk)
        while True:
            ask = talk.send(None if ask.optional else ask.parse(reply))
    except StopIteration as end:
        return session.keep(end.value).changes


def test_an_answer_is_kept_and_its_effect_is_told() -> None:
    session = Session(mini_text(("leeftijd: 40", "leeftijd: onbekend   # navragen")), "x.yaml", mini_book())
    question = session.open[0]
    assert str(question.ref) == "bewoner.leeftijd"
    (said,) = answered(session, "41")
    assert said.replace("\u00a0", " ") == (
        "Individuele inkomenstoeslag: onbekend, € 0,00 tot € 40,00 per maand → recht, € 40,00 per maand, loopt."
    )
    assert "leeftijd: 41   # navragen" in session.state.text
    assert question.ref not in {one.ref for one in session.open}


def test_a_conflict_that_appears_is_told() -> None:
    session = Session(mini_text(("andere_lasten: 141.00", "andere_lasten: onbekend")), "x.yaml", mini_book())
    changes = answered(session, "141")
    assert any(change.startswith(("Nieuwe botsing: ", "Botsing nu zeker: ")) for change in changes)


def test_who_does_not_know_is_not_asked_again() -> None:
    session = Session(mini_text(("leeftijd: 40", "leeftijd: {van: 20, tot: 60}")), "x.yaml", mini_book())
    before = session.state.text
    answered(session, "weet ik niet")
    assert "bewoner.leeftijd" not in {str(question.ref) for question in session.open}
    assert session.state.text == before, "wat bekend was blijft staan"


def test_what_may_be_a_name_is_told() -> None:
    session = Session(mini_text(), "x.yaml", mini_book())
    fact = mini_book().facts["kwijt.bijzondere_kosten"]
    ref = FactRef("persoon", "bewoner", fact.feit)
    talk = session.conversation(Question(ref, fact.vraag, fact.waarom, (), (), Fraction(0), (), True))
    next(talk)
    talk.send(True)
    with pytest.raises(StopIteration) as end:
        talk.send(words("dat zei mevrouw Jansen"))
    kept = session.keep(end.value.value)
    assert kept.notes == ("hier staat misschien een naam; noem een rol in plaats van een naam.",)


def test_a_local_choice_is_not_for_the_file() -> None:
    session = Session(mini_text(), "x.yaml", mini_book())
    term = next(iter(mini_book().symbols.open_terms))
    ref = FactRef("huishouden", "huishouden", term)
    with pytest.raises(StopIteration) as end:
        next(session.conversation(Question(ref, "", "", (), (), Fraction(0), (), False)))
    assert end.value.value.edits == ()
    assert "gemeente" in end.value.value.note


def test_a_round_of_plausible_answers_ends_and_every_file_can_be_read() -> None:
    """On the half-known household every answer leaves a file the strict reader takes, and fewer things are unknown."""
    session = Session((FIXTURES / "half-onbekend.yaml").read_text(encoding="utf-8"), "x.yaml", book())
    unknown = len(session.state.assessment.missing())
    for count, question in enumerate(session):
        talk = session.conversation(question)
        try:
            ask = next(talk)
            while True:
                said = "nee" if ask.form.startswith("ja of nee") else "1" if ask.choices else "46"
                ask = talk.send(None if ask.optional else ask.parse(said))
        except StopIteration as end:
            assert session.keep(end.value).written, question.ref
        assert count < 30
    assert session.open == ()
    assert len(session.state.assessment.missing()) < unknown / 4
    assert session.state.detected.conflicts[0].certain


# ---- the file on disk ----
def test_the_file_is_written_as_a_whole_and_keeps_its_rights(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_text("een\n", encoding="utf-8")
    path.chmod(0o640)
    store = Store(path)
    store.save("twee\n")
    store.save("drie\n")
    assert path.read_text(encoding="utf-8") == "drie\n"
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    assert [one.name for one in tmp_path.iterdir()] == ["a.yaml"]


def test_a_new_file_is_for_the_owner_alone(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    Store(path).save("een\n")
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_change_by_somebody_else_is_never_lost(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_text("een\n", encoding="utf-8")
    store = Store(path)
    path.write_text("van een ander\n", encoding="utf-8")
    with pytest.raises(InputError) as wrong:
        store.save("twee\n")
    assert wrong.value.problems[0].code == "A053"
    assert path.read_text(encoding="utf-8") == "van een ander\n"


def test_another_file_that_is_there_is_not_overwritten(tmp_path: Path) -> None:
    path, other = tmp_path / "a.yaml", tmp_path / "b.yaml"
    path.write_text("een\n", encoding="utf-8")
    other.write_text("b\n", encoding="utf-8")
    with pytest.raises(InputError) as wrong:
        Store(path, other)
    assert wrong.value.problems[0].code == "A051"
    with pytest.raises(InputError) as wrong:
        Store(path, tmp_path / "geen" / "c.yaml")
    assert wrong.value.problems[0].code == "A052"


@pytest.mark.parametrize(
    ("name", "code"), [("Moeder en zoon", "moeder-en-zoon"), ("2024", "huishouden"), ("a_b", "a_b")]
)
def test_the_code_of_a_new_household_comes_from_its_file(name: str, code: str) -> None:
    assert code_of(name) == code
