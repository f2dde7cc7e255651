"""Items on the web: the pages that a sitemap or a feed lists."""

from __future__ import annotations

import gzip
import io
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from klartekst.audit.fetch import Fetcher, FetchError, SiteDownError
from klartekst.audit.items import AuditError, Form, Item

if TYPE_CHECKING:
    from lxml.etree import _Element

LIST_SUFFIXES = (".xml", ".xml.gz", ".rss", ".atom")
_OFFICE_SUFFIXES = (".pdf", ".docx", ".odt", ".rtf", ".doc")
_FEEDS = ("rss", "feed", "RDF")
_GZIP = b"\x1f\x8b"
_DEEPEST = 3  # an index of indexes of sitemaps; the protocol has one level
_UNPACKED = 500_000_000
_SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


@dataclass(frozen=True, slots=True)
class Listed:
    """An address on a list, with what the list says of it, or why what it leads to is lost."""

    address: str
    published: date | None = None
    changed: date | None = None
    title: str = ""
    error: str = ""


def items_of_site(address: str, fetcher: Fetcher) -> Iterator[Item]:
    """The pages of a site: what its sitemap or feed at `address` lists, or that one page.

    A bare site («https://eksempel.kommune.no») is asked for its sitemaps. A page that cannot be
    fetched is an item with an error. Raises FetchError when the list itself cannot be.
    """
    for name, body in _lists_of(address, fetcher):
        if body is None:
            yield _item(Listed(name), fetcher)
        else:
            yield from _items(read_list(body, name, fetcher), fetcher)


def count_site(address: str, fetcher: Fetcher) -> int:
    """How many pages a site lists. Raises like `items_of_site`."""
    return sum(
        1 if body is None else sum(1 for _ in read_list(body, name, fetcher))
        for name, body in _lists_of(address, fetcher)
    )


def items_of_list_file(path: Path, fetcher: Fetcher) -> Iterator[Item]:
    """The pages that a sitemap or feed on disk lists. Raises AuditError."""
    yield from _items(read_list(_data_of(path), str(path), fetcher), fetcher)


def count_list_file(path: Path, fetcher: Fetcher) -> int:
    """How many pages a sitemap or feed on disk lists. Raises AuditError."""
    return sum(1 for _ in read_list(_data_of(path), str(path), fetcher))


def read_list(data: bytes, name: str, fetcher: Fetcher, depth: int = 0) -> Iterator[Listed]:
    """The addresses of a sitemap, a sitemap index (which is followed), or an RSS or Atom feed.

    A sitemap of an index that cannot be had is an address with an error. Raises AuditError for
    what is no list.
    """
    xml = _unpack(data, name)
    kind = _root(xml)
    if kind == "urlset":
        yield from _locations(xml, "url", name)
    elif kind == "sitemapindex":
        if depth >= _DEEPEST:
            raise AuditError(f"{name}: nettstedskartene viser til hverandre i ring.")
        for inner in _locations(xml, "sitemap", name):
            try:
                body = fetcher.get(inner.address).body
                yield from read_list(body, inner.address, fetcher, depth + 1)
            except SiteDownError:
                raise
            except AuditError as error:
                yield Listed(inner.address, error=str(error))
    elif kind in _FEEDS:
        yield from _entries(xml)
    else:
        raise AuditError(
            f"{name}: er verken et nettstedskart (sitemap) eller en nyhetsstrøm (RSS, Atom)."
        )


def _lists_of(address: str, fetcher: Fetcher) -> Iterator[tuple[str, bytes | None]]:
    """The lists that stand behind an address, by name; None for a page that is no list."""
    if urlsplit(address).path in ("", "/"):
        for sitemap in fetcher.sitemaps(address):
            yield sitemap, fetcher.get(sitemap).body
        return
    body = fetcher.get(address).body
    is_list = body.startswith(_GZIP) or _root(body) in ("urlset", "sitemapindex", *_FEEDS)
    yield address, body if is_list else None


def _data_of(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise AuditError(f"{path}: kan ikke leses. Sjekk navnet og tilgangen.") from error


def _items(listed: Iterator[Listed], fetcher: Fetcher) -> Iterator[Item]:
    """Fetch pages one by one, each when it is asked for."""
    seen: set[int] = set()  # hashes, not addresses: a list may have a million
    for one in listed:
        if hash(one.address) not in seen:
            seen.add(hash(one.address))
            yield _item(one, fetcher)


def _item(listed: Listed, fetcher: Fetcher) -> Item:
    if listed.error:
        return Item(key=listed.address, data=b"", form="page", error=listed.error)
    try:
        page = fetcher.get(listed.address)
    except FetchError as error:
        return Item(key=listed.address, data=b"", form="page", error=str(error))
    return Item(
        key=listed.address,
        data=page.body,
        form=_form_of(listed.address, page.body),
        title=listed.title,
        address=page.address,
        published=listed.published,
        changed=listed.changed,
    )


def _form_of(address: str, data: bytes) -> Form:
    """A list may name documents beside pages; a page may be called «vedtak.pdf» all the same."""
    is_office_file = urlsplit(address).path.casefold().endswith(_OFFICE_SUFFIXES)
    return "file" if is_office_file and not data.lstrip().startswith(b"<") else "page"


def _unpack(data: bytes, name: str) -> bytes:
    if not data.startswith(_GZIP):
        return data
    try:
        with gzip.GzipFile(fileobj=io.BytesIO(data)) as packed:
            unpacked = packed.read(_UNPACKED + 1)
    except (OSError, EOFError, zlib.error) as error:
        raise AuditError(f"{name}: er ikke en gyldig gz-fil.") from error
    if len(unpacked) > _UNPACKED:
        raise AuditError(f"{name}: pakker ut til mer enn programmet vil lese.")
    return unpacked


def _root(data: bytes) -> str:
    """The name of the outermost element, or nothing for what is no XML."""
    from lxml import etree

    try:
        for _, element in etree.iterparse(
            io.BytesIO(data[:65_536]), events=("start",), resolve_entities=False, no_network=True
        ):
            return _name(element)
    except etree.XMLSyntaxError:
        pass
    return ""


def _locations(xml: bytes, tag: str, name: str) -> Iterator[Listed]:
    """Read as it goes, each entry thrown away after it: a sitemap may be long."""
    from lxml import etree

    try:
        for _, element in etree.iterparse(
            io.BytesIO(xml),
            tag=(f"{_SITEMAP}{tag}", tag),
            resolve_entities=False,
            no_network=True,
        ):
            # Of several with a name the first counts: the pictures of a page have a `loc` too.
            found = {_name(e): (e.text or "").strip() for e in reversed(list(element.iter()))}
            if found.get("loc"):
                yield Listed(
                    found["loc"],
                    _date_of(found.get("publication_date", "")),
                    _date_of(found.get("lastmod", "")),
                )
            element.clear()
            while element.getprevious() is not None:
                del element.getparent()[0]
    except etree.XMLSyntaxError as error:
        raise AuditError(f"{name}: nettstedskartet er ødelagt og kan ikke leses.") from error


def _entries(xml: bytes) -> Iterator[Listed]:
    import feedparser

    for entry in feedparser.parse(io.BytesIO(xml)).entries:
        when = entry.get("published_parsed") or entry.get("updated_parsed")
        if entry.get("link"):
            yield Listed(
                entry.link,
                date(*when[:3]) if when else None,
                title=" ".join(entry.get("title", "").split()),
            )


def _name(element: _Element) -> str:
    """The name of an element without its namespace; a comment has none."""
    from lxml import etree

    return str(etree.QName(element).localname) if isinstance(element.tag, str) else ""


def _date_of(written: str) -> date | None:
    try:
        return date.fromisoformat(written[:10])
    except ValueError:
        return None
