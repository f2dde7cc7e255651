"""A text that is harder to read as a whole than it should be."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from klartekst.checks.base import Annotation, Draft
from klartekst.checks.measures import measure
from klartekst.model import Match


@dataclass(frozen=True)
class HardTextCheck:
    """Finds a text whose LIX is above `limit`; shorter texts than `min_words` are not judged."""

    limit: float
    min_words: int = 50

    needs: ClassVar[frozenset[Annotation]] = frozenset({"tags", "parse"})
    fills: ClassVar[frozenset[str]] = frozenset({"lix", "limit"})

    def find(self, draft: Draft) -> Iterator[Match]:
        """Yield one match, on the first sentence, for a hard text."""
        measures = measure(draft)
        if measures and measures.words >= self.min_words and measures.lix > self.limit:
            first = draft.block_of(draft.sentences[0].start_char).span
            values = {"lix": _number(measures.lix), "limit": _number(self.limit)}
            yield Match(first, values)


def _number(value: float) -> str:
    return f"{value:.0f}"
