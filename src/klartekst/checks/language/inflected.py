"""The words of a draft with all that each may be a form of, worked out once for every word list."""

from __future__ import annotations

from collections.abc import Iterable, KeysView, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, TypeVar

from klartekst.inflection import Norm, forms

if TYPE_CHECKING:
    from klartekst.tokens import Tokens

_KEY = "klartekst.inflected"  # in Tokens.known
_REMEMBERED = 1 << 12  # words, from one draft to the next
_SHORTEST_BEGINNING = 3  # letters before an ending that a list asks for
_SHORTEST_ENDING = 2
_KEY_LETTERS = 3  # by which endings are looked up
# «Den aktuelle saken» agrees with its noun; one word stands for all.
_AGREEING = {
    **dict.fromkeys(("den", "det", "de", "dei"), "den"),
    **dict.fromkeys(("en", "ei", "et", "ein", "eit"), "en"),
    **dict.fromkeys(("seg", "oss", "meg", "deg", "dere", "dykk"), "seg"),
}
# Verbs and adjectives look like these, but «der skolen låg før» is no «liggje føre».
_PARTICLES = frozenset("før for fram frem til fra frå".split())

K = TypeVar("K")
V = TypeVar("V")


@dataclass(frozen=True)
class Inflected:
    """The words of a text in lower case, what each may be a form of, and where all that stands."""

    words: Sequence[str]
    readings: Sequence[frozenset[str]]
    norm: Norm

    @cached_property
    def places(self) -> Mapping[str, list[int]]:
        """Where a word stands, in any form."""
        return _places((word, at) for at, found in enumerate(self.readings) for word in found)

    @cached_property
    def maybe(self) -> Mapping[str, list[int]]:
        """Where a compound that the tables lack may stand, in a form other than the known ones.

        `Forms.has_form` has the last word; few lists ask for any of them.
        """
        return _places(
            (word, at) for at, form in enumerate(self.words) for word in _compounds(form, self.norm)
        )

    def beginning_with(self, letters: str) -> Sequence[tuple[int, str]]:
        """Where a word begins in some letters and goes on, and with what."""
        return [
            (at, word[len(letters) :])
            for at, word in self._by_beginning.get(letters[:_SHORTEST_BEGINNING], ())
            if word.startswith(letters) and len(word) - len(letters) >= _SHORTEST_ENDING
        ]

    def ending_in(self, letters: str) -> Sequence[tuple[int, str]]:
        """Where a word ends in some letters, and what stands before them."""
        return [
            (at, word[: -len(letters)])
            for at, word in self._by_ending.get(last_letters(letters), ())
            if word.endswith(letters) and len(word) - len(letters) >= _SHORTEST_BEGINNING
        ]

    @property
    def last_letters(self) -> KeysView[str]:
        """All that words end in, as far as endings are looked up by it."""
        return self._by_ending.keys()

    @cached_property
    def _by_beginning(self) -> Mapping[str, list[tuple[int, str]]]:
        return _places((word[:_SHORTEST_BEGINNING], (at, word)) for at, word in self._long)

    @cached_property
    def _by_ending(self) -> Mapping[str, list[tuple[int, str]]]:
        cuts = range(_SHORTEST_ENDING, _KEY_LETTERS + 1)
        return _places((word[-cut:], (at, word)) for at, word in self._long for cut in cuts)

    @cached_property
    def _long(self) -> Sequence[tuple[int, str]]:
        shortest = _SHORTEST_BEGINNING + _SHORTEST_ENDING
        return [(at, word) for at, word in enumerate(self.words) if len(word) >= shortest]


def inflected(doc: Tokens, norm: Norm) -> Inflected:
    """The words of a text as forms of a norm, made once however many lists ask."""
    made: dict[Norm, Inflected] = doc.known.setdefault(_KEY, {})
    if norm not in made:
        words = [token.lower_ for token in doc]
        lemmas = [token.lemma_.lower() for token in doc]
        found = [_readings(word, lemma, norm) for word, lemma in zip(words, lemmas, strict=True)]
        made[norm] = Inflected(words, found, norm)
    return made[norm]


def last_letters(ending: str) -> str:
    """The letters that an ending is looked up by."""
    return ending[-_KEY_LETTERS:]


def agreeing(word: str) -> str:
    """A small word in the form that stands for all that it may have to agree with."""
    return _AGREEING.get(word, word)


@lru_cache(_REMEMBERED)
def _readings(word: str, lemma: str, norm: Norm) -> frozenset[str]:
    if word in _PARTICLES:
        return frozenset({word})
    table = forms(norm)
    found = table.lemmas_of(word) | {word, lemma, agreeing(word)}
    return found | table.lemmas_of(word[:-1]) if word.endswith("s") else found


@lru_cache(_REMEMBERED)
def _compounds(form: str, norm: Norm) -> tuple[str, ...]:
    """The words that a form may be of when only the tables' knowledge of its ending is used."""
    table = forms(norm)
    found = {
        form[:cut] + lemma for cut in range(1, len(form)) for lemma in table.lemmas_of(form[cut:])
    }
    return tuple(word for word in found if word not in table)


def _places(found: Iterable[tuple[K, V]]) -> dict[K, list[V]]:
    places: dict[K, list[V]] = {}
    for key, at in found:
        places.setdefault(key, []).append(at)
    return places
