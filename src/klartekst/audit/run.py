"""One audit from start to end: sources -> state -> tables. Stopped anywhere, it can go on."""

from __future__ import annotations

import hashlib
import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing
from dataclasses import asdict, dataclass, replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from klartekst import __version__
from klartekst.audit.export import export, open_tables, table_path
from klartekst.audit.fetch import Fetcher
from klartekst.audit.items import AuditError, Item
from klartekst.audit.local import Checked, Work, check_here, check_in_pool
from klartekst.audit.lock import only_one
from klartekst.audit.pages import PageCache
from klartekst.audit.schema import TABLES
from klartekst.audit.sources import Sources, count_items, items_of
from klartekst.audit.state import FILE_NAME, State

if TYPE_CHECKING:
    from collections.abc import Iterable

PAGES = "pages.sqlite"
_BATCH = 32  # items
_BATCH_BYTES = 2_000_000

# An engine checks batches, and gives each back with its outcomes, in any order.
Engine = Callable[["Iterable[list[Item]]", Work], "Iterator[Checked]"]


@dataclass(frozen=True, slots=True)
class Job:
    """What to audit, how, and where to.

    `earlier` is the folder of an audit before this one: pages that have not changed since are
    taken from there.
    """

    sources: Sources
    folder: Path
    work: Work
    workers: int = 1
    earlier: Path | None = None


@dataclass(frozen=True, slots=True)
class Progress:
    """Whom to tell how it goes: of all items there are, at most, then of items as they are done.

    `passed` is told of items that need no check: done before, or like another.
    """

    expect: Callable[[int], object] = int
    checked: Callable[[int], object] = int
    passed: Callable[[int], object] = int


@dataclass(frozen=True, slots=True)
class Summary:
    """How an audit went: items by status and by verdict, and words checked.

    `was_finished` tells that it was done before, and nothing was checked now.
    """

    statuses: dict[str, int]
    verdicts: dict[str, int]
    words: int
    seconds: float
    was_finished: bool = False

    @property
    def items(self) -> int:
        """All items of the sources."""
        return sum(self.statuses.values())


def run_audit(job: Job, engine: Engine | None = None, progress: Progress | None = None) -> Summary:
    """Check what is not yet checked, write the tables, and say how it went.

    Raises AuditError for what keeps the audit from starting or going on; what was done until then
    is kept.
    """
    begun = time.monotonic()
    try:
        job.folder.mkdir(parents=True, exist_ok=True)
        with only_one(job.folder):
            _refuse_other_tables(job.folder)
            state = State(job.folder, _describe(job))
            try:
                was_finished = state.finished
                if not was_finished:
                    engine = engine or _local_engine(job.workers)
                    _check_all(job, state, engine, progress or Progress())
                    state.finish()
                export(state.rows(), job.folder)
            finally:
                state.close()
    except (OSError, sqlite3.Error) as error:
        raise AuditError(
            f"{job.folder}: kan ikke skrives til. Sjekk at disken ikke er full, og at du har "
            "tilgang til mappa. Kjør så kommandoen på nytt. Det som er gjort, er tatt vare på."
        ) from error
    summary = summarise(job.folder, time.monotonic() - begun)
    return replace(summary, was_finished=was_finished)


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


def _refuse_other_tables(folder: Path) -> None:
    """Tables without a state are those of an audit whose working files were taken away."""
    if not (folder / FILE_NAME).exists() and table_path(folder, TABLES[0]).exists():
        raise AuditError(
            f"{folder}: holder tabellene fra en annen gjennomgang. Velg en ny mappe med -o, eller "
            "slett den gamle."
        )


def _check_all(job: Job, state: State, engine: Engine, progress: Progress) -> None:
    state.begin(time.time())
    with ExitStack() as stack:
        get_fetcher = cache(lambda: stack.enter_context(closing(_fetcher(job, state))))
        progress.expect(count_items(job.sources, get_fetcher))
        batches = _batches(items_of(job.sources, get_fetcher), state, progress)
        for batch, outcomes in engine(batches, job.work):
            state.save(zip((item.key for item in batch), outcomes, strict=True))
            progress.checked(len(batch))


def _fetcher(job: Job, state: State) -> Fetcher:
    earlier = job.earlier / PAGES if job.earlier else None
    pages = PageCache(job.folder / PAGES, earlier)
    return Fetcher(job.sources.all_hosts, pages, job.sources.interval, state.started)


def _batches(items: Iterator[Item], state: State, progress: Progress) -> Iterator[list[Item]]:
    """What is still to be checked, some items at a time."""
    met: list[tuple[int, Item]] = []
    size = 0
    for number, item in enumerate(items, start=1):
        met.append((number, item))
        size += len(item.data)
        if len(met) >= _BATCH or size >= _BATCH_BYTES:
            yield from _still_wanted(met, state, progress)
            met, size = [], 0
    yield from _still_wanted(met, state, progress)


def _still_wanted(
    met: list[tuple[int, Item]], state: State, progress: Progress
) -> Iterator[list[Item]]:
    wanted = [item for _, item in state.meet(met)]
    progress.passed(len(met) - len(wanted))
    if wanted:
        yield wanted


def _local_engine(workers: int) -> Engine:
    if workers == 1:
        return check_here
    return lambda batches, work: check_in_pool(batches, work, workers)
