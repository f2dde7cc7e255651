"""«I dag» in a text that does not say what day it is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, ClassVar

from klartekst.checks.base import Annotation, Draft
from klartekst.checks.form.parts import date_of
from klartekst.checks.wording.books import PhraseBook
from klartekst.checks.wording.phrase_language import phrase_book
from klartekst.checks.wording.reading import Sentence, read_draft
from klartekst.dates import find_dates
from klartekst.model import Match, Profile, Role

if TYPE_CHECKING:
    from klartekst.tokens import Token, Tokens

_VERBS = ("VERB", "AUX")


@dataclass(frozen=True)
class RelativeDayCheck:
    """Finds `phrases` that count from the day of writing, where nothing dates it.

    A date may stand in the same sentence or on top of the draft. One of `nowadays` («i dag») only
    counts beside something that happens, told by a verb that is none of `states`: «I dag har skolen
    410 elever» tells how things are. Quotations are left alone.
    """

    profiles: tuple[Profile, ...]
    phrases: tuple[str, ...]
    nowadays: tuple[str, ...] = ()
    states: tuple[str, ...] = ()

    needs: ClassVar[frozenset[Annotation]] = frozenset({"tags", "lemmas", "parse"})
    fills: ClassVar[frozenset[str]] = frozenset()

    def find(self, draft: Draft) -> Iterator[Match]:
        """Yield each such phrase."""
        if draft.profile not in self.profiles or date_of(draft) is not None:
            return
        reading = read_draft(draft)
        dates = find_dates(draft.document.text)
        for is_vague, book in ((False, self._books[0]), (True, self._books[1])):
            for start, end in book.find(reading.text):
                sentence = reading.sentences[reading.sentence_of[start]]
                span = reading.span(start, end)
                whole = reading.span(sentence.start, sentence.end)
                if (
                    draft.is_quoted(span)
                    or not _is_read(draft, start)
                    or any(whole.contains(found.span) for found in dates)
                    or (is_vague and not self._happens(draft.tokens, sentence, start))
                ):
                    continue
                yield Match(span)

    def _happens(self, doc: Tokens, sentence: Sentence, phrase: int) -> bool:
        """Whether the verb tells what is done that day, not how things are these days."""
        token = doc[phrase]
        verb = next((word for word in token.ancestors if word.pos_ in _VERBS), None)
        if verb is None:
            return False
        if _is_past(verb) or any(_is_past(child) for child in verb.children if child.dep_ == "aux"):
            return True
        # «I dag synger 74 jenter i koret» is no news of that day.
        return phrase != sentence.start and verb.lemma_.lower() not in self.states

    @cached_property
    def _books(self) -> tuple[PhraseBook, PhraseBook]:
        return phrase_book(self.phrases), phrase_book(self.nowadays)


def _is_past(verb: Token) -> bool:
    is_participle = verb.pos_ == "VERB" and "Part" in verb.morph.get("VerbForm", [])
    return is_participle or "Past" in verb.morph.get("Tense", [])


def _is_read(draft: Draft, token: int) -> bool:
    role = draft.block_of(draft.tokens[token].idx).role
    return role.is_body and role is not Role.CONTACT
