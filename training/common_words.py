"""Count the words that are written with small letters in running Norwegian text.

    python -m training.common_words nb.txt.xz nn.txt.xz > src/klartekst/recognizers/common_words.txt

A word is common when it stands often, and more often so than with a capital inside a sentence:
«kiosk» and «storm», but not «Kari». The smaller texts in nynorsk count more, as there are fewer.
"""

from __future__ import annotations

import lzma
import re
import sys
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

_WORD = re.compile(r"[^\W\d_]{2,30}")
_OPENS = re.compile(r"[.!?:–\"«»(-]\W*$|^\W*$")
_FEWEST = 30
_NYNORSK_WEIGHT = 4
_HEADER = """\
# Words in small letters, counted by training/common_words.py in reviews, laws, letters and debates
# (NoReC, NLOD texts from the Storting, Lovdata and NAV): 30 times or more, and more often than
# with a capital. Figures are left out.
"""


def common_words(paths: Iterable[Path]) -> list[str]:
    """The common words of some compressed texts, in alphabetical order."""
    small: Counter[str] = Counter()
    capital: Counter[str] = Counter()
    for path in paths:
        weight = _NYNORSK_WEIGHT if path.name.startswith("nn") else 1
        with lzma.open(path, "rt", encoding="utf-8") as lines:
            for line in lines:
                for word in _WORD.finditer(line):
                    if word.group().islower():
                        small[word.group()] += weight
                    elif word.group().istitle() and not _OPENS.search(
                        line[max(0, word.start() - 4) : word.start()]
                    ):
                        capital[word.group().lower()] += weight
    return sorted(w for w, count in small.items() if count >= _FEWEST and count > capital[w])


if __name__ == "__main__":
    print(_HEADER + "\n".join(common_words(map(Path, sys.argv[1:]))))
