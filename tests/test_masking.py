"""Masked words cannot be read back."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from klartekst.masking import mask, masked
from klartekst.model import Span


@given(st.text())
def test_no_digit_is_left(text: str) -> None:
    """Every digit is covered."""
    assert not re.search(r"\d", mask(text))


@given(st.text())
def test_at_most_two_letters_of_a_word_are_left(text: str) -> None:
    """A name cannot be told from its mask."""
    words = re.findall(r"[^\W\d_]+", mask(text))
    assert all(len(word) <= 2 for word in words)


def test_name() -> None:
    """The design's example."""
    assert mask("Kari Nordmann") == "Ka… N…"


def test_short_first_name() -> None:
    """Of a short name, one letter is enough."""
    assert mask("Bo Li") == "B… L…"


def test_number_keeps_its_shape() -> None:
    """The writer sees which number it is."""
    assert mask("68 05 12 34") == "██ ██ ██ ██"


@given(st.text(min_size=1), st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30))))
def test_only_secret_stretches_are_covered(text: str, stretches: list[tuple[int, int]]) -> None:
    """Digits outside them stay, digits inside them do not."""
    secret = [Span(min(ends), max(ends)) for ends in stretches]
    numbers = re.sub(r".", "7", text, flags=re.DOTALL)
    covered = masked(numbers, Span(0, len(numbers)), secret)
    expected = "".join(
        "█" if any(span.start <= at < span.end for span in secret) else "7"
        for at in range(len(numbers))
    )
    assert covered == expected
