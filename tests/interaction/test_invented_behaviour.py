# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""``straf_op_gewenst_gedrag`` with invented laws: planted penalties are found with their pair and their euros, and the
twin that differs in one thing stays silent.

The law *bijspringen*: housing policy wants people to move in with somebody (EUR 0, but 10 hours of help a week become
6), and the remission of taxes gives EUR 60 a month to who lives alone, 35 to who does not, 20 below the age of 27.
A host of 55 and a guest of 24 who move in together lose 60 - 35 = 25 and 60 - 20 = 40: 65 a month.
"""

from __future__ import annotations

from fractions import Fraction

import pytest

from interaction.invented import Change, beside_the_law, conflicts, family, one, rules
from samenloop.evaluation import Assessment, evaluate_household
from samenloop.interaction import Conflict, behaviour_penalty
from samenloop.language.values import FactRef, Value

MOVE = "{soort: trekt_in, wie: gast, datum: 2026-05-01, status: overwogen, details: {bij: gastheer, om: samenwonen}}"
APART = f"""\
schema: 1
huishouden: proef
peildatum: 2026-04-01
personen:
  - id: gastheer
    aanvrager: true
    leeftijd: 55
    verblijf: {{waar: woning, woning: huis}}
    brp: {{inschrijving: woonadres, woning: huis}}
    verblijfsrecht: nederlander
    inkomen: [{{soort: loon, bedrag: 3100.00, per: maand, bruto: false}}]
    jaarinkomen: [{{jaar: 2026, soort: toetsingsinkomen, bedrag: 61000.00, status: vastgesteld}}]
    studie: geen
    zorgverzekering: {{verzekerd: true, premie: 150.00, premieachterstand_maanden: 0}}
  - id: gast
    leeftijd: 24
    verblijf: {{waar: woning, woning: flat}}
    brp: {{inschrijving: woonadres, woning: flat}}
    verblijfsrecht: nederlander
    inkomen: [{{soort: loon, bedrag: 3000.00, per: maand, bruto: false}}]
    jaarinkomen: [{{jaar: 2026, soort: toetsingsinkomen, bedrag: 60000.00, status: vastgesteld}}]
    studie: geen
    zorgverzekering: {{verzekerd: true, premie: 150.00, premieachterstand_maanden: 0}}
relaties: []
woningen:
  - {{id: huis, soort: huur_vrij, zelfstandig: true, verhuurder: particulier, kale_huur: 800.00, servicekosten: 0, subsidiabele_servicekosten: 0, hoofdbewoner: gastheer}}
  - {{id: flat, soort: huur_vrij, zelfstandig: true, verhuurder: particulier, kale_huur: 500.00, servicekosten: 0, subsidiabele_servicekosten: 0, hoofdbewoner: gast}}
vermogen: []
schulden: []
dreigingen: []
regelingen: []
gebeurtenissen: [{MOVE}]
"""
TOGETHER = (
    APART.replace("verblijf: {waar: woning, woning: flat}", "verblijf: {waar: woning, woning: huis}")
    .replace("relaties: []", "relaties: [{soort: bekende, van: gast, naar: gastheer}]")
    .replace(
        f"gebeurtenissen: [{MOVE}]", "gebeurtenissen: []\noordelen: {gast.gastheer.huisv.om_gezelschap: {oordeel: ja}}"
    )
)
REASON = FactRef("paar", "gast>gastheer", "huisv.om_gezelschap")
SAVED_BY_SAME = ("bespaart: huisvesting", "bespaart: kwijtschelding")


def found(text: str, *changes: Change, law: tuple[Change, ...] = ()) -> list[Conflict]:
    return conflicts(text, rules("bijspringen", *law), *changes)


def shares(conflict: Conflict) -> dict[str, tuple[Value, Value]]:
    return {"+".join(share.who): (share.loss, share.loss_free) for share in conflict.comparison.shares}


def euros(amount: str) -> Value:
    return Value(exact=Fraction(amount))


# A planned act.


@pytest.mark.parametrize("beside", [False, True], ids=["alleen", "naast het recht"])
def test_a_planned_act_is_found_with_its_pair_and_its_euros(beside: bool) -> None:
    conflict = one(conflicts(APART, beside_the_law("bijspringen") if beside else rules("bijspringen")))
    assert conflict.kind == "straf_op_gewenst_gedrag"
    assert conflict.regimes == ("huisvesting", "kwijtschelding")
    assert conflict.act is not None
    assert (conflict.act.deed, conflict.act.by, conflict.act.for_whom) == ("samenwonen", "gast", "gastheer")
    assert conflict.act.planned
    assert conflict.certain
    assert conflict.missing == ()
    assert conflict.loss == euros("65")
    assert shares(conflict) == {"gastheer": (euros("25"), euros("25")), "gast": (euros("40"), euros("40"))}
    assert [link.rule for link in conflict.chain] == ["huisv.wil_gezelschap", "kwijt.huisgenoot", "kwijt.recht"]


def test_both_sides_of_the_comparison_are_the_plan_and_its_absence() -> None:
    conflict = one(found(APART))
    # wages 3100 + 3000, remission 35 + 20 against 60 + 60
    assert conflict.comparison.d_with == euros("6155")
    assert conflict.comparison.d_without == euros("6220")
    # less rents of 800 and 500; the small root knows neither rent nor premium as a charge
    assert conflict.comparison.loss_free == euros("65")


def test_what_the_promoter_saves_is_hours_it_need_not_give() -> None:
    (saved,) = one(found(APART)).comparison.saved
    assert (saved.regime, saved.entitlement, saved.who) == ("huisvesting", "huisvestingsurgentie", ("gastheer",))
    assert (saved.more, saved.unit, saved.per) == (Value(exact=Fraction(4)), "uren", "week")


def test_a_promoter_without_a_right_in_kind_saves_nothing_that_is_known() -> None:
    assert one(found(APART, ("leeftijd: 55", "leeftijd: 49"))).comparison.saved == ()


def test_rent_that_falls_away_makes_up_for_it_on_vrij() -> None:
    book = beside_the_law("bijspringen")
    given_up = ("om: samenwonen}", "om: samenwonen, oude_woning: opgezegd}")
    conflict = one(conflicts(APART, book, given_up))
    assert conflict.loss == euros("65")
    assert conflict.comparison.loss_free == euros("-435")  # 65 - 500 of rent
    assert shares(conflict) == {"gastheer": (euros("25"), euros("25")), "gast": (euros("40"), euros("-460"))}
    assert conflict.severity == "laag"
    kept = one(conflicts(APART, book, ("om: samenwonen}", "om: samenwonen, oude_woning: aangehouden}")))
    assert kept.comparison.loss_free == euros("65")


@pytest.mark.parametrize(("amount", "degree"), [("55.00", "laag"), ("10.01", "midden"), ("10.00", "midden")])
def test_severity_is_a_share_of_the_norm(amount: str, degree: str) -> None:
    """The norm is 1000: 40 + 5 is 4.5 %, 40 + 49.99 is 8.999 %, 40 + 50 is 9 %."""
    assert one(found(APART, law=(("waarde: 35.00", f"waarde: {amount}"),))).severity == degree


def test_ten_percent_of_the_norm_is_grave() -> None:
    assert one(found(APART, law=(("waarde: 35.00", "waarde: 0.00"),))).severity == "hoog"  # 40 + 60
    assert one(found(APART, law=(("waarde: 35.00", "waarde: 0.01"),))).severity == "midden"


@pytest.mark.parametrize(
    ("text", "change"),
    [
        ("een ander doel", ("om: samenwonen", "om: woningnood")),
        ("bij niemand", ("details: {bij: gastheer, om: samenwonen}", "details: {om: samenwonen}")),
        ("niet doorgegaan", ("status: overwogen", "status: onbekend")),
        ("geen gebeurtenis", (f"gebeurtenissen: [{MOVE}]", "gebeurtenissen: []")),
        ("de gastheer doet iets", ("wie: gast, datum", "wie: gastheer, datum")),
        ("een gebeurtenis die niets verandert", ("bij: gastheer, om", "bij: gastheer, woning: flat, om")),
    ],
)
def test_without_this_plan_there_is_nothing(text: str, change: Change) -> None:
    assert found(APART, change) == [], text


def test_a_plan_for_sure_counts_as_well() -> None:
    assert one(found(APART, ("status: overwogen", "status: zeker"))).loss == euros("65")


# Harmless twins.


def test_what_the_promoting_regime_takes_itself_is_no_interference() -> None:
    assert found(APART, law=(SAVED_BY_SAME,)) == []


def test_nothing_lost_is_no_penalty() -> None:
    assert found(APART, law=(("waarde: 35.00", "waarde: 60.00"), ("waarde: 20.00", "waarde: 60.00"))) == []


def test_the_limit_is_25_euros_a_month() -> None:
    """60 - 47.50 twice is 25.00; one cent more of remission for one of them is 24.99."""
    half = ("waarde: 20.00", "waarde: 47.50")
    assert one(found(APART, law=(("waarde: 35.00", "waarde: 47.50"), half))).loss == euros("25.00")
    assert found(APART, law=(("waarde: 35.00", "waarde: 47.51"), half)) == []


@pytest.mark.parametrize("text", [APART, TOGETHER])
def test_the_same_twin_beside_the_law_is_silent(text: str) -> None:
    """Nobody does or plans anything for the other."""
    book = beside_the_law("bijspringen")
    changes: list[Change] = (
        [("om: samenwonen", "om: woningnood")] if text is APART else [("{oordeel: ja}", "{oordeel: nee}")]
    )
    assert conflicts(text, book, *changes) == []


# The act is there.


@pytest.mark.parametrize("beside", [False, True], ids=["alleen", "naast het recht"])
def test_an_act_that_is_the_reason_to_live_together_is_undone_by_living_elsewhere(beside: bool) -> None:
    conflict = one(conflicts(TOGETHER, beside_the_law("bijspringen") if beside else rules("bijspringen")))
    assert conflict.kind == "straf_op_gewenst_gedrag"
    assert conflict.regimes == ("huisvesting", "kwijtschelding")
    assert conflict.act is not None
    assert not conflict.act.planned
    assert conflict.act.together
    assert conflict.certain
    assert conflict.loss == euros("65")
    # what the home elsewhere would cost is not known: on vrij it is at most the loss on D
    assert conflict.comparison.loss_free.bounds == (None, Fraction(65))
    assert conflict.comparison.saved[0].more == Value(exact=Fraction(4))


@pytest.mark.parametrize("beside", [False, True], ids=["alleen", "naast het recht"])
def test_an_unknown_reason_makes_it_possible_and_asks(beside: bool) -> None:
    book = beside_the_law("bijspringen") if beside else rules("bijspringen")
    conflict = one(conflicts(TOGETHER, book, ("{oordeel: ja}", "{oordeel: onbekend}")))
    assert not conflict.certain
    assert conflict.missing == (REASON,)
    assert conflict.severity != "hoog"


def test_another_reason_to_live_together_is_not_undone() -> None:
    assert found(TOGETHER, ("{oordeel: ja}", "{oordeel: nee}")) == []


def test_an_event_that_happened_says_the_reason() -> None:
    moved = ("gebeurtenissen: []", f"gebeurtenissen: [{MOVE.replace('overwogen', 'gebeurd')}]")
    conflict = one(found(TOGETHER, moved, ("{oordeel: ja}", "{oordeel: onbekend}")))
    assert conflict.certain
    assert conflict.loss == euros("65")


def test_an_act_across_two_homes_costs_nothing() -> None:
    apart = (
        "    verblijf: {waar: woning, woning: huis}\n    brp: {inschrijving: woonadres, woning: flat}",
        "    verblijf: {waar: woning, woning: flat}\n    brp: {inschrijving: woonadres, woning: flat}",
    )
    assert found(TOGETHER, apart) == []


def test_an_act_that_is_not_known_to_be_there_is_not_undone() -> None:
    assert found(TOGETHER, ("relaties: [{soort: bekende, van: gast, naar: gastheer}]", "relaties: onbekend")) == []


CHILD = """\
  - id: kleintje
    leeftijd: 7
    verblijf: {waar: woning, woning: huis}
    brp: {inschrijving: woonadres, woning: huis}
    verblijfsrecht: nederlander
    inkomen: []
    studie: geen
    zorgverzekering: {verzekerd: true, premie: 0, premieachterstand_maanden: 0}
relaties: [{soort: ouder_van, van: gast, naar: kleintje}, """


@pytest.mark.parametrize(
    ("change", "along"),
    [
        ((), ("kleintje",)),
        ((("leeftijd: 7\n", "leeftijd: 17\n"),), ("kleintje",)),
        ((("leeftijd: 7\n", "leeftijd: 18\n"),), ()),
        ((("leeftijd: 7\n", "leeftijd: {van: 15, tot: 17}\n"),), ("kleintje",)),
        ((("leeftijd: 7\n", "leeftijd: {van: 17, tot: 18}\n"),), ()),
        ((("relaties: [", "relaties: [{soort: ouder_van, van: gastheer, naar: kleintje}, "),), ()),
        ((("van: gast, naar: kleintje", "van: gastheer, naar: kleintje"),), ()),
    ],
    ids=["7", "17", "18", "15 tot 17", "17 of 18", "de andere ouder woont er ook", "kind van de ander"],
)
def test_children_go_where_their_parent_goes(change: tuple[Change, ...], along: tuple[str, ...]) -> None:
    conflict = one(found(TOGETHER.replace("relaties: [", CHILD), *change))
    assert conflict.act is not None
    assert conflict.act.along == along
    moved = {ref.id for ref in conflict.without.facts if ref.fact == "verblijfswoning"}
    assert moved == {"gast", *along}
    assert ("gast en kleintje wonen ergens anders" in conflict.comparison.what) is bool(along)


def test_what_all_answers_agree_is_no_loss_is_no_penalty(monkeypatch: pytest.MonkeyPatch) -> None:
    """The norm alone takes 65 here; a gain that outweighs it in every case is no penalty, known to the cent or not."""
    of_the_norms = behaviour_penalty.gain
    for high, silent in ((24, True), (25, False)):
        whole = Value(low=Fraction(-300), high=Fraction(high), missing=frozenset({REASON}))

        def instead(base: Assessment, other: Assessment, whole: Value = whole) -> Value:
            return of_the_norms(base, other) if other.variation.norms_off else whole

        with monkeypatch.context() as patched:
            patched.setattr(behaviour_penalty, "gain", instead)
            assert (found(TOGETHER) == []) is silent


def test_a_saving_that_can_be_more_as_well_as_less_is_not_told() -> None:
    assert one(found(TOGETHER, ("leeftijd: 55", "leeftijd: onbekend"))).comparison.saved == ()


# An act without living together: working more hours.

WORKER = """\
schema: 1
huishouden: proef
peildatum: 2026-04-01
personen:
  - id: werker
    aanvrager: true
    leeftijd: 40
    verblijf: {waar: woning, woning: huis}
    brp: {inschrijving: woonadres, woning: huis}
    verblijfsrecht: nederlander
    inkomen: [{soort: loon, bedrag: 3000.00, per: maand, bruto: false, uren_per_week: 32}]
    jaarinkomen: [{jaar: 2026, soort: toetsingsinkomen, bedrag: 60000.00, status: vastgesteld}]
    studie: geen
    zorgverzekering: {verzekerd: true, premie: 150.00, premieachterstand_maanden: 0}
relaties: []
woningen: [{id: huis, soort: huur_vrij, zelfstandig: true, verhuurder: particulier, kale_huur: 800.00, servicekosten: 0, subsidiabele_servicekosten: 0}]
vermogen: []
schulden: []
dreigingen: []
regelingen: []
"""


def worked(law: str, *changes: Change, of_law: tuple[Change, ...] = ()) -> list[Conflict]:
    return conflicts(WORKER, rules(law, *of_law), *changes)


@pytest.mark.parametrize("beside", [False, True], ids=["alleen", "naast het recht"])
def test_an_act_of_one_person_that_another_regime_takes_for(beside: bool) -> None:
    """Who works 24 hours or more loses EUR 60 of remission; guidance falls from 10 hours to 10 - 32 / 4 = 2."""
    book = beside_the_law("meer_werken") if beside else rules("meer_werken")
    conflict = one(conflicts(WORKER, book))
    assert conflict.kind == "straf_op_gewenst_gedrag"
    assert conflict.regimes == ("bbz", "kwijtschelding")
    assert conflict.act is not None
    assert (conflict.act.by, conflict.act.for_whom, conflict.act.together) == ("werker", "", False)
    assert conflict.loss == euros("60")
    assert shares(conflict) == {"werker": (euros("60"), euros("60"))}
    assert conflict.comparison.loss_free == euros("60")
    (saved,) = conflict.comparison.saved
    assert (saved.regime, saved.more, saved.unit, saved.per) == ("bbz", Value(exact=Fraction(8)), "uren", "week")


@pytest.mark.parametrize("hours", ["23", "20", "0"])
def test_who_does_not_do_what_is_wanted_is_not_punished_for_it(hours: str) -> None:
    assert worked("meer_werken", ("uren_per_week: 32", f"uren_per_week: {hours}")) == []


def test_hours_that_are_wanted_and_below_the_other_limit_cost_nothing() -> None:
    higher = ("bbz.uren >= 24\n    gevolgen:\n      - {sluit_uit", "bbz.uren >= 36\n    gevolgen:\n      - {sluit_uit")
    assert worked("meer_werken", of_law=(higher,)) == []
    assert len(worked("meer_werken", ("uren_per_week: 32", "uren_per_week: 36"), of_law=(higher,))) == 1


def test_taking_by_the_promoter_itself_is_its_own_business() -> None:
    assert worked("meer_werken", of_law=(("bespaart: bbz", "bespaart: kwijtschelding"),)) == []


def test_the_household_as_it_is_has_no_penalty_without_the_promoting_norm() -> None:
    never = ("wanneer: leeftijd >= 18 # wens", "wanneer: leeftijd >= 90 # wens")
    assert worked("meer_werken", of_law=(never,)) == []


FOUND = ("deel", "telt_als_inkomen")
CHARGES = ("kost", "verrekent", "leidt_om", "bestraft")
CONDITIONS = ("geeft", "vereist", "begrip")
OWING = ("schulden: []", "schulden: [{id: aanslag, soort: belasting, bedrag: 900.00, wie: werker}]")


@pytest.mark.parametrize("way", [*FOUND, *CHARGES, *CONDITIONS])
def test_working_costs_60_euros_whatever_the_way(way: str) -> None:
    book = rules(f"meer_werken_{way}")
    working, idle = (family(WORKER, book, OWING, ("uren_per_week: 32", f"uren_per_week: {n}")) for n in (32, 0))
    d, without = (evaluate_household(house, book).d.exact for house in (working, idle))
    assert without - d == 60


@pytest.mark.parametrize("way", [*FOUND, *CHARGES, *CONDITIONS])
def test_every_way_to_take_money_by_the_act_is_a_penalty(way: str) -> None:
    """The same EUR 60 a month, taken by another verb or by a condition of the right itself."""
    conflict = one(worked(f"meer_werken_{way}", OWING))
    assert conflict.kind == "straf_op_gewenst_gedrag"
    assert conflict.regimes == ("bbz", "kwijtschelding")
    assert conflict.loss == euros("60")
