# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""The next best questions: which missing fact would change an outcome, shown by trying plausible answers.

For every missing fact a few answers are tried, each a full evaluation with only that one fact filled in. A question is
kept when a right, an amount, or whatever else the caller looks at, differs between two answers; so every question that
is asked does matter for this household.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction

from samenloop.domain import Decision, Household, Person
from samenloop.evaluation import things
from samenloop.evaluation.assessment import Assessment, changed_by
from samenloop.evaluation.evaluator import Evaluator
from samenloop.evaluation.live import Bound
from samenloop.evaluation.rights import Claim, claim_of
from samenloop.evaluation.variation import Variation, with_fact
from samenloop.language import Duration, Type, calendar, values
from samenloop.language.values import FactRef, Thing, Value
from samenloop.rulebook import Fact
from samenloop.rulebook.values import fact_type

RUNS = "loopt_"
"""Start of the made-up fact that tells whether a claim runs."""
MOST_WORK = 1500
"""How much is tried: claims evaluated again, times the people of the household. Enough for every missing fact of one
person; of a large household of which little is known, the facts that most rights wait for."""
MOST_ANSWERS = 8
"""Answers that are tried to one question, divided over the people of the household; never fewer than two."""
MOST_LIMITS = 3
"""Limits around which answers to a question for a number are tried."""
MOST_LOOKED_AT = 4
"""Answers that are shown to ``outcomes``."""
_STEP = {"geheel": Fraction(1), "bedrag": Fraction(1, 100)}
_EXTRA_PERSON = "nog-iemand"

Outcomes = Callable[[Assessment], Mapping[str, object]]
"""Other outcomes of an evaluation by id, for example what a conflict costs in it."""


@dataclass(frozen=True, slots=True)
class Question:
    """A fact to ask for. ``rights`` are the entitlements whose status or amount differs between two answers, ``others``
    the other outcomes that do; ``swing`` is the largest difference of D between two answers, in EUR per month, as far
    as it is certain. ``answers`` are the answers that were tried, in words of the rules."""

    ref: FactRef
    text: str
    why: str
    rights: tuple[str, ...]
    others: tuple[str, ...]
    swing: Fraction
    answers: tuple[str, ...]
    judgement: bool


def questions(
    assessment: Assessment, outcomes: Outcomes | None = None, also: Iterable[FactRef] = ()
) -> tuple[Question, ...]:
    """The questions that change an outcome, those that change most first.

    ``also`` are facts that are missing for something else than a right.
    """
    waited_for = frozenset(also)
    found: list[Question] = []
    people = len(assessment.household.personen)
    work = 0
    for ref in missing_facts(assessment, waited_for):
        tried = _spread(answers(assessment, ref), max(MOST_ANSWERS // people, 2))
        if len(tried) < 2:
            continue
        seen = []
        for _, variation in tried:
            claims, evaluated = _claims(assessment, variation)
            seen.append(claims)
            work += evaluated * people
        others: tuple[str, ...] = ()
        if outcomes is not None and ref in waited_for:
            few = _spread(tried, MOST_LOOKED_AT)
            others = _differing([outcomes(_evaluated(assessment, variation)) for _, variation in few])
        rights = _differing([_rights(claims) for claims in seen])
        if rights or others:
            text, why, judgement = wording(assessment, ref)
            labels = tuple(dict.fromkeys(label for label, _ in tried))
            found.append(Question(ref, text, why, rights, others, _swing(seen), labels, judgement))
        if work > MOST_WORK:
            break
    return tuple(sorted(found, key=_order))


def _spread(tried: list[tuple[str, Variation]], most: int) -> list[tuple[str, Variation]]:
    """At most so many answers, evenly taken, the first and last among them."""
    if len(tried) <= most:
        return tried
    last = len(tried) - 1
    return [tried[i * last // (most - 1)] for i in range(most)]


def _evaluated(assessment: Assessment, variation: Variation) -> Assessment:
    return assessment.varied(variation)


def _claims(assessment: Assessment, variation: Variation) -> tuple[list[Claim], int]:
    """The claims with an answer filled in, and how many had to be evaluated: a claim that has read nothing of what was
    changed stays what it was."""
    changed = changed_by(variation)
    whole = variation.household is not None or not variation.facts
    if whole or any(read.kind == "koppeling" and read.id in _LINKS for read in changed):
        claims = list(_evaluated(assessment, variation).claims)
        return claims, len(claims)
    ev = Evaluator(assessment.household, assessment.book, assessment.variation.also(variation))
    out, count = [], 0
    for claim in assessment.claims:
        if claim.reads & changed:
            count += 1
            rule = ev.live.rules[claim.rule]
            norm = next(x for x in rule.norms if x.id == claim.norm)
            out.append(claim_of(ev, Bound(rule, norm), claim.bearer))
        else:
            out.append(claim)
    return out, count


def _order(question: Question) -> tuple[int, Fraction, FactRef]:
    return -(len(question.rights) + len(question.others)), -question.swing, question.ref


def missing_facts(assessment: Assessment, also: Iterable[FactRef] = ()) -> list[FactRef]:
    """Every fact that a right waits for: first ``also``, then those that most rights wait for, each kind of fact once
    before a second person (or home) is asked the same; applicants before others, people before pairs."""
    first = frozenset(also)
    count: Counter[FactRef] = Counter(first)
    for claim in assessment.claims:
        waiting = [claim.right, claim.amount or values.ZERO]
        if not claim.right.is_false:
            waiting.append(claim.running)
        count.update(values.both(*waiting)[0])
    applicants = {person.id for person in assessment.household.applicants()}

    def weight(ref: FactRef) -> tuple[bool, int, bool, bool, FactRef]:
        return ref not in first, -count[ref], ref.unit == "paar", ref.id not in applicants, ref

    ordered = sorted(count, key=weight)
    turn: Counter[str] = Counter()
    turns: dict[FactRef, int] = {}
    for ref in ordered:
        turns[ref] = 0 if ref in first else turn[ref.fact]
        turn[ref.fact] += 1
    return sorted(ordered, key=lambda ref: turns[ref])


# ---- outcomes ----
def _rights(claims: Iterable[Claim]) -> Mapping[str, object]:
    """Per entitlement: for whom, whether there is a right, how much, and whether it runs."""
    out: dict[str, set[object]] = {}
    for claim in claims:
        amount = None if claim.amount is None else claim.monthly.bounds
        running = None if claim.right.is_false else claim.running.exact
        out.setdefault(claim.entitlement, set()).add((claim.members, claim.right.exact, amount, running))
    return {entitlement: frozenset(found) for entitlement, found in out.items()}


def _differing(seen: list[Mapping[str, object]]) -> tuple[str, ...]:
    """The ids whose outcome is not the same everywhere."""
    ids = dict.fromkeys(id_ for one in seen for id_ in one)
    return tuple(id_ for id_ in ids if len({one.get(id_) for one in seen}) > 1)


def _swing(seen: list[list[Claim]]) -> Fraction:
    """The largest sure difference of the summed rights between two answers."""
    bounds = []
    for claims in seen:
        total = values.ZERO
        for claim in claims:
            total = values.add(total, claim.monthly)
        bounds.append(total.bounds)
    lows = [low for low, _ in bounds if low is not None]
    highs = [high for _, high in bounds if high is not None]
    return max(max(lows) - min(highs), Fraction(0)) if lows and highs else Fraction(0)


# ---- answers ----
def answers(assessment: Assessment, ref: FactRef) -> list[tuple[str, Variation]]:
    """Plausible answers to a missing fact: (in words, the household with that answer). Empty: none can be tried."""
    book, household = assessment.book, assessment.household
    listed = next((key for (unit, key), fact in book.list_facts.items() if (unit, fact) == (ref.unit, ref.fact)), None)
    if listed is not None:
        return [("nee", _told(household, ref, listed, complete=True)), ("ja", _told(household, ref, listed))]
    if ref.fact in book.facts:
        return [(label, with_fact(ref, value)) for label, value in _values_of(assessment, book.facts[ref.fact], ref)]
    if ref.fact.startswith(RUNS):
        entitlement = ref.fact.removeprefix(RUNS)
        return [
            ("ja", Variation(household=_decided(household, entitlement, ref.id, "loopt"))),
            ("nee", Variation(household=_decided(household, entitlement, ref.id, "niet_aangevraagd"))),
        ]
    if ref.fact == "personen":
        more = household.model_copy(update={"personen": (*household.personen, Person(id=_EXTRA_PERSON))})
        return [("nee", Variation(household=_closed(household, "personen"))), ("ja", Variation(household=more))]
    if ref.fact in _LINKS[:2]:
        homes = [*assessment.evaluator.facts.things("woning"), Thing("woning", things.NOWHERE + ref.id)]
        return [(_home(home), with_fact(ref, Value(exact=home))) for home in homes]
    if ref.fact == _LINKS[2]:
        return [(p.id, with_fact(ref, Value(exact=p))) for p in assessment.evaluator.facts.things("persoon")]
    key = _LISTS.get(ref.fact)
    if key is not None:
        none = household.model_copy(update={key: ()})
        return [("geen", Variation(household=_closed(none, key))), ("onbekend", Variation())]
    if ref.fact in book.symbols.open_terms:
        return _open_answers(assessment, ref)
    return []


_LINKS = ("verblijfswoning", "brp_woning", "huurder")
_LISTS = {
    "schulden": "schulden", "schulden_van": "schulden", "bezittingen": "vermogen", "bezittingen_van": "vermogen",
    "woningen": "woningen", "relaties": "relaties",
}  # fmt: skip


def _home(home: Thing) -> str:
    return "geen van deze woningen" if home.id.startswith(things.NOWHERE) else home.id


def _closed(household: Household, key: str) -> Household:
    """The household with a list known to the end."""
    rest = tuple(path for path in household.onvolledig if path.rpartition(".")[2] != key)
    return household.model_copy(update={"onvolledig": rest})


def _told(household: Household, ref: FactRef, key: str, *, complete: bool = False) -> Variation:
    """The household in which a list of a person is empty, or has something of which nothing more is known."""
    people = tuple(p.model_copy(update={key: ()}) if p.id == ref.id else p for p in household.personen)
    more = () if complete else (f"personen.{ref.id}.{key}",)
    changed = {"personen": people, "onvolledig": (*household.onvolledig, *more)}
    return Variation(household=household.model_copy(update=changed))


def _decided(household: Household, entitlement: str, person: str, status: str) -> Household:
    """The household in which it is known whether a claim runs; of other claims as little is known as before."""
    listed = household.regelingen if isinstance(household.regelingen, tuple) else ()
    kept = tuple(x for x in listed if x.regeling != entitlement or (isinstance(x.wie, tuple) and person not in x.wie))
    new = Decision.model_construct(regeling=entitlement, wie=(person,) if person else None, status=status)
    still_open = () if isinstance(household.regelingen, tuple) else ("regelingen",)
    onvolledig = tuple(dict.fromkeys((*household.onvolledig, *still_open)))
    return household.model_copy(update={"regelingen": (*kept, new), "onvolledig": onvolledig})


def _values_of(assessment: Assessment, fact: Fact, ref: FactRef) -> list[tuple[str, Value]]:
    if fact.soort == "ja_nee":
        return [("ja", values.TRUE), ("nee", values.FALSE)]
    if fact.soort == "keuze":
        return [(choice, Value(exact=choice)) for choice in fact.keuzes or ()]
    low, high = assessment.evaluator.fact(fact.feit, Thing(ref.unit, ref.id)).bounds
    if fact.soort == "datum":
        first = low if isinstance(low, dt.date) else calendar.shift(assessment.day, Duration(5, "jaar"), -1)
        last = high if isinstance(high, dt.date) else calendar.shift(assessment.day, Duration(1, "jaar"))
        return [(f"{day:%d-%m-%Y}", Value(exact=day)) for day in (first, last)]
    if fact.soort == "duur":
        terms = (Duration(1, "maand"), Duration(1, "jaar"))
        return [(f"{term.count} {term.unit}", Value(exact=term)) for term in terms]
    step = _STEP.get(fact.soort, Fraction(1, 100))
    found = {x for x in (low, high) if isinstance(x, Fraction)} or {Fraction(0)}
    for limit, below in _boundaries(assessment, fact, ref):
        found |= {limit - step, limit} if below else {limit, limit + step}
    low = low if isinstance(low, Fraction) else min(found)
    high = high if isinstance(high, Fraction) else max(found)
    return [(_number(x), Value(exact=x)) for x in sorted(found) if low <= x <= high]


def _boundaries(assessment: Assessment, fact: Fact, ref: FactRef) -> list[tuple[Fraction, bool]]:
    """Where comparisons that wait for a fact would turn, in the fact's own unit, those that most comparisons share
    first; and whether it turns just below the limit (else just above it)."""
    ev = assessment.evaluator
    count: Counter[tuple[Fraction, bool]] = Counter()
    for _, _, note in ev.comparisons():
        for waiting, node, other, under in (
            (note.left, note.node.left, note.right, ("<", ">=")),
            (note.right, note.node.right, note.left, (">", "<=")),
        ):
            if waiting.is_known or ref not in waiting.missing or not isinstance(other.exact, Fraction):
                continue
            factor = _conversion(assessment, ev.money_unit(node, note.frame.scope), fact_type(fact))
            if factor is not None:
                limit = other.exact * factor
                limit = Fraction(limit.__round__()) if fact.soort == "geheel" else limit
                count[limit, note.op in under] += 1
    return [found for found, _ in count.most_common(MOST_LIMITS)]


def _conversion(assessment: Assessment, source: Type, target: Type) -> Fraction | None:
    if source.kind != "bedrag" or target.kind != "bedrag" or source.unit == target.unit:
        return Fraction(1) if source.kind == target.kind else None
    one, other = source.unit.removeprefix("eur/"), target.unit.removeprefix("eur/")
    return assessment.book.vocabulary.factor(one, other, None)


def _number(value: Fraction) -> str:
    cents = (value * 100).__round__()
    whole, rest = divmod(abs(cents), 100)
    return ("-" if cents < 0 else "") + (f"{whole},{rest:02d}" if rest else str(whole))


def _open_answers(assessment: Assessment, ref: FactRef) -> list[tuple[str, Variation]]:
    """A local choice: both ends of the room the law leaves."""
    if assessment.book.symbols.open_terms[ref.fact][1].kind == "ja_nee":
        return [("ja", with_fact(ref, values.TRUE)), ("nee", with_fact(ref, values.FALSE))]
    ends = [
        end
        for _, norm in assessment.book.open_terms.get(ref.fact, ())
        for end in ((norm.bereik.van, norm.bereik.tot) if norm.bereik else ())
    ]
    return [(_number(end), with_fact(ref, Value(exact=end))) for end in ends if isinstance(end, Fraction)]


# ---- wording ----
_OWN_WORDS = {
    "verblijfswoning": (
        "In welke woning verblijft deze persoon echt, de meeste nachten?",
        "Wie waar echt verblijft, bepaalt wie er voor een regeling meetelt.",
    ),
    "brp_woning": (
        "In welke woning staat deze persoon ingeschreven?",
        "Sommige regelingen volgen de inschrijving, ook als iemand ergens anders verblijft.",
    ),
    "huurder": ("Wie huurt deze woning, of is de hoofdbewoner?", "Een recht voor een woning is van de huurder."),
    "personen": (
        "Horen er nog meer mensen bij dit huishouden, in huis of daarbuiten?",
        "Wie meetelt verandert wat er recht is en hoe hoog het is.",
    ),
    "woningen": ("Om welke woning of woningen gaat het?", "Zonder woning is over woonlasten niets te zeggen."),
    "schulden": ("Zijn er schulden?", "Schulden kunnen een recht verlagen of een termijn laten lopen."),
    "schulden_van": ("Heeft deze persoon schulden?", "Schulden kunnen een recht verlagen of een termijn laten lopen."),
    "bezittingen": ("Is er spaargeld of ander bezit?", "Boven een grens aan bezit is er vaak geen recht."),
    "bezittingen_van": (
        "Heeft deze persoon spaargeld of ander bezit?",
        "Boven een grens aan bezit is er vaak geen recht.",
    ),
    "wie": ("Van wie is dit?", "Schulden en bezit tellen alleen mee bij wie ze heeft."),
}


def wording(assessment: Assessment, ref: FactRef) -> tuple[str, str, bool]:
    """The question, why it is asked, and whether it asks for a judgement of the professional."""
    book = assessment.book
    about = "" if ref.unit == "huishouden" or not ref.id else f" ({ref.id.replace('>', ' en ')})"
    if ref.fact in book.facts:
        fact = book.facts[ref.fact]
        return fact.vraag + about, fact.waarom, bool(fact.open_norm)
    if ref.fact.startswith(RUNS):
        label = book.vocabulary.label("aanspraken", ref.fact.removeprefix(RUNS))
        return f"Wordt dit al ontvangen: {label}?{about}", "Dan is te zien of er een recht ongebruikt blijft.", False
    if ref.fact in _OWN_WORDS:
        text, why = _OWN_WORDS[ref.fact]
        return text + about, why, False
    opened = book.open_terms.get(ref.fact)
    if opened:
        rule = opened[0][0]
        why = f"De wet laat dit over ({book.basis_text(rule.grondslag[0], assessment.day)})."
        return f"Hoe is dit plaatselijk geregeld: {rule.titel}?", why, False
    label = book.vocabulary.label("koppelingen", ref.fact).replace("_", " ")
    return f"Wat is bekend over: {label}?{about}", "Zonder dit gegeven is een uitkomst niet zeker.", False
