"""Which stretches of a draft tell something of one certain, private person.

A clause is weighed twice: by its own clues, and then with what its neighbours seem to tell as well.
Clauses of a sentence that follow each other make one stretch.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import groupby
from math import fsum
from pathlib import Path
from typing import TYPE_CHECKING

from klartekst.checks.base import Draft
from klartekst.checks.people.contact import is_contact
from klartekst.checks.signals.clauses import Clause, clauses_of
from klartekst.checks.signals.clues import ClueFinder, Hits
from klartekst.checks.signals.individuals import Individuals, find_individuals
from klartekst.model import Role

if TYPE_CHECKING:
    from klartekst.tokens import Tokens

_KEY = "klartekst.told"  # in Tokens.known
_SEEMS = -1.0  # from which a clause is a clue to its neighbours, in log odds
_TELLS = -0.5  # one clause of a stretch must weigh as much
_GOES_ON = -2.6  # and each of the others as much as this
_NAME_REACH = 4  # words of a quoted name, with its mark: «om bord på ferja «Gamle Håkon»»
_OPENING = frozenset(", ; : – - * # og men".split())
_CLOSING = frozenset(', ; : – . ! ? » " *'.split())


@dataclass(frozen=True, slots=True)
class Stretch:
    """Tokens from `start` up to `end` of the sentence with that number.

    `score` is how surely its surest clause tells of somebody, in log odds.
    """

    start: int
    end: int
    sentence: int
    score: float


@dataclass(frozen=True)
class Told:
    """The stretches of a draft that tell something of somebody, in order."""

    stretches: tuple[Stretch, ...]

    def at(self, start: int, end: int) -> Stretch | None:
        """The stretch that some tokens lie in, at least in part."""
        tokens = self._by_token
        return next((tokens[i] for i in range(start, end) if i in tokens), None)

    @cached_property
    def _by_token(self) -> dict[int, Stretch]:
        return {at: one for one in self.stretches for at in range(one.start, one.end)}


def find_told(draft: Draft) -> Told:
    """The stretches of a draft, found once however many rules ask for them."""
    found = draft.tokens.known.get(_KEY)
    if not isinstance(found, Told):
        found = draft.tokens.known[_KEY] = _find(draft)
    return found


def _find(draft: Draft) -> Told:
    clauses, clues = clues_of(draft)
    scores = weigh(clauses, clues, find_individuals(draft), weights())
    stretches = []
    for (number, tells), run in groupby(
        zip(clauses, scores, strict=True), key=lambda one: (one[0].sentence, one[1] > _GOES_ON)
    ):
        weighed = list(run)
        score = max(score for _, score in weighed)
        if tells and score > _TELLS:
            start, end = _trimmed(draft.tokens, weighed[0][0].start, weighed[-1][0].end)
            stretches.append(Stretch(start, end, number, score))
    return Told(tuple(stretches))


def _trimmed(doc: Tokens, start: int, end: int) -> tuple[int, int]:
    """Without the marks and the «og» at the ends, and the quoted name of a thing at the end."""
    while start < end - 1 and (doc[start].is_space or doc[start].lower_ in _OPENING):
        start += 1
    while start < end - 1 and (doc[end - 1].is_space or doc[end - 1].text in _CLOSING):
        end -= 1
    quoted = [at for at in range(max(start + 1, end - _NAME_REACH), end) if doc[at].text == "«"]
    return start, quoted[-1] if quoted and "»" not in doc[quoted[-1] : end].text else end


def clues_of(draft: Draft) -> tuple[list[Clause], list[frozenset[str]]]:
    """The clauses of the text, contact sections and the like left out, and the clues of each."""
    individuals = find_individuals(draft)
    finder = ClueFinder(draft, individuals, _hits(draft, individuals))
    clauses = list(_body(draft, individuals))
    return clauses, [finder.clues(clause) for clause in clauses]


def _body(draft: Draft, individuals: Individuals) -> Iterator[Clause]:
    reading = individuals.reading
    for clause in clauses_of(reading):
        block = draft.document.blocks[reading.sentences[clause.sentence].block]
        span = reading.span(clause.start, clause.end)
        if block.role not in (Role.CONTACT, Role.METADATA) and not is_contact(draft, span):
            yield clause


def _hits(draft: Draft, individuals: Individuals) -> Hits:
    told, every = [], []
    for check in draft.signals:
        told += [(check.entity, s.start, s.end) for s in check.signals(draft, individuals)]
        every += [(check.entity, s.start, s.end) for s in check.hits(draft, individuals)]
    return Hits(told, every)


def weigh(
    clauses: Sequence[Clause],
    clues: Sequence[frozenset[str]],
    individuals: Individuals,
    weighing: Mapping[str, float],
) -> list[float]:
    """How surely each clause tells of somebody, in log odds, its neighbours taken into account."""
    first = [score_of(one, weighing) for one in clues]
    near = neighbours(clauses, individuals, first)
    return [score_of(own | other, weighing) for own, other in zip(clues, near, strict=True)]


def score_of(clues: Iterable[str], weighing: Mapping[str, float]) -> float:
    """What some clues weigh together."""
    # An exact sum, since clues are a set and have no order.
    return fsum((weighing["bias"], *(weighing.get(clue, 0.0) for clue in clues)))


def neighbours(
    clauses: Sequence[Clause], individuals: Individuals, scores: Sequence[float]
) -> list[frozenset[str]]:
    """What the sentences around each clause seem to tell, as clues."""
    telling: dict[int, int] = {}
    for clause, score in zip(clauses, scores, strict=True):
        telling[clause.sentence] = telling.get(clause.sentence, 0) + (score > _SEEMS)
    sentences = individuals.reading.sentences

    def tells(number: int, other: int) -> bool:
        same = 0 <= other < len(sentences) and sentences[other].block == sentences[number].block
        return same and telling.get(other, 0) > 0

    found = []
    for clause, score in zip(clauses, scores, strict=True):
        number, clues = clause.sentence, set()
        if telling[number] - (score > _SEEMS) > 0:
            clues.add("told_beside")
        if tells(number, number - 1) or tells(number, number - 2):
            clues.add("told_before")
        if tells(number, number + 1):
            clues.add("told_after")
        found.append(frozenset(clues))
    return found


@cache
def weights() -> Mapping[str, float]:
    """What each clue weighs."""
    path = Path(__file__).with_name("clue_weights.toml")
    return {name: float(weight) for name, weight in tomllib.loads(path.read_text("utf-8")).items()}
