"""OpenDocument text, as LibreOffice writes it: the body, and all else that leaves with the file."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from klartekst.document import Document, assemble
from klartekst.errors import ReadError
from klartekst.model import Role
from klartekst.readers.anchors import TAIL, Anchor, Anchored, Words, words_in
from klartekst.readers.archive import parse_xml, refuse_bomb
from klartekst.readers.formats import name_of
from klartekst.readers.raw import plain
from klartekst.readers.roles import assign_roles

if TYPE_CHECKING:
    from lxml.etree import _Element

_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
_SVG = "{urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0}"
_DC = "{http://purl.org/dc/elements/1.1/}"
_META = "{urn:oasis:names:tc:opendocument:xmlns:meta:1.0}"
_XLINK = "{http://www.w3.org/1999/xlink}"
_FO = "{urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0}"

_STYLE_ROLES = (
    (re.compile(r"title|tittel|hovedtittel", re.IGNORECASE), Role.HEADING, 0),
    (re.compile(r"ingress|lead", re.IGNORECASE), Role.LEAD, 7),
    (re.compile(r"quot\w*|sitat|preformatted quotation", re.IGNORECASE), Role.QUOTE, 7),
)
_SIGNS = {f"{_TEXT}line-break": "\n", f"{_TEXT}tab": "\t", f"{_TEXT}s": " "}
_NOT_READ = frozenset(
    (
        f"{_OFFICE}annotation",
        f"{_TEXT}note",
        f"{_TEXT}tracked-changes",
        f"{_SVG}desc",
        f"{_SVG}title",
        f"{_TEXT}hidden-text",
    )
)
_PROPERTIES = {
    f"{_DC}creator": "sist lagret av",
    f"{_META}initial-creator": "forfatter",
    f"{_META}printed-by": "skrevet ut av",
    f"{_DC}title": "tittel",
    f"{_DC}subject": "emne",
    f"{_DC}description": "kommentarer",
    f"{_META}keyword": "nøkkelord",
}
_WHO = frozenset((f"{_DC}creator", f"{_META}initial-creator", f"{_META}printed-by"))


@dataclass(frozen=True, slots=True)
class OdtFile:
    """An OpenDocument text as a document, and as what it was made of.

    `parts` has the XML of the file by name; `anchors` lead from `document.source` into it.
    """

    document: Document
    parts: Mapping[str, _Element]
    anchors: tuple[Anchor, ...]


def read_odt(data: bytes, name: str) -> Document:
    """The document in an .odt file. Raises ReadError for a broken or locked one, or a bomb."""
    return open_odt(data, name).document


def open_odt(data: bytes, name: str) -> OdtFile:
    """An .odt file, for who wants to write in it too. Raises ReadError like `read_odt`."""
    subject = name_of(name)
    refuse_bomb(data, subject)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts: dict[str, _Element] = {
                part: parse_xml(archive.read(part))
                for part in ("content.xml", "styles.xml", "meta.xml")
                if part in archive.namelist()
            }
            manifest = archive.read("META-INF/manifest.xml") if _has_manifest(archive) else b""
        if b"encryption-data" in manifest:
            raise ReadError(f"{subject} er passordbeskyttet. Fjern passordet og prøv igjen.")  # noqa: TRY301  told in one place
        found = Anchored()
        walk = _Walk(found, parts)
        walk.take_all()
    except ReadError:
        raise
    # lxml, zipfile and our own walk fail in many ways on a file that is broken on purpose.
    except Exception as error:
        raise ReadError(
            f"{subject} kan ikke leses som OpenDocument-tekst. Åpne fila i LibreOffice, lagre den "
            "på nytt og prøv igjen."
        ) from error
    source = found.extract.source
    document = assemble(name, source, assign_roles(source, found.extract.blocks))
    return OdtFile(document, parts, tuple(found.anchors))


def _has_manifest(archive: zipfile.ZipFile) -> bool:
    return "META-INF/manifest.xml" in archive.namelist()


class _Walk:
    """Goes through the parts of a file and gathers blocks."""

    def __init__(self, found: Anchored, parts: dict[str, _Element]) -> None:
        self.found = found
        self._parts = parts
        self._tables = 0
        self._styles = {
            style.get(f"{_STYLE}name", ""): style
            for part in parts.values()
            for style in part.iter(f"{_STYLE}style")
        }

    def take_all(self) -> None:
        """Take the body first, then what is not seen at once."""
        body = self._parts["content.xml"].find(f"{_OFFICE}body/{_OFFICE}text")
        if body is None:
            raise ValueError("no text")
        self._take(body)
        for part in self._parts.values():
            self._take_beside(part)
        if "styles.xml" in self._parts:
            for kind, label in (("header", "topptekst"), ("footer", "bunntekst")):
                for found in self._parts["styles.xml"].iter(f"{_STYLE}{kind}"):
                    self._hide_paragraphs(Role.HEADER, label, found)
        if "meta.xml" in self._parts:
            self._take_properties(self._parts["meta.xml"])

    def _take(self, parent: _Element, label: str = "", *, item: bool = False) -> None:
        for element in parent.iterchildren("{*}*"):
            tag = element.tag
            if tag == f"{_TEXT}h":
                level = int(element.get(f"{_TEXT}outline-level", "1") or 1)
                self._add(Role.HEADING, element, label, level)
            elif tag == f"{_TEXT}p":
                self._take_paragraph(element, label, item=item)
            elif tag == f"{_TEXT}list":
                for entry in element.iterchildren(f"{_TEXT}list-item"):
                    self._take(entry, label, item=True)
            elif tag == f"{_TABLE}table":
                self._take_table(element)
            elif tag not in _NOT_READ:
                self._take(element, label, item=item)

    def _take_table(self, table: _Element) -> None:
        self._tables += 1
        number = self._tables
        for at, row in enumerate(table.iter(f"{_TABLE}table-row"), start=1):
            for cell in row.iterchildren(f"{_TABLE}table-cell"):
                self._take(cell, f"tabell {number}, rad {at}")

    def _take_paragraph(self, paragraph: _Element, label: str, *, item: bool) -> None:
        role, level = self._role(paragraph.get(f"{_TEXT}style-name", ""))
        if label:
            role, level = Role.TABLE_CELL, 7
        elif item:
            role = Role.LIST_ITEM
        self._add(role, paragraph, label, level)
        for box in paragraph.iter("{*}text-box"):
            if next(box.iterancestors(f"{_TEXT}p"), None) is paragraph:
                self._take(box)

    def _role(self, style: str) -> tuple[Role, int]:
        """The role that a style gives, by its own name or that of the one it is based on."""
        for _ in range(20):  # styles that are based on each other in a ring
            name = style.replace("_20_", " ")
            for pattern, role, level in _STYLE_ROLES:
                if pattern.fullmatch(name):
                    return role, level
            heading = re.fullmatch(r"(?:Heading|Overskrift) (\d)", name, re.IGNORECASE)
            if heading:
                return Role.HEADING, int(heading[1])
            found = self._styles.get(style)
            if found is None:
                break
            style = found.get(f"{_STYLE}parent-style-name", "")
        return Role.PARAGRAPH, 7

    def _add(self, role: Role, element: _Element, label: str, level: int = 7) -> None:
        words = self._words(element, bold=self._is_bold(element))
        self.found.add_lines(role, words, level=level, label=label)

    def _words(self, element: _Element, *, bold: bool) -> Iterator[Words]:
        yield replace(words_in(element), bold=bold)
        for child in element:
            if child.tag in _SIGNS:
                yield Words(_SIGNS[child.tag], child, None, bold)
            elif self._is_shown(child):
                yield from self._words(child, bold=bold or self._is_bold(child))
            yield replace(words_in(child, TAIL), bold=bold)

    def _is_shown(self, element: _Element) -> bool:
        tag = element.tag
        if not isinstance(tag, str) or tag in _NOT_READ or tag.endswith("}text-box"):
            return False
        return not self._is_hidden(element)

    def _is_bold(self, element: _Element) -> bool:
        return self._text_property(element, f"{_FO}font-weight") in ("bold", "700", "800", "900")

    def _is_hidden(self, element: _Element) -> bool:
        return self._text_property(element, f"{_TEXT}display") == "none"

    def _text_property(self, element: _Element, name: str) -> str:
        style = self._styles.get(element.get(f"{_TEXT}style-name", ""))
        found = style.find(f"{_STYLE}text-properties") if style is not None else None
        return found.get(name, "") if found is not None else ""

    def _take_beside(self, part: _Element) -> None:
        """Comments, notes, deleted and hidden text, alternative texts and links of a part."""
        for element in part.iter("{*}*"):
            tag = element.tag
            if tag == f"{_OFFICE}annotation":
                who = plain(element.findtext(f"{_DC}creator") or "")
                self._hide_paragraphs(
                    Role.COMMENT, f"kommentar fra {who}" if who else "kommentar", element
                )
            elif tag == f"{_TEXT}note-body":
                self._hide_paragraphs(Role.HEADER, "fotnote", element)
            elif tag == f"{_TEXT}deletion":
                self._hide_paragraphs(Role.DELETED, "slettet tekst (sporing)", element)
            elif tag in (f"{_SVG}desc", f"{_SVG}title"):
                self._hide(Role.METADATA, "alternativ tekst", _all(element))
            elif tag == f"{_TEXT}hidden-text":
                words = words_in(element, f"{_TEXT}string-value")
                self._hide(Role.HIDDEN, "skjult tekst", [words, *_all(element)])
            elif tag == f"{_TEXT}span" and self._is_hidden(element):
                self._hide(Role.HIDDEN, "skjult tekst", _all(element))
            elif tag == f"{_TEXT}a":
                address = element.get(f"{_XLINK}href", "").removeprefix("mailto:")
                self._hide(Role.METADATA, "lenke", [Words(address, element, f"{_XLINK}href")])

    def _take_properties(self, meta: _Element) -> None:
        for element in meta.iter(*_PROPERTIES):
            name = _PROPERTIES[str(element.tag)]
            role = Role.AUTHOR if element.tag in _WHO else Role.METADATA
            self._hide(role, f"dokumentegenskap: {name}", _all(element))
        for element in meta.iter(f"{_META}user-defined"):
            name = plain(element.get(f"{_META}name", ""))
            if name != "AppVersion":
                self._hide(Role.METADATA, f"dokumentegenskap: {name}", _all(element))

    def _hide_paragraphs(self, role: Role, label: str, parent: _Element) -> None:
        for paragraph in parent.iter(f"{_TEXT}p", f"{_TEXT}h"):
            self._hide(role, label, _all(paragraph))

    def _hide(self, role: Role, label: str, words: Iterable[Words]) -> None:
        self.found.add_line(role, label, words)


def _all(element: _Element) -> Iterator[Words]:
    """All words of an element, whatever is made of them."""
    yield words_in(element)
    for child in element:
        if child.tag in _SIGNS:
            yield Words(" ", child, None)
        elif isinstance(child.tag, str):
            yield from _all(child)
        yield words_in(child, TAIL)
