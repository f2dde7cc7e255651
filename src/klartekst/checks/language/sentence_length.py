"""Sentences with more words than a reader can hold."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from klartekst.checks.base import Annotation, Draft
from klartekst.checks.wording.words import own_words, span_of
from klartekst.model import Match, Severity


@dataclass(frozen=True)
class SentenceLengthCheck:
    """Finds sentences of more than `limit` words and numbers, those quoted not counted.

    Above `warn_above` it warns.
    """

    limit: int
    warn_above: int | None = None

    needs: ClassVar[frozenset[Annotation]] = frozenset()
    fills: ClassVar[frozenset[str]] = frozenset({"count", "limit"})

    def find(self, draft: Draft) -> Iterator[Match]:
        """Yield each long sentence of the running text."""
        for sentence in draft.sentences:
            count = len(own_words(draft, sentence))
            if count > self.limit:
                yield Match(
                    span_of(sentence),
                    {"count": str(count), "limit": str(self.limit)},
                    severity=self._severity(count),
                )

    def _severity(self, count: int) -> Severity | None:
        warns = self.warn_above is not None and count > self.warn_above
        return Severity.WARNING if warns else None
