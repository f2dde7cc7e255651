"""A message and a draft, read once for matching."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from klartekst.matching.denial import answer_to, is_question
from klartekst.matching.keys import key_of
from klartekst.matching.quantities import Quantity, quantities
from klartekst.matching.withheld import withheld
from klartekst.matching.words import Word, words_of

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

_HEDGES = frozenset(
    map(
        key_of,
        """
        kan kunne kanskje vurdere vurderer foreslå foreslår forslag framlegg føreslå trolig truleg
        tidligst muligens mulig håpe håper ønske ønsker planlegge planlegger plan forutsatt dersom
        hvis om bør burde vil
        """.split(),
    )
)


@dataclass(frozen=True)
class Sentence:
    """One sentence of a draft; offsets are those of its text."""

    start: int
    end: int
    words: tuple[Word, ...]
    quantities: tuple[Quantity, ...]
    is_hedged: bool
    is_question: bool


@dataclass(frozen=True)
class Claim:
    """One of several things that a message says: its words by place, and how it puts it."""

    rows: tuple[int, ...]
    text: str


@dataclass(frozen=True, eq=False)
class Text:
    """Sentences with their words in one row, and the vectors of those words."""

    sentences: tuple[Sentence, ...]
    vectors: np.ndarray
    claims: tuple[Claim, ...] = ()

    @cached_property
    def words(self) -> tuple[Word, ...]:
        """All words, in order."""
        return tuple(word for sentence in self.sentences for word in sentence.words)

    @cached_property
    def denied(self) -> np.ndarray:
        """Which of the words are denied."""
        return np.array([word.denied for word in self.words], dtype=bool)

    @cached_property
    def starts(self) -> list[int]:
        """Where the words of each sentence begin in `words`."""
        lengths = [len(sentence.words) for sentence in self.sentences]
        return [0, *np.cumsum(lengths).tolist()[:-1]]


def read_text(
    sentences: Iterable[Span | Doc], *, vectors: bool = True, told_only: bool = False
) -> Text:
    """The sentences of a draft, or a keyword as one; empty ones are left out.

    Without `vectors`, or with a pipeline that has none, those are zeros. With `told_only`, what a
    sentence says that it will not tell is left out.
    """
    read = []
    rows: list[np.ndarray] = []
    for sentence in sentences:
        tokens = list(sentence)
        words = words_of(tokens)
        if told_only and (untold := withheld(tokens)):
            words = [word for word in words if word.index not in untold]
        if not words:
            continue
        by_index = {token.i: token for token in tokens}
        rows += [_vector(by_index[word.index]) for word in words]
        read.append(
            Sentence(
                start=tokens[0].idx,
                end=tokens[-1].idx + len(tokens[-1]),
                words=tuple(words),
                quantities=tuple(quantities(tokens)),
                is_hedged=_is_hedged(tokens),
                is_question=is_question(tokens) and answer_to(tokens) != "ja",
            )
        )
    matrix = np.asarray(rows, dtype=np.float32) if rows else np.zeros((0, 1), np.float32)
    return Text(tuple(read), matrix if vectors else np.zeros_like(matrix))


def read_message(message: Doc, *, vectors: bool = True) -> Text:
    """A message as one sentence, with the claims it is made of when it makes several."""
    text = read_text([message[:]], vectors=vectors)
    rows = {word.index: row for row, word in enumerate(text.words)}
    first = next((token for token in message if _conjuncts(token)), None)
    if first is None:
        return text
    claims = []
    for member in (first, *_conjuncts(first)):
        own = [token for token in _claimed(member) if token.i in rows]
        if any(text.words[rows[token.i]].weight for token in own):
            words = message[own[0].i : own[-1].i + 1].text
            claims.append(Claim(tuple(rows[token.i] for token in own), words))
    return Text(text.sentences, text.vectors, tuple(claims) if len(claims) > 1 else ())


def _conjuncts(token: Token) -> list[Token]:
    return [child for child in token.children if child.dep_ == "conj"]


def _claimed(member: Token) -> list[Token]:
    """A conjunct with what belongs to it, less the other conjuncts."""
    others = {token.i for conjunct in _conjuncts(member) for token in conjunct.subtree}
    return [
        token
        for token in member.subtree
        if token.i not in others and token.dep_ not in ("cc", "punct")
    ]


def _vector(token: Token) -> np.ndarray:
    if not token.vocab.vectors_length:
        return np.zeros(1, dtype=np.float32)
    return np.asarray(token.vocab[token.lower_].vector, dtype=np.float32)


def _is_hedged(tokens: Sequence[Token]) -> bool:
    return any(
        key_of(token.lower_) in _HEDGES or key_of(token.lemma_) in _HEDGES for token in tokens
    )
