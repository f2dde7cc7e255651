"""A small language for words and phrases in rule files; `books.py` finds them.

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
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property

GAP = "…"
_GAP_WORDS = 4
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


def is_number(form: Form) -> bool:
    """Whether a word is a number up to 999, in digits or letters."""
    return bool(_NUMBER.fullmatch(form[0])) or form[0] in NUMBER_WORDS


# Slots that take code to recognise; a rule's own slots are lists of words.
SLOTS: dict[str, Callable[[Form], bool]] = {"tall": is_number, "": lambda form: form[0].isalnum()}


def add_slot(name: str, holds: Callable[[Form], bool]) -> None:
    """Let phrases use a slot that takes code to recognise."""
    SLOTS[name] = holds


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

    @property
    def anchor_words(self) -> WordSet:
        """The words that may stand at the anchor."""
        words = self.places[self.anchor]
        if words is None:
            raise ValueError("a phrase does not begin with a gap")
        return words


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
