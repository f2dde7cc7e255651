"""Reads the phrases of a rule file; how they are written is told in `phrases.py`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import product

from klartekst.checks.wording.books import PhraseBook
from klartekst.checks.wording.phrases import GAP, SLOTS, Phrase, WordSet

_SLOT = re.compile(r"\{(\w+)\}")


def phrase_book(
    written: Iterable[str], slots: Mapping[str, tuple[str, ...]] | None = None
) -> PhraseBook:
    """The phrases of a rule file. `slots` are its own lists of words, by name."""
    known: dict[str, WordSet | None] = {GAP: None}
    phrases = []
    for words in (words for line in written for words in _spelt_out(line)):
        for word in words:
            if word not in known:
                known[word] = word_set(word.split("/"), slots)
        phrases.append(Phrase(tuple(known[word] for word in words)))
    return PhraseBook(_single_words_as_one(phrases))


def _single_words_as_one(phrases: Sequence[Phrase]) -> tuple[Phrase, ...]:
    """The same phrases, those of one word joined, so that each word is compared with all at once.

    Words that are looked up in other ways stay apart.
    """
    several = [phrase for phrase in phrases if len(phrase.places) > 1]
    single = [place for phrase in phrases for place in phrase.places if len(phrase.places) == 1]
    words = [place for place in single if place is not None]
    listed = [place for place in words if place.is_listed]
    others = [place for place in words if not place.is_listed]
    joined = [WordSet.joined(parts) for parts in (listed, others) if parts]
    return (*(Phrase((place,)) for place in joined), *several)


def refuse_unknown_slots(
    written: Iterable[str], slots: Mapping[str, tuple[str, ...]] | None = None
) -> None:
    """Raise ValueError for the first slot that is neither the rule's own nor a known one.

    Phrases are only read when a draft needs them; a misspelt slot should show when the rule loads.
    """
    own = slots or {}
    for line in (*written, *(word for words in own.values() for word in words)):
        for name in _SLOT.findall(line):
            if name not in own and name not in SLOTS:
                known = ", ".join(sorted({*own, *SLOTS} - {""}))
                raise ValueError(f"no slot {{{name}}}; known: {known}")


def _spelt_out(line: str) -> Iterator[tuple[str, ...]]:
    """«(svært) syk» as «svært syk» and «syk»."""
    choices = [
        ((word[1:-1],), ()) if re.fullmatch(r"\([^?]+\)", word) else ((word,),)
        for word in line.split()
    ]
    for chosen in product(*choices):
        yield tuple(word for words in chosen for word in words)


def word_set(words: Iterable[str], slots: Mapping[str, tuple[str, ...]] | None = None) -> WordSet:
    """Words as they are written in a rule file, each perhaps with * or a slot in braces."""
    whole, beginnings, endings, inside = set[str](), [], [], []
    names = []
    for word in _filled(words, slots or {}):
        bare = word.strip("*")
        if word == "*":
            names.append("")
        elif word.startswith("{"):
            names.append(word[1:-1])
        elif word.startswith("*") and word.endswith("*") and bare:
            inside.append(bare)
        elif word.endswith("*") and bare:
            beginnings.append(bare)
        elif word.startswith("*") and bare:
            endings.append(bare)
        else:
            whole.add(word)
    return WordSet(frozenset(whole), tuple(beginnings), tuple(endings), tuple(inside), tuple(names))


def _filled(words: Iterable[str], slots: Mapping[str, tuple[str, ...]]) -> Iterator[str]:
    """Words with the rule's own slots put in; a slot may use another."""
    for word in words:
        name = word[1:-1] if word.startswith("{") else ""
        if name in slots:
            yield from _filled(slots[name], slots)
        else:
            yield word
