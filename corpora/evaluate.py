"""How well klartekst finds personal data, and how much it raises in vain, on marked drafts.

python corpora/evaluate.py                    the drafts to build on
python corpora/evaluate.py --misses           and what was missed or raised in vain there
python corpora/evaluate.py --held-out         the drafts that are only ever measured
python corpora/evaluate.py --jsonl FILE       other drafts, with offsets, one a line
python corpora/evaluate.py --check            both, against floors.json: exit code 1 if worse
python corpora/evaluate.py --update-floors    pin the figures as they are
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import click

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from corpora.floors import load_floors, pins_of, save_floors, unlike, worsened
from corpora.marking import MarkedDraft, MarkingError, load_folder, load_jsonl
from corpora.privacy import Judgement, figures, judge, type_of
from corpora.scoring import Figure, outside
from klartekst.linter import Linter
from klartekst.model import Finding, Span

PARTS = ("dev", "held_out")
_FOLDER = Path(__file__).resolve().parent
_FLOORS = _FOLDER / "floors.json"
_AROUND = 45  # code points of a draft shown on either side of a miss


@click.command(context_settings={"help_option_names": ["-h", "--help"]})
@click.option("--held-out", is_flag=True, help="Measure the held-out drafts instead.")
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
    held_out: bool,
    misses: bool,
    check: bool,
    update_floors: bool,
    allow_regression: bool,
    jsonl: Path | None,
) -> None:
    """Measure how well personal data is found in marked drafts, and how much is raised in vain."""
    if misses and held_out:
        raise click.UsageError("held-out drafts are measured, not looked into")
    if (check or update_floors) and (misses or held_out or jsonl):
        raise click.UsageError("--check and --update-floors are for both parts as they are")
    linter = Linter()
    if check or update_floors:
        measured = {}
        for part in PARTS:
            measured[part] = figures(judge_all(linter, drafts_of(part)))
            show(part, measured[part], only_pinned=True)
        failures = move_pins(measured, lax=allow_regression) if update_floors else worse(measured)
        if failures:
            raise click.ClickException("\n  ".join(("not as pinned", *failures)))
        return
    part = str(jsonl) if jsonl else PARTS[held_out]
    drafts = load_jsonl(jsonl) if jsonl else drafts_of(part)
    judgements = judge_all(linter, drafts)
    show(part, figures(judgements))
    if misses:
        # Our own drafts are invented; of anybody else's, words are shown to a person alone.
        reveal = jsonl is None or sys.stdout.isatty()
        for line in missed(judgements, reveal=reveal):
            click.echo(line)


def drafts_of(part: str) -> list[MarkedDraft]:
    """The marked drafts of one part."""
    try:
        return load_folder(_FOLDER / "marked" / part)
    except MarkingError as error:
        raise click.ClickException(str(error)) from error


def judge_all(linter: Linter, drafts: Sequence[MarkedDraft]) -> list[Judgement]:
    """Check every draft and measure what was found."""
    if linter.errors:
        raise click.ClickException("\n".join(map(str, linter.errors)))
    judgements = []
    for draft in drafts:
        result = linter.lint(draft.text.encode(), f"{draft.id}.md", profile=draft.profile)
        if result.error is not None:
            raise click.ClickException(f"{draft.id}: {result.error}")
        judgements.append(judge(draft, result))
    return judgements


def show(part: str, measured: Sequence[Figure], *, only_pinned: bool = False) -> None:
    """Print figures, one a line."""
    click.echo(f"\n{part}")
    for figure in measured:
        if figure.pinned or not only_pinned:
            click.echo(f"  {figure.name:<42}{figure.value:>7} {figure.unit}  ({figure.basis})")


def worse(measured: dict[str, list[Figure]]) -> list[str]:
    """What differs from floors.json for the worse, one line each."""
    floors = load_floors(_FLOORS)
    lines = []
    for part, found in measured.items():
        pins = floors.get(part, {})
        lines += [f"{part}: {line}" for line in worsened(found, pins) + unlike(found, pins)]
    return lines


def move_pins(measured: dict[str, list[Figure]], *, lax: bool) -> list[str]:
    """Write floors.json anew, unless a pin would become laxer and that is not meant."""
    floors = load_floors(_FLOORS)
    lines = [
        f"{part}: {line} (say --allow-regression if you mean it)"
        for part, found in measured.items()
        for line in worsened(found, floors.get(part, {}))
    ]
    if lines and not lax:
        return lines
    save_floors(_FLOORS, {part: pins_of(found) for part, found in measured.items()})
    return []


def missed(judgements: Sequence[Judgement], *, reveal: bool) -> Iterator[str]:
    """What went wrong in each draft, one line each."""
    for judgement in judgements:
        for outcome in (*judgement.private, *judgement.points):
            if not outcome.is_raised:
                kind = type_of(outcome) or "POINT"
                yield _line(judgement, "missed", kind, outcome.mark.span, reveal=reveal)
        for outcome in judgement.official:
            for finding in outcome.findings:
                yield _line(judgement, "official", _name(finding), outcome.mark.span, reveal=reveal)
        for trap in judgement.traps:
            for finding in trap.findings:
                yield _line(judgement, "trap", _name(finding), finding.span, reveal=reveal)
        for finding in outside([trap.span for trap in judgement.draft.traps], judgement.spurious):
            yield _line(judgement, "in vain", _name(finding), finding.span, reveal=reveal)


def _name(finding: Finding) -> str:
    return f"{finding.severity} {finding.entity or finding.rule}"


def _line(judgement: Judgement, what: str, kind: str, span: Span, *, reveal: bool) -> str:
    text = judgement.draft.text
    words = ""
    if reveal:
        before = text[max(0, span.start - _AROUND) : span.start]
        after = text[span.end : span.end + _AROUND]
        words = f"{before}[[{text[span.start : span.end]}]]{after}".replace("\n", " ")
    return f"{judgement.draft.id}  {what}: {kind} at {span.start}  {words}".rstrip()


if __name__ == "__main__":
    main()
