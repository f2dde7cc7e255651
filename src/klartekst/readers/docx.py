"""Word: the paragraphs and tables of the body in order, with roles from their styles.

The source is the extracted text, blocks parted by a blank line. Text that tracking has inserted
is read, text that it has deleted is not: what goes out when the changes are accepted.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import docx
from docx.oxml.ns import qn

from klartekst.document import Document, assemble
from klartekst.errors import ReadError
from klartekst.model import Role
from klartekst.readers.formats import broken_docx, name_of
from klartekst.readers.raw import Extract
from klartekst.readers.roles import assign_roles

if TYPE_CHECKING:
    from docx.document import Document as WordDocument
    from docx.styles.style import BaseStyle
    from lxml.etree import _Element

# What a Word file may unpack to, in bytes: its parts in all, and those that are parsed as XML,
# which take some ten times their size in memory.
_MAX_UNPACKED = 200_000_000
_MAX_XML = 50_000_000
_MAX_PARTS = 10_000
# Small files may be packed hard without harm; beyond that size, only a bomb packs like this.
_MAX_RATIO = 100
_RATIO_FROM = 20_000_000

_OUTLINE_LEVELS = tuple("012345678")  # 9 is for body text
_HEADING = re.compile(r"(?:heading|overskrift)\s*(\d)", re.IGNORECASE)
_STYLE_ROLES = (
    (re.compile(r"(?:title|tittel|hovedtittel|hovudtittel)", re.IGNORECASE), Role.TITLE),
    (re.compile(r"(?:ingress|lead)", re.IGNORECASE), Role.LEAD),
    (
        re.compile(r"(?:intense |sterkt )?(?:quote|sitat)|blokksitat|block text", re.IGNORECASE),
        Role.QUOTE,
    ),
    (
        re.compile(
            r"(?:list|liste|punktliste|nummerert liste|punktmerket liste|kulepunkt)"
            r"(?: (?:bullet|number|punkt|nummer\w*))?(?: \d)?",
            re.IGNORECASE,
        ),
        Role.LIST_ITEM,
    ),
    (re.compile(r"(?:caption|bildetekst|figurtekst|bilettekst)", re.IGNORECASE), Role.METADATA),
)
_NOT_READ = frozenset(qn(tag) for tag in ("w:del", "w:moveFrom", "w:pPr", "w:rPr", "w:txbxContent"))
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"


def read_docx(data: bytes, name: str) -> Document:
    """The document in a Word file. Raises ReadError for a broken one, and for a bomb."""
    subject = name_of(name)
    _refuse_bomb(data, subject)
    try:
        word = docx.Document(io.BytesIO(data))
        # Word writes no document type; who puts one in wants entities expanded.
        if word.element.getroottree().docinfo.doctype:
            raise broken_docx(subject)  # noqa: TRY301  told as broken in one place
        walk = _Walk(word)
        walk.take(word.element.body)
    except ReadError:
        raise
    # python-docx leaves it to its parts to fail: KeyError, ValueError, XMLSyntaxError, ...
    except Exception as error:
        raise broken_docx(subject) from error
    source = walk.extract.source
    return assemble(name, source, assign_roles(source, walk.extract.blocks))


def _refuse_bomb(data: bytes, subject: str) -> None:
    # The sizes are those that the file tells; zipfile never unpacks a part beyond its own.
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = archive.infolist()
    unpacked = sum(part.file_size for part in parts)
    xml = sum(part.file_size for part in parts if part.filename.endswith((".xml", ".rels")))
    too_tight = unpacked > _RATIO_FROM and unpacked > _MAX_RATIO * len(data)
    if unpacked > _MAX_UNPACKED or xml > _MAX_XML or len(parts) > _MAX_PARTS or too_tight:
        raise ReadError(
            f"{subject} pakker ut til mer enn programmet vil lese. Kopier teksten til et nytt "
            "Word-dokument og prøv igjen."
        )
    if any(part.flag_bits & 0x1 for part in parts):
        raise ReadError(f"{subject} er passordbeskyttet. Fjern passordet og prøv igjen.")


@dataclass(slots=True)
class _Walk:
    """Goes through the body in order and gathers blocks."""

    word: WordDocument
    extract: Extract = field(default_factory=Extract)
    _tables: int = 0
    _styles: dict[str, tuple[Role, int]] = field(default_factory=dict)

    def take(self, parent: _Element, label: str = "") -> None:
        """Take the paragraphs and tables under an element; content controls are seen through."""
        for element in parent:
            if element.tag == qn("w:p"):
                self._take_paragraph(element, label)
            elif element.tag == qn("w:tbl"):
                self._take_table(element)
            elif element.tag in (qn("w:sdt"), qn("w:sdtContent"), qn("w:customXml"), qn("w:ins")):
                self.take(element, label)

    def _take_table(self, table: _Element) -> None:
        self._tables += 1
        number = self._tables
        rows = table.iterdescendants(qn("w:tr"))
        own_rows = (row for row in rows if next(row.iterancestors(qn("w:tbl"))) is table)
        for row_number, row in enumerate(own_rows, start=1):
            for cell in row.iterdescendants(qn("w:tc")):
                if next(cell.iterancestors(qn("w:tr"))) is row:
                    self.take(cell, f"tabell {number}, rad {row_number}")

    def _take_paragraph(self, paragraph: _Element, label: str) -> None:
        role, level = self._role(paragraph)
        if label:
            role, level = Role.TABLE_CELL, 7
        elif role is Role.TITLE:
            role, level = Role.HEADING, 0
        elif role is Role.METADATA:
            role, label = Role.PARAGRAPH, "bildetekst"
        self.extract.add(role, _lines(paragraph), level=level, label=label)
        for box in paragraph.iterdescendants(qn("w:txbxContent")):
            # Word writes each text box twice, the second time for old programs.
            is_fallback = next(box.iterancestors(_FALLBACK), None) is not None
            if not is_fallback and next(box.iterancestors(qn("w:p"))) is paragraph:
                self.take(box)

    def _role(self, paragraph: _Element) -> tuple[Role, int]:
        properties = paragraph.find(qn("w:pPr"))
        if properties is None:
            return Role.PARAGRAPH, 7
        written = properties.find(qn("w:pStyle"))
        style = "" if written is None else written.get(qn("w:val"), "")
        if style not in self._styles:
            self._styles[style] = _role_of_style(self.word, style)
        role, level = self._styles[style]
        outline = properties.find(qn("w:outlineLvl"))
        outlined = "9" if outline is None else outline.get(qn("w:val"), "9")
        if outlined in _OUTLINE_LEVELS:
            return Role.HEADING, int(outlined) + 1
        numbering = properties.find(f"{qn('w:numPr')}/{qn('w:numId')}")
        if role is Role.PARAGRAPH and numbering is not None:
            return (Role.PARAGRAPH if numbering.get(qn("w:val")) == "0" else Role.LIST_ITEM), 7
        return role, level


def _role_of_style(word: WordDocument, style_id: str) -> tuple[Role, int]:
    """The role that a style gives, by its own name or by that of a style it is based on."""
    style: BaseStyle | None = next(
        (found for found in word.styles if found.style_id == style_id), None
    )
    names = [style_id]
    seen: set[str] = set()
    while style is not None and style.style_id not in seen:
        seen.add(style.style_id)
        names += [style.name or ""]
        style = getattr(style, "base_style", None)
    for name in names:
        heading = _HEADING.fullmatch(name)
        if heading is not None:
            return Role.HEADING, int(heading[1])
        for pattern, role in _STYLE_ROLES:
            if pattern.fullmatch(name):
                return role, 7
    return Role.PARAGRAPH, 7


def _lines(paragraph: _Element) -> list[tuple[str, bool]]:
    """The lines of a paragraph, each with whether all its words are bold."""
    lines: list[tuple[str, bool]] = []
    words, bold = "", True
    for text, is_bold in [*_texts(paragraph), ("\n", True)]:
        if text == "\n":
            lines.append((words, bold))
            words, bold = "", True
        else:
            words += text
            bold = bold and (is_bold or not text.strip())
    return lines


def _texts(element: _Element, *, bold: bool = False) -> Iterator[tuple[str, bool]]:
    for child in element:
        if child.tag in _NOT_READ or child.tag == _FALLBACK:
            continue
        if child.tag == qn("w:t"):
            yield (child.text or "").replace("\n", " "), bold
        elif child.tag in (qn("w:br"), qn("w:cr")):
            yield "\n", bold
        elif child.tag in (qn("w:tab"), qn("w:ptab")):
            yield "\t", bold
        elif child.tag == qn("w:noBreakHyphen"):
            yield "\u2011", bold
        elif child.tag == qn("w:r"):
            yield from _texts(child, bold=_is_bold(child))
        else:
            yield from _texts(child, bold=bold)


def _is_bold(run: _Element) -> bool:
    mark = run.find(f"{qn('w:rPr')}/{qn('w:b')}")
    if mark is not None:
        return mark.get(qn("w:val"), "1") not in ("0", "false", "off")
    style = run.find(f"{qn('w:rPr')}/{qn('w:rStyle')}")
    return style is not None and style.get(qn("w:val"), "") in ("Strong", "Sterk")
