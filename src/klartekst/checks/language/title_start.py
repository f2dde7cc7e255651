"""Titles that begin with words that tell nothing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from klartekst.checks.base import Annotation, Draft
from klartekst.model import Match, Role, Span


@dataclass(frozen=True)
class TitleStartCheck:
    """Finds titles that begin with one of `starts`, in lower case, and go on after it."""

    starts: tuple[str, ...]

    needs: ClassVar[frozenset[Annotation]] = frozenset()
    fills: ClassVar[frozenset[str]] = frozenset()

    def find(self, draft: Draft) -> Iterator[Match]:
        """Yield the words that a title should do without."""
        for block in draft.document.blocks:
            if block.role is not Role.TITLE:
                continue
            words = draft.document.words_of(block).lower()
            start = max((s for s in self.starts if words.startswith(f"{s} ")), key=len, default="")
            if start:
                yield Match(Span(block.span.start, block.span.start + len(start)))
