"""Pairs of one paragraph in officialese and in plain language, and LIX counted by hand.

`pairs/<part>/*.toml` has the pairs, `drafts/counts.toml` the counts; the README beside each tells
how they came about.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from corpora.part import Part
from corpora.scoring import Figure, percentage, share_of
from klartekst.linter import Linter
from klartekst.model import Measures

DRAFTS = Path(__file__).with_name("drafts")
_NEAR_ENOUGH = 1.0


@dataclass(frozen=True, slots=True)
class Pair:
    """The same told twice."""

    id: str
    lang: str
    genre: str
    officialese: str
    plain: str


@dataclass(frozen=True, slots=True)
class Ranking:
    """How the two of a pair measure."""

    pair: Pair
    officialese: Measures
    plain: Measures

    @property
    def is_right(self) -> bool:
        """Whether the plain one is clearer; a tie is not enough."""
        return self.plain.clarity > self.officialese.clarity

    @property
    def is_right_by_lix(self) -> bool:
        """Whether LIX says so too."""
        return self.plain.lix < self.officialese.lix


@dataclass(frozen=True, slots=True)
class HandCount:
    """What a person counted in the running text of a draft."""

    draft: Path
    words: int
    sentences: int
    long_words: int

    @property
    def lix(self) -> float:
        """Björnsson's formula on those counts."""
        return self.words / self.sentences + 100 * self.long_words / self.words


def load_pairs(folder: Path) -> list[Pair]:
    """The pairs of a folder; the name of each file is their language."""
    return [
        Pair(**pair, lang=path.stem)
        for path in sorted(folder.glob("*.toml"))
        for pair in tomllib.loads(path.read_text(encoding="utf-8"))["pairs"]
    ]


def load_hand_counts() -> list[HandCount]:
    """The counts of the drafts in `drafts/`."""
    counted = tomllib.loads((DRAFTS / "counts.toml").read_text(encoding="utf-8"))
    paths = {path.stem: path for path in DRAFTS.iterdir() if path.suffix in {".md", ".txt"}}
    return [HandCount(paths[name], **counts) for name, counts in counted.items()]


def measures_of(linter: Linter, text: str, name: str) -> Measures:
    """The measures of a text that must have some. Raises ValueError if it has none."""
    result = linter.lint(text.encode(), name)
    if result.measures is None:
        raise ValueError(result.error or f"{name}: nothing to measure")
    return result.measures


def rankings(part: Part) -> list[Ranking]:
    """How the pairs of a part measure; none for a file of drafts."""
    folder = part.folder("pairs")
    return [
        Ranking(
            pair,
            measures_of(part.linter, pair.officialese, f"{pair.id}.txt"),
            measures_of(part.linter, pair.plain, f"{pair.id}.txt"),
        )
        for pair in (load_pairs(folder) if folder else ())
    ]


def ranked(ranked_pairs: list[Ranking]) -> Iterator[Figure]:
    """How many pairs clarity ranks rightly, how many LIX does, and clarity where LIX fails."""
    share = share_of(each.is_right for each in ranked_pairs)
    yield from percentage("pairs ranked rightly", share, "higher")
    by_lix = share_of(each.is_right_by_lix for each in ranked_pairs)
    yield from percentage("pairs ranked rightly by LIX", by_lix, "higher", pinned=False)
    harder = [each for each in ranked_pairs if not each.is_right_by_lix]
    share = share_of(each.is_right for each in harder)
    yield from percentage("of those that LIX ranks wrongly", share, "higher", pinned=False)


def misranked(ranked_pairs: list[Ranking]) -> Iterator[str]:
    """The pairs that clarity ranks wrongly, one line each."""
    for each in ranked_pairs:
        if not each.is_right:
            scores = f"officialese {each.officialese.clarity}, plain {each.plain.clarity}"
            yield f"{each.pair.id}  ranked wrongly: {scores}"


def lix_by_hand(part: Part) -> Iterator[Figure]:
    """How many drafts have the LIX that a person counts; the drafts belong to `dev`."""
    if part.of_ours == "dev":
        share = share_of(
            abs(hand.lix - measures_of(part.linter, _text(hand), hand.draft.name).lix)
            <= _NEAR_ENOUGH
            for hand in load_hand_counts()
        )
        yield from percentage("LIX within 1.0 of a hand count", share, "higher")


def _text(hand: HandCount) -> str:
    return hand.draft.read_text(encoding="utf-8")
