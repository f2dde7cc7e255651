"""Which place of the source each character came from that the Markdown parser was given.

The parser strips quote marks, indents and heading marks off the lines of a block, and escapes off
the cells of a table, and joins the rest to a string. These functions retrace that, line by line.
An origin is an offset in the source, or NOWHERE for white space that stands for none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from klartekst.document import Reading
from klartekst.model import Span
from klartekst.readers.inline import Fragment
from klartekst.readers.raw import Line, make_line

NOWHERE = -1

_CONTAINER = re.compile(r"[ \t]*(?:>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t]))")


def of_lines(source: str, lines: Sequence[Span], content: str) -> list[int] | None:
    """The origins of a block's content, whose first line is `lines[0]`.

    None where the two do not fit together; the caller then takes the lines as they are.
    """
    origins: list[int] = []
    parts = content.split("\n")
    if len(parts) > len(lines):
        return None
    for number, part in enumerate(parts):
        line = source[lines[number].start : lines[number].end]
        words = part.strip()
        start = _find_at_end(line, words)
        if start is None:
            return None
        start += lines[number].start
        lead = len(part) - len(part.lstrip()) if words else len(part)
        origins += [NOWHERE] * lead
        origins += range(start, start + len(words))
        origins += [NOWHERE] * (len(part) - lead - len(words))
        if number + 1 < len(parts):
            origins.append(lines[number].start + len(line.rstrip("\r\n")))
    return origins


def after_containers(source: str, line: Span, count: int) -> int:
    """Where a line begins that stands inside so many quotes and list items."""
    start = line.start
    for _ in range(count):
        found = _CONTAINER.match(source, start, line.end)
        start = found.end() if found else start
    return start


def split_cells(source: str, line: Span, *, containers: int) -> list[list[int]]:
    """The origins of each cell of a table row that stands inside so many quotes and list items."""
    start = after_containers(source, line, containers)
    cells: list[list[int]] = [[]]
    for at in range(start, line.end):
        is_escaped = at > start and source[at - 1] == "\\"
        if source[at] == "|" and not is_escaped:
            cells.append([])
            continue
        if source[at] == "|":
            cells[-1].pop()
        cells[-1].append(at)
    trimmed = [_trim(source, cell) for cell in cells]
    if trimmed and not trimmed[0]:
        trimmed = trimmed[1:]
    if trimmed and not trimmed[-1]:
        trimmed = trimmed[:-1]
    return trimmed


def lines_of(source: str, origins: Sequence[int], found: Iterable[Fragment]) -> tuple[Line, ...]:
    """The lines that the fragments of a block make; one without words is left out."""
    lines: list[Line] = []
    ranges: list[Span | Reading] = []
    bold: list[bool] = []
    for fragment in found:
        spans = spans_of(source, origins[fragment.start : fragment.end])
        if fragment.reads_as is None:
            ranges += spans
        elif spans:
            ranges.append(Reading(Span(spans[0].start, spans[-1].end), fragment.reads_as))
        if fragment.kind == "break":
            lines.append(make_line(source, ranges, bold=bool(bold) and all(bold)))
            ranges, bold = [], []
        elif any(source[span.start : span.end].strip() for span in spans):
            bold.append(fragment.bold)
    lines.append(make_line(source, ranges, bold=bool(bold) and all(bold)))
    return tuple(line for line in lines if line.text)


def spans_of(source: str, origins: Iterable[int]) -> list[Span]:
    """The ranges of the source that these origins make up, in order."""
    spans: list[Span] = []
    start = end = NOWHERE
    for at in origins:
        if at == NOWHERE:
            continue
        if at != end:
            if start != NOWHERE:
                spans.append(Span(start, end))
            start = at
        end = at + (2 if source.startswith("\r\n", at) else 1)
    if start != NOWHERE:
        spans.append(Span(start, end))
    return spans


def _find_at_end(line: str, words: str) -> int | None:
    """Where `words` begin that end the line, but for the closing marks of a heading."""
    ended = line.rstrip()
    for candidate in (ended, ended.rstrip("#").rstrip()):
        if candidate.endswith(words):
            return len(candidate) - len(words)
    return None


def _trim(source: str, cell: list[int]) -> list[int]:
    first, end = 0, len(cell)
    while first < end and source[cell[first]].isspace():
        first += 1
    while end > first and source[cell[end - 1]].isspace():
        end -= 1
    return cell[first:end]
