"""Confidential words in the addresses and file names of items, made unreadable.

The name that a report covers in a title stands in the address too: «/nyheter/kari-nordmann-klager».
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from urllib.parse import quote, unquote

from klartekst.masking import mask
from klartekst.recognizers.lexicon import common_words, listed_names

_WORD = re.compile(r"[^\W_]+")
_LETTERS = re.compile(r"[^\W\d_]+")
_PLAIN = re.compile(r"[a-z0-9]+")
_SHORTEST = 3  # letters of a word that tells something when it stands alone
_BETWEEN = r"(?:%20|[\W_])+"
_IDENTITY_NUMBER = re.compile(r"(?<!\d)\d{6}(?:%20|[\W_])?\d{5}(?!\d)")
# How addresses spell the letters that they cannot have.
_SPELT = {"å": ("aa", "a"), "ø": ("oe", "o"), "æ": ("ae", "a"), "é": ("e",), "ö": ("o",)}

Cover = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Secret:
    """What must not be read in an address: words in a row, each alone too if they are a name."""

    words: tuple[str, ...]
    is_name: bool


def secret_of(text: str, *, is_name: bool) -> Secret:
    """The words of a confidential stretch of an item."""
    words = _WORD.findall(text)
    if is_name:  # «Kari Nordmanns» is «kari-nordmann» in an address
        words = [word.removesuffix("s") if len(word) > _SHORTEST + 1 else word for word in words]
    return Secret(tuple(words), is_name)


def cover_for(secrets: Iterable[Secret], text: str) -> Cover:
    """A function that makes the secrets of an item unreadable in its address, key or error.

    `text` is the item's own. A first name and surname that stand side by side in an address are
    covered too, unless the text has them: there it was settled whether they may be known.
    """
    secrets = tuple(secrets)
    known = set(_WORD.findall(text.casefold()))

    def cover(address: str) -> str:
        patterns = (
            *_patterns(secrets, address),
            _IDENTITY_NUMBER,
            *_patterns(_names_in(address, known), address),
        )
        for pattern in patterns:
            address = pattern.sub(lambda found: mask(unquote(found.group())), address)
        return address

    return cover


def _names_in(address: str, known: set[str]) -> Iterator[Secret]:
    words = [word.casefold() for word in _LETTERS.findall(address)]
    for given, surname in pairwise(words):
        if not {given, surname} <= known and _are_a_name(given, surname):
            yield Secret((given, surname), is_name=False)


def _are_a_name(given: str, surname: str) -> bool:
    """«Ola Hansen», «Kari Berg» and «Kari Xyzvik», but not «per uke»."""
    if given not in listed_names("given_names"):
        return False
    is_listed, is_word = surname in listed_names("surnames"), surname in common_words()
    if given in common_words():
        return is_listed and not is_word
    return is_listed or not is_word


def _patterns(secrets: Iterable[Secret], address: str) -> list[re.Pattern[str]]:
    """Those of secrets that may stand in an address, the longest first: a whole name is one."""
    rows: set[tuple[str, ...]] = set()
    for secret in secrets:
        rows.add(secret.words)
        if secret.is_name:
            rows.update((word,) for word in secret.words)
    folded = address.casefold()
    telling = [row for row in rows if sum(map(len, row)) >= _SHORTEST and _may_stand(row, folded)]
    return [_pattern(row) for row in sorted(telling, key=lambda row: (-len(row), row))]


def _may_stand(words: Sequence[str], folded: str) -> bool:
    """Whether the letters of some words that are spelt in one way only are in an address.

    A pattern is dear to make, and most secrets stand in no address.
    """
    return all(run in folded for word in words for run in _PLAIN.findall(word.casefold()))


def _pattern(words: Sequence[str]) -> re.Pattern[str]:
    row = _BETWEEN.join("".join(map(_spelling, word.casefold())) for word in words)
    # Before a letter there may be the end of one that is written as %C3%A5.
    return re.compile(rf"(?:(?<![^\W_])|(?<=%20)){row}s?(?![^\W_])", re.IGNORECASE)


def _spelling(letter: str) -> str:
    forms = (letter, quote(letter), quote(letter.upper()), *_SPELT.get(letter, ()))
    different = dict.fromkeys(forms)
    return (
        re.escape(letter) if len(different) == 1 else f"(?:{'|'.join(map(re.escape, different))})"
    )
