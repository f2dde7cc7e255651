"""Masked words cannot be read back."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from klartekst.masking import mask


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
