"""Choices that hold for every draft of an organisation."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from klartekst.model.brief import Profile, Readership
from klartekst.model.rule import Severity

# The Public Administration Act in force: that of 1967, or of 2025 once the King in Council says so.
Act = Literal["1967", "2025"]


@dataclass(frozen=True, slots=True)
class PublicPerson:
    """Somebody who may be named for a public role, until the end of a day."""

    name: str
    role: str = ""
    until: date | None = None


@dataclass(frozen=True, slots=True)
class Config:
    """Choices that hold for every draft of an organisation.

    `profile_is_set` tells whether somebody chose the profile; of a draft that nobody has said what
    it is, less is asked.

    `words` has unwanted words and what to write instead; `accept` words that no language rule
    shall speak of.
    """

    pipeline: str = "auto"
    profile: Profile = "pressemelding"
    readership: Readership = "innbyggere"
    profile_is_set: bool = False
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severity: Mapping[str, Severity] = field(default_factory=dict)
    fail_on: Severity = Severity.ERROR
    rule_folders: tuple[str, ...] = ()
    people: tuple[PublicPerson, ...] = ()
    forvaltningslov: Act = "1967"
    max_megabytes: float = 50.0
    max_pages: int = 500
    words: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    accept: tuple[str, ...] = ()
