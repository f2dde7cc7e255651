"""Named people who hold no evident public role."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar, Literal

from klartekst.checks.base import Annotation, Draft
from klartekst.checks.people.public_roles import people_of
from klartekst.checks.people.weighing import Standing
from klartekst.model import Match

_CONFIDENCE = {Standing.PRIVATE: 0.85, Standing.UNCLEAR: 0.6}


@dataclass(frozen=True)
class PrivatePersonCheck:
    """Finds every mention of a person of one standing; see `checks/people/public_roles.py`.

    `standing` is «private» for people who are evidently named as private or for whom nothing
    tells of a role, «unclear» where it takes a person to decide (a lone first name, an employee,
    somebody quoted without title). `roles` are titles that count as public beyond the shipped
    ones; a leading hyphen includes compounds («-leder»).
    """

    standing: Literal["private", "unclear"] = "private"
    roles: tuple[str, ...] = ()

    needs: ClassVar[frozenset[Annotation]] = frozenset({"names"})
    fills: ClassVar[frozenset[str]] = frozenset()

    def find(self, draft: Draft) -> Iterator[Match]:
        """Yield each mention, the surname alone included."""
        people = people_of(draft, self.roles) if self.roles else draft.people
        for person in people:
            if person.standing.value != self.standing:
                continue
            for span in person.mentions:
                yield Match(
                    span=span,
                    entity="PERSON",
                    confidence=_CONFIDENCE[person.standing],
                )
