"""Items in web archives: the HTML responses of WARC files."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from klartekst.audit.items import AuditError, Item

SUFFIXES = (".warc", ".warc.gz")
_LARGEST_PAGE = 20_000_000
_OK = "200"


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
                if record.rec_type != "response" or record.http_headers is None:
                    continue
                if record.http_headers.get_statuscode() != _OK:
                    continue
                kind = record.http_headers.get_header("Content-Type") or ""
                if "html" not in kind:
                    continue
                address = record.rec_headers.get_header("WARC-Target-URI") or ""
                body = record.content_stream().read(_LARGEST_PAGE)
                yield Item(
                    key=address or f"{path}, post {number}", data=body, form="page", address=address
                )
    except OSError as error:
        raise AuditError(f"{path}: kan ikke leses. Sjekk navnet og tilgangen.") from error
    # A cut archive fails in gzip, in the record's length or in its headers.
    except (ArchiveLoadFailed, EOFError, ValueError) as error:
        if number == 0:
            raise AuditError(f"{path}: er ikke et nettarkiv (WARC).") from error
        yield Item(
            key=f"{path}, post {number + 1}",
            data=b"",
            form="page",
            error=f"{path}: post {number + 1} er ødelagt, og arkivet leses ikke lenger enn dit.",
        )
