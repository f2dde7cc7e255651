"""Nouns for people, and other small words that tell of whom a text speaks.

The words are data in `person_nouns.toml`.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from functools import cache, lru_cache
from pathlib import Path
from typing import Literal

from klartekst.checks.wording.phrase_language import word_set
from klartekst.checks.wording.phrases import WordSet
from klartekst.recognizers.lexicon import shipped_titles

# «moren», «gutten», «ansatte» (only after «den»), «søsknene», «ordføreren», or none of these.
Kind = Literal["relative", "definite", "adjective", "group", "role", ""]

_SHORTEST_STEM = 3
_REMEMBERED = 1 << 12  # words, from one draft to the next

# Lists that the dictionary words of `heads` are inflected into, and how.
_FORMS = ("indefinite", "definite", "plural")
_ENDINGS_OF = {
    "mann": (("mannen",), ("menn", "mennene", "mennane")),
    "barn": (("barnet",), ("barn", "barna", "borna")),
    "er": (("en",), ("e", "ne")),
    "ar": (("en",), ("ar", "ane")),
    "e": (("en", "a"), ("er", "ar", "ene", "ane")),
    "": (("en", "a", "et"), ("er", "ar", "ene", "ane")),
}
_ENDINGS = ("ene", "ane", "en", "et", "er", "ar", "a", "n", "e")


@cache
def words_for(name: str) -> frozenset[str]:
    """A list of the data file, as it stands."""
    return _lists()[name]


@cache
def _lists() -> dict[str, frozenset[str]]:
    path = Path(__file__).with_suffix(".toml")
    written: dict[str, str] = tomllib.loads(path.read_text(encoding="utf-8"))
    return {name: frozenset(words.split()) for name, words in written.items()}


@lru_cache(_REMEMBERED)
def is_listed(word: str, name: str) -> bool:
    """Whether a word in lower case is in a list, where * stands for any letters."""
    return (word, word) in _word_set(name)


@cache
def _word_set(name: str) -> WordSet:
    return word_set(words_for(name) | _inflected(name))


def _inflected(name: str) -> frozenset[str]:
    """The forms of the dictionary words that belong in a list."""
    if name not in _FORMS:
        return frozenset()
    return frozenset(form for head in words_for("heads") for form in _forms(head, name))


def _forms(head: str, name: str) -> Iterator[str]:
    """How a noun is inflected: «lærer», «læreren», «lærere»; «kone», «kona», «koner»."""
    if name == "indefinite":
        yield head
        return
    for ending, forms in _ENDINGS_OF.items():
        if head.endswith(ending):
            stem = head.removesuffix(ending) if ending not in ("er", "ar") else head
            for form in forms[_FORMS.index(name) - 1]:
                yield stem + form
            return


@lru_cache(_REMEMBERED)
def noun_kind(word: str) -> Kind:
    """What sort of definite noun a word in lower case is, in the genitive too."""
    kind = _plain_noun_kind(word)
    return _plain_noun_kind(word[:-1]) if not kind and word.endswith("s") else kind


def _plain_noun_kind(word: str) -> Kind:
    if word in words_for("not_people"):
        return ""
    if is_listed(word, "relatives"):
        return "relative"
    if word in words_for("after_den"):
        return "adjective"
    if is_listed(word, "small_groups"):
        return "group"
    if is_listed(word, "definite"):
        return "definite"
    could_be_role = word == "rektor" or word.endswith(("en", "a"))
    return "role" if could_be_role and word in shipped_titles().roles else ""


@lru_cache(_REMEMBERED)
def is_person_noun(word: str) -> bool:
    """Whether a word in lower case is a noun for people: «elev», «jordmor», «hundreåringen»."""
    titles = shipped_titles()
    known = noun_kind(word) or is_listed(word, "indefinite") or is_listed(word, "plural")
    return bool(known or word in titles.staff or word in titles.relations)


@lru_cache(_REMEMBERED)
def is_occupation(word: str) -> bool:
    """Whether a word in lower case is what somebody works as, or «ansatt»."""
    titles = shipped_titles()
    known = word in titles.roles or word in titles.staff
    return known or word in words_for("occupations")


@lru_cache(_REMEMBERED)
def may_be_somebody(word: str) -> bool:
    """Whether a word in lower case can mean somebody in any surroundings; most words cannot.

    It saves asking the surroundings of every word of a draft.
    """
    small = ("pronouns", "that_one", "one_of_them", "only")
    nouns = ("one_relative", "indefinite", "plural")
    return bool(
        word == "av"  # «en av dem»
        or noun_kind(word)
        or is_occupation(word)
        or any(word in words_for(name) for name in small)
        or any(is_listed(word, name) for name in nouns)
    )


@lru_cache(_REMEMBERED)
def is_rare(word: str) -> bool:
    """Whether a word in lower case is a noun for people that fits few in a place: «jordmor»."""
    known = is_occupation(word) or (is_person_noun(word) and not is_relative(word))
    return known and not is_listed(word, "common")


@lru_cache(_REMEMBERED)
def is_relative(word: str) -> bool:
    """Whether a word in lower case is one relative: «moren», «svigersonen», «datter», «morens»."""
    forms = (word, word[:-1]) if word.endswith("s") else (word,)
    return any(is_listed(form, name) for form in forms for name in ("relatives", "one_relative"))


def stem(word: str) -> str:
    """A word without its inflection, good enough to know «en elev» again in «eleven»."""
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_STEM:
            return word[: -len(ending)]
    return word
