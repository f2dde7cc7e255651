"""How familiar the words of a text are, and how much they sound like a statute.

Both are looked up in counts of how often words are used in everyday texts (reviews and news) and
in Norwegian statutes, bokmål and nynorsk, which `training/word_use.py` made. A word is looked up
in both written norms: short drafts are easily taken for the other one.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import islice
from pathlib import Path

_FOLDER = Path(__file__).parent
# Added to both rates, so that a word seen a few times proves little.
_PRIOR = 5.0
_MOST_REGISTER = 5.0
# As many everyday words per norm as training/word_use.py keeps for being common.
_COMMON = 10_000


@dataclass(frozen=True)
class Vocabulary:
    """What is known of words in lower case, for each norm: the two rates as the file has them."""

    rows: tuple[Mapping[str, str], ...]
    common: frozenset[str]

    def __post_init__(self) -> None:
        # Half of any text is words that stood in the text before.
        object.__setattr__(self, "register", lru_cache(1 << 12)(self.register))

    def is_rare(self, word: str) -> bool:
        """Whether a word is not among the 10,000 forms that everyday texts use most."""
        return word not in self.common

    def register(self, word: str) -> float:
        """How much more a word is at home in statutes than in everyday texts: a log₂ ratio.

        Between -5 and 5; 0 for a word that both use alike, or that neither knows.
        """
        everyday, statutes = self._rates(word)
        ratio = math.log2((statutes + _PRIOR) / (everyday + _PRIOR))
        return max(-_MOST_REGISTER, min(_MOST_REGISTER, ratio))

    def _rates(self, word: str) -> tuple[float, float]:
        """Uses per million words, each from the norm that uses the word most."""
        known = [row.split("\t") for words in self.rows if (row := words.get(word))]
        everyday = max((float(rate) for rate, _ in known), default=0.0)
        return everyday, max((float(rate) for _, rate in known), default=0.0)


@cache
def vocabulary() -> Vocabulary:
    """The words of both norms; read once."""
    rows: list[Mapping[str, str]] = []
    common: set[str] = set()
    for norm in ("nb", "nn"):
        lines = (_FOLDER / f"word_use_{norm}.tsv").read_text(encoding="utf-8").splitlines()[1:]
        words = dict(line.split("\t", maxsplit=1) for line in lines)
        rows.append(words)
        common.update(islice(words, _COMMON))
    return Vocabulary(tuple(rows), frozenset(common))
