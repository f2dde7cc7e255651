"""The engine for a cluster: the same checks as the local one, spread by Ray Data.

Items go to a staging place as Parquet, some thousand at a time; actors with a Linter each write
their outcomes beside them, and those are saved in the one state of the audit. So an audit can be
stopped at any moment here too, and even go on with the other engine.
"""

from __future__ import annotations

import json
import logging
import os
import posixpath
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict, dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING, Any

from klartekst.audit.checking import Outcome
from klartekst.audit.items import AuditError, Item
from klartekst.audit.local import check_in_pool
from klartekst.audit.storage import storage_at
from klartekst.model import Brief

if TYPE_CHECKING:
    import pyarrow as pa
    from fsspec import AbstractFileSystem
    from pydantic import TypeAdapter

    from klartekst.audit.local import Batch, Checked, Work

# A wave is what a stop can cost, and what the driver holds in memory.
_WAVE = 4096  # items
_WAVE_BYTES = 128_000_000
_BATCH = 32  # items an actor is handed at a time
_RESTARTS = 2  # of an actor, for machines that come and go


@dataclass(frozen=True, slots=True)
class Cluster:
    """Where to check: `address` of a cluster, or empty for one on this machine.

    `staging` is a folder or fsspec URL that all its machines can reach. It holds the items
    unmasked while they are checked, and is emptied after each wave.
    """

    address: str
    staging: str
    workers: int

    def check(self, batches: Iterable[Batch], work: Work) -> Iterator[Checked]:
        """Check batches in waves. Raises AuditError without Ray, a cluster or a staging place."""
        with _ray(self):
            for number, wave in enumerate(_waves(batches)):
                place = _Place(self.staging, f"klartekst-{os.getpid()}-{number}")
                try:
                    place.write([item for batch in wave for item in batch])
                    kept = [[replace(item, data=b"") for item in batch] for batch in wave]
                    wave.clear()
                    _check(place, work, self.workers)
                    outcomes = place.outcomes()
                    left = place.batches_without(outcomes)
                    for batch, checked in check_in_pool(left, work, 1):
                        outcomes |= zip((item.key for item in batch), checked, strict=True)
                finally:
                    place.remove()
                for batch in kept:
                    yield batch, [outcomes[item.key] for item in batch]


def _waves(batches: Iterable[Batch]) -> Iterator[list[Batch]]:
    wave: list[Batch] = []
    items = size = 0
    for batch in batches:
        wave.append(batch)
        items += len(batch)
        size += sum(len(item.data) for item in batch)
        if items >= _WAVE or size >= _WAVE_BYTES:
            yield wave
            wave, items, size = [], 0, 0
    if wave:
        yield wave


@dataclass(frozen=True)
class _Place:
    """Where one wave is handed over."""

    staging: str
    name: str

    @cached_property
    def _found(self) -> tuple[AbstractFileSystem, str]:
        system, path = storage_at(self.staging)
        return system, posixpath.join(path, self.name)

    @property
    def system(self) -> AbstractFileSystem:
        return self._found[0]

    @property
    def items(self) -> str:
        return posixpath.join(self._found[1], "items")

    @property
    def results(self) -> str:
        return posixpath.join(self._found[1], "results")

    def write(self, items: list[Item]) -> None:
        """Write the items, in files small enough that all actors get some."""
        import pyarrow.parquet as pq

        self.system.makedirs(self.items, exist_ok=True)
        for start in range(0, len(items), _BATCH):
            path = posixpath.join(self.items, f"{start:06}.parquet")
            with self.system.open(path, "wb") as out:
                pq.write_table(_table(items[start : start + _BATCH]), out)

    def outcomes(self) -> dict[str, Outcome]:
        """What the actors wrote, by the key of the item."""
        import pyarrow.parquet as pq

        outcomes = {}
        for path in self.system.glob(posixpath.join(self.results, "*.parquet")):
            with self.system.open(path, "rb") as data:
                for row in pq.read_table(data).to_pylist():
                    outcomes[row["key"]] = Outcome(**json.loads(row["outcome"]))
        return outcomes

    def batches_without(self, outcomes: Mapping[str, Outcome]) -> Iterator[Batch]:
        """The items that have no outcome: what was to be checked with one that ends its process."""
        import pyarrow.parquet as pq

        for path in sorted(self.system.glob(posixpath.join(self.items, "*.parquet"))):
            with self.system.open(path, "rb") as data:
                items = map(_item, pq.read_table(data).to_pylist())
            if left := [item for item in items if item.key not in outcomes]:
                yield left

    def remove(self) -> None:
        """Leave nothing behind: the items are not masked."""
        if self.system.exists(self._found[1]):
            self.system.rm(self._found[1], recursive=True)


def _check(place: _Place, work: Work, workers: int) -> None:
    """Check a wave. What is left after it has no outcome: an item there may end its process."""
    import ray

    try:
        ray.data.read_parquet(place.items, filesystem=place.system).map_batches(
            _Actor,
            fn_constructor_kwargs={"work": work},
            compute=ray.data.ActorPoolStrategy(size=workers),
            batch_size=_BATCH,
            batch_format="pyarrow",
            # Ray would begin again without end.
            max_restarts=_RESTARTS,
            max_task_retries=_RESTARTS,
        ).write_parquet(place.results, filesystem=place.system)
    except (ray.exceptions.ActorDiedError, ray.exceptions.ActorUnavailableError):
        return
    except ray.exceptions.RayError as error:
        raise AuditError(
            "Ray måtte gi opp. Se loggen til Ray, og kjør så kommandoen på nytt. Det som er gjort, "
            "er tatt vare på."
        ) from error


class _Actor:
    """One Checker, for all that one process of the cluster is handed."""

    def __init__(self, work: Work) -> None:
        self._checker = work.checker()

    def __call__(self, table: pa.Table) -> pa.Table:
        import pyarrow as pa

        items = [_item(row) for row in table.to_pylist()]
        outcomes = [
            json.dumps(asdict(outcome), ensure_ascii=False)
            for outcome in self._checker.check(items)
        ]
        return pa.table({"key": [item.key for item in items], "outcome": outcomes})


def _table(items: list[Item]) -> pa.Table:
    import pyarrow as pa

    text = pa.string()
    columns = {"key": text, "data": pa.large_binary(), "form": text, "title": text, "lead": text}
    columns |= {"address": text, "published": pa.date32(), "changed": pa.date32()}
    columns |= {"section": text, "brief": text}
    schema = pa.schema([*columns.items(), ("error", text)])
    rows = [
        {name: getattr(item, name) for name in schema.names}
        | {"brief": _briefs().dump_json(item.brief).decode() if item.brief else None}
        for item in items
    ]
    return pa.Table.from_pylist(rows, schema=schema)


def _item(row: dict[str, Any]) -> Item:
    brief = _briefs().validate_json(row["brief"]) if row["brief"] else None
    return Item(**{**row, "brief": brief})


def _briefs() -> TypeAdapter[Brief]:
    from pydantic import TypeAdapter

    return TypeAdapter(Brief)


@contextmanager
def _ray(cluster: Cluster) -> Iterator[None]:
    """A connection to a cluster, or one on this machine for as long as it is needed."""
    os.environ["RAY_USAGE_STATS_ENABLED"] = "0"  # Ray would tell its makers of each run
    try:
        import ray
        import ray.data
    except ModuleNotFoundError as error:
        raise AuditError(
            "--engine ray trenger Ray. Installer det med «pip install klartekst[ray]», eller kjør "
            "uten --engine."
        ) from error
    # Actors hold a CPU each; reading and writing need one more.
    here: dict[str, Any] = {}
    if not cluster.address:
        here = {"num_cpus": cluster.workers + 1, "include_dashboard": False}
    try:
        ray.init(
            address=cluster.address or "local",
            log_to_driver=False,
            logging_level=logging.ERROR,
            ignore_reinit_error=True,
            **here,
        )
    except (ConnectionError, RuntimeError, ValueError) as error:
        raise AuditError(
            f"{cluster.address or 'Ray'}: får ikke kontakt med klyngen. Sjekk adressen, og at Ray "
            "er startet der."
        ) from error
    ray.data.DataContext.get_current().enable_progress_bars = False
    try:
        yield
    finally:
        ray.shutdown()
