# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""A small invented rule base with one planted threshold, for tests of what is said about an outcome.

Amounts: 60.50 a month of kwijtschelding unless the other costs of the home are over 140.00; 480.00 a year from the age
of 21. The words are those that ship with the package.
"""

from __future__ import annotations

import atexit
import shutil
import tempfile
from functools import cache
from pathlib import Path

from samenloop.domain import Loaded, load_household
from samenloop.report import Check, Report
from samenloop.resources import data_root
from samenloop.rulebook import Rulebook, load_rulebook

HERE = Path(__file__).resolve().parent / "mini"
HOUSEHOLD = """\
schema: 1
huishouden: proef
peildatum: 2026-04-01
personen:
  - id: bewoner
    aanvrager: true
    leeftijd: 40
    verblijf: {waar: woning, woning: huis}
    brp: {inschrijving: woonadres, woning: huis}
    inkomen:
      - {soort: loon, bedrag: 1000.00, per: maand, bruto: false}
relaties: []
woningen:
  - {id: huis, soort: huur_sociaal, andere_lasten: 141.00}
vermogen: []
schulden: []
regelingen:
  - {regeling: individuele_inkomenstoeslag, wie: bewoner, status: loopt}
"""


@cache
def mini_root() -> Path:
    """A folder with the invented rules and the shipped words."""
    root = Path(tempfile.mkdtemp(prefix="samenloop-mini-"))
    atexit.register(shutil.rmtree, root, ignore_errors=True)
    shutil.copytree(HERE, root, dirs_exist_ok=True)
    words = (data_root() / "rules" / "woordenlijst.yaml").read_text(encoding="utf-8")
    assert words.count("begrip: pw.norm") == 1
    words = words.replace("begrip: pw.norm", "begrip: kwijt.hoogte")  # the yardstick of severity
    (root / "rules" / "woordenlijst.yaml").write_text(words, encoding="utf-8")
    return root


@cache
def mini_book() -> Rulebook:
    """The invented rule base, loaded once."""
    return load_rulebook(mini_root())


def mini_text(*changes: tuple[str, str]) -> str:
    """The household after replacing each (old, new); every old text must stand in it once."""
    text = HOUSEHOLD
    for old, new in changes:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return text


def mini_case(*changes: tuple[str, str]) -> Loaded:
    """The household, loaded."""
    return load_household(mini_text(*changes), "proef.yaml", mini_book().vocabulary)


def mini_check(*changes: tuple[str, str], projection: bool = True) -> Check:
    """The household, checked."""
    from samenloop.app import check

    return check(mini_case(*changes), mini_book(), projection=projection)


def mini_report(*changes: tuple[str, str], projection: bool = True) -> Report:
    """The household, checked, as a report."""
    return mini_check(*changes, projection=projection).report
