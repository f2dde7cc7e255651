"""What is known of a draft when it has been checked."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Literal

from klartekst.model.brief import Profile, Readership
from klartekst.model.rule import Category, Severity
from klartekst.model.text import Language, Place, Role, Span, Where

MessageState = Literal["present", "partial", "missing", "contradicted"]
Level = Literal["lett", "middels", "vanskelig"]
# What makes a text heavy, as far as clarity measures it.
ClarityPart = Literal[
    "long_sentences",
    "long_words",
    "rare_words",
    "passives",
    "nominalisations",
    "officialese",
    "register",
    "late_verbs",
    "nesting",
]


class Verdict(StrEnum):
    """Whether a draft can be sent."""

    READY = "ready"
    WARNINGS = "warnings"
    STOP = "stop"
    UNCHECKED = "unchecked"


@dataclass(frozen=True, slots=True)
class Finding:
    """What a rule says of a place. `span` is in `Document.source`; confidential text is masked.

    `end` is the place just after its last code point. `fingerprint` is what the same words are
    known by in the next run, where one was asked for.
    """

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
    end: Place | None = None
    fingerprint: str | None = None


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words that the same findings are about, told as indexes in `Result.findings`."""

    text: str
    findings: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Passage:
    """A block of the draft as it may be shown: all that is confidential is masked."""

    role: Role
    label: str
    stretches: tuple[Stretch, ...]


@dataclass(frozen=True, slots=True)
class MessageStatus:
    """Whether the draft carries one message of its brief. `span` is in `Document.source`.

    For a message that is not present, `span` is the sentence that comes closest, if any does.
    `excerpt` has the words of the span, masked where they are confidential; `lacking` is the part
    of a message that is not said.
    """

    id: str
    message: str
    status: MessageState
    where: Where | None
    span: Span | None
    score: float
    excerpt: str | None = None
    lacking: str | None = None


@dataclass(frozen=True, slots=True)
class Cost:
    """What one part takes from the clarity of a text: `points` of 100, for a measured `value`."""

    part: ClarityPart
    value: float
    points: float


@dataclass(frozen=True, slots=True)
class Measures:
    """How a text reads.

    `lix` is words per sentence plus long words in per cent, `rix` long words per sentence; `spread`
    is the standard deviation of the words per sentence. What ends in `_pct` is per 100 words, for
    passives and officialese of those outside quotations. A long word has more than six letters; a
    rare one is not among the 10,000 commonest. `register` is above 0 where the words are more at
    home in statutes than in everyday texts. `words_before_verb` and `subordination` are means of
    the sentences.

    `clarity` is 0 to 100, higher is clearer: 100 less the `costs`, which are sorted, the dearest
    first. `level` is what it means for the `readership`.
    """

    words: int
    sentences: int
    lix: float
    rix: float
    words_per_sentence: float
    spread: float
    long_words_pct: float
    rare_words_pct: float
    passive_pct: float
    nominalisation_pct: float
    officialese_pct: float
    register: float
    words_before_verb: float
    subordination: float
    clarity: int
    level: Level
    readership: Readership = "innbyggere"
    costs: tuple[Cost, ...] = ()


@dataclass(frozen=True, slots=True)
class Suppressed:
    """A finding that somebody let stand: why, who, and until the end of which day."""

    finding: Finding
    reason: str
    who: str = ""
    until: date | None = None


@dataclass(frozen=True, slots=True)
class Result:
    """What is known of one draft: findings, or an error, never both.

    `notes` tell of suppressions that do not count, or fit nothing. `passages` are there only when
    they were asked for. `known` counts the findings that are left out because they were known
    before.
    """

    name: str
    sha256: str | None
    language: Language | None
    profile: Profile
    verdict: Verdict
    measures: Measures | None = None
    messages: tuple[MessageStatus, ...] = ()
    findings: tuple[Finding, ...] = ()
    suppressed: tuple[Suppressed, ...] = ()
    notes: tuple[str, ...] = ()
    error: str | None = None
    passages: tuple[Passage, ...] = ()
    known: int = 0
