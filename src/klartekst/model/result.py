"""What is known of a draft when it has been checked."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Literal

from klartekst.model.brief import Profile
from klartekst.model.rule import Category, Severity
from klartekst.model.text import Language, Place, Span, Where

MessageState = Literal["present", "partial", "missing", "contradicted"]
Level = Literal["lett", "middels", "vanskelig"]


class Verdict(StrEnum):
    """Whether a draft can be sent."""

    READY = "ready"
    WARNINGS = "warnings"
    STOP = "stop"
    UNCHECKED = "unchecked"


@dataclass(frozen=True, slots=True)
class Finding:
    """What a rule says of a place. `span` is in `Document.source`; confidential text is masked."""

    rule: str
    category: Category
    severity: Severity
    span: Span
    place: Place
    excerpt: str
    message: str
    suggestions: tuple[str, ...] = ()
    entity: str | None = None
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class MessageStatus:
    """Whether the draft carries one message of its brief. `span` is in `Document.source`.

    For a message that is not present, `span` is the sentence that comes closest, if any does.
    """

    id: str
    message: str
    status: MessageState
    where: Where | None
    span: Span | None
    score: float


@dataclass(frozen=True, slots=True)
class Measures:
    """How a text reads. Percentages are of words; clarity is 0 to 100, higher is clearer."""

    words: int
    sentences: int
    lix: float
    words_per_sentence: float
    long_words_pct: float
    passive_pct: float
    clarity: int
    level: Level


@dataclass(frozen=True, slots=True)
class Result:
    """What is known of one draft: findings, or an error, never both."""

    name: str
    sha256: str | None
    language: Language | None
    profile: Profile
    verdict: Verdict
    measures: Measures | None = None
    messages: tuple[MessageStatus, ...] = ()
    findings: tuple[Finding, ...] = ()
    error: str | None = None
