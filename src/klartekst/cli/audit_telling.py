"""What `klartekst audit` says while it works, at its end, and when a library is missing."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from klartekst.errors import KlartekstError

if TYPE_CHECKING:
    from klartekst.audit.run import Progress, Summary

_EXTRA = (
    "klartekst audit trenger flere programbiblioteker. Installer dem med "
    "«pip install klartekst[audit]»."
)
_STATUS = {
    "checked": "kontrollert",
    "duplicate": "like en annen",
    "skipped": "ikke norsk",
    "error": "kunne ikke kontrolleres",
}
_VERDICT = {"ready": "klare", "warnings": "med advarsler", "stop": "med stopp"}
_COUNTING = "Teller saker …"
_BAR = "{percentage:3.0f} % {bar} {n_fmt} av {total_fmt} saker, {rate_fmt}, {remaining} igjen"


def today() -> date:
    """The day of a report."""
    return datetime.now().astimezone().date()


@contextmanager
def needing_extra() -> Iterator[None]:
    """Turn a missing library of the extra into a message that says how to get it."""
    try:
        yield
    except ModuleNotFoundError as error:
        raise KlartekstError(f"{_EXTRA} ({error.name} mangler.)") from error


@contextmanager
def showing_progress() -> Iterator[Progress]:
    """A bar on a terminal, with the rate and the time left; nothing elsewhere.

    What was checked before counts as done, but not into the rate: that would promise too much.
    """
    from tqdm import tqdm

    from klartekst.audit.run import Progress

    if not sys.stderr.isatty():
        yield Progress()
        return
    # Loading the pipeline takes as long as many items: the rate is that of the whole run.
    with tqdm(unit=" saker", bar_format=_COUNTING, smoothing=0, dynamic_ncols=True) as bar:

        def expect(items: int) -> None:
            bar.bar_format = _BAR
            bar.reset(total=items)

        def pass_by(items: int) -> None:
            bar.initial += items
            bar.update(items)

        yield Progress(expect, bar.update, pass_by)


def in_words(summary: Summary, folder: Path) -> str:
    """The last lines of a run: how it went, and where to look."""
    items = _many(summary.items, "sak", "saker")
    statuses = _counted(summary.statuses, _STATUS) or "kildene er tomme"
    verdicts = _counted(summary.verdicts, _VERDICT)
    if summary.was_finished:
        told = (
            f"Gjennomgangen i {folder} var ferdig fra før, og ingenting er kontrollert på nytt. "
            f"Velg en ny mappe med -o for å gjøre en ny.\n{items}: {statuses}."
        )
    else:
        told = f"{items} på {_time(round(summary.seconds))}: {statuses}."
    if verdicts:
        told += f" Av de kontrollerte er {verdicts}."
    return f"{told}\nTabellene ligger i {folder}."


def _counted(counts: dict[str, int], words: dict[str, str]) -> str:
    return ", ".join(f"{counts[name]} {word}" for name, word in words.items() if name in counts)


def _time(seconds: int) -> str:
    """«48 sekunder», «12 minutter», «3 timer og 20 minutter»."""
    if seconds < 60:
        return _many(seconds, "sekund", "sekunder")
    hours, minutes = divmod(seconds // 60, 60)
    told = _many(minutes, "minutt", "minutter")
    return f"{_many(hours, 'time', 'timer')} og {told}" if hours else told


def _many(count: int, one: str, more: str) -> str:
    return f"{count} {one if count == 1 else more}"
