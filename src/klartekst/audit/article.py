"""A web page to a Document: trafilatura finds the article, we give its blocks their roles."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from klartekst.document import Document, assemble
from klartekst.errors import ReadError
from klartekst.model import Role
from klartekst.readers.decode import decode
from klartekst.readers.raw import Extract
from klartekst.readers.roles import assign_roles

if TYPE_CHECKING:
    from lxml.etree import _Element
    from lxml.html import HtmlElement

_TITLE_LEVEL = 0
_FEWEST_WORDS = 5  # a sentence
_LEAD_CLASSES = frozenset({"ingress", "lead", "preamble"})


@dataclass(frozen=True, slots=True)
class Article:
    """The article of a page, with what the page says of it."""

    document: Document
    title: str
    published: date | None
    section: str


def read_article(page: bytes, name: str) -> Article:
    """The article of an HTML page; `name` is its address.

    Raises ReadError where there is none: a front page, a list, a page that a script fills.
    """
    import trafilatura
    from trafilatura.settings import Document as Extracted

    tree = _parsed(page, name)
    found = None
    if tree is not None:
        found = trafilatura.bare_extraction(
            tree, url=name, with_metadata=True, include_links=False, prune_xpath=["//noscript"]
        )
    if tree is None or not isinstance(found, Extracted) or not _is_article(found.body, tree):
        raise ReadError(f"{name}: fant ingen artikkel på siden.")
    title = " ".join((found.title or "").split())
    extract = Extract()
    _take_title(extract, found.body, title)
    lead = " ".join((found.description or "").split())
    if lead and lead not in " ".join(str(found.text).split()):
        extract.add(Role.LEAD, [(lead, False)])
    for element in found.body:
        _take(extract, element)
    source = extract.source
    return Article(
        document=assemble(name, source, assign_roles(source, extract.blocks)),
        title=title,
        published=_date_of(found.date),
        section=next(iter(found.categories or ()), ""),
    )


def _parsed(page: bytes, name: str) -> HtmlElement | None:
    """The page as a tree, or None for what is no page."""
    import trafilatura

    try:
        tree: HtmlElement | None = trafilatura.load_html(decode(page, name))
    except ReadError:
        return None
    return tree


def _is_article(body: _Element | None, page: HtmlElement) -> bool:
    """Whether what was found has words of its own, and not mostly those of links to elsewhere."""
    if body is None:
        return False
    links = " ".join(" ".join(link.text_content().split()) for link in page.iter("a"))
    words = linked = 0
    for element in body:
        if element.tag != "head":
            text = " ".join("".join(map(str, element.itertext())).split())
            words += len(text.split())
            linked += len(text.split()) if text in links else 0
    return words - linked >= max(_FEWEST_WORDS, linked)


def _take_title(extract: Extract, body: _Element, title: str) -> None:
    first = body[0] if len(body) else None
    has_title = first is not None and first.tag == "head" and first.get("rend") == "h1"
    if title and not has_title:
        extract.add(Role.HEADING, [(title, False)], level=_TITLE_LEVEL)


def _take(extract: Extract, element: _Element) -> None:
    """Add the blocks of an element of trafilatura's own XML."""
    match element.tag:
        case "head":
            level = element.get("rend", "h2").removeprefix("h")
            level_number = int(level) if level.isdigit() else 2
            role_level = _TITLE_LEVEL if level_number == 1 else level_number
            extract.add(Role.HEADING, _lines(element), level=role_level)
        case "list":
            for item in element.iter("item"):
                extract.add(Role.LIST_ITEM, _lines(item))
        case "table":
            for number, row in enumerate(element.iter("row"), start=1):
                for cell in row.iter("cell"):
                    extract.add(Role.TABLE_CELL, _lines(cell), label=f"tabellrad {number}")
        case "quote":
            extract.add(Role.QUOTE, _lines(element))
        case "div" | "section" | "article" | "main":
            for inner in element:
                _take(extract, inner)
        case _:
            is_lead = bool(_LEAD_CLASSES.intersection(element.get("class", "").casefold().split()))
            extract.add(Role.LEAD if is_lead else Role.PARAGRAPH, _lines(element))


def _lines(element: _Element) -> list[tuple[str, bool]]:
    words = [element.text or ""]
    for inner in element:
        words.append("\n" if inner.tag == "lb" else "".join(map(str, inner.itertext())))
        words.append(inner.tail or "")
    return [(" ".join(line.split()), False) for line in "".join(words).split("\n")]


def _date_of(written: str | None) -> date | None:
    try:
        return date.fromisoformat((written or "")[:10])
    except ValueError:
        return None
