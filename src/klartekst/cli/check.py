"""`klartekst check`: is the draft ready to be sent?"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Literal, get_args

import click

from klartekst.cli.annotation import annotate, refuse_annotation
from klartekst.cli.options import choice_options, config_option, make_linter, read_config
from klartekst.errors import KlartekstError, SettingsError
from klartekst.model import STDIN, Brief, Config, KeyMessage, Profile, Result, Rule, Severity
from klartekst.outcome import ExitCode, exit_code, unchecked

if TYPE_CHECKING:
    from klartekst.linter import Linter
    from klartekst.suppressions import Sidecar


@dataclass(frozen=True)
class _Request:
    """What the user asks for each draft."""

    brief_path: Path | None
    messages: tuple[str, ...]
    profile: Profile | None
    reveal: bool


@click.command(
    options_metavar="[VALG]",
    short_help="Kontroller utkast.",
    help="Kontroller ett eller flere utkast: .txt, .md, .html, .docx, en mappe, eller - for det "
    "som kommer på standard inn.\n\nBudskapene hentes fra utkast.budskap.toml ved siden av "
    "utkastet, eller fra budskap.toml i mappa.\n\nSluttkoder: 0 klar, 1 funn, 2 feil bruk, "
    "3 mulige personopplysninger eller taushetsbelagt innhold, 4 noe kunne ikke kontrolleres.",
)
@click.argument("paths", nargs=-1, required=True, metavar="UTKAST…")
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
    help="Gi sluttkode 1 eller 3 ved funn som er minst så alvorlige. Standard: error.",
)
@click.option("--profile", type=click.Choice(get_args(Profile)), help="Hva slags tekst det er.")
@click.option(
    "--brief",
    "brief_path",
    type=click.Path(path_type=Path),
    metavar="FIL",
    help="Bruk budskapene i denne fila for alle utkastene.",
)
@click.option(
    "--message",
    "messages",
    multiple=True,
    metavar="TEKST",
    help="Et budskap som utkastet skal ha med. Kan gjentas. Det første er hovedbudskapet.",
)
@click.option(
    "--pipeline",
    metavar="NAVN|STI",
    help="En annen språkmodell for spaCy, for eksempel nb_core_news_sm.",
)
@click.option(
    "--annotate",
    "annotated_path",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FIL",
    help="Lag en kopi av Word-dokumentet med funnene som kommentarer.",
)
@click.option("--all", "show_all", is_flag=True, help="Vis alle funn, ikke bare de ti viktigste.")
@click.option(
    "--show-secrets",
    is_flag=True,
    help="Vis personopplysningene som er funnet. Virker bare i et terminalvindu.",
)
@choice_options
@config_option
def check(  # noqa: PLR0913  one parameter for each option
    *,
    paths: tuple[str, ...],
    output: str,
    fail_on: str | None,
    profile: Profile | None,
    brief_path: Path | None,
    messages: tuple[str, ...],
    pipeline: str | None,
    annotated_path: Path | None,
    show_all: bool,
    show_secrets: bool,
    config_path: Path | None,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
) -> None:
    """Check drafts and end with the exit code of the gravest outcome."""
    if show_secrets and not sys.stdout.isatty():
        raise click.UsageError("--show-secrets virker bare i et terminalvindu.")
    if annotated_path is not None:
        refuse_annotation(paths, annotated_path)
    request = _Request(brief_path, messages, profile, show_secrets)
    try:
        config = read_config(config_path)
        linter = make_linter(config, select=select, ignore=ignore, pipeline=pipeline)
    except SettingsError as error:
        name = pipeline or Config().pipeline
        results = [unchecked(path, str(error), profile or Config().profile) for path in paths]
        _show(results, output, name, (), show_all=show_all)
        sys.exit(ExitCode.UNCHECKED)
    for problem in linter.errors:
        click.echo(problem, err=True)
    results = list(_results(linter, paths, request))
    _show(results, output, linter.pipeline_name, linter.rules, show_all=show_all)
    if annotated_path is not None and results[0].error is None:
        annotate(Path(paths[0]), annotated_path, results[0], linter)
    code = exit_code(results, Severity(fail_on) if fail_on else config.fail_on)
    sys.exit(ExitCode.UNCHECKED if linter.errors else code)


def _results(linter: Linter, paths: Sequence[str], request: _Request) -> Iterator[Result]:
    from klartekst.readers.files import find_drafts

    for path in paths:
        if path == STDIN:
            yield _result(linter, path, request)
            continue
        try:
            for draft in find_drafts(Path(path)):
                yield _result(linter, str(draft), request)
        except KlartekstError as error:
            yield unchecked(path, str(error), request.profile or linter.config.profile)


def _result(linter: Linter, name: str, request: _Request) -> Result:
    from klartekst.readers.files import read_bytes, read_stream

    limit = linter.config.max_megabytes
    try:
        brief = _brief(name, request)
        sidecar = find_sidecar(name)
        if name == STDIN:
            data = read_stream(sys.stdin.buffer, limit)
        else:
            data = read_bytes(Path(name), limit)
    except KlartekstError as error:
        return unchecked(name, str(error), request.profile or linter.config.profile)
    return linter.lint(
        data,
        name,
        brief=brief,
        profile=request.profile,
        sidecar=sidecar,
        reveal=request.reveal,
    )


def find_sidecar(name: str) -> Sidecar | None:
    """What is let stand in the file beside a draft. Raises SettingsError for a broken one."""
    from klartekst.suppressions import load_sidecar, sidecar_path

    if name == STDIN:
        return None
    path = sidecar_path(Path(name))
    return load_sidecar(path) if path.is_file() else None


def _brief(name: str, request: _Request) -> Brief | None:
    """The brief of a draft, with the messages of the command line after its own.

    Raises SettingsError.
    """
    from klartekst.brief import find_brief, load_brief

    path = request.brief_path or (None if name == STDIN else find_brief(Path(name)))
    brief = load_brief(path) if path else None
    if not request.messages:
        return brief
    brief = brief or Brief()
    first = len(brief.messages) + 1
    added = (KeyMessage(f"m{first + i}", text) for i, text in enumerate(request.messages))
    return replace(brief, messages=(*brief.messages, *added))


def _show(
    results: Sequence[Result], output: str, pipeline: str, rules: Sequence[Rule], *, show_all: bool
) -> None:
    if output == "json":
        from klartekst.reporters.json import to_json

        click.echo(to_json(results, pipeline))
    else:
        from klartekst.reporters.text import to_text

        titles = {(rule.id, norm): rule.title for rule in rules for norm in _norms_of(rule)}
        click.echo(to_text(results, titles, show_all=show_all))


def _norms_of(rule: Rule) -> Sequence[Literal["nb", "nn"]]:
    return (rule.language,) if rule.language else ("nb", "nn")
