"""One audit at a time in a folder."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from klartekst.audit.items import AuditError

FILE_NAME = "audit.lock"


@contextmanager
def only_one(folder: Path) -> Iterator[None]:
    """Hold a folder for as long as this lasts; the system lets go of it when a program is killed.

    Raises AuditError when another program holds it.
    """
    with closing(sqlite3.connect(folder / FILE_NAME, timeout=1, isolation_level=None)) as lock:
        try:
            lock.execute("BEGIN EXCLUSIVE")
        except sqlite3.OperationalError as error:
            if "locked" not in str(error):
                raise
            raise AuditError(
                f"{folder}: en annen gjennomgang går i samme mappe. Vent til den er ferdig, eller "
                "velg en annen mappe med -o."
            ) from error
        yield
