"""Word: the text of the body, and all else that leaves the house with the file.

The source is the extracted text, blocks parted by a blank line: the body first, then what a
reader does not see at once.
"""

from __future__ import annotations

import io
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

import docx

from klartekst.document import Document, assemble
from klartekst.errors import ReadError
from klartekst.readers.anchors import Anchor, Anchored
from klartekst.readers.archive import refuse_bomb
from klartekst.readers.docx.body import Walk
from klartekst.readers.docx.hidden import take_hidden
from klartekst.readers.formats import broken_docx, name_of
from klartekst.readers.roles import assign_roles

if TYPE_CHECKING:
    from docx.document import Document as WordDocument
    from lxml.etree import _Element

__all__ = ["WordFile", "open_docx", "read_docx"]


@dataclass(frozen=True, slots=True)
class WordFile:
    """A Word file as a document, and as what it was made of.

    `anchors` tell where the words stand; their spans are in `document.source`, in order. Those of
    the body lead into `word`, the others into `parts`, the further XML of the file by name.
    """

    document: Document
    word: WordDocument
    parts: Mapping[str, _Element]
    anchors: tuple[Anchor, ...]
    on_page: int

    @property
    def page_anchors(self) -> tuple[Anchor, ...]:
        """Those of words that stand on the page, in the body."""
        return self.anchors[: self.on_page]


def read_docx(data: bytes, name: str) -> Document:
    """The document in a Word file. Raises ReadError for a broken one, and for a bomb."""
    return open_docx(data, name).document


def open_docx(data: bytes, name: str) -> WordFile:
    """A Word file, for who wants to write in it too. Raises ReadError like `read_docx`."""
    subject = name_of(name)
    refuse_bomb(data, subject)
    try:
        word = docx.Document(io.BytesIO(data))
        # Word writes no document type; who puts one in wants entities expanded.
        if word.element.getroottree().docinfo.doctype:
            raise broken_docx(subject)  # noqa: TRY301  told as broken in one place
        found = Anchored()
        walk = Walk(word, found)
        walk.take(word.element.body)
        on_page = len(found.anchors)
        parts = take_hidden(found, word, data)
    except ReadError:
        raise
    # python-docx leaves it to its parts to fail: KeyError, ValueError, XMLSyntaxError, ...
    except Exception as error:
        raise broken_docx(subject) from error
    source = found.extract.source
    document = assemble(name, source, assign_roles(source, found.extract.blocks))
    return WordFile(document, word, parts, tuple(found.anchors), on_page)
