"""What a manager asks of an audit, counted: the tables -> frozen records."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from klartekst.audit.export import open_tables
from klartekst.audit.questions import CONFIDENTIAL, RANKED
from klartekst.audit.report.changes import Changes, changes_since

if TYPE_CHECKING:
    import duckdb

Record = TypeVar("Record")

_CAUSES = 12
_UNDATED = "Uten dato"


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


@dataclass(frozen=True, slots=True)
class Bin:
    """How many items have a measure from `start` up to the next bin's."""

    start: int
    items: int


@dataclass(frozen=True, slots=True)
class Cause:
    """A rule, how often it finds something, and an example: an excerpt, masked, and its item."""

    rule: str
    findings: int
    items: int
    excerpt: str
    key: str
    title: str | None


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
    """One of the items to mend first, the gravest first."""

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
    changes: Changes | None = None


def count(folder: Path, today: date, since: Path | None = None) -> Numbers:
    """The numbers of a finished audit, beside those of an earlier one if given.

    Raises AuditError for a folder without a finished audit.
    """
    with open_tables(folder) as tables:
        span = _one(tables, Overview, _OVERVIEW)
        label = _label(span.first, span.last)
        return Numbers(
            made=today,
            overview=span,
            periods=_all(tables, Period, _PERIODS.format(label=label)),
            clarity=_bins(tables, "clarity", 10, last=90),
            lix=_bins(tables, "lix", 5, last=95),
            causes=_all(tables, Cause, _TOP_CAUSES),
            leaks=_all(tables, Leak, _LEAKS, {"today": today}),
            coverage=_all(tables, Coverage, _COVERAGE.format(label=label)),
            to_mend=_all(tables, ToMend, RANKED),
            changes=changes_since(tables, since) if since else None,
        )


def _label(first: date | None, last: date | None) -> str:
    """What an item's date is counted under, as SQL: so that there are neither few nor many."""
    months = (last.year - first.year) * 12 + last.month - first.month if first and last else 0
    if months > 36:
        period = "CAST(year(d.published) AS VARCHAR)"
    elif months > 14:
        period = "year(d.published) || '-' || quarter(d.published) || '. kvartal'"
    else:
        period = "strftime(d.published, '%Y-%m')"
    return f"coalesce({period}, '{_UNDATED}')"


def _bins(
    tables: duckdb.DuckDBPyConnection, measure: str, width: int, *, last: int
) -> tuple[Bin, ...]:
    """Bins without gaps, from the lowest that has items; all high ones are in `last`."""
    found = dict(
        tables.execute(
            f"SELECT CAST(least(floor({measure} / {width}) * {width}, {last}) AS INTEGER), "  # noqa: S608  made of constants
            "count(*) "
            f"FROM measures WHERE {measure} IS NOT NULL GROUP BY 1"
        ).fetchall()
    )
    if not found:
        return ()
    starts = range(min(found), max(found) + width, width)
    return tuple(Bin(start, found.get(start, 0)) for start in starts)


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


_LEAKING = f"""(
    SELECT DISTINCT f.key FROM findings f WHERE f.severity = 'error' AND {CONFIDENTIAL}
)"""  # noqa: S608  made of constants

_OVERVIEW = f"""
SELECT count(*), count(*) FILTER (d.status = 'checked'), count(*) FILTER (d.status = 'duplicate'),
    count(*) FILTER (d.status = 'skipped'), count(*) FILTER (d.status = 'error'),
    count(*) FILTER (d.verdict = 'ready'), count(*) FILTER (d.verdict = 'warnings'),
    count(*) FILTER (d.verdict = 'stop'), count(l.key),
    CAST(coalesce(sum(m.words), 0) AS BIGINT), median(m.clarity), median(m.lix),
    min(d.published) FILTER (d.status = 'checked'), max(d.published) FILTER (d.status = 'checked')
FROM documents d LEFT JOIN measures m USING (key) LEFT JOIN {_LEAKING} l USING (key)
"""  # noqa: S608  made of constants

_PERIODS = f"""
SELECT {{label}} AS label, count(*),
    count(*) FILTER (d.verdict = 'ready'), count(*) FILTER (d.verdict = 'warnings'),
    count(*) FILTER (d.verdict = 'stop'), count(l.key), median(m.clarity), median(m.lix)
FROM documents d LEFT JOIN measures m USING (key) LEFT JOIN {_LEAKING} l USING (key)
WHERE d.status = 'checked' GROUP BY label ORDER BY label
"""  # noqa: S608  made of constants

# The example is from the most recent item, so that it can be found and mended.
_TOP_CAUSES = f"""
SELECT f.rule, count(*) AS findings, count(DISTINCT f.key) AS items,
    first(f.excerpt ORDER BY d.published DESC NULLS LAST, d.number, f.start),
    first(f.key ORDER BY d.published DESC NULLS LAST, d.number, f.start),
    first(d.title ORDER BY d.published DESC NULLS LAST, d.number, f.start)
FROM findings f JOIN documents d USING (key)
WHERE f.severity <> 'info'
GROUP BY f.rule ORDER BY items DESC, findings DESC, f.rule LIMIT {_CAUSES}
"""  # noqa: S608  made of constants

_LEAKS = f"""
SELECT f.rule, count(*) AS findings, count(DISTINCT f.key) AS items,
    count(*) FILTER (d.published > CAST($today AS DATE) - INTERVAL 1 YEAR),
    count(*) FILTER (d.published <= CAST($today AS DATE) - INTERVAL 1 YEAR
        AND d.published > CAST($today AS DATE) - INTERVAL 3 YEAR),
    count(*) FILTER (d.published <= CAST($today AS DATE) - INTERVAL 3 YEAR),
    count(*) FILTER (d.published IS NULL)
FROM findings f JOIN documents d USING (key)
WHERE {CONFIDENTIAL} AND f.severity <> 'info'
GROUP BY f.rule ORDER BY findings DESC, f.rule
"""  # noqa: S608  made of constants

_COVERAGE = """
SELECT {label} AS label, count(*) FILTER (s.status = 'present'),
    count(*) FILTER (s.status = 'partial'), count(*) FILTER (s.status = 'missing'),
    count(*) FILTER (s.status = 'contradicted')
FROM messages s JOIN documents d USING (key)
GROUP BY label ORDER BY label
"""
