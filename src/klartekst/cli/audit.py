"""`klartekst audit`: everything that is published, into tables and a report."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from klartekst.cli.audit_questions import query, report, where
from klartekst.cli.audit_telling import in_words, needing_extra, showing_progress, today
from klartekst.cli.options import choice_options, config_option, make_linter, read_config
from klartekst.errors import KlartekstError
from klartekst.outcome import ExitCode

if TYPE_CHECKING:
    from klartekst.audit.tables import Columns

_INTERRUPTED = 130  # as shells have it


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
@click.option(
    "--since",
    "earlier",
    type=click.Path(path_type=Path, file_okay=False, exists=True),
    metavar="MAPPE",
    help="Mappa med forrige gjennomgang: sider som ikke er endret, hentes ikke på nytt, og "
    "rapporten sier hva som er nytt og rettet.",
)
@click.option(
    "--copy-to",
    "copy",
    metavar="ADRESSE",
    default="",
    help="Legg en kopi av tabellene i et objektlager (s3://…) eller en annen mappe.",
)
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
    earlier: Path | None,
    copy: str,
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
        with needing_extra():
            from klartekst.audit.export import table_path
            from klartekst.audit.local import Work
            from klartekst.audit.ray_engine import Cluster
            from klartekst.audit.report.writing import write_report
            from klartekst.audit.run import Job, run_audit
            from klartekst.audit.schema import TABLES
            from klartekst.audit.sources import Sources
            from klartekst.audit.storage import copy_to

            sources = Sources(places, _columns(columns), hosts, interval, config.max_megabytes)
            job = Job(sources, folder, Work(linter.config, all_languages), workers, earlier)
            cluster = Cluster(address, staging or str(folder.resolve()), workers)
            with showing_progress() as progress:
                summary = run_audit(job, cluster.check if engine == "ray" else None, progress)
            if copy:
                copy_to([table_path(folder, name) for name in TABLES], copy)
            page = write_report(folder, today(), earlier)
    except KeyboardInterrupt:
        click.echo("Avbrutt. Gi samme kommando for å gå videre fra der du er.", err=True)
        sys.exit(_INTERRUPTED)
    except KlartekstError as error:
        click.echo(str(error), err=True)
        sys.exit(ExitCode.UNCHECKED)
    click.echo(in_words(summary, folder))
    click.echo(f"Rapporten ligger i {page}.")
    sys.exit(ExitCode.UNCHECKED if linter.errors or not summary.statuses.get("checked") else 0)


def _columns(named: dict[str, str]) -> Columns:
    from klartekst.audit.tables import Columns

    return Columns(**{name.removesuffix("_column"): column for name, column in named.items()})


audit.add_command(query)
audit.add_command(report)
audit.add_command(where)
