"""Personal data replaced in a Word or OpenDocument file itself, what hides in it included."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from klartekst.document import Document
from klartekst.model import Role
from klartekst.readers.anchors import Anchor, put_words
from klartekst.redaction import Replacement

if TYPE_CHECKING:
    from lxml.etree import _Element

# Who wrote a comment or made a change: the names that Word itself puts in when it takes them out.
_SOMEBODY = {"author": "Forfatter", "initials": "F"}
_BODY = "word/document.xml"
_NAME_WITHIN = "navn på innebygd fil"


def redact_docx(data: bytes, name: str, found: Sequence[Replacement]) -> bytes:
    """The Word file with the words in `found` put in, formatting kept.

    Spans are in the `source` of the file's document. Who wrote the file, its comments and its
    changes is taken out too. Raises ReadError.
    """
    from klartekst.readers.docx import open_docx

    file = open_docx(data, name)
    parts = {**file.parts, _BODY: file.word.element}
    _replace(file.document, file.anchors, found)
    _take_out_authors(parts.values())
    return _repacked(data, parts)


def redact_odt(data: bytes, name: str, found: Sequence[Replacement]) -> bytes:
    """The OpenDocument text with the words in `found` put in, like `redact_docx`."""
    from klartekst.readers.odt import open_odt

    file = open_odt(data, name)
    _replace(file.document, file.anchors, found)
    _take_out_authors(file.parts.values())
    return _repacked(data, file.parts)


def beyond_reach(document: Document, found: Iterable[Replacement]) -> list[str]:
    """Where something was found that lies in no text of the file: the name of a file within it."""
    labels = (document.label_in_source(replacement.span.start) for replacement in found)
    return [label for label in dict.fromkeys(labels) if label == _NAME_WITHIN]


def _replace(document: Document, anchors: Iterable[Anchor], found: Sequence[Replacement]) -> None:
    """Write new words where the anchors lead; a run keeps its formatting."""
    authors = [
        document.source_span(block.span) for block in document.blocks if block.role is Role.AUTHOR
    ]
    for anchor in anchors:
        if any(span.overlaps(anchor.span) for span in authors):
            put_words(anchor, "")
            continue
        touching = [one for one in found if one.span.overlaps(anchor.span)]
        if touching:
            put_words(anchor, _rewritten(document, anchor, touching))


def _rewritten(document: Document, anchor: Anchor, found: Iterable[Replacement]) -> str:
    """The words of an anchor; new words stand where the old ones begin, and only there."""
    words, position = "", anchor.span.start
    for replacement in found:
        start = max(replacement.span.start, anchor.span.start)
        words += document.source[position:start]
        if replacement.span.start >= anchor.span.start:
            words += replacement.words
        position = min(replacement.span.end, anchor.span.end)
    return words + document.source[position : anchor.span.end]


def _take_out_authors(parts: Iterable[_Element]) -> None:
    for part in parts:
        for element in part.iter("{*}*"):
            for key in element.attrib:
                local = str(key).rpartition("}")[2]
                if local in _SOMEBODY:
                    element.set(key, _SOMEBODY[local])
            if element.tag.rpartition("}")[2] in ("creator", "creator-initials") and element.text:
                element.text = _SOMEBODY["author"]


def _repacked(data: bytes, parts: Mapping[str, _Element]) -> bytes:
    """The same zip file with these parts written anew, in their order and packed as before."""
    from lxml import etree

    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for info in old.infolist():
            content = old.read(info)
            if info.filename in parts:
                root = parts[info.filename]
                content = etree.tostring(
                    root, xml_declaration=True, encoding="UTF-8", standalone=True
                )
            new.writestr(info, content, compress_type=info.compress_type)
    return out.getvalue()
