"""A list of words and phrases, and finding them in any inflection in one pass over a draft.

A key is words in lower case and in their base form: «foreta en vurdering av». Its first word may
begin in *, «*analyse», «*ing av»: any word that ends so, in any inflection. A single word may end
in *, «tertial*»: any word that begins so.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from klartekst.inflection import Norm, forms

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_SHORTEST_REST = 3  # letters that * must stand for at least
# «Den aktuelle saken» agrees with its noun; one key stands for all.
_AGREEING = {
    **dict.fromkeys(("den", "det", "de", "dei"), "den"),
    **dict.fromkeys(("en", "ei", "et", "ein", "eit"), "en"),
    **dict.fromkeys(("seg", "oss", "meg", "deg", "dere", "dykk"), "seg"),
}


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
        self._forms = forms(norm)
        self._by_first: dict[str, list[tuple[str, ...]]] = {}
        self._key_of: dict[tuple[str, ...], str] = {}
        self._endings: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        self._beginnings: dict[str, str] = {}
        for key in keys:
            if key.startswith("*"):
                ending, *following = key[1:].split()
                self._endings.setdefault(ending, []).append((tuple(following), key))
            elif key.endswith("*"):
                self._beginnings[key[:-1]] = key
            else:
                phrase = tuple(_AGREEING.get(word, word) for word in key.split())
                self._key_of[phrase] = key
                self._by_first.setdefault(phrase[0], []).append(phrase)
        for phrases in self._by_first.values():
            phrases.sort(key=len, reverse=True)

    @cached_property
    def _own(self) -> dict[str, set[str]]:
        """Forms of words of the keys that the shipped table lacks, to these words."""
        own: dict[str, set[str]] = {}
        for word in {word for phrase in self._key_of for word in phrase}:
            if word in self._forms:
                continue
            for paradigm in self._forms.paradigms(word):
                for form in {form for cell in paradigm.cells for form in cell}:
                    own.setdefault(form, set()).add(word)
        return own

    def find(self, doc: Doc) -> Iterator[Hit]:
        """The hits of a text, in order; none begins within another."""
        readings = [self._readings(token) for token in doc]
        free_from = 0
        for at in range(len(readings)):
            if at < free_from:
                continue
            phrase = self._longest(readings, at)
            if phrase:
                hit: Hit | None = Hit(at, at + len(phrase), self._key_of[phrase])
            else:
                hit = self._affixed(doc[at].lower_, readings, at)
            if hit:
                yield hit
                free_from = hit.end

    def _longest(self, readings: list[set[str]], at: int) -> tuple[str, ...] | None:
        best: tuple[str, ...] | None = None
        for word in readings[at]:
            for phrase in self._by_first.get(word, ()):
                if best and len(best) >= len(phrase):
                    break
                if at + len(phrase) <= len(readings) and all(
                    part in readings[at + i] for i, part in enumerate(phrase)
                ):
                    best = phrase
                    break
        return best

    def _readings(self, token: Token) -> set[str]:
        """What a word may be a form of."""
        form = token.lower_
        found = {form, token.lemma_.lower(), _AGREEING.get(form, form)}
        found |= self._forms.lemmas_of(form)
        if form.endswith("s"):
            found |= self._forms.lemmas_of(form[:-1])
        return found | self._own.get(form, set())

    def _affixed(self, form: str, readings: list[set[str]], at: int) -> Hit | None:
        """A key with * whose word stands here, and its other words after it."""
        if not (self._endings or self._beginnings):
            return None
        for cut in range(_SHORTEST_REST, len(form) - 1):
            tail = form[cut:]
            for word in (tail, *self._forms.lemmas_of(tail)) if self._endings else ():
                for following, key in self._endings.get(word, ()):
                    end = at + 1 + len(following)
                    if end <= len(readings) and all(
                        part in readings[at + 1 + i] for i, part in enumerate(following)
                    ):
                        return Hit(at, end, key, form[:cut])
            if form[:cut] in self._beginnings:
                return Hit(at, at + 1, self._beginnings[form[:cut]], tail)
        return None
