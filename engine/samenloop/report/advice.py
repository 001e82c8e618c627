# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""What every form of the report says in the same words: the order of advice (unused rights, room inside the rule, a
private gesture, an exception), until when a proposal works, what a question changes."""

from __future__ import annotations

from samenloop.report import money
from samenloop.report.model import Report
from samenloop.report.model_conflicts import HookCondition, ProposalOut
from samenloop.report.model_rights import ClaimOut
from samenloop.report.words import amount_text, listed, lower_first, upper_first

ROOM, GESTURE = 3, 4
HEADS = {
    "ongebruikt": "Rechten die nog niet gebruikt worden",
    "misschien_ongebruikt": "Rechten waarvan niet bekend is of ze lopen",
    "geweigerd": "Geweigerde rechten, en waarom",
}
KINDS = {
    "herstelt": "herstelt het recht",
    "verlicht": "maakt het verlies kleiner",
    "vervangt": "vervangt alleen het geld, herstelt niet",
}
_MARKS = {"ja": "voldaan", "nee": "niet voldaan", "onbekend": "te beoordelen"}


def advice(report: Report) -> list[tuple[str, list[str]]]:
    """Each step with its one-line texts; a step without any is left out."""
    rights = [
        f"{right.naam} ({listed(right.wie)})"
        + (f": {amount_text(right.bedrag_per_maand, 'per maand')}" if right.bedrag_per_maand is not None else "")
        + f", aan te vragen bij: {report.word('rollen', right.beslisser)}"
        for right in report.ongebruikte_rechten
        if right.soort == "ongebruikt"
    ]
    inside = [_one(report, p) for p in report.voorstellen if p.trede <= ROOM]
    gesture = [_one(report, p) for p in report.voorstellen if p.trede == GESTURE]
    exception = [_one(report, p) for p in report.voorstellen if p.trede > GESTURE]
    steps = [
        ("Rechten die nog niet gebruikt worden", rights),
        ("Ruimte binnen de regel", inside),
        ("Een gebaar van een private partij", gesture),
        ("Een uitzondering", exception),
    ]
    return [(head, texts) for head, texts in steps if texts]


def _one(report: Report, found: ProposalOut) -> str:
    who = listed(report.word("rollen", r) for r in found.beslissers)
    kind = KINDS[found.soort]
    first = " Dit is het eerste voorstel hieronder." if found is report.voorstellen[0] else ""
    return f"{upper_first(found.titel)} (beslist: {who}; {kind}): {effect(report, found)}.{first}"


def effect(report: Report, found: ProposalOut) -> str:
    """What a proposal brings: money a month, or a right in kind."""
    if found.effect_per_maand == "0.00" and found.brengt:
        return listed(f"recht op {lower_first(report.word('aanspraken', x))}" for x in found.brengt)
    if found.effect_per_maand == "0.00":
        return "geen verschil in geld"
    return amount_text(found.effect_per_maand, "per maand")


def idle(claim: ClaimOut) -> bool:
    """A right that is not about these people: its own first condition is not met, and not by an amount (a child that is
    not there, a service nobody asks for)."""
    own = claim.voorwaarden[0] if claim.voorwaarden else None
    return claim.status == "geen_recht" and own is not None and own.voldaan == "nee" and own.afstand is None


def condition_mark(condition: HookCondition) -> str:
    """Whether a condition of a proposal is met, in words."""
    return _MARKS[condition.voldaan]


def until(found: ProposalOut) -> str:
    """Until when a turned knob works, in words; nothing for what is not a matter of time."""
    if found.houdt_tot is None:
        return "niet bepaald" if found.wijziging is not None else ""
    if isinstance(found.houdt_tot, str):
        return "minstens een jaar"
    return f"tot en met {money.day(found.houdt_tot)}"


def whole_year(found: ProposalOut) -> str:
    """The value that works for a year, where the first one works shorter."""
    turn = found.houdt_een_jaar
    if turn is None:
        return ""
    per = f" {money.per(turn.per)}".rstrip()
    return f"met {lower_first(turn.titel)} op {money.euro(turn.naar)}{per} houdt het een jaar"


def refused(found: ProposalOut) -> str:
    """What is open when the decider says no."""
    parts = []
    if found.termijn.bezwaar:
        parts.append(f"bezwaar binnen {found.termijn.bezwaar}")
    if found.volgende_trede is not None:
        parts.append(f"daarna: {lower_first(found.volgende_trede.titel)}")
    return "; ".join(parts)


def changed(report: Report, id_: str) -> str:
    """What a question changes: an entitlement, or a conflict by its number."""
    numbers = {x.id: i for i, x in enumerate(report.botsingen, 1)}
    if id_ in numbers:
        return f"botsing {numbers[id_]}"
    return report.word("aanspraken", id_) if id_ in report.woorden.get("aanspraken", {}) else "een botsing"
