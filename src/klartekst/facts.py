"""What a person should check before a draft is sent: quotations, numbers, dates, names, links.

The draft is read with the same eyes as the rules have: the speakers of its quotations, its people
with their titles, its dates and numbers. What is confidential is masked, as in every report.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from klartekst.checks import Draft
from klartekst.checks.form.figures import clock_times, figures_of, links
from klartekst.checks.people.surroundings import sentence_around
from klartekst.checks.people.titles import titles_of
from klartekst.checks.roles.quotes import Speaker
from klartekst.dates import find_dates, weekday_name
from klartekst.masking import masked
from klartekst.model import Brief, Checkable, FactSheet, Role, Span

_BODIES = frozenset({"ORG", "GPE_LOC", "GPE_ORG", "LOC", "EVT", "PROD"})
# A time that is no date: a week, a month, a season of a year, a year.
_PERIOD = re.compile(
    r"\b(?:uke|veke)\s\d{1,2}(?:\s?(?:,|og|til|[–-])\s?\d{1,2})*\b"
    r"|\b(?:(?:i|fra|frå|til|siden|sidan|innen|innan|før|etter)\s)?"
    r"(?:januar|februar|mars|april|juni|juli|august|september|oktober|november|desember)\b"
    r"(?:\s(?:19|20)\d\d)?"
    r"|(?<![\w.,/-])(?:19|20)\d\d(?:\s?[–-]\s?(?:19|20)\d\d)?(?![\w,/-]|\.\d|\s?(?:kr|kroner)\b)",
    re.IGNORECASE,
)
_STEM = 4
_YEARS = range(1900, 2100)


@dataclass(frozen=True)
class _Reader:
    """A draft, its words with what is `secret` masked, and what its brief tells of them."""

    draft: Draft
    secret: Sequence[Span]

    def item(self, kind: str, span: Span, about: str = "", source: str = "") -> Checkable:
        place = self.draft.document.place(span.start)
        return Checkable(kind, self.words(span), about, source, (place,))  # type: ignore[arg-type]  # one of FactKind

    def words(self, span: Span) -> str:
        return masked(self.draft.document.text, span, self.secret)

    def sentence(self, span: Span) -> str:
        return self.words(sentence_around(self.draft, span)).strip()

    @property
    def brief(self) -> Brief:
        return self.draft.brief or Brief()

    def source_of(self, words: str, unit: str = "") -> str:
        """Where the brief has a number, date or name from; a number counts the same `unit`."""
        whole = re.compile(rf"(?<!\w){re.escape(words)}(?!\w)", re.IGNORECASE)
        stem = unit[:_STEM]  # «bustader» and «bustadene» are the same unit
        return next(
            (
                fact.source
                for fact in self.brief.facts
                if whole.search(fact.text) and stem in fact.text.lower()
            ),
            "",
        )


def fact_sheet(draft: Draft, secret: Sequence[Span]) -> FactSheet:
    """What is to be checked in a draft; the words of `secret`, in its text, are masked."""
    reader = _Reader(draft, secret)
    kinds: tuple[Callable[[_Reader], Iterator[Checkable]], ...] = (
        _quotes, _numbers, _dates, _people, _bodies, _links, _of_brief,
    )  # fmt: skip
    items = chain.from_iterable(_merged(kind(reader)) for kind in kinds)
    document = draft.document
    return FactSheet(document.name, document.language, draft.profile, tuple(items))


def _merged(items: Iterator[Checkable]) -> list[Checkable]:
    """Each thing once, with all its places."""
    found: dict[str, Checkable] = {}
    for item in items:
        key = item.text.casefold()
        known = found.get(key)
        found[key] = replace(known, places=known.places + item.places) if known else item
    return list(found.values())


def _quotes(reader: _Reader) -> Iterator[Checkable]:
    for quote in reader.draft.quotes:
        said = reader.draft.document.text[quote.span.start : quote.span.end]
        about = _speaker(reader, quote.speaker) if quote.speaker else ""
        span = Span(quote.span.start, quote.span.start + len(said.rstrip(" ,")))
        yield reader.item("quote", span, about, _approval(reader.brief, said))


def _speaker(reader: _Reader, speaker: Speaker) -> str:
    """«ordfører Kari Nordmann», with the title as the draft gives it first."""
    if speaker.person is None:
        return speaker.words
    name = reader.words(max(speaker.person.mentions, key=len))
    title = reader.words(speaker.titles[0].span) if speaker.titles else ""
    return f"{title} {name}".strip() if title else name


def _approval(brief: Brief, said: str) -> str:
    """Who has approved a quotation, by the brief."""
    bare = _bare(said)
    for quote in brief.quotes:
        agreed = _bare(quote.text)
        if quote.approved_by and agreed and bare == agreed:
            return quote.approved_by
    return ""


def _bare(words: str) -> str:
    return " ".join(re.findall(r"\w+", words.casefold()))


def _numbers(reader: _Reader) -> Iterator[Checkable]:
    for figure in figures_of(reader.draft):
        block = reader.draft.block_of(figure.span.start)
        is_year = not figure.unit and figure.number.value in _YEARS
        if not block.role.is_body or block.role is Role.CONTACT or is_year:
            continue
        if figure.number.in_digits or figure.unit:
            number = figure.number.span
            written = reader.draft.document.text[number.start : number.end]
            source = reader.source_of(written, figure.unit) if figure.unit else ""
            yield reader.item("number", figure.span, reader.sentence(figure.span), source)


def _dates(reader: _Reader) -> Iterator[Checkable]:
    text = reader.draft.document.text
    nynorsk = reader.draft.document.language == "nn"
    dates = find_dates(text)
    weekdays = {}
    for found in dates:
        day = found.on_calendar() if found.weekday is None else None
        if day is not None:
            weekdays[found.span] = weekday_name(day.weekday(), nynorsk=nynorsk)
    spans = [found.span for found in dates] + list(clock_times(reader.draft))
    periods = (Span(*period.span()) for period in _PERIOD.finditer(text))
    spans += [period for period in periods if not any(period.overlaps(one) for one in spans)]
    taken = [entity.span for entity in reader.draft.entities if entity.kind != "PERSON"]
    taken += links(reader.draft)
    for span in sorted(spans):
        if not any(span.overlaps(other) for other in taken):
            about = weekdays.get(span, "") or reader.sentence(span)
            yield reader.item("date", span, about, reader.source_of(text[span.start : span.end]))


def _people(reader: _Reader) -> Iterator[Checkable]:
    for person in reader.draft.people:
        longest = max(person.mentions, key=len)
        titles = dict.fromkeys(title.text.casefold() for title in titles_of(reader.draft, person))
        places = tuple(reader.draft.document.place(mention.start) for mention in person.mentions)
        words = reader.words(longest)
        source = reader.source_of(reader.draft.document.text[longest.start : longest.end])
        yield Checkable("person", words, ", ".join(titles), source, places)


def _bodies(reader: _Reader) -> Iterator[Checkable]:
    taken = [mention for person in reader.draft.people for mention in person.mentions]
    taken += [*(entity.span for entity in reader.draft.entities), *links(reader.draft)]
    taken += reader.secret  # a school or a diagnosis that should not be there need not be spelt
    for entity in reader.draft.doc.ents:
        span = Span(entity.start_char, entity.end_char)
        if entity.label_ in _BODIES and not any(span.overlaps(other) for other in taken):
            yield reader.item("body", span)


def _links(reader: _Reader) -> Iterator[Checkable]:
    spans = set(links(reader.draft))
    spans |= {
        entity.span
        for entity in reader.draft.entities
        if entity.kind == "PHONE_NUMBER" and not any(entity.span.overlaps(link) for link in spans)
    }
    for span in sorted(spans):
        yield reader.item("link", span)


def _of_brief(reader: _Reader) -> Iterator[Checkable]:
    for fact in reader.brief.facts:
        yield Checkable("brief", fact.text, "", fact.source)
