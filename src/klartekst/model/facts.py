"""What a person should check before a draft is sent."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from klartekst.model.brief import Profile
from klartekst.model.text import Language, Place

# The order is the order of the list.
FactKind = Literal["quote", "number", "date", "person", "body", "link", "brief"]


@dataclass(frozen=True, slots=True)
class Checkable:
    """One thing to check, in the draft's words, confidential ones masked.

    `about` is who says it, which title somebody has, or the sentence that a number stands in.
    `source` is what the brief tells of it. Of `kind` "brief" it is a fact of the brief, and has no
    places.
    """

    kind: FactKind
    text: str
    about: str = ""
    source: str = ""
    places: tuple[Place, ...] = ()


@dataclass(frozen=True, slots=True)
class FactSheet:
    """All that is to be checked in a draft, by kind and then in the order of the text."""

    name: str
    language: Language
    profile: Profile
    items: tuple[Checkable, ...]
