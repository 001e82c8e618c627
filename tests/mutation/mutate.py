# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""``make mutate``: put every small mistake in the rules, alone, and see whether an example of the rules notices.

Only the examples that read the rule or amount are run: until the mistake is reached nothing differs, so who does not
read it cannot notice it. A mistake in a date shows only on that day, so all examples of that day are run.

Survivors are printed with file and line. What has been tried is kept in ``build/mutate``: the same rules go on where
they were broken off; after a change the example that noticed before is tried first. Options: ``--soort NAAM`` (more
than once), ``--regeling ID``, ``--alle`` (print also survivors that no example could ever read), ``--ingang`` (count the
first days of amounts too), ``--opnieuw`` (forget what was tried).
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import multiprocessing
import os
import subprocess
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from mutation.mutants import KINDS, Mutant, every, readable
from samenloop.errors import SamenloopError
from samenloop.evaluation.examples import evaluate_example
from samenloop.resources import data_root
from samenloop.rulebook import Rulebook, WorkedExample, load_rulebook, store

ROOT = Path(__file__).resolve().parents[2]
KEPT = ROOT / "build" / "mutate"
WORKERS = 2
GOAL = 90


@dataclass(frozen=True)
class Witnesses:
    """The examples of the rules, and which of them can notice a mistake."""

    book: Rulebook

    @cached_property
    def reads(self) -> tuple[tuple[WorkedExample, frozenset[str]], ...]:
        """Each example with every rule and parameter it reads."""
        out = []
        for worked in self.book.examples:
            _, ev = evaluate_example(self.book, worked.example, worked.unit)
            out.append((worked, ev.everything_read()))
        return tuple(out)

    @cached_property
    def by_owner(self) -> dict[str, list[WorkedExample]]:
        """Per rule and parameter its readers."""
        found: dict[str, list[WorkedExample]] = defaultdict(list)
        for worked, names in self.reads:
            for name in names:
                found[name].append(worked)
        return found

    def who_can_notice(self, mutant: Mutant) -> list[WorkedExample]:
        """The examples to run, the likeliest first: those of the same file."""
        if mutant.kind == "datum" and mutant.days is not None:  # on that day the rule is there, or is gone
            found = [w for w in self.book.examples if w.example.peildatum == mutant.days[0]]
        else:
            found = self.by_owner.get(mutant.owner, [])
            if mutant.days is not None:
                first, last = mutant.days
                found = [w for w in found if first <= w.example.peildatum <= last]
        file, name = mutant.place.rpartition(":")[0], mutant.owner.partition(":")[2]
        return sorted(found, key=lambda w: (not _names(w, name), w.spot.file != file))

    def killer(self, mutant: Mutant, first: str = "") -> str | None:
        """The place of an example that notices; ``None``: it survives."""
        with mutant.applied() as variation, _days_anew(self.book, mutant):
            candidates = self.who_can_notice(mutant)
            candidates.sort(key=lambda w: place(w) != first)
            for worked in candidates:
                try:
                    failures, _ = evaluate_example(self.book, worked.example, worked.unit, variation)
                except SamenloopError:
                    return place(worked)
                if failures:
                    return place(worked)
        return None


@contextmanager
def _days_anew(book: Rulebook, mutant: Mutant) -> Iterator[None]:
    """The rule base remembers what is in force when: not while, and not after, the days of a rule are others."""
    if mutant.kind == "datum":
        book.forget()
    try:
        yield
    finally:
        if mutant.kind == "datum":
            book.forget()


def _names(worked: WorkedExample, rule: str) -> bool:
    return rule in (*(worked.example.vuurt or ()), *(worked.example.vuurt_niet or ()))


def place(worked: WorkedExample) -> str:
    """File and line of an example."""
    return f"{worked.spot.file}:{worked.spot.line}"


# ---- two processes

_state: list[tuple[Witnesses, list[Mutant]]] = []


def _start() -> None:
    book = load_rulebook(data_root())  # from the files: overlays and the base share their rules
    tests = Witnesses(book)
    _ = tests.by_owner  # what is read is found before the first mistake is in the rules, not while it is
    _state[:] = [(tests, list(every(book)))]


def _try(task: tuple[int, str]) -> tuple[int, str | None]:
    tests, mutants = _state[0]
    return task[0], tests.killer(mutants[task[0]], task[1])


def _run(tasks: Sequence[tuple[int, str]]) -> Iterator[tuple[int, str | None]]:
    if tasks:
        with multiprocessing.get_context("spawn").Pool(WORKERS, _start) as pool:
            yield from pool.imap_unordered(_try, tasks, chunksize=8)


def results(mutants: Sequence[Mutant], wanted: Sequence[int], kept: Path) -> dict[str, str | None]:
    """Every mutant with who noticed it. What is in the file is not tried again; what is found is added at once."""
    done, before = _known(kept)
    todo = [i for i in wanted if mutants[i].id not in done]
    hints = [(i, str(before.get(mutants[i].id) or "")) for i in todo]
    kept.parent.mkdir(parents=True, exist_ok=True)
    with kept.open("a", encoding="utf-8") as file:
        if kept.stat().st_size:
            file.write("\n")  # a run that was broken off may have left half a line
        for number, (i, killer) in enumerate(_run(hints), start=1):
            done[mutants[i].id] = killer
            file.write(json.dumps([mutants[i].id, killer], ensure_ascii=False) + "\n")
            if number % 200 == 0:
                file.flush()
                print(f"{number} van {len(todo)}", file=sys.stderr)
    return done


def _known(kept: Path) -> tuple[dict[str, str | None], dict[str, str | None]]:
    """What was found for these rules, and what was found last for other ones."""
    others = [p for p in kept.parent.glob("*.jsonl") if p != kept] if kept.parent.is_dir() else []
    latest = max(others, key=lambda p: p.stat().st_mtime, default=None)
    return _lines(kept), {} if latest is None else _lines(latest)


def _lines(path: Path) -> dict[str, str | None]:
    found: dict[str, str | None] = {}
    for line in path.read_text(encoding="utf-8").splitlines() if path.is_file() else ():
        try:
            name, killer = json.loads(line)
        except ValueError:  # the last line of a run that was broken off
            continue
        found[name] = killer
    return found


# ---- the report


def table(mutants: Sequence[Mutant], done: dict[str, str | None]) -> Iterator[str]:
    """Per kind: how many, how many noticed, the share."""
    tried, killed = Counter(m.kind for m in mutants), Counter(m.kind for m in mutants if done.get(m.id))
    yield "| soort | fouten | opgemerkt | aandeel |"
    yield "|---|---|---|---|"
    for kind in KINDS:
        if tried[kind]:
            yield f"| {kind} | {tried[kind]} | {killed[kind]} | {share(killed[kind], tried[kind])} % |"
    total, noticed = sum(tried.values()), sum(killed.values())
    yield f"| samen | {total} | {noticed} | {share(noticed, total)} % |"


def share(part: int, whole: int) -> str:
    """A percentage with one decimal, rounded down."""
    return f"{part * 1000 // max(whole, 1) / 10:.1f}".replace(".", ",")


def main(arguments: Sequence[str]) -> int:
    """Run and print. 1: less than the goal is noticed."""
    parser = argparse.ArgumentParser(prog="make mutate", description="Fouten in de regels, een voor een.")
    parser.add_argument("--soort", action="append", choices=KINDS)
    parser.add_argument("--regeling")
    parser.add_argument("--alle", action="store_true")
    parser.add_argument("--ingang", action="store_true")
    parser.add_argument("--opnieuw", action="store_true")
    asked = parser.parse_args(arguments)
    start = time.perf_counter()
    book = load_rulebook(data_root())
    mutants = list(every(book))
    kept = KEPT / f"{store.key((data_root(),), ())[:16]}.jsonl"
    if asked.opnieuw:
        kept.unlink(missing_ok=True)
    kinds = asked.soort or [kind for kind in KINDS if kind != "ingang" or asked.ingang]
    wanted = [i for i, m in enumerate(mutants) if m.kind in kinds and _of(book, m, asked.regeling)]
    done = results(mutants, wanted, kept)
    chosen = [mutants[i] for i in wanted]
    within = [m for m in chosen if readable(m.spot)]
    beyond = len(chosen) - len(within)
    commit = subprocess.run(
        ["git", "-C", ROOT, "rev-parse", "--short", "HEAD"], capture_output=True, text=True, check=False
    ).stdout.strip()
    print(f"Fouten in de regels, {dt.date.today():%d-%m-%Y}, commit {commit}, {time.perf_counter() - start:.0f} s\n")
    print("\n".join(table(within, done)))
    print(f"\nBuiten bereik van voorbeelden (alleen een heel huishouden leest ze): {beyond} fouten.")
    for mutant in chosen if asked.alle else within:
        if done.get(mutant.id) is None:
            print(f"{mutant.place}: {mutant.owner} {mutant.kind}: {mutant.what}")
    return 0 if sum(bool(done.get(m.id)) for m in within) * 100 >= GOAL * len(within) else 1


def _of(book: Rulebook, mutant: Mutant, regime: str | None) -> bool:
    if regime is None:
        return True
    kind, _, name = mutant.owner.partition(":")
    if kind == "regel":
        return book.regime_of(name) == regime
    return str(book.vocabulary.word("regelingen", regime).get("prefix")) == name.partition(".")[0]


if __name__ == "__main__":
    os.environ.setdefault("PYTHONHASHSEED", "0")
    sys.exit(main(sys.argv[1:]))
