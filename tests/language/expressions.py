# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""Random expressions over the small world that type: every construct, a few levels deep."""

from __future__ import annotations

from dataclasses import dataclass

from hypothesis import strategies as st

from language.small_world import WORDS

Draw = st.DrawFn
KINDS = ("ja_nee", "bedrag", "getal", "datum", "keuze")


@dataclass(frozen=True)
class Written:
    """The text of an expression and the kind it has."""

    text: str
    kind: str


@st.composite
def written(draw: Draw, kind: str | None = None, depth: int = 3) -> Written:
    """An expression about a person."""
    chosen = kind or draw(st.sampled_from(KINDS))
    return Written(_Writer(draw).of(chosen, depth), chosen)


@st.composite
def looped(draw: Draw) -> Written:
    """A loop with little in it: what matters is who belongs, who may belong, and who is not listed."""
    writer = _Writer(draw)
    kind = writer.one("bestaat", "elk", "aantal", "som", "hoogste", "laagste")
    head, variable = writer.loop("persoon", 1, needs_test=kind in ("bestaat", "elk"))
    if kind in ("bestaat", "elk", "aantal"):
        return Written(f"{kind}({head})", "getal" if kind == "aantal" else "ja_nee")
    fact = writer.one("inkomen", "toelage", "zelf.draagkracht")
    return Written(f"{kind}({head}: {variable}.{fact})", "bedrag")


class _Writer:
    """``people`` are the prefixes of persons whose facts can be named here, ``loops`` counts loop variables."""

    def __init__(self, draw: Draw) -> None:
        self.draw, self.people, self.loops = draw, ["", "persoon."], 0

    def one(self, *options: str) -> str:
        return self.draw(st.sampled_from(options))

    def of(self, kind: str, depth: int) -> str:
        if depth <= 0 or self.draw(st.integers(0, 5)) == 0:
            return self.leaf(kind)
        if self.draw(st.integers(0, 6)) == 0:
            return (
                f"(als {self.of('ja_nee', depth - 1)} dan {self.of(kind, depth - 1)} anders {self.of(kind, depth - 1)})"
            )
        made: str = getattr(self, kind)(depth - 1)
        return made

    def fact(self, *names: str) -> str:
        return self.one(*self.people) + self.one(*names)

    def leaf(self, kind: str) -> str:
        match kind:
            case "ja_nee":
                return self.one("waar", "onwaar", self.fact("werkt", "ziek"), self.fact("werkt", "ziek"))
            case "bedrag":
                own = self.fact("inkomen", "toelage", "thuis.huur", "zelf.draagkracht")
                return self.one("parameters.zelf.grens", own, own)
            case "getal":
                own = self.fact("leeftijd", "saldo", "uitslag", "deler", "zelf.kostendelers")
                return self.one("0", "2", "7", "40%", "parameters.zelf.deel", own, own)
            case "datum":
                return self.one("2024-02-29", "2018-01-31", "peildatum", "parameters.zelf.ingang", self.fact("geboren"))
        return self.one(self.fact("bron"), f"'{self.one(*WORDS)}'")

    def loop(self, unit: str, depth: int, *, needs_test: bool) -> tuple[str, str]:
        """``p in personen waar ..`` with the variable in force; the caller ends the loop with ``close``."""
        self.loops += 1
        variable = f"{'p' if unit == 'persoon' else 's'}{self.loops}"
        persons = ("personen", "thuis.bewoners", "persoon.thuis.bewoners")
        source = self.one(*persons) if unit == "persoon" else self.one("schulden", "schulden_van")
        if unit == "persoon":
            self.people.append(f"{variable}.")
            test = (
                self.of("ja_nee", depth) if self.draw(st.booleans()) else f"{variable} is zelf.kostendeler van persoon"
            )
        else:
            test = f"{variable}.winst > {self.one('0', 'spaargeld')}"
        where = f" waar {test}" if needs_test or self.draw(st.booleans()) else ""
        return f"{variable} in {source}{where}", variable

    def close(self, unit: str) -> None:
        if unit == "persoon":
            self.people.pop()

    def ja_nee(self, depth: int) -> str:
        match self.one("niet", "en", "of", "getal", "bedrag", "datum", "keuze", "in", "loop", "rol"):
            case "niet":
                return (
                    f"niet {self.of('ja_nee', depth)}" if self.draw(st.booleans()) else f"(niet {self.leaf('ja_nee')})"
                )
            case "en" | "of" as word:
                return (
                    "(" + f" {word} ".join(self.of("ja_nee", depth) for _ in range(self.draw(st.integers(2, 3)))) + ")"
                )
            case "keuze":
                return f"({self.fact('bron')} {self.one('=', '!=')} {self.of('keuze', depth)})"
            case "in":
                return f"({self.fact('bron')} in ['{self.one(*WORDS)}', '{self.one(*WORDS)}'])"
            case "loop":
                unit = self.one("persoon", "schuld")
                head, _ = self.loop(unit, depth, needs_test=True)
                self.close(unit)
                return f"{self.one('bestaat', 'elk')}({head})"
            case "rol":
                who = self.one("persoon", *(p[:-1] for p in self.people if p[:-1]))
                return f"({who} {self.one('is', 'is geen')} {self.one('zelf.partner', 'zelf.kostendeler')} van persoon)"
            case kind:
                op = self.one("<", "<=", ">", ">=", "=", "!=")
                return f"({self.of(kind, depth)} {op} {self.of(kind, depth)})"

    def numeric(self, kind: str, depth: int) -> str | None:
        """What amounts and numbers have in common; ``None``: something of their own."""
        match self.one("+", "-", "min", "max", "negatief", "afronden", "loop", "eigen", "eigen"):
            case "+" | "-" as op:
                return f"({self.of(kind, depth)} {op} {self.of(kind, depth)})"
            case "min" | "max" as function:
                return f"{function}({self.of(kind, depth)}, {self.of(kind, depth)})"
            case "negatief":
                return f"(-{self.of(kind, depth)})"
            case "afronden":
                way = self.one("omhoog", "omlaag", "rekenkundig")
                return f"afronden({self.of(kind, depth)}, {self.one('0.01', '1', '5')}, {way})"
            case "loop":
                head, _ = self.loop("persoon", depth, needs_test=False)
                inner = self.of(kind, depth)
                self.close("persoon")
                return f"{self.one('som', 'hoogste', 'laagste')}({head}: {inner})"
        return None

    def bedrag(self, depth: int) -> str:
        made = self.numeric(kind="bedrag", depth=depth)
        if made is not None:
            return made
        match self.one("maal", "gedeeld", "naar", "woord"):
            case "maal":
                sides = [self.of("bedrag", depth), self.of("getal", depth)]
                return "(" + " * ".join(self.draw(st.permutations(sides))) + ")"
            case "gedeeld":
                return f"({self.of('bedrag', depth)} / {self.divisor(depth)})"
            case "naar":
                return f"naar({self.fact('jaarloon')}, maand)"
        return self.one("hoogte(hulp)", "meegeteld(inkomen, persoon)", "vorige_periode(zelf.draagkracht)")

    def divisor(self, depth: int) -> str:
        head, _ = self.loop("persoon", depth, needs_test=False)
        self.close("persoon")
        return self.one(
            "2", "30%", self.fact("deler"), "parameters.zelf.deel", f"(1 + aantal({head}))", "max(saldo, 1)"
        )

    def getal(self, depth: int) -> str:
        made = self.numeric(kind="getal", depth=depth)
        if made is not None:
            return made
        match self.one("maal", "gedeeld", "verhouding", "aantal", "tussen", "jaar_van"):
            case "maal":
                return f"({self.of('getal', depth)} * {self.of('getal', depth)})"
            case "gedeeld":
                return f"({self.of('getal', depth)} / {self.divisor(depth)})"
            case "verhouding":
                return f"({self.of('bedrag', depth)} / parameters.zelf.grens)"
            case "aantal":
                unit = self.one("persoon", "schuld")
                head, _ = self.loop(unit, depth, needs_test=False)
                self.close(unit)
                return f"aantal({head})"
            case "tussen":
                function = self.one("jaren_tussen", "maanden_tussen", "dagen_tussen")
                return f"{function}({self.of('datum', depth)}, {self.of('datum', depth)})"
        return f"jaar_van({self.of('datum', depth)})"

    def datum(self, depth: int) -> str:
        match self.one("term", "term", "dag", "min", "loop"):
            case "term":
                term = self.one(
                    "1 maand", "3 weken", "1 jaar", "5 werkdagen", "30 uur", "parameters.zelf.termijn", "wachttijd"
                )
                return f"({self.of('datum', depth)} {self.one('+', '-')} {term})"
            case "dag":
                function, period = self.one("eerste_dag", "laatste_dag"), self.one("week", "maand", "kwartaal", "jaar")
                return f"{function}({self.of('datum', depth)}, {period})"
            case "min":
                return f"{self.one('min', 'max')}({self.of('datum', depth)}, {self.of('datum', depth)})"
        head, variable = self.loop("persoon", depth, needs_test=False)
        self.close("persoon")
        return f"{self.one('hoogste', 'laagste')}({head}: {variable}.geboren)"

    def keuze(self, depth: int) -> str:
        return f"(als {self.of('ja_nee', depth)} dan {self.leaf('keuze')} anders {self.leaf('keuze')})"
