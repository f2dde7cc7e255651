"""What can be said in place of a signal, so that it fits many: «en ungdom» for «14 år»."""

from __future__ import annotations

import re
from collections.abc import Mapping

from klartekst.numbers import NUMBER_WORDS

_DIGITS = re.compile(r"(?<!\d)\d{1,3}(?!\d)")
_ANY = ""  # the key of what fits whatever the words are


def coarser(words: str, instead: Mapping[str, str]) -> str | None:
    """The words of `instead` that fit: keys are the least number that they are for, or empty."""
    number = _number_in(words)
    fitting = [key for key in instead if key != _ANY and number is not None and int(key) <= number]
    key = max(fitting, key=int, default=_ANY)
    return instead.get(key)


def _number_in(words: str) -> int | None:
    """The first number, in digits or letters; «fjortenåringen» has one too."""
    digits = _DIGITS.search(words)
    if digits:
        return int(digits.group())
    for word in words.lower().split():
        for number_word in (word, word.split("åring")[0]):
            if number_word in NUMBER_WORDS:
                return NUMBER_WORDS[number_word]
    return None
