"""What the brief says must not be said, said all the same, in those words or others."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from klartekst.checks.base import Annotation, Draft
from klartekst.checks.messages.carried import carried
from klartekst.model import KeyMessage, Match


@dataclass(frozen=True)
class ForbiddenCheck:
    """Finds where a draft says something that its brief lists under `ikke_si`.

    It is matched as a message is. `{number}` is its place in that list: neither it nor the reason
    is repeated, since both may hold the secret.
    """

    needs: ClassVar[frozenset[Annotation]] = frozenset({"tags", "lemmas", "parse"})
    fills: ClassVar[frozenset[str]] = frozenset({"number"})

    def find(self, draft: Draft) -> Iterator[Match]:
        """Yield each sentence that says what must not be said."""
        forbidden = draft.brief.forbidden if draft.brief else ()
        messages = [KeyMessage(str(number), each.text) for number, each in enumerate(forbidden, 1)]
        for answer in carried(draft, messages, word_for_word=True):
            if answer.status == "present" and answer.span:
                yield Match(answer.span, {"number": answer.message.id}, confidence=answer.score)
