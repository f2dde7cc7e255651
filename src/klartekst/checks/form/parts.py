"""The parts that a kind of text should have, and where to tell that one is missing."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from klartekst.checks.base import Draft
from klartekst.dates import FoundDate, find_dates
from klartekst.model import Block, Profile, Role, Span

# Of a draft that nobody has said what it is, parts are only asked for when it is as long as a text.
_ENOUGH_WORDS = 80
_MOST_DATELINE_WORDS = 10
_DATE_LABEL = re.compile(
    r"\W*(?:dato|publisert|oppdatert|sendt|frigis|pressemelding|krisemelding|melding)\b",
    re.IGNORECASE,
)
_PLACE_AND_DATE = re.compile(r"(?:[A-ZÆØÅ][\w-]*(?:\s[\w-]+){0,3},?\s)?(?:den\s)?$")


def is_asked(draft: Draft, profiles: Iterable[Profile]) -> bool:
    """Whether a draft should have the parts of texts of these kinds."""
    if draft.is_crisis and "krisemelding" in profiles:
        return True
    if draft.profile not in profiles:
        return False
    return draft.profile_is_set or len(draft.document.text.split()) >= _ENOUGH_WORDS


def anchor(draft: Draft) -> Span:
    """Where to tell what a draft lacks: at its title, or else at its first words."""
    blocks = [block for block in draft.document.blocks if block.role.is_body]
    titles = [block for block in blocks if block.role is Role.TITLE]
    return (titles or blocks or list(draft.document.blocks))[0].span


def blocks_with(draft: Draft, *roles: Role) -> list[Block]:
    """The blocks with one of some roles, in order."""
    return [block for block in draft.document.blocks if block.role in roles]


def is_question(draft: Draft, block: Block) -> bool:
    """Whether a block is a heading that asks something."""
    return block.role is Role.HEADING and draft.document.words_of(block).endswith("?")


def date_of(draft: Draft) -> FoundDate | None:
    """The date that a draft gives itself: on a line of its own, or at the beginning of the lead."""
    for block in draft.document.blocks:
        if block.role in (Role.COMMENT, Role.METADATA, Role.TITLE):
            continue
        words = draft.document.words_of(block)
        dates = find_dates(words)
        if dates and _is_dateline(block, words, dates[0]):
            return dates[0]
    return None


def _is_dateline(block: Block, words: str, found: FoundDate) -> bool:
    if block.role is Role.LEAD:
        opens = _PLACE_AND_DATE.fullmatch(words[: found.span.start])
        return bool(opens and re.match(r"\s?[:.–-]", words[found.span.end :]))
    if len(words.split()) > _MOST_DATELINE_WORDS:
        return False
    alone = _PLACE_AND_DATE.fullmatch(words[: found.span.start])
    rest = words[found.span.end :].strip(" .")
    return bool((alone and not rest) or _DATE_LABEL.match(words))


def _has_date(draft: Draft) -> bool:
    """Whether a draft is dated, or at least tells a date: many systems date what they publish."""
    return bool(find_dates(draft.document.text))


def _has_questions(draft: Draft) -> bool:
    return any(is_question(draft, block) for block in draft.document.blocks)


# What can be missing as a whole, by the name that a rule file gives it.
PARTS: dict[str, Callable[[Draft], bool]] = {
    "lead": lambda draft: bool(blocks_with(draft, Role.LEAD)),
    "date": _has_date,
    "contact": lambda draft: bool(blocks_with(draft, Role.CONTACT)),
    "quote": lambda draft: bool(draft.quotations),
    "questions": _has_questions,
}
