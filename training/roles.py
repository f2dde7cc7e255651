"""Weigh the evidence by which public roles are told: `checks/people/role_weights.toml`.

    python -m training.roles > role_weights.toml

The examples are the people of the drafts in `corpora/marked/dev` and `corpora/marked/train`, and of
the examples of the rules, which count several times. The error on drafts left out is printed to
stderr.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from corpora.marking import load_folder
from klartekst.checks.people.weighing import AGAINST, FOR, PUBLIC, UNSURE
from klartekst.examples import unmark
from klartekst.linter import Linter
from klartekst.packs import load_pack
from klartekst.resources import builtin_root
from training.weighing import Beginning, Example, fitted, scored_unseen

_ROOT = Path(__file__).resolve().parents[1]
# What is rare and sure; all other evidence begins at a half.
_SURE = {
    "title": 2.5, "brief": 4.6, "contact": 3, "addressee": 4, "credit": 3, "party": 3, "asked": 2,
    "historic": 8, "table": 3, "board": 2, "appointed": 2, "consent": 4, "won": 2,
    "object": 9, "age": 3, "child": 3, "relation": 5, "numbered": 4, "initials": 5, "one_name": 2,
    "kin_owner": 3, "unasked": 2, "case_of": 4, "staff": 1.5, "undergoing": 4, "owns": 1.5,
}  # fmt: skip
_BEGINNING = Beginning(
    telling_for=FOR,
    telling_against=AGAINST,
    sure={**dict.fromkeys(FOR | AGAINST, 0.5), **_SURE},
    penalty=0.7,
    cost=0.35,  # somebody private who is taken for public costs as much as three false alarms
)
_FOLDS = 12
_REPEATED = 5  # how often an example of a rule counts


def examples(folders: Sequence[Path]) -> Iterator[Example]:
    """The people of marked drafts; names that are marked as nobody's are left out."""
    linter = Linter()
    for draft in (draft for folder in folders for draft in load_folder(folder)):
        read = linter.read(draft.text.encode(), f"{draft.id}.md")
        marks = [mark for mark in draft.personal if mark.type == "PERSON"]
        for person in read.people:
            spans = [read.document.source_span(span) for span in person.mentions]
            hits = [mark.status for span in spans for mark in marks if mark.span.overlaps(span)]
            if hits:
                public = hits.count("official") * 2 > len(hits)
                words = " ".join(person.words)
                yield Example(draft.id, words, person.evidence, public)


def examples_of_rules() -> Iterator[Example]:
    """The people of the rules' examples: whoever is flagged is private, and all others are not."""
    linter = Linter()
    for rule in load_pack(builtin_root("patterns")).rules:
        if rule.check != "private_person":
            continue
        for example in (*rule.flags, *rule.passes):
            plain = unmark(example)
            for person in linter.read(plain.text.encode(), "example.txt").people:
                flagged = any(s.overlaps(m) for s in plain.spans for m in person.mentions)
                words = " ".join(person.words)
                for _ in range(_REPEATED):
                    yield Example(f"rule {rule.id}", words, person.evidence, not flagged)


def main() -> None:
    """Print the weights, and how well they do on drafts left out."""
    data = list(examples([_ROOT / "corpora/marked" / part for part in ("dev", "train")]))
    texts = sorted({one.text for one in data})
    folds = [frozenset(texts[at::_FOLDS]) for at in range(_FOLDS)]
    sure = list(examples_of_rules())
    scores = list(scored_unseen([*data, *sure], folds, _BEGINNING))
    wrong = [(one, score) for one, score in scores if (score > PUBLIC) != one.wanted]
    private = sum(not one.wanted for one in data)
    missed = sum(not one.wanted for one, _ in wrong)
    print(f"private people taken for public: {missed} of {private}", file=sys.stderr)
    print(f"public people raised: {len(wrong) - missed} of {len(data) - private}", file=sys.stderr)
    if "--wrong" in sys.argv:
        for one, score in wrong:
            print(
                one.wanted,
                f"{score:.1f}",
                one.text,
                one.words,
                sorted(one.evidence),
                file=sys.stderr,
            )
    stopped = sum(score < UNSURE for one, score in scores if one.wanted)
    print(f"of them stopped: {stopped}", file=sys.stderr)
    print("# What each kind of evidence weighs, in log odds; written by training/roles.py.")
    for name, weight in fitted([*data, *sure], _BEGINNING).items():
        print(f"{name} = {weight}")


if __name__ == "__main__":
    main()
