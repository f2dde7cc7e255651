"""How official words and the parts of compounds sound: `python -m training.official_words DATA`.

Writes `checks/language/official_words.tsv`, which the check of the same name reads: words
that statutes use and everyday texts hardly do, and the first and last parts of compounds, each with
how much more it is at home in statutes (log₂). DATA is the folder that README.md describes. Only
these figures leave it. Takes about a minute.
"""

from __future__ import annotations

import math
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import Literal

from klartekst.checks.language.compounds import splitter, without_joint
from klartekst.inflection import Forms, Norm, forms
from training.word_use import (
    REVIEWS,
    STATUTES,
    TREEBANK,
    lines_of,
    per_million,
    sentences_of,
)

TARGET = Path(__file__).resolve().parents[1] / "src/klartekst/checks/language/official_words.tsv"
HEADING = "# what, word, log₂ of statutes to everyday texts; made by training/official_words"
Kind = Literal["word", "first", "last"]

# Added to both rates, so that a word seen a few times proves little; parts are many words in one.
PRIORS: dict[Kind, float] = {"word": 1.0, "first": 5.0, "last": 5.0}
# What everyday texts may use a word that is listed, per million.
MOST_EVERYDAY = 6.0
LEAST_OF_WORD = 1.5
LEAST_OF_PART = 0.5
_LENGTHS_OF_COMPOUND = range(8, 27)
_SHORTEST_WORD = 6


@dataclass
class Rates:
    """Uses per million words: in everyday texts and in statutes."""

    everyday: dict[str, float] = field(default_factory=lambda: defaultdict(float))
    statutes: dict[str, float] = field(default_factory=lambda: defaultdict(float))


def main() -> None:
    """Count, choose and write."""
    data = Path(sys.argv[1])
    rates = [rates_of(data, norm) for norm in TREEBANK]
    lines = [line for kind in PRIORS for line in rows(kind, [rate[kind] for rate in rates])]
    TARGET.write_text("\n".join((HEADING, *lines, "")), encoding="utf-8")
    print(f"{TARGET.name}: {len(lines)} rows, {TARGET.stat().st_size // 1024} kB")


def rates_of(data: Path, norm: Norm) -> Mapping[Kind, Rates]:
    """The rates of words, and of the first and the last parts of compounds, in one norm."""
    raw = data / "raw" / f"{norm}.txt.xz"
    statutes = per_million(islice(lines_of(raw), *STATUTES[norm]))
    reviews = per_million(islice(lines_of(raw), *REVIEWS[norm]))
    news = per_million(sentences_of(data / "norne" / f"{TREEBANK[norm]}-train.conllu.xz"))
    known = forms(norm)
    found: dict[Kind, Rates] = {"word": Rates(), "first": Rates(), "last": Rates()}
    for form in statutes.keys() | reviews.keys() | news.keys():
        everyday = (reviews[form] + news[form]) / 2
        for kind, word in words_in(form, known):
            found[kind].everyday[word] += everyday
            found[kind].statutes[word] += statutes[form]
    return found


def words_in(form: str, known: Forms) -> Iterator[tuple[Kind, str]]:
    """What a form counts for: the words it may be a form of, and its parts."""
    for word in known.lemmas_of(form):
        yield "word", word
    if len(form) in _LENGTHS_OF_COMPOUND and form.isalpha():
        *before, last = splitter().split(form) or (form,)
        if before:
            yield "first", without_joint(before[-1])
            yield "last", min(known.lemmas_of(last) or {last}, key=lambda word: (len(word), word))


def rows(kind: Kind, rates: Iterable[Rates]) -> Iterator[str]:
    """The rows of a kind in order, each word with the rates of the norm that uses it most."""
    rates = list(rates)
    prior = PRIORS[kind]
    for word in sorted(set().union(*(rate.statutes for rate in rates))):
        everyday = max(rate.everyday.get(word, 0.0) for rate in rates)
        statutes = max(rate.statutes.get(word, 0.0) for rate in rates)
        register = math.log2((statutes + prior) / (everyday + prior))
        if kind == "word":
            is_kept = (
                register >= LEAST_OF_WORD
                and everyday <= MOST_EVERYDAY
                and len(word) >= _SHORTEST_WORD
            )
        else:
            is_kept = abs(register) >= LEAST_OF_PART
        if is_kept:
            yield f"{kind}\t{word}\t{register:.1f}"


if __name__ == "__main__":
    main()
