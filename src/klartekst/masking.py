"""Confidential words made unreadable when a finding is created, so that no report can leak them."""

from __future__ import annotations

import re
from collections.abc import Iterable

from klartekst.model import Span

_WORD = re.compile(r"[^\W\d_]+")
_DIGIT = re.compile(r"\d")
_SHORT_WORD = 3


def mask(text: str) -> str:
    """«Kari Nordmann» -> «Ka… N…», «68 05 12 34» -> «██ ██ ██ ██».

    Every digit is covered. Of the first word at most two letters are left, of the others one, so
    that the writer knows which place is meant and nobody else learns what stood there.
    """
    words = 0

    def cover(found: re.Match[str]) -> str:
        nonlocal words
        words += 1
        word = found.group()
        kept = 2 if words == 1 and len(word) > _SHORT_WORD else 1
        return f"{word[:kept]}…"

    return _WORD.sub(cover, _DIGIT.sub("█", text))


def veiled(text: str, words: re.Pattern[str] | None) -> str:
    """A text that is not the draft, with confidential words of the draft made unreadable."""
    return words.sub(lambda found: mask(found.group()), text) if words else text


def masked(text: str, span: Span, secret: Iterable[Span]) -> str:
    """The words of a span of `text`, with all that is in the spans of `secret` made unreadable."""
    words = ""
    position = span.start
    for hidden in sorted(secret):
        start, end = max(hidden.start, position), min(hidden.end, span.end)
        if start < end:
            words += text[position:start] + mask(text[start:end])
            position = end
    return words + text[position : span.end]
