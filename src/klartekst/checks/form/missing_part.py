"""A part that a kind of text should have, and this one lacks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar, Literal

from klartekst.checks.base import Annotation, Draft
from klartekst.checks.form.parts import PARTS, anchor, is_asked
from klartekst.model import Match, Profile


@dataclass(frozen=True)
class MissingPartCheck:
    """Finds a draft of one of `profiles` that has no `part`.

    With `unless_default`, only where somebody chose the profile.
    """

    profiles: tuple[Profile, ...]
    part: Literal["lead", "date", "contact", "quote", "questions"]
    unless_default: bool = False

    needs: ClassVar[frozenset[Annotation]] = frozenset()
    fills: ClassVar[frozenset[str]] = frozenset()

    def find(self, draft: Draft) -> Iterator[Match]:
        """Yield one match, on the title, for a draft without the part."""
        if self.unless_default and not draft.profile_is_set:
            return
        if is_asked(draft, self.profiles) and not PARTS[self.part](draft):
            yield Match(anchor(draft))
