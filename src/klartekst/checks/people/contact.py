"""Where a draft names people and numbers so that readers can reach the sender."""

from __future__ import annotations

import re
from collections.abc import Iterator

from klartekst.checks.base import Draft
from klartekst.model import Block, Role, Span

_CONTACT_START = re.compile(
    r"\W*(?:(?:presse|media|medie)?kontakt(?:person(?:er|ar)?|info\w*|opplysninger|opplysningar)?\b"
    r"(?!\s(?:med|er|ble|blei|vart|har|mellom|du|oss|lege))"
    r"|(?:for )?(?:mer|meir|ytterligere|ytterlegare) (?:informasjon|opplysninger|opplysningar)\b"
    r"|(?:for )?spørsmål\b(?=[^.?!]{0,60}(?:kontakt|rettes|rettast|ring|:))|kontakt oss|ta kontakt"
    r"|har du spørsmål|pressevakt|medievakt|presse:|avsender|avsendar)",
    re.IGNORECASE,
)
_CLOSING = re.compile(
    r"\b(?:(?:med )?(?:vennlig|vennleg|venleg|beste|god) (?:hilsen|helsing)|hilsen|helsing|mvh"
    r"|beste hilsner)\b"
    r"[\s,.!]*(?=[A-ZÆØÅ]|$)",
    re.IGNORECASE,
)
# What follows is another mail, and its people are not the sender's.
_FORWARDED = re.compile(
    r"-{3,}|\b(?:Fra|Frå|From|Sendt|Sent):|(?:[Oo]pprinnelig|[Oo]pphavleg|[Vv]ideresend)\w* melding"
)
_CONTACT_LINE = re.compile(
    r"\W*(?:telefon|tlf|tel|mobil|mob|e-?post|epost|mail|sms|direkte telefon)\b", re.IGNORECASE
)
_KEY = "klartekst.contact"  # in Tokens.known
_MOST_LINES = 8  # a contact section longer than this is something else
_MOST_WORDS = 40
_TITLE_ROLES = frozenset({Role.TITLE, Role.HEADING})


def contact_spans(draft: Draft) -> tuple[Span, ...]:
    """The contact sections and signatures of a draft, in order; found once however many ask."""
    found: tuple[Span, ...] | None = draft.tokens.known.get(_KEY)
    if found is None:
        found = draft.tokens.known[_KEY] = tuple(_contact_spans(draft))
    return found


def is_contact(draft: Draft, span: Span) -> bool:
    """Whether a span lies in a contact section or a signature, at least in part."""
    return any(part.overlaps(span) for part in contact_spans(draft))


def _contact_spans(draft: Draft) -> Iterator[Span]:
    left = 0  # how many more blocks of the section that we are in
    blocks = draft.document.blocks
    for index, block in enumerate(blocks):
        words = draft.document.words_of(block)
        is_heading = block.role in _TITLE_ROLES
        closing = None if is_heading else _closing_in(words, len(blocks) - index)
        if closing is not None:
            end = _FORWARDED.search(draft.document.text, block.span.start + closing)
            start = block.span.start + closing
            yield Span(start, end.start() if end else blocks[-1].span.end)
            return
        if _opens_section(block, words):
            left = _MOST_LINES
        elif is_heading or len(words.split()) > _MOST_WORDS:
            left = 0
        else:
            left = max(0, left - 1)
        if left or block.role is Role.CONTACT or _CONTACT_LINE.match(words):
            yield block.span


def _opens_section(block: Block, words: str) -> bool:
    opening = _CONTACT_START.match(words)
    return opening is not None and (block.role in _TITLE_ROLES or len(words.split()) <= _MOST_WORDS)


def _closing_in(words: str, blocks_left: int) -> int | None:
    """Where in a block the signature begins, if only a signature follows."""
    if blocks_left > _MOST_LINES:
        return None
    closings = list(_CLOSING.finditer(words))
    if not closings:
        return None
    after = words[closings[-1].end() :]
    return closings[-1].start() if len(after.split()) <= _MOST_WORDS else None
