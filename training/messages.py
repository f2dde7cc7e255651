"""Fit the weights that decide whether a draft carries a message; see klartekst.matching.model.

python -m training.messages [FOLDER…]  writes src/klartekst/matching/data/weights.toml

Only `dev` is used, of both the annotated drafts and the corpus of messages, and what is named of
folders of marked drafts beside. A logistic regression
with an L2 penalty is fitted by Newton's method. Which window of a draft carries a message is not
annotated, so the fit begins with the window that has most of its words, and is repeated with the
window that the last fit held likeliest. Nothing is random.

The bias is then moved to where, cross-validated over drafts, enough contradicted messages
are not taken for carried, and as many as possible are judged rightly when two thirds are carried.
"""

from __future__ import annotations

import sys
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from corpora.annotation import AbsentKind, WantedMessage
from corpora.marking import load_folder
from corpora.matching import messages_of
from corpora.part import Part, our_part
from klartekst.checks import Draft
from klartekst.checks.messages.carried import comparer_of
from klartekst.linter import Linter
from klartekst.matching.features import FEATURES, KEYWORD_FEATURES, VECTOR_FEATURES
from klartekst.matching.texts import read_message, read_text
from klartekst.model import Brief, KeyMessage

_WEIGHTS = Path(__file__).resolve().parents[1] / "src/klartekst/matching/data/weights.toml"
_ROUNDS = 4
_STEPS = 30
_SMALLEST_STEP = 1e-6
_FOLDS = 8
_SHARES = {"present": 6 / 9, "missing": 1 / 9, "contradicted": 1 / 9, "half": 1 / 9}
_HEADER = """\
# Made by `python -m training.messages` from {pairs} messages of {drafts} drafts; not to be edited.
"""


@dataclass(frozen=True)
class Fit:
    """How a set of weights is fitted.

    A contradicted message counts for `contradicted_counts` others, and of those `contradicted_seen`
    must not be taken for carried.
    """

    penalty: float
    contradicted_counts: float
    contradicted_seen: float


# Keywords tell the topic so well that most of the other weights can go to who says the contrary.
# The penalty is the one that judges best when all drafts of a writer are left out. Messages
# without, as those under `ikke_si`, need a stronger one: half of one is not it.
_WITH_KEYWORDS, _WITHOUT = Fit(3.0, 2.0, 0.8), Fit(4.0, 1.0, 0.75)


@dataclass(frozen=True, eq=False)
class Pair:
    """A message with a draft: one row a window, one column a feature."""

    draft: str
    rows: np.ndarray
    absent: AbsentKind | None

    @property
    def is_carried(self) -> bool:
        """Whether the draft has it."""
        return self.absent is None


def main() -> None:
    """Fit all sets of weights and write them."""
    write_weights(list(read_drafts(Linter(), [Path(folder) for folder in sys.argv[1:]])))


def write_weights(drafts: Sequence[tuple[Draft, Sequence[WantedMessage]]]) -> None:
    """Fit all sets of weights to the messages of some drafts and write them."""
    text = ""
    for vectors in (True, False):
        for keywords in (True, False):
            pairs = list(pairs_of(drafts, keywords=keywords, vectors=vectors))
            names = chosen(keywords=keywords, vectors=vectors)
            columns = [FEATURES.index(name) for name in names]
            how = _WITH_KEYWORDS if keywords else _WITHOUT
            weights = fit(pairs, columns, how)
            scores = cross_validated(pairs, columns, how)
            weights[0] -= threshold(pairs, scores, how.contradicted_seen)
            title = ("keywords" if keywords else "plain") + ("" if vectors else "_without_vectors")
            lines = [f"{name} = {weight:.4f}" for name, weight in zip(names, weights, strict=True)]
            text += "\n".join((f"\n[{title}]", *lines, ""))
            print(title, f"{agreement(pairs, names, weights):.3f} of {len(pairs)} fitted")
    header = _HEADER.format(pairs=len(pairs), drafts=len({pair.draft for pair in pairs}))
    tomllib.loads(text)
    _WEIGHTS.write_text(header + text, encoding="utf-8")


def chosen(*, keywords: bool, vectors: bool) -> list[str]:
    """The features that there is something to tell by."""
    return [
        name
        for name in FEATURES
        if (keywords or name not in KEYWORD_FEATURES) and (vectors or name not in VECTOR_FEATURES)
    ]


def read_drafts(
    linter: Linter, folders: Sequence[Path]
) -> Iterator[tuple[Draft, Sequence[WantedMessage]]]:
    """The drafts to build on, ours and those of some folders, parsed, with the messages of each."""
    drafts = tuple(draft for folder in folders for draft in load_folder(folder))
    for draft, wanted in (
        *messages_of(our_part("dev", linter)),
        *messages_of(Part("folders", drafts, linter)),
    ):
        brief = Brief(
            tuple(KeyMessage(each.text, each.text, keywords=each.keywords) for each in wanted)
        )
        yield linter.read(draft.text.encode(), f"{draft.id}.md", brief), wanted


def pairs_of(
    drafts: Sequence[tuple[Draft, Sequence[WantedMessage]]], *, keywords: bool, vectors: bool
) -> Iterator[Pair]:
    """Every message with its draft; with `keywords`, those messages that have any."""
    for draft, wanted in drafts:
        comparer = comparer_of(draft, vectors=vectors)
        for each in wanted:
            words = [read_text([draft.wordings[word][:]]) for word in each.keywords]
            words = [word for word in words if word.words] if keywords else []
            if keywords and not words:
                continue
            message = read_message(draft.wordings[each.text], vectors=vectors)
            compared = comparer.compare(message, words)
            rows = [[window.features[name] for name in FEATURES] for window in compared.windows]
            yield Pair(draft.document.name, np.array(rows), each.absent)


def fit(pairs: Sequence[Pair], columns: Sequence[int], how: Fit) -> np.ndarray:
    """Weights of the columns."""
    carried = np.array([pair.is_carried for pair in pairs], dtype=float)
    covered = FEATURES.index("covered")
    likeliest = [int(pair.rows[:, covered].argmax()) for pair in pairs]
    counts = np.where([pair.absent == "contradicted" for pair in pairs], how.contradicted_counts, 1)
    weights = np.zeros(len(columns))
    for _ in range(_ROUNDS):
        rows = [pair.rows[row][columns] for pair, row in zip(pairs, likeliest, strict=True)]
        weights = _newton(np.array(rows), carried, counts, how.penalty)
        likeliest = [int((pair.rows[:, columns] @ weights).argmax()) for pair in pairs]
    return weights


def cross_validated(pairs: Sequence[Pair], columns: Sequence[int], how: Fit) -> np.ndarray:
    """What each pair scores by weights fitted to other drafts."""
    drafts = sorted({pair.draft for pair in pairs})
    scores = np.zeros(len(pairs))
    for fold in range(_FOLDS):
        left_out = set(drafts[fold::_FOLDS])
        weights = fit([pair for pair in pairs if pair.draft not in left_out], columns, how)
        for place, pair in enumerate(pairs):
            if pair.draft in left_out:
                scores[place] = (pair.rows[:, columns] @ weights).max()
    return scores


def threshold(pairs: Sequence[Pair], scores: np.ndarray, contradicted_seen: float) -> float:
    """The score from which a message is taken for carried; see above."""
    kinds = np.array([pair.absent or "present" for pair in pairs])
    best, chosen_one = -1.0, 0.0
    for score in np.unique(np.round(scores, 2)):
        right = {
            kind: ((scores >= score) == (kind == "present"))[kinds == kind].mean()
            for kind in _SHARES
        }
        agreed = sum(share * right[kind] for kind, share in _SHARES.items())
        if right["contradicted"] >= contradicted_seen and agreed > best:
            best, chosen_one = agreed, float(score)
    print(f"cross-validated, two thirds carried: {best:.3f}")
    return chosen_one


def _newton(
    rows: np.ndarray, carried: np.ndarray, counts: np.ndarray, strength: float
) -> np.ndarray:
    weights = np.zeros(rows.shape[1])
    penalty = np.eye(rows.shape[1]) * strength
    penalty[0, 0] = 1e-3  # the bias
    for _ in range(_STEPS):
        chances = 1 / (1 + np.exp(-rows @ weights))
        slope = rows.T @ (counts * (chances - carried)) + penalty @ weights
        bend = (rows * (counts * chances * (1 - chances))[:, None]).T @ rows + penalty
        step = np.linalg.solve(bend, slope)
        weights = weights - step
        if np.abs(step).max() < _SMALLEST_STEP:
            break
    return weights


def agreement(pairs: Sequence[Pair], names: Sequence[str], weights: np.ndarray) -> float:
    """The share of the pairs that the weights were fitted to and judge rightly."""
    columns = [FEATURES.index(name) for name in names]
    right = [((pair.rows[:, columns] @ weights).max() >= 0) == pair.is_carried for pair in pairs]
    return float(np.mean(right))


if __name__ == "__main__":
    main()
