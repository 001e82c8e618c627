# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""The program as it is started for real: with pipes, without colours, in a poor terminal, quickly where it can."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from support.mini_base import mini_text

PROGRAM = [sys.executable, "-m", "samenloop.cli"]
FIXTURES = Path(__file__).resolve().parents[2] / "fixtures" / "huishoudens"


def start(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*PROGRAM, *arguments], capture_output=True, text=True, encoding="utf-8", check=False,
        env={**os.environ, **environment}, timeout=120,
    )  # fmt: skip


def test_a_real_fixture_with_the_shipped_rules() -> None:
    done = start("check", str(FIXTURES / "gewoon-gezin.yaml"))
    assert (done.returncode, done.stderr) == (0, "")
    assert "Er is geen botsing" in done.stdout
    assert max(map(len, done.stdout.splitlines())) <= 80
    assert "\x1b" not in done.stdout


def test_the_shipped_rules_are_whole() -> None:
    done = start("rules", "lint")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("Alles klopt: ")


def test_an_extra_folder_of_rules_is_laid_beside_them(tmp_path: Path) -> None:
    (tmp_path / "rules" / "energie").mkdir(parents=True)
    (tmp_path / "rules" / "energie" / "kapot.yaml").write_text("schema: 1\nregeling: energie\n", encoding="utf-8")
    done = start("rules", "lint", "--regels", str(tmp_path))
    assert done.returncode == 2
    assert done.stdout == ""
    assert "rules/energie/kapot.yaml:" in done.stderr


def test_no_traceback_when_the_reader_leaves() -> None:
    command = [*PROGRAM, "rules", "list"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.readline()
        process.stdout.close()
        error = process.stderr.read()
        assert process.wait(timeout=120) == 0
    assert error == ""


def test_a_terminal_that_knows_no_euro_gets_a_question_mark(tmp_path: Path) -> None:
    path = tmp_path / "huishouden.yaml"
    path.write_text(mini_text(), encoding="utf-8")
    done = start("check", str(path), PYTHONIOENCODING="ascii")
    assert done.returncode == 0
    assert done.stderr == ""
    assert "?" in done.stdout


@pytest.mark.parametrize("arguments", [["version"], ["--help"], ["check", "--help"], ["schema", "--help"]])
def test_help_and_version_load_nothing_heavy(arguments: list[str]) -> None:
    code = (
        "import sys\n"
        "from samenloop.cli.running import run\n"
        f"run({arguments!r})\n"
        "heavy = {'networkx', 'lark', 'yaml', 'samenloop.rulebook', 'samenloop.domain', 'samenloop.evaluation'}\n"
        "sys.exit(9 if heavy & set(sys.modules) else 0)\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False, timeout=60)
    assert done.returncode == 0, done.stdout + done.stderr
