"""Person names to train with: Statistics Norway's, and short lists of our own.

Norwegian names come from tables 10467 and 12891 of Statistics Norway (CC BY 4.0), as packaged in
``norwegian-fake-data``, weighted by how many bear them. Sámi names, names of immigrants and names
that are also common words come from ``training/lists``, which are our own.
"""

from __future__ import annotations

import gzip
import json
import random
from collections import Counter
from functools import cache
from importlib.resources import files
from itertools import accumulate
from pathlib import Path

LISTS = Path(__file__).parent / "lists"
FIRST_YEAR = 1935
KINDS = {"norwegian": 0.5, "immigrant": 0.25, "sami": 0.1, "wordlike": 0.15}
PARTICLES = ("af", "von", "van", "de", "al", "el")


def generator(seed: int) -> random.Random:
    """A generator of pseudo-random numbers; nothing here is secret."""
    return random.Random(seed)  # noqa: S311


@cache
def word_list(name: str) -> tuple[str, ...]:
    """The distinct words of one of our own lists."""
    return tuple(dict.fromkeys((LISTS / f"{name}.txt").read_text(encoding="utf-8").split()))


@cache
def _statistics() -> dict:
    """The tables of Statistics Norway."""
    data = files("norwegian_fake_data").joinpath("data/names.json.gz").read_bytes()
    return json.loads(gzip.decompress(data))


@cache
def _norwegian(part: str) -> tuple[tuple[str, ...], tuple[float, ...]]:
    """First names or surnames with cumulative weights; the square root flattens the head."""
    counts: Counter[str] = Counter()
    for key, rows in _statistics()[part].items():
        year = int(key.split(":")[0])
        if part == "surnames" or year >= FIRST_YEAR:
            for name, count in rows:
                counts[name] += count
    names = tuple(name for name in counts if " " not in name)
    return names, tuple(accumulate(counts[name] ** 0.5 for name in names))


def _pick(rng: random.Random, part: str) -> str:
    """One Norwegian name, weighted."""
    names, weights = _norwegian(part)
    return rng.choices(names, cum_weights=weights)[0]


def kind(rng: random.Random) -> str:
    """A random kind of name."""
    return rng.choices(list(KINDS), weights=list(KINDS.values()))[0]


def first_name(rng: random.Random, which: str) -> str:
    """A first name of a kind; one in eight is a hyphenated double name."""
    if which == "norwegian":
        name = _pick(rng, "first_names")
        return f"{name}-{_pick(rng, 'first_names')}" if rng.random() < 0.05 else name
    return rng.choice(word_list(f"{which}_first"))


def surname(rng: random.Random, which: str) -> str:
    """A surname of a kind; kinds are mixed now and then, as in life."""
    if which == "norwegian" or rng.random() < 0.1:
        name = _pick(rng, "surnames")
    else:
        name = rng.choice(word_list(f"{which}_last"))
    if rng.random() < 0.04:
        name = f"{name}-{_pick(rng, 'surnames')}"
    return name


def full_name(rng: random.Random, length: int | None = None, which: str | None = None) -> list[str]:
    """A name of ``length`` words (two to four if not given), the last one the surname."""
    which = which or kind(rng)
    if length is None:
        length = rng.choices((2, 3, 4), weights=(0.72, 0.24, 0.04))[0]
    if length == 1:
        return [surname(rng, which) if rng.random() < 0.6 else first_name(rng, which)]
    words = [first_name(rng, which)]
    words += [
        surname(rng, which) if rng.random() < 0.5 else first_name(rng, which)
        for _ in range(length - 2)
    ]
    words.append(surname(rng, which))
    if length == 3 and rng.random() < 0.06:
        words[1] = f"{words[1][0]}."
    return words


@cache
def first_names() -> frozenset[str]:
    """All known first names, to tell what a single-word person mention is."""
    own = (word_list(f"{which}_first") for which in ("immigrant", "sami", "wordlike"))
    return frozenset(_norwegian("first_names")[0]).union(*own)


def place(rng: random.Random) -> str:
    """A Norwegian municipality, or an invented one."""
    return rng.choice(word_list("municipalities"))
