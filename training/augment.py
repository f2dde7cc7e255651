"""Rewrites of treebank sentences: other names, capitals, lower case, quotes, decomposed letters.

Every function takes a sentence and returns a new one; annotation stays aligned because words are
replaced one for one. Place names are never swapped: that cost precision when it was tried.
"""

from __future__ import annotations

import random
import unicodedata

from training import names
from training.conllu import BREAK, Sentence

TITLES = frozenset("dr. prof. adv. St. kapt. lic. mr. Mr. Dr. Prof.".split())


def person_spans(sentence: Sentence) -> list[tuple[int, int]]:
    """Token spans of persons, end exclusive."""
    spans = []
    index = 0
    while index < len(sentence):
        if sentence.ents[index] == "B-PER":
            end = index + 1
            while end < len(sentence) and sentence.ents[end] == "I-PER":
                end += 1
            spans.append((index, end))
            index = end
        else:
            index += 1
    return spans


def _same_shape(old: str, new: str, *, genitive: bool) -> str:
    """The new name with the genitive ending and the capitals of the old one."""
    if genitive and old.endswith("s"):
        new = new if new[-1] in "sxz" else new + "s"
    return new.upper() if len(old) > 2 and old.isupper() and old.isalpha() else new


def swap_names(sentence: Sentence, rng: random.Random, which: str | None = None) -> Sentence:
    """The sentence with every person renamed (by names of one kind if ``which`` says so).

    A word that comes back in the sentence gets the same new name again.
    """
    result = sentence.copy()
    known: dict[str, str] = {}
    for start, end in person_spans(sentence):
        words = sentence.words[start:end]
        if not all(word[0].isalpha() for word in words):
            continue
        plain = [index for index in range(start, end) if sentence.pos[index] == "PROPN"]
        fresh = names.full_name(rng, min(len(plain), 4), which) if plain else []
        for index, new in zip(plain, fresh, strict=False):
            old = sentence.words[index]
            if len(old) == 2 and old[1] == ".":
                continue
            genitive = "Case=Gen" in sentence.morphs[index]
            name = known.setdefault(old, _same_shape(old, new, genitive=genitive))
            result.words[index] = name
            if sentence.lemmas[index] == old:
                result.lemmas[index] = name
            elif old.startswith(sentence.lemmas[index]):
                result.lemmas[index] = name.removesuffix(old[len(sentence.lemmas[index]) :])
    return result


def capitals(sentence: Sentence) -> Sentence:
    """The sentence in capitals, as some headlines are; lemmas stay."""
    result = sentence.copy()
    result.words = [word.upper() for word in sentence.words]
    return result


def lower_names(sentence: Sentence) -> Sentence:
    """The sentence with its person names in lower case."""
    result = sentence.copy()
    for start, end in person_spans(sentence):
        for index in range(start, end):
            result.words[index] = sentence.words[index].lower()
    return result


def straight_quotes(sentence: Sentence) -> Sentence:
    """The sentence with straight or curly quotes for guillemets."""
    result = sentence.copy()
    result.words = [{"«": '"', "»": '"'}.get(word, word) for word in sentence.words]
    return result


def other_dash(sentence: Sentence) -> Sentence:
    """A reply's opening hyphen as a dash, and a dash as a hyphen."""
    result = sentence.copy()
    swap = {"-": "–", "–": "-"}
    result.words = [swap.get(word, word) for word in sentence.words]
    return result


def decomposed(sentence: Sentence) -> Sentence:
    """The sentence with å and accents as two code points, as macOS pastes them."""
    result = sentence.copy()
    result.words = [unicodedata.normalize("NFD", word) for word in sentence.words]
    return result


def without_stop(sentence: Sentence) -> Sentence:
    """The sentence without its closing full stop, like a list item; then a break follows."""
    last = len(sentence) - 1
    if sentence.words[last] != "." or last < 2 or last in sentence.heads:
        return sentence
    result = sentence.copy()
    for column in ("words", "spaces", "lemmas", "pos", "tags", "morphs", "heads", "deps", "ents"):
        getattr(result, column).pop()
    result.spaces[-1] = True
    result.break_after = BREAK
    return result


def surface(sentence: Sentence, rng: random.Random, rate: float = 1.0) -> Sentence:
    """Now and then one or more of the surface rewrites."""
    if rng.random() < (0.04 if len(sentence) <= 12 else 0.02) * rate:
        sentence = capitals(sentence)
    if rng.random() < 0.02 * rate:
        sentence = lower_names(sentence)
    if rng.random() < 0.35 * rate:
        sentence = straight_quotes(sentence)
    if rng.random() < 0.35 * rate:
        sentence = other_dash(sentence)
    if rng.random() < 0.03 * rate:
        sentence = decomposed(sentence)
    if rng.random() < 0.05 * rate:
        sentence = without_stop(sentence)
    return sentence
