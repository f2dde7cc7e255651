"""What a draft was written to say."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from klartekst.model.text import Where

Profile = Literal["pressemelding", "mediesvar", "krisemelding", "nyhetssak", "sporsmal-og-svar"]
Readership = Literal["innbyggere", "journalister", "fagfolk"]


@dataclass(frozen=True, slots=True)
class KeyMessage:
    """One message that the draft must carry, in the brief's words."""

    id: str
    text: str
    variants: tuple[str, ...] = ()
    keywords: tuple[str, ...] = ()
    placement: Where | None = None


@dataclass(frozen=True, slots=True)
class Spokesperson:
    """Somebody who speaks for the sender; a delegate does so in a crisis, instead of the mayor."""

    name: str
    role: str = ""
    delegate: bool = False


@dataclass(frozen=True, slots=True)
class Forbidden:
    """What the draft must not say, and why."""

    text: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Fact:
    """Something that the draft states as a fact, and where it is known from."""

    text: str
    source: str = ""


@dataclass(frozen=True, slots=True)
class BriefQuote:
    """What somebody has agreed to be quoted as saying; `approved_by` is empty until they have."""

    text: str
    speaker: str = ""
    approved_by: str = ""


@dataclass(frozen=True, slots=True)
class Brief:
    """What a draft was written to say. The first message is the main one.

    `officials` are those whom the organisation's config lists as its own; they may be named, but
    nobody has said that they speak in this matter.
    """

    messages: tuple[KeyMessage, ...] = ()
    spokespeople: tuple[Spokesperson, ...] = ()
    forbidden: tuple[Forbidden, ...] = ()
    profile: Profile | None = None
    readership: Readership | None = None
    crisis: bool = False
    purpose: str = ""
    channel: str = ""
    facts: tuple[Fact, ...] = ()
    quotes: tuple[BriefQuote, ...] = ()
    officials: tuple[Spokesperson, ...] = ()
