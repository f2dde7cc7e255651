"""Weigh the evidence by which names are told: `name_weights.toml`.

    python -m training.evidence [MORE ...] > src/klartekst/recognizers/name_weights.toml

The examples are the names in the drafts of `corpora/marked/dev` and the texts of `corpora/names`,
and those of further folders of marked drafts if given. The error on whole drafts left out is
printed to stderr.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from bench.names import named_texts
from corpora.marking import load_folder
from klartekst.linter import Linter
from klartekst.recognizers.name_kinds import EVIDENCE, FOR
from klartekst.recognizers.names import candidates
from klartekst.recognizers.person import names_marked_in, proper_nouns_in
from training.weighing import Beginning, Example, fitted, scored_unseen

_ROOT = Path(__file__).resolve().parents[1]
# What Norwegian usage says of evidence that is rare and sure; all other begins at one.
_SURE = {
    "numbered": 5, "aged": 3, "called": 3, "owned_place": 6, "definite": 3, "after_thing": 3,
    "kin_capital": 4, "opening_word": 4, "owner_inside": 3, "small_elsewhere": 2, "animal": 2,
    "ends_in_word": 2, "initial": 2, "case_of": 4, "owns": 2, "prefixed": 3,
    "addressed": 3, "civil": 4, "initials_alone": 5, "compounded_elsewhere": 3, "namesake": 2,
    "family": 4, "acronym": 4, "in_title": 3, "thing_alone": 3, "ampersand": 7,
}  # fmt: skip
_BEGINNING = Beginning(
    telling_for=FOR,
    telling_against={*EVIDENCE} - FOR,
    sure=_SURE,
    penalty=1.5,
    cost=2.0,  # a person missed counts for as many false alarms
)
_FOLDS = 10


def examples(folders: Sequence[Path]) -> Iterator[Example]:
    """The names of all marked texts."""
    linter = Linter()
    for draft in (draft for folder in folders for draft in load_folder(folder)):
        read = linter.read(draft.text.encode(), f"{draft.id}.md")
        people = [mark.span for mark in draft.personal if mark.type == "PERSON"]
        source = read.document.source_span
        yield from _examples(draft.id, read.doc, people, source)
    for number, named in enumerate(named_texts()):
        read = linter.read(named.text.encode(), "names.txt")
        yield from _examples(f"names {number}", read.doc, named.names, read.document.source_span)


def _examples(name, doc, people, source) -> Iterator[Example]:
    for candidate in candidates(doc.text, *names_marked_in(doc.ents), proper_nouns_in(doc)):
        hits = [any(source(span).overlaps(mark) for mark in people) for span in candidate.mentions]
        first = candidate.mentions[0]
        yield Example(
            name, doc.text[first.start : first.end], candidate.evidence, sum(hits) * 2 >= len(hits)
        )


def main() -> None:
    """Print the weights, and how well they do on drafts left out."""
    more = [Path(given) for given in sys.argv[1:] if not given.startswith("-")]
    data = list(examples([_ROOT / "corpora/marked/dev", *more]))
    texts = sorted({one.text for one in data})
    folds = [frozenset(texts[at::_FOLDS]) for at in range(_FOLDS)]
    scores = scored_unseen(data, folds, _BEGINNING)
    wrong = [one for one, score in scores if (score > 0) != one.wanted]
    missed = sum(one.wanted for one in wrong)
    people = sum(one.wanted for one in data)
    print(f"people missed: {missed} of {people}", file=sys.stderr)
    print(f"false alarms: {len(wrong) - missed} of {len(data) - people}", file=sys.stderr)
    if "--wrong" in sys.argv:
        for one in wrong:
            print(one.wanted, one.text, one.words, sorted(one.evidence), file=sys.stderr)
    print("# What each kind of evidence weighs, in log odds; written by training/evidence.py.")
    for name, weight in fitted(data, _BEGINNING).items():
        print(f"{name} = {weight}")


if __name__ == "__main__":
    main()
