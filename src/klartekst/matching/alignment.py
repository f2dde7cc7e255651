"""How near each word of a message is to each word of a draft, 0 to 1.

The same word is 1, one of its family (søke, søknad) nearly so; then words of one group of synonyms,
then parts of compounds, and last what the pipeline's vectors say of any two words.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from klartekst.matching.lexicon import lexicon
from klartekst.matching.texts import Text
from klartekst.matching.words import Word

SAME, FAMILY, SYNONYM, HEAD, ENTRY, PART_SYNONYM, MODIFIER = 1.0, 0.92, 0.8, 0.75, 0.65, 0.5, 0.6
_NEAREST_VECTOR = 0.6  # what vectors alone can make of two words
_NO_VECTOR_BELOW = 0.35
_SHORTEST_FAMILY = 4
_SHORTEST_SHARED = 4
_VAGUE = 0.6  # what is left of a likeness to a word that says little by itself
_LIGHT = 0.3


@dataclass(frozen=True, eq=False)
class Alignment:
    """Rows are the words of a message, columns those of a draft."""

    by_word: np.ndarray  # by form, family, group and part
    by_vector: np.ndarray  # the same, and by vectors
    opposed: np.ndarray  # whether the two say the contrary


class Index:
    """The words of a draft by all that they can be found by."""

    def __init__(self, draft: Text) -> None:
        self.draft = draft
        self._keys: dict[str, list[int]] = defaultdict(list)
        self._families: dict[str, list[int]] = defaultdict(list)
        self._parts: dict[str, list[int]] = defaultdict(list)
        self._heads: dict[str, list[int]] = defaultdict(list)
        self._groups: dict[int, list[int]] = defaultdict(list)
        self._part_groups: dict[int, list[int]] = defaultdict(list)
        self._entries: dict[int, list[int]] = defaultdict(list)
        for column, word in enumerate(draft.words):
            for key in word.keys:
                self._keys[key].append(column)
            for family in word.families:
                self._families[family].append(column)
            for part in word.parts:
                self._parts[part].append(column)
            for head in word.heads:
                self._heads[head].append(column)
            for group in word.groups:
                self._groups[group].append(column)
            for group in word.part_groups:
                self._part_groups[group].append(column)
            for entry in word.entries:
                self._entries[entry].append(column)
        self._light = np.array([word.weight < _LIGHT for word in draft.words], dtype=bool)
        self._in_phrase = np.array([bool(word.phrase_groups) for word in draft.words], dtype=bool)
        self._unit = unit(draft.vectors)

    def align(self, message: Text) -> Alignment:
        """Each word of a message against each of the draft."""
        shape = (len(message.words), len(self.draft.words))
        by_word = np.zeros(shape, dtype=np.float32)
        opposed = np.zeros(shape, dtype=bool)
        for row, word in enumerate(message.words):
            self._fill(by_word[row], word)
            self._oppose(opposed[row], word)
        opposed &= (by_word < FAMILY) | self._in_phrase[None, :]
        cosines = unit(message.vectors) @ self._unit.T
        near = np.clip((cosines - _NO_VECTOR_BELOW) / (1 - _NO_VECTOR_BELOW), 0, 1)
        near = near * _NEAREST_VECTOR
        for row, word in enumerate(message.words):
            if word.is_number or word.is_name:  # all numbers and all names are near each other
                near[row] = 0
        dampened = np.where(self._light[None, :], np.float32(_VAGUE), np.float32(1))
        by_word = np.where(by_word >= FAMILY, by_word, by_word * dampened)
        return Alignment(by_word, np.maximum(by_word, near * dampened), opposed)

    def _fill(self, row: np.ndarray, word: Word) -> None:
        families = [each for each in word.families if len(each) >= _SHORTEST_FAMILY]
        begun = [key for key in self._keys if any(_begins(key, own) for own in word.keys)]
        ended = [key for key in self._keys if any(_ends(key, own) for own in word.keys)]
        for wanted, columns, value in (
            (word.part_groups, self._groups, PART_SYNONYM),
            (word.groups, self._part_groups, PART_SYNONYM),
            (word.parts, self._parts, PART_SYNONYM),
            (word.entries, self._entries, ENTRY),
            (word.keys, self._parts, MODIFIER),
            (word.parts, self._keys, MODIFIER),
            (begun, self._keys, MODIFIER),
            (word.keys, self._heads, HEAD),
            (word.heads, self._keys, HEAD),
            (ended, self._keys, HEAD),
            (word.groups, self._groups, SYNONYM),
            (families, self._families, FAMILY),
            (word.keys, self._keys, SAME),
        ):
            _raise(row, wanted, columns, value)

    def _oppose(self, row: np.ndarray, word: Word) -> None:
        opposites = lexicon().opposites
        for group in word.groups:
            for other in opposites.get(group, ()):
                for column in self._groups.get(other, ()):
                    row[column] = True


def _raise(
    row: np.ndarray, wanted: Iterable[Any], columns: Mapping[Any, list[int]], value: float
) -> None:
    """Let each of the columns that something wanted is in have at least a value."""
    for each in wanted:
        for column in columns.get(each, ()):
            row[column] = max(row[column], value)


def unit(vectors: np.ndarray) -> np.ndarray:
    """Rows of length one; rows of zeros stay so."""
    norms = np.linalg.norm(vectors, axis=1, keepdims=True)
    return np.asarray(vectors / np.where(norms == 0, 1, norms), dtype=np.float32)


def _begins(one: str, other: str) -> bool:
    """Whether one begins the other, as what tells more about a compound does."""
    return (one.startswith(other) or other.startswith(one)) and _is_part(one, other)


def _ends(one: str, other: str) -> bool:
    """Whether one ends the other, as what a compound is a kind of does."""
    return (one.endswith(other) or other.endswith(one)) and _is_part(one, other)


def _is_part(one: str, other: str) -> bool:
    shorter, longer = sorted((len(one), len(other)))
    return shorter >= _SHORTEST_SHARED and longer > shorter + 1
