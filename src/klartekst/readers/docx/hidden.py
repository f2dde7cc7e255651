"""What leaves the house with a Word file beside its body: seen at the edges, or not at all."""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from docx.oxml.ns import qn

from klartekst.model import Role
from klartekst.readers.archive import parse_xml
from klartekst.readers.docx.body import is_hidden_run
from klartekst.readers.raw import Extract, plain

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
_BODY = "word/document.xml"
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


def take_hidden(extract: Extract, word: WordDocument, data: bytes) -> None:
    """Add the blocks of all that is not the body, each labelled with where it is.

    Raises whatever a broken part makes lxml and zipfile raise.
    """
    body = word.element.body
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        names = archive.namelist()
        for pattern, role, label in _PARTS:
            for name in filter(pattern.fullmatch, names):
                root = parse_xml(archive.read(name))
                for paragraph in root.iter(qn("w:p")):
                    _hide(extract, role, label, _shown_words(paragraph))
                _take_unseen(extract, root)
        if _COMMENTS in names:
            _take_comments(extract, parse_xml(archive.read(_COMMENTS)))
        _take_unseen(extract, body)
        for name in filter(_PROPERTIES.fullmatch, names):
            _take_properties(extract, parse_xml(archive.read(name)))
        for name in filter(_RELATIONS.fullmatch, names):
            _take_addresses(extract, parse_xml(archive.read(name)))
        for name in filter(_EMBEDDED.fullmatch, names):
            if not _OWN_NAME.fullmatch(posixpath.basename(name)):
                _hide(extract, Role.METADATA, "navn på innebygd fil", posixpath.basename(name))


def _hide(extract: Extract, role: Role, label: str, words: str) -> None:
    extract.add(role, [(plain(words), False)], label=label)


def _take_unseen(extract: Extract, root: _Element) -> None:
    """What stands in the text of a part without being seen there."""
    for paragraph in root.iter(qn("w:p")):
        deleted = "".join(e.text or "" for e in paragraph.iter(*_DELETED))
        moved = (_all_words(e) for e in paragraph.iter(qn("w:moveFrom")))
        _hide(extract, Role.DELETED, "slettet tekst (sporing)", deleted + "".join(moved))
        hidden = (run for run in paragraph.iter(qn("w:r")) if is_hidden_run(run))
        _hide(extract, Role.HIDDEN, "skjult tekst", "".join(map(_all_words, hidden)))
    for element in root.iter("{*}*"):
        local = element.tag.rpartition("}")[2]
        if local in ("docPr", "cNvPr", "shape", "imagedata"):
            for key in _ALTERNATIVE:
                _hide(extract, Role.METADATA, "alternativ tekst", element.get(key, ""))
        elif local == "instrText":
            _hide(extract, Role.METADATA, "feltkode", _field_words(element.text or ""))


def _field_words(code: str) -> str:
    """What somebody wrote into a field: the address of a link, the words of a prompt."""
    return " ".join(re.findall(r'"([^"]+)"', code))


def _take_comments(extract: Extract, root: _Element) -> None:
    for comment in root.iter(qn("w:comment")):
        who = comment.get(qn("w:initials")) or comment.get(qn("w:author")) or ""
        label = f"kommentar fra {plain(who)}" if who.strip() else "kommentar"
        words = " ".join(map(_all_words, comment.iter(qn("w:p"))))
        _hide(extract, Role.COMMENT, label, words)


def _take_properties(extract: Extract, root: _Element) -> None:
    for element in root.iterchildren("{*}*"):
        local = element.tag.rpartition("}")[2]
        if local in _NOT_WORDS:
            continue
        name = element.get(_CUSTOM_NAME) or _PROPERTY_NAMES.get(local, local)
        words = " ".join(map(str, element.itertext()))
        role = Role.AUTHOR if local in _WHO else Role.METADATA
        _hide(extract, role, f"dokumentegenskap: {plain(name)}", words)


def _take_addresses(extract: Extract, root: _Element) -> None:
    for relation in root:
        if relation.get("TargetMode") == "External":
            address = relation.get("Target", "")
            _hide(extract, Role.METADATA, "lenke", _readable(address))


def _readable(address: str) -> str:
    """An address with what was escaped in it written out, its parts apart."""
    from urllib.parse import unquote

    return re.sub(r"^mailto:", "", unquote(address, errors="replace"), flags=re.IGNORECASE)


def _shown_words(paragraph: _Element) -> str:
    return "".join(_texts(paragraph.iter(qn("w:t"), qn("w:tab"), qn("w:br"))))


def _all_words(element: _Element) -> str:
    return "".join(_texts(element.iter(qn("w:t"), qn("w:delText"), qn("w:tab"), qn("w:br"))))


def _texts(elements: Iterable[_Element]) -> Iterator[str]:
    for element in elements:
        is_text = element.tag in (qn("w:t"), qn("w:delText"))
        yield (element.text or "") if is_text else " "
