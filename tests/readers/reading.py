"""Short ways to read a draft and to state the laws that every reader keeps."""

from __future__ import annotations

import html
import io
import unicodedata
from typing import TYPE_CHECKING

from klartekst.model import Role, Span
from klartekst.readers import read

if TYPE_CHECKING:
    from docx.document import Document as WordDocument

    from klartekst.document import Document


def read_as(draft: str | bytes, name: str) -> Document:
    """The document in a draft."""
    data = draft.encode() if isinstance(draft, str) else draft
    return read(data, name, max_megabytes=50)


def shape(draft: str | bytes, name: str) -> list[tuple[str, str]]:
    """The role and words of every block."""
    document = read_as(draft, name)
    return [(block.role.value, document.words_of(block)) for block in document.blocks]


def body_shape(draft: str | bytes, name: str) -> list[tuple[str, str]]:
    """The role and words of every block of the body."""
    return [(role, words) for role, words in shape(draft, name) if Role(role).is_body]


def body(draft: str | bytes, name: str) -> str:
    """The text of the body, blocks parted by a blank line."""
    return "\n\n".join(words for _, words in body_shape(draft, name))


def beside(draft: str | bytes, name: str) -> dict[str, str]:
    """What leaves the house with the body, by where it is."""
    document = read_as(draft, name)
    return {
        block.label: document.words_of(block) for block in document.blocks if not block.role.is_body
    }


def save(word: WordDocument) -> bytes:
    """A Word file as bytes."""
    file = io.BytesIO()
    word.save(file)
    return file.getvalue()


def assert_places_hold(document: Document) -> None:
    """Every character of every block comes from the same character of the source."""
    for block in document.blocks:
        for at in range(block.span.start, block.span.end):
            came_from = document.source_span(Span(at, at + 1))
            written = document.source[came_from.start : came_from.end]
            character = document.text[at]
            assert _same(character, written), (character, written)


def _same(character: str, written: str) -> bool:
    if character == " ":
        return (
            not written.strip() or written.startswith("<br") or not html.unescape(written).strip()
        )
    composed = unicodedata.normalize("NFC", written)
    return character in (written, composed) or character in unicodedata.normalize(
        "NFC", html.unescape(written)
    )


def letters(words: str) -> str:
    """The letters of a text in order, composed; digits and marks may belong to lists."""
    composed = unicodedata.normalize("NFC", words)
    return "".join(character for character in composed if character.isalpha())
