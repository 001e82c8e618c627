# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""Asking the next best question, one at a time, and keeping every answer in the file of the household.

A session holds the text of the file. An answer is written into the text, the text is read by the strict reader and
evaluated again; only then it is kept. What cannot be written is said, and the next question follows.
"""

from __future__ import annotations

import os
import shutil
import stat
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

from samenloop.app.casefile import NotWrittenError, edited
from samenloop.app.changes import changes
from samenloop.app.checking import losses, with_local_rules
from samenloop.app.dialogue import Conversation, Outcome
from samenloop.app.placing import conversation, ties
from samenloop.app.spots import Case
from samenloop.domain import Loaded, load_household
from samenloop.errors import InputError, Problem
from samenloop.evaluation import Assessment, Claim, evaluate_household
from samenloop.evaluation.questions import Question, missing_facts, questions, wording
from samenloop.interaction import Detected, detect
from samenloop.language import values
from samenloop.language.values import FactRef
from samenloop.report.words import Words, listed, lower_first
from samenloop.rulebook import Rulebook


@dataclass(frozen=True)
class State:
    """A household as the file tells it, with what follows from it."""

    text: str
    loaded: Loaded
    assessment: Assessment
    detected: Detected
    questions: tuple[Question, ...]


@dataclass(frozen=True)
class Kept:
    """What came of an answer: whether the file changed, what that changed, and what else there is to say."""

    written: bool
    changes: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


def state_of(text: str, file: str, book: Rulebook) -> State:
    """Read and evaluate a household. Raises :class:`InputError` with every mistake of the file."""
    loaded = load_household(text, file, book.vocabulary)
    local = with_local_rules(loaded.household, book)
    assessment = evaluate_household(loaded.household, local)
    detected = detect(assessment)
    waiting = [ref for conflict in detected.conflicts for ref in conflict.missing]
    return State(text, loaded, assessment, detected, questions(assessment, losses(detected), waiting))


def unsettled(assessment: Assessment, ref: FactRef) -> tuple[Claim, ...]:
    """The rights that wait for a fact."""
    return tuple(
        claim
        for claim in assessment.claims
        if not claim.right.is_false and ref in values.both(claim.right, claim.amount or values.ZERO)[0]
    )


def waiting_for(assessment: Assessment) -> tuple[FactRef, ...]:
    """The links and lists that rights wait for, those that most wait for first."""
    return tuple(ref for ref in missing_facts(assessment) if ties(ref) and unsettled(assessment, ref))


class Session:
    """One round of questions about one household."""

    def __init__(self, text: str, file: str, book: Rulebook) -> None:
        self.file, self.book = file, book
        self.state = state_of(text, file, book)
        self.asked = 0
        self.answered = 0
        self._done: set[FactRef | str] = set()

    @property
    def case(self) -> Case:
        """The household as it stands now."""
        return Case(self.state.loaded, self.state.assessment.book)

    @property
    def open(self) -> tuple[Question, ...]:
        """The questions that are left, those that change most first; of those about one list the first.

        When no single answer changes anything any more, what still ties people, homes and lists together: such answers
        only count together.
        """
        case = self.case
        left: dict[FactRef | str, Question] = {}
        for question in self.state.questions:
            about = case.subject(question.ref)
            if not {about, question.ref} & self._done:
                left.setdefault(about, question)
        for ref in waiting_for(self.state.assessment) if not left else ():
            if ref not in self._done:
                text, why, judged = wording(self.state.assessment, ref)
                left[ref] = Question(ref, text, why, (), (), Fraction(0), (), judged)
        return tuple(left.values())

    def __iter__(self) -> Iterator[Question]:
        """The next best question, until none is left; each is asked once."""
        while left := self.open:
            self._done |= {left[0].ref, self.case.subject(left[0].ref)}
            yield left[0]

    def conversation(self, question: Question) -> Conversation:
        """What to ask for an answer to a question."""
        return conversation(self.case, question)

    def changes_what(self, question: Question) -> str:
        """What the answer changes, in words: rights first, then conflicts."""
        words = Words(self.state.assessment.book, self.state.assessment.day)
        rights = [words.label("aanspraken", one) for one in question.rights]
        shown = [rights[0], *map(lower_first, rights[1:])] if rights else []
        if not question.rights and not question.others:
            waiting = dict.fromkeys(c.entitlement for c in unsettled(self.state.assessment, question.ref))
            return f"samen met andere antwoorden: {listed(words.entitlement(one) for one in waiting)}"
        if question.others:
            shown.append("de botsing" if len(question.others) == 1 else "de botsingen")
        return listed(shown)

    def keep(self, outcome: Outcome) -> Kept:
        """Write what an answer says into the text and evaluate it; an answer that does not fit changes nothing."""
        notes: tuple[str, ...] = (outcome.note,) if outcome.note else ()
        if not outcome.edits:
            return Kept(False, (), notes)
        try:
            text = edited(self.state.text, outcome.edits)
            if text == self.state.text:
                return Kept(False, (), notes)
            after = state_of(text, self.file, self.book)
        except NotWrittenError:
            said = "Dit is hier niet veilig in te voegen zonder iets anders te raken. Vul het zelf in."
            return Kept(False, (), (*notes, said))
        except InputError as error:
            wrong = tuple(dict.fromkeys(problem.message for problem in error.problems))
            return Kept(False, (), (*notes, "Zo past het niet in het bestand: " + " ".join(wrong)))
        before, self.state = self.state, after
        told = {(warning.code, warning.path) for warning in before.loaded.warnings}
        notes += tuple(w.message for w in after.loaded.warnings if (w.code, w.path) not in told)
        shown = changes((before.assessment, before.detected), (after.assessment, after.detected))
        return Kept(True, shown, notes)


class Store:
    """The file that is written after every answer: as a whole or not at all."""

    def __init__(self, source: Path, target: Path | None = None) -> None:
        self.target = source if target is None else target
        self._last: bytes | None = None
        if target is not None and (target.exists() or target.is_symlink()):
            message = "dit bestand bestaat al; kies een ander, of ga verder in dit bestand zonder --out."
            raise InputError(Problem(str(target), 0, 0, "A051", message))
        if not self.target.resolve().parent.is_dir():
            raise InputError(Problem(str(self.target), 0, 0, "A052", "de map van dit bestand bestaat niet."))
        if target is None and source.exists():
            self._last = self._read()

    def _read(self) -> bytes:
        try:
            return self.target.read_bytes()
        except OSError:
            raise InputError(Problem(str(self.target), 0, 0, "H003", "dit bestand is niet te openen.")) from None

    def save(self, text: str) -> None:
        """Write the text. Raises :class:`InputError` when somebody else changed the file in the meantime."""
        path = self.target.resolve()
        now = self._read() if path.exists() else None
        if now != self._last:
            message = "dit bestand is intussen door iets anders veranderd; het laatste antwoord is niet bewaard."
            raise InputError(Problem(str(self.target), 0, 0, "A053", message))
        data = text.encode("utf-8")
        try:
            handle, name = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".tmp", dir=path.parent)
            try:
                with os.fdopen(handle, "wb") as file:
                    file.write(data)
                    file.flush()
                    os.fsync(file.fileno())
                if path.exists():
                    shutil.copymode(path, name)
                else:
                    Path(name).chmod(stat.S_IRUSR | stat.S_IWUSR)
                Path(name).replace(path)
            except BaseException:
                with suppress(OSError):
                    Path(name).unlink()
                raise
        except OSError:
            message = "naar dit bestand kan niet worden geschreven; het laatste antwoord is niet bewaard."
            raise InputError(Problem(str(self.target), 0, 0, "A022", message)) from None
        self._last = data
