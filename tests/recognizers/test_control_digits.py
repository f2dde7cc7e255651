"""The arithmetic of Norwegian numbers. All numbers belong to nobody: see the safe series."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from klartekst.recognizers.control_digits import (
    identity_kind,
    is_account_number,
    is_duf_number,
    is_iban,
    is_organisation_number,
)

FIRST = (3, 7, 6, 1, 8, 9, 4, 5, 2)
SECOND = (5, 4, 3, 2, 7, 6, 5, 4, 3, 2)

unborn = st.builds(
    "{:02}{:02}{}{:03}".format,
    st.integers(1, 28),
    st.integers(1, 12),
    st.integers(33, 38),
    st.integers(500, 999),
)


def complete(nine: str, rest: int = 0) -> str | None:
    """Eleven digits from nine, with `rest` as the remainder of the first control digit."""
    first = (rest - sum(int(d) * w for d, w in zip(nine, FIRST, strict=True))) % 11
    if first == 10:
        return None
    ten = f"{nine}{first}"
    second = -sum(int(d) * w for d, w in zip(ten, SECOND, strict=True)) % 11
    return None if second == 10 else f"{ten}{second}"


@given(unborn, st.integers(0, 3))
def test_accepts_both_control_schemes(nine: str, rest: int) -> None:
    """A remainder of 0 is the scheme of 1964; 1 to 3 come with that of 2032."""
    number = complete(nine, rest)
    assert number is None or identity_kind(number) == "birth"


@given(unborn, st.integers(0, 3), st.integers(0, 10), st.integers(1, 9))
def test_one_wrong_digit_is_seen(nine: str, rest: int, at: int, shift: int) -> None:
    """Every single slip of the pen breaks the second control digit."""
    number = complete(nine, rest)
    if number is None:
        return
    wrong = number[:at] + str((int(number[at]) + shift) % 10) + number[at + 1 :]
    assert identity_kind(wrong) is None


@given(unborn, st.integers(0, 3))
def test_identity_number_is_account_number_too(nine: str, rest: int) -> None:
    """The weights are the same, which is why grouping and labels must decide."""
    number = complete(nine, rest)
    assert number is None or is_account_number(number)


@pytest.mark.parametrize(
    ("day", "month", "kind"),
    [(0, 0, "birth"), (40, 0, "d"), (0, 40, "h"), (0, 65, "synthetic"), (0, 80, "synthetic")],
)
def test_offsets_tell_the_kind(day: int, month: int, kind: str) -> None:
    """D-numbers add to the day; help numbers and test series add to the month."""
    numbers = (complete(f"{11 + day}{month + 3:02}36{serial}") for serial in range(500, 520))
    assert {identity_kind(number) for number in numbers if number} == {kind}


def test_offsets_add_up() -> None:
    """A synthetic D-number has both."""
    assert identity_kind("50846202355") == "synthetic"


def test_help_number_has_no_date() -> None:
    """An FH-number begins with 8 or 9 and goes by its control digits alone."""
    assert identity_kind("91234567883") == "help"


def test_thirtieth_of_february_is_no_date() -> None:
    """Right control digits do not make up for a day that does not exist."""
    numbers = (complete(f"300236{serial}") for serial in range(500, 540))
    assert not any(identity_kind(number) for number in numbers if number)


@pytest.mark.parametrize("digits", ["", "1", "3090829990", "309082999020"])
def test_wrong_length_is_no_identity_number(digits: str) -> None:
    """Other lengths are refused, not miscounted."""
    assert identity_kind(digits) is None


def test_duf_number_ends_in_remainder() -> None:
    """The remainder modulo 11 is written with two digits."""
    assert is_duf_number("199800000002")
    assert not is_duf_number("199800000003")


def test_organisation_number_begins_with_8_or_9() -> None:
    """Nine digits with a right control digit, from the series in use."""
    assert is_organisation_number("889640782")
    assert not is_organisation_number("889640783")


def test_iban_holds_an_account_number() -> None:
    """Modulo 97 alone is not enough."""
    assert is_iban("NO9386011117947")
    assert not is_iban("NO9286011117947")
