"""How good klartekst is at what it does, on texts where people have said what is right.

python corpora/evaluate.py                      the texts to build on, all subjects
python corpora/evaluate.py --subject klarsprak  one subject: personvern, klarsprak, budskap, form
python corpora/evaluate.py --misses             and what was missed or raised in vain there
python corpora/evaluate.py --held-out           the texts that are only ever measured
python corpora/evaluate.py --jsonl FILE         other drafts, with offsets, one a line
python corpora/evaluate.py --check              both, against floors.json: exit code 1 if worse
python corpora/evaluate.py --update-floors      pin the figures as they are

A subject is a module with `figures(part)` and `misses(part)`; see `part.Subject`.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

import click

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from corpora import forms, language, matching, privacy
from corpora.floors import load_floors, pins_of, save_floors, unlike, worsened
from corpora.part import PARTS, Subject, our_part, part_in_file
from corpora.scoring import Figure
from klartekst.linter import Linter

SUBJECTS: Mapping[str, Subject] = {
    "personvern": privacy,
    "klarsprak": language,
    "budskap": matching,
    "form": forms,
}
_FLOORS = Path(__file__).with_name("floors.json")

# The figures of each subject and part: measured["personvern"]["dev"].
Measured = Mapping[str, Mapping[str, Sequence[Figure]]]


@click.command(context_settings={"help_option_names": ["-h", "--help"]})
@click.option("--subject", type=click.Choice(list(SUBJECTS)), help="Measure one subject alone.")
@click.option("--held-out", is_flag=True, help="Measure the held-out texts instead.")
@click.option("--misses", is_flag=True, help="Show what was missed and what was raised in vain.")
@click.option("--check", is_flag=True, help="Compare both parts with floors.json.")
@click.option("--update-floors", is_flag=True, help="Pin the figures of both parts.")
@click.option("--allow-regression", is_flag=True, help="Let --update-floors make pins laxer.")
@click.option(
    "--jsonl",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Measure the drafts of this file: one JSON object a line, with offsets.",
)
def main(  # noqa: PLR0913  one argument an option
    *,
    subject: str | None,
    held_out: bool,
    misses: bool,
    check: bool,
    update_floors: bool,
    allow_regression: bool,
    jsonl: Path | None,
) -> None:
    """Measure klartekst on texts where people have said what is right."""
    if misses and held_out:
        raise click.UsageError("held-out texts are measured, not looked into")
    if (check or update_floors) and (misses or held_out or jsonl):
        raise click.UsageError("--check and --update-floors are for both parts as they are")
    subjects = {name: SUBJECTS[name] for name in ([subject] if subject else SUBJECTS)}
    linter = Linter()
    if linter.errors:
        raise click.ClickException("\n".join(linter.errors))
    if check or update_floors:
        measured = measure_ours(subjects, linter)
        failures = move_pins(measured, lax=allow_regression) if update_floors else worse(measured)
        if failures:
            raise click.ClickException("\n  ".join(("not as pinned", *failures)))
        return
    if jsonl:
        # Our own drafts are invented; of anybody else's, words are shown to a person alone.
        part = part_in_file(jsonl, linter, reveal=sys.stdout.isatty())
    else:
        part = our_part(PARTS[held_out], linter)
    for name, module in subjects.items():
        show(f"{name}, {part.name}", module.figures(part))
        if misses:
            for line in module.misses(part):
                click.echo(line)


def measure_ours(subjects: Mapping[str, Subject], linter: Linter) -> Measured:
    """The figures of some subjects on both parts; prints those that are pinned."""
    parts = {name: our_part(name, linter) for name in PARTS}
    measured: dict[str, dict[str, Sequence[Figure]]] = {
        subject: {name: module.figures(part) for name, part in parts.items()}
        for subject, module in subjects.items()
    }
    for subject, by_part in measured.items():
        for name, found in by_part.items():
            show(f"{subject}, {name}", [figure for figure in found if figure.pinned])
    return measured


def show(heading: str, measured: Sequence[Figure]) -> None:
    """Print figures, one a line."""
    click.echo(f"\n{heading}")
    for figure in measured:
        click.echo(f"  {figure.name:<42}{figure.value:>7} {figure.unit}  ({figure.basis})")


def worse(measured: Measured) -> list[str]:
    """What differs from floors.json for the worse, one line each."""
    floors = load_floors(_FLOORS)
    lines = []
    for subject, by_part in measured.items():
        for part, found in by_part.items():
            pins = floors.get(subject, {}).get(part, {})
            wrong = worsened(found, pins) + unlike(found, pins)
            lines += [f"{subject}, {part}: {line}" for line in wrong]
    return lines


def move_pins(measured: Measured, *, lax: bool) -> list[str]:
    """Write the measured subjects anew in floors.json; the others stay.

    Nothing is written if a pin would become laxer and that is not meant: what would is returned.
    """
    floors = load_floors(_FLOORS)
    lines = [
        f"{subject}, {part}: {line} (say --allow-regression if you mean it)"
        for subject, by_part in measured.items()
        for part, found in by_part.items()
        for line in worsened(found, floors.get(subject, {}).get(part, {}))
    ]
    if lines and not lax:
        return lines
    pins = {
        subject: {part: pins_of(found) for part, found in by_part.items()}
        for subject, by_part in measured.items()
    }
    save_floors(_FLOORS, {**floors, **pins})
    return []


if __name__ == "__main__":
    main()
