"""Who the people of a draft are to its sender: may they be named for a public role?

Every person is judged once, from all places where the name stands: a title at the first mention
holds for the surname alone further down.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from klartekst.checks.base import Draft
from klartekst.checks.people.consent import Consent, consents_in
from klartekst.checks.people.contact import contact_spans
from klartekst.checks.people.role_evidence import (
    WEAK_EVIDENCE,
    is_case_object,
    is_told_of,
    private_evidence,
    public_evidence,
    uncertain_evidence,
)
from klartekst.checks.people.surroundings import REACH, Surroundings, sentence_around
from klartekst.model import Role, Span
from klartekst.recognizers.lexicon import Words, shipped_titles, words_of
from klartekst.recognizers.name_words import name_words

_AND = " og "
_QUOTED_NEXT = re.compile(
    r"\b(?:sier|seier|forteller|fortel|mener|meiner|forklarer|forklarar)\s(?:hun|han|ho)\b"
)
_QUOTE_REACH = 400  # how far after a name to look for «sier hun», in code points
_ACHIEVED = frozenset({"noun", "occasion", "performs", "prize"})  # «Kari (19) tok bronse»
_OPENING_BLOCKS = 4  # title, greeting and what may stand before it


class Standing(StrEnum):
    """Whether a person may be named: in a public role, hard to tell, or private."""

    PUBLIC = "public"
    UNCLEAR = "unclear"
    PRIVATE = "private"


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody whom a draft names. `mentions` are in the draft's text, in order.

    `evidence` is an English word for what decided the standing.
    """

    words: tuple[str, ...]
    mentions: tuple[Span, ...]
    standing: Standing
    evidence: str


@dataclass(frozen=True, slots=True)
class _Mention:
    words: tuple[str, ...]
    span: Span


def people_of(draft: Draft, roles: Iterable[str] = ()) -> tuple[Person, ...]:
    """The people of a draft, in the order they are first mentioned.

    `roles` are titles beyond the shipped ones that count as public roles.
    """
    all_roles = shipped_titles().roles | words_of(roles)
    contact = contact_spans(draft)
    mentions = [
        _Mention(name_words(draft.document.text[entity.span.start : entity.span.end]), entity.span)
        for entity in draft.entities
        if entity.kind == "PERSON"
    ]
    consents = tuple(consents_in(draft.document.text))
    people = []
    for group in _grouped(mentions):
        places = [
            replace(
                _surroundings(draft, mention.span, contact),
                roles=all_roles,
                in_table_of_roles=_is_in_table_of_roles(draft, mention.span, all_roles),
                consent_near=_is_near(draft, mention.span, consents),
                agreed=bool(consents),
                all_agreed=any(consent.of_all for consent in consents),
            )
            for mention in group
        ]
        words = max((mention.words for mention in group), key=len)
        standing, evidence = _standing(draft, words, places)
        people.append(Person(words, tuple(m.span for m in group), standing, evidence))
    return tuple(_with_companions(draft, people))


def _grouped(mentions: Sequence[_Mention]) -> list[list[_Mention]]:
    """Mentions of the same person together; a lone name goes to whoever bore it last."""
    groups: list[list[_Mention]] = []
    by_part: dict[str, list[list[_Mention]]] = {}
    for mention in sorted(mentions, key=lambda item: (-len(item.words), item.span)):
        first = mention.words[0] if mention.words else ""
        home = _home(mention, [*by_part.get(first, ()), *by_part.get(first.removesuffix("s"), ())])
        if home is not None:
            home.append(mention)
            continue
        groups.append([mention])
        for part in _parts(mention.words):
            by_part.setdefault(part, []).append(groups[-1])
    for group in groups:
        group.sort(key=lambda mention: mention.span)
    return sorted(groups, key=lambda group: group[0].span)


def _home(mention: _Mention, groups: list[list[_Mention]]) -> list[_Mention] | None:
    # The first mention of a group is its longest: they come in that order.
    fitting = [group for group in groups if _is_part(mention.words, group[0].words)]

    def last_before(group: list[_Mention]) -> Span:
        earlier = [other.span for other in group if other.span < mention.span]
        return max(earlier, default=Span(-1, -1))

    return max(fitting, key=last_before, default=None)


def _is_part(words: tuple[str, ...], whole: tuple[str, ...]) -> bool:
    """Whether all words of a mention, genitive -s aside, are words of the full name."""
    parts = _parts(whole)
    return bool(words) and all(
        word in parts or (word.endswith("s") and word[:-1] in parts) for word in words
    )


def _parts(words: tuple[str, ...]) -> set[str]:
    """The words of a name, and the halves of hyphenated ones."""
    return {part for word in words for part in (word, *word.split("-"))}


def _standing(
    draft: Draft, words: tuple[str, ...], places: Sequence[Surroundings]
) -> tuple[Standing, str]:
    if any(is_case_object(place) for place in places):
        return Standing.PRIVATE, "object"
    if _is_spokesperson(draft, words):
        return Standing.PUBLIC, "brief"
    public = next((e for place in places if (e := public_evidence(place))), "")
    private = next((e for place in places if (e := private_evidence(place))), "")
    if public == "predecessor" and len(words) == 1:
        return Standing.UNCLEAR, public
    if public and not (private and public in WEAK_EVIDENCE):
        return Standing.PUBLIC, public
    if private == "age" and public in _ACHIEVED:
        return Standing.UNCLEAR, public
    return (Standing.PRIVATE, private) if private else _without_role(words, places)


def _without_role(words: tuple[str, ...], places: Sequence[Surroundings]) -> tuple[Standing, str]:
    """The standing of somebody of whom neither a role nor a relation is told."""
    uncertain = next((e for place in places if (e := uncertain_evidence(place))), "")
    if not uncertain and len(words) == 1:
        uncertain = "one name"
    if uncertain:
        return Standing.UNCLEAR, uncertain
    told_of = any(is_told_of(place) for place in places)
    return (Standing.PRIVATE if told_of else Standing.UNCLEAR), "no role"


def _is_spokesperson(draft: Draft, words: tuple[str, ...]) -> bool:
    named = (*draft.brief.spokespeople, *draft.brief.officials) if draft.brief else ()
    return len(words) > 1 and any(_is_part(words, name_words(person.name)) for person in named)


def _with_companions(draft: Draft, people: Sequence[Person]) -> Iterator[Person]:
    """Give the first of «Liv og Odd Stein Bakkevoll», a lone name, the standing of the second."""
    starting_at = {span.start: person for person in people for span in person.mentions}
    text = draft.document.text
    for person in people:
        joined = [
            starting_at[span.end + len(_AND)]
            for span in person.mentions
            if text.startswith(_AND, span.end) and span.end + len(_AND) in starting_at
        ]
        if joined and len(person.words) == 1 and person.standing is Standing.UNCLEAR:
            yield replace(person, standing=joined[0].standing, evidence="companion")
        else:
            yield person


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
        opens_document=block in draft.document.blocks[:_OPENING_BLOCKS],
    )


def _is_after_noun(draft: Draft, span: Span) -> bool:
    """Whether a bare noun leads up to a full name, and none for private people: «snekker Kari …».

    Norwegian has titles without an article; a noun for somebody who is not known by it has one.
    """
    tokens = draft.doc.char_span(span.start, span.end, alignment_mode="expand")
    if tokens is None or tokens.start == 0 or len(tokens) == 1:
        return False
    noun = draft.doc[tokens.start - 1]
    opener = draft.doc[tokens.start - 2] if tokens.start > 1 else None
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
