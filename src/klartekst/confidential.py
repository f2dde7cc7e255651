"""Which stretches of a draft must not be repeated in any report."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from klartekst.model import Match, Rule, Span

_NAME_PART = re.compile(r"[^\W\d_]{2,}")


@dataclass(frozen=True, slots=True)
class Secrets:
    """What is secret in a draft: its spans there, and what finds the same words elsewhere."""

    spans: tuple[Span, ...] = ()
    words: re.Pattern[str] | None = None


def secrets_of(text: str, matches: Sequence[tuple[Rule, Match]]) -> Secrets:
    """What the confidential rules found in `text`."""
    return Secrets(confidential_spans(text, matches), _confidential_words(text, matches))


def confidential_spans(text: str, matches: Iterable[tuple[Rule, Match]]) -> tuple[Span, ...]:
    """What the confidential rules found in `text`, and each name among it wherever it stands.

    In order, those that overlap made one: each part of a secret would show letters of its own. A
    surname that no rule found the second time is as much a secret as the first time.
    """
    found = [match for rule, match in matches if rule.category.confidential]
    people = (match.span for match in found if match.entity == "PERSON")
    return tuple(_joined((*(match.place for match in found), *_repeated(text, people))))


def _confidential_words(text: str, matches: Iterable[tuple[Rule, Match]]) -> re.Pattern[str] | None:
    """What finds the words of the same secrets in a text that is not the draft, or None.

    A message of a brief may hold a name or a number too, parted by other spaces and signs.
    """
    found = [match for rule, match in matches if rule.category.confidential]
    told = {text[match.span.start : match.span.end] for match in found}
    people = (match.span for match in found if match.entity == "PERSON")
    said = {tuple(filter(str.isalnum, words)) for words in told | _name_words(text, people)}
    ways = [r"[\W_]*".join(signs) for signs in sorted(said, key=len, reverse=True) if signs]
    if not ways:
        return None
    return re.compile(rf"\b(?:{'|'.join(ways)})(?:'?s)?\b", re.IGNORECASE)


def _name_words(text: str, people: Iterable[Span]) -> set[str]:
    return {
        word
        for span in people
        for word in _NAME_PART.findall(text[span.start : span.end])
        if word[0].isupper()
    }


def _repeated(text: str, people: Iterable[Span]) -> Iterator[Span]:
    words = _name_words(text, people)
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
