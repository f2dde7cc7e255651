"""Leads that say more than a lead can carry."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from klartekst.checks.base import Annotation, Draft
from klartekst.checks.wording.words import words_in
from klartekst.model import Match, Role


@dataclass(frozen=True)
class LeadLengthCheck:
    """Finds leads of more than `max_words` words or `max_sentences` sentences."""

    max_words: int
    max_sentences: int

    needs: ClassVar[frozenset[Annotation]] = frozenset()
    fills: ClassVar[frozenset[str]] = frozenset({"words", "sentences", "limit"})

    def find(self, draft: Draft) -> Iterator[Match]:
        """Yield each long lead."""
        for block in draft.document.blocks:
            if block.role is not Role.LEAD:
                continue
            lead = draft.tokens.char_span(block.span.start, block.span.end)
            words = len(words_in(lead)) if lead is not None else 0
            sentences = sum(
                block.span.start <= sentence.start_char < block.span.end
                for sentence in draft.sentences
            )
            if words > self.max_words or sentences > self.max_sentences:
                values = {
                    "words": str(words),
                    "sentences": str(sentences),
                    "limit": str(self.max_words),
                }
                yield Match(block.span, values)
