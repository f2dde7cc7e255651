"""What every reader hands on: the blocks of a draft as its format shows them, line by line.

A reader only says what the format says; `roles` decides what each block is. All ranges are in
the source of the document.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field

from klartekst.document import BLOCK_SEPARATOR, Reading
from klartekst.model import Role, Span

# A bullet as the fonts of office programs have it, private-use signs among them.
BULLET = re.compile(r"\s*[•▪◦‣·\uf0b7\uf0a7\uf06f]\s*")


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a block: the ranges of its words, its line break among them, and its text.

    `text` is composed to NFC and has single spaces, for the rules of `roles` to look at.
    """

    ranges: tuple[Span | Reading, ...]
    text: str
    bold: bool = False


@dataclass(frozen=True, slots=True)
class RawBlock:
    """A block before its role is settled.

    `level` is that of a heading: 0 for a title, 7 for what is no heading. `marker` is where the
    bullet or number of a list item stands; the lines leave it out. A `label` says that the block is
    something beside the running text, a `place` only where it is found.
    """

    role: Role
    lines: tuple[Line, ...]
    level: int = 7
    label: str = ""
    marker: Span | None = None
    place: str = ""

    @property
    def text(self) -> str:
        """The words of all lines."""
        return " ".join(line.text for line in self.lines if line.text)

    @property
    def bold(self) -> bool:
        """Whether every line with words is bold."""
        lines = [line for line in self.lines if line.text]
        return bool(lines) and all(line.bold for line in lines)


def make_line(source: str, ranges: Iterable[Span | Reading], *, bold: bool = False) -> Line:
    """The line made of these ranges of the source, in order."""
    kept = tuple(ranges)
    words = "".join(
        item.text if isinstance(item, Reading) else source[item.start : item.end] for item in kept
    )
    return Line(kept, plain(words), bold)


def plain(words: str) -> str:
    """Words composed to NFC with single spaces."""
    return " ".join(unicodedata.normalize("NFC", words).split())


def role_of_comment(words: str) -> Role:
    """What a comment in the markup is: one to colleagues, or one to klartekst."""
    return Role.INSTRUCTION if words.lstrip().startswith("klartekst:") else Role.COMMENT


@dataclass(slots=True)
class Extract:
    """Gathers the source of a format that has no plain one, and its blocks along with it."""

    blocks: list[RawBlock] = field(default_factory=list)
    _texts: list[str] = field(default_factory=list)
    _length: int = 0

    def add(
        self,
        role: Role,
        lines: Iterable[tuple[str, bool]],
        *,
        level: int = 7,
        label: str = "",
        place: str = "",
    ) -> list[Span]:
        """Add a block of (text, bold) lines; one without words is left out.

        Gives where in the source each line that was kept has its words.
        """
        kept = [(text, bold) for text, bold in lines if text.strip()]
        if not kept:
            return []
        if self.blocks:
            self._append(BLOCK_SEPARATOR)
        made: list[Line] = []
        words: list[Span] = []
        for number, (text, bold) in enumerate(kept, start=1):
            start = self._length
            self._append(text if number == len(kept) else f"{text}\n")
            made.append(Line((Span(start, self._length),), plain(text), bold))
            words.append(Span(start, start + len(text)))
        self.blocks.append(RawBlock(role, tuple(made), level, label, place=place))
        return words

    def add_beside(self, role: Role, label: str, words: str) -> None:
        """Add a block of one line that is not the body; white space is folded."""
        self.add(role, [(plain(words), False)], label=label)

    @property
    def source(self) -> str:
        """All that was added, blocks parted by a blank line."""
        return "".join(self._texts)

    def _append(self, text: str) -> None:
        self._texts.append(text)
        self._length += len(text)
