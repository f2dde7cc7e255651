"""A reply that declines to answer, and says nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar

from klartekst.checks.base import Annotation, Draft
from klartekst.checks.form.parts import is_asked
from klartekst.checks.wording.books import PhraseBook
from klartekst.checks.wording.phrase_language import phrase_book
from klartekst.checks.wording.reading import Sentence, read_draft
from klartekst.model import Match, Profile, Role


@dataclass(frozen=True)
class BareRefusalCheck:
    """Finds the first of `refusals` in a draft that has fewer than `least_sentences` besides.

    Headings, contact lines and sentences with one of `courtesies` («Takk for spørsmålet») say
    nothing in this count.
    """

    profiles: tuple[Profile, ...]
    refusals: tuple[str, ...]
    courtesies: tuple[str, ...]
    least_sentences: int

    needs: ClassVar[frozenset[Annotation]] = frozenset({"lemmas"})
    fills: ClassVar[frozenset[str]] = frozenset()

    def find(self, draft: Draft) -> Iterator[Match]:
        """Yield the refusal."""
        if not is_asked(draft, self.profiles):
            return
        reading = read_draft(draft)
        refusals = list(self._books[0].find(reading.text))
        if not refusals:
            return
        empty = {
            reading.sentence_of[start]
            for book in self._books
            for start, _ in book.find(reading.text)
        }
        told = [
            number
            for number, sentence in enumerate(reading.sentences)
            if number not in empty and _tells(draft, sentence)
        ]
        if len(told) < self.least_sentences:
            yield Match(reading.span(*min(refusals)))

    @cached_property
    def _books(self) -> tuple[PhraseBook, PhraseBook]:
        return phrase_book(self.refusals), phrase_book(self.courtesies)


def _tells(draft: Draft, sentence: Sentence) -> bool:
    role = draft.document.blocks[sentence.block].role
    words = [token for token in draft.tokens[sentence.start : sentence.end] if token.is_alpha]
    return role.is_running_text and role is not Role.CONTACT and len(words) >= 4
