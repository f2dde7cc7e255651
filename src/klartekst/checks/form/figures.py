"""The numbers of a draft with what they count."""

from __future__ import annotations

import re
from dataclasses import dataclass

from klartekst.checks.base import Draft
from klartekst.dates import find_dates
from klartekst.model import Span
from klartekst.numbers import FoundNumber, find_numbers

_CLOCK = re.compile(
    r"\b(?:kl\.?|klokk[ae]n?)\s?\d{1,2}(?:[.:]\d\d)?(?:\s?(?:[–-]|til|og)\s?\d{1,2}(?:[.:]\d\d)?\b)?"
    r"|\b\d{1,2}[.:]\d\d(?:\s?[–-]\s?\d{1,2}[.:]\d\d)?\b",
    re.IGNORECASE,
)
_WEEKS = re.compile(
    r"\b(?:uke|veke|uka|veka)\s\d{1,2}(?:\s?(?:,|og|til|[–-])\s?\d{1,2}\b)*", re.IGNORECASE
)
_LINK = re.compile(r"https?://\S+|\S+@\S+|\bwww\.\S+|\b[\w.-]+\.no\b(?:/\S*)?")
_NO_NUMBERS = frozenset({"PHONE_NUMBER", "NO_FODSELSNUMMER", "NO_KONTONUMMER", "NO_SAKSNUMMER",
                         "NO_ORGANISASJONSNUMMER", "NO_EIENDOM", "NO_ADDRESS", "NO_DUF", "NO_PASS",
                         "NO_BILSKILT", "IBAN_CODE", "IP_ADDRESS", "DATE_OF_BIRTH"})  # fmt: skip
_UNIT = re.compile(r"\s?%")


@dataclass(frozen=True, slots=True)
class Figure:
    """A number and what it counts; `unit` is the noun's lemma, or empty. `span` holds both."""

    number: FoundNumber
    unit: str
    span: Span


def figures_of(draft: Draft) -> tuple[Figure, ...]:
    """The numbers of a draft, dates, times, telephone numbers and the like left out."""
    text = draft.document.text
    apart = [found.span for found in find_dates(text)]
    apart += [entity.span for entity in draft.entities if entity.kind in _NO_NUMBERS]
    apart += [
        Span(*found.span()) for form in (_CLOCK, _WEEKS, _LINK) for found in form.finditer(text)
    ]
    return tuple(_figure(draft, number) for number in find_numbers(text, apart))


def clock_times(draft: Draft) -> tuple[Span, ...]:
    """Where a draft tells the time of day, in order and apart from its dates."""
    dates = [found.span for found in find_dates(draft.document.text)]
    times = (Span(*found.span()) for found in _CLOCK.finditer(draft.document.text))
    return tuple(time for time in times if not any(time.overlaps(day) for day in dates))


def links(draft: Draft) -> tuple[Span, ...]:
    """The web and mail addresses of a draft, without the full stop of their sentence."""
    found = _LINK.finditer(draft.document.text)
    return tuple(Span(at.start(), at.start() + len(at.group().rstrip(".,;:!?)»"))) for at in found)


def _figure(draft: Draft, number: FoundNumber) -> Figure:
    span = number.span
    percent = _UNIT.match(draft.document.text, span.end)
    if percent:
        return Figure(number, "prosent", Span(span.start, percent.end()))
    words = draft.tokens.char_span(span.start, span.end, alignment_mode="expand")
    if words is None or words.end >= len(draft.tokens):
        return Figure(number, "", span)
    block_end = draft.block_of(span.start).span.end
    for token in draft.tokens[words.end : words.end + 3]:
        if token.idx >= block_end or not (token.is_alpha or "-" in token.text):
            break
        if token.pos_ in ("NOUN", "PROPN") or token.lower_ in ("prosent", "kroner"):
            return Figure(number, token.lemma_.lower(), Span(span.start, token.idx + len(token)))
        if token.pos_ not in ("ADJ", "DET", "NUM"):
            break
    return Figure(number, "", span)
