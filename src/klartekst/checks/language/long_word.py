"""Compounds that are too long to take in at a glance."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, ClassVar

from klartekst.checks.base import Annotation, Draft
from klartekst.checks.language.compounds import splitter, without_joint
from klartekst.checks.wording.words import span_between
from klartekst.model import Match

if TYPE_CHECKING:
    from klartekst.tokens import Token


@dataclass(frozen=True)
class LongWordCheck:
    """Finds words of `limit` letters or more, names and the words of `known` left alone.

    Of a word with hyphens its longest part counts. `known` are beginnings of words in lower case.
    `prepositions` gives, by the beginning of a last part, how to put it first («rutine» "for":
    «rutiner for …»). {hint} is `hint` with that in place of {phrase}, else `hint_parts` with the
    {parts} the word is made of, else `hint_without`.
    """

    limit: int
    hint: str
    hint_parts: str
    hint_without: str
    known: tuple[str, ...] = ()
    prepositions: Mapping[str, str] = field(default_factory=dict)

    needs: ClassVar[frozenset[Annotation]] = frozenset({"tags"})
    fills: ClassVar[frozenset[str]] = frozenset({"count", "hint"})

    def find(self, draft: Draft) -> Iterator[Match]:
        """Yield each such word in the text, titles and headings, outside quotations."""
        for sentence in draft.written:
            for token in sentence:
                longest = max(token.lower_.split("-"), key=len)
                if len(longest) < self.limit or not longest.isalpha():
                    continue
                span = span_between(token, token)
                if not (longest.startswith(self.known) or _is_name(token) or draft.is_quoted(span)):
                    values = {"count": str(len(longest)), "hint": self._hint(longest)}
                    yield Match(span, values, quotes_draft=True)

    def _hint(self, word: str) -> str:
        parts = splitter().split(word)
        if len(parts) < 2:
            return self.hint_without
        *before, last = parts
        preposition = next(
            (words for start, words in self.prepositions.items() if last.startswith(start)), None
        )
        if preposition:
            return self.hint.format(phrase=f"{last} {preposition} {without_joint(''.join(before))}")
        return self.hint_parts.format(parts=" + ".join((*map(without_joint, before), last)))


def _is_name(token: Token) -> bool:
    is_capital = token.text[:1].isupper() and not token.is_sent_start
    return is_capital or token.pos_ == "PROPN"
