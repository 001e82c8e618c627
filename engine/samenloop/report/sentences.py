# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""Sentences about conflicts and proposals, made of labels, titles, articles and numbers. Nothing keyed to a law."""

from __future__ import annotations

from samenloop.evaluation import Assessment
from samenloop.interaction import Conflict, NearLimit, Threshold
from samenloop.interaction.limits import limits
from samenloop.proposals import Proposal, Turn
from samenloop.report import conduct, money
from samenloop.report.words import Words, listed, lower_first, upper_first


def side(threshold: Threshold) -> str:
    """On which side of the limit the household is."""
    return "boven" if threshold.measured > threshold.limit else "onder"


def lost_rights(assessment: Assessment, conflict: Conflict, words: Words) -> str:
    """What is lost, as a clause: ``is er geen huurtoeslag``."""
    gone: list[str] = []
    less: list[str] = []
    found = conflict.comparison
    for claim, was in zip(found.lost, found.had, strict=True):
        name = words.entitlement(claim.entitlement)
        (gone if was is None or not was.right.is_true else less).append(name)
    parts = []
    if gone:
        parts.append(f"is er geen {listed(dict.fromkeys(gone), 'of')}")
    if less:
        parts.append(f"is er minder {listed(dict.fromkeys(less), 'en')}")
    if parts:
        return listed(parts)
    regime = conflict.regimes[0] if conflict.regimes else ""
    return f"kan het recht lager zijn ({words.label('regelingen', regime)})" if regime else "is er minder te besteden"


def knot(assessment: Assessment, conflict: Conflict, words: Words) -> str:
    """The knot in one sentence."""
    maybe = "" if conflict.certain else "Mogelijk: "
    if conflict.act is not None:
        sentence = conduct.knot(conflict, words, lost_rights(assessment, conflict, words))
        return maybe + (lower_first(sentence) if maybe else sentence)
    if conflict.duties is not None:
        return maybe + conduct.duties_knot(conflict, words)
    loss = words.per_month(conflict.loss)
    lost = lost_rights(assessment, conflict, words)
    threshold = conflict.threshold
    if threshold is None:
        why = conflict.name or f"de wet gaat ervan uit dat {conflict.assumes}, en dat is hier niet zo"
        sentence = f"{why}: daardoor {lost}, en dat scheelt {loss}."
        return maybe + (lower_first(sentence) if maybe else upper_first(sentence))
    subject = words.fact_subject(threshold.fact)
    over = f"{money.euros(abs(threshold.excess))} {side(threshold)} de grens"
    if subject.startswith(("de ", "het ")):
        sentence = f"omdat {subject} {over} ligt, {lost}: dat scheelt {loss}."
    else:
        sentence = f"{subject} ligt {over}; daardoor {lost}, en dat scheelt {loss}."
    return upper_first(maybe + sentence) if not maybe else maybe + sentence


def explained(assessment: Assessment, conflict: Conflict, words: Words) -> str:
    """The conflict in a few sentences: where the household stands, the norm with its article, and the loss."""
    loss = conflict.comparison.loss
    paid = conflict.comparison.loss_paid
    shown = f"dat scheelt {words.per_month(loss)}"
    if paid.is_known and loss.is_known and money.money(paid.exact) != money.money(loss.exact):
        shown += f" (uitbetaald {money.euros(paid.exact)})"
    outcome = f"Daardoor {lost_rights(assessment, conflict, words)}: {shown}."
    if conflict.threshold is not None:
        outcome = f"{_stands(assessment, conflict.threshold, words)} {outcome}"
    elif conflict.act is not None:
        outcome = conduct.explained(assessment, conflict, words, outcome)
    elif conflict.duties is not None:
        outcome = conduct.duties_explained(assessment, conflict, words)
    elif conflict.told:
        outcome = f"{sentences_of(conflict.told)} {outcome}"
    elif conflict.assumes:
        outcome = f"{conduct.assumed(conflict)} {outcome}"
    if conflict.certain:
        depends = listed(sorted(dict.fromkeys(words.ref(ref) for ref in loss.missing)))
        return (
            f"{outcome} Hoeveel het precies is, hangt af van {depends}." if depends and not loss.is_known else outcome
        )
    hangs = listed(sorted(words.ref(ref) for ref in conflict.missing))
    return f"{outcome} Dit is niet zeker" + (f": het hangt af van {hangs}." if hangs else ".")


def sentences_of(told: str) -> str:
    """Sentences that may begin with an id, each with a capital."""
    return ". ".join(upper_first(part) for part in told.split(". "))


def _stands(assessment: Assessment, threshold: Threshold, words: Words) -> str:
    per = money.per(threshold.unit)
    subject = upper_first(words.fact_subject(threshold.fact))
    fact_per = money.per(assessment.book.facts[threshold.fact.fact].eenheid or "")
    verb = " is" if subject.startswith(("De ", "Het ")) else ":"
    text = f"{subject}{verb} {money.euros(threshold.fact_now)} {fact_per}".rstrip() + "."
    if threshold.measured != threshold.fact_now:
        counted = f"{money.euros(threshold.measured)} {per}".rstrip()
        text += f" Wat telt ({_measured(assessment, threshold, words)}) komt daarmee op {counted}."
    article = words.article(assessment.evaluator.live.rules[threshold.rule])
    away, limit = money.euros(abs(threshold.excess)), money.euros(threshold.limit)
    return f"{text} Dat is {away} {side(threshold)} de grens van {limit} ({article})."


def _measured(assessment: Assessment, threshold: Threshold, words: Words) -> str:
    for limit in limits(assessment):
        if limit.rule == threshold.rule and limit.limit == threshold.limit and limit.measured == threshold.measured:
            return words.node(limit.measured_node)
    return words.fact(threshold.fact.fact)


def near(assessment: Assessment, limit: NearLimit, words: Words) -> str:
    """The warning for the good side of a limit."""
    threshold = limit.threshold
    subject = upper_first(words.fact_subject(threshold.fact))
    room = abs(threshold.excess)
    article = words.article(assessment.evaluator.live.rules[threshold.rule])
    where = "precies op de grens" if not room else f"{money.euros(room)} {side(threshold)} de grens"
    more = "hoger" if threshold.fact_at_limit > threshold.fact_now else "lager"
    return (
        f"{subject} ligt {where} van {money.euros(threshold.limit)} ({article}). "
        f"Komt dit bedrag {more} uit, dan scheelt dat {words.per_month(limit.loss)}."
    )


def turned(turn: Turn, unit: str) -> str:
    """A knob turned, as what is asked: ``de kale huur verlagen van € 712,00 naar € 710,68 per maand``."""
    verb = "verlagen" if turn.to < turn.start else "verhogen"
    start, to = money.euros(turn.start), money.euros(turn.to)
    return f"{lower_first(turn.title)} {verb} van {start} naar {to} {money.per(unit)}".rstrip()


def asked(proposal: Proposal, unit: str) -> str:
    """What is asked of the decider, with a capital and without a full stop."""
    if proposal.turn is not None:
        return upper_first(turned(proposal.turn, unit))
    return together(proposal)


def together(proposal: Proposal) -> str:
    """The titles of the hooks of a proposal, as one."""
    first, *rest = (hook.titel for hook in proposal.hooks)
    return listed([first, *(lower_first(title) for title in rest)])


def brings(proposal: Proposal, words: Words) -> str:
    """What a proposal brings, as the object of a sentence: money a month, and rights in kind that were not there."""
    if proposal.effect.is_known and not proposal.effect.exact:
        rights = [f"recht op {words.entitlement(x)}" for x in proposal.regains]
        return listed(rights) or "geen verschil in geld"
    return words.per_month(proposal.effect)


def proposed(proposal: Proposal, unit: str, words: Words) -> str:
    """What a proposal asks of whom, and what it would bring if the decider takes it over."""
    who = listed(words.role(x) for x in proposal.deciders)
    if proposal.repairs:
        bring = "Dit herstelt het recht zelf."
    elif proposal.eases:
        bring = "De botsing blijft, met een kleiner verlies."
    else:
        bring = "Alleen het geld komt dan ergens anders vandaan."
    yes = f"Als de beslisser ({who}) dit aanneemt, dan brengt dat het huishouden {brings(proposal, words)}."
    return f"{asked(proposal, unit)}. {yes} {bring}"
