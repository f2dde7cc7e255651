"""The document: the text that checks read, its blocks, and where each piece came from.

A reader finds blocks as ranges of a *source*: the decoded file for plain text and Markdown, the
extracted text for other formats. `assemble` turns them into the *text*: composed to NFC, white
space folded to single spaces, invisible characters taken out, blocks parted by a blank line.
Checks work on the text; users are told places in the source. The pieces carry every place
forward, so nothing is searched for afterwards.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from klartekst.language import detect_language
from klartekst.model import Block, Language, Piece, Place, Role, Span

BLOCK_SEPARATOR = "\n\n"

_INVISIBLE = "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"
# A letter with its combining marks, white space that is more than a single space, or invisible
# characters: what cannot be copied as it stands. Everything between two matches is.
_FOLDED = re.compile(
    rf"[^\s{_INVISIBLE}](?:[{_INVISIBLE}]*[\u0300-\u036f])+|\s{{2,}}|[^\S ]|[{_INVISIBLE}]+"
)
_SEEN = str.maketrans("", "", _INVISIBLE)


@dataclass(frozen=True, slots=True)
class Reading:
    """A range of the source that reads as other text than it holds: `&oslash;` as «ø»."""

    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Part:
    """A block as a reader found it: the ranges of the source that make up its words, in order."""

    role: Role
    ranges: tuple[Span | Reading, ...]
    label: str = ""


@dataclass(frozen=True, slots=True)
class Document:
    """A draft as text and blocks. `text` is what is checked, `source` what users see offsets in."""

    name: str
    text: str
    source: str
    blocks: tuple[Block, ...]
    pieces: tuple[Piece, ...]
    line_starts: tuple[int, ...]
    language: Language
    _block_starts: tuple[int, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        starts = tuple(block.span.start for block in self.blocks)
        object.__setattr__(self, "_block_starts", starts)

    def source_span(self, span: Span) -> Span:
        """The span of `source` that a non-empty span of `text` came from."""
        first = self._piece_at(span.start)
        last = self._piece_at(span.end - 1)
        return Span(_source_start(first, span.start), _source_end(last, span.end))

    def place(self, offset: int) -> Place:
        """Where the code point at `offset` of `text` is, in words a reader can follow."""
        return self._place(self.source_span(Span(offset, offset + 1)).start, offset)

    def place_after(self, offset: int) -> Place:
        """Where the code point before `offset` of `text` ends: the column that follows it."""
        last = self._place(self.source_span(Span(offset - 1, offset)).end - 1, offset - 1)
        return Place(last.line, last.column + 1, last.label)

    def label_in_source(self, offset: int) -> str:
        """The label of the block whose words are at `offset` of `source`, or before it."""
        index = bisect_right(self.pieces, offset, key=lambda piece: piece.source.start) - 1
        return self.block_at(self.pieces[max(index, 0)].text.start).label

    def block_at(self, offset: int) -> Block:
        """The block that holds `offset` of `text`, or the last one before it."""
        return self.blocks[max(bisect_right(self._block_starts, offset) - 1, 0)]

    def words_of(self, block: Block) -> str:
        """The text of a block."""
        return self.text[block.span.start : block.span.end]

    def _place(self, source_offset: int, offset: int) -> Place:
        line = bisect_right(self.line_starts, source_offset)
        column = source_offset - self.line_starts[line - 1] + 1
        return Place(line, column, self.block_at(offset).label)

    def _piece_at(self, offset: int) -> Piece:
        index = bisect_right(self.pieces, offset, key=lambda piece: piece.text.start) - 1
        return self.pieces[max(index, 0)]


def assemble(name: str, source: str, parts: Iterable[Part]) -> Document:
    """Join the parts of a source to a Document; parts without words are left out.

    Ranges must lie inside `source`. Blocks without a label are numbered by role.
    """
    texts: list[str] = []
    blocks: list[Block] = []
    pieces: list[Piece] = []
    offset = 0
    labels = _Labels()
    for part in parts:
        folded = _joined(_trim(_fold(source, part.ranges)))
        if not folded:
            continue
        if blocks:
            texts.append(BLOCK_SEPARATOR)
            offset += len(BLOCK_SEPARATOR)
        start = offset
        for text, span in folded:
            pieces.append(Piece(Span(offset, offset + len(text)), span))
            texts.append(text)
            offset += len(text)
        label = part.label or labels.next(part.role)
        blocks.append(Block(part.role, Span(start, offset), label))
    return assemble_pieces(name, "".join(texts), source, blocks, pieces)


def assemble_pieces(
    name: str, text: str, source: str, blocks: Sequence[Block], pieces: Sequence[Piece]
) -> Document:
    """A Document whose blocks and pieces, in order, are already settled."""
    line_starts = (0, *(found.end() for found in re.finditer(r"\r\n|\r|\n", source)))
    return Document(
        name=name,
        text=text,
        source=source,
        blocks=tuple(blocks),
        pieces=tuple(pieces),
        line_starts=line_starts,
        language=detect_language(_body(text, blocks)),
    )


def _body(text: str, blocks: Iterable[Block]) -> str:
    """What a reader sees as the text: the language of a file's properties is not its own."""
    return BLOCK_SEPARATOR.join(
        text[block.span.start : block.span.end] for block in blocks if block.role.is_body
    )


def assemble_extracted(name: str, blocks: Iterable[tuple[Role, str, str]]) -> Document:
    """A Document of (role, text, label) blocks taken out of a format that has no plain source."""
    parts: list[Part] = []
    texts: list[str] = []
    offset = 0
    for role, text, label in blocks:
        parts.append(Part(role, (Span(offset, offset + len(text)),), label))
        texts.append(text)
        offset += len(text) + len(BLOCK_SEPARATOR)
    return assemble(name, BLOCK_SEPARATOR.join(texts), parts)


def _fold(source: str, ranges: Iterable[Span | Reading]) -> list[tuple[str, Span]]:
    folded: list[tuple[str, Span]] = []
    for item in ranges:
        pieces = _fold_reading(item) if isinstance(item, Reading) else _fold_range(source, item)
        for text, came_from in pieces:
            is_space_again = text == " " and bool(folded) and folded[-1][0].endswith(" ")
            if not is_space_again:
                folded.append((text, came_from))
    return folded


def _fold_range(source: str, span: Span) -> Iterator[tuple[str, Span]]:
    position = span.start
    for found in _FOLDED.finditer(source, span.start, span.end):
        start, end = found.span()
        yield from _copied(source, position, start)
        matched = found.group()
        if matched.isspace():
            yield " ", Span(start, end)
        elif matched[0] not in _INVISIBLE:
            yield unicodedata.normalize("NFC", matched.translate(_SEEN)), Span(start, end)
        position = end
    yield from _copied(source, position, span.end)


def _copied(source: str, start: int, end: int) -> Iterator[tuple[str, Span]]:
    """What is copied as it stands, a space at either end by itself: it may yet be dropped."""
    first = min(start + source.startswith(" ", start, end), end)
    last = end - source.endswith(" ", first, end)
    for one, other in ((start, first), (first, last), (last, end)):
        if one < other:
            yield source[one:other], Span(one, other)


def _fold_reading(reading: Reading) -> Iterator[tuple[str, Span]]:
    words = "".join(text for text, _ in _fold_range(reading.text, Span(0, len(reading.text))))
    if words:
        yield words, reading.span


def _trim(folded: list[tuple[str, Span]]) -> list[tuple[str, Span]]:
    while folded and folded[0][0] == " ":
        folded = folded[1:]
    while folded and folded[-1][0] == " ":
        folded = folded[:-1]
    return folded


def _joined(folded: list[tuple[str, Span]]) -> list[tuple[str, Span]]:
    """The same with copied neighbours in one: a few pieces, not one for every word."""
    runs: list[list[tuple[str, Span]]] = []
    for text, span in folded:
        before = runs[-1][-1] if runs else None
        if (
            before
            and _is_copied(*before)
            and _is_copied(text, span)
            and before[1].end == span.start
        ):
            runs[-1].append((text, span))
        else:
            runs.append([(text, span)])
    return [
        ("".join(text for text, _ in run), Span(run[0][1].start, run[-1][1].end)) for run in runs
    ]


def _is_copied(text: str, span: Span) -> bool:
    return len(text) == len(span)


def _source_start(piece: Piece, offset: int) -> int:
    if len(piece.text) == len(piece.source):
        return piece.source.start + min(offset - piece.text.start, len(piece.text) - 1)
    return piece.source.start


def _source_end(piece: Piece, offset: int) -> int:
    if len(piece.text) == len(piece.source):
        return piece.source.start + min(offset - piece.text.start, len(piece.text))
    return piece.source.end


_NUMBERED = {
    Role.HEADING: "mellomtittel",
    Role.LIST_ITEM: "punkt",
    Role.TABLE_CELL: "celle",
    Role.HEADER: "topptekst",
    Role.COMMENT: "kommentar",
    Role.DELETED: "slettet tekst",
    Role.HIDDEN: "skjult tekst",
    Role.ATTACHED: "vedlegg",
    Role.METADATA: "egenskap",
    Role.AUTHOR: "egenskap",
    Role.ADDRESSEE: "adresse",
    Role.INSTRUCTION: "beskjed til klartekst",
    Role.CONTACT: "kontaktlinje",
}
_NAMED = {Role.TITLE: "tittel", Role.LEAD: "ingress"}


class _Labels:
    """Numbers the blocks that their reader gave no label. Paragraphs and quotes count as one."""

    def __init__(self) -> None:
        self._counts: dict[str, int] = {}

    def next(self, role: Role) -> str:
        if role in _NAMED:
            return _NAMED[role]
        word = _NUMBERED.get(role, "avsnitt")
        self._counts[word] = self._counts.get(word, 0) + 1
        return f"{word} {self._counts[word]}"
