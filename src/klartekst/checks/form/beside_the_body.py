"""What leaves the house with a file beside its text, whatever it says."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from klartekst.checks.base import Annotation, Draft
from klartekst.model import Match, Role


@dataclass(frozen=True)
class BesideTheBodyCheck:
    """Finds that a file has blocks of one of `roles`: «comment», «deleted», «hidden», «author».

    One match a file, at the first of them; {count} is how many there are.
    """

    roles: tuple[Role, ...]

    needs: ClassVar[frozenset[Annotation]] = frozenset()
    fills: ClassVar[frozenset[str]] = frozenset({"count"})

    def find(self, draft: Draft) -> Iterator[Match]:
        """Yield the first block, with the number of all."""
        found = [block for block in draft.document.blocks if block.role in self.roles]
        if found:
            yield Match(found[0].span, {"count": str(len(found))})
