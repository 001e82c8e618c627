# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""What the reader must know about the input, the rules and the limits of the result."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any
from weakref import WeakKeyDictionary

from samenloop.domain import SPECIAL_PATHS, UNKNOWN, Household, Origin, Story
from samenloop.domain.blocks import Block
from samenloop.evaluation.live import Live
from samenloop.language import Expression, names_in
from samenloop.language import nodes as n
from samenloop.language.values import FactRef, Thing
from samenloop.report import sentences
from samenloop.report.build_rights import uncovered
from samenloop.report.material import Check
from samenloop.report.model_rights import (
    AssumptionOut,
    Notice,
    NotModelledOut,
    OwnIdeaOut,
    Uncovered,
)
from samenloop.report.words import Words, harmless, listed, upper_first
from samenloop.rulebook import Rulebook
from samenloop.rulebook.walk import marked

_OTHER = "anders"


def notices(check: Check, words: Words) -> tuple[Notice, ...]:
    """Warnings, in a fixed order: the file, this household, the rules, the reach of the result."""
    found = [
        *(Notice(code=p.code, tekst=f"Regel {p.line}, kolom {p.col}: {p.message}") for p in check.notices),
        *_special(check),
        *_other(check.household),
        *(Notice(code="S010", tekst=sentences.near(check.assessment, x, words)) for x in check.detected.near),
        *_running_without_right(check, words),
        *_local(check, words),
        *_sources(check, words),
        *_law_texts(check),
        *_reach(check),
    ]
    return tuple(dict.fromkeys(found))


# ---- the file ----
def unread_special(check: Check) -> tuple[str, ...]:
    """Special keys that have a value and that no rule in force reads, by path."""
    live = check.assessment.evaluator.live
    read = _PATHS_READ.get(live)
    if read is None:
        read = _PATHS_READ[live] = _paths_read(check.book, live)
    return tuple(
        path
        for path in SPECIAL_PATHS
        if _given(check.household, path.split(".")) and not any(_touches(path, one) for one in read)
    )


def _touches(one: str, other: str) -> bool:
    return one == other or one.startswith(f"{other}.") or other.startswith(f"{one}.")


def _given(here: Any, parts: list[str]) -> bool:
    if isinstance(here, tuple):
        return any(_given(one, parts) for one in here)
    if not parts:
        return here is not None and here is not UNKNOWN
    return isinstance(here, Block) and _given(getattr(here, parts[0], None), parts[1:])


_LISTS = {"persoon": "personen", "woning": "woningen", "schuld": "schulden", "bezit": "vermogen", "paar": "relaties"}


_PATHS_READ: WeakKeyDictionary[Live, set[str]] = WeakKeyDictionary()


def _paths_read(book: Rulebook, live: Live) -> set[str]:
    """The paths of the file that rules in force read, without ids and filters."""
    facts: set[str] = set()
    for rule in live.rules.values():
        scope = book.scope(book.unit_of(rule))
        for found in marked(rule):
            if isinstance(found.value, Expression):
                facts |= {x.id for _, x, _ in names_in(found.value.root, scope) if x.what == "fact"}
                facts |= {
                    x.dotted for x in n.walk(found.value.root) if isinstance(x, n.Name) and x.dotted in book.facts
                }
            elif isinstance(found.value, str) and found.value in book.facts:
                facts.add(found.value)
    out = set()
    for name in facts:
        fact = book.facts[name]
        for path in (fact.uit, fact.of_uit.pad if fact.of_uit is not None else None):
            if path is not None:
                keys = ".".join(step.key for step in path.steps)
                out.add(f"{_LISTS[fact.over]}.{keys}" if fact.over in _LISTS else keys)
    return out


def _special(check: Check) -> Iterator[Notice]:
    for path in unread_special(check):
        yield Notice(code="S001", tekst=f"{path}: niet nodig, haal weg. Geen regel leest dit op deze dag.")


def _other(household: Household) -> Iterator[Notice]:
    for path in dict.fromkeys(_places_of_other(household, "")):
        text = f"{path}: hier staat 'anders'. Dat is niet gemodelleerd; de uitkomst kan daardoor onvolledig zijn."
        yield Notice(code="S002", tekst=text)


def _places_of_other(here: Any, path: str) -> Iterator[str]:
    if isinstance(here, Block):
        for key in type(here).model_fields:
            yield from _places_of_other(getattr(here, key), f"{path}.{key}".lstrip("."))
    elif isinstance(here, tuple):
        for one in here:
            yield from _places_of_other(one, path)
    elif here == _OTHER:
        yield path


# ---- this household ----
def _running_without_right(check: Check, words: Words) -> Iterator[Notice]:
    for claim in check.assessment.claims:
        if claim.right.is_false and claim.running.is_true:
            text = (
                f"Volgens het bestand loopt {words.entitlement(claim.entitlement)} ({listed(claim.members)}), maar "
                "volgens deze regels lijkt daar geen recht op. Kijk na of de gegevens kloppen."
            )
            yield Notice(code="S011", tekst=text)


# ---- the rules ----
def _local(check: Check, words: Words) -> Iterator[Notice]:
    if check.local:
        return
    terms = sorted({r.id for c in check.assessment.claims for r in c.reads if r.kind == "open"})
    code = check.household.gemeente
    where = f"van {code} " if isinstance(code, str) else ""
    text = f"Lokale regels {where}niet bekend: alleen landelijke regels zijn gebruikt."
    if not isinstance(code, str):
        text = "De gemeente is niet bekend: lokale regels niet bekend, alleen landelijke regels zijn gebruikt."
    if terms:
        text += f" De uitkomst hangt af van deze lokale keuzes: {listed(words.fact(t) for t in terms)}."
    yield Notice(code="S020", tekst=text)


def _sources(check: Check, words: Words) -> Iterator[Notice]:
    """Amounts that were used and of which the source says less than 'confirmed'."""
    book = check.book
    read = sorted({r.id for c in check.assessment.claims for r in c.reads if r.kind == "parameter"})
    for name in read:
        given = book.parameter(name, check.assessment.day) if name in book.parameters else None
        if given is None:
            continue
        word = book.vocabulary.word("statussen", given.status)
        if word.get("in_uitkomst") == "met_melding":
            text = f"{upper_first(words.parameter(name))}: {word.label} ({given.bron})."
            yield Notice(code="S021", tekst=text)


def _law_texts(check: Check) -> Iterator[Notice]:
    """Laws whose text was read up to a day before the day of the check."""
    book, day = check.book, check.assessment.day
    used = {b.wet for c in check.assessment.claims for b in check.assessment.evaluator.live.rules[c.rule].grondslag}
    for name in sorted(used):
        law = book.laws.get(name)
        if law is not None and law.bijgewerkt_tot < day:
            text = f"{law.naam}: de tekst is gelezen tot en met {law.bijgewerkt_tot:%d-%m-%Y}, voor de peildatum."
            yield Notice(code="S022", tekst=text)


def _reach(check: Check) -> Iterator[Notice]:
    if check.projection and any(p.holding and any(d.projected for d in p.holding.days) for p in check.proposals.kept):
        text = (
            "Wat over later gaat is vooruitgekeken: bedragen die nog niet bekend zijn, zijn gelijk gehouden aan het "
            "laatste bekende bedrag. Dat is nooit een recht."
        )
        yield Notice(code="S030", tekst=text)
    if not check.projection:
        yield Notice(code="S031", tekst="Vooruitkijken staat uit: tot wanneer een voorstel houdt is niet bepaald.")
    if check.detected.conflicts:
        text = "Kosten en opbrengsten voor de samenleving zijn nog niet gemodelleerd; daarover staat hier niets."
        yield Notice(code="S032", tekst=text)


# ---- coverage ----
def uncovered_parts(check: Check, words: Words) -> tuple[Uncovered, ...]:
    """What rights would need that the rules do not cover on this day, and regimes that are not in this rule set."""
    touched: dict[str, list[str]] = {}
    for claim in check.assessment.claims:
        for value in (claim.right, claim.amount):
            if value is not None and not value.is_known:
                for what in value.outside:
                    touched.setdefault(what, []).append(claim.entitlement)
    found = [Uncovered(wat=uncovered(w, words), raakt=tuple(dict.fromkeys(touched[w]))) for w in sorted(touched)]
    book = check.book
    present = {rule.regime for rule in book.rules.values()}
    absent = [
        w.label
        for w in book.vocabulary.lists["regelingen"].values()
        if w.get("soort") == "kern" and w.id not in present
    ]
    named = [words.label("regelingen", x) for x in absent_regimes(check)]
    if named:
        found.append(Uncovered(wat=f"staat in het bestand en is niet uitgewerkt: {listed(named)}", raakt=()))
    if not check.assessment.claims:
        found.append(Uncovered(wat="op deze dag geldt geen enkele regel die een recht geeft", raakt=()))
    if absent:
        found.append(Uncovered(wat=f"niet uitgewerkt in deze regelset: {listed(absent)}", raakt=()))
    return tuple(found)


def absent_regimes(check: Check) -> tuple[str, ...]:
    """Regimes that the file names (an application, a decision) and of which this rule set has no rule."""
    book = check.book
    present = {rule.regime for rule in book.rules.values()}
    entries = check.household.regelingen
    named = [book.vocabulary.regime_of(x.regeling) for x in entries if isinstance(x.regeling, str)] if entries else []
    return tuple(dict.fromkeys(x for x in named if x is not None and x not in present))


def not_modelled(check: Check, words: Words) -> tuple[NotModelledOut, ...]:
    """Parts of the law that are left out and touch a right that may exist, or a rule behind it."""
    book, lost = check.book, {c.rule for x in check.detected.conflicts for c in x.comparison.lost}
    open_claims = [c for c in check.assessment.claims if not c.right.is_false or c.rule in lost]
    names = {c.entitlement for c in open_claims} | {r.id for c in open_claims for r in c.reads if r.kind == "regel"}
    return tuple(
        NotModelledOut(
            wet=book.laws[x.wet].naam if x.wet in book.laws else x.wet,
            artikel=x.artikel,
            waarom=x.waarom,
            raakt=tuple(y for y in x.raakt if y in names),
        )
        for x in book.not_modelled
        if set(x.raakt) & names
    )


# ---- assumptions and ideas ----
def assumptions(check: Check, words: Words) -> tuple[AssumptionOut, ...]:
    """Assumed values of the file with the value, and facts that were read second-hand."""
    hidden = unread_special(check)
    out = []
    origin = check.household.herkomst
    for one in origin.aannames if isinstance(origin, Origin) and isinstance(origin.aannames, tuple) else ():
        path = _without_ids(one.pad)
        if "." in path and any(_touches(path, special) for special in hidden):
            continue
        why = harmless(one.waarom) if isinstance(one.waarom, str) else ""
        shown = _value_at(check.household, one.pad)
        out.append(AssumptionOut(pad=one.pad, waarde=shown, waarom=why, soort="aanname"))
    for estimate in check.assessment.estimates:
        ref: FactRef = estimate.ref
        value = check.assessment.evaluator.fact(ref.fact, Thing(ref.unit, ref.id))
        shown = words.value(value, check.book.symbols.facts[ref.fact][1])
        why = f"niet gegeven; geschat uit {estimate.path}"
        out.append(AssumptionOut(pad=str(ref), waarde=shown, waarom=why, soort="schatting"))
    return tuple(out)


def _without_ids(path: str) -> str:
    """A path without the id in it: ``personen.moeder.zorg`` gives ``personen.zorg``; a whole entry gives its list."""
    parts = path.split(".")
    return ".".join([parts[0], *parts[2:]])


def _value_at(household: Household, path: str) -> str | None:
    """What stands at a path with ids, in words; ``None`` for nothing, and for a whole person or other whole entry."""
    here: Any = household
    parts = path.split(".")
    for part in parts:
        if isinstance(here, tuple):
            found = [one for i, one in enumerate(here) if part in (getattr(one, "id", None), str(i))]
            here = found[0] if found else None
        elif isinstance(here, Mapping):
            here = here.get(part)
        else:
            here = getattr(here, part, None)
    whole_entry = len(parts) == 2 or (len(parts) == 1 and isinstance(here, (tuple, Block)))
    return None if here is None or (whole_entry and isinstance(here, (tuple, Block))) else _shown(here)


def _shown(value: Any) -> str:
    if isinstance(value, bool):
        return "ja" if value else "nee"
    if value is UNKNOWN:
        return "onbekend"
    if isinstance(value, tuple):
        return "; ".join(_shown(one) for one in value) or "geen"
    if isinstance(value, Mapping):
        return "; ".join(f"{key}: {_shown(one)}" for key, one in value.items()) or "geen"
    if isinstance(value, Block):
        plain = {key: getattr(value, key) for key in type(value).model_fields}
        nested = (Block, tuple)
        return ", ".join(f"{k} {_shown(v)}" for k, v in plain.items() if v is not None and not isinstance(v, nested))
    low, high = getattr(value, "low", value), getattr(value, "high", value)
    if low is not high or low != high:
        return f"van {low if low is not None else '…'} tot {high if high is not None else '…'}"
    first = getattr(value, "first", None)
    if first is not None:
        return f"{first:%d-%m-%Y}"
    return f"{value:%d-%m-%Y}" if hasattr(value, "strftime") else harmless(str(value))


def own_ideas(check: Check, words: Words) -> tuple[OwnIdeaOut, ...]:
    """The family's own idea: first in their words, then every event that is considered, evaluated."""
    out = []
    story = check.household.verhaal
    if isinstance(story, Story) and isinstance(story.eigen_oplossing, str):
        out.append(
            OwnIdeaOut(
                soort="eigen_oplossing",
                wie=(),
                woorden=harmless(story.eigen_oplossing),
                effect_per_maand=None,
                uitleg="In eigen woorden; hier wordt niet mee gerekend.",
            )
        )
    for idea in check.ideas:
        kind = str(idea.event.soort)
        who = idea.event.wie if isinstance(idea.event.wie, tuple) else ()
        out.append(
            OwnIdeaOut(
                soort=kind,
                wie=who,
                woorden=None,
                effect_per_maand=None if idea.gain is None else words.amount(idea.gain),
                uitleg=_idea(idea.gain is None, idea.solved, idea.caused, words.label("gebeurtenissen", kind)),
            )
        )
    return tuple(out)


def _idea(unknown: bool, solved: tuple[str, ...], caused: tuple[str, ...], label: str) -> str:
    if unknown:
        return f"{upper_first(label)}: dit is met de gegevens van het bestand niet na te rekenen."
    parts = []
    if solved:
        parts.append(f"lost {len(solved)} botsing{'en' if len(solved) > 1 else ''} op")
    if caused:
        parts.append(f"geeft {len(caused)} nieuwe botsing{'en' if len(caused) > 1 else ''}")
    return f"{upper_first(label)}: nagerekend, {listed(parts) or 'geen botsing verandert'}."
