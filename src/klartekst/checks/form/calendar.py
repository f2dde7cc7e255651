"""Dates that cannot be right: another weekday than the calendar's, a day that does not exist."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar, Literal

from klartekst.checks.base import Annotation, Draft
from klartekst.checks.form.parts import date_of
from klartekst.dates import find_dates, weekday_name
from klartekst.model import Match


@dataclass(frozen=True)
class CalendarCheck:
    """Finds dates with a `fault`: the wrong `weekday`, or no such `day`.

    A date without a year is taken for the one nearest to the date of the draft, and left alone when
    the draft has none.
    """

    fault: Literal["weekday", "day"]

    needs: ClassVar[frozenset[Annotation]] = frozenset()
    fills: ClassVar[frozenset[str]] = frozenset({"weekday"})

    def find(self, draft: Draft) -> Iterator[Match]:
        """Yield each date with the fault, and the weekday that the calendar gives it."""
        own = date_of(draft)
        near = own.on_calendar() if own else None
        nynorsk = draft.document.language == "nn"
        for found in find_dates(draft.document.text):
            if not draft.block_of(found.span.start).role.is_body:
                continue
            if self.fault == "day":
                if not found.exists:
                    yield Match(found.span)
                continue
            day = found.on_calendar(near)
            if day is not None and found.weekday not in (None, day.weekday()):
                yield Match(found.span, {"weekday": weekday_name(day.weekday(), nynorsk=nynorsk)})
