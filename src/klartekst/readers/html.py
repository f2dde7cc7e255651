"""HTML: the words of the article, with roles from its tags.

The source is the extracted text, blocks parted by a blank line. What surrounds the article
(menus, page footer, forms) is left out where the page says which part is the article.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from lxml import etree
from lxml.html import HtmlElement, HTMLParser, document_fromstring

from klartekst.document import Document, assemble
from klartekst.errors import ReadError
from klartekst.model import Role
from klartekst.readers.decode import decode
from klartekst.readers.formats import name_of
from klartekst.readers.html_hidden import is_hidden, take_hidden
from klartekst.readers.raw import Extract
from klartekst.readers.roles import assign_roles

_CHARSET = re.compile(
    rb"<(?:meta|\?xml)[^>]*?(?:charset|encoding)\s*=\s*[\"']?\s*([\w:.-]+)", re.IGNORECASE
)
_CHARSET_BYTES = 4096
# Encodings a Norwegian page may name; others are guessed. Browsers read Latin-1 as Windows-1252.
_ENCODINGS = {
    "utf-8": "utf-8",
    "utf8": "utf-8",
    "iso-8859-1": "windows-1252",
    "iso8859-1": "windows-1252",
    "latin1": "windows-1252",
    "us-ascii": "windows-1252",
    "windows-1252": "windows-1252",
    "cp1252": "windows-1252",
    "iso-8859-15": "iso-8859-15",
    "iso-8859-10": "iso-8859-10",
    "macintosh": "mac-roman",
}

_SKIPPED = frozenset(
    "script style template noscript head nav svg math iframe object embed canvas audio video "
    "select button textarea input datalist map".split()
)
_INLINE = frozenset(
    "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark meter output "
    "q ruby rt rp s samp small span strike strong sub sup time tt u var wbr img".split()
)
# The role, heading level and label that an element gives to the words inside it.
_CONTEXTS = {
    **{f"h{level}": (Role.HEADING, level, "") for level in range(1, 7)},
    "summary": (Role.HEADING, 6, ""),
    "li": (Role.LIST_ITEM, 7, ""),
    "blockquote": (Role.QUOTE, 7, ""),
    "address": (Role.CONTACT, 7, ""),
    "figcaption": (Role.PARAGRAPH, 7, "bildetekst"),
}
_LEAD_CLASS = re.compile(r"(?:^|[\s_-])(?:ingress|lead|preamble)(?:$|[\s_-])", re.IGNORECASE)
_NOT_IN_DATA = ("h1", "h2", "h3", "h4", "h5", "h6", "table")


def read_html(data: bytes, name: str) -> Document:
    """The document in an HTML page. Raises ReadError for what does not look like text."""
    text = decode(data, name_of(name), declared=_declared(data))
    walk = _Walk()
    root = _parse(text, name_of(name))
    if root is not None:
        walk.take(_article(root))
        take_hidden(walk.extract, root)
    source = walk.extract.source
    return assemble(name, source, assign_roles(source, walk.extract.blocks))


def _parse(text: str, subject: str) -> HtmlElement | None:
    """The root of the page, None for one without elements."""
    parser = HTMLParser(encoding="utf-8", no_network=True, huge_tree=False)
    try:
        # Encoded as the parser is told, so that it never guesses.
        root = document_fromstring(text.encode(), parser=parser, ensure_head_body=True)
    except etree.ParserError:
        return None
    # The parser drops the rest of a page that is beyond its limits, and says so only here.
    if any(entry.level_name == "FATAL" for entry in parser.error_log):
        raise ReadError(
            f"{subject} er for innviklet bygd til å leses. Kopier teksten til et Word-dokument, "
            "lagre det som .docx og prøv igjen."
        )
    return root


def _declared(data: bytes) -> str | None:
    found = _CHARSET.search(data[:_CHARSET_BYTES])
    return _ENCODINGS.get(found[1].decode("ascii", "replace").lower()) if found else None


def _article(root: HtmlElement) -> HtmlElement:
    """The element that holds the text: the one article, else the main part, else everything."""
    mains = root.xpath("//main | //*[@role='main']")
    area = mains[0] if len(mains) == 1 else root
    articles = area.xpath(".//article[not(ancestor::article)]")
    # Where the title stands outside the article, the article is not all of the text.
    if len(articles) == 1 and (articles[0].xpath(".//h1") or not area.xpath(".//h1")):
        return articles[0]
    return area


@dataclass(slots=True)
class _Walk:
    """Goes through the elements in order and gathers blocks."""

    extract: Extract = field(default_factory=Extract)
    _open: list[HtmlElement] = field(default_factory=list)
    _pieces: list[tuple[str, bool]] = field(default_factory=list)
    _only_images: bool = True
    _tables: list[bool] = field(default_factory=list)  # of those open, which only lay out
    _table: int = 0
    _row: int = 0

    def take(self, root: HtmlElement) -> None:
        """Take all text under `root`."""
        walker = etree.iterwalk(root, events=("start", "end", "comment", "pi"))
        for event, element in walker:
            is_element = isinstance(element.tag, str)
            if event == "start" and is_element:
                if self._is_skipped(element, root):
                    walker.skip_subtree()
                self._start(element, root)
            elif event == "end" and is_element:
                self._end(element)
            if event != "start" and element is not root:
                self._add(element.tail)
        self._flush()

    def _is_skipped(self, element: HtmlElement, root: HtmlElement) -> bool:
        # The footer of an article holds its byline; that of a page, the address of the house.
        is_page_footer = element.tag == "footer" and root.tag not in ("article", "main")
        return element.tag in _SKIPPED or is_page_footer or is_hidden(element)

    def _start(self, element: HtmlElement, root: HtmlElement) -> None:
        tag = element.tag
        if tag == "br":
            self._pieces.append(("\n", False))
        elif tag == "img":
            self._add_image(element.get("alt"))
        elif tag not in _INLINE:
            self._flush()
        if tag == "table":
            self._tables.append(_is_layout(element))
            self._table += not self._tables[-1]
            self._row = 0
        elif tag == "tr":
            self._row += 1
        self._open.append(element)
        if not self._is_skipped(element, root):
            self._add(element.text)

    def _end(self, element: HtmlElement) -> None:
        if element.tag not in _INLINE and element.tag != "br":
            self._flush()
        if element.tag == "table":
            self._tables.pop()
        self._open.pop()

    def _add(self, text: str | None) -> None:
        if not text:
            return
        if not any(element.tag == "pre" for element in self._open):
            text = re.sub(r"[\r\n]+", " ", text)
        bold = any(element.tag in ("b", "strong") for element in self._open)
        self._pieces.append((text, bold))
        self._only_images = self._only_images and not text.strip()

    def _add_image(self, alt: str | None) -> None:
        if alt and alt.strip():
            self._pieces.append((f" {' '.join(alt.split())} ", False))

    def _flush(self) -> None:
        """End the block that was gathered, if it has any words."""
        pieces, only_images = self._pieces, self._only_images
        self._pieces, self._only_images = [], True
        lines = _lines(pieces)
        if not lines:
            return
        if only_images:
            self.extract.add(Role.METADATA, lines, label="alternativ tekst")
            return
        role, level, label = self._context()
        self.extract.add(role, lines, level=level, label=label)

    def _context(self) -> tuple[Role, int, str]:
        for element in reversed(self._open):
            tag = element.tag
            if tag in _CONTEXTS:
                return _CONTEXTS[tag]
            if tag in ("td", "th") and self._tables and not any(self._tables):
                return Role.TABLE_CELL, 7, f"tabell {self._table}, rad {self._row}"
            if tag in ("p", "div") and _LEAD_CLASS.search(element.get("class", "")):
                return Role.LEAD, 7, ""
        return Role.PARAGRAPH, 7, ""


def _is_layout(table: HtmlElement) -> bool:
    """Whether a table only lays out the page, as those of newsletters do."""
    return table.get("role") == "presentation" or any(
        True for _ in table.iterdescendants(*_NOT_IN_DATA)
    )


def _lines(pieces: list[tuple[str, bool]]) -> list[tuple[str, bool]]:
    """The lines that pieces of text make, each with whether all its words are bold."""
    lines: list[tuple[str, bool]] = []
    words, bold = "", True
    for text, is_bold in [*pieces, ("\n", False)]:
        for number, part in enumerate(text.split("\n")):
            if number > 0:
                if words.strip():
                    lines.append((words, bold))
                words, bold = "", True
            words += part
            bold = bold and (is_bold or not part.strip())
    return lines
