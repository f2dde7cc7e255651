"""What people in one role should leave to those in another."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import ClassVar

from klartekst.checks.base import Annotation, Draft
from klartekst.checks.wording.books import PhraseBook
from klartekst.checks.wording.phrase_language import phrase_book, refuse_unknown_slots
from klartekst.checks.wording.reading import read_draft
from klartekst.model import Match
from klartekst.recognizers.lexicon import Words, words_of


@dataclass(frozen=True)
class SaidByCheck:
    """Finds `phrases`, written as `phrases.py` says, in quotations of those with certain titles.

    `speakers` are titles; one with a leading hyphen also ends compounds, and one in `not_speakers`
    does not count. Nothing is found in a quotation with a phrase of `unless`.
    """

    speakers: tuple[str, ...]
    phrases: tuple[str, ...]
    not_speakers: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    slots: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    needs: ClassVar[frozenset[Annotation]] = frozenset({"lemmas", "names"})
    fills: ClassVar[frozenset[str]] = frozenset()

    def __post_init__(self) -> None:
        refuse_unknown_slots((*self.phrases, *self.unless), self.slots)

    def find(self, draft: Draft) -> Iterator[Match]:
        """Yield each phrase that somebody with such a title is quoted as saying."""
        if not draft.quotes:
            return
        reading = read_draft(draft)
        said = [reading.span(start, end) for start, end in self._books[0].find(reading.text)]
        unless = [reading.span(start, end) for start, end in self._books[1].find(reading.text)]
        speakers, others = self._titles
        for quote in draft.quotes:
            heads = quote.speaker.heads if quote.speaker else ()
            if not any(head in speakers and head not in others for head in heads):
                continue
            if any(quote.span.contains(span) for span in unless):
                continue
            yield from (Match(span) for span in said if quote.span.contains(span))

    @cached_property
    def _titles(self) -> tuple[Words, Words]:
        return words_of(self.speakers), words_of(self.not_speakers)

    @cached_property
    def _books(self) -> tuple[PhraseBook, PhraseBook]:
        return phrase_book(self.phrases, self.slots), phrase_book(self.unless, self.slots)
