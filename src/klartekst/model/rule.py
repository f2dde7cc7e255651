"""What a rule is, how much it weighs, and what its check finds."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, Literal

from klartekst.model.text import Span


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


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule file, in the wording of one written norm.

    `language` is None for a rule that says the same in bokmål and nynorsk. `parameters` are the
    keys that belong to the check; `flags` and `passes` are its examples, written against the
    messages in `brief` where the check needs any, and with those `spokespeople` in it, each
    «name, title». An example with a Markdown heading is a whole draft. `forbidden` is what
    must not be said. `yields_to` are ids of rules that say it better: what one of them finds as
    well, this one leaves out. `severity_alone` is that of what may be a leak where no other rule
    sees one in the draft.
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
    spokespeople: tuple[str, ...] = ()
    yields_to: tuple[str, ...] = ()
    forbidden: tuple[str, ...] = ()
    severity_alone: Severity | None = None
    status: Literal["preview", "stable"] = "stable"
    language: Literal["nb", "nn"] | None = None


@dataclass(frozen=True, slots=True)
class Match:
    """What a check found, before it is worded and masked. Spans are in `Document.text`.

    `span` has the words that gave it away, and `within`, where it is wider, all that is told: there
    the finding lies. `values` fill the placeholders of the rule's message; they never hold words of
    the draft, unless `quotes_draft` says so: such a match is left out where those words are
    confidential. `severity` is set where this match weighs more or less than its rule.
    """

    span: Span
    values: Mapping[str, str] = field(default_factory=dict)
    suggestions: tuple[str, ...] = ()
    entity: str | None = None
    confidence: float = 1.0
    severity: Severity | None = None
    quotes_draft: bool = False
    within: Span | None = None

    @property
    def place(self) -> Span:
        """Where the finding lies."""
        return self.within or self.span
