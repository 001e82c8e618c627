# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""Runs a command and turns everything that can go wrong into an exit code and a few words. Never a traceback."""

from __future__ import annotations

import sys
import traceback
from pathlib import Path

import typer

from samenloop.cli.commands import application
from samenloop.cli.dutch import UsageError, usage_message
from samenloop.cli.streams import say, tolerate
from samenloop.errors import SamenloopError

DONE, WRONG_INPUT, FAILED, STOPPED = 0, 2, 3, 130
_STOPPED = "Afgebroken."


def run(arguments: list[str]) -> int:
    """Run a command; the exit code."""
    tolerate(sys.stdout)
    tolerate(sys.stderr)
    try:
        code = typer.main.get_command(application)(args=arguments, prog_name="samenloop", standalone_mode=False)
        if code == STOPPED:
            say(_STOPPED)
        return code if isinstance(code, int) else DONE
    except SamenloopError as error:
        return _wrong(error)
    except typer.Exit as leave:
        return leave.exit_code
    except (typer.Abort, KeyboardInterrupt):
        say(_STOPPED)
        return STOPPED
    except UsageError as error:
        say(usage_message(error))
        return WRONG_INPUT
    except Exception as error:
        say(_unexpected(error))
        return FAILED


def _wrong(error: SamenloopError) -> int:
    count = len(error.problems)
    for problem in error.problems:
        say(problem.render())
    if error.exit_code == WRONG_INPUT:
        say(f"{count} {'fout' if count == 1 else 'fouten'}; er is niets berekend.")
    else:
        say("Er is niets berekend. Meld dit (zie CONTRIBUTING.md), zonder gegevens van echte mensen.")
    return error.exit_code


def _unexpected(error: Exception) -> str:
    """What went wrong inside, by kind and place. The words of the error may hold values of a case: left out."""
    frames = traceback.extract_tb(error.__traceback__)
    own = [frame for frame in frames if "samenloop" in Path(frame.filename).parts]
    last = (own or frames)[-1] if frames else None
    where = "" if last is None else f" bij {Path(last.filename).name}, regel {last.lineno}"
    return (
        f"samenloop: er ging iets mis in het programma ({type(error).__name__}{where}).\n"
        "Meld dit met deze regel en de uitvoer van `samenloop version` (zie CONTRIBUTING.md).\n"
        "Stuur nooit gegevens van echte mensen mee. In deze melding staan geen gegevens uit het bestand."
    )
