"""Whether a message stands as early in the draft as its brief asks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from klartekst.checks.base import Annotation, Draft
from klartekst.model import Match, Role, Where

if TYPE_CHECKING:
    from klartekst.checks.messages.carried import Carried

_ORDER: tuple[Where, ...] = ("title", "lead", "body")
# The same in bokmål and nynorsk.
_WANTED: Mapping[Where, str] = {"title": "tittelen", "lead": "tittelen eller ingressen"}
# An answer begins with a greeting or a question, and has no lead to be in.
_ANSWERS = frozenset({"mediesvar", "sporsmal-og-svar"})


@dataclass(frozen=True)
class PlacementCheck:
    """Finds messages that stand later than the brief asks.

    Nothing asked, the main message belongs in title or lead, of a draft that has them.
    """

    needs: ClassVar[frozenset[Annotation]] = frozenset({"tags", "lemmas", "parse"})
    fills: ClassVar[frozenset[str]] = frozenset({"message", "wanted", "place"})

    def find(self, draft: Draft) -> Iterator[Match]:
        """Yield each message that stands too late, where it first stands."""
        for number, carried in enumerate(draft.carried):
            wanted = carried.message.placement
            if wanted is None and number == 0 and _has_top(draft):
                wanted = "lead"
            if wanted and carried.where and _ORDER.index(carried.where) > _ORDER.index(wanted):
                yield _match(draft, carried, wanted)


def _match(draft: Draft, carried: Carried, wanted: Where) -> Match:
    span = carried.span or draft.document.blocks[0].span
    return Match(
        span,
        {
            "message": carried.message.text.rstrip("."),
            "wanted": _WANTED[wanted],
            "place": draft.document.place(span.start).label,
        },
        confidence=carried.score,
    )


def _has_top(draft: Draft) -> bool:
    if draft.brief is not None and draft.brief.profile in _ANSWERS:
        return False
    roles = {block.role for block in draft.document.blocks}
    return Role.LEAD in roles or Role.TITLE in roles
