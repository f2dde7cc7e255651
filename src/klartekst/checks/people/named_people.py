"""The names of a draft by the token where they begin, and whether they may be published."""

from __future__ import annotations

from dataclasses import dataclass

from klartekst.checks.base import Draft
from klartekst.checks.people.public_roles import Standing

_WITH_FAMILY = frozenset({"prize", "companion"})  # why somebody may be named with family and all
_AGREED = _WITH_FAMILY | {"consent"}


@dataclass(frozen=True, slots=True)
class Name:
    """A name up to the token `end`; `agreed` if its bearer has said yes to being named.

    `with_family` is one whose relatives may be told of as well: nobody consents for a spouse.
    `private` is whoever is not known to act in public, `unclear` one who may do so all the same.
    """

    end: int
    private: bool
    agreed: bool
    unclear: bool = False
    with_family: bool = False


def names_in(draft: Draft) -> dict[int, Name]:
    """Names by their first token."""
    names = {}
    for person in draft.people:
        private = person.standing is not Standing.PUBLIC
        for span in person.mentions:
            tokens = draft.doc.char_span(span.start, span.end, alignment_mode="expand")
            if tokens is not None:
                unclear = person.standing is Standing.UNCLEAR
                agreed = person.evidence in _AGREED
                family = person.evidence in _WITH_FAMILY
                names[tokens.start] = Name(tokens.end, private, agreed, unclear, family)
    return names
