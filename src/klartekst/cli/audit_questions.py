"""`klartekst audit query`, `report` and `where`: what an audit found."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from klartekst.cli.audit_telling import needing_extra, today
from klartekst.errors import KlartekstError
from klartekst.outcome import ExitCode

if TYPE_CHECKING:
    from klartekst.audit.query import Form

folder_option = click.option(
    "-o",
    "--output",
    "folder",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path("gjennomgang"),
    metavar="MAPPE",
    help="Mappa med gjennomgangen. Standard: gjennomgang.",
)


@click.command(
    options_metavar="[VALG]",
    short_help="Spør tabellene etterpå.",
    help="Spør tabellene fra en gjennomgang, med SQL eller et ferdig spørsmål. Tabellene heter "
    "documents, findings, messages og measures.\n\n"
    "Eksempel: klartekst audit query "
    '"SELECT rule, count(*) FROM findings GROUP BY rule ORDER BY 2 DESC"',
)
@click.argument("sql", required=False, metavar="[SQL]")
@click.option("--worst", "ready", flag_value="WORST", help="Hvilke saker bør rettes først?")
@click.option("--personal", "ready", flag_value="PERSONAL", help="Hvilke personopplysninger?")
@click.option("--trend", "ready", flag_value="TREND", help="Hvordan er det år for år?")
@folder_option
@click.option(
    "--format",
    "form",
    type=click.Choice(["table", "csv", "json"]),
    default="table",
    help="Hvordan svaret vises. Standard: table.",
)
def query(*, sql: str | None, ready: str | None, folder: Path, form: Form) -> None:
    """Print the answer to one question."""
    if (sql is None) == (ready is None):
        raise click.UsageError("Skriv enten SQL eller ett av --worst, --personal og --trend.")
    try:
        with needing_extra():
            from klartekst.audit import questions
            from klartekst.audit.query import ask, in_form

            click.echo(in_form(ask(folder, sql or getattr(questions, ready or "")), form))
    except KlartekstError as error:
        click.echo(str(error), err=True)
        sys.exit(ExitCode.USAGE)


@click.command(
    options_metavar="[VALG]",
    short_help="Lag rapporten på nytt.",
    help="Lag rapport.html og rapport.xlsx på nytt fra tabellene. Med --since står det også hva "
    "som er nytt, rettet og uendret siden en tidligere gjennomgang.",
)
@folder_option
@click.option(
    "--since",
    type=click.Path(path_type=Path, file_okay=False),
    metavar="MAPPE",
    help="Mappa med en tidligere gjennomgang å sammenligne med.",
)
def report(*, folder: Path, since: Path | None) -> None:
    """Write the report anew."""
    try:
        with needing_extra():
            from klartekst.audit.report.writing import write_report

            page = write_report(folder, today(), since)
    except KlartekstError as error:
        click.echo(str(error), err=True)
        sys.exit(ExitCode.USAGE)
    click.echo(f"Rapporten ligger i {page}.")


@click.command(
    options_metavar="[VALG]",
    short_help="Vis hele adressen til en sak.",
    help="Vis hele adressen eller filnavnet til saker, etter nummeret i tabellene og rapporten. "
    "Der er det som kan være fortrolig, skjult.\n\nEksempel: klartekst audit where 12",
)
@click.argument("numbers", nargs=-1, required=True, type=click.IntRange(min=1), metavar="NUMMER…")
@folder_option
def where(*, numbers: tuple[int, ...], folder: Path) -> None:
    """Print the key of each item in full."""
    try:
        with needing_extra():
            from klartekst.audit.state import key_of

            for number in numbers:
                click.echo(key_of(folder, number))
    except KlartekstError as error:
        click.echo(str(error), err=True)
        sys.exit(ExitCode.USAGE)
