"""Numbers are read as they are written."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from klartekst.model import Span
from klartekst.numbers import find_numbers


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("24 boliger", 24),
        ("15 000 kroner", 15_000),
        ("1,8 kilometer", 1.8),
        ("41 millioner kroner", 41e6),
        ("2,5 mrd. kroner", 2.5e9),
        ("tolv lærere", 12),
        ("fem tusen", 5000),
    ],
)
def test_a_number_is_read(text: str, value: float) -> None:
    """In digits, in words, and with millions after it."""
    (found,) = find_numbers(text)
    assert found.value == value


@pytest.mark.parametrize("text", ["1. trinn", "24/1182", "10.30", "post1@example.no", "v2"])
def test_what_is_no_number(text: str) -> None:
    """Ordinals, cases, times and names."""
    assert find_numbers(text) == ()


def test_what_is_kept_apart() -> None:
    """Whoever asks says where dates and telephone numbers are."""
    assert find_numbers("68 05 12 34", [Span(0, 11)]) == ()


@given(st.integers(0, 10**9))
def test_thousands_are_parted(number: int) -> None:
    """With spaces, as Norwegian writes them."""
    (found,) = find_numbers(f"Det koster {number:,} kroner.".replace(",", " "))
    assert found.value == number
