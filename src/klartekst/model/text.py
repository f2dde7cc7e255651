"""What a document is made of. Offsets are code points, half-open."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Literal

# What a draft that comes on standard input is called.
STDIN = "-"

Language = Literal["nb", "nn", "mixed", "other"]
Where = Literal["title", "lead", "body"]


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
    DELETED = "deleted"  # what tracking has taken out of the text, and the file still holds
    HIDDEN = "hidden"  # text that the program does not show
    ATTACHED = "attached"  # the text of an attachment, or of an earlier message in a mail
    METADATA = "metadata"
    AUTHOR = "author"  # who wrote or saved the file, as the file itself tells
    INSTRUCTION = "instruction"  # what a writer tells klartekst, in a comment
    ADDRESSEE = "addressee"  # who sends and receives a mail

    @property
    def is_body(self) -> bool:
        """Whether a reader of the text sees it as text, so that language rules apply."""
        return self not in _BESIDE_THE_BODY

    @property
    def is_running_text(self) -> bool:
        """Whether it is written in sentences, so that they can be counted and measured."""
        return self in (Role.LEAD, Role.PARAGRAPH, Role.QUOTE, Role.LIST_ITEM)

    @property
    def is_written(self) -> bool:
        """Whether somebody has worded it: the running text, titles and headings."""
        return self.is_running_text or self in (Role.TITLE, Role.HEADING)


_BESIDE_THE_BODY = frozenset(
    {
        Role.HEADER,
        Role.COMMENT,
        Role.DELETED,
        Role.HIDDEN,
        Role.ATTACHED,
        Role.METADATA,
        Role.AUTHOR,
        Role.ADDRESSEE,
        Role.INSTRUCTION,
    }
)


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
