# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""docs/reference/opdrachten.md: the help of every command, as the command line itself gives it, and the exit codes."""

from __future__ import annotations

import contextlib
import io
import os
from collections.abc import Iterator, Mapping
from typing import Any
from unittest import mock

import typer

from docs.made.markdown import page, table
from samenloop.cli.commands import application
from samenloop.cli.running import DONE, FAILED, STOPPED, WRONG_INPUT, run

EXIT_CODES: Mapping[int, str] = {
    DONE: "gelukt, ook als er botsingen zijn",
    1: "alleen met `check --exit-code`: er is een zekere botsing van de gevraagde ernst of zwaarder",
    WRONG_INPUT: "de invoer klopt niet; elke fout is genoemd. Ook als een voorbeeld bij de regels niet klopt",
    FAILED: "het programma zelf ging mis, of de regels spreken elkaar tegen",
    STOPPED: "afgebroken",
}
WIDTH = "80"


def groups() -> Iterator[tuple[tuple[str, ...], Any]]:
    """Every command with the words that call it, in the order of the help."""

    def below(words: tuple[str, ...], command: Any) -> Iterator[tuple[tuple[str, ...], Any]]:
        yield words, command
        for name, one in getattr(command, "commands", {}).items():
            yield from below((*words, name), one)

    yield from below((), typer.main.get_command(application))


def helped(words: tuple[str, ...]) -> str:
    """What ``--help`` writes, 80 wide."""
    out = io.StringIO()
    with mock.patch.dict(os.environ, {"COLUMNS": WIDTH}), contextlib.redirect_stdout(out):
        assert run([*words, "--help"]) == DONE
    return out.getvalue().strip("\n")


def options(command: Any) -> set[str]:
    """Every option a command knows."""
    return {name for param in command.params for name in param.opts if name.startswith("-")} | {"--help", "-h"}


def made() -> str:
    """The page."""
    parts = [
        "Resultaten gaan naar de standaarduitvoer, meldingen en fouten naar de foutuitvoer. Met `NO_COLOR` of "
        "`TERM=dumb` zijn er geen kleuren; naar een bestand of pijp nooit.",
    ]
    for words, _ in groups():
        parts.append(f"## `{' '.join(('samenloop', *words))}`\n\n```\n{helped(words)}\n```")
    rows = ((str(number), said) for number, said in EXIT_CODES.items())
    parts.append("## Afsluitcodes\n\n" + table(("code", "betekenis"), rows))
    return page("Opdrachten", *parts, source="de opdrachtregel zelf")
