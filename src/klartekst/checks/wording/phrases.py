"""A small language for words and phrases in rule files, and finding them in one pass.

A phrase is words in lower case. Each is compared with the form and with the lemma in the text:

    har fått adhd       three words in a row, in any inflection
    er/ble/blei syk     one of several words
    *kreft  demens*     a word that ends, begins, or (*psyk*) goes on at both ends
    (svært) syk         a word that may be left out
    ikke … pasient      up to four words of the same sentence between
    for *               any word at all
    {tall} {land}       a slot: a number, or one of the rule's own lists of words
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

GAP = "…"
_GAP_WORDS = 4
_KEY_LETTERS = 3  # by which words with * are looked up; no word with * has fewer
_NUMBER = re.compile(r"\d{1,3}")
_SENTENCE_ENDS = frozenset(".!?")

NUMBER_WORDS = frozenset(
    "en ein ett eitt to tre fire fem seks sju syv åtte ni ti elleve tolv tretten fjorten femten "
    "seksten sytten atten nitten tjue tyve tretti førti femti seksti sytti åtti nitti "
    "hundre".split()
)
_TENS = "tjue tretti førti femti seksti sytti åtti nitti".split()
_ONES = "en ein to tre fire fem seks sju syv åtte ni".split()
NUMBER_WORDS |= {tens + ones for tens in _TENS for ones in _ONES}  # «sekstifire»

Form = tuple[str, str]  # a word as it stands and its lemma, both in lower case
_Key = tuple[str, str]  # "whole", "begins" or "ends", and letters


def is_number(form: Form) -> bool:
    """Whether a word is a number up to 999, in digits or letters."""
    return bool(_NUMBER.fullmatch(form[0])) or form[0] in NUMBER_WORDS


# Slots that take code to recognise; a rule's own slots are lists of words.
SLOTS: dict[str, Callable[[Form], bool]] = {"tall": is_number, "": lambda form: form[0].isalnum()}


def add_slot(name: str, holds: Callable[[Form], bool]) -> None:
    """Let phrases use a slot that takes code to recognise."""
    SLOTS[name] = holds


@dataclass(frozen=True)
class Text:
    """The words of a text, and where words of each kind stand; made once, used by all phrases."""

    forms: tuple[Form, ...]

    @cached_property
    def places(self) -> dict[_Key, list[int]]:
        """Offsets by whole word, by lemma, and by how words begin and end."""
        places: dict[_Key, list[int]] = {}
        for at, (word, lemma) in enumerate(self.forms):
            keys = [
                ("whole", word),
                ("begins", word[:_KEY_LETTERS]),
                ("ends", word[-_KEY_LETTERS:]),
            ]
            if lemma != word:
                keys.append(("whole", lemma))
            for key in keys:
                places.setdefault(key, []).append(at)
        return places

    @cached_property
    def _by_form(self) -> dict[Form, list[int]]:
        places: dict[Form, list[int]] = {}
        for at, form in enumerate(self.forms):
            places.setdefault(form, []).append(at)
        return places

    @cached_property
    def _by_slot(self) -> dict[str, list[int]]:
        return {}

    def slot(self, name: str) -> list[int]:
        """Where words stand that fit a slot; looked for once."""
        if name not in self._by_slot:
            fits = SLOTS[name]
            found = [at for form, places in self._by_form.items() if fits(form) for at in places]
            self._by_slot[name] = found
        return self._by_slot[name]

    def holding(self, part: str) -> list[int]:
        """Where words stand that have some letters in them."""
        return [at for form, places in self._by_form.items() if part in form[0] for at in places]


@dataclass(frozen=True)
class WordSet:
    """One place of a phrase: the words that may stand there."""

    whole: frozenset[str] = frozenset()
    beginnings: tuple[str, ...] = ()
    endings: tuple[str, ...] = ()
    inside: tuple[str, ...] = ()
    slots: tuple[str, ...] = ()

    def __contains__(self, form: Form) -> bool:
        word, lemma = form
        return (
            word in self.whole
            or lemma in self.whole
            or word.startswith(self.beginnings)
            or word.endswith(self.endings)
            or any(part in word for part in self.inside)
            or any(SLOTS[name](form) for name in self.slots)
        )


@dataclass(frozen=True)
class Phrase:
    """A phrase, spelt out: no word of it may be left out any more. None is a gap."""

    places: tuple[WordSet | None, ...]

    def end_at(self, forms: Sequence[Form], start: int) -> int | None:
        """Where the phrase ends if it begins at `start`, or None."""
        return _end(self.places, forms, start)


def _end(places: tuple[WordSet | None, ...], forms: Sequence[Form], at: int) -> int | None:
    for number, place in enumerate(places):
        if place is None:
            for ahead in range(at, min(at + _GAP_WORDS + 1, len(forms))):
                end = _end(places[number + 1 :], forms, ahead)
                if end is not None:
                    return end
                if forms[ahead][0] in _SENTENCE_ENDS:
                    break
            return None
        if at >= len(forms) or forms[at] not in place:
            return None
        at += 1
    return at


@dataclass(frozen=True)
class PhraseBook:
    """Many phrases, indexed by how they begin so that a text is gone through once."""

    phrases: tuple[Phrase, ...]

    def find(self, text: Text) -> Iterator[tuple[int, int]]:
        """Where phrases stand, as token offsets; the longest at each place, none overlapping."""
        ends: dict[int, int] = {}
        for phrase, at in self._candidates(text):
            end = phrase.end_at(text.forms, at)
            if end is not None:
                ends[at] = max(end, ends.get(at, 0))
        free_from = 0
        for at in sorted(ends):
            if at >= free_from:
                free_from = ends[at]
                yield at, free_from

    def _candidates(self, text: Text) -> Iterator[tuple[Phrase, int]]:
        """The phrases that may begin at a place of the text, by their first word."""
        index = self._index
        for key in index.keys() & text.places.keys():
            for phrase in index[key]:
                for at in text.places[key]:
                    yield phrase, at
        for phrase in self._without_key:
            first = _first(phrase)
            places = [at for name in first.slots for at in text.slot(name)]
            places += [at for part in first.inside for at in text.holding(part)]
            for at in places:
                yield phrase, at

    @cached_property
    def _index(self) -> dict[_Key, list[Phrase]]:
        index: dict[_Key, list[Phrase]] = {}
        for phrase in self.phrases:
            first = _first(phrase)
            keys = [("whole", word) for word in first.whole]
            keys += [("begins", word[:_KEY_LETTERS]) for word in first.beginnings]
            keys += [("ends", word[-_KEY_LETTERS:]) for word in first.endings]
            for key in dict.fromkeys(keys):
                index.setdefault(key, []).append(phrase)
        return index

    @cached_property
    def _without_key(self) -> list[Phrase]:
        return [phrase for phrase in self.phrases if _first(phrase).slots or _first(phrase).inside]


def _first(phrase: Phrase) -> WordSet:
    first = phrase.places[0]
    if first is None:
        raise ValueError("a phrase does not begin with a gap")
    return first
