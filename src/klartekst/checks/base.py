"""What every check is given, and what it must be.

A check is a small frozen dataclass: its fields are the parameters that a rule file may set, its
`needs` the annotations it reads, its `fills` the placeholders that a rule's message may have beside
{match}, and `find` yields what it found. It holds no words of a rule.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, ClassVar, Literal, Protocol

from klartekst.checks.wording.books import Shelf
from klartekst.document import Document
from klartekst.model import Block, Brief, Match, Profile, Role, Span
from klartekst.quotations import find_quotations
from klartekst.tokens import Tokens, TokenSpan

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from klartekst.checks.messages.carried import Carried
    from klartekst.checks.people.public_roles import Person
    from klartekst.checks.roles.quotes import Quote
    from klartekst.checks.signals.signal import SignalCheck
    from klartekst.recognizers.analysis import Entity

# What a pipeline can add to a text. "sentences" and "tokens" are always there.
Annotation = Literal["tags", "lemmas", "parse", "names"]

_NAMED_BY_THE_FILE = frozenset({"PERSON", "EMAIL_ADDRESS"})
_HANDLERS = frozenset({Role.AUTHOR, Role.ADDRESSEE, Role.INSTRUCTION})


@dataclass(frozen=True)
class Draft:
    """A document with its one parse and its brief: all that a check may look at.

    `doc.text` equals `document.text`, so token offsets are offsets of the document; checks read
    `tokens`. `wordings` has the parse of each message, variant and keyword of the brief, by its
    text. `signals` are the signal rules of the pack in the draft's written norm, for a check that
    weighs them together.
    `profile_is_set` tells whether somebody chose the profile. `today` is the only source of the
    date: None if unknown. On `shelf` stand the phrases of a pack, which are looked for together.
    """

    document: Document
    doc: Doc
    brief: Brief | None = None
    wordings: Mapping[str, Doc] = field(default_factory=dict)
    signals: tuple[SignalCheck, ...] = ()
    profile: Profile = "pressemelding"
    profile_is_set: bool = False
    today: date | None = None
    shelf: Shelf = field(default_factory=Shelf, repr=False, compare=False)

    @cached_property
    def tokens(self) -> Tokens:
        """The parse as checks read it."""
        return Tokens(self.doc)

    @cached_property
    def sentences(self) -> tuple[TokenSpan, ...]:
        """The sentences of the running text: not titles, headings, tables or contact blocks."""
        return tuple(
            sentence
            for sentence in self.tokens.sents
            if self.block_of(sentence.start_char).role.is_running_text
            and any(token.is_alpha for token in sentence)
        )

    @property
    def is_crisis(self) -> bool:
        """Whether the draft tells of a crisis, by its profile or its brief."""
        return self.profile == "krisemelding" or bool(self.brief and self.brief.crisis)

    @cached_property
    def written(self) -> tuple[TokenSpan, ...]:
        """The sentences of the running text, of the titles and of the headings."""
        return tuple(
            sentence
            for sentence in self.tokens.sents
            if self.block_of(sentence.start_char).role.is_written
            and any(token.is_alpha for token in sentence)
        )

    @cached_property
    def quotations(self) -> tuple[Span, ...]:
        """What somebody is quoted as saying, in order; language rules leave it alone."""
        return find_quotations(self.document)

    @cached_property
    def entities(self) -> tuple[Entity, ...]:
        """What the recognisers found, overlaps resolved, in order. Runs them once.

        That a file names its author and a mail its receivers is as it should be.
        """
        from klartekst.recognizers.analysis import find_entities

        return tuple(
            entity
            for entity in find_entities(self.doc)
            if entity.kind not in _NAMED_BY_THE_FILE
            or self.block_of(entity.span.start).role not in _HANDLERS
        )

    @cached_property
    def people(self) -> tuple[Person, ...]:
        """Whom the draft names, and whether they may be named for a public role."""
        from klartekst.checks.people.public_roles import people_of

        return people_of(self)

    @cached_property
    def quotes(self) -> tuple[Quote, ...]:
        """What is quoted, with who says it."""
        from klartekst.checks.roles.quotes import quotes_of

        return quotes_of(self)

    @cached_property
    def carried(self) -> tuple[Carried, ...]:
        """What the draft has of each message of its brief, in the brief's order."""
        from klartekst.checks.messages.carried import carried_messages

        return carried_messages(self)

    def block_of(self, offset: int) -> Block:
        """The block that holds `offset`."""
        return self.document.block_at(offset)

    def is_quoted(self, span: Span) -> bool:
        """Whether a span lies inside a quotation, at least in part."""
        return self._quoted.find(1, span.start, span.end) >= 0

    @cached_property
    def _quoted(self) -> bytes:
        """A 1 for each code point of the text that somebody is quoted for."""
        quoted = bytearray(len(self.document.text))
        for quotation in self.quotations:
            quoted[quotation.start : quotation.end] = b"\x01" * len(quotation)
        return bytes(quoted)


class Check(Protocol):
    """A way of finding."""

    needs: ClassVar[frozenset[Annotation]]
    fills: ClassVar[frozenset[str]]

    def find(self, draft: Draft) -> Iterator[Match]:
        """Yield what the draft has of it, in any order."""
        ...
