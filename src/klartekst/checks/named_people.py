"""The names of a draft by the token where they begin, and whether they may be published."""

from __future__ import annotations

from dataclasses import dataclass

from klartekst.checks.base import Draft
from klartekst.checks.public_roles import Standing

_AGREED = frozenset(
    {"prize", "companion", "consent"}
)  # why somebody may be named with family and all


@dataclass(frozen=True, slots=True)
class Name:
    """A name up to the token `end`; `agreed` if its bearer has said yes to being named."""

    end: int
    private: bool
    agreed: bool


def names_in(draft: Draft) -> dict[int, Name]:
    """Names by their first token."""
    names = {}
    for person in draft.people:
        private = person.standing is not Standing.PUBLIC
        for span in person.mentions:
            tokens = draft.doc.char_span(span.start, span.end, alignment_mode="expand")
            if tokens is not None:
                names[tokens.start] = Name(tokens.end, private, person.evidence in _AGREED)
    return names
