"""`klartekst mask`: a copy of a draft without the personal data."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from klartekst.cli.options import config_option, make_linter, read_config
from klartekst.errors import KlartekstError, ReadError
from klartekst.model import STDIN
from klartekst.outcome import ExitCode

if TYPE_CHECKING:
    from klartekst.checks import Draft
    from klartekst.redaction import Replacement


@click.command(
    options_metavar="[VALG]",
    short_help="Lag en kopi uten personopplysninger.",
    help="Lag en kopi av utkastet der navn, numre og adresser til privatpersoner er byttet ut med "
    "nøytrale ord. Kopien skrives til skjermen, eller til en fil med --output. Av .docx og .odt "
    "blir den et dokument som ser likt ut, og skjulte steder og forfatternavn ryddes også.\n\n"
    "Les alltid gjennom kopien: Den som kjenner saken, kan kjenne igjen en person uten navn.",
)
@click.argument("path", metavar="UTKAST")
@click.option(
    "--output",
    "-o",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FIL",
    help="Skriv kopien til denne fila. En fil som finnes fra før, blir ikke overskrevet.",
)
@click.option("--pipeline", metavar="NAVN|STI", help="En annen språkmodell for spaCy.")
@config_option
def mask(path: str, output: Path | None, pipeline: str | None, config_path: Path | None) -> None:
    """Write the copy, and tell what it leaves for the writer to judge."""
    from klartekst.readers.files import read_bytes, read_stream
    from klartekst.redaction import left_to_judge, replacements

    try:
        linter = make_linter(read_config(config_path), select=("personvern",), pipeline=pipeline)
        limit = linter.config.max_megabytes
        stdin = path == STDIN
        data = read_stream(sys.stdin.buffer, limit) if stdin else read_bytes(Path(path), limit)
        draft = linter.read(data, path)
        matches = linter.every_match(draft)
        copy = _copy(draft, data, path, replacements(draft, matches), output)
    except KlartekstError as error:
        click.echo(str(error), err=True)
        sys.exit(ExitCode.UNCHECKED)
    for problem in linter.errors:
        click.echo(problem, err=True)
    _write(copy, output)
    places = {
        f"{draft.document.place(match.span.start).label} ({rule.title.lower()})": None
        for rule, match in left_to_judge(matches)
    }
    if places:
        click.echo(f"Se selv over disse stedene: {', '.join(places)}.", err=True)
    sys.exit(ExitCode.UNCHECKED if linter.errors else ExitCode.READY)


def _copy(
    draft: Draft, data: bytes, path: str, found: Sequence[Replacement], output: Path | None
) -> str | bytes:
    """The copy: a file of the same format where that can be written, else text.

    Raises ReadError where personal data stands in a place that cannot be written to.
    """
    from klartekst.readers.formats import detect
    from klartekst.redaction import put_in
    from klartekst.redaction.office import beyond_reach, redact_docx, redact_odt

    format_ = detect(data, path)
    if format_ not in ("docx", "odt") or output is None:
        return put_in(draft.document, found)
    if beyond_reach(draft.document, found):
        raise ReadError(
            f"{path} har en innebygd fil med personopplysninger i navnet. Ta den ut av dokumentet "
            "og prøv igjen."
        )
    return (redact_docx if format_ == "docx" else redact_odt)(data, path, found)


def _write(copy: str | bytes, output: Path | None) -> None:
    if output is None:
        text = str(copy)
        click.echo(text, nl=not text.endswith("\n"))
        return
    try:
        with output.open("xb") as file:
            file.write(copy.encode() if isinstance(copy, str) else copy)
    except OSError as error:
        reason = "finnes fra før" if isinstance(error, FileExistsError) else "kan ikke skrives"
        click.echo(f"{output} {reason}. Velg et annet filnavn med --output.", err=True)
        sys.exit(ExitCode.UNCHECKED)
