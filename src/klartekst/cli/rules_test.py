"""`klartekst rules test` runs the examples of an organisation's own rules."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from klartekst.errors import KlartekstError
from klartekst.outcome import ExitCode
from klartekst.resources import builtin_root


@click.command(
    "test",
    options_metavar="[VALG]",
    short_help="Prøv eksemplene i egne regler.",
    help="Prøv eksemplene i egne regelfiler. MAPPE har reglene slik: MAPPE/klarsprak/regel.toml.",
)
@click.argument("folder", metavar="MAPPE", type=click.Path(path_type=Path))
@click.option("--pipeline", default="auto", metavar="NAVN", help="Språkmodellen som brukes.")
def test_rules(folder: Path, pipeline: str) -> None:
    """Say which examples fail, where, and what to do. Exits 1 for these, 4 for bad files."""
    from klartekst.examples import failures
    from klartekst.packs import load_pack, make_check
    from klartekst.pipeline import load_pipeline

    if not folder.is_dir():
        click.echo(f"{folder}: finnes ikke, eller er ikke ei mappe. Sjekk navnet.", err=True)
        sys.exit(ExitCode.UNCHECKED)
    pack = load_pack(folder)
    for error in pack.errors:
        click.echo(error, err=True)
    try:
        loaded = load_pipeline(pipeline, frozenset({"tags", "lemmas", "parse", "names"}))
    except KlartekstError as error:
        click.echo(str(error), err=True)
        sys.exit(ExitCode.UNCHECKED)
    known = load_pack(builtin_root("patterns"), folder).rules
    checks = [(rule, make_check(rule)) for rule in known]
    failed = 0
    for rule in pack.rules:
        path = folder / f"{rule.id}.toml"
        for failure in failures(rule, loaded, checks):
            failed += 1
            click.echo(f"{_place(path, failure.example)}: {failure.problem}")
    examples = sum(len(rule.flags) + len(rule.passes) for rule in pack.rules)
    rules = len({rule.id for rule in pack.rules})
    verdict = f"{failed} feil" if failed else "alt stemmer"
    click.echo(f"{_counted(rules, 'regel', 'regler')}, {examples} eksempler: {verdict}.")
    if pack.errors:
        sys.exit(ExitCode.UNCHECKED)
    sys.exit(ExitCode.FINDINGS if failed else ExitCode.READY)


def _counted(number: int, one: str, more: str) -> str:
    return f"{number} {one if number == 1 else more}"


def _place(path: Path, example: str) -> str:
    """The file and the line of an example."""
    opening = example.split("\n", maxsplit=1)[0].replace('"', '\\"')
    lines = path.read_text(encoding="utf-8-sig").splitlines()
    number = next((n for n, line in enumerate(lines, start=1) if opening in line), None)
    return f"{path}, linje {number}" if number else str(path)
