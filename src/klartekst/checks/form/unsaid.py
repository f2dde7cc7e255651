"""Something that a kind of text should say, and this one does not."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, ClassVar

from klartekst.checks.base import Annotation, Draft
from klartekst.checks.form.parts import anchor, is_asked
from klartekst.checks.wording.books import PhraseBook
from klartekst.checks.wording.phrase_language import phrase_book, refuse_unknown_slots
from klartekst.checks.wording.reading import read_draft
from klartekst.model import Match, Profile
from klartekst.recognizers.lexicon import Words, words_of

if TYPE_CHECKING:
    from klartekst.tokens import Token

# The numbers of the emergency and public services have three to six digits, others eight.
_NUMBER_TO_CALL = re.compile(
    r"\b(?:11[0-3]|116 ?1(?:11|17|23)|0\d{4}|(?:\+47 ?)?\d{2,3}(?: ?\d{2,3}){2,3})\b"
)
_NOT = frozenset({"ikke", "ikkje", "aldri", "verken", "korkje"})


@dataclass(frozen=True)
class UnsaidCheck:
    """Finds a draft of one of `profiles` that does not say what such a text should.

    It is said with one of `phrases`, written as `phrases.py` says, or where one of `actors` does
    something: is the subject of a verb that is not denied and none of `idle` («vet», «kan»). With
    `or_order` an order will do («Kok vannet»), with `or_number` a number to call. An actor with a
    leading hyphen also ends compounds.
    """

    profiles: tuple[Profile, ...]
    phrases: tuple[str, ...] = ()
    actors: tuple[str, ...] = ()
    idle: tuple[str, ...] = ()
    or_order: bool = False
    or_number: bool = False
    slots: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    needs: ClassVar[frozenset[Annotation]] = frozenset({"tags", "lemmas", "parse"})
    fills: ClassVar[frozenset[str]] = frozenset()

    def __post_init__(self) -> None:
        refuse_unknown_slots(self.phrases, self.slots)

    def find(self, draft: Draft) -> Iterator[Match]:
        """Yield one match, on the title, for a draft that does not say it."""
        if is_asked(draft, self.profiles) and not self._is_said(draft):
            yield Match(anchor(draft))

    def _is_said(self, draft: Draft) -> bool:
        if self.or_number and _NUMBER_TO_CALL.search(draft.document.text):
            return True
        if self.or_order and any("Imp" in token.morph.get("Mood", []) for token in draft.tokens):
            return True
        if any(self._acts(token) for token in draft.tokens):
            return True
        return any(True for _ in self._book.find(read_draft(draft).text))

    def _acts(self, subject: Token) -> bool:
        """Whether this word is an actor, and the subject of what they do."""
        if not subject.dep_.startswith("nsubj") or subject.text not in self._actors:
            return False
        verb = subject.head
        denied = any(child.lower_ in _NOT for child in verb.children)
        return verb.pos_ == "VERB" and verb.lemma_.lower() not in self.idle and not denied

    @cached_property
    def _actors(self) -> Words:
        return words_of(self.actors)

    @cached_property
    def _book(self) -> PhraseBook:
        return phrase_book(self.phrases, self.slots)
