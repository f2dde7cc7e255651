"""Which report `klartekst check` gives, and where it goes: to the screen, or to a file."""

from __future__ import annotations

import codecs
import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, TypeVar, get_args

import click

from klartekst.cli.files import write_whole
from klartekst.model import Result, Rule, Severity
from klartekst.outcome import ExitCode

Format = Literal["text", "json", "html", "sarif", "github", "junit", "csv", "markdown"]
FORMATS: tuple[Format, ...] = get_args(Format)

# What an older code page of Windows lacks, and what can stand for it.
_PLAIN = {
    "█": "#",
    "✓": "+",
    "✗": "-",
    "½": "~",
    "≠": "!",
    "…": "...",
    "•": "*",
    "–": "-",
    "−": "-",
}


F = TypeVar("F", bound=Callable[..., object])


def report_options(command: F) -> F:
    """Add `--format` and `-o`."""
    file = click.option(
        "-o",
        "--output",
        type=click.Path(path_type=Path, dir_okay=False),
        metavar="FIL",
        help="Skriv rapporten til denne fila i stedet for på skjermen.",
    )
    form = click.option(
        "--format",
        "report_format",
        type=click.Choice(FORMATS),
        default="text",
        help="Hva slags rapport: text for skjermen, html til å lese, skrive ut og sende, markdown "
        "til å lime inn, csv for Excel, og json, sarif, github og junit for andre programmer.",
    )
    return form(file(command))


@dataclass(frozen=True)
class Report:
    """How the results are to be told; `output` is the file, or None for the screen."""

    format: Format
    output: Path | None
    show_all: bool

    @property
    def with_passages(self) -> bool:
        """Whether the report shows the draft itself."""
        return self.format == "html"

    def give(
        self, results: Sequence[Result], rules: Sequence[Rule], pipeline: str, fail_on: Severity
    ) -> None:
        """Show or write the report. Ends the program with 4 when it cannot be written."""
        text = self._worded(results, rules, pipeline, fail_on)
        if self.output is not None:
            if not write_whole(text if text.endswith("\n") else f"{text}\n", self.output):
                sys.exit(ExitCode.UNCHECKED)
            click.echo(f"Rapporten ligger i {self.output}.", err=True)
        elif self.format == "text" or sys.stdout.isatty():
            click.echo(in_code_page(text, sys.stdout.encoding or "utf-8"))
        else:  # read by programs, which expect UTF-8 whatever the code page is
            click.echo(text.encode("utf-8", "replace"))

    def _worded(  # noqa: PLR0911  one return for each format
        self, results: Sequence[Result], rules: Sequence[Rule], pipeline: str, fail_on: Severity
    ) -> str:
        from klartekst.reporters.catalogue import catalogue_of, titles_of

        catalogue = catalogue_of(rules)
        titles = titles_of(catalogue)
        match self.format:
            case "text":
                from klartekst.reporters.text import to_text

                shown = to_text(results, titles, show_all=self.show_all or self.output is not None)
                return shown if self.output is None else click.unstyle(shown)
            case "json":
                from klartekst.reporters.json import to_json

                return to_json(results, pipeline)
            case "html":
                from klartekst.reporters.html import to_html

                return to_html(results, catalogue)
            case "sarif":
                from klartekst.reporters.sarif import to_sarif

                return to_sarif(results, catalogue)
            case "github":
                from klartekst.reporters.github import to_github

                return to_github(results, titles)
            case "junit":
                from klartekst.reporters.junit import to_junit

                return to_junit(results, titles, fail_on)
            case "csv":
                from klartekst.reporters.csv import to_csv

                return to_csv(results, titles)
            case "markdown":
                from klartekst.reporters.markdown import to_markdown

                return to_markdown(results, titles)


def refuse_to_overwrite(output: Path | None, inputs: Iterable[Path]) -> None:
    """Raise click.UsageError where writing `output` would destroy what the run is about."""
    if output is not None and any(_is_same(output, path) for path in inputs):
        raise click.UsageError(f"{output} er i bruk i denne kontrollen. Velg et annet filnavn.")


def in_code_page(text: str, encoding: str) -> str:
    """The text with what `encoding` cannot say put in plainer signs."""
    return text.encode(encoding, "klartekst-plain").decode(encoding)


def _plainer(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    found = error.object[error.start : error.end]
    return "".join(_PLAIN.get(sign, "?") for sign in found), error.end


codecs.register_error("klartekst-plain", _plainer)


def _is_same(output: Path, path: Path) -> bool:
    try:
        return output.samefile(path)
    except OSError:  # one of them is not there, or closed to us
        return output.absolute() == path.absolute()
