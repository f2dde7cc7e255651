"""The titles that a draft gives its people, where they stand."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from klartekst.checks.base import Draft
from klartekst.checks.people.public_roles import Person
from klartekst.checks.people.surroundings import (
    Surroundings,
    find_title_after,
    find_title_before,
    sentence_around,
)
from klartekst.model import Span
from klartekst.recognizers.lexicon import Words, shipped_titles

# «leder i valgstyret» ends before the name, «kommunalsjef for oppvekst» at the next break.
_TRAILING = re.compile(r"(?:,|\s(?:er|blir|vert|heter|heiter))*\s*$")
_BREAK = re.compile(
    r"[.,;:!?()«»–]|\s(?:og|på|til|som|siden|sidan|telefon|tlf|mobil|e-post)\b|$", re.IGNORECASE
)
_ATTRIBUTE = re.compile(
    r"\b(?:daglig|dagleg|teknisk|konstituert|fungerende|fungerande|assisterende|assisterande"
    r"|administrerende|administrerande|medisinsk|faglig|fagleg|pedagogisk|kommunal)\s$",
    re.IGNORECASE,
)
_PARTY = re.compile(r"\s?\([^()]{1,25}\)")
_ENDINGS = ("en", "n", "a", "et", "s", "ens", "ns", "ene", "ane")


@dataclass(frozen=True, slots=True)
class Title:
    """A title in the draft's text; `head` is the word that names the office, in lower case."""

    head: str
    text: str
    span: Span


def titles_of(draft: Draft, person: Person) -> tuple[Title, ...]:
    """The titles that a draft gives a person, in order of the text."""
    found = (title for mention in person.mentions for title in _titles_at(draft, mention))
    return tuple(found)


def is_form_of(word: str, title: str) -> bool:
    """Whether a word is the title, perhaps with the article: «ordføreren» of «ordfører»."""
    return title.lower() in titles_in(word)


@lru_cache(1 << 12)
def titles_in(word: str) -> frozenset[str]:
    """The titles in lower case that a word may be, perhaps with the article."""
    word = word.lower()
    bare = (word.removesuffix(ending) for ending in _ENDINGS if word.endswith(ending))
    return frozenset((word, *bare))


def _titles_at(draft: Draft, mention: Span) -> tuple[Title, ...]:
    text = draft.document.text
    sentence = sentence_around(draft, mention)
    party = _PARTY.match(text, mention.end, sentence.end)  # «Kari Nordmann (Sp), som er leder»
    end_of_name = party.end() if party else mention.end
    place = Surroundings(
        before=text[sentence.start : mention.start],
        after=text[end_of_name : sentence.end],
        block_before="",
    )
    found = []
    before = find_title_before(place, _all_titles())
    if before is not None:
        attribute = _ATTRIBUTE.search(place.before, 0, before.start)
        end = _TRAILING.search(place.before)
        words = Span(
            attribute.start() if attribute else before.start,
            end.start() if end else len(place.before),
        )
        found.append(_title(place.before, before, words, sentence.start))
    after = find_title_after(place, _all_titles())
    if after is not None:
        end = _BREAK.search(place.after, after.end)
        words = Span(after.start, end.start() if end else after.end)
        found.append(_title(place.after, after, words, end_of_name))
    return tuple(found)


def _title(text: str, head: Span, words: Span, start: int) -> Title:
    return Title(
        head=text[head.start : head.end].lower(),
        text=text[words.start : words.end].strip(),
        span=Span(start + words.start, start + words.end),
    )


@cache
def _all_titles() -> Words:
    titles = shipped_titles()
    return titles.roles | titles.staff
