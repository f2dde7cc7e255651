"""Words that many readers do not know, each with a plain explanation."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import ClassVar

from klartekst.checks.base import Annotation, Draft
from klartekst.checks.language.fitting import fit
from klartekst.checks.language.left_alone import may_touch, untouchable
from klartekst.checks.language.replace import WordLists, best, norm_of
from klartekst.checks.language.word_list import Hit
from klartekst.checks.wording.words import span_between
from klartekst.inflection import Norm, forms
from klartekst.model import Match, Readership, Role, Span

_MEANS = r"altså|det vil (?:si|seie)|dvs\.?|det er|som er|som betyr|som tyder|som vil (?:si|seie)"
_IS = "betyr|tyder|vil seie|vil si|handler om|handlar om|går ut på|kalles|blir kalt"
_EXPLAINS_AFTER = re.compile(
    rf"\s*(?:\(|[,–—-]\s*(?:{_MEANS}|som inneb|eller|en|et|ei|ein|eit)\b|\s*(?:{_IS})\b"
    r"|\s*er (?:en|et|ei|ein|eit|når|at|det|dei|pengar|penger)\b)",
    re.IGNORECASE,
)
_EXPLAINS_BEFORE = re.compile(
    r"(?:\((?:[^()]{0,30}\s)?|(?:kalles|kalt|kalla|såkalt|såkalla|blir kalt|vert kalla|heter"
    r"|heiter|altså|på fagspråk|som vi kaller|som vi kallar)\s+(?:en |et |ei |ein |eit )?)[«\"]?$",
    re.IGNORECASE,
)
_EXPLAINS_NEXT = re.compile(
    r"[^.!?]{0,160}[.!?]\s+(?:Det|Dette) "
    r"(?:betyr|vil seie|vil si|tyder|inneb|er når|er en|er et|er ein|er eit)"
)
_SAYS = frozenset("sier seier uttaler uttalar opplyser forteller fortel melder skriver".split())


@dataclass(frozen=True)
class TermCheck:
    """Finds the keys of `terms`, in any inflection, at their first mention, and explains them.

    A term that the draft itself explains («dagmulkt, altså en bot for hver dag») is left alone
    throughout, and so are the titles of people, and everything when the readers are not among
    `readers`; without a brief they are residents. The title is read apart from the text, so that
    both have a first mention. Keys of `often` are ordinary words that only tire in numbers: found
    at their third mention.
    `words` has suggestions for some of the terms. With `every`, all mentions are found.
    """

    terms: Mapping[str, str]
    words: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    exceptions: tuple[str, ...] = ()
    often: tuple[str, ...] = ()
    readers: tuple[Readership, ...] = ("innbyggere", "journalister")
    every: bool = False
    norm: Norm | None = None

    needs: ClassVar[frozenset[Annotation]] = frozenset({"tags", "lemmas", "parse"})
    fills: ClassVar[frozenset[str]] = frozenset({"explanation"})

    def find(self, draft: Draft) -> Iterator[Match]:
        """Yield the terms that the draft leaves unexplained."""
        readership = (draft.brief.readership if draft.brief else None) or "innbyggere"
        if readership not in self.readers:
            return
        norm = self.norm or norm_of(draft)
        terms, exceptions = self._lists[norm]
        hits = list(terms.find(draft.tokens))
        if not hits:
            return
        spared = {
            token for hit in exceptions.find(draft.tokens) for token in range(hit.start, hit.end)
        }
        explained = {hit.key + hit.rest for hit in hits if is_explained(draft, _span(draft, hit))}
        titles = untouchable(draft)
        mentions: dict[tuple[str, bool], int] = {}
        for hit in hits:
            span = _span(draft, hit)
            if (
                hit.key + hit.rest in explained
                or hit.start in spared
                or _is_title(draft, hit)
                or not may_touch(draft, span, titles)
            ):
                continue
            place = (hit.key + hit.rest, draft.block_of(span.start).role is Role.TITLE)
            mentions[place] = mentions.get(place, 0) + 1
            if self.every or mentions[place] == (3 if hit.key in self.often else 1):
                suggestions = fit(
                    tuple(self.words.get(hit.key, ())), draft.tokens, hit, forms(norm)
                )
                yield Match(span, {"explanation": self.terms[hit.key]}, best(suggestions))

    @cached_property
    def _lists(self) -> WordLists:
        return WordLists(self.terms, self.exceptions)


def _is_title(draft: Draft, hit: Hit) -> bool:
    """Whether it is what somebody is called at work: «uttaler virksomhetsleder Ottar Grønn»."""
    doc = draft.tokens
    return (hit.end < len(doc) and doc[hit.end].ent_type_ == "PER") or (
        hit.start > 0 and doc[hit.start - 1].lower_ in _SAYS
    )


def _span(draft: Draft, hit: Hit) -> Span:
    return span_between(draft.tokens[hit.start], draft.tokens[hit.end - 1])


def is_explained(draft: Draft, span: Span) -> bool:
    """Whether the words around a term tell what it is."""
    text = draft.document.text
    block = draft.block_of(span.start).span
    before, after = text[block.start : span.start], text[span.end : block.end]
    return bool(
        _EXPLAINS_AFTER.match(after)
        or _EXPLAINS_BEFORE.search(before)
        or _EXPLAINS_NEXT.match(after)
    )
