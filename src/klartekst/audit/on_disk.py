"""What an audit must remember of each item, kept out of memory, which is to stay as it is."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager


class OnDisk:
    """Text by key. SQLite keeps a few megabytes of it in memory and the rest in a file of its own.

    The file has no name and goes away with the process, however that ends.
    """

    def __init__(self, database: sqlite3.Connection) -> None:
        self._db = database
        self._db.execute("CREATE TABLE kept (key TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID")

    def first(self, key: str, value: str) -> str:
        """What was given for a key first: before, or now."""
        self._db.execute("INSERT OR IGNORE INTO kept VALUES (?, ?)", (key, value))
        return self.get(key) or value

    def get(self, key: str) -> str | None:
        """What is kept for a key."""
        found = self._db.execute("SELECT value FROM kept WHERE key = ?", (key,)).fetchone()
        return str(found[0]) if found else None

    def put(self, key: str, value: str) -> None:
        """Keep that for a key, in place of what was kept."""
        self._db.execute("INSERT OR REPLACE INTO kept VALUES (?, ?)", (key, value))

    def count(self, key: str) -> int:
        """How many times a key has been counted, this time too."""
        number = int(self.get(key) or 0) + 1
        self.put(key, str(number))
        return number


@contextmanager
def on_disk() -> Iterator[OnDisk]:
    """An empty one, which is gone afterwards."""
    # An empty name is a database in a temporary file.
    with closing(sqlite3.connect("", isolation_level=None)) as database:
        # Nobody reads it after a crash.
        database.execute("PRAGMA journal_mode = OFF")
        database.execute("PRAGMA synchronous = OFF")
        yield OnDisk(database)
