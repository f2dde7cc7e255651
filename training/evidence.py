"""Weigh the evidence by which names are told: `name_weights.toml`.

    python -m training.evidence > src/klartekst/recognizers/name_weights.toml

Logistic regression on the drafts in `corpora/marked/dev` and the texts of `corpora/names`, with a
penalty on weights far from where they began, and with each weight held to its side: evidence for
a person never weighs against, and evidence that the examples hardly have keeps its weight. The
cross-validated error, whole drafts left out, is printed to stderr.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from bench.names import named_texts
from corpora.marking import load_folder
from klartekst.linter import Linter
from klartekst.recognizers.name_evidence import EVIDENCE, FOR
from klartekst.recognizers.names import candidates
from klartekst.recognizers.person import names_marked_in

_ROOT = Path(__file__).resolve().parents[1]
_FEATURES = ("bias", *sorted({*EVIDENCE, "part"}))
# What Norwegian usage says of evidence that is rare and sure; all other begins at one.
_SURE = {
    "numbered": 5, "aged": 3, "called": 3, "owned_place": 6, "definite": 3, "after_thing": 3,
    "kin_capital": 4, "opening_word": 4, "owner_inside": 3, "small_elsewhere": 2, "animal": 2,
    "ends_in_word": 2, "initial": 2, "case_of": 2, "owns": 2, "prefixed": 3,
    "family": 4, "acronym": 4, "in_title": 3, "thing_alone": 3, "ampersand": 7,
}  # fmt: skip
_FOLDS = 10
_PENALTY = 1.5
_STEPS = 4000
_RATE = 0.5
_MISSED = 2.0  # a person missed counts for as many false alarms


@dataclass(frozen=True)
class Example:
    """One name of one text: its evidence, and whether it is a person's."""

    text: str
    words: str
    evidence: frozenset[str]
    is_person: bool


def examples() -> Iterator[Example]:
    """The names of all marked texts."""
    linter = Linter()
    for draft in load_folder(_ROOT / "corpora/marked/dev"):
        read = linter.read(draft.text.encode(), f"{draft.id}.md")
        people = [mark.span for mark in draft.personal if mark.type == "PERSON"]
        source = read.document.source_span
        yield from _examples(draft.id, read.doc, people, source)
    for number, named in enumerate(named_texts()):
        read = linter.read(named.text.encode(), "names.txt")
        yield from _examples(f"names {number}", read.doc, named.names, read.document.source_span)


def _examples(name, doc, people, source) -> Iterator[Example]:
    for candidate in candidates(doc.text, *names_marked_in(doc.ents)):
        hits = [any(source(span).overlaps(mark) for mark in people) for span in candidate.mentions]
        first = candidate.mentions[0]
        yield Example(
            name, doc.text[first.start : first.end], candidate.evidence, sum(hits) * 2 >= len(hits)
        )


def fitted(data: Sequence[Example]) -> dict[str, float]:
    """The weights that fit the examples, by name of evidence."""
    matrix = np.array(
        [[f == "bias" or f in one.evidence for f in _FEATURES] for one in data], float
    )
    wanted = np.array([one.is_person for one in data], float)
    cost = np.where(wanted == 1, _MISSED, 1.0)
    side = np.array([1 if f in FOR else -1 for f in _FEATURES])
    prior = side * np.array([_SURE.get(f, 1) for f in _FEATURES])
    free = np.array([f == "bias" for f in _FEATURES])
    weights = np.where(free, 0.0, prior)
    for _ in range(_STEPS):
        chance = 1 / (1 + np.exp(-matrix @ weights))
        slope = matrix.T @ (cost * (wanted - chance)) - _PENALTY * (weights - prior) * ~free
        weights += _RATE * slope / len(data) * 10
        weights = np.where(free | (weights * side >= 0), weights, 0)
    return {f: round(float(w), 1) for f, w in zip(_FEATURES, weights, strict=True)}


def is_wrong(weights: dict[str, float], one: Example) -> bool:
    """Whether the weights judge a name otherwise than its marks."""
    score = weights["bias"] + sum(weights[name] for name in one.evidence)
    return (score > 0) != one.is_person


def main() -> None:
    """Print the weights, and how well they do on drafts left out."""
    data = list(examples())
    texts = sorted({one.text for one in data})
    wrong = []
    for fold in range(_FOLDS):
        left_out = set(texts[fold::_FOLDS])
        weights = fitted([one for one in data if one.text not in left_out])
        wrong += [one for one in data if one.text in left_out and is_wrong(weights, one)]
    missed = sum(one.is_person for one in wrong)
    people = sum(one.is_person for one in data)
    print(f"people missed: {missed} of {people}", file=sys.stderr)
    print(f"false alarms: {len(wrong) - missed} of {len(data) - people}", file=sys.stderr)
    if "--wrong" in sys.argv:
        for one in wrong:
            print(one.is_person, one.text, one.words, sorted(one.evidence), file=sys.stderr)
    print("# What each kind of evidence weighs, in log odds; written by training/evidence.py.")
    for name, weight in fitted(data).items():
        print(f"{name} = {weight}")


if __name__ == "__main__":
    main()
