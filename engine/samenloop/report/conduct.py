# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""Sentences about conduct: what a law wants people to do, what another makes them pay for it, and duties that exclude
each other. Nothing keyed to a law."""

from __future__ import annotations

from samenloop.evaluation import Assessment
from samenloop.interaction import Conflict
from samenloop.interaction.conflict import Act, Side
from samenloop.language.values import Value
from samenloop.report import money
from samenloop.report.words import Words, listed, lower_first, quantity, upper_first


# ---- conduct that one law wants and another punishes ----
def knot(conflict: Conflict, words: Words, lost: str) -> str:
    """The knot in one sentence; ``lost`` is a clause (``is er minder algemene bijstand``)."""
    assert conflict.act is not None
    wants = words.label("regelingen", conflict.act.saves)
    loss = words.per_month(conflict.loss)
    return f"De {wants} rekent op {_deed(conflict.act, words)}; {_when(conflict.act)} {lost}: dat scheelt {loss}."


def explained(assessment: Assessment, conflict: Conflict, words: Words, outcome: str) -> str:
    """Which law wants it, which takes, who loses what, whether the costs that vanish make up for it, and what the first
    law saves."""
    act = conflict.act
    assert act is not None
    live = assessment.evaluator.live.rules
    wants = live[act.rule]
    takers = [
        x for x in conflict.chain if x.rule != act.rule and x.regime in conflict.regimes and x.regime != act.saves
    ]
    first = f"{upper_first(_deed(act, words))} is wat de wet wil ({words.article(wants)})."
    taking = f" {upper_first(_when(act))} geldt: {lower_first(takers[0].title)} ({takers[0].basis})." if takers else ""
    each = [f"{listed(x.who)} {words.per_month(x.loss)}" for x in conflict.comparison.shares if _is_loss(x.loss)]
    shares = f" Dat is voor {listed(each)}." if len(each) > 1 else ""
    part = conflict.comparison.by_norms
    rest = "de rest eindigt met wat er verandert"
    own = "" if part is None else f" Daarvan nemen deze regels {words.per_month(part)}; {rest}."
    return f"{first}{taking} {outcome}{own}{shares}{_balance(conflict, words)}{_saves(conflict, words)}"


def _deed(act: Act, words: Words) -> str:
    """``voor een naaste zorgen (dochter voor moeder)``."""
    whom = f" voor {act.for_whom}" if act.for_whom and act.for_whom != act.by else ""
    return f"{words.label('handelingen', act.deed)} ({act.by}{whom})"


def _when(act: Act) -> str:
    return "als dat doorgaat" if act.planned else "doordat dat gebeurt"


def _is_loss(value: Value) -> bool:
    low = value.bounds[0]
    return low is not None and low > 0


def _balance(conflict: Conflict, words: Words) -> str:
    """Whether fixed costs that vanish make up for the loss."""
    loss, free = conflict.comparison.loss, conflict.comparison.loss_free
    if not free.is_known or not loss.is_known:
        if conflict.act is not None and conflict.act.together and not conflict.act.planned:
            return " Wat wonen elders zou kosten is niet bekend; dat is hier niet meegerekend."
        return ""
    saved = loss.exact - free.exact
    if not saved:
        return " De vaste lasten blijven gelijk."
    if free.exact <= 0:
        return f" Er vervalt wel {money.euros(saved)} aan huur en premie: op vrij gerekend is het geen verlies."
    still = f"op vrij gerekend blijft het een verlies van {money.euros(free.exact)} per maand"
    if saved > 0:
        return f" Er vervalt ook {money.euros(saved)} aan huur en premie; {still}."
    return f" Er komt ook {money.euros(-saved)} aan huur en premie bij: {still}."


def _saves(conflict: Conflict, words: Words) -> str:
    parts = []
    for saved in conflict.comparison.saved:
        unit = words.label("omvang_eenheden", saved.unit)
        much = f"{quantity(words.amount(saved.more))} {unit} per {saved.per.replace('_', ' ')}"
        parts.append(f"{much} {words.entitlement(saved.entitlement)}")
    if not parts:
        return ""
    saves = "" if conflict.act is None else words.label("regelingen", conflict.act.saves)
    return f" De {saves} bespaart er {listed(parts)} mee."


# ---- duties that exclude each other ----
def assumed(conflict: Conflict) -> str:
    """What the law takes for granted and is not so."""
    return f"De wet gaat ervan uit dat {conflict.assumes}, maar dat is hier niet zo."


def duties_knot(conflict: Conflict, words: Words) -> str:
    """Both norms in one sentence, and the right that is refused."""
    duties = conflict.duties
    assert duties is not None
    gone = [words.entitlement(claim.entitlement) for claim in duties.refused]
    refused = f"; zolang dat niet gebeurt is er geen {listed(dict.fromkeys(gone), 'of')}" if gone else ""
    return f"{_asks(duties.a, words)}, terwijl {_keeps(duties.b, words)}{refused}."


def duties_explained(assessment: Assessment, conflict: Conflict, words: Words) -> str:
    """Both norms with their articles, what the first takes for granted, and that one cannot follow both."""
    duties = conflict.duties
    assert duties is not None
    live = assessment.evaluator.live.rules
    one, other = (f"{lower_first(x.title)} ({words.article(live[x.rule])})" for x in (duties.a, duties.b))
    regimes = [words.label("regelingen", x.regime) for x in (duties.a, duties.b)]
    text = f"{upper_first(regimes[0])}: {one}. {upper_first(regimes[1])}: {other}. Beide volgen kan niet."
    return f"{text} {assumed(conflict)}" if conflict.assumes else text


def breaches(assessment: Assessment, conflict: Conflict, words: Words) -> tuple[str, str]:
    """What it costs not to follow the first of two duties, and not to follow (or to give up) the second."""
    duties = conflict.duties
    assert duties is not None
    gone = [words.entitlement(claim.entitlement) for claim in duties.refused]
    first = f"geen {listed(dict.fromkeys(gone), 'of')}" if gone else _breach(assessment, duties.a, words)
    return first, _breach(assessment, duties.b, words)


def _breach(assessment: Assessment, found: Side, words: Words) -> str:
    if found.protects:
        grounds = listed(dict.fromkeys(words.fact(ref.fact) for ref in found.because))
        return f"geeft op wat deze regel beschermt{f' ({grounds})' if grounds else ''}"
    rule = assessment.evaluator.live.rules.get(found.breach)
    return lower_first(rule.titel) if rule is not None else "het gevolg staat niet in deze regels"


def _asks(found: Side, words: Words) -> str:
    return f"{words.label('regelingen', found.regime)} vraagt: {lower_first(found.title)}"


def _keeps(found: Side, words: Words) -> str:
    kind = "beschermt" if found.protects else "vraagt"
    return f"{words.label('regelingen', found.regime)} {kind}: {lower_first(found.title)}"
