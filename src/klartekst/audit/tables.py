"""Items in tables: Parquet, CSV and JSON lines, with the columns named."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from datetime import date, datetime
from pathlib import Path
from typing import Any

from klartekst.audit.items import AuditError, Item

SUFFIXES = (".parquet", ".csv", ".tsv", ".jsonl", ".ndjson")

# The names that a column goes by when the user names none.
_GUESSES: dict[str, tuple[str, ...]] = {
    "text": ("text", "tekst", "body", "brodtekst", "brødtekst", "content", "innhold"),
    "title": ("title", "tittel", "overskrift", "headline"),
    "lead": ("lead", "ingress", "description"),
    "date": ("date", "dato", "published", "publisert"),
    "section": ("section", "seksjon", "kategori", "category"),
    "id": ("id", "nr"),
    "address": ("url", "address", "adresse", "lenke", "link"),
}
_ROWS_AT_A_TIME = 256
# A cell may hold a whole report; the csv module stops at 128 kB unless told.
_LONGEST_CELL = 50_000_000


@dataclass(frozen=True, slots=True)
class Columns:
    """Which column holds what; empty where it is to be guessed from usual names."""

    text: str = ""
    title: str = ""
    lead: str = ""
    date: str = ""
    section: str = ""
    id: str = ""
    address: str = ""


def items_of_table(path: Path, columns: Columns) -> Iterator[Item]:
    """The rows of a table as items, read as they are asked for.

    Raises AuditError for a file that cannot be read as a table, or that lacks a named column.
    """
    rows = _rows(path)
    first = next(rows, None)
    if first is None:
        return
    chosen = _choose(columns, list(first), path)
    yield _item(first, chosen, path, 1)
    for number, row in enumerate(rows, start=2):
        yield _item(row, chosen, path, number)


def _rows(path: Path) -> Iterator[Mapping[str, Any]]:
    try:
        match path.suffix.lower():
            case ".parquet":
                yield from _parquet_rows(path)
            case ".csv" | ".tsv":
                yield from _csv_rows(path)
            case _:
                yield from _json_rows(path)
    except (OSError, ValueError, csv.Error) as error:
        if isinstance(error, OSError) and error.errno is not None:
            raise AuditError(f"{path}: kan ikke leses. Sjekk navnet og tilgangen.") from error
        raise AuditError(f"{path}: er ikke en gyldig {path.suffix.lower()}-fil.") from error


def _parquet_rows(path: Path) -> Iterator[Mapping[str, Any]]:
    import pyarrow.parquet as pq

    with pq.ParquetFile(path) as table:
        for batch in table.iter_batches(batch_size=_ROWS_AT_A_TIME):
            yield from batch.to_pylist()


def _csv_rows(path: Path) -> Iterator[Mapping[str, Any]]:
    csv.field_size_limit(_LONGEST_CELL)
    with path.open("rb") as raw:
        head = raw.read(64_000)
        raw.seek(0)
        encoding = "utf-8-sig" if _is_utf8(head) else "windows-1252"
        with io.TextIOWrapper(raw, encoding=encoding, newline="") as text:
            delimiter = _delimiter(head.decode(encoding, errors="replace"))
            yield from csv.DictReader(text, delimiter=delimiter)


def _is_utf8(head: bytes) -> bool:
    try:
        head.decode("utf-8")
    except UnicodeDecodeError as error:
        return error.start > len(head) - 4  # the cut may go through a letter
    return True


def _delimiter(head: str) -> str:
    """Norwegian Excel writes semicolons; the header row tells."""
    header = head.split("\n", 1)[0]
    return max(";,\t|", key=header.count)


def _json_rows(path: Path) -> Iterator[Mapping[str, Any]]:
    with path.open(encoding="utf-8-sig") as lines:
        for number, line in enumerate(lines, start=1):
            if not line.strip():
                continue
            try:
                row = json.loads(line)
            except ValueError:
                row = None
            if not isinstance(row, dict):
                raise AuditError(f"{path}, linje {number}: er ikke et JSON-objekt på én linje.")
            yield row


def _choose(columns: Columns, present: list[str], path: Path) -> dict[str, str]:
    """The column of each field that has one. Raises AuditError for a named one that is missing."""
    chosen: dict[str, str] = {}
    by_name = {name.casefold(): name for name in present if name}
    for field in fields(columns):
        asked: str = getattr(columns, field.name)
        if asked and asked not in present:
            there = ", ".join(filter(None, present))
            raise AuditError(f"{path}: har ingen kolonne «{asked}». Kolonnene er {there}.")
        guessed = next((by_name[n] for n in _GUESSES[field.name] if n in by_name), "")
        if asked or guessed:
            chosen[field.name] = asked or guessed
    if "text" not in chosen:
        there = ", ".join(filter(None, present))
        raise AuditError(
            f"{path}: fant ingen kolonne med tekst. Oppgi den med --text-column. "
            f"Kolonnene er {there}."
        )
    return chosen


def _item(row: Mapping[str, Any], chosen: Mapping[str, str], path: Path, number: int) -> Item:
    def cell(field: str) -> str:
        value = row.get(chosen[field]) if field in chosen else None
        return "" if value is None else str(value).strip()

    return Item(
        key=f"{path}, {cell('id') or f'rad {number}'}",
        data=cell("text").encode("utf-8", errors="replace"),
        form="text",
        title=cell("title"),
        lead=cell("lead"),
        address=cell("address"),
        published=_date_of(row.get(chosen["date"])) if "date" in chosen else None,
        section=cell("section"),
    )


def _date_of(value: Any) -> date | None:
    """A date as tables hold it: a date, 2024-05-17, or 17.05.2024."""
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    written = str(value or "").strip()
    for length, form in ((10, "%Y-%m-%d"), (10, "%d.%m.%Y"), (8, "%Y%m%d")):
        try:
            return datetime.strptime(written[:length], form).date()  # noqa: DTZ007  a day, not a time
        except ValueError:
            continue
    return None
