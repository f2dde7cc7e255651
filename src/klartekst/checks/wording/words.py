"""What counts as a word, a number of times the same question in several checks."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import TYPE_CHECKING

from klartekst.model import Span

if TYPE_CHECKING:
    from klartekst.checks.base import Draft
    from klartekst.tokens import Token, Tokens, TokenSpan


def is_word(token: Token) -> bool:
    """Whether a token has a letter or a digit: a word or a number, not a sign."""
    return _has_letter_or_digit(token.text)


@lru_cache(1 << 12)
def _has_letter_or_digit(text: str) -> bool:
    return any(map(str.isalnum, text))


def words_in(tokens: Iterable[Token]) -> list[Token]:
    """The words and numbers among some tokens."""
    return [token for token in tokens if is_word(token)]


def own_words(draft: Draft, tokens: Iterable[Token]) -> list[Token]:
    """The words and numbers that the sender stands for: not those somebody is quoted for."""
    words = words_in(tokens)
    if not words or not draft.is_quoted(span_between(words[0], words[-1])):
        return words
    return [word for word in words if not draft.is_quoted(span_between(word, word))]


def is_finite(token: Token) -> bool:
    """Whether a token is a verb with a tense: the one that a clause hangs on."""
    return "Fin" in token.morph.get("VerbForm", [])


def is_participle(token: Token) -> bool:
    """Whether a token is the participle of a verb in the past: «vedtatt», not «økende»."""
    is_present = token.lower_.endswith(("ende", "ande")) and not token.morph.get("Number", [])
    return "Part" in token.morph.get("VerbForm", []) and not is_present


def span_of(tokens: TokenSpan | Tokens) -> Span:
    """Where a stretch of tokens is, without white space at its ends."""
    first = next((token for token in tokens if not token.is_space), None)
    if first is None:
        return Span(tokens[0].idx, tokens[0].idx)
    last = len(tokens) - 1
    while tokens[last].is_space:
        last -= 1
    return span_between(first, tokens[last])


def span_between(first: Token, last: Token) -> Span:
    """From the beginning of one token to the end of another."""
    return Span(first.idx, last.idx + len(last))
