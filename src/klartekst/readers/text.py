"""Plain text: blank lines part the blocks, and bullets, numbers and dashes tell what they are."""

from __future__ import annotations

import re
from collections.abc import Iterator

from klartekst.document import Document, assemble
from klartekst.model import Role, Span
from klartekst.readers.raw import Line, RawBlock, make_line
from klartekst.readers.roles import assign_roles
from klartekst.readers.wording import looks_like_heading

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")
# Word's own bullets arrive as private-use characters and as «o» before a tab.
_MARKER = re.compile(
    r"\s*(?P<marker>[-*•·‣▪◦\uf0b7\uf0a7]|o(?=\t)|\d{1,3}[.)]|[a-zæøå]\))\s+(?=\S)"
)
# What is told to klartekst itself, written as in Markdown.
_INSTRUCTION = re.compile(r"\s*<!--\s*(?P<words>klartekst:.*?)\s*-->\s*", re.DOTALL)
_RULER = re.compile(r"\s*[-=_*~–—]{3,}\s*")


def read_text(text: str, name: str) -> Document:
    """The document in a plain text; its source is the text as it stands."""
    blocks = [
        part
        for group in _groups(text)
        for block in _blocks(text, group)
        for part in _part_heading(block)
    ]
    return assemble(name, text, assign_roles(text, blocks, unmarked_headings=True))


def _groups(text: str) -> Iterator[list[Span]]:
    """The lines between blank lines, line breaks included."""
    group: list[Span] = []
    for found in _LINE.finditer(text):
        told = _INSTRUCTION.fullmatch(found.group())
        if told:
            yield group
            yield [Span(found.start() + told.start("words"), found.start() + told.end("words"))]
            group = []
        elif found.group().strip() and not _RULER.fullmatch(found.group()):
            group.append(Span(*found.span()))
        elif group:
            yield group
            group = []
    if group:
        yield group


def _blocks(text: str, group: list[Span]) -> Iterator[RawBlock]:
    if group and text.startswith("klartekst:", group[0].start):
        yield RawBlock(Role.INSTRUCTION, (make_line(text, group),))
        return
    role, marker, lines = Role.PARAGRAPH, None, list[Line]()
    for span in group:
        found = _MARKER.match(text, span.start, span.end)
        if found is not None or (role is Role.LIST_ITEM and not _continues(text, span)):
            if lines:
                yield RawBlock(role, tuple(lines), marker=marker)
            lines = []
            role = Role.PARAGRAPH if found is None else Role.LIST_ITEM
            marker = None if found is None else Span(found.start("marker"), found.end())
        start = span.start if found is None else found.end()
        lines.append(make_line(text, (Span(start, span.end),)))
    if lines:
        yield RawBlock(role, tuple(lines), marker=marker)


def _continues(text: str, span: Span) -> bool:
    """Whether a line without a bullet goes on with the item above: indented, or in mid-sentence."""
    first = text[span.start]
    return first.isspace() or first.islower()


def _part_heading(block: RawBlock) -> list[RawBlock]:
    """Part a first line from what follows, where it was broken off though more would fit."""
    if block.role is not Role.PARAGRAPH or len(block.lines) < 2:
        return [block]
    first, second, *_ = block.lines
    widest = max(len(line.text) for line in block.lines)
    next_word = second.text.split(maxsplit=1)[0]
    is_broken_off = len(first.text) + 1 + len(next_word) <= widest
    if not (is_broken_off and looks_like_heading(first.text) and not next_word[0].islower()):
        return [block]
    return [RawBlock(block.role, (first,)), RawBlock(block.role, block.lines[1:])]
