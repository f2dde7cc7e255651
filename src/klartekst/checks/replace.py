"""Words and phrases that have a better one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, ClassVar

from klartekst.checks.base import Annotation, Draft
from klartekst.checks.words import span_between
from klartekst.model import Match

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_Phrase = tuple[str, ...]


@dataclass(frozen=True)
class ReplaceCheck:
    """Finds the keys of `words`, in any inflection, and suggests their values.

    A key is a word or a phrase in lower case; each of its words is compared with the lemma and
    with the form in the text. Where several keys begin, the longest wins. Within a phrase of
    `exceptions`, matched in the same way, nothing is found.
    """

    words: Mapping[str, tuple[str, ...]]
    exceptions: tuple[str, ...] = ()

    needs: ClassVar[frozenset[Annotation]] = frozenset({"lemmas"})
    fills: ClassVar[frozenset[str]] = frozenset({"suggestion"})

    def find(self, draft: Draft) -> Iterator[Match]:
        """Yield each word or phrase that stands in the body and outside quotations."""
        left_alone: set[int] = set()
        for start, phrase in _occurrences(draft.doc, self._exceptions_by_first):
            left_alone.update(range(start, start + len(phrase)))
        for start, phrase in _occurrences(draft.doc, self._words_by_first):
            first, last = draft.doc[start], draft.doc[start + len(phrase) - 1]
            span = span_between(first, last)
            if (
                start in left_alone
                or not draft.block_of(span.start).role.is_body
                or draft.is_quoted(span)
            ):
                continue
            suggestions = self.words[" ".join(phrase)]
            if first.is_title and first.is_sent_start:
                suggestions = tuple(words[:1].upper() + words[1:] for words in suggestions)
            yield Match(
                span,
                {"suggestion": " eller ".join(f"«{words}»" for words in suggestions)},
                suggestions,
            )

    @cached_property
    def _words_by_first(self) -> dict[str, list[_Phrase]]:
        return _by_first_word(self.words)

    @cached_property
    def _exceptions_by_first(self) -> dict[str, list[_Phrase]]:
        return _by_first_word(self.exceptions)


def _by_first_word(phrases: Mapping[str, object] | tuple[str, ...]) -> dict[str, list[_Phrase]]:
    """Phrases by their first word, the longest first."""
    index: dict[str, list[_Phrase]] = {}
    for phrase in sorted((tuple(words.split()) for words in phrases), key=len, reverse=True):
        index.setdefault(phrase[0], []).append(phrase)
    return index


def _occurrences(doc: Doc, index: Mapping[str, list[_Phrase]]) -> Iterator[tuple[int, _Phrase]]:
    """Where phrases begin, as token index and phrase; none begins within another."""
    free_from = 0
    for token in doc:
        if token.i < free_from:
            continue
        candidates = [*index.get(token.lower_, ()), *index.get(token.lemma_.lower(), ())]
        for phrase in sorted(candidates, key=len, reverse=True):
            window = doc[token.i : token.i + len(phrase)]
            if len(window) == len(phrase) and all(map(_is_form_of, window, phrase)):
                yield token.i, phrase
                free_from = token.i + len(phrase)
                break


def _is_form_of(token: Token, word: str) -> bool:
    return word in (token.lower_, token.lemma_.lower())
