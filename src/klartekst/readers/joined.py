"""Several documents in one file: a mail with what is attached to it, and what it answers."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from klartekst.document import BLOCK_SEPARATOR, Document, assemble_pieces
from klartekst.model import Block, Piece, Role, Span

# How mail programs part a reply from the message it answers.
_EARLIER = re.compile(
    r"-{2,}\s*(?:opprinnelig melding|opphavleg melding|videresendt (?:melding|e-post)|"
    r"original message|forwarded message)\b.*|"
    r"(?:den|på|on)\s.{6,80}\s(?:skrev|skreiv|wrote)\b.*:?|"
    r"(?:fra|frå|from):\s.*|"
    r">.*",
    re.IGNORECASE | re.DOTALL,
)
_SENT = re.compile(r"\b(?:sendt|sent|dato|date):", re.IGNORECASE)


def join(name: str, parts: Iterable[tuple[str, Document]]) -> Document:
    """One document of several; the label of each goes before those of its blocks.

    A part with a label is attached: it leaves the house with the mail, and is not the mail's text.
    """
    source, text = "", ""
    blocks: list[Block] = []
    pieces: list[Piece] = []
    for label, document in parts:
        if source:
            source += BLOCK_SEPARATOR
            text += BLOCK_SEPARATOR
        at_text, at_source = len(text), len(source)
        text += document.text
        source += document.source
        pieces += [
            Piece(_moved(piece.text, at_text), _moved(piece.source, at_source))
            for piece in document.pieces
        ]
        blocks += [_attached(block, label, at_text) for block in document.blocks]
    return assemble_pieces(name, text, source, blocks, pieces)


def _moved(span: Span, by: int) -> Span:
    return Span(span.start + by, span.end + by)


def _attached(block: Block, label: str, by: int) -> Block:
    span = _moved(block.span, by)
    if not label:
        return replace(block, span=span)
    role = Role.ATTACHED if block.role.is_body else block.role
    return Block(role, span, f"{label}, {block.label}")


def mark_earlier(document: Document) -> Document:
    """The same document with the messages it answers marked as attached."""
    words = [document.words_of(block) for block in document.blocks]
    first = next((at for at in range(len(words)) if _begins_earlier(words[at:])), None)
    if first is None:
        return document
    blocks = [
        replace(block, role=Role.ATTACHED, label=f"tidligere melding, {block.label}")
        if at >= first and block.role.is_body
        else block
        for at, block in enumerate(document.blocks)
    ]
    pieces = list(document.pieces)
    return assemble_pieces(document.name, document.text, document.source, blocks, pieces)


def _begins_earlier(words: list[str]) -> bool:
    if not _EARLIER.fullmatch(words[0]):
        return False
    if re.match(r"fra:|frå:|from:", words[0], re.IGNORECASE):
        return bool(_SENT.search(" ".join(words[:3])))
    return True
