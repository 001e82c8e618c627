# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""Worked examples that others published, each under its own id.

A source that follows the law gives the expected figure. Where a source rounds in another way, is of another year or is
wrong, the figure of the law stands here and a note says what the source said. ``PUBLISHED`` lists them all. Those about a
part of the law that the rules do not have stand in ``NOT_MODELLED``, each with what is missing; every other one is a test
or a case of a test that carries its id. Local policy of an example is a folder beside this module: ``lokaal``.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from fractions import Fraction
from pathlib import Path

import pytest

from samenloop.domain import Household
from samenloop.evaluation import Assessment, Variation, evaluate_household
from samenloop.language.values import FactRef, Value
from support.cases import book, book_with
from support.people import has, household, link, monthly, person, says, worked
from support.reference import eur, half_up, huurtoeslag

PUBLISHED = """
rsd_old_4p rsd_old_3p rsd_new_2023 rsd_new_2023_3p cbs_a cbs_b cbs_d venray_2020_07 rot_2026_01 szw_2015
rot_25_vrijlating rot_voorschot_95 rot_vrijlating_30mnd poc_adam_alleen poc_adam_briefadres poc_adam_zzp poc_kostendelers
poc_aio_2026 regelrecht_bijstand_2024 diemen_afstemming derived_pw_couple18_21_2026 derived_n_cap derived_vermogen_2026
derived_vermogen_erosion meerssen_auto
td_2026_single td_2026_max poc_regelrecht_2025 poc_2024_zero poc_2025_small regelrecht_awir_2025 derived_2025_single
poc_2025_single poc_2025_high poc_minor boggouda_2024_low boggouda_2024_high seed_2018_max seed_2018_700
derived_2026_at_30000 derived_2026_cap
poc_alo_5y poc_couple poc_no_akw poc_wealth poc_very_high derived_2026_single2
poc_kot_all be_2026
trap_27 trap_zorg trap_net_year trap_debt trap_under21 trap_brp
""".split()

NOT_MODELLED = {
    "poc_adam_zzp": "Besluit bijstandverlening zelfstandigen 2004: living costs and start-up capital of the self-employed",
    "be_2026": "Wet kinderopvang 1.7: the share by income, the highest price of an hour and the hours",
}

LOCAL = Path(__file__).parent / "lokaal"


def euros(found: Assessment, concept: str, who: str) -> Fraction:
    value = says(found, concept, who)
    assert value.is_known, (concept, value)
    exact = value.exact
    assert isinstance(exact, Fraction)
    return exact


def heads(found: Assessment, who: str) -> int:
    """The A of Pw 22a: who shares the costs, with the person and a partner of 21 or older."""
    return int(euros(found, "pw.hoofden_naast", who)) + 1


def sharing(day: str, others: int, age: int = 45) -> Assessment:
    """One person of that age with so many others who share the costs."""
    year = int(day[:4])
    return worked(
        household(day, [person("ik", age, year=year)] + [person(f"x{i}", 40, year=year) for i in range(others)])
    )


# ---- kostendelers


def family_2022() -> Assessment:
    people = [
        person(name, age, year=2022) for name, age in (("dochter", 30), ("vader", 60), ("moeder", 58), ("broer", 25))
    ]
    relations = [
        link("gehuwd", "vader", "moeder", duurzaam_gescheiden=False),
        link("broer_zus_van", "dochter", "broer"),
    ]
    relations += [link("ouder_van", parent, child) for parent in ("vader", "moeder") for child in ("dochter", "broer")]
    return worked(household("2022-07-01", people, relations=relations))


def test_rsd_old_4p() -> None:
    """rsddeliemers.nl, before 2023: an adult daughter with both parents and a brother gets 629.61."""
    found = family_2022()
    assert heads(found, "dochter") == 4
    assert euros(found, "pw.norm", "dochter") == eur("629.61")


def test_rsd_old_3p() -> None:
    """rsddeliemers.nl rounds the share of three to 43.33 % and says 682.03; the share is 43 1/3 %."""
    assert euros(sharing("2022-07-01", 2), "pw.norm", "ik") == eur("682.08")


def two_or_three_2023(*ages: int) -> Assessment:
    return worked(household("2023-02-01", [person(f"p{age}", age, year=2023) for age in ages]))


def test_rsd_new_2023() -> None:
    """rsddeliemers.nl: from 2023 the housemate of 26 does not count for the one of 50, who does count for him."""
    found = two_or_three_2023(50, 26)
    pair = euros(found, "pw.gehuwdennorm", "p50")
    assert (heads(found, "p50"), heads(found, "p26")) == (1, 2)
    assert euros(found, "pw.norm", "p26") == half_up(pair / 2, 2)
    assert half_up(pair * eur("70%"), 1) == half_up(euros(found, "pw.norm", "p50"), 1)


def test_rsd_new_2023_3p() -> None:
    found = two_or_three_2023(50, 26, 24)
    assert [heads(found, who) for who in ("p50", "p26", "p24")] == [1, 2, 2]


def test_cbs_a() -> None:
    """CBS: a single person with a child of 28 in the home: two."""
    people = [person("ouder", 55, year=2025), person("kind", 28, year=2025)]
    assert heads(worked(household("2025-06-01", people, relations=[link("ouder_van", "ouder", "kind")])), "ouder") == 2


def test_cbs_b() -> None:
    """CBS: a tenant with a contract and a student do not count."""
    people = [
        person("ik", 45, year=2025),
        person("huurder", 33, year=2025),
        person("student", 29, year=2025, study="hbo_wo"),
    ]
    lets = [link("huurt_van", "huurder", "ik", schriftelijk=True, prijs=400)]
    assert heads(worked(household("2025-06-01", people, relations=lets)), "ik") == 1


def test_cbs_d() -> None:
    """CBS: a couple, two students of 19 and 23, a son of 28 and a cousin of 29: four."""
    people = [person("een", 52, year=2025), person("ander", 51, year=2025), person("s19", 19, year=2025, study="mbo")]
    people += [
        person("s23", 23, year=2025, study="hbo_wo"),
        person("zoon", 28, year=2025),
        person("neef", 29, year=2025),
    ]
    relations = [link("gehuwd", "een", "ander", duurzaam_gescheiden=False)]
    relations += [link("ouder_van", p, k) for p in ("een", "ander") for k in ("s19", "s23", "zoon")]
    relations.append(link("familie", "een", "neef"))
    assert heads(worked(household("2025-06-01", people, relations=relations)), "een") == 4


@pytest.mark.parametrize(
    ("day", "amounts"),
    [  # venray_2020_07 rounds the shares of three and six: 655.54 and 554.78
        pytest.param("2020-07-01", ("756.45", "655.59", "605.16", "574.90", "554.73"), id="venray_2020_07"),
        pytest.param("2026-01-01", ("1001.07", "867.59", "800.85", "760.81"), id="rot_2026_01"),
    ],
)
def test_published_tables_of_shares(day: str, amounts: tuple[str, ...]) -> None:
    for others, amount in enumerate(amounts, 1):
        norm = euros(sharing(day, others), "pw.norm", "ik")
        assert abs(norm - eur(amount)) <= eur("0.005"), (others, norm)


def test_szw_2015() -> None:
    """Ministry, 2015: 50, 43.33, 40, 38 and 36.67 percent of the norm of a couple for two to six."""
    for others in range(1, 6):
        found = sharing("2015-03-01", others)
        count = others + 1
        share = Fraction(40 + count * 30, count * 100)
        assert euros(found, "pw.norm", "ik") == half_up(share * euros(found, "pw.gehuwdennorm", "ik"), 2)


def test_poc_kostendelers() -> None:
    """The proof of concept counts everybody in the home, gives three 43 % and five and more 38 %. The law counts who is 27
    or older, no student, no tenant with a contract, and goes on after five."""
    assert euros(sharing("2025-03-01", 2), "pw.norm", "ik") == half_up(Fraction(130, 300) * eur("1922.07"), 2)
    assert euros(sharing("2025-03-01", 5), "pw.norm", "ik") == half_up(Fraction(220, 600) * eur("1922.07"), 2)


# ---- bijstand


def couple(day: str, ages: tuple[int, int], **more: object) -> Household:
    people = [person(name, age, year=int(day[:4])) for name, age in zip(("een", "ander"), ages, strict=True)]
    return household(day, people, relations=[link("gehuwd", "een", "ander", duurzaam_gescheiden=False)], **more)


def alone(day: str, age: int = 40, **more: object) -> Household:
    return household(day, [person("ik", age, year=int(day[:4]))], **more)


def test_rot_voorschot_95() -> None:
    """Rotterdam, January 2026: an advance of 95 % is 1,331.43 for one and 1,902.02 for a couple."""
    one, pair = worked(alone("2026-01-01")), worked(couple("2026-01-01", (40, 41)))
    assert half_up(monthly(one, "algemene_bijstand") * eur("95%"), 2) == eur("1331.43")
    assert half_up(monthly(pair, "algemene_bijstand") * eur("95%"), 2) == eur("1902.02")


def earning(
    net: float, since: str, *, day: str = "2026-01-01", scheme: str = "vrijlating_werk", children: tuple[int, ...] = ()
) -> Assessment:
    """Somebody of 35 with that wage a month, where the municipality leaves part of it alone since that day."""
    people = [person("ik", 35, year=int(day[:4]), net=net)] + [person(f"kind{age}", age) for age in children]
    decided = [{"regeling": scheme, "wie": "ik", "status": "loopt", "van": since}]
    family = [link("ouder_van", "ik", f"kind{age}") for age in children]
    return worked(household(day, people, relations=family, schemes=decided))


def free_and_rest(found: Assessment) -> tuple[Fraction, ...]:
    free, counted = euros(found, "pw.loon_vrij", "ik"), euros(found, "pw.middelen", "ik")
    return free, counted, monthly(found, "algemene_bijstand")


def test_rot_25_vrijlating() -> None:
    """Rotterdam, January 2026: of 600 of wage 150 is free, 450 counts and 951.50 is added. The law counts the wage with the
    holiday allowance in it (31 lid 4), so that is 570 a month; of 600 a month and the allowance later, 927.82 is added."""
    assert free_and_rest(earning(570, "2025-12-15")) == (150, 450, eur("951.50"))
    assert half_up(free_and_rest(earning(600, "2025-12-15"))[2], 2) == eur("927.82")


def test_derived_n_cap() -> None:
    """1,300 with holiday allowance, January 2026: a quarter is 325 and 285 is the most."""
    assert free_and_rest(earning(1235, "2025-12-15")) == (285, 1015, eur("386.50"))


def test_rot_vrijlating_30mnd() -> None:
    """Rotterdam gives the quarter thirty months and at most 253. By law the quarter is six months and at most 285 in 2026;
    the thirty months belong to a parent alone with a child under 12, an eighth and at most 177.66."""
    assert free_and_rest(earning(1235, "2025-07-02"))[0] == 285
    assert free_and_rest(earning(1235, "2025-07-01"))[0] == 0
    for since, free in (("2023-07-02", eur("162.50")), ("2023-07-01", eur("0"))):
        parent = earning(1235, since, scheme="vrijlating_ouder", children=(9,))
        assert free_and_rest(parent)[0] == free
    assert free_and_rest(earning(1425, "2025-07-01", scheme="vrijlating_ouder", children=(9,)))[0] == eur("177.66")
    assert free_and_rest(earning(1235, "2025-07-01", scheme="vrijlating_ouder", children=(12,)))[0] == 0


def test_poc_adam_alleen() -> None:
    """The proof of concept gives 1,089.00 on 1 March 2025, a norm of 2022. The norm of 2025 is 1,345.45."""
    assert monthly(worked(alone("2025-03-01")), "algemene_bijstand") == eur("1345.45")


def test_poc_adam_briefadres() -> None:
    """Without a home and with a letter address there is bijstand (Pw 40); the proof of concept refuses it."""
    away = {"verblijf": {"waar": "dakloos"}, "brp": {"inschrijving": "briefadres"}}
    house = household("2025-03-01", [person("ik", 40, year=2025) | away])
    assert has(worked(house), "algemene_bijstand")


def test_poc_aio_2026() -> None:
    """The proof of concept estimates 1,380 and 1,970; the norms of January 2026 are 1,564.69 and 2,144.16."""
    assert euros(worked(alone("2026-01-01", 70)), "pw.norm", "ik") == eur("1564.69")
    assert euros(worked(couple("2026-01-01", (70, 71))), "pw.norm", "een") == eur("2144.16")


def test_regelrecht_bijstand_2024() -> None:
    """Dated 1 June 2024 with norms of 2022 (1,091.71 and 1,559.58), and no right below 21. The law of that day: 1,283.83,
    1,834.04, and 316.94 for somebody of 20."""
    assert monthly(worked(alone("2024-06-01")), "algemene_bijstand") == eur("1283.83")
    assert monthly(worked(couple("2024-06-01", (40, 41))), "algemene_bijstand") == eur("1834.04")
    assert euros(worked(alone("2024-06-01", 20)), "pw.norm", "ik") == eur("316.94")


def test_diemen_afstemming() -> None:
    """Off 1,091.71, the norm of January 2022, 5 %, 30 % and 100 % leave 1,037.12, 764.20 and 0. How much a
    light measure takes is for the municipality to say; the whole is in the law (18 lid 5)."""
    lowered = [{"regeling": "bijstand_maatregel", "wie": "ik", "status": "loopt", "bedrag": 54.59, "per": "maand"}]
    house = alone("2022-01-01", schemes=lowered)
    for name, left in (("vijf", "1037.12"), ("dertig", "764.20")):
        found = worked(house, book_with(LOCAL).with_overlays(f"gm0384_verlaging_{name}"))
        rest = euros(found, "pw.norm", "ik") - euros(found, "pw.lichte_maatregel", "ik")
        assert half_up(rest, 2) == eur(left)
    found = worked(house)
    assert euros(found, "pw.norm", "ik") == euros(found, "pw.maatregel_per_maand", "ik") == eur("1091.71")
    assert euros(found, "pw.uitbetaling", "ik") == eur("1037.12") * eur("95%")


def test_derived_pw_couple18_21_2026() -> None:
    """One of 19 and one of 25 without children, July 2026, where the parents can pay: the young norm and half the norm of
    a couple. Where they cannot, article 20 lid 3 gives more."""
    pair = couple("2026-07-01", (19, 25), judged={"pw.ouders_helpen_niet": False})
    assert euros(worked(pair), "pw.norm", "ander") == eur("1364.32")


def test_derived_vermogen_2026() -> None:
    """15,900 is under the 16,000 of a parent alone in 2026, and over the 8,000 of a single person."""
    people = [person("ouder", 40, year=2026), person("kind", 9)]
    parent = household("2026-03-01", people, relations=[link("ouder_van", "ouder", "kind")], savings=15900)
    assert has(worked(parent), "algemene_bijstand")
    assert not has(worked(alone("2026-03-01", savings=15900)), "algemene_bijstand")


def test_derived_vermogen_erosion() -> None:
    """From 2026 present wealth counts against the whole limit, also for who already has bijstand."""
    runs = [{"regeling": "algemene_bijstand", "wie": "ik", "status": "loopt"}]
    assert has(worked(alone("2026-01-01", savings=8000, schemes=runs)), "algemene_bijstand")
    assert not has(worked(alone("2026-01-01", savings=8001, schemes=runs)), "algemene_bijstand")


def test_meerssen_auto() -> None:
    """Meerssen, 2016 and later: a car is ordinary up to 4,500, and what it is worth above that counts. A car of eight years
    or older is taken to be worth less; the file has no age of a car, only a value. The limit of 2018 is 6,020."""
    local = book_with(LOCAL).with_overlays("gm0938_auto")
    needed = {what: {"oordeel": "nee", "door": "wijkteam"} for what in ("werk", "zorg", "kind", "vervoer")}
    for worth, counted, right in ((4500, "5000", True), (5520, "6020", True), (5520.01, "6020.01", False)):
        car = {"soort": "auto", "waarde": worth, "wie": "ik", "nodig": needed}
        found = worked(alone("2018-04-01", savings=5000, things=[car]), local)
        assert euros(found, "pw.vermogen", "ik") == eur(counted)
        assert has(found, "algemene_bijstand") is right


# ---- zorgtoeslag


def care(year: int, income: float, *, partner: bool = False, **more: object) -> Fraction:
    people = [person("ik", 40, year=year, income=income)]
    relations = []
    if partner:
        people.append(person("ander", 41, year=year))
        relations = [link("gehuwd", "ik", "ander", duurzaam_gescheiden=False)]
    return monthly(worked(household(f"{year}-03-01", people, relations=relations, **more)), "zorgtoeslag")


def test_td_2026_single() -> None:
    """Dienst Toeslagen: 38,880 alone in 2026 is 294.98 a year, 24.58 a month."""
    assert half_up(12 * care(2026, 38880), 2) == eur("294.98")
    assert half_up(care(2026, 38880), 2) == eur("24.58")


def test_td_2026_max() -> None:
    assert half_up(care(2026, 29736), 2) == eur("129.20")
    assert half_up(care(2026, 29736, partner=True), 2) == eur("246.89")


@pytest.mark.parametrize("income", [795.47, 200.00, 150.00, 250.00, 25000])
def test_poc_regelrecht_2025_and_poc_2025_small_and_derived_2025_single(income: float) -> None:
    """The proof of concept takes the percentage of the income and finds 2,096.92 to 2,109.16. Under the threshold income
    of 28,406 the normpremie is a share of that threshold, so it is 1,573.42 for every one of them."""
    assert half_up(12 * care(2025, income), 2) == eur("1573.42")


def test_poc_2024_zero() -> None:
    """The proof of concept gives the whole standard premium of 1,987.00; the law 1,483.07."""
    assert half_up(12 * care(2024, 0), 2) == eur("1483.07")


def test_regelrecht_awir_2025() -> None:
    """A text with the 4,100 of 2005; the exempt income of a child at home in 2025 is 6,042."""
    people = [person("ouder", 50, year=2025, income=15000), person("kind", 20, year=2025, income=10000)]
    found = worked(household("2025-06-01", people, relations=[link("ouder_van", "ouder", "kind")]))
    assert euros(found, "ht.rekeninkomen", "ouder") == 15000 + 10000 - 6042


# ---- huurtoeslag


def rented(day: str, rent: float, income: float, age: int = 40, **more: object) -> Assessment:
    return worked(household(day, [person("ik", age, year=int(day[:4]), income=income)], rent=rent, **more))


def test_poc_2025_single() -> None:
    """Rent 720 with 48 of service costs, 14,000 a year. The proof of concept takes the normhuur for the basishuur and finds
    406.95; the basishuur is 199.05 and the right 445.91."""
    assert half_up(monthly(rented("2025-03-01", 720, 14000, age=35, service=48), "huurtoeslag"), 2) == eur("445.91")


def test_poc_2025_high() -> None:
    """45,000 and a rent of 650: nothing, because it fades away and not because of a limit, of which there is none."""
    found = rented("2025-03-01", 650, 45000)
    assert not has(found, "huurtoeslag")
    assert euros(found, "ht.bedrag", "ik") == 0


def test_poc_minor() -> None:
    """Born on 1 January 2008, so 17 in February 2025: no right, unless an orphan or a parent (Awir 10)."""
    no = {"ht.minderjarige_wees": False, "ht.handicap": False}
    assert not has(rented("2025-02-01", 450, 0, age=17, judged=no), "huurtoeslag")
    assert has(rented("2025-02-01", 450, 0, age=17, judged=no | {"ht.minderjarige_wees": True}), "huurtoeslag")


@pytest.mark.parametrize(
    ("income", "rents", "amounts"),
    [
        pytest.param(
            29293, ("879.66", "779.66", "679.66", "579.66", "479.66", "379", "279", "200"),
            (485, 445, 405, 347, 282, 191, 91, 11), id="boggouda_2024_low",
        ),
        pytest.param(45775, ("879.66", "779.66", "679.66"), (132, 92, 52), id="boggouda_2024_high"),
    ],
)  # fmt: skip
def test_boggouda_2024(income: int, rents: tuple[str, ...], amounts: tuple[int, ...]) -> None:
    """Two people of 67, January 2024, when 34.67 was taken off the basishuur; the law of the whole year has 37.72."""
    later = eur("37.72") - eur("34.67")
    for rent, amount in zip(rents, amounts, strict=True):
        people = [person("een", 70, year=2024, income=income), person("ander", 70, year=2024)]
        married = [link("gehuwd", "een", "ander", duurzaam_gescheiden=False)]
        due = monthly(worked(household("2024-06-01", people, relations=married, rent=float(rent))), "huurtoeslag")
        assert due == huurtoeslag(2024, rent, income, people=2, old=True)
        assert abs(due - later - amount) < 2, (rent, due)


def test_seed_2018_max() -> None:
    """711.00 was over the 710.68 of 2018: nothing, unless an exception of article 13 lid 2 applies."""
    assert not has(rented("2018-04-01", 711, 15000, age=30), "huurtoeslag")
    assert has(rented("2018-04-01", 710.68, 15000, age=30), "huurtoeslag")
    adapted = rented(
        "2018-04-01", 711, 15000, age=30, home={"aangepast": True}, judged={"ht.huur_niet_hoger_door_aanpassing": False}
    )
    assert has(adapted, "huurtoeslag")


def test_seed_2018_700() -> None:
    assert half_up(monthly(rented("2018-04-01", 700, 15900, age=30), "huurtoeslag"), 2) == eur("350.31")


def test_derived_2026_at_30000() -> None:
    assert half_up(monthly(rented("2026-03-01", 800, 30000), "huurtoeslag"), 2) == eur("322.17")
    assert half_up(monthly(rented("2026-03-01", 800, 23425), "huurtoeslag"), 2) == eur("470.11")


def test_derived_2026_cap() -> None:
    """A rent of 1,100 counts for 932.93 in 2026; the year before it was no longer a matter of amounts."""
    assert half_up(monthly(rented("2026-01-01", 1100, 15000), "huurtoeslag"), 2) == eur("523.28")
    assert not has(rented("2025-12-31", 1100, 15000), "huurtoeslag")


# ---- kindgebonden budget


def children(
    day: str, ages: tuple[int, ...], incomes: tuple[float, ...], *, savings: float = 0, own: bool = True
) -> Assessment:
    year = int(day[:4])
    adults = [person(f"ouder{i}", 38, year=year, income=income) for i, income in enumerate(incomes)]
    young = [person(f"kind{i}", age) for i, age in enumerate(ages)]
    relations = [link("ouder_van", str(a["id"]), str(k["id"])) for a in adults for k in young] if own else []
    if len(adults) == 2:
        relations.append(link("gehuwd", "ouder0", "ouder1", duurzaam_gescheiden=False))
    return worked(household(day, adults + young, relations=relations, savings=savings))


def test_poc_alo_5y() -> None:
    """One child of 5, 25,000 alone in 2025: the proof of concept has the single parent's amount of 2024 (3,480) and finds
    5,991; the law of 2025 gives 3,389 and 5,900."""
    assert 12 * monthly(children("2025-03-01", (5,), (25000,)), "kindgebonden_budget") == 5900


def test_poc_couple() -> None:
    """35,000 and 30,000 with children of 7 and 10: the proof of concept adds the rise for partners twice (3,925.00). The
    threshold is 28,406 + 9,139 and the budget 3,072.70."""
    found = children("2025-03-01", (7, 10), (35000, 30000))
    assert half_up(12 * monthly(found, "kindgebonden_budget"), 1) == eur("3072.7")


def test_poc_no_akw() -> None:
    """No child benefit, no budget: the child is nobody's here."""
    assert not has(children("2025-03-01", (7,), (25000,), own=False), "kindgebonden_budget")


def test_poc_wealth() -> None:
    assert not has(children("2025-03-01", (7,), (25000,), savings=150000), "kindgebonden_budget")
    assert has(children("2025-03-01", (7,), (25000,), savings=141896), "kindgebonden_budget")


def test_poc_very_high() -> None:
    assert not has(children("2025-03-01", (7,), (120000,)), "kindgebonden_budget")


def test_derived_2026_single2() -> None:
    """Two children, one of 13, 22,000 alone in 2026: 9,300 a year."""
    assert monthly(children("2026-03-01", (9, 13), (22000,)), "kindgebonden_budget") == 775


# ---- kinderopvangtoeslag


@pytest.mark.parametrize("day", ["2022-06-01", "2025-03-01"])
def test_poc_kot_all(day: str) -> None:
    """Of the five scenarios only the one of a refusal: a partner with 15 hours is refused there. The law asks that the
    partner works, not how much; until 2023 the hours were a limit to the amount (1.7 lid 3). The four amounts rest on
    shares, a highest price of an hour and hours of care (1.7), which the rules do not have."""
    for wage, right in ((400, True), (0, False)):
        people = [
            person("een", 35, year=int(day[:4]), net=2000, income=30000),
            person("ander", 35, year=int(day[:4]), net=wage, income=12 * wage, zorg={"indicaties": []}),
            person("kind", 3),
        ]
        relations = [link("gehuwd", "een", "ander", duurzaam_gescheiden=False)]
        relations += [link("ouder_van", parent, "kind") for parent in ("een", "ander")]
        care = [{"soort": "kinderopvang", "wie": "kind", "bedrag": 1500, "per": "maand"}]
        judged = {"kot.geregistreerd": True, "kot.traject": False, "kot.net_gestopt": False}
        found = worked(household(day, people, relations=relations, costs=care, judged=judged))
        assert has(found, "kinderopvangtoeslag") is right


# ---- where two laws look at the same thing in two ways


def test_trap_27() -> None:
    """A housemate of 26 is nobody for the bijstand (19a) and an income for the housing benefit (Awir 7)."""
    people = [person("ik", 50, year=2025), person("huisgenoot", 26, year=2025, income=24000, net=1800)]
    found = worked(household("2025-06-01", people))
    assert heads(found, "ik") == 1
    assert euros(found, "ht.rekeninkomen", "ik") == 24000


def test_trap_zorg() -> None:
    """Two who live together only because of care: from 2026 the Participatiewet may leave them single, the Awir asks for a
    tie (Awir 3) and knows no care. Without a child, a home or a pension together they are no partners there either."""
    people = [person("ik", 50, year=2026, income=14000), person("buur", 60, year=2026, income=30000)]
    found = worked(household("2026-06-01", people, relations=[link("zorgt_voor", "ik", "buur", uren_per_week=20)]))
    assert monthly(found, "zorgtoeslag", "ik") == care(2026, 14000)
    assert euros(found, "ht.rekeninkomen", "ik") == 44000


def test_trap_net_year() -> None:
    """Net a month for the bijstand, gross a year for the toeslagen: 1,000 more a year takes 270 of the housing benefit."""
    less, more = (monthly(rented("2026-03-01", 800, income), "huurtoeslag") for income in (26000, 27000))
    assert 12 * (less - more) == 270


def test_trap_debt() -> None:
    """No bijstand for a debt of somebody who had enough (13). Article 49 opens two doors: a guarantee after a refused credit,
    and money in a very urgent case. Either may be a loan (48), and that is a new debt that is paid from the bijstand."""
    debt = [{"soort": "aflossing", "bedrag": 1500, "per": "eenmalig", "wie": "ik", "noodzaak": {"oordeel": "ja"}}]
    about = {
        "bb.kosten_bijzonder": True,
        "bb.voorziening_past": False,
        "pw.vraagt_schuldaflossing": True,
        "pw.vraagt_duurzaam_goed": False,
    }

    def asking(
        opened: Mapping[FactRef, Value] | None = None, *, had_enough: bool, refused: bool = False, urgent: bool = False
    ) -> Assessment:
        said = {
            "had_genoeg_bij_schuld": had_enough,
            "saneringskrediet_geweigerd": refused,
            "zeer_dringend_schuld": urgent,
        }
        judged = about | {f"pw.{name}": answer for name, answer in said.items()}
        house = household("2026-03-01", [person("ik", 40, year=2026)], costs=debt, judged=judged)
        return evaluate_household(house, book(), Variation(concepts=dict(opened or {})))

    assert has(asking(had_enough=False), "bijzondere_bijstand")
    assert not has(asking(had_enough=True), "bijzondere_bijstand")
    replaced = {change.target for change in book().hooks["pw_49_b_zeer_dringend"].doet}
    assert replaced == {"pw.schuld_bijstand_kan", "pw.aflossing_uitgesloten"}
    door = {FactRef("persoon", "ik", "pw.aflossing_uitgesloten"): Value(exact=False)}
    assert has(asking(door, had_enough=True, urgent=True), "bijzondere_bijstand")
    for refused, urgent in ((False, False), (True, False), (False, True), (True, True)):
        found = asking(had_enough=True, refused=refused, urgent=urgent)
        assert says(found, "pw.schuld_borgtocht_kan", "ik").is_true is refused
        assert says(found, "pw.schuld_bijstand_kan", "ik").is_true is (urgent and not refused)
        assert says(found, "pw.leenbijstand_kan", "ik").is_true
        assert says(found, "pw.bijstand_om_niet", "ik").exact is False
    loan = {"id": "l", "soort": "bijstand", "bedrag": 1500, "wie": "ik", "regeling": {"bedrag": 50, "per": "maand"}}
    before, after = (worked(alone("2026-03-01", debts=debts)) for debts in ([], [loan]))
    assert euros(before, "pw.uitbetaling", "ik") - euros(after, "pw.uitbetaling", "ik") == 50


def test_trap_under21() -> None:
    """Of 18 to 20: the norm is far below the rent, and only 498.20 of it counts in 2026."""
    no = {"ht.handicap": False, "pw.ouders_helpen_niet": False}
    found = rented("2026-03-01", 640, 5000, age=20, judged=no)
    assert euros(found, "ht.meetellende_huur", "ik") == eur("498.20")
    assert euros(found, "pw.norm", "ik") < 640
    assert euros(rented("2026-03-01", 640, 5000, age=21, judged=no), "ht.meetellende_huur", "ik") == 640


def test_trap_brp() -> None:
    """A letter address gives no housing benefit (Wht 9) and leaves the bijstand alone."""
    house = household("2026-03-01", [person("ik", 40, year=2026) | {"brp": {"inschrijving": "briefadres"}}])
    found = worked(house)
    assert not has(found, "huurtoeslag")
    assert has(found, "algemene_bijstand")


# ---- none is forgotten


def carried() -> Iterator[str]:
    """The ids in the names of the tests of this module, and of their cases."""
    for node in ast.walk(ast.parse(Path(__file__).read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef) and node.name.startswith("test_"):
            yield from node.name.removeprefix("test_").split("_and_")
        elif isinstance(node, ast.keyword) and node.arg == "id" and isinstance(node.value, ast.Constant):
            yield str(node.value.value)


def test_every_published_example_is_tested_or_has_a_reason() -> None:
    assert len(PUBLISHED) == len(set(PUBLISHED)) == 55
    assert set(PUBLISHED) - set(carried()) == set(NOT_MODELLED)
