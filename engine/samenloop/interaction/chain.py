# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""From a cause to a loss: the norms in between, the regimes they belong to, and who could change each of them."""

from __future__ import annotations

from collections.abc import Iterable

from samenloop.evaluation import Assessment, Claim, Read
from samenloop.interaction.conflict import ChainLink, Threshold
from samenloop.interaction.limits import Limit
from samenloop.language.values import FactRef
from samenloop.rulebook import Rule


def test_moment(assessment: Assessment, rule: str) -> str:
    """When the norm of a rule is tested next: its own ``toetsmoment``, else that of the entitlement it is about.

    A rule that only defines a concept takes the shortest moment of the entitlements that read it.
    """
    live = assessment.evaluator.live
    own = live.rules[rule].gevolgen or ()
    for norm in own:
        found = getattr(norm, "toetsmoment", None)
        if found:
            return str(found)
    for norm in own:
        target = getattr(norm, "voor", None) or getattr(norm, "sluit_uit", None)
        for bound in live.by_target.get(("geeft", str(target)), ()):
            return str(bound.norm.toetsmoment)
    readers = (claim for claim in assessment.claims if Read("regel", rule) in claim.reads)
    return next((claim.test_moment for claim in readers), "maand")


def label_of_fact(assessment: Assessment, fact: str) -> str:
    """A fact's name in words."""
    return fact.rpartition(".")[2].replace("_", " ")


def counterfactual(assessment: Assessment, threshold: Threshold) -> str:
    """The prescribed counterfactual in words: the fact at the limit."""
    return f"{label_of_fact(assessment, threshold.fact.fact)} precies op de grens"


def of_rules(assessment: Assessment, rules: Iterable[str]) -> tuple[ChainLink, ...]:
    """Rules as a chain, each once, in the order given."""
    live = assessment.evaluator.live
    return tuple(link(assessment, live.rules[name]) for name in dict.fromkeys(rules))


def of_threshold(
    assessment: Assessment, limit: Limit, threshold: Threshold, lost: Iterable[Claim]
) -> tuple[ChainLink, ...]:
    """The chain of a threshold: the norm with the limit, the rights that are lost by it, and the norms of the regime
    that owns the fact at the limit (who asks this rent, who decides this income)."""
    live = assessment.evaluator.live
    rules = [limit.rule, *(claim.rule for claim in lost)]
    owner = assessment.book.facts[threshold.fact.fact].eigenaar
    own = [r for r in owner_rules(assessment, threshold.fact) if r not in rules]
    links = [link(assessment, live.rules[name]) for name in dict.fromkeys((*rules, *own))]
    if owner != "geen" and all(x.regime != owner for x in links):
        links.append(ChainLink("", label_of_fact(assessment, threshold.fact.fact), owner, "", "", "", "", ()))
    return tuple(links)


def owner_rules(assessment: Assessment, ref: FactRef) -> list[str]:
    """Rules in force of the regime that owns a fact and that read it."""
    owner = assessment.book.facts[ref.fact].eigenaar
    ev = assessment.evaluator
    found = []
    for line in assessment.account.lines:
        rule = line.basis.partition("/")[0]
        reads = Read("feit", ref.fact, f"{ref.unit}:{ref.id}") in line.reads
        if rule in ev.live.rules and assessment.book.regime_of(rule) == owner and reads:
            found.append(rule)
    return found


def link(assessment: Assessment, rule: Rule) -> ChainLink:
    """A rule as a link of a chain."""
    book, day = assessment.book, assessment.day
    basis = rule.grondslag[0]
    return ChainLink(
        rule=rule.regel,
        title=rule.titel,
        regime=book.regime_of(rule.regel),
        basis=book.basis_text(basis, day),
        jci=book.jci(basis, day) or "",
        layer=rule.bronlaag,
        modality=rule.modaliteit,
        changeable_by=changeable_by(assessment, rule),
    )


_MAKERS = {
    "verdrag": "wetgever", "wet": "wetgever", "amvb": "wetgever", "regeling": "minister",
    "verordening": "gemeenteraad", "beleidsregel": "college", "werkproces": "college",
}  # fmt: skip


def changeable_by(assessment: Assessment, rule: Rule) -> tuple[str, ...]:
    """Who could change or not apply a norm: who made its layer, who may deviate, the decider of a ``kan``."""
    law = assessment.book.laws.get(rule.grondslag[0].wet)
    who = [d.door for d in rule.afwijking or ()]
    if rule.modaliteit == "kan":
        who.append(rule.beslisser or (law.uitvoerder if law else "onbekend"))
    if rule.bronlaag == "overeenkomst":
        who.append(rule.beslisser or (law.uitvoerder if law else "onbekend"))
    elif rule.bronlaag in _MAKERS:
        who.append(_MAKERS[rule.bronlaag])
    return tuple(dict.fromkeys(who))
