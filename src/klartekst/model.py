"""Every record that passes between the parts of klartekst.

All offsets are code points, half-open. Records are frozen; this module imports nothing of ours,
and nothing heavy, so that `klartekst --help` stays quick.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any, Literal

# What a draft that comes on standard input is called.
STDIN = "-"

Language = Literal["nb", "nn", "mixed", "other"]
Where = Literal["title", "lead", "body"]
MessageState = Literal["present", "partial", "missing", "contradicted"]
Level = Literal["lett", "middels", "vanskelig"]
Profile = Literal["pressemelding", "mediesvar", "krisemelding", "nyhetssak", "sporsmal-og-svar"]
# The Public Administration Act in force: that of 1967, or of 2025 once the King in Council says so.
Act = Literal["1967", "2025"]
Readership = Literal["innbyggere", "journalister", "fagfolk"]


class Severity(StrEnum):
    """How much a finding weighs: «Stopp», «Advarsel» or «Tips»."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"

    @property
    def rank(self) -> int:
        """0 for the gravest; for sorting and for comparing with `--fail-on`."""
        return list(Severity).index(self)


class Category(StrEnum):
    """What a rule guards. The order is the order of a report."""

    PERSONVERN = "personvern"
    TAUSHETSPLIKT = "taushetsplikt"
    BUDSKAP = "budskap"
    ROLLE = "rolle"
    FORM = "form"
    KLARSPRAK = "klarsprak"

    @property
    def confidential(self) -> bool:
        """Whether findings hold what must not be repeated, and so are masked when created."""
        return self in (Category.PERSONVERN, Category.TAUSHETSPLIKT)


class Verdict(StrEnum):
    """Whether a draft can be sent."""

    READY = "ready"
    WARNINGS = "warnings"
    STOP = "stop"
    UNCHECKED = "unchecked"


class Role(StrEnum):
    """What a block is in its document."""

    TITLE = "title"
    LEAD = "lead"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list_item"
    QUOTE = "quote"
    CONTACT = "contact"
    TABLE_CELL = "table_cell"
    HEADER = "header"
    COMMENT = "comment"
    METADATA = "metadata"

    @property
    def is_body(self) -> bool:
        """Whether a reader of the text sees it as text, so that language rules apply."""
        return self not in (Role.HEADER, Role.COMMENT, Role.METADATA)

    @property
    def is_running_text(self) -> bool:
        """Whether it is written in sentences, so that they can be counted and measured."""
        return self in (Role.LEAD, Role.PARAGRAPH, Role.QUOTE, Role.LIST_ITEM)


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of text: code points from `start` up to, not including, `end`."""

    start: int
    end: int

    def __len__(self) -> int:
        return self.end - self.start

    def overlaps(self, other: Span) -> bool:
        """Whether the two share at least one code point."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: Span) -> bool:
        """Whether `other` lies wholly inside."""
        return self.start <= other.start and other.end <= self.end


@dataclass(frozen=True, slots=True)
class Place:
    """Where a reader finds it: line and column count from 1; the label is Norwegian."""

    line: int
    column: int
    label: str


@dataclass(frozen=True, slots=True)
class Block:
    """A piece of a document with one role; `span` is in `Document.text`."""

    role: Role
    span: Span
    label: str


@dataclass(frozen=True, slots=True)
class Piece:
    """Which stretch of the source a stretch of the text came from.

    Of equal length, they correspond code point by code point; otherwise as wholes.
    """

    text: Span
    source: Span


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule file, in the wording of one written norm.

    `language` is None for a rule that says the same in bokmål and nynorsk. `parameters` are the
    keys that belong to the check; `flags` and `passes` are its examples, written against the
    messages in `brief` where the check needs any.
    """

    id: str
    title: str
    message: str
    explanation: str
    source: str
    severity: Severity
    category: Category
    check: str
    parameters: Mapping[str, Any]
    flags: tuple[str, ...]
    passes: tuple[str, ...]
    brief: tuple[str, ...] = ()
    status: Literal["preview", "stable"] = "stable"
    language: Literal["nb", "nn"] | None = None


@dataclass(frozen=True, slots=True)
class Match:
    """What a check found, before it is worded and masked. `span` is in `Document.text`.

    `values` fill the placeholders of the rule's message; they never hold words of the draft.
    """

    span: Span
    values: Mapping[str, str] = field(default_factory=dict)
    suggestions: tuple[str, ...] = ()
    entity: str | None = None
    confidence: float = 1.0


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


@dataclass(frozen=True, slots=True)
class PublicPerson:
    """Somebody who may be named for a public role, until the end of a day."""

    name: str
    role: str = ""
    until: date | None = None


@dataclass(frozen=True, slots=True)
class Config:
    """Choices that hold for every draft of an organisation."""

    pipeline: str = "auto"
    profile: Profile = "pressemelding"
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severity: Mapping[str, Severity] = field(default_factory=dict)
    fail_on: Severity = Severity.ERROR
    rule_folders: tuple[str, ...] = ()
    people: tuple[PublicPerson, ...] = ()
    forvaltningslov: Act = "1967"
    max_megabytes: float = 50.0
