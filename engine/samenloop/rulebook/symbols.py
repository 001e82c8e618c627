# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""What names in expressions mean, gathered from the rule base, with the type of every concept and open term."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from samenloop.language import Expression, Link, Scope, Symbols, Type, infer
from samenloop.rulebook.facts import Fact
from samenloop.rulebook.laws import Parameter
from samenloop.rulebook.norms import FillsIn, LeavesOpen, Norm, Qualifies
from samenloop.rulebook.rules import Rule
from samenloop.rulebook.values import fact_type
from samenloop.vocabulary import Vocabulary

UNKNOWN = Type("fout")
"""The type of what could not be typed: it fits everywhere, so that one mistake is said once."""


def parameter_type(parameter: Parameter) -> Type:
    """The type of a parameter in expressions."""
    match parameter.soort:
        case "bedrag":
            return Type("bedrag", parameter.eenheid or "", never_zero=parameter.never_zero)
        case "datum":
            return Type("datum")
        case "duur":
            return Type("duur")
    return Type("getal", never_zero=parameter.never_zero)


def declared_type(measure: str) -> Type:
    """The type that an ``eenheid`` on a rule promises."""
    return Type("bedrag", measure) if measure.split("/")[0] == "eur" else Type("getal")


def holder(rule: Rule, norm: Qualifies) -> str:
    """The unit of the one who gets a role."""
    return "persoon" if rule.over == "paar" or norm.bearer == "ander" else norm.bearer


def gather(
    vocabulary: Vocabulary,
    facts: Mapping[str, Fact],
    concepts: Mapping[str, tuple[Rule, ...]],
    norms: Iterable[tuple[Rule, Norm]],
    parameters: Mapping[str, Parameter],
) -> Symbols:
    """The symbols of a rule base."""
    stated = list(norms)
    terms: dict[str, tuple[str, list[LeavesOpen]]] = {}
    for rule, norm in stated:
        if isinstance(norm, LeavesOpen):
            terms.setdefault(norm.laat_over, (rule.over, []))[1].append(norm)
    fillings: dict[str, list[tuple[Rule, FillsIn]]] = {}
    for rule, norm in stated:
        if isinstance(norm, FillsIn):
            fillings.setdefault(norm.vult_in, []).append((rule, norm))
    open_types = {term: (unit, UNKNOWN) for term, (unit, _norms) in terms.items()}
    types = _ConceptTypes(concepts)
    base = Symbols(
        facts={i: (fact.over, fact_type(fact)) for i, fact in facts.items()},
        concepts={i: rules[0].over for i, rules in concepts.items()},
        open_terms=open_types,
        parameters={i: parameter_type(p) for i, p in parameters.items()},
        roles={n.kwalificeert: holder(rule, n) for rule, n in stated if isinstance(n, Qualifies)},
        links={
            w.id: Link(w.id, str(w.get("van")), str(w.get("naar")), w.get("veel") == "ja")
            for w in vocabulary.lists["koppelingen"].values()
        },
        units=frozenset(vocabulary.ids("eenheidnamen")),
        words={name: frozenset(vocabulary.ids(name)) for name in ("perioden", "omrekening", "aanspraken")},
        concept_type=types,
        factor=vocabulary.factor,
    )
    types.symbols = base
    for term, (unit, openings) in terms.items():
        sources = [(unit, n.anders) for n in openings if isinstance(n.anders, Expression)]
        sources += [(rule.over, norm.waarde) for rule, norm in fillings.get(term, ())]
        found = [infer(expression, Scope(base, where))[0] for where, expression in sources]
        open_types[term] = (unit, _main(found))
    final = _ConceptTypes(concepts)
    final.symbols = Symbols(
        base.facts, base.concepts, open_types, base.parameters, base.roles, base.links, base.units,
        base.words, final, base.factor,
    )  # fmt: skip
    return final.symbols


class _ConceptTypes:
    """The type of a concept from its rules; a concept that reads itself without a declared unit is of unknown type."""

    symbols: Symbols

    def __init__(self, concepts: Mapping[str, tuple[Rule, ...]]) -> None:
        self._concepts = concepts
        self._found: dict[str, Type] = {}

    def __call__(self, concept: str) -> Type:
        if concept not in self._found:
            self._found[concept] = UNKNOWN  # while its own rules are read
            self._found[concept] = self._infer(self._concepts.get(concept, ()))
        return self._found[concept]

    def _infer(self, rules: tuple[Rule, ...]) -> Type:
        found = [infer(rule.waarde, Scope(self.symbols, rule.over))[0] for rule in rules if rule.waarde is not None]
        inferred = _main(found)
        measure = next((rule.eenheid for rule in rules if rule.eenheid), None)
        return declared_type(measure) if measure is not None and inferred.kind in ("fout", "nul") else inferred


def _main(found: list[Type]) -> Type:
    """The common type of several values: a bare 0 and what could not be typed give way to the others."""
    typed = [t for t in found if t.kind not in ("fout", "nul")] or [t for t in found if t.kind == "nul"]
    if not typed:
        return UNKNOWN
    first = typed[0]
    choices = tuple(dict.fromkeys(c for t in typed for c in t.choices))
    sure = all(t.never_zero for t in found)
    return Type(first.kind, first.unit, choices, sure)
