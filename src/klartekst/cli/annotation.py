"""`klartekst check --annotate`: the findings as comments in a copy of the Word file."""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from klartekst.errors import KlartekstError
from klartekst.model import STDIN, Result
from klartekst.outcome import ExitCode

if TYPE_CHECKING:
    from klartekst.linter import Linter


def refuse_annotation(paths: Sequence[str], copy: Path) -> None:
    """Raise click.UsageError where there is not one Word file to copy, or it would be lost."""
    if len(paths) != 1 or paths[0] == STDIN or Path(paths[0]).suffix.lower() != ".docx":
        raise click.UsageError("--annotate trenger ett Word-dokument (.docx).")
    if copy.suffix.lower() != ".docx":
        raise click.UsageError("Kopien skal slutte på .docx.")
    if copy.exists() and Path(paths[0]).exists() and copy.samefile(paths[0]):
        raise click.UsageError("Gi kopien et annet navn enn utkastet.")


def annotate(draft: Path, copy: Path, result: Result, linter: Linter) -> None:
    """Write the copy. Ends the program with 4 when that cannot be done."""
    from klartekst.annotate import annotate_docx
    from klartekst.readers import read_bytes
    from klartekst.reporters.phrases import norm_of

    norm = norm_of(result.language)
    titles = {rule.id: rule.title for rule in linter.rules if rule.language in (None, norm)}
    try:
        data = read_bytes(draft, linter.config.max_megabytes)
        if hashlib.sha256(data).hexdigest() != result.sha256:
            raise KlartekstError(f"{draft} ble endret mens den ble kontrollert. Prøv igjen.")  # noqa: TRY301  told in one place
        copy.write_bytes(annotate_docx(data, result, titles))
    except KlartekstError as error:
        click.echo(str(error), err=True)
        sys.exit(ExitCode.UNCHECKED)
    except OSError:
        click.echo(f"{copy} kan ikke skrives. Sjekk mappa og tilgangen.", err=True)
        sys.exit(ExitCode.UNCHECKED)
    click.echo(f"Kommentarene ligger i {copy}.", err=True)
