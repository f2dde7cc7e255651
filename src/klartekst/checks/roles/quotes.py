"""Who says what: each quotation of a draft with its speaker.

The words right after a quotation tell («…», sier ordfører Kari Nordmann), else those right before
it (Ordfører Kari Nordmann sier: «…»). «Sier hun» and «sier ordføreren» point back to somebody named
before. A reply without a speaker of its own that follows a reply goes on with the same speaker.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from klartekst.checks.base import Draft
from klartekst.checks.people.public_roles import Person
from klartekst.checks.people.titles import Title, is_form_of, titles_of
from klartekst.model import Block, Span
from klartekst.quotations import SAYS
from klartekst.recognizers.lexicon import shipped_titles

_SAID_AFTER = re.compile(rf"[\s,.!?»”\"–—-]*(?:{SAYS})\b(?P<who>[^.!?]*)", re.IGNORECASE)
_SAID_BEFORE = re.compile(rf"(?:\b(?:{SAYS})\b|\b(?:[Ii]følge|[Ii]følgje)\b)[^.!?]*$")
_TO_COLON = re.compile(r":\s*$")
_PRONOUN = re.compile(r"hun|ho|han|hen|vedkommende|vedkomande", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who is quoted: a person of the draft, or somebody known by a title alone.

    `span` is where the words of the attribution name or point to the speaker.
    """

    person: Person | None
    titles: tuple[Title, ...]
    span: Span
    words: str = ""

    @property
    def heads(self) -> tuple[str, ...]:
        """The words that name the speaker's offices, in lower case; «ordføreren» as it stands."""
        return tuple(title.head for title in self.titles) or ((self.words,) if self.words else ())


@dataclass(frozen=True, slots=True)
class Quote:
    """A quotation, in `Document.text`, and who is quoted, if the draft tells."""

    span: Span
    speaker: Speaker | None


def quotes_of(draft: Draft) -> tuple[Quote, ...]:
    """The quotations of a draft with their speakers, in order."""
    quotes: list[Quote] = []
    for number, span in enumerate(draft.quotations):
        block = draft.block_of(span.start)
        following = draft.quotations[number + 1 : number + 2]
        end = min([block.span.end, *(later.start for later in following)])
        start = max([block.span.start, *(earlier.span.end for earlier in quotes[-1:])])
        speaker = (
            _named_after(draft, Span(span.end, end))
            or _named_before(draft, Span(start, span.start))
            or _going_on(draft, span, block, quotes)
        )
        quotes.append(Quote(span, speaker))
    return tuple(quotes)


def _named_after(draft: Draft, tail: Span) -> Speaker | None:
    """The speaker of «…, sier ordfører Kari Nordmann»."""
    said = _SAID_AFTER.match(draft.document.text, tail.start, tail.end)
    if said is None:
        return None
    return _who(draft, Span(*said.span("who")))


def _named_before(draft: Draft, lead: Span) -> Speaker | None:
    """The speaker of «Ordfører Kari Nordmann sier: «…»», or of a paragraph that ends in a colon."""
    text = draft.document.text
    said = _SAID_BEFORE.search(text, lead.start, lead.end)
    if said is None and not _TO_COLON.search(text, lead.start, lead.end):
        lead = _block_before(draft, lead.start)
        if not _TO_COLON.search(text, lead.start, lead.end):
            return None
    inside = _named_in(draft, lead)
    if inside:
        return _speaker(draft, *inside[-1])
    return _who(draft, lead) if said else None


def _named_in(draft: Draft, stretch: Span) -> list[tuple[Span, Person]]:
    """Who is named in a stretch of text, and where, in order."""
    named = ((at, person) for person in draft.people for at in person.mentions)
    return sorted(
        ((at, person) for at, person in named if stretch.contains(at)), key=lambda pair: pair[0]
    )


def _speaker(draft: Draft, at: Span, person: Person) -> Speaker:
    return Speaker(person, titles_of(draft, person), at)


def _block_before(draft: Draft, offset: int) -> Span:
    """The block before the one that `offset` opens; empty inside a block."""
    block = draft.block_of(offset)
    if offset > block.span.start or offset == 0:
        return Span(offset, offset)
    return draft.block_of(block.span.start - 1).span


def _who(draft: Draft, words: Span) -> Speaker | None:
    """Whom the words of an attribution name or point to."""
    named = _named_in(draft, words)
    if named:
        return _speaker(draft, *named[0])
    written = draft.document.text[words.start : words.end]
    titles = shipped_titles()
    for word in _WORD.finditer(written):
        at = Span(words.start + word.start(), words.start + word.end())
        if word.group() in titles.roles or word.group() in titles.staff:
            return _holder_of(draft, word.group(), at)
        if _PRONOUN.fullmatch(word.group()):
            return _last_named(draft, at)
    return None


def _holder_of(draft: Draft, title: str, at: Span) -> Speaker:
    """The person with that title who was named last, or the title alone."""
    holders = [
        (max(earlier), person, titles)
        for person in draft.people
        if (titles := titles_of(draft, person))
        and any(is_form_of(title, held.head) for held in titles)
        and (earlier := [m for m in person.mentions if m < at] or person.mentions[:1])
    ]
    if not holders:
        return Speaker(None, (), at, title.lower())
    _, person, titles = max(holders, key=lambda holder: holder[0])
    return Speaker(person, titles, at)


def _last_named(draft: Draft, at: Span) -> Speaker | None:
    """Whoever was named last before a pronoun, outside of what is quoted."""
    earlier = [
        person
        for mention, person in _named_in(draft, Span(0, at.start))
        if not draft.is_quoted(mention)
    ]
    return Speaker(earlier[-1], titles_of(draft, earlier[-1]), at) if earlier else None


def _going_on(draft: Draft, span: Span, block: Block, quotes: list[Quote]) -> Speaker | None:
    """The speaker of the reply in the block before, or earlier in this one."""
    if not quotes or span.start > block.span.start + 2:
        same_block = quotes and quotes[-1].span.start >= block.span.start
        return quotes[-1].speaker if same_block else None
    before = _block_before(draft, block.span.start)
    return quotes[-1].speaker if before.contains(quotes[-1].span) else None
