"""Where in a file the words of a source stand, for who wants to write in the file too."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from klartekst.model import Role, Span
from klartekst.readers.raw import Extract

if TYPE_CHECKING:
    from lxml.etree import _Element

TEXT, TAIL = "text", "tail"


@dataclass(frozen=True, slots=True)
class Words:
    """Some words of a file: those in an element, after it, or in one of its attributes.

    `slot` is «text», «tail» or the attribute's name. Words that an element only stands for (a tab)
    have no slot. No line breaks: each is a space.
    """

    text: str
    element: _Element
    slot: str | None = TEXT
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Anchor:
    """Which words of the file a stretch of the source came from, code point by code point."""

    span: Span
    element: _Element
    slot: str | None = TEXT


def words_in(element: _Element, slot: str = TEXT) -> Words:
    """The words in a slot of an element, as many code points as there are."""
    found = {TEXT: element.text, TAIL: element.tail}.get(slot, element.get(slot))
    return Words(str(found or "").replace("\n", " ").replace("\r", " "), element, slot)


def put_words(anchor: Anchor, words: str) -> None:
    """Put other words where an anchor leads."""
    if anchor.slot == TEXT:
        anchor.element.text = words
    elif anchor.slot == TAIL:
        anchor.element.tail = words
    elif anchor.slot is not None:
        anchor.element.set(anchor.slot, words)


def add_line(
    extract: Extract, anchors: list[Anchor], role: Role, label: str, line: Iterable[Words]
) -> None:
    """Add a block of one line to `extract`, and to `anchors` where its words stand."""
    listed = list(line)
    spans = extract.add(role, [("".join(words.text for words in listed), False)], label=label)
    for span in spans:
        anchors += anchors_of(listed, span.start)


def anchors_of(line: Iterable[Words], start: int) -> list[Anchor]:
    """The anchors of the words of a line that begins at `start` of the source."""
    anchors = []
    for words in line:
        end = start + len(words.text)
        anchors.append(Anchor(Span(start, end), words.element, words.slot))
        start = end
    return anchors
