"""Quotations that nobody is said to have uttered."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from klartekst.checks.base import Annotation, Draft
from klartekst.checks.roles.quotes import Quote
from klartekst.model import Match, Role

_SPOKEN_ENDS = (".", "!", "?", ",", "…")
_MIN_WORDS = 4


@dataclass(frozen=True)
class UnattributedCheck:
    """Finds spoken quotations without a speaker; names and terms in quotation marks are none."""

    needs: ClassVar[frozenset[Annotation]] = frozenset({"names"})
    fills: ClassVar[frozenset[str]] = frozenset()

    def find(self, draft: Draft) -> Iterator[Match]:
        """Yield each quotation without a speaker."""
        for quote in draft.quotes:
            if quote.speaker is None and _is_spoken(draft, quote):
                yield Match(quote.span)


def _is_spoken(draft: Draft, quote: Quote) -> bool:
    words = draft.document.text[quote.span.start : quote.span.end]
    if draft.block_of(quote.span.start).role in (Role.TITLE, Role.HEADING, Role.CONTACT):
        return False
    bare = words.strip('«»“”„"–— ')
    return (len(bare.split()) >= _MIN_WORDS and words.startswith(("–", "—"))) or (
        len(bare.split()) >= 2 * _MIN_WORDS and bare.endswith(_SPOKEN_ENDS)
    )
