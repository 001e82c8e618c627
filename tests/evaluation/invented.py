# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""An invented country: rule bases of a few lines, written to a folder and loaded like any other.

The word list is a copy of the one that ships, with a few regimes, entitlements and groups added; not one rule, amount
or law of the Netherlands takes part. :func:`land` builds the base, :func:`house` a household in it. The functions in
between write the blocks of the format with everything filled in that the test at hand is not about.
"""

from __future__ import annotations

import datetime as dt
import tempfile
from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from samenloop.domain import Household, load_household
from samenloop.evaluation import AS_IT_IS, Assessment, Evaluator, Variation, evaluate_household
from samenloop.language import values
from samenloop.language.values import FactRef, Thing, Value
from samenloop.resources import data_root
from samenloop.rulebook import Rulebook, load_rulebook

Block = dict[str, Any]
DAY = "2020-05-15"
FROM = "2018-01-01"

WORDS: Mapping[str, list[Block]] = {
    "regelingen": [
        {"id": "fonds", "label": "het fonds", "wet": "fondswet", "prefix": "fo", "soort": "kern"},
        {"id": "steun", "label": "de steun", "wet": "fondswet", "prefix": "st", "soort": "kern"},
        {"id": "dakwet", "label": "de dakwet", "wet": "fondswet", "prefix": "da", "soort": "kern"},
    ],
    "wetten": [{"id": "fondswet", "label": "Fondswet", "bwb": "geen", "bronlaag": "wet"}],
    "aanspraken": [
        {"id": "toelage", "label": "toelage", "regeling": "fonds", "behoefte": "levensonderhoud"},
        {"id": "premiehulp", "label": "premiehulp", "regeling": "fonds", "behoefte": "zorgverzekering"},
        {"id": "bodem", "label": "bodem", "regeling": "steun", "behoefte": "levensonderhoud"},
        {"id": "dakgeld", "label": "dakgeld", "regeling": "dakwet", "behoefte": "woonlasten"},
        {"id": "hulp_thuis", "label": "hulp thuis", "regeling": "dakwet", "behoefte": "begeleiding"},
    ],
    "inkomen_soorten": [{"id": "oude_toelage", "label": "toelage in het bestand", "aanspraak": "toelage"}],
    "gelezen_posten": [
        {"id": word, "label": word} for word in ("toelage", "premiehulp", "bodem", "dakgeld", "oude_toelage")
    ],
    "eenheidnamen": [
        {"id": "stel", "label": "iemand met een maat", "gevormd_door": ["fo.maat"]},
        {"id": "clan", "label": "iemand met maat en kinderen", "gevormd_door": ["fo.maat", "fo.kind"]},
    ],
    "koppelingen": [
        {"id": "stelleden", "label": "wie bij het stel hoort", "van": "stel", "naar": "persoon", "veel": "ja"},
        {"id": "clanleden", "label": "wie bij de clan hoort", "van": "clan", "naar": "persoon", "veel": "ja"},
    ],
}


# ---- blocks of a rule file
def fact(name: str, sort: str = "ja_nee", /, **more: Any) -> Block:
    """A fact; a judgement when no path is given."""
    own: Block = {} if "uit" in more else {"uit": "oordelen", "open_norm": "ja"}
    base: Block = {
        "feit": name, "soort": sort, "waarom": "om de proef", "vraag": "Hoe zit dat?", "eigenaar": "geen",
        "aard": "stand",
    }  # fmt: skip
    return {**base, **own, **more}


def money(name: str, /, unit: str = "eur/maand", **more: Any) -> Block:
    """A fact that is an amount."""
    return fact(name, "bedrag", eenheid=unit, **more)


def rule(name: str, /, *norms: Block, **more: Any) -> Block:
    """A rule with norms, or (with ``bepaalt`` and ``waarde``) one that defines a concept."""
    base: Block = {
        "regel": name, "titel": f"Regel {name}", "grondslag": [{"wet": "fondswet", "artikel": "1"}],
        "geldig": {"van": FROM},
    }  # fmt: skip
    if norms:
        base["gevolgen"] = list(norms)
    return {**base, **more}


def concept(name: str, value: str, /, *, called: str = "", **more: Any) -> Block:
    """A rule that defines a concept; ``called`` is the rule's id when it is not ``<concept>.regel``."""
    return rule(called or f"{name}.regel", bepaalt=name, waarde=value, **more)


def gives(entitlement: str, amount: str | None = None, /, **more: Any) -> Block:
    """A norm that gives an entitlement, in money per month unless said otherwise; without an amount it is a service."""
    access: Block = {"op": "aanvraag", "vanaf": "aanvraagdatum", "beslistermijn": "8 weken"}
    access |= more.pop("toegang", {})
    base: Block = {
        "geeft": entitlement, "behoefte": "levensonderhoud", "doel": "levensonderhoud", "toegang": access,
        "toetsmoment": "maand", "ref": "maand",
    }  # fmt: skip
    if amount is None:
        base["dekt"] = {"omvang": "naar_behoefte", "eenheid": "uren", "per": "week"}
    else:
        base |= {"bedrag": amount, "per": more.get("per", "maand")}
        access.setdefault("betaling", {"hoe": "achteraf", "per": base["per"]})
    return {**base, **more}


def requires(name: str, entitlement: str, /, *ways: str, **more: Any) -> Block:
    """A requirement; every way is an expression (and a fact, to name what it is about)."""
    about = more.pop("wat", "fo.leeftijd")
    found = [{"wat": about, "als": way} for way in ways]
    return {"vereist": name, "voor": entitlement, "klasse": "voorwaarde", "wegen": found, **more}


def qualifies(role: str, /, **more: Any) -> Block:
    """A norm that gives the other of a pair a role in the eyes of the first."""
    return {
        "kwalificeert": role, "wie": "ander", "voor": "persoon", "begripsfamilie": "partner", "werking": "geen", **more,
    }  # fmt: skip


def parameter(
    name: str, sort: str, amounts: Mapping[str, str | int], /, until: str = "2030-12-31", **more: Any
) -> Block:
    """A parameter with its amounts by first day."""
    listed = [{"van": day, "waarde": value, "status": "verzonnen", "bron": "proef"} for day, value in amounts.items()]
    base: Block = {
        "parameter": name, "titel": name, "soort": sort, "grondslag": {"wet": "fondswet", "artikel": "1"},
        "bekend_tot": until, "waarden": listed,
    }  # fmt: skip
    if sort == "bedrag":
        base["eenheid"] = more.pop("eenheid", "eur/maand")
    return {**base, **more}


AGE = fact("fo.leeftijd", "geheel", uit="leeftijd", bereik={"van": 0, "tot": 120})
MARRIED = fact("fo.gehuwd", over="paar", uit="relatie[soort=gehuwd]", samen="bestaat")
PARENT = fact("fo.ouder", over="paar", uit="relatie[soort=ouder_van, van=persoon, naar=ander]", samen="bestaat")
MATE = rule("fo.maat.gehuwd", qualifies("fo.maat"), over="paar", wanneer="fo.gehuwd")
CHILD = rule("fo.kind.ouder", qualifies("fo.kind", begripsfamilie="kind"), over="paar", wanneer="fo.ouder")


# ---- a rule base
def land(
    *rules: Block,
    facts: Sequence[Block] = (),
    parameters: Sequence[Block] = (),
    regime: str = "fonds",
    others: Mapping[str, Sequence[Block]] | None = None,
    overlays: Sequence[Block] = (),
    examples: Sequence[Block] = (),
) -> Rulebook:
    """A rule base of these rules. Age, marriage and parenthood, with the roles they give, come with it.

    ``others`` are rules of further regimes. Rules without ``over`` are about a person.
    """
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        shared: Block = {
            "schema": 1, "onderwerp": "Wat in deze proef gevraagd wordt", "over": "persoon",
            "feiten": [AGE, MARRIED, PARENT, *facts],
        }  # fmt: skip
        _write(root / "rules/algemeen/feiten.yaml", shared)
        given: dict[str, Sequence[Block]] = {"fonds": (MATE, CHILD)}
        for name, listed in [*(others or {}).items(), (regime, rules)]:
            given[name] = (*given.get(name, ()), *listed)
        for name, listed in given.items():
            _write(root / f"rules/{name}/{name}.yaml", _rule_file(name, listed, examples if name == regime else ()))
        _law(root, parameters)
        for overlay in overlays:
            _write(root / f"rules/gemeenten/{overlay['gemeente']}/{overlay['overlay']}.yaml", overlay)
        (root / "rules/woordenlijst.yaml").write_text(_words(), encoding="utf-8")
        return load_rulebook(root)


def _rule_file(regime: str, rules: Sequence[Block], examples: Sequence[Block]) -> Block:
    couple: Block = {
        "naam": "wie gehuwd is, is maat", "peildatum": DAY, "gegeven": {"fo.leeftijd": 30},
        "ook": [
            {"eenheid": "persoon", "id": "zij"},
            {"eenheid": "paar", "id": "ik_zij", "persoon": "ik", "ander": "zij", "gegeven": {"fo.gehuwd": "ja"}},
        ],
        "rollen": [{"wie": "zij", "is": "fo.maat", "van": "ik"}],
    }  # fmt: skip
    return {
        "schema": 1, "regeling": regime, "onderwerp": f"Regels van {regime}", "over": "persoon", "regels": list(rules),
        "voorbeelden": [couple, *examples],
    }  # fmt: skip


def _law(root: Path, parameters: Sequence[Block]) -> None:
    law: Block = {
        "schema": 1, "wet": "fondswet", "naam": "Fondswet", "prefix": "fo", "bronlaag": "wet", "bwb": "geen",
        "geldig": {"van": "2000-01-01"}, "uitvoerder": "college", "bijgewerkt_tot": "2030-12-31",
    }  # fmt: skip
    article: Block = {
        "artikel": "1", "titel": "Alles", "samenvatting": "Dit artikel draagt iedere proef.",
        "geldig": {"van": "2000-01-01"}, "status": "verzonnen", "bron": "proef",
    }  # fmt: skip
    _write(root / "laws/fondswet/wet.yaml", law)
    _write(root / "laws/fondswet/artikelen.yaml", {"schema": 1, "wet": "fondswet", "artikelen": [article]})
    if parameters:
        listed = {"schema": 1, "wet": "fondswet", "parameters": list(parameters)}
        _write(root / "laws/fondswet/parameters/bedragen.yaml", listed)


@cache
def _words() -> str:
    shipped = yaml.load((data_root() / "rules/woordenlijst.yaml").read_text(encoding="utf-8"), yaml.BaseLoader)  # noqa: S506
    for name, words in WORDS.items():
        shipped[name] += words
    shipped |= {"schema": 1, "maatstaven": []}
    return _yaml(shipped)


class _Plain(yaml.SafeDumper):
    """Never an anchor: the loader refuses them."""

    def ignore_aliases(self, data: Any) -> bool:
        return True


def _yaml(data: Any) -> str:
    return yaml.dump(data, Dumper=_Plain, allow_unicode=True, sort_keys=False, width=1000)


def _write(path: Path, data: Block) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(_yaml(data), encoding="utf-8")


# ---- a household
def house(
    book: Rulebook,
    people: Iterable[Block] | str = "ik",
    /,
    day: str = DAY,
    **more: Any,
) -> Household:
    """A household, read as a file would be. ``people`` are blocks with an id, or only ids in one text.

    There are no relations unless ``relaties`` says so; every other list is left out, so it is not known.
    """
    listed = [{"id": name} for name in people.split()] if isinstance(people, str) else list(people)
    data: Block = {"schema": 1, "huishouden": "proef", "peildatum": day, "personen": listed, "relaties": [], **more}
    return household_of(book, data)


def household_of(book: Rulebook, data: Block) -> Household:
    """A household from the data of its file; keys with ``...`` are left out."""
    text = _yaml({key: value for key, value in data.items() if value is not ...})
    return load_household(text, "proef.yaml", book.vocabulary).household


def person(name: str = "ik", /, age: Any = 30, **more: Any) -> Block:
    """A person; without income unless it is given, of an age unless it is ``...`` (left out)."""
    block: Block = {"id": name, "leeftijd": age, "inkomen": [], **more}
    return {key: value for key, value in block.items() if value is not ...}


def married(one: str, other: str, /, **more: Any) -> Block:
    """A marriage."""
    return {"soort": "gehuwd", "van": one, "naar": other, **more}


def parent(one: str, other: str, /) -> Block:
    """One is the parent of the other."""
    return {"soort": "ouder_van", "van": one, "naar": other}


def look(book: Rulebook, household: Household, variation: Variation = AS_IT_IS) -> Assessment:
    """Evaluate."""
    return evaluate_household(household, book, variation)


def evaluator(book: Rulebook, household: Household, variation: Variation = AS_IT_IS) -> Evaluator:
    """An evaluator that has not been asked anything."""
    return Evaluator(household, book, variation)


def read(book: Rulebook, household: Household, name: str, who: str = "ik", unit: str = "") -> Value:
    """The value of a fact."""
    unit = unit or book.facts[name].over
    return evaluator(book, household).fact(name, Thing(unit, who))


def ref(name: str, who: str = "ik", unit: str = "persoon") -> FactRef:
    """A fact of a person."""
    return FactRef(unit, who, name)


# ---- values, in one line each
def exact(value: Value) -> Any:
    """The exact value: a number, date, word or truth. Fails with what was not known."""
    assert value.is_known, f"niet bekend: {sorted(map(str, value.missing))} {sorted(value.outside)} {value.bounds}"
    return value.exact


def bounds(value: Value) -> tuple[Any, Any]:
    """Lowest and highest of a value that is not exact."""
    assert not value.is_known, value
    return value.bounds


def waits_for(value: Value) -> set[str]:
    """The facts that would settle a value that is not known."""
    assert not value.is_known, value
    return {str(one) for one in value.missing}


def euro(text: str | int) -> Fraction:
    """An amount."""
    return Fraction(text)


def on(text: str) -> dt.date:
    """A day."""
    return dt.date.fromisoformat(text)


def known(text: str | int) -> Value:
    """An exact number as a value."""
    return Value(exact=Fraction(text))


YES, NO, ZERO = values.TRUE, values.FALSE, values.ZERO
