"""The pairs themselves, how they are ranked, and the hand counts."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from corpora.part import PARTS, our_part
from corpora.ranking import (
    Ranking,
    load_hand_counts,
    load_pairs,
    misranked,
    ranked,
    rankings,
)
from klartekst.linter import Linter
from tests.reporters.samples import READY

PAIRS = {part: load_pairs(Path(__file__).parents[2] / "corpora" / "pairs" / part) for part in PARTS}
ALL = [pair for pairs in PAIRS.values() for pair in pairs]


def test_there_are_enough_pairs_of_every_sort() -> None:
    """Both norms, a third held out, no id twice."""
    assert len(ALL) >= 120
    assert sum(pair.lang == "nn" for pair in ALL) >= 40
    assert 0.3 <= len(PAIRS["held_out"]) / len(ALL) <= 0.4
    assert len({pair.id for pair in ALL}) == len(ALL)
    assert {pair.genre for pair in ALL} == {
        "letter", "decision", "notice", "web", "press release", "media reply", "crisis",
    }  # fmt: skip


def test_many_are_too_hard_for_lix(linter: Linter) -> None:
    """In a third the officialese has the shorter sentences or the lower LIX."""
    found = [each for part in PARTS for each in rankings(our_part(part, linter))]
    hard = [
        each
        for each in found
        if not each.is_right_by_lix
        or each.officialese.words_per_sentence < each.plain.words_per_sentence
    ]
    assert len(hard) >= len(found) / 3


def ranking(officialese: int, plain: int) -> Ranking:
    """A pair with these clarities; LIX sees no difference."""
    assert READY.measures is not None
    measures = READY.measures
    return Ranking(ALL[0], replace(measures, clarity=officialese), replace(measures, clarity=plain))


@pytest.mark.parametrize(("officialese", "plain", "right"), [(40, 41, 1), (40, 40, 0), (41, 40, 0)])
def test_the_plain_one_must_be_clearer(officialese: int, plain: int, right: int) -> None:
    """A tie is wrong."""
    found = [ranking(officialese, plain)]
    figures = {figure.name: figure.basis for figure in ranked(found)}
    assert figures["pairs ranked rightly"] == f"{right} of 1"
    assert figures["pairs ranked rightly by LIX"] == "0 of 1"
    assert len(list(misranked(found))) == 1 - right


def test_every_sample_draft_is_counted() -> None:
    """By a person, with a LIX that can be one."""
    counts = load_hand_counts()
    assert len(counts) == 13
    assert all(15 < hand.lix < 70 for hand in counts)
