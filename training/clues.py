"""Weigh the clues by which a clause tells of a private person: `clue_weights.toml`.

    python -m training.clues [FOLDER...] > src/klartekst/checks/signals/clue_weights.toml

Logistic regression on the clauses of the drafts in `corpora/marked/dev`, of drafts in more folders
of the same form, and of the examples of the rules. Rules have been tuned on dev, so drafts that
nobody has tuned on count for more. A clause is right when it overlaps something indirect that is
marked private, and does not count when it overlaps another mark. How well each folder is told when
it is left out is printed to stderr.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from corpora.marking import MarkedDraft, load_folder
from corpora.privacy import INDIRECT_TYPES
from klartekst.checks import Draft
from klartekst.checks.signals.clauses import Clause
from klartekst.checks.signals.individuals import Individuals, find_individuals
from klartekst.checks.signals.stretches import clues_of, neighbours, score_of
from klartekst.examples import unmark
from klartekst.linter import Linter
from klartekst.model import Span
from klartekst.packs import load_pack

_DEV = Path(__file__).resolve().parents[1] / "corpora/marked/dev"
_NEW = 3.0  # what a draft that no rule was tuned on counts for
_EXAMPLE = 1.0
_PENALTY = 2.0
_ROUNDS = 3  # of weighing clauses with what their neighbours were weighed to tell
_NEWTON = 40
_RAREST = 5  # clues that fewer clauses give weigh nothing


@dataclass(frozen=True)
class Text:
    """One text: its clauses, their clues, and which of them tell (None for «does not count»)."""

    source: str
    id: str
    clauses: Sequence[Clause]
    clues: Sequence[frozenset[str]]
    tells: Sequence[bool | None]
    individuals: Individuals
    counts: float


@dataclass(frozen=True)
class Marks:
    """Where something indirect is told, and where a clause is neither right nor wrong."""

    indirect: Sequence[Span]
    others: Sequence[Span]


def texts(folders: Sequence[Path]) -> Iterator[Text]:
    """All marked texts."""
    linter = Linter()
    for folder in (_DEV, *folders):
        for marked in load_folder(folder):
            draft = linter.read(marked.text.encode(), f"{marked.id}.md", profile=marked.profile)
            counts = 1.0 if folder == _DEV else _NEW
            marks = Marks(_indirect(marked), _others(marked))
            yield _text(folder.name, marked.id, draft, marks, counts)
    yield from _examples(linter)


def _examples(linter: Linter) -> Iterator[Text]:
    for rule in load_pack().rules:
        if rule.check != "signal":
            continue
        for example in (*rule.flags, *rule.passes):
            plain = unmark(example)
            draft = linter.read(plain.text.encode(), "example.txt")
            everything = [Span(0, len(plain.text))] if plain.spans else []
            marks = Marks(plain.spans, everything)
            yield _text("examples", rule.id, draft, marks, _EXAMPLE)


def _indirect(marked: MarkedDraft) -> list[Span]:
    return [mark.span for mark in marked.private if mark.type in INDIRECT_TYPES]


def _others(marked: MarkedDraft) -> list[Span]:
    others = [mark.span for mark in marked.private if mark.type not in INDIRECT_TYPES]
    return others + [point.span for point in marked.points]


def _text(source: str, name: str, draft: Draft, marks: Marks, counts: float) -> Text:
    individuals = find_individuals(draft)
    clauses, clues = clues_of(draft)
    tells: list[bool | None] = []
    for clause in clauses:
        span = draft.document.source_span(individuals.reading.span(clause.start, clause.end))
        if any(span.overlaps(mark) for mark in marks.indirect):
            tells.append(True)
        else:
            tells.append(None if any(span.overlaps(mark) for mark in marks.others) else False)
    return Text(source, name, clauses, clues, tells, individuals, counts)


def fitted(data: Sequence[Text]) -> dict[str, float]:
    """The weights that fit some texts, by name of clue."""
    seen = Counter(clue for text in data for clues in text.clues for clue in clues)
    names = ["bias", *sorted(clue for clue, times in seen.items() if times >= _RAREST)]
    around = ["told_after", "told_before", "told_beside"]
    weighing = _fit(data, names, [[frozenset()] * len(text.clauses) for text in data])
    for _ in range(_ROUNDS):
        weighing = _fit(data, [*names, *around], [_near(text, weighing) for text in data])
    return weighing


def _near(text: Text, weighing: Mapping[str, float]) -> list[frozenset[str]]:
    first = [score_of(clues, weighing) for clues in text.clues]
    return neighbours(text.clauses, text.individuals, first)


def _fit(
    data: Sequence[Text], names: Sequence[str], near: Sequence[Sequence[frozenset[str]]]
) -> dict[str, float]:
    """Newton's method, with a penalty on large weights."""
    rows, wanted, counts = [], [], []
    index = {name: number for number, name in enumerate(names)}
    for text, around in zip(data, near, strict=True):
        for clues, other, tells in zip(text.clues, around, text.tells, strict=True):
            if tells is not None:
                row = np.zeros(len(names))
                row[[0, *(index[clue] for clue in clues | other if clue in index)]] = 1
                rows.append(row)
                wanted.append(tells)
                counts.append(text.counts)
    matrix, truth, count = np.array(rows), np.array(wanted, float), np.array(counts)
    penalty = _PENALTY * np.eye(len(names))
    penalty[0, 0] = 1e-3
    weights = np.zeros(len(names))
    for _ in range(_NEWTON):
        chance = 1 / (1 + np.exp(-matrix @ weights))
        slope = matrix.T @ (count * (truth - chance)) - penalty @ weights
        curve = (matrix * (count * chance * (1 - chance))[:, None]).T @ matrix + penalty
        step = np.linalg.solve(curve, slope)
        weights += step
        if np.abs(step).max() < 1e-4:
            break
    return {name: round(float(weight), 2) for name, weight in zip(names, weights, strict=True)}


def scores(text: Text, weighing: Mapping[str, float]) -> list[float]:
    """What the clauses of a text weigh."""
    near = _near(text, weighing)
    return [score_of(own | other, weighing) for own, other in zip(text.clues, near, strict=True)]


def main() -> None:
    """Print the weights, and how well they do on folders left out."""
    data = list(texts([Path(folder) for folder in sys.argv[1:]]))
    for left_out in sorted({text.source for text in data} - {"examples"}):
        weighing = fitted([text for text in data if text.source != left_out])
        pairs = [
            (score, tells)
            for text in data
            if text.source == left_out
            for score, tells in zip(scores(text, weighing), text.tells, strict=True)
            if tells is not None
        ]
        pairs.sort(reverse=True)
        total = sum(tells for _, tells in pairs)
        right, shown = 0, []
        for number, (_, tells) in enumerate(pairs, start=1):
            right += tells
            if tells and right in {round(total * share / 10) for share in (5, 6, 7, 8, 9)}:
                shown.append(f"{right / total:.2f}: {right / number:.2f}")
        print(f"{left_out}: precision by recall {', '.join(shown)}", file=sys.stderr)
    print("# What each clue weighs, in log odds; written by training/clues.py.")
    for name, weight in fitted(data).items():
        print(f"{name} = {weight}")


if __name__ == "__main__":
    main()
