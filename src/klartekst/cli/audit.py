"""`klartekst audit`: everything that is published, into tables and a report."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from klartekst.cli.options import choice_options, config_option, make_linter, read_config
from klartekst.errors import KlartekstError
from klartekst.outcome import ExitCode

if TYPE_CHECKING:
    from klartekst.audit.query import Form
    from klartekst.audit.run import Summary
    from klartekst.audit.tables import Columns

_EXTRA = (
    "klartekst audit trenger flere programbiblioteker. Installer dem med "
    "«pip install klartekst[audit]»."
)


class _Group(click.Group):
    """A group whose first command needs no name: `klartekst audit KILDE` is `audit run KILDE`."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args and args[0] not in self.commands:
            args = ["run", *args]
        return super().resolve_command(ctx, args)

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        # Options of `run` may come before the first source.
        if args and args[0].startswith("-") and args[0] not in ("-h", "--help"):
            args = ["run", *args]
        return super().parse_args(ctx, args)


@click.group(
    cls=_Group,
    options_metavar="",
    subcommand_metavar="KILDE… | KOMMANDO …",
    short_help="Gå gjennom alt som er publisert.",
    help="Gå gjennom alt som er publisert, og lag tabeller og en rapport.\n\n"
    "Eksempel: klartekst audit nyheter/ -o gjennomgang",
)
def audit() -> None:
    """Hold the commands of an audit together."""


@audit.command(
    options_metavar="[VALG]",
    short_help="Gå gjennom kildene (kan utelates).",
    help="Gå gjennom kildene: mapper, filer og mønstre («nyheter/**/*.docx»), tabeller (.parquet, "
    ".csv, .jsonl), nettarkiver (.warc), nettstedskart og nyhetsstrømmer (fil eller adresse).\n\n"
    "Stanser gjennomgangen, går den videre der den slapp når du gir samme kommando.",
)
@click.argument("places", nargs=-1, required=True, metavar="KILDE…")
@click.option(
    "-o",
    "--output",
    "folder",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path("gjennomgang"),
    metavar="MAPPE",
    help="Hvor tabellene og rapporten legges. Standard: gjennomgang.",
)
@click.option(
    "--workers", type=click.IntRange(1, 256), default=1, metavar="ANTALL", help="Prosesser."
)
@click.option(
    "--engine",
    type=click.Choice(["local", "ray"]),
    default="local",
    help="Hva som fordeler arbeidet: denne maskinen, eller Ray. Standard: local.",
)
@click.option("--address", metavar="ADRESSE", default="", help="Ray-klyngen, ellers en her.")
@click.option(
    "--staging",
    metavar="MAPPE",
    default="",
    help="Mappe eller adresse (s3://…) som hele Ray-klyngen når. Sakene ligger der umasket mens de "
    "kontrolleres.",
)
@click.option("--text-column", metavar="NAVN", default="", help="Kolonnen med teksten.")
@click.option("--title-column", metavar="NAVN", default="", help="Kolonnen med tittelen.")
@click.option("--lead-column", metavar="NAVN", default="", help="Kolonnen med ingressen.")
@click.option("--date-column", metavar="NAVN", default="", help="Kolonnen med datoen.")
@click.option("--section-column", metavar="NAVN", default="", help="Kolonnen med seksjonen.")
@click.option("--id-column", metavar="NAVN", default="", help="Kolonnen med en id for hver rad.")
@click.option("--address-column", metavar="NAVN", default="", help="Kolonnen med adressen.")
@click.option(
    "--host",
    "hosts",
    multiple=True,
    metavar="NETTSTED",
    help="Et annet nettsted som også kan hentes fra. Kan gjentas.",
)
@click.option(
    "--interval",
    type=click.FloatRange(0, 3600),
    default=0.5,
    metavar="SEKUNDER",
    help="Minste tid mellom to sider som hentes. Standard: 0,5.",
)
@click.option("--all-languages", is_flag=True, help="Kontroller også det som ikke er norsk.")
@choice_options
@config_option
def run(  # noqa: PLR0913  one parameter for each option
    *,
    places: tuple[str, ...],
    folder: Path,
    workers: int,
    engine: str,
    address: str,
    staging: str,
    hosts: tuple[str, ...],
    interval: float,
    all_languages: bool,
    config_path: Path | None,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    **columns: str,
) -> None:
    """Audit the sources, and end with 4 when nothing could be checked."""
    if engine != "ray" and (address or staging):
        raise click.UsageError("--address og --staging gjelder bare med --engine ray.")
    if address and not staging:
        raise click.UsageError("Oppgi --staging: en mappe eller adresse som hele klyngen når.")
    try:
        config = read_config(config_path)
        linter = make_linter(config, select=select, ignore=ignore)
        for problem in linter.errors:
            click.echo(problem, err=True)
        with _needing_extra():
            from klartekst.audit.local import Work
            from klartekst.audit.ray_engine import Cluster
            from klartekst.audit.report.writing import write_report
            from klartekst.audit.run import Job, run_audit
            from klartekst.audit.sources import Sources

            sources = Sources(places, _columns(columns), hosts, interval, config.max_megabytes)
            job = Job(sources, folder, Work(linter.config, all_languages), workers)
            cluster = Cluster(address, staging or str(folder.resolve()), workers)
            with _progress() as advance:
                summary = run_audit(job, advance, cluster.check if engine == "ray" else None)
            page = write_report(folder, _today())
    except KlartekstError as error:
        click.echo(str(error), err=True)
        sys.exit(ExitCode.UNCHECKED)
    click.echo(_in_words(summary, folder))
    click.echo(f"Rapporten ligger i {page}.")
    sys.exit(ExitCode.UNCHECKED if linter.errors or not summary.statuses.get("checked") else 0)


def _columns(named: dict[str, str]) -> Columns:
    from klartekst.audit.tables import Columns

    return Columns(**{name.removesuffix("_column"): column for name, column in named.items()})


_folder_option = click.option(
    "-o",
    "--output",
    "folder",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path("gjennomgang"),
    metavar="MAPPE",
    help="Mappa med gjennomgangen. Standard: gjennomgang.",
)


@audit.command(
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
@_folder_option
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
        with _needing_extra():
            from klartekst.audit import questions
            from klartekst.audit.query import ask, in_form

            click.echo(in_form(ask(folder, sql or getattr(questions, ready or "")), form))
    except KlartekstError as error:
        click.echo(str(error), err=True)
        sys.exit(ExitCode.USAGE)


@audit.command(
    options_metavar="[VALG]",
    short_help="Lag rapporten på nytt.",
    help="Lag rapport.html og rapport.xlsx på nytt fra tabellene. Med --since står det også hva "
    "som er nytt, rettet og uendret siden en tidligere gjennomgang.",
)
@_folder_option
@click.option(
    "--since",
    type=click.Path(path_type=Path, file_okay=False),
    metavar="MAPPE",
    help="Mappa med en tidligere gjennomgang å sammenligne med.",
)
def report(*, folder: Path, since: Path | None) -> None:
    """Write the report anew."""
    try:
        with _needing_extra():
            from klartekst.audit.report.writing import write_report

            page = write_report(folder, _today(), since)
    except KlartekstError as error:
        click.echo(str(error), err=True)
        sys.exit(ExitCode.USAGE)
    click.echo(f"Rapporten ligger i {page}.")


def _today() -> date:
    return datetime.now().astimezone().date()


@contextmanager
def _needing_extra() -> Iterator[None]:
    """Turn a missing library of the extra into a message that says how to get it."""
    try:
        yield
    except ModuleNotFoundError as error:
        raise KlartekstError(f"{_EXTRA} ({error.name} mangler.)") from error


@contextmanager
def _progress() -> Iterator[Callable[[int], None]]:
    """A bar on a terminal, with the rate; nothing elsewhere."""
    from tqdm import tqdm

    with tqdm(unit=" saker", disable=not sys.stderr.isatty(), dynamic_ncols=True) as bar:
        yield lambda count: bar.update(count) and None


_STATUS = {
    "checked": "kontrollert",
    "duplicate": "like en annen",
    "skipped": "ikke norsk",
    "error": "kunne ikke kontrolleres",
}
_VERDICT = {"ready": "klare", "warnings": "med advarsler", "stop": "med stopp"}


def _in_words(summary: Summary, folder: Path) -> str:
    """The last line of a run, and one on where to look."""
    statuses = _counted(summary.statuses, _STATUS)
    verdicts = _counted(summary.verdicts, _VERDICT)
    lines = [f"{summary.items} saker på {summary.seconds:.0f} sekunder: {statuses}."]
    if verdicts:
        lines[0] += f" Av de kontrollerte er {verdicts}."
    return "\n".join([*lines, f"Tabellene ligger i {folder}."])


def _counted(counts: dict[str, int], words: dict[str, str]) -> str:
    return ", ".join(f"{counts[name]} {word}" for name, word in words.items() if name in counts)
