"""Dates are found as they are written, and told by the calendar."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from klartekst.dates import find_dates, weekday_name

MONTHS = (
    "januar februar mars april mai juni juli august september oktober november desember".split()
)


@given(st.dates(date(1900, 1, 1), date(2099, 12, 31)), st.booleans())
def test_a_written_date_is_found(day: date, nynorsk: bool) -> None:
    """With its weekday, in words and in digits."""
    weekday = weekday_name(day.weekday(), nynorsk=nynorsk)
    for words in (
        f"{weekday} {day.day}. {MONTHS[day.month - 1]} {day.year}",
        f"{weekday} {day.day:02}.{day.month:02}.{day.year}",
        f"{weekday} den {day.day}.{day.month}.{day.year}",
    ):
        (found,) = find_dates(f"Møtet er {words} klokka 18.")
        assert found.on_calendar() == day
        assert found.weekday == day.weekday()
        assert "Møtet er "[found.span.start :] == ""
        assert found.span.end == len(f"Møtet er {words}")


@given(st.text())
def test_any_text_can_be_searched(text: str) -> None:
    """Spans lie in the text, in order and apart."""
    ends = 0
    for found in find_dates(text):
        assert ends <= found.span.start < found.span.end <= len(text)
        ends = found.span.end


def test_days_share_their_month_and_year() -> None:
    """«6. og 7. juni 2026» are two dates."""
    found = find_dates("Vi åpner lørdag 6. og søndag 7. juni 2026.")
    assert [one.on_calendar() for one in found] == [date(2026, 6, 6), date(2026, 6, 7)]
    assert [one.weekday for one in found] == [5, 6]


def test_dates_share_their_year() -> None:
    """Over the turn of the year too."""
    found = find_dates("Stengt 28. desember til 3. januar 2027.")
    assert [one.on_calendar() for one in found] == [date(2026, 12, 28), date(2027, 1, 3)]


def test_a_date_without_year_is_the_nearest() -> None:
    """Over the turn of the year, and unknown half a year away."""
    (found,) = find_dates("Fristen er 4. januar.")
    assert found.on_calendar(date(2026, 12, 1)) == date(2027, 1, 4)
    assert found.on_calendar(date(2026, 7, 1)) is None
    assert found.on_calendar() is None


@pytest.mark.parametrize("text", ["31. juni", "30.02.2026", "29. februar 2027"])
def test_a_day_that_does_not_exist(text: str) -> None:
    """It is found all the same, so that somebody can be told."""
    (found,) = find_dates(text)
    assert not found.exists
    assert found.on_calendar(date(2026, 6, 1)) is None


@pytest.mark.parametrize(
    "text", ["klokka 10.30", "punkt 3.4.5", "sak 24/1182", "fra 1. til 7. trinn", "1. 2. og 3."]
)
def test_what_is_no_date(text: str) -> None:
    """Times, sections, cases and ordinals."""
    assert find_dates(text) == ()
