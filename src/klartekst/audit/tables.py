"""Items in tables: Parquet, CSV and JSON lines, with the columns named."""

from __future__ import annotations

import codecs
import csv
import io
import itertools
import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, fields, replace
from datetime import date, datetime
from pathlib import Path, PurePath
from typing import Any, BinaryIO

from klartekst.audit.items import AuditError, Item
from klartekst.audit.on_disk import on_disk

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
_BYTES_AT_A_TIME = 1_000_000
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


@dataclass(frozen=True, slots=True)
class Table:
    """A table by its name, on this machine or elsewhere; `open` gives its bytes from the start."""

    name: str
    open: Callable[[], BinaryIO]

    @property
    def suffix(self) -> str:
        """What tells its format."""
        return PurePath(self.name).suffix.lower()


def local_table(path: Path) -> Table:
    """A table on this machine."""
    return Table(str(path), lambda: path.open("rb"))


def items_of_table(table: Table, columns: Columns) -> Iterator[Item]:
    """The rows of a table as items, read as they are asked for.

    Raises AuditError for a file that cannot be read as a table, or that lacks a named column.
    """
    rows = _rows(table)
    first = next(rows, None)
    if first is None:
        return
    if isinstance(first, str):
        raise AuditError(f"{table.name}, rad 1: {first}")
    chosen = _choose(columns, list(first), table.name)
    with on_disk() as met:  # an id that is there twice must not hide a row
        for number, row in enumerate(itertools.chain([first], rows), start=1):
            if isinstance(row, str):
                key = f"{table.name}, rad {number}"
                yield Item(key=key, data=b"", form="text", error=f"{key}: {row}")
                continue
            item = _item(row, chosen, table.name, number)
            if met.count(item.key) > 1:
                item = replace(item, key=f"{item.key} (rad {number})")
            yield item


def count_rows(table: Table, columns: Columns) -> int:
    """How many items a table has. Raises AuditError like `items_of_table`."""
    if table.suffix != ".parquet":
        return sum(1 for _ in items_of_table(table, columns))
    import pyarrow.parquet as pq

    next(items_of_table(table, columns), None)
    with table.open() as data:
        return int(pq.read_metadata(data).num_rows)


def _rows(table: Table) -> Iterator[Mapping[str, Any] | str]:
    """The rows; in place of one that is broken, what is wrong with it."""
    try:
        match table.suffix:
            case ".parquet":
                yield from _parquet_rows(table)
            case ".csv" | ".tsv":
                yield from _csv_rows(table)
            case _:
                yield from _json_rows(table)
    except (OSError, ValueError, csv.Error) as error:
        if isinstance(error, OSError) and error.errno is not None:
            raise AuditError(f"{table.name}: kan ikke leses. Sjekk navnet og tilgangen.") from error
        raise AuditError(f"{table.name}: er ikke en gyldig {table.suffix}-fil.") from error


def _parquet_rows(table: Table) -> Iterator[Mapping[str, Any]]:
    import pyarrow.parquet as pq

    with table.open() as data, pq.ParquetFile(data) as parquet:
        for batch in parquet.iter_batches(batch_size=_ROWS_AT_A_TIME):
            yield from batch.to_pylist()


def _csv_rows(table: Table) -> Iterator[Mapping[str, Any]]:
    csv.field_size_limit(_LONGEST_CELL)
    encoding = "utf-8-sig" if _is_utf8(table) else "windows-1252"
    with _text_of(table, encoding) as text:
        delimiter = _delimiter(text.readline())
    with _text_of(table, encoding) as text:
        yield from csv.DictReader(text, delimiter=delimiter)


def _json_rows(table: Table) -> Iterator[Mapping[str, Any] | str]:
    with _text_of(table, "utf-8-sig") as lines:
        for line in lines:
            if not line.strip():
                continue
            try:
                row = json.loads(line)
            except (ValueError, RecursionError):
                row = None
            yield row if isinstance(row, dict) else "er ikke et JSON-objekt på én linje."


def _text_of(table: Table, encoding: str) -> io.TextIOWrapper:
    return io.TextIOWrapper(table.open(), encoding=encoding, errors="replace", newline="")


def _is_utf8(table: Table) -> bool:
    decoder = codecs.getincrementaldecoder("utf-8")()
    try:
        with table.open() as data:
            while part := data.read(_BYTES_AT_A_TIME):
                decoder.decode(part)
    except UnicodeDecodeError:
        return False
    return True


def _delimiter(header: str) -> str:
    """Norwegian Excel writes semicolons; the header row tells."""
    return max(";,\t|", key=header.count)


def _choose(columns: Columns, present: list[str], name: str) -> dict[str, str]:
    """The column of each field that has one. Raises AuditError for a named one that is missing."""
    chosen: dict[str, str] = {}
    by_name = {column.casefold(): column for column in present if column}
    for field in fields(columns):
        asked: str = getattr(columns, field.name)
        if asked and asked not in present:
            there = ", ".join(filter(None, present))
            raise AuditError(f"{name}: har ingen kolonne «{asked}». Kolonnene er {there}.")
        guessed = next((by_name[n] for n in _GUESSES[field.name] if n in by_name), "")
        if asked or guessed:
            chosen[field.name] = asked or guessed
    if "text" not in chosen:
        there = ", ".join(filter(None, present))
        raise AuditError(
            f"{name}: fant ingen kolonne med tekst. Oppgi den med --text-column. "
            f"Kolonnene er {there}."
        )
    return chosen


def _item(row: Mapping[str, Any], chosen: Mapping[str, str], name: str, number: int) -> Item:
    def cell(field: str) -> str:
        value = row.get(chosen[field]) if field in chosen else None
        return "" if value is None else str(value).strip()

    return Item(
        key=f"{name}, {cell('id') or f'rad {number}'}",
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
