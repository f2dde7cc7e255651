"""What the user points at -> items, in an order that is the same each time."""

from __future__ import annotations

import glob
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from pathlib import Path

from klartekst.audit import storage, tables, warc, web
from klartekst.audit.fetch import Fetcher, host_of
from klartekst.audit.items import AuditError, Item
from klartekst.audit.tables import Columns, Table
from klartekst.brief import find_brief, load_brief
from klartekst.errors import KlartekstError, ReadError
from klartekst.readers.files import find_drafts, read_bytes

_WEB = ("http://", "https://")
_MAGIC = "*?["
_DAY = re.compile(r"(?<!\d)(?:19|20)\d\d-\d\d-\d\d(?!\d)")

# Makes the one fetcher of an audit when it is first asked for.
GetFetcher = Callable[[], Fetcher]


@dataclass(frozen=True, slots=True)
class Sources:
    """Where the items of an audit come from.

    Each place is a folder, a file or a glob of drafts, a table (also in object storage), a web
    archive, a sitemap or feed on disk, or an address. `hosts` may be fetched from beside the hosts
    of the addresses.
    """

    places: tuple[str, ...]
    columns: Columns = field(default_factory=Columns)
    hosts: tuple[str, ...] = ()
    interval: float = 0.5
    max_megabytes: float = 50.0

    @property
    def all_hosts(self) -> frozenset[str]:
        """The hosts that pages may be fetched from. Raises FetchError for what is no address."""
        given = (host_of(place) for place in self.places if place.startswith(_WEB))
        return frozenset((*given, *self.hosts))


@dataclass(frozen=True, slots=True)
class _Part:
    """One source: how many items it has, at most, and the items themselves."""

    count: Callable[[], int]
    items: Callable[[], Iterator[Item]]


def count_items(sources: Sources, get_fetcher: GetFetcher) -> int:
    """How many items there are, at most: without their content, so that it takes little time.

    Raises AuditError for a place that is not there or cannot be used at all.
    """
    return sum(part.count() for part in _parts(sources, get_fetcher))


def items_of(sources: Sources, get_fetcher: GetFetcher) -> Iterator[Item]:
    """All items, one after the other, each key once.

    Raises AuditError for a place that is not there or cannot be used at all; what is wrong with
    one item is that item's error.
    """
    # Hashes, not keys: an audit may have a million items, and a key may be long.
    seen: set[int] = set()
    for part in _parts(sources, get_fetcher):
        for item in part.items():
            if hash(item.key) not in seen:
                seen.add(hash(item.key))
                yield item


def _parts(sources: Sources, get_fetcher: GetFetcher) -> Iterator[_Part]:
    for place in sources.places:
        if place.startswith(_WEB):
            yield _of_site(place, get_fetcher)
        elif storage.is_storage(place):
            yield from (_of_table(table, sources) for table in storage.tables_at(place))
        else:
            yield from (_of_path(path, sources, get_fetcher) for path in _paths(place))


def _of_site(address: str, get_fetcher: GetFetcher) -> _Part:
    return _Part(
        lambda: web.count_site(address, get_fetcher()),
        lambda: web.items_of_site(address, get_fetcher()),
    )


def _of_path(path: Path, sources: Sources, get_fetcher: GetFetcher) -> _Part:
    name = path.name.casefold()
    if name.endswith(warc.SUFFIXES):
        return _Part(partial(warc.count_pages, path), partial(warc.items_of_warc, path))
    if name.endswith(tables.SUFFIXES):
        return _of_table(tables.local_table(path), sources)
    if name.endswith(web.LIST_SUFFIXES):
        return _Part(
            lambda: web.count_list_file(path, get_fetcher()),
            lambda: web.items_of_list_file(path, get_fetcher()),
        )
    return _Part(
        lambda: sum(1 for _ in _drafts_in(path)), partial(_drafts, path, sources.max_megabytes)
    )


def _of_table(table: Table, sources: Sources) -> _Part:
    return _Part(
        partial(tables.count_rows, table, sources.columns),
        partial(tables.items_of_table, table, sources.columns),
    )


def _paths(place: str) -> Sequence[Path]:
    if not any(sign in place for sign in _MAGIC) or Path(place).exists():
        return (Path(place),)
    found = sorted(glob.glob(place, recursive=True))  # noqa: PTH207  Path.glob takes no whole path
    if not found:
        raise AuditError(f"{place}: ingen filer passer til mønsteret. Sjekk mappa og mønsteret.")
    return tuple(map(Path, found))


def _drafts_in(path: Path) -> Iterator[Path]:
    """The files under a path. Raises AuditError where there are none."""
    try:
        return find_drafts(path)
    except ReadError as error:
        raise AuditError(str(error)) from error


def _drafts(path: Path, max_megabytes: float) -> Iterator[Item]:
    for draft in _drafts_in(path):
        try:
            brief_path = find_brief(draft)
            yield Item(
                key=str(draft),
                data=read_bytes(draft, max_megabytes),
                form="file",
                published=_date_in(str(draft)),
                brief=load_brief(brief_path) if brief_path else None,
            )
        except KlartekstError as error:
            yield Item(key=str(draft), data=b"", form="file", error=str(error))


def _date_in(path: str) -> date | None:
    """The day that a path names, as archives do: «2024/2024-05-17 Ny bru.docx»."""
    for found in reversed(_DAY.findall(path)):
        try:
            return date.fromisoformat(found)
        except ValueError:
            continue
    return None
