"""A number in the title or lead that the body tells otherwise."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from klartekst.checks.base import Annotation, Draft
from klartekst.checks.form.figures import Figure, figures_of
from klartekst.checks.wording.reading import Sentence, read_draft
from klartekst.model import Match, Role, Span

if TYPE_CHECKING:
    from klartekst.tokens import Token

_CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ"})
_MOST_TIMES = 3
_STEM = 7  # letters
_FROM = re.compile(r"\d\s?(?:\w+\s)?(?:til|[–-])\s?$")
_TO = re.compile(r"\s?(?:til|[–-])\s?\d")
_CHANGE_REACH = 30  # code points
_DIGIT_MORE = 10
_OPENING = (Role.TITLE, Role.LEAD)
_THOSE = re.compile(r"\b(?:de|dei|disse|desse|alle) $", re.IGNORECASE)


@dataclass(frozen=True)
class NumbersDifferCheck:
    """Finds numbers of the body that count the same as one in the title or lead, and differ.

    Two numbers count the same when their nouns are the same and their sentences share a word of
    content besides; for nouns of `measures` («kroner», «prosent») two words, and none when the body
    speaks of «de 26 boligene», which must be those of the opening. Left alone are
    sentences with a word of `unless` («i fjor», «flere»), numbers with other adjectives,
    quotations, and numbers of the title or lead that the body has too.
    """

    measures: tuple[str, ...]
    unless: tuple[str, ...]
    everyday: tuple[str, ...] = ()

    needs: ClassVar[frozenset[Annotation]] = frozenset({"tags", "lemmas", "parse"})
    fills: ClassVar[frozenset[str]] = frozenset({"place"})

    def find(self, draft: Draft) -> Iterator[Match]:
        """Yield each such number of the body with the place of the other."""
        opening: list[Figure] = []
        body: list[Figure] = []
        for figure in figures_of(draft):
            role = draft.block_of(figure.span.start).role
            if figure.unit and role.is_body and role is not Role.CONTACT:
                (opening if role in _OPENING else body).append(figure)
        seen: set[Span] = set()
        for told in opening:
            others = [figure for figure in body if figure.unit == told.unit]
            if any(other.number.value == told.number.value for other in others):
                continue
            for other in others:
                if other.span not in seen and self._counts_the_same(draft, told, other):
                    seen.add(other.span)
                    place = draft.document.place(told.span.start).label
                    yield Match(other.span, {"place": place})
                    break

    def _counts_the_same(self, draft: Draft, told: Figure, other: Figure) -> bool:
        if draft.is_quoted(other.span) or not _are_near(told.number.value, other.number.value):
            return False
        if _is_change(draft, told) or _is_change(draft, other):
            return False
        one, two = _sentence_of(draft, told), _sentence_of(draft, other)
        if any(self._sets_apart(token) for token in (*one, *two)):
            return False
        if _adjectives(draft, other) - _adjectives(draft, told):
            return False
        if told.unit not in self.measures and _is_of_those_told(draft, other):
            return True
        shared = self._content(one, told.unit) & self._content(two, other.unit)
        return len(shared) >= (2 if told.unit in self.measures else 1)

    def _sets_apart(self, token: Token) -> bool:
        return token.lower_ in self.unless or token.lemma_.lower() in self.unless

    def _content(self, tokens: Sequence[Token], unit: str) -> set[str]:
        words = {token.lemma_.lower() for token in tokens if token.pos_ in _CONTENT}
        # Lemmas of rare compounds come out in several ways; their beginnings do not.
        return {word[:_STEM] for word in words - {unit, *self.everyday, *self.measures}}


def _is_of_those_told(draft: Draft, figure: Figure) -> bool:
    return bool(_THOSE.search(draft.document.text, 0, figure.span.start))


def _is_change(draft: Draft, figure: Figure) -> bool:
    """Whether a number is one of two: «fra 120 til 240 plasser»."""
    text = draft.document.text
    before = text[max(0, figure.span.start - _CHANGE_REACH) : figure.span.start]
    after = text[figure.span.end : figure.span.end + _CHANGE_REACH]
    return bool(_FROM.search(before) or _TO.match(after))


def _are_near(one: float, other: float) -> bool:
    """Whether one may be a slip for the other: of like size, or with a digit too many."""
    smaller, greater = sorted((one, other))
    return smaller > 0 and (greater / smaller <= _MOST_TIMES or greater / smaller == _DIGIT_MORE)


def _sentence_of(draft: Draft, figure: Figure) -> list[Token]:
    reading = read_draft(draft)
    words = draft.tokens.char_span(figure.span.start, figure.span.end, alignment_mode="expand")
    if words is None:
        return []
    sentence: Sentence = reading.sentences[reading.sentence_of[words.start]]
    return list(draft.tokens[sentence.start : sentence.end])


def _adjectives(draft: Draft, figure: Figure) -> set[str]:
    words = draft.tokens.char_span(figure.span.start, figure.span.end, alignment_mode="expand")
    return {token.lemma_.lower() for token in words if token.pos_ == "ADJ"} if words else set()
