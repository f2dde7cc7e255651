"""Paragraphs that a reader cannot take in at a glance."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from klartekst.checks.base import Annotation, Draft
from klartekst.checks.wording.words import words_in
from klartekst.model import Match, Role, Severity


@dataclass(frozen=True)
class ParagraphLengthCheck:
    """Finds paragraphs and leads of more than `limit` words; above `warn_above` it warns."""

    limit: int
    warn_above: int

    needs: ClassVar[frozenset[Annotation]] = frozenset()
    fills: ClassVar[frozenset[str]] = frozenset({"count", "limit"})

    def find(self, draft: Draft) -> Iterator[Match]:
        """Yield each long paragraph; what somebody is quoted for is not told apart."""
        for block in draft.document.blocks:
            if block.role not in (Role.LEAD, Role.PARAGRAPH):
                continue
            tokens = draft.tokens.char_span(block.span.start, block.span.end)
            count = len(words_in(tokens)) if tokens is not None else 0
            if count > self.limit:
                yield Match(
                    block.span,
                    {"count": str(count), "limit": str(self.limit)},
                    severity=Severity.WARNING if count > self.warn_above else None,
                )
