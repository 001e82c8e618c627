# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""A small rule base of an invented law, written to disk so that a test can spoil one thing in it and load the rest."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from samenloop.errors import Problem, RulebookError
from samenloop.rulebook import Rulebook, load_rulebook

ROOT = Path(__file__).resolve().parents[2]
MARK = "§"
"""In a text: the place a problem must point at. It is taken out before the text is written."""

WORDS = {
    "regelingen": [
        "{id: proef, label: Proefregeling, wet: proefwet, prefix: pr, soort: kern}",
        "{id: tegenproef, label: Tegenregeling, wet: tegenwet, prefix: tp, soort: kern}",
    ],
    "wetten": [
        "{id: proefwet, label: Proefwet, bwb: BWBR0000001, bronlaag: wet}",
        "{id: tegenwet, label: Tegenwet, bwb: BWBR0000002, bronlaag: wet}",
    ],
    "aanspraken": [
        "{id: proefgeld, label: Proefgeld, regeling: proef, behoefte: levensonderhoud}",
        "{id: tegengeld, label: Tegengeld, regeling: tegenproef, behoefte: levensonderhoud}",
    ],
    "gelezen_posten": ["{id: proefgeld, label: Proefgeld}"],
    "maatstaven": ["{id: norm, label: de norm van de proefwet, begrip: pr.norm}"],
}


def word_list() -> str:
    """The word list of the project, with words for the invented law, and its own yardstick."""
    text = (ROOT / "rules" / "woordenlijst.yaml").read_text(encoding="utf-8")
    out, skipping = [], False
    for line in text.splitlines():
        if not line.startswith(" "):
            skipping = line.startswith("maatstaven:")
            out.append(line)
            out += [f"  - {entry}" for entry in WORDS.get(line.rstrip(":"), ())]
        elif not skipping:
            out.append(line)
    return "\n".join(out) + "\n"


LAW = """\
schema: 1
wet: proefwet
naam: Proefwet
prefix: pr
bronlaag: wet
bwb: BWBR0000001
geldig: {van: 2015-01-01}
uitvoerder: college
bijgewerkt_tot: 2026-11-23
"""

ARTICLES = """\
schema: 1
wet: proefwet
artikelen:
  - artikel: "1"
    titel: Wie
    samenvatting: Wie het geld krijgt.
    geldig: {van: 2015-01-01}
    status: bevestigd
    bron: wettekst
  - artikel: "2"
    lid: "1"
    titel: Hoeveel
    samenvatting: Hoeveel geld het is.
    geldig: {van: 2015-01-01, tot: 2019-12-31}
    status: bevestigd
    bron: wettekst
  - artikel: "2"
    lid: "1"
    titel: Hoeveel
    samenvatting: Hoeveel geld het sinds 2020 is.
    geldig: {van: 2020-01-01}
    status: bevestigd
    bron: wettekst
"""

PARAMETERS = """\
schema: 1
wet: proefwet
parameters:
  - parameter: pr.bedrag
    titel: Bedrag per maand
    soort: bedrag
    eenheid: eur/maand
    grondslag: {wet: proefwet, artikel: "2", lid: "1"}
    bekend_tot: 2026-12-31
    waarden:
      - {van: 2018-01-01, tot: 2018-06-30, waarde: 100.00, status: bevestigd, bron: wettekst}
      - {van: 2018-07-01, waarde: 110.50, status: bevestigd, bron: wettekst}
      - {van: 2025-01-01, tot: 2025-12-31, waarde: onbekend, status: nog_open, bron: niet gevonden}
      - {van: 2026-01-01, waarde: 120, status: afgeleid, bron: eigen som, methode: met de index verhoogd}
  - parameter: pr.leeftijd
    titel: Leeftijd
    soort: geheel
    grondslag: {wet: proefwet, artikel: "1"}
    bekend_tot: 2026-12-31
    waarden:
      - {van: 2015-01-01, waarde: 21, status: bevestigd, bron: wettekst}
"""

FACTS = """\
schema: 1
onderwerp: Gedeelde feiten
over: persoon
feiten:
  - {feit: leeftijd, soort: geheel, bereik: {van: 0, tot: 120}, uit: leeftijd, vraag: Hoe oud?, waarom: Grens.,
     eigenaar: geen, aard: stand}
  - feit: inkomen_netto
    soort: bedrag
    eenheid: eur/maand
    uit: "inkomen[bruto=false].bedrag"
    samen: som
    of_uit:
      pad: inkomen.bedrag
      samen: som
      alleen_als: {bruto: nee}
      behalve: {soort: [gift, erfenis]}
    vraag: Hoeveel per maand?
    waarom: Wie genoeg heeft krijgt niets.
    eigenaar: geen
    aard: stroom
  - {feit: studie, soort: keuze, keuzes: [geen, vo, mbo], uit: studie, vraag: Welke?, waarom: Telt mee.,
     eigenaar: wsf, aard: stand}
  - {feit: gehuwd, over: paar, soort: ja_nee, uit: "relatie[soort=gehuwd]", samen: bestaat,
     vraag: Samen?, waarom: Telt.,
     eigenaar: geen, aard: stand}
  - {feit: kale_huur, over: woning, soort: bedrag, eenheid: eur/maand, uit: kale_huur, vraag: Huur?, waarom: Telt.,
     eigenaar: huurrecht, aard: stand}
  - {feit: geboren_in, soort: datum, uit: geboortemaand, vraag: Wanneer?, waarom: Telt., eigenaar: geen, aard: vast}
  - {feit: noodzaak, soort: ja_nee, open_norm: ja, uit: oordelen, vraag: Nodig?, waarom: Alleen dan.,
     eigenaar: geen, aard: stand}
  - {feit: aflossing, soort: bedrag, eenheid: eur/maand, uit: "schulden[soort=bijstand].regeling.bedrag", samen: som,
     vraag: Hoeveel?, waarom: Telt.,
     eigenaar: geen, aard: stand}
  - {feit: achterstand, soort: geheel, uit: zorgverzekering.premieachterstand_maanden, vraag: Hoe lang?, waarom: Telt.,
     eigenaar: geen, aard: stand}
  - {feit: auto_waarde, soort: bedrag, eenheid: eur, uit: "vermogen[soort=auto].waarde", samen: som,
     vraag: Hoeveel?, waarom: Telt.,
     eigenaar: geen, aard: stand}
altijd:
  - {altijd: leeftijd >= 0, waarom: niemand is jonger dan nul}
"""

RULES = """\
schema: 1
regeling: proef
onderwerp: Proefgeld
over: persoon
regels:
  - regel: pr.partner.gehuwd
    titel: Gehuwden zijn partners
    over: paar
    grondslag: [{wet: proefwet, artikel: "1"}]
    geldig: {van: 2015-01-01}
    wanneer: gehuwd
    gevolgen:
      - kwalificeert: pr.partner
        wie: ander
        voor: persoon
        begripsfamilie: partner
        werking: verlaagt
        veronderstelt:
          als: ander.inkomen_netto >= parameters.pr.bedrag
          tekst: wie gehuwd is de kosten deelt
          niveau: feitelijk
          bron: [{soort: memorie, verwijzing: kst-1, status: nog_open}]
  - regel: pr.norm.gewoon
    titel: De norm
    grondslag: [{wet: proefwet, artikel: "2", lid: "1"}]
    geldig: {van: 2018-01-01}
    bepaalt: pr.norm
    waarde: parameters.pr.bedrag
    eenheid: eur/maand
  - regel: pr.norm.samen
    titel: De norm met een partner
    grondslag: [{wet: proefwet, artikel: "2", lid: "1"}]
    geldig: {van: 2018-01-01}
    bepaalt: pr.norm
    uitzondering_op: pr.norm.gewoon
    wanneer: aantal(p in personen waar p is pr.partner van persoon) > 0
    waarde: parameters.pr.bedrag / 2
  - regel: pr.recht
    titel: Recht op proefgeld
    grondslag: [{wet: proefwet, artikel: "1"}]
    geldig: {van: 2015-01-01}
    beslisser: svb
    wanneer: leeftijd >= parameters.pr.leeftijd
    gevolgen:
      - geeft: proefgeld
        behoefte: levensonderhoud
        doel: levensonderhoud
        bedrag: max(0, pr.norm - meegeteld(inkomen))
        per: maand
        schrijft: [{feit: studie, waarde: vo}]
        toegang:
          op: aanvraag
          vanaf: eerste_dag(aanvraagdatum, maand)
          beslistermijn: 8 weken
          betaling: {hoe: achteraf, dag: 23, per: maand}
          voorschot: {na: 4 weken, deel: 90%}
        toetsmoment: maand
        ref: maand
      - vereist: pr.eis_nood
        voor: proefgeld
        klasse: voorwaarde
        wegen:
          - {wat: noodzaak, als: noodzaak}
        binnen: 2 weken
        bij_breuk: pr.uitsluiting
  - regel: pr.uitsluiting
    titel: Wie studeert krijgt niets
    grondslag: [{wet: proefwet, artikel: "1"}]
    geldig: {van: 2015-01-01}
    modaliteit: kan
    wanneer: studie != 'geen'
    gevolgen:
      - sluit_uit: proefgeld
        door: tegenproef
        veronderstelt: geen
      - gaat_voor: tegenproef
        boven: proefgeld
        behoefte: [levensonderhoud, onderwijs]
        veronderstelt: geen
  - regel: pr.telt
    titel: Inkomen telt
    grondslag: [{wet: proefwet, artikel: "1"}]
    geldig: {van: 2015-01-01}
    gevolgen:
      - {telt_als_inkomen: loon, in: proef, bedrag: inkomen_netto, vrij: parameters.pr.bedrag}
      - {telt_als_vermogen: auto, in: proef, bedrag: auto_waarde}
  - regel: pr.plichten
    titel: Betalen, melden, terugbetalen
    grondslag: [{wet: proefwet, artikel: "1"}]
    geldig: {van: 2015-01-01}
    gevolgen:
      - {kost: pr.bijdrage, bedrag: parameters.pr.bedrag, per: maand, soort: bijdrage, beschermd: ja}
      - {verplicht: pr.melden, eist: {feit: studie, waarde: geen}, binnen: onbekend}
      - {leidt_om: proefgeld, naar: cak, voor_doel: kosten, beschermd: nee}
      - {verrekent: bijstand, uit: proefgeld, bedrag: aflossing, per: maand, soort: aflossing, beschermd: nee}
      - bestraft: pr.bijdrage
        bedrag: parameters.pr.bedrag
        per: maand
        duur: 3 maanden
        soort: handhaving
        beschermd: nee
        klok: {feit: achterstand, bij: 6, stap: maand, stopt_bij: achterstand = 0}
  - regel: pr.open
    titel: De gemeente kiest
    grondslag: [{wet: proefwet, artikel: "1"}]
    geldig: {van: 2015-01-01}
    gevolgen:
      - {laat_over: pr.soepel, aan: [verordening, beleidsregel], anders: onwaar}
      - {heft_op: pr.uitsluiting, mits: pr.soepel}
      - bevordert: leren
        blijkt_uit: studie != 'geen'
        ook_uit: [{gebeurtenis: studie_start}]
        zonder: [{feit: studie, waarde: geen}]
        bespaart: tegenproef
voorbeelden:
  - naam: genoeg
    peildatum: 2018-04-01
    gegeven: {leeftijd: 30, inkomen_netto: 0}
    verwacht: {pr.norm: 100}
    recht: [proefgeld]
    vuurt: [pr.recht]
  - naam: samen
    peildatum: 2018-04-01
    gegeven: {leeftijd: 30, verblijfswoning: huis}
    ook:
      - {eenheid: persoon, id: zij, gegeven: {leeftijd: 31, studie: geen}}
      - {eenheid: woning, id: huis, gegeven: {kale_huur: 500.25}}
      - {eenheid: paar, id: wij, persoon: ik, ander: zij, gegeven: {gehuwd: ja}}
    verwacht: {pr.norm: 50}
    rollen: [{wie: zij, is: pr.partner, van: ik}]
    ontbreekt: {proefgeld: [inkomen_netto]}
  - naam: met beleid
    peildatum: 2020-04-01
    overlay: [gm0344_proef]
    gegeven: {leeftijd: 30, studie: vo}
    vuurt: [pr.open]
niet_gemodelleerd:
  - {wet: proefwet, artikel: "3", waarom: nog niet gelezen, raakt: [proefgeld]}
"""

HOOKS = """\
schema: 1
onderwerp: Ruimte
knoppen:
  - knop: huurprijs
    titel: De huur
    soort: prijs
    draait_aan: kale_huur
    van: corporatie
    richting: omlaag
    stap: 0.01
    bereik: {van: 0}
    later: {op: "eerste_dag(peildatum, jaar) + 6 maanden", hoogstens: kale_huur * 104%}
  - {knop: weigeren, titel: Niet weigeren, soort: weigering, draait_aan: pr.uitsluiting, van: college, richting: uit}
uitzonderingen:
  - uitzondering: proef_ruim
    titel: Ruim uitleggen
    grondslag: [{wet: proefwet, artikel: "1"}]
    geldig: {van: 2018-01-01}
    trede: 3
    juridische_soort: binnenwettelijk
    bronlaag: wet
    modaliteit: kan
    beslisser: college
    sterkte: redelijk
    voorwaarden:
      - {als: recht(proefgeld), tekst: Er is recht.}
      - {open: noodzaak, tekst: Het is nodig.}
    doet:
      - {zet_opzij: pr.uitsluiting, norm: "sluit_uit:proefgeld"}
      - {vervangt: pr.norm, door: parameters.pr.bedrag}
      - {verschuift: pr.recht, termijn: beslistermijn, met: 2 weken, richting: eerder}
      - {geeft: proefgeld, bedrag: verlies, per: maand}
      - {draait: huurprijs}
    tegenargument: Niemand anders krijgt dit.
    volgende_trede: proef_gift
    bezwaar: 6 weken
    open_van: [{ecli: "ECLI:NL:CRVB:2018:1", op: onbekend, strekking: mag}]
    status: bevestigd
    bron: [{soort: wettekst, verwijzing: art 1, status: bevestigd}]
  - uitzondering: proef_gift
    titel: Iemand geeft iets
    grondslag: [{wet: contractvrijheid, artikel: gift}]
    geldig: {van: 2018-01-01}
    trede: 4
    juridische_soort: privaatrechtelijk
    bronlaag: overeenkomst
    modaliteit: vrijwillig
    beslisser: schuldeiser
    sterkte: smal
    voorwaarden: []
    doet: [{geeft: proefgeld, bedrag: open, per: eenmalig}]
    herstelt: nee
    tegenargument: Waarom hij wel.
    status: bevestigd
    bron: [{soort: casus, verwijzing: proef, status: bevestigd}]
"""

PATTERNS = """\
schema: 1
patronen:
  - patroon: twee_lezingen
    titel: Twee wetten lezen een mens anders
    soort: begripsbotsing
    uitleg: "{een.regeling} en {ander.regeling} lezen dezelfde mens anders."
    normen:
      een: {werkwoord: kwalificeert, begripsfamilie: partner}
      ander: {werkwoord: sluit_uit}
    koppelt:
      - {links: een.wie, rechts: ander.wie}
    verschilt:
      - {links: een.regeling, rechts: ander.regeling}
    gedeeld: persoon
    als: leeftijd > 18
    bron: [{soort: afgeleid, verwijzing: eigen, status: afgeleid}]
    voorbeelden:
      - naam: twee
        normen:
          - {alias: een, regeling: proef, werkwoord: kwalificeert, kolommen: {begripsfamilie: partner, wie: a}}
          - {alias: ander, regeling: tegenproef, werkwoord: sluit_uit, kolommen: {wie: a}}
        verwacht: raak
      - naam: dezelfde
        normen:
          - {alias: een, regeling: proef, werkwoord: kwalificeert, kolommen: {begripsfamilie: partner, wie: a}}
          - {alias: ander, regeling: proef, werkwoord: sluit_uit, kolommen: {wie: a}}
        verwacht: mis
"""

OVERLAY = """\
schema: 1
overlay: gm0344_proef
soort: gemeente
titel: Beleid
gemeente: GM0344
geldig: {van: 2019-01-01}
herkomst: bron
bron: [{soort: beleid, verwijzing: proef, status: bevestigd}]
regelgeving:
  - wet: beleid_gm0344
    naam: Beleid van de gemeente
    bronlaag: beleidsregel
    vindplaats: niet_gevonden
    status: bevestigd
    artikelen:
      - {artikel: soepel, titel: Soepel zijn, samenvatting: De gemeente is soepel., geldig: {van: 2019-01-01},
         status: bevestigd, bron: proef}
mandaten:
  - {besluit: proefgeld, door: college, niveau: consulent}
wijzigt:
  - {vul_in: pr.soepel, waarde: waar, grondslag: {wet: beleid_gm0344, artikel: soepel}}
"""

AGREEMENT = """\
schema: 1
wet: contractvrijheid
naam: Vrijheid om af te spreken
prefix: contract
bronlaag: overeenkomst
bwb: geen
geldig: {van: 2015-01-01}
uitvoerder: schuldeiser
bijgewerkt_tot: 2026-11-23
"""

AGREED = """\
schema: 1
wet: contractvrijheid
artikelen:
  - {artikel: gift, titel: Iets geven, samenvatting: Ieder mag geven., geldig: {van: 2015-01-01}, status: bevestigd,
     bron: eigen}
"""

RULE_FILE, FACT_FILE = "rules/proef/proef.yaml", "rules/algemeen/feiten.yaml"
HOOK_FILE, PATTERN_FILE = "rules/uitzonderingen/proef.yaml", "rules/patronen/proef.yaml"
OVERLAY_FILE = "rules/gemeenten/GM0344/proef.yaml"
LAW_FILE, ARTICLE_FILE = "laws/proefwet/wet.yaml", "laws/proefwet/artikelen.yaml"
PARAMETER_FILE, WORD_FILE = "laws/proefwet/parameters/bedragen.yaml", "rules/woordenlijst.yaml"

BASE = {
    WORD_FILE: word_list(),
    FACT_FILE: FACTS,
    RULE_FILE: RULES,
    HOOK_FILE: HOOKS,
    PATTERN_FILE: PATTERNS,
    OVERLAY_FILE: OVERLAY,
    LAW_FILE: LAW,
    ARTICLE_FILE: ARTICLES,
    PARAMETER_FILE: PARAMETERS,
    "laws/contractvrijheid/wet.yaml": AGREEMENT,
    "laws/contractvrijheid/artikelen.yaml": AGREED,
}


class World:
    """A data folder that can be changed and loaded."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def write(self, files: Mapping[str, str]) -> None:
        """Write files, replacing what was there."""
        for name, text in files.items():
            path = self.root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text.replace(MARK, ""), encoding="utf-8")

    def text(self, name: str) -> str:
        """The text of a file."""
        return (self.root / name).read_text(encoding="utf-8")

    def swap(self, name: str, old: str, new: str) -> tuple[int, int]:
        """Replace one piece of text; the line and column of the mark in it, or (0, 0)."""
        text = self.text(name)
        assert text.count(old) == 1, f"{old!r} staat {text.count(old)} keer in {name}"
        changed = text.replace(old, new)
        (self.root / name).write_text(changed.replace(MARK, ""), encoding="utf-8")
        before = changed.partition(MARK)[0]
        return (before.count("\n") + 1, len(before) - before.rfind("\n")) if MARK in changed else (0, 0)

    def load(self, overlays: Sequence[Path | str] = (), extra_roots: Sequence[Path] = ()) -> Rulebook:
        """The loaded rule base."""
        return load_rulebook(self.root, overlays=overlays, extra_roots=extra_roots)

    def problems(self, overlays: Sequence[Path | str] = (), extra_roots: Sequence[Path] = ()) -> list[Problem]:
        """Every problem of the rule base, or an empty list."""
        try:
            self.load(overlays, extra_roots)
        except RulebookError as error:
            return list(error.problems)
        return []
