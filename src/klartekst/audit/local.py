"""The local engine: batches of items over a pool of processes, or in this one."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass

from klartekst.audit.checking import Checker, Outcome
from klartekst.audit.items import Item
from klartekst.model import Config

Batch = Sequence[Item]
Checked = tuple[Batch, list[Outcome]]

_AHEAD = 2  # batches that wait for each worker, so that none stands idle

_checker: Checker  # one in each worker, made when it starts


@dataclass(frozen=True, slots=True)
class Work:
    """What a worker needs to know."""

    config: Config
    all_languages: bool = False

    def checker(self) -> Checker:
        """A Checker as asked for."""
        return Checker(self.config, all_languages=self.all_languages)


def check_here(batches: Iterable[Batch], work: Work) -> Iterator[Checked]:
    """Check in this process, one batch after the other."""
    checker = work.checker()
    for batch in batches:
        yield batch, checker.check(batch)


def check_in_pool(batches: Iterable[Batch], work: Work, workers: int) -> Iterator[Checked]:
    """Check in `workers` processes; batches come back as they are done, in any order.

    A batch that ends its process is tried again item by item, each in a process of its own, and
    the item that does it again becomes an error.
    """
    pool = _pool(work, workers)
    waiting: dict[Future[list[Outcome]], Batch] = {}
    coming = iter(batches)
    try:
        while True:
            for batch in coming:
                waiting[pool.submit(_check, batch)] = batch
                if len(waiting) >= workers * _AHEAD:
                    break
            if not waiting:
                return
            done, _ = wait(waiting, return_when=FIRST_COMPLETED)
            try:
                for future in done:
                    outcomes = future.result()
                    yield waiting.pop(future), outcomes
            except BrokenProcessPool:
                pool.shutdown(wait=False)
                for batch in waiting.values():
                    yield batch, [_check_alone(item, work) for item in batch]
                waiting.clear()
                pool = _pool(work, workers)
    finally:
        pool.shutdown(cancel_futures=True)


def _pool(work: Work, workers: int) -> ProcessPoolExecutor:
    # A fresh interpreter a worker: forking a process that has loaded libraries with threads hangs.
    context = multiprocessing.get_context("spawn")
    return ProcessPoolExecutor(workers, context, initializer=_start, initargs=(work.checker,))


def _start(make: Callable[[], Checker]) -> None:
    global _checker  # noqa: PLW0603  a pool hands its workers nothing but globals
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the program, which ends us
    threading.Thread(target=_end_with_parent, daemon=True).start()
    # As many workers as there are cores each want one, before any library asks for all of them.
    for library in ("OMP", "OPENBLAS", "MKL", "BLIS"):
        os.environ.setdefault(f"{library}_NUM_THREADS", "1")
    _checker = make()


def _end_with_parent() -> None:
    """A worker would wait for ever for work from a program that was killed."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _check(batch: Batch) -> list[Outcome]:
    return _checker.check(batch)


def _check_alone(item: Item, work: Work) -> Outcome:
    with _pool(work, 1) as pool:
        try:
            return pool.submit(_check, [item]).result()[0]
        except BrokenProcessPool:
            return Outcome(
                "error",
                error=f"{item.key}: fikk programmet til å stanse. Kontroller den for seg selv.",
                address=item.address,
            )
