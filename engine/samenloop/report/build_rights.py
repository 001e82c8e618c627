# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""From claims to the parts of the report about rights, unused and refused rights, the account and the questions."""

from __future__ import annotations

import datetime as dt
from fractions import Fraction
from typing import Literal

from samenloop.domain import Household
from samenloop.evaluation import Claim, Line
from samenloop.interaction.threshold import MOST_EXCESS
from samenloop.language import values
from samenloop.language.values import Value
from samenloop.report.ended import ended_requirements
from samenloop.report.material import Check
from samenloop.report.model_rights import Account, AccountLine, ClaimOut, QuestionOut, UnusedRight
from samenloop.report.parts import DayRange
from samenloop.report.reasons import Reasons
from samenloop.report.words import Words, listed, plain, truth, upper_first
from samenloop.rulebook import Rulebook

_MOST_NAMED = 5
_NEAR = 2 * MOST_EXCESS * 100
"""Percent of a limit: a right that is not there for more than this, and was not refused, is no news."""
REFUSED = frozenset({"afgewezen", "beeindigd", "geschorst"})
Status = Literal["recht", "geen_recht", "onbekend", "oordeel_nodig", "buiten_dekking"]
STATUS_WORDS: dict[Status, str] = {
    "recht": "recht",
    "geen_recht": "geen recht",
    "onbekend": "onbekend",
    "oordeel_nodig": "oordeel nodig",
    "buiten_dekking": "buiten dekking",
}
_ORDER: tuple[Status, ...] = ("recht", "oordeel_nodig", "onbekend", "buiten_dekking", "geen_recht")


def claims(check: Check, words: Words, reasons: Reasons) -> tuple[ClaimOut, ...]:
    """Every right, those that exist first."""
    made = [_claim(check, claim, words, reasons) for claim in check.assessment.claims]
    return tuple(sorted(made, key=lambda c: _ORDER.index(c.status)))


def status(claim: Claim, book: Rulebook) -> Status:
    """What can be said about a right. Without coverage there is no answer, also where only the amount lacks it; facts
    that are missing come first, because they may lead elsewhere."""
    if claim.right.is_false:
        return "geen_recht"
    missing, outside = values.both(claim.right, values.ZERO if claim.amount is None else claim.amount)
    if outside and not missing:
        return "buiten_dekking"
    if claim.right.is_true:
        return "recht"
    open_norms = [ref.fact in book.facts and bool(book.facts[ref.fact].open_norm) for ref in missing]
    return "oordeel_nodig" if open_norms and all(open_norms) else "onbekend"


def _claim(check: Check, claim: Claim, words: Words, reasons: Reasons) -> ClaimOut:
    rule = check.assessment.evaluator.live.rules[claim.rule]
    found = status(claim, check.book)
    missing, outside = values.both(claim.right, values.ZERO if claim.amount is None else claim.amount)
    uncovered = values.unknown((), outside)
    amount = None if claim.amount is None else uncovered if found == "buiten_dekking" else claim.monthly
    known = claim.amount is not None and found != "buiten_dekking" and claim.as_paid.is_known
    paid = claim.as_paid if known else None
    return ClaimOut(
        id=claim.entitlement,
        regeling=claim.regime,
        wie=claim.members,
        status=found,
        betaald_vanaf=_day(claim.paid_from),
        bedrag=None if amount is None else words.amount(amount),
        per="maand",
        voorwaarden=reasons.conditions(claim),
        modaliteit=rule.modaliteit,
        naam=words.label("aanspraken", claim.entitlement),
        uitbetaald=None if paid is None else words.amount(paid),
        betaald_per=claim.given_per,
        loopt=truth(claim.running),
        beslisser=check.book.decider(rule),
        grondslag=words.bases(rule),
        uitleg=_explained(found, claim, outside, words, reasons),
        ontbreekt=words.refs(missing),
        vervallen_eisen=ended_requirements(check.book, claim.entitlement, check.assessment.day),
        herleiding=reasons.tracer.claim(claim),
    )


def _explained(found: Status, claim: Claim, outside: frozenset[str], words: Words, reasons: Reasons) -> str:
    if found == "geen_recht":
        return reasons.refused(claim)
    if found == "buiten_dekking":
        return f"Buiten dekking op deze dag: {listed(sorted(uncovered(x, words) for x in outside))}."
    missing = values.both(claim.right, values.ZERO if claim.amount is None else claim.amount)[0]
    names = sorted(words.ref(ref) for ref in missing)
    more = [f"nog {len(names) - _MOST_NAMED} gegevens"] if len(names) > _MOST_NAMED + 1 else []
    hangs = listed([*names[:_MOST_NAMED], *more] if more else names)
    if found == "oordeel_nodig":
        return f"Hier is een oordeel van een professional voor nodig: {hangs}."
    if found == "onbekend":
        return f"Hangt af van: {hangs}." if hangs else "Nog niet te zeggen."
    if missing:
        return f"De hoogte hangt af van: {hangs}."
    return "Loopt al." if claim.running.is_true else "Loopt nog niet." if claim.running.is_false else ""


def uncovered(what: str, words: Words) -> str:
    """What is outside coverage in words: the title of an amount, or a concept on a day."""
    if what in words.book.parameters:
        known = words.book.parameters[what].bekend_tot
        return f"{words.parameter(what)} (bekend tot en met {known:%d-%m-%Y})"
    return plain(what)


def _day(value: Value) -> dt.date | DayRange | None:
    if isinstance(value.exact, dt.date):
        return value.exact
    low, high = value.bounds
    if isinstance(low, dt.date) or isinstance(high, dt.date):
        return DayRange(van=low if isinstance(low, dt.date) else None, tot=high if isinstance(high, dt.date) else None)
    return None


# ---- unused and refused ----
def unused(check: Check, words: Words, reasons: Reasons) -> tuple[UnusedRight, ...]:
    """Rights that seem to be there and do not run, and rights that are refused, with the reason."""
    order = ("ongebruikt", "misschien_ongebruikt", "geweigerd")
    found = [x for claim in check.assessment.claims if (x := _unused(check, claim, words, reasons)) is not None]
    return tuple(sorted(found, key=lambda x: order.index(x.soort)))


def _unused(check: Check, claim: Claim, words: Words, reasons: Reasons) -> UnusedRight | None:
    kind: Literal["ongebruikt", "misschien_ongebruikt", "geweigerd"]
    label = words.entitlement(claim.entitlement)
    rule = check.assessment.evaluator.live.rules[claim.rule]
    decided = decided_in_file(check.household, claim, check.book)
    away = None
    if status(claim, check.book) == "recht" and not claim.running.is_true:
        if claim.amount is not None and claim.amount.bounds[1] is not None and claim.amount.bounds[1] <= 0:
            return None
        kind = "ongebruikt" if claim.running.is_false else "misschien_ongebruikt"
        text = f"Er lijkt recht op {label} te zijn, en het loopt nog niet."
        if decided in REFUSED:
            text = (
                f"Dit is {words.label('besluit_statussen', str(decided))}, maar volgens deze regels lijkt er recht op "
                f"{label}. Laat dit nakijken."
            )
        elif kind == "misschien_ongebruikt":
            text = f"Er lijkt recht op {label} te zijn. Het is niet bekend of het al loopt."
    elif claim.right.is_false:
        blocking = [c for c in claim.conditions if c.met.is_false]
        limits = [x for c in blocking if (x := reasons.condition(claim, c).afstand) is not None]
        near = bool(limits) and all(Fraction(x.procent) <= _NEAR for x in limits)
        outside_circle = any(c.clas == "kring" for c in blocking)
        if decided not in REFUSED and _conflict(check, claim) is None and (outside_circle or not near):
            return None
        kind, text = "geweigerd", reasons.refused(claim)
        away = limits[0] if len(limits) == 1 else None
    else:
        return None
    return UnusedRight(
        aanspraak=claim.entitlement,
        regeling=claim.regime,
        wie=claim.members,
        soort=kind,
        naam=words.label("aanspraken", claim.entitlement),
        bedrag_per_maand=None if claim.amount is None or kind == "geweigerd" else words.amount(claim.monthly),
        uitleg=text,
        beslisser=check.book.decider(rule),
        grondslag=words.bases(rule),
        afstand=away,
        botsing=_conflict(check, claim),
    )


def decided_in_file(household: Household, claim: Claim, book: Rulebook) -> str | None:
    """The status that the file gives for a claim, when it gives one."""
    listed_ = household.regelingen
    for entry in listed_ if isinstance(listed_, tuple) else ():
        named = entry.regeling in (claim.entitlement, book.vocabulary.regime_of(claim.entitlement))
        whose = not isinstance(entry.wie, tuple) or bool(set(entry.wie) & set(claim.members))
        if named and whose and isinstance(entry.status, str):
            return entry.status
    return None


def _conflict(check: Check, claim: Claim) -> str | None:
    for conflict in check.detected.conflicts:
        if any((x.norm, x.bearer) == (claim.norm, claim.bearer) for x in conflict.comparison.lost):
            return conflict.id
    return None


# ---- account and questions ----
def account(check: Check, words: Words) -> Account:
    """D and vrij with their lines."""
    assessment = check.assessment
    lines = [
        AccountLine(
            soort=line.kind,
            id=line.id,
            naam=_line_name(check.book, line, words),
            wie=line.who,
            bedrag=words.amount(line.amount),
            loopt=truth(line.running),
        )
        for line in assessment.account.lines
        if not (line.amount.is_known and line.amount.exact == 0)
    ]
    return Account(
        d=words.amount(assessment.d),
        d_lopend=words.amount(assessment.d_running),
        vrij=words.amount(assessment.free),
        regels=tuple(lines),
    )


def _line_name(book: Rulebook, line: Line, words: Words) -> str:
    """A right or kind of income by its label, a charge by the title of its rule."""
    if line.kind in ("recht", "inkomen") or line.basis not in book.norms:
        return upper_first(words.any_label(line.id))
    return book.norms[line.basis][0].titel


def questions(check: Check) -> tuple[QuestionOut, ...]:
    """The questions that change an outcome, in order of weight."""
    return tuple(
        QuestionOut(
            feit=str(q.ref),
            vraag=q.text,
            waarom=q.why,
            verandert=(*q.rights, *q.others),
            wie="" if q.ref.unit == "huishouden" else q.ref.id,
            oordeel=q.judgement,
            antwoorden=q.answers,
        )
        for q in check.questions
    )
