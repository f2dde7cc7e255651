"""Dates as Norwegian texts write them: «mandag 3. juni 2026», «3.–5. juni», «03.06.2026».

A day that shares its month with the next («lørdag 6. og søndag 7. juni») gets that month, and a
date that shares its year with the next («28. mai til 3. juni 2026») gets that year.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import lru_cache
from itertools import pairwise

from klartekst.model import Span

_MONTHS: dict[str, int] = {
    name: number
    for number, names in enumerate(
        (
            "januar jan",
            "februar feb",
            "mars mar",
            "april apr",
            "mai",
            "juni jun",
            "juli jul",
            "august aug",
            "september sept sep",
            "oktober okt",
            "november nov",
            "desember des",
        ),
        start=1,
    )
    for name in names.split()
}
_WEEKDAYS: dict[str, int] = {
    name: number
    for number, names in enumerate(
        (
            "mandag måndag",
            "tirsdag tysdag",
            "onsdag",
            "torsdag",
            "fredag",
            "lørdag laurdag",
            "søndag sundag",
        )
    )
    for name in names.split()
}
_WEEKDAY = "|".join(_WEEKDAYS)
# An abbreviated month ends in a full stop; without one «mar» and «des» are other words.
_SHORT_MONTHS = frozenset("jan feb mar apr jun jul aug sept sep okt nov des".split())
_MONTH = "|".join(rf"{name}\." if name in _SHORT_MONTHS else name for name in _MONTHS)
_LEAD_IN = rf"(?:(?P<weekday>{_WEEKDAY})(?:\s(?:morgen|morgon|kveld|formiddag|ettermiddag))?,?\s)?"
_DAY = rf"(?:(?:{_WEEKDAY}),?\s)?(?:den\s)?\d{{1,2}}\."
_JOINT = r"\s?(?:,|og|til|eller|[–-])\s?"
_WORDED = re.compile(
    rf"(?<![\w.])(?P<earlier>(?:{_DAY}{_JOINT})*)"
    rf"{_LEAD_IN}(?:den\s)?(?P<day>\d{{1,2}})\.\s?(?P<month>{_MONTH})(?!\w)"
    rf"(?:,?\s(?P<year>(?:19|20)\d\d)\b)?",
    re.IGNORECASE,
)
_NUMERIC = re.compile(
    rf"(?<![\w.]){_LEAD_IN}(?:den\s)?(?P<day>\d{{1,2}})[./](?P<month>\d{{1,2}})"
    r"[./](?P<year>(?:19|20)\d\d|\d\d)(?![\w/]|\.\d)",
    re.IGNORECASE,
)
_ISO = re.compile(r"(?<![\w-])(?P<year>(?:19|20)\d\d)-(?P<month>\d\d)-(?P<day>\d\d)(?![\w-])")
_EARLIER_DAY = re.compile(
    rf"(?:(?P<weekday>{_WEEKDAY}),?\s)?(?:den\s)?(?P<day>\d{{1,2}})\.", re.IGNORECASE
)
_SHARES_YEAR = re.compile(r"\s?(?:,|og|til|eller|[–-])\s?(?:med\s)?")
_DIGIT = re.compile(r"\d")
_LEAP_YEAR = 2024
_SURELY_NEAREST = timedelta(days=150)


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date in a text; `weekday` counts from 0, Monday. It need not exist: «31. juni»."""

    span: Span
    day: int
    month: int
    year: int | None = None
    weekday: int | None = None

    def on_calendar(self, near: date | None = None) -> date | None:
        """The day it is. Without a year of its own, the one nearest to `near`.

        None when it does not exist, when nothing tells the year, or when the nearest is so far off
        that another year is as likely.
        """
        if self.year is not None:
            return _day(self.year, self.month, self.day)
        if near is None:
            return None
        days = (_day(near.year + shift, self.month, self.day) for shift in (-1, 0, 1))
        nearest = min((day for day in days if day), key=lambda day: abs(day - near), default=None)
        return nearest if nearest and abs(nearest - near) <= _SURELY_NEAREST else None

    @property
    def exists(self) -> bool:
        """Whether there is such a day, in its year or, without one, in any."""
        return _day(self.year or _LEAP_YEAR, self.month, self.day) is not None


@lru_cache(64)  # many checks ask it of the same draft, and of its sentences
def find_dates(text: str) -> tuple[FoundDate, ...]:
    """The dates with a day and a month in a text, in order and apart."""
    if not _DIGIT.search(text):
        return ()
    found: list[FoundDate] = []
    for one in sorted((*_worded(text), *_numeric(text)), key=lambda one: one.span):
        if not found or one.span.start >= found[-1].span.end:
            found.append(one)
    return tuple(_with_shared_years(text, found))


def weekday_name(number: int, *, nynorsk: bool = False) -> str:
    """«mandag» or «måndag» for 0."""
    names = [name for name, weekday in _WEEKDAYS.items() if weekday == number]
    return names[-1] if nynorsk else names[0]


def _worded(text: str) -> Iterator[FoundDate]:
    for written in _WORDED.finditer(text):
        month = _MONTHS[written["month"].lower().rstrip(".")]
        year = int(written["year"]) if written["year"] else None
        start = written.start()
        for earlier in _EARLIER_DAY.finditer(written["earlier"]):
            span = Span(start + earlier.start(), start + earlier.end())
            yield FoundDate(span, int(earlier["day"]), month, year, _weekday(earlier))
        own = Span(start + len(written["earlier"]), written.end())
        yield FoundDate(own, int(written["day"]), month, year, _weekday(written))


def _numeric(text: str) -> Iterator[FoundDate]:
    for written in _NUMERIC.finditer(text):
        month, year = int(written["month"]), int(written["year"])
        if 1 <= month <= 12:
            year += 2000 if year < 100 else 0
            span = Span(*written.span())
            yield FoundDate(span, int(written["day"]), month, year, _weekday(written))
    for written in _ISO.finditer(text):
        year, month, day = (int(written[part]) for part in ("year", "month", "day"))
        if 1 <= month <= 12:
            yield FoundDate(Span(*written.span()), day, month, year)


def _with_shared_years(text: str, found: list[FoundDate]) -> list[FoundDate]:
    for number, (one, following) in reversed(list(enumerate(pairwise(found)))):
        following = found[number + 1]  # noqa: PLW2901  it may have got its year from the next
        between = text[one.span.end : following.span.start]
        if one.year is None and following.year and _SHARES_YEAR.fullmatch(between):
            before = (one.month, one.day) > (following.month, following.day)
            found[number] = replace(one, year=following.year - before)
    return found


def _weekday(written: re.Match[str]) -> int | None:
    return _WEEKDAYS[written["weekday"].lower()] if written["weekday"] else None


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
