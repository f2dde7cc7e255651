"""Whether the draft carries the messages of its brief.

A message is looked for in every sentence and every pair of neighbouring sentences. What counts is
the share of its content words that are found there, by lemma, or less surely as part of a compound
(«skoleåpning» carries «skole»). Each wording of a message (the brief's variants count as well) is
tried; keywords, when the brief has them, weigh half.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, Literal

from klartekst.checks.base import Annotation, Draft
from klartekst.checks.messages import Carried
from klartekst.model import Match

if TYPE_CHECKING:
    from klartekst.model import KeyMessage


@dataclass(frozen=True)
class KeyMessageCheck:
    """Finds what the draft lacks of its brief: the `main` message, or `supporting` ones."""

    which: Literal["main", "supporting"]

    needs: ClassVar[frozenset[Annotation]] = frozenset({"tags", "lemmas"})
    fills: ClassVar[frozenset[str]] = frozenset({"message"})

    def find(self, draft: Draft) -> Iterator[Match]:
        """Yield each missing message at the sentence that comes closest to it."""
        for number, carried in enumerate(draft.carried):
            is_main = number == 0
            if is_main == (self.which == "main") and carried.status == "missing":
                yield _match(draft, carried.message, carried)


def _match(draft: Draft, message: KeyMessage, carried: Carried) -> Match:
    span = carried.span or draft.document.blocks[0].span
    return Match(span, {"message": message.text.rstrip(".")}, confidence=1 - carried.score)
