# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""The worker process around durable-rules. Runs as a file of its own, reads one JSON line per request, writes one back.

Imports nothing of this package, so that it starts fast and a crash takes nothing along. Requests:

``{"plans": [...]}``   define the rules; answer ``{"ok": number of rules}``
``{"norms": [...]}``   match one set; answer ``{"matches": [[plan, [place of the norm per step]]]}``

Only what held when it was measured is used: two facts per join, equality and inequality of text, an id of its own for
each fact, one thread. A pattern of three norms or more goes through middle facts: each join of two asserts one, and the
next join starts from it. Four mistakes in the native code of 2.0.28 are kept out of reach:

- when the last condition of a join is the one that fails, it reads on past the end of the conditions, which crashes if
  nothing lies there. So the last condition is always one that holds: both facts are of the same case;
- a fact that leads to more than 64 conditions at once ends in an error that corrupts memory, and from 512 rules of one
  shape on it never returns. So a rule set has at most ``MOST_RULES`` rules, which is at most 61 conditions;
- deleting the state of a case that has none crashes. So each case begins with a fact that a rule asks for;
- its two timer threads call into the same code. They are not started; nothing here uses timers.
"""

from __future__ import annotations

import contextlib
import importlib
import json
import sys
from typing import Any

MOST_RULES = 30
"""Rules per rule set."""


class Engine:
    """The rules of durable-rules for a list of plans."""

    def __init__(self, plans: list[dict[str, Any]]) -> None:
        engine: Any = importlib.import_module("durable.engine")
        lang: Any = importlib.import_module("durable.lang")
        engine.Host._run = lambda _self: None
        self._lang = lang
        self._unhandled: Any = engine.MessageNotHandledException
        self._found: list[tuple[int, list[int]]] = []
        self._middle: list[tuple[str, dict[str, str]]] = []
        self._mistakes: list[str] = []
        self._sets: list[str] = []
        self._case = 0
        self.rules = 0
        room = 0
        definition: Any = None
        for number, plan in enumerate(plans):
            joins = len(plan["steps"]) - 1
            if joins > room:
                room = MOST_RULES
                self._sets.append(f"patronen{len(self._sets)}")
                definition = lang.ruleset(self._sets[-1])
                with definition:
                    lang.when_all(lang.m.soort == "zaak")(lambda _: None)
            room -= joins
            self.rules += joins
            with definition:
                for place in range(1, joins + 1):
                    self._define(self._sets[-1], number, plan["steps"], place)
        if self._sets:
            lang.get_host()

    def _define(self, ruleset: str, number: int, steps: list[dict[str, Any]], place: int) -> None:
        """The join of step ``place`` with what is before it: the first norm, or a middle fact."""
        m, c = self._lang.m, self._lang.c
        first = place == 1
        left = self._alone(steps[0]) if first else m.soort == f"midden-{number}-{place - 1}"
        right = self._alone(steps[place])
        for name, same in (("same", True), ("differ", False)):
            for own, (alias, column) in steps[place][name]:
                other = getattr(c.een, column if first else f"{alias}__{column}")
                mine = getattr(m, own)
                right = right & (mine == other if same else mine != other)
        right = right & (m.zaak == c.een.zaak)
        later = steps[place + 1 :]
        kept = sorted({(a, k) for s in later for n in ("same", "differ") for _, (a, k) in s[n]})
        earlier = [step["alias"] for step in steps[:place]]
        own_alias = steps[place]["alias"]

        def run(bound: Any) -> None:
            try:
                one, two = bound.een, bound.twee
                places = [int(p) for p in (one.plaats if first else one.plaatsen).split(",")]
                if int(two.plaats) in places:
                    return
                places.append(int(two.plaats))
                if not later:
                    self._found.append((number, places))
                    return
                fact = {"soort": f"midden-{number}-{place}", "plaatsen": ",".join(map(str, places))}
                for alias, column in kept:
                    if alias == own_alias:
                        fact[f"{alias}__{column}"] = getattr(two, column)
                    elif alias in earlier:
                        fact[f"{alias}__{column}"] = getattr(one, column if first else f"{alias}__{column}")
                self._middle.append((ruleset, fact))
            except BaseException as error:  # durable-rules would swallow it
                self._mistakes.append(type(error).__name__)

        self._lang.when_all(c.een << left, c.twee << right)(run)

    def _alone(self, step: dict[str, Any]) -> Any:
        """What is asked of one norm by itself."""
        m = self._lang.m
        asked = m.soort == "norm"
        for column, word in step["asks"]:
            asked = asked & (getattr(m, column) == word)
        for column in step["present"]:
            asked = asked & (getattr(m, column) != "")
        return asked

    def match(self, norms: list[dict[str, str]]) -> list[tuple[int, list[int]]]:
        """All matches in one set of norms."""
        self._found, self._middle, self._mistakes = [], [], []
        self._case += 1
        case = f"zaak{self._case}"
        number = 0
        for ruleset in self._sets:
            self._lang.assert_fact(ruleset, {"id": case, "sid": case, "soort": "zaak"})
        try:
            for place, norm in enumerate(norms):
                for ruleset in self._sets:
                    self._assert(
                        ruleset,
                        {
                            "id": f"{case}-{number}",
                            "sid": case,
                            "zaak": case,
                            "soort": "norm",
                            "plaats": str(place),
                            **norm,
                        },
                    )
                    number += 1
            while self._middle:
                ruleset, fact = self._middle.pop()
                self._assert(ruleset, {"id": f"{case}-{number}", "sid": case, "zaak": case, **fact})
                number += 1
        finally:
            for ruleset in self._sets:
                self._lang.delete_state(ruleset, case)
        if self._mistakes:
            raise RuntimeError(", ".join(self._mistakes))
        return self._found

    def _assert(self, ruleset: str, fact: dict[str, str]) -> None:
        with contextlib.suppress(self._unhandled):  # no rule asks for a fact like this one
            self._lang.assert_fact(ruleset, fact)


def main() -> None:
    """Answer requests until the input ends."""
    engine: Engine | None = None
    answers = sys.stdout
    sys.stdout = sys.stderr  # whatever a library prints stays out of the answers
    for line in sys.stdin:
        try:
            request = json.loads(line)
            if "plans" in request:
                engine = Engine(request["plans"])
                answer: dict[str, Any] = {"ok": engine.rules}
            else:
                assert engine is not None
                answer = {"matches": engine.match(request["norms"])}
        except BaseException as error:
            answer = {"error": type(error).__name__}
        answers.write(json.dumps(answer) + "\n")
        answers.flush()


if __name__ == "__main__":
    main()
