"""Which stretches of a draft must not be repeated in any report."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from klartekst.model import Match, Rule, Span

_ONE_I = str.maketrans("İı", "ii")
_NAME_PART = re.compile(r"[^\W\d_]{2,}")


@dataclass(frozen=True, slots=True)
class Secrets:
    """What is secret in a draft: its spans there, and the letters and digits of its words."""

    spans: tuple[Span, ...] = ()
    words: frozenset[str] = frozenset()

    def words_in(self, text: str) -> re.Pattern[str] | None:
        """What finds the same words in a text that is not the draft, None where they are not.

        A message of a brief may hold a name or a number too, parted by other spaces and signs.
        """
        # Such a pattern is dear to make, and most texts hold no secret.
        bare = _folded("".join(filter(str.isalnum, text)))
        there = [words for words in self.words if _folded(words) in bare]
        if not there:
            return None
        ways = [r"[\W_]*".join(words) for words in sorted(there, key=len, reverse=True)]
        return re.compile(rf"\b(?:{'|'.join(ways)})(?:'?s)?\b", re.IGNORECASE)


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


def _folded(words: str) -> str:
    """As a pattern that ignores case takes them, which knows one i of the four."""
    return words.translate(_ONE_I).casefold()


def _confidential_words(text: str, matches: Iterable[tuple[Rule, Match]]) -> frozenset[str]:
    """The letters and digits of all that is secret, and of each name in it."""
    found = [match for rule, match in matches if rule.category.confidential]
    told = {text[match.span.start : match.span.end] for match in found}
    people = (match.span for match in found if match.entity == "PERSON")
    said = {"".join(filter(str.isalnum, words)) for words in told | _name_words(text, people)}
    return frozenset(said - {""})


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
