"""What a manager asks of an audit, counted: the tables -> frozen records."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from klartekst.audit.export import open_tables
from klartekst.audit.questions import RANKED
from klartekst.audit.report import queries
from klartekst.audit.report.changes import Changes, changes_since
from klartekst.audit.report.wording import period_name

if TYPE_CHECKING:
    import duckdb

Record = TypeVar("Record")
Dated = TypeVar("Dated", "Period", "Coverage")


@dataclass(frozen=True, slots=True)
class Overview:
    """All items of an audit. The dates are those of the first and last that was checked."""

    items: int
    checked: int
    duplicates: int
    skipped: int
    errors: int
    ready: int
    warnings: int
    stops: int
    personal: int  # checked items that stop for personal data
    words: int
    clarity: float | None  # median
    lix: float | None  # median
    first: date | None
    last: date | None


@dataclass(frozen=True, slots=True)
class Period:
    """The checked items of one month, quarter or year, with medians."""

    label: str
    items: int
    ready: int
    warnings: int
    stops: int
    personal: int
    clarity: float | None
    lix: float | None
    clarity_low: float | None  # the lower quartile
    clarity_high: float | None
    lix_low: float | None
    lix_high: float | None


@dataclass(frozen=True, slots=True)
class Bin:
    """How many items have a measure from `start` up to the next bin's, by how hard they are."""

    start: int
    easy: int
    medium: int
    hard: int

    @property
    def items(self) -> int:
        """All of them."""
        return self.easy + self.medium + self.hard


@dataclass(frozen=True, slots=True)
class Cause:
    """A rule, how often it finds something, and an example: an excerpt, masked, and its item."""

    rule: str
    findings: int
    items: int
    excerpt: str
    key: str
    title: str | None
    address: str | None


@dataclass(frozen=True, slots=True)
class Leak:
    """Personal data of one kind, by the age of the items on the day of the report."""

    rule: str
    findings: int
    items: int
    last_year: int
    last_three_years: int
    older: int
    undated: int


@dataclass(frozen=True, slots=True)
class Coverage:
    """Messages of briefs in one period, by whether they were found in the items."""

    label: str
    present: int
    partial: int
    missing: int
    contradicted: int


@dataclass(frozen=True, slots=True)
class ToMend:
    """One of the items to mend first, the gravest first.

    `rules` are those that find most in it, the gravest first.
    """

    number: int
    key: str
    title: str | None
    address: str | None
    published: date | None
    section: str | None
    verdict: str
    personal: int
    stops: int
    warnings: int
    clarity: int | None
    lix: float | None
    rules: list[str]


@dataclass(frozen=True, slots=True)
class Missed:
    """Items that could not be checked for one reason, and the first of them."""

    reason: str
    items: int
    key: str


@dataclass(frozen=True, slots=True)
class Numbers:
    """All that a report tells. `made` is the day of the report."""

    made: date
    overview: Overview
    periods: tuple[Period, ...]
    clarity: tuple[Bin, ...]
    lix: tuple[Bin, ...]
    causes: tuple[Cause, ...]
    leaks: tuple[Leak, ...]
    coverage: tuple[Coverage, ...]
    to_mend: tuple[ToMend, ...]
    missed: tuple[Missed, ...]
    changes: Changes | None = None


def count(folder: Path, today: date, since: Path | None = None) -> Numbers:
    """The numbers of a finished audit, beside those of an earlier one if given.

    Raises AuditError for a folder without a finished audit.
    """
    with open_tables(folder) as tables:
        span = _one(tables, Overview, queries.OVERVIEW)
        period = _period(span.first, span.last)
        return Numbers(
            made=today,
            overview=span,
            periods=_named(_all(tables, Period, queries.PERIODS.format(period=period))),
            clarity=_bins(tables, "clarity", 10, last=90),
            lix=_bins(tables, "lix", 5, last=95),
            causes=_all(tables, Cause, queries.CAUSES),
            leaks=_all(tables, Leak, queries.LEAKS, {"today": today}),
            coverage=_named(_all(tables, Coverage, queries.COVERAGE.format(period=period))),
            to_mend=_all(tables, ToMend, RANKED),
            missed=_all(tables, Missed, queries.MISSED),
            changes=changes_since(tables, folder, since) if since else None,
        )


def _period(first: date | None, last: date | None) -> str:
    """What an item's date is counted under, as SQL: so that there are neither few nor many."""
    months = (last.year - first.year) * 12 + last.month - first.month if first and last else 0
    if months > 36:
        return "strftime(d.published, '%Y')"
    if months > 14:
        return "year(d.published) || '-Q' || quarter(d.published)"
    return "strftime(d.published, '%Y-%m')"


def _named(periods: tuple[Dated, ...]) -> tuple[Dated, ...]:
    """The periods in order of time, by names that people use."""
    return tuple(replace(period, label=period_name(period.label)) for period in periods)


def _bins(
    tables: duckdb.DuckDBPyConnection, measure: str, width: int, *, last: int
) -> tuple[Bin, ...]:
    """Bins without gaps, from the lowest that has items; all high ones are in `last`."""
    sql = queries.BINS.format(measure=measure, width=width, last=last)
    found = {bin_.start: bin_ for bin_ in _all(tables, Bin, sql)}
    if not found:
        return ()
    starts = range(min(found), max(found) + width, width)
    return tuple(found.get(start, Bin(start, 0, 0, 0)) for start in starts)


def _all(
    tables: duckdb.DuckDBPyConnection,
    record: type[Record],
    sql: str,
    values: dict[str, Any] | None = None,
) -> tuple[Record, ...]:
    """The rows as records: their columns stand in the order of the fields."""
    return tuple(record(*row) for row in tables.execute(sql, values or {}).fetchall())


def _one(tables: duckdb.DuckDBPyConnection, record: type[Record], sql: str) -> Record:
    (row,) = _all(tables, record, sql)
    return row
