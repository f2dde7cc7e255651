r"""What long compounds are made of: writes `checks/language/compound_parts.txt`.

Nouns and adjectives of the Norwegian Dependency Treebank (CC0), bokmål and nynorsk in one list, as
far as running text has them often.

    python -m training.compound_parts nob-train.conllu.xz nno-train.conllu.xz \
        --text nb.txt.xz nn.txt.xz
"""

from __future__ import annotations

import argparse
import lzma
import re
from collections import Counter
from pathlib import Path

OUT = Path(__file__).resolve().parents[1] / "src/klartekst/checks/language/compound_parts.txt"
_CLASSES = {"NOUN", "ADJ"}
_LENGTHS = range(3, 17)
_LETTERS = re.compile(r"[a-zæøå]+")


def nouns_of(treebank: Path) -> Counter[str]:
    """How often each noun and adjective stands in a treebank, by form and by lemma."""
    counts: Counter[str] = Counter()
    with lzma.open(treebank, "rt", encoding="utf-8") as lines:
        for line in lines:
            cells = line.split("\t")
            if len(cells) > 3 and cells[3] in _CLASSES:
                counts.update({cells[1].lower(), cells[2].lower()})
    return counts


def rates_of(text: Path) -> dict[str, float]:
    """How often each word stands in a million of a text."""
    counts: Counter[str] = Counter()
    with lzma.open(text, "rt", encoding="utf-8") as lines:
        for line in lines:
            counts.update(_LETTERS.findall(line.lower()))
    total = counts.total()
    return {word: 1e6 * count / total for word, count in counts.items()}


def main() -> None:
    """Count, choose and write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("treebanks", nargs="+", type=Path)
    parser.add_argument("--text", nargs="+", required=True, type=Path)
    arguments = parser.parse_args()
    nouns = sum((nouns_of(path) for path in arguments.treebanks), Counter[str]())
    rates = [rates_of(path) for path in arguments.text]
    common = {
        word
        for word, count in nouns.items()
        if _LETTERS.fullmatch(word)
        and len(word) in _LENGTHS
        # Three letters fit in anywhere, so only the commonest may.
        and count >= (8 if len(word) == 3 else 1)
        and max(rate.get(word, 0.0) for rate in rates) >= (30.0 if len(word) == 3 else 1.5)
    }
    OUT.write_text("\n".join(sorted(common)) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
