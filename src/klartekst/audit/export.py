"""The state of an audit -> Parquet tables, and a DuckDB file with a view on each."""

from __future__ import annotations

import contextlib
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from klartekst.audit.items import AuditError
from klartekst.audit.keys import ShownKeys
from klartekst.audit.on_disk import OnDisk, on_disk
from klartekst.audit.schema import TABLES, schemas
from klartekst.audit.state import Row

if TYPE_CHECKING:
    import duckdb
    import pyarrow as pa
    import pyarrow.parquet as pq

DATABASE = "audit.duckdb"
_DOCUMENTS_AT_A_TIME = 1000

Rows = dict[str, list[dict[str, Any]]]


def export(rows: Iterable[Row], folder: Path) -> None:
    """Write all tables to `folder`, each put in place when it is whole.

    Items are taken in order and few at a time, so that the tables of two audits of the same
    sources are the same, and memory does not grow with the audit.
    """
    schema = schemas()
    unfinished = {name: folder / f"{name}.parquet.part" for name in TABLES}
    with contextlib.ExitStack() as stack:
        writers = {
            name: stack.enter_context(_writer(unfinished[name], schema[name])) for name in TABLES
        }
        for part in _parts(rows):
            for name, listed in part.items():
                writers[name].write_table(_table(listed, schema[name]))
    for name, path in unfinished.items():
        path.replace(table_path(folder, name))
    make_views(folder)


def table_path(folder: Path, name: str) -> Path:
    """Where a table of an audit lies."""
    return folder / f"{name}.parquet"


def version_of(folder: Path) -> str:
    """The version of klartekst that made the tables in a folder."""
    import pyarrow.parquet as pq

    about: dict[bytes, bytes] = pq.read_schema(table_path(folder, TABLES[0])).metadata or {}
    return about.get(b"klartekst.version", b"").decode()


def make_views(folder: Path) -> None:
    """Write the DuckDB file anew: a view on each table, where the tables lie now.

    Raises OSError where it cannot be written.
    """
    import duckdb

    path = folder / DATABASE
    path.unlink(missing_ok=True)
    try:
        with duckdb.connect(str(path)) as database:
            add_views(database, folder)
    except duckdb.Error as error:
        raise OSError(str(error)) from error


def open_tables(folder: Path, *, closed: bool = False) -> duckdb.DuckDBPyConnection:
    """A database in memory with a view on each table of an audit, wherever its folder is now.

    A `closed` one can reach no file but the tables, nor any address, whatever it is asked.
    Raises AuditError for a folder without a finished audit.
    """
    import duckdb

    database = duckdb.connect()
    add_views(database, folder)
    if closed:
        tables = [str(table_path(folder, name).resolve()) for name in TABLES]
        database.execute(f"SET allowed_paths = {tables}")
        database.execute("SET enable_external_access = false")
        database.execute("SET lock_configuration = true")
    return database


def add_views(database: duckdb.DuckDBPyConnection, folder: Path, prefix: str = "") -> None:
    """Add a view on each table of an audit to a database.

    Raises AuditError for a folder without a finished audit.
    """
    if not all(table_path(folder, name).is_file() for name in TABLES):
        raise AuditError(
            f"{folder}: har ingen ferdig gjennomgang. Kjør «klartekst audit KILDE -o {folder}»."
        )
    for name in TABLES:
        # A view cannot be given its file as a parameter.
        place = str(table_path(folder, name).resolve()).replace("'", "''")
        database.execute(f"CREATE VIEW {prefix}{name} AS FROM read_parquet('{place}')")


def _writer(path: Path, schema: pa.Schema) -> pq.ParquetWriter:
    import pyarrow.parquet as pq

    return pq.ParquetWriter(path, schema, compression="zstd")


def _table(rows: list[dict[str, Any]], schema: pa.Schema) -> pa.Table:
    import pyarrow as pa

    return pa.Table.from_pylist(rows, schema=schema)


def _parts(rows: Iterable[Row]) -> Iterator[Rows]:
    """The rows of the tables, of a thousand documents at a time."""
    part: Rows = {name: [] for name in TABLES}
    with on_disk() as first_with, on_disk() as shown, on_disk() as taken:
        keys = ShownKeys(shown, taken)
        for row in rows:
            _add(part, row, keys, first_with)
            if len(part["documents"]) >= _DOCUMENTS_AT_A_TIME:
                yield part
                part = {name: [] for name in TABLES}
    yield part


def _add(part: Rows, row: Row, keys: ShownKeys, first_with: OnDisk) -> None:
    """Add an item; `first_with` has the key of the first with each text, by its hash."""
    outcome, key = row.outcome, keys.of(row)
    about: dict[str, Any] = {"key": key, "number": row.number}
    if outcome is None:
        first = keys.again(row.same_as)
        part["documents"].append({**about, "status": "duplicate", "duplicate_of": first})
        return
    about |= {
        "error": outcome.error or None,
        "address": outcome.address or None,
        "published": date.fromisoformat(outcome.published) if outcome.published else None,
        "section": outcome.section or None,
        "language": outcome.language or None,
    }
    first = first_with.first(outcome.text, key) if outcome.text else key
    if first != key:
        part["documents"].append({**about, "status": "duplicate", "duplicate_of": first})
        return
    result = outcome.result or {}
    part["documents"].append(
        {
            **about,
            "status": outcome.status,
            "title": outcome.title or None,
            **{name: result.get(name) for name in ("profile", "verdict", "sha256")},
        }
    )
    part["findings"] += [{"key": key, **finding} for finding in result.get("findings", ())]
    part["messages"] += [{"key": key, **message} for message in result.get("messages", ())]
    if result.get("measures"):
        part["measures"].append({"key": key, **result["measures"]})
