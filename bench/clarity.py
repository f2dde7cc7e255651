"""What the measures cost, beside the bare pipeline and beside textstat's LIX.

Three ways with the same draft alternate in one run: the pipeline alone; the pipeline and all
measures, with the rules that they count from; textstat's LIX and RIX of the raw text, which parse
nothing. What counts is the median ratio to the first.

    python bench/clarity.py [--rounds 30]
"""

from __future__ import annotations

import argparse
import itertools
import statistics
import time
from collections.abc import Callable
from pathlib import Path

import textstat

from klartekst.linter import Linter
from klartekst.model import Config
from klartekst.readers import read

_DRAFT = Path(__file__).resolve().parents[1] / "corpora" / "drafts" / "okonomiplan.md"


def main() -> None:
    """Print median milliseconds and median ratios."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=30)
    rounds = parser.parse_args().rounds
    linter = Linter(Config(select=("klarsprak/tung-tekst",)))
    document = read(_DRAFT.read_bytes(), _DRAFT.name, max_megabytes=1)

    def bare() -> object:
        return linter.pipeline.parse(document)

    def ours() -> object:
        return linter.measure(linter.read(_DRAFT.read_bytes(), _DRAFT.name))

    rounds_of_peer = itertools.count()

    def peer() -> object:
        text = f"{document.text} {next(rounds_of_peer)}"  # it remembers what it has seen
        return textstat.lix(text), textstat.rix(text)

    ways: dict[str, Callable[[], object]] = {
        "pipeline alone": bare,
        "all measures": ours,
        "textstat, LIX and RIX": peer,
    }
    for way in ways.values():
        way()
    times = [{name: _milliseconds(way) for name, way in ways.items()} for _ in range(rounds)]
    print(f"{len(document.text.split())} words, {rounds} rounds, {linter.pipeline.name}")
    for name in ways:
        median = statistics.median(one[name] for one in times)
        ratio = statistics.median(one[name] / one["pipeline alone"] for one in times)
        print(f"{name:<22} {median:8.2f} ms  {ratio:6.2f} × the pipeline")


def _milliseconds(way: Callable[[], object]) -> float:
    start = time.perf_counter()
    way()
    return 1000 * (time.perf_counter() - start)


if __name__ == "__main__":
    main()
