"""What the user points at -> items, in an order that is the same each time."""

from __future__ import annotations

import glob
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from klartekst.audit import tables, warc, web
from klartekst.audit.items import AuditError, Item
from klartekst.audit.tables import Columns
from klartekst.brief import find_brief, load_brief
from klartekst.errors import KlartekstError, ReadError
from klartekst.readers.files import find_drafts, read_bytes

if TYPE_CHECKING:
    from klartekst.audit.fetch import Fetcher

_WEB = ("http://", "https://")
_MAGIC = "*?["


@dataclass(frozen=True, slots=True)
class Sources:
    """Where the items of an audit come from.

    Each place is a folder, a file or a glob of drafts, a table, a web archive, a sitemap or feed
    on disk, or an address. `hosts` may be fetched from beside the hosts of the addresses.
    """

    places: tuple[str, ...]
    columns: Columns = field(default_factory=Columns)
    hosts: tuple[str, ...] = ()
    interval: float = 0.5
    max_megabytes: float = 50.0

    @property
    def all_hosts(self) -> frozenset[str]:
        """The hosts that pages may be fetched from."""
        given = (urlsplit(place).netloc for place in self.places if place.startswith(_WEB))
        return frozenset((*given, *self.hosts))

    @property
    def need_fetching(self) -> bool:
        """Whether anything has to be fetched from the web."""
        return any(p.startswith(_WEB) or _is_list_file(Path(p)) for p in self.places)


def items_of(sources: Sources, fetcher: Fetcher | None) -> Iterator[Item]:
    """All items, one after the other, each key once.

    Raises AuditError for a place that is not there or cannot be used at all; what is wrong with
    one item is that item's error.
    """
    # Hashes, not keys: an audit may have a million items, and a key may be long.
    seen: set[int] = set()
    for place in sources.places:
        for item in _items_of_place(place, sources, fetcher):
            if hash(item.key) not in seen:
                seen.add(hash(item.key))
                yield item


def _items_of_place(place: str, sources: Sources, fetcher: Fetcher | None) -> Iterator[Item]:
    if place.startswith(_WEB):
        yield from web.items_of_site(place, _required(fetcher))
        return
    for path in _paths(place):
        if path.name.endswith(warc.SUFFIXES):
            yield from warc.items_of_warc(path)
        elif path.name.endswith(tables.SUFFIXES):
            yield from tables.items_of_table(path, sources.columns)
        elif _is_list_file(path):
            yield from web.items_of_list_file(path, _required(fetcher))
        else:
            yield from _drafts(path, sources.max_megabytes)


def _is_list_file(path: Path) -> bool:
    return path.name.endswith(web.LIST_SUFFIXES)


def _required(fetcher: Fetcher | None) -> Fetcher:
    if fetcher is None:
        raise AssertionError("a source on the web needs a fetcher")
    return fetcher


def _paths(place: str) -> Sequence[Path]:
    if not any(sign in place for sign in _MAGIC) or Path(place).exists():
        return (Path(place),)
    found = sorted(glob.glob(place, recursive=True))  # noqa: PTH207  Path.glob takes no whole path
    if not found:
        raise AuditError(f"{place}: ingen filer passer til mønsteret. Sjekk mappa og mønsteret.")
    return tuple(map(Path, found))


def _drafts(path: Path, max_megabytes: float) -> Iterator[Item]:
    """The files under a path. Raises AuditError where there are none."""
    try:
        found: Iterable[Path] = find_drafts(path)
    except ReadError as error:
        raise AuditError(str(error)) from error
    for draft in found:
        try:
            brief_path = find_brief(draft)
            yield Item(
                key=str(draft),
                data=read_bytes(draft, max_megabytes),
                form="file",
                brief=load_brief(brief_path) if brief_path else None,
            )
        except KlartekstError as error:
            yield Item(key=str(draft), data=b"", form="file", error=str(error))
