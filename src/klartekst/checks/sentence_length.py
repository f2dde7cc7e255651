"""Sentences with more words than a reader can hold."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from klartekst.checks.base import Annotation, Draft
from klartekst.checks.words import span_of, words_in
from klartekst.model import Match


@dataclass(frozen=True)
class SentenceLengthCheck:
    """Finds sentences of more than `limit` words and numbers, quotations left out."""

    limit: int

    needs: ClassVar[frozenset[Annotation]] = frozenset()
    fills: ClassVar[frozenset[str]] = frozenset({"count", "limit"})

    def find(self, draft: Draft) -> Iterator[Match]:
        """Yield each long sentence of the running text."""
        for sentence in draft.sentences:
            count = len(words_in(sentence))
            span = span_of(sentence)
            if count > self.limit and not draft.is_quoted(span):
                yield Match(span, {"count": str(count), "limit": str(self.limit)})
