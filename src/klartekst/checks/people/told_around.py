"""How near to a name a draft tells what is private: an illness, a child's case, a debt.

Who acts in public is seldom named beside such words, who is private nearly always is. The words
are those of the signal rules, of whomever they are said.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from klartekst.checks.base import Draft
from klartekst.checks.wording.reading import Reading, read_draft
from klartekst.model import Span

_AGE = "AGE"
_KEY = "klartekst.told_around"  # in Tokens.known


@dataclass(frozen=True)
class ToldAround:
    """The sentences of a draft that have words of the signal rules, sensitive ones and others."""

    reading: Reading
    sensitive: frozenset[int]
    other: frozenset[int]

    def near(self, draft: Draft, span: Span) -> Iterable[str]:
        """English names for what stands near the name at `span`: «sensitive_sentence» …"""
        tokens = draft.tokens.char_span(span.start, span.end, alignment_mode="expand")
        if tokens is None:
            return
        number = self.reading.sentence_of[tokens.start]
        block = self.reading.sentences[number].block
        for kind, numbers, blocks in (
            ("sensitive", self.sensitive, self._sensitive_blocks),
            ("private", self.other, self._other_blocks),
        ):
            if number in numbers:
                yield f"{kind}_sentence"
            if block in blocks:
                yield f"{kind}_paragraph"
            if numbers:
                yield f"{kind}_draft"

    @cached_property
    def _sensitive_blocks(self) -> frozenset[int]:
        return frozenset(self.reading.sentences[number].block for number in self.sensitive)

    @cached_property
    def _other_blocks(self) -> frozenset[int]:
        return frozenset(self.reading.sentences[number].block for number in self.other)


def told_in(draft: Draft) -> ToldAround:
    """What a draft tells, by sentence; found once however many ask."""
    found = draft.tokens.known.get(_KEY)
    if not isinstance(found, ToldAround):
        found = draft.tokens.known[_KEY] = _told_in(draft)
    return found


def _told_in(draft: Draft) -> ToldAround:
    reading = read_draft(draft)
    sentences: dict[bool, set[int]] = {True: set(), False: set()}
    for check in draft.signals:
        if check.entity == _AGE:  # is evidence by itself, where it is the bearer's own
            continue
        for token in check.words_in(reading):
            sentences[check.sensitive].add(reading.sentence_of[token])
    return ToldAround(reading, frozenset(sentences[True]), frozenset(sentences[False]))
