"""The clauses of a draft: stretches of its sentences that each have a finite verb of their own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from klartekst.checks.wording.reading import Reading, Sentence
from klartekst.checks.wording.words import is_finite

# What a new clause may begin with.
_BEGINNINGS = frozenset(
    ", ; : – og men fordi mens medan som at da då siden sidan eller for når hvis dersom om".split()
)


@dataclass(frozen=True, slots=True)
class Clause:
    """Tokens from `start` up to `end` of the sentence with that number."""

    start: int
    end: int
    sentence: int


def clauses_of(reading: Reading) -> tuple[Clause, ...]:
    """The clauses of all sentences, in order; together they are the whole text."""
    return tuple(
        clause
        for number, sentence in enumerate(reading.sentences)
        for clause in _clauses(reading, sentence, number)
    )


def _clauses(reading: Reading, sentence: Sentence, number: int) -> Iterator[Clause]:
    verbs = [at for at in range(sentence.start, sentence.end) if is_finite(reading.tokens[at])]
    start, seen = sentence.start, 0  # `seen`: how many verbs stand before the place looked at
    before_start = 0
    for at in range(sentence.start + 1, sentence.end):
        while seen < len(verbs) and verbs[seen] < at:
            seen += 1
        parts = before_start < seen < len(verbs)
        if parts and reading.forms[at][0] in _BEGINNINGS:
            yield Clause(start, at, number)
            start, before_start = at, seen
    yield Clause(start, sentence.end, number)
