"""Which words can stand for each other, which say the contrary, and how common a word is.

The data lies beside, in text files that a person can read and add to.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from klartekst.matching.keys import key_of

_DATA = Path(__file__).with_name("data")
_SHORTEST_PART = 4
_SHORTEST_REST = 3


@dataclass(frozen=True)
class Phrase:
    """Words that mean something together when they stand near each other."""

    keys: frozenset[str]
    group: int


@dataclass(frozen=True)
class Lexicon:
    """The groups of words; a group is a number, an opposition a pair of them."""

    words: Mapping[str, frozenset[int]]
    phrases: Mapping[str, tuple[Phrase, ...]]  # by one of their keys
    opposites: Mapping[int, frozenset[int]]
    dictionary: Mapping[str, frozenset[int]]
    rarity: Mapping[str, float]

    def groups(self, key: str) -> frozenset[int]:
        """The groups of a word, or of nothing."""
        return self.words.get(key, frozenset())


@cache
def lexicon() -> Lexicon:
    """The lexicon that is shipped."""
    words: dict[str, set[int]] = defaultdict(set)
    phrases: dict[str, list[Phrase]] = defaultdict(list)
    opposites: dict[int, set[int]] = defaultdict(set)
    number = 0
    for line in _lines("synonyms.txt"):
        _add(line.split(","), number, words, phrases)
        number += 1
    for line in _lines("opposites.txt"):
        one, other = line.split("|")
        _add(one.split(","), number, words, phrases)
        _add(other.split(","), number + 1, words, phrases)
        opposites[number].add(number + 1)
        opposites[number + 1].add(number)
        number += 2
    dictionary: dict[str, set[int]] = defaultdict(set)
    for number, line in enumerate(_lines("dictionary.txt")):
        for word in line.split():
            dictionary[key_of(word)].add(number)
    return Lexicon(
        words={key: frozenset(groups) for key, groups in words.items()},
        phrases={key: tuple(found) for key, found in phrases.items()},
        opposites={group: frozenset(others) for group, others in opposites.items()},
        dictionary={key: frozenset(groups) for key, groups in dictionary.items()},
        rarity=dict(_rarities()),
    )


@lru_cache(maxsize=1 << 12)
def parts_of(key: str) -> tuple[str, ...]:
    """The known words that a compound begins and ends with; none for a known word."""
    known = lexicon().words
    if key in known or len(key) < _SHORTEST_PART + _SHORTEST_REST:
        return ()
    cuts = range(_SHORTEST_PART, len(key) - _SHORTEST_REST + 1)
    first = next((key[:cut] for cut in reversed(cuts) if key[:cut] in known), None)
    cuts = range(_SHORTEST_REST, len(key) - _SHORTEST_PART + 1)
    last = next((key[cut:] for cut in cuts if key[cut:] in known), None)
    return tuple(part for part in (first, last) if part)


def rarity_of(key: str) -> float:
    """0 for the commonest words of the language, 1 for rare ones."""
    return lexicon().rarity.get(key, 1.0)


def _add(
    entries: Iterable[str],
    group: int,
    words: dict[str, set[int]],
    phrases: dict[str, list[Phrase]],
) -> None:
    for entry in entries:
        keys = [key_of(word) for word in entry.split()]
        if len(keys) == 1:
            words[keys[0]].add(group)
        elif keys:
            phrases[_rarest(keys)].append(Phrase(frozenset(keys), group))


def _rarest(keys: Sequence[str]) -> str:
    return max(keys, key=len)


def _lines(name: str) -> Iterator[str]:
    for line in (_DATA / name).read_text(encoding="utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            yield line


def _rarities() -> Iterator[tuple[str, float]]:
    for line in _lines("rarity.txt"):
        rarity, keys = line.split(maxsplit=1)
        for key in keys.split():
            yield key, float(rarity)
