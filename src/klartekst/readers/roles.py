"""What each block of a draft is: title, lead, heading, list item, quote or contact.

A list of steps, each from blocks to blocks; the same for all formats, so that a draft has the
same shape as a Word file and as plain text. What the format says outright is left as it is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from itertools import pairwise

from klartekst.document import Part
from klartekst.model import Role, Span
from klartekst.readers.contact import settle_contact
from klartekst.readers.raw import Line, RawBlock, make_line
from klartekst.readers.wording import (
    STARTS_WITH_MONTH,
    ends_sentence,
    is_contact_heading,
    is_contact_line,
    is_greeting,
    is_labelled,
    is_pleasantry,
    is_preamble,
    is_signature,
    looks_like_heading,
    starts_with_dash,
)

_MAX_TITLE = 160


def assign_roles(
    source: str, blocks: Iterable[RawBlock], *, unmarked_headings: bool = False
) -> list[Part]:
    """The parts of a document, with their roles.

    `unmarked_headings` is for formats that cannot mark a heading: a short line of its own is one.
    """
    settled = [part for block in blocks for part in _split(source, block)]
    steps: tuple[Callable[[list[RawBlock]], list[RawBlock]], ...] = (
        lambda found: _settle_list_items(source, found),
        _settle_title,
        settle_contact,
        lambda found: _settle_lead(found, unmarked=unmarked_headings),
        lambda found: _settle_headings(found, unmarked=unmarked_headings),
        _settle_quotes,
    )
    for step in steps:
        settled = step(settled)
    return [
        Part(
            block.role,
            tuple(item for line in block.lines for item in line.ranges),
            block.label or block.place,
        )
        for block in settled
    ]


def _split(source: str, block: RawBlock) -> list[RawBlock]:
    """Part a paragraph where a line is plainly a thing of its own, not a hard-wrapped one."""
    if block.role is not Role.PARAGRAPH or len(block.lines) < 2:
        return [block]
    if all(is_labelled(line.text) for line in block.lines):
        return [replace(block, lines=(line,)) for line in block.lines]
    breaks = [
        number
        for number, (before, line) in enumerate(pairwise(block.lines), start=1)
        if _starts_anew(before, line, first=number == 1)
    ]
    parts = [
        replace(block, lines=block.lines[start:end])
        for start, end in pairwise([0, *breaks, len(block.lines)])
    ]
    dashed = [part for part in parts if starts_with_dash(part.text)]
    if len(dashed) > 1 and not any(ends_sentence(part.text) for part in dashed):
        parts = [_as_item(source, part) if part in dashed else part for part in parts]
    return parts


def _starts_anew(before: Line, line: Line, *, first: bool) -> bool:
    if is_signature(line.text) or is_contact_line(line.text):
        return True
    if is_contact_heading(line.text) and not line.text[:1].islower():
        return True
    if starts_with_dash(line.text):
        return before.text.endswith(":") or any(
            tells(before.text) for tells in (ends_sentence, starts_with_dash)
        )
    if not first:
        return False
    return (before.bold and not line.bold) or (
        is_greeting(before.text) and not line.text[:1].islower()
    )


def _as_item(source: str, block: RawBlock) -> RawBlock:
    """A list item of a paragraph that begins with a dash; the dash becomes its marker."""
    first, *others = block.lines
    span = first.ranges[0]
    if not isinstance(span, Span):
        return block
    dash = next(at for at in range(span.start, span.end) if source[at] in "–—")
    rest = make_line(source, (Span(dash + 1, span.end), *first.ranges[1:]), bold=first.bold)
    return replace(block, role=Role.LIST_ITEM, lines=(rest, *others), marker=Span(dash, dash + 1))


def _settle_list_items(source: str, blocks: list[RawBlock]) -> list[RawBlock]:
    """Undo lists that are none: «17. mai feirer vi …», and a reply behind a hyphen."""
    settled: list[RawBlock] = []
    kinds = [_kind_of_marker(source, block) for block in blocks]
    for number, block in enumerate(blocks):
        around = kinds[max(number - 1, 0) : number] + kinds[number + 1 : number + 2]
        role = _role_of_item(block, kinds[number], alone=kinds[number] not in around)
        if block.marker is not None and role is not block.role:
            first, *others = block.lines
            line = make_line(source, (block.marker, *first.ranges), bold=first.bold)
            block = replace(block, role=role, lines=(line, *others), marker=None)  # noqa: PLW2901  the same block, settled
        settled.append(block)
    return settled


def _kind_of_marker(source: str, block: RawBlock) -> str:
    """The bullet of a list item, «1» for any number; empty for other blocks."""
    if block.role is not Role.LIST_ITEM or block.marker is None:
        return ""
    marker = source[block.marker.start : block.marker.end].strip()
    return "1" if marker[0].isdigit() else marker


def _role_of_item(block: RawBlock, kind: str, *, alone: bool) -> Role:
    if kind == "1" and (alone or STARTS_WITH_MONTH.match(block.text)):
        return Role.PARAGRAPH
    if kind == "-" and alone and len(block.text.split()) >= 4 and ends_sentence(block.text):
        return Role.QUOTE
    return block.role


def _settle_title(blocks: list[RawBlock]) -> list[RawBlock]:
    content = [number for number, block in enumerate(blocks) if block.role.is_body]
    title = _title_among(blocks, content)
    settled = list(blocks)
    for number in content:
        block = blocks[number]
        if number == title:
            settled[number] = replace(block, role=Role.TITLE, level=0)
            break
        # With a title, all that stands above it is a heading of the paper; contact lines apart.
        is_above = is_preamble(block.text) or (title is not None and not _is_contact(block))
        if is_above and block.role in (Role.PARAGRAPH, Role.HEADING):
            settled[number] = replace(block, role=Role.HEADER)
        elif title is None:
            break
    return settled


def _is_contact(block: RawBlock) -> bool:
    return is_contact_line(block.text) or is_contact_heading(block.text)


def _title_among(blocks: list[RawBlock], content: list[int]) -> int | None:
    """The number of the title: a heading that opens the text, or a short line that does."""
    above: list[RawBlock] = []
    for number in content:
        block = blocks[number]
        if block.role is Role.HEADING and (
            block.level <= 1 or all(is_preamble(other.text) for other in above)
        ):
            return number
        is_short = looks_like_heading(block.text) or is_preamble(block.text)
        if len(above) >= 4 or not (is_short or _is_contact(block)):
            break
        above.append(block)
    for position, number in enumerate(content):
        block = blocks[number]
        if is_preamble(block.text) or _is_contact(block):
            continue
        return number if _opens_as_title(block) and position + 1 < len(content) else None
    return None


def _opens_as_title(block: RawBlock) -> bool:
    text = block.text
    return (
        block.role is Role.PARAGRAPH
        and not block.label
        and len(text) <= _MAX_TITLE
        and not text.endswith((".", ",", ";", ":", "…"))
        and any(character.isalpha() for character in text)
        and not is_greeting(text)
        and not is_contact_heading(text)
        and not starts_with_dash(text)
    )


def _settle_lead(blocks: list[RawBlock], *, unmarked: bool) -> list[RawBlock]:
    """The lead is marked as such, or the first paragraph that says something."""
    content = [number for number, block in enumerate(blocks) if block.role.is_body]
    marked = next((number for number in content if blocks[number].role is Role.LEAD), None)
    lead = _lead_among(blocks, content, unmarked=unmarked) if marked is None else marked
    if lead is not None and len(content) == 1:
        lead = None
    return [
        replace(block, role=Role.LEAD if number == lead else Role.PARAGRAPH)
        if number == lead or block.role is Role.LEAD
        else block
        for number, block in enumerate(blocks)
    ]


def _lead_among(blocks: list[RawBlock], content: list[int], *, unmarked: bool) -> int | None:
    passed_text = False
    for number in content:
        block = blocks[number]
        text = block.text
        is_heading = block.role is Role.HEADING or (
            block.role is Role.PARAGRAPH
            and (block.bold or unmarked)
            and looks_like_heading(text)
            and (text.endswith("?") or not block.bold)
        )
        if is_heading and passed_text:
            return None
        if block.role is not Role.PARAGRAPH or block.label or is_heading:
            continue
        if not (is_preamble(text) or is_greeting(text) or is_pleasantry(text)):
            return number
        passed_text = True
    return None


def _settle_headings(blocks: list[RawBlock], *, unmarked: bool) -> list[RawBlock]:
    """A bold line of its own heads what follows; in plain text a short one does."""
    return [
        replace(block, role=Role.HEADING)
        if _heads(block, blocks[number + 1 : number + 2], unmarked=unmarked)
        else block
        for number, block in enumerate(blocks)
    ]


def _heads(block: RawBlock, following: list[RawBlock], *, unmarked: bool) -> bool:
    if block.role is not Role.PARAGRAPH or block.label or not following:
        return False
    if block.bold and not is_greeting(block.text):
        return looks_like_heading(block.text, colon=True)
    return (
        unmarked
        and len(block.lines) == 1
        and looks_like_heading(block.text)
        and not is_greeting(block.text)
        and following[0].role in (Role.PARAGRAPH, Role.LIST_ITEM, Role.QUOTE)
        and (following[0].role is Role.LIST_ITEM or not looks_like_heading(following[0].text))
    )


def _settle_quotes(blocks: list[RawBlock]) -> list[RawBlock]:
    return [
        replace(block, role=Role.QUOTE)
        if block.role is Role.PARAGRAPH and starts_with_dash(block.text)
        else block
        for block in blocks
    ]
