"""Long stretches of text that a heading or a list would open up."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from klartekst.checks.base import Annotation, Draft
from klartekst.checks.wording.words import own_words, span_of, words_in
from klartekst.model import Match, Role

if TYPE_CHECKING:
    from klartekst.tokens import Token


@dataclass(frozen=True)
class SubheadingCheck:
    """Finds where more than `limit` words of running text have come without a heading."""

    limit: int

    needs: ClassVar[frozenset[Annotation]] = frozenset()
    fills: ClassVar[frozenset[str]] = frozenset({"count"})

    def find(self, draft: Draft) -> Iterator[Match]:
        """Yield the sentence that passes the limit, once for each stretch."""
        headings = [
            block.span.start for block in draft.document.blocks if block.role is Role.HEADING
        ]
        count, passed = 0, False
        for sentence in draft.sentences:
            if headings and headings[0] < sentence.start_char:
                headings = [start for start in headings if start >= sentence.start_char]
                count, passed = 0, False
            count += len(words_in(sentence))
            if count > self.limit and not passed:
                passed = True
                yield Match(span_of(sentence), {"count": str(count)})


@dataclass(frozen=True)
class EnumerationCheck:
    """Finds sentences of more than `min_words` words that list `items` things or more."""

    items: int
    min_words: int

    needs: ClassVar[frozenset[Annotation]] = frozenset({"tags", "parse"})
    fills: ClassVar[frozenset[str]] = frozenset({"count"})

    def find(self, draft: Draft) -> Iterator[Match]:
        """Yield each such sentence of the running text, lists and quotations left out."""
        for sentence in draft.sentences:
            if draft.block_of(sentence.start_char).role is Role.LIST_ITEM:
                continue
            if len(own_words(draft, sentence)) <= self.min_words:
                continue
            items = max(len(_listed(token)) for token in sentence)
            if items >= self.items:
                yield Match(span_of(sentence), {"count": str(items)})


def _listed(first: Token) -> list[Token]:
    """What is listed from a token on: itself and all that is coordinated with it, no names."""
    if first.dep_ == "conj":
        return []
    return [token for token in (first, *first.conjuncts) if token.pos_ != "PROPN"]
