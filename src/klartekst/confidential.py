"""Which stretches of a draft must not be repeated in any report."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from klartekst.model import Match, Rule, Span

_NAME_PART = re.compile(r"[^\W\d_]{2,}")


def confidential_spans(text: str, matches: Iterable[tuple[Rule, Match]]) -> tuple[Span, ...]:
    """What the confidential rules found in `text`, and each name among it wherever it stands.

    In order, those that overlap made one: each part of a secret would show letters of its own. A
    surname that no rule found the second time is as much a secret as the first time.
    """
    found = [match for rule, match in matches if rule.category.confidential]
    people = (match.span for match in found if match.entity == "PERSON")
    return tuple(_joined((*(match.place for match in found), *_repeated(text, people))))


def _repeated(text: str, people: Iterable[Span]) -> Iterator[Span]:
    words = {
        word
        for span in people
        for word in _NAME_PART.findall(text[span.start : span.end])
        if word[0].isupper()
    }
    if not words:
        return
    bare = {word.removesuffix("s") for word in words if len(word) > 4}
    anywhere = "|".join(map(re.escape, sorted(words | bare, key=len, reverse=True)))
    for found in re.finditer(rf"\b(?:{anywhere})s?\b", text):
        yield Span(*found.span())


def _joined(spans: Iterable[Span]) -> list[Span]:
    """The spans in order, with those that overlap made one."""
    joined: list[Span] = []
    for span in sorted(spans):
        if joined and span.start < joined[-1].end:
            joined[-1] = Span(joined[-1].start, max(joined[-1].end, span.end))
        else:
            joined.append(span)
    return joined
