"""`klartekst approve`: let findings stand, with a reason, beside the draft."""

from __future__ import annotations

import secrets
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from klartekst.cli.check import find_sidecar
from klartekst.cli.options import config_option, make_linter, read_config
from klartekst.errors import KlartekstError
from klartekst.outcome import ExitCode

if TYPE_CHECKING:
    from klartekst.model import Finding
    from klartekst.suppressions import Sidecar, Suppression

_SALT_BYTES = 16


class _Day(click.ParamType[date]):
    """A day as Norwegians write it, or as ISO does."""

    name = "dato"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> date:
        written = str(value).strip()
        form = "%Y-%m-%d" if "-" in written else "%d.%m.%Y"
        try:
            return datetime.strptime(written, form).date()  # noqa: DTZ007  a day, not a time
        except ValueError:
            self.fail(f"«{written}» er ingen dato. Skriv den som 31.12.2026.", param, ctx)


@dataclass(frozen=True)
class _Answer:
    """Why a finding may stand, who says so, and until when."""

    reason: str
    who: str
    until: date | None


@click.command(
    options_metavar="[VALG]",
    short_help="Godkjenn funn, med begrunnelse.",
    help="Gå gjennom funnene i utkastet og godkjenn dem som kan stå. Hver godkjenning trenger en "
    "begrunnelse og hvem som står for den. De lagres ved siden av utkastet, uten ordene som ble "
    "funnet, og gjelder til ordene endres.\n\nEksempel: klartekst approve utkast.docx",
)
@click.argument("path", metavar="UTKAST", type=click.Path(path_type=Path))
@click.option(
    "--rule",
    "rules",
    multiple=True,
    metavar="REGEL",
    help="Godkjenn alle funn fra denne regelen uten å spørre. Kan gjentas.",
)
@click.option("--reason", metavar="TEKST", help="Begrunnelsen, når --rule er brukt.")
@click.option("--who", metavar="NAVN", help="Hvem som godkjenner.")
@click.option("--until", type=_Day(), help="Siste dag godkjenningen gjelder.")
@config_option
def approve(  # noqa: PLR0913  one parameter for each option
    *,
    path: Path,
    rules: tuple[str, ...],
    reason: str | None,
    who: str | None,
    until: date | None,
    config_path: Path | None,
) -> None:
    """Ask, or take what the options say, and write the file beside the draft."""
    if rules and not (reason and reason.strip() and who and who.strip()):
        raise click.UsageError("--rule trenger også --reason og --who.")
    _refuse(reason or "", until)
    if not rules and not sys.stdin.isatty():
        raise click.UsageError("Oppgi --rule, --reason og --who når ingen kan svare på spørsmål.")
    try:
        written = _approve(path, rules, _Answer(reason or "", who or "", until), config_path)
    except KlartekstError as error:
        click.echo(str(error), err=True)
        sys.exit(ExitCode.UNCHECKED)
    except OSError:
        click.echo(f"Kan ikke skrive ved siden av {path}. Sjekk tilgangen til mappa.", err=True)
        sys.exit(ExitCode.UNCHECKED)
    count = "Ett funn" if written == 1 else f"{written or 'Ingen'} funn"
    click.echo(f"{count} er godkjent.")


def _refuse(reason: str, until: date | None) -> None:
    """Raise click.UsageError for what a sidecar should not hold."""
    from klartekst.suppressions import has_number

    if has_number(reason):
        raise click.UsageError("Skriv begrunnelsen uten nummer. Den blir vist i alle rapporter.")
    if until is not None and until < date.today():  # noqa: DTZ011  a day where the writer sits
        raise click.UsageError("Siste dag er alt passert. Oppgi en dag som kommer.")


def _approve(path: Path, rules: Sequence[str], given: _Answer, config_path: Path | None) -> int:
    from klartekst.readers import read, read_bytes
    from klartekst.suppressions import Sidecar, save, sidecar_path

    linter = make_linter(read_config(config_path))
    sidecar = find_sidecar(str(path)) or Sidecar(secrets.token_hex(_SALT_BYTES))
    data = read_bytes(path, linter.config.max_megabytes)
    result = linter.lint(data, str(path), sidecar=sidecar)
    if result.error:
        raise KlartekstError(result.error)
    limits = linter.config
    document = read(data, str(path), max_megabytes=limits.max_megabytes, max_pages=limits.max_pages)
    chosen = (
        [(finding, given) for finding in result.findings if _is_chosen(finding, rules)]
        if rules
        else list(_asked(result.findings, given))
    )
    added = list(_suppressions(chosen, document.source, sidecar))
    if added:
        save(sidecar_path(path), sidecar, added, linter.clock())
    return len(chosen)


def _is_chosen(finding: Finding, rules: Sequence[str]) -> bool:
    return any(finding.rule == rule or finding.rule.startswith(f"{rule}/") for rule in rules)


def _asked(findings: Sequence[Finding], given: _Answer) -> Iterator[tuple[Finding, _Answer]]:
    """The findings that somebody gives a reason for; Enter goes on to the next."""
    who = given.who
    for number, finding in enumerate(findings, start=1):
        place = f"{finding.place.label}, linje {finding.place.line}"
        click.echo(f"\n{number} av {len(findings)}  {finding.rule}  ({place})")
        click.echo(f"  {finding.message}")
        reason = click.prompt("  Begrunnelse (Enter hopper over)", default="", show_default=False)
        if not reason.strip():
            continue
        who = click.prompt("  Hvem godkjenner", default=who or None)
        until = click.prompt(
            "  Til og med (Enter: ingen sluttdato)", default="", show_default=False
        )
        day = _Day().convert(until, None, None) if until.strip() else given.until
        _refuse(reason, day)
        yield finding, _Answer(reason.strip(), who.strip(), day)


def _suppressions(
    chosen: Sequence[tuple[Finding, _Answer]], source: str, sidecar: Sidecar
) -> Iterator[Suppression]:
    """One for each rule and words, however often they stand in the draft."""
    from klartekst.suppressions import Suppression, fingerprint

    seen: set[str] = set()
    for finding, answer in chosen:
        words = source[finding.span.start : finding.span.end]
        mark = fingerprint(finding.rule, words, sidecar.salt)
        if mark not in seen:
            seen.add(mark)
            made = Suppression((finding.rule,), answer.reason, answer.who, "", fingerprint=mark)
            yield replace(made, until=answer.until)
