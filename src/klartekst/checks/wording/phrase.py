"""Phrases that deserve a second look, with what must and must not stand near them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import ClassVar

from klartekst.checks.base import Annotation, Draft
from klartekst.checks.signals.individuals import find_individuals
from klartekst.checks.signals.stretches import find_told
from klartekst.checks.wording.books import PhraseBook
from klartekst.checks.wording.phrase_language import phrase_book, refuse_unknown_slots
from klartekst.checks.wording.reading import Reading, read_draft
from klartekst.model import Match


@dataclass(frozen=True)
class PhraseCheck:
    """Finds `phrases`, written as `phrases.py` says, in any inflection and in every block.

    Nothing is found in a sentence with a phrase of `unless`, within a phrase of `never`, or when
    one of `unless_near` stands in the sentence or at most `reach` sentences before or after.

    With `then` or `then_individual`, a phrase only counts when one of these comes after it, in the
    rest of its sentence or at most `reach` sentences on: one of the phrases, or words for one
    certain person. «Vi kommenterer ikke enkeltsaker» does no harm until the case is told
    after all, and the finding lies on both.
    `slots` are lists of words that phrases can use.
    """

    phrases: tuple[str, ...]
    unless: tuple[str, ...] = ()
    unless_near: tuple[str, ...] = ()
    never: tuple[str, ...] = ()
    then: tuple[str, ...] = ()
    then_individual: bool = False
    reach: int = 2
    slots: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    needs: ClassVar[frozenset[Annotation]] = frozenset({"tags", "lemmas", "names"})
    fills: ClassVar[frozenset[str]] = frozenset()

    def __post_init__(self) -> None:
        written = (self.phrases, self.unless, self.unless_near, self.never, self.then)
        refuse_unknown_slots((line for lines in written for line in lines), self.slots)

    def find(self, draft: Draft) -> Iterator[Match]:
        """Yield each phrase that stands as it must to count."""
        reading = read_draft(draft)
        hits = list(self._books["phrases"].find(reading.text))
        if not hits:
            return
        never = {
            token
            for start, end in self._books["never"].find(reading.text)
            for token in range(start, end)
        }
        unless = self._sentences_with("unless", reading)
        near = self._sentences_with("unless_near", reading)
        for start, end in hits:
            number = reading.sentence_of[start]
            around = range(number - self.reach, number + self.reach + 1)
            if number in unless or near.intersection(around) or never.intersection((start,)):
                continue
            last = self._goes_on(draft, reading, end, number)
            if last is not None:
                yield Match(reading.span(start, end), within=reading.span(start, last))

    def _goes_on(self, draft: Draft, reading: Reading, end: int, number: int) -> int | None:
        """Where what must come after it ends, or None if it does not come."""
        if not self.then and not self.then_individual:
            return end
        last = min(number + self.reach, len(reading.sentences) - 1)
        limit = reading.sentences[last].end
        after = [then for at, then in self._books["then"].find(reading.text) if end <= at < limit]
        if self.then_individual:
            individuals, told = find_individuals(draft), find_told(draft)
            after += [
                (told.at(mention.start, mention.end) or mention).end
                for i in range(number, last + 1)
                if not individuals.general[i]
                for mention in individuals.in_sentence(i)
                if mention.start >= end
            ]
        return min(after, default=None)

    def _sentences_with(self, name: str, reading: Reading) -> set[int]:
        return {reading.sentence_of[start] for start, _ in self._books[name].find(reading.text)}

    @cached_property
    def _books(self) -> dict[str, PhraseBook]:
        written = {
            "phrases": self.phrases,
            "unless": self.unless,
            "unless_near": self.unless_near,
            "never": self.never,
            "then": self.then,
        }
        return {name: phrase_book(phrases, self.slots) for name, phrases in written.items()}
