"""Tables in object storage; here fsspec's own, in memory."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import fsspec
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from klartekst.audit.export import table_path
from klartekst.audit.items import AuditError
from klartekst.audit.schema import TABLES
from klartekst.audit.storage import copy_to
from klartekst.audit.tables import Columns
from tests.audit.tables import audit, item
from tests.audit.test_sources import items


@pytest.fixture
def bucket() -> Iterator[fsspec.AbstractFileSystem]:
    """A storage with a Parquet and a CSV file in it."""
    storage = fsspec.filesystem("memory")
    with storage.open("/bøtte/saker.parquet", "wb") as out:
        pq.write_table(pa.table({"body": ["Brua åpner.", "Brua stenger."]}), out)
    with storage.open("/bøtte/saker.csv", "wb") as out:
        out.write("tekst;nr\nBrua åpner.;7\n".encode("windows-1252"))
    yield storage
    storage.rm("/bøtte", recursive=True)


@pytest.mark.usefixtures("bucket")
def test_tables_are_read_from_storage() -> None:
    """By their addresses, or a pattern."""
    assert [item.key for item in items("memory://bøtte/*")] == [
        "memory:///bøtte/saker.csv, 7",
        "memory:///bøtte/saker.parquet, rad 1",
        "memory:///bøtte/saker.parquet, rad 2",
    ]


@pytest.mark.usefixtures("bucket")
def test_wrong_column_in_storage_is_told() -> None:
    """As of a table on this machine."""
    with pytest.raises(AuditError, match=r"memory:///bøtte/saker\.csv: har ingen kolonne «x»"):
        items("memory://bøtte/saker.csv", Columns(text="x"))


@pytest.mark.parametrize("place", ["memory://borte/x.csv", "tull://bøtte/x.csv"])
def test_place_that_is_not_there_is_told(place: str) -> None:
    """With its address."""
    with pytest.raises(AuditError, match=place):
        items(place)


def test_other_files_in_storage_are_told(bucket: fsspec.AbstractFileSystem) -> None:
    """Only tables are read from there."""
    bucket.touch("/bøtte/sak.docx")
    with pytest.raises(AuditError, match="bare tabeller"):
        items("memory://bøtte/sak.docx")


def test_tables_are_copied_to_storage(bucket: fsspec.AbstractFileSystem, tmp_path: Path) -> None:
    """All four, as they are."""
    folder = audit(tmp_path / "ut", item(1))
    copy_to([table_path(folder, name) for name in TABLES], "memory://bøtte/ut")
    with bucket.open("/bøtte/ut/documents.parquet", "rb") as copy:
        assert copy.read() == table_path(folder, "documents").read_bytes()
    assert len(bucket.ls("/bøtte/ut")) == len(TABLES)
