# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""One large invented rule base that uses everything at once, random households in it, and what someone may not know.

:func:`truths` makes households of which everything is said. :func:`vaguer` takes answers away: it leaves keys out, says
``onbekend``, widens numbers to ranges, and hides entries of lists that are then called incomplete.
"""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterator
from functools import cache
from typing import Any

from hypothesis import strategies as st

from evaluation.invented import Block, concept, fact, gives, land, money, parameter, qualifies, requires, rule
from samenloop.rulebook import Rulebook

NAMES = ("ik", "zij", "kind")
PLACES = ("huis", "flat")
DAY = "2020-05-15"


@cache
def book() -> Rulebook:
    """Entitlements for one, for a couple, for a family, for a home and in kind, with all norms about them."""
    kinds = ["huur_sociaal", "koop", "opvang", "geen"]
    fonds = [
        rule("fo.recht", gives("toelage", "fo.toelage", aan="stel", toegang={
            "betaling": {"hoe": "vooraf", "per": "maand", "bedrag": "afronden(fo.toelage, 1, omlaag)"}}), wanneer="fo.leeftijd >= 18"),
        rule("fo.eisen",
             requires("fo.eis_wonen", "toelage", "verblijft in ['woning', 'opvang']", "fo.bijzonder", wat="verblijft"),
             requires("fo.eis_papier", "toelage", "fo.verzekerd", klasse="procedureel", mits="fo.leeftijd < 67")),
        rule("fo.te_rijk", {"sluit_uit": "toelage"}, wanneer="fo.vermogen > parameters.fo.vermogensgrens"),
        rule("fo.student", {"sluit_uit": "toelage", "door": "steun", "veronderstelt": "geen"}, wanneer="fo.studie = 'mbo' en fo.leeftijd < 27"),
        rule("fo.toch", {"heft_op": "fo.student"}, wanneer="fo.bijzonder"),
        rule("fo.half", {"sluit_uit": "toelage", "deel": "25%", "mits": "fo.schuld > 0"}),
        concept("fo.toelage", "max(fo.basis - parameters.fo.afbouw * fo.inkomen, 0)"),
        concept("fo.basis", "parameters.fo.bedrag", called="fo.basis.gewoon"),
        concept("fo.basis", "2 * parameters.fo.bedrag", called="fo.basis.samen", uitzondering_op="fo.basis.gewoon",
                wanneer="aantal(p in stel.stelleden) > 1"),
        concept("fo.basis", "parameters.fo.laag", called="fo.basis.jong", uitzondering_op="fo.basis.gewoon",
                wanneer="fo.leeftijd < 21 en aantal(p in stel.stelleden) = 1"),
        concept("fo.basis", "parameters.fo.laag / 2", called="fo.basis.thuis", uitzondering_op="fo.basis.jong", wanneer="fo.bij_ouder"),
        concept("fo.bij_ouder", "bestaat(p in personen waar persoon is fo.kind van p en p.verblijfswoning = persoon.verblijfswoning)"),
        concept("fo.inkomen", "som(p in stel.stelleden: p.netto + p.bruto / 2)"),
        concept("fo.vermogen", "som(b in persoon.bezittingen_van waar b.bezitsoort != 'auto': b.waarde)"),
        concept("fo.schuld", "som(s in persoon.schulden_van: s.schuldbedrag)"),
        concept("fo.zelfde_adres", "persoon.brp_woning = ander.brp_woning en persoon.inschrijving = 'woonadres'", over="paar"),
        rule("fo.maat.samen", qualifies("fo.maat"), over="paar", wanneer="fo.samenwonend en persoon.verblijfswoning = ander.verblijfswoning"),
        rule("fo.hulp", gives("premiehulp", "max(fo.premie - parameters.fo.eigen, 0)"), wanneer="fo.verzekerd en fo.leeftijd >= 18 en betaald(toelage)"),
        rule("fo.premie", {"kost": "fo.premie", "bedrag": "fo.premie", "per": "maand", "soort": "premie", "beschermd": "nee"}, wanneer="fo.verzekerd"),
        rule("fo.bijdrage", {"kost": "fo.bijdrage", "bedrag": "parameters.fo.eigen / 2", "per": "maand", "soort": "bijdrage", "beschermd": "nee"},
             over="stel", wanneer="aantal(p in stel.stelleden waar p.fo.leeftijd >= 18) > 0"),
        rule("fo.om", {"leidt_om": "premiehulp", "naar": "zorgverzekeraar", "voor_doel": "kosten", "deel": "50%", "beschermd": "nee"},
             wanneer="fo.achterstand > 0"),
        rule("fo.plicht", {"verplicht": "fo.melden", "eist": {"feit": "fo.gemeld", "waarde": "ja"}}),
        rule("fo.straf", {"bestraft": "fo.melden", "verlaagt": "toelage", "deel": "20%", "soort": "handhaving", "beschermd": "nee"},
             wanneer="niet fo.gemeld"),
    ]  # fmt: skip
    steun = [
        rule("st.recht", gives("bodem", "max(st.norm - meegeteld(inkomen), 0)", aan="clan", vangnet="ja"),
             wanneer="fo.leeftijd >= 18 en fo.vermogen <= parameters.fo.vermogensgrens"),
        concept("st.norm", "parameters.fo.norm", called="st.norm.alleen"),
        concept("st.norm", "parameters.fo.norm + aantal(p in clan.clanleden waar p.fo.leeftijd < 18) * parameters.fo.laag",
                called="st.norm.kinderen", uitzondering_op="st.norm.alleen", wanneer="st.kinderen > 0"),
        concept("st.kinderen", "aantal(p in clan.clanleden waar p.fo.leeftijd < 18)"),
        concept("st.oudste", "hoogste(p in clan.clanleden: p.fo.leeftijd)"),
        concept("st.lokaal", "da.keuze * parameters.fo.norm"),
        rule("st.telt_toelage", {"telt_als_inkomen": "toelage", "in": "steun", "bedrag": "hoogte(toelage)"}),
        rule("st.telt_loon", {"telt_als_inkomen": "loon", "in": "steun", "bedrag": "netto", "vrij": "parameters.fo.eigen", "deel": "80%"}),
        rule("st.af", {"verrekent": "toeslagen", "uit": "bodem", "bedrag": "schuldtermijn", "per": "maand", "soort": "aflossing", "beschermd": "nee"},
             over="schuld", wanneer="schuldsoort = 'toeslagen'"),
    ]  # fmt: skip
    dak = [
        rule("da.recht", gives("dakgeld", "max(min(huur, parameters.fo.huurgrens) - parameters.fo.eigen, 0)", behoefte=["woonlasten", "dak"]),
             over="woning", wanneer="woningsoort = 'huur_sociaal'"),
        rule("da.te_duur", {"sluit_uit": "dakgeld", "behoefte": "dak"}, over="woning", wanneer="huur > parameters.fo.huurgrens"),
        rule("da.vol", {"sluit_uit": "dakgeld"}, over="woning", wanneer="aantal(p in woning.bewoners) > 2"),
        rule("da.eis", requires("da.eis_leeftijd", "dakgeld", "fo.leeftijd >= 18")),
        rule("da.huur", {"kost": "da.huur", "bedrag": "huur", "per": "maand", "soort": "huur", "beschermd": "nee"}, over="woning",
             wanneer="woningsoort = 'huur_sociaal'"),
        rule("da.hulp", gives("hulp_thuis", behoefte="begeleiding", dekt={"omvang": "fo.uren", "eenheid": "uren", "per": "week"}),
             wanneer="fo.indicatie en recht(bodem)"),
        concept("da.wie", "persoon.verblijfswoning.huurder = persoon"),
    ]  # fmt: skip
    facts = [
        money("netto", uit="inkomen[bruto=false].bedrag", samen="som"), money("bruto", uit="inkomen[bruto=true].bedrag", samen="som"),
        money("netto_jaar", "eur/jaar", uit="inkomen[bruto=false].bedrag", samen="som"),
        fact("fo.banen", "geheel", uit="inkomen[soort=loon]", samen="aantal"), fact("fo.werkt", uit="inkomen[soort=loon]", samen="bestaat"),
        fact("fo.uren", "getal", uit="inkomen.uren_per_week", samen="som"),
        fact("verblijft", "keuze", keuzes=["woning", "opvang", "dakloos"], uit="verblijf.waar"),
        fact("fo.inschrijving_anders", "keuze", keuzes=["woonadres", "briefadres", "geen"], uit="brp.inschrijving"),
        fact("inschrijving", "keuze", keuzes=["woonadres", "briefadres", "geen"], uit="brp.inschrijving"),
        fact("fo.verzekerd", uit="zorgverzekering.verzekerd"),
        money("fo.premie", uit="zorgverzekering.premie", bereik={"van": 0, "tot": 400}),
        fact("fo.achterstand", "geheel", uit="zorgverzekering.premieachterstand_maanden"),
        fact("fo.studie", "keuze", keuzes=["geen", "mbo"], uit="studie"),
        fact("fo.indicatie", uit="zorg.indicaties[status=toegekend]", samen="bestaat"),
        fact("fo.bijzonder"), fact("fo.gemeld"), fact("fo.samenwonend", over="paar", uit="relatie[soort=samenwonend]", samen="bestaat"),
        fact("fo.zorgt", over="paar", uit="relatie[soort=zorgt_voor, van=persoon, naar=ander]", samen="bestaat"),
        money("huur", over="woning", uit="kale_huur"), fact("woningsoort", "keuze", over="woning", keuzes=kinds, uit="soort"),
        fact("bezitsoort", "keuze", over="bezit", keuzes=["bank", "auto"], uit="soort"), money("waarde", "eur", over="bezit", uit="waarde"),
        fact("schuldsoort", "keuze", over="schuld", keuzes=["toeslagen", "huur"], uit="soort"),
        money("schuldbedrag", "eur", over="schuld", uit="bedrag"), money("schuldtermijn", over="schuld", uit="regeling.bedrag"),
        money("fo.spaargeld", "eur", uit="vermogen[soort=bank].waarde", samen="som"),
        fact("fo.toelage_loopt", uit="regelingen[regeling=toelage, status=loopt]", samen="bestaat"),
    ]  # fmt: skip
    amounts = {
        "fo.bedrag": "200", "fo.laag": "90", "fo.norm": "1000", "fo.eigen": "30", "fo.huurgrens": "600",
    }  # fmt: skip
    return land(
        *fonds, others={"steun": steun, "dakwet": [*dak, rule("da.open", {"laat_over": "da.keuze", "aan": ["verordening"], "anders": "50%"})]},
        facts=facts,
        parameters=[
            *(parameter(name, "bedrag", {"2018-01-01": amount}) for name, amount in amounts.items()),
            parameter("fo.vermogensgrens", "bedrag", {"2018-01-01": "6000"}, eenheid="eur"),
            parameter("fo.afbouw", "percentage", {"2018-01-01": "10%"}),
        ],
    )  # fmt: skip


# ---- households of which everything is said
def _pick(*options: Any) -> st.SearchStrategy[Any]:
    return st.sampled_from(options)


@st.composite
def _income(draw: st.DrawFn) -> Block:
    periods = (
        {}, {}, {"van": "2019-03-01"}, {"van": "2020-05-15"}, {"van": "2020-05-20"}, {"tot": "2020-05-14"}, {"tot": "2020-05-31"},
        {"van": "2020-03-01", "tot": "2020-11-30"},
    )  # fmt: skip
    return {
        "soort": draw(_pick("loon", "pensioen", "oude_toelage", "gift")), "bedrag": draw(_pick("0", "35.50", "250", "900", "1500")),
        "per": draw(_pick("maand", "maand", "week", "jaar")), "bruto": draw(st.booleans()), "uren_per_week": draw(_pick(0, 8, 36)),
        **draw(_pick(*periods)),
    }  # fmt: skip


@st.composite
def truths(draw: st.DrawFn) -> Block:
    """A household as the data of its file."""
    names = list(NAMES[: draw(_pick(1, 2, 2, 3, 3))])
    people = [draw(_person(name)) for name in names]
    relations = draw(_relations(names))
    whose = st.lists(_pick(*names), min_size=1, max_size=2, unique=True)
    homes = [
        {"id": "huis", "soort": "huur_sociaal", "kale_huur": draw(_pick("420", "600", "600.01", "750"))},
        {"id": "flat", "soort": draw(_pick("koop", "huur_sociaal")), "kale_huur": draw(_pick("300", "650"))},
    ]
    for home in homes:
        if draw(st.booleans()):
            home["hoofdbewoner"] = draw(_pick(*names))
    saved = [
        {"soort": draw(_pick("bank", "auto")), "waarde": draw(_pick("0", "500", "6000", "6000.01")), "wie": draw(whose)}
        for _ in range(draw(_pick(0, 1, 2)))
    ]
    debts = [
        {"id": f"schuld{i}", "soort": draw(_pick("toeslagen", "huur")), "bedrag": draw(_pick("0", "700")), "wie": draw(whose),
         "regeling": {"bedrag": draw(_pick("10", "2000")), "per": "maand"}}
        for i in range(draw(_pick(0, 1, 2)))
    ]  # fmt: skip
    decisions = [
        {"regeling": one, "wie": names, "status": draw(_pick("loopt", "toegekend", "afgewezen", "beeindigd"))}
        for one in draw(st.lists(_pick("toelage", "premiehulp", "bodem", "dakgeld"), max_size=4, unique=True))
    ]
    judged = {
        f"{name}.{one}": {"oordeel": draw(_pick("ja", "nee"))}
        for name in names
        for one in ("fo.bijzonder", "fo.gemeld")
    }
    return {
        "schema": 1, "huishouden": "proef", "peildatum": DAY, "personen": people, "relaties": relations, "woningen": homes,
        "vermogen": saved, "schulden": debts, "regelingen": decisions, "oordelen": judged, "onvolledig": [],
    }  # fmt: skip


@st.composite
def _person(draw: st.DrawFn, name: str) -> Block:
    where = draw(_pick("huis", "huis", "huis", "flat", "opvang", "dakloos"))
    paper = draw(_pick("huis", "huis", "flat", "briefadres", "geen"))
    return {
        "id": name,
        "aanvrager": draw(st.booleans()),
        "leeftijd": draw(_pick(5, 17, 18, 20, 21, 26, 27, 45, 66, 67, 80)),
        "verblijf": {"waar": "woning", "woning": where} if where in PLACES else {"waar": where},
        "brp": {"inschrijving": "woonadres", "woning": paper} if paper in PLACES else {"inschrijving": paper},
        "inkomen": draw(st.lists(_income(), max_size=3)),
        "studie": draw(_pick("geen", "mbo")),
        "zorgverzekering": {"verzekerd": draw(st.booleans()), "premie": draw(_pick("0", "30", "120.40")), "premieachterstand_maanden": draw(_pick(0, 2))},
        "zorg": {"indicaties": [{"wet": "wmo", "status": draw(_pick("toegekend", "afgewezen"))}] * draw(_pick(0, 1))},
    }  # fmt: skip


@st.composite
def _relations(draw: st.DrawFn, names: list[str]) -> list[Block]:
    found: list[Block] = []
    if len(names) > 1 and draw(st.booleans()):
        found.append({"soort": draw(_pick("gehuwd", "samenwonend")), "van": "ik", "naar": "zij", **draw(_ended())})
    if len(names) > 2:
        found += [{"soort": "ouder_van", "van": one, "naar": "kind"} for one in ("ik", "zij") if draw(st.booleans())]
    return found


def _ended() -> st.SearchStrategy[Block]:
    return _pick({}, {}, {"tot": "2020-05-14"}, {"sinds": "2020-05-16"}, {"sinds": "2020-01-01"})


# ---- what someone may not know
Mask = Callable[[Block, st.DrawFn], None]


def vaguer(draw: st.DrawFn, truth: Block) -> Block:
    """The same household with up to eight answers taken away."""
    vague = copy.deepcopy(truth)
    for _ in range(draw(st.integers(1, 8))):
        options = list(_answers(vague))
        if options:
            holder, key, ways = draw(st.sampled_from(options))
            draw(st.sampled_from(ways))(draw, vague, holder, key)
    return vague


Way = Callable[[st.DrawFn, Block, Any, Any], None]


def _answers(data: Block) -> Iterator[tuple[Any, Any, list[Way]]]:
    for person in data["personen"]:
        yield from _there(person, "leeftijd", _drop, _unknown, _years)
        for key in ("verblijf", "brp", "zorgverzekering", "zorg", "studie"):
            yield from _there(person, key, _drop, _unknown)
        for block in ("verblijf", "brp", "zorgverzekering", "zorg"):
            if isinstance(person.get(block), dict):
                for key in [k for k in person[block] if k not in ("waar", "inschrijving")]:
                    yield from _there(person[block], key, _drop, _unknown)
        yield from _list(person, "inkomen", f"personen.{person['id']}.inkomen")
        for entry in _entries(person, "inkomen"):
            yield from _there(entry, "bedrag", _unknown, _amounts)
            yield from _there(entry, "bruto", _drop, _unknown)
            yield from _there(entry, "soort", _unknown)
            yield from _there(entry, "uren_per_week", _drop)
            for key in ("van", "tot"):
                yield from _there(entry, key, _month)
    yield from _list(data, "relaties", "relaties")
    for entry in _entries(data, "relaties"):
        for key in ("sinds", "tot"):
            yield from _there(entry, key, _month)
    for home in data["woningen"]:
        yield from _there(home, "kale_huur", _drop, _unknown, _amounts)
        yield from _there(home, "soort", _unknown)
        yield from _there(home, "hoofdbewoner", _unknown)
    for key in ("vermogen", "schulden"):
        yield from _list(data, key, key)
        for entry in _entries(data, key):
            yield from _there(entry, "wie", _drop)
            yield from _there(entry, "soort", _unknown)
            yield from _there(entry, "waarde" if key == "vermogen" else "bedrag", _drop, _unknown, _amounts)
    yield from _list(data, "regelingen", "regelingen")
    for entry in _entries(data, "regelingen"):
        yield from _there(entry, "status", _unknown)
        yield from _there(entry, "wie", _drop)
    if isinstance(data.get("oordelen"), dict):
        for key in data["oordelen"]:
            yield from _there(data["oordelen"], key, _drop)
    yield data, "onvolledig", [_more_people]


def _entries(holder: Block, key: str) -> list[Block]:
    return holder[key] if isinstance(holder.get(key), list) else []


def _there(holder: Block, key: Any, *ways: Way) -> Iterator[tuple[Any, Any, list[Way]]]:
    if key in holder and holder[key] != "onbekend":
        yield holder, key, list(ways)


def _list(holder: Block, key: str, path: str) -> Iterator[tuple[Any, Any, list[Way]]]:
    if isinstance(holder.get(key), list):

        def hide(draw: st.DrawFn, data: Block, inside: Block, name: str) -> None:
            inside[name] = [entry for entry in inside[name] if draw(st.booleans())]
            data["onvolledig"] = sorted({*data["onvolledig"], path})

        def away(draw: st.DrawFn, data: Block, inside: Block, name: str) -> None:
            inside.pop(name)
            data["onvolledig"] = [one for one in data["onvolledig"] if one != path]

        yield holder, key, [hide, away]


def _drop(draw: st.DrawFn, data: Block, holder: Any, key: Any) -> None:
    del holder[key]


def _unknown(draw: st.DrawFn, data: Block, holder: Any, key: Any) -> None:
    holder[key] = "onbekend"


def _years(draw: st.DrawFn, data: Block, holder: Any, key: Any) -> None:
    if isinstance(holder[key], int):
        holder[key] = {"van": max(holder[key] - draw(_pick(0, 3, 10)), 0), "tot": holder[key] + draw(_pick(1, 5))}


def _amounts(draw: st.DrawFn, data: Block, holder: Any, key: Any) -> None:
    if isinstance(holder[key], str):
        ends = {"van": draw(_pick("0", holder[key])), "tot": draw(_pick(holder[key], "99999"))}
        missing = draw(_pick(None, "van", "tot"))
        holder[key] = {name: end for name, end in ends.items() if name != missing}


def _month(draw: st.DrawFn, data: Block, holder: Any, key: Any) -> None:
    holder[key] = draw(_pick(holder[key][:7], holder[key][:4]))


def _more_people(draw: st.DrawFn, data: Block, holder: Any, key: Any) -> None:
    data["onvolledig"] = sorted({*data["onvolledig"], "personen"})
