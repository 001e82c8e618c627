# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""The commands with their options. What a command does is imported when it runs, so that help and version are quick."""

from __future__ import annotations

from typing import Annotated

import typer

from samenloop.cli.dutch import DutchCommand, DutchGroup

_SETTINGS = {"help_option_names": ["--help", "-h"]}

application = typer.Typer(
    name="samenloop",
    cls=DutchGroup,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings=_SETTINGS,
    epilog="Een hulpmiddel, geen besluit. Afsluitcodes: 0 gelukt, 1 alleen met --exit-code, 2 invoer klopt niet, "
    "3 het programma ging mis, 130 afgebroken.",
)
rules = typer.Typer(
    name="rules",
    cls=DutchGroup,
    add_completion=False,
    rich_markup_mode=None,
    context_settings=_SETTINGS,
    help="De regels: opsommen, nalezen als zin, beproeven, controleren.",
)
application.add_typer(rules)


File = Annotated[str, typer.Argument(metavar="BESTAND", help="Het huishouden (YAML); - leest van de invoer.")]
Folders = Annotated[
    list[str] | None,
    typer.Option("--regels", metavar="MAP", help="Een map met rules/ en laws/ erbij; mag vaker."),
]
Overlays = Annotated[
    list[str] | None,
    typer.Option("--overlay", metavar="PAD", help="Een overlay erover: een bestand, of de id; mag vaker."),
]


@application.callback(invoke_without_command=True)
def start(ctx: typer.Context) -> None:
    """Samenloop laat zien waar sociale regelingen elkaar tegenwerken voor een huishouden, en wat daaraan te doen is."""
    _help_when_alone(ctx)


@rules.callback(invoke_without_command=True)
def rules_start(ctx: typer.Context) -> None:
    """De regels: opsommen, nalezen als zin, beproeven, controleren."""
    _help_when_alone(ctx)


def _help_when_alone(ctx: typer.Context) -> None:
    if ctx.invoked_subcommand is None:
        from samenloop.cli.streams import out

        out(ctx.get_help())
        raise typer.Exit(0)


@application.command(cls=DutchCommand)
def check(
    file: File,
    format_: Annotated[
        str, typer.Option("--format", metavar="VORM", help="text, json of html. Zonder: text.")
    ] = "text",
    output: Annotated[
        str | None,
        typer.Option("--out", metavar="PAD", help="Schrijf naar een bestand in plaats van naar het scherm."),
    ] = None,
    receipt: Annotated[
        str | None,
        typer.Option("--receipt", metavar="RAPPORT", help="Reken een eerder rapport (json) na; zeg wat anders is."),
    ] = None,
    exit_code: Annotated[
        str | None,
        typer.Option(
            "--exit-code",
            metavar="ERNST",
            help="Eindig met 1 bij een zekere botsing van deze ernst (hoog, midden, laag) of zwaarder.",
        ),
    ] = None,
    no_projection: Annotated[
        bool, typer.Option("--geen-projectie", help="Kijk niet vooruit: zeg niet tot wanneer een voorstel houdt.")
    ] = False,
    overlays: Overlays = None,
    folders: Folders = None,
) -> int:
    """Reken een huishouden door: botsingen met bewijs, voorstellen, ongebruikte rechten, vragen."""
    from samenloop.cli.checking import run_check

    return run_check(
        file, format_, output, receipt, exit_code,
        projection=not no_projection, overlays=overlays or [], folders=folders or [],
    )  # fmt: skip


@application.command(cls=DutchCommand)
def questions(
    file: Annotated[
        str, typer.Argument(metavar="BESTAND", help="Het huishouden (YAML); een bestand dat er niet is wordt begonnen.")
    ],
    output: Annotated[
        str | None,
        typer.Option("--out", metavar="PAD", help="Bewaar in een ander bestand; BESTAND blijft zoals het is."),
    ] = None,
    overlays: Overlays = None,
    folders: Folders = None,
) -> None:
    """Stel de vragen die de uitkomst veranderen, en bewaar elk antwoord meteen in het bestand."""
    from samenloop.cli.asking import run_questions

    run_questions(file, output, overlays or [], folders or [])


@application.command(cls=DutchCommand)
def explain(
    name: Annotated[str, typer.Argument(metavar="BEGRIP", help="Een aanspraak, begrip, feit, bedrag of regel.")],
    file: File,
    person: Annotated[
        str | None,
        typer.Option("--persoon", metavar="ID", help="Alleen voor deze persoon (of woning, of schuld)."),
    ] = None,
    overlays: Overlays = None,
    folders: Folders = None,
) -> None:
    """Waarom een uitkomst zo is, en waarom een andere uitkomst niet."""
    from samenloop.cli.checking import run_explain

    run_explain(name, file, person, overlays or [], folders or [])


@application.command(cls=DutchCommand)
def druk(
    file: File,
    person: Annotated[
        str | None,
        typer.Option("--persoon", metavar="ID", help="Wie er meer gaat verdienen; weggelaten: wie bruto loon heeft."),
    ] = None,
    more: Annotated[
        int, typer.Option("--meer", metavar="EURO", help="Hoeveel bruto loon er per maand bij komt.", min=1, max=10000)
    ] = 100,
    overlays: Overlays = None,
    folders: Folders = None,
) -> None:
    """Marginale druk: wat er overblijft van meer bruto loon, na belasting en alle rechten die meebewegen."""
    from samenloop.cli.checking import run_pressure

    run_pressure(file, more, person, overlays or [], folders or [])


@application.command(cls=DutchCommand)
def schema(
    which: Annotated[str, typer.Argument(metavar="WELK", help="huishouden of rapport.")],
) -> None:
    """Wat er in een bestand mag staan, als JSON Schema."""
    from samenloop.cli.checking import run_schema

    run_schema(which)


@rules.command("list", cls=DutchCommand)
def rules_list(
    regime: Annotated[
        str | None,
        typer.Option("--regeling", metavar="ID", help="Alleen de regels van deze regeling."),
    ] = None,
    day: Annotated[
        str | None,
        typer.Option("--op", metavar="DAG", help="Alleen de regels die op deze dag gelden (jjjj-mm-dd)."),
    ] = None,
    folders: Folders = None,
) -> None:
    """Som de regels op."""
    from samenloop.cli.ruling import run_list

    run_list(regime, day, folders or [])


@rules.command("show", cls=DutchCommand)
def rules_show(
    rule: Annotated[str, typer.Argument(metavar="REGEL", help="De id van een regel.")], folders: Folders = None
) -> None:
    """Lees een regel als Nederlandse zin, met artikelen, voorbeelden en wat haar leest."""
    from samenloop.cli.ruling import run_show

    run_show(rule, folders or [])


@rules.command("test", cls=DutchCommand)
def rules_test(
    regime: Annotated[
        str | None,
        typer.Option("--regeling", metavar="ID", help="Alleen de voorbeelden van deze regeling."),
    ] = None,
    folders: Folders = None,
) -> int:
    """Reken de voorbeelden na die bij de regels staan. Code 2 als er een niet klopt."""
    from samenloop.cli.ruling import run_test

    return run_test(regime, folders or [])


@rules.command("coverage", cls=DutchCommand)
def rules_coverage(
    amounts: Annotated[
        bool, typer.Option("--amounts", help="In plaats daarvan de bedragen per maand: bekend, open, of er niet.")
    ] = False,
    examples: Annotated[
        bool, typer.Option("--voorbeelden", help="In plaats daarvan wat de voorbeelden van de regels doorlopen.")
    ] = False,
    format_: Annotated[str, typer.Option("--format", metavar="VORM", help="text of json. Zonder: text.")] = "text",
    regime: Annotated[
        str | None,
        typer.Option("--regeling", metavar="ID", help="Bij --voorbeelden: alleen de regels van deze regeling."),
    ] = None,
    until: Annotated[
        str | None,
        typer.Option("--tot", metavar="MAAND", help="Bij --amounts: tot en met deze maand (jjjj-mm). Zonder: nu."),
    ] = None,
    folders: Folders = None,
) -> None:
    """Wat er van elke bepaling van de wetten is geworden: gecodeerd, niet gemodelleerd, of ontbreekt."""
    from samenloop.cli.coverage import run_coverage

    run_coverage(amounts=amounts, examples=examples, format_=format_, regime=regime, until=until, folders=folders or [])


@rules.command("lint", cls=DutchCommand)
def rules_lint(folders: Folders = None) -> None:
    """Lees en controleer alle regels en wetten; noem elke fout."""
    from samenloop.cli.ruling import run_lint

    run_lint(folders or [])


@application.command(cls=DutchCommand)
def version(
    rule_set: Annotated[
        bool, typer.Option("--regelset", help="Ook de code van de regels (leest alle regels).")
    ] = False,
) -> None:
    """De versie van het programma."""
    from samenloop.cli.ruling import run_version

    run_version(rule_set=rule_set)
