"""Who speaks in a crisis."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from klartekst.checks.base import Annotation, Draft
from klartekst.checks.form.parts import is_asked
from klartekst.checks.people.titles import is_form_of
from klartekst.checks.roles.quotes import Speaker
from klartekst.checks.roles.spokespeople import is_named
from klartekst.model import Match, Profile


@dataclass(frozen=True)
class CrisisSpeakerCheck:
    """Finds who is quoted, and neither holds an office of `mayors` nor is delegated to.

    Delegates are those whom the brief marks as such, or, where it marks none, all its spokespeople.
    `when_named` tells which drafts a rule is for: those whose brief names somebody, or the others.
    """

    profiles: tuple[Profile, ...]
    mayors: tuple[str, ...]
    when_named: bool

    needs: ClassVar[frozenset[Annotation]] = frozenset({"names"})
    fills: ClassVar[frozenset[str]] = frozenset()

    def find(self, draft: Draft) -> Iterator[Match]:
        """Yield each such speaker where the draft first quotes them."""
        named = draft.brief.spokespeople if draft.brief else ()
        if not is_asked(draft, self.profiles) or bool(named) != self.when_named:
            return
        delegates = [who for who in named if who.delegate] or list(named)
        seen: list[object] = []
        for quote in draft.quotes:
            speaker = quote.speaker
            if speaker is None or self._is_mayor(speaker):
                continue
            who = speaker.person or speaker.words
            is_delegate = speaker.person is not None and any(
                is_named(speaker.person, delegate) for delegate in delegates
            )
            if not is_delegate and who not in seen:
                seen.append(who)
                yield Match(speaker.span)

    def _is_mayor(self, speaker: Speaker) -> bool:
        return any(is_form_of(head, mayor) for head in speaker.heads for mayor in self.mayors)
