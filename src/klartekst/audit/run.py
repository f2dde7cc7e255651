"""One audit from start to end: sources -> state -> tables. Stopped anywhere, it can go on."""

from __future__ import annotations

import hashlib
import sqlite3
import time
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from klartekst import __version__
from klartekst.audit.export import export, open_tables
from klartekst.audit.items import AuditError, Item
from klartekst.audit.local import Checked, Work, check_here, check_in_pool
from klartekst.audit.sources import Sources, items_of
from klartekst.audit.state import State

if TYPE_CHECKING:
    from collections.abc import Iterable

    from klartekst.audit.fetch import Fetcher

PAGES = "pages.sqlite"
_BATCH = 32  # items
_BATCH_BYTES = 2_000_000

# An engine checks batches, and gives each back with its outcomes, in any order.
Engine = Callable[["Iterable[list[Item]]", Work], "Iterator[Checked]"]


@dataclass(frozen=True, slots=True)
class Job:
    """What to audit, how, and where to."""

    sources: Sources
    folder: Path
    work: Work
    workers: int = 1


@dataclass(frozen=True, slots=True)
class Summary:
    """How an audit went: items by status and by verdict, and words checked."""

    statuses: dict[str, int]
    verdicts: dict[str, int]
    words: int
    seconds: float

    @property
    def items(self) -> int:
        """All items of the sources."""
        return sum(self.statuses.values())


def run_audit(job: Job, advance: Callable[[int], None], engine: Engine | None = None) -> Summary:
    """Check what is not yet checked, write the tables, and say how it went.

    `advance` is told of items as they are done. Raises AuditError for what keeps the audit from
    starting or going on; what was done until then is kept.
    """
    begun = time.monotonic()
    try:
        job.folder.mkdir(parents=True, exist_ok=True)
        state = State(job.folder, _describe(job))
        try:
            if not state.finished:
                _check_all(job, state, advance, engine or _local_engine(job.workers))
                state.finish()
            export(state.rows(), job.folder)
        finally:
            state.close()
    except (OSError, sqlite3.Error) as error:
        raise AuditError(
            f"{job.folder}: kan ikke skrives til. Sjekk at disken ikke er full, og at du har "
            "tilgang til mappa. Kjør så kommandoen på nytt. Det som er gjort, er tatt vare på."
        ) from error
    return summarise(job.folder, time.monotonic() - begun)


def summarise(folder: Path, seconds: float) -> Summary:
    """What the tables of a finished audit come to."""
    with open_tables(folder) as tables:
        statuses = tables.execute("SELECT status, count(*) FROM documents GROUP BY 1").fetchall()
        verdicts = tables.execute(
            "SELECT verdict, count(*) FROM documents WHERE verdict IS NOT NULL GROUP BY 1"
        ).fetchall()
        words = tables.execute("SELECT coalesce(sum(words), 0) FROM measures").fetchone()
    return Summary(dict(statuses), dict(verdicts), int(words[0]) if words else 0, seconds)


def _describe(job: Job) -> dict[str, str]:
    """What makes one audit another than the next; the number of workers does not."""
    settings = repr((job.work, job.sources.max_megabytes))
    return {
        "places": "\n".join(job.sources.places),
        "columns": repr(asdict(job.sources.columns)),
        "settings": hashlib.sha256(settings.encode()).hexdigest(),
        "version": __version__,
    }


def _check_all(job: Job, state: State, advance: Callable[[int], None], engine: Engine) -> None:
    state.begin(time.time())
    fetcher = _fetcher(job, state)
    try:
        batches = _batches(items_of(job.sources, fetcher), state, advance)
        for batch, outcomes in engine(batches, job.work):
            state.save(zip((item.key for item in batch), outcomes, strict=True))
            advance(len(batch))
    finally:
        if fetcher is not None:
            fetcher.close()


def _fetcher(job: Job, state: State) -> Fetcher | None:
    if not job.sources.need_fetching:
        return None
    from klartekst.audit.fetch import Fetcher
    from klartekst.audit.pages import PageCache

    cache = PageCache(job.folder / PAGES)
    return Fetcher(job.sources.all_hosts, cache, job.sources.interval, state.started)


def _batches(
    items: Iterator[Item], state: State, advance: Callable[[int], None]
) -> Iterator[list[Item]]:
    """What is still to be checked, some items at a time."""
    met: list[tuple[int, Item]] = []
    size = 0
    for number, item in enumerate(items, start=1):
        met.append((number, item))
        size += len(item.data)
        if len(met) >= _BATCH or size >= _BATCH_BYTES:
            yield from _still_wanted(met, state, advance)
            met, size = [], 0
    yield from _still_wanted(met, state, advance)


def _still_wanted(
    met: list[tuple[int, Item]], state: State, advance: Callable[[int], None]
) -> Iterator[list[Item]]:
    wanted = [item for _, item in state.meet(met)]
    advance(len(met) - len(wanted))
    if wanted:
        yield wanted


def _local_engine(workers: int) -> Engine:
    if workers == 1:
        return check_here
    return lambda batches, work: check_in_pool(batches, work, workers)
