# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""What ``questions`` does: ask in the terminal, line by line, and keep every answer at once."""

from __future__ import annotations

import sys
import textwrap
from collections.abc import Generator
from typing import TYPE_CHECKING, Any, TypeVar

from samenloop.cli.streams import out, say, width
from samenloop.errors import InputError, Problem

if TYPE_CHECKING:
    from pathlib import Path

    from samenloop.app.asking import Session, Store
    from samenloop.app.replies import Ask
    from samenloop.evaluation.questions import Question
    from samenloop.rulebook import Rulebook

_STOP = frozenset({"stop", "einde", "klaar"})
_LATER = frozenset({"later", "overslaan"})
_HELP = "Antwoord, of typ: 'weet ik niet', 'later' (sla over), 'stop' of niets (klaar voor nu)."
R = TypeVar("R")


class _StopError(Exception):
    """The person wants to stop."""


class _LaterError(Exception):
    """The person leaves this question for later."""


def run_questions(file: str, output: str | None, overlays: list[str], folders: list[str]) -> None:
    """Ask what changes the outcome most, one question at a time."""
    from pathlib import Path

    from samenloop.app.asking import Session, Store
    from samenloop.cli import inputs
    from samenloop.domain import read_household

    if file == inputs.STDIN:
        raise InputError(Problem("BESTAND", 0, 0, "A050", "de antwoorden komen van de invoer; geef hier een bestand."))
    path = Path(file)
    store = Store(path, None if output is None else Path(output))
    book = inputs.rulebook(folders, overlays)
    begun = not path.exists()
    if not begun:
        read_household(path, book.vocabulary)
        text, target = path.read_bytes().decode("utf-8"), path
    else:
        try:
            text, target = _begun(path, store, book), store.target
        except _StopError:
            out("Gestopt." if store.target.exists() else "Gestopt; er is niets bewaard.")
            return
    session = Session(text, str(target), book)
    try:
        _round(session, store, begun=begun)
    except (KeyboardInterrupt, InputError):
        say("\n" + _kept(session, store))
        raise


def _round(session: Session, store: Store, *, begun: bool) -> None:
    if session.open and not begun:
        _show(_HELP)
    for question in session:
        try:
            _one(session, store, question)
        except _LaterError:
            continue
        except _StopError:
            out(f"\n{_kept(session, store)}")
            return
    end = "Er zijn nu geen vragen meer die de uitkomst veranderen." if session.asked else (
        "Er zijn geen vragen die de uitkomst veranderen."
    )  # fmt: skip
    _show("", end)
    out(_kept(session, store))


def _one(session: Session, store: Store, question: Question) -> None:
    conversation = session.conversation(question)
    try:
        first = next(conversation)
    except StopIteration as nothing:
        _show("", f"Niet hier in te vullen: {question.text}", *([nothing.value.note] if nothing.value.note else []))
        return
    session.asked += 1
    left = len(session.open)
    _show("", f"Vraag {session.asked}{f', nog ongeveer {left}' if left else ', de laatste voor nu'}", first.text)
    _show(f"Waarom: {question.why}", f"Verandert: {session.changes_what(question)}.")
    kept = session.keep(_talk(conversation, first, shown=True))
    if kept.written:
        store.save(session.state.text)
        session.answered += 1
    elif not kept.notes:
        _show("→ Het bestand blijft zoals het is.")
    _show(*(f"! {note}" for note in kept.notes), *(f"→ {change}" for change in kept.changes))


def _talk(conversation: Generator[Ask, Any, R], ask: Ask, *, shown: bool = False) -> R:
    """Put every question of a conversation to the person, and give the replies back."""
    while True:
        if not shown:
            _show(ask.text)
        try:
            ask = conversation.send(_reply(ask))
        except StopIteration as end:
            found: R = end.value
            return found
        shown = False


def _reply(ask: Ask) -> Any:
    """One reply that fits; asks again when it does not."""
    from samenloop.app.replies import RefusedError

    for number, choice in enumerate(ask.choices, 1):
        _show(f"  {number}. {choice.label}")
    if ask.form:
        _show(f"  ({ask.form})")
    while True:
        said = _line()
        if not said and ask.optional:
            return None
        if not said or said.lower() in _STOP:
            raise _StopError
        if said.lower() in _LATER:
            raise _LaterError
        try:
            return ask.parse(said)
        except RefusedError as wrong:
            _show(f"Dat lukt niet: {wrong}")


def _line() -> str:
    """What is typed, without spaces around it; nothing at the end of the input."""
    sys.stdout.write("> ")
    sys.stdout.flush()
    typed = sys.stdin.readline()
    if not sys.stdin.isatty():
        out("")
    if not typed:
        raise _StopError
    return typed.strip()


def _begun(path: Path, store: Store, book: Rulebook) -> str:
    """Start a new file: who there is, and then who is what to whom."""
    import datetime as dt

    from samenloop.app.starting import code_of, new_household, related

    _show(f"{store.target} bestaat nog niet. Een nieuw huishouden: eerst wanneer, waar en wie.", _HELP, "")
    conversation = new_household(code_of(path.stem), dt.date.today(), book)
    try:
        text = _talk(conversation, next(conversation))
    except _LaterError:
        raise _StopError from None
    store.save(text)
    out(f"Begonnen: {store.target}\n")
    more = related(text, book)
    try:
        text = _talk(more, next(more))
        store.save(text)
    except (StopIteration, _LaterError):
        return text
    return text


def _kept(session: Session, store: Store) -> str:
    count = session.answered
    if not count:
        return "Er is niets veranderd."
    return f"{count} {'antwoord' if count == 1 else 'antwoorden'} bewaard in {store.target}."


def _show(*texts: str) -> None:
    lines = []
    for text in texts:
        start = text[: len(text) - len(text.lstrip())]
        hanging = start + ("  " if text.lstrip()[:2] in ("→ ", "! ") else " " if start else "")
        kept = text.replace("\u00a0", "\ue000")
        lines += textwrap.wrap(
            kept, width(), subsequent_indent=hanging, break_long_words=False, break_on_hyphens=False
        ) or [""]
    if lines:
        out("\n".join(line.replace("\ue000", "\u00a0") for line in lines))
