# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""Words for what an evaluation found: labels from the vocabulary, titles and articles from the rule book, numbers in
Dutch. Nothing here knows a law or a case."""

from __future__ import annotations

import datetime as dt
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

from samenloop.evaluation import Evaluator
from samenloop.language import Duration, Expression, Scope, Type, text
from samenloop.language import nodes as n
from samenloop.language.explain import Note
from samenloop.language.values import FactRef, Thing, Value
from samenloop.report import money
from samenloop.report.parts import Amount, Basis, Comparison, MoneyRange, MoneyUnknown, Truth
from samenloop.rulebook import Rule, Rulebook
from samenloop.rulebook.common import LegalBasis

_LABEL_LISTS = ("regelingen", "aanspraken", "inkomen_soorten", "schuld_soorten", "koppelingen", "kost_soorten")


@dataclass(frozen=True)
class Words:
    """The words of one rule book on one day."""

    book: Rulebook
    day: dt.date

    # ---- labels ----
    def label(self, list_: str, id_: str) -> str:
        """The label of a word; an id without one with its underscores taken out."""
        found = self.book.vocabulary.lists.get(list_, {}).get(id_)
        return found.label if found else plain(id_)

    def any_label(self, id_: str) -> str:
        """The label of an id that may stand in any of the lists a report names."""
        return next((self.label(x, id_) for x in _LABEL_LISTS if self.book.vocabulary.has(x, id_)), plain(id_))

    def role(self, id_: str) -> str:
        """A role: ``woningcorporatie``."""
        return self.label("rollen", id_)

    def entitlement(self, id_: str) -> str:
        """An entitlement inside a sentence: ``huurtoeslag``, ``AOW-pensioen``."""
        return lower_first(self.label("aanspraken", id_))

    def parameter(self, id_: str) -> str:
        """The title of a parameter inside a sentence."""
        found = self.book.parameters.get(id_)
        return lower_first(found.titel) if found else plain(id_.rpartition(".")[2])

    def fact(self, id_: str) -> str:
        """A fact in words: ``kale huur``."""
        return plain(id_.rpartition(".")[2])

    def ref(self, ref: FactRef) -> str:
        """A fact of somebody or something: ``leeftijd (vader)``."""
        return self.fact(ref.fact) + self.whose(ref.unit, ref.id)

    @staticmethod
    def whose(unit: str, id_: str) -> str:
        """Of whom or what, between brackets; nothing for the household."""
        return "" if unit == "huishouden" else f" ({id_.replace('>', ' en ')})"

    def name(self, dotted: str) -> str:
        """A name in an expression in words."""
        if dotted.startswith("parameters."):
            return self.parameter(dotted.removeprefix("parameters."))
        if "." in dotted or dotted in self.book.facts:
            return self.fact(dotted)
        return lower_first(self.any_label(dotted))

    def fact_subject(self, ref: FactRef) -> str:
        """A fact as the subject of a sentence, with its article where a knob names it (``de kale huur``)."""
        for knob in self.book.knobs.values():
            if knob.draait_aan == ref.fact and knob.titel.lower().startswith(("de ", "het ")):
                return lower_first(knob.titel)
        return self.fact(ref.fact)

    # ---- sentences from expressions ----
    def clause(self, expression: Expression) -> str:
        """An expression read back in Dutch."""
        return text.clause(expression, self.name)

    def node(self, node: n.Node) -> str:
        """A part of an expression read back in Dutch."""
        return text.clause(Expression("", node), self.name)

    # ---- legal bases ----
    def basis(self, basis: LegalBasis) -> Basis:
        """A legal basis as it stands on this day."""
        return Basis(tekst=self.book.basis_text(basis, self.day), jci=self.book.jci(basis, self.day))

    def bases(self, rule: Rule) -> tuple[Basis, ...]:
        """Every legal basis of a rule."""
        return tuple(self.basis(b) for b in rule.grondslag)

    def article(self, rule: Rule) -> str:
        """The first legal basis of a rule, as text."""
        return self.book.basis_text(rule.grondslag[0], self.day)

    # ---- values ----
    def refs(self, found: Iterable[FactRef]) -> tuple[str, ...]:
        """Missing facts by id, in a fixed order."""
        return tuple(sorted(str(ref) for ref in found))

    def amount(self, value: Value) -> Amount:
        """An amount for the report."""
        if value.is_known:
            return money.money(value.exact)
        low, high = value.bounds
        if low is not None or high is not None:
            return MoneyRange(
                van=None if low is None else money.money(low), tot=None if high is None else money.money(high)
            )
        return MoneyUnknown(onbekend_door=self.refs(value.missing), buiten_dekking=tuple(sorted(value.outside)))

    def per_month(self, value: Value) -> str:
        """An amount a month as the object of a sentence: ``€ 354,59 per maand``."""
        if value.is_known or value.has_range:
            return amount_text(self.amount(value), "per maand")
        return "een bedrag dat nog niet te zeggen is"

    def value(self, value: Value, kind: Type) -> str:
        """A value in words."""
        if value.is_known:
            return self._exact(value.exact, kind)
        low, high = value.bounds
        if low is not None and high is not None:
            bare = Type("bedrag", "eur") if kind.kind == "bedrag" else kind
            return f"tussen {self._exact(low, bare)} en {self._exact(high, kind)}"
        if low is not None:
            return f"minstens {self._exact(low, kind)}"
        if high is not None:
            return f"hoogstens {self._exact(high, kind)}"
        return "buiten dekking" if value.outside and not value.missing else "onbekend"

    def _exact(self, exact: object, kind: Type) -> str:
        if isinstance(exact, bool):
            return "ja" if exact else "nee"
        if isinstance(exact, Fraction):
            if kind.kind == "bedrag":
                return f"{money.euros(exact)} {money.per(kind.unit)}".rstrip()
            return money.number(exact, 6)
        if isinstance(exact, dt.date):
            return money.short_day(exact)
        if isinstance(exact, Duration):
            return text.clause(Expression("", n.Term(0, 0, exact)), self.name)
        if isinstance(exact, Thing):
            return exact.id
        return plain(str(exact))

    def comparison(self, ev: Evaluator, note: Note) -> Comparison:
        """A comparison that was made, in words."""
        scope = note.frame.scope
        return Comparison(
            tekst=self.node(note.node),
            links=self.value(note.left, side_type(ev, note.node.left, scope)),
            rechts=self.value(note.right, side_type(ev, note.node.right, scope)),
            klopt=truth(note.outcome),
        )

    def comparisons(self, ev: Evaluator, notes: Iterable[Note]) -> tuple[Comparison, ...]:
        """Comparisons in words, each once."""
        return tuple(dict.fromkeys(self.comparison(ev, note) for note in notes))


def side_type(ev: Evaluator, node: n.Node, scope: Scope) -> Type:
    """The type of one side of a comparison."""
    return ev.money_unit(node, scope)


def truth(value: Value) -> Truth:
    """A three-valued outcome as a word."""
    return "ja" if value.is_true else "nee" if value.is_false else "onbekend"


def harmless(text: str) -> str:
    """Free text of a case without control characters, which a terminal would obey."""
    return "".join(c if c == "\n" or not unicodedata.category(c).startswith("C") else " " for c in text)


def plain(id_: str) -> str:
    """An id without underscores."""
    return id_.replace("_", " ")


def lower_first(sentence: str) -> str:
    """The first letter small, unless the word is an abbreviation (``AOW``) or a code."""
    if len(sentence) > 1 and (sentence[1].isupper() or not sentence[1].isalpha()):
        return sentence
    return sentence[:1].lower() + sentence[1:]


def upper_first(sentence: str) -> str:
    """The first letter a capital."""
    return sentence[:1].upper() + sentence[1:]


def listed(words: Iterable[str], last: str = "en") -> str:
    """``a, b en c``."""
    found = list(words)
    if len(found) < 2:
        return "".join(found)
    return f"{', '.join(found[:-1])} {last} {found[-1]}"


def quantity(amount: Amount) -> str:
    """A number of the report that is no money, in words: ``12``, ``4,5``, ``tussen 4 en 12``."""
    if isinstance(amount, str):
        return money.number(Fraction(amount))
    if isinstance(amount, MoneyRange):
        low, high = (None if x is None else money.number(Fraction(x)) for x in (amount.van, amount.tot))
        if low is not None and high is not None:
            return f"tussen {low} en {high}"
        return f"minstens {low}" if low is not None else f"hoogstens {high}"
    return "een nog onbekend aantal"


def amount_text(amount: Amount | None, per: str = "") -> str:
    """An amount of the report in words: ``€ 354,59``, ``tussen € 0,00 en € 12,00``, ``onbekend``."""
    tail = f" {per}" if per else ""
    if amount is None:
        return "–"
    if isinstance(amount, str):
        return money.euro(amount) + tail
    if isinstance(amount, MoneyRange):
        if amount.van is not None and amount.tot is not None:
            return f"{money.euro(amount.van)} tot {money.euro(amount.tot)}{tail}"
        if amount.van is not None:
            return f"minstens {money.euro(amount.van)}{tail}"
        return f"hoogstens {money.euro(amount.tot)}{tail}" if amount.tot is not None else "onbekend"
    return "buiten dekking" if amount.buiten_dekking and not amount.onbekend_door else "onbekend"
