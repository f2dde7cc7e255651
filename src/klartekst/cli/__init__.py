"""The command line: fetches bytes, hands them to the Linter, shows the Results."""

from __future__ import annotations

import gettext
import os
from pathlib import Path

import click

from klartekst import __version__
from klartekst.cli.check import check
from klartekst.cli.mask import mask
from klartekst.cli.rules import explain, rules

__all__ = ["cli", "main"]


@click.group(
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
cli.add_command(explain)
cli.add_command(rules)


def main() -> None:
    """Run `klartekst` as a program."""
    _speak_norwegian()
    cli(prog_name="klartekst")


def _speak_norwegian() -> None:
    """Let the command-line library word its help and errors in Norwegian, whatever the locale."""
    os.environ["LANGUAGE"] = "nb"
    gettext.bindtextdomain("messages", str(Path(__file__).parents[1] / "locale"))
