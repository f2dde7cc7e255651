"""What language rules must not touch: quotations, names, and the titles of laws."""

from __future__ import annotations

import re

from klartekst.checks.base import Draft
from klartekst.model import Span

_LAW_TITLE = re.compile(
    r"\b(?:[Ll]ov(?:en|a)?|[Ff]orskrift(?:en|a)?)"
    r"(?: \d{1,2}\. ?\w+ \d{4})?(?: nr\.? ?\d+)? om (?:lov om )?[^.,;:()!?\n]{3,70}?"
    r"(?= (?:sier|seier|gir|gjev|har|er|skal|kan|må|krever|krev|gjelder|gjeld|trer|trår|slår"
    r"|ble|blei|vart|blir|vert|åpner|opnar|stiller|regulerer|legger|legg|fra|frå|fastsetter|§)\b"
    r"| ?[.,;:()!?§\n]|$)"
)
_KEY = "klartekst.titles_of_laws"  # in Tokens.known
_NAMED = frozenset({"PER", "ORG", "GPE_LOC", "GPE_ORG", "LOC", "PROD", "EVT"})


def untouchable(draft: Draft) -> tuple[Span, ...]:
    """Where the titles of laws stand, looked for once however many rules ask."""
    known: dict[str, tuple[Span, ...]] = draft.tokens.known
    if _KEY not in known:
        found = _LAW_TITLE.finditer(draft.document.text)
        known[_KEY] = tuple(Span(*title.span()) for title in found)
    return known[_KEY]


def may_touch(draft: Draft, span: Span, titles: tuple[Span, ...]) -> bool:
    """Whether a language rule may speak of some words: text of our own that is no name."""
    return (
        draft.block_of(span.start).role.is_body
        and not draft.is_quoted(span)
        and not any(title.overlaps(span) for title in titles)
        and not _is_in_name(draft, span)
    )


def _is_in_name(draft: Draft, span: Span) -> bool:
    """Whether the words are written with a capital amid a sentence, as a name is."""
    tokens = draft.tokens.char_span(span.start, span.end, alignment_mode="expand")
    if tokens is None:
        return False
    first = tokens[0]
    at_start = first.is_sent_start or span.start == draft.block_of(span.start).span.start
    if not at_start and first.i > 0:
        at_start = not any(character.isalnum() for character in first.nbor(-1).text)
    return (
        first.is_title
        and not at_start
        and first.ent_type_ in _NAMED | {""}
        and (first.pos_ == "PROPN" or first.ent_type_ in _NAMED)
    )
