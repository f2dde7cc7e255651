"""What tells something of a person without naming them: an age, an illness, a relative.

The words are data of a rule; the code decides whether they are said of one person or a few. Rules,
target groups and numbers of a statistic are about nobody and stay quiet.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import ClassVar

from klartekst.checks.base import Annotation, Draft
from klartekst.checks.people.contact import is_contact
from klartekst.checks.signals.coarser import coarser
from klartekst.checks.signals.generality import counts_widely, is_statistic
from klartekst.checks.signals.individuals import Individuals, find_individuals
from klartekst.checks.signals.joining import Signal, joined
from klartekst.checks.signals.person_nouns import (
    is_occupation,
    is_person_noun,
    is_rare,
    is_relative,
)
from klartekst.checks.signals.role_holders import befalls, has_speech
from klartekst.checks.signals.stretches import Stretch, find_told
from klartekst.checks.wording.books import PhraseBook
from klartekst.checks.wording.phrase_language import phrase_book, refuse_unknown_slots
from klartekst.checks.wording.phrases import add_slot, is_number
from klartekst.checks.wording.reading import Reading
from klartekst.model import Match, Role

# No age by themselves, «hun er en».
_FEW = frozenset("en ein ei ett eitt to tre fire fem seks sju syv åtte ni ti".split())

add_slot("person", lambda form: is_person_noun(form[0]))
add_slot("slektning", lambda form: is_relative(form[0]))
add_slot("yrke", lambda form: is_occupation(form[0]))
add_slot("aar", lambda form: is_number(form) and len(form[0]) > 1 and form[0] not in _FEW)
add_slot("fag", lambda form: is_rare(form[0]))

_BESIDE = 2  # at most this far from a person: «Ola (41)», «gutten, 14 år,»
_CONTINUES = 2  # how many sentences on people may be meant without being mentioned
_SIGNALS_KEY = "klartekst.signals"  # in Tokens.known
_HITS_KEY = "klartekst.signal_hits"
_PLACES_KEY = "klartekst.signal_places"

_Holds = Callable[[Individuals, "Signal"], bool]


@dataclass(frozen=True, eq=False)  # known in each draft by which it is
class SignalCheck:
    """Finds words that tell something of one person or a few; written as `phrases.py` says.

    `phrases` count when the sentence speaks of an individual, or continues one that does. `beside`
    count right after the words for an individual. `alone` point to somebody by themselves, unless
    the sentence tells a rule. `people` are themselves words for the individual («moren til»).

    Where `only_with` is given, one of its phrases must stand in the sentence too. In a sentence
    with a phrase of `unless`, or overlapping one of `never`, nothing is found. `slots` are lists of
    words that phrases can use. `entity` and `kind` say what the signal is of: to other programs,
    and in the messages of a rule that uses `identifying_mix`. `weight` and `sensitive` say how much
    the signal counts there.
    """

    entity: str
    kind: str
    phrases: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()
    alone: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    only_with: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    never: tuple[str, ...] = ()
    slots: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    weight: int = 1
    sensitive: bool = False
    instead: Mapping[str, str] = field(default_factory=dict)

    needs: ClassVar[frozenset[Annotation]] = frozenset({"tags", "lemmas", "names"})
    fills: ClassVar[frozenset[str]] = frozenset({"suggestion"})

    def __post_init__(self) -> None:
        written = (
            *(self.phrases, self.beside, self.alone, self.people),
            *(self.only_with, self.unless, self.never),
        )
        refuse_unknown_slots((line for lines in written for line in lines), self.slots)

    def find(self, draft: Draft) -> Iterator[Match]:
        """Yield what is said of somebody: one match for each stretch that has signals in it."""
        individuals = find_individuals(draft)
        reading, told = individuals.reading, find_told(draft)
        signals: dict[Stretch, list[Signal]] = {}
        for signal in self.signals(draft, individuals):
            stretch = told.at(signal.start, signal.end)
            if stretch is not None:
                signals.setdefault(stretch, []).append(signal)
        for stretch, found in signals.items():
            start, end = found[0].start, found[-1].end
            within = reading.span(min(start, stretch.start), max(end, stretch.end))
            span = reading.span(start, end)
            better = coarser(draft.document.text[span.start : span.end], self.instead)
            values = {"suggestion": f"«{better}»" if better else ""}
            suggestions = (better,) if better else ()
            yield Match(span, values, suggestions, self.entity, 0.7, within=within)

    def signals(self, draft: Draft, individuals: Individuals) -> tuple[Signal, ...]:
        """The signals of a draft, in order, no two overlapping; looked for once."""
        known = draft.tokens.known.setdefault(_SIGNALS_KEY, {})
        if self not in known:
            known[self] = tuple(self._look(draft, individuals))
        signals: tuple[Signal, ...] = known[self]
        return signals

    def words_in(self, reading: Reading) -> Iterator[int]:
        """The tokens where its phrases begin, before it is known who the people are."""
        for book in (self._alone, self._people, self._beside, self._phrases):
            yield from (start for start, _ in _places(reading, book))

    def hits(self, draft: Draft, individuals: Individuals) -> tuple[Signal, ...]:
        """Where the words of the rule stand, of whomever they are said; looked for once."""
        return tuple(signal for signal, _ in self._hits(draft, individuals))

    def _hits(self, draft: Draft, individuals: Individuals) -> Sequence[tuple[Signal, _Holds]]:
        """Each hit with what must hold for it to be a signal."""
        known = draft.tokens.known.setdefault(_HITS_KEY, {})
        if self not in known:
            known[self] = list(self._look_for_words(draft, individuals))
        hits: Sequence[tuple[Signal, _Holds]] = known[self]
        return hits

    def _look_for_words(
        self, draft: Draft, individuals: Individuals
    ) -> Iterator[tuple[Signal, _Holds]]:
        text = individuals.reading.text
        spoken = [
            (_places(individuals.reading, book), holds)
            for book, holds in (
                (self._alone, self._tells_alone),
                (self._people, self._is_person),
                (self._beside, self._is_beside),
                (self._phrases, self._is_told_of_somebody),
            )
        ]
        if not any(places for places, _ in spoken):
            return
        left_alone = {token for start, end in self._never.find(text) for token in range(start, end)}
        for places, holds in spoken:
            for start, end in places:
                if left_alone.intersection(range(start, end)):
                    continue
                opens = start + (text.forms[start][0] == ",")  # not the comma of «, en bonde»
                signal = Signal(opens, end, individuals.reading.sentence_of[start])
                if self._is_body(draft, individuals, signal):
                    yield signal, holds

    def _look(self, draft: Draft, individuals: Individuals) -> Iterator[Signal]:
        taken: set[int] = set()
        found: list[Signal] = []
        for signal, holds in self._hits(draft, individuals):
            tokens = range(signal.start, signal.end)
            if (
                not taken.intersection(tokens)
                and holds(individuals, signal)
                and not _is_of_many(individuals, signal)
            ):
                found.append(signal)
                taken.update(tokens)
        if found:
            found = sorted(self._in_context(individuals.reading, found), key=_start)
            yield from joined(individuals.reading, found)

    def _in_context(self, reading: Reading, found: Sequence[Signal]) -> Iterator[Signal]:
        """The signals whose sentences have what they must have, and not what they must not."""
        quiet = {reading.sentence_of[start] for start, _ in self._unless.find(reading.text)}
        loud = {reading.sentence_of[start] for start, _ in self._only_with.find(reading.text)}
        for signal in found:
            if signal.sentence not in quiet and (not self.only_with or signal.sentence in loud):
                yield signal

    def _is_body(self, draft: Draft, individuals: Individuals, signal: Signal) -> bool:
        """Whether it stands in the text and not in a contact section."""
        span = individuals.reading.span(signal.start, signal.end)
        if draft.block_of(span.start).role in (Role.CONTACT, Role.METADATA):
            return False
        return not is_contact(draft, span)

    def _tells_alone(self, individuals: Individuals, signal: Signal) -> bool:
        return not individuals.general[signal.sentence] or self._is_told_of_somebody(
            individuals, signal
        )

    def _is_person(self, individuals: Individuals, signal: Signal) -> bool:
        return any(
            mention.start < signal.end and signal.start < mention.end
            for mention in individuals.in_sentence(signal.sentence)
        )

    def _is_beside(self, individuals: Individuals, signal: Signal) -> bool:
        return any(
            0 <= signal.start - mention.end < _BESIDE
            for mention in individuals.in_sentence(signal.sentence)
        )

    def _is_told_of_somebody(self, individuals: Individuals, signal: Signal) -> bool:
        number, reading = signal.sentence, individuals.reading
        people = individuals.in_sentence(number)
        if is_statistic(reading, reading.sentences[number]):
            people = tuple(m for m in people if not (m.new and m.end - m.start == 1))
        if people:
            return True
        roles = (m for m in individuals.mentions[number] if m.role)
        if self.sensitive and any(befalls(individuals, role, signal.start) for role in roles):
            return True
        return self._continues(individuals, number)

    def _continues(self, individuals: Individuals, number: int) -> bool:
        """Whether a sentence without people goes on about those of the sentences before."""
        reading = individuals.reading
        if individuals.general[number] or is_statistic(reading, reading.sentences[number]):
            return False
        if has_speech(individuals, number):
            return False
        block = reading.sentences[number].block
        told = [
            reading.sentences[i].block
            for i in range(max(0, number - _CONTINUES), min(number + 2, len(reading.sentences)))
            if i != number and individuals.in_sentence(i)
        ]
        before = [other for other in told if other < block]
        return any(
            individuals.in_sentence(i) and reading.sentences[i].block == block
            for i in range(max(0, number - _CONTINUES), number)
        ) or bool(before and block in told)

    @cached_property
    def _phrases(self) -> PhraseBook:
        return phrase_book(self.phrases, self.slots)

    @cached_property
    def _beside(self) -> PhraseBook:
        return phrase_book(self.beside, self.slots)

    @cached_property
    def _alone(self) -> PhraseBook:
        return phrase_book(self.alone, self.slots)

    @cached_property
    def _people(self) -> PhraseBook:
        return phrase_book(self.people, self.slots)

    @cached_property
    def _unless(self) -> PhraseBook:
        return phrase_book(self.unless, self.slots)

    @cached_property
    def _only_with(self) -> PhraseBook:
        return phrase_book(self.only_with, self.slots)

    @cached_property
    def _never(self) -> PhraseBook:
        return phrase_book(self.never, self.slots)


def _places(reading: Reading, book: PhraseBook) -> Sequence[tuple[int, int]]:
    """Where the phrases of a book stand; looked for once, by its rule and by `told_around.py`."""
    known: dict[int, tuple[PhraseBook, Sequence[tuple[int, int]]]]
    known = reading.tokens.known.setdefault(_PLACES_KEY, {})
    if id(book) not in known:
        known[id(book)] = book, book.find(reading.text)
    return known[id(book)][1]


def _start(signal: Signal) -> int:
    return signal.start


def _is_of_many(individuals: Individuals, signal: Signal) -> bool:
    """Whether it is said of a number of people in a county, and of nobody by name."""
    sentence = individuals.reading.sentences[signal.sentence]
    return counts_widely(individuals.reading, sentence) and not any(
        mention.named for mention in individuals.in_sentence(signal.sentence)
    )
