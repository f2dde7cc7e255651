"""Where in a file the words of a source stand, for who wants to write in the file too."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from klartekst.model import Role, Span
from klartekst.readers.raw import Extract

if TYPE_CHECKING:
    from lxml.etree import _Element

TEXT, TAIL = "text", "tail"
_NO_HEADING = 7


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


@dataclass(slots=True)
class Anchored:
    """An extract that remembers where in the file its words stand."""

    extract: Extract = field(default_factory=Extract)
    anchors: list[Anchor] = field(default_factory=list)

    def add_line(self, role: Role, label: str, words: Iterable[Words]) -> None:
        """Add a block of one line."""
        self._add(role, [list(words)], _NO_HEADING, label)

    def add_lines(self, role: Role, words: Iterable[Words], *, level: int, label: str) -> None:
        """Add a block whose lines end where the words are a line break."""
        lines: list[list[Words]] = [[]]
        for some in words:
            if some.text == "\n":
                lines.append([])
            else:
                lines[-1].append(some)
        self._add(role, lines, level, label)

    def _add(self, role: Role, lines: Iterable[list[Words]], level: int, label: str) -> None:
        kept = [line for line in lines if any(words.text.strip() for words in line)]
        told = [("".join(words.text for words in line), _is_bold(line)) for line in kept]
        spans = self.extract.add(role, told, level=level, label=label)
        for line, span in zip(kept, spans, strict=True):
            self.anchors += _anchors(line, span.start)


def _is_bold(line: Iterable[Words]) -> bool:
    """Whether all that can be seen of a line is bold."""
    return all(words.bold for words in line if words.text.strip())


def _anchors(line: Iterable[Words], start: int) -> list[Anchor]:
    """The anchors of the words of a line that begins at `start` of the source."""
    anchors = []
    for words in line:
        end = start + len(words.text)
        anchors.append(Anchor(Span(start, end), words.element, words.slot))
        start = end
    return anchors
