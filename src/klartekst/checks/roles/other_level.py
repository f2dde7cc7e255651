"""Promises and opinions on behalf of another level of government."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, ClassVar

from klartekst.checks.base import Annotation, Draft
from klartekst.checks.wording.reading import read_draft
from klartekst.checks.wording.words import span_between
from klartekst.model import Match, Role
from klartekst.recognizers.lexicon import Words, words_of

if TYPE_CHECKING:
    from klartekst.tokens import Token

_COMES = ("kommer", "kjem", "kom")  # «kommer til å» is a promise, «kommer» alone is not
_OWN = (Role.TITLE, Role.HEADER, Role.CONTACT)


@dataclass(frozen=True)
class OtherLevelCheck:
    """Finds a body of another level as the subject of what it `promises`, without a source.

    `levels` are words for bodies by level; one with a leading hyphen also ends compounds. The level
    of whoever sends the draft, told by a header or contact line that names it, is left alone, and
    so is a sentence with one of `sources` («opplyser», «ifølge»), or right after one. In a
    quotation only its own words are such: «sier ordføreren» is no source for what the police do.
    """

    levels: Mapping[str, tuple[str, ...]]
    promises: tuple[str, ...]
    sources: tuple[str, ...]

    needs: ClassVar[frozenset[Annotation]] = frozenset({"tags", "lemmas", "parse"})
    fills: ClassVar[frozenset[str]] = frozenset()

    def find(self, draft: Draft) -> Iterator[Match]:
        """Yield the subject and its verb."""
        own = [token.text for token in draft.tokens if draft.block_of(token.idx).role in _OWN]
        others = [words for words in self._bodies if not any(word in words for word in own)]
        for token in draft.tokens:
            if not token.dep_.startswith("nsubj") or not _is_one_of(token, others):
                continue
            if not draft.block_of(token.idx).role.is_running_text:
                continue
            verb = next((word for word in _verbs(token) if self._is_promise(word)), None)
            if verb is not None and not self._has_source(draft, token):
                first, last = sorted((token, verb), key=lambda word: word.i)
                yield Match(span_between(first, last))

    @cached_property
    def _bodies(self) -> tuple[Words, ...]:
        return tuple(map(words_of, self.levels.values()))

    def _is_promise(self, verb: Token) -> bool:
        if verb.lower_ in _COMES and verb.i + 2 < len(verb.doc):
            return (verb.nbor(1).lower_, verb.nbor(2).lower_) == ("til", "å")
        return verb.lemma_.lower() in self.promises or verb.lower_ in self.promises

    def _has_source(self, draft: Draft, token: Token) -> bool:
        reading = read_draft(draft)
        number = reading.sentence_of[token.i]
        first = reading.sentences[max(number - 1, 0)].start
        around = draft.tokens[first : reading.sentences[number].end]
        quoted = draft.is_quoted(span_between(token, token))
        return any(
            (word.lemma_.lower() in self.sources or word.lower_ in self.sources)
            and (not quoted or draft.is_quoted(span_between(word, word)))
            for word in around
        )


def _is_one_of(subject: Token, bodies: Sequence[Words]) -> bool:
    """Whether a subject is such a body, by any word of its name: «Statens vegvesen»."""
    name = (subject, *(child for child in subject.children if child.dep_.startswith("flat")))
    return any(word.text in listed for word in name for listed in bodies)


def _verbs(subject: Token) -> Iterator[Token]:
    """The verb of a subject and the auxiliaries beside it."""
    yield from (child for child in subject.head.children if child.dep_ == "aux")
    yield subject.head
