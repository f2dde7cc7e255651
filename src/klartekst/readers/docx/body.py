"""The body of a Word file: its paragraphs and tables in order, with roles from their styles.

Text that tracking has inserted is read as text, text that it has deleted is not: what stands when
the changes are accepted.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from docx.oxml.ns import qn

from klartekst.model import Role
from klartekst.readers.anchors import Anchored, Words, words_in

if TYPE_CHECKING:
    from docx.document import Document as WordDocument
    from docx.styles.style import BaseStyle
    from lxml.etree import _Element

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
_SIGNS = {
    qn("w:br"): "\n",
    qn("w:cr"): "\n",
    qn("w:tab"): "\t",
    qn("w:ptab"): "\t",
    qn("w:noBreakHyphen"): "\u2011",
}
_OFF = ("0", "false", "off")
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"


@dataclass(slots=True)
class Walk:
    """Goes through the body in order, and gathers blocks and where their words stand."""

    word: WordDocument
    found: Anchored
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
        words = _words(paragraph, bold=False)
        self.found.add_lines(role, words, level=level, label=label)
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


def _words(element: _Element, *, bold: bool) -> Iterator[Words]:
    for child in element:
        if child.tag in _NOT_READ or child.tag == _FALLBACK or is_hidden_run(child):
            continue
        if child.tag == qn("w:t"):
            yield replace(words_in(child), bold=bold)
        elif child.tag in _SIGNS:
            yield Words(_SIGNS[child.tag], child, None, bold)
        elif child.tag == qn("w:r"):
            yield from _words(child, bold=_is_bold(child))
        else:
            yield from _words(child, bold=bold)


def is_hidden_run(element: _Element) -> bool:
    """Whether an element is a run that Word does not show."""
    if element.tag != qn("w:r"):
        return False
    mark = element.find(f"{qn('w:rPr')}/{qn('w:vanish')}")
    return mark is not None and mark.get(qn("w:val"), "1") not in _OFF


def _is_bold(run: _Element) -> bool:
    mark = run.find(f"{qn('w:rPr')}/{qn('w:b')}")
    if mark is not None:
        return mark.get(qn("w:val"), "1") not in _OFF
    style = run.find(f"{qn('w:rPr')}/{qn('w:rStyle')}")
    return style is not None and style.get(qn("w:val"), "") in ("Strong", "Sterk")
