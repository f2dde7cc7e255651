"""Weigh the evidence by which names are told: `name_weights.toml`.

    python -m training.evidence [MORE ...] > src/klartekst/recognizers/name_weights.toml

The examples are the names in the drafts of `corpora/marked/dev` and `corpora/marked/train` and the
texts of `corpora/names`, and those of further folders of marked drafts if given. Whoever is private
counts for more, since nothing but the name tells of them. The error on whole drafts left out is
printed to stderr.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

from spacy.tokens import Doc

from bench.names import named_texts
from corpora.marking import load_folder
from klartekst.linter import Linter
from klartekst.model import Span
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
    cost=1.0,  # of a person in a public role who is missed; see also _PRIVATE
)
_FOLDS = 10
_PRIVATE = 4.0  # what a name counts for whose bearer is private


def examples(folders: Sequence[Path]) -> Iterator[Example]:
    """The names of all marked texts."""
    linter = Linter()
    for draft in (draft for folder in folders for draft in load_folder(folder)):
        read = linter.read(draft.text.encode(), f"{draft.id}.md")
        people = {
            mark.span: _PRIVATE if mark.status == "private" else 1.0
            for mark in draft.personal
            if mark.type == "PERSON"
        }
        yield from _examples(draft.id, read.doc, people, read.document.source_span)
    for number, named in enumerate(named_texts()):
        read = linter.read(named.text.encode(), "names.txt")
        people = dict.fromkeys(named.names, 1.0)
        yield from _examples(f"names {number}", read.doc, people, read.document.source_span)


def _examples(
    name: str, doc: Doc, people: Mapping[Span, float], source: Callable[[Span], Span]
) -> Iterator[Example]:
    for candidate in candidates(doc.text, *names_marked_in(doc.ents), proper_nouns_in(doc)):
        spans = [source(span) for span in candidate.mentions]
        hits = [one for span in spans for one in people if one.overlaps(span)]
        wanted = len(hits) * 2 >= len(spans)
        counts = max((people[one] for one in hits), default=1.0) if wanted else 1.0
        first = candidate.mentions[0]
        words = doc.text[first.start : first.end]
        yield Example(name, words, candidate.evidence, wanted, counts)


def main() -> None:
    """Print the weights, and how well they do on drafts left out."""
    more = [Path(given) for given in sys.argv[1:] if not given.startswith("-")]
    ours = [_ROOT / "corpora/marked" / part for part in ("dev", "train")]
    data = list(examples([*ours, *more]))
    texts = sorted({one.text for one in data})
    folds = [frozenset(texts[at::_FOLDS]) for at in range(_FOLDS)]
    scores = scored_unseen(data, folds, _BEGINNING)
    wrong = [one for one, score in scores if (score > 0) != one.wanted]
    missed = sum(one.wanted for one in wrong)
    private = sum(one.wanted and one.counts > 1 for one in wrong)
    people = sum(one.wanted for one in data)
    print(f"people missed: {missed} of {people}, {private} of them private", file=sys.stderr)
    print(f"false alarms: {len(wrong) - missed} of {len(data) - people}", file=sys.stderr)
    if "--wrong" in sys.argv:
        for one in wrong:
            print(one.wanted, one.text, one.words, sorted(one.evidence), file=sys.stderr)
    print("# What each kind of evidence weighs, in log odds; written by training/evidence.py.")
    for name, weight in fitted(data, _BEGINNING).items():
        print(f"{name} = {weight}")


if __name__ == "__main__":
    main()
