"""What is measured together: some drafts, and the one Linter that reads them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal, Protocol, get_args

import click

from corpora.marking import MarkedDraft, MarkingError, load_folder, load_jsonl
from corpora.scoring import Figure
from klartekst.linter import Linter
from klartekst.model import Brief, Result, Span

PartName = Literal["dev", "held_out"]
PARTS: tuple[PartName, ...] = get_args(PartName)

_FOLDER = Path(__file__).resolve().parent
_AROUND = 45  # code points of a draft shown on either side of a miss


@dataclass(frozen=True)
class Part:
    """Marked drafts with a Linter, and Results that are made once however many subjects ask.

    `of_ours` is the name of one of our own parts, or None for a file of other drafts. With
    `reveal`, the words of a draft may be shown.
    """

    name: str
    drafts: tuple[MarkedDraft, ...]
    linter: Linter
    of_ours: PartName | None = None
    reveal: bool = True
    _results: dict[tuple[str, Brief | None], Result] = field(default_factory=dict)

    def lint(self, draft: MarkedDraft, brief: Brief | None = None) -> Result:
        """What klartekst says of a draft. Raises ClickException if it cannot be checked."""
        key = (draft.id, brief)
        if key not in self._results:
            data, name = draft.text.encode(), f"{draft.id}.md"
            result = self.linter.lint(data, name, brief=brief, profile=draft.profile)
            if result.error is not None:
                raise click.ClickException(f"{draft.id}: {result.error}")
            self._results[key] = result
        return self._results[key]

    def folder(self, corpus: str) -> Path | None:
        """The folder of this part in another corpus, «pairs»; None where there is none."""
        folder = _FOLDER / corpus / self.of_ours if self.of_ours else None
        return folder if folder and folder.is_dir() else None

    def line(self, draft: MarkedDraft, what: str, span: Span) -> str:
        """One line about a place in a draft, with the words there if they may be shown."""
        words = ""
        if self.reveal:
            before = draft.text[max(0, span.start - _AROUND) : span.start]
            after = draft.text[span.end : span.end + _AROUND]
            words = f"{before}[[{draft.text[span.start : span.end]}]]{after}".replace("\n", " ")
        return f"{draft.id}  {what} at {span.start}  {words}".rstrip()


class Subject(Protocol):
    """What can be measured of a part; a module with these two functions is one."""

    def figures(self, part: Part) -> list[Figure]:
        """All figures; those of something that the part does not have are left out."""
        ...

    def misses(self, part: Part) -> Iterator[str]:
        """What went wrong, one line each."""
        ...


def drafts_of(folder: str) -> tuple[MarkedDraft, ...]:
    """The drafts in `corpora/marked/<folder>`. Raises ClickException for a badly marked one."""
    try:
        return tuple(load_folder(_FOLDER / "marked" / folder))
    except MarkingError as error:
        raise click.ClickException(str(error)) from error


def our_part(name: PartName, linter: Linter) -> Part:
    """One of our own parts. Raises ClickException for a badly marked draft."""
    return Part(name, drafts_of(name), linter, of_ours=name)


def part_in_file(path: Path, linter: Linter, *, reveal: bool) -> Part:
    """The drafts of a file with one JSON object a line. Raises ClickException for a bad one."""
    try:
        drafts = tuple(load_jsonl(path))
    except MarkingError as error:
        raise click.ClickException(str(error)) from error
    return Part(str(path), drafts, linter, reveal=reveal)
