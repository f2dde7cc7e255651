"""How often words are used in everyday texts and in statutes: `python -m training.word_use DATA`.

Writes `checks/language/measures/word_use_{nb,nn}.tsv`, which the clarity score reads: for each
form its uses per million words in everyday texts (reviews and news) and in statutes. DATA is the
folder that README.md describes. Only counts leave it.
"""

from __future__ import annotations

import lzma
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import Literal

Norm = Literal["nb", "nn"]

# Lines of raw/{nb,nn}.txt, whose sources come one after the other. The oldest statutes in bokmål
# are left out: they are in Danish.
STATUTES: dict[Norm, tuple[int, int]] = {"nb": (100_000, 328_000), "nn": (0, 20_400)}
REVIEWS: dict[Norm, tuple[int, int]] = {"nb": (330_000, 1_275_000), "nn": (20_600, 41_000)}
TREEBANK: dict[Norm, str] = {"nb": "nob", "nn": "nno"}

MOST_COMMON = 10_000
FEWEST_PER_MILLION = 15.0
TARGET = Path(__file__).resolve().parents[1] / "src/klartekst/checks/language/measures"
HEADING = (
    "# word, uses per million words in everyday texts and in statutes; made by training/word_use"
)

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


def main() -> None:
    """Write both files."""
    data = Path(sys.argv[1])
    for norm in TREEBANK:
        lines = list(table(data, norm))
        target = TARGET / f"word_use_{norm}.tsv"
        target.write_text("\n".join((HEADING, *lines, "")), encoding="utf-8")
        print(f"{target.name}: {len(lines)} words, {target.stat().st_size // 1024} kB")


def table(data: Path, norm: Norm) -> Iterator[str]:
    """The rows of a norm, the word that is commonest in everyday texts first.

    Left out are words that are neither among the commonest nor frequent in statutes.
    """
    raw = data / "raw" / f"{norm}.txt.xz"
    statutes = per_million(islice(lines_of(raw), *STATUTES[norm]))
    reviews = per_million(islice(lines_of(raw), *REVIEWS[norm]))
    news = per_million(sentences_of(data / "norne" / f"{TREEBANK[norm]}-train.conllu.xz"))
    everyday = Counter({
        word: (reviews[word] + news[word]) / 2 for word in reviews.keys() | news.keys()
    })  # fmt: skip
    common = {word for word, _ in everyday.most_common(MOST_COMMON)}
    for word in sorted(everyday.keys() | statutes.keys(), key=lambda word: (-everyday[word], word)):
        if word in common or everyday[word] + statutes[word] >= FEWEST_PER_MILLION:
            yield f"{word}\t{everyday[word]:.1f}\t{statutes[word]:.1f}"


def per_million(lines: Iterable[str]) -> Counter[str]:
    """How often each form occurs, in lower case."""
    counts: Counter[str] = Counter()
    for line in lines:
        counts.update(word.lower() for word in _WORD.findall(line))
    total = counts.total()
    return Counter({word: 1e6 * count / total for word, count in counts.items()})  # type: ignore[misc]  # a Counter may hold rates


def lines_of(path: Path) -> Iterator[str]:
    """The lines of a packed file."""
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        yield from lines


def sentences_of(path: Path) -> Iterator[str]:
    """The sentences of a treebank."""
    for line in lines_of(path):
        if line.startswith("# text = "):
            yield line.removeprefix("# text = ")


if __name__ == "__main__":
    main()
