# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""A worker that dies, hangs, lies or is not there takes nothing along: the joins take over and it is said."""

from __future__ import annotations

import os
import signal
import time
from pathlib import Path

import pytest

from interaction.matching.random_norms import patterns, sets
from interaction.matching.test_matchers import DEMAND, ROLE, needs_durable
from samenloop.interaction.matching import JoinMatcher, choose_matcher
from samenloop.interaction.matching import choose as choosing
from samenloop.interaction.matching.durable import DurableMatcher, is_installed
from samenloop.interaction.matching.process import Worker, WorkerGoneError

STOPPED = "joins (werker gestopt)"
NORMS = [ROLE, DEMAND]
EXPECTED = JoinMatcher().match(patterns(), NORMS)

READY = "import json, os, sys, time\nprint(json.dumps({'ok': 1}), flush=True)\nsys.stdin.readline()\n"
"""A worker that takes the rules and then ..."""
TROUBLE = {
    "hangt meteen": "import time\ntime.sleep(600)",
    "hangt bij het zoeken": READY + "sys.stdin.readline()\ntime.sleep(600)",
    "leest niet en hangt": READY + "time.sleep(600)",
    "stopt meteen": "raise SystemExit(0)",
    "crasht": READY + "sys.stdin.readline()\nos.kill(os.getpid(), 11)",
    "zegt onzin": READY + "sys.stdin.readline()\nprint('onzin', flush=True)\ntime.sleep(600)",
    "zegt een half antwoord": READY + "sys.stdin.readline()\nprint('{\"mat', end='', flush=True)\ntime.sleep(600)",
    "zegt een getal": READY + "sys.stdin.readline()\nprint('7', flush=True)\ntime.sleep(600)",
    "zegt fout": READY + "sys.stdin.readline()\nprint(json.dumps({'error': 'Oeps'}), flush=True)\ntime.sleep(600)",
    "mist een onderdeel": "import geen_onderdeel_van_deze_naam",
}


def gone(pid: int) -> bool:
    """Whether a process is no longer there."""
    return not Path(f"/proc/{pid}").exists()


@pytest.mark.parametrize("trouble", TROUBLE)
def test_trouble_is_survived_and_said(trouble: str, tmp_path: Path) -> None:
    script = tmp_path / "werker.py"
    script.write_text(TROUBLE[trouble], encoding="utf-8")
    matcher = DurableMatcher(script=script, seconds=1.0)
    start = time.monotonic()
    assert matcher.match(patterns(), NORMS) == EXPECTED
    assert time.monotonic() - start < 4
    assert (matcher.ran, matcher.pid) == (STOPPED, None)
    start = time.monotonic()
    assert matcher.match(patterns(), NORMS) == EXPECTED  # and no second try
    assert time.monotonic() - start < 0.5
    matcher.close()


def test_a_request_larger_than_the_pipe_does_not_wait_for_a_worker_that_does_not_read(tmp_path: Path) -> None:
    script = tmp_path / "werker.py"
    script.write_text(TROUBLE["hangt meteen"], encoding="utf-8")
    worker = Worker(script)
    start = time.monotonic()
    with pytest.raises(WorkerGoneError):
        worker.ask({"norms": ["x" * 1_000_000]}, 0.5)
    assert time.monotonic() - start < 2
    assert gone(worker.pid)


def test_a_large_answer_comes_through(tmp_path: Path) -> None:
    script = tmp_path / "werker.py"
    script.write_text("import sys\nfor line in sys.stdin:\n    print(line, end='', flush=True)\n", encoding="utf-8")
    with Worker(script) as worker:
        assert worker.ask({"heen": "x" * 3_000_000}, 20)["heen"] == "x" * 3_000_000


def test_a_python_that_is_not_there() -> None:
    with pytest.raises(WorkerGoneError):
        Worker(Path("werker.py"), python=("/geen/python",))


@needs_durable
def test_a_killed_worker_is_survived_and_said() -> None:
    matcher = DurableMatcher()
    first, second = sets(2, seed=11)
    matcher.match(patterns(), first)
    pid = matcher.pid
    assert matcher.ran == "durable-rules"
    assert pid is not None
    os.kill(pid, signal.SIGKILL)
    assert matcher.match(patterns(), second) == JoinMatcher().match(patterns(), second)
    assert matcher.ran == STOPPED
    assert gone(pid)
    matcher.close()


@needs_durable
def test_a_stopped_worker_is_a_hanging_worker() -> None:
    matcher = DurableMatcher(seconds=5.0)
    matcher.match(patterns(), NORMS)
    pid = matcher.pid
    assert pid is not None
    os.kill(pid, signal.SIGSTOP)
    matcher._seconds = 0.5
    assert matcher.match(patterns(), NORMS) == EXPECTED
    assert matcher.ran == STOPPED
    assert gone(pid)


@needs_durable
def test_one_case_gets_durable_rules_and_its_worker_goes_afterwards() -> None:
    with choose_matcher() as matcher:
        assert isinstance(matcher, DurableMatcher)
        assert matcher.match(patterns(), NORMS) == EXPECTED
        assert matcher.ran == "durable-rules"
        pid = matcher.pid
    assert pid is not None
    assert gone(pid)


def test_without_the_package_and_in_a_batch_it_is_the_joins(monkeypatch: pytest.MonkeyPatch) -> None:
    with choose_matcher(batch=True) as matcher:
        assert matcher.ran == "joins"
    monkeypatch.setattr(choosing, "is_installed", lambda: False)
    with choose_matcher() as matcher:
        assert matcher.match(patterns(), NORMS) == EXPECTED
        assert matcher.ran == "joins"


def test_whether_it_is_installed_is_seen_without_importing_it(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("sys.path", [str(tmp_path)])
    assert not is_installed()
    (tmp_path / "durable.py").write_text("raise RuntimeError", encoding="utf-8")
    assert is_installed()
