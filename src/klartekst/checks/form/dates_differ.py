"""A date in the title or lead that the body tells otherwise."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from klartekst.checks.base import Annotation, Draft
from klartekst.checks.wording.reading import read_draft
from klartekst.dates import FoundDate, find_dates
from klartekst.model import Match, Role

if TYPE_CHECKING:
    from klartekst.tokens import Token


@dataclass(frozen=True)
class DatesDifferCheck:
    """Finds a date of the body that tells the same as another one in the title or lead.

    Two dates tell the same when each is alone in its sentence, neither is told in both places, and
    the same subject does the same there: «Hallen åpner 1. mars», «Når hallen åpner 2. mars».
    """

    needs: ClassVar[frozenset[Annotation]] = frozenset({"tags", "lemmas", "parse"})
    fills: ClassVar[frozenset[str]] = frozenset({"place"})

    def find(self, draft: Draft) -> Iterator[Match]:
        """Yield each such date of the body, with the place of the other."""
        opening: list[FoundDate] = []
        body: list[FoundDate] = []
        for found in find_dates(draft.document.text):
            role = draft.block_of(found.span.start).role
            if role in (Role.TITLE, Role.LEAD):
                opening.append(found)
            elif role.is_running_text and not draft.is_quoted(found.span):
                body.append(found)
        told = {(found.month, found.day) for found in opening}
        again = {(found.month, found.day) for found in body}
        for found in body:
            if (found.month, found.day) in told:
                continue
            deeds = _deeds(draft, found)
            for other in opening:
                if (other.month, other.day) not in again and deeds & _deeds(draft, other):
                    yield Match(found.span, {"place": draft.document.place(other.span.start).label})
                    break


def _deeds(draft: Draft, found: FoundDate) -> set[tuple[str, str]]:
    """Who does what in the sentence of a date; nothing where another date stands beside it."""
    reading = read_draft(draft)
    words = draft.tokens.char_span(found.span.start, found.span.end, alignment_mode="expand")
    if words is None:
        return set()
    sentence = reading.sentences[reading.sentence_of[words.start]]
    tokens = draft.tokens[sentence.start : sentence.end]
    if len(find_dates(tokens.text)) > 1:
        return set()
    return {(token.lemma_.lower(), token.head.lemma_.lower()) for token in tokens if _acts(token)}


def _acts(token: Token) -> bool:
    is_named = token.pos_ in ("NOUN", "PROPN")
    return is_named and token.dep_ == "nsubj" and token.head.pos_ == "VERB"
