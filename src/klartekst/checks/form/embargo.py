"""An embargo that has passed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from klartekst.checks.base import Annotation, Draft
from klartekst.dates import find_dates
from klartekst.model import Match, Span

_EMBARGO = re.compile(
    r"\b(?:sperrefrist|sperret (?:til|fram til|frem til)|sperra (?:til|fram til)|embargo"
    r"|frigis|frigjevast|frigitt|kan publiseres (?:fra|frå|tidligst)"
    r"|kan publiserast (?:frå|fra|tidlegast))\b",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"[.!?]\s+[A-ZÆØÅ]")
_REACH = 60  # how far after the word its date may stand, in code points


@dataclass(frozen=True)
class EmbargoCheck:
    """Finds an embargo until a day before today. Says nothing when today's date is not known."""

    needs: ClassVar[frozenset[Annotation]] = frozenset()
    fills: ClassVar[frozenset[str]] = frozenset()

    def find(self, draft: Draft) -> Iterator[Match]:
        """Yield each embargo that has passed, from its word to its date."""
        if draft.today is None:
            return
        text = draft.document.text
        dates = find_dates(text)
        for embargo in _EMBARGO.finditer(text):
            block = draft.block_of(embargo.start()).span
            near = [
                found
                for found in dates
                if embargo.end() <= found.span.start <= min(embargo.end() + _REACH, block.end)
            ]
            if near and _SENTENCE_END.search(text, embargo.end(), near[0].span.start):
                continue
            day = near[0].on_calendar(draft.today) if near else None
            if day is not None and day < draft.today:
                yield Match(Span(embargo.start(), near[0].span.end))
