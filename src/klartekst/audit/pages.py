"""Pages that were fetched, kept on disk: an audit that goes on does not ask for them again."""

from __future__ import annotations

import sqlite3
import zlib
from dataclasses import dataclass
from pathlib import Path

_TABLE = """
CREATE TABLE IF NOT EXISTS page (
    address TEXT PRIMARY KEY, at REAL, body BLOB, final TEXT, etag TEXT, modified TEXT
)"""


@dataclass(frozen=True, slots=True)
class Page:
    """A page as it came. `at` is when, in seconds since 1970; `address` where it was in the end."""

    address: str
    body: bytes
    at: float
    etag: str = ""
    modified: str = ""


class PageCache:
    """Pages by the address that was asked for, in one SQLite file.

    `earlier` is the file of an audit before this one. It is only read, so that a page which has
    not changed since then need not be sent again.
    """

    def __init__(self, path: Path, earlier: Path | None = None) -> None:
        self._db = sqlite3.connect(path, isolation_level=None)
        self._db.execute("PRAGMA journal_mode = WAL")
        self._db.execute(_TABLE)
        self._tables = ["main.page"]
        if earlier is not None and earlier.is_file():
            self._db.execute("ATTACH ? AS earlier", (str(earlier),))
            self._tables.append("earlier.page")

    def find(self, address: str) -> Page | None:
        """What was fetched for an address, if anything was."""
        for table in self._tables:
            row = self._db.execute(
                f"SELECT final, body, at, etag, modified FROM {table} WHERE address = ?",  # noqa: S608  one of ours
                (address,),
            ).fetchone()
            if row is not None:
                final, body, at, etag, modified = row
                return Page(final, zlib.decompress(body), at, etag, modified)
        return None

    def keep(self, address: str, page: Page) -> None:
        """Remember a page, in place of an older one."""
        self._db.execute(
            "INSERT OR REPLACE INTO main.page VALUES (?, ?, ?, ?, ?, ?)",
            (address, page.at, zlib.compress(page.body), page.address, page.etag, page.modified),
        )

    def close(self) -> None:
        """Close the file."""
        self._db.close()
