"""Items in web archives: the HTML responses of WARC files."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from klartekst.audit.items import AuditError, Item

if TYPE_CHECKING:
    from warcio.recordloader import ArcWarcRecord

SUFFIXES = (".warc", ".warc.gz")
_LARGEST_PAGE = 20_000_000
_OK = "200"


def count_pages(path: Path) -> int:
    """How many items a web archive has. Raises AuditError for a file that is no web archive."""
    return sum(1 for _ in items_of_warc(path))


def items_of_warc(path: Path) -> Iterator[Item]:
    """The HTML pages of a web archive, in order; other records are passed by.

    A record that is cut short becomes an item with an error, and ends the archive: nothing after
    it can be trusted. Raises AuditError for a file that is no web archive.
    """
    from warcio.archiveiterator import ArchiveIterator
    from warcio.exceptions import ArchiveLoadFailed

    number = 0
    try:
        with path.open("rb") as stream:
            for record in ArchiveIterator(stream):
                number += 1
                if not _is_page(record):
                    continue
                address = record.rec_headers.get_header("WARC-Target-URI") or ""
                body = record.content_stream().read(_LARGEST_PAGE)
                if record.raw_stream.limit > 0 and len(body) < _LARGEST_PAGE:
                    yield _broken(path, number)
                    return
                key = address or f"{path}, post {number}"
                yield Item(key=key, data=body, form="page", address=address)
    except OSError as error:
        raise AuditError(f"{path}: kan ikke leses. Sjekk navnet og tilgangen.") from error
    # A cut archive fails in gzip, in the record's length or in its headers.
    except (ArchiveLoadFailed, EOFError, ValueError, zlib.error) as error:
        if number == 0:
            raise AuditError(f"{path}: er ikke et nettarkiv (WARC).") from error
        yield _broken(path, number + 1)


def _is_page(record: ArcWarcRecord) -> bool:
    if record.rec_type != "response" or record.http_headers is None:
        return False
    kind = record.http_headers.get_header("Content-Type") or ""
    return record.http_headers.get_statuscode() == _OK and "html" in kind


def _broken(path: Path, number: int) -> Item:
    error = f"{path}: post {number} er ødelagt, og arkivet leses ikke lenger enn dit."
    return Item(key=f"{path}, post {number}", data=b"", form="page", error=error)
