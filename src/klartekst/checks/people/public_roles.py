"""Who the people of a draft are to its sender: may they be named for a public role?

Every person is judged once, from all places where the name stands: a title at the first mention
holds for the surname alone further down.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from klartekst.checks.base import Draft
from klartekst.checks.people.consent import Consent, consents_in
from klartekst.checks.people.contact import contact_spans
from klartekst.checks.people.mentions import NameMention, grouped, is_part
from klartekst.checks.people.surroundings import REACH, Surroundings, sentence_around
from klartekst.checks.people.told_around import told_in
from klartekst.checks.people.weighing import FOR, Standing, evidence_at, standing_of
from klartekst.model import Block, Role, Span
from klartekst.recognizers.lexicon import Words, shipped_titles, words_of
from klartekst.recognizers.name_words import name_words

_AND = " og "
_INITIALS = re.compile(r"(?:[A-ZÆØÅ]\.\s?){1,3}|.*\s[A-ZÆØÅ]\.?")
_NUMBERS = frozenset({"NO_FODSELSNUMMER", "NO_DUF", "NO_PASS", "NO_KONTONUMMER"})
_HEARD = frozenset({"speaks", "quoted"})
_BESIDE = 40  # how far after a name a number may stand that is its bearer's, in code points
_PROPERTY = "NO_EIENDOM"
# «Kari … på gnr. 3», «gnr. 3 er Kari …»: whose a property is.
_HAS_PROPERTY = re.compile(r",?\s(?:på|eier|eig|som eier|som eig)\s")
_IS_OWNED_BY = re.compile(r"\s(?:er|eies av|blir eigd av|tilhører|tilhøyrer|\()\s?")
_QUOTED_NEXT = re.compile(
    r"\b(?:sier|seier|forteller|fortel|mener|meiner|forklarer|forklarar)\s(?:hun|han|ho)\b"
)
_QUOTE_REACH = 400  # how far after a name to look for «sier hun», in code points
_LEAD_IN = 80  # how much of what leads up to a list, in code points
_OPENING_BLOCKS = 4  # title, greeting and what may stand before it


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody whom a draft names. `mentions` are in the draft's text, in order.

    `evidence` has the English words for all that tells of a public role or of a private person.
    """

    words: tuple[str, ...]
    mentions: tuple[Span, ...]
    standing: Standing
    evidence: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Named:
    words: tuple[str, ...]
    mentions: tuple[Span, ...]
    evidence: frozenset[str]


def people_of(draft: Draft, roles: Iterable[str] = ()) -> tuple[Person, ...]:
    """The people of a draft, in the order they are first mentioned.

    `roles` are titles beyond the shipped ones that count as public roles.
    """
    text = draft.document.text
    mentions = [
        NameMention(name_words(text[entity.span.start : entity.span.end]), entity.span)
        for entity in draft.entities
        if entity.kind == "PERSON"
    ]
    if not mentions:
        return ()
    places = _places(draft, mentions, shipped_titles().roles | words_of(roles))
    found = []
    for group in grouped(mentions):
        words = max((mention.words for mention in group), key=len)
        spans = tuple(mention.span for mention in group)
        evidence = {name for span in spans for name in evidence_at(places[span])}
        evidence.update(_of_the_person(draft, words, spans))
        if evidence & _HEARD:  # whoever speaks has been asked
            evidence.discard("unasked")
        found.append(_Named(words, spans, frozenset(evidence)))
    return tuple(
        Person(named.words, named.mentions, standing_of(evidence), evidence)
        for named, evidence in _with_companions(text, found)
    )


def _places(
    draft: Draft, mentions: Sequence[NameMention], roles: Words
) -> dict[Span, Surroundings]:
    contact = contact_spans(draft)
    consents = tuple(consents_in(draft.document.text))
    told = told_in(draft)
    return {
        mention.span: replace(
            _surroundings(draft, mention.span, contact),
            roles=roles,
            in_table_of_roles=_is_in_table_of_roles(draft, mention.span, roles),
            consent_near=_is_near(draft, mention.span, consents),
            agreed=bool(consents),
            all_agreed=any(consent.of_all for consent in consents),
            told=tuple(told.near(draft, mention.span)),
        )
        for mention in mentions
    }


def _of_the_person(draft: Draft, words: tuple[str, ...], spans: Sequence[Span]) -> Iterator[str]:
    """The evidence that is not about one mention."""
    text = draft.document.text
    if _is_spokesperson(draft, words):
        yield "brief"
    if all(_INITIALS.fullmatch(text[span.start : span.end]) for span in spans):
        yield "initials"
    elif len(words) == 1 and not any(_shares_surname(draft, span) for span in spans):
        yield "one_name"
    if any(_owns(draft, span) for span in spans):
        yield "numbered"
    numbers = [entity.span for entity in draft.entities if entity.kind in _NUMBERS]
    if any(0 <= number.start - span.end < _BESIDE for number in numbers for span in spans):
        yield "numbered"


def _owns(draft: Draft, name: Span) -> bool:
    """Whether a property is said to be somebody's."""
    text = draft.document.text
    return any(
        _HAS_PROPERTY.fullmatch(text, name.end, one.span.start)
        or _IS_OWNED_BY.fullmatch(text, one.span.end, name.start)
        for one in draft.entities
        if one.kind == _PROPERTY
    )


def _shares_surname(draft: Draft, span: Span) -> bool:
    """Whether it is the first of «Liv og Odd Stein Bakkevoll»."""
    next_at = span.end + len(_AND)
    return draft.document.text.startswith(_AND, span.end) and any(
        entity.kind == "PERSON"
        and entity.span.start == next_at
        and " " in draft.document.text[entity.span.start : entity.span.end]
        for entity in draft.entities
    )


def _is_spokesperson(draft: Draft, words: tuple[str, ...]) -> bool:
    named = (*draft.brief.spokespeople, *draft.brief.officials) if draft.brief else ()
    return len(words) > 1 and any(is_part(words, name_words(person.name)) for person in named)


def _with_companions(
    text: str, people: Sequence[_Named]
) -> Iterator[tuple[_Named, frozenset[str]]]:
    """Each with their evidence, and what tells of a public role for the other of «Liv og Odd»."""
    starting = {span.start: person for person in people for span in person.mentions}
    ending = {span.end: person for person in people for span in person.mentions}
    for person in people:
        evidence = person.evidence
        for span in person.mentions:
            after = starting.get(span.end + len(_AND)) if text.startswith(_AND, span.end) else None
            before = ending.get(span.start - len(_AND))
            if before is not None and text.endswith(_AND, 0, span.start):
                evidence |= before.evidence & FOR
            if after is not None:
                evidence |= after.evidence & FOR
        yield person, evidence


def _surroundings(draft: Draft, span: Span, contact: Sequence[Span]) -> Surroundings:
    block = draft.block_of(span.start)
    sentence = sentence_around(draft, span)
    text = draft.document.text
    return Surroundings(
        before=text[sentence.start : span.start],
        after=text[span.end : sentence.end],
        block_before=text[max(block.span.start, span.start - REACH) : span.start],
        name=text[span.start : span.end].removesuffix("s"),
        in_contact=any(part.overlaps(span) for part in contact),
        next_sentence=text[sentence.end : min(block.span.end, sentence.end + REACH)],
        quoted_next=_is_quoted_next(draft, span),
        after_noun=_is_after_noun(draft, span),
        lead_in=_lead_in(draft, block),
        opens_document=block in draft.document.blocks[:_OPENING_BLOCKS],
        tokens=draft.tokens.char_span(span.start, span.end, alignment_mode="expand"),
    )


def _lead_in(draft: Draft, item: Block) -> str:
    """What leads up to the list that a block is an item of; empty for one that is none.

    For a cell of a table it is the first cell.
    """
    if item.role is Role.TABLE_CELL:
        blocks = [block for block in draft.document.blocks if block.span.start <= item.span.start]
        row = list(takewhile(lambda block: block.role is Role.TABLE_CELL, reversed(blocks)))
        return draft.document.words_of(row[-1])
    if item.role is not Role.LIST_ITEM:
        return ""
    before = takewhile(lambda block: block.span.start < item.span.start, draft.document.blocks)
    others = [block for block in before if block.role is not Role.LIST_ITEM]
    return draft.document.words_of(others[-1])[-_LEAD_IN:] if others else ""


def _is_after_noun(draft: Draft, span: Span) -> bool:
    """Whether a bare noun leads up to a full name, and none for private people: «snekker Kari …».

    Norwegian has titles without an article; a noun for somebody who is not known by it has one.
    """
    tokens = draft.tokens.char_span(span.start, span.end, alignment_mode="expand")
    if tokens is None or tokens.start == 0 or len(tokens) == 1:
        return False
    noun = draft.tokens[tokens.start - 1]
    opener = draft.tokens[tokens.start - 2] if tokens.start > 1 else None
    titles = shipped_titles()
    return (
        noun.pos_ == "NOUN"
        and noun.is_lower
        and "Ind" in noun.morph.get("Definite", [])
        and "Sing" in noun.morph.get("Number", [])
        and noun.text not in titles.relations
        and noun.text not in titles.former
        and (opener is None or opener.pos_ not in ("DET", "NUM"))
    )


def _is_quoted_next(draft: Draft, span: Span) -> bool:
    """Whether «sier hun» follows, and nobody else is named before it."""
    quoted = _QUOTED_NEXT.search(draft.document.text, span.end, span.end + _QUOTE_REACH)
    return quoted is not None and not any(
        entity.kind == "PERSON" and span.end <= entity.span.start < quoted.start()
        for entity in draft.entities
    )


def _is_near(draft: Draft, span: Span, consents: Sequence[Consent]) -> bool:
    """Whether consent is stated in the same block or the next."""
    block = draft.block_of(span.start).span
    following = draft.block_of(min(block.end + 2, len(draft.document.text) - 1)).span
    return any(block.start <= consent.offset < following.end for consent in consents)


def _is_in_table_of_roles(draft: Draft, span: Span, roles: Words) -> bool:
    """Whether the name fills a cell of a table that has a cell with a title alone, as a header."""
    if draft.block_of(span.start).role is not Role.TABLE_CELL:
        return False
    cells = (block for block in draft.document.blocks if block.role is Role.TABLE_CELL)
    return any(draft.document.words_of(cell) in roles for cell in cells)
