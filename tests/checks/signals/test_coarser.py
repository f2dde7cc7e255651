"""What is said in place of a signal fits many."""

from __future__ import annotations

import pytest

from klartekst.checks.signals.coarser import coarser

AGES = {"": "noen", "0": "et barn", "13": "en ungdom", "20": "en voksen"}


@pytest.mark.parametrize(
    ("words", "better"),
    [
        ("9 år gammel", "et barn"),
        ("14-åringen", "en ungdom"),
        ("gutt på fem", "et barn"),
        ("fjortenåringen", "en ungdom"),
        ("i 70-årene", "en voksen"),
        ("mindreårig", "noen"),
    ],
)
def test_by_the_number(words: str, better: str) -> None:
    """The highest bound that the number reaches; without a number what fits anybody."""
    assert coarser(words, AGES) == better


def test_nothing_fits() -> None:
    """A rule need not have any."""
    assert coarser("ADHD", {}) is None
