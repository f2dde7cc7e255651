"""Questions that are asked and not answered."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from klartekst.checks.base import Annotation, Draft
from klartekst.checks.parts import is_asked, is_question
from klartekst.model import Match, Profile, Role


@dataclass(frozen=True)
class UnansweredCheck:
    """Finds headings that ask something, with no text before the next heading."""

    profiles: tuple[Profile, ...]

    needs: ClassVar[frozenset[Annotation]] = frozenset()
    fills: ClassVar[frozenset[str]] = frozenset()

    def find(self, draft: Draft) -> Iterator[Match]:
        """Yield each question that nothing follows."""
        if not is_asked(draft, self.profiles):
            return
        blocks = [block for block in draft.document.blocks if block.role.is_body]
        for block, following in zip(blocks, (*blocks[1:], None), strict=True):
            if is_question(draft, block) and (
                following is None or following.role in (Role.HEADING, Role.CONTACT)
            ):
                yield Match(block.span)
