"""The arithmetic of measuring findings against marks: overlap, shares, figures.

Knows nothing of what is marked or why, so that privacy, plain language and messages share it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from klartekst.model import Finding, Span

Better = Literal["higher", "lower"]


@dataclass(frozen=True, slots=True)
class Share:
    """How many of how many."""

    hits: int = 0
    total: int = 0

    @property
    def ratio(self) -> float | None:
        """Between 0 and 1, or None of nothing."""
        return self.hits / self.total if self.total else None


@dataclass(frozen=True, slots=True)
class Figure:
    """One number about a whole corpus; `basis` says what it was counted from («31 of 40»)."""

    name: str
    value: float
    basis: str
    better: Better
    unit: Literal["%", "per 1,000 words"] = "%"
    pinned: bool = True


def overlapping(span: Span, findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings that share at least one code point with a span."""
    return tuple(finding for finding in findings if finding.span.overlaps(span))


def outside(spans: Sequence[Span], findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings that overlap none of the spans."""
    return tuple(
        finding for finding in findings if not any(finding.span.overlaps(span) for span in spans)
    )


def share_of(outcomes: Iterable[bool]) -> Share:
    """How many of some yes-or-no outcomes are yes."""
    listed = list(outcomes)
    return Share(sum(listed), len(listed))


def percentage(name: str, share: Share, better: Better, *, pinned: bool = True) -> Iterator[Figure]:
    """A share as a figure in per cent; none where there was nothing to count."""
    if share.ratio is not None:
        basis = f"{share.hits} of {share.total}"
        yield Figure(name, round(100 * share.ratio, 1), basis, better, pinned=pinned)


def per_thousand_words(name: str, count: int, words: int) -> Iterator[Figure]:
    """A count as a rate, the lower the better; none where there are no words."""
    if words:
        rate = round(1000 * count / words, 2)
        yield Figure(name, rate, f"{count} in {words} words", "lower", "per 1,000 words")
