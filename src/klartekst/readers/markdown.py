"""Markdown: CommonMark with tables, strikethrough and front matter.

The source is the file itself, markup and all. The parser tells the lines of each block and, with
`inline`, where each word stands in the string it parsed; `origins` ties that string to the
source. Lines that end up in no block are made blocks of their own: nothing of a draft is lost.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from klartekst.document import Document, Reading, assemble
from klartekst.model import Role, Span
from klartekst.readers.inline import Fragment, fragments, make_parser
from klartekst.readers.markup import html_blocks
from klartekst.readers.origins import after_containers, lines_of, of_lines, spans_of, split_cells
from klartekst.readers.raw import RawBlock, make_line, role_of_comment
from klartekst.readers.roles import assign_roles

if TYPE_CHECKING:
    from markdown_it.token import Token

_LINE_END = re.compile(r"\r\n|\r|\n")
_FRONT_MATTER = re.compile(
    r"(?P<fence>---|\+\+\+)[ \t]*(?:\r\n|\r|\n)(?=[\w\"'-]+[ \t]*[:=]|\[|#)"
    r"(?:(?!(?P=fence)|\.\.\.)[^\r\n]*(?:\r\n|\r|\n))*"
    r"(?:(?P=fence)|\.\.\.)[ \t]*(?:\r\n|\r|\n|\Z)"
)
_DEFINITION = re.compile(r"\s*\[[^\]]+\]:")
_MARKER = re.compile(r"(?:[-*+]|\d{1,9}[.)])[ \t]+$")
_CONTAINERS = {"blockquote_open": Role.QUOTE, "list_item_open": Role.LIST_ITEM}
_CONTAINER_ENDS = ("blockquote_close", "list_item_close")


def read_markdown(text: str, name: str) -> Document:
    """The document in a Markdown text; its source is the text as it stands."""
    walk = _Walk(text)
    front = _FRONT_MATTER.match(text)
    body = text
    if front is not None:
        walk.take_front_matter(front.end())
        # Blank lines in its place keep the line numbers of the rest.
        body = "\n" * len(walk.covered) + text[front.end() :]
    walk.take_tokens(make_parser().parse(_LINE_END.sub("\n", body)))
    walk.take_the_rest()
    blocks = sorted(walk.blocks, key=_start)
    return assemble(name, text, assign_roles(text, blocks))


def _start(block: RawBlock) -> int:
    first = block.lines[0].ranges[0]
    return first.span.start if isinstance(first, Reading) else first.start


@dataclass(slots=True)
class _Walk:
    """Gathers the blocks of one text; `covered` are the numbers of the lines they explain."""

    text: str
    blocks: list[RawBlock] = field(default_factory=list)
    covered: set[int] = field(default_factory=set)
    lines: list[Span] = field(init=False)
    _containers: list[Token] = field(default_factory=list)
    _table: int = 0
    _row: int = 0
    _column: int = 0

    def __post_init__(self) -> None:
        ends = (found.end() for found in _LINE_END.finditer(self.text))
        self.lines = [Span(*pair) for pair in pairwise((0, *ends, len(self.text)))]

    def take_front_matter(self, end: int) -> None:
        """Take the lines of the front matter, which ends at this offset."""
        count = sum(line.end <= end for line in self.lines)
        self.covered.update(range(count))
        for line in self.lines[1 : count - 1]:
            self._add(RawBlock(Role.METADATA, (make_line(self.text, (line,)),)))

    def take_tokens(self, tokens: Sequence[Token]) -> None:
        """Take the blocks that the parser found."""
        takers: dict[str, Callable[[Token], object]] = {
            "table_open": self._take_table,
            "tr_open": self._take_row,
            "code_block": self._take_code,
            "fence": self._take_fence,
            "html_block": self._take_html,
            "hr": self._cover,
        }
        opened: list[Token] = []
        for token in tokens:
            if token.type in _CONTAINERS:
                self._containers.append(token)
            elif token.type in _CONTAINER_ENDS:
                self._containers.pop()
            elif token.type == "inline":
                self._take_inline(token, opened[-1])
            elif token.type in takers:
                takers[token.type](token)
            if token.nesting == 1:
                opened.append(token)
            elif token.nesting == -1:
                if token.type == "tr_close":
                    self._take_surplus_cells(opened[-1])
                opened.pop()

    def take_the_rest(self) -> None:
        """Take the lines that no block explains: link definitions, and what is nested too deep."""
        for number, line in enumerate(self.lines):
            words = self.text[line.start : line.end]
            if number not in self.covered and any(character.isalnum() for character in words):
                role = Role.METADATA if _DEFINITION.match(words) else Role.PARAGRAPH
                self._add_raw(role, number, number + 1)

    def _take_inline(self, token: Token, parent: Token) -> None:
        first, end = self._cover(token)
        found = tuple(fragments(token.children or [], token.content))
        if parent.type in ("th_open", "td_open"):
            self._take_cell(token, first, found)
            return
        role, level = self._role(), 7
        if parent.type == "heading_open":
            role, level = Role.HEADING, int(parent.tag[1:])
        origins = of_lines(self.text, self.lines[first:end], token.content)
        if origins is None:
            self._add_raw(role, first, end)
        else:
            marker = self._marker(first, origins[0]) if origins else None
            self._add_found(RawBlock(role, (), level, marker=marker), origins, found)

    def _take_cell(self, token: Token, number: int, found: Sequence[Fragment]) -> None:
        cells = self._cells(number)
        column = self._column
        self._column += 1
        if column < len(cells):
            origins = cells[column]
            if "".join(self.text[at] for at in origins) == token.content:
                self._add_found(self._cell(), origins, found)
            else:
                self._add_cell(origins)

    def _take_surplus_cells(self, row: Token) -> None:
        """Take the cells of a row that is longer than its heading: the parser drops them."""
        for origins in self._cells(row.map[0])[self._column :] if row.map else ():
            self._add_cell(origins)

    def _take_table(self, token: Token) -> None:
        self._cover(token)
        self._table += 1
        self._row = 0

    def _take_row(self, _: Token) -> None:
        self._row += 1
        self._column = 0

    def _take_code(self, token: Token) -> None:
        self._add_raw(self._role(), *self._cover(token))

    def _take_fence(self, token: Token) -> None:
        first, end = self._cover(token)
        if token.info.strip():
            self._add_raw(Role.METADATA, first, first + 1)
        content = token.content
        count = content.count("\n") + (content != "" and not content.endswith("\n"))
        is_closed = count < end - first - 1
        self._add_raw(self._role(), first + 1, end - is_closed)

    def _take_html(self, token: Token) -> None:
        first, end = self._cover(token)
        span = Span(self.lines[first].start, self.lines[end - 1].end)
        for role, ranges in html_blocks(self.text, span.start, span.end):
            line = make_line(self.text, ranges)
            told = role_of_comment(line.text) if role is Role.COMMENT else role
            self._add(RawBlock(told, (line,)))

    def _add_found(
        self, block: RawBlock, origins: Sequence[int], found: Sequence[Fragment]
    ) -> None:
        """Add a block with the lines that its fragments make, and the comments among them."""
        words = [fragment for fragment in found if fragment.kind != "comment"]
        if block.role is Role.PARAGRAPH and all(fragment.kind != "text" for fragment in words):
            # A picture that stands alone is no paragraph, least of all the lead.
            block = replace(block, role=Role.METADATA, label="alternativ tekst")
        self._add(replace(block, lines=lines_of(self.text, origins, words)))
        for fragment in found:
            if fragment.kind == "comment":
                spans = spans_of(self.text, origins[fragment.start : fragment.end])
                line = make_line(self.text, spans)
                self._add(RawBlock(role_of_comment(line.text), (line,)))

    def _add_raw(self, role: Role, first: int, end: int) -> None:
        depth = len(self._containers)
        lines = (
            make_line(self.text, (Span(after_containers(self.text, line, depth), line.end),))
            for line in self.lines[first:end]
        )
        self._add(RawBlock(role, tuple(lines)))

    def _add_cell(self, origins: Sequence[int]) -> None:
        line = make_line(self.text, spans_of(self.text, origins))
        self._add(replace(self._cell(), lines=(line,)))

    def _add(self, block: RawBlock) -> None:
        kept = tuple(line for line in block.lines if line.text)
        if kept:
            self.blocks.append(replace(block, lines=kept))

    def _role(self) -> Role:
        return _CONTAINERS[self._containers[-1].type] if self._containers else Role.PARAGRAPH

    def _marker(self, first: int, start: int) -> Span | None:
        """The bullet or number before `start`, where a list item begins on that line."""
        item = self._containers[-1] if self._containers else None
        if item is None or item.type != "list_item_open" or not item.map or item.map[0] != first:
            return None
        line = self.lines[first].start
        found = _MARKER.search(self.text[line:start])
        return None if found is None else Span(line + found.start(), line + found.end())

    def _cells(self, number: int) -> list[list[int]]:
        return split_cells(self.text, self.lines[number], containers=len(self._containers))

    def _cell(self) -> RawBlock:
        return RawBlock(Role.TABLE_CELL, (), label=f"tabell {self._table}, rad {self._row}")

    def _cover(self, token: Token) -> tuple[int, int]:
        first, end = token.map or (0, 0)
        self.covered.update(range(first, end))
        return first, end
