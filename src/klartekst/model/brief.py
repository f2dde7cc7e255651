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
    """Somebody who speaks for the sender."""

    name: str
    role: str = ""


@dataclass(frozen=True, slots=True)
class Forbidden:
    """What the draft must not say, and why."""

    text: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Brief:
    """What a draft was written to say. The first message is the main one."""

    messages: tuple[KeyMessage, ...] = ()
    spokespeople: tuple[Spokesperson, ...] = ()
    forbidden: tuple[Forbidden, ...] = ()
    profile: Profile | None = None
    readership: Readership | None = None
    crisis: bool = False
