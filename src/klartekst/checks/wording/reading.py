"""The sentences of a draft as the checks for personal data read them.

Sentences are told by punctuation and blocks, titles and headings included: the parser's borders
move with every unknown name, and a sentence cut in two would part a person from what is told.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from klartekst.checks.base import Draft
from klartekst.checks.wording.books import Text
from klartekst.checks.wording.phrases import Form
from klartekst.model import Span

if TYPE_CHECKING:
    from klartekst.tokens import Tokens

_ENDS = frozenset(".!?")
_KEY = "klartekst.reading"  # in Tokens.known


@dataclass(frozen=True, slots=True)
class Sentence:
    """Tokens from `start` up to `end`; `block` is the number of its block."""

    start: int
    end: int
    block: int


@dataclass(frozen=True)
class Reading:
    """The words of a draft with their lemmas, and its sentences."""

    tokens: Tokens
    text: Text
    sentences: tuple[Sentence, ...]
    sentence_of: Sequence[int]  # the number of the sentence, for each token
    # What `generality` has found out, by where a sentence starts.
    happened: dict[int, bool] = field(default_factory=dict)
    conditional: dict[int, bool] = field(default_factory=dict)

    @property
    def forms(self) -> tuple[Form, ...]:
        """Each word as it stands and its lemma."""
        return self.text.forms

    def span(self, start: int, end: int) -> Span:
        """The place of some tokens in the text."""
        last = self.tokens[end - 1]
        return Span(self.tokens[start].idx, last.idx + len(last))


def read_draft(draft: Draft) -> Reading:
    """The reading of a draft, made once however many rules ask for it."""
    reading = draft.tokens.known.get(_KEY)
    if not isinstance(reading, Reading):
        reading = draft.tokens.known[_KEY] = _read(draft)
    return reading


def _read(draft: Draft) -> Reading:
    tokens = draft.tokens
    forms = tuple((token.lower_, token.lemma_.lower()) for token in tokens)
    sentences: list[Sentence] = []
    sentence_of = [0] * len(tokens)
    start, block_number = 0, 0
    blocks = draft.document.blocks
    for token in tokens:
        at = token.i
        while block_number + 1 < len(blocks) and token.idx >= blocks[block_number + 1].span.start:
            if at > start:
                sentences.append(Sentence(start, at, block_number))
                start = at
            block_number += 1
        sentence_of[at] = len(sentences)
        if token.text in _ENDS:
            sentences.append(Sentence(start, at + 1, block_number))
            start = at + 1
    if start < len(tokens):
        sentences.append(Sentence(start, len(tokens), block_number))
    return Reading(tokens, Text(forms, draft.shelf), tuple(sentences), sentence_of)
