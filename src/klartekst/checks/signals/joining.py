"""Where a signal stands, and signals that stand so close that they are told as one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from klartekst.checks.wording.reading import Reading

_JOIN = 6  # words between two signals that are told as one


@dataclass(frozen=True, slots=True)
class Signal:
    """A signal in a draft: tokens from `start` up to `end` of the sentence with that number."""

    start: int
    end: int
    sentence: int


def joined(reading: Reading, signals: Sequence[Signal]) -> Iterator[Signal]:
    """Signals of a sentence that follow closely as one: «epilepsi og angst»."""
    last: Signal | None = None
    for signal in signals:
        near = last is not None and signal.start - last.end <= _JOIN
        if last is not None and near and signal.sentence == last.sentence:
            between = reading.tokens[last.end : signal.start]
            if not any(token.ent_type_ for token in between):
                last = Signal(last.start, signal.end, signal.sentence)
                continue
        if last is not None:
            yield last
        last = signal
    if last is not None:
        yield last
