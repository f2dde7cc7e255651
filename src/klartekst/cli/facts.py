"""`klartekst facts`: the checklist of what a person should check before a draft is sent."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Literal, get_args

import click

from klartekst.cli.options import config_option, make_linter, read_config
from klartekst.errors import KlartekstError
from klartekst.model import STDIN, Profile
from klartekst.outcome import ExitCode

if TYPE_CHECKING:
    from klartekst.model import FactSheet

Format = Literal["text", "markdown", "docx"]

_BY_SUFFIX: dict[str, Format] = {".docx": "docx", ".md": "markdown"}
_CONFIDENTIAL = ("personvern", "taushetsplikt")


@click.command(
    options_metavar="[VALG]",
    short_help="Lag en sjekkliste for fakta og sitater.",
    help="Lag en sjekkliste til faktasjekk og sitatsjekk: hvert sitat med den som blir sitert, "
    "hvert tall, hver dato, hvert navn med tittel, og hver lenke. Har utkastet en budskapsfil, "
    "står kilder og godkjente sitater ved siden av.\n\nPersonopplysninger er skjult, som ellers.",
)
@click.argument("path", metavar="UTKAST")
@click.option(
    "--format",
    "output_format",
    type=click.Choice(get_args(Format)),
    help="Hvordan lista vises. Standard følger filnavnet etter --output, ellers text.",
)
@click.option(
    "--output",
    "-o",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FIL",
    help="Skriv lista til denne fila. En fil som finnes fra før, blir ikke overskrevet.",
)
@click.option(
    "--brief",
    "brief_path",
    type=click.Path(path_type=Path),
    metavar="FIL",
    help="Bruk fakta og sitater i denne budskapsfila.",
)
@click.option("--profile", type=click.Choice(get_args(Profile)), help="Hva slags tekst det er.")
@click.option("--pipeline", metavar="NAVN|STI", help="En annen språkmodell for spaCy.")
@click.option(
    "--show-secrets",
    is_flag=True,
    help="Vis personopplysningene. Virker bare i et terminalvindu.",
)
@config_option
def facts(  # noqa: PLR0913  one parameter for each option
    *,
    path: str,
    output_format: Format | None,
    output: Path | None,
    brief_path: Path | None,
    profile: Profile | None,
    pipeline: str | None,
    show_secrets: bool,
    config_path: Path | None,
) -> None:
    """Write the checklist of one draft."""
    if show_secrets and (output is not None or not sys.stdout.isatty()):
        raise click.UsageError("--show-secrets virker bare i et terminalvindu.")
    chosen = output_format or _BY_SUFFIX.get(output.suffix.lower() if output else "", "text")
    if chosen == "docx" and output is None:
        raise click.UsageError("Oppgi hvor Word-fila skal lagres, med --output FIL.docx.")
    try:
        sheet = _sheet(path, brief_path, profile, pipeline, config_path, reveal=show_secrets)
    except KlartekstError as error:
        click.echo(str(error), err=True)
        sys.exit(ExitCode.UNCHECKED)
    _write(_rendered(sheet, chosen), output)


def _sheet(  # noqa: PLR0913  what the command was asked
    path: str,
    brief_path: Path | None,
    profile: Profile | None,
    pipeline: str | None,
    config_path: Path | None,
    *,
    reveal: bool,
) -> FactSheet:
    """The checklist of a draft. Raises KlartekstError."""
    from klartekst.brief import find_brief, load_brief
    from klartekst.facts import fact_sheet
    from klartekst.readers.files import read_bytes, read_stream

    # What a config leaves out of a check must be masked here all the same.
    config = replace(read_config(config_path), select=(), ignore=())
    linter = make_linter(config, select=_CONFIDENTIAL, pipeline=pipeline)
    if linter.errors:
        raise KlartekstError(linter.errors[0])
    stdin = path == STDIN
    limit = config.max_megabytes
    data = read_stream(sys.stdin.buffer, limit) if stdin else read_bytes(Path(path), limit)
    found = brief_path or (None if stdin else find_brief(Path(path)))
    brief = load_brief(found) if found else None
    draft = linter.read(data, path, brief, profile=profile)
    secret = () if reveal else [match.place for _, match in linter.matches(draft)]
    return fact_sheet(draft, secret)


def _rendered(sheet: FactSheet, chosen: Format) -> str | bytes:
    from klartekst.reporters.fact_sheet import to_markdown, to_text

    if chosen == "docx":
        from klartekst.reporters.fact_sheet_docx import to_docx

        return to_docx(sheet)
    return to_markdown(sheet) if chosen == "markdown" else to_text(sheet)


def _write(rendered: str | bytes, output: Path | None) -> None:
    if output is None:
        click.echo(rendered)
        return
    data = rendered if isinstance(rendered, bytes) else click.unstyle(rendered + "\n").encode()
    try:
        with output.open("xb") as file:
            file.write(data)
    except OSError as error:
        reason = "finnes fra før" if isinstance(error, FileExistsError) else "kan ikke skrives"
        click.echo(f"{output} {reason}. Velg et annet filnavn med --output.", err=True)
        sys.exit(ExitCode.UNCHECKED)
