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
    """Pages by the address that was asked for, in one SQLite file."""

    def __init__(self, path: Path) -> None:
        self._db = sqlite3.connect(path, isolation_level=None)
        self._db.execute("PRAGMA journal_mode = WAL")
        self._db.execute(_TABLE)

    def find(self, address: str) -> Page | None:
        """What was fetched for an address, if anything was."""
        row = self._db.execute(
            "SELECT final, body, at, etag, modified FROM page WHERE address = ?", (address,)
        ).fetchone()
        if row is None:
            return None
        final, body, at, etag, modified = row
        return Page(final, zlib.decompress(body), at, etag, modified)

    def keep(self, address: str, page: Page) -> None:
        """Remember a page, in place of an older one."""
        self._db.execute(
            "INSERT OR REPLACE INTO page VALUES (?, ?, ?, ?, ?, ?)",
            (address, page.at, zlib.compress(page.body), page.address, page.etag, page.modified),
        )

    def close(self) -> None:
        """Close the file."""
        self._db.close()
