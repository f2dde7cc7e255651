"""What a draft tells of a private person in words that no signal rule knows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from klartekst.checks.base import Annotation, Draft
from klartekst.checks.signals.individuals import find_individuals
from klartekst.checks.signals.stretches import find_told
from klartekst.model import Match


@dataclass(frozen=True)
class ToldCheck:
    """Finds the stretches that tell something of one certain person, and have no signal in them.

    Whether they do is weighed by the words around: whom they are about, how, and what else the
    draft tells of that person.
    """

    needs: ClassVar[frozenset[Annotation]] = frozenset({"tags", "lemmas", "names"})
    fills: ClassVar[frozenset[str]] = frozenset()

    def find(self, draft: Draft) -> Iterator[Match]:
        """Yield each stretch that no signal rule of the pack has a word for."""
        individuals = find_individuals(draft)
        told = find_told(draft)
        known = {
            told.at(signal.start, signal.end)
            for check in draft.signals
            for signal in check.signals(draft, individuals)
        }
        for stretch in told.stretches:
            if stretch not in known:
                span = individuals.reading.span(stretch.start, stretch.end)
                yield Match(span, entity="QUASI_IDENTIFIER", confidence=0.6)
