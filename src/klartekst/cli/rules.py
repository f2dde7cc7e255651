"""`klartekst rules` lists the rules, `klartekst explain` teaches one."""

from __future__ import annotations

import re
import sys
import textwrap
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from klartekst.cli.options import choice_options, config_option, make_linter, read_config
from klartekst.cli.rules_test import test_rules
from klartekst.errors import SettingsError
from klartekst.law import regulations
from klartekst.outcome import ExitCode

if TYPE_CHECKING:
    from klartekst.linter import Linter
    from klartekst.model import Act, Rule

_WIDTH = 92
_MARK = re.compile(r"\[\[(?P<found>.*?)(?: => (?P<better>.*?))?\]\]")
_SEVERITY = {"error": "Stopp", "warning": "Advarsel", "info": "Tips"}
_MOST_EXAMPLES = 4


@click.group(
    invoke_without_command=True,
    options_metavar="[VALG]",
    subcommand_metavar="[test MAPPE]",
    short_help="List opp reglene, eller prøv egne.",
    help="List opp reglene, med alvorlighet og tittel. «klartekst rules test MAPPE» prøver "
    "egne regler.",
)
@choice_options
@config_option
@click.pass_context
def rules(
    context: click.Context,
    config_path: Path | None,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
) -> None:
    """List the chosen rules, one line each."""
    if context.invoked_subcommand:
        return
    linter = _linter(config_path, select, ignore)
    listed = {rule.id: rule for rule in linter.rules if rule.language != "nn"}
    width = max(map(len, listed), default=0)
    for rule_id, rule in sorted(listed.items()):
        severity = linter.config.severity.get(rule_id, rule.severity)
        click.echo(f"{rule_id:<{width}}  {_SEVERITY[severity]:<8}  {rule.title}")


rules.add_command(test_rules)


@click.command(
    options_metavar="[VALG]",
    short_help="Forklar en regel.",
    help="Forklar hva en regel ser etter, hvorfor, og hva du kan gjøre.",
)
@click.argument("rule_id", metavar="REGEL")
@click.option("--nynorsk", is_flag=True, help="Forklar regelen på nynorsk.")
@config_option
def explain(rule_id: str, *, nynorsk: bool, config_path: Path | None) -> None:
    """Print a rule's explanation, source and examples."""
    linter = _linter(config_path, (rule_id,), ())
    norm = "nn" if nynorsk else "nb"
    chosen = [rule for rule in linter.rules if rule.language in (None, norm)]
    click.echo("\n\n".join(_explained(rule, linter.config.forvaltningslov) for rule in chosen))


def _linter(config_path: Path | None, select: tuple[str, ...], ignore: tuple[str, ...]) -> Linter:
    try:
        linter = make_linter(read_config(config_path), select=select, ignore=ignore)
    except SettingsError as error:
        click.echo(str(error), err=True)
        sys.exit(ExitCode.UNCHECKED)
    for problem in linter.errors:
        click.echo(problem, err=True)
    return linter


def _explained(rule: Rule, act: Act) -> str:
    nynorsk = rule.language == "nn"
    lines = [
        click.style(rule.title, bold=True),
        f"{rule.id} · {_SEVERITY[rule.severity]}",
        "",
        *_paragraphs(rule.explanation),
        "",
        click.style("Blir funne:" if nynorsk else "Blir funnet:", bold=True),
        *(_shown(_marked(example)) for example in rule.flags[:_MOST_EXAMPLES]),
        "",
        click.style("Får stå:", bold=True),
        *(_shown(example) for example in rule.passes[:_MOST_EXAMPLES]),
        "",
        f"{'Kjelde' if nynorsk else 'Kilde'}: {rule.source}",
    ]
    if rule.category.confidential:
        lines.append(f"Regelverk: {'; '.join(regulations(rule.category, act))}")
    return "\n".join(lines)


def _paragraphs(text: str) -> Sequence[str]:
    paragraphs = (" ".join(paragraph.split()) for paragraph in text.split("\n\n"))
    return [line for words in paragraphs for line in (*textwrap.wrap(words, _WIDTH), "")][:-1]


def _shown(example: str) -> str:
    """An example on lines of its own; one that is a whole draft is parted from the next."""
    return textwrap.indent(example, "  ") + ("\n" if "\n" in example else "")


def _marked(example: str) -> str:
    """An example with what is found underlined, and the better word after it."""

    def show(mark: re.Match[str]) -> str:
        found = click.style(mark["found"], underline=True)
        return f"{found} (heller: {mark['better']})" if mark["better"] else found

    return _MARK.sub(show, example)
