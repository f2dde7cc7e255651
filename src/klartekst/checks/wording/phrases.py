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
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

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

K = TypeVar("K")

Form = tuple[str, str]  # a word as it stands and its lemma, both in lower case
Places = Mapping[str, list[int]]


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
    def whole(self) -> Places:
        """Where a word stands, as it is or in any form of the lemma."""
        pairs = ((key, at) for at, form in enumerate(self.forms) for key in dict.fromkeys(form))
        return _places(pairs)

    @cached_property
    def begins(self) -> Places:
        """Where words begin in some letters."""
        return _places((word[:_KEY_LETTERS], at) for at, (word, _) in enumerate(self.forms))

    @cached_property
    def ends(self) -> Places:
        """Where words end in some letters."""
        return _places((word[-_KEY_LETTERS:], at) for at, (word, _) in enumerate(self.forms))

    @cached_property
    def _by_form(self) -> Mapping[Form, list[int]]:
        return _places((form, at) for at, form in enumerate(self.forms))

    @cached_property
    def _by_slot(self) -> dict[str, list[int]]:
        return {}

    @cached_property
    def _letters(self) -> str:
        return " ".join(word for word, _ in self.forms)

    def slot(self, name: str) -> list[int]:
        """Where words stand that fit a slot; looked for once."""
        if name not in self._by_slot:
            fits = SLOTS[name]
            found = [at for form, places in self._by_form.items() if fits(form) for at in places]
            self._by_slot[name] = found
        return self._by_slot[name]

    def holding(self, part: str) -> list[int]:
        """Where words stand that have some letters in them."""
        if part not in self._letters:
            return []
        return [at for form, places in self._by_form.items() if part in form[0] for at in places]


def _places(found: Iterable[tuple[K, int]]) -> dict[K, list[int]]:
    places: dict[K, list[int]] = {}
    for key, at in found:
        places.setdefault(key, []).append(at)
    return places


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
        if word in self.whole or lemma in self.whole:
            return True
        if word.startswith(self.beginnings) or word.endswith(self.endings):
            return True
        if self.inside and any(part in word for part in self.inside):
            return True
        return bool(self.slots) and any(SLOTS[name](form) for name in self.slots)

    @staticmethod
    def joined(parts: Sequence[WordSet]) -> WordSet:
        """All words that may stand in one place or another."""
        return WordSet(
            frozenset[str]().union(*(words.whole for words in parts)),
            tuple(word for words in parts for word in words.beginnings),
            tuple(word for words in parts for word in words.endings),
            tuple(word for words in parts for word in words.inside),
            tuple(name for words in parts for name in words.slots),
        )

    @property
    def is_listed(self) -> bool:
        """Whether all words of it can be looked up by how they are written."""
        return not self.inside and not self.slots

    @property
    def fewest_letters(self) -> int:
        """The length of its shortest word; long words are rare."""
        return min(map(len, (*self.whole, *self.beginnings, *self.endings)), default=0)


@dataclass(frozen=True)
class Phrase:
    """A phrase, spelt out: no word of it may be left out any more. None is a gap."""

    places: tuple[WordSet | None, ...]

    def end_at(self, forms: Sequence[Form], start: int) -> int | None:
        """Where the phrase ends if it begins at `start`, or None."""
        return _end(self.places, forms, start)

    @cached_property
    def anchor(self) -> int:
        """The place whose words are rarest, counted from where the phrase begins.

        Only there is a text asked for the phrase. It lies before any gap; 0 when no place has
        words that can be looked up.
        """
        fixed = self.places[: self.places.index(None)] if None in self.places else self.places
        listed = [
            (place.fewest_letters, at)
            for at, place in enumerate(fixed)
            if place is not None and place.is_listed
        ]
        return max(listed)[1] if listed else 0


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


_Index = Mapping[str, Sequence[tuple[str, Phrase]]]  # by key: what is looked up, and where it is in


@dataclass(frozen=True)
class PhraseBook:
    """Many phrases, indexed by their rarest words so that a text is gone through once."""

    phrases: tuple[Phrase, ...]

    def find(self, text: Text) -> list[tuple[int, int]]:
        """Where phrases stand, as token offsets; the longest at each place, none overlapping."""
        ends: dict[int, int] = {}
        for phrase, at in self._candidates(text):
            end = phrase.end_at(text.forms, at) if at >= 0 else None
            if end is not None:
                ends[at] = max(end, ends.get(at, 0))
        found: list[tuple[int, int]] = []
        for at in sorted(ends):
            if not found or at >= found[-1][1]:
                found.append((at, ends[at]))
        return found

    def _candidates(self, text: Text) -> Iterator[tuple[Phrase, int]]:
        """The phrases whose rarest word stands in the text, and where they would begin."""
        for key in self._whole.keys() & text.whole.keys():
            for _, phrase in self._whole[key]:
                for at in text.whole[key]:
                    yield phrase, at - phrase.anchor
        yield from _written(text, self._begins, text.begins, str.startswith)
        yield from _written(text, self._ends, text.ends, str.endswith)
        for phrase in self._without_key:
            first = _anchor(phrase)
            found = [at for name in first.slots for at in text.slot(name)]
            found += [at for part in first.inside for at in text.holding(part)]
            for at in found:
                yield phrase, at

    @cached_property
    def _whole(self) -> _Index:
        return _index(self.phrases, lambda words: zip(words.whole, words.whole, strict=True))

    @cached_property
    def _begins(self) -> _Index:
        return _index(self.phrases, lambda words: ((w[:_KEY_LETTERS], w) for w in words.beginnings))

    @cached_property
    def _ends(self) -> _Index:
        return _index(self.phrases, lambda words: ((w[-_KEY_LETTERS:], w) for w in words.endings))

    @cached_property
    def _without_key(self) -> list[Phrase]:
        return [phrase for phrase in self.phrases if not _anchor(phrase).is_listed]


def _written(
    text: Text, index: _Index, places: Places, fits: Callable[[str, str], bool]
) -> Iterator[tuple[Phrase, int]]:
    """The phrases whose rarest word begins or ends in the letters that it must."""
    for key in index.keys() & places.keys():
        for letters, phrase in index[key]:
            for at in places[key]:
                if fits(text.forms[at][0], letters):
                    yield phrase, at - phrase.anchor


def _index(
    phrases: Iterable[Phrase], keys: Callable[[WordSet], Iterable[tuple[str, str]]]
) -> _Index:
    index: dict[str, list[tuple[str, Phrase]]] = {}
    for phrase in phrases:
        for key, letters in keys(_anchor(phrase)):
            index.setdefault(key, []).append((letters, phrase))
    return index


def _anchor(phrase: Phrase) -> WordSet:
    words = phrase.places[phrase.anchor]
    if words is None:
        raise ValueError("a phrase does not begin with a gap")
    return words
