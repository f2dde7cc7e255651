"""The command line: fetches bytes, hands them to the Linter, shows the Results."""

from __future__ import annotations

import gc
import gettext
import os
import sys
from pathlib import Path
from typing import NoReturn

import click

from klartekst import __version__
from klartekst.cli.approve import approve
from klartekst.cli.audit import audit
from klartekst.cli.brief import brief
from klartekst.cli.check import check
from klartekst.cli.facts import facts
from klartekst.cli.mask import mask
from klartekst.cli.rules import explain, rules
from klartekst.guard import fault
from klartekst.outcome import ExitCode

__all__ = ["cli", "main"]


class _Discreet(click.Group):
    """Tells of a fault of ours without a traceback, which could show words of a draft."""

    def invoke(self, ctx: click.Context) -> object:
        try:
            return super().invoke(ctx)
        except (click.ClickException, click.Abort, click.exceptions.Exit, BrokenPipeError):
            raise  # told or ended by the library, as they should be
        except Exception as error:  # noqa: BLE001  whatever it is, its words may be the draft's
            told = fault(error)
        click.echo(f"klartekst {ctx.invoked_subcommand} stanset: {told}", err=True)
        sys.exit(ExitCode.UNCHECKED)


@click.group(
    cls=_Discreet,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    options_metavar="[VALG]",
    subcommand_metavar="KOMMANDO …",
    help="Leser et utkast til en pressemelding eller et svar til en journalist, og sier om det "
    "er klart til å sendes.\n\nEksempel: klartekst check utkast.docx",
)
@click.version_option(__version__, message="klartekst, versjon %(version)s", help="Vis versjonen.")
def cli() -> None:
    """Hold the commands together."""


cli.add_command(check)
cli.add_command(mask)
cli.add_command(approve)
cli.add_command(audit)
cli.add_command(brief)
cli.add_command(facts)
cli.add_command(explain)
cli.add_command(rules)


def main() -> NoReturn:
    """Run `klartekst` as a program, and end it."""
    # Rules, word lists and the pipeline are a million objects that stay. Looking them through for
    # garbage every time some are added takes a tenth of a start.
    gc.set_threshold(50_000, 20, 100)
    _speak_norwegian()
    try:
        cli(prog_name="klartekst")
    except SystemExit as end:
        _leave(end.code)
    _leave(ExitCode.READY)


def _leave(code: str | int | None) -> NoReturn:
    """End the process without taking the pipeline apart piece by piece, which costs 0.3 seconds.

    Output that cannot be written, to a full disk or a closed pipe, must not pass for a checked
    draft.
    """
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except OSError:
        os._exit(ExitCode.UNCHECKED)
    os._exit(code if isinstance(code, int) else ExitCode.READY)


def _speak_norwegian() -> None:
    """Let the command-line library word its help and errors in Norwegian, whatever the locale."""
    os.environ["LANGUAGE"] = "nb"
    gettext.bindtextdomain("messages", str(Path(__file__).parents[1] / "locale"))
