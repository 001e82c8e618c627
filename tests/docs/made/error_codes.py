# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""docs/reference/foutcodes.md: every code in the source, with the sentences that are written for it.

A code is a string of one capital and three digits. Its sentence is what follows it in the same call or tuple, or the
keyword ``tekst`` beside it. A name stands for what was assigned to it last in the same function. What the program
fills in is written as ``…``.
"""

from __future__ import annotations

import ast
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path

import samenloop
from docs.made.markdown import page, table

_CODE = re.compile(r"[A-Z]\d{3}")
_SOURCE = Path(samenloop.__file__).resolve().parent

FAMILIES: Mapping[str, str] = {
    "H": "Het huishoudbestand",
    "Y": "YAML, in elk bestand",
    "V": "De vorm van een blok, in elk bestand",
    "A": "Opdrachten en argumenten",
    "S": "Meldingen in een rapport",
    "R": "Regels, wetten en overlays",
    "X": "Uitdrukkingen die niet te lezen zijn",
    "T": "Uitdrukkingen waarvan de delen niet bij elkaar passen",
    "W": "De woordenlijst",
    "E": "Regels die elkaar tegenspreken",
    "B": "De installatie",
}

SAID: Mapping[str, str] = {
    "H056": "dit detail hoort niet bij deze gebeurtenis.",
    "R023": "de waarde past niet bij de soort van dit bedrag (bedrag, percentage, geheel, getal, duur, datum).",
    "R101": "deze id staat er al, in hetzelfde bestand of in een ander; bij een overlay: ook in de basis.",
    "R106": "waar dit naar verwijst bestaat niet.",
    "R172": "deze norm van de regel bestaat niet.",
    "R190": "dit feit, begrip of deze koppeling bestaat niet.",
    "R192": "de waarde past niet bij de soort van dit feit of begrip.",
    "R194": "dit begrip bestaat niet.",
    "R195": "dit begrip, deze aanspraak, dit feit of deze open term bestaat niet.",
    "S010": "het huishouden zit aan de goede kant van een grens, en een kleine stap erover kost veel.",
    "S020": "lokale regels zijn niet bekend: alleen landelijke regels zijn gebruikt; van welke lokale keuzes de "
    "uitkomst "
    "afhangt.",
    "S021": "een gebruikt bedrag staat niet volledig vast: de titel, hoe goed het is gelezen, en de bron.",
    "S022": "de tekst van een wet is gelezen tot en met een dag voor de peildatum.",
    "S030": "wat over later gaat is vooruitgekeken, met bedragen die nog niet bekend zijn.",
    "T003": "deze naam bestaat niet, of hoort bij iemand of iets anders.",
    "V003": "de waarde heeft niet de vorm die hier hoort: een blok, een lijst, een tekst, een getal.",
    "Y003": "ankers (&), verwijzingen (*) en samenvoegen met << zijn niet toegestaan.",
    "Y004": "hier staat niets, of een woord dat YAML als ja of nee leest; verwacht een waarde.",
    "Y005": "een YAML-type (!...) is niet toegestaan.",
}
"""Codes whose sentence the program puts together from parts, or that read better this way."""


def made() -> str:
    """The page."""
    found = messages()
    parts = [
        "Een fout staat in een bestand en heeft de vorm `bestand:regel:kolom: code [pad] zin`. De zin zegt wat er "
        "verwacht werd, nooit wat er stond: dat kan over iemand gaan. Alle fouten komen tegelijk, en er wordt dan "
        "niets "
        "berekend. Een melding (`S`, en `H080` tot en met `H082`) houdt niets tegen. Op de plaats van … vult het "
        "programma iets in."
    ]
    for letter, title in FAMILIES.items():
        rows = [(f"`{code}`", "<br>".join(said)) for code, said in sorted(found.items()) if code[0] == letter]
        parts.append(f"## {title}\n\n" + table(("code", "wat er staat"), rows))
    return page("Foutcodes en meldingen", *parts, source="de broncode")


def messages() -> dict[str, list[str]]:
    """Per code every sentence, in the order of the files."""
    found: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for path in sorted(_SOURCE.rglob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        for function in _scopes(tree):
            assigned = _assigned(function)
            for code, sentence in _sentences(function, assigned):
                found[code][sentence] = None
    every = {match for path in _SOURCE.rglob("*.py") for match in _codes(path)}
    out = {code: [said for said in found.get(code, {}) if said] for code in sorted(every)}
    return {code: [SAID[code]] if code in SAID else said for code, said in out.items()}


def _codes(path: Path) -> set[str]:
    """Every code in a file that is a whole string."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    texts = (node.value for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str))
    return {text for text in texts if _CODE.fullmatch(text)}


def _scopes(tree: ast.Module) -> Iterator[ast.AST]:
    """The module without its functions, and every function."""
    functions = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]
    yield ast.Module([x for x in tree.body if not isinstance(x, (ast.FunctionDef, ast.ClassDef))], [])
    yield from functions


def _assigned(scope: ast.AST) -> dict[str, list[tuple[int, ast.expr]]]:
    """Per name the lines on which it gets a value, and which."""
    out: defaultdict[str, list[tuple[int, ast.expr]]] = defaultdict(list)
    for node in ast.walk(scope):
        if isinstance(node, ast.Assign):
            for target in node.targets:
                if isinstance(target, ast.Name):
                    out[target.id].append((node.lineno, node.value))
        elif isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name) and node.value is not None:
            out[node.target.id].append((node.lineno, node.value))
    return {name: sorted(values, key=lambda pair: pair[0]) for name, values in out.items()}


def _sentences(scope: ast.AST, assigned: Mapping[str, list[tuple[int, ast.expr]]]) -> Iterator[tuple[str, str]]:
    for node in ast.walk(scope):
        if isinstance(node, ast.Call):
            parts: list[ast.expr] = list(node.args)
            named = {word.arg: word.value for word in node.keywords}
            if "code" in named:
                parts = [named["code"], named.get("tekst", named.get("message", ast.Constant("")))]
        elif isinstance(node, ast.Tuple):
            parts = list(node.elts)
        else:
            continue
        for i, part in enumerate(parts):
            for code in _resolved(part, assigned):
                if _CODE.fullmatch(code):
                    yield from ((code, said) for said in _after(parts[i + 1 :], assigned))


def _after(parts: list[ast.expr], assigned: Mapping[str, list[tuple[int, ast.expr]]]) -> Iterator[str]:
    """The first of the parts that is a sentence."""
    for part in parts:
        found = [said for said in _resolved(part, assigned) if " " in said]
        if found:
            yield from found
            return


def _resolved(part: ast.expr, assigned: Mapping[str, list[tuple[int, ast.expr]]]) -> list[str]:
    """What an expression can say: the texts of both sides of a choice, the last value of a name."""
    if isinstance(part, ast.Constant) and isinstance(part.value, str):
        return [part.value]
    if isinstance(part, ast.JoinedStr):
        pieces = (x.value if isinstance(x, ast.Constant) else "…" for x in part.values)
        return ["".join(map(str, pieces))]
    if isinstance(part, ast.IfExp):
        return [*_resolved(part.body, assigned), *_resolved(part.orelse, assigned)]
    if isinstance(part, ast.BinOp) and isinstance(part.op, ast.Add):
        right = _resolved(part.right, assigned) or ["…"]
        return [left + right[0] for left in _resolved(part.left, assigned)]
    if isinstance(part, ast.Name) and part.id in assigned:
        before = [value for line, value in assigned[part.id] if line <= part.lineno]
        return _resolved(before[-1], {}) if before else []
    if isinstance(part, ast.Call) and isinstance(part.func, ast.Attribute) and part.func.attr == "get":
        return []
    return []
