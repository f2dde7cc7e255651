"""Whether the draft carries the messages of its brief; klartekst.matching decides."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, Literal

from klartekst.checks.base import Annotation, Draft
from klartekst.model import Match

if TYPE_CHECKING:
    from klartekst.checks.messages.carried import Carried


@dataclass(frozen=True)
class KeyMessageCheck:
    """Finds the messages in a `state` among the `main` one, the `supporting` ones, or all.

    Such a message is found at the sentence that comes closest to it, or says the contrary.
    `{lacking}` is the part of the message that is not said.
    """

    which: Literal["main", "supporting", "all"]
    state: Literal["missing", "partial", "contradicted"] = "missing"

    needs: ClassVar[frozenset[Annotation]] = frozenset({"tags", "lemmas", "parse"})
    fills: ClassVar[frozenset[str]] = frozenset({"message", "lacking"})

    def find(self, draft: Draft) -> Iterator[Match]:
        """Yield each message in that state."""
        for number, carried in enumerate(draft.carried):
            if carried.status == self.state and self._is_meant(number):
                yield _match(draft, carried)

    def _is_meant(self, number: int) -> bool:
        return self.which == "all" or (number == 0) == (self.which == "main")


def _match(draft: Draft, carried: Carried) -> Match:
    span = carried.span or draft.document.blocks[0].span
    values = {"message": carried.message.text.rstrip("."), "lacking": carried.lacking or ""}
    return Match(span, values, confidence=1 - carried.score)
