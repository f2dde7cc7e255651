"""Items on the web: the pages that a sitemap or a feed lists."""

from __future__ import annotations

import gzip
import io
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from urllib.parse import urlsplit

from klartekst.audit.fetch import Fetcher, FetchError
from klartekst.audit.items import AuditError, Item

LIST_SUFFIXES = (".xml", ".xml.gz", ".rss", ".atom")
_GZIP = b"\x1f\x8b"
_DEEPEST = 3  # an index of indexes of sitemaps; the protocol has one level
_UNPACKED = 500_000_000
_SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


@dataclass(frozen=True, slots=True)
class Listed:
    """An address on a list, with what the list says of it."""

    address: str
    published: date | None = None
    title: str = ""


def items_of_site(address: str, fetcher: Fetcher) -> Iterator[Item]:
    """The pages of a site: what its sitemap or feed at `address` lists, or that one page.

    A bare site («https://eksempel.kommune.no») is asked for its sitemaps. A page that cannot be
    fetched is an item with an error. Raises FetchError when the list itself cannot be.
    """
    if urlsplit(address).path in ("", "/"):
        for sitemap in fetcher.sitemaps(address):
            yield from items_of_list(fetcher.get(sitemap).body, sitemap, fetcher)
        return
    page = fetcher.get(address)
    if _is_list(page.body):
        yield from items_of_list(page.body, address, fetcher)
    else:
        yield Item(key=address, data=page.body, form="page", address=page.address)


def items_of_list_file(path: Path, fetcher: Fetcher) -> Iterator[Item]:
    """The pages that a sitemap or feed on disk lists. Raises AuditError."""
    try:
        data = path.read_bytes()
    except OSError as error:
        raise AuditError(f"{path}: kan ikke leses. Sjekk navnet og tilgangen.") from error
    yield from items_of_list(data, str(path), fetcher)


def items_of_list(data: bytes, name: str, fetcher: Fetcher) -> Iterator[Item]:
    """Fetch the pages of a list one by one, each when it is asked for."""
    seen: set[int] = set()  # hashes, not addresses: a list may have a million
    for listed in read_list(data, name, fetcher):
        if hash(listed.address) in seen:
            continue
        seen.add(hash(listed.address))
        try:
            page = fetcher.get(listed.address)
        except FetchError as error:
            yield Item(key=listed.address, data=b"", form="page", error=str(error))
            continue
        yield Item(
            key=listed.address,
            data=page.body,
            form="page",
            title=listed.title,
            address=page.address,
            published=listed.published,
        )


def read_list(data: bytes, name: str, fetcher: Fetcher, depth: int = 0) -> Iterator[Listed]:
    """The addresses of a sitemap, a sitemap index (which is followed), or an RSS or Atom feed.

    Raises AuditError for what is none of them.
    """
    xml = _unpack(data, name)
    kind = _root(xml)
    if kind == "urlset":
        yield from _locations(xml, "url", name)
    elif kind == "sitemapindex":
        if depth >= _DEEPEST:
            raise AuditError(f"{name}: nettstedskartene viser til hverandre i ring.")
        for inner in _locations(xml, "sitemap", name):
            yield from read_list(fetcher.get(inner.address).body, inner.address, fetcher, depth + 1)
    elif kind in ("rss", "feed", "RDF"):
        yield from _entries(xml)
    else:
        raise AuditError(
            f"{name}: er verken et nettstedskart (sitemap) eller en nyhetsstrøm (RSS, Atom)."
        )


def _is_list(data: bytes) -> bool:
    return data.startswith(_GZIP) or _root(data) in (
        "urlset",
        "sitemapindex",
        "rss",
        "feed",
        "RDF",
    )


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
            return str(etree.QName(element).localname)
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
            found = {etree.QName(e).localname: (e.text or "").strip() for e in element}
            if found.get("loc"):
                yield Listed(found["loc"], _date_of(found.get("lastmod", "")))
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
                " ".join(entry.get("title", "").split()),
            )


def _date_of(written: str) -> date | None:
    try:
        return date.fromisoformat(written[:10])
    except ValueError:
        return None
