"""`klartekst check`: is the draft ready to be sent?"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, get_args

import click

from klartekst.cli.annotation import annotate, refuse_annotation
from klartekst.cli.known import KnownFindings, baseline_options
from klartekst.cli.options import choice_options, config_option, make_linter, read_config
from klartekst.cli.reports import Format, Report, refuse_to_overwrite, report_options
from klartekst.errors import KlartekstError, SettingsError
from klartekst.model import STDIN, Brief, Config, KeyMessage, Profile, Result, Severity
from klartekst.outcome import ExitCode, exit_code, unchecked

if TYPE_CHECKING:
    from klartekst.linter import Linter
    from klartekst.suppressions import Sidecar
    from klartekst.telling import Fingerprint


@dataclass(frozen=True)
class _Request:
    """What the user asks for each draft."""

    brief_path: Path | None
    messages: tuple[str, ...]
    profile: Profile | None
    reveal: bool
    with_passages: bool
    fingerprint: Fingerprint | None


@click.command(
    options_metavar="[VALG]",
    short_help="Kontroller utkast.",
    help="Kontroller ett eller flere utkast: .txt, .md, .html, .docx, en mappe, eller - for det "
    "som kommer på standard inn.\n\nBudskapene hentes fra utkast.budskap.toml ved siden av "
    "utkastet, eller fra budskap.toml i mappa.\n\nSluttkoder: 0 klar, 1 funn, 2 feil bruk, "
    "3 mulige personopplysninger eller taushetsbelagt innhold, 4 noe kunne ikke kontrolleres.",
)
@click.argument("paths", nargs=-1, required=True, metavar="UTKAST…")
@report_options
@baseline_options
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
    report_format: Format,
    output: Path | None,
    baseline_path: Path | None,
    new_baseline_path: Path | None,
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
    if show_secrets and (output is not None or not sys.stdout.isatty()):
        raise click.UsageError("--show-secrets virker bare i et terminalvindu.")
    if annotated_path is not None:
        refuse_annotation(paths, annotated_path)
    report = Report(report_format, output, show_all)
    inputs = list(_inputs(paths, brief_path, config_path))
    refuse_to_overwrite(new_baseline_path, inputs)
    refuse_to_overwrite(output, [*inputs, *filter(None, (baseline_path, new_baseline_path))])
    try:
        known = KnownFindings.of(baseline_path, new_baseline_path)
        config = read_config(config_path)
        linter = make_linter(config, select=select, ignore=ignore, pipeline=pipeline)
    except SettingsError as error:
        name = pipeline or Config().pipeline
        results = [unchecked(path, str(error), profile or Config().profile) for path in paths]
        report.give(results, (), name, Severity(fail_on or Config().fail_on))
        sys.exit(ExitCode.UNCHECKED)
    for problem in linter.errors:
        click.echo(problem, err=True)
    fingerprint = known.baseline.fingerprint if known.baseline else None
    request = _Request(
        brief_path, messages, profile, show_secrets, report.with_passages, fingerprint
    )
    results = known.only_new(list(_results(linter, paths, request)))
    limit = Severity(fail_on or config.fail_on)
    report.give(results, linter.rules, linter.pipeline_name, limit)
    if annotated_path is not None and results[0].error is None:
        annotate(Path(paths[0]), annotated_path, results[0], linter)
    code = exit_code(results, limit)
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
        with_passages=request.with_passages,
        fingerprint=request.fingerprint,
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


def _inputs(paths: Sequence[str], *others: Path | None) -> Iterator[Path]:
    """All files of a run that must outlive it: the drafts, their briefs and the settings."""
    from klartekst.brief import find_brief
    from klartekst.readers.files import find_drafts
    from klartekst.suppressions import sidecar_path

    yield from filter(None, others)
    for path in paths:
        try:
            for draft in find_drafts(Path(path)) if path != STDIN else ():
                yield draft
                yield sidecar_path(draft)
                yield from filter(None, (find_brief(draft),))
        except KlartekstError:
            continue  # told when its turn comes
