"""Words and phrases that have a better one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar

from klartekst.checks.base import Annotation, Draft
from klartekst.checks.language.fitting import Fitted, fit
from klartekst.checks.language.left_alone import may_touch, untouchable
from klartekst.checks.language.word_list import WordList
from klartekst.checks.wording.words import span_between
from klartekst.inflection import Norm, forms
from klartekst.model import Match


@dataclass(frozen=True)
class ReplaceCheck:
    """Finds the keys of `words`, in any inflection, and suggests their values.

    Keys are written as `word_list.py` says. A suggestion is given in the inflection of what it
    replaces, or marked as a base form. Within a phrase of `exceptions` nothing is found, nor in
    quotations, names and the titles of laws. Words are inflected in `norm`, or as the draft is.
    """

    words: Mapping[str, tuple[str, ...]]
    exceptions: tuple[str, ...] = ()
    norm: Norm | None = None

    needs: ClassVar[frozenset[Annotation]] = frozenset({"tags", "lemmas", "parse"})
    fills: ClassVar[frozenset[str]] = frozenset({"suggestion"})

    def find(self, draft: Draft) -> Iterator[Match]:
        """Yield each word or phrase that stands in the body and outside quotations."""
        norm = self.norm or norm_of(draft)
        words, exceptions = self._lists[norm]
        hits = list(words.find(draft.tokens))
        if not hits:
            return
        spared = {
            token for hit in exceptions.find(draft.tokens) for token in range(hit.start, hit.end)
        }
        titles = untouchable(draft)
        for hit in hits:
            span = span_between(draft.tokens[hit.start], draft.tokens[hit.end - 1])
            if hit.start in spared or not may_touch(draft, span, titles):
                continue
            fitted = fit(tuple(self.words[hit.key]), draft.tokens, hit, forms(norm))
            yield Match(span, {"suggestion": listed(fitted)}, best(fitted))

    @cached_property
    def _lists(self) -> WordLists:
        return WordLists(self.words, self.exceptions)


class WordLists(dict[Norm, tuple[WordList, WordList]]):
    """The lists of a rule by norm, made when a draft in that norm is read."""

    def __init__(self, words: Mapping[str, object], exceptions: tuple[str, ...]) -> None:
        super().__init__()
        self._words, self._exceptions = words, exceptions

    def __missing__(self, norm: Norm) -> tuple[WordList, WordList]:
        self[norm] = WordList(self._words, norm), WordList(self._exceptions, norm)
        return self[norm]


def norm_of(draft: Draft) -> Norm:
    """The written norm of a draft; bokmål for what is neither."""
    return "nn" if draft.document.language == "nn" else "nb"


def listed(fitted: tuple[Fitted, ...]) -> str:
    """Suggestions for a message: «setje i gang» (grunnform) eller «starte» (grunnform)."""
    return " eller ".join(
        f"«{one.words}»" + (" (grunnform)" if one.is_base else "") for one in fitted
    )


def best(fitted: tuple[Fitted, ...]) -> tuple[str, ...]:
    """The suggestions that can be put in as they are, or else the base forms."""
    ready = tuple(one.words for one in fitted if not one.is_base)
    return ready or tuple(one.words for one in fitted)
