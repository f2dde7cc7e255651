"""A text that is harder to read as a whole than its readers should be asked to bear."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import ClassVar

from klartekst.checks.base import Annotation, Draft
from klartekst.checks.language.measures.counting import count
from klartekst.model import Match, Readership
from klartekst.scales import SCALES


@dataclass(frozen=True)
class HardTextCheck:
    """Finds a text whose LIX is hard for its readers: those of the brief, or else residents.

    Shorter texts than `min_words` are not judged. `readers` has what the message calls them.
    """

    readers: Mapping[Readership, str]
    min_words: int = 50

    needs: ClassVar[frozenset[Annotation]] = frozenset({"tags", "parse"})
    fills: ClassVar[frozenset[str]] = frozenset({"lix", "limit", "readers"})

    def find(self, draft: Draft) -> Iterator[Match]:
        """Yield one match, on the first paragraph, for a hard text."""
        counts = count(draft)
        readers = (draft.brief.readership if draft.brief else None) or "innbyggere"
        limit = SCALES[readers].lix_hard
        if counts and counts.words >= self.min_words and counts.lix >= limit:
            first = draft.block_of(draft.sentences[0].start_char).span
            lix = f"{counts.lix:.1f}".replace(".", ",")
            yield Match(first, {"lix": lix, "limit": str(limit), "readers": self.readers[readers]})
