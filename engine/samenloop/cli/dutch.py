# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""Help and usage errors in Dutch."""

from __future__ import annotations

from typing import Any

import typer
from typer.core import TyperCommand, TyperGroup

from samenloop.errors import did_you_mean

UsageError: Any = next(c for c in typer.BadParameter.__mro__ if c.__name__ == "UsageError")
"""The base of every usage error of the library that typer stands on (its own copy in newer versions)."""

_HELP = "Toon deze uitleg."


def _records(command: Any, ctx: Any, *, options: bool) -> list[tuple[str, str]]:
    """Names and explanations of the options, or of the arguments, of a command."""
    found = []
    for param in command.get_params(ctx):
        is_option = param.param_type_name == "option"
        if is_option != options or getattr(param, "hidden", False):
            continue
        if not is_option:
            found.append((str(param.metavar or param.name).upper(), str(getattr(param, "help", "") or "")))
            continue
        names = ", ".join(sorted(param.opts, key=len, reverse=True))
        if param.name == "help":
            found.append((names, _HELP))
        else:
            value = "" if param.is_flag or not param.metavar else f" {param.metavar}"
            found.append((names + value, str(param.help or "")))
    return found


def _usage(command: Any, ctx: Any) -> str:
    parts = [ctx.command_path]
    if isinstance(command, TyperGroup):
        parts.append("OPDRACHT")
    parts += [name for name, _ in _records(command, ctx, options=False)]
    return " ".join([*parts, "[OPTIES]"])


def _write(command: Any, ctx: Any, formatter: Any) -> None:
    formatter.write(f"Gebruik: {_usage(command, ctx)}\n")
    for paragraph in str(command.help or "").strip().split("\n\n"):
        formatter.write_paragraph()
        formatter.write_text(" ".join(paragraph.split()))
    parts = [("Argumenten", _records(command, ctx, options=False)), ("Opties", _records(command, ctx, options=True))]
    if isinstance(command, TyperGroup):
        names = command.list_commands(ctx)
        known = [(name, command.get_command(ctx, name)) for name in names]
        parts.insert(0, ("Opdrachten", [(n, str(c.short_help or c.help or "").split("\n")[0]) for n, c in known if c]))
    for head, records in parts:
        if records:
            with formatter.section(head):
                formatter.write_dl(records)
    if command.epilog:
        formatter.write_paragraph()
        formatter.write_text(command.epilog)


class DutchCommand(TyperCommand):
    """A command with Dutch help."""

    def format_help(self, ctx: Any, formatter: Any) -> None:
        _write(self, ctx, formatter)


class DutchGroup(TyperGroup):
    """A group of commands with Dutch help; an unknown command gets a did-you-mean."""

    def format_help(self, ctx: Any, formatter: Any) -> None:
        _write(self, ctx, formatter)

    def list_commands(self, ctx: Any) -> list[str]:
        return list(self.commands)

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        if args and not args[0].startswith("-") and self.get_command(ctx, args[0]) is None:
            hint = did_you_mean(args[0], self.list_commands(ctx))
            raise UsageError(f"deze opdracht bestaat niet. {hint}".strip(), ctx)
        return super().resolve_command(ctx, args)


def usage_message(error: Any) -> str:
    """A usage error in Dutch, without the value that was given."""
    name = type(error).__name__
    ctx = getattr(error, "ctx", None)
    path = ctx.command_path if ctx is not None else "samenloop"
    return f"samenloop: {_said(error, name)}\nZie: {path} --help"


def _said(error: Any, name: str) -> str:
    param = getattr(error, "param", None)
    if name == "NoSuchOption":
        options = list(error.possibilities or ())
        return f"de optie {error.option_name} bestaat niet. {did_you_mean(error.option_name, options)}".strip()
    if param is not None:
        shown = ", ".join(param.opts) if param.param_type_name == "option" else str(param.metavar or param.name).upper()
        if name == "MissingParameter":
            return f"{shown} ontbreekt."
        return f"de waarde van {shown} klopt niet."
    if name == "BadOptionUsage":
        return f"de optie {error.option_name} mist een waarde, of krijgt er een te veel."
    message = str(getattr(error, "message", ""))
    if message.startswith("Got unexpected extra"):
        return "er staan te veel argumenten."
    return message if message.startswith("deze opdracht") else "deze opdracht is niet te begrijpen."
