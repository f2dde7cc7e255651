"""How a text reads, in numbers: counts, how sentences are built, which words are chosen.

What rules already find is not looked for again: passives and officialese are counted from what
their rules found in the draft, chosen or not. Rules leave quotations alone, so these two are rates
of the words outside them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from statistics import fmean
from typing import TYPE_CHECKING, Literal

from klartekst.checks.base import Draft
from klartekst.checks.language.front_weight import words_before_verb
from klartekst.checks.language.measures.clarity import clarity, costs
from klartekst.checks.language.measures.counting import count
from klartekst.checks.language.measures.syntax import (
    depth_of_subordination,
    is_nominalisation,
)
from klartekst.checks.language.measures.vocabulary import vocabulary
from klartekst.checks.wording.words import own_words
from klartekst.model import ClarityPart, Measures, Span
from klartekst.scales import SCALES

if TYPE_CHECKING:
    from klartekst.tokens import TokenSpan

Counted = Literal["passives", "officialese"]

# The rules that find what is counted per 100 words, by their ids.
COUNTED_RULES: Mapping[Counted, frozenset[str]] = {
    "passives": frozenset({"klarsprak/passiv"}),
    "officialese": frozenset({
        "klarsprak/innpakket-verb",
        "klarsprak/kanselliord",
        "klarsprak/omstendelig",
        "klarsprak/tung-nominalisering",
        "klarsprak/tunge-ord",
    }),
}  # fmt: skip


def measure(draft: Draft, found: Mapping[Counted, Sequence[Span]]) -> Measures | None:
    """The measures of a draft's running text, or None when it has no sentence.

    `found` has what the COUNTED_RULES found in the draft.
    """
    counts = count(draft)
    if counts is None:
        return None
    unquoted = unquoted_words(draft)
    tokens = [token for sentence in draft.sentences for token in sentence if token.is_alpha]
    familiar = [token.lower_ for token in tokens if token.pos_ != "PROPN"]
    known = vocabulary()

    def per_hundred(number: int, words: int = counts.words) -> float:
        return 100 * number / words if words else 0.0

    values: dict[ClarityPart, float] = {
        "long_sentences": counts.sentence_around_a_word,
        "long_words": counts.long_words_pct,
        "rare_words": per_hundred(sum(map(known.is_rare, familiar))),
        "passives": per_hundred(number_of(draft, found["passives"]), unquoted),
        "nominalisations": per_hundred(sum(map(is_nominalisation, tokens))),
        "officialese": per_hundred(number_of(draft, found["officialese"]), unquoted),
        "register": fmean([known.register(word) for word in familiar]) if familiar else 0.0,
        "late_verbs": _mean(lambda sentence: len(words_before_verb(sentence)), draft.sentences),
        "nesting": _mean(depth_of_subordination, draft.sentences),
    }
    lost = costs(values)
    readership = (draft.brief.readership if draft.brief else None) or "innbyggere"
    return Measures(
        words=counts.words,
        sentences=len(counts.sentences),
        lix=round(counts.lix, 1),
        rix=round(counts.rix, 1),
        words_per_sentence=round(counts.words_per_sentence, 1),
        spread=round(counts.spread, 1),
        long_words_pct=round(counts.long_words_pct, 1),
        rare_words_pct=round(values["rare_words"], 1),
        passive_pct=round(values["passives"], 1),
        nominalisation_pct=round(values["nominalisations"], 1),
        officialese_pct=round(values["officialese"], 1),
        register=round(values["register"], 2),
        words_before_verb=round(values["late_verbs"], 1),
        subordination=round(values["nesting"], 2),
        clarity=clarity(lost),
        level=SCALES[readership].level_of_clarity(clarity(lost)),
        readership=readership,
        costs=lost,
    )


def number_of(draft: Draft, spans: Sequence[Span]) -> int:
    """How many places of the running text some spans mark; those that overlap are one place."""
    number = end = 0
    for span in sorted(spans):
        if span.start >= end and draft.block_of(span.start).role.is_running_text:
            number += 1
        end = max(end, span.end)
    return number


def unquoted_words(draft: Draft) -> int:
    """How many words of the running text nobody is quoted for: those that rules speak of."""
    return sum(len(own_words(draft, sentence)) for sentence in draft.sentences)


def _mean(measured: Callable[[TokenSpan], int], sentences: Sequence[TokenSpan]) -> float:
    # A list, since fmean counts what has no length with a generator of its own.
    return fmean([measured(sentence) for sentence in sentences])
