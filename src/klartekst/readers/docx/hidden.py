"""What leaves the house with a Word file beside its body: seen at the edges, or not at all."""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from docx.oxml.ns import qn

from klartekst.model import Role
from klartekst.readers.anchors import Anchored, Words, words_in
from klartekst.readers.archive import parse_xml
from klartekst.readers.docx.body import is_hidden_run
from klartekst.readers.raw import plain

if TYPE_CHECKING:
    from docx.document import Document as WordDocument
    from lxml.etree import _Element

_PARTS = (
    (re.compile(r"word/header\d*\.xml"), Role.HEADER, "topptekst"),
    (re.compile(r"word/footer\d*\.xml"), Role.HEADER, "bunntekst"),
    (re.compile(r"word/footnotes\.xml"), Role.HEADER, "fotnote"),
    (re.compile(r"word/endnotes\.xml"), Role.HEADER, "sluttnote"),
)
_COMMENTS = "word/comments.xml"
_PROPERTIES = re.compile(r"docProps/(?:core|app|custom)\.xml")
_RELATIONS = re.compile(r"word/_rels/[^/]+\.rels")
_EMBEDDED = re.compile(r"word/(?:embeddings|media)/[^/]+")
_CUSTOM_NAME = "name"

# What the properties of a file are called in Norwegian Word; others are told by their own name.
_PROPERTY_NAMES = {
    "creator": "forfatter",
    "lastModifiedBy": "sist lagret av",
    "title": "tittel",
    "subject": "emne",
    "description": "kommentarer",
    "keywords": "nøkkelord",
    "category": "kategori",
    "contentStatus": "status",
    "Company": "firma",
    "Manager": "leder",
    "HyperlinkBase": "adresse for lenker",
}
_WHO = frozenset({"creator", "lastModifiedBy", "Manager"})
# Counts, dates and versions: no property where anybody writes words.
_NOT_WORDS = frozenset(
    "created modified revision lastPrinted version Pages Words Characters Application DocSecurity "
    "Lines Paragraphs ScaleCrop LinksUpToDate CharactersWithSpaces SharedDoc HyperlinksChanged "
    "Template AppVersion TotalTime HeadingPairs TitlesOfParts DigSig".split()
)
_DELETED = (qn("w:delText"), qn("w:delInstrText"))
_ALTERNATIVE = ("descr", "title", "alt")
_OWN_NAME = re.compile(
    r"(?:image|oleObject|Microsoft_\w+|Dokument|Document)?\d*\.\w+", re.IGNORECASE
)


def take_hidden(found: Anchored, word: WordDocument, data: bytes) -> dict[str, _Element]:
    """Add the blocks of all that is not the body, each labelled with where it is.

    Gives the parts of the file that were parsed for it, by name, which the anchors lead into.
    Raises whatever a broken part makes lxml and zipfile raise.
    """
    hidden = _Hidden(found)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        names = archive.namelist()
        parts = {name: parse_xml(archive.read(name)) for name in names if _is_told(name)}
    for pattern, role, label in _PARTS:
        for name in filter(pattern.fullmatch, parts):
            for paragraph in parts[name].iter(qn("w:p")):
                hidden.add(role, label, _shown(paragraph))
            hidden.take_unseen(parts[name])
    if _COMMENTS in parts:
        hidden.take_comments(parts[_COMMENTS])
    hidden.take_unseen(word.element.body)
    for name in filter(_PROPERTIES.fullmatch, parts):
        hidden.take_properties(parts[name])
    for name in filter(_RELATIONS.fullmatch, parts):
        hidden.take_addresses(parts[name])
    for name in filter(_EMBEDDED.fullmatch, names):
        if not _OWN_NAME.fullmatch(posixpath.basename(name)):
            words = posixpath.basename(name)
            found.extract.add_beside(Role.METADATA, "navn på innebygd fil", words)
    return parts


def _is_told(name: str) -> bool:
    patterns = (*(pattern for pattern, _, _ in _PARTS), _PROPERTIES, _RELATIONS)
    return name == _COMMENTS or any(pattern.fullmatch(name) for pattern in patterns)


@dataclass(frozen=True, slots=True)
class _Hidden:
    """Gathers what is not the body, and where it stands."""

    found: Anchored

    def add(self, role: Role, label: str, words: Iterable[Words]) -> None:
        """Add a block of these words."""
        self.found.add_line(role, label, words)

    def take_unseen(self, root: _Element) -> None:
        """Take what stands in the text of a part without being seen there."""
        for paragraph in root.iter(qn("w:p")):
            moved = (words for e in paragraph.iter(qn("w:moveFrom")) for words in _all(e))
            deleted = map(words_in, paragraph.iter(*_DELETED))
            self.add(Role.DELETED, "slettet tekst (sporing)", [*deleted, *moved])
            runs = filter(is_hidden_run, paragraph.iter(qn("w:r")))
            hidden = [words for run in runs for words in _all(run)]
            self.add(Role.HIDDEN, "skjult tekst", hidden)
        for element in root.iter("{*}*"):
            local = element.tag.rpartition("}")[2]
            if local in ("docPr", "cNvPr", "shape", "imagedata"):
                for key in _ALTERNATIVE:
                    self.add(Role.METADATA, "alternativ tekst", [words_in(element, key)])
            elif local == "instrText" and '"' in (element.text or ""):
                self.add(Role.METADATA, "feltkode", [words_in(element)])

    def take_comments(self, root: _Element) -> None:
        """Take what colleagues have written to each other."""
        for comment in root.iter(qn("w:comment")):
            who = comment.get(qn("w:initials")) or comment.get(qn("w:author")) or ""
            label = f"kommentar fra {plain(who)}" if who.strip() else "kommentar"
            for paragraph in comment.iter(qn("w:p")):
                self.add(Role.COMMENT, label, _all(paragraph))

    def take_properties(self, root: _Element) -> None:
        """Take what somebody, or their program, wrote about the file."""
        for element in root.iterchildren("{*}*"):
            local = element.tag.rpartition("}")[2]
            if local in _NOT_WORDS:
                continue
            name = element.get(_CUSTOM_NAME) or _PROPERTY_NAMES.get(local, local)
            role = Role.AUTHOR if local in _WHO else Role.METADATA
            label = f"dokumentegenskap: {plain(name)}"
            for inner in element.iter("{*}*"):
                self.add(role, label, [words_in(inner)])

    def take_addresses(self, root: _Element) -> None:
        """Take where links lead."""
        for relation in root:
            if relation.get("TargetMode") == "External":
                address = _readable(relation.get("Target", ""))
                self.add(Role.METADATA, "lenke", [Words(address, relation, "Target")])


def _readable(address: str) -> str:
    """An address with what was escaped in it written out."""
    from urllib.parse import unquote

    return re.sub(r"^mailto:", "", unquote(address, errors="replace"), flags=re.IGNORECASE)


def _shown(paragraph: _Element) -> Iterator[Words]:
    return _words(paragraph.iter(qn("w:t"), qn("w:tab"), qn("w:br")))


def _all(element: _Element) -> Iterator[Words]:
    return _words(element.iter(qn("w:t"), qn("w:delText"), qn("w:tab"), qn("w:br")))


def _words(elements: Iterable[_Element]) -> Iterator[Words]:
    for element in elements:
        is_text = element.tag in (qn("w:t"), qn("w:delText"))
        yield words_in(element) if is_text else Words(" ", element, None)
