"""`klartekst brief new` asks what a draft should say, `brief check` whether that is clear."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import click

from klartekst.cli.options import config_option, make_linter, read_config
from klartekst.errors import KlartekstError, SettingsError
from klartekst.model import Brief, Severity
from klartekst.outcome import ExitCode

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from klartekst.reporters.brief import ReviewedBrief

_OLD = "Svarer du ja, blir det som står i fila nå, borte når du har svart på spørsmålene."
_INTERRUPTED = 130  # what a shell expects of a program that Ctrl-C has ended


@click.group(
    options_metavar="[VALG]",
    subcommand_metavar="KOMMANDO …",
    short_help="Lag eller kontroller en budskapsfil.",
    help="Budskapsfila sier hva teksten skal få fram, hva den ikke skal si, og hvem som uttaler "
    "seg. Den ligger ved siden av utkastet: utkast.md har utkast.budskap.toml.",
)
def brief() -> None:
    """Hold the two commands together."""


@brief.command(
    options_metavar="[VALG]",
    short_help="Lag en budskapsfil.",
    help="Svar på sjekklista for utspill, og få en budskapsfil ved siden av utkastet. Alle "
    "spørsmål kan hoppes over med Enter, og ? forklarer dem. Utkastet trenger ikke finnes ennå.",
)
@click.argument("draft", type=click.Path(path_type=Path), metavar="UTKAST")
@click.option("--no-input", is_flag=True, help="Ikke spør. Lag en tom fil å fylle ut.")
def new(draft: Path, *, no_input: bool) -> None:
    """Ask, and write the brief; what is answered before Ctrl-C is written too."""
    from klartekst.brief import brief_path

    path = brief_path(draft)
    if not path.parent.is_dir():
        _fail(f"Mappa {path.parent} finnes ikke. Lag den først, eller velg en annen.")
    if no_input:
        from klartekst.cli.brief_template import TEMPLATE

        if path.exists():
            _fail(f"{path} finnes fra før, og er ikke endret.")
        _save(path, TEMPLATE.replace("{path}", str(path)))
        click.echo(f"Laget {path}. Åpne den og fyll ut.")
        return
    if not _is_terminal():
        message = "brief new stiller spørsmål i et terminalvindu. Bruk --no-input for en tom fil."
        raise click.UsageError(message)
    _interview(path)


def _interview(path: Path) -> None:
    from klartekst.brief import write_brief
    from klartekst.cli.brief_questions import ask_all, is_yes

    answered = Brief()
    try:
        if path.exists() and not is_yes(f"{path} finnes fra før. Skal den erstattes? [j/N]", _OLD):
            click.echo(f"{path} er ikke endret.")
            return
        click.echo("Trykk Enter for å hoppe over et spørsmål. Skriv ? for å få det forklart.\n")
        for after_answer in ask_all():
            answered = after_answer
    except click.Abort:
        if answered == Brief():
            click.echo("\nAvbrutt. Ingenting er lagret.", err=True)
        else:
            _save(path, write_brief(answered))
            click.echo(f"\nAvbrutt. Svarene til nå er lagret i {path}.", err=True)
        sys.exit(_INTERRUPTED)
    _save(path, write_brief(answered))
    click.echo(f"\nLagret i {path}. Kontroller den med: klartekst brief check {path}")


@brief.command(
    options_metavar="[VALG]",
    short_help="Kontroller en budskapsfil.",
    help="Se om budskapene er klare nok til å skrive etter. Oppgi budskapsfila, eller utkastet den "
    "hører til.\n\nSluttkoder: 0 klar, 1 funn, 2 feil bruk, 4 kunne ikke kontrolleres.",
)
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="FIL…")
@click.option(
    "--format",
    "output",
    type=click.Choice(["text", "json"]),
    default="text",
    help="Hvordan resultatet vises.",
)
@click.option(
    "--fail-on",
    type=click.Choice([severity.value for severity in Severity]),
    help="Gi sluttkode 1 ved funn som er minst så alvorlige. Standard: error.",
)
@click.option("--pipeline", metavar="NAVN|STI", help="En annen språkmodell for spaCy.")
@config_option
def check(
    *,
    paths: tuple[Path, ...],
    output: str,
    fail_on: str | None,
    pipeline: str | None,
    config_path: Path | None,
) -> None:
    """Review briefs and end with the exit code of the gravest weakness."""
    from klartekst.reporters.brief import ReviewedBrief, to_json, to_text

    try:
        config = read_config(config_path)
        linter = make_linter(config, pipeline=pipeline)
        reviewed = [_review(linter.pipeline.parse_texts, path) for path in paths]
    except KlartekstError as error:
        reviewed = [ReviewedBrief(str(path), error=str(error)) for path in paths]
        fail_rank = Severity.ERROR.rank
    else:
        fail_rank = (Severity(fail_on) if fail_on else config.fail_on).rank
    click.echo(to_json(reviewed) if output == "json" else to_text(reviewed))
    if any(one.error for one in reviewed):
        sys.exit(ExitCode.UNCHECKED)
    ranks = [weakness.severity.rank for one in reviewed for weakness, _ in one.weaknesses]
    sys.exit(ExitCode.FINDINGS if any(rank <= fail_rank for rank in ranks) else ExitCode.READY)


def _review(parse: Callable[[Iterable[str]], Mapping[str, Doc]], path: Path) -> ReviewedBrief:
    """The brief in a file or of a draft, reviewed."""
    from klartekst.brief import FILE_NAME, find_brief, load_brief
    from klartekst.brief_review import review
    from klartekst.language import detect_language
    from klartekst.reporters.brief import ReviewedBrief
    from klartekst.reporters.phrases import norm_of
    from klartekst.toml_lines import line_of

    found = path if path.suffix == ".toml" else find_brief(path)
    if found is None:
        wanted = f"{path.stem}.{FILE_NAME}"
        message = f"Fant ikke {wanted}. Lag den med: klartekst brief new {path}"
        return ReviewedBrief(str(path), error=message)
    try:
        written = load_brief(found)
    except SettingsError as error:
        return ReviewedBrief(str(found), error=str(error))
    texts = [message.text for message in written.messages]
    text = found.read_text(encoding="utf-8-sig")
    weaknesses = tuple(
        (weakness, line_of(text, weakness.location) if weakness.location else None)
        for weakness in review(written, parse(texts))
    )
    weaknesses = tuple(sorted(weaknesses, key=lambda found: found[1] or 0))
    norm = norm_of(detect_language("\n".join(texts)))
    return ReviewedBrief(str(found), norm, written, weaknesses)


def _save(path: Path, text: str) -> None:
    try:
        path.write_text(text, encoding="utf-8", newline="\n")
    except OSError:
        _fail(f"{path} kan ikke skrives. Sjekk at du har tilgang til mappa.")


def _fail(message: str) -> NoReturn:
    click.echo(message, err=True)
    sys.exit(ExitCode.UNCHECKED)


def _is_terminal() -> bool:
    return sys.stdin.isatty()
