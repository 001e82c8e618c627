# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""Every code of the rule book: one mistake in a sound rule base gives exactly one problem, at the right place.

Each row spoils one piece of one file. ``§`` in the new text is where the problem must point. The last test holds that
no code goes without a row.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from rulebook.world import (
    ARTICLE_FILE,
    FACT_FILE,
    HOOK_FILE,
    LAW_FILE,
    OVERLAY_FILE,
    PARAMETER_FILE,
    PATTERN_FILE,
    ROOT,
    RULE_FILE,
    WORD_FILE,
    World,
)

# (code, file, old text, new text)
VALUES = [
    ("V001", RULE_FILE, "        doel: levensonderhoud\n", ""),
    ("V002", RULE_FILE, "    beslisser: svb\n", "    §besliser: svb\n"),
    ("V003", LAW_FILE, "bwb: BWBR0000001", "bwb: §BWBR1"),
    ("R001", RULE_FILE, "doel: levensonderhoud", "doel: §levensonderhout"),
    ("R001", RULE_FILE, "[levensonderhoud, onderwijs]", "[levensonderhoud, §onderwijz]"),
    ("R001", FACT_FILE, "eigenaar: wsf", "eigenaar: §wsff"),
    ("R002", RULE_FILE, "wanneer: gehuwd", "wanneer: §[gehuwd]"),
    ("R003", RULE_FILE, "regel: pr.plichten", "regel: §Plichten"),
    ("R003", RULE_FILE, "heft_op: pr.uitsluiting", "heft_op: §12"),
    ("R004", RULE_FILE, "verplicht: pr.melden", "verplicht: §pr.niet"),
    ("R005", RULE_FILE, "peildatum: 2020-04-01", "peildatum: §2020-4-1"),
    ("R005", RULE_FILE, "peildatum: 2020-04-01", "peildatum: §2020-02-30"),
    ("R005", HOOK_FILE, "op: onbekend", "op: §2018-13-01"),
    ("R005", FACT_FILE, "bereik: {van: 0, tot: 120}", "bereik: {van: 0, tot: §2020-02-31}"),
    ("R005", PARAMETER_FILE, "waarde: 110.50", "waarde: §2018-13-01"),
    ("R006", RULE_FILE, "beslistermijn: 8 weken", "beslistermijn: §acht weken"),
    ("R006", RULE_FILE, "binnen: 2 weken", "binnen: §14"),
    ("R006", PARAMETER_FILE, "waarde: 110.50", "waarde: §2 lichtjaren"),
    ("R007", HOOK_FILE, "stap: 0.01", "stap: §0,01"),
    ("R007", PARAMETER_FILE, "waarde: 110.50", "waarde: §veel"),
    ("R008", RULE_FILE, 'artikel: "3"', "artikel: §3"),
    ("R008", RULE_FILE, 'artikel: "3"', 'artikel: §"Drie"'),
    ("R009", HOOK_FILE, "herstelt: nee", "herstelt: §misschien"),
    ("R009", RULE_FILE, "van: ik}", "van: ik, klopt: §soms}"),
    ("R010", RULE_FILE, "schrijft: [{feit: studie, waarde: vo}]", "schrijft: [{feit: studie, waarde: §[vo]}]"),
    ("R011", RULE_FILE, "- {leidt_om: proefgeld", "- §{leidt: proefgeld"),
    ("R011", RULE_FILE, "- {leidt_om: proefgeld, naar: cak, voor_doel: kosten, beschermd: nee}", "- §omleiden"),
    ("R012", RULE_FILE, "- {leidt_om: proefgeld", "- §{leidt_om: proefgeld, geeft: proefgeld"),
    ("R013", FACT_FILE, "soort: bedrag, eenheid: eur/maand, uit: kale_huur", "soort: bedrag, uit: kale_huur"),
    ("R013", FACT_FILE, "keuzes: [geen, vo, mbo], ", ""),
    ("R013", RULE_FILE, "        per: maand\n        schrijft", "        schrijft"),
    ("R013", RULE_FILE, "          betaling: {hoe: achteraf, dag: 23, per: maand}\n", ""),
    ("R013", PARAMETER_FILE, ", methode: met de index verhoogd", ""),
    ("R013", OVERLAY_FILE, "gemeente: GM0344\n", ""),
    ("R013", RULE_FILE, "persoon: ik, ander: zij", "persoon: ik"),
    (
        "R014",
        RULE_FILE,
        "    gevolgen:\n      - {telt_als_inkomen: loon",
        "    §eenheid: eur/maand\n    gevolgen:\n      - {telt_als_inkomen: loon",
    ),
    ("R014", OVERLAY_FILE, "soort: gemeente\ntitel: Beleid\ngemeente: GM0344\n", "soort: hervorming\ntitel: Beleid\n"),
    ("R014", RULE_FILE, "{wat: noodzaak, als: noodzaak}", "{wat: noodzaak, als: noodzaak, §rol: cak}"),
    ("R014", FACT_FILE, "{feit: leeftijd, soort: geheel,", "{feit: leeftijd, §keuzes: [een], soort: geheel,"),
    (
        "R015",
        RULE_FILE,
        "    verwacht: {pr.norm: 50}\n    rollen: [{wie: zij, is: pr.partner, van: ik}]\n"
        "    ontbreekt: {proefgeld: [inkomen_netto]}\n",
        "",
    ),
    (
        "R015",
        RULE_FILE,
        "        bedrag: parameters.pr.bedrag\n        per: maand\n        duur",
        "        bedrag: parameters.pr.bedrag\n        §deel: 50%\n        per: maand\n        duur",
    ),
    ("R015", HOOK_FILE, "{open: noodzaak, tekst", "§{tekst"),
    ("R016", ARTICLE_FILE, "tot: 2019-12-31", "tot: §2014-12-31"),
    ("R016", PARAMETER_FILE, "tot: 2018-06-30", "tot: §2017-06-30"),
    ("R017", FACT_FILE, '"inkomen[bruto=false].bedrag"', '"inkomen§(bruto=false).bedrag"'),
    ("R018", FACT_FILE, "alleen_als: {bruto: nee}", "alleen_als: {bruto: §[nee]}"),
    ("R019", FACT_FILE, "open_norm: ja, uit: oordelen", "uit: §oordelen"),
    ("R020", RULE_FILE, "        door: tegenproef\n        veronderstelt: geen\n", "        door: tegenproef\n"),
    (
        "R020",
        RULE_FILE,
        "        behoefte: [levensonderhoud, onderwijs]\n        veronderstelt: geen\n",
        "        behoefte: [levensonderhoud, onderwijs]\n",
    ),
    (
        "R020",
        RULE_FILE,
        """\
        werking: verlaagt
        veronderstelt:
          als: ander.inkomen_netto >= parameters.pr.bedrag
          tekst: wie gehuwd is de kosten deelt
          niveau: feitelijk
          bron: [{soort: memorie, verwijzing: kst-1, status: nog_open}]
""",
        "        werking: verlaagt\n",
    ),
    ("R021", RULE_FILE, "dag: 23", "dag: §32"),
    ("R022", "laws/contractvrijheid/wet.yaml", "bwb: geen", "bwb: §BWBR0000009"),
    ("R023", PARAMETER_FILE, "waarde: 110.50", "waarde: §50%"),
    ("R023", PARAMETER_FILE, "waarde: 21", "waarde: §21.5"),
    ("R024", HOOK_FILE, "van: corporatie", "van: §inwoner"),
    ("R025", HOOK_FILE, "    bronlaag: overeenkomst\n", "    bronlaag: §wet\n"),
    ("R025", HOOK_FILE, "juridische_soort: privaatrechtelijk", "juridische_soort: §rechterlijk"),
    ("R025", HOOK_FILE, "modaliteit: vrijwillig", "modaliteit: kan"),
    ("R026", PATTERN_FILE, "      ander: {werkwoord: sluit_uit}\n", ""),
    ("R027", HOOK_FILE, "trede: 4", "trede: §10"),
    (
        "R029",
        RULE_FILE,
        'grondslag: [{wet: proefwet, artikel: "2", lid: "1"}]\n    geldig: {van: 2018-01-01}\n'
        "    bepaalt: pr.norm\n    uitz",
        "grondslag: §[]\n    geldig: {van: 2018-01-01}\n    bepaalt: pr.norm\n    uitz",
    ),
    ("R029", RULE_FILE, "verwacht: {pr.norm: 50}", "verwacht: §{}"),
    ("X003", RULE_FILE, "waarde: parameters.pr.bedrag / 2", "waarde: parameters.pr.bedrag §^ 2"),
    ("X005", RULE_FILE, "bedrag: max(0, pr.norm - meegeteld(inkomen))", 'bedrag: "§maxx(0, pr.norm)"'),
    (
        "X002",
        RULE_FILE,
        "wanneer: leeftijd >= parameters.pr.leeftijd",
        "wanneer: |\n      leeftijd >= parameters.pr.leeftijd\n      en§",
    ),
]

BETWEEN = [
    ("R101", FACT_FILE, "altijd:\n", "  - {feit: §leeftijd, soort: geheel, uit: leeftijd, vraag: Weer?, waarom: Zo.,"
     " eigenaar: geen, aard: stand}\naltijd:\n"),
    ("R101", RULE_FILE, "  - regel: pr.open\n", "  - regel: §pr.telt\n    titel: Weer\n"
     "    grondslag: [{wet: proefwet, artikel: \"1\"}]\n    geldig: {van: 2016-01-01}\n"
     "    gevolgen: [{heft_op: pr.uitsluiting}]\n  - regel: pr.open\n"),
    ("R101", RULE_FILE, "{heft_op: pr.uitsluiting, mits: pr.soepel}\n", "{heft_op: pr.uitsluiting, mits: pr.soepel}\n"
     "  - regel: pr.open_weer\n    titel: Weer\n    grondslag: [{wet: proefwet, artikel: \"1\"}]\n"
     "    geldig: {van: 2016-01-01}\n    gevolgen:\n      - {laat_over: §pr.soepel, aan: [verordening]}\n"),
    ("R101", OVERLAY_FILE, "  - {vul_in: pr.soepel, waarde: waar, grondslag: {wet: beleid_gm0344, artikel: soepel}}\n",
     "  - in: proef\n    over: persoon\n    voeg_toe:\n      regel: §pr.telt\n      titel: Weer\n"
     '      grondslag: [{wet: proefwet, artikel: "1"}]\n      geldig: {van: 2019-01-01}\n'
     "      gevolgen: [{heft_op: pr.uitsluiting}]\n"),
    ("R102", RULE_FILE, "      - {laat_over: pr.soepel,", "      - {laat_over: §pr.norm, aan: [wet]}\n"
     "      - {laat_over: pr.soepel,"),
    ("R103", RULE_FILE, "      - {telt_als_vermogen: auto",
     "      - {telt_als_inkomen: §loon, in: tegenproef, bedrag: inkomen_netto}\n      - {telt_als_vermogen: auto"),
    ("R104", RULE_FILE, "regel: pr.plichten", "regel: §px.plichten"),
    ("R104", RULE_FILE, "verplicht: pr.melden", "verplicht: §tp.melden"),
    ("R104", PARAMETER_FILE, "bekend_tot: 2026-12-31\n    waarden:\n      - {van: 2015-01-01",
     "bekend_tot: 2026-12-31\n    waarden:\n      - {van: 2015-01-01, waarde: 21, status: bevestigd, bron: wettekst}\n"
     "  - parameter: §tp.leeftijd\n    titel: Leeftijd\n    soort: geheel\n"
     "    grondslag: {wet: proefwet, artikel: \"1\"}\n"
     "    bekend_tot: 2026-12-31\n    waarden:\n      - {van: 2015-01-01"),
    ("R104", FACT_FILE, "altijd:\n", "  - {feit: §zz.nieuw, soort: geheel, uit: leeftijd, vraag: Weer?, waarom: Zo.,"
     " eigenaar: geen, aard: stand}\naltijd:\n"),
    ("R105", FACT_FILE, "altijd:\n", "  - {feit: §peildatum, soort: geheel, uit: leeftijd, vraag: Weer?, waarom: Zo.,"
     " eigenaar: geen, aard: stand}\naltijd:\n"),
    ("R106", RULE_FILE, "bij_breuk: pr.uitsluiting", "bij_breuk: §pr.uitsluting"),
    ("R106", RULE_FILE, "eist: {feit: studie,", "eist: {feit: §stdie,"),
    ("R106", RULE_FILE, "bestraft: pr.bijdrage", "bestraft: §pr.bijdrag"),
    ("R106", RULE_FILE, "{wat: noodzaak,", "{wat: §nood,"),
    ("R106", RULE_FILE, "raakt: [proefgeld]", "raakt: [§proefgelt]"),
    ("R106", RULE_FILE, "is: pr.partner", "is: §pr.parner"),
    ("R106", RULE_FILE, "vuurt: [pr.recht]", "vuurt: [§pr.rech]"),
    ("R106", RULE_FILE, "overlay: [gm0344_proef]", "overlay: [§gm0344]"),
    ("R106", RULE_FILE, "{wet: proefwet, artikel: \"3\"", "{wet: §profwet, artikel: \"3\""),
    ("R106", HOOK_FILE, "draait_aan: kale_huur", "draait_aan: §kale_hur"),
    ("R106", HOOK_FILE, "{draait: huurprijs}", "{draait: §huurprijz}"),
    ("R106", HOOK_FILE, "volgende_trede: proef_gift", "volgende_trede: §proef_gif"),
    ("R106", HOOK_FILE, "vervangt: pr.norm", "vervangt: §pr.nrm"),
    ("R110", RULE_FILE, 'over: paar\n    grondslag: [{wet: proefwet, artikel: "1"}]',
     'over: paar\n    grondslag: [{wet: proefwet, artikel: §"9"}]'),
    ("R110", RULE_FILE, 'over: paar\n    grondslag: [{wet: proefwet, artikel: "1"}]',
     'over: paar\n    grondslag: [{wet: §tegenwet, artikel: "9"}]'),
    ("R110", PARAMETER_FILE, 'artikel: "2", lid: "1"}', 'artikel: §"2", lid: "7"}'),
    ("R110", OVERLAY_FILE, "artikel: soepel}}", "artikel: §streng}}"),
    ("R111", RULE_FILE, 'artikel: "1"}]\n    geldig: {van: 2015-01-01}\n    modaliteit: kan',
     'artikel: §"1"}]\n    geldig: {van: 2014-12-31}\n    modaliteit: kan'),
    ("R111", OVERLAY_FILE, "samenvatting: De gemeente is soepel., geldig: {van: 2019-01-01}",
     "samenvatting: De gemeente is soepel., geldig: {van: 2019-01-02}"),
    ("R112", HOOK_FILE, "grondslag: [{wet: contractvrijheid, artikel: gift}]",
     'grondslag: §[{wet: proefwet, artikel: "1"}]'),
    ("T001", RULE_FILE, "wanneer: studie != 'geen'", "wanneer: §leeftijd"),
    ("T002", RULE_FILE, "bedrag: max(0, pr.norm - meegeteld(inkomen))", "bedrag: pr.norm * §900.07"),
    ("T003", RULE_FILE, "wanneer: leeftijd >= parameters.pr.leeftijd", "wanneer: leeftijd >= §parameters.pr.leeftijt"),
    ("T003", RULE_FILE, "wanneer: leeftijd >= parameters.pr.leeftijd",
     "wanneer: |\n      leeftijd >= parameters.pr.leeftijd\n      en §noodzak"),
    ("T003", RULE_FILE, "als: ander.inkomen_netto >=", "als: §inkomen_netto >="),
    ("T006", RULE_FILE, "bedrag: max(0, pr.norm - meegeteld(inkomen))", "bedrag: §pr.norm - 1"),
    ("T008", RULE_FILE, "p is pr.partner van persoon", "p is §pr.parter van persoon"),
    ("R120", RULE_FILE, "        per: maand\n        schrijft", "        per: §jaar\n        schrijft"),
    ("R120", RULE_FILE, "{telt_als_vermogen: auto, in: proef, bedrag: auto_waarde}",
     "{telt_als_vermogen: auto, in: proef, bedrag: §inkomen_netto}"),
    ("R120", RULE_FILE, "bedrag: inkomen_netto, vrij: parameters.pr.bedrag", "bedrag: §auto_waarde"),
    ("R121", RULE_FILE, "    eenheid: eur/maand\n", "    eenheid: §eur/jaar\n"),
    ("R122", RULE_FILE, "waarde: parameters.pr.bedrag / 2", "waarde: §parameters.pr.leeftijd / 2"),
    ("R123", OVERLAY_FILE, "waarde: waar", "waarde: §12"),
    ("R124", HOOK_FILE, "door: parameters.pr.bedrag", "door: §parameters.pr.leeftijd"),
    ("R130", RULE_FILE, "    uitzondering_op: pr.norm.gewoon\n    wanneer: aantal", "    wanneer: aantal"),
    ("R131", RULE_FILE, "uitzondering_op: pr.norm.gewoon", "uitzondering_op: §pr.recht"),
    ("R132", RULE_FILE, "geldig: {van: 2018-01-01}\n    bepaalt: pr.norm\n    uitzondering_op",
     "geldig: §{van: 2017-12-31}\n    bepaalt: pr.norm\n    uitzondering_op"),
    ("R133", RULE_FILE, "uitzondering_op: pr.norm.gewoon", "uitzondering_op: §pr.norm.samen"),
    ("R134", RULE_FILE, "    bepaalt: pr.norm\n    waarde: parameters.pr.bedrag\n    eenheid: eur/maand\n", """\
    bepaalt: pr.norm
    waarde: parameters.pr.bedrag
    eenheid: eur/maand
  - regel: pr.norm.thuis
    titel: De norm van een woning
    over: woning
    grondslag: [{wet: proefwet, artikel: "2", lid: "1"}]
    geldig: {van: 2018-01-01}
    bepaalt: §pr.norm
    uitzondering_op: pr.norm.gewoon
    waarde: parameters.pr.bedrag
"""),
    ("R135", RULE_FILE, "    wanneer: gehuwd\n", "    wanneer: gehuwd en persoon.pr.norm > 0\n"),
    ("R136", RULE_FILE, "    waarde: parameters.pr.bedrag\n    eenheid: eur/maand\n",
     "    waarde: max(vorige_periode(pr.norm), parameters.pr.bedrag)\n"),
    ("R140", FACT_FILE, "{feit: geboren_in, soort", "{feit: geboren_in, over: §gezin, soort"),
    ("R141", FACT_FILE, '"vermogen[soort=auto].waarde"', '"vermogen[soort=auto].§waard"'),
    ("R141", FACT_FILE, '"vermogen[soort=auto].waarde"', '"vermogen[soort=§autoo].waarde"'),
    ("R141", FACT_FILE, '"vermogen[soort=auto].waarde"', '"vermogen[§sort=auto].waarde"'),
    ("R141", FACT_FILE, 'uit: "relatie[soort=gehuwd]"', 'uit: "§leeftijd"'),
    ("R141", FACT_FILE, "pad: inkomen.bedrag", "pad: inkomen.§bedrg"),
    ("R142", FACT_FILE, '"vermogen[soort=auto].waarde", samen: som,', '§"vermogen[soort=auto].waarde",'),
    ("R143", FACT_FILE, "uit: leeftijd, vraag", "uit: leeftijd, §samen: som, vraag"),
    ("R144", FACT_FILE, "keuzes: [geen, vo, mbo]", "keuzes: §[geen, vo, mbo, lts]"),
    ("R144", FACT_FILE, "keuzes: [geen, vo, mbo]", "keuzes: §[geen, vo, mbo, vo]"),
    ("R145", FACT_FILE, "bereik: {van: 0, tot: 120}", "bereik: §{van: 120, tot: 0}"),
    ("R145", FACT_FILE, "bereik: {van: 0, tot: 120}", "bereik: §{van: 2018-01-01}"),
    ("R146", FACT_FILE, '      pad: inkomen.bedrag\n', '      pad: §"inkomen[bruto=false].bedrag"\n'),
    ("R148", FACT_FILE, "[soort=auto].waarde\", samen: som,", "[soort=auto].waarde\", samen: som, of_uit: {begrip: §pr.norm},"),
    ("R148", FACT_FILE, "uit: kale_huur, vraag", "uit: kale_huur, of_uit: {begrip: §pr.norm}, vraag"),
    ("R106", FACT_FILE, "[soort=auto].waarde\", samen: som,", "[soort=auto].waarde\", samen: som, of_uit: {begrip: §pr.nrm},"),
    ("R147", FACT_FILE, "open_norm: ja, uit: oordelen", "open_norm: ja, uit: §huiselijk_geweld"),
    ("R149", FACT_FILE, "  - {feit: noodzaak,",
     "  - {feit: hoeveel_nodig, soort: §geheel, open_norm: ja, uit: oordelen, vraag: Hoeveel?, waarom: Daarom., "
     "eigenaar: geen, aard: stand, verandert: zelden}\n  - {feit: noodzaak,"),
    ("R149", FACT_FILE, "{feit: geboren_in, soort: datum,", "{feit: geboren_in, soort: §getal,"),
    ("R149", FACT_FILE, '"relatie[soort=gehuwd]", samen: bestaat', '"relatie[soort=gehuwd]", samen: aantal'),
    ("R150", PARAMETER_FILE, "{van: 2018-07-01, waarde: 110.50", "{van: §2018-06-30, waarde: 110.50"),
    ("R151", PARAMETER_FILE, "{van: 2026-01-01, waarde: 120", "{van: 2026-01-01, tot: §2027-01-01, waarde: 120"),
    ("R151", PARAMETER_FILE, "{van: 2026-01-01, waarde: 120", "{van: §2027-01-01, waarde: 120"),
    ("R152", PARAMETER_FILE, "    titel: Bedrag per maand\n",
     "    titel: Bedrag per maand\n    geldig: {van: 2018-01-01, tot: 2025-12-31}\n"),
    ("R160", RULE_FILE, "wie: ander\n", "wie: §woning\n"),
    ("R160", RULE_FILE, "bedrag: auto_waarde}", "bedrag: auto_waarde, wie: §ander}"),
    ("R161", RULE_FILE, "schrijft: [{feit: studie, waarde: vo}]", "schrijft: [{feit: studie, waarde: §hbo}]"),
    ("R161", RULE_FILE, "eist: {feit: studie, waarde: geen}", "eist: {feit: leeftijd, waarde: §20.5}"),
    ("R162", RULE_FILE, "klok: {feit: achterstand,", "klok: {feit: §studie,"),
    ("R163", RULE_FILE, "- geeft: proefgeld", "- geeft: §tegengeld"),
    ("R164", RULE_FILE, "  - regel: pr.open\n", "  - regel: pr.nieuw\n    titel: Nieuw\n    over: §ander\n"
     "    grondslag: [{wet: proefwet, artikel: \"1\"}]\n    geldig: {van: 2016-01-01}\n"
     "    gevolgen: [{heft_op: pr.uitsluiting}]\n  - regel: pr.open\n"),
    ("R170", HOOK_FILE, "draait_aan: pr.uitsluiting", "draait_aan: §inkomen_netto"),
    ("R170", HOOK_FILE, "draait_aan: pr.uitsluiting", "draait_aan: §gehuwd"),
    ("R170", HOOK_FILE, "draait_aan: pr.uitsluiting", "draait_aan: §auto_waarde"),
    ("R171", HOOK_FILE, "draait_aan: pr.uitsluiting", "draait_aan: §pr.recht"),
    ("R172", HOOK_FILE, 'norm: "sluit_uit:proefgeld"', 'norm: §"sluit_uit:proefgelt"'),
    ("R173", HOOK_FILE, "termijn: beslistermijn", "termijn: §klok"),
    ("R174", HOOK_FILE, "{open: noodzaak,", "{open: §gehuwd,"),
    ("R175", HOOK_FILE, "volgende_trede: proef_gift", "volgende_trede: §proef_ruim"),
    ("R180", PATTERN_FILE, "rechts: ander.wie", "rechts: §andere.wie"),
    ("R180", PATTERN_FILE, "rechts: ander.wie", "rechts: ander.wien"),
    ("R180", PATTERN_FILE, "rechts: ander.wie", "rechts: §ander"),
    ("R181", PATTERN_FILE, """\
      - naam: dezelfde
        normen:
          - {alias: een, regeling: proef, werkwoord: kwalificeert, kolommen: {begripsfamilie: partner, wie: a}}
          - {alias: ander, regeling: proef, werkwoord: sluit_uit, kolommen: {wie: a}}
        verwacht: mis
""", ""),
    ("R182", PATTERN_FILE, "{links: een.regeling, rechts: ander.regeling}", "{links: een.norm, rechts: ander.norm}"),
    ("R183", PATTERN_FILE, "{alias: ander, regeling: proef", "{alias: §andere, regeling: proef"),
    ("R183", PATTERN_FILE, "werkwoord: sluit_uit, kolommen: {wie: a}}\n        verwacht: mis",
     "werkwoord: sluit_uit, kolommen: §{wei: a}}\n        verwacht: mis"),
    ("R184", PATTERN_FILE, "{ander.regeling} lezen", "{ander.regel} lezen"),
    ("R185", PATTERN_FILE, "{alias: ander, regeling: tegenproef, werkwoord: sluit_uit, kolommen: {wie: a}}",
     "{alias: ander, regeling: tegenproef, werkwoord: sluit_uit, kolommen: {wie: b}}"),
    ("R186", PATTERN_FILE, "- {links: een.wie, rechts: ander.wie}",
     "- {links: een.wie, rechts: ander.wie}\n      - §{links: een.norm, rechts: een.waarde}"),
    ("R187", PATTERN_FILE, """\
      - {links: een.wie, rechts: ander.wie}
    verschilt:
      - {links: een.regeling, rechts: ander.regeling}
    gedeeld: persoon
""", """\
      - {links: een.norm, rechts: ander.waarde}
    verschilt:
      - {links: een.regeling, rechts: ander.regeling}
    gedeeld: §persoon
"""),
    ("R190", RULE_FILE, "gegeven: {leeftijd: 30, inkomen_netto: 0}", "gegeven: {leeftijd: 30, §inkomen: 0}"),
    ("R191", RULE_FILE, "gegeven: {leeftijd: 30, inkomen_netto: 0}", "gegeven: {leeftijd: 30, §kale_huur: 0}"),
    ("R191", RULE_FILE, "gegeven: {leeftijd: 31, studie: geen}", "gegeven: {leeftijd: 31, §gehuwd: ja}"),
    ("R191", RULE_FILE, "gegeven: {kale_huur: 500.25}", "gegeven: {§brp_woning: huis}"),
    ("R192", RULE_FILE, "gegeven: {leeftijd: 31, studie: geen}", "gegeven: {leeftijd: 31, studie: §ja}"),
    ("R192", RULE_FILE, "gegeven: {gehuwd: ja}", "gegeven: {gehuwd: §soms}"),
    ("R192", RULE_FILE, "verwacht: {pr.norm: 50}", "verwacht: {pr.norm: §veel}"),
    ("R193", RULE_FILE, "verblijfswoning: huis", "verblijfswoning: §huiss"),
    ("R194", RULE_FILE, "verwacht: {pr.norm: 50}", "verwacht: {§pr.nrm: 50}"),
    ("R195", RULE_FILE, "ontbreekt: {proefgeld: [inkomen_netto]}", "ontbreekt: {proefgeld: [§inkomen]}"),
    ("R195", RULE_FILE, "ontbreekt: {proefgeld: [inkomen_netto]}", "ontbreekt: {§proefgelt: [inkomen_netto]}"),
    ("R196", RULE_FILE, "{eenheid: woning, id: huis, gegeven: {kale_huur: 500.25}}",
     "{eenheid: woning, id: huis, gegeven: {kale_huur: 500.25}}\n      - {eenheid: woning, id: §huis}"),
    ("R197", RULE_FILE, "persoon: ik, ander: zij", "persoon: ik, ander: §hij"),
    ("R197", RULE_FILE, "rollen: [{wie: zij,", "rollen: [{wie: §hij,"),
    ("R210", LAW_FILE, "wet: proefwet", "wet: §tegenwet"),
    ("R210", PARAMETER_FILE, "wet: proefwet\nparameters", "wet: §contractvrijheid\nparameters"),
    ("R212", LAW_FILE, "bwb: BWBR0000001", "bwb: §BWBR0000007"),
    ("R213", ARTICLE_FILE, 'lid: "1"\n    titel: Hoeveel\n    samenvatting: Hoeveel geld het sinds 2020 is.\n'
     "    geldig: {van: 2020-01-01}",
     'lid: "1"\n    titel: Hoeveel\n    samenvatting: Hoeveel geld het sinds 2020 is.\n    geldig: {van: 2019-12-31}'),
    ("R214", RULE_FILE, "regeling: proef\n", "regeling: §tegenproef\n"),
    ("R215", OVERLAY_FILE, "gemeente: GM0344\n", "gemeente: §GM0345\n"),
    ("R220", WORD_FILE, "wet: proefwet, prefix: pr", "wet: profwet, prefix: pr"),
    ("R221", WORD_FILE, "wet: tegenwet, prefix: tp,", "wet: tegenwet,"),
    ("R222", WORD_FILE, "begrip: pr.norm}", "begrip: pr.nrm}"),
    ("R231", OVERLAY_FILE, "{vul_in: pr.soepel,", "{vul_in: §pr.soeper,"),
    ("R232", OVERLAY_FILE, "  - {vul_in: pr.soepel, waarde: waar, grondslag: {wet: beleid_gm0344, artikel: soepel}}\n",
     "  - in: proef\n    over: persoon\n    voeg_toe:\n      regel: pr.nieuw\n      titel: Nieuw\n"
     '      grondslag: [{wet: proefwet, artikel: "1"}]\n      geldig: §{van: 2018-12-31}\n'
     "      gevolgen: [{heft_op: pr.uitsluiting}]\n"),
    ("R233", OVERLAY_FILE, "bronlaag: beleidsregel", "bronlaag: werkproces"),
]  # fmt: skip


def name(row: tuple[str, str, str, str]) -> str:
    return f"{row[0]} {row[3].strip()[:40]}"


@pytest.mark.parametrize("row", VALUES + BETWEEN, ids=name)
def test_one_mistake_is_one_problem_at_its_place(row: tuple[str, str, str, str], world: World) -> None:
    code, file, old, new = row
    line, col = world.swap(file, old, new)
    found = world.problems()
    assert [(p.code, p.file) for p in found] == [(code, file)], [p.render() for p in found]
    if line:
        assert (found[0].line, found[0].col) == (line, col), found[0].render()
    assert found[0].message.endswith(".")


def test_a_hook_on_a_rule_that_never_holds_with_it(world: World) -> None:
    world.swap(RULE_FILE, "geldig: {van: 2015-01-01}\n    modaliteit: kan",
               "geldig: {van: 2015-01-01, tot: 2017-12-31}\n    modaliteit: kan")  # fmt: skip
    (found,) = world.problems()
    assert (found.code, found.file) == ("R176", HOOK_FILE)


def test_hints_name_what_was_probably_meant(world: World) -> None:
    world.swap(RULE_FILE, "doel: levensonderhoud", "doel: levensonderhout")
    world.swap(RULE_FILE, "    beslisser: svb\n", "    besliser: svb\n")
    world.swap(RULE_FILE, "- {leidt_om: proefgeld", "- {leidt_omm: proefgeld")
    world.swap(FACT_FILE, '"vermogen[soort=auto].waarde"', '"vermogen[soort=auto].waard"')
    hints = {p.code: p.hint for p in world.problems()}
    assert "levensonderhoud" in hints["R001"]
    assert "beslisser" in hints["V002"]
    assert "leidt_om" in hints["R011"]
    assert "waarde" in hints["R141"]


def test_a_key_of_another_verb_is_not_suggested(world: World) -> None:
    world.swap(RULE_FILE, "{kost: pr.bijdrage, bedrag:", "{kost: pr.bijdrage, toegng: 1, bedrag:")
    (found,) = world.problems()
    assert (found.code, found.hint) == ("V002", "")


def test_several_mistakes_are_several_problems(world: World) -> None:
    world.swap(RULE_FILE, "doel: levensonderhoud", "doel: levensonderhout")
    world.swap(RULE_FILE, "beslistermijn: 8 weken", "beslistermijn: acht weken")
    world.swap(RULE_FILE, "        door: tegenproef\n        veronderstelt: geen\n", "        door: tegenprof\n")
    world.swap(FACT_FILE, "keuzes: [geen, vo, mbo]", "keuzes: [geen, vo, mbo, lts]")
    world.swap(PARAMETER_FILE, "tot: 2018-06-30", "tot: 2017-06-30")
    world.swap(ARTICLE_FILE, 'artikel: "1"', "artikel: 1")
    codes = [p.code for p in world.problems()]
    assert sorted(codes) == ["R001", "R001", "R006", "R008", "R016", "R020", "R144"]


def test_what_a_wrong_entry_declares_is_not_missed_elsewhere(world: World) -> None:
    world.swap(RULE_FILE, "    bepaalt: pr.norm\n    waarde: parameters.pr.bedrag\n    eenheid: eur/maand\n",
               "    bepaalt: pr.norm\n    waarde: parameters.pr.bedrag\n    eenheid: eur/eeuw\n")  # fmt: skip
    world.swap(FACT_FILE, "{feit: kale_huur, over: woning", "{feit: kale_huur, over: huis")
    world.swap(PARAMETER_FILE, "waarde: 21", "waarde: veel")
    world.swap(HOOK_FILE, "    richting: omlaag\n", "    richting: opzij\n")
    codes = [p.code for p in world.problems()]
    assert sorted(codes) == ["R001", "R001", "R007", "V003"]


def test_every_code_of_the_rule_book_has_a_test() -> None:
    package = ROOT / "engine" / "samenloop" / "rulebook"
    used = {code for path in package.rglob("*.py") for code in re.findall(r'"(R\d{3})"', path.read_text("utf-8"))}
    tests = Path(__file__).parent.glob("test_*.py")
    here = {code for path in tests for code in re.findall(r'"(R\d{3})"', path.read_text("utf-8"))}
    assert used - here == set()
    assert here - used == set()
