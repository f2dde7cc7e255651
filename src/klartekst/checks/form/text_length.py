"""A text that is longer than its readers have time for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from klartekst.checks.base import Annotation, Draft
from klartekst.checks.form.parts import anchor, is_asked
from klartekst.model import Match, Profile, Role


@dataclass(frozen=True)
class TextLengthCheck:
    """Finds a text with more than `most_characters`, spaces included, contact lines left out."""

    profiles: tuple[Profile, ...]
    most_characters: int

    needs: ClassVar[frozenset[Annotation]] = frozenset()
    fills: ClassVar[frozenset[str]] = frozenset({"length", "most"})

    def find(self, draft: Draft) -> Iterator[Match]:
        """Yield one match, on the title, for a text that is too long."""
        blocks = [
            block
            for block in draft.document.blocks
            if block.role.is_body and block.role is not Role.CONTACT
        ]
        length = sum(len(block.span) + 1 for block in blocks)
        if length > self.most_characters and is_asked(draft, self.profiles):
            values = {"length": _thousands(length), "most": _thousands(self.most_characters)}
            yield Match(anchor(draft), values)


def _thousands(number: int) -> str:
    return f"{round(number, -2):,}".replace(",", " ")
