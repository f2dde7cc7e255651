"""The same person, spelt in two ways."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations
from typing import ClassVar

from klartekst.checks.base import Annotation, Draft
from klartekst.checks.people.public_roles import Person
from klartekst.checks.people.surroundings import sentence_around
from klartekst.checks.people.titles import titles_of
from klartekst.model import Match

_MIN_LETTERS = 4  # shorter names differ by a letter and are other names: Lie and Lia


@dataclass(frozen=True)
class NamesAlikeCheck:
    """Finds full names that differ from another full name of the draft by a letter or two.

    Two people of nearly the same name, told apart by their titles or named side by side, are left
    alone.
    """

    needs: ClassVar[frozenset[Annotation]] = frozenset({"tags", "names"})
    fills: ClassVar[frozenset[str]] = frozenset({"place"})

    def find(self, draft: Draft) -> Iterator[Match]:
        """Yield the later of two such names, with the place of the earlier."""
        full = [person for person in draft.people if len(person.words) > 1]
        for first, second in combinations(full, 2):
            if _alike(first.words, second.words) and not _are_two(draft, first, second):
                earlier, later = sorted((first.mentions[0], second.mentions[0]))
                yield Match(later, {"place": draft.document.place(earlier.start).label})


def _alike(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two names have as many words, all the same but one, and that one nearly so."""
    if len(one) != len(other):
        return False
    unlike = [pair for pair in zip(one, other, strict=True) if pair[0] != pair[1]]
    if len(unlike) != 1:
        return False
    a, b = unlike[0]
    shorter = min(len(a), len(b))
    if shorter < _MIN_LETTERS or a == f"{b}s" or b == f"{a}s":
        return False
    is_last = one[-1] != other[-1]
    # Sisters are Marte and Merete; a surname that differs in one letter of many is a slip.
    return _distance(a, b) <= (2 if is_last and shorter > 6 else 1)


def _are_two(draft: Draft, first: Person, second: Person) -> bool:
    """Whether the draft tells them apart: by titles, or by naming them in one sentence."""
    heads = [{title.head for title in titles_of(draft, person)} for person in (first, second)]
    if all(heads) and not heads[0] & heads[1]:
        return True
    return any(
        sentence_around(draft, mention).contains(other)
        for mention in first.mentions
        for other in second.mentions
    )


def _distance(one: str, other: str) -> int:
    """Levenshtein's: letters to put in, take out or change."""
    row = list(range(len(other) + 1))
    for number, letter in enumerate(one, start=1):
        diagonal, row[0] = row[0], number
        for at, against in enumerate(other, start=1):
            cost = min(row[at] + 1, row[at - 1] + 1, diagonal + (letter != against))
            diagonal, row[at] = row[at], cost
    return row[-1]
