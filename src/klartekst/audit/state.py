"""Where an audit stands, in one SQLite file: killed at any moment, it goes on from here.

An item is written down when it is met, its outcome when it is known, each batch in one
transaction. What is not there has not happened.
"""

from __future__ import annotations

import json
import sqlite3
import zlib
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing
from dataclasses import asdict, dataclass
from pathlib import Path

from klartekst.audit.checking import Outcome
from klartekst.audit.items import AuditError, Item

FILE_NAME = "audit.sqlite"
_FORMAT = "1"
_TABLES = """
CREATE TABLE IF NOT EXISTS about (name TEXT PRIMARY KEY, value TEXT);
CREATE TABLE IF NOT EXISTS item (
    key TEXT PRIMARY KEY, number INTEGER, round INTEGER, content TEXT, same_as TEXT, outcome BLOB
);
CREATE INDEX IF NOT EXISTS by_content ON item (content);
CREATE INDEX IF NOT EXISTS by_number ON item (number);
"""


@dataclass(frozen=True, slots=True)
class Row:
    """An item in the order of the sources; `same_as` is the key of the first with its content."""

    number: int
    key: str
    same_as: str
    outcome: Outcome | None


def key_of(folder: Path, number: int) -> str:
    """The key of an item in full, by its number. Raises AuditError where there is none."""
    path = folder / FILE_NAME
    if not path.is_file():
        raise AuditError(
            f"{folder}: har ikke fila {FILE_NAME}, som har adressene. Bare tabellene er igjen."
        )
    with closing(sqlite3.connect(path)) as state:
        try:
            row = state.execute("SELECT key FROM item WHERE number = ?", (number,)).fetchone()
        except sqlite3.Error as error:
            raise AuditError(f"{path}: kan ikke leses. Sjekk tilgangen.") from error
    if row is None:
        raise AuditError(f"{folder}: har ingen sak med nummer {number}.")
    return str(row[0])


class State:
    """The items of one audit and their outcomes. `job` tells two audits apart.

    Raises AuditError when the folder holds another audit, or the file cannot be used.
    """

    def __init__(self, folder: Path, job: Mapping[str, str]) -> None:
        self._path = folder / FILE_NAME
        try:
            self._db = sqlite3.connect(self._path, isolation_level=None)
            self._db.execute("PRAGMA journal_mode = WAL")
            self._db.execute("PRAGMA synchronous = NORMAL")
            self._db.executescript(_TABLES)
        except sqlite3.OperationalError as error:
            raise AuditError(
                f"{self._path}: kan ikke skrives til. Sjekk at disken ikke er full, at du har "
                "tilgang, og at ingen annen gjennomgang går i samme mappe."
            ) from error
        except sqlite3.Error as error:
            raise AuditError(
                f"{self._path}: kan ikke brukes. Velg en annen mappe med -o, eller slett fila for "
                "å begynne på nytt."
            ) from error
        self._require_same({"format": _FORMAT, **job})
        round_ = self._about("round")
        self._round = int(round_ or 0) + 1
        self._tell("round", str(self._round))

    @property
    def finished(self) -> bool:
        """Whether every item of the sources has its outcome."""
        return self._about("finished") == "yes"

    @property
    def started(self) -> float:
        """When the audit began, in seconds since 1970."""
        return float(self._about("started") or 0)

    def begin(self, now: float) -> None:
        """Note when the audit began, unless it began before."""
        if not self._about("started"):
            self._tell("started", str(now))

    def meet(self, items: Iterable[tuple[int, Item]]) -> list[tuple[int, Item]]:
        """Write down items in their order; those that are still to be checked come back.

        An item that was checked before, or has the content of one that was met before it, is done.
        """
        wanted: list[tuple[int, Item]] = []
        with self._transaction():
            for number, item in items:
                content = item.content
                row = self._db.execute(
                    "SELECT content, outcome IS NULL FROM item WHERE key = ?", (item.key,)
                ).fetchone()
                is_done = row is not None and row[0] == content and not row[1]
                first = self._first_of(content, item.key)
                self._db.execute(
                    "INSERT INTO item VALUES (?, ?, ?, ?, ?, NULL) ON CONFLICT (key) DO UPDATE SET "
                    "number = excluded.number, round = excluded.round, same_as = excluded.same_as, "
                    "outcome = CASE WHEN content = excluded.content THEN outcome END, "
                    "content = excluded.content",
                    (item.key, number, self._round, content, first),
                )
                if not first and not is_done:
                    wanted.append((number, item))
        return wanted

    def save(self, outcomes: Iterable[tuple[str, Outcome]]) -> None:
        """Write down the outcomes of a batch, by key: all of them or none."""
        with self._transaction():
            for key, outcome in outcomes:
                packed = zlib.compress(json.dumps(asdict(outcome), ensure_ascii=False).encode())
                self._db.execute("UPDATE item SET outcome = ? WHERE key = ?", (packed, key))

    def finish(self) -> None:
        """Forget items that the sources no longer have, and note that all is done."""
        with self._transaction():
            self._db.execute("DELETE FROM item WHERE round <> ?", (self._round,))
            self._tell("finished", "yes")

    def rows(self) -> Iterator[Row]:
        """All items in the order of the sources."""
        found = self._db.execute("SELECT number, key, same_as, outcome FROM item ORDER BY number")
        for number, key, same_as, packed in found:
            outcome = Outcome(**json.loads(zlib.decompress(packed))) if packed else None
            yield Row(number, key, same_as, outcome)

    def close(self) -> None:
        """Close the file."""
        self._db.close()

    def _first_of(self, content: str, key: str) -> str:
        """The key of an item met before in this round with the same content, or nothing."""
        row = self._db.execute(
            "SELECT key FROM item WHERE content = ? AND round = ? AND key <> ? AND same_as = ''",
            (content, self._round, key),
        ).fetchone()
        return str(row[0]) if row else ""

    def _require_same(self, job: Mapping[str, str]) -> None:
        before = self._about("job")
        told = json.dumps(job, sort_keys=True, ensure_ascii=False)
        is_empty = self._db.execute("SELECT 1 FROM item LIMIT 1").fetchone() is None
        if before is None or is_empty:  # a mistyped command has left nothing to protect
            self._tell("job", told)
        elif before != told:
            changed = {k for k, v in json.loads(before).items() if job.get(k) != v}
            what = " og ".join(sorted(_IN_WORDS.get(name, name) for name in changed))
            raise AuditError(
                f"{self._path.parent}: holder en annen gjennomgang (andre {what}). Velg en ny "
                "mappe med -o, eller slett den gamle."
            )

    def _about(self, name: str) -> str | None:
        row = self._db.execute("SELECT value FROM about WHERE name = ?", (name,)).fetchone()
        return row[0] if row else None

    def _tell(self, name: str, value: str) -> None:
        self._db.execute("INSERT OR REPLACE INTO about VALUES (?, ?)", (name, value))

    def _transaction(self) -> _Transaction:
        return _Transaction(self._db)


_IN_WORDS = {
    "format": "filformater",
    "places": "kilder",
    "columns": "kolonner",
    "settings": "innstillinger",
    "version": "versjoner av klartekst",
    "pipeline": "språkmodeller",
}


@dataclass(frozen=True, slots=True)
class _Transaction:
    """All or nothing."""

    db: sqlite3.Connection

    def __enter__(self) -> None:
        self.db.execute("BEGIN IMMEDIATE")

    def __exit__(self, kind: object, *_: object) -> None:
        self.db.execute("COMMIT" if kind is None else "ROLLBACK")
