# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""When a loss is worth showing, and how grave it is, measured against the household's own safety-net norm."""

from __future__ import annotations

from fractions import Fraction

from samenloop.domain import Threat
from samenloop.evaluation import Assessment
from samenloop.language.values import Thing, Value

MATERIAL_MONTHLY = Fraction(25)
"""EUR per month"""
GRAVE_SHARE, MIDDLING_SHARE = Fraction(1, 10), Fraction(1, 20)


def yardstick(assessment: Assessment, who: tuple[str, ...]) -> Fraction | None:
    """The monthly norm of the safety net for these people (``maatstaven`` in the vocabulary), when it is known."""
    word = assessment.book.vocabulary.lists.get("maatstaven", {}).get("norm")
    if word is None:
        return None
    concept = str(word.get("begrip"))
    for person in who:
        if concept in assessment.book.concepts:
            found = assessment.evaluator.concept(concept, Thing(assessment.book.symbols.concepts[concept], person))
            if found.is_known and isinstance(found.exact, Fraction) and found.exact > 0:
                return found.exact
    return None


def severity(assessment: Assessment, loss: Value, who: tuple[str, ...], needs: tuple[str, ...]) -> tuple[str, str]:
    """``hoog``, ``midden`` or ``laag`` with the reason in Dutch.

    A roof under a running threat counts as grave when the lost right pays for it.
    """
    low = loss.bounds[0] if loss.bounds[0] is not None else Fraction(0)
    threatened = {str(t.soort) for t in _threats(assessment) if isinstance(t.soort, str)}
    if "ontruiming" in threatened and {"woonlasten", "dak"} & set(needs) and low > 0:
        return "hoog", "er dreigt ontruiming en het verloren recht betaalt de woning"
    norm = yardstick(assessment, who)
    if norm is None:
        return "midden", "de norm van dit huishouden is niet bekend"
    if low >= norm * GRAVE_SHARE:
        return "hoog", f"het verlies is {_percent(low / norm)} van de bijstandsnorm per maand"
    if low >= norm * MIDDLING_SHARE:
        return "midden", f"het verlies is {_percent(low / norm)} van de bijstandsnorm per maand"
    return "laag", f"het verlies is {_percent(low / norm)} van de bijstandsnorm per maand"


def _percent(share: Fraction) -> str:
    return f"{float(share * 100):.0f} %"


def _threats(assessment: Assessment) -> tuple[Threat, ...]:
    found = assessment.household.dreigingen
    return found if isinstance(found, tuple) else ()


def uncovered(assessment: Assessment, loss: Value, who: tuple[str, ...], needs: tuple[str, ...]) -> tuple[str, str]:
    """As :func:`severity`, for rights in kind as well: a need that stays uncovered counts, also without an amount. What
    cannot wait (``acuut`` in the vocabulary: a roof, energy, insurance, care, the safety of a child) is grave."""
    labels = assessment.book.vocabulary
    left = [need for need in sorted(set(needs)) if labels.word("behoeften", need).get("acuut") == "ja"]
    if left:
        return "hoog", f"dit blijft ongedekt: {', '.join(labels.label('behoeften', need) for need in left)}"
    threats = sorted({str(t.soort) for t in _threats(assessment) if isinstance(t.soort, str)})
    if threats:
        label = assessment.book.vocabulary.label("dreigingen", threats[0])
        return "hoog", f"er loopt een dreiging ({label}) en de hulp blijft uit"
    low = loss.bounds[0]
    if low is not None and low > 0:
        return severity(assessment, loss, who, needs)
    if needs:
        return "midden", f"dit blijft ongedekt: {', '.join(labels.label('behoeften', need) for need in needs)}"
    return "laag", "er gaat geen recht verloren"


def on_balance(degree: str, why: str, free: Value) -> tuple[str, str]:
    """The degree of a loss that other costs make up for: what is not a loss on vrij (EUR per month) is ``laag``."""
    high = free.bounds[1]
    if high is not None and high <= 0:
        return "laag", "er vervallen meer vaste lasten dan er inkomen verloren gaat"
    return degree, why


def at_most_middling(degree: str, why: str) -> tuple[str, str]:
    """What rests on a judgement of facts, or is not certain, is at most ``midden``."""
    if degree != "hoog":
        return degree, why
    return "midden", f"{why}; het rust op een oordeel over feiten of is nog niet zeker"
