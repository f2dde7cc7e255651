"""Questions that are asked and not answered."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from klartekst.checks.base import Annotation, Draft
from klartekst.checks.form.parts import is_asked, is_question
from klartekst.model import Block, Match, Profile, Role

_MOST_HEADING_WORDS = 2  # «Kontakt», «Kontakt oss:»


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
            if is_question(draft, block) and (following is None or _heads(draft, following)):
                yield Match(block.span)


def _heads(draft: Draft, block: Block) -> bool:
    """Whether a block begins something else; «Hvem kan jeg ringe?» is answered by a contact."""
    words = draft.document.words_of(block).split()
    is_contact_heading = block.role is Role.CONTACT and len(words) <= _MOST_HEADING_WORDS
    return block.role is Role.HEADING or is_contact_heading
