"""The words of names, for comparing them."""

from __future__ import annotations

import re

# An initial, or a word with its hyphens and apostrophes.
WORD = re.compile(r"(?:[^\W\d_]\.)+|[^\W\d_]+(?:[-'’][^\W\d_]+)*")


def name_words(name: str) -> tuple[str, ...]:
    """The words of a name for comparison: case folded, apostrophes and initials left out."""
    words = (word.casefold().rstrip(".") for word in WORD.findall(name))
    return tuple(nominative(word) for word in words if len(word) > 1)


def nominative(word: str) -> str:
    """The word without the apostrophe of a genitive, or the -s after it."""
    for genitive in ("'s", "’s", "'", "’"):
        word = word.removesuffix(genitive)
    return word
