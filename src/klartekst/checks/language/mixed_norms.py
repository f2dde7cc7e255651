"""Words of the other written norm: «ikkje» in a text in bokmål, «ikke» in one in nynorsk."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, ClassVar

from klartekst.checks.base import Annotation, Draft
from klartekst.checks.wording.words import span_between
from klartekst.model import Match

if TYPE_CHECKING:
    from klartekst.tokens import Token


@dataclass(frozen=True)
class MixedNormsCheck:
    """Finds the keys of `words`, forms of the other norm, and suggests their values.

    Left alone are quotations, names, and blocks that are in the other norm as a whole: those with
    more of its words than of this norm's, if they have `whole` of them or more.
    """

    words: Mapping[str, tuple[str, ...]]
    whole: int = 3

    needs: ClassVar[frozenset[Annotation]] = frozenset({"tags"})
    fills: ClassVar[frozenset[str]] = frozenset({"suggestion"})

    def find(self, draft: Draft) -> Iterator[Match]:
        """Yield each word of the other norm in the running text, titles and headings."""
        astray, own = self._count(draft)
        if sum(map(len, astray.values())) > own.total():
            return  # not a word astray, but a text of which the language is not settled
        for start, tokens in astray.items():
            if len(tokens) >= self.whole and len(tokens) > own[start]:
                continue
            for token in tokens:
                better = self.words[token.lower_]
                if token.is_title:
                    better = tuple(word.capitalize() for word in better)
                hint = " eller ".join(f"«{word}»" for word in better)
                yield Match(span_between(token, token), {"suggestion": hint}, better)

    def _count(self, draft: Draft) -> tuple[dict[int, list[Token]], Counter[int]]:
        """The words of the other norm, and how many of this one's own, by where a block starts."""
        astray: dict[int, list[Token]] = {}
        own: Counter[int] = Counter()
        for sentence in draft.written:
            start = draft.block_of(sentence.start_char).span.start
            for token in sentence:
                if token.lower_ in self._own:
                    own[start] += 1
                elif (
                    token.lower_ in self.words
                    and not _is_in_name(token)
                    and not draft.is_quoted(span_between(token, token))
                ):
                    astray.setdefault(start, []).append(token)
        return astray, own

    @cached_property
    def _own(self) -> frozenset[str]:
        """Words of this norm that the other one lacks."""
        return frozenset(word for better in self.words.values() for word in better)


def _is_in_name(token: Token) -> bool:
    """Whether it belongs to a name: «Vassenden skule», «Eg veit da»."""
    after_name = (
        token.i > 0 and token.nbor(-1).text[:1].isupper() and not token.nbor(-1).is_sent_start
    )
    is_capital = token.text[:1].isupper() and not token.is_sent_start
    return token.pos_ == "PROPN" or is_capital or after_name
