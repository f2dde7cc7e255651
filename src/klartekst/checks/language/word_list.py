"""A list of words and phrases, and finding them in any inflection in one pass over a draft.

A key is words in lower case and in their base form: «foreta en vurdering av». Its first word may
begin in *, «*analyse», «*ing av»: any word that ends so, in any inflection. A single word may end
in *, «tertial*»: any word that begins so.

A list only looks where one of its keys can begin; `inflected.py` knows where that is.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from operator import eq
from typing import TYPE_CHECKING

from klartekst.checks.language.inflected import Inflected, agreeing, inflected, last_letters
from klartekst.inflection import Norm, forms

if TYPE_CHECKING:
    from klartekst.tokens import Token, Tokens

_Phrase = tuple[str, ...]
_Own = dict[int, set[str]]  # by token, the words of a list that only this list knows it as


@dataclass(frozen=True, slots=True)
class Hit:
    """A key in a text: token offsets, half-open. `rest` is what * stands for."""

    start: int
    end: int
    key: str
    rest: str = ""


class WordList:
    """Keys of one rule. Where several begin at a word, the longest counts."""

    def __init__(self, keys: Iterable[str], norm: Norm) -> None:
        self._norm = norm
        self._by_longest: dict[str, list[tuple[_Phrase, int]]] = {}  # and its place in the key
        self._key_of: dict[_Phrase, str] = {}
        self._endings: dict[str, list[tuple[_Phrase, str]]] = {}
        self._beginnings: dict[str, str] = {}
        for key in keys:
            if key.startswith("*"):
                ending, *following = key[1:].split()
                self._endings.setdefault(ending, []).append((tuple(following), key))
            elif key.endswith("*"):
                self._beginnings[key[:-1]] = key
            else:
                phrase = tuple(map(agreeing, key.split()))
                self._key_of[phrase] = key
                place = max(range(len(phrase)), key=lambda at: len(phrase[at]))
                self._by_longest.setdefault(phrase[place], []).append((phrase, place))

    def find(self, doc: Tokens) -> Iterator[Hit]:
        """The hits of a text, in order; none begins within another."""
        text = inflected(doc, self._norm)
        own = self._own_in(text)
        hits = self._affixed(text, own) | self._whole(text, own)
        free_from = 0
        for at in sorted(hits):
            if at >= free_from and not self._is_noun(doc[at], hits[at]):
                yield hits[at]
                free_from = hits[at].end

    def _is_noun(self, token: Token, hit: Hit) -> bool:
        """Whether a noun only looks like a form of a verb: «fått pålegg», «hente adresser»."""
        if token.pos_ != "NOUN" or hit.end > hit.start + 1 or token.lower_ == hit.key:
            return False
        paradigms = forms(self._norm).paradigms(hit.key)
        return bool(paradigms) and all(
            paradigm.word_class == "V" and "imp" in paradigm.cells_of(token.lower_)
            for paradigm in paradigms
        )

    def _whole(self, text: Inflected, own: _Own) -> dict[int, Hit]:
        """The longest key without * at each word; of two, the one more like what is written."""
        rare = self._by_longest.keys()
        places = [(at, word) for word in rare & text.places.keys() for at in text.places[word]]
        places += [(at, word) for at, words in own.items() for word in words & rare]
        ranked: dict[int, tuple[int, int, str]] = {}
        for at, word in places:
            for phrase, place in self._by_longest[word]:
                start, end = at - place, at - place + len(phrase)
                if start >= 0 and _follow(phrase, text, own, start):
                    alike = sum(map(eq, phrase, text.words[start:end]))
                    rank = (end, alike, self._key_of[phrase])
                    ranked[start] = max(rank, ranked.get(start, rank))
        return {start: Hit(start, end, key) for start, (end, _, key) in ranked.items()}

    def _affixed(self, text: Inflected, own: _Own) -> dict[int, Hit]:
        """The key with * at each word; of several, the one whose beginning is shortest."""
        found = [*self._ending(text, own), *self._beginning(text)]
        hits: dict[int, Hit] = {}
        for _, hit in sorted(found, key=lambda pair: pair[0]):
            hits.setdefault(hit.start, hit)
        return hits

    def _ending(self, text: Inflected, own: _Own) -> Iterator[tuple[int, Hit]]:
        for letters in self._by_last_letters.keys() & text.last_letters:
            for ending, keys in self._by_last_letters[letters]:
                for at, rest in text.ending_in(ending):
                    for following, key in keys:
                        if _follow(following, text, own, at + 1):
                            yield len(rest), Hit(at, at + 1 + len(following), key, rest)
                            break

    def _beginning(self, text: Inflected) -> Iterator[tuple[int, Hit]]:
        for beginning, key in self._beginnings.items():
            for at, rest in text.beginning_with(beginning):
                yield len(beginning), Hit(at, at + 1, key, rest)

    def _own_in(self, text: Inflected) -> _Own:
        """The words of a text that are forms of words of the keys that the tables lack."""
        own: _Own = {}
        for word in self._unlisted & text.maybe.keys():
            for at in text.maybe[word]:
                if forms(self._norm).has_form(word, text.words[at]):
                    own.setdefault(at, set()).add(word)
        return own

    @cached_property
    def _unlisted(self) -> frozenset[str]:
        """Words of the keys that the tables lack."""
        table = forms(self._norm)
        return frozenset(word for key in self._key_of for word in key if word not in table)

    @cached_property
    def _by_last_letters(self) -> dict[str, list[tuple[str, list[tuple[_Phrase, str]]]]]:
        """What * may stand before, in all its forms, so that few of them are asked for."""
        found: dict[str, list[tuple[str, list[tuple[_Phrase, str]]]]] = {}
        for ending, keys in self._forms_of_endings().items():
            found.setdefault(last_letters(ending), []).append((ending, keys))
        return found

    def _forms_of_endings(self) -> dict[str, list[tuple[_Phrase, str]]]:
        """What * may stand before, as it stands and then in its other forms."""
        table = forms(self._norm)
        found = {ending: list(keys) for ending, keys in self._endings.items()}
        for ending, keys in self._endings.items():
            for form in table.forms_of(ending) - {ending}:
                found.setdefault(form, []).extend(keys)
        return found


def _follow(words: _Phrase, text: Inflected, own: _Own, at: int) -> bool:
    """Whether some words stand in a row from a place on, each in any form."""
    if at + len(words) > len(text.words):
        return False
    return all(
        word in text.readings[place] or word in own.get(place, ())
        for place, word in enumerate(words, at)
    )
