"""The names of a draft by the token where they begin, and whether they may be published."""

from __future__ import annotations

from dataclasses import dataclass

from klartekst.checks.base import Draft
from klartekst.checks.people.weighing import Standing

_AGREED = frozenset({"won", "consent"})
# Whoever is named for one of these has agreed to nothing; others whom the draft tells of may have.
_BY_OFFICE = frozenset({"title", "contact", "asked", "addressee", "credit", "party"})


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
        agreed = (
            bool(person.evidence & _AGREED) and not person.evidence & _BY_OFFICE and not private
        )
        for span in person.mentions:
            tokens = draft.tokens.char_span(span.start, span.end, alignment_mode="expand")
            if tokens is not None:
                unclear = person.standing is Standing.UNCLEAR
                family = agreed and "won" in person.evidence
                names[tokens.start] = Name(tokens.end, private, agreed, unclear, family)
    return names
