"""Where a draft says that the people it names have agreed to it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from klartekst.checks.people.surroundings import WORD
from klartekst.recognizers.lexicon import (
    any_of,
    common_words,
    is_listed_name,
    shipped_lists,
    shipped_titles,
)

_LISTS = shipped_lists("titles")
_CONSENT = re.compile(rf"\b{any_of(_LISTS['consents'])}\b", re.IGNORECASE)
_CONSENTING = frozenset(_LISTS["consenting"])
_ALL_OF_THEM = frozenset(("alle", "begge", "samtlige", "samtlege"))
_TOGETHER = re.compile(r"\b(?:hun|ho|han) og \w+", re.IGNORECASE)  # «både hun og mannen»
_REACH = 80  # how far before the verb to look for who agrees, in code points


@dataclass(frozen=True, slots=True)
class Consent:
    """A statement of consent: its offset in the text, and whether it is of all who are named."""

    offset: int
    of_all: bool


def consents_in(text: str) -> Iterator[Consent]:
    """Yield each statement that those named agree.

    A mother's or a guardian's word for somebody else is none.
    """
    relations = shipped_titles().relations
    for found in _CONSENT.finditer(text):
        before = text[max(0, found.start() - _REACH) : found.start()]
        words = WORD.findall(re.split(r"[.!?:\n]", before)[-1])
        lowered = {word.lower() for word in words}
        names_one = any(
            word[0].isupper() and (is_listed_name(word) or word.lower() not in common_words())
            for word in words
        )
        of_all = bool(lowered & _ALL_OF_THEM)
        is_together = of_all or _TOGETHER.search(before)
        is_by_relative = any(word in relations for word in words) and not is_together
        if not is_by_relative and (names_one or lowered & _CONSENTING):
            yield Consent(found.start(), of_all)
