"""The same office, called two things."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar

from klartekst.checks.base import Annotation, Draft
from klartekst.checks.people.surroundings import WORD
from klartekst.checks.people.titles import is_form_of, titles_in, titles_of
from klartekst.model import Match, Span


@dataclass(frozen=True)
class TitlesAlikeCheck:
    """Finds two names for one office.

    Each of `offices` is a list of names for an office that an organisation has one of: two of them
    anywhere in a draft are two names for it. Each of `levels` is a list of titles that one person
    can hardly have several of.
    """

    offices: tuple[tuple[str, ...], ...]
    levels: tuple[tuple[str, ...], ...] = ()

    needs: ClassVar[frozenset[Annotation]] = frozenset({"names"})
    fills: ClassVar[frozenset[str]] = frozenset({"place"})

    def find(self, draft: Draft) -> Iterator[Match]:
        """Yield the first place where another name is used than before."""
        words = [
            (word.group(), Span(*word.span()))
            for word in WORD.finditer(draft.document.text)
            if not self._names.isdisjoint(titles_in(word.group()))
            and draft.block_of(word.start()).role.is_body
        ]
        for names in self.offices:
            yield from _second(draft, names, words)
        for person in draft.people:
            held = [(title.head, title.span) for title in titles_of(draft, person)]
            for names in self.levels:
                yield from _second(draft, names, held)

    @cached_property
    def _names(self) -> frozenset[str]:
        return frozenset(name.lower() for names in self.offices for name in names)


def _second(
    draft: Draft, names: Sequence[str], words: Sequence[tuple[str, Span]]
) -> Iterator[Match]:
    used = [
        (name, span)
        for word, span in words
        if (name := next((name for name in names if is_form_of(word, name)), None))
    ]
    for name, span in used[1:]:
        if name != used[0][0]:
            yield Match(span, {"place": draft.document.place(used[0][1].start).label})
            return
