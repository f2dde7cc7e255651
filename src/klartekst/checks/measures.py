"""How a text reads, in numbers, on the pipeline's sentences.

Headings, tables and the contact block are left out: they are not written in sentences. LIX is
Björnsson's (Läsbarhet, 1968): words per sentence plus the percentage of words with more than six
letters.
"""

from __future__ import annotations

from klartekst.checks.base import Draft
from klartekst.checks.passive import passives_in
from klartekst.checks.words import words_in
from klartekst.model import Level, Measures

LONG_WORD_LETTERS = 7

# Clarity starts at 100 and loses points for what makes a text heavy. The rates are chosen so that
# what an editor calls easy stays above 70, and a text of LIX 50 with some passives falls below 40.
_POINTS_PER_LIX_ABOVE = (2.0, 20.0)
_POINTS_PER_WORD_ABOVE = (1.5, 14.0)
_POINTS_PER_PASSIVE_PCT = 3.0
_EASY_FROM = 70
_MEDIUM_FROM = 40


def measure(draft: Draft) -> Measures | None:
    """The measures of a draft's running text, or None when it has no sentence."""
    sentences = [words_in(sentence) for sentence in draft.sentences]
    sentences = [words for words in sentences if words]
    if not sentences:
        return None
    words = [word for sentence in sentences for word in sentence]
    long_words = sum(_letters(word.text) >= LONG_WORD_LETTERS for word in words)
    passives = sum(1 for sentence in draft.sentences for _ in passives_in(sentence))
    words_per_sentence = len(words) / len(sentences)
    long_words_pct = 100 * long_words / len(words)
    passive_pct = 100 * passives / len(words)
    lix = words_per_sentence + long_words_pct
    clarity = _clarity(lix, words_per_sentence, passive_pct)
    return Measures(
        words=len(words),
        sentences=len(sentences),
        lix=round(lix, 1),
        words_per_sentence=round(words_per_sentence, 1),
        long_words_pct=round(long_words_pct, 1),
        passive_pct=round(passive_pct, 1),
        clarity=clarity,
        level=_level(clarity),
    )


def _clarity(lix: float, words_per_sentence: float, passive_pct: float) -> int:
    rate, free = _POINTS_PER_LIX_ABOVE
    lost = rate * max(0.0, lix - free)
    rate, free = _POINTS_PER_WORD_ABOVE
    lost += rate * max(0.0, words_per_sentence - free)
    lost += _POINTS_PER_PASSIVE_PCT * passive_pct
    return max(0, round(100 - lost))


def _level(clarity: int) -> Level:
    if clarity >= _EASY_FROM:
        return "lett"
    return "middels" if clarity >= _MEDIUM_FROM else "vanskelig"


def _letters(word: str) -> int:
    return sum(character.isalpha() for character in word)
