"""Whose a telephone number or an e-mail address is: a person's, a service's, an office's."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from klartekst.checks.base import Draft
from klartekst.checks.people.public_roles import Person
from klartekst.checks.people.surroundings import WORD, sentence_around
from klartekst.checks.people.told_around import told_in
from klartekst.checks.people.weighing import Standing
from klartekst.model import Span
from klartekst.recognizers.lexicon import Words, shipped_titles

Owner = Literal["public", "private", "unknown"]
Reach = Literal["sentence", "paragraph", "document", "rest"]


_PRONOUNS = frozenset("han ham ho hun henne hennes hennar hans honom".split())
_READER = frozenset("du dere de dykk dokker".split())
_MAY = frozenset("kan må bør".split())
_ANSWER = 4  # words at most beside the number in a sentence that only answers the one before
_MAIL = re.compile(r"\S+@\S+")
_BEFORE_PLACE = 4  # words from what lies somewhere to its address: «huset i …», «Nav i …»
_INSTITUTIONS = frozenset({"ORG", "GPE_ORG"})
_TO_NUMBER = frozenset("oss på til telefon tlf mobil nummer nummeret".split())
_PARTED = re.compile(r"[._+-]")
_LEAD = 80  # how far before a colon to read, in code points
_TO_ASCII = str.maketrans("æøåéèüöä", "aoaeeuoa")


@dataclass(frozen=True, slots=True)
class Clues:
    """Words that tell whose something is: an office's («sentralbordet», «ring»), or private.

    `dwellings` are private where they stand right before an address. `reach` is how far from it to
    look for people: «document» asks whether anybody in the draft is private, «rest» does so where
    the sentence says nothing.
    """

    services: Words
    offers: frozenset[str]
    private_words: Words
    dwellings: frozenset[str] = frozenset()
    reach: Reach = "sentence"


def owner_of(draft: Draft, span: Span, people: Sequence[Person], clues: Clues) -> Owner:
    """Whose the number or address at `span` is.

    It is the person's whose name the address spells, else of whoever the sentence names last
    before it, or first after it. Where nobody is named, a pronoun points to somebody private
    unless the person last named in the paragraph is public. A word of `private_words` or one like
    «eleven» makes it private, a service, an offer to call or a title makes it an office's. What
    is said right before an address to lie there goes before all names.
    """
    if _is_dialled(draft, span, people, clues):
        return "public"
    evident = _owner_by_place(draft, span, people, clues)
    return evident or _owner_by_people(draft, span, people, clues)


def _owner_by_people(draft: Draft, span: Span, people: Sequence[Person], clues: Clues) -> Owner:
    person = _spelled(draft.document.text[span.start : span.end], people)
    if person is None:
        person = _named_in(sentence_around(draft, span), span, people)
    if clues.reach == "rest" and person is None:
        by_words = _owner_by_words(draft, span, people, clues)
        has_other = any(person.standing is not Standing.PUBLIC for person in people)
        is_told = has_other or _is_told_around(draft, span)
        return "private" if is_told and by_words == "unknown" else by_words
    if clues.reach == "document" and _is_offered(draft, span, clues):
        return "public"
    if person is None and clues.reach != "sentence":
        person = _named_in(draft.block_of(span.start).span, span, people)
    has_private = any(person.standing is Standing.PRIVATE for person in people)
    if clues.reach == "document" and has_private:
        return "private"
    if person is not None:
        return "public" if person.standing is Standing.PUBLIC else "private"
    return _owner_by_answer(draft, span, people, clues)


def _owner_by_answer(draft: Draft, span: Span, people: Sequence[Person], clues: Clues) -> Owner:
    """Whose it is by the words of the sentence, or else by what is told or asked before."""
    by_words = _owner_by_words(draft, span, people, clues)
    if by_words == "unknown" and _is_asked_for(draft, span, clues):
        return "public"
    is_told = clues.reach != "sentence" and _is_told_around(draft, span)
    return "private" if by_words == "unknown" and is_told else by_words


def _owner_by_place(
    draft: Draft, span: Span, people: Sequence[Person], clues: Clues
) -> Owner | None:
    """Whose an address is by what lies there: «galleriet ligg i …», «huset i …», «Nav i …»."""
    start = sentence_around(draft, span).start
    if not clues.dwellings or start >= span.start - 1:
        return None
    tokens = draft.tokens.char_span(start, span.start - 1, alignment_mode="expand") or ()
    named = [mention for person in people for mention in person.mentions]
    for token in reversed(list(tokens)[-_BEFORE_PLACE:]):
        place = Span(token.idx, token.idx + len(token))
        is_named = any(mention.overlaps(place) for mention in named)
        if token.is_punct or is_named:
            return None
        if token.lower_ in clues.dwellings:
            return "private"
        if token.text in clues.private_words:
            return None
        if token.ent_type_ in _INSTITUTIONS or token.text in clues.services:
            return "public"
    return None


def _is_asked_for(draft: Draft, span: Span, clues: Clues) -> bool:
    """Whether it answers what stands before, and that is an office's: «Hvor betaler jeg? Til …»."""
    start = sentence_around(draft, span).start
    before = draft.document.text[:start].rstrip()
    same_block = len(before) > draft.block_of(span.start).span.start
    is_answer = len(_words_around(draft, span)) <= _ANSWER and (same_block or before[-1:] == "?")
    end = len(before) - 1
    return is_answer and _is_offered(draft, Span(end, end), clues)


def _is_told_around(draft: Draft, span: Span) -> bool:
    """Whether the paragraph tells of somebody what is sensitive."""
    return "sensitive_paragraph" in told_in(draft).near(draft, span)


def _named_in(stretch: Span, span: Span, people: Sequence[Person]) -> Person | None:
    inside = sorted(
        (
            (mention, person)
            for person in people
            for mention in person.mentions
            if mention.overlaps(stretch)
        ),
        key=lambda pair: pair[0],
    )
    before = [pair for pair in inside if pair[0] < span]
    if before:
        return before[-1][1]
    return inside[0][1] if inside else None


def _spelled(written: str, people: Sequence[Person]) -> Person | None:
    if "@" not in written:
        return None
    parts = {part.translate(_TO_ASCII) for part in _local_parts(written)}
    for person in people:
        names = {word.translate(_TO_ASCII) for word in person.words}
        if len(parts & names) >= min(2, len(names)):
            return person
    return None


def _owner_by_words(draft: Draft, span: Span, people: Sequence[Person], clues: Clues) -> Owner:
    words = _words_around(draft, span)
    titles = shipped_titles()
    if any(word.lower() in _PRONOUNS for word in words):
        last = _last_named(draft, span, people)
        return "public" if last and last.standing is Standing.PUBLIC else "private"
    if any(word in clues.private_words for word in words):
        return "private"
    private = {
        index
        for index, word in enumerate(words)
        if word in titles.relations and not _is_served(words, index, clues)
    }
    offers = {index for index, word in enumerate(words) if word.lower() in clues.offers}
    if private and (not offers or any(index + 1 in private for index in offers)):
        return "private"  # «eleven har nummer …», «ring moren på …»
    if offers or any(word in clues.services or word in titles.roles for word in words):
        return "public"
    if any(_asks_reader(first, second) for first, second in pairwise(words)):
        return "public"
    return "unknown"


def _is_served(words: Sequence[str], index: int, clues: Clues) -> bool:
    """Whether a word for private people tells whom a service is for: «telefon for pårørende»."""
    return index > 1 and words[index - 1] == "for" and words[index - 2] in clues.services


def _asks_reader(first: str, second: str) -> bool:
    """Whether two words tell readers what to do: «det kan du levere i …»."""
    pair = {first.lower(), second.lower()}
    return bool(pair & _READER) and bool(pair & _MAY)


def _is_offered(draft: Draft, span: Span, clues: Clues) -> bool:
    """Whether the sentence is an office's, and says nothing of anybody private."""
    words = _words_around(draft, span)
    is_private = any(
        word in clues.private_words
        or word in shipped_titles().relations
        or word.lower() in _PRONOUNS
        for word in words
    )
    return not is_private and any(
        word in clues.services or word.lower() in clues.offers for word in words
    )


def _is_dialled(draft: Draft, span: Span, people: Sequence[Person], clues: Clues) -> bool:
    """«Vil du være med, så ring 68 05 …»: readers are asked to call, and nobody else is meant."""
    text = draft.document.text
    start = sentence_around(draft, span).start
    words = WORD.findall(text[start : span.start])
    while words and words[-1].lower() in _TO_NUMBER:
        words.pop()
    is_anybodys = any(
        word.lower() in _PRONOUNS
        or word in clues.private_words
        or word in shipped_titles().relations
        for word in words
    )
    block = draft.block_of(span.start).span
    is_anybodys = is_anybodys or any(
        mention.overlaps(block)
        for person in people
        for mention in person.mentions
        if person.standing is Standing.PRIVATE
    )
    return bool(words) and words[-1].lower() in clues.offers and not is_anybodys


def _words_around(draft: Draft, span: Span) -> list[str]:
    """The words of the sentence without the number itself, and what a colon before it belongs to.

    Those of mail addresses are left out: «kunde@…» tells of no customer.
    """
    text = draft.document.text
    sentence = sentence_around(draft, span)
    before = text[sentence.start : span.start]
    lead = text[: sentence.start].rstrip()
    if lead.endswith(":"):
        block = draft.block_of(span.start).span
        before = f"{lead[max(block.start, len(lead) - _LEAD) :]} {before}"
    return WORD.findall(_MAIL.sub(" ", f"{before} {text[span.end : sentence.end]}"))


def _last_named(draft: Draft, span: Span, people: Sequence[Person]) -> Person | None:
    block = draft.block_of(span.start).span
    earlier = [
        (mention.start, person)
        for person in people
        for mention in person.mentions
        if block.start <= mention.start < span.start
    ]
    return max(earlier, key=lambda pair: pair[0])[1] if earlier else None


def is_role_mailbox(address: str, mailboxes: Iterable[str], domains: Iterable[str]) -> bool:
    """Whether an address is an office's: «post@…», or one word at a public body's domain."""
    local, at, domain = address.lower().partition("@")
    if not at:
        return False
    parts = _local_parts(local)
    boxes = frozenset(mailboxes)
    if any(part in boxes for part in parts):
        return True
    is_public = any(domain == end or domain.endswith(f".{end}") for end in domains)
    return is_public and len(parts) == 1


def _local_parts(address: str) -> list[str]:
    local = address.lower().split("@")[0]
    return [part for part in _PARTED.split(local) if part and not part.isdigit()]
