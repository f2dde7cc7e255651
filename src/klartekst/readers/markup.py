"""The words of a block of HTML in a Markdown text, in place."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from klartekst.document import Reading
from klartekst.model import Role, Span

_TAG = re.compile(
    r"<!--(?P<comment>.*?)(?:-->|\Z)|</?(?P<name>[a-zA-Z][\w-]*)(?:\s[^<>]*|/)?>|<[!?/][^<>]*>"
    r"|(?P<entity>&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});)",
    re.DOTALL,
)
# Tags that stand inside a line of words; all others part blocks.
_INLINE = frozenset(
    "a abbr b bdi bdo cite code del dfn em font i ins kbd mark q s samp small span strike strong "
    "sub sup time tt u var".split()
)
_Block = tuple[Role, list[Span | Reading]]


def html_blocks(source: str, start: int, end: int) -> Iterator[_Block]:
    """The role and ranges of each piece of text, and of each comment, between two offsets."""
    ranges: list[Span | Reading] = []
    position = start
    for found in _TAG.finditer(source, start, end):
        if position < found.start():
            ranges.append(Span(position, found.start()))
        position = found.end()
        if found["entity"] is not None:
            ranges.append(Reading(Span(*found.span()), html.unescape(found["entity"])))
            continue
        if (found["name"] or "").lower() not in _INLINE:
            yield Role.PARAGRAPH, ranges
            ranges = []
        if found["comment"] is not None:
            yield Role.COMMENT, [Span(*found.span("comment"))]
    if position < end:
        ranges.append(Span(position, end))
    yield Role.PARAGRAPH, ranges
