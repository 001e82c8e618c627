# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""The contract of the JSON report: every key, in order. A key that goes or changes its name breaks other programs;
a new one is added to this list on purpose."""

from __future__ import annotations

import json
import re
from typing import Any

from samenloop.report import report_schema
from support.mini_base import mini_report

TOP = [
    "peildatum", "huishouden", "ontvangstbewijs", "kern", "aanspraken", "besteedbaar_inkomen", "vragen",
    "ongebruikte_rechten", "botsingen", "voorstellen", "afgevallen", "tafel", "gevolgen", "plan", "tijdlijn", "graaf",
    "waarschuwingen", "buiten_dekking", "eigen_idee", "aannames", "niet_gemodelleerd", "herleiding", "woorden",
    "vrijwaring",
]  # fmt: skip

KEYS = {
    "ontvangstbewijs": "versie regelset_hash invoer_hash matcher projectie",
    "kern": "zin bedrag_per_maand beslisser eerste_termijn",
    "kern.eerste_termijn": "dag wat",
    "aanspraken": "id regeling wie status betaald_vanaf bedrag per voorwaarden modaliteit naam uitbetaald betaald_per "
    "loopt beslisser grondslag uitleg ontbreekt vervallen_eisen herleiding",
    "aanspraken.voorwaarden": "id voldaan grondslag waarden soort titel klasse afstand regel",
    "aanspraken.voorwaarden.grondslag": "tekst jci",
    "aanspraken.voorwaarden.waarden": "tekst links rechts klopt",
    "aanspraken.voorwaarden.afstand": "bedrag grens gemeten per procent boven_drempelmarge",
    "aanspraken.grondslag": "tekst jci",
    "besteedbaar_inkomen": "d d_lopend vrij regels",
    "besteedbaar_inkomen.regels": "soort id naam wie bedrag loopt",
    "vragen": "feit vraag waarom verandert wie oordeel antwoorden",
    "ongebruikte_rechten": "aanspraak regeling wie soort naam bedrag_per_maand uitleg beslisser grondslag afstand "
    "botsing",
    "ongebruikte_rechten.grondslag": "tekst jci",
    "ongebruikte_rechten.afstand": "bedrag grens gemeten per procent boven_drempelmarge",
    "botsingen": "id oorzaak soort bijsoorten regelingen grondslagen wie bedrag_per_maand eenmalig zekerheid ontbreekt "
    "ernst uitleg keten bewijs titel waarom_ernst",
    "botsingen.grondslagen": "tekst jci",
    "botsingen.keten": "regel grondslag bronlaag modaliteit wie_kan_wijzigen titel regeling",
    "botsingen.keten.grondslag": "tekst jci",
    "botsingen.bewijs(vergelijking)": "wat kop_met met zonder verschil verloren toetsmoment vorm "
    "patroon feit afstand gedrag door_deze_regels per_persoon bespaard",
    "botsingen.bewijs(vergelijking).met": "d vrij",
    "botsingen.bewijs(vergelijking).zonder": "d vrij",
    "botsingen.bewijs(vergelijking).verschil": "d vrij uitbetaald",
    "botsingen.bewijs(vergelijking).verloren": "aanspraak wie met bedrag_per_maand uitbetaald",
    "botsingen.bewijs(vergelijking).toetsmoment": "soort dag",
    "botsingen.bewijs(vergelijking).afstand": "bedrag grens gemeten per procent boven_drempelmarge",
    "botsingen.bewijs(vergelijking).gedrag": "handeling door voor gepland samen_wonen",
    "botsingen.bewijs(vergelijking).per_persoon": "wie d vrij",
    "botsingen.bewijs(vergelijking).bespaard": "regeling aanspraak wie meer eenheid per",
    "botsingen.bewijs(plichten)": "wat kop_met met zonder verschil verloren toetsmoment vorm a b gevolg_a gevolg_b",
    "botsingen.bewijs(plichten).met": "d vrij",
    "botsingen.bewijs(plichten).zonder": "d vrij",
    "botsingen.bewijs(plichten).verschil": "d vrij uitbetaald",
    "botsingen.bewijs(plichten).verloren": "aanspraak wie met bedrag_per_maand uitbetaald",
    "botsingen.bewijs(plichten).toetsmoment": "soort dag",
    "botsingen.bewijs(plichten).a": "regel titel regeling soort feit waarde",
    "botsingen.bewijs(plichten).b": "regel titel regeling soort feit waarde",
    "voorstellen": "id lost_op trede grondslag juridische_soort beslisser modaliteit sterkte voorwaarden "
    "open_voorwaarden effect_per_maand houdt_tot overgebleven_botsingen nieuwe_botsingen kosten_baten waardendriehoek "
    "termijn tegenargument volgende_trede titel soort vervangt effect_vrij_per_maand beslissers bronlaag mandaat "
    "verlicht brengt wijziging verloop houdt_een_jaar uitleg grenzen bewijsstukken rechtspraak",
    "voorstellen.grondslag": "tekst jci",
    "voorstellen.voorwaarden": "tekst voldaan open",
    "voorstellen.open_voorwaarden": "tekst voldaan open",
    "voorstellen.kosten_baten": "betaler laag hoog toelichting",
    "voorstellen.waardendriehoek": "legitimiteit betrokkenheid rendement",
    "voorstellen.termijn": "duur bezwaar",
    "voorstellen.volgende_trede": "id titel",
    "voorstellen.wijziging": "knop titel feit van naar per",
    "voorstellen.verloop": "dag wat houdt projectie",
    "voorstellen.houdt_een_jaar": "knop titel feit van naar per",
    "afgevallen": "voorstel waarom titel acuut",
    "tafel": "rol instantie mandaat gevraagd termijn",
    "tafel.termijn": "dag wat",
    "gevolgen": "mensen kinderen samenleving",
    "gevolgen.mensen": "wie nu na voorstel",
    "gevolgen.mensen.nu": "d vrij",
    "gevolgen.mensen.na": "d vrij",
    "gevolgen.kinderen": "wie leeftijd tekst",
    "gevolgen.samenleving": "betaler laag hoog toelichting",
    "plan": "spoor wat wie soort grondslag voorstel termijn",
    "plan.grondslag": "tekst jci",
    "plan.termijn": "dag wat",
    "tijdlijn": "dag wat soort projectie",
    "graaf": "knopen lijnen",
    "graaf.knopen": "id soort label",
    "graaf.lijnen": "van naar soort",
    "waarschuwingen": "code tekst",
    "buiten_dekking": "wat raakt",
    "eigen_idee": "soort wie woorden effect_per_maand uitleg",
    "aannames": "pad waarde waarom soort",
    "niet_gemodelleerd": "wet artikel waarom raakt",
    "herleiding": "id soort naam wie waarde regel titel zin grondslag geldig_van geldig_tot bron vergelijkingen "
    "niet_toegepast uit",
    "herleiding.grondslag": "tekst jci",
    "herleiding.vergelijkingen": "tekst links rechts klopt",
    "herleiding.niet_toegepast": "regel titel grondslag gold vergelijkingen",
    "herleiding.niet_toegepast.grondslag": "tekst jci",
    "herleiding.niet_toegepast.vergelijkingen": "tekst links rechts klopt",
}
AMOUNTS = {frozenset({"van", "tot"}), frozenset({"onbekend_door", "buiten_dekking"})}


def keys_of_schema(schema: dict[str, Any]) -> tuple[list[str], dict[str, str]]:
    """The keys of a report by their path, as its JSON Schema says; the forms of an amount or a day are left out."""
    definitions = schema["$defs"]
    found: dict[str, str] = {}

    def walk(node: dict[str, Any], path: str) -> None:
        if "$ref" in node:
            node = definitions[node["$ref"].rsplit("/", 1)[1]]
        for part in (*node.get("anyOf", ()), *([node["items"]] if "items" in node else ())):
            walk(part, path)
        for form, part in node.get("discriminator", {}).get("mapping", {}).items():
            walk({"$ref": part}, f"{path}({form})")
        properties = node.get("properties")
        if not properties or frozenset(properties) in AMOUNTS:
            return
        if path:
            found[path] = " ".join(properties)
        for key, value in properties.items():
            walk(value, f"{path}.{key}".lstrip("."))

    walk(schema, "")
    return list(schema["properties"]), found


def test_the_keys_of_the_report_are_the_contract() -> None:
    top, found = keys_of_schema(report_schema())
    assert top == TOP
    assert found == KEYS


def test_every_key_is_always_there() -> None:
    """A reader never has to ask whether a key exists: what does not apply is null or empty."""
    schema = report_schema()
    for name, definition in {"Report": schema, **schema["$defs"]}.items():
        if "properties" in definition and name != "MoneyUnknown":
            assert sorted(definition["required"]) == sorted(definition["properties"]), name
            assert definition["additionalProperties"] is False, name


def test_a_report_holds_those_keys_in_that_order() -> None:
    data = json.loads(mini_report().to_json())
    assert list(data) == TOP
    for path, keys in KEYS.items():
        for block in blocks(data, path.split(".")):
            assert " ".join(block) == keys, path


def blocks(here: Any, path: list[str]) -> list[dict[str, Any]]:
    if here is None:
        return []
    if isinstance(here, list):
        return [found for one in here for found in blocks(one, path)]
    if not path:
        return [here]
    key, _, form = path[0].rstrip(")").partition("(")  # bewijs(plichten): of the conflicts with that form of proof
    below = here[key]
    return [] if form and below["vorm"] != form else blocks(below, path[1:])


def test_keys_are_dutch_snake_case() -> None:
    for keys in KEYS.values():
        assert all(re.fullmatch(r"[a-z]+(_[a-z]+)*", key) for key in keys.split())


def test_money_is_text_with_two_decimals_or_says_why_not() -> None:
    schema = report_schema()["$defs"]
    amount = schema["Account"]["properties"]["d"]["anyOf"]
    assert amount[0] == {"type": "string", "pattern": r"^-?\d+\.\d{2}$"}
    assert [x["$ref"].rsplit("/", 1)[1] for x in amount[1:]] == ["MoneyRange", "MoneyUnknown"]


def test_closed_lists_are_closed_in_the_schema() -> None:
    schema = report_schema()["$defs"]
    assert schema["ClaimOut"]["properties"]["status"]["enum"] == [
        "recht", "geen_recht", "onbekend", "oordeel_nodig", "buiten_dekking",
    ]  # fmt: skip
    assert schema["ConflictOut"]["properties"]["zekerheid"]["enum"] == ["zeker", "mogelijk"]
    assert schema["ConflictOut"]["properties"]["ernst"]["enum"] == ["hoog", "midden", "laag"]
