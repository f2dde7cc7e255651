"""Which blocks tell whom to call: contact sections, signatures, and lines at the very end.

Whoever is named there is named as a contact, so a block is only taken for one where something
says so, and running text never is.
"""

from __future__ import annotations

from dataclasses import replace

from klartekst.model import Role
from klartekst.readers.raw import RawBlock
from klartekst.readers.wording import (
    ends_sentence,
    has_phone_or_mail,
    is_contact_heading,
    is_contact_line,
    is_contact_sentence,
    is_signature,
    looks_like_heading,
)

_LINES = (Role.PARAGRAPH, Role.LEAD, Role.LIST_ITEM, Role.TABLE_CELL, Role.HEADING, Role.QUOTE)
_MIN_RUNNING_WORDS = 10
_MAX_LINE_WORDS = 14
_MAX_LINES_ABOVE = 3


def settle_contact(blocks: list[RawBlock]) -> list[RawBlock]:
    """The blocks with the contact lines told apart, each line a block of its own."""
    settled: list[RawBlock] = []
    inside: int | None = None
    for number, block in enumerate(blocks):
        if _opens(block):
            inside = block.level
        elif inside is not None and _ends(block, blocks[number + 1 : number + 2], inside):
            inside = None
        if block.role in _LINES and (inside is not None or _is_sentence(block)):
            settled += _lines_of(block)
        else:
            settled.append(block)
    return _settle_end(settled)


def _opens(block: RawBlock) -> bool:
    if block.role not in _LINES or not block.lines:
        return False
    first = block.lines[0].text
    if is_contact_heading(first) or is_contact_line(first):
        return True
    return block.role is not Role.HEADING and is_signature(first)


def _is_sentence(block: RawBlock) -> bool:
    return block.role is Role.PARAGRAPH and is_contact_sentence(block.text)


def _ends(block: RawBlock, following: list[RawBlock], level: int) -> bool:
    if block.role in (Role.TITLE, Role.LEAD):
        return True
    if block.role is Role.HEADING:
        return block.level <= level
    heads_text = bool(following) and looks_like_heading(block.text) and _is_running(following[0])
    return heads_text or _is_running(block)


def _is_running(block: RawBlock) -> bool:
    return (
        block.role in (Role.PARAGRAPH, Role.QUOTE, Role.LIST_ITEM)
        and len(block.text.split()) >= _MIN_RUNNING_WORDS
        and ends_sentence(block.text)
        and not has_phone_or_mail(block.text)
    )


def _lines_of(block: RawBlock) -> list[RawBlock]:
    return [
        replace(block, role=Role.CONTACT, lines=(line,), marker=None)
        for line in block.lines
        if line.text
    ]


def _settle_end(blocks: list[RawBlock]) -> list[RawBlock]:
    """Take closing lines with a phone number or an address for contact lines, unannounced."""
    start = len(blocks)
    while start > 0 and _is_closing_line(blocks[start - 1]):
        start -= 1
    reached = [
        number for number in range(start, len(blocks)) if has_phone_or_mail(blocks[number].text)
    ]
    # A draft that is nothing but such lines has no body that they could close.
    if not reached or not any(block.role is Role.PARAGRAPH for block in blocks[:start]):
        return blocks
    start = max(start, reached[0] - _MAX_LINES_ABOVE)
    return blocks[:start] + [line for block in blocks[start:] for line in _lines_of(block)]


def _is_closing_line(block: RawBlock) -> bool:
    return block.role is Role.PARAGRAPH and all(
        len(line.text.split()) <= _MAX_LINE_WORDS and not ends_sentence(line.text)
        for line in block.lines
    )
